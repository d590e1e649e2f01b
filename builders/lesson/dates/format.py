"""Dates in words: a Date and a language in, its text by precision out. Patterns and month names are Babel's (CLDR)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from builders.lesson.dates.phrases import PHRASES, Phrases
from builders.lesson.dates.points import Date, Edge, End, Point

if TYPE_CHECKING:
    from babel import Locale

NBSP = "\u00a0"


def format_date(date: Date, language: str, short: bool = False) -> str:
    """The date in words, e.g. "23 August 1939", short "23 Aug 1939"; never more precise than it was written.

    English is day first whatever the country but in `en-US` ("August 23, 1939"). A language other than en, es, fr, de
    and ru is printed as English.
    """
    phrases = PHRASES.get(language.split("-")[0].lower(), PHRASES["en"])
    month_first = language.lower() == "en-us"
    if date.end is None:
        return _point(date.start, phrases, short, month_first) if isinstance(date.start, Point) else ""
    return _range(date.start, date.end, phrases, short, month_first)


def _range(start: End, end: End, phrases: Phrases, short: bool, month_first: bool) -> str:
    match start, end:
        case Point(), Edge.OPEN:
            return phrases.since(_point(start, phrases, short, month_first), start)
        case Edge.OPEN, Point():
            return phrases.until(_point(end, phrases, short, month_first), end)
        case Point(), Edge():
            return _point(start, phrases, short, month_first) + "–?"
        case Edge(), Point():
            return "?–" + _point(end, phrases, short, month_first)
        case Point(), Point():
            return _between(start, end, phrases, short, month_first)
        case _:
            return ""


def _between(start: Point, end: Point, phrases: Phrases, short: bool, month_first: bool) -> str:
    """Two points with a dash; what both share is said once where the language allows it."""
    first, last = (_point(point, phrases, short, month_first) for point in (start, end))
    if not (_plain(start) and _plain(end)) or (start.year > 0) != (end.year > 0):
        return f"{first} – {last}"
    match _precision(start), _precision(end):
        case "year", "year" if phrases.plural_year and start.year > 0:
            return f"{_year(start)}–{_year(end)}{NBSP}{phrases.plural_year}"
        case "year", "year":
            return f"{_year(start)}–{last}"
        case "month", "month" if start.year == end.year:
            return f"{_month_name(start.month or 1, phrases, short, alone=True)}–{last}"
        case "day", "day" if (start.year, start.month) == (end.year, end.month) and month_first:
            return last.replace(f" {end.day},", f" {start.day}–{end.day},")
        case "day", "day" if (start.year, start.month) == (end.year, end.month):
            return f"{phrases.range_day(start.day or 1)}–{last}"
        case "day", "day" if start.year == end.year:
            return f"{_pattern('MMMd' if short else 'MMMMd', start, phrases, month_first)} – {last}"
        case _:
            return f"{first} – {last}"


def _plain(point: Point) -> bool:
    """True when nothing is said about the point but its date."""
    bare = replace(point, approximate=False, uncertain=False, mask="", time=None)
    return point == bare and point.span == 1 and point.season is None


def _precision(point: Point) -> str:
    return "day" if point.day is not None else "month" if point.month is not None else "year"


def _point(point: Point, phrases: Phrases, short: bool, month_first: bool) -> str:
    if point.span > 1:
        text = _open_digits(point, phrases, short)
    elif point.season is not None:
        text = phrases.season(point.season, point.year)
    elif point.month is None:
        text = phrases.year(_year(point)) if point.year > 0 else _year(point)
    elif point.day is None:
        text = _pattern("yMMM" if short else "yMMMM", point, phrases, month_first)
    else:
        text = _pattern("yMMMd" if short else "yMMMMd", point, phrases, month_first)
    if point.year < 100 and point.span == 1:
        # A year of one or two digits would be taken for one of our own century.
        text += f"{NBSP}{phrases.bce if point.year <= 0 else phrases.ce}"
    if point.time is not None:
        text += f", {point.time[:5]}"
    if point.approximate:
        text = f"{phrases.circa}{NBSP}{text}"
    return f"{text}{NBSP}(?)" if point.uncertain else text


def _open_digits(point: Point, phrases: Phrases, short: bool) -> str:
    if point.span == 100:
        return phrases.century(
            point.year // 100 + 1 if point.year >= 0 else (-point.year) // 100 + 1, point.year < 0
        )
    if point.year < 0:
        return f"{1 - point.year}–{1 - (point.year + 9)}{NBSP}{phrases.bce}"
    return phrases.decade(point.year, short)


def _year(point: Point) -> str:
    year = point.year if point.year > 0 else 1 - point.year
    if year <= 9999:
        return str(year)
    groups = []
    while year:
        year, rest = divmod(year, 1000)
        groups.append(f"{rest:03}" if year else str(rest))
    return NBSP.join(reversed(groups))


@lru_cache(maxsize=8)
def _locale(tag: str) -> Locale:
    from babel import Locale

    return Locale.parse(tag)


def _month_name(month: int, phrases: Phrases, short: bool, *, alone: bool) -> str:
    names = _locale(phrases.names).months["stand-alone" if alone else "format"][
        "abbreviated" if short else "wide"
    ]
    return str(names[month])


def _pattern(skeleton: str, point: Point, phrases: Phrases, month_first: bool) -> str:
    """Fill CLDR's pattern for the skeleton; Babel's own formatter knows no year before 1."""
    from babel.dates import tokenize_pattern

    locale = _locale("en_US" if month_first else phrases.patterns)
    known = locale.datetime_skeletons
    # Where "long" is what the skeleton would say, CLDR leaves the skeleton out.
    pattern = known[skeleton].pattern if skeleton in known else locale.date_formats["long"].pattern
    short = "MMMM" not in skeleton
    parts: list[str] = []
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            parts.append(str(value).replace("\u202f", NBSP))
            continue
        match value[0]:
            case "d":
                parts.append(phrases.day(point.day or 1))
            case "M" | "L":
                parts.append(_month_name(point.month or 1, phrases, short, alone=value[0] == "L"))
            case "y":
                parts.append(_year(point))
            case other:
                raise ValueError(f"a date pattern of CLDR holds the unknown field {other!r}")
    return "".join(parts)
