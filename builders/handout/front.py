"""The first lines of a sheet: name line, title, essential question and the accent rule."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from builders.handout.setting import Setting
from builders.handout.text import paragraph, runs, words
from builders.lesson.model import Lesson, plain
from builders.pdf.blocks import Blank, Block, Group, Paragraph, Rule, Space


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
    question = paragraph(runs(lesson.essential_question, style), style, space_before=s.unit / 2, even=True)
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
