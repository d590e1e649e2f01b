"""A chart in, its figure out: what it shows above, caption and source in the margin or below, in one piece."""

from __future__ import annotations

from dataclasses import replace

from builders.figures.charts import page_charts
from builders.handout.margin import beside
from builders.handout.setting import Setting
from builders.handout.text import join, paragraph, runs, words
from builders.lesson.charts import Chart
from builders.lesson.citations import short_cite
from builders.pdf.blocks import Block, Figure, Group, Paragraph, Space

WIDEST = 440.0
"""The width of a chart in points at most."""


def chart(shown: Chart, s: Setting) -> tuple[Block, ...]:
    """The chart, its caption and source in the margin or below; one that is too high for a page in several figures."""
    words, head = _words(shown, s), _head(shown, s)
    wide = s.column.width if s.margined else min(s.width, max(s.prose, WIDEST))
    figures = [Figure(one, one.alt) for one in page_charts(shown, wide, s.theme, s.language)]
    if s.margined and words:
        said = Group(tuple(replace(one, tag="P") for one in words), tag="Caption")
        first = Group(beside((*head, figures[0]), ((said,),), s), tag="Div")
    else:
        if words:
            figures[-1] = replace(figures[-1], caption=(Space(s.unit), *words))
        first = Group((*head, figures[0]), keep=True)
    groups = [first, *(Group((figure,), space_before=2 * s.unit) for figure in figures[1:])]
    groups[0] = replace(groups[0], space_before=2 * s.unit)
    groups[-1] = replace(groups[-1], space_after=3 * s.unit)
    return tuple(groups)


def _head(shown: Chart, s: Setting) -> tuple[Block, ...]:
    """What the chart shows, in bold, and what is counted."""
    style = s.styles.small
    muted = style.colored(s.theme.palette.muted)
    text = join([runs(shown.title, style.bold()), runs(shown.unit, muted)], words("  ·  ", muted))
    return (paragraph(text, style, space_after=1.5 * s.unit, keep_with_next=True),) if text else ()


def _words(shown: Chart, s: Setting) -> tuple[Paragraph, ...]:
    """Caption and source."""
    small, note = s.styles.small, s.styles.caption
    said: list[Paragraph] = []
    if shown.caption:
        said.append(paragraph(runs(shown.caption, small), small, tag="Caption", space_after=s.unit / 2))
    if shown.source:
        lead = words(f"{s.labels.source}{s.labels.colon} ", note)
        said.append(paragraph((*lead, *runs(short_cite(shown.source, s.language), note)), note))
    return tuple(said)
