"""Charts in, slides with native charts out: continued on further slides where one would be too small to read."""

from __future__ import annotations

from dataclasses import replace

from builders.deck.draft import Context, Draft, bounded, cut_short, numbered
from builders.deck.runs import Runs, joined, plain_runs
from builders.deck.slides import Box, ChartShape, Paragraph, Shape
from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.figures.charts import alternative, slide_charts
from builders.lesson.charts import Chart
from builders.lesson.citations import short_cite

GAP = 10.0
FEW_SLIDES = 3
"""The slides that a chart may take before one is told."""


def chart_drafts(context: Context, chart: Chart, title: Runs, apart: Runs) -> list[Draft]:
    """What the chart shows above it, the chart, caption and source below it."""
    body = context.holder("points", "body").box
    about = _about(context, chart, title)
    note = _note(context, chart)
    top = context.holder("chart", "about").box
    below = context.holder("chart", "note").box
    start = top.bottom + GAP if about else top.y + GAP
    end = below.y - GAP if note else body.bottom
    box = Box(body.x, start, body.width, end - start)
    frames = slide_charts(chart, box.width, box.height, context.theme, context.language)
    drafts = []
    for frame in frames:
        shapes: list[Shape] = []
        problems: tuple[Diagnostic, ...] = _many(context, chart, len(frames)) if frame.part[0] == 1 else ()
        notes: tuple[Paragraph, ...] = ()
        if about:
            text, short = bounded(context, "chart", "about", (Paragraph(about),))
            shapes.append(text)
            if short:
                problem = cut_short(context, (*chart.loc, "title"), "title")
                problems, notes = (*problems, problem), (Paragraph(about),)
        placed = replace(box, height=frame.height)
        shapes.append(ChartShape("chart", placed, frame, alternative(frame.chart, context.language, chart)))
        if note:
            text, short = bounded(context, "chart", "note", (Paragraph(note),))
            shapes.append(text)
            if short:
                problem = cut_short(context, (*chart.loc, "caption"), "caption")
                problems, notes = (*problems, problem), (*notes, Paragraph(note))
        drafts.append(
            Draft("chart", title, chart.loc, tuple(shapes), apart=apart, problems=problems, notes=notes)
        )
    return numbered(drafts)


def _many(context: Context, chart: Chart, count: int) -> tuple[Diagnostic, ...]:
    """What is said of a chart that takes more slides than a class will follow."""
    if count <= FEW_SLIDES:
        return ()
    message = f"this chart takes {count} slides, so that a class can read its names"
    cure = "take rows together, leave columns out, or show the rest in a chart of its own"
    place = Place(context.file, chart.loc)
    return (Diagnostic("many-slides", Severity.NOTE, message, place, (Hint(cure),)),)


def _about(context: Context, chart: Chart, title: Runs) -> Runs:
    """The chart's own title, unless the slide has it, and what is counted."""
    own = context.runs(chart.title, bold=True, ink="ink")
    told = plain_runs(own) == plain_runs(title)
    return joined((() if told else own, context.runs(chart.unit)), " · ", context.language)


def _note(context: Context, chart: Chart) -> Runs:
    cited = context.runs(short_cite(chart.source, context.language)) if chart.source else ()
    return joined((context.runs(chart.caption), cited), " · ", context.language)
