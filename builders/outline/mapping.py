"""Mappings with named fields: a model that says which, and a node, in; the model's values out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from builders.diagnostics import Hint, Loc
from builders.outline import cures
from builders.outline.kinds import Kind
from builders.outline.reader import Given, Reader, capital
from builders.outline.strangers import Naming, name_strangers
from builders.source.nodes import Entry, Mapping, Scalar, Sequence


class Syntax(BaseModel):
    """A mapping of the language. A field that is absent, or could not be read, has its default: nothing.

    `NAME` is its name in the schema and the reference, `NOUN` what messages call it, `REQUIRED` its fields that
    must be there. `given` is where it stands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)

    NAME: ClassVar[str]
    NOUN: ClassVar[str]
    REQUIRED: ClassVar[tuple[str, ...]] = ()

    given: Annotated[Given, Kind("", lambda given, reader: given, {})]

    @property
    def loc(self) -> Loc:
        """The path that leads here."""
        return self.given.loc


S = TypeVar("S", bound=Syntax)


def one_or_none(description: str) -> Any:
    """A field with one value; None when it is absent or could not be read."""
    return Field(None, description=description)


def any_number(description: str) -> Any:
    """A field with any number of values or spans; empty when it is absent."""
    return Field((), description=description)


@cache
def fields(model: type[Syntax]) -> dict[str, Kind[Any]]:
    """The fields of a mapping in the order of the reference, and their kinds."""
    return {
        name: next(kind for kind in info.metadata if isinstance(kind, Kind))
        for name, info in model.model_fields.items()
        if name != "given"
    }


def described(model: type[Syntax], name: str) -> str:
    """The sentence that describes a field."""
    return model.model_fields[name].description or ""


def naming(model: type[Syntax]) -> Naming:
    """What the cures know of a mapping."""
    return Naming(model.NAME, model.NOUN, tuple(fields(model)))


def read_model(
    model: type[S], given: Given, reader: Reader, entries: Iterable[Entry] | None = None
) -> S | None:
    """Read a mapping, or some of its entries. Unknown, misplaced and missing names are reported; what can only mean
    one of our names is read as that. None when it is no mapping."""
    node = given.node
    if not isinstance(node, Mapping):
        _no_mapping(model, given, reader)
        return None
    known = fields(model)
    found: dict[str, Given] = {}
    strangers: list[Entry] = []
    for entry in node.entries if entries is None else entries:
        if entry.key.value in known:
            found[entry.key.value] = given.below(entry)
        else:
            strangers.append(entry)
    if strangers:
        for entry, name in name_strangers(naming(model), given, strangers, found.copy(), reader):
            found[name] = given.below(entry)
    found = {name: value for name, value in found.items() if not value.absent or name in model.REQUIRED}
    for name in model.REQUIRED:
        _require(model, name, given, found, reader)
    return model.model_validate({"given": given, **found}, context=reader)


def _require(model: type[Syntax], name: str, given: Given, found: dict[str, Given], reader: Reader) -> None:
    words = described(model, name)
    if name not in found:
        hint = Hint(f"write `{name}:` and its value")
        reader.error(
            "missing-field", f"{capital(model.NOUN)} needs `{name}`: {words}.", given, hint, key=True
        )
    elif found[name].absent:
        hint = Hint("write it after the colon, or below it and further to the right")
        message = f"There is nothing after `{name}:` ({words})."
        reader.error("missing-field", message, found.pop(name), hint, key=True)


def _no_mapping(model: type[Syntax], given: Given, reader: Reader) -> None:
    names = ", ".join(f"`{name}`" for name in fields(model))
    node = given.node
    hints: tuple[Hint, ...] = ()
    match node:
        case Scalar() if len(model.REQUIRED) == 1:
            words = cures.replace(
                node,
                f"{model.REQUIRED[0]}: {cures.scalar(node.value)}",
                f"write `{model.REQUIRED[0]}:` first",
            )
            hints = (words,) if "\n" not in reader.text[node.start : node.end] and not given.key else ()
        case Sequence(items=[Mapping()]) if (edits := cures.as_mapping(node, reader.text)) is not None:
            hints = (Hint("write it without the dash", edits, safe=True),)
        case _:
            pass
    message = f"{capital(model.NOUN)} is written with names and values."
    reader.error("wrong-type", message, given, *hints, Hint(f"its names are {names}"))
