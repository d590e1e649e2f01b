"""A paragraph's runs and a width in, its lines out.

Justified text is set by optimum fit over the paragraph (after Knuth and Plass): word spaces stay between
SHRINK and STRETCH of their natural width; a paragraph that can't be set so is hyphenated, and a line that
even then would be looser is left ragged. Other text is filled line by line.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf

from builders.pdf.blocks import Align, Run
from builders.pdf.units import Hyphenate, Joint, Piece, Unit, hyphens, units
from builders.theme.measure import advance
from builders.theme.tables import IGNORABLE

SHRINK, STRETCH = 0.8, 1.8
"""Bounds of a word space, as shares of its natural width."""
TRACKING = 0.015
"""The most that letters are spaced to fill a line, in em: less than is seen."""

_HYPHEN_COST, _TWO_HYPHENS_COST, _RAGGED_COST, _RUNT_COST = 4000.0, 16000.0, 1e6, 3000.0
_RUNT = 0.12
_SLACK = 1e-6


class Limit(Enum):
    """How loose a justified line may be: by its spaces, by its letters too, or left ragged."""

    SPACES = 0
    TRACKED = 1
    RAGGED = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line: text by run (spaces in it), and how it is set.

    `x` is its offset in the measure, `width` its natural width, `stretch` what is added to each of its
    spaces, all in points. `hyphen`: one was put in at its end; `broken`: it ends within a word, without one."""

    pieces: tuple[Piece, ...]
    x: float
    width: float
    stretch: float = 0.0
    tracking: float = 0.0
    hyphen: bool = False
    broken: bool = False

    @property
    def text(self) -> str:
        """Its characters, with the hyphen put in."""
        return "".join(text for _, text in self.pieces) + ("-" if self.hyphen else "")


def set_lines(
    runs: Sequence[Run],
    width: float,
    *,
    align: Align = "left",
    first_indent: float = 0.0,
    language: str | None = None,
    hyphenate: bool = True,
    avoid_runt: bool = False,
) -> list[Line]:
    """The lines of a paragraph in a measure of `width` points. `avoid_runt` evens out text whose last line
    is short (headings)."""
    own = units(runs, width, language, Hyphenate.NOTHING)
    if not own:
        return []
    if align == "justify":
        ends = _optimum(own, runs, width, first_indent, Limit.SPACES)
        for divided in (Hyphenate.WORDS, Hyphenate.NAMES) if hyphenate and language is not None else ():
            if not ends:
                own = units(runs, width, language, divided)
                ends = _optimum(own, runs, width, first_indent, Limit.TRACKED)
        ends = ends or _optimum(own, runs, width, first_indent, Limit.TRACKED)
        ends = ends or _optimum(own, runs, width, first_indent, Limit.RAGGED)
        ends = ends or _filled(own, runs, width, first_indent)  # where something is wider than the measure
    else:
        ends = _filled(own, runs, width, first_indent)
        if avoid_runt:
            ends = _evened(own, runs, width, first_indent, ends)
    return [
        _line(own, start, end, runs, width, align, first_indent if start == 0 else 0.0)
        for start, end in itertools.pairwise([0, *ends])
    ]


def _sums(own: Sequence[Unit]) -> tuple[list[float], list[float]]:
    """Widths and gaps of the units before each, added up."""
    widths = list(itertools.accumulate((unit.width + unit.gap for unit in own), initial=0.0))
    gaps = list(itertools.accumulate((unit.gap for unit in own), initial=0.0))
    return widths, gaps


def _letters(own: Sequence[Unit], runs: Sequence[Run]) -> list[float]:
    """The sizes of the characters before each unit, added up, less one for each space: what letters on either side of
    it are spaced is taken from it."""
    sizes = (
        sum(len(text) * runs[index].size for index, text in unit.pieces)
        - (runs[unit.gap_run].size if unit.gap else 0.0)
        for unit in own
    )
    return list(itertools.accumulate(sizes, initial=0.0))


def _optimum(
    own: Sequence[Unit], runs: Sequence[Run], width: float, first_indent: float, limit: Limit
) -> list[int]:
    """The ends of the lines with the least demerits; none when some line would be set looser than `limit`
    allows."""
    count = len(own)
    sums, gaps = _sums(own)
    hyphen_widths = hyphens(own, runs)
    letters = _letters(own, runs) if limit is Limit.TRACKED else [0.0] * (count + 1)
    best, previous = [0.0] + [inf] * count, [0] * (count + 1)
    open_starts = [0]
    for end in range(1, count + 1):
        joint = own[end].joint if end < count else Joint.FORCED
        if joint is Joint.HARD_SPACE:
            continue
        hyphen = hyphen_widths.get(end, 0.0)
        passed = 0
        for start in open_starts:
            gap = gaps[end] - gaps[start + 1]
            room = width - (0.0 if start else first_indent)
            excess = sums[end] - sums[start] - own[start].gap - room
            if excess > gap * (1 - SHRINK) + _SLACK and start < end - 1:
                passed += 1
                continue
            excess += hyphen
            if excess > gap * (1 - SHRINK) + _SLACK and start < end - 1:
                continue
            cost = _demerits(
                excess, gap, (letters[end] - letters[start]) * TRACKING, room, joint is Joint.FORCED
            )
            if cost == inf:
                if limit is not Limit.RAGGED:
                    break
                cost = _RAGGED_COST * (1 - excess / room)
            if hyphen:
                cost += _TWO_HYPHENS_COST if start in hyphen_widths else _HYPHEN_COST
            if best[start] + cost < best[end]:
                best[end], previous[end] = best[start] + cost, start
        del open_starts[:passed]
        if joint is Joint.FORCED:
            open_starts.clear()
        if best[end] < inf:
            open_starts.append(end)
        if not open_starts:
            return []
    ends = []
    end = count
    while end:
        ends.append(end)
        end = previous[end]
    return ends[::-1]


