"""EDTF (ISO 8601-2), levels 0 and 1: text in, a Date, a DateProblem, or None when it isn't EDTF, out."""

from __future__ import annotations

import re
from dataclasses import replace

from builders.lesson.dates.points import (
    Date,
    DateProblem,
    Edge,
    End,
    Point,
    Reading,
    make_date,
    month_lengths,
)

_POINT = re.compile(
    r"""(?: (?P<long>Y-?\d{5,15})
          | (?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX))
            (?:-(?P<month>\d\d|XX)
              (?:-(?P<day>\d\d|XX) (?:T(?P<time>\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?))? )? )?
        ) (?P<mark>[~?%])?""",
    re.VERBOSE | re.ASCII,
)


def parse_edtf(text: str) -> Date | DateProblem | None:
    """Read EDTF levels 0 and 1. None means that the text has another form; a DateProblem, that it can't be true."""
    first, slash, second = text.partition("/")
    if not slash:
        point = parse_point(first)
        return make_date(point) if isinstance(point, Point) else point
    start, end = _end(first), _end(second)
    if start is None or end is None:
        return None
    if isinstance(start, DateProblem):
        return start
    if isinstance(end, DateProblem):
        return end
    if isinstance(start, Edge) and isinstance(end, Edge):
        return None
    return checked_range(start, end)


def checked_range(start: End, end: End) -> Date | DateProblem:
    """A range, unless it ends before it begins."""
    if isinstance(start, Point) and isinstance(end, Point) and end.bounds()[1] <= start.bounds()[0]:
        swapped = make_date(end, start)
        return DateProblem(
            "impossible-date",
            "This range ends before it begins.",
            (Reading(swapped.edtf, "the other way round"),),
        )
    return make_date(start, end)


def parse_point(text: str) -> Point | DateProblem | None:
    """Read one EDTF date, not a range."""
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    mark = found["mark"]
    approximate, uncertain = mark in ("~", "%"), mark in ("?", "%")
    if found["long"]:
        year = int(found["long"][1:])
        if abs(year) <= 9999:
            return None
        return Point(year, approximate=approximate, uncertain=uncertain)
    point = replace(_year(found["year"]), approximate=approximate, uncertain=uncertain)
    month, day = found["month"], found["day"]
    if point.span != 1:
        return point if month is None else None
    if month is None:
        return point
    if month == "XX":
        # A day in no known month is level 2.
        if day not in (None, "XX"):
            return None
        return replace(point, mask="-XX-XX" if day else "-XX") if found["time"] is None else None
    number = int(month)
    if day is None and number > 12 and number > point.year % 100 and not 21 <= number <= 24:
        # 1941-45 can only be the years; that is no EDTF, but people write it.
        return None
    if 21 <= number <= 24 and day is None:
        return replace(point, season=number)
    if day == "XX":
        problem = impossible(point.year, number, None)
        if found["time"] is not None:
            return None
        return problem or replace(point, month=number, mask="-XX")
    problem = impossible(point.year, number, int(day) if day else None)
    if problem is not None:
        if day and impossible(point.year, int(day), number) is None:
            swapped = Reading(Point(point.year, int(day), number).edtf(), "month and day the other way round")
            return replace(problem, readings=(swapped, *problem.readings))
        return problem
    point = replace(point, month=number, day=int(day) if day else None)
    if found["time"]:
        hour, minute, *second = found["time"].rstrip("Z").split("+")[0].split("-")[0].split(":")
        if int(hour) > 23 or int(minute) > 59 or (second and int(second[0]) > 59):
            return DateProblem("impossible-date", f"There is no time {found['time']}.")
        point = replace(point, time=found["time"])
    return point


def impossible(year: int, month: int, day: int | None) -> DateProblem | None:
    """The problem with a date that no calendar has, or None when it is possible."""
    if not 1 <= month <= 12:
        return DateProblem("impossible-date", f"There is no month {month}; months are 01 to 12.")
    if day is None:
        return None
    length = month_lengths(year)[month - 1]
    if 1 <= day <= length:
        return None
    last = Point(year, month, length)
    return DateProblem(
        "impossible-date",
        f"This month has {length} days, so there is no day {day}.",
        (
            Reading(last.edtf(), "the last day of that month"),
            Reading(Point(year, month).edtf(), "the month alone"),
        ),
    )


def _end(text: str) -> End | DateProblem | None:
    if text in ("", ".."):
        return Edge(text)
    return parse_point(text)


def _year(text: str) -> Point:
    open_digits = text.count("X")
    value = int(text.rstrip("X")) if open_digits else int(text)
    match open_digits:
        case 0:
            return Point(value)
        case 1:
            return Point(value * 10 if not text.startswith("-") else value * 10 - 9, span=10)
        case _:
            return Point(value * 100 if not text.startswith("-") else value * 100 - 99, span=100)
