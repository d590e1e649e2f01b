"""Blocks in, the same blocks and all that stand in them out, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, each before those inside it."""
    for block in blocks:
        yield block
        match block:
            case Group():
                yield from walk(block.body)
            case Columns():
                yield from walk(block.main)
                yield from walk(block.side)
            case Beside():
                yield from walk(block.main)
                for note in block.notes:
                    yield from walk(note)
            case BulletList():
                for item in block.items:
                    yield from walk(item.body)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from walk(cell.body)
            case Figure():
                yield from walk(block.caption)
            case Paragraph() | Lines() | Rule() | Blank() | PageBreak() | Space() | Need():
                continue
            case _:
                assert_never(block)
