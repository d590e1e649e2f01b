"""A chart in; its drawings for a page, its frames for slides, and what it says in words, out."""

from __future__ import annotations

from builders.figures.chart_draw import draw
from builders.figures.chart_fit import frames
from builders.figures.chart_frame import Frame, Type, numbers
from builders.figures.drawing import Drawing
from builders.lesson.charts import Chart
from builders.lesson.labels import labels
from builders.lesson.model import plain
from builders.theme.tokens import Theme

SLIDE_SIZES = (20.0, 18.0, 16.0, 15.0, 14.0)
TALLEST, HALF = 470.0, 310.0
"""The height of a chart on a page at most, in points; what is higher is parted so that two parts go on a page."""


def page_charts(chart: Chart, width: float, theme: Theme, language: str) -> tuple[Drawing, ...]:
    """The chart as drawings `width` points wide, several where one would be too high."""
    page = theme.page
    sizes = tuple(dict.fromkeys(max(8.0, size) for size in (page.small[0], page.caption[0], 8.0)))
    type_ = Type(page.label, sizes, 15.0, 150.0, native=False)
    parts = frames(chart, width, TALLEST, type_, language, filled=False)
    if len(parts) > 1:
        parts = frames(chart, width, HALF, type_, language, filled=False)
    return tuple(draw(part, theme.palette, alternative(part.chart, language, chart)) for part in parts)


def slide_charts(chart: Chart, width: float, height: float, theme: Theme, language: str) -> tuple[Frame, ...]:
    """The chart in frames of width × height points, one for each slide."""
    slide = theme.slide
    sizes = tuple(size for size in SLIDE_SIZES if size >= slide.card_floor) or (slide.card_floor,)
    return frames(
        chart, width, height, Type(slide.text, sizes, 72.0, height, native=True), language, filled=True
    )


def alternative(chart: Chart, language: str, whole: Chart | None = None) -> str:
    """The chart in words, for those who don't see it: what it shows, and all its numbers."""
    words = labels(language)
    named = whole or chart
    head = " · ".join(plain(part) for part in (named.title, named.unit, named.subject) if part)
    rows = []
    texts = numbers(chart, language)
    for n, category in enumerate(chart.categories):
        cells = []
        for series, own in zip(chart.series, texts, strict=True):
            value = own[n] or words.no_value
            cells.append(f"{plain(series.name)} {value}" if series.name else value)
        rows.append(f"{plain(category)}{words.colon} {', '.join(cells)}")
    said = f"{words.chart}{words.colon} {head.rstrip('.')}. " if head else f"{words.chart}{words.colon} "
    return f"{said}{'; '.join(rows)}."


__all__ = ["Frame", "alternative", "draw", "page_charts", "slide_charts"]
