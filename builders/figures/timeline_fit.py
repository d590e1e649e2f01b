"""Cards and moments in, a layout on one or more slides out: the largest type and the truest scale that fit.

Every card is reached by a straight leader, so that nothing crosses. All slides of a timeline share one scale: they are
equal cuts of one long axis.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from builders.figures.time_breaks import are_huge, breaks, kept, squeezed
from builders.figures.time_cards import MARGIN, PITCH, CardText
from builders.figures.time_scale import Axis, Cuts, Moment, Shares, shares
from builders.figures.timeline_place import EDGE, GUTTER, Part, Stage, alone, place, possible, widened

LEAST = 0.5
"""Events on a slide at the least, as a share of the mean: no slide for one event beside a full one."""
WIDEST, IN_ROWS = 26.0, 34.0
"""The measure of a card in em at the most: some 55 characters; more where rows leave it few lines."""
NARROWEST = 5.0
SHORT, COMPACT = 4, 5
"""Lines of a card that are taken in at a glance, and at the most; more only where nothing else fits."""
SCALES = (1.0, 0.9, 0.8, 0.7, 0.55, 0.4, 0.25, 0.1)
NEARLY_TRUE = 0.7
"""A scale that is almost true: better than an axis with a break."""
TRUE_ENOUGH = 0.55
"""A scale that is less true than this is not taken while some slides more give a better one."""
MOVED, LITTLE = 20.0, 5.0
"""How far a dot may be moved from its place, in points; and how far where a break would do without that."""
TOLD = 1.5
"""A dot that is moved further than this is moved for the eye."""
ANYHOW = 1e9
PAD = 0.12
"""The share of a slide that may be free after the last dot."""
MANY = 8
"""Events that stand on one slide on any scale rather than on two."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All slides: type size, how much of the spacing is proportional, how far a dot was moved from its place."""

    size: float
    proportional: float
    moved: float
    parts: tuple[Part, ...]
    axis: Axis
    length: float
    """The stretch of the axis that one slide shows; slide k begins at k × length."""
    year: float = 0.0
    """What a year takes on the axis at the least, in points, before dots are moved apart."""


@dataclass(frozen=True, slots=True)
class _Sized:
    """The cards at one type size in no more than so many lines: widths, heights, and needs, in points."""

    size: float
    lines: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    needs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """A way of spacing: how proportional, for moments in a time that has `kept` years for each of the cuts, and how far
    dots may be moved."""

    proportional: float
    items: Sequence[Moment]
    cuts: Cuts = ()
    kept: float = 0.0
    limit: float = MOVED


