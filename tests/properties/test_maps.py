"""Random maps: names are disjoint, inside, off other dots, large enough, and none is lost; leaders
cross no line, and a line's name is nearest to it; the same map is the same."""

from __future__ import annotations

import math
import string
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from builders.figures.crop import Box, bounds
from builders.figures.drawing import Drawing, Ellipse, Label, Line, LineTo, Move, Path
from builders.figures.looks import Look
from builders.figures.maps.draw import draw_map
from builders.figures.maps.inks import inks
from builders.lesson.maps import (
    Area,
    Map,
    MapArrow,
    MapEntry,
    MapLabel,
    MapLine,
    MapPlace,
    MapRegion,
    Spot,
)
from builders.lesson.model import Span
from builders.theme.tokens import EDITORIAL

LOOKS = {medium: Look(EDITORIAL, "en", medium) for medium in ("page", "slide", "night")}
SIZES = {"page": (330.0, 345.0), "slide": (560.0, 420.0), "night": (520.0, 540.0)}

words = st.text(string.ascii_lowercase, min_size=2, max_size=11)
names = st.lists(words, min_size=1, max_size=3).map(lambda parts: (Span(" ".join(parts).capitalize()),))
spots = st.builds(
    Spot, st.floats(44, 60).map(lambda x: round(x, 2)), st.floats(10, 40).map(lambda x: round(x, 2))
)
sides = st.sampled_from(["first", "second", "neither"])
paths = st.lists(spots, min_size=2, max_size=6, unique=True).map(tuple)
rings = st.lists(spots, min_size=3, max_size=7, unique=True).map(tuple)
entries: st.SearchStrategy[MapEntry] = st.one_of(
    st.builds(MapPlace, names, spots, st.just(()), note=st.one_of(st.just(()), names), side=sides),
    st.builds(MapLabel, names, spots, st.just(()), style=st.sampled_from([None, "land", "water"])),
    st.builds(
        MapLine, names, paths, st.just(()), style=st.sampled_from(["solid", "dashed", "dotted"]), side=sides
    ),
    st.builds(MapArrow, names, paths, st.just(()), side=sides),
    st.builds(
        MapRegion,
        names,
        rings,
        st.just(()),
        style=st.sampled_from(["hatched", "filled", "outlined"]),
        side=sides,
    ),
    st.builds(lambda name, at, radius: MapRegion(name, (at,), (), radius), names, spots, st.floats(5, 300)),
)
maps = st.builds(
    Map,
    st.lists(entries, min_size=1, max_size=18).map(tuple),
    st.sampled_from([None, Area(43, 9, 61, 41), Area(50, 14, 56, 28)]),
    st.booleans(),
)


def labels_of(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def core(label: Label) -> Box:
    """What a label's letters fill, without the room for accents and descenders that few of them need."""
    box = bounds(label)
    high = box.bottom - box.top
    return Box(box.left + 0.2, box.top + 0.24 * high, box.right - 0.2, box.bottom - 0.16 * high)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and one.right > other.left
        and one.top < other.bottom
        and one.bottom > other.top
    )


@settings(max_examples=40, deadline=None)
@given(maps, st.sampled_from(["page", "slide", "night"]))
def test_names_are_disjoint_inside_and_large_enough(shown: Map, medium: str) -> None:
    width, height = SIZES[medium]
    drawing = draw_map(shown, width, height, LOOKS[medium])
    found = labels_of(drawing)
    assert drawing.width <= width + 0.1
    least = 8.0 if medium == "page" else 14.0
    for label in found:
        assert label.size >= least
        box = bounds(label)
        assert box.left >= -0.5
        assert box.right <= drawing.width + 0.5
        assert box.top >= -0.5
        assert box.bottom <= drawing.height + label.size
    for one, other in combinations(found, 2):
        assert not overlap(core(one), core(other)), (one, other)


@settings(max_examples=40, deadline=None)
@given(maps)
def test_no_name_is_lost(shown: Map) -> None:
    """A name stands on the map or in its key, unless the map doesn't show what it names."""
    drawing = draw_map(Map(shown.entries), 330, 345, LOOKS["page"])
    text = " ".join(label.text for label in labels_of(drawing)).casefold()
    for entry in shown.entries:
        for word in "".join(span.text for span in entry.name).casefold().split():
            assert word in text, word


@settings(max_examples=40, deadline=None)
@given(st.lists(spots, min_size=2, max_size=25, unique=True))
def test_names_keep_off_other_dots(at: list[Spot]) -> None:
    shown = Map(tuple(MapPlace((Span(f"Town {n}"),), spot, ()) for n, spot in enumerate(at)))
    drawing = draw_map(shown, 480, 345, LOOKS["page"])
    dots = [bounds(shape) for shape in drawing.shapes if isinstance(shape, Ellipse)]
    assert len(dots) == len(at)
    for label in labels_of(drawing):
        middle = core(label)
        assert not any(overlap(middle, dot) for dot in dots), label


