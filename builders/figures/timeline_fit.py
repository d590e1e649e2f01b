"""Cards and moments in, a layout on one or more slides out: the largest type and the truest scale that fit.

Cards alternate above and below the axis, each reached by a straight leader, so that nothing crosses. All slides of a
timeline share one scale: they are equal cuts of one long axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from builders.figures.time_cards import MARGIN, PITCH, CardText
from builders.figures.time_scale import Axis, Moment, shares, spread

STUB = 34.0
"""Height of a leader, in which the years stand too."""
DOT_GAP = 15.0
EDGE = 5.5
"""Between the box's edge and a dot's centre, and between a card's left edge and its leader."""
GUTTER = 16.0
MOST = 10
"""Events on a slide: more can't be read from the back of a room."""
LEAST = 0.5
"""Events on a slide at the least, as a share of the mean: no slide for one event beside a full one."""
WIDEST = 26.0
"""The measure of a card in em at the most: some 55 characters."""
NARROWEST = 5.0
COMPACT = 5
"""Lines of a card that are taken in at a glance; more only where nothing else fits."""
LANDING = 0.7
"""The share of a card's width in which its leader may land: further right there may be no words."""
SCALES = (1.0, 0.9, 0.8, 0.7, 0.55, 0.4, 0.25, 0.1)


