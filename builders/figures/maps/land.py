"""The stored land, lakes, rivers and borders out: lines in degrees, unpacked where they are looked at.

europe.json is fine and reaches from the Atlantic to beyond the Urals; world.json is coarser. tests/tools/make_land.py
makes both from Natural Earth, which is in the public domain, and says how.
"""

from __future__ import annotations

import base64
import json
import sys
import zlib
from array import array
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal

from builders.figures.crop import Box

Part = Literal["europe", "world"]
Kind = Literal["land", "lakes", "rivers", "borders"]
Point = tuple[float, float]
"""Longitude and latitude."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A few dozen points of a line, and their box (its top is the south); the last is the first of the next piece."""

    line: int
    start: int
    count: int
    box: Box


@dataclass(frozen=True, slots=True)
class Layer:
    """The lines of a kind, each in pieces; `ranks` says how great each river is, 0 the greatest."""

    lines: tuple[tuple[Piece, ...], ...]
    ranks: tuple[int, ...]
    step: float
    xs: array[int] = field(repr=False)
    ys: array[int] = field(repr=False)

    def points(self, piece: Piece) -> list[Point]:
        """The points of a piece in degrees."""
        step, run = self.step, slice(piece.start, piece.start + piece.count)
        across, up = accumulate(self.xs[run]), accumulate(self.ys[run])
        return [(x * step, y * step) for x, y in zip(across, up, strict=True)]

    def first(self, piece: Piece) -> Point:
        """The first point of a piece."""
        return self.xs[piece.start] * self.step, self.ys[piece.start] * self.step


@cache
def layer(part: Part, kind: Kind) -> Layer:
    """The lines of a kind."""
    stored = _file(part)
    found = stored[kind]
    step = 1 / stored["steps in a degree"]
    points, index = _numbers(found["points"]), _numbers(found["index"])
    half = len(points) // 2
    pieces, start = [], 0
    for at in range(0, len(index), 6):
        line, count, *sides = index[at : at + 6]
        west, south, east, north = (side * step for side in sides)
        pieces.append(Piece(line, start, count, Box(west, south, east, north)))
        start += count
    lines = tuple(tuple(run) for _, run in groupby(pieces, attrgetter("line")))
    return Layer(lines, tuple(found.get("ranks", ())), step, points[:half], points[half:])


@cache
def window(part: Part) -> Box:
    """The part of the world that is stored: west, south, east, north."""
    return Box(*_file(part)["window"])


@cache
def _file(part: Part) -> Any:
    return json.loads((Path(__file__).parent / f"{part}.json").read_text(encoding="utf-8"))


def _numbers(packed: str) -> array[int]:
    data = array("i", zlib.decompress(base64.b85decode(packed)))
    if sys.byteorder == "big":
        data.byteswap()
    return data
