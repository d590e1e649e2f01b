"""A map in, its drawing out, computed at the size at which it is shown: type keeps its size, land takes the rest."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from builders.figures.crop import Box
from builders.figures.drawing import Drawing, Rect, Shape, Stroke
from builders.figures.looks import Look
from builders.figures.maps.frame import Frame, frame_of
from builders.figures.maps.ground import Ground, ground
from builders.figures.maps.inks import Inks, inks
from builders.figures.maps.key import Key, key, key_shapes
from builders.figures.maps.labels import Standing
from builders.figures.maps.marks import Mark, marks
from builders.figures.maps.paint import (
    earth_shapes,
    label_shapes,
    mark_shapes,
    plates,
    region_layer,
    scale_shapes,
)
from builders.figures.maps.place import Placed, place
from builders.figures.ops import on_night
from builders.lesson.labels import labels
from builders.lesson.maps import Map, MapPlace, MapRegion
from builders.theme.measure import advance

FLAT_ENOUGH = 60.0
"""Degrees from south to north up to which one scale holds for the whole map."""

MORE = 1.4
"""How many times as wide as its area a map may be so that it fills its place."""

EDGE, BLEED = 2.5, 14.0
"""Between a name and the edge of the map, in points; at the edge of a slide it is more."""

ROUNDS = 2
"""How often the map is laid out anew because its key has grown."""


@lru_cache(maxsize=24)
def draw_map(shown: Map, width: float, height: float, look: Look, *, cover: bool = False) -> Drawing:
    """The map as large as it goes into width × height points, key included; with `cover` it fills them, shows more land
    where its own area has another proportion, and has neither key nor scale. Its `alt` is empty."""
    style = inks(look)
    window = frame_of(shown)
    if cover:
        window = window.widened(width / height)
    own, strip = window.wide, Key((), 0.0)
    # Regions often need the key: room for a row of it spares a second round.
    kept = 0.0 if cover else 2.1 * style.size * any(isinstance(e, MapRegion) for e in shown.entries)
    for _ in range(ROUNDS):
        room = max(height - kept, height / 3)
        # A map whose height is what limits it shows more land at its sides.
        window = window.widened(max(window.wide / window.high, min(width / room, MORE * own / window.high)))
        frame = window.drawn(min(width / window.wide, room / window.high))
        earth = ground(frame, borders=shown.borders)
        drawn = marks(shown, frame, earth, style)
        bar = None if cover else _bar(frame, look, style)
        if cover:
            # What is said of a place below its name is the map's own; numbers mean nothing where no key explains them.
            drawn = [replace(mark, words=replace(mark.words, note=())) for mark in drawn]
        sizes = (bar.width, bar.height) if bar else None
        placed = place(drawn, earth, _room(frame.box, cover), style, sizes, cover=cover)
        if cover:
            break
        numbers = {n: spot.words.lines[0] for n, spot in placed.numbered.items()}
        strip = key(drawn, numbers, placed.keyed, frame.box.right, style)
        if strip.height <= kept:
            break
        kept = strip.height
    shapes = [*_map(drawn, earth, frame, placed, style, cover=cover)]
    if not cover:
        edge = Rect(0, 0, *_size(frame), stroke=Stroke(style.frame, style.thin))
        shapes += [*_scale(placed, bar, style), edge, *key_shapes(strip, frame.box.bottom, style)]
    wide, high = _size(frame)
    drawing = Drawing(wide, round(high + strip.height, 2), tuple(shapes), "")
    return on_night(drawing, look.theme.palette) if look.medium == "night" else drawing


def _size(frame: Frame) -> tuple[float, float]:
    return round(frame.box.right, 2), round(frame.box.bottom, 2)


def _room(frame: Box, cover: bool) -> Box:
    """Where names may stand."""
    edge = BLEED if cover else EDGE
    return Box(frame.left + edge, frame.top + edge, frame.right - edge, frame.bottom - edge)


def proportion_of(shown: Map) -> float:
    """The width of a map by its height, without its key."""
    window = frame_of(shown)
    return window.wide / window.high


def _map(
    drawn: list[Mark], earth: Ground, frame: Frame, placed: Placed, style: Inks, *, cover: bool
) -> list[Shape]:
    standing: dict[int, Standing] = {**placed.standing, **placed.numbered}
    # A dot without its name says nothing.
    seen = [m for n, m in enumerate(drawn) if n in standing or not (cover and isinstance(m.entry, MapPlace))]
    return [
        Rect(0, 0, *_size(frame), fill=style.land),
        *region_layer(drawn, standing, style),
        *earth_shapes(earth, frame.box, style),
        *plates(drawn, earth, standing, style),
        *mark_shapes(seen, style),
        *label_shapes(drawn, standing, style),
    ]


@dataclass(frozen=True, slots=True)
class Bar:
    """A scale bar: its words, and its length and the box it takes in points."""

    text: str
    length: float
    width: float
    height: float


def _bar(frame: Frame, look: Look, style: Inks) -> Bar | None:
    """The scale bar; None where so much of the world is shown that no one scale holds."""
    seen = frame.degrees()
    most = 0.22 * frame.box.right / frame.scale
    if seen.bottom - seen.top > FLAT_ENOUGH or most < 1:
        return None
    unit = 10 ** math.floor(math.log10(most))
    kilometres = max(step * unit for step in (1, 2, 5) if step * unit <= most)
    text = labels(look.language).map_scale.format(n=kilometres)
    length = kilometres * frame.scale
    return Bar(text, length, max(length, advance(text, style.sans, style.size)), 1.5 * style.size)


def _scale(placed: Placed, bar: Bar | None, style: Inks) -> list[Shape]:
    if bar is None or placed.scale is None:
        return []
    return scale_shapes(placed.scale, bar.length, bar.text, style)
