"""Numbers in, the round numbers of an axis out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from builders.lesson.charts import Chart, ChartKind


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high` with round `ticks`, both ends among them."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]


def scale(chart: Chart, *, below: bool = False) -> Scale:
    """The axis of a chart: bars begin at zero, always; lines where they lie in the upper half of it needn't. With
    `below` there is room for numbers below the lowest point of a line that doesn't."""
    values = list(present(chart))
    low, high = min(values), max(values)
    near = (low >= 0 and low * 2 < high) or (high <= 0 and high * 2 > low) or low < 0 < high
    if chart.kind is ChartKind.BAR or near or low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    found = [_ticks(low, high, _step((high - low) / steps)) for steps in (3, 4, 5)]
    ticks = min(found, key=lambda ticks: (ticks[-1] - ticks[0], len(ticks)))
    if below and (ticks[0] > 0 or low == ticks[0] < 0):
        ticks = (2 * ticks[0] - ticks[1], *ticks)
    return Scale(ticks[0], ticks[-1], ticks)


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    """The multiples of `step` from the last at or below `low` to the first at or above `high`."""
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple((first + n) * step for n in range(int(last - first) + 1))


def present(chart: Chart) -> Iterable[Decimal]:
    """All numbers of a chart."""
    return (value for series in chart.series for value in series.values if value is not None)


def _step(rough: Decimal) -> Decimal:
    """1, 2 or 5 times a power of ten, at least as large as `rough`, in the shortest notation."""
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return step.quantize(Decimal(1)) if step >= 1 else step.normalize()
