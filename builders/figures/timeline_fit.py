"""Cards and moments in, a layout on one or more slides out: the largest type and the truest scale that fit.

Cards alternate above and below the axis, each reached by a straight leader, so that nothing crosses. All slides of a
timeline share one scale: they are equal cuts of one long axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builders.figures.time_cards import MARGIN, PITCH, CardText
from builders.figures.time_scale import Axis, Moment, Shares, shares, spread

STUB = 34.0
"""Height of a leader, in which the years stand too."""
DOT_GAP = 15.0
EDGE = 5.5
"""Between the box's edge and a dot's centre, and between a card's left edge and its leader."""
GUTTER = 16.0
MOST = 9
"""Events on a slide: more can't be read from the back of a room."""
COLUMN = 260.0
NARROWEST = 84.0
SCALES = (1.0, 0.9, 0.8, 0.7, 0.55, 0.4, 0.25, 0.1, 0.0)


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
    """All slides: type size, column width, how much of the spacing is proportional, whether dots were moved apart."""

    size: float
    column: float
    proportional: float
    moved: bool
    parts: tuple[Part, ...]
    axis: Axis
    length: float
    """The stretch of the axis that one slide shows; slide k begins at k × length."""


@dataclass(frozen=True, slots=True)
class _Sized:
    """The cards at one type size in one column width: widths and heights in points."""

    size: float
    column: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]


def fit_slides(
    cards: Sequence[CardText],
    items: Sequence[Moment],
    width: float,
    height: float,
    sizes: Sequence[float],
    good: float,
) -> Layout:
    """The layout in width × height points: on the fewest slides, in type of at least `good` points if that can be;
    then the truest scale, then the largest of `sizes`. The smallest size always fits, each card alone if need be."""
    count = len(cards)
    fair = [size for size in sizes if size >= good]
    small = [size for size in sizes if size < good]
    for slides in range(-(-count // MOST), count + 1):
        for tier in (fair, small):
            settings = [sized for size in tier for sized in _settings(cards, size, width, height, slides)]
            for proportional in SCALES:
                placed = shares(items, proportional)
                for sized in settings:
                    found = _placed(placed, proportional, sized, items, width, height, slides)
                    if found:
                        parts = tuple(_relaxed(part, cards, found.size, width) for part in found.parts)
                        return replace(found, parts=parts)
    sized = next(_settings(cards, min(sizes), width, height, count))
    return _alone(sized, items, width)


def _settings(
    cards: Sequence[CardText], size: float, width: float, height: float, slides: int
) -> Iterator[_Sized]:
    """Column widths worth trying at a size, wide ones first, each with its cards made compact."""
    longest = min(width, max(card.longest for card in cards) * size * MARGIN + 0.1)
    alone = slides >= len(cards)
    column = width if alone else COLUMN
    while column >= NARROWEST or alone:
        limit = max(column, longest)
        ems = limit / size / MARGIN
        widths = tuple(card.tightest(ems) * size * MARGIN for card in cards)
        heights = tuple(card.lines(ems) * size * PITCH for card in cards)
        if max(heights) + STUB <= height - EDGE or alone:
            yield _Sized(size, limit, widths, heights)
        if limit > column or alone:
            return
        column *= 0.9


def _placed(
    placed: Shares,
    proportional: float,
    sized: _Sized,
    items: Sequence[Moment],
    width: float,
    height: float,
    slides: int,
) -> Layout | None:
    """The layout with these cards, None when something doesn't fit."""
    length = width - 2 * EDGE
    # Room for the last card to begin at its dot, as the others do.
    for pad in (min(sized.widths[-1], length * 0.2), 0.0):
        whole = length * slides - pad
        wanted = [share * whole for share in placed.dots]
        if len(wanted) == 1:
            wanted = [(length - sized.widths[0]) / 2]
        parts = _parts(wanted, sized, length, width, height, slides)
        if parts is None:
            continue
        dots = [dot + number * length - EDGE for number, part in enumerate(parts) for dot in part.dots]
        shifted = any(abs(dot - place) > 1.5 for dot, place in zip(dots, wanted, strict=True))
        axis = _axis(dots, items, placed, whole)
        return Layout(sized.size, sized.column, proportional, shifted, parts, axis, length)
    return None


def _parts(
    wanted: Sequence[float], sized: _Sized, length: float, width: float, height: float, slides: int
) -> tuple[Part, ...] | None:
    parts = []
    first = 0
    for number in range(slides):
        last = first
        while last < len(wanted) and (wanted[last] < (number + 1) * length or number == slides - 1):
            last += 1
        if not 0 < last - first <= MOST:
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
            if not place - 0.5 <= dots[index] <= place + widths[index] + 0.5:
                return None
            lefts[index] = place
    return tuple(lefts)


def _relaxed(part: Part, cards: Sequence[CardText], size: float, width: float) -> Part:
    """The part with its tall cards made wider where they have room for it."""
    for local in sorted(range(len(part.dots)), key=lambda index: (-part.heights[index], index)):
        card = cards[part.first + local]
        for column in (COLUMN, COLUMN * 0.85, COLUMN * 0.7, COLUMN * 0.55):
            ems = column / size / MARGIN
            height = card.lines(ems) * size * PITCH
            if height > part.heights[local] - 1 or ems < card.longest:
                continue
            widths = _with(part.widths, local, card.tightest(ems) * size * MARGIN)
            lefts = _lefts(part.dots, widths, width)
            # Not at the price of moving other cards away from their dots.
            if lefts and _strain(part.dots, lefts) <= _strain(part.dots, part.lefts) + 1:
                part = replace(part, lefts=lefts, widths=widths, heights=_with(part.heights, local, height))
                break
    return part


def _with(values: tuple[float, ...], index: int, value: float) -> tuple[float, ...]:
    return (*values[:index], value, *values[index + 1 :])


def _strain(dots: Sequence[float], lefts: Sequence[float]) -> float:
    return max(abs(dot - EDGE - left) for dot, left in zip(dots, lefts, strict=True))


def _axis(dots: Sequence[float], items: Sequence[Moment], placed: Shares, whole: float) -> Axis:
    knots = [(item.at, dot) for item, dot in zip(items, dots, strict=True) if item.at is not None]
    if placed.tail and knots:
        time, share = placed.tail
        # Dots that were moved apart may have pushed the last one on.
        knots.append((time, max(share * whole, knots[-1][1])))
    return Axis(tuple(knots))


def _alone(sized: _Sized, items: Sequence[Moment], width: float) -> Layout:
    """A card to a slide, evenly spaced."""
    length = width - 2 * EDGE
    parts = tuple(
        Part(index, index + 1, (EDGE,), (0.0,), (sized.widths[index],), (sized.heights[index],))
        for index in range(len(items))
    )
    dots = [index * length for index in range(len(items))]
    axis = _axis(dots, items, shares(items, 0.0), length * len(items))
    return Layout(sized.size, sized.column, 0.0, False, parts, axis, length)
