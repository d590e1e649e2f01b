"""The names of series in a row above a chart, where they have no room at what they name."""

from __future__ import annotations

from builders.figures.chart_frame import LEADING, Frame, Type, widths
from builders.figures.chart_style import bar, look
from builders.figures.drawing import Label, Shape
from builders.figures.ops import tidy
from builders.lesson.charts import Chart
from builders.lesson.model import plain
from builders.theme.tokens import Palette

SWATCH, GAP = 1.5, 1.4
"""The width of a swatch and the space between two names, in ems."""


def key_height(chart: Chart, width: float, type_: Type, size: float) -> float:
    """The height of the row, or rows, in points."""
    return len(_rows(chart, width, type_, size)) * size * LEADING * 1.15 + 0.8 * size


def key(frame: Frame, palette: Palette) -> list[Shape]:
    """Swatches with their names."""
    size, shapes = frame.size, []
    for n, row in enumerate(_rows(frame.chart, frame.width, frame.type, size)):
        baseline = tidy((n * 1.15 + 0.8) * size * LEADING)
        for series, x in row:
            name = plain(frame.chart.series[series].name)
            shapes += bar(
                x, baseline - 0.68 * size, SWATCH * size, 0.7 * size, look(series), palette, size / 3
            )
            start = tidy(x + (SWATCH + 0.5) * size)
            shapes.append(Label(start, baseline, name, frame.type.bold, size, palette.ink))
    return shapes


def _rows(chart: Chart, width: float, type_: Type, size: float) -> list[list[tuple[int, float]]]:
    """In each row the series and where they begin."""
    rows: list[list[tuple[int, float]]] = [[]]
    x = 0.0
    for n, wide in enumerate(widths([plain(one.name) for one in chart.series], type_.bold, size)):
        takes = (SWATCH + 0.5) * size + wide
        if rows[-1] and x + takes > width:
            rows.append([])
            x = 0.0
        rows[-1].append((n, x))
        x += takes + GAP * size
    return rows
