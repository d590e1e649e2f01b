"""An image and a box in, the picture or the drawing that stands in it out."""

from __future__ import annotations

from typing import Literal

from builders.deck.draft import Context
from builders.deck.slides import Box, DrawingShape, PictureShape
from builders.figures.drawing import Drawing
from builders.figures.looks import Look
from builders.figures.pictures import content
from builders.lesson.model import Image, plain

DPI = 36
"""The resolution that a photograph keeps on a slide: it isn't shown larger than two points for each of its pixels."""


def fitted(
    context: Context,
    image: Image,
    holder: str,
    box: Box,
    *,
    align: Literal["center", "right", "left"] = "center",
    top: bool = False,
    night: bool = False,
) -> PictureShape | DrawingShape | None:
    """The image as large as it goes into the box; None when there is no picture (yet) or it can't be read."""
    look = Look(context.theme, context.language, "night" if night else "slide")
    shown = content(image, box.width, box.height, DPI, look)
    if shown is None:
        return None
    place = _aligned(box, shown.width, shown.height, align, top)
    if isinstance(shown, Drawing):
        return DrawingShape(place.x, place.y, shown, plain(image.title) or image.id)
    return PictureShape(holder, place, shown.data, shown.kind, image.alt)


def _aligned(box: Box, width: float, height: float, align: str, top: bool) -> Box:
    free = {"left": 0.0, "center": 0.5, "right": 1.0}[align] * (box.width - width)
    return Box(box.x + free, box.y + (0 if top else (box.height - height) / 2), width, height)
