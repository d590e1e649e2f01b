"""Wanted places of dots and the sizes of their cards in, a slide of cards that neither touch nor hide a leader out.

Cards stand in bands: on the two sides of one axis in turn, or one band for each lane. In a band they stand in one tier
or in two, near the axis and far from it; the leader of a far card passes between the near ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from builders.figures.time_cards import MARGIN, CardText
from builders.figures.time_scale import spread

DOT_GAP = 15.0
EDGE = 7.5
"""Between the box's edge and a dot's centre, and between a card's left edge and its leader."""
GUTTER = 16.0
CLEAR = 12.0
"""Between a leader and the cards that it passes."""
TIER_GAP = 12.0
BARS, BAR_OFF, BAR_PITCH = 3, 3.5, 7.5
"""Bars beside an axis at the most; from the axis to the first and from one to the next, in points."""
YEARS = 24.0
"""The height of the years with what is free above and below them."""
LANDING = 0.55
"""The share of a card's width in which its leader lands on words that begin at the left; further right they end at
the right."""
FLAT, FAR_FIRST, NEAR_FIRST = (0,), (1, 0), (0, 1)


@dataclass(frozen=True)
class Stage:
    """The room for dots and cards in points. `lanes` is the lane of each card, None where there are no lanes.

    Cards without lanes stand above and below one axis in turn (`turns`); two lanes above and below a ruler with an edge
    for each (`sides`); more have an axis each, below one another, with the cards below it (`rows`)."""

    width: float
    height: float
    lanes: tuple[int, ...] | None
    most: int
    """Cards on a slide."""
    deep: int = 0
    """Bars beside an axis that lie further and further out."""

    @cached_property
    def shape(self) -> Literal["turns", "sides", "rows"]:
        """How the bands are arranged."""
        if self.lanes is None:
            return "turns"
        return "sides" if max(self.lanes) < 2 else "rows"

    @cached_property
    def bands(self) -> int:
        """How many there are."""
        return 2 if self.lanes is None else max(2, max(self.lanes) + 1)

    @cached_property
    def stub(self) -> float:
        """Height of a leader, in which bars stand, and without a ruler the years too."""
        bars = BAR_OFF + BAR_PITCH * self.deep
        if self.lanes is None:
            return max(36.0, bars + YEARS)
        return max(26.0 if self.shape == "sides" else 16.0, bars + 2)

    @cached_property
    def ruler(self) -> float:
        """Height of the ruler on which the years of all lanes stand."""
        return 0.0 if self.lanes is None else 24.0

    @cached_property
    def between(self) -> float:
        """The space above each row."""
        return 9.0 if self.shape == "rows" else 0.0

    @cached_property
    def bare(self) -> float:
        """The height of all but the cards."""
        return self.ruler + self.bands * (self.stub + self.between)

    @cached_property
    def free(self) -> float:
        """The height for cards alone."""
        return self.height - self.bare

    def band(self, first: int, index: int) -> int:
        """The band of a card on the slide that begins with card `first`."""
        return (index - first) % 2 if self.lanes is None else self.lanes[index]

    def needs(self, widths: Sequence[float], first: int) -> list[float]:
        """The room from each dot to the next that lets every card begin at its dot."""
        if self.lanes is None:
            # They stand on two sides, so that half of a width is enough if both its neighbours keep it.
            before = [0.0, *widths]
            return [max(DOT_GAP, (max(pair) + GUTTER) / 2) for pair in zip(before, widths, strict=False)]
        places: list[float] = []
        ends: dict[int, float] = {}
        for index, width in enumerate(widths):
            band = self.band(first, first + index)
            least = places[-1] + DOT_GAP if places else 0.0
            places.append(max(least, ends.get(band, 0.0)))
            ends[band] = places[-1] + width + GUTTER
        after = max(ends.values(), default=0.0)
        return [high - low for low, high in zip(places, [*places[1:], after], strict=True)]