def fit_slides(
    cards: Sequence[CardText], items: Sequence[Moment], stage: Stage, sizes: Sequence[float], good: float
) -> Layout:
    """The layout in the stage's room: on the fewest slides, in type of at least `good` points and few lines if
    that can be; then the truest scale, then the largest of `sizes`. Where no scale does, the cards are packed in
    order. No card may be higher than the axis leaves it at the smallest size: then that always fits."""
    settings = _settings(cards, stage, sizes)
    tiers = _tiers(settings, good)
    fewest = -(-len(cards) // stage.most)
    more = fewest // 2 + 1 if len(cards) > MANY else 0
    for least in (TRUE_ENOUGH, SCALES[-1]):
        for slides in range(fewest, fewest + more + 1):
            found = next(_on(slides, tiers, items, stage, least), None)
            if found:
                return _relaxed(found, cards, stage)
    found = next(_on(fewest, tiers, items, stage), None)
    if found:
        return _relaxed(found, cards, stage)
    # The smallest type settles how many slides there are at the most.
    small = [one for one in settings if one.size == settings[-1].size]
    low = [one for one in small if max(one.heights) <= stage.free] or small
    fullest = min((_filled(one, stage) for one in low), key=len)
    for slides in range(fewest + 1, len(fullest) + 1):
        found = next(_on(slides, tiers, items, stage), None)
        if found:
            return _relaxed(found, cards, stage)
    return _relaxed(_packed(fullest, items, stage), cards, stage)


def fit_one(
    cards: Sequence[CardText], items: Sequence[Moment], stage: Stage, sizes: Sequence[float], good: float
) -> Layout | None:
    """The layout on one slide in few lines and on some scale; None where that can't be."""
    if len(cards) > stage.most:
        return None
    tiers = [*_tiers(_settings(cards, stage, sizes), good)[:3], []]
    found = next(_on(1, tiers, items, stage), None)
    return _relaxed(found, cards, stage) if found and (found.proportional > 0 or len(items) < 3) else None


def _tiers(settings: Sequence[_Sized], good: float) -> list[list[_Sized]]:
    """The settings that are good to read, those with one line more, those in smaller type, and the others."""
    tiers: list[list[_Sized]] = [[], [], [], []]
    for one in settings:
        if one.lines > COMPACT:
            tiers[3].append(one)
        elif one.size < good:
            tiers[2].append(one)
        else:
            tiers[0 if one.lines <= SHORT else 1].append(one)
    return tiers


def _scales(items: Sequence[Moment], length: float) -> list[_Scale]:
    """The truest first, on an axis of `length` points; where long stretches are empty, breaks in the axis before all
    else is out of scale."""
    plain = [_Scale(proportional, items) for proportional in SCALES]
    cuts = breaks(items)
    if not cuts:
        return plain
    years = kept(items, cuts, length)
    shorter = squeezed(items, cuts, years)
    broken = [_Scale(proportional, shorter, cuts, years) for proportional in SCALES]
    if are_huge(items, cuts):
        return [_Scale(1.0, items, limit=LITTLE), *broken, *plain[1:]]
    nearly = [one for one in plain if one.proportional >= NEARLY_TRUE]
    return [*nearly, *broken, *plain[len(nearly) :]]


def _on(
    slides: int,
    tiers: Sequence[Sequence[_Sized]],
    items: Sequence[Moment],
    stage: Stage,
    least: float = 0.0,
) -> Iterator[Layout]:
    """Layouts on so many slides, the best first, no less true than `least`."""
    room = 2 * stage.bands * slides * (stage.width + GUTTER)
    length = (stage.width - 2 * EDGE) * slides
    scales = [one for one in _scales(items, length) if one.proportional >= least]
    fitting = [[one for one in tier if sum(one.widths) + len(items) * GUTTER <= room] for tier in tiers]
    if slides == 1:
        bands = [stage.band(0, index) for index in range(len(items))]
        fitting = [[one for one in tier if possible(one.widths, one.heights, bands, stage)] for tier in tiers]
    nearly = [one for one in scales if one.proportional >= NEARLY_TRUE]
    rest = [one for one in scales if one.proportional < NEARLY_TRUE]
    # A fifth line, and type as small as can be read, before a scale that is far from true; that before more lines.
    order = [(tier, tried) for tried in (nearly, rest) for tier in fitting[:3]]
    for tier, tried in (*order, (fitting[3], scales)):
        for scale in tried:
            # Where neither the largest cards nor the smallest are well divided, those between aren't either.
            if not any(_divided(scale, sized, stage, slides) for sized in (*tier[:1], *tier[1:][-1:])):
                continue
            for sized in tier:
                found = _scaled(scale, sized, items, stage, slides)
                if found:
                    yield found
    if least > 0:
        return
    for tier in fitting:
        for sized in tier:
            parts = _evenly_filled(sized, slides, stage)
            if parts:
                yield _packed(parts, items, stage)


def _settings(cards: Sequence[CardText], stage: Stage, sizes: Sequence[float]) -> list[_Sized]:
    """Sizes and numbers of lines worth trying, the largest type first, then the flattest cards. At least one."""
    tallest = stage.free
    most = max(2, int(tallest / (min(sizes) * PITCH)))
    found: list[_Sized] = []
    measured: dict[tuple[int, float], list[float]] = {}
    inset = max(card.inset for card in cards)
    for size in sizes:
        most_ems = IN_ROWS if stage.shape == "rows" else WIDEST
        widest = min((stage.width - 2 * inset) / size / MARGIN, most_ems)
        for lines in (*range(2, min(7, most)), *range(8, most, 4), most):
            if (lines, widest) not in measured:
                measured[lines, widest] = [
                    max(min(NARROWEST, widest), card.tightest(lines, widest)) for card in cards
                ]
            ems = measured[lines, widest]
            outer = [card.size(em, size) for card, em in zip(cards, ems, strict=True)]
            widths, heights = tuple(width for width, _ in outer), tuple(height for _, height in outer)
            deepest = max(card.lines(em) for card, em in zip(cards, ems, strict=True))
            sized = _Sized(size, deepest, widths, heights, tuple(stage.needs(widths, 0)))
            last_resort = not found and size == sizes[-1] and lines == most
            if (max(heights) <= tallest or last_resort) and (not found or sized != found[-1]):
                found.append(sized)
    return found


def _scaled(
    scale: _Scale, sized: _Sized, items: Sequence[Moment], stage: Stage, slides: int
) -> Layout | None:
    """The layout with these cards on one scale, None when something doesn't fit."""
    length = stage.width - 2 * EDGE
    placed = shares(scale.items, scale.proportional, sized.needs)
    # Room for the last card to begin at its dot, as the others do.
    whole = length * slides - min(sized.widths[-1] / 2, length * PAD)
    wanted = [share * whole for share in placed.dots]
    if len(wanted) == 1:
        wanted = [max(0.0, (length - sized.widths[0]) / 2)]
    parts = _parts(wanted, sized, stage, slides, scale.limit)
    if parts is None:
        return None
    dots = _dots(parts, length)
    moved = max(abs(dot - place) for dot, place in zip(dots, wanted, strict=True))
    axis = replace(_axis(dots, items, placed, whole), cuts=scale.cuts, kept=scale.kept)
    return Layout(sized.size, scale.proportional, moved, parts, axis, length, placed.rate * whole)


def _divided(scale: _Scale, sized: _Sized, stage: Stage, slides: int) -> bool:
    """Whether every slide has enough cards, and not too many."""
    if slides == 1:
        return True
    length = stage.width - 2 * EDGE
    wanted = [share * length * slides for share in shares(scale.items, scale.proportional, sized.needs).dots]
    return _ends(wanted, length, stage, slides) is not None


def _ends(wanted: Sequence[float], length: float, stage: Stage, slides: int) -> list[int] | None:
    """Where each slide ends; None where one has too many cards or too few."""
    ends = [bisect_left(wanted, (number + 1) * length) for number in range(slides - 1)] + [len(wanted)]
    least = max(1.0, LEAST * len(wanted) / slides)
    counts = (last - first for first, last in zip([0, *ends], ends, strict=False))
    return ends if all(least <= count <= stage.most for count in counts) else None


def _dots(parts: Sequence[Part], length: float) -> list[float]:
    """The dots on the long axis of which the slides are cuts."""
    return [dot + number * length - EDGE for number, part in enumerate(parts) for dot in part.dots]


def _filled(sized: _Sized, stage: Stage) -> list[tuple[_Sized, Part]]:
    """Slides filled one after another, each with as many cards as go on it."""
    parts: list[tuple[_Sized, Part]] = []
    first = 0
    while first < len(sized.widths):
        part = _full(first, first + 1, sized, stage)
        for last in range(first + 2, min(first + stage.most, len(sized.widths)) + 1):
            part = _full(first, last, sized, stage) or part
        parts.append((sized, part or alone(first, sized.widths[first], sized.heights[first], stage)))
        first = parts[-1][1].last
    return parts


def _evenly_filled(sized: _Sized, slides: int, stage: Stage) -> list[tuple[_Sized, Part]] | None:
    """Slides with as many cards each, one more or less; None when one of them doesn't go."""
    count = len(sized.widths)
    parts: list[tuple[_Sized, Part]] = []
    for number in range(slides):
        part = _full(number * count // slides, (number + 1) * count // slides, sized, stage)
        if part is None:
            return None
        parts.append((sized, part))
    return parts


def _full(first: int, last: int, sized: _Sized, stage: Stage) -> Part | None:
    """A slide with these cards, spaced by the room that each needs."""
    if not 0 < last - first <= stage.most:
        return None
    widths, heights = sized.widths[first:last], sized.heights[first:last]
    needs = [0.0, *accumulate(stage.needs(widths, first))]
    spare = stage.width - 2 * EDGE
    share = (spare - min(widths[-1], spare * 0.2)) / needs[-2] if last - first > 1 else 0.0
    start = EDGE if last - first > 1 else max(EDGE, (stage.width - widths[0]) / 2)
    return place(first, [start + need * share for need in needs[:-1]], widths, heights, stage, ANYHOW)


def _packed(parts: Sequence[tuple[_Sized, Part]], items: Sequence[Moment], stage: Stage) -> Layout:
    """The layout of slides filled in order, without a scale."""
    length = stage.width - 2 * EDGE
    own = tuple(part for _, part in parts)
    return Layout(parts[0][0].size, 0.0, 0.0, own, _axis(_dots(own, length), items, None, 0.0), length)


def _parts(
    wanted: Sequence[float], sized: _Sized, stage: Stage, slides: int, limit: float
) -> tuple[Part, ...] | None:
    length = stage.width - 2 * EDGE
    ends = _ends(wanted, length, stage, slides)
    if ends is None:
        return None
    parts = []
    for number, (first, last) in enumerate(zip([0, *ends], ends, strict=False)):
        local = [place - number * length + EDGE for place in wanted[first:last]]
        part = place(first, local, sized.widths[first:last], sized.heights[first:last], stage, limit)
        if part is None:
            return None
        parts.append(part)
    return tuple(parts)


def _relaxed(layout: Layout, cards: Sequence[CardText], stage: Stage) -> Layout:
    """The layout with tall cards made wider where they have room for it."""
    widest = min(stage.width / layout.size / MARGIN, WIDEST * 0.75)
    return replace(
        layout, parts=tuple(widened(part, cards, layout.size, widest, stage) for part in layout.parts)
    )


def _axis(dots: Sequence[float], items: Sequence[Moment], placed: Shares | None, whole: float) -> Axis:
    """The scale on which the dots stand; where some were moved on their own axis, the furthest of each time."""
    knots: list[tuple[float, float]] = []
    for item, dot in zip(items, dots, strict=True):
        if item.at is not None:
            knots.append((item.at, max(dot, knots[-1][1]) if knots else dot))
    if placed and placed.tail and knots:
        latest = max(item.end for item in items if item.ranged and math.isfinite(item.end))
        # Dots that were moved apart may have pushed the last one on.
        knots.append((latest, max(placed.tail[1] * whole, knots[-1][1])))
    return Axis(tuple(knots))
