"""What flows over pages: boxes of a fixed height with what is painted in them, forks into columns, forced page ends.

x is absolute on the page, y relative to the top of the box and downwards; points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from builders.figures.drawing import Drawing
from builders.pdf.blocks import Raster, Run
from builders.pdf.lines import Line
from builders.pdf.structure import Element

FREE, LOOSE, KEEP, TOGETHER, CHAIN, WIDOW, SOLID = 0, 1, 2, 6, 7, 8, 9
"""How strongly a box is tied to the one before it: gathered groups (LOOSE) give way first, then kept ones (KEEP, more
for those inside others), paragraphs and answer spaces, headings, single lines, a figure's caption. pdf/paginate says
how much of a page each is worth."""


@dataclass(frozen=True, slots=True, eq=False)
class TextOp:
    """A line of text with its baseline at y. `owners` by run: the element of its block and, for links and other
    languages, the element inline; None paints an artifact."""

    x: float
    y: float
    line: Line
    runs: Sequence[Run]
    owners: Sequence[tuple[Element, Element | None]] | None


@dataclass(frozen=True, slots=True, eq=False)
class RuleOp:
    """A line to the right, or downwards where it is vertical; content of `element`, or an artifact."""

    x: float
    y: float
    length: float
    color: str
    width: float
    vertical: bool = False
    element: Element | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FigureOp:
    """A drawing or picture in a box whose top left corner is (x, y)."""

    x: float
    y: float
    width: float
    height: float
    content: Drawing | Raster
    element: Element | None


@dataclass(frozen=True, slots=True, eq=False)
class EmptyOp:
    """Marked content that paints nothing: where an element that is only announced stands."""

    element: Element


@dataclass(frozen=True, slots=True, eq=False)
class PlaceOp:
    """A place that links or bookmarks lead to."""

    y: float
    anchor: str | None = None
    bookmark: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Decoration:
    """What a group draws around its boxes on each page: a vertical rule, a dashed frame, a fill."""

    x: float
    width: float
    rule: tuple[str, float] | None
    rule_x: float
    frame: str | None
    fill: str | None


@dataclass(frozen=True, slots=True, eq=False)
class DecorationOp:
    """A decoration within a box: of a group in a table's cell."""

    y: float
    height: float
    decoration: Decoration


Op: TypeAlias = TextOp | RuleOp | FigureOp | EmptyOp | PlaceOp | DecorationOp


def moved(op: Op, y: float) -> Op:
    """The operation y further down."""
    return op if isinstance(op, EmptyOp) else replace(op, y=op.y + y)


def aside(op: Op, x: float) -> Op:
    """The operation x further to the right: of a list's entry in another column."""
    return replace(op, x=op.x + x) if isinstance(op, TextOp | RuleOp | FigureOp) else op


@dataclass(slots=True, eq=False)
class Box:
    """`before` is the space above, dropped at the top of a page; `tie` binds it to the box before.
    `baseline` is that of its first line. `repeat` is printed again above it when it begins a page (a
    table's header rows). `snap`: it begins on the page's grid. `narrow`: it leaves the margin to notes, of which
    `notes` are its own; they are read after the box `until`."""

    height: float
    ops: list[Op] = field(default_factory=list)
    before: float = 0.0
    tie: int = FREE
    baseline: float | None = None
    decorations: tuple[Decoration, ...] = ()
    repeat: tuple[Box, ...] = ()
    snap: bool = False
    narrow: bool = False
    notes: tuple[Box, ...] = ()
    until: Box | None = None


@dataclass(slots=True, eq=False)
class Fork:
    """Two flows side by side; `keep` holds them on one page if it can. `even` is how far they are apart where they are
    one list in two columns."""

    main: list[Item]
    side: list[Item]
    before: float = 0.0
    tie: int = FREE
    keep: bool = False
    even: float | None = None


@dataclass(slots=True, eq=False)
class Turn:
    """A page ends: always, with a new series of numbers, or unless `need` points are left."""

    series: str | None = None
    need: float | None = None


Item: TypeAlias = Box | Fork | Turn


def height(items: Sequence[Item]) -> float:
    """The height of items on a page without end, the space above the first left out."""
    total = 0.0
    for index, item in enumerate(items):
        match item:
            case Box():
                total += item.height + (item.before if index else 0.0)
            case Fork():
                total += max(height(item.main), height(item.side)) + (item.before if index else 0.0)
            case Turn():
                pass
    return total
