"""Dates as people write them: text in, a Date, a DateProblem with the readings it may have, or None out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.lesson.dates.edtf import checked_range, impossible
from builders.lesson.dates.points import Date, DateProblem, Edge, Point, Reading, make_date, month_lengths
from builders.lesson.dates.single import (
    DAY,
    DAY_MONTH_YEAR,
    MONTH,
    OF,
    YEAR,
    Outcome,
    assembled,
    read_point,
    two_digits,
)
from builders.lesson.dates.words import BCE, CIRCA, MONTHS, ONWARD, PARTS, RANGE_WORDS, SINCE, UNTIL

_MONTH_DAYS_YEAR = re.compile(rf"{MONTH}\s+{DAY}\s*[-–—]\s*(?P<last>\d{{1,2}}),?\s+{YEAR}")
_DAY_MONTH = re.compile(rf"{DAY}{OF}\s*{MONTH}")
_MONTH_DAY = re.compile(rf"{MONTH}\s+{DAY}")
_SHORT_RANGE = re.compile(r"(?P<first>\d{4})\s*[-–—/]\s*(?P<last>\d\d)")
_DECADE = re.compile(
    r"(?:the\s+|(?:los\s+)?años\s+|(?:la\s+)?década\s+de\s+|(?:les\s+)?années\s+|die\s+)?(?P<year>\d{3}0)"
    r"(?P<end>s|['’]s|er(?:\s+jahren?)?|-е(?:\s+(?:годы|гг\.?))?|-х)?"
)
_CENTURY = re.compile(
    r"(?:the\s+)?(?P<number>\d{1,2})(?:st|nd|rd|th|e|ème|\.|-й)?\s*(?:century|siècle|jahrhundert|jh\.|век|в\.)"
    r"|siglo\s+(?P<roman>[ivx]+)|(?P<roman2>[ivx]+)e?\s*(?:siècle|век|в\.)"
)
_DASH = re.compile(r"\s*[–—]\s*|\s+-\s+|(?<=\w)-(?=\w)|\s+(?:" + "|".join(RANGE_WORDS) + r")\s+")


def parse_human(text: str, language: str) -> Date | DateProblem | None:
    """Read a date written in words or numbers. `text` has single spaces and no surrounding space."""
    lower = text.casefold().removesuffix(",")
    return (
        _decade_or_century(lower)
        or _short_range(lower)
        or _from_point(read_point(lower, language))
        or _open_range(lower, language)
        or _day_span(lower)
        or _range(lower, language)
        or _part(lower, language)
        or _without_year(lower)
        or _without_weekday(lower, language)
        or _too_short(lower)
    )


def _from_point(found: Outcome) -> Date | DateProblem | None:
    return make_date(found) if isinstance(found, Point) else found


def _decade_or_century(text: str) -> Date | DateProblem | None:
    approximate = False
    for word in CIRCA:
        if text.startswith(word + " "):
            text, approximate = text.removeprefix(word).strip(), True
            break
    found = _DECADE.fullmatch(text)
    if found is not None and (found["end"] or not found[0][0].isdigit()):
        year = int(found["year"])
        if year % 100 == 0:
            return DateProblem(
                "ambiguous-date",
                "This can be ten years or a hundred.",
                (
                    Reading(Point(year, span=10).edtf(), f"{year} to {year + 9}"),
                    Reading(Point(year, span=100).edtf(), f"{year} to {year + 99}"),
                ),
            )
        return make_date(Point(year, span=10, approximate=approximate))
    before = text
    for word in BCE:
        before = before.removesuffix(" " + word)
    found = _CENTURY.fullmatch(before)
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else _roman(found["roman"] or found["roman2"])
    if number < 1:
        return None
    if before != text:
        return make_date(Point(-100 * number + 1, span=100, approximate=approximate))
    return make_date(Point(100 * (number - 1), span=100, approximate=approximate))


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in text]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


def _short_range(text: str) -> Date | DateProblem | None:
    """1941–45: the second year lacks its century. With a hyphen or slash only what EDTF doesn't know."""
    found = _SHORT_RANGE.fullmatch(text)
    if found is None:
        return None
    first = int(found["first"])
    last = first - first % 100 + int(found["last"])
    if last <= first:
        if "-" in text and not 1 <= int(found["last"]) <= 12:
            return impossible(first, int(found["last"]), None)
        return None
    return make_date(Point(first), Point(last))


