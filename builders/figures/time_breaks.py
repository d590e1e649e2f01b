"""Moments in, their long empty stretches out; and the same moments in a time that leaves those out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builders.figures.time_scale import Cuts, Moment, shorter

LONG, TIMES = 0.45, 4.0
"""A stretch is long when it is this share of all the time, and so many times the mean of the others."""
HUGE = 0.6
"""The share of all the time that leaves too little room for the rest."""
MOST = 3
SHARE, LENGTH = 0.07, 46.0
"""What is left of a stretch, as a share of the rest, and at the least in points: room to draw a break."""


def breaks(items: Sequence[Moment]) -> Cuts:
    """The stretches in which nothing happens that are too long to be drawn, in order; mostly there are none."""
    empty = sorted(_empty(items), key=lambda gap: (gap[0] - gap[1], gap[0]))
    rest, others = _span(items), len(empty) - 1
    found: list[tuple[float, float]] = []
    for low, high in empty[:MOST]:
        rest -= high - low
        if rest <= 0 or high - low < max(LONG * (rest + high - low), TIMES * rest / max(1, others)):
            break
        # No event stands alone between two breaks.
        if any(low == end or high == start for start, end in found):
            break
        found.append((low, high))
        others -= 1
    return tuple(sorted(found))


def are_huge(items: Sequence[Moment], cuts: Cuts) -> bool:
    """Whether what they leave out takes up most of the time."""
    return sum(high - low for low, high in cuts) > HUGE * _span(items)


def kept(items: Sequence[Moment], cuts: Cuts, length: float) -> float:
    """How many years each of the cuts is drawn as, on an axis of `length` points."""
    rest = _span(items) - sum(high - low for low, high in cuts)
    share = max(SHARE, LENGTH / length)
    return min(share * rest / (1 - share * len(cuts)), *(high - low for low, high in cuts))


def squeezed(items: Sequence[Moment], cuts: Cuts, years: float) -> tuple[Moment, ...]:
    """The moments in a time in which each of the cuts lasts so many years."""
    return tuple(
        replace(
            item,
            at=None if item.at is None else shorter(item.at, cuts, years),
            start=shorter(item.start, cuts, years),
            end=shorter(item.end, cuts, years),
        )
        for item in items
    )


def _span(items: Sequence[Moment]) -> float:
    stretches = list(_stretches(items))
    return max(high for _, high in stretches) - stretches[0][0] if stretches else 0.0


def _stretches(items: Sequence[Moment]) -> Iterator[tuple[float, float]]:
    """What is drawn of each moment, in order: its dot, or its stretch as far as its ends are known."""
    for item in items:
        if item.at is not None:
            yield item.at, item.end if item.ranged and math.isfinite(item.end) else item.at


def _empty(items: Sequence[Moment]) -> Iterator[tuple[float, float]]:
    reached = math.inf
    for low, high in _stretches(items):
        if low > reached:
            yield reached, low
        reached = high if math.isinf(reached) else max(reached, high)
