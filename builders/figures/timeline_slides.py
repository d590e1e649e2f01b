"""Events and a box in, timelines as drawings out, on slides or as one strip of a page, and what their scale is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from builders.figures.drawing import Drawing
from builders.figures.looks import Look
from builders.figures.ops import scale
from builders.figures.time_cards import INSET, MARGIN, CardText, card_text, cut_text
from builders.figures.time_scale import Cuts, Moment, deepest, moments
from builders.figures.timeline_axis import breaks
from builders.figures.timeline_entries import TimelineEntry, entries, in_order, lanes_of
from builders.figures.timeline_fit import TOLD, WIDEST, Layout, fit_one, fit_slides
from builders.figures.timeline_paint import NAME, NAME_LINES, STRIPE, paint
from builders.figures.timeline_pictures import aspect
from builders.figures.timeline_place import BARS, Stage
from builders.figures.timeline_scene import Scene
from builders.lesson.labels import labels
from builders.lesson.model import Event, plain
from builders.theme.faces import Face, Family
from builders.theme.measure import advance
from builders.theme.tokens import Theme
from builders.theme.wrap import wrap

NBSP = "\u00a0"
SIZES = (20.0, 18.0, 16.0, 15.0, 14.0)
MOST = 12
"""Events on a slide: more can't be read from the back of a room."""
NAMES = (0.12, 0.15, 0.18, 0.22, 0.26, 0.3)
"""Shares of the width that the names of lanes may take, the least that will do."""

STRIP = 0.61
"""A strip of a page is a slide at this size: its smallest type, the years' too, is then 8.5 points."""
STRIP_SIZES = (16.0, 15.0, 14.0)
STRIP_MOST = 14
"""Events on a strip: a page is read from close by."""


@dataclass(frozen=True, slots=True)
class Scaling:
    """How true the places are: what share of the spacing is proportional, how far in points a dot was moved at the
    most, what a year takes at the least (where all is proportional, exactly), and the stretches of time that the axis
    leaves out, each drawn as `kept` years."""

    proportional: float = 1.0
    moved: float = 0.0
    year: float = 0.0
    cuts: Cuts = ()
    kept: float = 0.0


@dataclass(frozen=True, slots=True)
class Horizontal:
    """A timeline on slides: a drawing each, a note with each on their common scale ("" when there is nothing to say),
    and that scale."""

    drawings: tuple[Drawing, ...]
    notes: tuple[str, ...]
    scaling: Scaling = Scaling()


@lru_cache(maxsize=32)
def timeline_on_slides(
    events: tuple[Event, ...], width: float, height: float, theme: Theme, language: str, family: Family
) -> Horizontal:
    """The timeline in boxes of width × height points, one drawing a slide; all have the same scale."""
    if not events:
        return Horizontal((), ())
    floor = theme.slide.card_floor
    told = _told(events, width, height, floor, language, family, MOST)
    sizes = [size for size in SIZES if size >= floor] or [floor]
    layout = fit_slides(told.cards, told.items, told.stage, sizes, min(theme.slide.card, sizes[0]))
    scene = _scene(told, layout, Look(theme, language, "slide"), family)
    return Horizontal(tuple(paint(scene, height)), _notes(scene), _scaling(layout))


@lru_cache(maxsize=32)
def timeline_strip(
    events: tuple[Event, ...], width: float, height: float, theme: Theme, language: str, family: Family
) -> Horizontal | None:
    """The timeline in one drawing for a page, `width` points wide and at most `height` high; None where it doesn't go
    with all its words, or only out of scale."""
    if not 0 < len(events) <= STRIP_MOST:
        return None
    wide, tall = width / STRIP, height / STRIP
    told = _told(events, wide, tall, STRIP_SIZES[-1], language, family, STRIP_MOST)
    if len(told.cards) > len(events):
        return None
    layout = fit_one(told.cards, told.items, told.stage, STRIP_SIZES, STRIP_SIZES[-1])
    if layout is None:
        return None
    scene = _scene(told, layout, Look(theme, language, "page"), family)
    [drawing] = paint(scene, tall, trimmed=True)
    true = _scaling(layout)
    smaller = replace(true, moved=true.moved * STRIP, year=true.year * STRIP)
    return Horizontal((scale(drawing, width),), _notes(scene), smaller)


