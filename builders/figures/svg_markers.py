"""An outline in, where its arrow heads stand and which way they point out; and the map of a marker into that place."""

from __future__ import annotations

import math
from dataclasses import dataclass

from builders.figures.drawing import Close, CurveTo, LineTo, Move, Path
from builders.figures.svg_shapes import Lengths
from builders.figures.svg_transform import Matrix, numbers
from builders.figures.svg_tree import Element
from builders.figures.svg_view import view_box, view_matrix

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class End:
    """An end of a line: where it is, and which way the line goes there, in degrees clockwise."""

    x: float
    y: float
    angle: float


def ends(path: Path) -> tuple[End, End] | None:
    """The beginning and the end of a path; None where it has no length."""
    points: list[Point] = []
    start: Point = (0.0, 0.0)
    for segment in path.segments:
        match segment:
            case Move():
                start = (segment.x, segment.y)
                points.append(start)
            case LineTo():
                points.append((segment.x, segment.y))
            case CurveTo():
                points += [(segment.x1, segment.y1), (segment.x2, segment.y2), (segment.x, segment.y)]
            case Close():
                points.append(start)
    if len(points) < 2:
        return None
    first, last = points[0], points[-1]
    after = next((point for point in points if point != first), None)
    before = next((point for point in reversed(points) if point != last), None)
    if after is None or before is None:
        return None
    return End(*first, _angle(first, after)), End(*last, _angle(before, last))


def marker_matrix(marker: Element, end: End, lengths: Lengths, width: float, *, first: bool) -> Matrix | None:
    """The map of a marker's own units to the units of the line of that width; None where it can't be drawn."""
    orient = marker.attributes.get("orient", "0").strip()
    if orient.startswith("auto"):
        angle = end.angle + (180 if first and orient == "auto-start-reverse" else 0)
    else:
        given = numbers(orient.removesuffix("deg"))
        angle = given[0] if given and len(given) == 1 else 0.0
    scale = 1.0 if marker.attributes.get("markerUnits") == "userSpaceOnUse" else width
    across, down = lengths.get("markerWidth", 3.0), lengths.get("markerHeight", 3.0)
    if across <= 0 or down <= 0:
        return None
    view = view_box(marker.attributes.get("viewBox", ""))
    keep = marker.attributes.get("preserveAspectRatio", "").strip()
    inner = view_matrix(view, across, down, keep) if view else Matrix()
    x, y = inner.point(lengths.get("refX"), lengths.get("refY"))
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    turn = Matrix(cosine * scale, sine * scale, -sine * scale, cosine * scale, end.x, end.y)
    return turn @ Matrix(e=-x, f=-y) @ inner


def _angle(a: Point, b: Point) -> float:
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
