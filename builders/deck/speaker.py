"""Lesson in, speaker notes out: what the teacher says, and what the page says that no slide does."""

from __future__ import annotations

from builders.deck.draft import Context
from builders.deck.runs import paragraphs
from builders.deck.slides import Paragraph
from builders.lesson.model import Inline, ModelAnswer, Prose

Notes = tuple[Paragraph, ...]


def led(context: Context, lead: str, *texts: Inline) -> Notes:
    """Paragraphs, the first with a bold lead ("Timing: …"); nothing when there is no text."""
    filled = [text for text in texts if text]
    if not filled:
        return ()
    head = context.say(f"{lead}{context.labels.colon} ", bold=True)
    first = Paragraph((*head, *context.runs(filled[0])))
    return (first, *(Paragraph(context.runs(text)) for text in filled[1:]))


def said(context: Context, prose: Prose) -> Notes:
    """Prose as it stands."""
    return paragraphs(prose, context.language)


def answers_said(context: Context, answers: tuple[ModelAnswer, ...]) -> Notes:
    """Model answers, each under its level."""
    words = context.labels
    return tuple(
        paragraph
        for answer in answers
        for paragraph in led(
            context, f"{words.answer} ({answer.level})" if answer.level else words.answer, *answer.prose
        )
    )


def timing(context: Context) -> Notes:
    """The steps of the lesson with their minutes."""
    words = context.labels
    steps = tuple(
        Paragraph(
            (
                *context.say(f"{words.minutes_short.format(n=step.minutes)}  ", bold=True),
                *context.runs(step.text),
            )
        )
        for step in context.lesson.timing
    )
    return (Paragraph(context.say(words.timing, bold=True)), *steps) if steps else ()


def standards(context: Context) -> Notes:
    """The standards that the lesson names."""
    listed = context.lesson.standards
    if not listed:
        return ()
    return (
        Paragraph(context.say(context.labels.standards, bold=True)),
        *(Paragraph(context.say(standard)) for standard in listed),
    )


def misconceptions(context: Context) -> Notes:
    """What students may think, and what to say."""
    words = context.labels
    return tuple(
        paragraph
        for item in context.lesson.misconceptions
        for paragraph in (
            *led(context, words.students_say, item.misconception),
            *led(context, words.you_say, item.answer),
        )
    )
