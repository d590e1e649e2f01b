"""A chart in, the workbook behind its native chart out: names in the first column, a series in each other."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from builders.deck.package import archived
from builders.lesson.charts import Chart
from builders.lesson.model import plain
from builders.lesson.numbers import decimals

SHEET = "Sheet1"
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook must carry a date; this one says nothing."""


def workbook(chart: Chart, names: tuple[str, ...]) -> bytes:
    """The bytes of the workbook, the same for the same chart; `names` head the columns of numbers."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(SHEET)
    sheet.write_string(0, 0, plain(chart.subject))
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, plain(category))
    for column, (series, name) in enumerate(zip(chart.series, names, strict=True), 1):
        sheet.write_string(0, column, name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                form = book.add_format({"num_format": number_format(decimals(value))})
                sheet.write_number(row, column, float(value), form)
    sheet.set_column(0, 0, min(60, 2 + max(len(plain(category)) for category in chart.categories)))
    book.close()
    # Its zip would carry the machine's attributes.
    with zipfile.ZipFile(buffer) as archive:
        return archived((name, archive.read(name)) for name in archive.namelist())


def number_format(digits: int) -> str:
    """The format of a number with so many decimals, in the words of a spreadsheet."""
    return "#,##0" + ("." + "0" * digits if digits else "")
