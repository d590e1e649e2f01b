"""A lesson in, the plans of its student handout and its teacher's edition out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from builders.handout.answers import cut
from builders.handout.close import closing
from builders.handout.extent import extent
from builders.handout.flow import Item, items, set_item
from builders.handout.front import title_block
from builders.handout.opening import noted, only_reading, opening
from builders.handout.page import furniture, measure, metadata, page_setup
from builders.handout.setting import Setting, setting
from builders.handout.student import for_students
from builders.handout.tpages import teachers_pages
from builders.lesson.model import Chart, ImageBlock, Lesson, Paper, Question
from builders.pdf.blocks import Block, Group, PageBreak, Plan
from builders.theme.tokens import Theme


def handout(lesson: Lesson, theme: Theme, paper: Paper) -> Plan:
    """The student's handout. Nothing that only the teacher may see is in it."""
    return _plan(for_students(lesson), theme, paper, {}, teacher=False)


def teacher(lesson: Lesson, theme: Theme, paper: Paper, see: Mapping[str, str] | None = None) -> Plan:
    """The teacher's edition: the student's pages filled in, then T1, T2 … with all that only the teacher has.

    `see` gives the page label of each anchor, from a first rendering; answers that are cut refer to it. Nothing
    else depends on it: room for the widest label is always kept."""
    return _plan(lesson, theme, paper, see or {}, teacher=True)


def _plan(lesson: Lesson, theme: Theme, paper: Paper, see: Mapping[str, str], *, teacher: bool) -> Plan:
    setup = page_setup(paper, theme, reading=only_reading(lesson))
    s = setting(theme, lesson.language, measure(setup), see)
    edition = s.labels.teacher_edition if teacher else s.labels.student_edition
    blocks = _pages(lesson, s, setup.height - setup.top - setup.bottom)
    own = teachers_pages(lesson, cut(blocks), s) if teacher else ()
    if own:
        blocks += (PageBreak(series="T"), *own)
    return Plan(
        setup,
        metadata(lesson, edition),
        furniture(lesson, s, edition, mark=edition if teacher else ""),
        blocks,
    )


def _pages(lesson: Lesson, s: Setting, height: float) -> tuple[Block, ...]:
    """The pages that students and teachers share; the text of a page is `height` high."""
    s = replace(s, noted=noted(lesson))
    title = title_block(lesson, s)
    first = opening(lesson, items(lesson), s, height - extent(title, s.width))
    return (*title, *first.blocks, *_flow(first.rest, s), *closing(lesson, s))


def _flow(flow: tuple[Item, ...], s: Setting) -> Iterator[Block]:
    """Items in blocks; a figure stands on one page with the question that is asked just after it."""
    shown: tuple[Block, ...] = ()
    for item, after in zip_longest(flow, flow[1:]):
        own = set_item(item, s)
        if isinstance(item.content, ImageBlock | Chart) and after and isinstance(after.content, Question):
            shown += own
            continue
        yield from (Group((*shown, *own), gather=True),) if shown else own
        shown = ()
