"""Dates in, places on a time axis out: pure geometry along one line, in decimal years and points."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, cycle
from typing import TypeAlias

from builders.lesson.dates import Date
from builders.lesson.dates.points import Edge, Point, make_date, month_lengths

Cuts: TypeAlias = tuple[tuple[float, float], ...]
"""Stretches of time, in order, that are left out."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a date stands: `at` is its dot (None without a date), `start` and `end` its stretch when it has one.

    `vague` says that the date itself is (circa, uncertain, a decade); `unknown` that its stretch has an end which
    nobody knows, while an infinite one is open."""

    at: float | None
    start: float
    end: float
    ranged: bool
    vague: bool = False
    unknown: bool = False


def moments(dates: Sequence[Date]) -> tuple[Moment, ...]:
    """The moments of dates in order. A range stands at its beginning (its end where that alone is known); a date
    known to the day, month or year stands in the middle of it, or where the next date begins if that is sooner."""
    bounds = [date.bounds() for date in dates]
    starts = [high if math.isinf(low) else low for low, high in bounds]
    found = []
    for index, (date, (low, high)) in enumerate(zip(dates, bounds, strict=True)):
        ranged = date.end is not None or (isinstance(date.start, Point) and date.start.span > 1)
        at = starts[index] if ranged else (low + high) / 2
        later = next((n for n in range(index + 1, len(dates)) if bounds[n] != bounds[index]), None)
        if later is not None:
            at = min(at, starts[later])
        ends = (date.start,) if date.end is None else (date.start, date.end)
        found.append(
            Moment(
                at if math.isfinite(at) else None,
                low,
                high,
                ranged and math.isfinite(at),
                any(isinstance(end, Point) and _vague(end) for end in ends),
                Edge.UNKNOWN in ends,
            )
        )
    return tuple(found)


def _vague(point: Point) -> bool:
    return point.approximate or point.uncertain or point.span > 1


def deepest(items: Sequence[Moment]) -> int:
    """How many stretches of time run side by side at the most."""
    ranged = [item for item in items if item.ranged]
    return max((sum(one.start <= item.start < one.end for one in ranged) for item in ranged), default=0)


@dataclass(frozen=True, slots=True)
class Shares:
    """Places as shares (0–1) of an axis: of the dots in order, and of the time that lies after the last of them."""

    dots: tuple[float, ...]
    tail: tuple[float, float] | None = None
    """A time later than every dot, and its share."""
    rate: float = 0.0
    """The share that a year takes at the least."""


def shares(items: Sequence[Moment], proportional: float, needs: Sequence[float]) -> Shares:
    """Dots spaced by time (`proportional` 1), by the room that each needs before the next (0), or between the two.

    The undated come last, spaced by their needs alone. A range that outlasts the last dot has its end in view.
    """
    dated = [item.at for item in items if item.at is not None]
    count = len(dated)
    latest = max((item.end for item in items if item.ranged and math.isfinite(item.end)), default=-math.inf)
    times = [*dated, latest] if dated and latest > dated[-1] + 1e-6 else dated
    steps = [0.0, *accumulate(needs)]
    # The end of the last range takes up some of the room before what follows.
    beyond = 0.6 * needs[count - 1] if len(times) > count else 0.0
    end = steps[count - 1] + beyond if dated else 0.0
    total = max(end, steps[len(items) - 1] + beyond)
    if total <= 0:
        return Shares((0.5,))
    span = times[-1] - times[0] if times else 0.0
    places = []
    for time, step in zip(times, [*steps[:count], end], strict=False):
        even = step / end if end > 0 else 0.0
        exact = (time - times[0]) / span if span > 0 else even
        places.append((proportional * exact + (1 - proportional) * even) * end / total)
    after = [(step + beyond) / total for step in steps[count : len(items)]]
    rate = proportional * end / total / span if span > 0 else 0.0
    return Shares((*places[:count], *after), (latest, places[-1]) if len(times) > count else None, rate)


def spread(wanted: Sequence[float], gaps: Sequence[float], low: float, high: float) -> list[float] | None:
    """The places nearest to `wanted` (least squares) that keep `gaps[i]` between i and i + 1, all in low … high.

    None when there isn't room. Pool-adjacent-violators on the places less the gaps before them.
    """
    before = [0.0]
    for gap in gaps:
        before.append(before[-1] + gap)
    top = high - before[len(wanted) - 1] if wanted else high
    if top < low - 1e-9:
        return None
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, before, strict=False):
        total, count = place - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            earlier, size = pools.pop()
            total, count = total + earlier, count + size
        pools.append((total, count))
    level = [total / count for total, count in pools for _ in range(count)]
    return [min(max(place, low), top) + offset for place, offset in zip(level, before, strict=False)]


@dataclass(frozen=True, slots=True)
class Axis:
    """The map from time to points, straight between the knots (time, place), both ascending, but for `cuts`: empty
    stretches that take no more room than `kept` years."""

    knots: tuple[tuple[float, float], ...]
    cuts: Cuts = ()
    kept: float = 0.0

    def place(self, time: float, low: float, high: float) -> float:
        """Where a time lies; before the first knot it is `low`, after the last `high`."""
        if not self.knots or time < self.knots[0][0]:
            return low
        if time > self.knots[-1][0]:
            return high
        index = bisect_right(self.knots, (time, math.inf))
        t1, x1 = self.knots[index - 1]
        if index == len(self.knots) or t1 == time:
            return x1
        t2, x2 = self.knots[index]
        t1, time, t2 = (shorter(t, self.cuts, self.kept) for t in (t1, time, t2))
        return x1 + (x2 - x1) * (time - t1) / (t2 - t1)

    def marks(self, most: int) -> Iterator[tuple[Date, float]]:
        """Where years begin (months on a short axis), about `most` round ones at the most, with their places."""
        if len(self.knots) < 2 or self.knots[-1][0] <= self.knots[0][0]:
            return
        first, last = self.knots[0][0], self.knots[-1][0]
        edges = [first, *(edge for cut in self.cuts for edge in cut), last]
        pieces = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if high > low]
        span = sum(high - low for low, high in pieces)
        for low, high in pieces:
            for point in _points(low, high, span, most):
                time = point.bounds()[0]
                if low <= time <= high:
                    yield make_date(point), self.place(time, math.nan, math.nan)


def shorter(time: float, cuts: Cuts, kept: float) -> float:
    """The time as it is where each of the cuts lasts `kept` years."""
    passed = 0.0
    for low, high in cuts:
        if time <= low:
            break
        passed += (min(time, high) - low) * (1 - kept / (high - low))
    return time - passed


def _points(first: float, last: float, span: float, most: int) -> Iterator[Point]:
    if span < 2 / 12:
        return _days(first, last, span, most)
    return _months(first, last, span, most) if span < 1.5 else _years(first, last, span, most)


def _days(first: float, last: float, span: float, most: int) -> Iterator[Point]:
    """Days of round numbers; none of them at the end of a month, where the next begins."""
    every = next((step for step in (1, 2, 5, 10) if span * 365 / step <= most), 15)
    for month in _months(first - 1 / 12, last, span, 12):
        yield month
        for day in range(every, 32 - every if every > 1 else 32, every):
            if 1 < day <= month_lengths(month.year)[(month.month or 1) - 1]:
                yield Point(month.year, month.month, day)


def _months(first: float, last: float, span: float, most: int) -> Iterator[Point]:
    every = next((step for step in (1, 2, 3, 6) if span * 12 / step <= most), 12)
    for year in range(math.floor(first), math.floor(last) + 1):
        for month in range(1, 13, every):
            yield Point(year, month)


def _years(first: float, last: float, span: float, most: int) -> Iterator[Point]:
    """Round years as they are counted: 44 BCE is year −43, and there is none between 1 BCE and 1."""
    every = 1
    for factor in cycle((2, 2.5, 2)):
        if span / every <= most:
            break
        every = int(every * factor)
    for count in range(math.floor(1 - first) // every, 0, -1):
        yield Point(1 - count * every)
    for count in range(max(1, math.ceil(first / every)), math.floor(last) // every + 1):
        yield Point(count * every)
