"""The blocks of a lesson, in sections: what stands on the page, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from builders.diagnostics import Loc
from builders.lesson.charts import Chart
from builders.lesson.dates import Date
from builders.lesson.images import Image
from builders.lesson.parts import Inline, Prose, Source


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
    """One event of a timeline. `lane` names the side or country that it belongs to, "" where none is named."""

    date: Date
    text: Inline
    source: Source | None
    loc: Loc
    lane: str = ""
    highlight: bool = False
    image: Image | None = None


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
    | Chart
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


def pictures(block: Block) -> tuple[Image, ...]:
    """The images that a block shows, in order."""
    match block:
        case ImageBlock():
            return (block.image,)
        case Timeline():
            return tuple(event.image for event in block.events if event.image and event.image.shown)
        case _:
            return ()
