"""SVG basic shapes and paths in, unpainted shapes in user units out; and those mapped to points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from builders.figures.drawing import Close, CurveTo, Ellipse, LineTo, Move, Path, Rect, Segment
from builders.figures.svg_lengths import length
from builders.figures.svg_notes import Notes
from builders.figures.svg_path import ellipse_path, parse_path, points_path, rounded_path
from builders.figures.svg_transform import Matrix, numbers
from builders.figures.svg_tree import Element

Outline: TypeAlias = Path | Rect | Ellipse


@dataclass(frozen=True, slots=True)
class Lengths:
    """Length attributes of one element: `em` is its type size, `size` what 100 % means across and down."""

    element: Element
    em: float
    size: tuple[float, float]
    notes: Notes

    def get(self, name: str, default: float = 0.0) -> float:
        """The attribute in user units, `default` when it isn't given or can't be read."""
        text = self.element.attributes.get(name)
        if text is None or text.strip() == "auto":
            return default
        value = length(text, self.em, self._whole(name))
        if value is None:
            self.notes.unsupported(self.element, f"{name} “{text[:20]}” of <{self.element.name}>")
            return default
        return value

    def _whole(self, name: str) -> float:
        across, down = self.size
        if name in ("x", "x1", "x2", "cx", "rx", "width"):
            return across
        if name in ("y", "y1", "y2", "cy", "ry", "height"):
            return down
        return math.hypot(across, down) / math.sqrt(2)


def outline(lengths: Lengths, room: int) -> Outline | None:
    """The element's outline, None when it has none; a path has at most `room` segments."""
    element, get = lengths.element, lengths.get
    match element.name:
        case "path":
            read = parse_path(element.attributes.get("d", ""), room)
            if read.broken is not None:
                message = (
                    f"A path can't be read from its character {read.broken + 1} on; the rest is left out."
                )
                lengths.notes.add(element, "svg-path", message)
            return Path(read.segments)
        case "rect":
            return _rect(get("x"), get("y"), get("width"), get("height"), get("rx", -1), get("ry", -1))
        case "circle":
            radius = get("r")
            return Ellipse(get("cx"), get("cy"), radius, radius) if radius > 0 else None
        case "ellipse":
            rx, ry = get("rx", -1), get("ry", -1)
            rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)
            return Ellipse(get("cx"), get("cy"), rx, ry) if rx > 0 and ry > 0 else None
        case "line":
            return Path((Move(get("x1"), get("y1")), LineTo(get("x2"), get("y2"))))
    values = numbers(element.attributes.get("points", ""))
    if values is None:
        lengths.notes.unsupported(element, f"a mistake in the points of <{element.name}>")
        return None
    return Path(points_path(values[: 2 * room], closed=element.name == "polygon"))


def _rect(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Outline | None:
    rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)
    if width <= 0 or height <= 0:
        return None
    if rx > 0 and ry > 0:
        return Path(rounded_path(x, y, width, height, rx, ry))
    return Rect(x, y, width, height)


def mapped(shape: Outline, matrix: Matrix) -> Outline:
    """The outline where the matrix puts it; what stays axis-parallel stays a Rect or an Ellipse."""
    match shape:
        case Rect() if matrix.is_upright:
            x1, y1 = matrix.point(shape.x, shape.y)
            x2, y2 = matrix.point(shape.x + shape.width, shape.y + shape.height)
            return Rect(_tidy(min(x1, x2)), _tidy(min(y1, y2)), _tidy(abs(x2 - x1)), _tidy(abs(y2 - y1)))
        case Ellipse() if matrix.is_upright:
            cx, cy = matrix.point(shape.cx, shape.cy)
            return Ellipse(
                _tidy(cx), _tidy(cy), _tidy(shape.rx * abs(matrix.a)), _tidy(shape.ry * abs(matrix.d))
            )
        case Rect():
            segments = rounded_path(shape.x, shape.y, shape.width, shape.height, 0, 0)
        case Ellipse():
            segments = ellipse_path(shape.cx, shape.cy, shape.rx, shape.ry)
        case Path():
            segments = shape.segments
        case _:
            assert_never(shape)
    return Path(tuple(_mapped(segment, matrix) for segment in segments))


def _mapped(segment: Segment, matrix: Matrix) -> Segment:
    def at(x: float, y: float) -> tuple[float, float]:
        x, y = matrix.point(x, y)
        return _tidy(x), _tidy(y)

    match segment:
        case Move():
            return Move(*at(segment.x, segment.y))
        case LineTo():
            return LineTo(*at(segment.x, segment.y))
        case CurveTo():
            return CurveTo(
                *at(segment.x1, segment.y1), *at(segment.x2, segment.y2), *at(segment.x, segment.y)
            )
        case Close():
            return segment
        case _:
            assert_never(segment)


def _tidy(value: float) -> float:
    # Finer than ops.tidy: a drawing of a few units across is scaled up later.
    return round(value, 6) + 0.0
