"""Answers, table rows and comparisons: nodes in, small values with their places out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from builders.diagnostics import Edit, Hint, Loc
from builders.lesson.model import Inline, Prose
from builders.outline import cures
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.many import Item, list_given, list_of, read_items
from builders.outline.mapping import Syntax, any_number, read_model
from builders.outline.reader import Given, Reader
from builders.outline.teacher_only import is_answer
from builders.outline.values import INLINE, PROSE, InlineText, raw_text
from builders.source.nodes import Entry, Mapping, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """An answer; `level` is "" where there is only one."""

    level: str
    prose: Prose
    loc: Loc


def read_answer(given: Given, reader: Reader) -> tuple[LevelAnswer, ...]:
    """One answer, or a mapping from the name of a level to its answer."""
    if not isinstance(given.node, Mapping):
        prose = PROSE.read(given, reader)
        return (LevelAnswer("", prose, given.loc),) if prose else ()
    answers = (
        (raw_text(Given(key, value.loc), reader), PROSE.read(value, reader), value.loc)
        for key, value in given.entries()
    )
    return tuple(LevelAnswer(level, prose, loc) for level, prose, loc in answers if prose)


ANSWER = Kind(
    "prose, or a mapping level → prose",
    read_answer,
    {"anyOf": [PROSE.schema, {"type": "object", "additionalProperties": PROSE.schema}]},
)
Answer = Annotated[tuple[LevelAnswer, ...], ANSWER]


class CellSyntax(Syntax):
    """A cell that is blank for students and filled in for the teacher."""

    NAME: ClassVar[str] = "cell"
    NOUN: ClassVar[str] = "a table cell"
    REQUIRED: ClassVar[tuple[str, ...]] = ("answer",)

    answer: InlineText = any_number("what the teacher’s edition prints there")


@dataclass(frozen=True, slots=True)
class CellGiven:
    """A cell as read: text, or an answer, or neither."""

    text: Inline
    answer: Inline
    loc: Loc


@dataclass(frozen=True, slots=True)
class Rows:
    """A table as read: the columns' names, and as many cells in each row."""

    columns: tuple[Inline, ...] = ()
    rows: tuple[tuple[CellGiven, ...], ...] = ()


def read_rows(given: Given, reader: Reader) -> Rows:
    """Rows that are mappings from column to cell. The first row says which columns there are, and their order."""
    found = [row for row in list_given(given, "rows", reader) if _is_row(row, reader)]
    if not found:
        return Rows()
    for row in found:
        _check_answers(row, reader)
    columns = columns_of(found, reader)
    rows = tuple(_row(row, columns, reader) for row in found)
    names = tuple(INLINE.read(Given(key, (*found[0].loc, name)), reader) for name, key in columns.items())
    return Rows(names, rows)


def _check_answers(row: Given, reader: Reader) -> None:
    """An answer that stands in a column of its own is printed for students: it belongs inside a cell."""
    assert isinstance(row.node, Mapping)
    before: Entry | None = None
    for entry in row.node.entries:
        cell = row.below(entry)
        if is_answer(entry.key.value) and not cell.absent and not isinstance(cell.node, Mapping):
            message = (
                f"`{entry.key.value}:` is read as a column here, and would be printed for students; an answer stands "
                "inside a cell, two spaces further right than the name of its column."
            )
            reader.error("answer-shown", message, cell, _into_cell(entry, before, reader.text), key=True)
        before = entry


def _into_cell(entry: Entry, before: Entry | None, text: str) -> Hint:
    """Below the empty cell before it, or into a cell of its own column."""
    written = text[entry.value.start : entry.value.end]
    empty = before is not None and isinstance(before.value, Scalar) and before.value.absent
    column = before.key.value if before is not None and empty else entry.key.value
    words = f"write `{column}:`, and on the next line, two spaces further right, `answer: {written}`"
    start = cures.line_start(text, entry.key.start)
    if "\n" in written or text[start : entry.key.start].strip(" -"):
        return Hint("write `answer:` inside a cell, on the line below the name of its column, further right")
    if empty and not text[start : entry.key.start].strip():
        return Hint(words, (Edit(entry.key.start, entry.key.end, "  answer"),), safe=True)
    lead = cures.newline(text) + " " * (cures.column(text, entry.key.start) + 2)
    colon = text.find(":", entry.key.end) + 1
    return Hint(words, (Edit(colon, entry.value.start, f"{lead}answer: "),))


