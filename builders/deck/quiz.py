"""Quiz items in, slides out: the question, then for the teacher its answer with the reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from builders.deck.draft import Context, Draft, bounded, numbered, paged, with_notes
from builders.deck.fit import fit
from builders.deck.questions import answer_slides, asked
from builders.deck.runs import Runs, joined, line, paragraphs
from builders.deck.slides import Ink, Paragraph, TextBox
from builders.deck.speaker import Notes, led
from builders.lesson.model import (
    Choice,
    FillIn,
    Matching,
    MultipleChoice,
    QuizItem,
    ShortAnswer,
    TrueFalse,
)
from builders.lesson.order import letter, order

GAP = "______"
VERDICT = 2
"""The level of an answer in a word or two."""


def quiz_drafts(context: Context, items: tuple[QuizItem, ...]) -> list[Draft]:
    """The slides of a quiz."""
    return [draft for item in items for draft in _item(context, item)]


def _item(context: Context, item: QuizItem) -> list[Draft]:
    words = context.labels
    match item:
        case MultipleChoice():
            many = sum(choice.right for choice in item.choices) > 1
            stem = tuple(context.runs(part) for part in item.stem)
            asking = _choices(context, item, words.choose_all if many else None)
            return _answered(
                context, item, asking, joined(stem, " ", context.language), _choice_answer(context, item)
            )
        case TrueFalse():
            label = context.label(words.quiz, str(item.number), f"{words.true} / {words.false}")
            asking = asked(context, (item.statement,), label, item.loc)
            answer = context.say(words.true if item.answer else words.false)
            return _answered(
                context, item, asking, context.runs(item.statement), (Paragraph(answer, VERDICT),)
            )
        case ShortAnswer():
            asking = asked(context, item.stem, context.label(words.quiz, str(item.number)), item.loc)
            text = paragraphs(item.answer, context.language)
            return _answered(context, item, asking, context.runs(item.stem[0]) if item.stem else (), text)
        case Matching():
            asking = _matching(context, item)
            return _answered(context, item, asking, context.runs(item.stem), _pairs(context, item))
        case FillIn():
            gap = line(GAP, context.language)
            filled: Runs = ()
            for part, closing in zip(item.parts, (*[gap] * len(item.answers), ()), strict=True):
                filled += (*context.runs(part), *closing)
            asking = _large(context, filled, context.label(words.quiz, str(item.number)), item)
            answers = joined([context.runs(answer) for answer in item.answers], "; ", context.language)
            return _answered(context, item, asking, filled, (Paragraph(answers, VERDICT),))
        case _:
            assert_never(item)


def _answered(
    context: Context, item: QuizItem, asking: list[Draft], stem: Runs, answer: tuple[Paragraph, ...]
) -> list[Draft]:
    """The question's slides, the answer in their notes, and the answer's own slide."""
    words = context.labels
    reason = led(context, words.reason, item.reason)
    notes: Notes = (*led_runs(context, words.answer, answer), *reason)
    shown = (*answer, *(Paragraph(context.runs(part)) for part in (item.reason,) if part))
    return [
        with_notes(asking[0], notes),
        *asking[1:],
        *answer_slides(context, shown, words.answer, stem, item.loc, whole=True),
    ]


def led_runs(context: Context, lead: str, answer: tuple[Paragraph, ...]) -> Notes:
    """Paragraphs as notes, after a bold lead."""
    if not answer:
        return ()
    first = Paragraph((*context.say(f"{lead}{context.labels.colon} ", bold=True), *answer[0].runs))
    return (first, *answer[1:])


def _large(context: Context, text: Runs, label: Runs, item: QuizItem) -> list[Draft]:
    """Text that fills its slide, as `asked` does with inline text."""
    holder = context.holder("question", "title")
    if fit((Paragraph(text),), holder, holder.box, context.type):
        top = bounded(context, "question", "label", (Paragraph(label),))[0]
        return [Draft("question", text, item.loc, (top,))]
    return paged(context, "prompts", "body", (Paragraph(text),), label, item.loc)


def _choices(context: Context, item: MultipleChoice, all_: str | None) -> list[Draft]:
    """The stem as title over its choices; a stem too long for that stands on slides of its own before them."""
    words = context.labels
    label = context.label(words.quiz, str(item.number), all_)
    choices = tuple(Paragraph(context.runs(choice.text)) for choice in item.choices)
    stem = joined([context.runs(part) for part in item.stem], " ", context.language)
    holder = context.holder("options", "title")
    if fit((Paragraph(stem),), holder, holder.box, context.type):
        shown = paged(context, "options", "body", choices, stem, item.loc, label=label)
        return shown or asked(context, item.stem, label, item.loc)
    before = asked(context, item.stem, label, item.loc)
    return [*before, *paged(context, "options", "body", choices, stem, item.loc, label=label, whole=True)]


def _choice_answer(context: Context, item: MultipleChoice) -> tuple[Paragraph, ...]:
    """The right choices in the accent, each with its reason; then why the others are wrong."""
    lettered = [(letter(place), choice) for place, choice in enumerate(item.choices)]
    right = [_lettered(context, name, choice) for name, choice in lettered if choice.right]
    wrong = [
        _lettered(context, name, choice) for name, choice in lettered if not choice.right and choice.because
    ]
    return (*right, *wrong)


def _lettered(context: Context, name: str, choice: Choice) -> Paragraph:
    because = context.runs(choice.because) if choice.because else ()
    gap = context.say(" – ") if because else ()
    ink: Ink | None = "accent" if choice.right else None
    head = (
        *context.say(f"{name}. ", bold=choice.right, ink=ink),
        *context.runs(choice.text, bold=choice.right, ink=ink),
    )
    if choice.right:
        return Paragraph((*head, *gap, *because))
    return Paragraph((*head, *gap, *because), 1)


def _matching(context: Context, item: Matching) -> list[Draft]:
    """Items and matches side by side; one after the other where they are too long for that."""
    label = context.label(context.labels.quiz, str(item.number))
    title = context.runs(item.stem) or context.say(context.labels.match)
    left = tuple(Paragraph(context.runs(pair[0])) for pair in item.pairs)
    right = tuple(Paragraph(context.runs(item.pairs[place][1])) for place in order(item))
    boxes = []
    for key, text in (("left", left), ("right", right)):
        holder = context.holder("match", key)
        own = fit(text, holder, holder.box, context.type)
        if own is None:
            break
        boxes.append(TextBox(key, holder.box, text, own))
    top = bounded(context, "match", "label", (Paragraph(label),))[0]
    if len(boxes) == 2:
        size = min(boxes[0].sizes, boxes[1].sizes)
        return [
            Draft(
                "match",
                title,
                item.loc,
                (top, *(TextBox(b.placeholder, b.box, b.paragraphs, size) for b in boxes)),
            )
        ]
    return numbered(
        [
            *paged(context, "activity", "body", left, title, item.loc, label=label),
            *paged(context, "options", "body", right, title, item.loc, label=label),
        ]
    )


def _pairs(context: Context, item: Matching) -> tuple[Paragraph, ...]:
    places: Iterable[tuple[int, int]] = ((pair, place) for place, pair in enumerate(order(item)))
    lines = []
    for pair, place in sorted(places):
        name, match = item.pairs[pair]
        lines.append(
            Paragraph(
                (
                    *context.say(f"{pair + 1}. "),
                    *context.runs(name),
                    *context.say("  –  "),
                    *context.say(f"{letter(place)}. ", bold=True),
                    *context.runs(match, bold=True),
                )
            )
        )
    return tuple(lines)
