"""Marks in; where their labels stand out, and which are left to the key."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from builders.figures.crop import Box
from builders.figures.maps.field import Field
from builders.figures.maps.ground import Ground
from builders.figures.maps.inks import Inks
from builders.figures.maps.labels import (
    Standing,
    Try,
    Words,
    along_line,
    around_point,
    broken,
    led_from,
    next_to,
    outside,
    settle,
    within,
)
from builders.figures.maps.marks import Mark
from builders.figures.maps.paths import hatching, spaced
from builders.lesson.maps import MapArrow, MapLabel, MapLine, MapPlace, MapRegion
from builders.lesson.model import plain

LINE, CONTEXT, ARROW, CIRCLE, OUTLINE, COAST, BORDER, RIVER = 40.0, 16.0, 30.0, 16.0, 4.0, 2.2, 1.5, 0.5
"""What a label pays for covering each of these; a context is a line of neither side."""

NARROW = (12.0, 8.5, 6.0)
"""The measures to which the name of a line, an arrow or a region may be broken, in ems."""

FREE = 7.5
"""What a place may cost where nothing that matters is covered."""

TINT = 1.5
"""What it pays for standing on a region, be it its own: a little."""

CLEAN = 11.0
"""What a place next to its dot may cost before one with a leader is better."""


@dataclass(slots=True)
class Placed:
    """Labels by the number of their mark; `numbered` are the numbers that stand for names in the key."""

    standing: dict[int, Standing] = field(default_factory=dict)
    numbered: dict[int, Standing] = field(default_factory=dict)
    keyed: list[int] = field(default_factory=list)
    scale: Box | None = None


def place(
    marks: list[Mark], earth: Ground, room: Box, look: Inks, scale: tuple[float, float] | None
) -> Placed:
    """Where every label stands in the room there is. `scale` is the width and height of the scale bar, if any."""
    taken = Field(room, round(0.24 * look.size, 2))
    dots = _obstacles(marks, earth, look, taken)
    placed = Placed()
    if scale is not None:
        corner = settle(Words((), look.sans, look.size), _corners(room, *scale), taken, most=math.inf)
        placed.scale = corner.box if corner else None
    named = [n for n in range(len(marks)) if marks[n].words.lines]
    _beside(marks, [n for n in named if marks[n].radius], dots, taken, placed)
    for n in sorted(named, key=lambda n: _turn(marks[n])):
        if n in placed.standing:
            continue
        found = _stand(marks[n], dots.get(n), taken, look)
        if found is not None:
            placed.standing[n] = found
        else:
            placed.keyed.append(n)
    placed.keyed.sort()
    for number, n in enumerate((n for n in placed.keyed if marks[n].by_number), 1):
        words = Words((str(number),), look.sans.with_style(bold=True), look.size)
        at, reach = marks[n].middle, marks[n].radius
        tries = [*around_point(words, at)] if reach is None or reach > look.dot else []
        tries += [*next_to(words, at, reach), *led_from(words, at, reach)] if reach else []
        if (spot := settle(words, tries, taken, own=dots.get(n), most=math.inf)) is not None:
            placed.numbered[n] = spot
    return placed


def _beside(
    marks: list[Mark], round_ones: list[int], dots: dict[int, Box], taken: Field, placed: Placed
) -> None:
    """The names of dots and circles that can stand next to them, those with the fewest such places first, so that no
    leader takes a place that another needs."""

    def tries(n: int) -> Iterator[Try]:
        return next_to(marks[n].words, marks[n].middle, marks[n].radius or 0.0)

    def choices(n: int) -> int:
        clean = (t for t in tries(n) if t.cost + taken.cost(t.box) < CLEAN)
        return sum(taken.free(t.box, own=dots.get(n)) for t in clean)

    for n in sorted(round_ones, key=lambda n: (choices(n), -marks[n].words.width, n)):
        if (found := settle(marks[n].words, tries(n), taken, own=dots.get(n), most=CLEAN)) is not None:
            placed.standing[n] = found


def _obstacles(marks: list[Mark], earth: Ground, look: Inks, taken: Field) -> dict[int, Box]:
    """Put all that is drawn on the field; the boxes of the dots by their marks."""
    for line in (*earth.land, *earth.lakes):
        taken.add_line(line, COAST)
    for line in earth.rivers:
        taken.add_line(line, RIVER)
    for line in earth.borders:
        taken.add_line(line, BORDER)
    dots: dict[int, Box] = {}
    for n, mark in enumerate(marks):
        match mark.entry:
            case MapPlace():
                (x, y), r = mark.middle, look.dot
                dots[n] = Box(x - r, y - r, x + r, y + r)
                taken.dots.append(dots[n])
            case MapLine():
                for part in mark.parts:
                    taken.add_line(part, CONTEXT if mark.entry.side == "neither" else LINE)
            case MapArrow():
                for part in mark.parts:
                    taken.add_line(part, ARROW)
            case MapRegion():
                ring = mark.parts[0]
                taken.add_line([*ring, ring[0]], OUTLINE if mark.entry.radius is None else CIRCLE)
                if mark.entry.style != "outlined":
                    taken.add_points(
                        [p for line in hatching(ring, 5.0, 0.0) for p in spaced(line, 5.0)], TINT
                    )
            case MapLabel():
                pass
            case _:
                assert_never(mark.entry)
    return dots


def _turn(mark: Mark) -> tuple[int, float]:
    """Towns first, since they can't move; the widest names of each kind first."""
    order = {MapPlace: 1, MapLabel: 2, MapArrow: 3, MapLine: 4, MapRegion: 5}
    return 0 if mark.radius and isinstance(mark.entry, MapRegion) else order[
        type(mark.entry)
    ], -mark.words.width


