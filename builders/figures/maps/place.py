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
from builders.figures.maps.obstacles import Drawn, Point, obstacles
from builders.lesson.maps import MapArrow, MapLabel, MapLine, MapPlace, MapRegion
from builders.lesson.model import plain

NARROW = (12.0, 8.5, 6.0)
"""The measures to which the name of a line, an arrow or a region may be broken, in ems."""

LAND = 7.0
"""The same of a country, which is broken only where it must be."""

FREE = 7.5
"""What a place may cost where nothing that matters is covered."""

CLEAN = 11.0
"""What a place next to its dot may cost before one with a leader is better."""

WORST = 90.0
"""What a country's name may cost: coasts and rivers, but no line."""

LED = 32.0
"""What one with a leader may cost: no more than a line that is covered."""

ROOMY = 6.0
"""The same on a cover, where a town is named only with room."""


@dataclass(slots=True)
class Placed:
    """Labels by the number of their mark; `numbered` are the numbers that stand for names in the key."""

    standing: dict[int, Standing] = field(default_factory=dict)
    numbered: dict[int, Standing] = field(default_factory=dict)
    keyed: list[int] = field(default_factory=list)
    scale: Box | None = None


def place(
    marks: list[Mark],
    earth: Ground,
    room: Box,
    look: Inks,
    scale: tuple[float, float] | None,
    *,
    cover: bool = False,
) -> Placed:
    """Where every label stands in the room there is. `scale` is the width and height of the scale bar, if any. Circles
    are one set, and so are arrows that look alike: all have their names, or numbers in the outline's order. A cover
    has neither numbers nor leaders to towns: there the names of lands and of what the map is about come first."""
    sets = [frozenset(n for n, m in enumerate(marks) if m.circle and m.words.lines)]
    sets += {
        frozenset(m for m in range(len(marks)) if marks[m].sample == marks[n].sample and marks[m].words.lines)
        for n, mark in enumerate(marks)
        if isinstance(mark.entry, MapArrow) and _alike(n, marks)
    }
    unnamed: frozenset[int] = frozenset()
    while True:
        placed = _placed(marks, earth, room, look, scale, unnamed, cover=cover)
        more = [own for own in sets if own & {*placed.keyed} and not own <= unnamed]
        if not more:
            return placed
        unnamed = unnamed.union(*more)


def _placed(
    marks: list[Mark],
    earth: Ground,
    room: Box,
    look: Inks,
    scale: tuple[float, float] | None,
    unnamed: frozenset[int],
    *,
    cover: bool,
) -> Placed:
    taken = Field(room, round(0.24 * look.size, 2), round(look.line / 2 + 0.22 * look.size, 2))
    drawn = obstacles(marks, earth, look, taken)
    placed = Placed()
    if scale is not None:
        corner = settle(Words((), look.sans, look.size), _corners(room, *scale), taken, most=math.inf)
        placed.scale = corner.box if corner else None
    named = [n for n in range(len(marks)) if marks[n].words.lines and n not in unnamed]
    placed.keyed = sorted(unnamed)
    if not cover:
        for n in placed.keyed:
            _number(n, marks, drawn, taken, look, placed)
    round_ones = [n for n in named if marks[n].radius]
    # A country's name goes first: it has but the one place, a town's has eight.
    for n in sorted(named, key=lambda n: (-marks[n].words.width, n)):
        if isinstance(marks[n].entry, MapLabel) and (found := _land(marks[n], taken)) is not None:
            placed.standing[n] = found
    if not cover:
        _beside(marks, round_ones, drawn, taken, placed, CLEAN)
    for n in sorted(named, key=lambda n: _turn(marks[n], cover=cover)):
        if n in placed.standing or (cover and isinstance(marks[n].entry, MapPlace)):
            continue
        alone = not _alike(n, marks)
        found = _stand(marks[n], n, drawn, earth, taken, look, led=cover or not alone)
        if found is not None:
            placed.standing[n] = found
        else:
            placed.keyed.append(n)
    if cover:
        _beside(marks, [n for n in round_ones if not marks[n].circle], drawn, taken, placed, ROOMY)
    placed.keyed.sort()
    for n in placed.keyed if not cover else ():
        if n not in placed.numbered and (marks[n].by_number or _alike(n, marks)):
            _number(n, marks, drawn, taken, look, placed)
    numbers = {n: str(at) for at, n in enumerate(sorted(placed.numbered), 1)}
    for n, spot in placed.numbered.items():
        placed.numbered[n] = replace(spot, words=replace(spot.words, lines=(numbers[n],)))
    return placed


def _alike(n: int, marks: list[Mark]) -> bool:
    """Whether a sample in the key would fit something of another name as well."""
    own = marks[n]
    name = plain(own.entry.name)
    return any(mark.sample == own.sample and plain(mark.entry.name) != name for mark in marks)


def _number(n: int, marks: list[Mark], drawn: Drawn, taken: Field, look: Inks, placed: Placed) -> None:
    """A place for the number that stands for a name; which one it is, is known when all are placed."""
    mark = marks[n]
    words = Words(("0",), look.sans.with_style(bold=True), look.size)
    tries: list[Try] = []
    if isinstance(mark.entry, MapLine | MapArrow):
        tries += along_line(words, max(mark.parts, key=len), 0.6, _gap(look, wide=True))
    elif mark.radius is None or mark.radius > look.dot:
        tries += around_point(words, mark.middle)
    if mark.radius:
        tries += (*next_to(words, mark.middle, mark.radius), *led_from(words, mark.middle, mark.radius))
    own, lines = drawn.dots.get(n), drawn.lines[n]
    spot = None
    if isinstance(mark.entry, MapLine | MapArrow):
        spot = settle(words, tries, taken, own=own, lines=lines, beside=True)
    spot = spot or settle(words, tries, taken, own=own, lines=lines, most=math.inf)
    if spot is not None:
        placed.numbered[n] = spot


