"""Path data, arcs and transforms against what SVG says they are."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from builders.figures.drawing import Close, CurveTo, LineTo, Move, Segment
from builders.figures.svg_path import arc, ellipse_path, parse_path, rounded_path
from builders.figures.svg_transform import Matrix, numbers, parse_transform

ALL = 1000


@pytest.mark.parametrize(
    ("data", "segments"),
    [
        ("M1 2L3 4", (Move(1, 2), LineTo(3, 4))),
        ("m1 2 3 4 5-6", (Move(1, 2), LineTo(4, 6), LineTo(9, 0))),
        ("M0,0H5V6h-1v-2z", (Move(0, 0), LineTo(5, 0), LineTo(5, 6), LineTo(4, 6), LineTo(4, 4), Close())),
        ("M1.5.5-.5-1e1", (Move(1.5, 0.5), LineTo(-0.5, -10))),
        ("M5 5l1 1z l2 0", (Move(5, 5), LineTo(6, 6), Close(), Move(5, 5), LineTo(7, 5))),
        ("M0 0C1 2 3 4 5 6S9 8 7 7", (Move(0, 0), CurveTo(1, 2, 3, 4, 5, 6), CurveTo(7, 8, 9, 8, 7, 7))),
        ("M0 0S3 4 5 6", (Move(0, 0), CurveTo(0, 0, 3, 4, 5, 6))),
        ("M0 0Q3 6 6 0T12 0", (Move(0, 0), CurveTo(2, 4, 4, 4, 6, 0), CurveTo(8, -4, 10, -4, 12, 0))),
        ("M1 1Z Z", (Move(1, 1), Close())),
        ("", ()),
    ],
)
def test_commands(data: str, segments: tuple[Segment, ...]) -> None:
    read = parse_path(data, ALL)
    assert read.broken is None
    assert len(read.segments) == len(segments)
    for found, expected in zip(read.segments, segments, strict=True):
        assert type(found) is type(expected)
        for name in found.__dataclass_fields__:
            assert getattr(found, name) == pytest.approx(getattr(expected, name), abs=1e-9)


@pytest.mark.parametrize(
    ("data", "kept", "broken"),
    [
        ("L1 1", 0, 0),
        ("M1 1 L2 2 X 3 3", 2, 9),
        ("M1 1 L2", 1, 5),
        ("M0 0 L1e99 0", 1, 4),
        ("M0 0 A1 1 0 2 0 5 5", 1, 4),
        ("M0 0Z 3 4", 2, 5),
        ("M0 0 L" + "1" * 400 + " 0", 1, 4),
    ],
)
def test_mistakes_end_the_path_where_they_stand(data: str, kept: int, broken: int) -> None:
    read = parse_path(data, ALL)
    assert (len(read.segments), read.broken is not None) == (kept, True)
    assert abs((read.broken or 0) - broken) <= 1


def test_the_bound_on_segments_holds() -> None:
    read = parse_path("M0 0" + "L1 1" * 50, 10)
    assert len(read.segments) == 10
    assert read.broken is not None


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("sweep", [False, True])
@pytest.mark.parametrize("turn", [0.0, 30.0, -75.0])
def test_arcs_lie_on_their_ellipse(large: bool, sweep: bool, turn: float) -> None:
    rx, ry, start, end = 50.0, 30.0, (10.0, 20.0), (60.0, 35.0)
    curves = arc(*start, rx, ry, turn, large, sweep, *end)
    last = curves[-1]
    assert (last.x, last.y) == end
    # Points of each cubic, turned back and scaled to the unit circle, are all equally far from one centre.
    points = [_unit(point, turn, rx, ry) for point in _sampled(start, curves)]
    centre = _circumcentre(points[0], points[len(points) // 2], points[-1])
    assert all(math.dist(point, centre) == pytest.approx(1.0, abs=1e-3) for point in points)
    angles = [math.atan2(y - centre[1], x - centre[0]) for x, y in points]
    turned = sum((b - a + math.pi) % (2 * math.pi) - math.pi for a, b in pairwise(angles))
    assert (turned > 0) == sweep
    assert (abs(turned) > math.pi) == large


def test_an_arc_with_radii_too_small_is_grown_and_one_without_is_a_line() -> None:
    (first, second) = arc(0, 0, 1, 1, 0, False, True, 10, 0)
    assert isinstance(first, CurveTo)
    assert (first.x, first.y) == pytest.approx((5, -5))
    assert (second.x, second.y) == (10, 0)
    assert arc(0, 0, 0, 5, 0, False, True, 10, 0) == [LineTo(10, 0)]
    assert arc(3, 3, 5, 5, 0, False, True, 3, 3) == []


def test_round_corners_meet_the_sides() -> None:
    path = rounded_path(0, 0, 100, 60, 80, 10)
    ends = [(s.x, s.y) for s in path if not isinstance(s, Close)]
    assert ends[:1] == [(50.0, 0.0)]
    assert ends.count((50.0, 60.0)) == 2
    assert len(rounded_path(0, 0, 1, 1, 0, 5)) == 5
    circle = ellipse_path(0, 0, 2, 2)
    assert all(math.hypot(s.x, s.y) == pytest.approx(2) for s in circle if not isinstance(s, Close))


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("translate(5)", (6, 2)),
        ("translate(5,7)", (6, 9)),
        ("scale(2)", (2, 4)),
        ("scale(2 -1)", (2, -2)),
        ("rotate(90)", (-2, 1)),
        ("rotate(90 1 2)", (1, 2)),
        ("skewX(45)", (3, 2)),
        ("skewY(45)", (1, 3)),
        ("matrix(1 2 3 4 5 6)", (12, 16)),
        ("translate(10 0) scale(2), rotate(90)", (6, 2)),
    ],
)
def test_transforms(text: str, point: tuple[float, float]) -> None:
    matrix = parse_transform(text)
    assert matrix is not None
    assert matrix.point(1, 2) == pytest.approx(point)


@pytest.mark.parametrize(
    "text", ["scale()", "turn(3)", "rotate(1 2)", "scale(2", "scale(1e7) scale(1e7)", "scale(x)"]
)
def test_transforms_that_are_refused(text: str) -> None:
    assert parse_transform(text) is None


def test_numbers_are_bounded() -> None:
    assert numbers("1,2 -3.5e1") == [1, 2, -35]
    assert numbers("1 2 x") is None
    assert numbers("1e8") is None
    assert Matrix(0, 2, -2, 0).rotation == pytest.approx(90)
    assert Matrix(0, 2, -2, 0).is_similar
    assert not Matrix(-1, 0, 0, 1).is_similar


def _sampled(start: tuple[float, float], curves: list[LineTo | CurveTo]) -> list[tuple[float, float]]:
    points = [start]
    for curve in curves:
        assert isinstance(curve, CurveTo)
        x0, y0 = points[-1]
        for step in range(1, 9):
            t = step / 8
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points.append(
                (
                    a * x0 + b * curve.x1 + c * curve.x2 + d * curve.x,
                    a * y0 + b * curve.y1 + c * curve.y2 + d * curve.y,
                )
            )
    return points


def _unit(point: tuple[float, float], turn: float, rx: float, ry: float) -> tuple[float, float]:
    sine, cosine = math.sin(math.radians(-turn)), math.cos(math.radians(-turn))
    return (cosine * point[0] - sine * point[1]) / rx, (sine * point[0] + cosine * point[1]) / ry


def _circumcentre(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> tuple[float, float]:
    d = 2 * (a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]))
    x, y, z = (p[0] ** 2 + p[1] ** 2 for p in (a, b, c))
    return (
        (x * (b[1] - c[1]) + y * (c[1] - a[1]) + z * (a[1] - b[1])) / d,
        (x * (c[0] - b[0]) + y * (a[0] - c[0]) + z * (b[0] - a[0])) / d,
    )
