"""Blocks and a measure in, items to place on pages and structure elements in reading order out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from builders.pdf.blocks import (
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
from builders.pdf.boxes import KEEP, SOLID, Box, Decoration, Fork, RuleOp, Turn, height
from builders.pdf.flow_figures import add_figure
from builders.pdf.flow_forms import add_blank, add_lines
from builders.pdf.flow_tables import add_table
from builders.pdf.flow_text import add_list, add_paragraph
from builders.pdf.layout import Context, Counter, Flow

_MOST_NESTED = 4


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
    if group.keep and height(out.items[start:]) <= context.page:
        out.bind(start, KEEP + min(context.depth, _MOST_NESTED))
    out.gap += group.space_after


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
    out.add(Fork(main.items, side.items))
    out.gap += columns.space_after


def _add_rule(rule: Rule, context: Context, out: Flow) -> None:
    out.gap += rule.space_before
    length = context.width if rule.length is None else rule.length
    line = RuleOp(context.x, rule.width / 2, length, rule.color, rule.width)
    out.add(Box(rule.width, [line], decorations=context.decorations))
    out.gap += rule.space_after
