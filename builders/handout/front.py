"""The first page: name line, title block, opening figure, and the margin of terms, people and timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from builders.handout.chronology import margin_timeline
from builders.handout.extent import extent
from builders.handout.flow import Item, heading, set_item
from builders.handout.media import figure
from builders.handout.prose import dashes
from builders.handout.setting import Setting
from builders.handout.text import paragraph, paragraphs, runs, words
from builders.lesson.model import Inline, Lesson, Span, Timeline, plain
from builders.pdf.blocks import Blank, Block, Columns, Group, Need, Paragraph, Rule, Space

MAIN, GAP = 0.69, 26.0
"""The reading column's share of the width beside the margin, and the space between them in points."""

SLACK = 40.0
"""How far in points the margin may run below the reading column."""

ROOM = 60.0
"""What is left of a page at least, in points, where a part of the margin begins."""

EVENTS, LONGEST = 10, 1050.0
"""The longest timeline that is set in the margin, and the height of the margin in points: two pages at most."""


def title_block(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """Name line, title and essential question, marked in the theme's manner."""
    about = " · ".join(
        part
        for part in (
            s.labels.lesson_number.format(n=lesson.position) if lesson.position else "",
            lesson.level or "",
            s.labels.minutes(lesson.minutes) if lesson.minutes else "",
        )
        if part
    )
    shares = (0.36, 0.18) if about else (0.66, 0.31)
    line = name_line(about, tuple(zip((s.labels.name, s.labels.date), shares, strict=True)), s)
    title = paragraph(
        runs(lesson.title, s.styles.title),
        s.styles.title,
        tag="H1",
        space_before=5 * s.unit,
        bookmark=plain(lesson.title),
        anchor="title",
        keep_with_next=True,
    )
    style = s.styles.subtitle
    question = paragraph(runs(lesson.essential_question, style), style, space_before=s.unit / 2)
    return (line, *marked(title, (question,) if lesson.essential_question else (), s))


def marked(title: Paragraph, below: tuple[Block, ...], s: Setting) -> tuple[Block, ...]:
    """A title and what belongs to it, marked in the theme's manner; what stands before it, stands before the mark."""
    gap, accent = 2 * s.unit, s.theme.palette.accent
    before, flush = title.space_before, replace(title, space_before=0.0)
    match s.theme.manner.mark:
        case "rule":
            return (
                title,
                *below,
                Rule(accent, 1.5, length=9 * s.unit, space_before=gap, space_after=gap),
            )
        case "bar":
            bar = Rule(accent, 5.0, space_before=before, space_after=gap)
            return (bar, flush, *below, Space(3 * s.unit))
        case "band":
            band = Group((flush, *below), fill=s.theme.palette.tint, padding=2.5 * s.unit, keep=True)
            return (Space(before), band, Space(3 * s.unit))
        case mark:
            assert_never(mark)


def name_line(about: str, fields: tuple[tuple[str, float], ...], s: Setting) -> Blank:
    """What the sheet is at the left; at the right blanks to fill in, each a label and its share of the width."""
    label = s.styles.small.colored(s.theme.palette.muted)
    return Blank(
        tuple((words(text, label), share) for text, share in fields),
        s.theme.palette.hairline,
        lead=words(about, s.styles.overline),
    )


@dataclass(frozen=True, slots=True)
class Opening:
    """What follows the title block, the items of the flow that are left, and how those are set."""

    blocks: tuple[Block, ...]
    rest: tuple[Item, ...]
    setting: Setting


def opening(lesson: Lesson, flow: tuple[Item, ...], s: Setting) -> Opening:
    """The reading column, and beside it as much of terms, people and timeline as it is long enough for.

    What the margin can't hold stands in the flow. Without anything for the margin there is one column."""
    column = s.within(round((s.width - GAP) * MAIN, 2))
    margin = s.within(s.width - GAP - column.width)
    flag, terms, people = (part(lesson, margin) for part in (_flag, _terms, _people))
    timeline = _margin_timeline(flow)
    start = _start(lesson, column)
    choices = [
        (start, (*flag, *terms, *people, *(_timeline(timeline, margin) if timeline else ())), timeline),
        (start, (*flag, *terms, *people), None),
        ((*start, *_people(lesson, column)), (*flag, *terms), None),
        ((*start, *_terms(lesson, column), *_people(lesson, column)), flag, None),
    ]
    for main, side, moved in choices:
        left = tuple(item for item in flow if item.content is not moved)
        found = _beside(main, side, left, column, margin) if side else None
        if found:
            return found
    return Opening((*_flag(lesson, s), *_start(lesson, s), *_terms(lesson, s), *_people(lesson, s)), flow, s)


def _beside(
    start: tuple[Block, ...],
    side: tuple[Block, ...],
    flow: tuple[Item, ...],
    column: Setting,
    margin: Setting,
) -> Opening | None:
    """The first items of the flow beside the margin, just enough of them; None when there aren't."""
    main, goal = list(start), extent(side, margin.width)
    height = extent(start, column.width)
    taken = 0
    while taken < len(flow) and flow[taken].narrow and (height < goal or _after_heading(flow, taken)):
        blocks = set_item(flow[taken], column)
        main += blocks
        height += extent(blocks, column.width)
        taken += 1
    if _after_heading(flow, taken):
        taken -= 1
        height -= extent((main.pop(),), column.width)
    if not main or height + SLACK < goal or goal > LONGEST:
        return None
    share = column.width / (column.width + margin.width)
    columns = Columns(tuple(main), side, share=share, gap=GAP, space_after=2 * margin.unit)
    return Opening((columns,), flow[taken:], replace(column, width=column.width + GAP + margin.width))


def _after_heading(flow: tuple[Item, ...], n: int) -> bool:
    return n > 0 and flow[n - 1].heads


def _start(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """The opening figure and what readers will be able to do."""
    blocks: list[Block] = []
    if lesson.figure:
        blocks.append(figure(lesson.figure, lesson.figure.caption, s))
    if lesson.objectives:
        body = s.styles.body
        lead = words(s.labels.objectives_lead, body)
        above = paragraph(lead, body, keep_with_next=True, space_after=s.unit / 2)
        goals = Group((above, dashes(lesson.objectives, s)), right_indent=s.beside, space_after=2 * s.unit)
        blocks += [heading((Span(s.labels.objectives),), s), goals]
    return tuple(blocks)


def _flag(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """What readers should know before they read."""
    if not (lesson.sensitivity and lesson.sensitivity.flag):
        return ()
    style = s.styles.small
    flag = paragraphs(lesson.sensitivity.flag, style, s.unit, right_indent=s.beside, space_after=s.unit)
    return (*_margin_head(s.labels.content_note, s), *flag)


def _terms(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    return _entries(s.labels.key_terms, [(term.term, term.definition) for term in lesson.terms], s)


def _people(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    return _entries(s.labels.people, [(person.name, person.description) for person in lesson.people], s)


def _timeline(shown: Timeline, s: Setting) -> tuple[Block, ...]:
    head = _margin_head(plain(shown.title) or s.labels.timeline, s)
    return (Need(ROOM * 2), *head, *margin_timeline(shown, s))


def _entries(head: str, entries: list[tuple[Inline, Inline]], s: Setting) -> tuple[Block, ...]:
    """A heading with a hairline above, and what is explained, in bold, before its explanation."""
    if not entries:
        return ()
    style = s.styles.small
    explained = tuple(
        paragraph(
            (*runs(name, style.bold()), *words("\u2009 ", style), *runs(text, style)),
            style,
            right_indent=s.beside,
            space_after=s.unit,
            keep_together=True,
        )
        for name, text in entries
    )
    return (*_margin_head(head, s), *explained)


def _margin_head(text: str, s: Setting) -> tuple[Block, ...]:
    rule = Rule(s.theme.palette.hairline, 0.5, space_before=s.unit, space_after=s.unit)
    return (Need(ROOM), rule, _label(text, s))


def _label(text: str, s: Setting) -> Block:
    """A second-level heading set as an overline."""
    style = s.styles.overline
    return paragraph(
        words(text, style), style, tag="H2", space_after=s.unit / 2, keep_with_next=True, bookmark=text
    )


def _margin_timeline(flow: tuple[Item, ...]) -> Timeline | None:
    """The first timeline, where it stands in the first section and is short enough for the margin."""
    first = flow[1:] if flow and flow[0].heads else flow
    for item in first:
        if item.heads:
            return None
        if isinstance(item.content, Timeline):
            return item.content if len(item.content.events) <= EVENTS else None
    return None
