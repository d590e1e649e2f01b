"""A lesson in, the key of its quiz out: the answer to every item and why."""

from __future__ import annotations

from typing import assert_never

from builders.handout.parts import part
from builders.handout.setting import Setting
from builders.handout.tables import plain_table
from builders.handout.text import join, paragraph, runs, words
from builders.lesson.model import (
    FillIn,
    Inline,
    Lesson,
    Matching,
    MultipleChoice,
    QuizItem,
    ShortAnswer,
    TrueFalse,
    plain,
)
from builders.lesson.order import letter, order
from builders.pdf.blocks import Block, Run

BEGUN = 6
"""How many words of an item stand in its key."""


def quiz_key(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """A table of number, answer and reason; nothing without a quiz."""
    if not lesson.quiz:
        return ()
    rows = tuple(_row(asked, s) for asked in lesson.quiz)
    title = f"{s.labels.quiz}{s.labels.colon} {s.labels.answer_key}"
    heads = (s.labels.question, s.labels.answer, s.labels.reason)
    return (part(title, s), plain_table(heads, rows, (0.26, 0.32, 0.42), s))


def _row(asked: QuizItem, s: Setting) -> tuple[tuple[Block, ...], ...]:
    small, bold = s.styles.small, s.styles.small.bold()
    muted = small.colored(s.theme.palette.muted)
    named = (*words(f"{asked.number}  ", bold), *words(_begun(asked), muted))
    number = paragraph(named, small, anchor=f"key-{asked.number}")
    why = [*_because(asked, s), runs(asked.reason, s.styles.small)]
    return ((number,), _cell(_answers(asked, s), s), _cell(why, s))


def _begun(asked: QuizItem) -> str:
    """The first words of an item, by which it is known again."""
    match asked:
        case MultipleChoice() | ShortAnswer():
            text = " ".join(plain(one) for one in asked.stem)
        case TrueFalse():
            text = plain(asked.statement)
        case Matching():
            text = plain(asked.stem)
        case FillIn():
            text = " ___ ".join(plain(one) for one in asked.parts)
        case _:
            assert_never(asked)
    first = text.split()[:BEGUN]
    return " ".join(first) + ("…" if len(first) < len(text.split()) else "")


def _answers(asked: QuizItem, s: Setting) -> list[tuple[Run, ...]]:
    small, bold = s.styles.small, s.styles.small.bold()
    match asked:
        case MultipleChoice():
            return [_lettered(n, choice.text, s) for n, choice in enumerate(asked.choices) if choice.right]
        case TrueFalse():
            return [words(s.labels.true if asked.answer else s.labels.false, bold)]
        case ShortAnswer():
            return [runs(text, small) for text in asked.answer]
        case Matching():
            places = {pair: place for place, pair in enumerate(order(asked))}
            return [
                join([runs(left, small), _lettered(places[n], right, s)], words(" → ", small))
                for n, (left, right) in enumerate(asked.pairs)
            ]
        case FillIn():
            return [join([runs(answer, bold) for answer in asked.answers], words("; ", small))]
        case _:
            assert_never(asked)


def _because(asked: QuizItem, s: Setting) -> list[tuple[Run, ...]]:
    if not isinstance(asked, MultipleChoice):
        return []
    return [_lettered(n, choice.because, s) for n, choice in enumerate(asked.choices) if choice.because]


def _lettered(place: int, text: Inline, s: Setting) -> tuple[Run, ...]:
    return (*words(f"{letter(place)}  ", s.styles.small.bold()), *runs(text, s.styles.small))


def _cell(texts: list[tuple[Run, ...]], s: Setting) -> tuple[Block, ...]:
    return tuple(paragraph(text, s.styles.small) for text in texts if text)
