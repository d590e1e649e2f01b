"""A chart and its room in; what is written where, with all its measures, out: what drawing and native chart share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from builders.figures.chart_scale import Scale, present
from builders.lesson.charts import Chart, Series
from builders.lesson.model import plain
from builders.lesson.numbers import format_number
from builders.theme.faces import Face
from builders.theme.measure import advance
from builders.theme.wrap import wrap

LEADING = 1.22
PAD = 0.5
"""Between a bar and the words at it, in ems."""
SPACE = 0.08
"""Between the bars of a group, by their thickness."""
MARGIN = 1.015
"""Widths are sums of advances: what another program may add."""


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a chart: sizes to choose from, the largest first; the thickness of a bar at most and the height of
    what stands upright, in points; whether the chart is another program's to draw, which can't do all that we can."""

    face: Face
    sizes: tuple[float, ...]
    thickest: float
    upright: float
    native: bool

    @property
    def bold(self) -> Face:
        """The face of names."""
        return self.face.with_style(bold=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """A chart, or the part of it that one page or slide holds, as it is drawn in a box of `width` × `height` points.

    The plot is the area between the axes. `names` of series stand at the first bars or the ends of lines ("direct"),
    in a row above ("key"), or nowhere. `values` are printed at bars and points; else the axis has `ticks`. Each
    `every`-th category is named, in `lines` of text. `bar` is the thickness of a bar, `pitch` what a category takes."""

    chart: Chart
    language: str
    type: Type
    size: float
    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    scale: Scale
    lying: bool
    names: Literal["none", "direct", "key"]
    values: bool
    every: int
    bar: float
    pitch: float
    labels: tuple[tuple[str, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    """The numbers in words, by series and category; "" where there is none."""
    column: float = 0.0
    """Where the names of categories at the left end, with bars that lie."""
    edges: bool = False
    """The first and the last category stand at the ends of the plot, as points of lines do."""
    flags: float = 0.0
    """The baseline of the lowest name above bars that stand."""
    dimmed: bool = False
    """Another category, here or on another part, is highlighted."""
    part: tuple[int, int] = (1, 1)

    @property
    def lead(self) -> float:
        """The distance of lines of text."""
        return self.size * LEADING

    @property
    def zero(self) -> float:
        """Where the bars begin: the x, or in an upright chart the y."""
        return self.at(Decimal(0))

    def at(self, value: Decimal) -> float:
        """The x of a value in a chart that lies, the y in one that stands."""
        share = float((value - self.scale.low) / (self.scale.high - self.scale.low))
        return (
            self.left + share * (self.right - self.left)
            if self.lying
            else self.bottom - share * (self.bottom - self.top)
        )

    def middle(self, category: int) -> float:
        """The middle of a category along its axis; points of lines stand at its ends, too."""
        return (self.top if self.lying else self.left) + (
            category + (0.0 if self.edges else 0.5)
        ) * self.pitch


def longest_word(chart: Chart, face: Face, size: float) -> float:
    """The width of the longest word in the names of the categories."""
    words = (word for category in chart.categories for word in plain(category).split(" "))
    return max(advance(word, face, size) for word in words)


def numbers(chart: Chart, language: str) -> tuple[tuple[str, ...], ...]:
    """The numbers in words."""
    return tuple(
        tuple("" if value is None else format_number(value, language) for value in series.values)
        for series in chart.series
    )


def broken(texts: Sequence[str], face: Face, size: float, width: float) -> tuple[tuple[str, ...], ...]:
    """Names in lines no wider than `width`, of like length where they have several."""
    return tuple(tuple(_even(text, face, size, width)) for text in texts)


def _even(text: str, face: Face, size: float, width: float) -> list[str]:
    lines = wrap(text, face, size, width / MARGIN)
    low, high = width * 0.5, width
    while len(lines) > 1 and high - low > size * 0.3:
        middle = (low + high) / 2
        narrower = wrap(text, face, size, middle / MARGIN)
        low, high = (low, middle) if len(narrower) <= len(lines) else (middle, high)
    return wrap(text, face, size, high / MARGIN) if len(lines) > 1 else lines


def widths(texts: Sequence[str], face: Face, size: float) -> list[float]:
    """The widths of lines of text in points."""
    return [advance(text, face, size) * MARGIN for text in texts]


def part_of(chart: Chart, first: int, last: int) -> Chart:
    """The categories from `first` on, up to and without `last`."""
    series = tuple(replace(one, values=one.values[first:last]) for one in chart.series)
    lit = chart.highlight
    inside = lit is not None and first <= lit < last
    return replace(
        chart,
        categories=chart.categories[first:last],
        series=series,
        highlight=lit - first if lit is not None and inside else None,
    )


def named_at(series: Series, first: int = 0) -> int | None:
    """The category at whose bar the name of a series stands: from `first` on, the first that has a number."""
    return next((n for n, value in enumerate(series.values) if n >= first and value is not None), None)


def extent(chart: Chart) -> Scale:
    """From zero to the largest and the smallest number, exactly: for bars whose numbers are printed."""
    values = [Decimal(0), *present(chart)]
    low, high = min(values), max(values)
    return Scale(low, high if high > low else Decimal(1), ())