def _open_range(text: str, language: str) -> Date | DateProblem | None:
    for word in ONWARD:
        if text.endswith(word) and text != word:
            rest = text.removesuffix(word).strip().removeprefix("from ").removeprefix("since ")
            return _range_of(read_point(rest, language), Edge.OPEN)
    if text.endswith(("–", "—", " -")) or (text.endswith("-") and text[:-1].isdigit()):
        return _range_of(read_point(text[:-1].strip(), language), Edge.OPEN)
    for word in SINCE:
        rest = text.removeprefix(word + " ")
        if rest != text:
            found = _range_of(read_point(rest, language), Edge.OPEN)
            return found or _range(rest, language)
    for word in UNTIL:
        rest = text.removeprefix(word + " ")
        if rest != text:
            return _range_of(Edge.OPEN, read_point(rest, language))
    return None


def _range_of(start: Outcome | Edge, end: Outcome | Edge) -> Date | DateProblem | None:
    if start is None or end is None:
        return None
    if isinstance(start, DateProblem):
        return start
    if isinstance(end, DateProblem):
        return end
    return checked_range(start, end)


def _range(text: str, language: str) -> Date | DateProblem | None:
    """Two dates with a dash or a word between; what the first leaves out it takes from the second."""
    text = text.removeprefix("between ").removeprefix("from ").removeprefix("von ").removeprefix("entre ")
    for left, right in _splits(text):
        end = read_point(right, language)
        if not isinstance(end, Point):
            continue
        for start_text in _completed(left, right):
            start = read_point(start_text, language)
            if start is not None:
                return _range_of(start, end)
    return None


def _splits(text: str) -> Iterator[tuple[str, str]]:
    for found in _DASH.finditer(text):
        yield text[: found.start()].strip(), text[found.end() :].strip()


def _completed(left: str, right: str) -> Iterator[str]:
    """The left end of a range as written, then with what it leaves out taken from the right end."""
    era = next((f" {word}" for word in BCE if right.endswith(" " + word)), "")
    bare = right.removesuffix(era)
    whole = DAY_MONTH_YEAR.fullmatch(bare)
    if left.isdigit() and len(left) <= 2 and whole is not None:
        yield f"{left} {whole['month']} {whole['year']}{era}"
    if era:
        yield left + era
    yield left
    year = re.search(r"(\d{3,4})(?:\s*(?:г\.|года))?$", bare)
    if year is not None:
        yield f"{left} {year[1]}{era}"


def _day_span(text: str) -> Date | DateProblem | None:
    """August 23–25, 1939."""
    found = _MONTH_DAYS_YEAR.fullmatch(text)
    if found is None or found["month"] not in MONTHS:
        return None
    year = int(found["year"])
    return _range_of(
        assembled(year, found["month"], found["day"]), assembled(year, found["month"], found["last"])
    )


def _part(text: str, language: str) -> DateProblem | None:
    """Early, mid and late are refused: EDTF can't say them. Offered instead are the months or days."""
    for word in PARTS:
        rest = text.removeprefix(word).strip(" -")
        if rest == text.strip(" -") or not text.startswith(word):
            continue
        point = read_point(rest, language)
        decade = _decade_or_century(rest)
        if isinstance(decade, Date) and isinstance(decade.start, Point):
            point = decade.start
        if not isinstance(point, Point):
            continue
        start, end = _third(point, PARTS[word])
        return DateProblem(
            "unreadable-date",
            "This is not exact enough to put on a timeline.",
            (
                Reading(make_date(start, end).edtf, "the part that is meant, as a range"),
                Reading(make_date(point).edtf, "the whole of it"),
            ),
        )
    return None


def _third(point: Point, part: int) -> tuple[Point, Point]:
    if point.span > 1:
        first = (0, 3, 7)[part] * point.span // 10
        last = (3, 7, 10)[part] * point.span // 10 - 1
        return Point(point.year + first), Point(point.year + last)
    if point.month is None:
        return Point(point.year, 1 + 4 * part), Point(point.year, 4 + 4 * part)
    last_day = (10, 20, month_lengths(point.year)[point.month - 1])[part]
    return Point(point.year, point.month, 1 + 10 * part), Point(point.year, point.month, last_day)


def _without_year(text: str) -> DateProblem | None:
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        found = pattern.fullmatch(text)
        if found is not None and found["month"] in MONTHS:
            return DateProblem("unreadable-date", "The year is missing.")
    if text in MONTHS:
        return DateProblem("unreadable-date", "The year is missing.")
    return None


def _without_weekday(text: str, language: str) -> DateProblem | None:
    weekday, comma, rest = text.partition(" ")
    if not weekday.strip(",").endswith(("day", "tag")) or not comma:
        return None
    found = read_point(rest, language)
    if not isinstance(found, Point):
        return None
    return DateProblem(
        "unreadable-date",
        "A date is written without the day of the week.",
        (Reading(found.edtf(), "without it"),),
    )


def _too_short(text: str) -> DateProblem | None:
    if not re.fullmatch(r"['’]?\d{2}", text):
        return None
    return two_digits(text[-2:], Point(int(text[-2:])))
