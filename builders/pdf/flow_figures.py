"""Figures in, a box with the picture and its caption below it in boxes or beside it in the same out, in one Div with
the Figure element and its Caption."""

from __future__ import annotations

from dataclasses import replace

from builders.pdf.blocks import Block, Figure, Paragraph
from builders.pdf.boxes import SOLID, Box, FigureOp, Item, Op, moved
from builders.pdf.layout import Context, Flow, Layout
from builders.pdf.structure import Element

_NARROWEST_CAPTION = 200.0


def add_figure(figure: Figure, context: Context, out: Flow, layout: Layout) -> None:
    """Append a figure, made smaller where it is wider than the measure or higher than a page holds; a caption below it
    is as wide as it is."""
    out.gap += figure.space_before
    div = context.element.add("Div") if figure.caption else context.element
    element = div.add("Figure", alt=figure.alt)
    if figure.caption and figure.beside is not None:
        width = min(figure.content.width, context.width)
        holder = replace(
            context,
            element=div.add("Caption"),
            x=context.x + width + figure.beside,
            width=max(1.0, context.width - width - figure.beside),
        )
        caption = Flow()
        layout(_captioned(figure.caption), holder, caption)
        picture = _picture(figure, context, context.page, element)
        out.add(_side_by_side(picture, caption.items, context))
    else:
        caption = Flow()
        if figure.caption:
            measure = min(context.width, max(figure.content.width, _NARROWEST_CAPTION))
            holder = replace(context, element=div.add("Caption"), width=measure)
            layout(_captioned(figure.caption), holder, caption)
        start = len(out.items)
        picture = _picture(figure, context, _room(context, caption), element)
        out.add(Box(picture.height, [picture], decorations=context.decorations))
        out.extend(caption.items)
        out.bind(start, SOLID)
        out.gap += caption.gap
    out.gap += figure.space_after


def _picture(figure: Figure, context: Context, room: float, element: Element) -> FigureOp:
    """What is drawn, at its size or as large as goes into the measure and the room in height."""
    content = figure.content
    scale = min(1.0, context.width / content.width, room / content.height)
    return FigureOp(context.x, 0.0, content.width * scale, content.height * scale, content, element)


def _side_by_side(picture: FigureOp, caption: list[Item], context: Context) -> Box:
    """One box with the picture and what stands beside it, both down to the same line."""
    ops: list[Op] = []
    y = 0.0
    for index, item in enumerate(caption):
        if isinstance(item, Box):
            y += item.before if index else 0.0
            ops += [moved(op, y) for op in item.ops]
            y += item.height
    tall = max(picture.height, y)
    beside = [moved(op, tall - y) for op in ops]
    return Box(tall, [picture, *beside], decorations=context.decorations)


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
