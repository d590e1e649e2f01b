"""One date as people write it: text in, a Point, a DateProblem with the readings it may have, or None out."""

from __future__ import annotations

import re
from dataclasses import replace

from builders.lesson.dates.edtf import impossible
from builders.lesson.dates.points import WINTER, DateProblem, Point, Reading, qualified
from builders.lesson.dates.words import BCE, CE, CIRCA, MONTH_NAMES, MONTHS, SEASONS

Outcome = Point | DateProblem | None

MONTH = "(?P<month>[^\\W\\d_]+)\\.?"
YEAR = r"(?P<year>\d{1,4})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
OF = r"(?:\s+(?:of|de|del)\s+|\s+d['’]|\s*)"
_SUFFIX = r"(?:\s*(?:г\.|года|году|г))?"

DAY_MONTH_YEAR = re.compile(rf"(?:the\s+|el\s+|le\s+)?{DAY}{OF}\s*{MONTH}{OF},?\s*{YEAR}{_SUFFIX}")
_MONTH_DAY_YEAR = re.compile(rf"{MONTH}\s+{DAY},?\s+{YEAR}")
_MONTH_YEAR = re.compile(rf"{MONTH}{OF},?\s*{YEAR}{_SUFFIX}")
_JUST_YEAR = re.compile(rf"(?:year\s+|año\s+|an\s+|jahr\s+)?{YEAR}{_SUFFIX}")
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d\d)(?:\s*г\.)?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sep>[/.-])(?P<month>\d{1,2})(?:(?P=sep)(?P<day>\d{1,2}))?")
_WINTER = re.compile(
    r"(?P<word>[^\W\d_]+)(?:\s+(?:of|de|del))?\s+(?P<year>\d{4})\s*[-–—/]\s*(?P<next>\d{4}|\d\d)"
)


def read_point(text: str, language: str) -> Outcome:
    """A single date: circa, question mark and era taken off first."""
    for word in CIRCA:
        rest = text.removeprefix(word)
        if rest != text and (not word[-1].isalpha() or rest[:1] in " 0123456789"):
            found = read_point(rest.strip(), language)
            if found is not None:
                return qualified(found, approximate=True) if isinstance(found, Point) else found
    if text.endswith(("?", "(?)")):
        found = read_point(text.removesuffix("(?)").removesuffix("?").strip(), language)
        return qualified(found, uncertain=True) if isinstance(found, Point) else found
    for word in BCE:
        if text.endswith(" " + word) or (word[0].isalpha() and re.search(rf"\d{re.escape(word)}$", text)):
            return _before_common_era(text.removesuffix(word).strip())
    for word in CE:
        if text.endswith(" " + word):
            return _plain_point(text.removesuffix(word).strip(), language, any_year=True)
    if text.startswith(("ad ", "a.d. ")):
        return _plain_point(text.partition(" ")[2], language, any_year=True)
    return _plain_point(text, language)


def _before_common_era(text: str) -> Outcome:
    for pattern in (DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _MONTH_YEAR, _JUST_YEAR):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        year = 1 - int(found["year"])
        if year > 0:
            return DateProblem("impossible-date", "There is no year 0 before the common era.")
        groups = found.groupdict()
        return assembled(year, groups.get("month"), groups.get("day"))
    return None


def _plain_point(text: str, language: str, *, any_year: bool = False) -> Outcome:
    """A day, month, season or year; a year alone has four digits unless an era says what it is."""
    for pattern in (DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _MONTH_YEAR):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        point = assembled(int(found["year"]), found["month"], found.groupdict().get("day"))
        if point is None:
            continue
        if isinstance(point, Point) and len(found["year"]) == 2 and not any_year:
            return two_digits(found["year"], point)
        return point
    found = _JUST_YEAR.fullmatch(text)
    if found is not None and (any_year or len(found["year"]) == 4):
        return Point(int(found["year"]))
    if found is not None and len(found["year"]) == 3:
        return Point(int(found["year"]))
    return _winter(text) or _numeric(text, language) or _year_first(text)


def assembled(year: int, month: str | None, day: str | None) -> Outcome:
    if month is None:
        return Point(year)
    season = SEASONS.get(month)
    if season is not None and day is None:
        if season == WINTER:
            return DateProblem(
                "ambiguous-date",
                f"“Winter {year}” can be two winters.",
                (
                    Reading(f"winter {year - 1}–{year % 100:02}", f"December {year - 1} to February {year}"),
                    Reading(
                        f"winter {year}–{(year + 1) % 100:02}", f"December {year} to February {year + 1}"
                    ),
                ),
            )
        return Point(year, season=season)
    number = MONTHS.get(month)
    if number is None:
        return None
    problem = impossible(year, number, int(day) if day else None)
    return problem or Point(year, number, int(day) if day else None)


def two_digits(written: str, *points: Point) -> DateProblem:
    """A year without its century; `points` are what it would be in the first one."""
    readings = tuple(
        Reading(replace(point, year=year).edtf(), in_words(replace(point, year=year)))
        for century in (1900, 2000)
        for point in points
        if (year := century + int(written))
    )
    return DateProblem(
        "ambiguous-date", f"The year {written} does not say which century; write all four digits.", readings
    )


def in_words(point: Point) -> str:
    """The date in English, to explain a reading."""
    month = "" if point.month is None else f"{MONTH_NAMES[point.month - 1]} "
    return f"{'' if point.day is None else f'{point.day} '}{month}{point.year}"


def _winter(text: str) -> Outcome:
    found = _WINTER.fullmatch(text)
    if found is None or SEASONS.get(found["word"]) != WINTER:
        return None
    year = int(found["year"])
    return Point(year, season=WINTER) if int(found["next"]) % 100 == (year + 1) % 100 else None


def _numeric(text: str, language: str) -> Outcome:
    """8/9/1939 and the like; which number is the month depends on who wrote it."""
    found = _NUMERIC.fullmatch(text)
    if found is None:
        return None
    first, second, year = int(found["a"]), int(found["b"]), int(found["year"])
    day_first, month_first = impossible(year, second, first), impossible(year, first, second)
    if len(found["year"]) == 2:
        points = [
            Point(0, month, day)
            for month, day, problem in ((second, first, day_first), (first, second, month_first))
            if problem is None
        ]
        return two_digits(found["year"], *points) if points else day_first
    # Only English is written in both orders.
    if day_first is None and (month_first is not None or first == second or not language.startswith("en")):
        return Point(year, second, first)
    if month_first is None and day_first is not None:
        return Point(year, first, second)
    if day_first is not None:
        return day_first if second <= 12 else month_first
    return DateProblem(
        "ambiguous-date",
        "Some read the day first here and some the month.",
        (
            Reading(Point(year, second, first).edtf(), in_words(Point(year, second, first))),
            Reading(Point(year, first, second).edtf(), in_words(Point(year, first, second))),
        ),
    )


def _year_first(text: str) -> Outcome:
    found = _YEAR_FIRST.fullmatch(text)
    if found is None or (found["sep"] != "-" and found["day"] is None):
        return None
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"]) if found["day"] else None
    return impossible(year, month, day) or Point(year, month, day)
