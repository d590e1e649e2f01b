"""Room to write in (ruled lines, blank fields), boxes out; what is only announced stands in the structure alone."""

from __future__ import annotations

from builders.pdf.blocks import Blank, Lines
from builders.pdf.boxes import CHAIN, LOOSE, TOGETHER, WIDOW, Box, EmptyOp, Op, PlaceOp, RuleOp, TextOp
from builders.pdf.flow_text import Owner, label_op, level, owners_of, text_width
from builders.pdf.layout import Context, Flow
from builders.pdf.lines import Line, set_lines

_RULE = 0.5
_ABOVE_RULE = 5.0
"""How far the baseline of a filled-in answer stands above its rule."""
_FIELD_GAP, _LABEL_GAP = 14.0, 4.0


def add_lines(lines: Lines, context: Context, out: Flow) -> None:
    """Append an answer space: a box for each line, tied together but where a page may end among them."""
    out.gap += lines.space_before
    element = context.element.add("P")
    if not lines.fill:
        element.actual = lines.announce
    x, width = context.x + lines.indent, context.width - lines.indent
    start = len(out.items)
    for number in range(lines.count):
        ops: list[Op] = []
        if lines.color is not None:
            tagged = element if number == 0 and not lines.fill else None
            ops.append(RuleOp(x, lines.pitch - _RULE / 2, width, lines.color, _RULE, element=tagged))
        elif number == 0 and not lines.fill:
            ops.append(EmptyOp(element))
        if number < len(lines.fill):
            runs = lines.fill[number]
            pieces = tuple((index, run.text) for index, run in enumerate(runs))
            line = Line(pieces, 0.0, text_width(runs))
            owners: list[Owner] = owners_of(runs, element, context.language)
            ops.append(TextOp(x, lines.pitch - _ABOVE_RULE, line, runs, owners))
        out.add(Box(lines.pitch, ops, decorations=context.decorations))
    # What a page can't hold is parted anywhere.
    least = lines.least or (lines.count if lines.count * lines.pitch <= context.page else 1)
    for number, item in enumerate(out.items[start + 1 :], 1):
        if isinstance(item, Box):
            item.tie = max(item.tie, LOOSE if least <= number <= lines.count - least else TOGETHER)
    for item in (*out.items[start + 1 : start + 2], *out.items[start + 1 :][-1:]):
        if isinstance(item, Box):
            item.tie = max(item.tie, WIDOW)
    out.gap += lines.space_after


def add_blank(blank: Blank, context: Context, out: Flow) -> None:
    """Append a row of labelled blanks at the right, with the lead at the left of them, or above when it is too long."""
    out.gap += blank.space_before
    widths = [share * context.width for _, share in blank.fields]
    room = context.width - sum(widths) - _FIELD_GAP * len(widths)
    if blank.lead:
        lead = context.element.add(blank.lead_tag)
        owners = owners_of(blank.lead, lead, context.language)
        lines = set_lines(blank.lead, room if text_width(blank.lead) <= room else context.width)
        leading = max(run.size for run in blank.lead) * 1.25
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            beside = last and text_width(blank.lead) <= room
            box = Box(blank.height if beside else leading, decorations=context.decorations)
            box.baseline = _baseline(box.height)
            box.ops.append(TextOp(context.x, box.baseline, line, blank.lead, owners))
            if number == 0 and (blank.anchor or blank.bookmark):
                box.ops.insert(0, PlaceOp(0.0, blank.anchor, blank.bookmark, level(blank.lead_tag)))
            out.add(box)
            out.tie = CHAIN
            if beside:
                _add_fields(blank, box, widths, context)
                out.tie = 0
                out.gap += blank.space_after
                return
    box = Box(blank.height, decorations=context.decorations, baseline=_baseline(blank.height))
    _add_fields(blank, box, widths, context)
    out.add(box)
    out.gap += blank.space_after


def _add_fields(blank: Blank, box: Box, widths: list[float], context: Context) -> None:
    """Fields end at the right edge of the measure; their lines are artifacts, their labels one paragraph."""
    if not blank.fields:
        return
    baseline = _baseline(box.height)
    element = context.element.add("P")
    gaps = _FIELD_GAP * (len(widths) - 1)
    x = context.x + context.width - sum(widths) - gaps if blank.lead else context.x
    for (runs, _), width in zip(blank.fields, widths, strict=True):
        op = label_op(runs, element, x, baseline)
        box.ops.append(op)
        start = x + op.line.width + (_LABEL_GAP if runs else 0.0)
        box.ops.append(RuleOp(start, baseline + 1.5, x + width - start, blank.color, _RULE))
        x += width + _FIELD_GAP


def _baseline(height: float) -> float:
    return height - 4.0
