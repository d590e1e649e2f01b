"""Drawings as values: what a figure shows, in points, origin top left, y down. pdf/ and deck/ draw it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from builders.theme.faces import Face

Color: TypeAlias = str
"""An sRGB colour as six lower-case hex digits, e.g. "9e2a2b"."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour, width and dash pattern (lengths on, off, …) in points."""

    color: Color
    width: float
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"


@dataclass(frozen=True, slots=True)
class Move:
    """Begin a subpath."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LineTo:
    """A straight segment."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CurveTo:
    """A cubic Bézier segment with two control points."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Close:
    """Close the subpath."""


Segment: TypeAlias = Move | LineTo | CurveTo | Close


@dataclass(frozen=True, slots=True)
class Path:
    """A filled and/or stroked outline. There is no opacity: whoever makes the path blends its colours."""

    segments: tuple[Segment, ...]
    fill: Color | None = None
    stroke: Stroke | None = None
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """An axis-parallel rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: Color | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse by its centre and radii."""

    cx: float
    cy: float
    rx: float
    ry: float
    fill: Color | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; (x, y) is its anchor on the baseline, `rotation` in degrees clockwise about it."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    color: Color
    anchor: Literal["start", "middle", "end"] = "start"
    rotation: float = 0.0
    letter_spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Card:
    """Text in a box, editable as one shape in a deck: lines already broken, (x, y) the top left corner.

    `valign` is the edge that the text keeps to where a program sets it higher or lower than was measured. `inset` is
    free on all sides of the text, `fill` the card's ground, `align` the edge along which the lines stand."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[CardLine, ...]
    valign: Literal["top", "bottom"] = "top"
    fill: Color | None = None
    inset: float = 0.0
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card; `start` of a paragraph or its continuation, so that a deck joins them again."""

    text: str
    face: Face
    size: float
    color: Color
    start: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph in a box of its proportions; `alt` says what it shows."""

    x: float
    y: float
    width: float
    height: float
    data: bytes = field(repr=False)
    kind: Literal["jpeg", "png"]
    alt: str


Shape: TypeAlias = Path | Rect | Ellipse | Line | Label | Card | Picture


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in painting order in a box of width × height points. `alt` describes what is seen."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str
