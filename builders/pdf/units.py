"""Runs of text in, the unbreakable units out of which lines are made, with what a line end before each
would cost."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from builders.pdf.blocks import Run
from builders.theme.breaks import SOFT_HYPHEN, held, opportunities
from builders.theme.faces import Face
from builders.theme.hyphenate import divisions
from builders.theme.measure import advance, space

_HARD_SPACE = "\u00a0"
_SPACES = " \t" + _HARD_SPACE


class Hyphenate(Enum):
    """Which words may be divided by the patterns of their language: none, those without a capital, all."""

    NOTHING = 0
    WORDS = 1
    NAMES = 2


class Joint(Enum):
    """What stands between a unit and the one before it."""

    START = 0
    SPACE = 1
    HARD_SPACE = 2
    BREAK = 3
    HYPHEN = 4
    FORCED = 5


Piece = tuple[int, str]
"""The index of a run and some of its text."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Text that stays on one line. `width` in points; `gap` is that of the space before it, `gap_run` its
    run."""

    pieces: tuple[Piece, ...]
    width: float
    joint: Joint
    gap: float = 0.0
    gap_run: int = 0


def units(runs: Sequence[Run], width: float, language: str | None, hyphenate: Hyphenate) -> list[Unit]:
    """The units of a paragraph. Words are divided as `hyphenate` says, at explicit hyphens, soft hyphens, in addresses
    and between ideographs always, and anywhere when wider than `width`."""
    result: list[Unit] = []
    last = ""
    for word, joint, gap_run in _words(runs):
        text = "".join(piece for _, piece in word)
        if joint is Joint.SPACE and held(last, text):
            joint = Joint.HARD_SPACE
        last = text
        gap = (
            space(runs[gap_run].face) * runs[gap_run].size + runs[gap_run].spacing
            if _is_space(joint)
            else 0.0
        )
        parts = list(_parts(word, runs, language, hyphenate))
        for number, (pieces, inner, extent) in enumerate(parts):
            own, own_gap = (joint, gap) if number == 0 else (inner, 0.0)
            room = width
            if number + 1 < len(parts) and parts[number + 1][1] is Joint.HYPHEN:
                room -= _hyphen_after(pieces, runs)
            if extent <= room:
                result.append(Unit(pieces, extent, own, own_gap, gap_run))
                continue
            for piece, part in _chopped(pieces, runs, room):
                result.append(Unit((piece,), part, own, own_gap, gap_run))
                own, own_gap = Joint.BREAK, 0.0
    return _loosened(result, runs, width)


def _loosened(own: list[Unit], runs: Sequence[Run], width: float) -> list[Unit]:
    """The units, with ordinary spaces for hard ones where what they hold together is wider than a line."""
    if all(unit.joint is not Joint.HARD_SPACE for unit in own):
        return own
    result: list[Unit] = []
    tied = 0.0
    for index, unit in enumerate(own):
        hard = unit.joint is Joint.HARD_SPACE
        tied = tied + unit.gap + unit.width if hard else unit.width
        if hard and tied + _hyphen_before(own, index + 1, runs) > width:
            tied, unit = unit.width, replace(unit, joint=Joint.SPACE)
        result.append(unit)
    return result


def _hyphen_before(own: Sequence[Unit], index: int, runs: Sequence[Run]) -> float:
    """The width of the hyphen that a line needs when it ends before a unit."""
    if index >= len(own) or own[index].joint is not Joint.HYPHEN:
        return 0.0
    return _hyphen_after(own[index - 1].pieces, runs)


def _hyphen_after(pieces: Sequence[Piece], runs: Sequence[Run]) -> float:
    last = runs[pieces[-1][0]]
    return advance("-", last.face, last.size)


def hyphens(own: Sequence[Unit], runs: Sequence[Run]) -> dict[int, float]:
    """By the index of a unit the width of the hyphen that a line ending before it needs."""
    return {
        index: _hyphen_before(own, index, runs)
        for index, unit in enumerate(own)
        if unit.joint is Joint.HYPHEN
    }


def _is_space(joint: Joint) -> bool:
    return joint is Joint.SPACE or joint is Joint.HARD_SPACE


def _words(runs: Sequence[Run]) -> Iterator[tuple[list[Piece], Joint, int]]:
    """Words (pieces that no space parts) with what is before them and the run that a space before them
    belongs to."""
    word: list[Piece] = []
    joint, gap_run = Joint.START, 0
    for index, run in enumerate(runs):
        for is_space, token in _tokens(run.text):
            if not is_space:
                word.append((index, token))
                continue
            if word:
                yield word, joint, gap_run
                word, joint = [], Joint.SPACE
            if "\n" in token:
                if joint is Joint.FORCED or joint is Joint.START:
                    yield [(index, "")], joint, index
                joint = Joint.FORCED
            elif joint is not Joint.START and joint is not Joint.FORCED:
                joint = Joint.HARD_SPACE if _HARD_SPACE in token else joint
            gap_run = index
    if word:
        yield word, joint, gap_run


@lru_cache(maxsize=1 << 10)
def _tokens(text: str) -> tuple[tuple[bool, str], ...]:
    groups = itertools.groupby(text, key=lambda char: char in _SPACES or char == "\n")
    tokens = [(is_space, "".join(chars)) for is_space, chars in groups]
    # Each forced end of a line is a token of its own.
    return tuple(
        (is_space, part)
        for is_space, token in tokens
        for part in (["\n"] * token.count("\n") if is_space and "\n" in token else [token])
    )


def _parts(
    word: Sequence[Piece], runs: Sequence[Run], language: str | None, hyphenate: Hyphenate
) -> Iterable[tuple[tuple[Piece, ...], Joint, float]]:
    """A word cut where a line may end in it; widths add up to that of the whole."""
    first = runs[word[0][0]]
    own = None if hyphenate is Hyphenate.NOTHING else (first.language or language)
    names = hyphenate is Hyphenate.NAMES
    if len(word) == 1:
        index, text = word[0]
        if not text:
            return [(tuple(word), Joint.BREAK, 0.0)]
        parts = _cut(text, first.face, first.size, first.spacing, first.language, own, names)
        return [(((index, part),), joint, width) for part, joint, width in parts]
    return _cut_pieces(word, runs, own, names)


@lru_cache(maxsize=1 << 15)
def _cut(
    text: str,
    face: Face,
    size: float,
    spacing: float,
    language: str | None,
    patterns: str | None,
    names: bool,
) -> tuple[tuple[str, Joint, float], ...]:
    """A word in one style, cut; most words are met often."""
    runs = (Run(text, face, size, "", language=language, spacing=spacing),)
    return tuple(
        (pieces[0][1], joint, width)
        for pieces, joint, width in _cut_pieces([(0, text)], runs, patterns, names)
    )


def _cut_pieces(
    word: Sequence[Piece], runs: Sequence[Run], patterns: str | None, names: bool
) -> Iterator[tuple[tuple[Piece, ...], Joint, float]]:
    cuts = _cuts("".join([piece for _, piece in word]), patterns, names)
    start, before, joint = 0, 0.0, Joint.BREAK
    for end in (*sorted(cuts), sum(len(piece) for _, piece in word)):
        until = sum(_width(piece, runs[index]) for index, piece in _slice(word, 0, end))
        yield tuple(_slice(word, start, end)), joint, until - before
        start, before, joint = end, until, cuts.get(end, Joint.BREAK)


def _cuts(text: str, patterns: str | None, names: bool) -> dict[int, Joint]:
    """Where a word may be cut: at its soft hyphens, else at its opportunities, else by the patterns of a
    language."""
    if SOFT_HYPHEN in text:
        return {i + 1: Joint.HYPHEN for i, char in enumerate(text[:-1]) if char == SOFT_HYPHEN and i}
    cuts: dict[int, Joint] = dict.fromkeys(opportunities(text), Joint.BREAK)
    if not cuts and patterns is not None:
        cuts = dict.fromkeys(divisions(text, patterns, names), Joint.HYPHEN)
    return cuts


def _slice(word: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    offset = 0
    for index, piece in word:
        part = piece[max(0, start - offset) : max(0, end - offset)]
        if part:
            yield index, part
        offset += len(piece)


def _chopped(pieces: Sequence[Piece], runs: Sequence[Run], width: float) -> Iterator[tuple[Piece, float]]:
    """Text without an opportunity that is wider than a line, in parts that fit; a single character always
    does."""
    for index, text in pieces:
        rest = text
        while rest:
            count = len(rest)
            while count > 1 and _width(rest[:count], runs[index]) > width:
                count -= 1
            yield (index, rest[:count]), _width(rest[:count], runs[index])
            rest = rest[count:]


def _width(text: str, run: Run) -> float:
    return advance(text, run.face, run.size, run.spacing, run.language)