@dataclass(frozen=True, slots=True)
class Part:
    """One slide: its cards are those from `first` up to `last`; their dots, left edges, widths and heights, the band
    and the tier that each stands in (0 near the axis, 1 far from it)."""

    first: int
    last: int
    dots: tuple[float, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    bands: tuple[int, ...]
    tiers: tuple[int, ...]

    def flagged(self, local: int) -> bool:
        """Whether a card stands at the left of its leader, as a flag does when the wind turns."""
        return self.dots[local] - self.lefts[local] > self.widths[local] * LANDING

    def tier(self, band: int, tier: int) -> float:
        """The height of a tier: that of its tallest card, 0 where it has none."""
        places = zip(self.bands, self.tiers, self.heights, strict=True)
        return max((height for b, t, height in places if (b, t) == (band, tier)), default=0.0)

    def reach(self, band: int) -> float:
        """The height of a band's cards."""
        far = self.tier(band, 1)
        return self.tier(band, 0) + (far + TIER_GAP if far else 0.0)

    def strain(self) -> float:
        """How far a card stands from its dot at the most."""
        return max(abs(dot - EDGE - left) for dot, left in zip(self.dots, self.lefts, strict=True))


def place(
    first: int,
    wanted: Sequence[float],
    widths: Sequence[float],
    heights: Sequence[float],
    stage: Stage,
    limit: float,
) -> Part | None:
    """The slide of the cards from `first` on, no dot further than `limit` from its wanted place; None where they
    don't go."""
    bands = tuple(stage.band(first, first + index) for index in range(len(wanted)))
    if not possible(widths, heights, bands, stage):
        return None
    dots = _dots(wanted, bands, stage, limit)
    return None if dots is None else _placed(first, dots, widths, heights, bands, stage)


def possible(widths: Sequence[float], heights: Sequence[float], bands: Sequence[int], stage: Stage) -> bool:
    """Whether the cards have room at all, wherever their dots are: quickly told."""
    free = stage.free + 0.01
    row = stage.width + GUTTER
    used: dict[int, tuple[float, float, float]] = {}
    for band, width, height in zip(bands, widths, heights, strict=True):
        taken, most, least = used.get(band, (0.0, 0.0, height))
        used[band] = taken + width + GUTTER, max(most, height), min(least, height)
    for taken, most, least in used.values():
        if taken > 2 * row:
            return False
        free -= most if taken <= row else most + least + TIER_GAP
    return free >= 0


def _dots(wanted: Sequence[float], bands: Sequence[int], stage: Stage, limit: float) -> list[float] | None:
    """The dots, those of each axis kept apart."""
    dots = [0.0] * len(wanted)
    axes = [range(len(wanted))] if stage.lanes is None else [_of(bands, band) for band in range(stage.bands)]
    for own in axes:
        places = spread([wanted[k] for k in own], [DOT_GAP] * (len(own) - 1), EDGE, stage.width - EDGE)
        if places is None:
            return None
        for k, x in zip(own, places, strict=True):
            if abs(x - wanted[k]) > limit:
                return None
            dots[k] = x
    return dots


def _of(bands: Sequence[int], band: int) -> list[int]:
    return [k for k, own in enumerate(bands) if own == band]


def _placed(
    first: int,
    dots: Sequence[float],
    widths: Sequence[float],
    heights: Sequence[float],
    bands: tuple[int, ...],
    stage: Stage,
) -> Part | None:
    lefts, tiers = [0.0] * len(dots), [0] * len(dots)
    free = stage.free + 0.01
    for band in range(stage.bands):
        own = _of(bands, band)
        if not own:
            continue
        best: tuple[float, tuple[int, ...], list[float]] | None = None
        for pattern in (FLAT, FAR_FIRST, NEAR_FIRST)[: 3 if len(own) > 1 else 1]:
            set_in = tuple(pattern[n % len(pattern)] for n in range(len(own)))
            tall = [
                max((heights[k] for k, t in zip(own, set_in, strict=True) if t == tier), default=0.0)
                for tier in (0, 1)
            ]
            depth = tall[0] + (tall[1] + TIER_GAP if tall[1] else 0.0)
            if depth > free or (best and depth >= best[0]):
                continue
            found = _lefts([dots[k] for k in own], [widths[k] for k in own], set_in, stage.width)
            if found:
                best = depth, set_in, found
                if pattern is FLAT:
                    break
        if best is None:
            return None
        free -= best[0]
        for k, tier, left in zip(own, best[1], best[2], strict=True):
            lefts[k], tiers[k] = left, tier
    return Part(
        first,
        first + len(dots),
        tuple(dots),
        tuple(lefts),
        tuple(widths),
        tuple(heights),
        bands,
        tuple(tiers),
    )


def _lefts(
    dots: Sequence[float], widths: Sequence[float], tiers: Sequence[int], width: float
) -> list[float] | None:
    """Left edges of a band's cards, each as near to its dot as the others allow; None when one misses it."""
    count = len(dots)
    low = [max(0.0, dot - own + EDGE) for dot, own in zip(dots, widths, strict=True)]
    high = [min(width - own, dot + 0.5) for dot, own in zip(dots, widths, strict=True)]
    # A near card stands between the leaders of the far ones.
    passing = -1e9
    for k in range(count):
        if tiers[k]:
            passing = dots[k] + CLEAR
        else:
            low[k] = max(low[k], passing)
    passing = 1e9
    for k in reversed(range(count)):
        if tiers[k]:
            passing = dots[k] - CLEAR
        else:
            high[k] = min(high[k], passing - widths[k])
    lefts = [0.0] * count
    for tier in (0, 1):
        own = [k for k in range(count) if tiers[k] == tier]
        least = -1e9
        for k in own:
            lefts[k] = least = max(dots[k] - EDGE, low[k], least)
            least += widths[k] + GUTTER
        most = 1e9
        for k in reversed(own):
            lefts[k] = min(lefts[k], high[k], most - widths[k])
            if lefts[k] < low[k] - 0.01:
                return None
            most = lefts[k] - GUTTER
    return lefts


def widened(part: Part, cards: Sequence[CardText], size: float, widest: float, stage: Stage) -> Part:
    """The slide with tall cards made wider where they have room for it."""
    for local in sorted(range(len(part.dots)), key=lambda index: (-part.heights[index], index)):
        card = cards[part.first + local]
        for lines in range(2, card.lines(_ems(card, part.widths[local], size))):
            ems = card.tightest(lines, widest)
            if card.lines(ems) > lines or card.size(ems, size)[0] <= part.widths[local]:
                continue
            wide, tall = card.size(ems, size)
            widths, heights = _with(part.widths, local, wide), _with(part.heights, local, tall)
            found = _placed(part.first, part.dots, widths, heights, part.bands, stage)
            # Not at the price of moving other cards away from their dots, or into another tier.
            if found and found.tiers == part.tiers and found.strain() <= part.strain() + 1:
                part = found
                break
    return part


def _ems(card: CardText, width: float, size: float) -> float:
    return (width - 2 * card.inset) / size / MARGIN + 0.01


def _with(values: tuple[float, ...], index: int, value: float) -> tuple[float, ...]:
    return (*values[:index], value, *values[index + 1 :])


def alone(index: int, width: float, height: float, stage: Stage) -> Part:
    """A slide for one card that is too high for it: as its cutting saw to that, it isn't by much."""
    return Part(index, index + 1, (EDGE,), (0.0,), (width,), (height,), (stage.band(index, index),), (0,))
