"""Blocks put together: what was read and the lesson's names in, blocks of the model out."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from builders.diagnostics import Hint, Loc
from builders.lesson.model import (
    Activity,
    Block,
    Cell,
    Comparison,
    ComparisonColumn,
    Document,
    Event,
    Image,
    ImageBlock,
    ModelAnswer,
    Notes,
    Point,
    Points,
    Question,
    Quote,
    Table,
    Text,
    Timeline,
)
from builders.outline.answers import LevelAnswer, Rows
from builders.outline.build_charts import build_chart
from builders.outline.build_maps import map_block
from builders.outline.events import EventSyntax
from builders.outline.points import PointGiven
from builders.outline.reader import Given
from builders.outline.resolve import Names
from builders.outline.syntax_blocks import (
    ActivitySyntax,
    BlockSyntax,
    ChartSyntax,
    ComparisonSyntax,
    DocumentSyntax,
    ImageBlockSyntax,
    MapSyntax,
    NotesSyntax,
    PointsSyntax,
    QuestionSyntax,
    QuoteSyntax,
    TableSyntax,
    TextSyntax,
    TimelineSyntax,
)

QUESTION_LINES, CELL_LINES = 3, 2


def build_block(block: BlockSyntax, names: Names) -> Block | None:
    """The block; None where its main value could not be read, which has been reported."""
    match block:
        case TextSyntax():
            return Text(block.text, block.loc) if block.text else None
        case PointsSyntax():
            return Points(_points(block.points), block.loc, block.headline) if block.points else None
        case TimelineSyntax():
            return _timeline(block, names)
        case QuoteSyntax():
            return _quote(block, names)
        case ImageBlockSyntax():
            return _image(block, names)
        case MapSyntax():
            drawn = map_block(block, names)
            return ImageBlock(drawn, block.loc, drawn.caption, block.headline) if drawn else None
        case TableSyntax():
            lines = CELL_LINES if block.lines is None else block.lines
            table = _table(block.table, block.loc, lines)
            source = names.source(block.source)
            if table is None:
                return None
            return Table(table.columns, table.rows, block.loc, block.caption, source, lines, block.headline)
        case ChartSyntax():
            return build_chart(block, names)
        case ComparisonSyntax():
            columns = tuple(
                ComparisonColumn(side.heading, tuple(item.text for item in side.points), side.loc)
                for side in block.comparison
            )
            return Comparison(columns, block.loc, block.caption, names.source(block.source), block.headline)
        case DocumentSyntax():
            return _document(block, names)
        case QuestionSyntax():
            return build_question(block, names)
        case ActivitySyntax():
            return _activity(block, names)
        case NotesSyntax():
            return Notes(block.notes, block.loc) if block.notes else None
        case _:
            assert_never(block)


def build_question(question: QuestionSyntax, names: Names) -> Question:
    """A question with its number."""
    return Question(
        question.question,
        question.loc,
        names.next_question(),
        _answers(question.answer),
        QUESTION_LINES if question.lines is None else question.lines,
        question.depth,
        question.skill,
        question.minutes,
        question.headline,
    )


def _answers(answers: tuple[LevelAnswer, ...]) -> tuple[ModelAnswer, ...]:
    return tuple(ModelAnswer(answer.level, answer.prose, answer.loc) for answer in answers)


def _image(block: ImageBlockSyntax, names: Names) -> ImageBlock | None:
    image = names.image(block.image)
    if image is None:
        return None
    if image.id in names.placed_images and not block.caption:
        message = f"`{image.id}` was shown before, and a handout prints a picture once."
        cure = Hint("write `caption:` below it, with words of its own, to have it printed again")
        names.reader.note("image-again", message, block.given, cure, key=True)
    names.placed_images.add(image.id)
    if block.width is not None:
        image = replace(image, width=block.width)
    return ImageBlock(image, block.loc, block.caption or image.caption, block.headline)


def _points(points: tuple[PointGiven, ...]) -> tuple[Point, ...]:
    return tuple(Point(point.text, _points(point.points), point.loc) for point in points)


def _timeline(block: TimelineSyntax, names: Names) -> Timeline | None:
    events = tuple(
        Event(
            event.date,
            event.event,
            names.source(event.source),
            event.loc,
            event.lane or "",
            bool(event.highlight),
            _event_image(event, names),
        )
        for event in block.timeline
        if event.date is not None
    )
    return Timeline(events, block.loc, block.title, block.headline) if events else None


def _event_image(event: EventSyntax, names: Names) -> Image | None:
    """The picture of an event, no larger than a stamp: too small for the numbers of a chart."""
    image = names.image(event.image)
    if image is None or image.chart is None or event.image is None:
        return image
    message = f"`{image.id}` is a chart, which can’t be read in the size of an event’s picture."
    cure = Hint(f"write `- image: {image.id}` before or after the timeline, and leave it out here")
    names.reader.error("chart-in-event", message, event.image.given, cure)
    return None


def _table(rows: Rows | None, loc: Loc, lines: int) -> Table | None:
    if rows is None or not rows.rows:
        return None
    cells = tuple(tuple(Cell(cell.text, cell.answer, cell.loc) for cell in row) for row in rows.rows)
    return Table(rows.columns, cells, loc, lines=lines)


def _quote(block: QuoteSyntax, names: Names) -> Quote | None:
    source = names.source(block.source)
    if not block.by and block.source is None:
        _unattributed("This quotation", block.given, names)
    _untranslated("quotation", block.language, bool(block.translation), block.given, names)
    if not block.quote:
        return None
    return Quote(
        block.quote,
        block.loc,
        block.language,
        block.translation,
        block.translator,
        block.by,
        block.date,
        source,
        block.headline,
    )


def _document(block: DocumentSyntax, names: Names) -> Document:
    label = names.next_document()
    source = names.source(block.source)
    if block.excerpt and not block.by and block.source is None:
        _unattributed("This document", block.given, names)
    if block.excerpt:
        _untranslated("document", block.language, bool(block.translation), block.given, names)
    return Document(
        block.document,
        label,
        block.loc,
        block.by,
        block.date,
        source,
        block.language,
        block.headnote,
        block.excerpt,
        block.translation,
        block.translator,
        block.rights,
        tuple(build_question(question, names) for question in block.questions),
        block.headline,
    )


def _activity(block: ActivitySyntax, names: Names) -> Activity:
    return Activity(
        block.activity,
        block.loc,
        names.next_activity(),
        block.minutes,
        block.grouping,
        tuple(item.text for item in block.materials),
        tuple(item.text for item in block.steps),
        block.lines or 0,
        _answers(block.answer),
        _table(block.rubric, (*block.loc, "rubric"), CELL_LINES),
        block.headline,
    )


def _unattributed(what: str, given: Given, names: Names) -> None:
    cure = Hint("write `by:` and who said or wrote it, or `source:` and where it stands")
    names.reader.warn("quote-unattributed", f"{what} doesn’t say whose words it is.", given, cure, key=True)


def _untranslated(what: str, language: str | None, translated: bool, given: Given, names: Names) -> None:
    own = names.reader.language.split("-")[0].lower()
    if language is None or translated or language.split("-")[0].lower() == own:
        return
    cure = Hint("write `translation:` and what it means")
    message = f"This {what} is in another language ({language}) and has no translation."
    names.reader.note("quote-untranslated", message, given, cure, key=True)