Segment = tuple[tuple[float, float], tuple[float, float]]


def strokes(drawing: Drawing, width: float, color: str | None = None) -> list[Segment]:
    """The straight pieces of the lines that a map is about."""
    found: list[Segment] = []
    for shape in drawing.shapes:
        if isinstance(shape, Path) and shape.fill is None and shape.stroke and shape.stroke.width == width:
            points = [s for s in shape.segments if isinstance(s, Move | LineTo)]
            if color in (None, shape.stroke.color):
                found += [((a.x, a.y), (b.x, b.y)) for a, b in pairwise(points) if isinstance(b, LineTo)]
    return found


def cross(one: Segment, other: Segment) -> bool:
    def side(segment: Segment, at: tuple[float, float]) -> float:
        (x1, y1), (x2, y2) = segment
        return (x2 - x1) * (at[1] - y1) - (y2 - y1) * (at[0] - x1)

    return side(one, other[0]) * side(one, other[1]) < 0 and side(other, one[0]) * side(other, one[1]) < 0


@settings(max_examples=40, deadline=None)
@given(maps)
def test_leaders_are_short_and_cross_no_line(shown: Map) -> None:
    drawing = draw_map(shown, 330, 345, LOOKS["page"])
    lines = strokes(drawing, inks(LOOKS["page"]).line)
    for shape in drawing.shapes:
        if not isinstance(shape, Line):
            continue
        start, end = (shape.x1, shape.y1), (shape.x2, shape.y2)
        length = math.dist(start, end)
        assert length <= 40.0
        # Its very root is where its dot stands, which may be on a line.
        share = min(1.0, 4.0 / length)
        root = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
        assert not any(cross((root, end), line) for line in lines), shape


@settings(max_examples=30, deadline=None)
@given(st.floats(0.3, 3.0), st.floats(0.0, 2.0), st.sampled_from(["page", "slide"]))
def test_a_line_is_named_where_it_runs_alone(apart: float, turn: float, medium: str) -> None:
    """Two lines that part and join again: each name is nearest to its own."""
    foot = (Spot(50, 20 + turn), Spot(47, 20))
    shown = Map(
        (
            MapLine((Span("Older one"),), (Spot(54, 20), Spot(52, 20 - apart), *foot), (), side="second"),
            MapLine((Span("Newer one"),), (Spot(54, 20), Spot(52, 21 + apart), *foot), (), side="first"),
        ),
        Area(45, 12, 56, 28),
    )
    look = LOOKS[medium]
    drawing = draw_map(shown, *SIZES[medium], look)
    own = {label.text: label for label in labels_of(drawing)}
    first, second = inks(look).sides["first"], inks(look).sides["second"]
    assert own.keys() & {"Older one", "Newer one"}
    for name, color, other in (("Older one", second, first), ("Newer one", first, second)):
        if name in own and bounds(own[name]).bottom < drawing.height - 30:
            box = bounds(own[name])
            assert nearest(box, strokes(drawing, inks(look).line, color)) < nearest(
                box, strokes(drawing, inks(look).line, other)
            )


def nearest(box: Box, segments: list[Segment]) -> float:
    found = math.inf
    for (x1, y1), (x2, y2) in segments:
        for k in range(101):
            x, y = x1 + (x2 - x1) * k / 100, y1 + (y2 - y1) * k / 100
            aside = max(box.left - x, x - box.right, 0.0), max(box.top - y, y - box.bottom, 0.0)
            found = min(found, math.hypot(*aside))
    return found


@settings(max_examples=20, deadline=None)
@given(maps)
def test_the_same_map_is_the_same_drawing(shown: Map) -> None:
    first = draw_map(shown, 330, 345, LOOKS["page"])
    draw_map.cache_clear()
    assert draw_map(shown, 330, 345, LOOKS["page"]) == first


@settings(max_examples=20, deadline=None)
@given(
    st.builds(Spot, st.floats(-90, 90), st.floats(-180, 180)),
    st.builds(Spot, st.floats(-90, 90), st.floats(-180, 180)),
)
def test_any_two_points_of_the_earth_make_a_map(one: Spot, other: Spot) -> None:
    shown = Map((MapPlace((Span("One"),), one, ()), MapPlace((Span("Other"),), other, ())), borders=True)
    drawing = draw_map(shown, 480, 345, LOOKS["page"])
    assert sum(isinstance(shape, Ellipse) for shape in drawing.shapes) >= 1
    assert 0 < drawing.width <= 480.1
