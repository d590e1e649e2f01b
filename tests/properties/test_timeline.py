"""Timelines of any events: labels apart, in the box and in order, leaders straight to their cards, no word lost."""

from __future__ import annotations

import itertools
import random

import pytest

from builders.figures.crop import Box, bounds
from builders.figures.drawing import Card, Drawing, Ellipse, Label, Line
from builders.figures.time_scale import moments
from builders.figures.timeline_entries import entries, in_order
from builders.figures.timeline_fit import MOST
from builders.figures.timeline_slides import timeline_on_slides
from builders.lesson.dates import Date, parse_date
from builders.lesson.labels import LANGUAGES, labels
from builders.lesson.model import Event, Span, plain
from builders.theme.faces import Family
from builders.theme.measure import advance
from builders.theme.tokens import EDITORIAL

SETS = 2_000
PER_CASE = 100
SAMPLE = """
the pact is signed in Moscow Soviet troops enter eastern Poland remilitarises Rhineland breach of Versailles
Молотов–Риббентроп 22,000 prisoners shot (Katyn) Nichtangriffsvertrag l’Union annexes Estonia, Latvia and Lithuania;
“strictly secret” protocol 1939–1941 self-determination https://avalon.law.yale.edu/20th_century/nonagres.asp
"""
WORDS = SAMPLE.split()
FAMILIES = (Family.CALIBRI, Family.GEORGIA, Family.ARIAL, Family.SANS)
BOXES = ((848.0, 330.0), (848.0, 250.0), (600.0, 400.0), (360.0, 300.0))


def some_date(dice: random.Random, first: int, last: int) -> Date:
    year = dice.randint(first, last)
    month, day = dice.randint(1, 12), dice.randint(1, 28)
    later = year + dice.choice((0, 0, 1, 3, 10))
    text = dice.choice(
        [f"{year:04}-{month:02}-{day:02}"] * 6
        + [f"{year:04}-{month:02}"] * 2
        + [f"{year:04}", f"{year:04}~", f"{year:04}-2{dice.randint(1, 4)}"]
        + [
            f"{year:04}/{later:04}",
            f"{year:04}-01-05/{later:04}-{month:02}",
            f"{year:04}/..",
            f"../{year:04}",
            f"{year:04}/",
        ]
        + [f"{year // 10:03}X"]
        if year > 0
        else [f"-{-year:04}", f"-{-year:04}/{max(1, later):04}"]
    )
    date = parse_date(text)
    assert isinstance(date, Date), text
    return date


