"""A table's words and a box in; its type size, columns' widths and the rows of each slide out."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from builders.deck.draft import Context
from builders.deck.fit import levelled
from builders.deck.holders import BULLET, CELL_X, CELL_Y
from builders.deck.measure import MARGIN, PITCH, face_of, height, text_of, widest
from builders.deck.runs import Runs, cut, plain_runs, shortened, words_end
from builders.deck.slides import Box, Level, Paragraph, TableRow
from builders.theme.measure import advance

SIZES = (28.0, 26.0, 24.0, 23.0, 22.0, 21.0, 20.0, 19.0, 18.0)
COMFORTABLE = 20.0
"""The largest size of a table that needs several slides."""
HEADER = 0.45
"""The most of a slide's table that its header may take."""

CellText = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's words: header and rows. With `named` its first column names the rows, in bold if `strong`."""

    header: tuple[CellText, ...]
    rows: tuple[tuple[CellText, ...], ...]
    named: bool
    strong: bool

    def only(self, columns: tuple[int, ...]) -> Grid:
        """The grid with these columns alone."""
        rows = tuple(tuple(row[n] for n in columns) for row in self.rows)
        return Grid(tuple(self.header[n] for n in columns), rows, self.named, self.strong)


@dataclass(frozen=True, slots=True)
class SetTable:
    """A grid, set: `pages` are the rows of each slide, their header first; `cut` when the header had to be cut."""

    size: float
    widths: tuple[float, ...]
    pages: tuple[tuple[TableRow, ...], ...]
    cut: bool = False


def column_groups(context: Context, grid: Grid, width: float) -> Iterator[tuple[int, ...]]:
    """All columns, or as many at a time as keep their longest words whole; the one that names the rows is repeated."""
    least = [_least(context, grid, column, SIZES[-1], width) for column in range(len(grid.header))]
    first = min(1 if grid.named else 0, len(least) - 1)
    start = first
    while start < len(least):
        used, end = sum(least[:first]) + least[start], start + 1
        while end < len(least) and used + least[end] <= width:
            used, end = used + least[end], end + 1
        yield (*range(first), *range(start, end))
        start = end


def set_pages(context: Context, grid: Grid, box: Box, like: Grid, most: float) -> SetTable:
    """The grid on as few slides as it needs, the header on each; its columns are as wide as those of `like`. One that
    fills a slide may be `most` points high."""
    sizes = [size for size in SIZES if _whole_words(context, like, size, box.width)] or [SIZES[-1]]
    for room, size in product((box.height, most), sizes):
        widths = _widths(context, like, size, box.width)
        rows = _rows(context, grid, size, widths)
        if sum(row.height for row in rows) <= room:
            return SetTable(size, widths, (tuple(rows),))
    fewest = [_continued(context, grid, box, like, size) for size in sizes if size <= COMFORTABLE]
    return min(fewest or [_continued(context, grid, box, like, sizes[0])], key=lambda table: len(table.pages))


def _continued(context: Context, grid: Grid, box: Box, like: Grid, size: float) -> SetTable:
    """The grid at one size, on as many slides as it needs."""
    widths = _widths(context, like, size, box.width)
    header, *rows = _rows(context, grid, size, widths)
    short = header.height > box.height * HEADER
    if short:
        header = _short_header(context, grid, header, size, widths, box.height * HEADER)
    room = box.height - header.height
    pieces = [piece for row in rows for piece in _cut_row(context, grid, row, size, widths, room)]
    heights = [row.height for row in pieces]
    if not pieces:
        return SetTable(size, widths, ((header,),), short)
    for count in range(1, len(pieces) + 1):
        parts = levelled(heights, 0.0, room, count)
        if parts is not None:
            return SetTable(size, widths, tuple((header, *pieces[a:b]) for a, b in parts), short)
    raise AssertionError("a row that was cut is taller than its slide")


def _short_header(
    context: Context, grid: Grid, header: TableRow, size: float, widths: tuple[float, ...], room: float
) -> TableRow:
    cells = []
    for column, cell in enumerate(header.cells):
        length = len(plain_runs(cell[0].runs)) if cell else 0
        while _row(context, grid, 0, (cell,), size, (widths[column] + CELL_X * bool(column),)).height > room:
            length = length * 9 // 10
            cell = (replace(cell[0], runs=shortened(cell[0].runs, length)),)
        cells.append(cell)
    return _row(context, grid, 0, tuple(cells), size, widths)


def _levels(size: float, bold: bool) -> tuple[Level, Level]:
    return Level("text", size, bold=bold), Level(
        "text", size, bold=bold, indent=BULLET, hang=BULLET, before=0.15
    )


def _bold(grid: Grid, row: int, column: int) -> bool:
    return row == 0 or (grid.strong and column == 0)


def _inside(widths: Sequence[float], column: int) -> float:
    return widths[column] - (CELL_X if column == 0 else 2 * CELL_X)


