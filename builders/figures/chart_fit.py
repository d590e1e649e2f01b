"""A chart and its room in, the frames in which it is readable out."""

from __future__ import annotations

from functools import lru_cache

from builders.figures.chart_frame import Frame, Type, longest_word
from builders.figures.chart_lying import lying
from builders.figures.chart_upright import upright
from builders.lesson.charts import Chart, ChartKind
from builders.lesson.model import plain
from builders.theme.measure import advance


@lru_cache(maxsize=64)
def frames(
    chart: Chart, width: float, height: float, type_: Type, language: str, *, filled: bool
) -> tuple[Frame, ...]:
    """The chart in boxes of `width` × `height` points at most, as large as is readable, on as few as can be. A box is
    `filled` to its height (a slide), or the chart is as high as it needs to be (a page)."""
    set_ = upright if chart.kind is ChartKind.LINE or _stands(chart, width, type_) else lying
    found = [set_(chart, width, height, type_, size, language, filled) for size in type_.sizes]
    return min(
        found,
        key=lambda frames: (len(frames), not frames[0].values, frames[0].names == "key", -frames[0].size),
    )


def _stands(chart: Chart, width: float, type_: Type) -> bool:
    """Bars stand for what follows in time, when the dates have room below them."""
    if not chart.dated:
        return False
    if all(plain(category).isdigit() for category in chart.categories):
        return True
    size = type_.sizes[-1]
    slot = width * 0.95 / len(chart.categories) - 0.5 * size
    widest = max(advance(plain(category), type_.face, size) for category in chart.categories)
    return widest <= slot * 1.9 and longest_word(chart, type_.face, size) <= slot