def some_events(dice: random.Random) -> tuple[Event, ...]:
    count = dice.choice((1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 12) * 4 + (15, 25, 40))
    first = dice.choice((-600, -44, 900, 1776, 1900, 1917, 1939, 1941))
    last = first + dice.choice((0, 1, 2, 6, 20, 100, 900))
    dates = [some_date(dice, first, last) for _ in range(count)]
    if dice.random() < 0.2:
        dates = [dice.choice(dates[:3]) for _ in dates]
    if dice.random() < 0.05:
        dates.append(Date("/..", parse_date("../1900").start, parse_date("1900/..").end))  # type: ignore[union-attr]
    longest = dice.choice((3, 6, 12, 12, 12, 12, 12, 40 if count < 15 else 12))
    if count < 4 and dice.random() < 0.1:
        longest = 900
    return tuple(
        Event(
            date,
            (Span(" ".join(dice.choices(WORDS, k=dice.randint(1, longest)))),),
            None,
            ("sections", 0, index),
        )
        for index, date in enumerate(dates)
    )


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("seed", range(SETS // PER_CASE))
def test_on_slides(seed: int) -> None:
    dice = random.Random(seed)
    for number in range(PER_CASE):
        events = some_events(dice)
        language, family = dice.choice(LANGUAGES), dice.choice(FAMILIES)
        width, height = dice.choice(BOXES)
        found = timeline_on_slides(events, width, height, EDITORIAL, language, family)
        try:
            for drawing in found.drawings:
                check_slide(drawing, width, height)
            check_words(found.drawings, events, language)
            if found.scale_note.startswith(labels(language).to_scale + "."):
                check_scale(found.drawings, events)
        except AssertionError as error:
            raise AssertionError(
                f"seed {seed}, set {number}: {[(e.date.edtf, plain(e.text)) for e in events]}"
            ) from error


def check_slide(drawing: Drawing, width: float, height: float) -> None:
    """Everything in the box; cards, years and leaders apart from each other; dots in order."""
    assert (drawing.width, drawing.height) == (width, height)
    box = Box(0, 0, width, height)
    for shape in drawing.shapes:
        assert box.holds(bounds(shape), slack=1.1), shape
    cards = [shape for shape in drawing.shapes if isinstance(shape, Card)]
    years = [bounds(shape) for shape in drawing.shapes if isinstance(shape, Label)]
    dots = [shape for shape in drawing.shapes if isinstance(shape, Ellipse)]
    assert 1 <= len(cards) == len(dots) <= MOST
    for card in cards:
        for line in card.lines:
            assert line.size >= EDITORIAL.slide.card_floor
            assert advance(line.text, line.face, line.size) <= card.width + 0.01
        assert sum(line.size * 1.22 for line in card.lines) <= card.height + 0.01
    for one, other in itertools.combinations([bounds(card) for card in cards], 2):
        assert apart(one, other, 4.0), (one, other)
    for one, other in itertools.product(years, [bounds(card) for card in cards]):
        assert apart(one, other, 0.0), (one, other)
    for one, other in itertools.combinations(years, 2):
        assert apart(one, other, 2.0), (one, other)
    for before, after in itertools.pairwise(dots):
        assert after.cx - before.cx >= before.rx + after.rx
        assert after.cy == before.cy
    for side in (0, 1):
        assert [card.x for card in cards[side::2]] == sorted(card.x for card in cards[side::2])
    for index, (card, dot) in enumerate(zip(cards, dots, strict=True)):
        (leader,) = (
            shape
            for shape in drawing.shapes
            if isinstance(shape, Line) and shape.x1 == shape.x2 == dot.cx and shape.y1 == dot.cy
        )
        edge = card.y + card.height if index % 2 == 0 else card.y
        assert card.x - 0.6 <= leader.x2 <= card.x + card.width + 0.6
        assert abs(leader.y2 - edge) <= 3
        assert (leader.y2 < dot.cy) == (index % 2 == 0)
        path = Box(leader.x1, min(leader.y1, leader.y2) + 3, leader.x1, max(leader.y1, leader.y2) - 3)
        others = [bounds(other) for other in cards if other is not card] + years
        assert all(apart(path, other, 0.0) for other in others)


def apart(one: Box, other: Box, gap: float) -> bool:
    return (
        one.right + gap <= other.left + 0.01
        or other.right + gap <= one.left + 0.01
        or one.bottom <= other.top + 0.01
        or other.bottom <= one.top + 0.01
    )


def check_words(drawings: tuple[Drawing, ...], events: tuple[Event, ...], language: str) -> None:
    """The cards in order say the dates and the events in order, and so do the alternatives."""
    cards = [shape for drawing in drawings for shape in drawing.shapes if isinstance(shape, Card)]
    listed = list(entries(events, language))
    said = 0
    for entry in listed:
        date, left = bare(entry.date_label), bare(plain(entry.text))
        while True:
            shown = bare("".join(line.text for line in cards[said].lines))
            said += 1
            assert shown.startswith(date)
            assert left.startswith(shown.removeprefix(date)), (left, shown)
            left = left.removeprefix(shown.removeprefix(date))
            if not left:
                break
    assert said == len(cards)
    spoken = bare("".join(drawing.alt for drawing in drawings))
    assert all(bare(plain(entry.text)).rstrip(".;") in spoken for entry in listed)


def check_scale(drawings: tuple[Drawing, ...], events: tuple[Event, ...]) -> None:
    """Where the note says "to scale", equal times are equal distances, over all slides."""
    times = [moment.at for moment in moments([event.date for event in in_order(events)])]
    length = drawings[0].width - 11.0
    dots = [
        shape.cx + number * length
        for number, drawing in enumerate(drawings)
        for shape in drawing.shapes
        if isinstance(shape, Ellipse)
    ]
    if len(dots) > len(times):
        return  # an event was cut over several cards
    known = [(time, dot) for time, dot in zip(times, dots, strict=True) if time is not None]
    (first, start), (last, end) = known[0], known[-1]
    if last - first > 1e-6:
        scale = (end - start) / (last - first)
        assert all(abs(start + scale * (time - first) - dot) < 3.1 for time, dot in known)


@pytest.mark.parametrize("count", [1, 8, 40])
def test_the_same_events_in_any_order_are_one_timeline(count: int) -> None:
    dice = random.Random(count)
    # Days that are all different: only then does the outline's order say nothing.
    days = dice.sample(range(1, 29), min(count, 28))
    dates = [f"{1930 + index // 28}-0{1 + index % 9}-{days[index % len(days)]:02}" for index in range(count)]
    events = []
    for index, text in enumerate(dates):
        date = parse_date(text)
        assert isinstance(date, Date)
        events.append(Event(date, (Span(f"event {index}"),), None, ()))
    if len({event.date.edtf for event in events}) < count:
        events = list({event.date.edtf: event for event in events}.values())
    arguments = (848.0, 330.0, EDITORIAL, "en", Family.CALIBRI)
    first = timeline_on_slides(tuple(events), *arguments)
    dice.shuffle(events)
    assert timeline_on_slides(tuple(events), *arguments) == first
    assert len(first.drawings) == {1: 1, 8: 1}.get(len(events), -(-len(events) // MOST))


def test_no_events_no_slides() -> None:
    assert timeline_on_slides((), 848, 330, EDITORIAL, "en", Family.CALIBRI).drawings == ()
