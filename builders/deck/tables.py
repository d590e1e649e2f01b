"""Tables and comparisons in, slides with native tables out: rows continued on further slides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from builders.deck.draft import Context, Draft, bounded, cut_short, numbered
from builders.deck.fit import fit
from builders.deck.grid import CellText, Grid, column_groups, set_pages
from builders.deck.runs import Runs, joined, plain_runs
from builders.deck.slides import Paragraph, Shape, TableShape
from builders.diagnostics import Loc
from builders.lesson.citations import short_cite
from builders.lesson.model import Cell, Comparison, Inline, Source, Table, plain

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
        head = joined((context.say(words.answers), title), f"{words.colon} ", context.language)
        drafts += _grid_drafts(
            context, grid(True), grid(True), replace(about, title=head, audience="teacher")
        )
    return drafts


def _cell_text(context: Context, cell: Cell, answers: bool) -> CellText:
    if answers and cell.answer:
        return (Paragraph(context.runs(cell.answer, ink="accent")),)
    return (Paragraph(context.runs(cell.text)),) if cell.text else ()


def comparison_drafts(context: Context, comparison: Comparison, title: Runs, apart: Runs = ()) -> list[Draft]:
    """The sides of a comparison as the columns of one row."""
    header = tuple((Paragraph(context.runs(column.heading)),) for column in comparison.columns)
    row = tuple(tuple(Paragraph(context.runs(point), 1) for point in c.points) for c in comparison.columns)
    grid = Grid(header, (row,), named=False, strong=False)
    caption = _untold(context, comparison.caption, title)
    return _grid_drafts(
        context, grid, grid, _About(title, comparison.loc, caption, comparison.source, apart=apart)
    )


def _untold(context: Context, caption: Inline, title: Runs) -> Inline:
    """The caption, or nothing where the slide's title says it whole."""
    holder = context.holder("table", "title")
    told = plain_runs(context.runs(caption)) == plain_runs(title)
    return () if told and fit((Paragraph(title),), holder, holder.box, context.type) is not None else caption


def _grid_drafts(context: Context, grid: Grid, like: Grid, about: _About) -> list[Draft]:
    """The slides of a grid, by groups of columns where it is too wide, by rows where it is too long; the columns are
    those that `like` needs."""
    holder = context.holder("table", "table")
    cited = context.runs(short_cite(about.source, context.language)) if about.source else ()
    note = joined((context.runs(about.caption), cited), " · ", context.language)
    box = holder.box if note else replace(holder.box, height=context.holder("points", "body").box.height)
    alt = f"{context.labels.table}{context.labels.colon} " + " / ".join(
        " ".join(plain_runs(paragraph.runs) for paragraph in cell) for cell in grid.header
    )
    drafts = []
    for columns in column_groups(context, like, box.width):
        table = set_pages(context, grid.only(columns), box, like.only(columns))
        for rows in table.pages:
            placed = replace(box, width=sum(table.widths), height=sum(row.height for row in rows))
            shape = TableShape("table", placed, table.widths, rows, table.size, alt, grid.strong)
            draft = Draft(
                "table", about.title, about.loc, (shape,), apart=about.apart, audience=about.audience
            )
            if table.cut:
                whole = tuple(paragraph for cell in grid.header for paragraph in cell)
                draft = replace(draft, notes=whole, problems=(cut_short(context, about.loc, "header"),))
            drafts.append(_with_note(context, draft, note))
    return numbered(drafts)


def _with_note(context: Context, draft: Draft, note: Runs) -> Draft:
    if not note:
        return draft
    place = context.holder("table", "note").box
    below = max(shape.box.bottom for shape in draft.shapes if isinstance(shape, TableShape)) + 10
    box, short = bounded(context, "table", "note", (Paragraph(note),), replace(place, y=below))
    shapes: tuple[Shape, ...] = (*draft.shapes, box)
    if not short:
        return replace(draft, shapes=shapes)
    problem = cut_short(context, (*draft.loc, "caption"), "caption")
    return replace(
        draft, shapes=shapes, problems=(*draft.problems, problem), notes=(*draft.notes, Paragraph(note))
    )
