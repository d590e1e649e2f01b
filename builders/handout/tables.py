"""Tables and comparisons in, ruled tables out; empty cells keep room to write, the same with answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from builders.handout.answers import fill, model_answer
from builders.handout.extent import extent
from builders.handout.prose import dashes
from builders.handout.setting import Setting
from builders.handout.text import paragraph, runs, words
from builders.lesson.citations import short_cite
from builders.lesson.model import Cell, Comparison, Inline, Source, plain
from builders.lesson.model import Table as TableModel
from builders.pdf.blocks import Block, Group, Lines, Table, TableCell
from builders.theme.measure import advance

Matrix = tuple[tuple[Inline, ...], ...]


WHOLE = 330.0
"""Tables up to this height in points are not divided between pages."""

FEW = 6
"""A table to fill in with so many rows isn't divided, however high it is, where a page holds it."""


LONGEST = 0.45
"""The share of the width that a column of long texts, or one to write in, would like to have."""


def table(shown: TableModel, s: Setting) -> tuple[Block, ...]:
    """A table as in the outline: a row of heads, rows headed by their first cell."""
    shares = widths((shown.columns, *(tuple(cell.text for cell in row) for row in shown.rows)), s)
    grid = any(_to_fill(cell) for row in shown.rows for cell in row)
    heads = tuple(TableCell((_head(text, s),), header="Column") for text in shown.columns)
    rows = tuple(
        tuple(
            _cell(cell, first=n == 0, count=shown.lines, width=shares[n] * s.width - 2 * s.unit, s=s)
            for n, cell in enumerate(row)
        )
        for row in shown.rows
    )
    body = Table(
        (heads, *rows),
        shares,
        rules="grid" if grid else "rows",
        rule_color=s.theme.palette.hairline,
        padding=s.unit,
        summary=plain(shown.caption) or None,
    )
    few = grid and len(rows) <= FEW
    return _captioned(
        shown.caption, replace(body, keep_together=True) if few else whole(body, s), shown.source, s
    )


def comparison(shown: Comparison, s: Setting) -> tuple[Block, ...]:
    """Two to four lists side by side under their headings."""
    heads = tuple(TableCell((_head(column.heading, s),), header="Column") for column in shown.columns)
    lists = tuple(TableCell((dashes(column.points, s),) if column.points else ()) for column in shown.columns)
    body = Table(
        (heads, lists),
        (1 / len(shown.columns),) * len(shown.columns),
        rules="rows",
        rule_color=s.theme.palette.hairline,
        padding=s.unit,
        summary=plain(shown.caption) or None,
    )
    return _captioned(shown.caption, body, shown.source, s)


def plain_table(
    heads: tuple[str, ...],
    rows: tuple[tuple[tuple[Block, ...], ...], ...],
    shares: tuple[float, ...],
    s: Setting,
) -> Table:
    """A table of the teacher's pages: heads in words, cells of blocks, the first of a row heading it."""
    top = tuple(TableCell((_head_words(head, s),), header="Column") for head in heads)
    body = tuple(
        tuple(TableCell(cell, header="Row" if n == 0 else None) for n, cell in enumerate(row)) for row in rows
    )
    return Table((top, *body), shares, rule_color=s.theme.palette.hairline, padding=s.unit)


def widths(rows: Matrix, s: Setting) -> tuple[float, ...]:
    """Shares of the measure by what the columns hold: each at least its longest word, long texts more."""
    count = len(rows[0])
    face, size = s.styles.small.face.with_style(bold=True), s.styles.small.size
    wants, needs = [], []
    for n in range(count):
        texts = [plain(row[n]) for row in rows]
        longest = max(advance(text, face, size) for text in texts)
        empty = any(not text for text in texts)
        wants.append(max(min(longest, s.width * LONGEST), s.width * LONGEST if empty else 0.0) + 2 * s.unit)
        parts = [word for text in texts for word in text.split()] or [""]
        needs.append(max(advance(word, face, size) for word in parts) + 2 * s.unit + 1)
    spare = s.width - sum(needs)
    if spare <= 0:
        return (1 / count,) * count
    more = [max(0.0, want - need) for want, need in zip(wants, needs, strict=True)]
    total = sum(more)
    part = [spare * one / total if total else spare / count for one in more]
    return tuple((need + one) / s.width for need, one in zip(needs, part, strict=True))


def whole(body: Table, s: Setting) -> Table:
    """The table on one page, unless it takes much of one."""
    return replace(body, keep_together=extent((body,), s.width) <= WHOLE)


def _to_fill(cell: Cell) -> bool:
    return not cell.text


def _cell(cell: Cell, *, first: bool, count: int, width: float, s: Setting) -> TableCell:
    header: Literal["Row"] | None = "Row" if first else None
    if not _to_fill(cell):
        style = s.styles.small.bold() if first else s.styles.small
        return TableCell((paragraph(runs(cell.text, style), style),), header=header)
    style = s.styles.cell_answer
    pitch = s.theme.page.answer_pitch / 2
    rows = max(1, count) * 2
    space = Lines(
        rows,
        pitch=pitch,
        announce=s.labels.blank_cell,
        color=None,
        space_before=0.8 * s.unit,
        fill=fill(model_answer(cell.answer, cell.loc), rows, style, width, cell.loc, s),
    )
    return TableCell((space,), header=header)


def _head(text: Inline, s: Setting) -> Block:
    style = s.styles.small.bold()
    return paragraph(runs(text, style), style)


def _head_words(text: str, s: Setting) -> Block:
    style = s.styles.small.bold()
    return paragraph(words(text, style), style)


def _captioned(caption: Inline, body: Table, source: Source | None, s: Setting) -> tuple[Block, ...]:
    style, note = s.styles.small.bold(), s.styles.caption
    blocks: list[Block] = []
    if caption:
        blocks.append(
            paragraph(runs(caption, style), style, tag="Caption", space_after=s.unit, keep_with_next=True)
        )
    # The source's line is never alone on a page.
    blocks.append(Group((body,), keep_with_next=source is not None))
    if source:
        lead = words(f"{s.labels.source}{s.labels.colon} ", note)
        cited = runs(short_cite(source, s.language), note)
        blocks.append(paragraph((*lead, *cited), note, space_before=s.unit))
    gather = body.keep_together
    return (Group(tuple(blocks), gather=gather, space_before=2 * s.unit, space_after=3 * s.unit),)
