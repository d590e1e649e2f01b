"""What a date is once it is read: points and ranges of a known precision, with their EDTF spelling and bounds."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, TypeAlias

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24


class Edge(StrEnum):
    """An end of a range that has no date: still open (`1937/..`), or not known (`1937/`)."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One date, no more precise than what was written.

    `year` is astronomical (0 is 1 BCE, -43 is 44 BCE); where digits are left open (`193X`) it is the earliest year
    and `span` says how many follow. `season` is 21–24. `mask` keeps unspecified months and days ("-XX", "-XX-XX").
    `time` is "HH:MM" or "HH:MM:SS", with its zone as written.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    span: Literal[1, 10, 100] = 1
    mask: str = ""
    time: str | None = None
    approximate: bool = False
    uncertain: bool = False

    def bounds(self) -> tuple[float, float]:
        """Beginning and end (exclusive) in decimal years of the proleptic Gregorian calendar."""
        if self.season is not None:
            # Seasons of the northern hemisphere by whole months; winter begins in December of its year.
            first = self.year + (self.season - 20) * 3 / 12 - 1 / 12
            return first, first + 3 / 12
        if self.month is None:
            return float(self.year), float(self.year + self.span)
        lengths = month_lengths(self.year)
        before = sum(lengths[: self.month - 1])
        days = sum(lengths)
        if self.day is None:
            return self.year + before / days, self.year + (before + lengths[self.month - 1]) / days
        first_day = before + self.day - 1
        return self.year + first_day / days, self.year + (first_day + 1) / days

    def edtf(self) -> str:
        """The point in EDTF, with its qualification."""
        text = _year_text(self) + self.mask
        if self.season is not None:
            text = f"{_year_text(self)}-{self.season}"
        elif self.month is not None:
            text = f"{_year_text(self)}-{self.month:02}"
            text += f"-{self.day:02}" if self.day is not None else self.mask
        if self.time is not None:
            text += f"T{self.time}"
        match self.approximate, self.uncertain:
            case True, True:
                return text + "%"
            case True, False:
                return text + "~"
            case False, True:
                return text + "?"
            case _:
                return text


End: TypeAlias = Point | Edge


@dataclass(frozen=True, slots=True)
class Date:
    """A point in time (`end` is None) or a range. `edtf` is the normalised spelling."""

    edtf: str
    start: End
    end: End | None = None

    def bounds(self) -> tuple[float, float]:
        """Beginning and end (exclusive) in decimal years; minus or plus infinity where it is open or unknown."""
        last = self.start if self.end is None else self.end
        low = self.start.bounds()[0] if isinstance(self.start, Point) else -math.inf
        high = last.bounds()[1] if isinstance(last, Point) else math.inf
        return low, high

    def order(self) -> tuple[float, float]:
        """A key to sort by: when it begins, then when it ends; a range without a beginning sorts by its end."""
        low, high = self.bounds()
        return (high, high) if math.isinf(low) else (low, high)


@dataclass(frozen=True, slots=True)
class Reading:
    """A date that was perhaps meant: `text` to write instead, `words` to explain it."""

    text: str
    words: str


@dataclass(frozen=True, slots=True)
class DateProblem:
    """Why a text is no date: a slug (`unreadable-date`, `ambiguous-date`, `impossible-date`), a sentence, readings."""

    code: Literal["unreadable-date", "ambiguous-date", "impossible-date"]
    message: str
    readings: tuple[Reading, ...] = ()


def make_date(start: End, end: End | None = None) -> Date:
    """A date from its ends, with its EDTF spelling."""
    text = start.edtf() if isinstance(start, Point) else start.value
    if end is not None:
        text += "/" + (end.edtf() if isinstance(end, Point) else end.value)
    return Date(text, start, end)


def month_lengths(year: int) -> tuple[int, ...]:
    """The lengths of the months of an astronomical year."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (MONTH_LENGTHS[0], 29 if leap else 28, *MONTH_LENGTHS[2:])


def qualified(point: Point, *, approximate: bool = False, uncertain: bool = False) -> Point:
    """The same point, also approximate or uncertain."""
    return replace(
        point,
        approximate=point.approximate or approximate,
        uncertain=point.uncertain or uncertain,
    )


def _year_text(point: Point) -> str:
    if point.span == 1:
        if abs(point.year) > 9999:
            return f"Y{point.year}"
        return f"-{-point.year:04}" if point.year < 0 else f"{point.year:04}"
    digits = 1 if point.span == 10 else 2
    earliest = point.year if point.year >= 0 else point.year + point.span - 1
    # Below zero the X digits run away from zero: -043X is -439 to -430.
    sign = "-" if point.year < 0 else ""
    return sign + f"{abs(earliest):04}"[:-digits] + "X" * digits
