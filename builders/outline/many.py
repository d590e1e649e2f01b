"""Lists and mappings of values: how a kind of one makes a kind of many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from builders.diagnostics import Hint, Loc
from builders.lesson.model import Inline
from builders.outline import cures, moves
from builders.outline.kinds import Kind, nullable
from builders.outline.mapping import S, Syntax, read_model
from builders.outline.reader import Given, Reader
from builders.outline.values import INLINE
from builders.source.nodes import Entry, Mapping, Sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """An inline text of a list, and where it stands."""

    text: Inline
    loc: Loc


def list_of(kind: Kind[T], words: str | None = None) -> Kind[tuple[T, ...]]:
    """A list; one value alone is a list of one. Empty items don't count."""

    def read(given: Given, reader: Reader) -> tuple[T, ...]:
        values = (kind.read(item, reader) for item in given.items() if not item.absent)
        return tuple(value for value in values if value)

    item = nullable(kind.schema)
    return Kind(
        words or f"list of {kind.words}", read, {"anyOf": [kind.schema, {"type": "array", "items": item}]}
    )


def _item(given: Given, reader: Reader) -> Item | None:
    text = INLINE.read(given, reader)
    return Item(text, given.loc) if text else None


ITEM: Kind[Item | None] = Kind("inline", _item, INLINE.schema)


def read_items(given: Given, reader: Reader) -> tuple[Item, ...]:
    """A list of inline texts with their places."""
    items = (_item(item, reader) for item in given.items() if not item.absent)
    return tuple(item for item in items if item is not None)


ITEMS = Kind("list of inline", read_items, list_of(INLINE).schema)


def list_given(given: Given, what: str, reader: Reader) -> tuple[Given, ...]:
    """The items of a list of mappings. A mapping alone is reported and taken for its only item."""
    match given.node:
        case Sequence():
            items = tuple(item for item in given.items() if not item.absent)
            if not items:
                reader.warn("empty-list", f"This list of {what} is empty.", given, Hint("leave it out"))
            return items
        case Mapping(entries=[Entry(value=Sequence())]) as node if not node.flow:
            inner = given.below(node.entries[0])
            message = f"The {what} stand right below `{given.key.value if given.key else what}:`."
            reader.error("wrong-type", message, inner, moves.lifted(node.entries[0], reader.text), key=True)
            return list_given(inner, what, reader)
        case Mapping() as node if node.entries and not node.flow:
            hint = Hint(f"put a dash before the first of the {what}", cures.as_one_item(node, reader.text))
            reader.error(
                "wrong-type", f"Here a list of {what} is wanted; each begins with a dash.", given, hint
            )
            return (given,)
        case _:
            return (given,)


def models(model: type[S], what: str) -> Kind[tuple[S, ...]]:
    """A list of mappings of one kind."""

    def read(given: Given, reader: Reader) -> tuple[S, ...]:
        found = (read_model(model, item, reader) for item in list_given(given, what, reader))
        return tuple(value for value in found if value is not None)

    return Kind(f"list of {what}", read, {"type": "array", "items": reference(model)})


def reference(model: type[Syntax]) -> dict[str, str]:
    """The place of a mapping in the schema."""
    return {"$ref": f"#/$defs/{model.NAME}"}
