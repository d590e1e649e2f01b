"""A chart in; its drawings for a page, its frames for slides, and what it says in words, out."""

from __future__ import annotations

from dataclasses import replace

from builders.figures.chart_draw import draw
from builders.figures.chart_fit import frames
from builders.figures.chart_frame import LEADING, MARGIN, Frame, Type, numbers
from builders.figures.drawing import Drawing, Label
from builders.figures.looks import Look
from builders.figures.ops import on_night, placed, tidy
from builders.lesson.charts import Chart
from builders.lesson.labels import labels
from builders.lesson.model import plain
from builders.theme.tokens import Palette, Theme
from builders.theme.wrap import wrap

SLIDE_SIZES = (20.0, 18.0, 16.0, 15.0, 14.0)
TALLEST, HALF = 470.0, 310.0
"""The height of a chart on a page at most, in points; what is higher is parted so that two parts go on a page."""


def page_charts(chart: Chart, width: float, theme: Theme, language: str) -> tuple[Drawing, ...]:
    """The chart as drawings `width` points wide, several where one would be too high."""
    type_ = _page_type(theme)
    parts = frames(chart, width, TALLEST, type_, language, filled=False)
    if len(parts) > 1:
        parts = frames(chart, width, HALF, type_, language, filled=False)
    return tuple(draw(part, theme.palette, alternative(part.chart, language, chart)) for part in parts)


def chart_drawing(chart: Chart, width: float, height: float, look: Look) -> Drawing:
    """The chart as a picture in a box of `width` × `height` points, below what it shows and what is counted; one that
    has more than the box can show is higher."""
    theme, language = look.theme, look.language
    page = look.medium == "page"
    type_ = _page_type(theme) if page else replace(_slide_type(theme, height), native=False)
    palette = theme.palette
    head = _head(chart, width, type_, palette)
    top = head[-1].y + 1.2 * type_.sizes[0] if head else 0.0
    room = max(height - top, height / 2)
    [frame] = frames(chart, width, room, type_, language, filled=not page)[:1]
    if frame.part[1] > 1:
        [frame] = frames(chart, width, 1e6, type_, language, filled=False)
    drawn = draw(frame, palette, alternative(chart, language))
    shapes = (*head, *(placed(shape, 1.0, 0.0, top) for shape in drawn.shapes))
    whole = replace(drawn, height=tidy(drawn.height + top), shapes=shapes)
    return on_night(whole, palette) if look.medium == "night" else whole


def _head(chart: Chart, width: float, type_: Type, palette: Palette) -> list[Label]:
    """The title in bold and the unit, each in lines of its own."""
    size = type_.sizes[0]
    lines = [
        (line, face, color)
        for text, face, color in (
            (plain(chart.title), type_.bold, palette.ink),
            (plain(chart.unit), type_.face, palette.muted),
        )
        if text
        for line in wrap(text, face, size, width / MARGIN)
    ]
    return [
        Label(0.0, tidy((n * LEADING + 0.9) * size), line, face, size, color)
        for n, (line, face, color) in enumerate(lines)
    ]


def slide_charts(chart: Chart, width: float, height: float, theme: Theme, language: str) -> tuple[Frame, ...]:
    """The chart in frames of width × height points, one for each slide."""
    return frames(chart, width, height, _slide_type(theme, height), language, filled=True)


def _page_type(theme: Theme) -> Type:
    page = theme.page
    sizes = tuple(dict.fromkeys(max(8.0, size) for size in (page.small[0], page.caption[0], 8.0)))
    return Type(page.label, sizes, 15.0, 150.0, native=False)


def _slide_type(theme: Theme, height: float) -> Type:
    slide = theme.slide
    sizes = tuple(size for size in SLIDE_SIZES if size >= slide.card_floor) or (slide.card_floor,)
    return Type(slide.text, sizes, 72.0, height, native=True)


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


__all__ = ["Frame", "alternative", "chart_drawing", "draw", "page_charts", "slide_charts"]
