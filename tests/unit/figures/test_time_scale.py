"""Places on a time axis: dates to moments, moments to shares, dots kept apart, years marked."""

from __future__ import annotations

import math

import pytest

from builders.figures.time_scale import Axis, moments, shares, spread
from builders.lesson.dates import Date, Edge, parse_date


def dates(*texts: str) -> list[Date]:
    found = [parse_date(text) for text in texts]
    assert all(isinstance(date, Date) for date in found)
    return sorted((date for date in found if isinstance(date, Date)), key=lambda date: date.order())


def test_points_stand_in_their_middle_and_ranges_at_their_beginning() -> None:
    year, span, decade = moments(dates("1920", "1930/1934", "194X"))
    assert (year.at, year.ranged) == (1920.5, False)
    assert (span.at, span.start, span.end, span.ranged) == (1930, 1930, 1935, True)
    assert (decade.at, decade.ranged) == (1940, True)


def test_no_dot_leaves_its_own_date_and_all_stand_in_order() -> None:
    found = moments(
        dates("1941", "1941-02", "1941-06-22", "1941-06", "1941-06-22/1945", "../1940", "1941/..")
    )
    places = [moment.at for moment in found]
    assert all(place is not None for place in places)
    known = [place for place in places if place is not None]
    assert known == sorted(known)
    for moment in found:
        assert moment.at is not None
        assert moment.start <= moment.at <= moment.end


def test_open_ends() -> None:
    until, since, between = moments(dates("../1930", "1940/..", "1950/1951"))
    assert (until.at, until.start) == (1931, -math.inf)
    assert (since.at, since.end) == (1940, math.inf)
    assert between.at == 1950


def test_spacing_by_time_by_need_and_between() -> None:
    items = moments(dates("1900-01-01", "1901-01-01", "1910-01-01"))
    assert shares(items, 1, [1, 1, 1]).dots == pytest.approx((0, 0.1, 1), abs=1e-3)
    assert shares(items, 0, [1, 1, 1]).dots == pytest.approx((0, 0.5, 1))
    assert shares(items, 0, [3, 1, 1]).dots == pytest.approx((0, 0.75, 1))
    assert shares(items, 0.5, [1, 1, 1]).dots == pytest.approx((0, 0.3, 1), abs=1e-3)
    assert shares(moments(dates("1900")), 1, [1]).dots == pytest.approx((0.5,))
    assert shares(moments(dates("1900", "1900")), 1, [1, 1]).dots == pytest.approx((0, 1))


def test_a_range_after_the_last_dot_gets_its_room() -> None:
    found = shares(moments(dates("1900-01-01", "1910/1919")), 1, [1, 1])
    assert found.dots == pytest.approx((0, 0.5), abs=1e-3)
    assert found.tail == pytest.approx((1920, 1))
    even = shares(moments(dates("1900-01-01", "1910/1919")), 0, [1, 1])
    assert even.dots == pytest.approx((0, 1 / 1.6))
    assert shares(moments(dates("1900", "1910/..")), 1, [1, 1]).tail is None


def test_the_undated_come_last_in_room_of_their_own() -> None:
    unknown = Date("..", Edge.OPEN)
    items = moments([*dates("1900-01-01", "1910-01-01"), unknown, unknown])
    assert [item.at is None for item in items] == [False, False, True, True]
    for proportional in (0, 0.5, 1):
        found = shares(items, proportional, [1, 1, 1, 1])
        assert found.dots == pytest.approx((0, 1 / 3, 2 / 3, 1))
    assert shares(moments([unknown, unknown]), 1, [1, 1]).dots == pytest.approx((0, 1))


@pytest.mark.parametrize(
    ("wanted", "gap", "low", "high", "found"),
    [
        ([1.0, 5.0], 2, 0, 10, [1, 5]),
        ([4.0, 4.0], 2, 0, 10, [3, 5]),
        ([0.0, 0.0, 0.0], 2, 0, 10, [0, 2, 4]),
        ([9.0, 9.5, 10.0], 2, 0, 10, [6, 8, 10]),
        ([5.0, 5.0, 5.0, 9.0], 1, 0, 10, [4, 5, 6, 9]),
        ([], 1, 0, 1, []),
    ],
)
def test_dots_are_kept_apart(
    wanted: list[float], gap: float, low: float, high: float, found: list[float]
) -> None:
    assert spread(wanted, [gap] * (len(wanted) - 1), low, high) == pytest.approx(found)


def test_too_many_dots_for_the_room() -> None:
    assert spread([1.0, 2.0, 3.0], [5, 5], 0, 9.9) is None
    assert spread([1.0, 2.0, 3.0], [5, 5], 0, 10) == pytest.approx([0, 5, 10])


def marks(axis: Axis, most: int) -> list[str]:
    return [date.edtf for date, _ in axis.marks(most)]


def test_marks_are_round_years() -> None:
    assert marks(Axis(((1918.4, 0), (1923.2, 100))), 8) == ["1919", "1920", "1921", "1922", "1923"]
    assert marks(Axis(((1901.0, 0), (1949.0, 100))), 6) == ["1910", "1920", "1930", "1940"]
    assert marks(Axis(((-43.8, 0), (20.5, 100))), 7) == ["-0039", "-0029", "-0019", "-0009", "0010", "0020"]
    assert len(marks(Axis(((-2e6, 0), (2e3, 100))), 8)) <= 9
    assert marks(Axis(((5.0, 3.0),)), 8) == []


def test_marks_of_a_short_axis_are_months() -> None:
    assert marks(Axis(((1941.4, 0), (1941.95, 100))), 8) == [f"1941-{month:02}" for month in range(6, 13)]
    longer = [f"1941-{month:02}" for month in range(1, 13, 2)]
    assert marks(Axis(((1941.0, 0), (1942.3, 100))), 8) == [*longer, "1942-01", "1942-03"]


def test_times_between_dots_lie_between_them() -> None:
    axis = Axis(((1900, 10), (1910, 20), (1910, 30), (1920, 130)))
    assert axis.place(1905, -1, -2) == 15
    assert axis.place(1915, -1, -2) == 80
    assert axis.place(1910, -1, -2) == 30
    assert axis.place(1899, -1, -2) == -1
    assert axis.place(1921, -1, -2) == -2
    assert axis.place(1920, -1, -2) == 130
