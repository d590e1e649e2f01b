"""Entries that found no place for their names in; the strip below the map that explains them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builders.figures.crop import Box
from builders.figures.drawing import Label, Path, Shape, Stroke
from builders.figures.maps.inks import Inks
from builders.figures.maps.marks import Mark
from builders.figures.maps.paths import arrow, box_ring, hatching, segments, tidied
from builders.lesson.maps import MapArrow, MapLabel, MapLine, MapPlace, MapRegion, RegionStyle, Side
from builders.lesson.model import plain
from builders.theme.measure import advance, ascent
from builders.theme.wrap import wrap

TURNS: dict[Side, float] = {"first": -45.0, "second": 45.0, "neither": 0.0}
"""The slope of hatching, clockwise from level: it tells the sides apart on a copier."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name in the key: its mark, the number that stands for it on the map, its lines and its place."""

    mark: Mark
    number: str
    lines: tuple[str, ...]
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Key:
    """The rows, and how high the strip is, the gap above it included."""

    rows: tuple[Row, ...]
    height: float


def key(marks: list[Mark], numbers: dict[int, str], keyed: list[int], width: float, look: Inks) -> Key:
    """Names side by side where they have room, else below one another."""
    if not keyed:
        return Key((), 0.0)
    pitch, gap, swatch = 1.3 * look.size, 1.6 * look.size, swatch_width(look)
    rows: list[Row] = []
    x = y = 0.0
    deep = 1
    for n in keyed:
        number = numbers.get(n, "")
        text = _text(marks[n], number)
        lead = 0.0 if number or marks[n].by_number else swatch
        lines = wrap(text, look.sans, look.size, max(width - lead, 4 * look.size))
        wide = lead + max(advance(line, look.sans, look.size) for line in lines)
        if x > 0 and x + wide > width:
            x, y, deep = 0.0, y + deep * pitch, 1
        rows.append(Row(marks[n], number, tuple(lines), x, y))
        x, deep = x + wide + gap, max(deep, len(lines))
    return Key(tuple(rows), round(y + deep * pitch + 0.7 * look.size, 2))


def swatch_width(look: Inks) -> float:
    """Of a sample and the space after it."""
    return 3.4 * look.size


def _text(mark: Mark, number: str) -> str:
    entry = mark.entry
    note = f": {plain(entry.note)}" if isinstance(entry, MapPlace | MapRegion) and entry.note else ""
    return f"{number} {plain(entry.name)}{note}".strip()


def key_shapes(shown: Key, top: float, look: Inks) -> list[Shape]:
    """The strip, its samples and names, below a map that is `top` points high."""
    shapes: list[Shape] = []
    first = top + 0.7 * look.size
    for row in shown.rows:
        entry = row.mark.entry
        y = first + row.top
        lead = 0.0
        if not row.number and not row.mark.by_number and not isinstance(entry, MapPlace | MapLabel):
            lead = swatch_width(look)
            box = Box(row.left, y + 0.08 * look.size, row.left + lead - 0.7 * look.size, y + 1.02 * look.size)
            shapes += _sample(entry, box, look)
        for n, line in enumerate(row.lines):
            baseline = y + ascent(look.sans, look.size) + n * 1.3 * look.size - 0.12 * look.size
            shapes.append(
                Label(round(row.left + lead, 2), round(baseline, 2), line, look.sans, look.size, look.ink)
            )
    return shapes


def _sample(entry: MapLine | MapArrow | MapRegion, box: Box, look: Inks) -> list[Shape]:
    color = look.sides[entry.side]
    middle = [(box.left, (box.top + box.bottom) / 2), (box.right, (box.top + box.bottom) / 2)]
    match entry:
        case MapLine():
            return [
                Path(
                    segments([tidied(middle)]),
                    stroke=Stroke(color, look.line, look.dash(entry.style), cap_of(entry)),
                )
            ]
        case MapArrow():
            return [Path(segments([arrow(middle, look.line)], closed=True), fill=color)]
        case MapRegion():
            return region_shapes(box_ring(box), entry.style, entry.side, look, ground=look.land)


def cap_of(line: MapLine) -> Literal["butt", "round"]:
    """Dots are round."""
    return "round" if line.style == "dotted" else "butt"


def region_shapes(
    ring: list[tuple[float, float]], style: RegionStyle, side: Side, look: Inks, *, ground: str | None = None
) -> list[Shape]:
    """A region's tint, hatching and outline."""
    color = look.sides[side]
    outline = segments([ring], closed=True)
    match style:
        case "filled":
            return [Path(outline, fill=look.fill(side), stroke=Stroke(color, look.thin * 1.6))]
        case "outlined":
            return [Path(outline, fill=ground, stroke=Stroke(color, 0.6 * look.line, join="round"))]
        case "hatched":
            lines = hatching(ring, 0.55 * look.size, TURNS[side])
            shapes: list[Shape] = [Path(outline, fill=ground)] if ground else []
            if lines:
                shapes.append(Path(segments(lines), stroke=Stroke(look.hatch(side), look.thin * 1.5)))
            return [*shapes, Path(outline, stroke=Stroke(look.hatch(side), look.thin * 1.5, join="round"))]
