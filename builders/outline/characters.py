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
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI", "LRO", "LRE", "LRI", "PDF", "PDI"})


@dataclass(frozen=True, slots=True)
class BadCharacter:
    """Why a character can't be printed, and its index in the text."""

    why: Literal["illegal-character", "right-to-left", "uncovered-character"]
    char: str
    index: int

    @property
    def name(self) -> str:
        """The character as a message shows it: itself where that is possible, and its code point."""
        shown = f"“{self.char}” " if self.char.isprintable() and self.why != "illegal-character" else ""
        return f"{shown}U+{ord(self.char):04X}"


def bad_characters(text: str, language: str) -> Iterator[BadCharacter]:
    """The first character that XML forbids, the first of a script from right to left, the first without a font."""
    if _COMMON.fullmatch(text):
        return
    found = _ILLEGAL.search(text)
    if found:
        yield BadCharacter("illegal-character", found[0], found.start())
    for index, char in enumerate(text):
        if unicodedata.bidirectional(char) in _RIGHT_TO_LEFT:
            yield BadCharacter("right-to-left", char, index)
            return
    missing = _uncovered(_ILLEGAL.sub("", text), language)
    if missing:
        yield BadCharacter("uncovered-character", missing[0], text.index(missing[0]))


def _uncovered(text: str, language: str) -> str:
    from builders.theme.faces import SERIF
    from builders.theme.measure import uncovered

    return uncovered(text, SERIF, language)
