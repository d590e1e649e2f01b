"""Points on the Earth in, kilometres on a plane out, and back; the projection is chosen for the area.

x runs east and y south, from the middle of the area. Lambert's conformal conic keeps angles and, over a region as large
as a continent, nearly keeps distances; near the equator and for the world it is a plain cylinder.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

from builders.lesson.maps import Area

RADIUS = 6371.0
"""Of the Earth, in kilometres."""

WIDE, HIGH = 150.0, 100.0
"""Degrees beyond which an area is drawn on a cylinder."""

FLAT = 0.12
"""The cone's constant below which a cone is as good as a cylinder: near the equator."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cone:
    """Lambert's conformal conic of a sphere; `n`, `f` and `rho` are its constants (Snyder, 1987, p. 107)."""

    middle: float
    n: float
    f: float
    rho: float

    def forward(self, longitude: float, latitude: float) -> Point:
        """Kilometres of a point in degrees."""
        return self.unturned(turned(longitude, self.middle), latitude)

    def unturned(self, east: float, latitude: float) -> Point:
        """The same of a longitude counted from the middle, which may be half the globe away on either side."""
        # The pole opposite to the cone's is infinitely far away.
        held = max(-80.0, latitude) if self.n > 0 else min(80.0, latitude)
        rho = 0.0 if abs(held) >= 90 else self.f * math.tan(math.pi / 4 + math.radians(held) / 2) ** (-self.n)
        theta = self.n * math.radians(east)
        return RADIUS * rho * math.sin(theta), RADIUS * (rho * math.cos(theta) - self.rho)

    def inverse(self, x: float, y: float) -> Point:
        """Longitude (within 180° of the middle) and latitude of a point of the plane."""
        across, down = x / RADIUS, y / RADIUS + self.rho
        sign = 1.0 if self.n > 0 else -1.0
        rho = sign * math.hypot(across, down)
        theta = math.atan2(sign * across, sign * down)
        latitude = (
            sign * 90.0
            if rho == 0
            else math.degrees(2 * math.atan((self.f / rho) ** (1 / self.n)) - math.pi / 2)
        )
        return self.middle + math.degrees(theta / self.n), latitude


@dataclass(frozen=True, slots=True)
class Cylinder:
    """The equidistant cylinder, true to scale along the parallel whose cosine is `shrink`."""

    middle: float
    equator: float
    shrink: float

    def forward(self, longitude: float, latitude: float) -> Point:
        """Kilometres of a point in degrees."""
        return self.unturned(turned(longitude, self.middle), latitude)

    def unturned(self, east: float, latitude: float) -> Point:
        """The same of a longitude counted from the middle, which may be half the globe away on either side."""
        return RADIUS * math.radians(east) * self.shrink, RADIUS * math.radians(self.equator - latitude)

    def inverse(self, x: float, y: float) -> Point:
        """Longitude and latitude of a point of the plane."""
        return self.middle + math.degrees(x / RADIUS / self.shrink), self.equator - math.degrees(y / RADIUS)


Projection: TypeAlias = Cone | Cylinder


def turned(longitude: float, middle: float) -> float:
    """How far east of the middle a longitude lies, −180 to 180 degrees."""
    return (longitude - middle + 180.0) % 360.0 - 180.0


def cone(first: float, second: float, origin: float, middle: float) -> Cone:
    """The cone through two parallels, in degrees; (middle, origin) is the plane's origin."""
    a, b = math.radians(first), math.radians(second)

    def tangent(angle: float) -> float:
        return math.tan(math.pi / 4 + angle / 2)

    if abs(first - second) < 1e-6:
        n = math.sin(a)
    else:
        n = math.log(math.cos(a) / math.cos(b)) / math.log(tangent(b) / tangent(a))
    f = math.cos(a) * tangent(a) ** n / n
    return Cone(middle, n, f, f * tangent(math.radians(origin)) ** -n)


def projection_for(area: Area) -> Projection:
    """The projection in which an area is drawn."""
    wide = (area.east - area.west) % 360.0 or 360.0
    high = area.north - area.south
    middle, origin = turned(area.west + wide / 2, 0.0), (area.south + area.north) / 2
    if wide > WIDE or high > HIGH:
        return Cylinder(middle, origin, math.cos(math.radians(35.0)))
    # The parallels a sixth inside the area keep the error of scale small and even.
    found = cone(
        max(-85.0, min(85.0, area.south + high / 6)), max(-85.0, min(85.0, area.north - high / 6)),
        max(-88.0, min(88.0, origin)), middle,
    ) if abs(origin) > 1 else None  # fmt: skip
    if found is None or abs(found.n) < FLAT:
        return Cylinder(middle, origin, math.cos(math.radians(origin)))
    return found
