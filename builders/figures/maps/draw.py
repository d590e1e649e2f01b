"""A map in, its drawing out, computed at the size at which it is shown: type keeps its size, the land takes the rest."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from builders.figures.drawing import Drawing, Rect, Shape, Stroke
from builders.figures.looks import Look
from builders.figures.maps.frame import Frame, frame_of
from builders.figures.maps.ground import Ground, ground
from builders.figures.maps.inks import Inks, inks
from builders.figures.maps.key import Key, key, key_shapes
from builders.figures.maps.labels import Standing
from builders.figures.maps.marks import Mark, marks
from builders.figures.maps.paint import earth_shapes, label_shapes, mark_shapes, region_layer, scale_shapes
from builders.figures.maps.place import Placed, place
from builders.figures.ops import on_night
from builders.lesson.labels import labels
from builders.lesson.maps import Map
from builders.theme.measure import advance

FLAT_ENOUGH = 60.0
"""Degrees from south to north up to which one scale holds for the whole map."""

ROUNDS = 3
"""How often the map is laid out anew because its key has grown."""


@lru_cache(maxsize=24)
def draw_map(shown: Map, width: float, height: float, look: Look) -> Drawing:
    """The map as large as it goes into width × height points, key included; its `alt` is empty."""
    style = inks(look)
    window = frame_of(shown)
    strip = Key((), 0.0)
    for _ in range(ROUNDS):
        scale = min(width / window.wide, max(height - strip.height, height / 3) / window.high)
        frame = window.drawn(scale)
        earth = ground(frame, borders=shown.borders)
        drawn = marks(shown, frame, earth, style)
        bar = _bar(frame, look, style)
        placed = place(drawn, earth, frame.box, style, (bar.width, bar.height) if bar else None)
        numbers = {n: spot.words.lines[0] for n, spot in placed.numbered.items()}
        before, strip = strip, key(drawn, numbers, placed.keyed, frame.box.right, style)
        if strip.height <= before.height:
            break
    shapes = (
        *_map(drawn, earth, frame, placed, style),
        *_scale(placed, bar, style),
        Rect(0, 0, round(frame.box.right, 2), round(frame.box.bottom, 2), stroke=Stroke(style.frame, style.thin)),
        *key_shapes(strip, frame.box.bottom, style),
    )
    drawing = Drawing(round(frame.box.right, 2), round(frame.box.bottom + strip.height, 2), shapes, "")
    return on_night(drawing, look.theme.palette) if look.medium == "night" else drawing


def proportion_of(shown: Map) -> float:
    """The width of a map by its height, without its key."""
    window = frame_of(shown)
    return window.wide / window.high


def _map(drawn: list[Mark], earth: Ground, frame: Frame, placed: Placed, style: Inks) -> list[Shape]:
    standing: dict[int, Standing] = {**placed.standing, **placed.numbered}
    return [
        Rect(0, 0, round(frame.box.right, 2), round(frame.box.bottom, 2), fill=style.land),
        *region_layer(drawn, style),
        *earth_shapes(earth, frame.box, style),
        *mark_shapes(drawn, style),
        *label_shapes(drawn, standing, earth, style),
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
