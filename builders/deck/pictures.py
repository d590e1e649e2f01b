"""An image and a box in, the picture or the drawing that stands in it out. A crop is cut out of the picture's bytes and
not hidden with srcRect: what an author cuts off is not to travel with the file."""

from __future__ import annotations

from typing import Literal

from builders.deck.draft import Context
from builders.deck.runs import Runs, unlinked
from builders.deck.slides import Box, DrawingShape, PictureShape
from builders.deck.speaker import Notes, led
from builders.figures.drawing import Drawing
from builders.figures.looks import Look
from builders.figures.pictures import content, shows_all
from builders.lesson.credits import credit_line
from builders.lesson.model import Image, Inline, Span, plain
from builders.lesson.spans import readable_url

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
    place = aligned(box, shown.width, shown.height, align, top)
    if isinstance(shown, Drawing):
        return DrawingShape(place.x, place.y, shown, plain(image.title) or image.id)
    return PictureShape(holder, place, shown.data, shown.kind, image.spoken)


def credit_of(context: Context, image: Image, shape: PictureShape | DrawingShape) -> Runs:
    """The credit beside the picture; it says so where the shape doesn't show all of the picture."""
    cut = isinstance(shape, PictureShape) and not shows_all(image, shape.box.width / shape.box.height)
    return unlinked(context.runs(credit_line(image, context.language, cropped=cut)))


def wanted(context: Context, image: Image, caption: Inline = ()) -> Notes:
    """What the notes say of a picture that isn't there: that it will be, what it shows, where it is to be had."""
    words = context.labels
    lead = words.missing_picture if image.file else words.planned_picture
    named = image.title if caption and image.title else ()
    held = (Span(f"{words.source}{words.colon} {image.source}"),) if image.source else ()
    address = (Span(readable_url(image.url), link=image.url),) if image.url else ()
    said = caption or image.caption or image.title or (Span(image.spoken),)
    return led(context, lead, said, named, held, address)


def aligned(box: Box, width: float, height: float, align: str = "center", top: bool = False) -> Box:
    """A box of that size within another, in its middle unless told otherwise."""
    free = {"left": 0.0, "center": 0.5, "right": 1.0}[align] * (box.width - width)
    return Box(box.x + free, box.y + (0 if top else (box.height - height) / 2), width, height)
