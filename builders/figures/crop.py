"""Shapes and a box in, the parts of them inside it out, so that writers needn't clip."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from builders.figures.drawing import (
    Card,
    Close,
    CurveTo,
    Ellipse,
    Label,
    Line,
    LineTo,
    Move,
    Path,
    Picture,
    Rect,
    Segment,
    Shape,
)
from builders.figures.svg_path import ellipse_path, rounded_path
from builders.theme.measure import advance, ascent, descent

Point = tuple[float, float]
_PIECE, _MOST_PIECES = 2.0, 128


@dataclass(frozen=True, slots=True)
class Box:
    """An axis-parallel box by its corners."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Box, slack: float = 0.01) -> bool:
        """True when `other` lies inside."""
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Box) -> bool:
        """True when the two share a point."""
        return (
            other.left <= self.right
            and other.right >= self.left
            and other.top <= self.bottom
            and other.bottom >= self.top
        )


def bounds(shape: Shape) -> Box:
    """The box that a shape's outline fills (a curve's control points count; a line's width doesn't)."""
    match shape:
        case Path():
            return _around(p for s in shape.segments for p in _points(s))
        case Rect() | Card() | Picture():
            return Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        case Ellipse():
            return Box(shape.cx - shape.rx, shape.cy - shape.ry, shape.cx + shape.rx, shape.cy + shape.ry)
        case Line():
            return _around(((shape.x1, shape.y1), (shape.x2, shape.y2)))
        case Label():
            width = label_width(shape)
            left = {"start": 0.0, "middle": -width / 2, "end": -width}[shape.anchor]
            up, down = ascent(shape.face, shape.size), descent(shape.face, shape.size)
            sine, cosine = math.sin(math.radians(shape.rotation)), math.cos(math.radians(shape.rotation))
            corners = ((left, -up), (left + width, -up), (left, down), (left + width, down))
            return _around(
                (shape.x + cosine * a - sine * b, shape.y + sine * a + cosine * b) for a, b in corners
            )
        case _:
            assert_never(shape)


def label_width(label: Label) -> float:
    """How wide a label's text runs."""
    return advance(label.text, label.face, label.size) + label.letter_spacing * len(label.text)


def inside(shape: Shape, box: Box) -> list[Shape]:
    """The shape cut at the box's edges; words stay whole and go only when all of them are outside."""
    if isinstance(shape, Label | Card | Picture):
        return [shape] if box.meets(bounds(shape)) else []
    return cut(shape, box)


def cut(shape: Path | Rect | Ellipse | Line, box: Box) -> list[Shape]:
    """The shape itself when it lies inside, nothing when outside, else its parts (curves become polygons)."""
    extent = bounds(shape)
    if box.holds(extent):
        return [shape]
    if not box.meets(extent):
        return []
    match shape:
        case Line():
            ends = _clipped((shape.x1, shape.y1), (shape.x2, shape.y2), box)
            return [Line(*ends[0], *ends[1], shape.stroke)] if ends else []
        case Path():
            path = shape
        case Rect():
            path = Path(
                rounded_path(shape.x, shape.y, shape.width, shape.height, 0, 0), shape.fill, shape.stroke
            )
        case Ellipse():
            path = Path(ellipse_path(shape.cx, shape.cy, shape.rx, shape.ry), shape.fill, shape.stroke)
        case _:
            assert_never(shape)
    rings = _rings(path)
    parts: list[Shape] = []
    filled = [ring for points, _ in rings if len(ring := polygon_inside(points, box)) > 2]
    if path.fill is not None and filled:
        segments = tuple(s for ring in filled for s in _outline(ring, closed=True))
        parts.append(Path(segments, fill=path.fill, even_odd=path.even_odd))
    if path.stroke is not None:
        pieces = [piece for points, closed in rings for piece in line_inside(points, box, closed=closed)]
        segments = tuple(s for piece in pieces for s in _outline(piece, closed=False))
        if segments:
            parts.append(Path(segments, stroke=path.stroke))
    return parts


