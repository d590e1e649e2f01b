"""Timelines of any events, on slides and on a page: labels apart, in the box and in order, leaders straight to their
cards, every dot at its date within the distortion that is stated, no word lost."""

from __future__ import annotations

import itertools
import random
import struct
import zlib
from dataclasses import replace

import pytest

from builders.figures.crop import Box, bounds
from builders.figures.drawing import Card, Drawing, Ellipse, Label, Line, Path, Picture
from builders.figures.time_cards import INSET
from builders.figures.time_scale import moments, shorter
from builders.figures.timeline_entries import entries, in_order, lanes_of
from builders.figures.timeline_place import EDGE
from builders.figures.timeline_slides import (
    MOST,
    STRIP,
    STRIP_MOST,
    Horizontal,
    timeline_on_slides,
    timeline_strip,
)
from builders.lesson.dates import Date, parse_date
from builders.lesson.labels import LANGUAGES, labels
from builders.lesson.model import Event, Image, Span, plain
from builders.lesson.model import Picture as Photograph
from builders.theme.faces import Family
from builders.theme.measure import advance
from builders.theme.tokens import EDITORIAL

SLIDES, PAGES = 900, 1_100
PER_CASE = 100
SAMPLE = """
the pact is signed in Moscow Soviet troops enter eastern Poland remilitarises Rhineland breach of Versailles
Молотов–Риббентроп 22,000 prisoners shot (Katyn) Nichtangriffsvertrag l’Union annexes Estonia, Latvia and Lithuania;
“strictly secret” protocol 1939–1941 self-determination https://avalon.law.yale.edu/20th_century/nonagres.asp
"""
WORDS = SAMPLE.split()
FAMILIES = (Family.CALIBRI, Family.GEORGIA, Family.ARIAL, Family.SANS)
BOXES = ((848.0, 330.0), (848.0, 330.0), (848.0, 250.0), (600.0, 400.0), (360.0, 300.0))
ROWS = 326.0
"""The height of a slide's box, which three lanes and more need."""
MEASURES = (500.0, 483.0, 330.0)
LANES = ("Germany", "Soviet Union", "The government in exile in London", "Österreich-Ungarn")
READABLE = 8.5


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PHOTOS = tuple(
    Image(f"photo{n}", (), alt=f"a picture {n}", picture=Photograph("p.png", "png", data))
    for n, data in enumerate((png(6, 4), png(4, 7), png(30, 2)))
)


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
            f"/{year:04}",
        ]
        + [f"{year // 10:03}X"]
        if year > 0
        else [f"-{-year:04}", f"-{-year:04}/{max(1, later):04}"]
    )
    date = parse_date(text)
    assert isinstance(date, Date), text
    return date


def some_events(dice: random.Random, most: int = 60) -> tuple[Event, ...]:
    counts = (1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 12) * 6 + (15, 25, 40, 60)
    count = dice.choice([count for count in counts if count <= most])
    first = dice.choice((-600, -44, 900, 1776, 1900, 1917, 1939, 1941))
    last = first + dice.choice((0, 1, 2, 6, 20, 100, 900))
    dates = [some_date(dice, first, last) for _ in range(count)]
    if dice.random() < 0.2:
        dates = [dice.choice(dates[:3]) for _ in dates]
    if dice.random() < 0.2:
        dates[0] = some_date(dice, first - 2000, first - 1000)
    if dice.random() < 0.05:
        dates.append(Date("/..", parse_date("../1900").start, parse_date("1900/..").end))  # type: ignore[union-attr]
    longest = dice.choice((3, 6, 12, 12, 12, 12, 12, 40 if count < 15 else 12))
    if count < 4 and dice.random() < 0.03:
        longest = 900
    lanes = LANES[: dice.choice((0, 0, 0, 1, 2, 2, 3, 4))] or ("",)
    pictured = dice.choice((0.0, 0.0, 0.0, 0.3))
    return tuple(
        Event(
            date,
            (Span(" ".join(dice.choices(WORDS, k=dice.randint(1, longest)))),),
            None,
            ("sections", 0, index),
            dice.choice(lanes),
            dice.random() < 0.1,
            dice.choice(PHOTOS) if dice.random() < pictured else None,
        )
        for index, date in enumerate(dates)
    )


def bare(text: str) -> str:
    return "".join(text.split())


def said(events: tuple[Event, ...]) -> str:
    told = (
        f"{e.date.edtf} {e.lane}{'!' * e.highlight}{e.image.id if e.image else ''} {plain(e.text)}"
        for e in events
    )
    return "; ".join(told)


