"""The fields of each kind of block."""

from __future__ import annotations

from typing import Annotated, ClassVar

from builders.outline.answers import ROWS, SIDES, Answer, Rows, Side
from builders.outline.chart_rows import ChartField, ChartKindField
from builders.outline.events import EVENTS, EventSyntax
from builders.outline.framing import WidthField
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.many import ITEMS, Item, list_given, reference
from builders.outline.mapping import Syntax, any_number, one_or_none, read_model
from builders.outline.orphans import is_orphan, report_orphan
from builders.outline.points import POINTS, PointGiven
from builders.outline.reader import Given, Reader
from builders.outline.references import REFERENCE, Reference
from builders.outline.syntax_maps import (
    AREA_WORDS,
    BORDERS_WORDS,
    EXACT_WORDS,
    MAP,
    AreaField,
    BordersField,
    MapField,
)
from builders.outline.values import (
    DateField,
    Depth,
    InlineText,
    LanguageField,
    Lines,
    Minutes,
    ProseText,
    Text,
)
from builders.source.nodes import Scalar

Ref = Annotated[Reference | None, REFERENCE]
Items = Annotated[tuple[Item, ...], ITEMS]
Table = Annotated[Rows | None, ROWS]

_HEADLINE = "the title of its slide, a sentence"
_SOURCE = "the source: a name from `sources:`, or a sentence"


class TextSyntax(Syntax):
    """Prose for the page; a text alone is such a block too."""

    NAME: ClassVar[str] = "text"
    NOUN: ClassVar[str] = "a text"
    REQUIRED: ClassVar[tuple[str, ...]] = ("text",)

    text: ProseText = any_number("the paragraphs")


class PointsSyntax(Syntax):
    """Short points, with points below them where you want."""

    NAME: ClassVar[str] = "points"
    NOUN: ClassVar[str] = "a list of points"
    REQUIRED: ClassVar[tuple[str, ...]] = ("points",)

    points: Annotated[tuple[PointGiven, ...], POINTS] = any_number("the points, each with a dash")
    headline: InlineText = any_number(_HEADLINE)


class TimelineSyntax(Syntax):
    """Events with their dates."""

    NAME: ClassVar[str] = "timeline"
    NOUN: ClassVar[str] = "a timeline"
    REQUIRED: ClassVar[tuple[str, ...]] = ("timeline",)

    timeline: Annotated[tuple[EventSyntax, ...], EVENTS] = any_number(
        "the events: a date, a colon, a space and the text"
    )
    title: InlineText = any_number("what it is a timeline of")
    headline: InlineText = any_number(_HEADLINE)


class QuoteSyntax(Syntax):
    """Someone’s words, and who said them."""

    NAME: ClassVar[str] = "quote"
    NOUN: ClassVar[str] = "a quotation"
    REQUIRED: ClassVar[tuple[str, ...]] = ("quote",)

    quote: InlineText = any_number("the original wording")
    translation: InlineText = any_number("the same in the lesson’s language")
    language: LanguageField = one_or_none(
        "the language of the original, where it isn’t the lesson’s, as in `ru`, `ru-Latn`"
    )
    by: InlineText = any_number("who said or wrote it")
    date: DateField = one_or_none("when")
    source: Ref = one_or_none(_SOURCE)
    translator: Text = one_or_none("who translated it")
    headline: InlineText = any_number(_HEADLINE)


class ImageBlockSyntax(Syntax):
    """The place of an image."""

    NAME: ClassVar[str] = "image_block"
    NOUN: ClassVar[str] = "an image block"
    REQUIRED: ClassVar[tuple[str, ...]] = ("image",)

    image: Ref = one_or_none("a name from `images:`")
    caption: InlineText = any_number("another caption than the image’s own")
    width: WidthField = one_or_none("another printed width than the image’s own, as in `half` or `8 cm`")
    headline: InlineText = any_number(_HEADLINE)


