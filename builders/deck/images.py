"""An image in, its slide out: the picture as large as can be, its caption and its credit beside or below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builders.deck.draft import Context, Draft, bounded, cut_short, numbered
from builders.deck.fit import pages
from builders.deck.measure import height
from builders.deck.pictures import fitted
from builders.deck.runs import Runs, unlinked
from builders.deck.slides import Box, Paragraph
from builders.figures.pictures import proportion
from builders.lesson.credits import credit_line
from builders.lesson.model import ImageBlock

NARROW, WIDE = 248.0, 360.0
"""The least and the greatest width of the column beside a picture."""


def image_drafts(context: Context, block: ImageBlock, title: Runs, apart: Runs) -> list[Draft]:
    """The picture, large, with its caption and its credit beside it or, a wide one, below; none while it is planned."""
    shape_of = proportion(block.image)
    if shape_of is None:
        return []
    credit = (Paragraph(unlinked(context.runs(credit_line(block.image, context.language)))),)
    text = (Paragraph(context.runs(block.caption or block.image.caption)),)
    place = max(
        _beside(context, shape_of, credit), _below(context, text, credit), key=lambda p: p.seen(shape_of)
    )
    picture = fitted(context, block.image, "picture", place.picture, align=place.align, top=True)
    assert picture is not None
    captions = (
        pages(text, context.holder("image", "caption"), place.caption, context.type) if text[0].runs else []
    )
    small, short = bounded(context, "image", "credit", credit, place.credit)
    problems = (cut_short(context, block.image.loc, "credit"),) if short else ()
    drafts = [
        Draft("image", title, block.loc, (picture, caption, small), apart=apart, problems=problems)
        for caption in captions
    ] or [Draft("image", title, block.loc, (picture, small), apart=apart, problems=problems)]
    return numbered(drafts)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where picture, caption and credit stand."""

    picture: Box
    caption: Box
    credit: Box
    align: Literal["left", "right"]

    def seen(self, shape_of: float) -> float:
        """The area of a picture of that proportion."""
        width = min(self.picture.width, self.picture.height * shape_of)
        return width * width / shape_of


def _whole(context: Context) -> Box:
    """The room of a slide with a picture: from close under the title to close above the footer."""
    body, picture = context.holder("points", "body").box, context.holder("image", "picture").box
    return Box(body.x, picture.y, body.width, picture.height)


def _credit_depth(context: Context, credit: tuple[Paragraph, ...], width: float) -> float:
    holder = context.holder("image", "credit")
    return min(height(credit, holder.levels, [holder.levels[0].size], width, context.type), 200)


def _beside(context: Context, shape_of: float, credit: tuple[Paragraph, ...]) -> _Place:
    """The picture at the right, the words in a column at the left."""
    whole = _whole(context)
    width = min(max(whole.width - 32 - whole.height * shape_of, NARROW), WIDE)
    deep = _credit_depth(context, credit, width)
    return _Place(
        Box(whole.x + width + 32, whole.y, whole.width - width - 32, whole.height),
        Box(whole.x, whole.y, width, whole.height - deep - 14),
        Box(whole.x, whole.bottom - deep, width, deep),
        "right",
    )


def _below(context: Context, text: tuple[Paragraph, ...], credit: tuple[Paragraph, ...]) -> _Place:
    """The picture over the whole width, the words below it."""
    whole = _whole(context)
    holder = context.holder("image", "caption")
    said = (
        height(text, holder.levels, [holder.levels[0].size], whole.width, context.type)
        if text[0].runs
        else 0.0
    )
    said = min(said, whole.height / 2)
    deep = _credit_depth(context, credit, whole.width)
    top = whole.bottom - deep - said - 6
    return _Place(
        Box(whole.x, whole.y, whole.width, top - 14 - whole.y),
        Box(whole.x, top, whole.width, max(said, 1)),
        Box(whole.x, whole.bottom - deep, whole.width, deep),
        "left",
    )
