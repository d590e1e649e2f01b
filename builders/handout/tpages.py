"""A lesson in, the teacher's own pages out: everything that students don't get, in the order it is needed."""

from __future__ import annotations

from itertools import accumulate

from builders.handout.key import quiz_key
from builders.handout.models import model_answers, rubrics
from builders.handout.parts import part, prose_of, subpart
from builders.handout.setting import Setting
from builders.handout.tables import plain_table
from builders.handout.text import paragraph, runs, words
from builders.lesson.model import Lesson, Notes, Prose, Section, Step
from builders.pdf.blocks import Block


def teachers_pages(lesson: Lesson, cut: frozenset[str], s: Setting) -> tuple[Block, ...]:
    """The blocks of T1, T2 …; `cut` names the answers that the pages before don't hold whole."""
    return (
        *_title(lesson, s),
        *(_told(s.labels.prepare, lesson.sensitivity.prepare, s) if lesson.sensitivity else ()),
        *_timing(lesson, s),
        *_standards(lesson, s),
        *_misconceptions(lesson, s),
        *_notes(lesson, s),
        *rubrics(lesson, s),
        *model_answers(lesson, cut, s),
        *(_told(s.labels.alternative, lesson.sensitivity.alternative, s) if lesson.sensitivity else ()),
        *quiz_key(lesson, s),
    )


def _title(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    style = s.styles.title
    return (
        paragraph(runs(lesson.title, s.styles.overline), s.styles.overline),
        paragraph(
            words(s.labels.teacher_notes, style),
            style,
            tag="H2",
            space_after=2 * s.unit,
            bookmark=s.labels.teacher_notes,
            anchor="teacher",
        ),
    )


def _told(title: str, prose: Prose, s: Setting) -> tuple[Block, ...]:
    return (part(title, s), prose_of(prose, s)) if prose else ()


def _timing(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """The steps with their minutes and the clock; without steps, the sections that say how long they take."""
    steps = lesson.timing or tuple(
        Step(section.minutes, section.heading, section.loc) for section in lesson.sections if section.minutes
    )
    if not steps:
        return ()
    small, bold = s.styles.small, s.styles.small.bold()
    ends = list(accumulate(step.minutes for step in steps))
    rows: list[tuple[tuple[Block, ...], ...]] = [
        (
            (paragraph(words(s.labels.minutes_short.format(n=step.minutes), bold), bold),),
            (paragraph(words(f"{end - step.minutes}–{end}", small), small),),
            (paragraph(runs(step.text, small), small),),
        )
        for step, end in zip(steps, ends, strict=True)
    ]
    rows.append(
        (
            (paragraph(words(s.labels.minutes_short.format(n=ends[-1]), bold), bold),),
            (),
            (paragraph(words(s.labels.total, bold), bold),),
        )
    )
    heads = (s.labels.timing, "", s.labels.step)
    return (part(s.labels.timing, s), plain_table(heads, tuple(rows), (0.12, 0.12, 0.76), s))


def _standards(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    body = s.styles.body
    text = words(" · ".join(lesson.standards), body)
    return (part(s.labels.standards, s), paragraph(text, body)) if text else ()


def _misconceptions(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    if not lesson.misconceptions:
        return ()
    small = s.styles.small
    rows = tuple(
        (
            (paragraph(runs(one.misconception, small.bold()), small),),
            (paragraph(runs(one.answer, small), small),),
        )
        for one in lesson.misconceptions
    )
    heads = (s.labels.students_say, s.labels.you_say)
    return (part(s.labels.misconceptions, s), plain_table(heads, rows, (0.36, 0.64), s))


def _notes(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    by_section = [block for section in lesson.sections for block in _section_notes(section, s)]
    if not (lesson.notes or by_section):
        return ()
    first = (prose_of(lesson.notes, s),) if lesson.notes else ()
    return (part(s.labels.notes, s), *first, *by_section)


def _section_notes(section: Section, s: Setting) -> tuple[Block, ...]:
    inner = tuple(text for block in section.blocks if isinstance(block, Notes) for text in block.prose)
    prose = (*section.notes, *inner)
    if not prose:
        return ()
    minutes = s.labels.minutes_short.format(n=section.minutes) if section.minutes else ""
    return (subpart(section.heading, minutes, s), prose_of(prose, s))
