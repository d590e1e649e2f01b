"""Events and a slide's box in, timelines as drawings out, and the sentence that says what their scale is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from builders.figures.drawing import Drawing
from builders.figures.time_cards import MARGIN, CardText, card_text, cut_text
from builders.figures.time_scale import Moment, moments
from builders.figures.timeline_entries import TimelineEntry, entries, in_order
from builders.figures.timeline_fit import STUB, WIDEST, Layout, fit_slides
from builders.figures.timeline_paint import Scene, paint
from builders.lesson.labels import labels
from builders.lesson.model import Event, plain
from builders.theme.faces import Face, Family
from builders.theme.tokens import Theme

NBSP = "\u00a0"
SIZES = (20.0, 18.0, 16.0, 15.0, 14.0)


@dataclass(frozen=True, slots=True)
class Horizontal:
    """A timeline on slides: a drawing each, and one note on their common scale ("" when there is nothing to say)."""

    drawings: tuple[Drawing, ...]
    scale_note: str


def horizontal(
    events: Sequence[Event],
    width: float,
    height: float,
    theme: Theme,
    language: str,
    family: Family = Family.CALIBRI,
) -> tuple[Drawing, ...]:
    """The timeline in boxes of width × height points, one drawing a slide; all have the same scale."""
    return timeline_on_slides(tuple(events), width, height, theme, language, family).drawings


def scale_note(
    events: Sequence[Event],
    width: float,
    height: float,
    theme: Theme,
    language: str,
    family: Family = Family.CALIBRI,
) -> str:
    """What the spacing of `horizontal` with the same arguments means, in the lesson's language."""
    return timeline_on_slides(tuple(events), width, height, theme, language, family).scale_note


@lru_cache(maxsize=32)
def timeline_on_slides(
    events: tuple[Event, ...], width: float, height: float, theme: Theme, language: str, family: Family
) -> Horizontal:
    """Both at once."""
    if not events:
        return Horizontal((), "")
    slide = theme.slide
    dated, text = Face(family, bold=True), Face(family)
    listed: list[TimelineEntry] = []
    cards: list[CardText] = []
    items: list[Moment] = []
    ordered = in_order(events)
    floor = slide.card_floor
    for entry, moment in zip(entries(ordered, language), moments([e.date for e in ordered]), strict=True):
        # A date stays on one line, or a range is parted after its dash.
        label = NBSP.join(entry.date_label.split(" ")).replace(f"{NBSP}–{NBSP}", f"{NBSP}– ")
        whole = card_text(label, plain(entry.text).replace("\n", " ").strip(), dated, text)
        parts = cut_text(whole, floor, min(width / MARGIN, WIDEST * floor), height - 2 * STUB)
        cards += parts
        listed += [entry] * len(parts)
        items += [moment] * len(parts)
    largest = 20 if len(cards) <= 4 else 18 if len(cards) <= 6 else slide.card
    sizes = [size for size in SIZES if floor <= size <= largest] or [floor]
    layout = fit_slides(cards, items, width, height, sizes, min(slide.card, largest))
    scene = Scene(layout, cards, items, listed, width, height, theme, language, family)
    return Horizontal(tuple(paint(scene)), _note(layout, language))


def _note(layout: Layout, language: str) -> str:
    """Two events have no scale to speak of."""
    words = labels(language)
    if len(layout.axis.knots) < 3:
        return ""
    if layout.proportional >= 1:
        text = words.to_scale_moved if layout.moved else words.to_scale
    else:
        text = words.partly_to_scale if layout.proportional > 0 else words.not_to_scale
    one = len(layout.parts) > 1 and layout.proportional > 0
    return f"{text}. {words.same_scale}." if one else f"{text}."
