"""The items of a quiz, with what is right and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from builders.diagnostics import Loc
from builders.lesson.parts import Inline, Prose


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a multiple-choice item."""

    text: Inline
    right: bool
    because: Inline
    loc: Loc


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    """One or more right answers among choices."""

    stem: Prose
    choices: tuple[Choice, ...]
    loc: Loc
    number: int
    reason: Inline = ()


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement that is true or false."""

    statement: Inline
    answer: bool
    loc: Loc
    number: int
    reason: Inline = ()


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """A question with a few lines to write on."""

    stem: Prose
    answer: Prose
    lines: int
    loc: Loc
    number: int
    reason: Inline = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs to match; the right-hand sides are printed in an order that gives nothing away."""

    stem: Inline
    pairs: tuple[tuple[Inline, Inline], ...]
    loc: Loc
    number: int
    reason: Inline = ()


@dataclass(frozen=True, slots=True)
class FillIn:
    """Text with gaps: `parts` are the texts around the gaps, so len(parts) == len(answers) + 1."""

    parts: tuple[Inline, ...]
    answers: tuple[Inline, ...]
    loc: Loc
    number: int
    reason: Inline = ()


QuizItem: TypeAlias = MultipleChoice | TrueFalse | ShortAnswer | Matching | FillIn
