"""Tables in, a box a row out, with Table / THead / TBody / TR / TH / TD; header rows are repeated as artifacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.pdf.blocks import Table, TableCell
from builders.pdf.boxes import (
    FREE,
    LOOSE,
    SOLID,
    TOGETHER,
    Box,
    Decoration,
    DecorationOp,
    FigureOp,
    Fork,
    Item,
    Op,
    RuleOp,
    TextOp,
    height,
    moved,
)
from builders.pdf.layout import Context, Flow, Layout
from builders.pdf.structure import Element
from builders.pdf.syntax import Name

_HAIRLINE, _HEAD_LINE = 0.5, 0.9

_MOST_PAIR = 0.3
"""The share of a page that two rows take at most to be held together."""


def add_table(table: Table, context: Context, out: Flow, layout: Layout) -> None:
    """Append the rows of a table; a row is split only when it is higher than a page."""
    out.gap += table.space_before
    element = context.element.add("Table")
    if table.summary:
        element.set("Table", Summary=table.summary)
    total = sum(table.widths)
    edges = [context.x]
    for share in table.widths:
        edges.append(edges[-1] + context.width * share / total)
    head = element.add("THead") if table.header_rows else None
    body = element.add("TBody")
    start = len(out.items)
    header: list[Box] = []
    for number, row in enumerate(table.rows):
        is_header = number < table.header_rows
        parent = head if is_header and head is not None else body
        available = context.page - sum(box.height for box in header)
        boxes = _row(row, table, edges, parent.add("TR"), replace(context, page=available), layout)
        _rule(boxes, table, edges, first=number == 0, head=is_header and number == table.header_rows - 1)
        if is_header:
            header += boxes
        for index, box in enumerate(boxes):
            if not is_header:
                box.repeat = tuple(artifact(above) for above in header)
            # A header stands with the first row below it, and a row that was split begins where it can.
            box.tie = (
                SOLID
                if (is_header and number) or (number == table.header_rows and not index and header)
                else FREE
            )
            out.add(box)
    _pair(out.items[start + len(header) :], context.page)
    if table.keep_together and height(out.items[start:]) <= context.page:
        out.bind(start, LOOSE)
    out.gap += table.space_after


def _pair(rows: Sequence[Item], page: float) -> None:
    """Leave neither the first row nor the last one alone, unless two are much of a page."""
    for pair in (rows[:2], rows[-2:]) if len(rows) > 2 else ():
        if height(pair) <= page * _MOST_PAIR:
            second = pair[1]
            assert isinstance(second, Box)
            second.tie = max(second.tie, TOGETHER)


def _row(
    row: Sequence[TableCell],
    table: Table,
    edges: Sequence[float],
    element: Element,
    context: Context,
    layout: Layout,
) -> list[Box]:
    """The boxes of a row: one, or as many as it takes when a page doesn't hold it."""
    cells: list[list[Item]] = []
    for column, cell in enumerate(row):
        left, right = edges[column] + table.padding, edges[column + 1] - table.padding
        own = element.add("TD" if cell.header is None else "TH")
        if cell.header is not None:
            own.set("Table", Scope=Name(cell.header))
        if table.rules == "rows" and column == 0:
            left = edges[0]
        inside = replace(context, x=left, width=right - left, element=own, decorations=())
        content = Flow()
        layout(cell.body, inside, content)
        cells.append(content.items)
    tallest = max(height(items) for items in cells)
    room = context.page - 2 * table.padding
    pieces = [cells] if tallest <= room else split(cells, room)
    return [_box(piece, table, context) for piece in pieces]


def split(cells: Sequence[list[Item]], room: float) -> list[list[list[Item]]]:
    """Rows of what a page holds of each cell, until all is placed."""
    rest = [list(items) for items in cells]
    pieces: list[list[list[Item]]] = []
    while any(rest):
        piece: list[list[Item]] = []
        for items in rest:
            count = 1
            while count < len(items) and height(items[: count + 1]) <= room:
                count += 1
            piece.append(items[:count])
            del items[:count]
        pieces.append(piece)
    return pieces


def _box(cells: Sequence[Sequence[Item]], table: Table, context: Context) -> Box:
    """One row as a box: the cells' boxes at their places in it."""
    inner = max(height(items) for items in cells)
    box = Box(inner + 2 * table.padding, decorations=context.decorations)
    for items in cells:
        place(items, table.padding, box)
    box.baseline = next((op.y for op in box.ops if isinstance(op, TextOp)), None)
    return box


def place(items: Sequence[Item], y: float, box: Box) -> float:
    """Put the content of items, set below each other from y on, into `box`; returns where they end."""
    extents: dict[Decoration, tuple[float, float]] = {}
    for index, item in enumerate(items):
        match item:
            case Box():
                y += item.before if index else 0.0
                box.ops += [moved(op, y) for op in item.ops]
                for decoration in item.decorations:
                    extents[decoration] = extents.get(decoration, (y, y))[0], y + item.height
                y += item.height
            case Fork():
                y += item.before if index else 0.0
                y = max(place(item.main, y, box), place(item.side, y, box))
    around: list[Op] = [DecorationOp(top, bottom - top, one) for one, (top, bottom) in extents.items()]
    box.ops[:0] = around
    return y


def artifact(box: Box) -> Box:
    """The box as it is printed again: nothing in it belongs to an element or is a place to go to."""
    ops: list[Op] = []
    for op in box.ops:
        match op:
            case TextOp():
                ops.append(replace(op, owners=None))
            case RuleOp() | FigureOp():
                ops.append(replace(op, element=None))
            case DecorationOp():
                ops.append(op)
            case _:
                pass
    return Box(box.height, ops, decorations=box.decorations)


def _rule(boxes: Sequence[Box], table: Table, edges: Sequence[float], *, first: bool, head: bool) -> None:
    """Rules of a row: below it, above the first, and between columns in a grid; a header's is heavier."""
    if table.rules == "none":
        return
    length = edges[-1] - edges[0]
    width = _HEAD_LINE if head else _HAIRLINE
    last = boxes[-1]
    last.ops.append(RuleOp(edges[0], last.height, length, table.rule_color, width))
    if table.rules == "grid":
        if first:
            boxes[0].ops.append(RuleOp(edges[0], 0.0, length, table.rule_color, _HAIRLINE))
        for box in boxes:
            for x in edges:
                box.ops.append(RuleOp(x, 0.0, box.height, table.rule_color, _HAIRLINE, vertical=True))
