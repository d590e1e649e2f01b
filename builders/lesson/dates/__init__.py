"""Dates: EDTF levels 0 and 1 and what people write, in; `Date` values and their words in five languages, out."""

from __future__ import annotations

from builders.lesson.dates.edtf import parse_edtf
from builders.lesson.dates.format import format_date
from builders.lesson.dates.human import parse_human
from builders.lesson.dates.points import Date, DateProblem, Edge, End, Point, Reading

__all__ = [
    "Date",
    "DateProblem",
    "Edge",
    "End",
    "Point",
    "Reading",
    "format_date",
    "parse_date",
    "second_reading",
]


def parse_date(text: str, language: str = "en") -> Date | DateProblem:
    """Read a date. `language` (BCP 47) only decides the order of day and month in 8/9/1939: English has both, so it
    is refused there; elsewhere the day comes first."""
    words = " ".join(text.split())
    return (
        parse_edtf(words)
        or parse_human(words, language)
        or DateProblem(
            "unreadable-date",
            "This can’t be read as a date; write 1939-08-23, 1939-08, 1939, 1939/1941 or 23 Aug 1939.",
        )
    )


def second_reading(text: str) -> Reading | None:
    """What else an EDTF season may have meant: 1921-22 is the summer of 1921, but looks like two years."""
    year, _, season = text.strip().partition("-")
    if (
        len(year) == 4
        and year.isdigit()
        and season in ("21", "22", "23", "24")
        and 0 < int(season) - int(year[2:]) <= 10
    ):
        return Reading(f"{year}/{year[:2]}{season}", f"the years {year} to {year[:2]}{season}")
    return None
