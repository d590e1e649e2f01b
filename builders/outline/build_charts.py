"""Charts put together: rows as written in, categories and series with their numbers out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from builders.diagnostics import Hint
from builders.lesson.charts import MOST_CATEGORIES, MOST_SERIES, Chart, ChartKind, Series
from builders.lesson.citations import short_cite
from builders.lesson.dates import Date, format_date, parse_date, second_reading
from builders.lesson.labels import labels
from builders.lesson.model import Image, Inline, Span
from builders.lesson.numbers import MOST_DIGITS, decimal_sign, format_number, read_number, readings
from builders.lesson.spans import sentence, spans
from builders.outline import cures
from builders.outline.build_maps import named_source
from builders.outline.chart_file import MOST_ROWS, read_chart_file, report_in_file
from builders.outline.chart_rows import ChartCell, ChartFile, ChartRows
from builders.outline.references import Reference
from builders.outline.resolve import Names
from builders.outline.syntax import ImageGiven
from builders.outline.syntax_blocks import ChartSyntax
from builders.outline.syntax_parts import ImageSyntax
from builders.source.nodes import Scalar

_NOTHING = frozenset({"-", "–", "—", "…", "...", "..", ".", "?", "x", "na", "n/a", "n.a.", "n. a.", "n.d.", "n. d.",
                      "none", "null", "nan", "unknown", "k. a.", "k.a.", "s.d.", "н/д"})  # fmt: skip
_FACTORS = {"million": 6, "millions": 6, "mio": 6, "mln": 6, "mn": 6, "m": 6, "millionen": 6, "millones": 6, "млн": 6,
            "billion": 9, "billions": 9, "bn": 9, "mrd": 9, "milliards": 9, "млрд": 9, "thousand": 3, "k": 3,
            "tausend": 3, "mil": 3, "mille": 3, "тыс": 3}  # fmt: skip


def build_chart(block: ChartSyntax, names: Names) -> Chart | None:
    """The chart; None where its numbers could not be read, which is reported."""
    chart = _chart(block, names)
    source = names.source(block.source)
    return chart and replace(
        chart, title=block.title, caption=block.caption, source=source, headline=block.headline
    )


def with_charts(images: dict[str, Image], given: Iterable[ImageGiven], names: Names) -> dict[str, Image]:
    """The images, with their charts where they hold one."""
    found = dict(images)
    words = labels(names.reader.language)
    for item in given:
        if item.syntax is None or (chart := _chart(item.syntax, names)) is None:
            continue
        image, source = found[item.id], named_source(item.syntax, names)
        cited = short_cite(source, names.reader.language) if source else ()
        found[item.id] = replace(
            image,
            own=True,
            chart=replace(chart, title=image.title, caption=image.caption, source=source),
            license=image.license or names.license,
            # A name from `sources:` is cited in the caption; a holder stays in the credit.
            source=None if source else image.source,
            remark=spans(f"{words.source}{words.colon} ", sentence(cited)) if cited else (),
        )
    return found


def _chart(block: ChartSyntax | ImageSyntax, names: Names) -> Chart | None:
    """The numbers of a block or an image, and how they are shown."""
    given = block.chart
    rows = read_chart_file(given, names) if isinstance(given, ChartFile) else given
    if rows is None or not _fits(rows, names):
        return None
    named = _categories(rows, names)
    series = _series(rows, names)
    if series is None or not named:
        return None
    categories, dated = named
    _check_years(rows, names)
    return Chart(
        categories,
        series,
        block.loc,
        block.kind or ChartKind.BAR,
        dated,
        rows.columns[0].name,
        unit=block.unit,
        highlight=_highlight(block.highlight, rows, categories, names),
    )


def _fits(rows: ChartRows, names: Names) -> bool:
    """Whether there is something to show, and not too much of it."""
    report = names.reader.error
    if not rows.rows:
        report(
            "chart-empty",
            "This chart has no rows.",
            rows.given,
            Hint("write a name and a number in each row"),
        )
        return False
    if len(rows.columns) < 2:
        hint = Hint("write a name, a colon and a number in each row")
        report("chart-empty", "This chart has names and no numbers.", rows.given, hint)
        return False
    if (count := len(rows.rows)) > MOST_CATEGORIES:
        message = (
            f"A chart shows at most {MOST_CATEGORIES} categories, and this has {count}{_or_more(count)}."
        )
        cure = Hint("take the smallest together, leave some out, or make two charts of them")
        report("chart-too-large", message, rows.given, cure)
        return False
    if (count := len(rows.columns) - 1) > MOST_SERIES:
        message = (
            f"A chart shows at most {MOST_SERIES} series side by side, not {'more' if rows.file else count}."
        )
        cure = Hint("leave out columns, or make two charts of them")
        report("chart-too-large", message, rows.given, cure)
        return False
    return True


def _or_more(count: int) -> str:
    return " or more" if count >= MOST_ROWS else ""


def _categories(rows: ChartRows, names: Names) -> tuple[tuple[Inline, ...], bool] | None:
    """What the categories are called, dates in words, and whether all of them are dates."""
    language = names.reader.language
    for row in rows.rows:
        if not row[0].name:
            what = f" in its first column, “{rows.columns[0].text}”" if rows.columns[0].text else ""
            _report(
                row[0],
                rows,
                "missing-field",
                f"This row has no name{what}.",
                names,
                Hint("write what it counts"),
            )
            return None
    dates = [_date(row[0].text, language) for row in rows.rows]
    if any(date is None for date in dates):
        return tuple(row[0].name for row in rows.rows), False
    return tuple((Span(format_date(date, language, short=True)),) for date in dates if date), True


def _check_years(rows: ChartRows, names: Names) -> None:
    """Years that don't follow each other evenly look as if they did."""
    texts = [row[0].text for row in rows.rows]
    if len(texts) < 3 or not all(len(text) == 4 and text.isdigit() for text in texts):
        return
    steps = {int(after) - int(before) for before, after in pairwise(texts)}
    if len(steps) > 1:
        message = "The years of this chart don’t follow each other evenly, but are drawn at equal distances."
        cure = Hint("add the years between, with nothing after the colon; or say so in the caption")
        names.reader.note("uneven-years", message, rows.given, cure, key=True)


