"""The stored land: its origin, that it is what the tool wrote, and that it is true of known places."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest

import builders
from builders.figures.maps.frame import frame_of
from builders.figures.maps.ground import ground
from builders.figures.maps.land import layer, window
from builders.lesson.maps import Area, Map, MapPlace, Spot
from builders.lesson.model import Span

FOLDER = Path(builders.__file__).parent / "figures" / "maps"
LAYERS = ("land", "lakes", "borders", "rivers")


@pytest.mark.parametrize("part", ["europe", "world"])
def test_the_origin_is_recorded_and_the_layers_are_untouched(part: str) -> None:
    stored = json.loads((FOLDER / f"{part}.json").read_text(encoding="utf-8"))
    assert "public domain" in stored["origin"]
    assert "make_land.py" in stored["by"]
    assert any(name.startswith("countries-") for name in stored["sha256 of what was read"])
    assert all(len(digest) == 64 for digest in stored["sha256 of what was read"].values())
    layers = {name: stored[name] for name in LAYERS}
    digest = hashlib.sha256(json.dumps(layers, sort_keys=True).encode()).hexdigest()
    assert digest == stored["sha256 of the layers"]


def test_the_stored_files_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.json")) < 500_000


@pytest.mark.parametrize("part", ["europe", "world"])
def test_pieces_join_and_lie_in_their_boxes(part: str) -> None:
    stored = layer(part, "land")
    for line in stored.lines:
        for piece, following in pairwise(line):
            assert stored.points(piece)[-1] == stored.first(following)
        for piece in line:
            for x, y in stored.points(piece):
                assert piece.box.left <= x <= piece.box.right
                assert piece.box.top <= y <= piece.box.bottom
        # Outlines are closed.
        assert stored.first(line[0]) == stored.points(line[-1])[-1]


PLACES = [
    # name, latitude, longitude, on land
    ("Warsaw", 52.23, 21.01, True),
    ("Gotland", 57.5, 18.5, True),
    ("Baltic Sea", 56.0, 18.9, False),
    ("Lake Ladoga", 60.8, 31.5, False),
    ("Moscow", 55.76, 37.62, True),
    ("Black Sea", 43.5, 33.0, False),
    ("Madrid", 40.4, -3.7, True),
    ("Aegean", 38.9, 25.0, False),
]
FAR = [
    ("Nairobi", -1.29, 36.82, True),
    ("Lima", -12.05, -77.0, True),
    ("Hanoi", 21.03, 105.85, True),
    ("Suva", -17.85, 178.1, True),
    ("Mid-Pacific", -10.0, -150.0, False),
    ("Lake Victoria", -1.0, 33.0, False),
    ("Kansas City", 39.1, -94.6, True),
]


@pytest.mark.parametrize(("name", "north", "east", "land"), PLACES + FAR)
def test_land_is_where_it_is(name: str, north: float, east: float, land: bool) -> None:
    shown = Map(
        (MapPlace((Span(name),), Spot(north, east), ()),), Area(north - 4, east - 5, north + 4, east + 5)
    )
    frame = frame_of(shown)
    frame = frame.drawn(400 / frame.wide)
    assert ground(frame, borders=False).wet(frame.at(Spot(north, east))) is not land


def test_a_line_of_the_ground_stays_in_the_frame() -> None:
    shown = Map((), Area(49, 14, 60, 33))
    frame = frame_of(shown)
    frame = frame.drawn(330 / frame.wide)
    earth = ground(frame, borders=True)
    assert earth.borders
    for lines in (earth.land, earth.lakes, earth.rivers, earth.borders):
        for x, y in (point for line in lines for point in line):
            assert -0.01 <= x <= frame.box.right + 0.01
            assert -0.01 <= y <= frame.box.bottom + 0.01


def test_the_window_of_europe() -> None:
    assert (window("europe").left, window("europe").bottom) == (-26.0, 73.0)


@pytest.mark.parametrize(
    "area",
    [Area(-60, -180, 75, 180), Area(-55, -170, 75, 175), Area(-50, 150, 20, -120), Area(55, -180, 85, 180)],
)
def test_no_outline_jumps_over_the_map(area: Area) -> None:
    """Land over the date line is in one piece: what crosses the whole map is its own edge."""
    frame = frame_of(Map((), area))
    frame = frame.drawn(480 / frame.wide)
    box = frame.box
    for ring in ground(frame, borders=False).land:
        for (x1, y1), (x2, y2) in pairwise(ring):
            at_edge = any(
                abs(a - edge) < 0.02 and abs(b - edge) < 0.02
                for a, b, edges in ((x1, x2, (0, box.right)), (y1, y2, (0, box.bottom)))
                for edge in edges
            )
            assert at_edge or abs(x2 - x1) < 0.2 * box.right, ((x1, y1), (x2, y2))
