"""What a map shows and how large it is drawn in, a frame that places points out."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from builders.figures.crop import Box
from builders.figures.maps.projection import Cone, Projection, projection_for, turned
from builders.lesson.maps import Area, Map, MapRegion, Spot, spots_of

MARGIN = 0.13
"""Around what a map fits, as a share of its greater side: names need room."""

SMALLEST = 250.0
"""The least side of a fitted map in kilometres."""

SLIM, TALL = 1.95, 0.8
"""The greatest and the least width by height."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A map's window on the plane in kilometres, drawn `scale` points to the kilometre."""

    projection: Projection
    left: float
    top: float
    wide: float
    high: float
    scale: float = 1.0

    @property
    def box(self) -> Box:
        """The frame in points."""
        return Box(0.0, 0.0, self.wide * self.scale, self.high * self.scale)

    def at(self, spot: Spot) -> Point:
        """Where a point is drawn."""
        return self.xy(turned(spot.longitude, self.projection.middle), spot.latitude)

    def xy(self, east: float, latitude: float) -> Point:
        """Where a point is drawn whose longitude is counted from the middle of the map."""
        x, y = self.projection.unturned(east, latitude)
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def drawn(self, scale: float) -> Frame:
        """The frame at another scale."""
        return replace(self, scale=scale)

    def widened(self, shape_of: float) -> Frame:
        """The frame with more around it, of that width by height."""
        wide, high = max(self.wide, self.high * shape_of), max(self.high, self.wide / shape_of)
        return replace(
            self,
            left=self.left - (wide - self.wide) / 2,
            top=self.top - (high - self.high) / 2,
            wide=wide,
            high=high,
        )

    def degrees(self) -> Box:
        """What of the Earth may be seen, and a little more: west, south, east, north; longitudes within 180° of the
        middle of the map, counted from it."""
        middle = self.projection.middle
        found = [
            self.projection.inverse(self.left + self.wide * a / 16, self.top + self.high * b / 16)
            for a in range(17)
            for b in range(17)
            if a in (0, 16) or b in (0, 16)
        ]
        west, east = min(x for x, _ in found) - middle, max(x for x, _ in found) - middle
        south, north = min(y for _, y in found), max(y for _, y in found)
        if isinstance(self.projection, Cone) and self._has_pole():
            west, east = -180.0, 180.0
            south, north = (south, 90.0) if self.projection.n > 0 else (-90.0, north)
        spare_x, spare_y = 0.04 * (east - west) + 0.2, 0.04 * (north - south) + 0.2
        return Box(
            max(-180.0, west - spare_x),
            max(-90.0, south - spare_y),
            min(180.0, east + spare_x),
            min(90.0, north + spare_y),
        )

    def _has_pole(self) -> bool:
        pole = 90.0 if isinstance(self.projection, Cone) and self.projection.n > 0 else -90.0
        x, y = self.projection.forward(self.projection.middle, pole)
        return self.left <= x <= self.left + self.wide and self.top <= y <= self.top + self.high


def frame_of(shown: Map) -> Frame:
    """The window on the plane that a map shows: its area, or what stands on it with some room around."""
    area = shown.area or _area(shown)
    projection = projection_for(area)
    if shown.area is None:
        points = [projection.forward(p.longitude, p.latitude) for p in _outline(shown)]
        pad = MARGIN
    else:
        wide = (area.east - area.west) % 360.0 or 360.0
        points = [
            projection.forward(area.west + wide * min(max(a, 0.001), 15.999) / 16, latitude)
            for a in range(17)
            for latitude in (area.south, (area.south + area.north) / 2, area.north)
        ]
        pad = 0.0
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    spare = pad * max(right - left, bottom - top, SMALLEST)
    wide, high = max(right - left + 2 * spare, SMALLEST), max(bottom - top + 2 * spare, SMALLEST)
    wide, high = max(wide, high * TALL), max(high, wide / SLIM)
    return Frame(projection, (left + right - wide) / 2, (top + bottom - high) / 2, wide, high)


def _outline(shown: Map) -> list[Spot]:
    """Every point that the map must show, circles by their edges."""
    found: list[Spot] = []
    for entry in shown.entries:
        if isinstance(entry, MapRegion) and entry.radius is not None:
            found += circle(entry.around[0], entry.radius, 8)
        else:
            found += spots_of(entry)
    return found


def circle(middle: Spot, radius: float, corners: int) -> list[Spot]:
    """Points around a middle at a distance in kilometres."""
    reach = math.degrees(radius / 6371.0)
    widen = 1 / max(0.05, math.cos(math.radians(middle.latitude)))
    return [
        Spot(
            max(-89.9, min(89.9, middle.latitude + reach * math.cos(angle))),
            middle.longitude + reach * widen * math.sin(angle),
        )
        for angle in (2 * math.pi * n / corners for n in range(corners))
    ]


def _area(shown: Map) -> Area:
    """The area of what stands on a map; over the date line where that is nearer."""
    points = _outline(shown)
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    easts = sorted(turned(p.longitude, 0.0) for p in points)
    # The widest gap between neighbours, around the globe, is what the map leaves out.
    gaps = [(b - a, b, a) for a, b in zip(easts, [*easts[1:], easts[0] + 360.0], strict=True)]
    _, west, east = max(gaps, key=lambda gap: gap[0])
    return Area(south - 0.2, turned(west, 0.0) - 0.2, north + 0.2, turned(east, 0.0) + 0.2)
