"""Names and what is said of them in, native tables of two columns out: a calm glossary, or steps behind numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builders.deck.draft import Context, Draft, below, numbered
from builders.deck.fit import levelled
from builders.deck.holders import CELL_X, ROW_Y, grown
from builders.deck.measure import MARGIN, first_baseline, height, widest
from builders.deck.runs import Runs, plain_runs
from builders.deck.slides import Box, Level, Paragraph, TableRow, TableShape
from builders.diagnostics import Loc
from builders.theme.measure import advance

GAP = 24.0
"""What stands free between a name and what is said of it."""
NARROW = 0.34
"""The most of the width that names take."""
AIR = 20.0
"""How much deeper than its text a row may be where the slide has room."""
LOOSE = 1.12
"""How many times as much as in the widest font goes on a line in the family itself, or nearly so."""
TIGHT = 5.0
"""What a row keeps free above and below its text where the list wouldn't stand on a slide otherwise."""
EVEN = 1.6
"""How many times as deep as the least the deepest row may be for all rows to be as deep as it."""
RISE = 0.4
"""What of the free room stands above the rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name, set in the heading face, and what is said of it."""

    name: Runs
    text: Runs


@dataclass(frozen=True, slots=True)
class Scale:
    """How rows are set: the size of names as a share of that of the text, how large the text may be, how many rows a
    slide may hold, and whether both stand in the middle of their row."""

    names: float
    largest: float
    most: int
    middle: bool = False


def row_tables(
    context: Context, box: Box, tall: Box, rows: Sequence[Row], scale: Scale, alt: str
) -> list[TableShape] | None:
    """The tables that rows take, one a slide, all of one size; None where a row is too deep for a slide. They stand in
    `tall`, and closer, where that saves a slide."""
    floor = context.type.body_floor
    for count in range(-(-len(rows) // scale.most), len(rows) + 1):
        largest = scale.largest if count == 1 else min(scale.largest, context.type.body)
        for room, pad, size in (
            *((box, ROW_Y, size) for size in _sizes(largest, floor)),
            (tall, ROW_Y, floor),
            (tall, TIGHT, floor),
        ):
            if (tables := _set(context, room, rows, scale, size, pad, count, alt)) is not None:
                return tables
    return None


def _set(
    context: Context,
    box: Box,
    rows: Sequence[Row],
    scale: Scale,
    size: float,
    pad: float,
    count: int,
    alt: str,
) -> list[TableShape] | None:
    """The tables at one size."""
    name = float(round(size * scale.names))
    widths = _widths(context, rows, size, name, box.width)
    deep = [_depth(context, row, size, name, widths, pad) for row in rows]
    parts = levelled(deep, 0.0, box.height, count)
    if parts is None:
        return None
    loose = (widths[0] * LOOSE, widths[1] * LOOSE)
    usual = [_depth(context, row, size, name, loose, pad) for row in rows]
    type_ = context.type
    lift = max(0.0, round(first_baseline(type_.heading, name) - first_baseline(type_.text, size), 2))
    style = _Style(widths, size, name, alt, 0.0 if scale.middle else lift, scale.middle, pad)
    tallest = max(usual)
    even = tallest <= EVEN * min(usual) and all(
        sum(max(tallest, one) for one in deep[a:b]) <= box.height for a, b in parts
    )
    if even:
        deep, usual = [max(tallest, one) for one in deep], [tallest] * len(rows)
    return [_table(rows[a:b], deep[a:b], usual[a:b], box, style) for a, b in parts]


def row_drafts(
    context: Context,
    layout: str,
    rows: Sequence[Row],
    scale: Scale,
    title: Runs,
    loc: Loc,
    box: Box | None = None,
) -> list[Draft] | None:
    """The slides that rows take, in the layout's table or in a box; or None."""
    box = box or context.holder(layout, "table").box
    tall = below(context, layout, title, box)
    tables = row_tables(context, box, tall, rows, scale, plain_runs(title))
    return None if tables is None else numbered([Draft(layout, title, loc, (table,)) for table in tables])


def glossary_scale(context: Context) -> Scale:
    """Terms are a little larger than what is said of them."""
    return Scale(1.15, grown(context.type.body) - 5, 8)


def steps_scale(context: Context) -> Scale:
    """The numbers of steps can be seen from anywhere."""
    return Scale(1.4, grown(context.type.body) - 3, 6, middle=True)


def _sizes(largest: float, floor: float) -> Iterator[float]:
    size = largest
    while size > floor:
        yield size
        size -= 1
    yield floor


def _levels(size: float, name: float) -> tuple[Level, Level]:
    return Level("heading", name), Level("text", size)


def _widths(
    context: Context, rows: Sequence[Row], size: float, name: float, width: float
) -> tuple[float, float]:
    """Names take what the longest of them needs, so far as that is no more than a third; their words stay whole."""
    level = _levels(size, name)[0]
    face = context.type.heading
    whole = max(
        (sum(advance(run.text, face, name) for run in row.name) / MARGIN for row in rows), default=0.0
    )
    words = max(
        (widest(Paragraph(row.name), level, context.type) * name / MARGIN for row in rows), default=0.0
    )
    first = max(min(whole, width * NARROW), min(words, width * 0.45)) + GAP + 2
    return round(first, 2), round(width - first, 2)


def _depth(
    context: Context, row: Row, size: float, name: float, widths: tuple[float, float], pad: float
) -> float:
    levels = _levels(size, name)
    first = height((Paragraph(row.name),), levels[:1], (name,), widths[0] - GAP, context.type)
    second = height((Paragraph(row.text),), levels[1:], (size,), widths[1] - 2 * CELL_X, context.type)
    return round(max(first, second) + 2 * pad, 2)


@dataclass(frozen=True, slots=True)
class _Style:
    """How the tables of one list are set."""

    widths: tuple[float, float]
    size: float
    name: float
    alt: str
    lift: float
    middle: bool
    pad: float


def _table(
    rows: Sequence[Row], deep: Sequence[float], usual: Sequence[float], box: Box, style: _Style
) -> TableShape:
    """The rows with some air, a little above the middle of the box. They are as deep as they usually are: in the
    widest font a row grows by itself, and there is room for all of them."""
    air = min(AIR, max(0.0, box.height - sum(deep)) / len(rows))
    set_rows = tuple(
        TableRow(round(one + air, 2), ((Paragraph(row.name),), (Paragraph(row.text),)))
        for row, one in zip(rows, usual, strict=True)
    )
    total = sum(row.height for row in set_rows)
    place = Box(box.x, round(box.y + (box.height - total) * RISE, 2), box.width, round(total, 2))
    pad = round(style.pad + air / 2, 2)
    return TableShape(
        "table",
        place,
        style.widths,
        set_rows,
        style.size,
        style.alt,
        True,
        style.name,
        style.middle,
        pad,
        style.lift,
    )