@dataclass(frozen=True, slots=True)
class _Told:
    """The events as cards, the moments and entries that go with them, and where they are to stand."""

    cards: tuple[CardText, ...]
    items: tuple[Moment, ...]
    listed: tuple[TimelineEntry, ...]
    lanes: tuple[str, ...]
    left: float
    stage: Stage


def _told(
    events: tuple[Event, ...],
    width: float,
    height: float,
    floor: float,
    language: str,
    family: Family,
    most: int,
) -> _Told:
    ordered = in_order(events)
    lanes = lanes_of(events)
    left = _names(lanes, width, family)
    # The first named stands first; an event without a lane among others is an error, and isn't drawn.
    number = {lane: index for index, lane in enumerate(lanes)}
    dates = moments([event.date for event in ordered])
    own = tuple(number[event.lane] for event in ordered) if lanes else None
    room = Stage(width - left, height, own, most, min(BARS, deepest(dates)))
    cards: list[CardText] = []
    items: list[Moment] = []
    listed: list[TimelineEntry] = []
    for entry, moment in zip(entries(ordered, language), dates, strict=True):
        # A date stays on one line, or a range is parted after its dash.
        label = NBSP.join(entry.date_label.split(" ")).replace(f"{NBSP}–{NBSP}", f"{NBSP}– ")
        said = plain(entry.text).replace("\n", " ").strip()
        dated, text = Face(family, bold=True), Face(family, bold=entry.highlight)
        inset = INSET if entry.highlight else 0.0
        whole = card_text(label, said, dated, text, inset, aspect(entry.image))
        parts = cut_text(whole, floor, min((room.width - 2 * inset) / MARGIN, WIDEST * floor), room.free)
        cards += parts
        listed += [entry] * len(parts)
        items += [moment] * len(parts)
    stage = room
    if lanes:
        stage = replace(room, lanes=tuple(number[entry.lane] for entry in listed))
    return _Told(tuple(cards), tuple(items), tuple(listed), lanes, left, stage)


def _names(lanes: tuple[str, ...], width: float, family: Family) -> float:
    """The width of the column with the names of the lanes; none without lanes."""
    if not lanes:
        return 0.0
    face = Face(family, bold=True)
    wrapped = ([wrap(lane, face, NAME, width * share) for lane in lanes] for share in NAMES)
    tried = next((one for one in wrapped if max(map(len, one)) <= NAME_LINES), None)
    lines = [
        line for own in tried or [wrap(lane, face, NAME, width * NAMES[-1]) for lane in lanes] for line in own
    ]
    return STRIPE + 18 + max(advance(line, face, NAME) for line in lines) * MARGIN


def _scene(told: _Told, layout: Layout, look: Look, family: Family) -> Scene:
    return Scene(layout, told.stage, told.cards, told.items, told.listed, told.lanes, told.left, look, family)


def _scaling(layout: Layout) -> Scaling:
    axis = layout.axis
    return Scaling(layout.proportional, layout.moved, layout.year, axis.cuts, axis.kept)


def _notes(scene: Scene) -> tuple[str, ...]:
    """What is said on every slide; breaks where they are seen. Two events have no scale to speak of, nor has a day."""
    layout, words = scene.layout, labels(scene.language)
    knots, numbers = layout.axis.knots, range(len(layout.parts))
    if len(knots) < 3 or knots[0][0] == knots[-1][0]:
        return tuple("" for _ in numbers)
    if layout.proportional >= 1:
        text = words.to_scale_moved if layout.moved > TOLD else words.to_scale
    else:
        shorter = round(100 * (1 - layout.proportional))
        text = words.partly_to_scale.format(n=shorter) if layout.proportional > 0 else words.not_to_scale
    said = [text]
    if len(layout.parts) > 1 and layout.proportional >= 1:
        said.append(words.same_scale)
    told = ([*said, words.broken_axis] if any(breaks(scene, number)) else said for number in numbers)
    return tuple(" ".join(f"{sentence}." for sentence in one) for one in told)