def _rows(context: Context, grid: Grid, size: float, widths: tuple[float, ...]) -> list[TableRow]:
    return [
        _row(context, grid, number, cells, size, widths)
        for number, cells in enumerate((grid.header, *grid.rows))
    ]


def _row(
    context: Context,
    grid: Grid,
    number: int,
    cells: tuple[CellText, ...],
    size: float,
    widths: tuple[float, ...],
) -> TableRow:
    deepest = size * PITCH
    for column, cell in enumerate(cells):
        levels = _levels(size, _bold(grid, number, column))
        deepest = max(deepest, height(cell, levels, (size, size), _inside(widths, column), context.type))
    return TableRow(round(deepest + 2 * CELL_Y, 2), cells)


def _least(context: Context, grid: Grid, column: int, size: float, width: float) -> float:
    """The width that keeps the longest word of a column whole, at most two fifths of the table's."""
    longest = 0.0
    for number, cells in enumerate((grid.header, *grid.rows)):
        levels = _levels(size, _bold(grid, number, column))
        for paragraph in cells[column]:
            level = levels[paragraph.level]
            longest = max(longest, level.indent + widest(paragraph, level, context.type) * size / MARGIN)
    return min(longest + 2 * CELL_X + 1, width * 0.4)


def _whole_words(context: Context, grid: Grid, size: float, width: float) -> bool:
    return sum(_least(context, grid, column, size, width) for column in range(len(grid.header))) <= width


def _widths(context: Context, grid: Grid, size: float, width: float) -> tuple[float, ...]:
    """Columns that keep words whole and share the rest by how much text they hold; together the whole width."""
    columns = range(len(grid.header))
    least = [_least(context, grid, column, size, width) for column in columns]
    if sum(least) > width:
        return tuple(width * one / sum(least) for one in least)
    if not grid.named and max(least) <= width / len(least):  # the sides of a comparison are equal
        return tuple(width / len(least) for _ in least)
    wanted = []
    for column in columns:
        lengths = [0.0]
        for number, cells in enumerate((grid.header, *grid.rows)):
            level = _levels(size, _bold(grid, number, column))[0]
            lengths += [
                sum(
                    advance(text_of(level, run.text), face_of(level, run, context.type), size)
                    for run in item.runs
                )
                for item in cells[column]
            ]
        wanted.append(max(max(lengths) + 2 * CELL_X - least[column], 1.0))
    free = width - sum(least)
    if sum(wanted) > free:  # long text gains less from a wider column than short text loses from a narrow one
        wanted = [want**0.75 for want in wanted]
    widths = [one + free * want / sum(wanted) for one, want in zip(least, wanted, strict=True)]
    return tuple(round(one, 2) for one in widths)


def _cut_row(
    context: Context, grid: Grid, row: TableRow, size: float, widths: tuple[float, ...], room: float
) -> Iterator[TableRow]:
    """A row whole, or in pieces no taller than `room`; the row's header stands in each."""
    rest = row
    while rest.height > room:
        heads: list[CellText] = []
        tails: list[CellText] = []
        for column, cell in enumerate(rest.cells):
            levels = _levels(size, _bold(grid, 1, column))
            head, tail = _cut_cell(context, cell, levels, size, _inside(widths, column), room - 2 * CELL_Y)
            heads.append(head)
            tails.append(tail)
        yield _row(context, grid, 1, tuple(heads), size, widths)
        if not any(tails):
            return
        if grid.named and not tails[0]:
            tails[0] = rest.cells[0]
        rest = _row(context, grid, 1, tuple(tails), size, widths)
    yield rest


def _cut_cell(
    context: Context, cell: CellText, levels: tuple[Level, Level], size: float, width: float, room: float
) -> tuple[CellText, CellText]:
    """What of a cell stands in `room`, at least a character, and what is left."""

    def deep(paragraphs: CellText) -> float:
        return height(paragraphs, levels, (size, size), width, context.type)

    head: CellText = ()
    for number, paragraph in enumerate(cell):
        if deep((*head, paragraph)) <= room:
            head = (*head, paragraph)
            continue
        if head:
            return head, cell[number:]

        def fits(runs: Runs, like: Paragraph = paragraph) -> bool:
            return deep((replace(like, runs=runs),)) <= room

        end = _most(paragraph.runs, fits)
        after = cut(paragraph.runs, end, len(plain_runs(paragraph.runs)))
        tail = (replace(paragraph, runs=after, continued=True),) if after else ()
        return (replace(paragraph, runs=cut(paragraph.runs, 0, end)),), (*tail, *cell[number + 1 :])
    return head, ()


def _most(runs: Runs, fits: Callable[[Runs], bool]) -> int:
    """How many characters of runs fit: to the end of a word, or where not even one word fits, within it."""
    for ends in (words_end(runs), list(range(1, len(plain_runs(runs)) + 1))):
        if fits(cut(runs, 0, ends[0])):
            return ends[bisect(ends, False, key=lambda end: not fits(cut(runs, 0, end))) - 1]
    return 1
