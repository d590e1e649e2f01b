"""Text and face in, widths in points out; fallback among the page's families, kerning and ligatures included.

Deck families are named in a file and set by another program: they neither kern nor fall back here, and a
character that their table lacks is taken wider than it is likely to be.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from builders.theme.faces import DECK, Face, Family
from builders.theme.tables import IGNORABLE, Metrics, metrics

_WESTERN = (Family.SERIF, Family.SANS, Family.FALLBACK)
_EASTERN = {
    "ja": (Family.JAPANESE, Family.CHINESE, Family.KOREAN),
    "ko": (Family.KOREAN, Family.CHINESE, Family.JAPANESE),
}
_CHINESE_FIRST = (Family.CHINESE, Family.JAPANESE, Family.KOREAN)
_REMEMBERED = 1 << 15
_MISSING_WIDE, _MISSING = 1.0, 0.8


@dataclass(frozen=True, slots=True)
class Shaped:
    """Text in one face as it is painted: ligatures put in, what takes no room left out.

    `width` is in em; `kerning` has the adjustment in em before the character at each index, in order."""

    text: str
    face: Face
    width: float
    kerning: tuple[tuple[int, float], ...] = ()


def advance(text: str, face: Face, size: float, spacing: float = 0.0, language: str | None = None) -> float:
    """The width of a line of text in points, with `spacing` points after each character."""
    words = text.split(" ")
    widths = _widths(face, bool(spacing), language)
    width = sum([widths[word] for word in words]) * size
    gaps = len(words) - 1
    if gaps:
        width += gaps * space(face) * size
    if spacing:
        width += spacing * sum(char not in IGNORABLE for char in text)
    return width


def ascent(face: Face, size: float) -> float:
    """How far the face reaches above the baseline, in points."""
    return metrics(face).ascent * size


def descent(face: Face, size: float) -> float:
    """How far the face reaches below the baseline, in points (positive)."""
    return metrics(face).descent * size


@cache
def space(face: Face) -> float:
    """The width of a word space in em."""
    return metrics(face).advances[" "]


def word_width(word: str, face: Face, spaced: bool = False, language: str | None = None) -> float:
    """The width in em of text without spaces; letter-spaced text has no ligatures."""
    return _widths(face, spaced, language)[word]


class _Widths(dict[str, float]):
    """The widths in em of the words met so far in one face: most are met often."""

    def __init__(self, face: Face, spaced: bool, language: str | None) -> None:
        self.style = face, spaced, language

    def __missing__(self, word: str) -> float:
        if len(self) >= _REMEMBERED:
            self.clear()
        width = self[word] = sum(part.width for part in shape(word, *self.style))
        return width


@lru_cache(maxsize=256)
def _widths(face: Face, spaced: bool, language: str | None) -> _Widths:
    return _Widths(face, spaced, language)


@lru_cache(maxsize=1 << 14)
def shape(text: str, face: Face, spaced: bool = False, language: str | None = None) -> tuple[Shaped, ...]:
    """Text as it is painted, cut where the face changes. A character that no face covers stays in the face
    that was asked for (the compiler reports those before; pdf/ refuses them)."""
    return tuple(_shaped(part, own, spaced) for part, own in split_by_face(text, face, language))


def _shaped(text: str, face: Face, spaced: bool) -> Shaped:
    table = metrics(face)
    if not text.isascii():
        composed = unicodedata.normalize("NFC", text)
        text = composed if all(char in table.advances for char in composed) else text
    for joint in IGNORABLE.intersection(text):
        text = text.replace(joint, "")
    if not spaced:
        for plain, ligature in table.ligatures.items():
            text = text.replace(plain, ligature)
    widths = table.advances
    width = sum([widths[char] if char in widths else _guess(char) for char in text])
    kerning = tuple(_kerning(text, table)) if table.kerning else ()
    return Shaped(text, face, width + sum(value for _, value in kerning), kerning)


def _kerning(text: str, table: Metrics) -> Iterator[tuple[int, float]]:
    left, right, kerning = table.left, table.right, table.kerning
    for index in range(1, len(text)):
        before, after = left.get(text[index - 1]), right.get(text[index])
        if before is not None and after is not None and (value := kerning[before][after]):
            yield index, value


def split_by_face(text: str, face: Face, language: str | None = None) -> tuple[tuple[str, Face], ...]:
    """Text cut into runs that one face covers each, the asked face first; a letter keeps its combining
    marks."""
    covered = metrics(face).advances
    if face.family in DECK or all(char in covered for char in text):
        return ((text, face),) if text else ()
    parts: list[tuple[str, Face]] = []
    for cluster in _clusters(text):
        own = _face_for(cluster, face, language)
        if parts and (parts[-1][1] == own or set(cluster) <= IGNORABLE):
            parts[-1] = (parts[-1][0] + cluster, parts[-1][1])
        else:
            parts.append((cluster, own))
    return tuple(parts)


def uncovered(text: str, face: Face, language: str | None = None) -> str:
    """The characters of `text`, once each in order, that neither the face nor any it falls back on covers."""
    chain = _chain(face, language)
    return "".join(
        char
        for char in dict.fromkeys(text)
        if char not in " \n" and not any(char in metrics(own).advances for own in chain)
    )


def _face_for(cluster: str, face: Face, language: str | None) -> Face:
    for own in _chain(face, language):
        advances = metrics(own).advances
        if all(char in advances for char in cluster):
            return own
    return face if len(cluster) == 1 else _face_for(cluster[0], face, language)


@cache
def _chain(face: Face, language: str | None) -> tuple[Face, ...]:
    """The faces that are asked for a character, in order."""
    eastern = _EASTERN.get((language or "").partition("-")[0], _CHINESE_FIRST)
    families = dict.fromkeys((face.family, *_WESTERN, *eastern))
    return tuple(replace(face, family=family) for family in families)


def _clusters(text: str) -> Iterator[str]:
    start = 0
    for index in range(1, len(text)):
        if not unicodedata.category(text[index]).startswith("M"):
            yield text[start:index]
            start = index
    yield text[start:]


def _guess(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    return _MISSING_WIDE if unicodedata.east_asian_width(char) in "WF" else _MISSING
