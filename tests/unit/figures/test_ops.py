"""Drawings scaled and in other colours; shapes cut at a box."""

from __future__ import annotations

import math

import pytest

from builders.figures.crop import Box, bounds, cut
from builders.figures.drawing import (
    Card,
    CardLine,
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
    Segment,
    Shape,
    Stroke,
)
from builders.figures.ops import contrast, fit, mix, on_night, scale
from builders.theme.faces import SANS, SERIF
from builders.theme.tokens import EDITORIAL

INK = Stroke("1c1b19", 2, (4, 2), "round", "bevel")
CURVE = (Move(0, 0), CurveTo(10, 0, 20, 10, 20, 20), LineTo(0, 20), Close())
SHAPES: tuple[Shape, ...] = (
    Path(CURVE, "eeece6", INK, even_odd=True),
    Rect(10, 20, 30, 40, "9e2a2b"),
    Ellipse(50, 50, 10, 5, None, INK),
    Line(0, 0, 100, 100, INK),
    Label(50, 50, "Riga", SERIF, 12, "1c1b19", "middle", 30, 0.5),
    Card(10, 60, 80, 30, (CardLine("1939", SANS, 10, "9e2a2b", True),), "bottom", "fbfaf7", 4),
    Picture(10, 10, 20, 15, b"a picture", "jpeg", "a bridge"),
)
WHOLE = Drawing(100, 100, SHAPES, "a drawing")


def test_scaling_scales_lines_and_type_too() -> None:
    twice = scale(WHOLE, 200)
    assert (twice.width, twice.height, twice.alt) == (200, 200, "a drawing")
    pen = Stroke("1c1b19", 4, (8, 4), "round", "bevel")
    segments: tuple[Segment, ...] = (Move(0, 0), CurveTo(20, 0, 40, 20, 40, 40), LineTo(0, 40), Close())
    assert twice.shapes == (
        Path(segments, "eeece6", pen, even_odd=True),
        Rect(20, 40, 60, 80, "9e2a2b"),
        Ellipse(100, 100, 20, 10, None, pen),
        Line(0, 0, 200, 200, pen),
        Label(100, 100, "Riga", SERIF, 24, "1c1b19", "middle", 30, 1.0),
        Card(20, 120, 160, 60, (CardLine("1939", SANS, 20, "9e2a2b", True),), "bottom", "fbfaf7", 8),
        Picture(20, 20, 40, 30, b"a picture", "jpeg", "a bridge"),
    )
    assert scale(twice, 100) == WHOLE


def test_fitting_keeps_the_proportion_inside_the_box() -> None:
    assert (fit(WHOLE, 50, 80).width, fit(WHOLE, 50, 80).height) == (50, 50)
    assert (fit(WHOLE, 500, 80).width, fit(WHOLE, 500, 80).height) == (80, 80)


def test_the_night_reaches_every_shape() -> None:
    palette = EDITORIAL.palette
    dark = on_night(WHOLE, palette)
    assert palette.ink not in repr(dark)
    assert palette.accent_on_night in repr(dark)
    assert palette.paper not in repr(dark)
    assert on_night(Drawing(1, 1, (), "x"), palette) == Drawing(1, 1, (), "x")


def test_on_the_night_words_can_be_read_and_light_greys_are_the_ground() -> None:
    palette = EDITORIAL.palette

    def night(color: str) -> str:
        (shape,) = on_night(Drawing(1, 1, (Rect(0, 0, 1, 1, color),), ""), palette).shapes
        assert isinstance(shape, Rect)
        assert shape.fill is not None
        return shape.fill

    assert night("ffffff") == night(palette.paper) == palette.night
    assert night(palette.ink) == palette.on_night
    assert night(palette.accent) == palette.accent_on_night
    assert 1.05 < contrast(night(palette.tint), palette.night) < 1.5
    assert contrast(night(palette.muted), palette.night) > 4.5
    for color in ("000080", "800000", "006400", "4b0082", "222222"):
        assert contrast(night(color), palette.night) >= 3
    greys = [contrast(night(f"{level:02x}" * 3), palette.night) for level in range(0, 256, 15)]
    assert greys == sorted(greys, reverse=True)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("ffffff", "000000") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)
    assert mix("000000", "ffffff", 0.5) == "808080"


def test_a_cut_fill_has_the_area_of_the_overlap() -> None:
    circle = Ellipse(0, 0, 50, 50, "000000", Stroke("000000", 1))
    fill, line = cut(circle, Box(0, 0, 100, 100))
    assert isinstance(fill, Path)
    assert isinstance(line, Path)
    points = [(s.x, s.y) for s in fill.segments if isinstance(s, Move | LineTo)]
    area = (
        abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))) / 2
    )
    assert area == pytest.approx(math.pi * 50**2 / 4, rel=2e-3)
    # The outline is the quarter arc alone, without the edges along which it was cut.
    ends = [(s.x, s.y) for s in line.segments if isinstance(s, Move | LineTo)]
    assert math.dist(ends[0], ends[-1]) == pytest.approx(50 * math.sqrt(2), rel=1e-3)
    assert all(math.hypot(*point) == pytest.approx(50, rel=2e-3) for point in ends)


def test_a_line_that_leaves_and_comes_back_is_two_pieces() -> None:
    zigzag = Path((Move(0, 5), LineTo(20, 5), LineTo(20, 8), LineTo(0, 8)), None, Stroke("000000", 1))
    (found,) = cut(zigzag, Box(0, 0, 10, 10))
    assert isinstance(found, Path)
    assert [type(s) for s in found.segments] == [Move, LineTo, Move, LineTo]
    assert cut(zigzag, Box(30, 30, 40, 40)) == []
    assert cut(zigzag, Box(-5, -5, 25, 25)) == [zigzag]


def test_bounds_of_turned_words() -> None:
    label = Label(0, 0, "MMMMMMMM", SANS, 10, "000000", "start", 90)
    extent = bounds(label)
    assert extent.bottom > 55
    assert extent.right < 11
    assert extent.left > -11