@dataclass(frozen=True, slots=True)
class Part:
    """One slide: its cards are those from `first` up to `last`; their dots, left edges, widths and heights."""

    first: int
    last: int
    dots: tuple[float, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All slides: type size, how much of the spacing is proportional, whether dots were moved apart."""

    size: float
    proportional: float
    moved: bool
    parts: tuple[Part, ...]
    axis: Axis
    length: float
    """The stretch of the axis that one slide shows; slide k begins at k × length."""


@dataclass(frozen=True, slots=True)
class _Sized:
    """The cards at one type size in no more than so many lines: widths, heights, and `_needs`, in points."""

    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    needs: tuple[float, ...]


def fit_slides(
    cards: Sequence[CardText],
    items: Sequence[Moment],
    width: float,
    height: float,
    sizes: Sequence[float],
    good: float,
) -> Layout:
    """The layout in width × height points: on the fewest slides, in type of at least `good` points and few lines if
    that can be; then the truest scale, then the largest of `sizes`. Where no scale does, the cards are packed in
    order. No card may be higher than the axis leaves it at the smallest size: then that always fits."""
    settings = _settings(cards, width, height, sizes)
    fair = [one.size >= good and max(one.heights) <= (COMPACT + 0.1) * one.size * PITCH for one in settings]
    tiers = [
        [one for one, own in zip(settings, fair, strict=True) if own is wanted] for wanted in (True, False)
    ]
    fewest = -(-len(cards) // MOST)
    found = next(_on(fewest, tiers, items, width, height), None)
    if found:
        return _relaxed(found, cards, width)
    # The smallest type settles how many slides there are at the most.
    small = [one for one in settings if one.size == settings[-1].size]
    fullest = min((_filled(one, width, height) for one in small), key=len)
    for slides in range(fewest + 1, len(fullest) + 1):
        found = next(_on(slides, tiers, items, width, height), None)
        if found:
            return _relaxed(found, cards, width)
    return _relaxed(_packed(fullest, items, width), cards, width)


def _on(
    slides: int, tiers: Sequence[Sequence[_Sized]], items: Sequence[Moment], width: float, height: float
) -> Iterator[Layout]:
    """Layouts on so many slides, the best first."""
    room = 2 * slides * (width + GUTTER)
    for tier in tiers:
        fitting = [one for one in tier if sum(one.widths) + len(items) * GUTTER <= room]
        for proportional in SCALES:
            for sized in fitting:
                found = _placed(proportional, sized, items, width, height, slides)
                if found:
                    yield found
        for sized in fitting:
            parts = _evenly_filled(sized, slides, width, height)
            if parts:
                yield _packed(parts, items, width)


def _settings(cards: Sequence[CardText], width: float, height: float, sizes: Sequence[float]) -> list[_Sized]:
    """Sizes and numbers of lines worth trying, the largest type first, then the flattest cards. At least one."""
    tallest = height - 2 * STUB
    most = max(2, int(tallest / (min(sizes) * PITCH)))
    found: list[_Sized] = []
    measured: dict[tuple[int, float], list[tuple[float, int]]] = {}
    for size in sizes:
        widest = min(width / size / MARGIN, WIDEST)
        for lines in (*range(2, min(8, most)), *range(8, most, 2), most):
            if (lines, widest) not in measured:
                ems = [max(NARROWEST, card.tightest(lines, widest)) for card in cards]
                measured[lines, widest] = [(em, card.lines(em)) for em, card in zip(ems, cards, strict=True)]
            widths = tuple(em * size * MARGIN for em, _ in measured[lines, widest])
            heights = tuple(count * size * PITCH for _, count in measured[lines, widest])
            sized = _Sized(size, widths, heights, tuple(_needs(widths)))
            last_resort = not found and size == sizes[-1] and lines == most
            if (max(heights) <= tallest or last_resort) and (not found or sized != found[-1]):
                found.append(sized)
    return found


def _needs(widths: Sequence[float]) -> list[float]:
    """The room from each dot to the next that lets every card begin at its dot: they stand on two sides, so that half
    of its width is enough if both its neighbours keep it."""
    before = [0.0, *widths]
    return [max(DOT_GAP, (max(pair) + GUTTER) / 2) for pair in zip(before, widths, strict=False)]


def _placed(
    proportional: float, sized: _Sized, items: Sequence[Moment], width: float, height: float, slides: int
) -> Layout | None:
    """The layout with these cards on one scale, None when something doesn't fit."""
    length = width - 2 * EDGE
    placed = shares(items, proportional, sized.needs)
    # Room for the last card to begin at its dot, as the others do.
    for pad in (min(sized.widths[-1], length * 0.2), 0.0):
        whole = length * slides - pad
        wanted = [share * whole for share in placed.dots]
        if len(wanted) == 1:
            wanted = [(length - sized.widths[0]) / 2]
        parts = _parts(wanted, sized, length, width, height, slides)
        if parts is None:
            continue
        dots = _dots(parts, length)
        shifted = any(abs(dot - place) > 1.5 for dot, place in zip(dots, wanted, strict=True))
        tail = (placed.tail[0], placed.tail[1] * whole) if placed.tail else None
        return Layout(sized.size, proportional, shifted, parts, _axis(dots, items, tail), length)
    return None


def _dots(parts: Sequence[Part], length: float) -> list[float]:
    """The dots on the long axis of which the slides are cuts."""
    return [dot + number * length - EDGE for number, part in enumerate(parts) for dot in part.dots]


def _filled(sized: _Sized, width: float, height: float) -> list[tuple[_Sized, Part]]:
    """Slides filled one after another, each with as many cards as go on it."""
    parts: list[tuple[_Sized, Part]] = []
    first = 0
    while first < len(sized.widths):
        part = _full(first, first + 1, sized, width, height)
        for last in range(first + 2, min(first + MOST, len(sized.widths)) + 1):
            part = _full(first, last, sized, width, height) or part
        parts.append((sized, part or _alone(first, sized)))
        first = parts[-1][1].last
    return parts


def _evenly_filled(
    sized: _Sized, slides: int, width: float, height: float
) -> list[tuple[_Sized, Part]] | None:
    """Slides with as many cards each, one more or less; None when one of them doesn't go."""
    count = len(sized.widths)
    parts: list[tuple[_Sized, Part]] = []
    for number in range(slides):
        part = _full(number * count // slides, (number + 1) * count // slides, sized, width, height)
        if part is None:
            return None
        parts.append((sized, part))
    return parts


def _full(first: int, last: int, sized: _Sized, width: float, height: float) -> Part | None:
    """A slide with these cards, spaced by the room that each needs."""
    if not 0 < last - first <= MOST:
        return None
    needs = [0.0, *accumulate(_needs(sized.widths[first:last]))]
    spare = width - 2 * EDGE
    share = (spare - min(sized.widths[last - 1], spare * 0.2)) / needs[-2] if last - first > 1 else 0.0
    start = EDGE if last - first > 1 else max(EDGE, (width - sized.widths[first]) / 2)
    return _part(first, last, [start + need * share for need in needs[:-1]], sized, width, height)


def _alone(index: int, sized: _Sized) -> Part:
    """A slide for one card that is too high for it: as its cutting saw to that, it isn't by much."""
    return Part(
        index, index + 1, (EDGE,), (0.0,), sized.widths[index : index + 1], sized.heights[index : index + 1]
    )


def _packed(parts: Sequence[tuple[_Sized, Part]], items: Sequence[Moment], width: float) -> Layout:
    """The layout of slides filled in order, without a scale."""
    length = width - 2 * EDGE
    own = tuple(part for _, part in parts)
    return Layout(parts[0][0].size, 0.0, False, own, _axis(_dots(own, length), items, None), length)


def _parts(
    wanted: Sequence[float], sized: _Sized, length: float, width: float, height: float, slides: int
) -> tuple[Part, ...] | None:
    parts = []
    first = 0
    least = LEAST * len(wanted) / slides
    for number in range(slides):
        last = first
        while last < len(wanted) and (wanted[last] < (number + 1) * length or number == slides - 1):
            last += 1
        if not least <= last - first <= MOST or last == first:
            return None
        local = [place - number * length + EDGE for place in wanted[first:last]]
        part = _part(first, last, local, sized, width, height)
        if part is None:
            return None
        parts.append(part)
        first = last
    return tuple(parts)


def _part(
    first: int, last: int, wanted: Sequence[float], sized: _Sized, width: float, height: float
) -> Part | None:
    widths, heights = sized.widths[first:last], sized.heights[first:last]
    if max(heights[::2]) + max(heights[1::2], default=0.0) + 2 * STUB > height:
        return None
    dots = spread(wanted, [DOT_GAP] * (len(wanted) - 1), EDGE, width - EDGE)
    if dots is None:
        return None
    lefts = _lefts(dots, widths, width)
    return Part(first, last, tuple(dots), lefts, widths, heights) if lefts else None


def _lefts(dots: Sequence[float], widths: Sequence[float], width: float) -> tuple[float, ...] | None:
    """Left edges of the cards, each as near to its dot as the others on its side allow; None when one misses it."""
    lefts = [0.0] * len(dots)
    for side in (0, 1):
        own = range(side, len(dots), 2)
        if not own:
            continue
        gaps = [widths[index] + GUTTER for index in own[:-1]]
        places = spread([dots[index] - EDGE for index in own], gaps, 0.0, width - widths[own[-1]])
        if places is None:
            return None
        for index, place in zip(own, places, strict=True):
            if not place - 0.5 <= dots[index] <= place + widths[index] * LANDING:
                return None
            lefts[index] = place
    return tuple(lefts)


def _relaxed(layout: Layout, cards: Sequence[CardText], width: float) -> Layout:
    """The layout with tall cards made wider where they have room for it."""
    return replace(layout, parts=tuple(_widened(part, cards, layout.size, width) for part in layout.parts))


def _widened(part: Part, cards: Sequence[CardText], size: float, width: float) -> Part:
    for local in sorted(range(len(part.dots)), key=lambda index: (-part.heights[index], index)):
        card = cards[part.first + local]
        widest = min(width / size / MARGIN, WIDEST * 0.75)
        for lines in range(2, round(part.heights[local] / size / PITCH)):
            ems = max(NARROWEST, card.tightest(lines, widest))
            if card.lines(ems) > lines:
                continue
            widths = _with(part.widths, local, ems * size * MARGIN)
            lefts = _lefts(part.dots, widths, width)
            # Not at the price of moving other cards away from their dots.
            if lefts and _strain(part.dots, lefts) <= _strain(part.dots, part.lefts) + 1:
                heights = _with(part.heights, local, card.lines(ems) * size * PITCH)
                part = replace(part, lefts=lefts, widths=widths, heights=heights)
                break
    return part


def _with(values: tuple[float, ...], index: int, value: float) -> tuple[float, ...]:
    return (*values[:index], value, *values[index + 1 :])


def _strain(dots: Sequence[float], lefts: Sequence[float]) -> float:
    return max(abs(dot - EDGE - left) for dot, left in zip(dots, lefts, strict=True))


def _axis(dots: Sequence[float], items: Sequence[Moment], tail: tuple[float, float] | None) -> Axis:
    knots = [(item.at, dot) for item, dot in zip(items, dots, strict=True) if item.at is not None]
    if tail and knots:
        # Dots that were moved apart may have pushed the last one on.
        knots.append((tail[0], max(tail[1], knots[-1][1])))
    return Axis(tuple(knots))
