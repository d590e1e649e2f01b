"""What opens a lesson: the figure and the goals, and the margin of terms, people and timeline."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from builders.handout.chronology import margin_timeline, strip
from builders.handout.extent import MARGIN_GAP, extent
from builders.handout.flow import Item, heading, set_item
from builders.handout.margin import Entry, Note, beside, entry
from builders.handout.media import figure
from builders.handout.mentions import first_mention, spread, texts_of
from builders.handout.prose import dashes
from builders.handout.setting import Setting
from builders.handout.text import paragraph, paragraphs, words
from builders.handout.walk import walk
from builders.lesson.model import (
    Activity,
    Document,
    ImageBlock,
    Lesson,
    Notes,
    Points,
    Question,
    Quote,
    Span,
    Text,
    Timeline,
    pictures,
    plain,
)
from builders.pdf.blocks import Beside, Block, Group, Rule

SLACK = 40.0
"""How far in points the margin may run below the reading column."""

SAFE = 20.0
"""What the margin of the first page leaves free, in points: its height is an estimate."""

SMALLER = (0.95, 0.9, 0.85)
"""The shares to which the opening figure is drawn smaller so that the goals stand on its page."""

EVENTS = 10
"""The longest timeline that is set in the margin."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What follows the title block, and the items of the flow that are left."""

    blocks: tuple[Block, ...]
    rest: tuple[Item, ...]


def noted(lesson: Lesson) -> bool:
    """Whether a lesson has anything for a margin: what is explained, quoted or shown."""
    return bool(
        lesson.terms
        or lesson.people
        or (lesson.sensitivity and lesson.sensitivity.flag)
        or any(
            isinstance(block, Quote | Document | ImageBlock)
            for section in lesson.sections
            for block in section.blocks
        )
    )


def only_reading(lesson: Lesson) -> bool:
    """Whether a lesson is text and questions, without anything for a margin or for the whole width."""
    blocks = (block for section in lesson.sections for block in section.blocks)
    narrow = all(isinstance(block, Text | Points | Question | Activity | Notes) for block in blocks)
    return narrow and not noted(lesson) and lesson.figure is None


def opening(lesson: Lesson, flow: tuple[Item, ...], s: Setting, room: float) -> Opening:
    """The opening figure and the goals; beside them the note to readers, terms, people and a short timeline, as much as
    the `room` points of the first page hold beside what is read there.

    People stand beside the paragraph that first speaks of them; so do terms for which the first page has no room.
    What no paragraph speaks of and no margin holds stands in the column."""
    start = _fitting_start(lesson, s.column, room)
    terms = tuple((term.term, term.definition) for term in lesson.terms)
    people = tuple((person.name, person.description) for person in lesson.people)
    if not s.margined:
        above, below = _flag(lesson, s), (*_terms(terms, s), *_people(people, s))
        return Opening((*above, *start, *below), flow)
    margin = _Margin(s.margin, min(room - SAFE, extent(start, s.column.width) + _read(flow, room, s) + SLACK))
    above = () if margin.take(_flag(lesson, s.margin)) else _flag(lesson, s.column)
    texts = [texts_of(item.content) for item in flow]
    kept, moved = _held(terms, texts, margin)
    below = () if margin.take(_terms(kept, s.margin)) else _terms(kept, s.column)
    cast, strangers = spread(people, texts)
    notes = {
        place: tuple[Note, ...](
            (entry(one, s.margin),) for one in (*moved.get(place, ()), *cast.get(place, ()))
        )
        for place in moved | cast
    }
    if not margin.take(_people(strangers, s.margin)):
        place = _long_read(flow, extent(_people(strangers, s.margin), s.margin.width), s)
        if place is None:
            below += _people(strangers, s.column)
        else:
            notes[place, 0] = (*notes.get((place, 0), ()), _people(strangers, s.margin))
    rest = tuple(
        replace(item, noted=tuple(notes.get((n, part), ()) for part in range(len(texts[n]))))
        for n, item in enumerate(flow)
    )
    timeline = _margin_timeline(flow, s)
    if timeline and margin.take(_timeline(timeline, s.margin)):
        rest = tuple(item for item in rest if item.content is not timeline)
    return Opening(beside((*above, *start, *below), tuple(margin.notes), s), rest)


@dataclass(slots=True)
class _Margin:
    """The margin of the first page: how it is set, the height that is left of it, and its notes."""

    setting: Setting
    room: float
    notes: list[Note] = field(default_factory=list)

    def fits(self, note: Note) -> bool:
        """Whether there is room for a note."""
        return extent(note, self.setting.width) <= self.room

    def take(self, note: Note) -> bool:
        """Take a note if there is room for it."""
        if note and not self.fits(note):
            return False
        if note:
            self.notes.append(note)
            self.room -= extent(note, self.setting.width) + MARGIN_GAP
        return True


