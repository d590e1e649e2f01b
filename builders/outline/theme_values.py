"""Single values of a theme: a node in, a colour, a size, a family or a word of a few out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from builders.diagnostics import Hint
from builders.outline import cures
from builders.outline.kinds import TEXT_SCHEMA, Kind
from builders.outline.reader import Given, Reader, listed
from builders.outline.values import raw_text
from builders.source.nodes import Scalar
from builders.theme.faces import Family

Size = tuple[float, float]

_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_RGB = re.compile(r"rgb\s*\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*\)", re.IGNORECASE)
_NAMED = {
    "black": "000000", "white": "ffffff", "grey": "808080", "gray": "808080", "silver": "c0c0c0", "red": "b3202a",
    "maroon": "800000", "green": "1b6b3a", "olive": "6b6b00", "blue": "1f4e9e", "navy": "000080", "teal": "00696b",
    "purple": "6a1b7a", "orange": "b35600", "yellow": "ffd400", "brown": "6e4a2a", "gold": "c9a227", "pink": "d6487e",
}  # fmt: skip
"""What colours with a name may be meant by; the darker ones of a kind, for text is set in them."""
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_SIZE = re.compile(rf"({_NUMBER})(?:\s*(?:pt)?\s*/\s*({_NUMBER}))?\s*(?:pt)?", re.IGNORECASE)
_HEX_WORDS = "a colour is six digits 0–9 and letters a–f, as in 9e2a2b"


def _read_color(given: Given, reader: Reader) -> str | None:
    words = raw_text(given, reader).strip()
    if not words:
        return None
    if found := _HEX.fullmatch(words):
        digits = found[1].lower()
        return digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    hint = Hint(_HEX_WORDS)
    parts = _RGB.fullmatch(words)
    if parts and all(int(part) < 256 for part in parts.groups()):
        meant = "".join(f"{int(part):02x}" for part in parts.groups())
        hint = cures.replace(given.node, meant, f"write {meant}", safe=True)
    elif meant := _NAMED.get(words.casefold().replace("dark", "").strip(), ""):
        hint = cures.replace(given.node, meant, f"write {meant}, or another; {_HEX_WORDS}")
    reader.error("wrong-color", f"“{words}” is not a colour here.", given, hint)
    return None


COLOR = Kind("colour", _read_color, {"type": ["string", "number"]})


def size(least: float, most: float) -> Kind[Size | None]:
    """A type size and, after a slash, its leading, in points; without it, 1.3 times the size."""

    def read(given: Given, reader: Reader) -> Size | None:
        words = raw_text(given, reader).strip()
        if not words:
            return None
        found = _SIZE.fullmatch(words)
        if found:
            points = _number(found[1])
            leading = _number(found[2]) if found[2] else round(points * 2.6) / 2
            if least <= points <= most and points <= leading <= 2 * points:
                return points, leading
        message = f"“{words}” is not a size from {least:g} to {most:g} points with its distance of lines."
        example = round(max(least, min(most, _number(found[1]) if found else least)) * 2) / 2
        cure = f"{example:g}/{round(example * 2.6) / 2:g}"
        reader.error("wrong-number", message, given, Hint(f"write both with a slash between, as in {cure}"))
        return None

    return Kind(f"size/leading, {least:g}–{most:g} points", read, {"type": ["string", "number"]})


def points(least: float, most: float) -> Kind[float | None]:
    """A length in points between two bounds."""

    def read(given: Given, reader: Reader) -> float | None:
        words = raw_text(given, reader).strip()
        if not words:
            return None
        if re.fullmatch(_NUMBER, words) and least <= _number(words) <= most:
            return _number(words)
        message = f"“{words}” is not a number of points from {least:g} to {most:g}."
        reader.error("wrong-number", message, given, Hint(f"write {least:g}, {most:g} or what is between"))
        return None

    return Kind(f"points, {least:g}–{most:g}", read, {"type": ["string", "number"]})


def _number(words: str) -> float:
    return float(words.replace(",", "."))


T = TypeVar("T", bound=str)


def one_of(names: Sequence[T], what: str) -> Kind[T | None]:
    """One of a few words; `what` names it in messages."""

    def read(given: Given, reader: Reader) -> T | None:
        words = raw_text(given, reader).strip()
        if not words:
            return None
        for name in names:
            if words.casefold() == name.casefold():
                return name
        hints = cures.did_you_mean(Scalar(words, given.node.start, given.node.end), names)
        known = listed([f"`{name}`" for name in names])
        hints = hints or (Hint(f"write one of {known}"),)
        reader.error("unknown-name", f"“{words}” is no {what}; there are {known}.", given, *hints)
        return None

    return Kind(", ".join(names), read, TEXT_SCHEMA | {"enum": list(names)} if names else TEXT_SCHEMA)


def family(names: Sequence[Family], what: str) -> Kind[Family | None]:
    """A font family."""
    return one_of(names, what)
