"""Which series looks how: colours by their names in the palette, patterns, dashes and markers that a copier keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builders.figures.drawing import LineTo, Move, Path, Rect, Segment, Shape, Stroke
from builders.figures.ops import tidy
from builders.theme.tokens import Palette

Ink = Literal["ink", "muted", "accent", "second", "hairline", "tint"]
Pattern = Literal["solid", "up", "across", "cross"]
Marker = Literal["circle", "square", "triangle", "diamond"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is drawn: the fill of its bars in `fill` by a `pattern` with an edge in `edge`; its line in `line`
    with `dash` (in widths of the line) and `marker`, which is hollow where `open`."""

    fill: Ink
    edge: Ink
    pattern: Pattern
    line: Ink
    dash: tuple[float, ...]
    marker: Marker
    open: bool = False


_LOOKS = (
    Look("accent", "accent", "solid", "accent", (), "circle"),
    Look("second", "second", "up", "second", (4.0, 2.0), "square"),
    Look("tint", "muted", "solid", "ink", (1.0, 1.5), "triangle"),
    Look("ink", "ink", "across", "muted", (), "diamond", open=True),
    Look("muted", "muted", "cross", "accent", (6.0, 2.0, 1.0, 2.0), "circle", open=True),
    Look("ink", "ink", "solid", "second", (8.0, 3.0), "square", open=True),
)
_QUIET = Look("hairline", "muted", "solid", "muted", (), "circle")


def look(series: int) -> Look:
    """How the series of that index is drawn."""
    return _LOOKS[series]


def quiet(series: int, count: int) -> Look:
    """How its bars are drawn where another category is highlighted: paler, unless several series are told apart by
    how they look, which is then the same in every category."""
    return _QUIET if count == 1 else _LOOKS[series]


def bar(
    x: float, y: float, width: float, height: float, look: Look, palette: Palette, step: float
) -> list[Shape]:
    """A bar: its fill, and its edge. `step` is the distance of a pattern's lines in points."""
    fill, edge = getattr(palette, look.fill), getattr(palette, look.edge)
    pen = Stroke(edge, tidy(step / 6))
    box = (tidy(x), tidy(y), tidy(width), tidy(height))
    if look.pattern == "solid":
        return [Rect(*box, fill, pen)]
    lines = Path(tuple(_hatch(look.pattern, x, y, width, height, step)), stroke=Stroke(fill, tidy(step / 4)))
    return [*([lines] if lines.segments else []), Rect(*box, None, pen)]


def _hatch(pattern: Pattern, x: float, y: float, width: float, height: float, step: float) -> list[Segment]:
    """The lines of a pattern, cut at the edges of the bar."""
    found: list[Segment] = []
    if pattern == "across":
        at = step
        while at < height:
            found += [Move(tidy(x), tidy(y + at)), LineTo(tidy(x + width), tidy(y + at))]
            at += step
        return found
    for mirrored in (False, True) if pattern == "cross" else (False,):
        at = step * 1.4
        while at < width + height:
            # From the left or lower edge up to the upper or right one.
            ends = (max(0.0, at - height), min(at, height)), (min(at, width), max(0.0, at - width))
            (x1, y1), (x2, y2) = (((width - px if mirrored else px), py) for px, py in ends)
            found += [Move(tidy(x + x1), tidy(y + y1)), LineTo(tidy(x + x2), tidy(y + y2))]
            at += step * 1.4
    return found
