"""Figures in, a box with the picture and boxes of its caption out, in one Div with the Figure element and
its Caption."""

from __future__ import annotations

from dataclasses import replace

from builders.pdf.blocks import Block, Figure, Paragraph
from builders.pdf.boxes import SOLID, Box, FigureOp
from builders.pdf.layout import Context, Flow, Layout

_NARROWEST_CAPTION = 200.0


def add_figure(figure: Figure, context: Context, out: Flow, layout: Layout) -> None:
    """Append a figure, made smaller where it is wider than the measure or higher than a page holds; its caption is as
    wide as it is."""
    out.gap += figure.space_before
    div = context.element.add("Div") if figure.caption else context.element
    element = div.add("Figure", alt=figure.alt)
    caption = Flow()
    if figure.caption:
        measure = min(context.width, max(figure.content.width, _NARROWEST_CAPTION))
        holder = replace(context, element=div.add("Caption"), width=measure)
        layout(_captioned(figure.caption), holder, caption)
    scale = min(1.0, context.width / figure.content.width, _room(context, caption) / figure.content.height)
    width, height = figure.content.width * scale, figure.content.height * scale
    start = len(out.items)
    picture = FigureOp(context.x, 0.0, width, height, figure.content, element)
    out.add(Box(height, [picture], decorations=context.decorations))
    out.extend(caption.items)
    out.bind(start, SOLID)
    out.gap += caption.gap + figure.space_after


def _room(context: Context, caption: Flow) -> float:
    """The height that the caption leaves on an empty page."""
    boxes = [item for item in caption.items if isinstance(item, Box)]
    return max(context.page / 2, context.page - sum(box.height + box.before for box in boxes))


def _captioned(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A Caption stands around the blocks already: those tagged so become paragraphs of it."""
    return tuple(
        replace(block, tag="P") if isinstance(block, Paragraph) and block.tag == "Caption" else block
        for block in blocks
    )
