"""An image in, its slide out: the picture as large as can be, its caption and its credit beside or below it."""

from __future__ import annotations

from builders.deck.draft import Context, Draft
from builders.deck.figure import Place, figure_drafts
from builders.deck.pictures import fitted
from builders.deck.runs import Runs, unlinked
from builders.deck.slides import Box, Shape
from builders.figures.pictures import proportion
from builders.lesson.credits import credit_line
from builders.lesson.model import ImageBlock


def image_drafts(context: Context, block: ImageBlock, title: Runs, apart: Runs) -> list[Draft]:
    """The picture, large, with its caption and its credit; none while it is planned."""
    shape_of = proportion(block.image)
    if shape_of is None:
        return []

    def draw(box: Box, place: Place) -> Shape:
        beside = place.layout == "figure-side"
        picture = fitted(context, block.image, "picture", box, align="right" if beside else "center")
        assert picture is not None
        return picture

    return figure_drafts(
        context,
        draw,
        shape_of,
        context.runs(block.caption or block.image.caption),
        unlinked(context.runs(credit_line(block.image, context.language))),
        title,
        block.loc,
        apart=apart,
        credit_loc=block.image.loc,
    )
