"""Dates in, places on a time axis out: pure geometry along one line, in decimal years and points."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, cycle

from builders.lesson.dates import Date
from builders.lesson.dates.points import Point, make_date


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a date stands: `at` is its dot (None without a date), `start` and `end` its stretch when it has one."""

    at: float | None
    start: float
    end: float
    ranged: bool


def moments(dates: Sequence[Date]) -> tuple[Moment, ...]:
    """The moments of dates in order. A range stands at its beginning (its end where that alone is known); a date
    known to the day, month or year stands in the middle of it, or where the next event begins if that is sooner."""
    bounds = [date.bounds() for date in dates]
    starts = [high if math.isinf(low) else low for low, high in bounds]
    found = []
    for index, (date, (low, high)) in enumerate(zip(dates, bounds, strict=True)):
        ranged = date.end is not None or (isinstance(date.start, Point) and date.start.span > 1)
        at = starts[index] if ranged else (low + high) / 2
        if index + 1 < len(dates):
            at = min(at, starts[index + 1])
        found.append(Moment(at if math.isfinite(at) else None, low, high, ranged and math.isfinite(at)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Shares:
    """Places as shares (0–1) of an axis: of the dots in order, and of the time that lies after the last of them."""

    dots: tuple[float, ...]
    tail: tuple[float, float] | None = None
    """A time later than every dot, and its share."""


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
    return Shares((*places[:count], *after), (latest, places[-1]) if len(times) > count else None)


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
    """The map from time to points, straight between the knots (time, place), both ascending."""

    knots: tuple[tuple[float, float], ...]

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
        return x1 + (x2 - x1) * (time - t1) / (t2 - t1)

    def marks(self, most: int) -> Iterator[tuple[Date, float]]:
        """Where years begin (months on a short axis), about `most` round ones at the most, with their places."""
        if len(self.knots) < 2 or self.knots[-1][0] <= self.knots[0][0]:
            return
        first, last = self.knots[0][0], self.knots[-1][0]
        points = _months(first, last, most) if last - first < 1.5 else _years(first, last, most)
        for point in points:
            time = point.bounds()[0]
            if first <= time <= last:
                yield make_date(point), self.place(time, math.nan, math.nan)


def _months(first: float, last: float, most: int) -> Iterator[Point]:
    every = next((step for step in (1, 2, 3, 6) if (last - first) * 12 / step <= most), 12)
    for year in range(math.floor(first), math.floor(last) + 1):
        for month in range(1, 13, every):
            yield Point(year, month)


def _years(first: float, last: float, most: int) -> Iterator[Point]:
    """Round years as they are counted: 44 BCE is year −43, and there is none between 1 BCE and 1."""
    every = 1
    for factor in cycle((2, 2.5, 2)):
        if (last - first) / every <= most:
            break
        every = int(every * factor)
    for count in range(math.floor(1 - first) // every, 0, -1):
        yield Point(1 - count * every)
    for count in range(max(1, math.ceil(first / every)), math.floor(last) // every + 1):
        yield Point(count * every)
