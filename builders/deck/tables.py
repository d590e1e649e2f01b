"""Tables and comparisons in, slides with native tables out: rows continued on further slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from builders.deck.draft import Context, Draft, below, bounded, cut_short, numbered
from builders.deck.fit import fit
from builders.deck.grid import CellText, Grid, column_groups, set_pages
from builders.deck.holders import BODY_BOTTOM, CELL_Y
from builders.deck.runs import Runs, joined, plain_runs
from builders.deck.slides import Paragraph, Shape, TableRow, TableShape, TextBox
from builders.diagnostics import Loc
from builders.lesson.citations import short_cite
from builders.lesson.model import Cell, Comparison, Inline, Source, Table, plain

AIR = 26.0
"""How much deeper than its text a row may be where the slide has room."""
LONG_NAME = 32
"""Names of rows that are longer than this on average are sentences, and too heavy in bold."""


@dataclass(frozen=True, slots=True)
class _About:
    """What a table's slides say of it."""

    title: Runs
    loc: Loc
    caption: Inline
    source: Source | None
    audience: Literal["all", "teacher"] = "all"
    apart: Runs = ()


def table_drafts(
    context: Context,
    table: Table,
    title: Runs,
    *,
    audience: Literal["all", "teacher"] = "all",
    apart: Runs = (),
) -> list[Draft]:
    """The table as students have it; where it holds answers, then as the teacher has it."""
    header = tuple((Paragraph(context.runs(column)),) for column in table.columns)
    names = [len(plain(row[0].text)) for row in table.rows if row]
    short = sum(names) <= LONG_NAME * len(names)

    def grid(answers: bool) -> Grid:
        rows = tuple(tuple(_cell_text(context, cell, answers) for cell in row) for row in table.rows)
        return Grid(header, rows, named=True, strong=short)

    caption = _untold(context, table.caption, title)
    about = _About(title, table.loc, caption, table.source, audience, apart)
    drafts = _grid_drafts(context, grid(False), grid(True), about)
    if any(cell.answer for row in table.rows for cell in row):
        words = context.labels
        head = (*context.say(f"{words.answers}{words.colon} ", ink="accent"), *title)
        drafts += _grid_drafts(
            context, grid(True), grid(True), replace(about, title=head, audience="teacher")
        )
    return drafts


def _cell_text(context: Context, cell: Cell, answers: bool) -> CellText:
    if answers and cell.answer:
        return (Paragraph(context.runs(cell.answer, ink="accent")),)
    return (Paragraph(context.runs(cell.text)),) if cell.text else ()


def comparison_drafts(context: Context, comparison: Comparison, title: Runs, apart: Runs = ()) -> list[Draft]:
    """Two sides as two columns, a line between them; more of them, or longer ones, as the columns of a table."""
    caption = _untold(context, comparison.caption, title)
    about = _About(title, comparison.loc, caption, comparison.source, apart=apart)
    if (draft := _sides(context, comparison, about)) is not None:
        return [draft]
    header = tuple((Paragraph(context.runs(column.heading)),) for column in comparison.columns)
    row = tuple(tuple(Paragraph(context.runs(point), 1) for point in c.points) for c in comparison.columns)
    grid = Grid(header, (row,), named=False, strong=False)
    return _grid_drafts(context, grid, grid, about)


def _sides(context: Context, comparison: Comparison, about: _About) -> Draft | None:
    """Two sides, their headings of one size and their points too, or None where they don't stand on one slide."""
    if len(comparison.columns) != 2:
        return None
    heads, bodies = [], []
    for key, column in zip(("left", "right"), comparison.columns, strict=True):
        heads.append((f"{key}-head", (Paragraph(context.runs(column.heading)),)))
        bodies.append((key, tuple(Paragraph(context.runs(point)) for point in column.points)))
    shapes: list[Shape] = []
    first, second = _level(context, heads), _level(context, bodies)
    if first is None or second is None:
        return None
    for head, body in zip(first, second, strict=True):
        shapes += [head, body]
    return _noted(context, Draft("sides", about.title, about.loc, tuple(shapes), apart=about.apart), about)


def _level(context: Context, texts: Sequence[tuple[str, tuple[Paragraph, ...]]]) -> list[TextBox] | None:
    """Texts in their placeholders of the two sides, all at the size of the one that needs the smallest."""
    found = []
    for key, text in texts:
        holder = context.holder("sides", key)
        own = fit(text, holder, holder.box, context.type)
        if own is None:
            return None
        found.append(TextBox(key, holder.box, text, own))
    smallest = min(box.sizes for box in found)
    return [replace(box, sizes=smallest) for box in found if box.paragraphs]


def _untold(context: Context, caption: Inline, title: Runs) -> Inline:
    """The caption, or nothing where the slide's title says it whole."""
    holder = context.holder("table", "title")
    told = plain_runs(context.runs(caption)) == plain_runs(title)
    return () if told and fit((Paragraph(title),), holder, holder.box, context.type) is not None else caption


def _grid_drafts(context: Context, grid: Grid, like: Grid, about: _About) -> list[Draft]:
    """The slides of a grid, by groups of columns where it is too wide, by rows where it is too long; the columns are
    those that `like` needs."""
    layout = "table" if about.audience == "all" else "answer-table"
    holder = context.holder(layout, "table")
    noted = bool(about.caption or about.source)
    box = holder.box if noted else replace(holder.box, height=BODY_BOTTOM - holder.box.y)
    alt = f"{context.labels.table}{context.labels.colon} " + " / ".join(
        " ".join(plain_runs(paragraph.runs) for paragraph in cell) for cell in grid.header
    )
    tall = below(context, layout, about.title, box)
    drafts = []
    for columns in column_groups(context, like, box.width):
        table = set_pages(context, grid.only(columns), box, like.only(columns), tall.height)
        for rows in table.pages:
            rows, pad = _aired(rows, box.height)
            deep = sum(row.height for row in rows)
            top = max(tall.y, box.y - max(0.0, deep - box.height))
            placed = replace(box, y=top, width=sum(table.widths), height=deep)
            shape = TableShape("table", placed, table.widths, rows, table.size, alt, grid.strong, pad=pad)
            draft = Draft(
                layout, about.title, about.loc, (shape,), apart=about.apart, audience=about.audience
            )
            if table.cut:
                whole = tuple(paragraph for cell in grid.header for paragraph in cell)
                draft = replace(draft, notes=whole, problems=(cut_short(context, about.loc, "header"),))
            drafts.append(_noted(context, draft, about))
    return numbered(drafts)


def _aired(rows: tuple[TableRow, ...], room: float) -> tuple[tuple[TableRow, ...], float]:
    """Rows with some of the room that they leave free, and what each then keeps free above and below its text."""
    air = min(max(0.0, room - sum(row.height for row in rows)) / len(rows), AIR)
    return tuple(replace(row, height=round(row.height + air, 2)) for row in rows), round(CELL_Y + air / 2, 2)


def _noted(context: Context, draft: Draft, about: _About) -> Draft:
    """The draft with its caption and its source at the foot."""
    cited = context.runs(short_cite(about.source, context.language)) if about.source else ()
    note = joined((context.runs(about.caption), cited), " · ", context.language)
    if not note:
        return draft
    box, short = bounded(context, draft.layout, "note", (Paragraph(note),))
    shapes: tuple[Shape, ...] = (*draft.shapes, box)
    if not short:
        return replace(draft, shapes=shapes)
    problem = cut_short(context, (*draft.loc, "caption"), "caption")
    return replace(
        draft, shapes=shapes, problems=(*draft.problems, problem), notes=(*draft.notes, Paragraph(note))
    )