def _stand(mark: Mark, dot: Box | None, taken: Field, look: Inks) -> Standing | None:
    entry, words = mark.entry, mark.words
    longest = max(mark.parts, key=len)
    match entry:
        case MapPlace():
            tries = (*next_to(words, mark.middle, look.dot), *led_from(words, mark.middle, look.dot))
            return settle(words, tries, taken, own=dot)
        case MapLabel():
            return settle(words, around_point(words, mark.parts[0][0]), taken)
        case MapArrow():
            return _folded(mark, taken, lambda w: along_line(w, longest, 0.15, 1.2 * look.line + 2), 28.0)
        case MapLine():
            return _folded(mark, taken, lambda w: along_line(w, longest, 0.5, look.line / 2 + 3), 20.0)
        case MapRegion():
            if mark.radius is not None:
                tries = (
                    *next_to(words, mark.middle, mark.radius),
                    *led_from(words, mark.middle, mark.radius),
                )
                return settle(words, tries, taken, most=34.0)
            found = _folded(mark, taken, lambda w: within(w, longest), 12.0)
            if found is not None:
                return found
            return settle(words, outside(words, longest), taken, most=24.0)
        case _:
            assert_never(entry)


def _folded(
    mark: Mark, taken: Field, tries: Callable[[Words], Iterable[Try]], most: float
) -> Standing | None:
    """A name that may be broken in several ways: the first that stands well, else the first that stands."""
    words = mark.words
    for cost in (FREE, most):
        for narrow in NARROW:
            lines = broken(plain(mark.entry.name), words.face, words.size, narrow * words.size)
            folded = replace(words, lines=lines)
            if (found := settle(folded, tries(folded), taken, most=cost)) is not None:
                return found
    return None


def _corners(room: Box, wide: float, high: float) -> list[Try]:
    pad = 3.0
    left, right = room.left + pad, room.right - pad - wide
    top, bottom = room.top + pad, room.bottom - pad - high
    corners = ((right, bottom, 0.0), (left, bottom, 1.0), (right, top, 2.0), (left, top, 3.0))
    return [Try(Box(x, y, x + wide, y + high), cost) for x, y, cost in corners]
