"""What stands after `chart:`, in: rows with names and numbers as they were written, or the name of a file, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from builders.diagnostics import Hint
from builders.lesson.charts import ChartKind
from builders.lesson.model import Inline
from builders.outline import cures
from builders.outline.answers import columns_of
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.reader import Given, Reader
from builders.outline.values import INLINE, raw_text
from builders.source.nodes import Mapping, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class ChartCell:
    """A cell: its text, the same as inline text where it is a name, its place, and in a file its line; `refused` when
    it is no text, which has been reported."""

    text: str
    name: Inline
    given: Given
    line: int | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class ChartRows:
    """The heads of the columns, the first of which names the categories, and as many cells in each row."""

    columns: tuple[ChartCell, ...]
    rows: tuple[tuple[ChartCell, ...], ...]
    given: Given
    file: str | None = None


@dataclass(frozen=True, slots=True)
class ChartFile:
    """The file that holds the rows."""

    name: str
    given: Given


ChartGiven: TypeAlias = ChartRows | ChartFile
_BEFORE_NUMBER = re.compile(r"\s+(?=\S+$)|(?<=\D):(?=[−-]?\d[\d.,]*$)")
"""A space before the last word, or a colon with no space after it."""
_FILES = (".csv", ".tsv", ".txt")
_SHEETS = (".xlsx", ".xls", ".ods", ".numbers", ".xlsm")


def read_chart(given: Given, reader: Reader) -> ChartGiven | None:
    """Rows, or the name of a file."""
    match given.node:
        case Scalar():
            return _file(given, reader)
        case Mapping() as node:
            edits = () if node.flow else cures.as_items(node, reader.text)
            hint = Hint("put a dash before each row", edits, safe=bool(edits))
            reader.error(
                "wrong-type", "The rows of a chart are a list; each begins with a dash.", given, hint
            )
            rows = [
                Given(Mapping((entry,), entry.key.start, entry.value.end), given.loc)
                for entry in node.entries
            ]
            return _rows(rows, given, reader)
        case Sequence():
            found = [item for item in given.items() if not item.absent and _is_row(item, reader)]
            return _rows(found, given, reader)


def _file(given: Given, reader: Reader) -> ChartFile | None:
    name = raw_text(given, reader).strip()
    if name.casefold().endswith(_FILES):
        return ChartFile(name, given)
    if name.casefold().endswith(_SHEETS):
        message = f"“{name}” is a spreadsheet; a chart reads its numbers from a CSV file."
        hint = Hint(
            "open it, choose Save as and “CSV UTF-8”, put that file into assets/ and write its name here"
        )
        reader.error("unreadable-table", message, given, hint)
        return None
    message = "A chart has rows below it, each with a dash, a name, a colon and a number; or the name of a CSV file."
    hint = Hint("write for example `- 1941: 3.4` on the lines below `chart:`, or `chart: losses.csv`")
    reader.error("wrong-type", message, given, hint)
    return None


def _is_row(given: Given, reader: Reader) -> bool:
    if isinstance(given.node, Mapping) and given.node.entries:
        return True
    hints = [Hint("write for example `- 1941: 3.4`, or the name of each column, a colon and its cell")]
    node, text = given.node, reader.text
    if isinstance(node, Scalar) and node.style == "plain" and (cut := _BEFORE_NUMBER.search(node.value)):
        parts = node.value[: cut.start()], node.value[cut.end() :]
        at = text.rfind(parts[1], node.start, node.end)
        if any(char.isdigit() for char in parts[1]) and at > node.start:
            name = cures.scalar(parts[0].rstrip(" :;,–—-="))
            edit = cures.replace(node, f"{name}: {parts[1]}", "put a colon and a space before the number")
            hints = [edit, *hints]
    reader.error("wrong-type", "A row of a chart is a name, a colon, a space and a number.", given, *hints)
    return False


def _rows(found: list[Given], given: Given, reader: Reader) -> ChartRows | None:
    """The rows in columns; where each is one name with its number, a column of names and one of numbers."""
    if not found:
        if isinstance(given.node, Sequence) and all(item.absent for item in given.items()):
            hint = Hint("write the rows below it, each with a dash")
            reader.error("chart-empty", "This chart has no rows.", given, hint, key=True)
        return None
    if all(len(row.entries()) == 1 for row in found):
        pairs = tuple(_pair(row, reader) for row in found)
        return ChartRows((ChartCell("", (), given), ChartCell("", (), given)), pairs, given)
    columns = columns_of(found, reader)
    heads = tuple(_name(Given(key, (*found[0].loc, name)), reader) for name, key in columns.items())
    return ChartRows(heads, tuple(_row(row, tuple(columns), reader) for row in found), given)


def _pair(row: Given, reader: Reader) -> tuple[ChartCell, ChartCell]:
    (key, value) = row.entries()[0]
    return _name(Given(key, value.loc, key), reader), _number(value, reader)


def _row(row: Given, columns: tuple[str, ...], reader: Reader) -> tuple[ChartCell, ...]:
    cells = {key.value: value for key, value in row.entries()}
    return tuple(
        ChartCell("", (), Given(row.node, row.loc))
        if name not in cells
        else _name(cells[name], reader)
        if n == 0
        else _number(cells[name], reader)
        for n, name in enumerate(columns)
    )


def _name(given: Given, reader: Reader) -> ChartCell:
    name = INLINE.read(given, reader)
    text = given.node.value.strip() if isinstance(given.node, Scalar) else ""
    return ChartCell(text, name, given)


def _number(given: Given, reader: Reader) -> ChartCell:
    if isinstance(given.node, Scalar):
        return ChartCell(given.node.value.strip(), (), given)
    message = "Here a number is wanted, and this is a list."
    hint = Hint("write one number, or leave it empty")
    if isinstance(given.node, Mapping):
        message = "Here a number is wanted; a chart has no cells that only the teacher sees."
        hint = Hint("write the number, or leave it empty; a `table` can have answers")
    reader.error("wrong-type", message, given, hint)
    return ChartCell("", (), given, refused=True)


CHART: Kind[ChartGiven | None] = Kind(
    "list of rows, each a name and its number or a mapping column → cell; or a file",
    read_chart,
    {
        "anyOf": [
            {"type": "string"},
            {
                "type": "array",
                "items": nullable({"type": "object", "additionalProperties": nullable(TEXT_SCHEMA)}),
            },
        ]
    },
)

_KINDS = {
    "bars": "bar", "column": "bar", "columns": "bar", "histogram": "bar", "grouped": "bar", "grouped bar": "bar",
    "barchart": "bar", "bar chart": "bar", "bar graph": "bar", "column chart": "bar",
    "lines": "line", "line chart": "line", "line graph": "line", "curve": "line", "graph": "line", "area": "line",
}  # fmt: skip


def read_kind(given: Given, reader: Reader) -> ChartKind | None:
    """Bar or line."""
    words = raw_text(given, reader).strip()
    name = words.casefold().replace("_", " ").replace("-", " ")
    if not words or name in tuple(ChartKind):
        return ChartKind(name) if words else None
    message = f"There is no chart of the kind “{words}” here; it is `bar` or `line`."
    if meant := _KINDS.get(name):
        hint = cures.replace(given.node, meant, f"write {meant}", safe=name != "area")
    elif name.split(" ")[0] in ("pie", "donut", "doughnut", "circle"):
        hint = cures.replace(given.node, "bar", "write bar: lengths are compared more easily than slices")
    else:
        near = cures.did_you_mean(Scalar(words, given.node.start, given.node.end), tuple(ChartKind))
        hint = near[0] if near else Hint("write bar, or line for what goes on through time")
    reader.error("wrong-chart", message, given, hint)
    return None


CHART_KIND: Kind[ChartKind | None] = Kind("bar or line", read_kind, {"enum": ["bar", "line"]})

ChartField = Annotated[ChartGiven | None, CHART]
ChartKindField = Annotated[ChartKind | None, CHART_KIND]