def _points(segment: Segment) -> tuple[Point, ...]:
    match segment:
        case CurveTo():
            return (segment.x1, segment.y1), (segment.x2, segment.y2), (segment.x, segment.y)
        case Move() | LineTo():
            return ((segment.x, segment.y),)
        case Close():
            return ()
        case _:
            assert_never(segment)


def _around(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _rings(path: Path) -> list[tuple[list[Point], bool]]:
    """Each subpath as points, curves in straight pieces, and whether it is closed."""
    rings: list[tuple[list[Point], bool]] = []
    for segment in path.segments:
        match segment:
            case Move():
                rings.append(([(segment.x, segment.y)], False))
            case LineTo():
                rings[-1][0].append((segment.x, segment.y))
            case CurveTo():
                start = rings[-1][0][-1]
                rings[-1][0].extend(_flattened(start, segment))
            case Close():
                rings[-1] = (rings[-1][0], True)
            case _:
                assert_never(segment)
    return rings


def _flattened(start: Point, curve: CurveTo) -> list[Point]:
    corners = (start, *_points(curve))
    pieces = min(_MOST_PIECES, max(4, math.ceil(sum(map(math.dist, corners, corners[1:])) / _PIECE)))
    points = []
    for step in range(1, pieces + 1):
        t = step / pieces
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append(
            (
                a * start[0] + b * curve.x1 + c * curve.x2 + d * curve.x,
                a * start[1] + b * curve.y1 + c * curve.y2 + d * curve.y,
            )
        )
    return points


def _outline(points: list[Point], closed: bool) -> tuple[Segment, ...]:
    first, *others = points
    path: tuple[Segment, ...] = (Move(*first), *(LineTo(*point) for point in others))
    return (*path, Close()) if closed else path


def polygon_inside(points: list[Point], box: Box) -> list[Point]:
    """The part of a polygon in the box, cut at its four edges one after another (Sutherland and Hodgman); where that is
    several pieces, edges of the box join them."""
    if _all_inside(points, box):
        return points
    for axis, limit, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        kept: list[Point] = []
        for index, end in enumerate(points):
            start = points[index - 1]
            inside_start, inside_end = sign * (start[axis] - limit) >= 0, sign * (end[axis] - limit) >= 0
            if inside_start != inside_end:
                share = (limit - start[axis]) / (end[axis] - start[axis])
                other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
                kept.append((limit, other) if axis == 0 else (other, limit))
            if inside_end:
                kept.append(end)
        points = kept
    return points


def _all_inside(points: list[Point], box: Box) -> bool:
    if len(points) < 2:
        return False
    xs, ys = zip(*points, strict=True)
    return bool(min(xs) >= box.left and max(xs) <= box.right and min(ys) >= box.top and max(ys) <= box.bottom)


def line_inside(points: list[Point], box: Box, *, closed: bool = False) -> list[list[Point]]:
    """The parts of a line (of a ring when `closed`) that lie in the box."""
    pieces: list[list[Point]] = []
    ends = [*points, points[0]] if closed else points
    if _all_inside(ends, box):
        return [ends]
    for start, end in pairwise(ends):
        inside = _clipped(start, end, box) if start != end else None
        if inside is None:
            continue
        if pieces and pieces[-1][-1] == inside[0]:
            pieces[-1].append(inside[1])
        else:
            pieces.append([inside[0], inside[1]])
    return pieces


def _clipped(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    """The part of a straight segment in the box (Liang and Barsky), None when there is none."""
    enter, leave = 0.0, 1.0
    dx, dy = end[0] - start[0], end[1] - start[1]
    for delta, room in (
        (-dx, start[0] - box.left),
        (dx, box.right - start[0]),
        (-dy, start[1] - box.top),
        (dy, box.bottom - start[1]),
    ):
        if delta == 0:
            if room < 0:
                return None
        elif delta < 0:
            enter = max(enter, room / delta)
        else:
            leave = min(leave, room / delta)
    if enter >= leave:
        return None
    first = start if enter == 0 else (start[0] + enter * dx, start[1] + enter * dy)
    last = end if leave == 1 else (start[0] + leave * dx, start[1] + leave * dy)
    return first, last
