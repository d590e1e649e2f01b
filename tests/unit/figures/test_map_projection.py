"""Projections against known values, and back."""

from __future__ import annotations

import math

import pytest

from builders.figures.maps.projection import RADIUS, Cone, Cylinder, cone, projection_for, turned
from builders.lesson.maps import Area


def test_the_cone_of_snyders_example() -> None:
    """Snyder, Map Projections (USGS, 1987), p. 295: radius 1, parallels 33 and 45, origin 23 N 96 W."""
    found = cone(33, 45, 23, -96)
    x, y = found.forward(-75, 35)
    assert found.n == pytest.approx(0.6304777, abs=1e-7)
    assert x / RADIUS == pytest.approx(0.2966785, abs=1e-7)
    assert -y / RADIUS == pytest.approx(0.2462112, abs=1e-7)


@pytest.mark.parametrize(
    "area",
    [
        Area(49, 14, 60, 33),
        Area(-35, 110, -10, 155),
        Area(-5, 95, 6, 141),
        Area(-60, -170, 75, 170),
        Area(-25, 170, -5, -160),
        Area(60, -60, 88, 60),
        Area(-89, -180, -60, 180),
    ],
)
def test_there_and_back(area: Area) -> None:
    projection = projection_for(area)
    wide = (area.east - area.west) % 360 or 360
    for a in (0.1, 0.5, 0.9):
        for b in (0.1, 0.5, 0.9):
            longitude, latitude = area.west + wide * a, area.south + (area.north - area.south) * b
            east, north = projection.inverse(*projection.forward(longitude, latitude))
            assert turned(east, longitude) == pytest.approx(0, abs=1e-6)
            assert north == pytest.approx(latitude, abs=1e-6)


def test_a_region_keeps_distances_the_world_is_a_cylinder() -> None:
    region = projection_for(Area(49, 14, 60, 33))
    assert isinstance(region, Cone)
    warsaw, riga = region.forward(21.01, 52.23), region.forward(24.11, 56.95)
    # 562 km by the great circle.
    assert math.dist(warsaw, riga) == pytest.approx(562, rel=0.01)
    assert isinstance(projection_for(Area(-60, -180, 80, 180)), Cylinder)
    assert isinstance(projection_for(Area(-8, 95, 8, 141)), Cylinder)


def test_north_is_up_east_is_right() -> None:
    for area in (Area(49, 14, 60, 33), Area(-40, 10, -20, 40), Area(-60, -180, 80, 180)):
        projection = projection_for(area)
        x, y = projection.forward(area.west + 12, area.south + 12)
        assert projection.forward(area.west + 12, area.south + 14)[1] < y
        assert projection.forward(area.west + 14, area.south + 12)[0] > x
