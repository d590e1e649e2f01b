"""Blocks and a measure in, items to place on pages and structure elements in reading order out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from builders.pdf.blocks import (
    Beside,
    Blank,
    Block,
    BulletList,
    Columns,
    Figure,
    Group,
    Lines,
    Need,
    PageBreak,
    Paragraph,
    Rule,
    Space,
    Table,
)
from builders.pdf.boxes import (
    CHAIN,
    FREE,
    KEEP,
    LOOSE,
    SOLID,
    Box,
    Decoration,
    Fork,
    RuleOp,
    TextOp,
    Turn,
    height,
)
from builders.pdf.flow_figures import add_figure
from builders.pdf.flow_forms import add_blank, add_lines
from builders.pdf.flow_tables import add_table, place, split
from builders.pdf.flow_text import add_list, add_paragraph
from builders.pdf.layout import Context, Counter, Flow

_MOST_NESTED = 3


def add_blocks(blocks: Sequence[Block], context: Context, out: Flow) -> None:
    """Append the items of blocks in one measure."""
    for block in blocks:
        match block:
            case Paragraph():
                add_paragraph(block, context, out)
            case BulletList():
                add_list(block, context, out, add_blocks)
            case Lines():
                add_lines(block, context, out)
            case Table():
                add_table(block, context, out, add_blocks)
            case Figure():
                add_figure(block, context, out, add_blocks)
            case Group():
                _add_group(block, context, out)
            case Columns():
                _add_columns(block, context, out)
            case Beside():
                _add_beside(block, context, out)
            case Rule():
                _add_rule(block, context, out)
            case Blank():
                add_blank(block, context, out)
            case PageBreak():
                out.turn(Turn(series=block.series))
            case Need():
                out.turn(Turn(need=block.height))
            case Space():
                out.gap += block.height
            case _:
                assert_never(block)


def _add_group(group: Group, context: Context, out: Flow) -> None:
    out.gap += group.space_before
    language = group.language or context.language
    element = context.element
    if group.tag is not None or language != context.language:
        element = context.element.add(
            group.tag or "Div", language=language if language != context.language else None
        )
    decorations = context.decorations
    if group.rule or group.frame or group.fill:
        decorations = (*decorations, _decoration(group, context))
    inner = replace(
        context.inside(element, left=group.indent + group.padding, right=group.right_indent + group.padding),
        language=language,
        decorations=decorations,
        depth=context.depth + group.keep,
        counter=Counter(),
    )
    start = len(out.items)
    if group.padding:
        out.add(Box(group.padding, decorations=decorations))
        out.tie = SOLID
    add_blocks(group.body, inner, out)
    if group.padding:
        out.tie = SOLID
        out.add(Box(group.padding, decorations=decorations))
    strength = KEEP + min(context.depth, _MOST_NESTED) if group.keep else LOOSE if group.gather else FREE
    if strength and height(out.items[start:]) <= context.page:
        out.bind(start, strength)
    out.gap += group.space_after
    if group.keep_with_next:
        out.tie = CHAIN


def _decoration(group: Group, context: Context) -> Decoration:
    return Decoration(
        context.x, context.width, group.rule, context.x + group.rule_inset, group.frame, group.fill
    )


def _add_columns(columns: Columns, context: Context, out: Flow) -> None:
    width = (context.width - columns.gap) * columns.share
    main, side = Flow(), Flow()
    add_blocks(columns.main, replace(context, width=width), main)
    left = context.x + width + columns.gap
    add_blocks(columns.side, replace(context, x=left, width=context.width - width - columns.gap), side)
    apart = left - context.x if columns.even else None
    out.add(Fork(main.items, side.items, keep=columns.keep, even=apart))
    out.gap += columns.space_after


def _add_beside(beside: Beside, context: Context, out: Flow) -> None:
    """The column's boxes, which leave the margin free; the notes, a box each, are its first one's."""
    width = (context.width - beside.gap) * beside.share
    start = len(out.items)
    add_blocks(beside.main, replace(context, width=width), out)
    boxes = [item for item in out.items[start:] if isinstance(item, Box)]
    if not boxes:
        boxes = [Box(0.0)]
        out.add(boxes[0])
    for box in boxes:
        box.narrow = True
    left = context.x + width + beside.gap
    margin = replace(context, x=left, width=context.width - width - beside.gap, decorations=(), depth=0)
    boxes[0].notes = tuple(
        note for blocks in beside.notes for note in _note(blocks, replace(margin, counter=Counter()))
    )
    boxes[0].until = boxes[-1]
    out.gap += beside.space_after


def _note(blocks: Sequence[Block], context: Context) -> list[Box]:
    """A note in one box, or as many as it takes when a page doesn't hold it."""
    flow = Flow()
    add_blocks(blocks, context, flow)
    notes = []
    for (items,) in split([flow.items], context.page):
        box = Box(0.0)
        box.height = place(items, 0.0, box)
        box.baseline = next((op.y for op in box.ops if isinstance(op, TextOp)), None)
        notes.append(box)
    return notes


def _add_rule(rule: Rule, context: Context, out: Flow) -> None:
    out.gap += rule.space_before
    length = context.width if rule.length is None else rule.length
    line = RuleOp(context.x, rule.width / 2, length, rule.color, rule.width)
    out.add(Box(rule.width, [line], decorations=context.decorations))
    out.gap += rule.space_after
    if rule.keep_with_next:
        out.tie = SOLID
