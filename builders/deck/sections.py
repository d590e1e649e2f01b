"""A section in, its slides out: its sentence over its evidence, and its prose in the notes."""

from __future__ import annotations

from typing import assert_never

from builders.deck.documents import document_drafts
from builders.deck.draft import Context, Draft, bounded, paged, with_notes
from builders.deck.evidence import points_drafts, quote_drafts, timeline_drafts
from builders.deck.hero import bleeds, hero, section_image
from builders.deck.images import image_drafts
from builders.deck.pictures import credit_of, wanted
from builders.deck.questions import activity_drafts, question_drafts
from builders.deck.runs import Runs, joined, sentences
from builders.deck.slides import Paragraph, Shape
from builders.deck.speaker import Notes, led, said
from builders.deck.tables import comparison_drafts, table_drafts
from builders.lesson.labels import Labels
from builders.lesson.model import (
    Activity,
    Block,
    Chart,
    Comparison,
    Document,
    ImageBlock,
    Inline,
    Points,
    Prose,
    Question,
    Quote,
    Section,
    Table,
    Text,
    Timeline,
    plain,
)
from builders.lesson.model import (
    Notes as TeacherNotes,
)

FEW_WORDS = 45
"""Prose of a section that has nothing else is shown whole up to this; of more, each paragraph's first sentence."""

Evidence = Points | Timeline | Quote | ImageBlock | Table | Chart | Comparison


def section_drafts(context: Context, section: Section) -> list[Draft]:
    """The slides of a section. Prose and notes go to the notes of the slide that follows them."""
    drafts: list[Draft] = []
    waiting: Notes = said(context, section.notes)
    headline = section.headline
    for block in section.blocks:
        taking = not drafts and not (isinstance(block, Evidence) and not block.headline)
        made = _block_drafts(context, block, section, first=not drafts)
        if not made:
            waiting += _unshown(context, block)
            continue
        if headline and taking:
            drafts.append(with_notes(_opener(context, section), waiting))
            waiting = ()
        drafts += [with_notes(made[0], waiting, first=True), *made[1:]]
        waiting = ()
    if not drafts:
        return _only_words(context, section)
    drafts[-1] = with_notes(drafts[-1], waiting)
    return drafts


def _opener(context: Context, section: Section) -> Draft:
    """The section's sentence beside its first picture or the lesson's, while its prose is told."""
    words = context.labels
    label = joined(
        (
            context.runs(section.heading) if section.headline else (),
            context.say(words.minutes(section.minutes)) if section.minutes else (),
        ),
        " · ",
        context.language,
    )
    image = section_image(context.lesson, section)
    figure, layout = None, "section"
    if image is not None:
        panel = context.holder("section-figure", "picture").box
        inside = context.holder("section-diagram", "picture").box
        figure = hero(context, image, panel, inside, decorative=True)
    if figure is not None:
        layout = "section-figure" if bleeds(context, figure) else "section-diagram"
    shapes: list[Shape] = []
    if label:
        shapes.append(bounded(context, layout, "label", (Paragraph(label),))[0])
    if number := _number(context, section):
        shapes.append(bounded(context, layout, "number", (Paragraph(context.say(number)),))[0])
    if figure and image is not None:
        shapes.append(figure)
        credit = Paragraph(credit_of(context, image, figure))
        shapes.append(bounded(context, layout, "credit", (credit,))[0])
    return Draft(layout, context.runs(section.headline or section.heading), section.loc, tuple(shapes))


def _number(context: Context, section: Section) -> str:
    """Which section of the lesson it is, where there are several."""
    sections = context.lesson.sections
    place = next((n for n, other in enumerate(sections, 1) if other is section), 1)
    return str(place) if len(sections) > 1 else ""


def _only_words(context: Context, section: Section) -> list[Draft]:
    """A section without evidence: its prose where it is short, else the first sentence of each paragraph."""
    notes = said(context, section.notes)
    prose = [part for block in section.blocks if isinstance(block, Text) for part in block.prose if part]
    few = sum(len(plain(part).split()) for part in prose) <= FEW_WORDS
    for block in section.blocks:
        if not (few and isinstance(block, Text)):
            notes += _unshown(context, block)
    title = context.runs(section.headline or section.heading)
    if not prose:
        return [with_notes(_opener(context, section), notes)] if title else []
    text = [context.runs(part) for part in prose]
    shown = tuple(Paragraph(part if few else sentences(part)[0]) for part in text)
    drafts = paged(context, "text", "body", shown, title, section.loc)
    return [with_notes(drafts[0], notes), *drafts[1:]]


def _block_drafts(context: Context, block: Block, section: Section, *, first: bool) -> list[Draft]:
    match block:
        case Text() | TeacherNotes():
            return []
        case Points():
            return points_drafts(context, block, *_title(context, block, section, first))
        case Timeline():
            return timeline_drafts(context, block, *_title(context, block, section, first))
        case Quote():
            plain_title = not block.headline and not (first and section.headline)
            return quote_drafts(
                context, block, *_title(context, block, section, first), plain_title=plain_title
            )
        case ImageBlock():
            return image_drafts(context, block, *_title(context, block, section, first))
        case Table():
            title, apart = _title(context, block, section, first)
            return table_drafts(context, block, title, apart=apart)
        case Chart():
            from builders.deck.charts import chart_drafts

            return chart_drafts(context, block, *_title(context, block, section, first))
        case Comparison():
            return comparison_drafts(context, block, *_title(context, block, section, first))
        case Document():
            return document_drafts(context, block)
        case Question():
            return question_drafts(context, block)
        case Activity():
            return activity_drafts(context, block)
        case _:
            assert_never(block)


def _title(context: Context, block: Evidence, section: Section, first: bool) -> tuple[Runs, Runs]:
    """The block's headline; else, first in its section, the section's; else what the block is called. And what tells
    the slide from another of the same title."""
    own, kind = _called(context.labels, block)
    apart = context.runs(own) if own else context.say(kind)
    if block.headline:
        return context.runs(block.headline), apart
    heading = section.headline if first and section.headline else section.heading
    if first or not own or isinstance(block, Quote):
        return context.runs(heading), apart
    return context.runs(own), context.runs(section.heading)


def _called(words: Labels, block: Evidence) -> tuple[Inline, str]:
    """A block's own name (perhaps none), and the word for its kind."""
    match block:
        case Points():
            return (), words.continued
        case Timeline():
            return block.title, words.timeline
        case Quote():
            return block.by, words.quotation
        case ImageBlock():
            return block.image.title, words.figure
        case Table():
            return block.caption, words.table
        case Chart():
            return block.title, words.chart
        case Comparison():
            return block.caption, words.comparison
        case _:
            assert_never(block)


def _unshown(context: Context, block: Block) -> Notes:
    """What is said of a block that gives no slide."""
    match block:
        case Text() | TeacherNotes():
            prose: Prose = block.prose
            return said(context, prose)
        case ImageBlock():
            headline = led(context, context.labels.planned_picture, block.headline) if block.headline else ()
            return (*headline, *wanted(context, block.image, block.caption))
        case _:
            return ()