def columns_of(rows: list[Given], reader: Reader) -> dict[str, Scalar]:
    """The columns of the first row, then those that later rows add; a misspelled one is reported."""
    columns = {key.value: key for key, _ in rows[0].entries()}
    for row in rows[1:]:
        names = {key.value for key, _ in row.entries()}
        for key, value in row.entries():
            if key.value in columns:
                continue
            near = cures.closest(key.value, [name for name in columns if name not in names])
            hints = (
                (cures.rename(key, cures.scalar(near), safe=cures.one_slip(key.value, near)),) if near else ()
            )
            known = ", ".join(f"“{name}”" for name in columns)
            message = f"The first row has no column “{key.value}”; its columns are {known}."
            words = hints or (
                Hint("write the name as in the first row, or add it there with nothing after the colon"),
            )
            reader.error("unknown-column", message, value, *words, key=True)
    return columns


def _row(row: Given, columns: dict[str, Scalar], reader: Reader) -> tuple[CellGiven, ...]:
    cells = {key.value: value for key, value in row.entries()}
    return tuple(
        _cell(cells[name], reader) if name in cells else CellGiven((), (), row.loc) for name in columns
    )


def _cell(given: Given, reader: Reader) -> CellGiven:
    if isinstance(given.node, Mapping):
        cell = read_model(CellSyntax, given, reader)
        return CellGiven((), cell.answer if cell else (), given.loc)
    return CellGiven(INLINE.read(given, reader), (), given.loc)


def _is_row(given: Given, reader: Reader) -> bool:
    if isinstance(given.node, Mapping):
        return True
    message = "A row of a table is written with the name of each column, a colon and the cell."
    reader.error(
        "wrong-type",
        message,
        given,
        Hint("write for example `- Source: A letter`, then `  Date: 1939` below it"),
    )
    return False


ROWS = Kind(
    "list of rows, each a mapping column → cell",
    read_rows,
    {
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": nullable({"anyOf": [TEXT_SCHEMA, {"$ref": "#/$defs/cell"}]}),
        },
    },
)


@dataclass(frozen=True, slots=True)
class Side:
    """A column of a comparison as read."""

    heading: Inline
    points: tuple[Item, ...]
    loc: Loc


def read_sides(given: Given, reader: Reader) -> tuple[Side, ...]:
    """A mapping from heading to points, of two to four columns."""
    node = given.node
    entries = given.entries()
    if isinstance(node, Sequence) and all(isinstance(item, Mapping) for item in node.items):
        edits = cures.as_mapping(node, reader.text)
        hint = (
            Hint("leave out the dashes before the headings", edits, safe=True)
            if edits
            else Hint("leave out the dashes")
        )
        reader.error("wrong-type", "The columns of a comparison are written without dashes.", given, hint)
        entries = tuple(entry for item in given.items() for entry in item.entries())
    elif not isinstance(node, Mapping):
        message = "A comparison has a heading, a colon, and a list of points below it, for each column."
        hint = Hint("write a heading and a colon, and the points below it, each with a dash")
        reader.error("wrong-type", message, given, hint)
        return ()
    if not 2 <= len(entries) <= 4:
        cure = (
            "a `table` has room for more" if len(entries) > 4 else "a list of `points` needs no second column"
        )
        reader.error(
            "comparison-columns",
            f"A comparison has two to four columns; this has {len(entries)}.",
            given,
            Hint(cure),
        )
    return tuple(
        Side(INLINE.read(Given(key, value.loc), reader), read_items(value, reader), value.loc)
        for key, value in entries
    )


SIDES = Kind(
    "mapping heading → list of inline",
    read_sides,
    {
        "type": "object",
        "additionalProperties": list_of(INLINE).schema,
        "minProperties": 2,
        "maxProperties": 4,
    },
)