def _demerits(excess: float, gap: float, tracking: float, room: float, last: bool) -> float:
    """What a line that is `excess` too wide costs; infinite when its spaces would be too wide."""
    if excess > 0:
        ratio = min(1.0, excess / (gap * (1 - SHRINK))) if gap else 1.0
    elif last:
        return _RUNT_COST if -excess > room * (1 - _RUNT) else 0.0
    else:
        stretch = gap * (STRETCH - 1)
        if -excess > stretch + tracking + _SLACK:
            return inf
        ratio = -excess / stretch if stretch else 0.0
    return float((10 + 100 * ratio**3) ** 2)


def _filled(own: Sequence[Unit], runs: Sequence[Run], width: float, first_indent: float) -> list[int]:
    """The ends of the lines when each takes what fits."""
    hyphen_widths = hyphens(own, runs)
    ends: list[int] = []
    start, used, fitting = 0, first_indent, 0
    index = 0
    while index < len(own):
        unit = own[index]
        if index > start and unit.joint is Joint.FORCED:
            ends.append(index)
            start, used, fitting = index, 0.0, index
        used += unit.width + (unit.gap if index > start else 0.0)
        after = own[index + 1].joint if index + 1 < len(own) else Joint.FORCED
        if used > width + _SLACK and index > start:
            end = fitting if fitting > start else index
            ends.append(end)
            start, used, fitting, index = end, 0.0, end, end
            continue
        if after is not Joint.HARD_SPACE and used + hyphen_widths.get(index + 1, 0.0) <= width + _SLACK:
            fitting = index + 1
        index += 1
    return [*ends, len(own)]


def _evened(
    own: Sequence[Unit], runs: Sequence[Run], width: float, first_indent: float, ends: list[int]
) -> list[int]:
    """As many lines, but filled to a narrower width, when the last would be under a third of the measure."""
    if len(ends) < 2:
        return ends
    sums, _ = _sums(own)
    last = sums[-1] - sums[ends[-2]] - own[ends[-2]].gap
    if last >= width / 3:
        return ends
    low, high = width / 2, width
    while high - low > 1:
        middle = (low + high) / 2
        if len(_filled(own, runs, middle, first_indent)) <= len(ends):
            high = middle
        else:
            low = middle
    return _filled(own, runs, high, first_indent)


def _line(
    own: Sequence[Unit], start: int, end: int, runs: Sequence[Run], width: float, align: Align, indent: float
) -> Line:
    pieces = tuple(_merged(own, start, end))
    hyphen = end < len(own) and own[end].joint is Joint.HYPHEN
    broken = end < len(own) and own[end].joint is Joint.BREAK
    natural = sum([_width(text, runs[index]) for index, text in pieces])
    if hyphen:
        natural += _width("-", runs[pieces[-1][0]])
    room = width - indent
    match align:
        case "left" | "justify":
            x = indent
        case "center":
            x = indent + (room - natural) / 2
        case "right":
            x = indent + room - natural
    stretch = tracking = 0.0
    if align == "justify":
        ending = end == len(own) or own[end].joint is Joint.FORCED
        gaps = [unit.gap for unit in own[start + 1 : end] if unit.gap]
        stretch, tracking = _fill(room - natural, gaps, _sizes(pieces, runs, hyphen), ending)
    return Line(pieces, x, natural, stretch, tracking, hyphen, broken)


def _sizes(pieces: Sequence[Piece], runs: Sequence[Run], hyphen: bool) -> Iterator[float]:
    """The sizes of the characters that are painted."""
    for index, text in pieces:
        yield from (runs[index].size for char in text if char not in IGNORABLE)
    if hyphen:
        yield runs[pieces[-1][0]].size


def _fill(lack: float, gaps: Sequence[float], letters: Iterator[float], last: bool) -> tuple[float, float]:
    """What each space and each character of a justified line gets: nothing in a last line, nor where it would
    be too loose."""
    if not gaps or (last and lack > 0):
        return 0.0, 0.0
    most = sum(gaps) * (STRETCH - 1)
    if lack <= most + _SLACK:
        return lack / len(gaps), 0.0
    sizes = list(letters)
    # Letters before a space and the space itself are spaced as well: that is taken from what it is stretched.
    spaced = len(sizes) - 1 - 2 * len(gaps)
    if spaced < 1:
        return 0.0, 0.0
    if lack - most > (spaced + 1) * TRACKING * sum(sizes) / len(sizes) + _SLACK:
        return 0.0, 0.0
    tracking = (lack - most) / spaced
    return most / len(gaps) - 2 * tracking, tracking


def _merged(own: Sequence[Unit], start: int, end: int) -> Iterator[Piece]:
    """The text of the units, neighbours of one run made one, a space where there was one or more."""
    parts: list[Piece] = []
    for index in range(start, end):
        if index > start and own[index].gap:
            parts.append((own[index].gap_run, " "))
        parts.extend(own[index].pieces)
    for run, group in itertools.groupby(parts, key=lambda piece: piece[0]):
        yield run, "".join([text for _, text in group])


def _width(text: str, run: Run) -> float:
    return advance(text, run.face, run.size, run.spacing, run.language)
