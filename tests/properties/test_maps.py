"""Random maps: names are disjoint, inside, off other dots, large enough, and none is lost; the same map is the same."""

from __future__ import annotations

import string
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from builders.figures.crop import Box, bounds
from builders.figures.drawing import Drawing, Ellipse, Label
from builders.figures.looks import Look
from builders.figures.maps.draw import draw_map
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
