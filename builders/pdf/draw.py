"""Drawings in, vector operators out, inside the mark of their figure."""

from __future__ import annotations

from math import cos, radians, sin
from typing import assert_never

from builders.figures.drawing import (
    Card,
    Close,
    CurveTo,
    Drawing,
    Ellipse,
    Label,
    Line,
    LineTo,
    Move,
    Path,
    Picture,
    Rect,
    Shape,
    Stroke,
)
from builders.pdf.blocks import Raster, Run
from builders.pdf.canvas import Canvas, Setting
from builders.pdf.images import Images
from builders.pdf.syntax import number
from builders.theme.measure import advance, ascent, descent

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_ARC = 0.5522847498
"""Control points of a quarter circle of radius 1."""
_CARD_LEADING = 1.2


def draw(drawing: Drawing, canvas: Canvas, images: Images, x: float, y: float, width: float) -> None:
    """Paint a drawing with its top left corner at (x, y), scaled to `width`; nothing leaves its box."""
    scale = width / drawing.width
    with canvas.saved():
        canvas.rectangle(x, y, width, drawing.height * scale, "W n")
        # The canvas turns y round at the page's height, before this matrix is applied: hence the shift.
        size, shift = number(scale, 6), number(canvas.height * (1 - scale) - y)
        canvas.ops.append(f"{size} 0 0 {size} {number(x)} {shift} cm")
        for shape in drawing.shapes:
            _shape(shape, canvas, images)


def _shape(shape: Shape, canvas: Canvas, images: Images) -> None:
    match shape:
        case Path():
            if paint := _style(canvas, shape.fill, shape.stroke, even_odd=shape.even_odd):
                canvas.ops.append(f"{_outline(shape, canvas)} {paint}")
        case Rect():
            if paint := _style(canvas, shape.fill, shape.stroke):
                canvas.rectangle(shape.x, shape.y, shape.width, shape.height, paint)
        case Ellipse():
            if paint := _style(canvas, shape.fill, shape.stroke):
                canvas.ops.append(f"{_ellipse(shape, canvas)} {paint}")
        case Line():
            _style(canvas, None, shape.stroke)
            canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)
        case Label():
            _label(shape, canvas)
        case Card():
            _card(shape, canvas)
        case Picture():
            name, ref = images.add(Raster(shape.data, shape.kind, shape.width, shape.height))
            canvas.image(name, ref, shape.x, shape.y, shape.width, shape.height)
        case _:
            assert_never(shape)


def _style(canvas: Canvas, fill: str | None, stroke: Stroke | None, even_odd: bool = False) -> str:
    """Set colours and lines; returns the painting operator, or nothing when nothing is to be seen."""
    if fill is not None:
        canvas.fill_color(fill)
    if stroke is not None:
        canvas.stroke_style(stroke.color, stroke.width, stroke.dash, _CAPS[stroke.cap], _JOINS[stroke.join])
    star = "*" if even_odd else ""
    if fill is not None:
        return ("B" if stroke is not None else "f") + star
    return "S" if stroke is not None else ""


def _outline(path: Path, canvas: Canvas) -> str:
    ops: list[str] = []
    for segment in path.segments:
        match segment:
            case Move():
                ops.append(f"{_point(segment.x, segment.y, canvas)} m")
            case LineTo():
                ops.append(f"{_point(segment.x, segment.y, canvas)} l")
            case CurveTo():
                points = ((segment.x1, segment.y1), (segment.x2, segment.y2), (segment.x, segment.y))
                ops.append(" ".join(_point(x, y, canvas) for x, y in points) + " c")
            case Close():
                ops.append("h")
    return " ".join(ops)


def _point(x: float, y: float, canvas: Canvas) -> str:
    return f"{number(x)} {canvas.y(y)}"


def _ellipse(shape: Ellipse, canvas: Canvas) -> str:
    kx, ky = shape.rx * _ARC, shape.ry * _ARC
    left, right, top, bottom = (
        shape.cx - shape.rx,
        shape.cx + shape.rx,
        shape.cy - shape.ry,
        shape.cy + shape.ry,
    )
    segments = (
        Move(right, shape.cy),
        CurveTo(right, shape.cy + ky, shape.cx + kx, bottom, shape.cx, bottom),
        CurveTo(shape.cx - kx, bottom, left, shape.cy + ky, left, shape.cy),
        CurveTo(left, shape.cy - ky, shape.cx - kx, top, shape.cx, top),
        CurveTo(shape.cx + kx, top, right, shape.cy - ky, right, shape.cy),
        Close(),
    )
    return _outline(Path(segments), canvas)


def _label(label: Label, canvas: Canvas) -> None:
    run = Run(label.text, label.face, label.size, label.color, spacing=label.letter_spacing)
    width = advance(label.text, label.face, label.size, label.letter_spacing)
    back = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    angle = radians(-label.rotation)
    x, y = label.x - back * cos(angle), label.y + back * sin(angle)
    turn = " ".join(number(value, 6) for value in (cos(angle), sin(angle), -sin(angle), cos(angle)))
    canvas.show(f"{turn} {_point(x, y, canvas)}", label.text, run, Setting())


def _card(card: Card, canvas: Canvas) -> None:
    if card.fill is not None:
        canvas.fill_color(card.fill)
        canvas.rectangle(card.x, card.y, card.width, card.height, "f")
    y = card.y + card.inset
    for line in card.lines:
        up, down = ascent(line.face, line.size), descent(line.face, line.size)
        leading = line.size * _CARD_LEADING
        run = Run(line.text, line.face, line.size, line.color)
        x = card.x + card.inset
        if card.align == "right":
            x = card.x + card.width - card.inset - advance(line.text, line.face, line.size)
        canvas.text(x, y + (leading - up - down) / 2 + up, line.text, run)
        y += leading
