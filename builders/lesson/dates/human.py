"""Dates as people write them: text in, a Date, a DateProblem with the readings it may have, or None out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.lesson.dates.edtf import checked_range, impossible
from builders.lesson.dates.points import (
    WINTER,
    Date,
    DateProblem,
    Edge,
    Point,
    Reading,
    make_date,
    qualified,
)
from builders.lesson.dates.words import (
    BCE,
    CE,
    CIRCA,
    MONTHS,
    ONWARD,
    PARTS,
    RANGE_WORDS,
    SEASONS,
    SINCE,
    UNTIL,
)

Outcome = Point | DateProblem | None

_MONTH = "(?P<month>[^\\W\\d_]+)\\.?"
_YEAR = r"(?P<year>\d{1,4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_OF = r"(?:\s+(?:of|de|d['’]|del))?\s*"
_SUFFIX = r"(?:\s*(?:г\.|года|году|г))?"

_DAY_MONTH_YEAR = re.compile(rf"(?:the\s+|el\s+|le\s+)?{_DAY}{_OF}\s*{_MONTH}{_OF},?\s*{_YEAR}{_SUFFIX}")
_MONTH_DAY_YEAR = re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}")
_MONTH_YEAR = re.compile(rf"{_MONTH}{_OF},?\s*{_YEAR}{_SUFFIX}")
_JUST_YEAR = re.compile(rf"(?:year\s+|año\s+|an\s+|jahr\s+)?{_YEAR}{_SUFFIX}")
_DAY_MONTH = re.compile(rf"{_DAY}{_OF}\s*{_MONTH}")
_MONTH_DAY = re.compile(rf"{_MONTH}\s+{_DAY}")
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d\d)(?:\s*г\.)?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sep>[/.-])(?P<month>\d{1,2})(?:(?P=sep)(?P<day>\d{1,2}))?")
_WINTER = re.compile(
    r"(?P<word>[^\W\d_]+)(?:\s+(?:of|de|del))?\s+(?P<year>\d{4})\s*[-–—/]\s*(?P<next>\d{4}|\d\d)"
)
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
        or _from_point(_point(lower, language))
        or _open_range(lower, language)
        or _range(lower, language)
        or _part(lower, language)
        or _without_year(lower)
        or _without_weekday(lower, language)
    )


def _from_point(found: Outcome) -> Date | DateProblem | None:
    return make_date(found) if isinstance(found, Point) else found


def _point(text: str, language: str) -> Outcome:
    """A single date: circa, question mark and era taken off first."""
    for word in CIRCA:
        rest = text.removeprefix(word)
        if rest != text and (not word[-1].isalpha() or rest[:1] in " 0123456789"):
            found = _point(rest.strip(), language)
            if found is not None:
                return qualified(found, approximate=True) if isinstance(found, Point) else found
    if text.endswith(("?", "(?)")):
        found = _point(text.removesuffix("(?)").removesuffix("?").strip(), language)
        return qualified(found, uncertain=True) if isinstance(found, Point) else found
    for word in sorted(BCE, key=len, reverse=True):
        if text.endswith(" " + word) or (word[0].isalpha() and re.search(rf"\d{re.escape(word)}$", text)):
            return _before_common_era(text.removesuffix(word).strip())
    for word in sorted(CE, key=len, reverse=True):
        if text.endswith(" " + word):
            return _plain_point(text.removesuffix(word).strip(), language, any_year=True)
    if text.startswith(("ad ", "a.d. ")):
        return _plain_point(text.partition(" ")[2], language, any_year=True)
    return _plain_point(text, language)


def _before_common_era(text: str) -> Outcome:
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _MONTH_YEAR, _JUST_YEAR):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        year = 1 - int(found["year"])
        if year > 0:
            return DateProblem("impossible-date", "There is no year 0 before the common era.")
        groups = found.groupdict()
        return _assembled(year, groups.get("month"), groups.get("day"))
    return None


def _plain_point(text: str, language: str, *, any_year: bool = False) -> Outcome:
    """A day, month, season or year; a year alone has four digits unless an era says what it is."""
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _MONTH_YEAR):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        point = _assembled(int(found["year"]), found["month"], found.groupdict().get("day"))
        if point is None:
            continue
        if isinstance(point, Point) and len(found["year"]) == 2 and not any_year:
            return _two_digits(found["year"], point)
        return point
    found = _JUST_YEAR.fullmatch(text)
    if found is not None and (any_year or len(found["year"]) == 4):
        return Point(int(found["year"]))
    if found is not None and len(found["year"]) == 3:
        return Point(int(found["year"]))
    return _winter(text) or _numeric(text, language) or _year_first(text)


def _assembled(year: int, month: str | None, day: str | None) -> Outcome:
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


def _two_digits(written: str, point: Point) -> DateProblem:
    readings = tuple(
        Reading(
            Point(century + int(written), point.month, point.day, point.season).edtf(),
            f"in {century + int(written)}",
        )
        for century in (1900, 2000, 1800)
    )
    return DateProblem(
        "ambiguous-date", f"The year {written} does not say which century; write all four digits.", readings
    )


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
    if len(found["year"]) == 2:
        return _two_digits(found["year"], Point(year)) if first <= 31 and second <= 31 else None
    day_first, month_first = impossible(year, second, first), impossible(year, first, second)
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
            Reading(Point(year, second, first).edtf(), f"day {first} of month {second}"),
            Reading(Point(year, first, second).edtf(), f"day {second} of month {first}"),
        ),
    )


def _year_first(text: str) -> Outcome:
    found = _YEAR_FIRST.fullmatch(text)
    if found is None or (found["sep"] != "-" and found["day"] is None):
        return None
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"]) if found["day"] else None
    return impossible(year, month, day) or Point(year, month, day)


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
            return _range_of(_point(rest, language), Edge.OPEN)
    if text.endswith(("–", "—", " -")) or (text.endswith("-") and text[:-1].isdigit()):
        return _range_of(_point(text[:-1].strip(), language), Edge.OPEN)
    for word in SINCE:
        rest = text.removeprefix(word + " ")
        if rest != text:
            found = _range_of(_point(rest, language), Edge.OPEN)
            return found or _range(rest, language)
    for word in UNTIL:
        rest = text.removeprefix(word + " ")
        if rest != text:
            return _range_of(Edge.OPEN, _point(rest, language))
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
        end = _point(right, language)
        if not isinstance(end, Point):
            continue
        for start_text in _completed(left, right):
            start = _point(start_text, language)
            if start is not None:
                return _range_of(start, end)
    return None


def _splits(text: str) -> Iterator[tuple[str, str]]:
    for found in _DASH.finditer(text):
        yield text[: found.start()].strip(), text[found.end() :].strip()


def _completed(left: str, right: str) -> Iterator[str]:
    """The left end of a range as written, then with the year, the month and year, or the era of the right end."""
    era = next((f" {word}" for word in sorted(BCE, key=len, reverse=True) if right.endswith(" " + word)), "")
    if left.isdigit() and len(left) <= 2:
        found = _DAY_MONTH_YEAR.fullmatch(right.removesuffix(era))
        if found is not None:
            yield f"{left} {found['month']} {found['year']}{era}"
    found = _MONTH_DAY_YEAR.fullmatch(left) or _MONTH_DAY.fullmatch(left)
    if found is not None and right.count(",") == 1 and right.split(",")[0].isdigit():
        yield left + right[right.index(",") :]
    if era:
        yield left + era
    yield left
    year = re.search(r"(\d{3,4})(?:\s*(?:г\.|года))?$", right.removesuffix(era))
    if year is not None:
        yield f"{left} {year[1]}{era}"


def _part(text: str, language: str) -> DateProblem | None:
    """Early, mid and late are refused: EDTF can't say them. Offered instead are the months or days."""
    for word in sorted(PARTS, key=len, reverse=True):
        rest = text.removeprefix(word).strip(" -")
        if rest == text.strip(" -") or not text.startswith(word):
            continue
        point = _point(rest, language)
        decade = _decade_or_century(rest)
        if isinstance(decade, Date) and isinstance(decade.start, Point):
            point = decade.start
        if not isinstance(point, Point):
            continue
        start, end = _third(point, PARTS[word])
        return DateProblem(
            "unreadable-date",
            f"“{text}” is not exact enough to put on a timeline.",
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
    last_day = (10, 20, 28)[part]
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
    found = _point(rest, language)
    if not isinstance(found, Point):
        return None
    return DateProblem(
        "unreadable-date",
        "A date is written without the day of the week.",
        (Reading(found.edtf(), "without it"),),
    )
