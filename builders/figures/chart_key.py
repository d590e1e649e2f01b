"""The names of series in a row above a chart, where they have no room at what they name."""

from __future__ import annotations

from dataclasses import dataclass

from builders.figures.chart_frame import LEADING, Frame, Type, broken, widths
from builders.figures.chart_style import bar, look
from builders.figures.drawing import Label, Shape
from builders.figures.ops import tidy
from builders.lesson.charts import Chart
from builders.lesson.model import plain
from builders.theme.tokens import Palette

SWATCH, GAP = 2.0, 1.4
"""What a swatch takes, and the space between two names, in ems."""
PITCH = LEADING * 1.15


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name in lines, where it begins, and the line of the key on which its first stands."""

    series: int
    x: float
    row: int
    lines: tuple[str, ...]


def key_height(chart: Chart, width: float, type_: Type, size: float) -> float:
    """The height of the key in points, with the space below it."""
    entries = _entries(chart, width, type_, size)
    return max(entry.row + len(entry.lines) for entry in entries) * size * PITCH + 0.8 * size


def key(frame: Frame, palette: Palette) -> list[Shape]:
    """Swatches with their names."""
    size = frame.size
    shapes: list[Shape] = []
    for entry in _entries(frame.chart, frame.width, frame.type, size):
        first = (entry.row + 0.7) * size * PITCH
        style = look(entry.series)
        shapes += bar(entry.x, first - 0.68 * size, 1.5 * size, 0.7 * size, style, palette, size / 3)
        for n, text in enumerate(entry.lines):
            x, y = tidy(entry.x + SWATCH * size), tidy(first + n * size * PITCH)
            shapes.append(Label(x, y, text, frame.type.bold, size, palette.ink))
    return shapes


def _entries(chart: Chart, width: float, type_: Type, size: float) -> list[_Entry]:
    """The names side by side, as many as a row holds; one that is longer than a row has lines of its own."""
    entries: list[_Entry] = []
    x, row = 0.0, 0
    names = broken([plain(one.name) for one in chart.series], type_.bold, size, width - SWATCH * size)
    for series, lines in enumerate(names):
        takes = SWATCH * size + max(widths(lines, type_.bold, size))
        if x and (x + takes > width or len(lines) > 1):
            x, row = 0.0, row + 1
        entries.append(_Entry(series, x, row, lines))
        x += takes + GAP * size
        if len(lines) > 1:
            x, row = 0.0, row + len(lines)
    return entries
