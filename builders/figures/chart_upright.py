"""Charts that stand, for what goes on through time: bars from the ground, or lines; their measures in one part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from builders.figures.chart_frame import LEADING, SPACE, Frame, Type, broken, extent, numbers, widths
from builders.figures.chart_key import key_height
from builders.figures.chart_scale import scale
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
    """The frame: with its numbers at bars and points where they have room, else with an axis."""
    room = _Room(chart, width, height, type_, size, language, filled)
    frame = _frame(room, values=True)
    if not _has_room(frame):
        frame = _frame(room, values=False)
    return (_flagged(frame, filled) if frame.names == "direct" and chart.kind is ChartKind.BAR else frame,)


@dataclass(frozen=True, slots=True)
class _Room:
    """What a chart is to be set in."""

    chart: Chart
    width: float
    height: float
    type: Type
    size: float
    language: str
    filled: bool


def _frame(room: _Room, *, values: bool) -> Frame:
    chart, type_, size = room.chart, room.type, room.size
    bars, slots, series = chart.kind is ChartKind.BAR, len(chart.categories), len(chart.series)
    texts = numbers(chart, room.language)
    names = _names(chart, texts, room.width, type_, size)
    axis = extent(chart) if values and bars else scale(chart, below=values)
    ticks = [format_number(tick, room.language) for tick in axis.ticks]
    left = 0.0 if values else max(widths(ticks, type_.face, size)) + 0.7 * size
    right = 0.0
    edges = not bars and slots > 1
    if edges:
        first, last = (
            max(widths([plain(chart.categories[at]), *([texts[0][at]] if values else [])], type_.bold, size))
            / 2
            for at in (0, -1)
        )
        left, right = max(left, first), last
    if not bars and not (values and names == "none"):
        right = max(right, _ends(chart, texts, type_, size, names == "direct"))
    group = series + SPACE * (series - 1)
    most = type_.thickest * 1.6 * group / GROUP if bars else room.width
    pitch = min((room.width - left - right) / (slots - 1 if edges else slots), most)
    every, labels = _labels(chart, pitch, type_, size)
    if every > 1 and not edges:
        # A name that is wider than its bar reaches over the end of the plot.
        over = max(widths([plain(chart.categories[0]), plain(chart.categories[-1])], type_.bold, size)) / 2
        left, right = max(left, over), over
        pitch = min((room.width - left - right) / slots, most)
        every, labels = _labels(chart, pitch, type_, size)
    bar = pitch * GROUP / group if bars else 0.0
    head = (LEADING if bars else 1.6) * size if values else 0.6 * size
    head += key_height(chart, room.width, type_, size) if names == "key" else 0.0
    below = values and bars and axis.low < 0
    foot = max(len(one) for one in labels) * size * LEADING + (1.7 if below else 0.5) * size
    if every > 1 and type_.native:
        # LibreOffice turns names where not all of them have room, and needs the height for it.
        foot += 0.71 * max(widths([plain(one) for one in chart.categories], type_.bold, size))
    tall = room.height if room.filled else min(room.height, head + type_.upright + foot)
    end = left + pitch * (slots - 1 if edges else slots)
    return Frame(
        chart, room.language, type_, size, room.width, tall, left, head, end, tall - foot, axis, False, names,
        values, every, bar, pitch, labels, texts, edges=edges, dimmed=chart.highlight is not None,
    )  # fmt: skip


def _names(
    chart: Chart, texts: Sequence[Sequence[str]], width: float, type_: Type, size: float
) -> Literal["none", "direct", "key"]:
    if not any(one.name for one in chart.series):
        return "none"
    if chart.kind is ChartKind.BAR:
        wide = max(widths([plain(one.name) for one in chart.series], type_.bold, size))
        return "direct" if not type_.native and wide < width * 0.4 else "key"
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
        key = key_height(frame.chart, frame.width, frame.type, size)
        return replace(_lowered(frame, key, filled), names="key")
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
    placed = _lowered(frame, lower, filled)
    return replace(placed, flags=placed.at(max([*under, Decimal(0)])) - clear)


def _lowered(frame: Frame, by: float, filled: bool) -> Frame:
    """The frame with more room above its plot: at the cost of the plot where its height is given."""
    more = 0.0 if filled else by
    return replace(frame, top=frame.top + by, bottom=frame.bottom + more, height=frame.height + more)


def _has_room(frame: Frame) -> bool:
    """Whether every number can stand at its bar or point."""
    chart, size = frame.chart, frame.size
    widest = max(max(widths(one, frame.type.bold, size)) for one in frame.texts)
    if chart.kind is ChartKind.LINE:
        few = len(chart.series) == 1 and len(chart.categories) <= FEW
        return few and widest <= frame.pitch - 0.4 * size
    if len(chart.series) == 1:
        return widest <= frame.pitch - 0.3 * size
    return widest <= frame.bar * (1 + SPACE) - 0.2 * size


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
    if words <= slot - 0.4 * size:
        lines = broken(names, type_.bold, size, slot - 0.4 * size)
        if max(len(one) for one in lines) <= 3:
            return 1, lines
    least = (whole + 0.6 * size) / slot
    every = next((step for step in (2, 5, 10, 20) if step >= least), len(names))
    return every, tuple((name,) for name in names)