def _date(text: str, language: str) -> Date | None:
    """A date that is surely meant; small numbers are no years."""
    if (text.isdigit() and len(text) != 4) or second_reading(text):
        return None
    found = parse_date(text, language)
    return found if isinstance(found, Date) else None


def _series(rows: ChartRows, names: Names) -> tuple[Series, ...] | None:
    cells = [cell for row in rows.rows for cell in row[1:] if cell.text]
    sign = decimal_sign((cell.text for cell in cells), names.reader.language)
    numbers = {id(cell): read_number(cell.text, sign) for cell in cells}
    wrong = [cell for cell in cells if numbers[id(cell)] is None]
    for cell in wrong:
        _report(cell, rows, "wrong-number", _message(cell.text), names, *_cures(cell, rows, sign, names))
    if wrong:
        return None
    if sign != decimal_sign((), names.reader.language):
        _note_readings(cells, sign, rows, names)
    found = []
    for n, head in enumerate(rows.columns[1:], 1):
        values = tuple(numbers.get(id(row[n])) for row in rows.rows)
        if all(value is None for value in values):
            if any(row[n].refused for row in rows.rows):
                return None
            which = f"The column “{head.text}”" if head.text else "This chart"
            _report(
                head,
                rows,
                "chart-empty",
                f"{which} has no number.",
                names,
                Hint("write its numbers, or leave it out"),
            )
            return None
        found.append(Series(head.name, values))
    return tuple(found)