def _gap(look: Inks, *, wide: bool) -> float:
    """Between the middle of a line, or of an arrow where it is widest, and its name."""
    return (0.92 if wide else 0.5) * look.line + 0.34 * look.size


def _beside(
    marks: list[Mark], round_ones: list[int], drawn: Drawn, taken: Field, placed: Placed, most: float
) -> None:
    """The names of dots and circles that can stand next to them, those with the fewest such places first, so that no
    leader takes a place that another needs."""
    dots = drawn.dots

    def tries(n: int) -> Iterator[Try]:
        return next_to(marks[n].words, marks[n].middle, marks[n].radius or 0.0)

    def choices(n: int) -> int:
        clean = (t for t in tries(n) if t.cost + taken.cost(t.box) < most)
        return sum(taken.free(t.box, own=dots.get(n)) for t in clean)

    for n in sorted(round_ones, key=lambda n: (choices(n), -marks[n].words.width, n)):
        if (found := settle(marks[n].words, tries(n), taken, own=dots.get(n), most=most)) is not None:
            placed.standing[n] = found


def _turn(mark: Mark, *, cover: bool) -> tuple[int, float]:
    """Towns last, since a leader may be as long as it takes; the widest names of each kind first. On a cover the lands
    come before the circles."""
    order = {MapLabel: 1, MapArrow: 2, MapLine: 2, MapRegion: 3, MapPlace: 4}
    return 3 * cover if mark.circle else order[type(mark.entry)], -mark.words.width


def _stand(
    mark: Mark, n: int, drawn: Drawn, earth: Ground, taken: Field, look: Inks, *, led: bool
) -> Standing | None:
    """Where a name stands; that of a region outside it only if `led`, since the key shows what it looks like."""
    entry, words, lines = mark.entry, mark.words, drawn.lines[n]
    match entry:
        case MapPlace():
            own = drawn.dots[n]
            for narrow in (math.inf, *NARROW):
                folded = _broken(mark, narrow)
                near = next_to(folded, mark.middle, look.dot)
                if (found := settle(folded, near, taken, own=own, most=CLEAN)) is not None:
                    return found
            return settle(words, led_from(words, mark.middle, look.dot), taken, own=own, most=LED)
        case MapLabel():
            return _land(mark, taken)
        case MapArrow() | MapLine():
            best = 0.15 if isinstance(entry, MapArrow) else 0.5

            def along(folded: Words) -> Iterator[Try]:
                for part in drawn.parts[n] if isinstance(entry, MapLine) else mark.parts[-1:]:
                    yield from along_line(folded, part, best, _gap(look, wide=isinstance(entry, MapArrow)))

            return _folded(mark, taken, along, 24.0, lines, beside=True)
        case MapRegion():
            if mark.radius is not None:
                around = (
                    *next_to(words, mark.middle, mark.radius),
                    *led_from(words, mark.middle, mark.radius),
                )
                return settle(words, around, taken, lines=lines, most=34.0)
            rings = sorted(drawn.parts[n], key=_size, reverse=True)
            for ring in rings:

                def dry(folded: Words, ring: list[Point] = ring) -> Iterator[Try]:
                    return (t for t in within(folded, ring) if not earth.wet(_middle(t.box)))

                found = _folded(mark, taken, dry, 12.0, lines)
                if found is not None:
                    return found
            if not led:
                return None
            rooted = (t for t in outside(words, rings[0]) if t.leader and not earth.wet(t.leader[0]))
            return settle(words, rooted, taken, lines=lines, most=24.0)
        case _:
            assert_never(entry)


def _land(mark: Mark, taken: Field) -> Standing | None:
    """The place of a country's name: broken is better than across a coast, and no name is across a line."""
    for most in (FREE, CLEAN, WORST):
        for folded in dict.fromkeys(_broken(mark, narrow) for narrow in (math.inf, LAND)):
            found = settle(folded, around_point(folded, mark.middle), taken, most=most)
            if found is not None:
                return found
    return None


def _middle(box: Box) -> Point:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _size(ring: list[Point]) -> float:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _broken(mark: Mark, narrow: float) -> Words:
    """Its words in lines of so many ems."""
    words = mark.words
    whole = " ".join(words.lines)
    return replace(words, lines=broken(whole, words.face, words.size, min(narrow, 99.0) * words.size))


def _folded(
    mark: Mark,
    taken: Field,
    tries: Callable[[Words], Iterable[Try]],
    most: float,
    lines: frozenset[int],
    *,
    beside: bool = False,
) -> Standing | None:
    """A name that may be broken in several ways: the first that stands well, else the first that stands."""
    for cost in (FREE, most):
        for folded in dict.fromkeys(_broken(mark, narrow) for narrow in NARROW):
            found = settle(folded, tries(folded), taken, lines=lines, beside=beside, most=cost)
            if found is not None:
                return found
    return None


def _corners(room: Box, wide: float, high: float) -> list[Try]:
    pad = 3.0
    left, right = room.left + pad, room.right - pad - wide
    top, bottom = room.top + pad, room.bottom - pad - high
    corners = ((right, bottom, 0.0), (left, bottom, 1.0), (right, top, 2.0), (left, top, 3.0))
    return [Try(Box(x, y, x + wide, y + high), cost) for x, y, cost in corners]
