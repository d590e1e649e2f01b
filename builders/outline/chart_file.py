"""The name of a CSV file in, its rows out: found as pictures are, in whatever way a spreadsheet program saves it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from posixpath import join

from builders.diagnostics import Diagnostic, Hint, Place, Related, Severity, has_errors
from builders.lesson.charts import MOST_CATEGORIES, MOST_SERIES
from builders.lesson.model import Span
from builders.outline import cures
from builders.outline.chart_rows import ChartCell, ChartFile, ChartRows
from builders.outline.reader import Given, Reader
from builders.outline.resolve import Names
from builders.outline.values import raw_text
from builders.source.characters import ILLEGAL, not_text
from builders.source.decode import decode
from builders.source.nodes import Scalar
from builders.source.world import Refused, parts

ASSETS = "assets"
LARGEST = 1024 * 1024
"""Bytes; what a chart can show is a hundredth of it."""
MOST_ROWS = 1000
"""Rows that are read, so that it can be said how many there are."""
_SIGNS = (";", "\t", ",")


def read_chart_file(file: ChartFile, names: Names) -> ChartRows | None:
    """The rows of the file, or None when it can't be found or read, which is reported."""
    found = _find(file, names)
    if found is None:
        return None
    path, data = found
    text = _text(file, path, data, names.reader)
    return None if text is None else _table(file, path, text, names.reader)


def _find(file: ChartFile, names: Names) -> tuple[str, bytes] | None:
    """The path and the bytes: beside the outline, then in assets/."""
    reader, at, world = names.reader, file.given, names.world
    here = "" if names.folder in ("", ".") else names.folder
    cure = Hint("put the file beside the outline or into assets/, and write its name here")
    if file.name.casefold().startswith(("http:", "https:", "www.")) or isinstance(parts(file.name), Refused):
        message = f"“{file.name}” is not read: the files of a lesson stand beside the outline or in assets/."
        reader.error("outside-project", message, at, cure)
        return None
    for path in (join(here, file.name), join(ASSETS, file.name)):
        match world.read(path):
            case bytes() as data if len(data) > LARGEST:
                _unreadable(file, "it is far larger than a chart needs", reader)
                return None
            case bytes() as data:
                return path, data
            case Refused() as why:
                code = "outside-project" if why is Refused.OUTSIDE else "unreadable-table"
                reader.error(code, f"“{file.name}” is not read: {why.value}.", at, cure)
                return None
            case None:
                pass
    known = [
        name for name in (*world.names(here), *world.names(ASSETS)) if name.lower().endswith((".csv", ".tsv"))
    ]
    near = cures.did_you_mean(Scalar(file.name, at.node.start, at.node.end), known)
    message = f"There is no file “{file.name}” beside the outline or in assets/."
    reader.error("table-missing", message, at, *near, cure)
    return None


def _text(file: ChartFile, path: str, data: bytes, reader: Reader) -> str | None:
    decoded = decode(data, path)
    if not_text(decoded.text) is not None or data.startswith(b"PK"):
        _unreadable(file, "it is not a text file", reader)
        return None
    if has_errors(decoded.diagnostics):
        _unreadable(file, "it is not saved in UTF-8, so that its letters would be a guess", reader)
        return None
    if ILLEGAL.search(decoded.text):
        _unreadable(file, "it holds a character that nobody can see or print", reader)
        return None
    return decoded.text


def _unreadable(file: ChartFile, why: str, reader: Reader) -> None:
    cure = Hint("open it in a spreadsheet program, and save the columns of the chart as “CSV UTF-8”")
    reader.error("unreadable-table", f"“{file.name}” can’t be used: {why}.", file.given, cure)


def _table(file: ChartFile, path: str, text: str, reader: Reader) -> ChartRows | None:
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        _unreadable(file, f"it is not a table ({error})", reader)
        return None
    if not lines:
        hint = Hint("its first line names the columns, the lines below hold a name and its numbers")
        reader.error("chart-empty", f"“{file.name}” is empty.", file.given, hint)
        return None
    (first, heads), *rows = lines
    while heads and not heads[-1].strip():
        heads = heads[:-1]
    if len(heads) < 2:
        _unreadable(file, "its first line has one column only", reader)
        return None

    def cell(words: str, line: int) -> ChartCell:
        given = Given(
            Scalar(words.strip(), file.given.node.start, file.given.node.end), file.given.loc, file.given.key
        )
        said = raw_text(given, reader).strip() if words.strip() else ""
        return ChartCell(said, (Span(said),) if said else (), given, line)

    # What is too much is counted, but not read cell by cell.
    heads = heads[: MOST_SERIES + 2]
    wanted: list[tuple[ChartCell, ...]] = []
    for line, row in rows:
        if any(extra.strip() for extra in row[len(heads) :]) and len(heads) < MOST_SERIES + 2:
            message = f"Line {line} of “{file.name}” has more cells than its first line."
            hint = Hint(
                "give each column a name in the first line; a text with a comma in it needs quotation marks"
            )
            report_in_file(reader, "unreadable-table", message, file.given, (path, line), hint)
            return None
        padded = (*row, *("" for _ in heads))[: len(heads)]
        shown = len(wanted) <= MOST_CATEGORIES
        wanted.append(tuple(cell(words if shown else "", line) for words in padded))
    return ChartRows(tuple(cell(words, first) for words in heads), tuple(wanted), file.given, path)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, with their numbers, cut at the sign that the first one is cut at most often."""
    start, skipped = text, 0
    if text[:4].casefold() == "sep=":
        _, _, start = text.partition("\n")
        skipped = 1
    head = next((line for line in start.splitlines() if line.strip()), "")
    sign = max(_SIGNS, key=lambda sign: len(next(csv.reader([head], delimiter=sign), [])))
    reader = csv.reader(start.splitlines(keepends=True), delimiter=sign, strict=True)
    found, before = 0, skipped
    for row in reader:
        line, before = before + 1, skipped + reader.line_num
        if any(cell.strip() for cell in row):
            found += 1
            yield line, row
        if found > MOST_ROWS:
            return


def report_in_file(
    reader: Reader, code: str, message: str, at: Given, place: tuple[str, int], *hints: Hint
) -> None:
    """Note an error at the name of a file, with the line in it."""
    related = Related(Place(place[0], line=place[1], column=1), "here in the file")
    found = Diagnostic(code, Severity.ERROR, message, reader.place(at), hints, (related,))
    reader.diagnostics.append(found)
