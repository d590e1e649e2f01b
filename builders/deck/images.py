"""An image in, its slide out: the picture as large as can be, its caption and its credit beside or below it."""

from __future__ import annotations

from dataclasses import replace

from builders.deck.draft import Context, Draft
from builders.deck.figure import Place, beside, figure_drafts, figure_place
from builders.deck.pictures import DPI, credit_of, fitted
from builders.deck.runs import Runs, joined
from builders.deck.slides import Box, DrawingShape, PictureShape
from builders.figures.pictures import pixels, proportion
from builders.lesson.credits import credit_line
from builders.lesson.model import Image, ImageBlock


def image_drafts(context: Context, block: ImageBlock, title: Runs, apart: Runs) -> list[Draft]:
    """The picture, large, with its caption and its credit; none while it is planned."""
    shown = block.image.chart
    if shown is not None:
        from builders.deck.charts import chart_drafts

        shown = replace(shown, caption=block.caption or shown.caption, loc=block.loc)
        return chart_drafts(context, shown, title, apart)
    shape_of = proportion(block.image)
    if shape_of is None:
        return []
    caption = context.runs(block.caption or block.image.caption)
    remark = context.runs(block.image.remark)
    credit = context.runs(credit_line(block.image, context.language, cropped=block.image.framing.cuts))
    credit = joined((remark, credit), " ", context.language)
    place = _to_the_edges(context, block.image, credit, shape_of) or figure_place(
        context, shape_of, caption, credit
    )

    def draw(box: Box, place: Place) -> PictureShape | DrawingShape:
        bleeds, framing = place.layout.startswith("photograph"), block.image.framing
        image = block.image if bleeds else replace(block.image, framing=replace(framing, cover=False))
        picture = fitted(
            context, image, "picture", box, align="center" if place.layout == "figure" else "right"
        )
        assert picture is not None
        return picture

    return figure_drafts(
        context,
        draw,
        shape_of,
        caption,
        joined((remark, credit_of(context, block.image, draw(place.picture, place))), " ", context.language),
        title,
        block.loc,
        apart=apart,
        credit_loc=block.image.loc,
        place=place,
    )


def _to_the_edges(context: Context, image: Image, credit: Runs, shape_of: float) -> Place | None:
    """The place of a photograph that fills the right of the slide, as high as the slide and no wider than it is itself;
    None where its author wants it whole, or it has too few pixels."""
    size = pixels(image)
    if not image.framing.cover or size is None:
        return None
    tall = beside(context, credit, "photograph-tall")
    place = (
        tall
        if shape_of <= tall.picture.width / tall.picture.height
        else beside(context, credit, "photograph")
    )
    box = place.picture
    width = min(box.width, box.height * shape_of)
    if width / size[0] > 72 / DPI or box.height / size[1] > 72 / DPI:
        return None
    return replace(place, picture=Box(box.right - width, box.y, width, box.height))