class MapSyntax(Syntax):
    """A map: land, and what you put on it."""

    NAME: ClassVar[str] = "map"
    NOUN: ClassVar[str] = "a map"
    REQUIRED: ClassVar[tuple[str, ...]] = ("map",)

    map: MapField = any_number(MAP)
    area: AreaField = one_or_none(AREA_WORDS)
    borders: BordersField = one_or_none(BORDERS_WORDS)
    title: InlineText = any_number("its title, printed with the credit")
    caption: InlineText = any_number("what is printed below it")
    exact: InlineText = any_number(EXACT_WORDS)
    source: Ref = one_or_none("where lines and regions are from: a name from `sources:`, or a sentence")
    alt: Text = one_or_none("what is to be seen; when left out, what stands on it is read out")
    headline: InlineText = any_number(_HEADLINE)


class TableSyntax(Syntax):
    """A table; an empty cell is a space to write in."""

    NAME: ClassVar[str] = "table"
    NOUN: ClassVar[str] = "a table"
    REQUIRED: ClassVar[tuple[str, ...]] = ("table",)

    table: Table = one_or_none(
        "the rows, each with the name of a column, a colon and the cell; a cell with `answer:` is filled in for the "
        "teacher only"
    )
    caption: InlineText = any_number("what is printed with it")
    source: Ref = one_or_none(_SOURCE)
    lines: Lines = one_or_none("the height of an empty cell in lines; 2 when left out")
    headline: InlineText = any_number(_HEADLINE)


class ChartSyntax(Syntax):
    """A chart: numbers as bars or lines."""

    NAME: ClassVar[str] = "chart"
    NOUN: ClassVar[str] = "a chart"
    REQUIRED: ClassVar[tuple[str, ...]] = ("chart",)

    chart: ChartField = one_or_none(
        "the rows, each a name, a colon and a number; or rows as in a table, whose first column names the categories "
        "while each other column is a series; or the name of a CSV file, beside the outline or in assets/"
    )
    kind: ChartKindField = one_or_none(
        "bar (when left out; several series stand side by side), or line for what goes on through time"
    )
    title: InlineText = any_number("what it shows, printed above it")
    unit: InlineText = any_number("what is counted, said once, as in `per cent`")
    caption: InlineText = any_number("what is printed below it")
    source: Ref = one_or_none(_SOURCE)
    highlight: Ref = one_or_none(
        "the name of one row, which stands out; beside it a single series is quieter"
    )
    headline: InlineText = any_number(_HEADLINE)


class ComparisonSyntax(Syntax):
    """Two to four columns of points side by side."""

    NAME: ClassVar[str] = "comparison"
    NOUN: ClassVar[str] = "a comparison"
    REQUIRED: ClassVar[tuple[str, ...]] = ("comparison",)

    comparison: Annotated[tuple[Side, ...], SIDES] = any_number(
        "the heading of each column, and its points below it"
    )
    caption: InlineText = any_number("what is printed with it")
    source: Ref = one_or_none(_SOURCE)
    headline: InlineText = any_number(_HEADLINE)


class QuestionSyntax(Syntax):
    """A question with lines to write on."""

    NAME: ClassVar[str] = "question"
    NOUN: ClassVar[str] = "a question"
    REQUIRED: ClassVar[tuple[str, ...]] = ("question",)

    question: ProseText = any_number("the question")
    answer: Answer = any_number("a good answer, or one for each level; teacher’s edition only")
    lines: Lines = one_or_none("lines to write on; 3 when left out")
    depth: Depth = one_or_none("depth of knowledge (DOK)")
    skill: Text = one_or_none("what it trains, as in `Source it`")
    minutes: Minutes = one_or_none("how long it takes")
    headline: InlineText = any_number(_HEADLINE)


