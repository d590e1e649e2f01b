"""The lesson as frozen values: what an outline says, references resolved, nothing about looks.

What only the teacher may see stands in fields of its own, never inside text that students get too: `Notes` blocks,
`Section.notes`, `Lesson.notes`, `timing`, `misconceptions`, `Sensitivity.prepare` and `.alternative`; `answers` and
`answer` wherever they occur (`Question`, `Activity`, `Cell`, `ExitTicket`, `ShortAnswer`, `TrueFalse`),
`Activity.rubric`, `Choice.right` and `.because`, the order of `Matching.pairs`, `FillIn.answers`, and every `reason`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from builders.diagnostics import Loc
from builders.lesson.dates import Date


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one formatting. `language` is a BCP 47 tag where it differs from the lesson's."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    language: str | None = None


Inline: TypeAlias = tuple[Span, ...]
"""One paragraph's worth of formatted text."""

Prose: TypeAlias = tuple[Inline, ...]
"""Paragraphs."""


@dataclass(frozen=True, slots=True)
class License:
    """A licence: SPDX id (or PDM-1.0, US-Gov-PD, LicenseRef-…, unknown), its readable label and URL."""

    id: str
    label: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A work that is cited; fields follow CSL 1.0.2. `sentence` holds a source given in one sentence."""

    id: str
    loc: Loc
    type: str = "document"
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    title: Inline = ()
    publication: str | None = None
    publisher: str | None = None
    place: str | None = None
    date: Date | None = None
    volume: str | None = None
    pages: str | None = None
    url: str | None = None
    accessed: Date | None = None
    archive: str | None = None
    note: Inline = ()
    sentence: Inline = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture that was found: its path below the project and what it is (jpeg, png, svg)."""

    path: str
    kind: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its TASL credit (title, author, source, licence). `picture` is None while planned or missing."""

    id: str
    loc: Loc
    alt: str = ""
    title: Inline = ()
    creator: str | None = None
    date: Date | None = None
    source: str | None = None
    url: str | None = None
    license: License | None = None
    basis: str | None = None
    changes: str | None = None
    caption: Inline = ()
    file: str | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A key term and its definition."""

    term: Inline
    definition: Inline
    loc: Loc


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the lesson."""

    name: Inline
    description: Inline
    loc: Loc


@dataclass(frozen=True, slots=True)
class Text:
    """Prose in a section."""

    prose: Prose
    loc: Loc


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a list, with the items below it."""

    text: Inline
    points: tuple[Point, ...]
    loc: Loc


@dataclass(frozen=True, slots=True)
class Points:
    """A bulleted list."""

    points: tuple[Point, ...]
    loc: Loc
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a timeline."""

    date: Date
    text: Inline
    source: Source | None
    loc: Loc


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the outline's order."""

    events: tuple[Event, ...]
    loc: Loc
    title: Inline = ()
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: original wording, its language where it isn't the lesson's, translation, attribution."""

    text: Inline
    loc: Loc
    language: str | None = None
    translation: Inline = ()
    translator: str | None = None
    by: Inline = ()
    date: Date | None = None
    source: Source | None = None
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """An image in the flow; `caption` is the block's own, else the image's."""

    image: Image
    loc: Loc
    caption: Inline = ()
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: `text`, or empty (space to write), or blank for students with `answer` for the teacher."""

    text: Inline
    answer: Inline
    loc: Loc


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `columns` are the headers; each row has as many cells; the first cell heads its row."""

    columns: tuple[Inline, ...]
    rows: tuple[tuple[Cell, ...], ...]
    loc: Loc
    caption: Inline = ()
    source: Source | None = None
    lines: int = 2
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class ComparisonColumn:
    """One side of a comparison."""

    heading: Inline
    points: tuple[Inline, ...]
    loc: Loc


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to four columns of points side by side."""

    columns: tuple[ComparisonColumn, ...]
    loc: Loc
    caption: Inline = ()
    source: Source | None = None
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """An answer; `level` names the level of attainment when there are several ("Secure"), else it is empty."""

    level: str
    prose: Prose
    loc: Loc


@dataclass(frozen=True, slots=True)
class Question:
    """A question with ruled answer space. `number` runs through the lesson; `depth` is DOK 1–4."""

    stem: Prose
    loc: Loc
    number: int
    answers: tuple[ModelAnswer, ...] = ()
    lines: int = 3
    depth: int | None = None
    skill: str | None = None
    minutes: int | None = None
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A historical document: headnote, excerpt printed with line numbers, sourcing questions. `label` is A, B, …"""

    title: Inline
    label: str
    loc: Loc
    by: Inline = ()
    date: Date | None = None
    source: Source | None = None
    language: str | None = None
    headnote: Inline = ()
    excerpt: Prose = ()
    translation: Prose = ()
    translator: str | None = None
    rights: Inline = ()
    questions: tuple[Question, ...] = ()
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """A task for the class. The rubric and the answers are the teacher's."""

    title: Inline
    loc: Loc
    number: int
    minutes: int | None = None
    grouping: str | None = None
    materials: tuple[Inline, ...] = ()
    steps: tuple[Inline, ...] = ()
    lines: int = 0
    answers: tuple[ModelAnswer, ...] = ()
    rubric: Table | None = None
    headline: Inline = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """For the teacher's edition and the speaker notes only."""

    prose: Prose
    loc: Loc


Block: TypeAlias = (
    Text
    | Points
    | Timeline
    | Quote
    | ImageBlock
    | Table
    | Comparison
    | Document
    | Question
    | Activity
    | Notes
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the lesson: `heading` on the page, `headline` (a sentence) as the slide's title."""

    heading: Inline
    loc: Loc
    headline: Inline = ()
    minutes: int | None = None
    blocks: tuple[Block, ...] = ()
    notes: Prose = ()


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
    subject: str | None = None
    description: Prose = ()
    level: str | None = None


def plain(text: Inline) -> str:
    """The words of an inline text without its formatting."""
    return "".join(span.text for span in text)
