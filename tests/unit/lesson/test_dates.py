"""Dates: what is read, what is refused, when it begins and ends; the edtf package judges where it is right."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.lesson.dates import Date, DateProblem, parse_date, second_reading

EDTF = [
    "1985-04-12",
    "1985-04",
    "1985",
    "-0043",
    "-1985",
    "0000",
    "2004-06~",
    "2004-06-11%",
    "1984?",
    "1984~",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "1984?/2004%",
    "1937/..",
    "1937/",
    "../1941",
    "/1941",
    "2001-21",
    "2001-24",
    "Y170000002",
    "Y-170000002",
    "1941-06-22T03:15",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30+04:30",
]


def date(text: str, language: str = "en") -> Date:
    found = parse_date(text, language)
    assert isinstance(found, Date), found
    return found


def problem(text: str, language: str = "en") -> DateProblem:
    found = parse_date(text, language)
    assert isinstance(found, DateProblem), found
    return found


@pytest.mark.parametrize("text", EDTF)
def test_edtf_is_its_own_normal_form(text: str) -> None:
    assert date(text).edtf == text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("23 Aug 1939", "1939-08-23"),
        ("23 August 1939", "1939-08-23"),
        ("the 23rd of August, 1939", "1939-08-23"),
        ("August 23, 1939", "1939-08-23"),
        ("Sept. 17, 1939", "1939-09-17"),
        ("Aug 1939", "1939-08"),
        ("1939-8-3", "1939-08-03"),
        ("1939-8", "1939-08"),
        ("1939/8/23", "1939-08-23"),
        ("23/8/1939", "1939-08-23"),
        ("8/23/1939", "1939-08-23"),
        ("8/8/1939", "1939-08-08"),
        ("1930s", "193X"),
        ("the 1930s", "193X"),
        ("20th century", "19XX"),
        ("5th century BCE", "-04XX"),
        ("44 BCE", "-0043"),
        ("44BC", "-0043"),
        ("March 15, 44 BC", "-0043-03-15"),
        ("AD 79", "0079"),
        ("79 CE", "0079"),
        ("500–401 BCE", "-0499/-0400"),
        ("27 BCE – 14 CE", "-0026/0014"),
        ("c. 1937", "1937~"),
        ("c.1937", "1937~"),
        ("ca. 1937", "1937~"),
        ("about August 1939", "1939-08~"),
        ("1937 (?)", "1937?"),
        ("c. 1937?", "1937%"),
        ("spring 1940", "1940-21"),
        ("Fall 1941", "1941-23"),
        ("winter 1941–42", "1941-24"),
        ("Winter 1941/1942", "1941-24"),
        ("June–August 1940", "1940-06/1940-08"),
        ("June to August 1940", "1940-06/1940-08"),
        ("1941–1942", "1941/1942"),
        ("1941-1942", "1941/1942"),
        ("1941–45", "1941/1945"),
        ("1941-45", "1941/1945"),
        ("1939/40", "1939/1940"),
        ("1939 - 1945", "1939/1945"),
        ("from 1939 to 1945", "1939/1945"),
        ("between 1939 and 1945", "1939/1945"),
        ("23–25 August 1939", "1939-08-23/1939-08-25"),
        ("August 23–25, 1939", "1939-08-23/1939-08-25"),
        ("1 Aug–15 Oct 1942", "1942-08-01/1942-10-15"),
        ("30 Nov 1939 – 13 Mar 1940", "1939-11-30/1940-03-13"),
        ("since 1937", "1937/.."),
        ("1937–present", "1937/.."),
        ("1937–", "1937/.."),
        ("from 1937 onwards", "1937/.."),
        ("until 1941", "../1941"),
        ("23 de agosto de 1939", "1939-08-23"),
        ("1er septembre 1939", "1939-09-01"),
        ("1. September 1939", "1939-09-01"),
        ("23 августа 1939 г.", "1939-08-23"),
        ("лето 1941 г.", "1941-22"),
        ("44 av. J.-C.", "-0043"),
        ("44 v. Chr.", "-0043"),
        ("44 a. C.", "-0043"),
        ("44 до н. э.", "-0043"),
        ("siglo XX", "19XX"),
        ("XIXe siècle", "18XX"),
        ("1930er Jahre", "193X"),
        ("1930-е годы", "193X"),
        ("  23   Aug\u00a01939 ", "1939-08-23"),
    ],
)
def test_what_people_write(text: str, edtf: str) -> None:
    assert date(text).edtf == edtf
    assert date(date(text).edtf) == date(text)


@pytest.mark.parametrize(
    ("text", "code", "readings"),
    [
        ("8/9/1939", "ambiguous-date", ["1939-09-08", "1939-08-09"]),
        ("8.9.1939", "ambiguous-date", ["1939-09-08", "1939-08-09"]),
        ("8/9/39", "ambiguous-date", ["1939-09-08", "1939-08-09", "2039-09-08", "2039-08-09"]),
        ("30 Nov 39", "ambiguous-date", ["1939-11-30", "2039-11-30"]),
        ("1900s", "ambiguous-date", ["190X", "19XX"]),
        ("winter 1941", "ambiguous-date", ["winter 1940–41", "winter 1941–42"]),
        ("30 February 1940", "impossible-date", ["1940-02-29", "1940-02"]),
        ("29 February 1939", "impossible-date", ["1939-02-28", "1939-02"]),
        ("1939-13", "impossible-date", []),
        ("1939-13-01", "impossible-date", ["1939-01-13"]),
        ("1939-00-01", "impossible-date", []),
        ("31/31/1939", "impossible-date", []),
        ("1941/1939", "impossible-date", ["1939/1941"]),
        ("1941-06-22T25:00", "impossible-date", []),
        ("0 BCE", "impossible-date", []),
        ("early 1942", "unreadable-date", ["1942-01/1942-04", "1942"]),
        ("mid-August 1941", "unreadable-date", ["1941-08-11/1941-08-20", "1941-08"]),
        ("late November 1939", "unreadable-date", ["1939-11-21/1939-11-30", "1939-11"]),
        ("late 1930s", "unreadable-date", ["1937/1939", "193X"]),
        ("23 Aug", "unreadable-date", []),
        ("August", "unreadable-date", []),
        ("Wednesday, 23 August 1939", "unreadable-date", ["1939-08-23"]),
        ("yesterday", "unreadable-date", []),
        ("the day after", "unreadable-date", []),
        ("../..", "unreadable-date", []),
        ("XXXX", "unreadable-date", []),
        ("Y1939", "unreadable-date", []),
    ],
)
def test_what_is_refused(text: str, code: str, readings: list[str]) -> None:
    found = problem(text)
    assert (found.code, [reading.text for reading in found.readings][: len(readings) or None]) == (
        code,
        readings,
    )
    for reading in found.readings:
        assert isinstance(parse_date(reading.text), Date), f"the cure {reading.text} is refused too"


def test_only_english_has_two_orders() -> None:
    assert (
        date("8/9/1939", "fr").edtf
        == date("8.9.1939", "de").edtf
        == date("8/9/1939", "es").edtf
        == "1939-09-08"
    )
    assert problem("8/9/1939", "en-GB").code == "ambiguous-date"


def test_a_season_that_looks_like_a_year() -> None:
    reading = second_reading("1920-21")
    assert reading is not None
    assert reading.text == "1920/1921"
    assert second_reading("1941-22") is None
    assert second_reading("1920/1921") is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1939", 1939.0, 1940.0),
        ("1940-01-01", 1940.0, 1940 + 1 / 366),
        ("1939-12-31", 1940 - 1 / 365, 1940.0),
        ("1939-12", 1940 - 31 / 365, 1940.0),
        ("193X", 1930.0, 1940.0),
        ("19XX", 1900.0, 2000.0),
        ("-0043", -43.0, -42.0),
        ("-04XX", -499.0, -399.0),
        ("-043X", -439.0, -429.0),
        ("1941-21", 1941 + 2 / 12, 1941 + 5 / 12),
        ("1941-24", 1941 + 11 / 12, 1942 + 2 / 12),
        ("1939/1945", 1939.0, 1946.0),
        ("1937/..", 1937.0, math.inf),
        ("1937/", 1937.0, math.inf),
        ("../1941", -math.inf, 1942.0),
    ],
)
def test_bounds(text: str, low: float, high: float) -> None:
    assert date(text).bounds() == pytest.approx((low, high))


def test_order() -> None:
    texts = [
        "44 BCE",
        "../1936",
        "1937/..",
        "1939-08-23",
        "1939-09-01",
        "1939-09",
        "1939-09-17",
        "summer 1940",
        "1941/1942",
    ]
    shuffled = texts[3:] + texts[:3]
    assert sorted(shuffled, key=lambda text: date(text).order()) == texts


WITHOUT_BUGS = [text for text in EDTF if text not in ("1937/..", "0000", "1985-XX-XX", "1941-06-22T03:15")]
"""edtf 5 is wrong on open ranges, and wants seconds in a time."""


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("text", WITHOUT_BUGS)
def test_the_edtf_package_agrees(text: str) -> None:
    import edtf

    theirs = edtf.parse_edtf(text)
    assert str(theirs) == text
    low, high = date(text).bounds()
    for ours, struct in ((low, theirs.lower_strict()), (high, theirs.upper_strict())):
        if isinstance(struct, time.struct_time) and not math.isinf(ours):
            # A struct_time has whole days, and the last day is inside; seasons differ by up to a quarter.
            year = struct.tm_year + (struct.tm_mon - 1) / 12 + (struct.tm_mday - 1) / 365
            assert abs(ours - year) <= 0.26


@given(st.dates())
def test_every_day_is_read(day: object) -> None:
    text = str(day)
    found = date(text)
    assert found.edtf == text
    low, high = found.bounds()
    assert 0 < high - low < 1 / 364


@given(st.text(max_size=30))
def test_reading_is_total(text: str) -> None:
    assert isinstance(parse_date(text), Date | DateProblem)


@given(st.text(alphabet="0123456789-/.XT:~?%Y BCEcentury aug", max_size=24))
def test_what_is_read_is_read_again(text: str) -> None:
    found = parse_date(text)
    if isinstance(found, Date):
        assert parse_date(found.edtf) == found
