"""Bars that lie, for categories with names in words: their measures, as many to a part as its height holds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from builders.figures.chart_frame import (
    LEADING,
    PAD,
    SPACE,
    Frame,
    Type,
    broken,
    extent,
    named_at,
    numbers,
    part_of,
    widths,
)
from builders.figures.chart_key import key_height
from builders.figures.chart_scale import Scale
from builders.lesson.charts import Chart
from builders.lesson.model import plain

NAMES = 0.4
"""The share of the width that the names of the categories take at most."""
THINNEST = 1.15
"""The thickness of a bar with its number beside it at least, in ems."""
NAMED = 0.34
"""The share of the width that the name of a series takes at most where it stands beside a bar."""


def lying(
    chart: Chart, width: float, height: float, type_: Type, size: float, language: str, filled: bool
) -> tuple[Frame, ...]:
    """The frames, all of one scale."""
    face, count = type_.face, len(chart.series)
    labels = broken([plain(one) for one in chart.categories], face, size, width * NAMES)
    lines = max(len(one) for one in labels)
    column = max(max(widths(one, type_.bold, size)) for one in labels) + 0.8 * size
    names = _names(chart, width, type_, size)
    key = key_height(chart, width, type_, size) if names == "key" else 0.0
    room = height - key

    def pitch(bar: float) -> float:
        group = bar * (count + SPACE * (count - 1))
        return max(group, lines * size * LEADING) + bar * (0.75 if count == 1 else 0.95)

    thinnest, thickest = (
        THINNEST * size,
        max(THINNEST * size, type_.thickest / (1 if count == 1 else count**0.4)),
    )
    whole = pitch(thickest) * len(labels)
    if not filled or whole <= room:
        bar = thickest if whole <= room else thinnest
    else:
        bar = thinnest
        for step in range(21):
            thicker = thinnest + (thickest - thinnest) * step / 20
            bar = thicker if pitch(thicker) * len(labels) <= room else bar
    most = max(1, int(room / pitch(bar)))
    parts = -(-len(labels) // most)
    texts = numbers(chart, language)
    cuts = [round(n * len(labels) / parts) for n in range(parts + 1)]
    firsts = cuts[:-1] if names == "direct" else []
    left, right, scale = _measure(chart, texts, column, width, type_, size, firsts)
    return tuple(
        Frame(
            part_of(chart, first, last), language, type_, size, width, key + (last - first) * pitch(bar),
            left, key, right, key + (last - first) * pitch(bar), scale, True, names, True, 1, bar, pitch(bar),
            labels[first:last], tuple(one[first:last] for one in texts), column - 0.8 * size,
            dimmed=chart.highlight is not None, part=(n, parts),
        )
        for n, (first, last) in enumerate(pairwise(cuts), 1)
    )  # fmt: skip


def _names(chart: Chart, width: float, type_: Type, size: float) -> Literal["none", "direct", "key"]:
    if not any(one.name for one in chart.series):
        return "none"
    widest = max(widths([plain(one.name) for one in chart.series], type_.bold, size))
    negative = any(value is not None and value < 0 for one in chart.series for value in one.values)
    return "key" if widest > width * NAMED or negative else "direct"


def _measure(
    chart: Chart,
    texts: Sequence[Sequence[str]],
    column: float,
    width: float,
    type_: Type,
    size: float,
    firsts: Sequence[int],
) -> tuple[float, float, Scale]:
    """The left and the right end of the plot, and its scale: the longest bar as long as words beside bars allow. The
    names of series stand at the first bars of each part, which begins at one of `firsts`."""
    scale = extent(chart)
    behind: list[tuple[Decimal, float]] = [(scale.high, 0.0)]
    before: list[tuple[Decimal, float]] = [(scale.low, 0.0)]
    for n, series in enumerate(chart.series):
        words = widths(texts[n], type_.bold, size)
        named = {named_at(series, first) for first in firsts if series.name}
        for category, (value, wide) in enumerate(zip(series.values, words, strict=True)):
            if value is None:
                continue
            if category in named:
                wide += widths([plain(series.name)], type_.bold, size)[0] + size
            (before if value < 0 else behind).append((value, wide + PAD * size))
    free, low, high = width - column, 0.0, (width - column) / float(scale.high - scale.low)
    for _ in range(50):
        middle = (low + high) / 2
        needs = [max(abs(float(value)) * middle + wide for value, wide in side) for side in (before, behind)]
        low, high = (middle, high) if sum(needs) <= free else (low, middle)
    start = column + max(abs(float(value)) * low + wide for value, wide in before)
    return start + float(scale.low) * low, start + float(scale.high) * low, scale
