"""A chart in, its figure out: what it shows above, caption and source below, in one piece."""

from __future__ import annotations

from dataclasses import replace

from builders.figures.charts import page_charts
from builders.handout.setting import Setting
from builders.handout.text import join, paragraph, runs, words
from builders.lesson.charts import Chart
from builders.lesson.citations import short_cite
from builders.pdf.blocks import Block, Figure, Group, Space

WIDEST = 440.0
"""The width of a chart in points at most."""


def chart(shown: Chart, s: Setting) -> tuple[Block, ...]:
    """The chart; one that is too high for a page in several figures, the words below the last."""
    drawings = page_charts(shown, min(s.width, max(s.prose, WIDEST)), s.theme, s.language)
    below = _below(shown, s)
    figures = [Figure(drawing, drawing.alt, space_after=2 * s.unit) for drawing in drawings]
    figures[-1] = replace(figures[-1], caption=(Space(s.unit), *below) if below else (), space_after=0.0)
    head = _head(shown, s)
    first = Group((*head, figures[0]), keep=True, space_before=2 * s.unit)
    *between, last = (Group((figure,)) for figure in figures[1:]) if len(figures) > 1 else (first,)
    groups = (first, *between, last) if len(figures) > 1 else (first,)
    return (*groups[:-1], replace(groups[-1], space_after=3 * s.unit))


def _head(shown: Chart, s: Setting) -> tuple[Block, ...]:
    """What the chart shows, in bold, and what is counted."""
    style = s.styles.small
    muted = style.colored(s.theme.palette.muted)
    text = join([runs(shown.title, style.bold()), runs(shown.unit, muted)], words("  ·  ", muted))
    return (paragraph(text, style, space_after=1.5 * s.unit, keep_with_next=True),) if text else ()


def _below(shown: Chart, s: Setting) -> tuple[Block, ...]:
    """Caption and source."""
    small, note = s.styles.small, s.styles.caption
    said: list[Block] = []
    if shown.caption:
        said.append(paragraph(runs(shown.caption, small), small, tag="Caption", space_after=s.unit / 2))
    if shown.source:
        lead = words(f"{s.labels.source}{s.labels.colon} ", note)
        said.append(paragraph((*lead, *runs(short_cite(shown.source, s.language), note)), note))
    return tuple(said)
