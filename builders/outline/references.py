"""References: the name of a source or image as written, looked up when all names are known."""

from __future__ import annotations

from dataclasses import dataclass

from builders.outline.kinds import TEXT_SCHEMA, Kind
from builders.outline.reader import Given, Reader
from builders.outline.values import raw_text


@dataclass(frozen=True, slots=True)
class Reference:
    """What was written, and where."""

    text: str
    given: Given


def _read(given: Given, reader: Reader) -> Reference | None:
    words = raw_text(given, reader).strip()
    return Reference(words, given) if words else None


REFERENCE: Kind[Reference | None] = Kind("name", _read, TEXT_SCHEMA)
