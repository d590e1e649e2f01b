"""Characters that can't be printed: a text in, the first of each trouble out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

# Latin, punctuation and Cyrillic that every page family has: no need to ask.
_COMMON = re.compile(
    r"[\n\t\r -~\u00a0-\u017f\u0400-\u045f\u2013\u2014\u2018-\u201e\u2022\u2026\u2032\u2033\u20ac\u2212]*"
)
_ILLEGAL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Reported when the source is read."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_DIRECTIONS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class BadCharacter:
    """Why a character can't be printed; `direction` is an invisible mark of direction."""

    why: Literal["right-to-left", "direction", "uncovered"]
    char: str

    @property
    def name(self) -> str:
        """The character as a message shows it: itself where that can be seen, and its code point."""
        return (
            f"“{self.char}” (U+{ord(self.char):04X})"
            if self.char.isprintable()
            else f"U+{ord(self.char):04X}"
        )


def bad_characters(text: str, language: str) -> Iterator[BadCharacter]:
    """The first character of a script from right to left, the first mark of direction, the first without a font."""
    if _COMMON.fullmatch(text):
        return
    for char in text:
        if unicodedata.bidirectional(char) in _RIGHT_TO_LEFT:
            yield BadCharacter("right-to-left", char)
            return
    if found := _DIRECTIONS.search(text):
        yield BadCharacter("direction", found[0])
    missing = _uncovered(_DIRECTIONS.sub("", _ILLEGAL.sub("", text)), language)
    if missing:
        yield BadCharacter("uncovered", missing[0])


def _uncovered(text: str, language: str) -> str:
    from builders.theme.faces import SERIF
    from builders.theme.measure import uncovered

    return uncovered(text, SERIF, language)
