"""A lesson in, the teacher's own pages out: everything that students don't get, in the order it is needed."""

from __future__ import annotations

from itertools import accumulate

from builders.figures.timeline_entries import entries
from builders.handout.key import quiz_key
from builders.handout.models import model_answers, rubrics
from builders.handout.parts import GAP, NAMES, named, part, prose, told
from builders.handout.setting import Setting
from builders.handout.tables import plain_table, whole
from builders.handout.text import apart, paragraph, runs, words
from builders.lesson.citations import short_cite
from builders.lesson.model import Lesson, Notes, Prose, Section, Span, Step, Timeline
from builders.lesson.spans import sentence
from builders.pdf.blocks import Block, Paragraph


def teachers_pages(lesson: Lesson, cut: frozenset[str], s: Setting) -> tuple[Block, ...]:
    """The blocks of T1, T2 …; `cut` names the answers that the pages before don't hold whole."""
    parts = (
        *(_told(s.labels.prepare, lesson.sensitivity.prepare, s) if lesson.sensitivity else ()),
        *_timing(lesson, s),
        *_standards(lesson, s),
        *_misconceptions(lesson, s),
        *_notes(lesson, s),
        *_sources(lesson, s),
        *rubrics(lesson, s),
        *model_answers(lesson, cut, s),
        *(_told(s.labels.alternative, lesson.sensitivity.alternative, s) if lesson.sensitivity else ()),
        *quiz_key(lesson, s),
    )
    return (*_title(lesson, s), *parts) if parts else ()


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


def _told(title: str, text: Prose, s: Setting) -> tuple[Block, ...]:
    return (part(title, s), *told(text, s)) if text else ()


def _timing(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """The steps with their minutes and the clock; without steps, the sections that say how long they take."""
    steps = lesson.timing or tuple(
        Step(section.minutes, section.heading, section.loc) for section in lesson.sections if section.minutes
    )
    if not steps:
        return ()
    small, bold = s.styles.small, s.styles.small.bold()
    ends = list(accumulate(step.minutes for step in steps))
    rows = [
        (
            (_minutes(step.minutes, f"{end - step.minutes}–{end}", s),),
            (paragraph(runs(step.text, small), small),),
        )
        for step, end in zip(steps, ends, strict=True)
    ]
    rows.append(((_minutes(ends[-1], "", s),), (paragraph(words(s.labels.total, bold), bold),)))
    heads = (s.labels.duration, s.labels.step)
    share = (NAMES + GAP - s.unit) / s.width
    return (part(s.labels.timing, s), whole(plain_table(heads, tuple(rows), (share, 1 - share), s), s))


def _minutes(minutes: int, clock: str, s: Setting) -> Paragraph:
    """How long a step takes, and from when to when."""
    bold, muted = s.styles.small.bold(), s.styles.small.colored(s.theme.palette.muted)
    length = words(s.labels.minutes_short.format(n=minutes), bold)
    return paragraph((*length, *((*apart(muted), *words(clock, muted)) if clock else ())), bold)


def _standards(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    listed = tuple((Span(one),) for one in lesson.standards)
    return (part(s.labels.standards, s), *told(listed, s)) if listed else ()


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
    return (part(s.labels.notes, s), *told(lesson.notes, s), *by_section)


def _section_notes(section: Section, s: Setting) -> tuple[Block, ...]:
    inner = tuple(text for block in section.blocks if isinstance(block, Notes) for text in block.prose)
    texts = (*section.notes, *inner)
    if not texts:
        return ()
    minutes = s.labels.minutes_short.format(n=section.minutes) if section.minutes else ""
    return (named(section.heading, minutes, prose(texts, s), s),)


def _sources(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """Where the events of each timeline are taken from, by source."""
    blocks = [
        block
        for section in lesson.sections
        for block in section.blocks
        if isinstance(block, Timeline) and any(event.source for event in block.events)
    ]
    return (part(s.labels.sources, s), *(_timeline_sources(block, s) for block in blocks)) if blocks else ()


def _timeline_sources(shown: Timeline, s: Setting) -> Block:
    small = s.styles.small
    muted = small.colored(s.theme.palette.muted)
    listed = entries(shown.events, s.language)
    named_sources = {entry.source.id: entry.source for entry in listed if entry.source}
    lines = []
    for source in named_sources.values():
        dates = ", ".join(entry.date_label for entry in listed if entry.source == source)
        cited = runs(sentence(short_cite(source, s.language)), small)
        lines.append(paragraph((*cited, *apart(muted), *words(dates, muted)), small, space_after=s.unit / 2))
    return named(shown.title or (Span(s.labels.timeline),), "", tuple(lines), s)
