"""Charts that stand, for what goes on through time: bars from the ground, or lines; their measures in one part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from builders.figures.chart_frame import LEADING, SPACE, Frame, Type, broken, extent, numbers, widths
from builders.figures.chart_key import key_height
from builders.figures.chart_scale import Scale, scale
from builders.lesson.charts import Chart, ChartKind
from builders.lesson.model import plain
from builders.lesson.numbers import format_number

GROUP = 0.66
"""The share of a category's width that its bars take."""
FEW = 12
"""Points of a line whose numbers are printed."""
ENDS = 0.26
"""The share of the width that names at the ends of lines take at most."""


def upright(
    chart: Chart, width: float, height: float, type_: Type, size: float, language: str, filled: bool
) -> tuple[Frame, ...]:
    """The frame."""
    bars, slots = chart.kind is ChartKind.BAR, len(chart.categories)
    texts = numbers(chart, language)
    names = _names(chart, texts, width, type_, size)
    group = len(chart.series) + SPACE * (len(chart.series) - 1)

    def measures(room: float) -> tuple[float, float]:
        """What a category takes of the room, and the thickness of a bar."""
        slot = min(room / slots, type_.thickest * 1.6 * group / GROUP) if bars else room / slots
        return slot, min(slot * GROUP / group, type_.thickest * 1.6) if bars else 0.0

    widest = max(max(widths(one, type_.bold, size)) for one in texts)
    values = _has_room(chart, widest, *measures(width), size)
    axis = extent(chart) if values and bars else scale(chart)
    left = 0.0 if values else max(widths(_ticks(axis, language), type_.face, size)) + 0.7 * size
    ends = (
        0.0 if bars or (values and names == "none") else _ends(chart, texts, type_, size, names == "direct")
    )
    slot, bar = measures(width - left - ends)
    values = values and _has_room(chart, widest, slot, bar, size)
    every, labels = _labels(chart, slot, type_, size)
    key = key_height(chart, width, type_, size) if names == "key" else 0.0
    head = key + (size * LEADING if values else 0.6 * size)
    below = any(value is not None and value < 0 for one in chart.series for value in one.values)
    foot = max(len(one) for one in labels) * size * LEADING + (1.7 if values and below else 0.5) * size
    tall = height if filled else min(height, head + type_.upright + foot)
    frame = Frame(
        chart, language, type_, size, width, tall, left, head, left + slot * slots, tall - foot, axis, False, names,
        values, every, bar, slot, labels, texts, dimmed=chart.highlight is not None,
    )  # fmt: skip
    return (_flagged(frame, filled) if names == "direct" and bars else frame,)


def _names(
    chart: Chart, texts: Sequence[Sequence[str]], width: float, type_: Type, size: float
) -> Literal["none", "direct", "key"]:
    if not any(one.name for one in chart.series):
        return "none"
    if chart.kind is ChartKind.BAR:
        wide = max(widths([plain(one.name) for one in chart.series], type_.bold, size))
        return "direct" if type_.flags and wide < width * 0.4 else "key"
    return "direct" if _ends(chart, texts, type_, size, True) <= width * ENDS + 4 * size else "key"


def _flagged(frame: Frame, filled: bool) -> Frame:
    """The frame with room for the names above the first group, which hang as low as the bars below them allow."""
    size, count = frame.size, len(frame.chart.series)
    thick = frame.bar * (1 + SPACE)
    first = frame.middle(0) - (count - 1) / 2 * thick
    flags = [
        first + s * thick + 0.35 * size + width
        for s, width in enumerate(
            widths([plain(one.name) for one in frame.chart.series], frame.type.bold, size)
        )
    ]
    if max(flags) > frame.width:
        return replace(
            frame, names="key", top=frame.top + key_height(frame.chart, frame.width, frame.type, size)
        )
    under = [
        value
        for n in range(len(frame.chart.categories))
        for s, series in enumerate(frame.chart.series)
        if (value := series.values[n]) is not None
        and frame.middle(n) + ((s - count / 2) * thick) <= max(flags)
    ]
    clear = (frame.lead if frame.values else 0.0) + 0.7 * size
    band = (count - 1) * frame.lead * 1.1 + size + clear
    highest = frame.at(max([*under, Decimal(0)]))
    lower = max(0.0, band - (highest - frame.top) - (clear - 0.7 * size))
    if filled:
        placed = replace(frame, top=frame.top + lower)
    else:
        placed = replace(
            frame, top=frame.top + lower, bottom=frame.bottom + lower, height=frame.height + lower
        )
    return replace(placed, flags=placed.at(max([*under, Decimal(0)])) - clear)


def _ticks(axis: Scale, language: str) -> list[str]:
    return [format_number(tick, language) for tick in axis.ticks]


def _has_room(chart: Chart, widest: float, slot: float, bar: float, size: float) -> bool:
    """Whether every number can stand at its bar or point."""
    if chart.kind is ChartKind.LINE:
        return len(chart.series) == 1 and len(chart.categories) <= FEW and widest <= slot - 0.4 * size
    if len(chart.series) == 1:
        return widest <= slot - 0.3 * size
    return widest <= bar * (1 + SPACE) - 0.2 * size


def _ends(chart: Chart, texts: Sequence[Sequence[str]], type_: Type, size: float, named: bool) -> float:
    """What the last numbers, and the names before them, take at the right of lines."""
    wide = [0.0]
    for series, words in zip(chart.series, texts, strict=True):
        name = plain(series.name) if named else ""
        wide += widths([f"{name} {words[at]}".strip() for at in _last(series.values)], type_.bold, size)
    return max(wide) + 0.8 * size


def _last(values: tuple[Decimal | None, ...]) -> list[int]:
    return [n for n, value in enumerate(values) if value is not None][-1:]


def _labels(chart: Chart, slot: float, type_: Type, size: float) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """Every how manieth category is named, and the names in lines."""
    names = [plain(one) for one in chart.categories]
    whole = max(widths(names, type_.bold, size))
    if whole <= slot - 0.3 * size:
        return 1, tuple((name,) for name in names)
    words = max(widths([word for name in names for word in name.split(" ")], type_.bold, size))
    lines = broken(names, type_.bold, size, max(slot - 0.4 * size, 1.0))
    if words <= slot - 0.4 * size and max(len(one) for one in lines) <= 3:
        return 1, lines
    return max(1, int(-(-(whole + 0.6 * size) // slot))), tuple((name,) for name in names)
