"""A photograph's pixels, what its author wants of it and a place in, what is cut out of it and how fine out."""

from __future__ import annotations

from builders.figures.image import Cut
from builders.lesson.model import Framing

FINEST, ENOUGH = 450, 300
"""Pixels to the inch: with more than the first a picture is made smaller, to at least the second."""

_FIRST_STEP = 320


def cropped(width: int, height: int, framing: Framing) -> Cut:
    """What its crop leaves of a picture of so many pixels: as much as goes into that proportion."""
    whole = (0, 0, width, height)
    return whole if framing.crop is None else window(whole, framing.crop, at(width, height, framing))


def at(width: int, height: int, framing: Framing) -> tuple[float, float]:
    """The point that stays in view, in pixels."""
    return framing.focus[0] * width, framing.focus[1] * height


def window(whole: Cut, proportion: float, focus: tuple[float, float]) -> Cut:
    """The largest part of `whole` of that width by height, its middle as near to `focus` as the edges allow."""
    left, top, right, bottom = whole
    width, height = right - left, bottom - top
    across = min(width, max(1, round(height * proportion)))
    down = min(height, max(1, round(width / proportion)))
    x = min(max(round(focus[0] - across / 2), left), right - across)
    y = min(max(round(focus[1] - down / 2), top), bottom - down)
    return x, y, x + across, y + down


def longest(pixels: int, points: float) -> int | None:
    """To how many pixels the longer side of a picture shown `points` long is made smaller; None: it stays as it is.

    The numbers stand in steps of one half, so that a picture shown in like sizes is made but once."""
    inches = points / 72
    if pixels <= FINEST * inches:
        return None
    step = _FIRST_STEP
    while step < ENOUGH * inches:
        step = step * 3 // 2
    return step if step < pixels else None
