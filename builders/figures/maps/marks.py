"""What the outline puts on a map in; where each thing is drawn, and the words that name it, out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from builders.figures.crop import line_inside, polygon_inside
from builders.figures.maps.frame import Frame, circle
from builders.figures.maps.ground import Ground
from builders.figures.maps.inks import Inks
from builders.figures.maps.labels import Words, broken
from builders.figures.maps.paths import smooth, tidied
from builders.lesson.maps import Map, MapArrow, MapEntry, MapLabel, MapLine, MapPlace, MapRegion, Spot
from builders.lesson.model import plain

Point = tuple[float, float]

NOTE = 9.5
"""The measure of a note below a name, in ems."""

ROUND = 48
"""Corners of a circle."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry that can be seen: its points in the frame (of a line that leaves it, the parts inside), and its words;
    none where another of the same name has them."""

    entry: MapEntry
    parts: tuple[list[Point], ...]
    words: Words
    color: str
    radius: float | None = None
    """Of a dot or a circle, in points."""

    @property
    def circle(self) -> bool:
        """Whether it is a region within a radius."""
        return self.radius is not None and isinstance(self.entry, MapRegion)

    @property
    def by_number(self) -> bool:
        """Whether a number stands for it where its name has no room: not for what a sample in the key can show."""
        return self.radius is not None or isinstance(self.entry, MapLabel)

    @property
    def sample(self) -> tuple[object, ...]:
        """What it looks like in the key: what two of the same look have alike."""
        entry = self.entry
        return type(entry), self.radius is None, entry.side, getattr(entry, "style", None)

    @property
    def middle(self) -> Point:
        """Of a dot or a circle."""
        xs, ys = zip(*self.parts[0], strict=True)
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def marks(shown: Map, frame: Frame, earth: Ground, look: Inks) -> list[Mark]:
    """The entries that the frame shows, in the outline's order; lines or regions of one name are named once."""
    found = []
    named: set[tuple[type, str]] = set()
    for entry in shown.entries:
        if parts := _parts(entry, frame):
            words, color = _words(entry, parts, earth, look)
            if not isinstance(entry, MapPlace | MapLabel):
                if (type(entry), plain(entry.name)) in named:
                    words = replace(words, lines=(), note=())
                named.add((type(entry), plain(entry.name)))
            found.append(Mark(entry, parts, words, color, _radius(entry, parts[0], look)))
    return found


def _radius(entry: MapEntry, points: list[Point], look: Inks) -> float | None:
    if isinstance(entry, MapPlace):
        return look.dot
    if isinstance(entry, MapRegion) and entry.radius is not None:
        xs, ys = zip(*points, strict=True)
        return float(max(max(xs) - min(xs), max(ys) - min(ys)) / 2)
    return None


def _parts(entry: MapEntry, frame: Frame) -> tuple[list[Point], ...]:
    box = frame.box
    match entry:
        case MapPlace() | MapLabel():
            x, y = frame.at(entry.at)
            return ([(x, y)],) if box.left <= x <= box.right and box.top <= y <= box.bottom else ()
        case MapLine():
            return tuple(
                tidied(part) for part in line_inside([frame.at(spot) for spot in entry.through], box)
            )
        case MapArrow():
            parts = line_inside(smooth([frame.at(spot) for spot in entry.through]), box)
            return tuple(tidied(part) for part in parts)
        case MapRegion():
            around: tuple[Spot, ...] = entry.around
            if entry.radius is not None:
                around = tuple(circle(entry.around[0], entry.radius, ROUND))
            ring = polygon_inside([frame.at(spot) for spot in around], box)
            return (tidied(ring),) if len(ring) > 2 else ()
        case _:
            assert_never(entry)


def _words(entry: MapEntry, parts: tuple[list[Point], ...], earth: Ground, look: Inks) -> tuple[Words, str]:
    name, size = plain(entry.name), look.size
    bold = look.sans.with_style(bold=True)
    match entry:
        case MapPlace():
            face = bold if entry.note else look.sans
            note = broken(plain(entry.note), look.sans, size, NOTE * size) if entry.note else ()
            return Words(broken(name, face, size, 13 * size), face, size, note=note), look.word(entry.side)
        case MapLabel():
            if entry.style == "water" or (entry.style is None and earth.wet(parts[0][0])):
                face, own = look.serif.with_style(italic=True), round(1.12 * size, 1)
                color = look.word(entry.side) if entry.side != "neither" else look.wet
                return Words(broken(name, face, own, 9 * own), face, own, 0.04 * own), color
            words = broken(name.upper(), bold, size, 13 * size)
            return Words(words, bold, size, round(0.09 * size, 2)), look.word(entry.side, muted=True)
        case MapRegion():
            note = broken(plain(entry.note), look.sans, size, NOTE * size) if entry.note else ()
            return Words(broken(name, bold, size, 12 * size), bold, size, note=note), look.word(entry.side)
        case MapLine() | MapArrow():
            return Words(broken(name, bold, size, 10 * size), bold, size), look.word(entry.side)
        case _:
            assert_never(entry)
