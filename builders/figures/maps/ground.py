"""A frame in; the land, lakes, rivers and borders of today in it out, as lines in points, cut at the frame."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from builders.figures.crop import Box, line_inside, polygon_inside
from builders.figures.maps.frame import Frame
from builders.figures.maps.labels import inside
from builders.figures.maps.land import Kind, Layer, Part, Piece, layer, window

Point = tuple[float, float]

COARSE = 9.0
"""Kilometres to the point beyond which the coarse part of the data is as good."""

STEP = 3.0
"""Degrees after which a straight edge of a cut polygon is bent as the projection bends it."""

NEAR = 0.55
"""Points of a line nearer to each other than this, in points of the page, are one."""

SPECK = 1.2
"""Islands and lakes smaller than this in both directions, in points, are left out."""

RIVERS = ((0.9, 10), (2.0, 9), (4.5, 8), (7.0, 6), (12.0, 4), (25.0, 2))
"""Up to so many kilometres to the point, rivers of up to this rank are drawn."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Polygons and lines in points. Where the frame cuts land, the edge of the land is an edge of the frame."""

    land: tuple[list[Point], ...]
    lakes: tuple[list[Point], ...]
    rivers: tuple[list[Point], ...]
    borders: tuple[list[Point], ...]

    def on_land(self, point: Point) -> bool:
        """Whether a point of the drawing is land: islands and inland seas alternate."""
        return sum(inside(point, ring) for ring in self.land) % 2 == 1

    def wet(self, point: Point) -> bool:
        """Whether it is sea or lake."""
        return not self.on_land(point) or any(inside(point, lake) for lake in self.lakes)


def ground(frame: Frame, *, borders: bool) -> Ground:
    """What the earth has in a frame."""
    view = _View(frame)
    rank = next((rank for most, rank in RIVERS if 1 / frame.scale <= most), -1)
    return Ground(
        view.polygons("land"),
        view.polygons("lakes"),
        view.lines("rivers", rank),
        view.lines("borders", 0) if borders else (),
    )


class _View:
    """Cuts, turns and projects the stored lines for one frame; a point that occurs twice is projected once."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.middle = frame.projection.middle
        self.degrees = frame.degrees()
        self.part = self._part()
        self.known: dict[Point, Point] = {}

    def _part(self) -> Part:
        stored, seen = window("europe"), self.degrees
        whole = Box(seen.left + self.middle, seen.top, seen.right + self.middle, seen.bottom)
        return "europe" if 1 / self.frame.scale < COARSE and stored.holds(whole) else "world"

    def polygons(self, kind: Kind) -> tuple[list[Point], ...]:
        """Areas, cut at the frame."""
        stored = layer(self.part, kind)
        areas: list[list[Point]] = []
        for line in stored.lines:
            for shift in self._shifts(line):
                ring = polygon_inside(self._reduced(line, stored, shift), self.degrees)
                drawn = thinned(polygon_inside([self._xy(p) for p in _bent(ring)], self.frame.box))
                if len(drawn) > 2 and not _small(drawn):
                    areas.append(drawn)
        return tuple(areas)

    def lines(self, kind: Kind, rank: int) -> tuple[list[Point], ...]:
        """Lines of up to a rank."""
        stored = layer(self.part, kind)
        return tuple(
            drawn
            for line in stored.lines
            if not stored.ranks or stored.ranks[line[0].line] <= rank
            for shift in self._shifts(line)
            for drawn in self._strokes(line, stored, shift)
        )

    def _shifts(self, line: tuple[Piece, ...]) -> Iterator[float]:
        """By how many degrees a line is turned so that it may be seen: once, or not at all, or at both edges of a map
        of the whole world."""
        west, east = min(p.box.left for p in line), max(p.box.right for p in line)
        south, north = min(p.box.top for p in line), max(p.box.bottom for p in line)
        if south > self.degrees.bottom or north < self.degrees.top:
            return
        for turn in (-360.0, 0.0, 360.0):
            shift = turn - self.middle
            if west + shift <= self.degrees.right and east + shift >= self.degrees.left:
                yield shift

    def _reduced(self, line: tuple[Piece, ...], stored: Layer, shift: float) -> list[Point]:
        """A ring whose pieces beyond one edge of what is seen are cut short: that changes nothing that is seen."""
        points: list[Point] = []
        for piece in line:
            if self._sees(piece.box, shift):
                points += [(x + shift, y) for x, y in stored.points(piece)[:-1]]
            else:
                x, y = stored.first(piece)
                points.append((x + shift, y))
        return points

    def _strokes(self, line: tuple[Piece, ...], stored: Layer, shift: float) -> Iterator[list[Point]]:
        runs: list[list[Point]] = []
        last: Piece | None = None
        for piece in line:
            if not self._sees(piece.box, shift):
                continue
            points = [(x + shift, y) for x, y in stored.points(piece)]
            if last is not None and piece.start == last.start + last.count:
                runs[-1] += points[1:]
            else:
                runs.append(points)
            last = piece
        for run in runs:
            for seen in line_inside([self._xy(p) for p in run], self.frame.box):
                if len(drawn := thinned(seen)) > 1:
                    yield drawn

    def _sees(self, box: Box, shift: float) -> bool:
        view = self.degrees
        return (
            box.left + shift <= view.right
            and box.right + shift >= view.left
            and box.top <= view.bottom
            and box.bottom >= view.top
        )

    def _xy(self, point: Point) -> Point:
        found = self.known.get(point)
        if found is None:
            found = self.frame.xy(*point)
            self.known[point] = found
        return found


def _bent(ring: list[Point]) -> list[Point]:
    """A ring with points on its long edges."""
    points: list[Point] = []
    for n, (x, y) in enumerate(ring):
        left, low = ring[n - 1]
        if -STEP < x - left < STEP and -STEP < y - low < STEP:
            points.append((x, y))
            continue
        pieces = math.ceil(max(abs(x - left), abs(y - low)) / STEP)
        points += [(left + (x - left) * k / pieces, low + (y - low) * k / pieces) for k in range(1, pieces)]
        points.append((x, y))
    return points


def thinned(points: list[Point]) -> list[Point]:
    """A line without points that lie on the one before, rounded to hundredths; its ends stay."""
    kept: list[Point] = []
    x, y = math.inf, math.inf
    for a, b in points:
        if abs(a - x) + abs(b - y) >= NEAR:
            x, y = a, b
            kept.append((round(a, 2), round(b, 2)))
    if points and kept[-1] != (end := (round(points[-1][0], 2), round(points[-1][1], 2))):
        if len(kept) > 1:
            kept.pop()
        kept.append(end)
    return kept


def _small(points: list[Point]) -> bool:
    xs, ys = zip(*points, strict=True)
    return bool(max(xs) - min(xs) < SPECK and max(ys) - min(ys) < SPECK)
