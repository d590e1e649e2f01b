"""All that is drawn on a map in; the field that its names keep off, and which of its lines are whose, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from builders.figures.crop import Box
from builders.figures.maps.field import Field
from builders.figures.maps.ground import Ground
from builders.figures.maps.inks import Inks
from builders.figures.maps.marks import Mark
from builders.figures.maps.paths import arrow, hatching, spaced
from builders.lesson.maps import MapArrow, MapLabel, MapLine, MapPlace, MapRegion
from builders.lesson.model import plain

Point = tuple[float, float]

LINE, CONTEXT, ARROW, CIRCLE, OUTLINE, COAST, BORDER, RIVER = 100.0, 100.0, 100.0, 16.0, 4.0, 4.0, 2.5, 0.7
"""What a label pays for covering each of these; a context is a line of neither side.
A line is never covered: it costs more than any place may."""

TINT = 1.5
"""What it pays for standing on a region, be it its own: a little."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn already, by the marks' numbers: the boxes of dots, and the lines of all that have one name."""

    dots: dict[int, Box]
    lines: dict[int, frozenset[int]]
    parts: dict[int, tuple[list[Point], ...]]


def obstacles(marks: list[Mark], earth: Ground, look: Inks, taken: Field) -> Drawn:
    """Put all that is drawn on the field; where the marks are in it."""
    for line in (*earth.land, *earth.lakes):
        taken.add_line(line, COAST)
    for line in earth.rivers:
        taken.add_line(line, RIVER)
    for line in earth.borders:
        taken.add_line(line, BORDER, barrier=True)
    dots: dict[int, Box] = {}
    lines: dict[int, list[int]] = {}
    for n, mark in enumerate(marks):
        lines[n] = []
        match mark.entry:
            case MapPlace():
                (x, y), r = mark.middle, look.dot
                dots[n] = Box(x - r, y - r, x + r, y + r)
                taken.dots.append(dots[n])
            case MapLine():
                cost = CONTEXT if mark.entry.side == "neither" else LINE
                lines[n] += [taken.add_line(part, cost, barrier=True) for part in mark.parts]
            case MapArrow():
                for part in mark.parts:
                    outline = arrow(part, 1.15 * look.line)
                    lines[n].append(taken.add_line([*outline, outline[0]], ARROW, barrier=True))
            case MapRegion():
                ring = mark.parts[0]
                cost = OUTLINE if mark.entry.radius is None else CIRCLE
                lines[n].append(taken.add_line([*ring, ring[0]], cost, barrier=True))
                if mark.entry.style != "outlined":
                    taken.add_points(
                        [p for line in hatching(ring, 5.0, 0.0) for p in spaced(line, 5.0)], TINT
                    )
            case MapLabel():
                pass
            case _:
                assert_never(mark.entry)
    kin: dict[tuple[type, str], list[int]] = {}
    for n, mark in enumerate(marks):
        kin.setdefault((type(mark.entry), plain(mark.entry.name)), []).append(n)
    families = {n: family for family in kin.values() for n in family}
    return Drawn(
        dots,
        {n: frozenset(line for m in families[n] for line in lines[m]) for n in families},
        {n: tuple(part for m in families[n] for part in marks[m].parts) for n in families},
    )
