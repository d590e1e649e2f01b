"""Placed boxes in, tagged page content out, with the links and places met on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from builders.figures.drawing import Drawing
from builders.pdf.blocks import PageSetup, Run
from builders.pdf.boxes import (
    Decoration,
    DecorationOp,
    EmptyOp,
    FigureOp,
    Op,
    PlaceOp,
    RuleOp,
    TextOp,
    aside,
)
from builders.pdf.canvas import Canvas, Setting
from builders.pdf.draw import draw
from builders.pdf.images import Images
from builders.pdf.placing import Page
from builders.pdf.structure import Element
from builders.theme.measure import advance, ascent, descent

_DASH = (4.0, 3.0)
_FRAME = 0.75
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor or a bookmark leads: the page and the distance from its top, in points."""

    page: int
    y: float
    title: str
    level: int = 0


@dataclass(slots=True, eq=False)
class Link:
    """A link on one page: its element, target, text and a rectangle (left, top, right, bottom) for each line."""

    page: int
    element: Element
    target: str
    text: str = ""
    areas: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Found:
    """What painting met: places by anchor, bookmarks in the order of the pages, links by element and page."""

    anchors: dict[str, Place] = field(default_factory=dict)
    bookmarks: list[Place] = field(default_factory=list)
    links: dict[tuple[Element, int], Link] = field(default_factory=dict)
    attached: set[Element] = field(default_factory=set)


def paint_page(page: Page, canvas: Canvas, setup: PageSetup, images: Images, found: Found) -> None:
    """Paint what is placed on a page: decorations first, then boxes."""
    for decoration, top, bottom in _extents(page):
        _decorate(decoration, setup.top + top, setup.top + bottom, canvas)
    for placed in page.placed:
        for op in placed.box.ops:
            _paint(aside(op, placed.x) if placed.x else op, setup.top + placed.y, canvas, images, found)


def _extents(page: Page) -> list[tuple[Decoration, float, float]]:
    """The decorations of a page with the top of their first box and the bottom of their last."""
    extents: dict[Decoration, tuple[float, float]] = {}
    for placed in page.placed:
        for decoration in placed.box.decorations:
            top, bottom = extents.get(decoration, (placed.y, placed.y))
            extents[decoration] = min(top, placed.y), max(bottom, placed.y + placed.box.height)
    return [(decoration, top, bottom) for decoration, (top, bottom) in extents.items()]


def _decorate(decoration: Decoration, top: float, bottom: float, canvas: Canvas) -> None:
    with canvas.mark(None):
        if decoration.fill is not None:
            canvas.fill_color(decoration.fill)
            canvas.rectangle(decoration.x, top, decoration.width, bottom - top, "f")
        if decoration.frame is not None:
            canvas.stroke_style(decoration.frame, _FRAME, _DASH)
            canvas.rectangle(decoration.x, top, decoration.width, bottom - top, "S")
        if decoration.rule is not None:
            color, width = decoration.rule
            canvas.stroke_style(color, width)
            canvas.line(decoration.rule_x, top, decoration.rule_x, bottom)


def _paint(op: Op, top: float, canvas: Canvas, images: Images, found: Found) -> None:
    match op:
        case TextOp():
            _paint_line(op, top, canvas, found)
        case RuleOp():
            with canvas.mark(op.element):
                canvas.stroke_style(op.color, op.width)
                y = top + op.y
                across = (op.x, y + op.length) if op.vertical else (op.x + op.length, y)
                canvas.line(op.x, y, *across)
        case FigureOp():
            _paint_figure(op, top + op.y, canvas, images)
        case EmptyOp():
            with canvas.mark(op.element):
                pass
        case PlaceOp():
            place = Place(canvas.index, top + op.y, op.bookmark or "", op.level)
            if op.anchor is not None:
                found.anchors[op.anchor] = place
            if op.bookmark:
                found.bookmarks.append(place)
        case DecorationOp():
            _decorate(op.decoration, top + op.y, top + op.y + op.height, canvas)
        case _:
            assert_never(op)


def _paint_figure(op: FigureOp, y: float, canvas: Canvas, images: Images) -> None:
    if op.element is not None:
        box = (op.x, canvas.height - y - op.height, op.x + op.width, canvas.height - y)
        op.element.set("Layout", BBox=box, Placement=b"/Block")
    with canvas.mark(op.element):
        if isinstance(op.content, Drawing):
            draw(op.content, canvas, images, op.x, y, op.width)
        else:
            name, ref = images.add(op.content)
            canvas.image(name, ref, op.x, y, op.width, op.height)


def _paint_line(op: TextOp, top: float, canvas: Canvas, found: Found) -> None:
    """Paint a line piece by piece, those of one element in one mark."""
    line, y = op.line, top + op.y
    x = op.x + line.x
    last = len(line.pieces) - 1
    at = 0
    while at <= last:
        owner = None if op.owners is None else op.owners[line.pieces[at][0]]
        end = at + 1
        while end <= last and op.owners is not None and op.owners[line.pieces[end][0]] == owner:
            end += 1
        element = None if owner is None else _attached(owner, found)
        with canvas.mark(element):
            for index in range(at, end if owner is not None else last + 1):
                number, text = line.pieces[index]
                tail = "" if index < last or line.broken else SOFT_HYPHEN if line.hyphen else " "
                canvas.text(x, y, text, op.runs[number], Setting(line.stretch, line.tracking, tail))
                width = _width(text, op.runs[number], line.stretch, line.tracking)
                if element is not None and op.runs[number].link:
                    _link(element, op.runs[number], text, (x, y, width), canvas, found)
                x += width
        at = end if owner is not None else last + 1


def _attached(owner: tuple[Element, Element | None], found: Found) -> Element:
    """The element that content belongs to; one inline takes its place in the block's at its first content."""
    block, inline = owner
    if inline is None:
        return block
    if inline not in found.attached:
        found.attached.add(inline)
        block.kids.append(inline)
    return inline


def _width(text: str, run: Run, stretch: float, tracking: float) -> float:
    width = advance(text, run.face, run.size, run.spacing, run.language)
    return width + text.count(" ") * stretch + len(text) * tracking


def _link(
    element: Element, run: Run, text: str, at: tuple[float, float, float], canvas: Canvas, found: Found
) -> None:
    x, y, width = at
    link = found.links.setdefault((element, canvas.index), Link(canvas.index, element, run.link or ""))
    link.text += text
    area = (x, y - ascent(run.face, run.size), x + width, y + descent(run.face, run.size))
    link.areas.append(area)


def text_of(boxes: Sequence[Op]) -> str:
    """The text of a box's own lines, artifacts left out."""
    return " ".join(op.line.text for op in boxes if isinstance(op, TextOp) and op.owners is not None)