@pytest.mark.parametrize("seed", range(SLIDES // PER_CASE))
def test_on_slides(seed: int) -> None:
    dice = random.Random(seed)
    for number in range(PER_CASE):
        events = some_events(dice)
        language, family = dice.choice(LANGUAGES), dice.choice(FAMILIES)
        width, height = dice.choice(BOXES)
        if len(lanes_of(events)) > 2:
            height = max(height, ROWS)
        found = timeline_on_slides(events, width, height, EDITORIAL, language, family)
        try:
            lanes = len(lanes_of(events))
            for drawing in found.drawings:
                assert (drawing.width, drawing.height) == (width, height)
                check_drawing(drawing, lanes, 1.0, EDITORIAL.slide.card_floor, MOST)
            check_words(found.drawings, events, lanes, language)
            check_scale(found, events, language, 1.0)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, set {number}, {width} × {height}: {said(events)}") from error


@pytest.mark.parametrize("seed", range(PAGES // PER_CASE))
def test_on_a_page(seed: int) -> None:
    dice = random.Random(1_000 + seed)
    drawn = 0
    for number in range(PER_CASE):
        events = some_events(dice, 15)
        language, width = dice.choice(LANGUAGES), dice.choice(MEASURES)
        found = timeline_strip(events, width, 250.0, EDITORIAL, language, Family.SANS)
        if found is None:
            continue
        drawn += 1
        try:
            lanes = len(lanes_of(events))
            (drawing,) = found.drawings
            assert drawing.width == width
            assert drawing.height <= 250.1
            check_drawing(drawing, lanes, STRIP, READABLE, STRIP_MOST)
            check_words(found.drawings, events, lanes, language)
            check_scale(found, events, language, STRIP)
            assert found.scaling.proportional > 0 or len(events) < 3
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, set {number}, {width}: {said(events)}") from error
    assert drawn > PER_CASE / 3


def check_drawing(drawing: Drawing, lanes: int, unit: float, floor: float, most: int) -> None:
    """Everything in the box; cards, pictures, years and leaders apart from each other; dots in order on each axis.
    `unit` is the size of a slide's point."""
    box = Box(0, 0, drawing.width, drawing.height)
    for shape in drawing.shapes:
        assert box.holds(bounds(shape), slack=1.1), shape
    every = [shape for shape in drawing.shapes if isinstance(shape, Card)]
    names, cards = every[:lanes], every[lanes:]
    pictures = [bounds(shape) for shape in drawing.shapes if isinstance(shape, Picture)]
    years = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    dots = [shape for shape in drawing.shapes if isinstance(shape, Ellipse)]
    assert 1 <= len(cards) == len(dots) <= most
    assert all(year.size >= floor for year in years)
    for card in every:
        for line in card.lines:
            assert line.size >= floor
            assert advance(line.text, line.face, line.size) <= card.width - 2 * card.inset + 0.02
        assert sum(line.size * 1.22 for line in card.lines) <= card.height - 2 * card.inset + 0.02
    boxes = [*(bounds(card) for card in (*cards, *names)), *pictures]
    for one, other in itertools.combinations(boxes, 2):
        assert apart(one, other, 4.0 * unit), (one, other)
    for year, other in itertools.product([bounds(year) for year in years], boxes):
        assert apart(year, other, 0.0), (year, other)
    for one, other in itertools.combinations([bounds(year) for year in years], 2):
        assert apart(one, other, 2.0 * unit), (one, other)
    axes = sorted({dot.cy for dot in dots})
    for y in axes:
        own = [dot for dot in dots if dot.cy == y]
        for before, after in itertools.pairwise(own):
            assert after.cx - before.cx >= before.rx + after.rx - 0.01
    check_leaders(drawing, cards, dots, [*boxes, *(bounds(year) for year in years)], unit)


def check_leaders(
    drawing: Drawing, cards: list[Card], dots: list[Ellipse], others: list[Box], unit: float
) -> None:
    """From each dot straight to its own card, and over nothing else."""
    leaders = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.x1 == shape.x2]
    for card, dot in zip(cards, dots, strict=True):
        leader = next(
            line for line in leaders if line.x1 == dot.cx and line.y1 == dot.cy and reaches(line, card, unit)
        )
        low, high = sorted((leader.y1, leader.y2))
        path = Box(leader.x1, low + 3 * unit, leader.x1, high - 3 * unit)
        own = bounds(card)
        assert all(apart(path, other, 0.0) for other in others if other != own), (path, card)
        foreign = [bounds(other) for other in cards if other is not card]
        assert all(apart(path, other, 4.0) for other in foreign), (path, card)
        assert not any(low + 1 < other.cy < high - 1 and other.cx == dot.cx for other in dots)


def reaches(leader: Line, card: Card, unit: float) -> bool:
    """Whether a leader ends at the edge of a card that is nearer to its axis, or of the ground on which it stands."""
    near = card.y if leader.y2 > leader.y1 else card.y + card.height
    return (
        abs(leader.y2 - near) <= (3 + INSET) * unit
        and -0.6 <= leader.x2 - card.x + INSET <= card.width + 2 * INSET + 0.6
    )


def apart(one: Box, other: Box, gap: float) -> bool:
    return (
        one.right + gap <= other.left + 0.02
        or other.right + gap <= one.left + 0.02
        or one.bottom <= other.top + 0.02
        or other.bottom <= one.top + 0.02
    )


def check_words(drawings: tuple[Drawing, ...], events: tuple[Event, ...], lanes: int, language: str) -> None:
    """The cards in order say the dates and the events in order, and so do the alternatives, lanes and turning points
    among them; the pictures are those of the events."""
    cards = [
        shape
        for drawing in drawings
        for shape in [one for one in drawing.shapes if isinstance(one, Card)][lanes:]
    ]
    listed = list(entries(events, language))
    told = 0
    for entry in listed:
        date, left = bare(entry.date_label), bare(plain(entry.text))
        while True:
            shown = bare("".join(line.text for line in cards[told].lines))
            assert cards[told].lines[-1].face.bold == entry.highlight
            told += 1
            assert shown.startswith(date)
            assert left.startswith(shown.removeprefix(date)), (left, shown)
            left = left.removeprefix(shown.removeprefix(date))
            if not left:
                break
    assert told == len(cards)
    alts = [shape.alt for drawing in drawings for shape in drawing.shapes if isinstance(shape, Picture)]
    assert alts == [entry.image.alt for entry in listed if entry.image]
    spoken = bare("".join(drawing.alt for drawing in drawings))
    assert all(bare(plain(entry.text)).rstrip(".;") in spoken for entry in listed)
    assert all(bare(lane) in spoken for lane in lanes_of(events))
    assert (bare(labels(language).highlighted) in spoken) == any(event.highlight for event in events)


def check_scale(found: Horizontal, events: tuple[Event, ...], language: str, unit: float) -> None:
    """Two dots are as far from each other as the scale says, exactly where it is true and at least where it is not,
    but for what dots were moved; what is cut out is marked; and the note says all that."""
    scaling, words = found.scaling, labels(language)
    times = [moment.at for moment in moments([event.date for event in in_order(events)])]
    dots: list[float] = []
    zigzags = 0
    assert len(found.notes) == len(found.drawings)
    for number, drawing in enumerate(found.drawings):
        left = min(shape.x1 for shape in drawing.shapes if isinstance(shape, Line) and shape.y1 == shape.y2)
        length = drawing.width - left - 2 * EDGE * unit
        own = [shape for shape in drawing.shapes if isinstance(shape, Ellipse)]
        dots += [dot.cx - left + number * length for dot in own]
        axes = len({shape.y1 for shape in drawing.shapes if isinstance(shape, Line) and shape.y1 == shape.y2})
        lines = [s for s in drawing.shapes if isinstance(s, Path) and s.fill is None]
        zigzags += len(lines) // axes
        if any(found.notes):
            assert (words.broken_axis in found.notes[number]) == bool(lines)
    assert zigzags == len(scaling.cuts)
    if len(dots) > len(times):
        return  # an event was cut over several cards
    known = [
        (shorter(time, scaling.cuts, scaling.kept), dot)
        for time, dot in zip(times, dots, strict=True)
        if time is not None
    ]
    slack = 2 * scaling.moved + 0.1
    for (t1, x1), (t2, x2) in itertools.combinations(known, 2):
        assert x2 - x1 >= scaling.year * (t2 - t1) - slack
        if scaling.proportional == 1 and t2 > t1:
            assert x2 - x1 <= scaling.year * (t2 - t1) + slack
    if len(known) >= 3 and known[0][0] < known[-1][0]:
        true = scaling.proportional == 1 and scaling.moved <= 1.5 * unit
        assert all((words.to_scale + "." in note) == true for note in found.notes)
        assert any(words.broken_axis in note for note in found.notes) == bool(scaling.cuts)
        if 0 < scaling.proportional < 1:
            assert all(str(round(100 * (1 - scaling.proportional))) in note for note in found.notes)


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
    fewest = -(-len(events) // MOST)
    assert fewest <= len(first.drawings) <= fewest + (fewest // 2 + 1 if len(events) > 8 else 0)


def test_no_events_no_slides() -> None:
    assert timeline_on_slides((), 848, 330, EDITORIAL, "en", Family.CALIBRI).drawings == ()
    assert timeline_strip((), 500, 250, EDITORIAL, "en", Family.SANS) is None


def test_lanes_are_named_once_on_every_slide() -> None:
    dice = random.Random(3)
    events = tuple(replace(event, lane=dice.choice(LANES[:2])) for event in some_events(dice))
    found = timeline_on_slides(events, 848, 330, EDITORIAL, "en", Family.CALIBRI)
    for drawing in found.drawings:
        cards = [" ".join(line.text for line in s.lines) for s in drawing.shapes if isinstance(s, Card)]
        assert cards[: len(lanes_of(events))] == list(lanes_of(events))
