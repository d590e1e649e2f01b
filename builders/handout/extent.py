"""Blocks and a width in, about how high they will be out: for balancing columns before pages are broken."""

from __future__ import annotations

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
    Run,
    Space,
    Table,
)
from builders.theme.measure import advance, space

MARGIN_GAP = 10.0
"""The space between notes in the margin, in points."""


def extent(blocks: tuple[Block, ...], width: float) -> float:
    """The height in points of blocks set one below the other in `width` points."""
    return sum(_extent(block, width) for block in blocks)


def _extent(block: Block, width: float) -> float:
    match block:
        case Paragraph():
            lines = _lines(block.runs, max(width - block.indent - block.right_indent, 10.0))
            return block.space_before + lines * block.leading + block.space_after
        case BulletList():
            items = sum(extent(item.body, width - block.indent) + block.item_gap for item in block.items)
            return block.space_before + items + block.space_after
        case Lines():
            return block.space_before + block.count * block.pitch + block.space_after
        case Table():
            rows = sum(_row(block, n, width) for n in range(len(block.rows)))
            return block.space_before + rows + block.space_after
        case Figure():
            drawn = block.content.height
            if block.beside is None:
                drawn += extent(block.caption, width)
            else:
                drawn = max(drawn, extent(block.caption, width - block.content.width - block.beside))
            return block.space_before + drawn + block.space_after
        case Group():
            inner = width - block.indent - block.right_indent - 2 * block.padding
            return block.space_before + extent(block.body, inner) + 2 * block.padding + block.space_after
        case Columns():
            main = (width - block.gap) * block.share
            side = width - block.gap - main
            return max(extent(block.main, main), extent(block.side, side)) + block.space_after
        case Beside():
            main = (width - block.gap) * block.share
            notes = sum(extent(note, width - block.gap - main) + MARGIN_GAP for note in block.notes)
            return max(extent(block.main, main), notes) + block.space_after
        case Rule():
            return block.space_before + block.width + block.space_after
        case Blank():
            return block.space_before + block.height + block.space_after
        case Space():
            return block.height
        case PageBreak() | Need():
            return 0.0
        case _:
            assert_never(block)


def _lines(runs: tuple[Run, ...], width: float) -> int:
    """About how many lines runs take, words being divided only when a line doesn't hold them."""
    lines, used, apart = 1, 0.0, 0.0
    for run in runs:
        for number, word in enumerate(run.text.replace("\n", " ").split(" ")):
            apart += space(run.face) * run.size if number else 0.0
            if not word:
                continue
            extent = advance(word, run.face, run.size, run.spacing)
            if apart and used and used + apart + extent > width:
                lines, used = lines + 1, 0.0
            used += extent + (apart if used else 0.0)
            lines, used = lines + int(used // width), used % width
            apart = 0.0
    return lines


def _row(table: Table, n: int, width: float) -> float:
    return max(
        extent(cell.body, share * width - 2 * table.padding) + 2 * table.padding
        for cell, share in zip(table.rows[n], table.widths, strict=False)
    )