def read_questions(given: Given, reader: Reader) -> tuple[QuestionSyntax, ...]:
    """Questions; a text alone is one."""
    questions: list[QuestionSyntax] = []
    items = list_given(given, "questions", reader)
    for at, item in enumerate(items):
        if is_orphan(item):
            report_orphan(item, items[at - 1] if at else None, reader)
        elif isinstance(item.node, Scalar):
            questions.append(QuestionSyntax.model_validate({"given": item, "question": item}, context=reader))
        elif (question := read_model(QuestionSyntax, item, reader)) is not None:
            questions.append(question)
    return tuple(questions)


QUESTIONS: Kind[tuple[QuestionSyntax, ...]] = Kind(
    "list of questions",
    read_questions,
    {
        "anyOf": [
            TEXT_SCHEMA,
            {"type": "array", "items": nullable({"anyOf": [TEXT_SCHEMA, reference(QuestionSyntax)]})},
        ]
    },
)


class DocumentSyntax(Syntax):
    """A document to read, with numbered lines."""

    NAME: ClassVar[str] = "document"
    NOUN: ClassVar[str] = "a document"
    REQUIRED: ClassVar[tuple[str, ...]] = ("document",)

    document: InlineText = any_number("its title")
    by: InlineText = any_number("who wrote it")
    date: DateField = one_or_none("when")
    source: Ref = one_or_none(_SOURCE)
    language: LanguageField = one_or_none("the language of the excerpt, where it isn’t the lesson’s")
    headnote: InlineText = any_number("what to know before reading it: who, when, where, why")
    excerpt: ProseText = any_number("the text itself")
    translation: ProseText = any_number("the text in the lesson’s language")
    translator: Text = one_or_none("who translated it")
    rights: InlineText = any_number("who owns it, or why it is free")
    questions: Annotated[tuple[QuestionSyntax, ...], QUESTIONS] = any_number(
        "questions about it, each a text alone or with the fields of a question"
    )
    headline: InlineText = any_number(_HEADLINE)


class ActivitySyntax(Syntax):
    """A task for the class."""

    NAME: ClassVar[str] = "activity"
    NOUN: ClassVar[str] = "an activity"
    REQUIRED: ClassVar[tuple[str, ...]] = ("activity",)

    activity: InlineText = any_number("its title")
    minutes: Minutes = one_or_none("how long it takes")
    grouping: Text = one_or_none("who works with whom, as in `pairs`")
    materials: Items = any_number("what is needed")
    steps: Items = any_number("what to do, step by step")
    lines: Lines = one_or_none("lines to write on; none when left out")
    answer: Answer = any_number("a model answer, or one for each level; teacher’s edition only")
    rubric: Table = one_or_none(
        "rows as in a table, first the criterion, then the levels; teacher’s edition only"
    )
    headline: InlineText = any_number(_HEADLINE)


class NotesSyntax(Syntax):
    """For the teacher’s edition and the speaker notes only."""

    NAME: ClassVar[str] = "notes"
    NOUN: ClassVar[str] = "a note"
    REQUIRED: ClassVar[tuple[str, ...]] = ("notes",)

    notes: ProseText = any_number("the paragraphs")


BlockSyntax = (
    TextSyntax | PointsSyntax | TimelineSyntax | QuoteSyntax | ImageBlockSyntax | MapSyntax | TableSyntax
    | ChartSyntax | ComparisonSyntax | DocumentSyntax | QuestionSyntax | ActivitySyntax | NotesSyntax
)  # fmt: skip

BLOCK_MODELS: dict[str, type[BlockSyntax]] = {
    "text": TextSyntax,
    "points": PointsSyntax,
    "timeline": TimelineSyntax,
    "quote": QuoteSyntax,
    "image": ImageBlockSyntax,
    "map": MapSyntax,
    "table": TableSyntax,
    "chart": ChartSyntax,
    "comparison": ComparisonSyntax,
    "document": DocumentSyntax,
    "question": QuestionSyntax,
    "activity": ActivitySyntax,
    "notes": NotesSyntax,
}
"""The kinds of blocks by their first key."""
