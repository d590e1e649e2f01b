"""Drawings in, the same drawings scaled, moved or for a dark ground out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from builders.figures.drawing import (
    Card,
    Close,
    Color,
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
    Segment,
    Shape,
    Stroke,
)
from builders.theme.colors import channels, luminance
from builders.theme.colors import contrast as contrast
from builders.theme.colors import mix as mix
from builders.theme.tokens import Palette

GREY, PALE = 40, 0.25
"""Colours whose channels are nearer to each other than this are greys; lighter ones than this are tints."""
LAND, TINTED = 0.18, 0.22
"""How much light text's colour is in the land of a map on a dark ground, and how much of a tint in what becomes of
it."""


def tidy(value: float) -> float:
    """Rounded to a thousandth of a point, never −0: the same digits on every machine."""
    return round(value, 3) + 0.0


def scale(drawing: Drawing, width: float) -> Drawing:
    """The drawing made `width` points wide, everything in it (lines and type too) in proportion."""
    factor = width / drawing.width
    return replace(
        drawing,
        width=tidy(width),
        height=tidy(drawing.height * factor),
        shapes=tuple(placed(shape, factor, 0.0, 0.0) for shape in drawing.shapes),
    )


def fit(drawing: Drawing, width: float, height: float) -> Drawing:
    """The drawing as large as it goes into width × height points."""
    return scale(drawing, min(width, drawing.width * height / drawing.height))


def placed(shape: Shape, factor: float, dx: float, dy: float) -> Shape:
    """The shape scaled about the origin, then moved by (dx, dy)."""

    def x(value: float) -> float:
        return tidy(value * factor + dx)

    def y(value: float) -> float:
        return tidy(value * factor + dy)

    def by(value: float) -> float:
        return tidy(value * factor)

    def pen(stroke: Stroke | None) -> Stroke | None:
        if stroke is None:
            return None
        return replace(stroke, width=by(stroke.width), dash=tuple(by(length) for length in stroke.dash))

    match shape:
        case Path():
            segments = tuple(_segment(segment, x, y) for segment in shape.segments)
            return replace(shape, segments=segments, stroke=pen(shape.stroke))
        case Rect():
            return replace(
                shape,
                x=x(shape.x),
                y=y(shape.y),
                width=by(shape.width),
                height=by(shape.height),
                stroke=pen(shape.stroke),
            )
        case Ellipse():
            return replace(
                shape,
                cx=x(shape.cx),
                cy=y(shape.cy),
                rx=by(shape.rx),
                ry=by(shape.ry),
                stroke=pen(shape.stroke),
            )
        case Line():
            return Line(x(shape.x1), y(shape.y1), x(shape.x2), y(shape.y2), pen(shape.stroke) or shape.stroke)
        case Label():
            return replace(
                shape,
                x=x(shape.x),
                y=y(shape.y),
                size=by(shape.size),
                letter_spacing=by(shape.letter_spacing),
            )
        case Card():
            lines = tuple(replace(line, size=by(line.size)) for line in shape.lines)
            return replace(
                shape,
                x=x(shape.x),
                y=y(shape.y),
                width=by(shape.width),
                height=by(shape.height),
                lines=lines,
                inset=by(shape.inset),
            )
        case Picture():
            return replace(shape, x=x(shape.x), y=y(shape.y), width=by(shape.width), height=by(shape.height))
        case _:
            assert_never(shape)


def _segment(segment: Segment, x: Callable[[float], float], y: Callable[[float], float]) -> Segment:
    match segment:
        case Move():
            return Move(x(segment.x), y(segment.y))
        case LineTo():
            return LineTo(x(segment.x), y(segment.y))
        case CurveTo():
            return CurveTo(
                x(segment.x1), y(segment.y1), x(segment.x2), y(segment.y2), x(segment.x), y(segment.y)
            )
        case Close():
            return segment
        case _:
            assert_never(segment)


def on_night(drawing: Drawing, palette: Palette) -> Drawing:
    """The drawing for a dark ground: white becomes the night, ink the light text, the accent its pale sister.

    Greys in between keep their order, turned round. Of other hues pale areas become dark ones, words are lightened to
    4.5:1 against the greys that land has there, and all else to 3:1 against the ground.
    """
    land = mix(palette.night, palette.on_night, LAND)
    known = {
        palette.paper: palette.night,
        palette.accent: palette.accent_on_night,
        palette.ink: palette.on_night,
        palette.night: palette.on_night,
        palette.on_night: palette.night,
        palette.accent_on_night: palette.accent,
        palette.second: palette.second_on_night,
        palette.second_on_night: palette.second,
    }

    def night(color: Color) -> Color:
        if color in known:
            return known[color]
        red, green, blue = channels(color)
        if max(red, green, blue) - min(red, green, blue) <= GREY:
            # Near-black is as light as the text gets: on a dark ground greys look closer to each other.
            dark = min(1.0, (765 - red - green - blue) / (765 * 0.88))
            return mix(palette.night, palette.on_night, dark)
        return lightened(color, palette.night, 3.0)

    def lightened(color: Color, ground: Color, wanted: float) -> Color:
        steps = (mix(color, palette.on_night, step / 10) for step in range(11))
        return next((light for light in steps if contrast(light, ground) >= wanted), palette.on_night)

    def area(color: Color) -> Color:
        hued = max(channels(color)) - min(channels(color)) > GREY
        pale = color not in known and hued and luminance(color) > PALE
        return mix(palette.night, color, TINTED) if pale else night(color)

    def words(color: Color) -> Color:
        own = night(color)
        return lightened(own, land, 4.5) if luminance(own) > luminance(land) else own

    return painted(drawing, night, area, words)


def painted(
    drawing: Drawing,
    new: Callable[[Color], Color],
    area: Callable[[Color], Color] | None = None,
    words: Callable[[Color], Color] | None = None,
) -> Drawing:
    """The drawing with other colours: `new` gives the one for each, unless others do for areas and for words."""
    fills, texts = area or new, words or new
    return replace(drawing, shapes=tuple(_painted(shape, new, fills, texts) for shape in drawing.shapes))


def _painted(
    shape: Shape,
    new: Callable[[Color], Color],
    area: Callable[[Color], Color],
    words: Callable[[Color], Color],
) -> Shape:
    match shape:
        case Path() | Rect() | Ellipse():
            stroke = shape.stroke and replace(shape.stroke, color=new(shape.stroke.color))
            return replace(shape, fill=None if shape.fill is None else area(shape.fill), stroke=stroke)
        case Line():
            return replace(shape, stroke=replace(shape.stroke, color=new(shape.stroke.color)))
        case Label():
            return replace(shape, color=words(shape.color))
        case Card():
            lines = tuple(replace(line, color=words(line.color)) for line in shape.lines)
            return replace(shape, lines=lines, fill=None if shape.fill is None else area(shape.fill))
        case Picture():
            return shape
        case _:
            assert_never(shape)