def _message(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if len(digits) > MOST_DIGITS and not re.search(r"[^\d.,'’ \u00a0\u2009\u202f+−–-]", text):
        return f"“{text}” has more than {MOST_DIGITS} digits, which is more than a spreadsheet keeps."
    return f"Here a number is wanted, and this is “{text}”."


def _note_readings(cells: list[ChartCell], sign: str, rows: ChartRows, names: Names) -> None:
    """A warning where a number was read in another way than in the lesson's language, because of its neighbours."""
    cell = next((cell for cell in cells if len(set(readings(cell.text).values())) > 1), None)
    if cell is None or rows.file is not None:
        return
    found = readings(cell.text)
    meant, other = (format(value.normalize(), "f") for value in (found.pop(sign), *found.values()))
    message = f"“{cell.text}” is read as {meant} here, as other numbers of the chart have a “{sign}” before decimals."
    ways = (cures.replace(cell.given.node, way, f"write {way}") for way in (meant, other))
    names.reader.warn("two-readings", message, cell.given, *ways)


def _cures(cell: ChartCell, rows: ChartRows, sign: str, names: Names) -> Iterable[Hint]:
    """What to write instead."""
    text, plain = (
        cell.text,
        Hint("write a number in digits and nothing else; leave the cell empty where there is none"),
    )
    if text.casefold() in _NOTHING:
        return (_write(cell, rows, "", "leave the cell empty where there is no number"),)
    if (bare := re.fullmatch(r"(.*\d)\s*(?:%|per ?cent|percent)", text, re.IGNORECASE)) and readings(bare[1]):
        return (
            _write(
                cell, rows, bare[1].strip(), f"write {bare[1].strip()}, and below the rows `unit: per cent`"
            ),
        )
    numbers = [match[0] for match in re.finditer(r"\d[\d.,'’\u00a0\u202f]*\d|\d", text)]
    values = [value for number in numbers if (value := read_number(number, sign)) is not None]
    if len(numbers) != 1 or len(values) != 1:
        return (plain,)
    word = re.search(rf"{re.escape(numbers[0])}\s*([^\W\d]+)", text)
    factor = _FACTORS.get(word[1].casefold(), 0) if word else 0
    number = format(values[0] * Decimal(10) ** factor if factor else values[0], "f")
    number = number.rstrip("0").rstrip(".") if factor and "." in number else number
    shown = format_number(Decimal(number), names.reader.language) if factor else number
    about = (
        ", and say in the caption how sure it is"
        if re.search(r"[~<>≈]|\b(?:c|ca|about|over|some)\b", text)
        else ""
    )
    return (_write(cell, rows, number, f"write {shown}{about}"), plain)


def _write(cell: ChartCell, rows: ChartRows, text: str, words: str) -> Hint:
    """The cure in words, and where the cell stands in the outline as an edit."""
    node = cell.given.node
    return Hint(words) if rows.file is not None else cures.replace(node, text, words)


def _highlight(
    highlight: Reference | None, rows: ChartRows, categories: tuple[Inline, ...], names: Names
) -> int | None:
    """The index of the category that is highlighted, by its name as written or as printed."""
    if highlight is None:
        return None
    wanted = _loose(highlight.text)
    for n, (row, category) in enumerate(zip(rows.rows, categories, strict=True)):
        if wanted in (_loose(row[0].text), _loose("".join(span.text for span in category))):
            return n
    known = [row[0].text for row in rows.rows]
    node = highlight.given.node
    hints = cures.did_you_mean(Scalar(highlight.text, node.start, node.end), known)
    message = f"This chart has no category “{highlight.text}” to highlight."
    listed = ", ".join(f"“{name}”" for name in known[:6])
    hints = hints or (Hint(f"write the name of a row, such as {listed}"),)
    names.reader.error("unknown-category", message, highlight.given, *hints)
    return None


def _loose(text: str) -> str:
    return " ".join(text.casefold().replace("*", "").split())


def _report(cell: ChartCell, rows: ChartRows, code: str, message: str, names: Names, *hints: Hint) -> None:
    """Note an error at a cell of the outline, or at the file's name with the cell's line."""
    if rows.file is None or cell.line is None:
        names.reader.error(code, message, cell.given, *hints)
    else:
        report_in_file(names.reader, code, message, rows.given, (rows.file, cell.line), *hints)
