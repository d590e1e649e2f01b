"""What stands before the first section: cover, a word of care, learning goals, terms and people."""

from __future__ import annotations

from builders.deck.draft import Context, Draft, bounded, cut_short, paged, with_notes
from builders.deck.glossary import glossary
from builders.deck.hero import hero
from builders.deck.holders import PANEL
from builders.deck.images import image_drafts
from builders.deck.pictures import credit_of, wanted
from builders.deck.questions import asked
from builders.deck.slides import Box, Paragraph, Shape
from builders.deck.speaker import led, misconceptions, said, standards, timing
from builders.diagnostics import Diagnostic
from builders.lesson.model import ImageBlock


def opening(context: Context) -> list[Draft]:
    """The slides before the first section; the cover's notes hold what concerns the whole lesson."""
    lesson, words = context.lesson, context.labels
    cover, *more = _cover(context)
    goals = _objectives(context)
    about = (*standards(context), *misconceptions(context))
    if goals:
        goals[0] = with_notes(goals[0], about)
    else:
        cover = with_notes(cover, about)
    terms = [(context.runs(term.term), context.runs(term.definition)) for term in lesson.terms]
    people = [(context.runs(person.name), context.runs(person.description)) for person in lesson.people]
    return [
        cover,
        *more,
        *_sensitivity(context),
        *goals,
        *glossary(context, terms, context.say(words.terms_title), ("terms",)),
        *glossary(context, people, context.say(words.people_title), ("people",)),
        *_figure(context),
    ]


def _figure(context: Context) -> list[Draft]:
    """The cover's figure once more, with its caption, unless a section shows it."""
    lesson = context.lesson
    if lesson.figure is None or _shown_later(context):
        return []
    title = context.runs(lesson.figure.title) or context.say(context.labels.figure)
    return image_drafts(context, ImageBlock(lesson.figure, ("figure",)), title, ())


def _shown_later(context: Context) -> bool:
    """Whether a section shows the lesson's figure."""
    lesson = context.lesson
    blocks = (block for section in lesson.sections for block in section.blocks)
    return lesson.figure is not None and any(
        isinstance(block, ImageBlock) and block.image.id == lesson.figure.id for block in blocks
    )


def _cover(context: Context) -> list[Draft]:
    """The cover, and the essential question on a slide of its own when the cover has no room for it."""
    lesson, words = context.lesson, context.labels
    figure = None
    if lesson.figure is not None:
        panel = Box(PANEL, 0, context.layouts.width - PANEL, context.layouts.height)
        figure = hero(context, lesson.figure, panel, context.holder("cover-figure", "picture").box)
    layout = "cover-figure" if figure else "cover"
    shapes: list[Shape] = []
    problems: list[Diagnostic] = []
    more: list[Draft] = []
    about = context.label(
        words.lesson_number.format(n=lesson.position) if lesson.position else None,
        lesson.level,
        words.minutes(lesson.minutes) if lesson.minutes else None,
    )
    if about:
        shapes.append(bounded(context, layout, "label", (Paragraph(about),))[0])
    if lesson.essential_question:
        question = Paragraph(context.runs(lesson.essential_question))
        text, short = bounded(context, layout, "question", (question,))
        if short:
            title = context.say(words.essential_question)
            more = paged(context, "prompts", "body", (question,), title, ("essential_question",))
        else:
            shapes.append(text)
    credit = []
    if lesson.authors:
        credit.append(Paragraph(context.say(f"{words.authors} {', '.join(lesson.authors)}")))
    notes = (*said(context, lesson.notes), *timing(context))
    if lesson.figure is not None and figure is None and not _shown_later(context):
        notes = (*notes, *wanted(context, lesson.figure))
    if figure is not None and lesson.figure is not None:
        shapes.append(figure)
        credit.append(Paragraph(credit_of(context, lesson.figure, figure)))
    if credit:
        text, short = bounded(context, layout, "credit", tuple(credit))
        shapes.append(text)
        if short:
            problems.append(cut_short(context, ("figure",), "credit"))
            notes = (*notes, *credit)
    title = context.runs(lesson.title)
    return [Draft(layout, title, ("title",), tuple(shapes), notes=notes, problems=tuple(problems)), *more]


def _sensitivity(context: Context) -> list[Draft]:
    care, words = context.lesson.sensitivity, context.labels
    if care is None:
        return []
    drafts = asked(context, care.flag, context.say(words.content_note), care.loc) if care.flag else []
    notes = (*led(context, words.prepare, *care.prepare), *led(context, words.alternative, *care.alternative))
    return [with_notes(drafts[0], notes), *drafts[1:]] if drafts else []


def _objectives(context: Context) -> list[Draft]:
    goals = tuple(Paragraph(context.runs(goal)) for goal in context.lesson.objectives)
    title = context.say(context.labels.objectives_lead.rstrip(" :…") + " …")
    return paged(context, "points", "body", goals, title, ("objectives",))