def _read(flow: tuple[Item, ...], most: float, s: Setting) -> float:
    """How high the items are, up to `most`, that stand in the column before the first set across the page."""
    height = 0.0
    for item in flow:
        blocks = set_item(item, s) if item.narrow and height <= most else ()
        if not any(isinstance(block, Beside) for block in walk(blocks)):
            break
        height += extent(blocks, s.width)
    return height


def _long_read(flow: tuple[Item, ...], height: float, s: Setting) -> int | None:
    """The first item of prose beside which, and beside what follows it in the column, a note so high has room."""
    for n, item in enumerate(flow):
        if isinstance(item.content, Text) and _read(flow[n:], height, s) + SLACK >= height:
            return n
    return None


Placed: TypeAlias = dict[tuple[int, int], tuple[Entry, ...]]
"""Entries by the item and the paragraph beside which they stand."""


def _held(
    terms: tuple[Entry, ...], texts: list[tuple[str, ...]], margin: _Margin
) -> tuple[tuple[Entry, ...], Placed]:
    """The terms that the first page holds, and the others beside their first mention: the last mentioned go first."""
    kept = list(terms)
    mentions = {n: first_mention(term[0], texts) for n, term in enumerate(terms)}
    latest = sorted((place, n) for n, place in mentions.items() if place is not None)
    moved: Placed = {}
    while latest and not margin.fits(_terms(tuple(kept), margin.setting)):
        place, n = latest.pop()
        kept.remove(terms[n])
        moved[place] = (terms[n], *moved.get(place, ()))
    return tuple(kept), moved


def _fitting_start(lesson: Lesson, s: Setting, room: float) -> tuple[Block, ...]:
    """The opening, its figure a little smaller where the goals would not stand on its page otherwise."""
    start = _start(lesson, s, 1.0)
    for share in SMALLER if lesson.figure and lesson.objectives else ():
        if extent(start, s.width) <= room - s.unit:
            break
        smaller = _start(lesson, s, share)
        start = smaller if extent(smaller, s.width) <= room - s.unit else start
    return start


def _start(lesson: Lesson, s: Setting, share: float) -> tuple[Block, ...]:
    """The opening figure, as wide as that share of the flow, and what readers will be able to do."""
    blocks: list[Block] = []
    if lesson.figure:
        # What stands above and below brings its own space.
        shown = figure(lesson.figure, lesson.figure.caption, s.within(s.width * share))
        blocks.append(replace(shown, space_before=0.0, space_after=s.unit))
    if lesson.objectives:
        body = s.styles.body
        lead = words(s.labels.objectives_lead, body)
        above = paragraph(lead, body, keep_with_next=True, space_after=s.unit / 2)
        goals = Group((above, dashes(lesson.objectives, s)), right_indent=s.beside, space_after=2 * s.unit)
        blocks += [heading((Span(s.labels.objectives),), s), goals]
    return tuple(blocks)


def _flag(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """What readers should know before they read."""
    if not (lesson.sensitivity and lesson.sensitivity.flag):
        return ()
    style = s.styles.small
    flag = paragraphs(lesson.sensitivity.flag, style, s.unit, right_indent=s.beside, space_after=s.unit)
    return (*_margin_head(s.labels.content_note, s), *flag)


def _terms(entries: tuple[Entry, ...], s: Setting) -> tuple[Block, ...]:
    return _entries(s.labels.key_terms, entries, s)


def _people(entries: tuple[Entry, ...], s: Setting) -> tuple[Block, ...]:
    return _entries(s.labels.people, entries, s)


def _timeline(shown: Timeline, s: Setting) -> tuple[Block, ...]:
    return (*_margin_head(plain(shown.title) or s.labels.timeline, s), *margin_timeline(shown, s))


def _entries(head: str, entries: tuple[Entry, ...], s: Setting) -> tuple[Block, ...]:
    """What is explained under a heading with a hairline above."""
    return (*_margin_head(head, s), *(entry(one, s) for one in entries)) if entries else ()


def _margin_head(text: str, s: Setting) -> tuple[Block, ...]:
    rule = Rule(s.theme.palette.hairline, 0.5, space_after=s.unit, keep_with_next=True)
    return (rule, _label(text, s))


def _label(text: str, s: Setting) -> Block:
    """A second-level heading set as an overline."""
    style = s.styles.overline
    return paragraph(
        words(text, style), style, tag="H2", space_after=s.unit / 2, keep_with_next=True, bookmark=text
    )


def _margin_timeline(flow: tuple[Item, ...], s: Setting) -> Timeline | None:
    """The first timeline, where it stands in the first section, is short enough for the margin, has no pictures and
    can't be drawn across the page."""
    first = flow[1:] if flow and flow[0].heads else flow
    for item in first:
        if item.heads:
            return None
        if isinstance(item.content, Timeline):
            return item.content if _fits_margin(item.content, s) else None
    return None


def _fits_margin(shown: Timeline, s: Setting) -> bool:
    return len(shown.events) <= EVENTS and not pictures(shown) and strip(shown, s) is None
