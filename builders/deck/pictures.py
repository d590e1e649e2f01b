"""An image and a box in, the picture or the drawing that stands in it out."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from builders.deck.draft import Context
from builders.deck.slides import Box, DrawingShape, PictureShape
from builders.figures.drawing import Card, CardLine, Drawing, Label
from builders.figures.drawing import Shape as Drawn
from builders.figures.image import ready
from builders.figures.image_header import Problem
from builders.figures.ops import fit, on_night
from builders.figures.svg import read_svg
from builders.lesson.model import Image, plain
from builders.theme.faces import Face, Family
from builders.theme.measure import advance
from builders.theme.tokens import SlideType

ENLARGE = 2.0
"""A photograph isn't shown larger than this many points for each of its pixels."""


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
    picture = image.picture
    if picture is None:
        return None
    if picture.kind == "svg":
        drawing, _ = read_svg(picture.data, picture.path)
        if drawing is None:
            return None
        if night:
            drawing = on_night(drawing, context.theme.palette)
        shown = deck_type(fit(replace(drawing, alt=image.alt), box.width, box.height), context.type)
        place = _aligned(box, shown.width, shown.height, align, top)
        return DrawingShape(place.x, place.y, shown, plain(image.title) or image.id)
    prepared = ready(picture.data)
    if isinstance(prepared, Problem):
        return None
    scale = min(box.width / prepared.width_px, box.height / prepared.height_px, ENLARGE)
    place = _aligned(box, prepared.width_px * scale, prepared.height_px * scale, align, top)
    return PictureShape(holder, place, prepared.data, prepared.kind, image.alt)


def proportion(image: Image) -> float | None:
    """Width by height of the image, or None where there is no picture."""
    picture = image.picture
    if picture is None:
        return None
    if picture.kind == "svg":
        drawing, _ = read_svg(picture.data, picture.path)
        return None if drawing is None else drawing.width / drawing.height
    prepared = ready(picture.data)
    return None if isinstance(prepared, Problem) else prepared.width_px / prepared.height_px


def _aligned(box: Box, width: float, height: float, align: str, top: bool) -> Box:
    free = {"left": 0.0, "center": 0.5, "right": 1.0}[align] * (box.width - width)
    return Box(box.x + free, box.y + (0 if top else (box.height - height) / 2), width, height)


def deck_type(drawing: Drawing, type_: SlideType) -> Drawing:
    """The drawing with its type in the deck's families, no wider than it was."""

    def face(own: Face) -> Face:
        base = type_.heading if own.family in (Family.SERIF, Family.GEORGIA) else type_.text
        return replace(own, family=base.family)

    def line(item: CardLine) -> CardLine:
        return replace(item, face=face(item.face))

    def shape(item: Drawn) -> Drawn:
        if isinstance(item, Card):
            return replace(item, lines=tuple(line(one) for one in item.lines))
        if not isinstance(item, Label):
            return item
        new = face(item.face)
        before, after = advance(item.text, item.face, 1), advance(item.text, new, 1)
        return replace(item, face=new, size=round(item.size * min(1.0, before / after if after else 1.0), 1))

    return replace(drawing, shapes=tuple(shape(item) for item in drawing.shapes))
