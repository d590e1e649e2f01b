"""Paragraphs and lists in, boxes a line each out, with their elements, labels and line numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.pdf.blocks import BulletList, Paragraph, Run
from builders.pdf.boxes import CHAIN, KEEP, TOGETHER, WIDOW, Box, PlaceOp, TextOp, height
from builders.pdf.layout import Context, Flow, Layout
from builders.pdf.lines import Line, set_lines
from builders.pdf.structure import Element
from builders.pdf.syntax import Name
from builders.theme.faces import SANS
from builders.theme.measure import advance, ascent, descent

_LABEL_GAP = 5.0
_OVERHANG_GAP = 8.0
"""The space after a label that is too wide for the indent: the text follows it on its line."""
_NOTHING = Run("", SANS, 7.5, "")
"""What gives an empty line its baseline."""

Owner = tuple[Element, Element | None]


def add_paragraph(paragraph: Paragraph, context: Context, out: Flow) -> None:
    """Append the lines of a paragraph, one box each, tied so that none is left alone."""
    out.gap += paragraph.space_before
    element = context.element.add(paragraph.tag)
    language = paragraph.language or context.language
    if language != context.language:
        element.language = language
    label = _label(paragraph.label, paragraph.label_tag, element)
    left = context.x + paragraph.indent
    lines = _lines(paragraph, context.width - paragraph.indent - paragraph.right_indent, language)
    owners = owners_of(paragraph.runs, element, language)
    baseline = baseline_in(paragraph.leading, paragraph.runs or paragraph.label)
    boxes = [
        Box(
            paragraph.leading,
            [TextOp(left, baseline, line, paragraph.runs, owners)],
            baseline=baseline,
            decorations=context.decorations,
        )
        for line in lines
    ]
    if not boxes:  # without text there may still be a label, or a place that is linked to
        boxes = [
            Box(
                paragraph.leading if paragraph.label else 0.0,
                baseline=baseline,
                decorations=context.decorations,
            )
        ]
    first = boxes[0]
    first.snap = True
    if paragraph.anchor or paragraph.bookmark:
        first.ops.insert(0, PlaceOp(0.0, paragraph.anchor, paragraph.bookmark, level(paragraph.tag)))
    if paragraph.label:
        first.ops.insert(0, label_op(paragraph.label, label, context.x, baseline))
    if paragraph.number_lines and paragraph.line_number:
        _number(boxes, paragraph.line_number[0], paragraph, context)
    start = len(out.items)
    for box in boxes:
        out.add(box)
    if paragraph.keep_together and height(boxes) <= context.page:
        out.bind(start, TOGETHER)
    for line, below in zip(lines, boxes[1:], strict=False):
        if line.hyphen:  # a word is not to be turned over
            below.tie = max(below.tie, KEEP)
    for box in (*boxes[1:2], *boxes[1:][-1:]):
        box.tie = max(box.tie, WIDOW)
    out.gap += paragraph.space_after
    if paragraph.keep_with_next:
        out.tie = CHAIN


def _lines(paragraph: Paragraph, width: float, language: str) -> list[Line]:
    """The lines of a paragraph; text follows a label that is too wide for the indent on its line."""
    indent = paragraph.first_indent
    if paragraph.label:
        over = text_width(paragraph.label) - paragraph.indent
        if over > -_LABEL_GAP / 2:
            indent = max(indent, over + _OVERHANG_GAP)
    return set_lines(
        paragraph.runs,
        width,
        align=paragraph.align,
        first_indent=indent,
        language=language,
        hyphenate=paragraph.hyphenate,
        avoid_runt=paragraph.even or paragraph.tag.startswith("H"),
    )


def add_list(block: BulletList, context: Context, out: Flow, layout: Layout) -> None:
    """Append a list: each item's label hangs at the baseline of its first line; no item is left alone."""
    out.gap += block.space_before
    begins: list[Box] = []
    element = context.element.add("L").set("List", ListNumbering=Name(block.numbering))
    for number, item in enumerate(block.items):
        own = element.add("LI")
        label = _label(item.label, "Lbl", own)
        body = Flow()
        layout(item.body, context.inside(own.add("LBody"), left=block.indent), body)
        if number:
            out.gap += block.item_gap
        first = next((entry for entry in body.items if isinstance(entry, Box)), None)
        if first is None:
            first = Box(max((run.size for run in item.label), default=0.0) * 1.3)
            body.items.append(first)
        if item.label:
            baseline = first.baseline if first.baseline is not None else item.label[0].size
            first.ops.insert(0, label_op(item.label, label, context.x, baseline))
        begins.append(first)
        start = len(out.items)
        out.extend(body.items)
        if block.keep_items and height(out.items[start:]) <= context.page:
            out.bind(start, TOGETHER)
        out.gap += body.gap
    for begin in (*begins[1:2], *begins[1:][-1:]):
        begin.tie = max(begin.tie, TOGETHER)
    out.gap += block.space_after


def _label(label: Sequence[Run], tag: str | None, parent: Element) -> Element | None:
    return parent.add(tag) if label and tag is not None else None


def label_op(
    label: Sequence[Run], element: Element | None, x: float, baseline: float, room: float | None = None
) -> TextOp:
    """One line of runs at x, or where `room` is given, with its end at x + room."""
    width = text_width(label)
    line = Line(tuple((index, run.text) for index, run in enumerate(label)), 0.0, width)
    left = x if room is None else x + max(0.0, room - width)
    return TextOp(left, baseline, line, label, None if element is None else [(element, None)] * len(label))


def text_width(runs: Sequence[Run]) -> float:
    """The width of runs on one line."""
    return sum(advance(run.text, run.face, run.size, run.spacing, run.language) for run in runs)


def baseline_in(leading: float, runs: Sequence[Run]) -> float:
    """Where the baseline stands in a line: the largest text in the middle of its leading."""
    largest = max(runs, key=lambda run: run.size, default=_NOTHING)
    up, down = ascent(largest.face, largest.size), descent(largest.face, largest.size)
    return (leading - up - down) / 2 + up


def owners_of(runs: Sequence[Run], element: Element, language: str) -> list[Owner]:
    """By run the element of the block and, where runs are a link or in another language, one for them together."""
    owners: list[Owner] = []
    key: tuple[str | None, str | None] = (None, None)
    inline: Element | None = None
    for run in runs:
        own = run.language if run.language != language else None
        if (run.link, own) != key:
            key = (run.link, own)
            role = "Link" if run.link else "Span"
            inline = Element(role, language=own) if key != (None, None) else None
        owners.append((element, inline))
    return owners


def level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "H" and tag[1].isdigit() else 0


def _number(boxes: Sequence[Box], style: Run, paragraph: Paragraph, context: Context) -> None:
    """Print every nth line's number in the left indent, an artifact."""
    for box in boxes:
        context.counter.count += 1
        if context.counter.count % paragraph.number_lines == 0:
            run = replace(style, text=str(context.counter.count))
            baseline = box.baseline or 0.0
            box.ops.append(label_op([run], None, context.x, baseline, paragraph.indent - _LABEL_GAP))
