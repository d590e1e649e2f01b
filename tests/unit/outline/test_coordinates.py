"""Coordinates, areas and lengths as people write them."""

from __future__ import annotations

import pytest

from builders.lesson.maps import Area, Spot
from builders.outline.coordinates import area, kilometres, rewritten, spot


@pytest.mark.parametrize(
    "text",
    ["52.5, 21.25", "52.5 N, 21.25 E", "52.5N 21.25E", "21.25 E, 52.5 N",
     "52°30′N, 21°15′E", "52.5° north, 21.25° east",
     "52°30'00\"N 21°15'E", "+52.5 +21.25", "52.5; 21.25"],
)  # fmt: skip
def test_one_point_in_many_spellings(text: str) -> None:
    found = spot(text)
    assert found is not None
    assert (found.latitude, found.longitude) == pytest.approx((52.5, 21.25))


@pytest.mark.parametrize(
    ("text", "north", "east"),
    [("33.9 S, 18.4 E", -33.9, 18.4), ("−12.05, −77", -12.05, -77), ("-12.05 -77.0", -12.05, -77)],
)
def test_south_and_west(text: str, north: float, east: float) -> None:
    assert spot(text) == Spot(north, east)


@pytest.mark.parametrize(
    "text", ["", "52", "52 N, 21 N", "47,5 N", "52, 21 N", "near Warsaw", "52.5, 21, 3", "52x, 21"]
)
def test_what_is_no_point(text: str) -> None:
    assert spot(text) is None


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("49 to 60 N, 14 to 33 E", Area(49, 14, 60, 33)),
        ("14 to 33 E, 49 to 60 N", Area(49, 14, 60, 33)),
        ("49–60, 14–33", Area(49, 14, 60, 33)),
        ("49 N, 14 E to 60 N, 33 E", Area(49, 14, 60, 33)),
        ("20 to 10 S, 40 to 50 E", Area(-20, 40, -10, 50)),
        ("10 S to 10 N, 10 W to 20 E", Area(-10, -10, 10, 20)),
        ("25 to 5 S, 170 E to 160 W", Area(-25, 170, -5, -160)),
        ("60 to 49 N, 33 to 14 E", Area(49, 14, 60, 33)),
        ("60 S to 60 N, 170 W to 170 E", Area(-60, -170, 60, 170)),
    ],
)
def test_areas(text: str, box: Area) -> None:
    assert area(text) == box


@pytest.mark.parametrize("text", ["", "Poland", "49 to 60", "49, 60", "1 to 2, 3 to 4, 5 to 6"])
def test_what_is_no_area(text: str) -> None:
    assert area(text) is None


def test_lengths() -> None:
    assert kilometres("60 km") == 60
    assert kilometres("10 miles") == pytest.approx(16.09344)
    assert kilometres("60") is None
    assert kilometres("60 hares") is None


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("52,23 N, 21,01 E", ("52.23 N, 21.01 E",)),
        ("46,95; 7,45", ("46.95; 7.45",)),
        ("N 52.4, E 16.9", ("52.4 N, 16.9 E",)),
        ("50.06 N, 19,94 O", ("50.06 N, 19.94 E", "50.06 N, 19.94 W")),
        ("47,5 N", ()),
        ("near Oslo", ()),
    ],
)
def test_how_a_point_may_be_meant(text: str, ways: tuple[str, ...]) -> None:
    assert rewritten(text) == ways
