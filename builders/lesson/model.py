"""The lesson as frozen values: what an outline says, references resolved, nothing about looks.

What only the teacher may see stands in fields of its own, never inside text that students get too: `Notes` blocks,
`Section.notes`, `Lesson.notes`, `timing`, `misconceptions`, `Sensitivity.prepare` and `.alternative`; `answers` and
`answer` wherever they occur (`Question`, `Activity`, `Cell`, `ExitTicket`, `ShortAnswer`, `TrueFalse`),
`Activity.rubric`, `Choice.right` and `.because`, the order of `Matching.pairs`, `FillIn.answers`, and every `reason`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builders.diagnostics import Loc
from builders.lesson.blocks import (
    Activity,
    Block,
    Cell,
    Comparison,
    ComparisonColumn,
    Document,
    Event,
    ImageBlock,
    ModelAnswer,
    Notes,
    Point,
    Points,
    Question,
    Quote,
    Section,
    Table,
    Text,
    Timeline,
    pictures,
)
from builders.lesson.charts import Chart, ChartKind, Series
from builders.lesson.dates import Date
from builders.lesson.images import Framing, Image, Picture, Share, Width
from builders.lesson.parts import Inline, License, Person, Prose, Source, Span, Term, plain
from builders.lesson.quiz import Choice, FillIn, Matching, MultipleChoice, QuizItem, ShortAnswer, TrueFalse

__all__ = [
    "Activity",
    "Block",
    "Cell",
    "Chart",
    "ChartKind",
    "Choice",
    "Comparison",
    "ComparisonColumn",
    "Course",
    "Document",
    "Event",
    "ExitTicket",
    "FillIn",
    "Framing",
    "Image",
    "ImageBlock",
    "Inline",
    "Lesson",
    "License",
    "Matching",
    "Misconception",
    "ModelAnswer",
    "MultipleChoice",
    "Notes",
    "Paper",
    "Person",
    "Picture",
    "Point",
    "Points",
    "Prose",
    "Question",
    "QuizItem",
    "Quote",
    "Section",
    "Sensitivity",
    "Series",
    "Share",
    "ShortAnswer",
    "Source",
    "Span",
    "Step",
    "Table",
    "Term",
    "Text",
    "Timeline",
    "TrueFalse",
    "Width",
    "pictures",
    "plain",
]


@dataclass(frozen=True, slots=True)
class ExitTicket:
    """The question answered on the way out."""

    stem: Prose
    loc: Loc
    lines: int = 2
    answer: Prose = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the lesson's timing."""

    minutes: int
    text: Inline
    loc: Loc


@dataclass(frozen=True, slots=True)
class Misconception:
    """What students believe, and what to say."""

    misconception: Inline
    answer: Inline
    loc: Loc


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """`flag` is printed for students too; `prepare` and `alternative` are the teacher's."""

    flag: Prose
    prepare: Prose
    alternative: Prose
    loc: Loc


class Paper(StrEnum):
    """Paper sizes."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson, validated: every reference resolved, every date parsed, numbers given."""

    name: str
    title: Inline
    language: str = "en"
    essential_question: Inline = ()
    level: str | None = None
    minutes: int | None = None
    standards: tuple[str, ...] = ()
    paper: Paper | None = None
    theme: str | None = None
    """A theme of ours, or the path of a theme's file below the project's root."""
    authors: tuple[str, ...] = ()
    license: License | None = None
    subject: str | None = None
    keywords: tuple[str, ...] = ()
    updated: Date | None = None
    figure: Image | None = None
    objectives: tuple[Inline, ...] = ()
    terms: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    sources: tuple[Source, ...] = ()
    images: tuple[Image, ...] = ()
    """Those that are shown, in the order of the outline."""
    sections: tuple[Section, ...] = ()
    quiz: tuple[QuizItem, ...] = ()
    discussion: tuple[Inline, ...] = ()
    exit: ExitTicket | None = None
    further_reading: tuple[Source | Inline, ...] = ()
    timing: tuple[Step, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    sensitivity: Sensitivity | None = None
    notes: Prose = ()
    course: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A course: lessons in order, named by their files below the course's folder without `.yaml`."""

    name: str
    title: Inline
    lessons: tuple[str, ...]
    language: str = "en"
    authors: tuple[str, ...] = ()
    license: License | None = None
    paper: Paper | None = None
    theme: str | None = None
    subject: str | None = None
    description: Prose = ()
    level: str | None = None
