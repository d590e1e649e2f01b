"""A lesson in, the plans of its student handout and its teacher's edition out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from builders.handout.answers import cut
from builders.handout.close import closing
from builders.handout.extent import extent
from builders.handout.flow import items, set_item
from builders.handout.front import title_block
from builders.handout.opening import noted, only_reading, opening
from builders.handout.page import furniture, measure, metadata, page_setup
from builders.handout.setting import Setting, setting
from builders.handout.student import for_students
from builders.handout.tpages import teachers_pages
from builders.lesson.model import Lesson, Paper
from builders.pdf.blocks import Block, PageBreak, Plan
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
    blocks: list[Block] = [*title, *first.blocks]
    for item in first.rest:
        blocks += set_item(item, s)
    return (*blocks, *closing(lesson, s))
