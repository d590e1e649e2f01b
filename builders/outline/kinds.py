"""Kinds of values: how each is read from a node, and what an editor's schema says of it.

A reading never raises and never stops: it reports what is wrong and gives the kind's nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from builders.outline.reader import Given, Reader

T = TypeVar("T")
Schema = dict[str, Any]


@dataclass(frozen=True)
class Kind(Generic[T]):
    """A kind of value. `words` names it in the reference, `schema` is its JSON Schema."""

    words: str
    read: Callable[[Given, Reader], T]
    schema: Schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic validate a `Given` with `read`; the reader is the validation context."""
        return core_schema.with_info_plain_validator_function(
            lambda given, info: self.read(given, info.context)
        )


def nullable(schema: Schema) -> Schema:
    """The schema, or nothing: a name without a value counts as not written."""
    if isinstance(kinds := schema.get("type"), str):
        return {**schema, "type": [kinds, "null"]}
    if isinstance(kinds, list):
        return {**schema, "type": [*kinds, "null"]}
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}


TEXT_SCHEMA: Schema = {"type": ["string", "number", "boolean"]}
"""Editors take 1939 for a number and true for a truth value; here they are text like all else."""
