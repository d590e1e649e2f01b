"""Natural Earth's files in, the land, borders, rivers and lakes of builders/figures/maps out: europe.json, world.json.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    git clone https://github.com/martynafford/natural-earth-geojson
    python tests/tools/make_land.py package natural-earth-geojson

The first folder has countries-10m.json and countries-50m.json (TopoJSON of Natural Earth 4.1); the second the
rivers and lakes of the same, as GeoJSON in 10m/physical and 50m/physical. Natural Earth is in the public domain.
What is stored is thinned and rounded to steps of 1/180 degree; reservoirs are left out, because most are younger
than the history that the maps show. The hashes of what was read are stored with it.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import math
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from builders.figures.crop import Box, polygon_inside

HERE = Path(__file__).parents[2] / "builders" / "figures" / "maps"
QUANTUM = 180
"""Steps in a degree: 1/180° is 0.6 km at most."""

PIECE = 40
"""Steps of a long line that are read as one."""

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True)
class Part:
    """A stored part of the world: from which files, how fine, and what is left out. Kilometres and their squares."""

    countries: str
    rivers: tuple[str, ...]
    lakes: tuple[str, ...]
    window: tuple[float, float, float, float]
    tolerance: float
    island: float
    lake: float
    river_rank: int


PARTS = {
    "europe": Part(
        "countries-10m.json",
        ("10m/physical/ne_10m_rivers_lake_centerlines.json", "10m/physical/ne_10m_rivers_europe.json"),
        ("10m/physical/ne_10m_lakes.json",),
        (-26.0, 26.0, 64.0, 73.0),
        1.1,
        25,
        150,
        10,
    ),
    "world": Part(
        "countries-50m.json",
        ("50m/physical/ne_50m_rivers_lake_centerlines.json",),
        ("50m/physical/ne_50m_lakes.json",),
        (-360.0, -90.0, 360.0, 90.0),
        3.0,
        60,
        900,
        6,
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("atlas", type=Path)
    parser.add_argument("geojson", type=Path)
    given = parser.parse_args()
    for name, part in PARTS.items():
        text = stored(part, given.atlas, given.geojson)
        (HERE / f"{name}.json").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}.json: {len(text):,} bytes\n")
    return 0


def stored(part: Part, atlas: Path, geojson: Path) -> str:
    """One file, as text."""
    hashes: dict[str, str] = {}

    def read(folder: Path, name: str) -> Any:
        data = (folder / name).read_bytes()
        hashes[name] = hashlib.sha256(data).hexdigest()
        return json.loads(data)

    topology = read(atlas, part.countries)
    arcs = [thinned(arc, part.tolerance) for arc in decoded(topology)]
    land = [ring for ring in rings(topology, arcs) if area(ring) >= part.island]
    lakes = [
        thinned(ring, part.tolerance)
        for name in part.lakes
        for feature in read(geojson, name)["features"]
        if feature["geometry"] and "Reservoir" not in f"{feature['properties']}"
        for ring in outlines(feature["geometry"])
        if area(ring) >= part.lake
    ]
    rivers = sorted(
        (int(feature["properties"]["scalerank"]), thinned(line, part.tolerance))
        for name in part.rivers
        for feature in read(geojson, name)["features"]
        if feature["geometry"] and int(feature["properties"]["scalerank"]) <= part.river_rank
        for line in outlines(feature["geometry"])
    )
    window = part.window
    kept = [(rank, line) for rank, line in rivers if within(line, window) and len(steps(line)) > 1]
    layers = {
        "land": packed([closed(polygon_inside(ring, Box(*window))) for ring in land if within(ring, window)]),
        "lakes": packed([closed(ring) for ring in lakes if within(ring, window)]),
        "borders": packed([line for line in borders(topology, arcs) if within(line, window)]),
        "rivers": {**packed([line for _, line in kept]), "ranks": [rank for rank, _ in kept]},
    }
    about = {
        "origin": "Natural Earth, naturalearthdata.com; public domain",
        "by": "tests/tools/make_land.py, from world-atlas 2.0.2 (npm) and martynafford/natural-earth-geojson (GitHub)",
        "sha256 of what was read": hashes,
        "tolerance in km": part.tolerance,
        "window": window,
        "steps in a degree": QUANTUM,
    }
    text = json.dumps({**about, **layers}, indent=1)
    digest = hashlib.sha256(json.dumps(layers, sort_keys=True).encode()).hexdigest()
    return text.removesuffix("\n}") + f',\n "sha256 of the layers": "{digest}"\n}}\n'


def decoded(topology: Any) -> list[list[Point]]:
    """The arcs of a topology in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def rings(topology: Any, arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """The outlines of the land, islands and inland seas alike."""
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points: list[Point] = []
                for number in ring:
                    arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                    points += arc[1:] if points else arc
                yield unwrapped(points)


def unwrapped(ring: list[Point]) -> list[Point]:
    """A ring over the date line in one piece, its longitudes beyond 180; one around a pole reaches down to it."""
    turn = 0.0
    points = [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        turn += 360.0 if x - before < -180 else -360.0 if x - before > 180 else 0.0
        points.append((x + turn, y))
    if turn:
        pole = math.copysign(90.0, points[0][1])
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def borders(topology: Any, arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """The arcs that two countries share."""
    users: dict[int, int] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        mine = {number if number >= 0 else ~number for number in numbers(country.get("arcs", []))}
        for number in mine:
            users[number] = users.get(number, 0) + 1
    yield from (arcs[number] for number in sorted(users) if users[number] > 1)


def numbers(nested: Any) -> Iterator[int]:
    for item in nested:
        if isinstance(item, int):
            yield item
        else:
            yield from numbers(item)


def outlines(geometry: Any) -> Iterator[list[Point]]:
    """The lines of a GeoJSON geometry."""

    def deep(item: Any) -> Iterator[list[Point]]:
        if isinstance(item[0][0], int | float):
            yield [(float(p[0]), float(p[1])) for p in item]
        else:
            for one in item:
                yield from deep(one)

    yield from deep(geometry["coordinates"])


def thinned(points: list[Point], tolerance: float) -> list[Point]:
    """A line without the points that are nearer to it than `tolerance` kilometres (Douglas and Peucker)."""
    flat = [(x * math.cos(math.radians(y)) * 111.2, y * 111.2) for x, y in points]
    keep = {0, len(points) - 1}
    if points[0] == points[-1] and len(points) > 3:
        # A ring: its farthest point makes two lines of it.
        keep.add(max(range(len(flat)), key=lambda n: math.dist(flat[n], flat[0])))
    ends = sorted(keep)
    work = list(pairwise(ends))
    while work:
        first, last = work.pop()
        far, at = tolerance, None
        for n in range(first + 1, last):
            if (away := distance(flat[n], flat[first], flat[last])) > far:
                far, at = away, n
        if at is not None:
            keep.add(at)
            work += [(first, at), (at, last)]
    return [points[n] for n in sorted(keep)]


def distance(point: Point, first: Point, last: Point) -> float:
    """How far a point lies from a segment."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = dx * dx + dy * dy
    share = ((point[0] - first[0]) * dx + (point[1] - first[1]) * dy) / length if length else 0.0
    share = max(0.0, min(1.0, share))
    return math.dist(point, (first[0] + share * dx, first[1] + share * dy))


def area(ring: list[Point]) -> float:
    """The area in square kilometres."""
    flat = [(x * math.cos(math.radians(y)) * 111.2, y * 111.2) for x, y in ring]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(flat, flat[1:] + flat[:1], strict=True))) / 2


def within(points: Iterable[Point], window: tuple[float, float, float, float]) -> bool:
    """Whether a line may touch the window."""
    xs, ys = zip(*points, strict=True)
    west, south, east, north = window
    return bool(max(xs) >= west and min(xs) <= east and max(ys) >= south and min(ys) <= north)


def closed(ring: list[Point]) -> list[Point]:
    """A ring whose last point is its first."""
    return ring if ring[:1] == ring[-1:] else [*ring, ring[0]]


def steps(line: list[Point]) -> list[tuple[int, int]]:
    """A line in whole steps, none of them twice in a row."""
    rounded = [(round(x * QUANTUM), round(y * QUANTUM)) for x, y in line]
    return [p for n, p in enumerate(rounded) if n == 0 or p != rounded[n - 1]]


def packed(lines: list[list[Point]]) -> dict[str, str]:
    """Lines in pieces of PIECE steps, the last point of one the first of the next. `index` has six numbers a piece: the
    line it belongs to, its points, and its box (west, south, east, north); `points` has all x, then all y, as
    differences within a piece. 32 bits each, packed."""
    index, xs, ys = [], [], []
    for number, own in enumerate(own for own in map(steps, lines) if len(own) > 1):
        for at in range(0, len(own) - 1, PIECE):
            piece = own[at : at + PIECE + 1]
            east, north = zip(*piece, strict=True)
            index += [number, len(piece), min(east), min(north), max(east), max(north)]
            xs += [b - a for a, b in zip((0, *east), east, strict=False)]
            ys += [b - a for a, b in zip((0, *north), north, strict=False)]
    return {"index": _bytes(index), "points": _bytes(xs + ys)}


def _bytes(numbers: list[int]) -> str:
    data = array("i", numbers)
    if sys.byteorder == "big":
        data.byteswap()
    return base64.b85encode(zlib.compress(data.tobytes(), 9)).decode()


if __name__ == "__main__":
    sys.exit(main())
