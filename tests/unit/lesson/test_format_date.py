"""Dates in words, in each language, by their precision."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.lesson.dates import Date, format_date, parse_date
from builders.lesson.labels import LANGUAGES

WORDS = {
    "1939-08-23": "23 August 1939 | 23 de agosto de 1939 | 23 août 1939 | 23. August 1939 | 23 августа 1939 г.",
    "1939-09-01": "1 September 1939 | 1 de septiembre de 1939 | 1er septembre 1939"
    " | 1. September 1939 | 1 сентября 1939 г.",
    "1939-08": "August 1939 | agosto de 1939 | août 1939 | August 1939 | август 1939 г.",
    "1939": "1939 | 1939 | 1939 | 1939 | 1939 г.",
    "193X": "1930s | década de 1930 | années 1930 | 1930er Jahre | 1930-е годы",
    "19XX": "20th century | siglo XX | XXe siècle | 20. Jahrhundert | XX век",
    "-04XX": "5th century BCE | siglo V a. C. | Ve siècle av. J.-C. | 5. Jahrhundert v. Chr. | V век до н. э.",
    "-043X": "440–431 BCE | 440–431 a. C. | 440–431 av. J.-C. | 440–431 v. Chr. | 440–431 до н. э.",
    "-0043": "44 BCE | 44 a. C. | 44 av. J.-C. | 44 v. Chr. | 44 до н. э.",
    "0079": "79 CE | 79 d. C. | 79 apr. J.-C. | 79 n. Chr. | 79 г. н. э.",
    "1937~": "c. 1937 | c. 1937 | vers 1937 | um 1937 | ок. 1937 г.",
    "1937?": "1937 (?) | 1937 (?) | 1937 (?) | 1937 (?) | 1937 г. (?)",
    "1940-22": "summer 1940 | verano de 1940 | été 1940 | Sommer 1940 | лето 1940 г.",
    "1941-24": "winter 1941–42 | invierno de 1941–42 | hiver 1941–42 | Winter 1941–42 | зима 1941–42 г.",
    "1941/1942": "1941–1942 | 1941–1942 | 1941–1942 | 1941–1942 | 1941–1942 гг.",
    "1940-06/1940-08": "June–August 1940 | junio–agosto de 1940 | juin–août 1940"
    " | Juni–August 1940 | июнь–август 1940 г.",
    "1945-02-04/1945-02-11": "4–11 February 1945 | 4–11 de febrero de 1945 | 4–11 février 1945"
    " | 4.–11. Februar 1945 | 4–11 февраля 1945 г.",
    "1942-08-01/1942-10-15": "1 August – 15 October 1942 | 1 de agosto – 15 de octubre de 1942"
    " | 1er août – 15 octobre 1942 | 1. August – 15. Oktober 1942 | 1 августа – 15 октября 1942 г.",
    "1939-11/1940-03": "November 1939 – March 1940 | noviembre de 1939 – marzo de 1940 | novembre 1939 – mars 1940"
    " | November 1939 – März 1940 | ноябрь 1939 г. – март 1940 г.",
    "1937/..": "from 1937 | desde 1937 | depuis 1937 | ab 1937 | 1937 г. и далее",
    "1937-08-01/..": "from 1 August 1937 | desde el 1 de agosto de 1937 | depuis le 1er août 1937 | ab 1. August 1937"
    " | 1 августа 1937 г. и далее",
    "193X/..": "from the 1930s | desde la década de 1930 | depuis les années 1930 | ab den 1930er Jahren"
    " | 1930-е годы и далее",
    "../1941": "until 1941 | hasta 1941 | jusqu’en 1941 | bis 1941 | по 1941 г.",
    "../1941-21": "until spring 1941 | hasta la primavera de 1941 | jusqu’au printemps 1941 | bis Frühjahr 1941"
    " | по весну 1941 г.",
    "../1941-22": "until summer 1941 | hasta el verano de 1941 | jusqu’à l’été 1941"
    " | bis Sommer 1941 | по лето 1941 г.",
    "1937/": "1937–? | 1937–? | 1937–? | 1937–? | 1937 г.–?",
    "/1941": "?–1941 | ?–1941 | ?–1941 | ?–1941 | ?–1941 г.",
    "1941-06-22T03:15": "22 June 1941, 03:15 | 22 de junio de 1941, 03:15 | 22 juin 1941, 03:15"
    " | 22. Juni 1941, 03:15"
    " | 22 июня 1941 г., 03:15",
    "-0499/-0400": "500–401 BCE | 500–401 a. C. | 500–401 av. J.-C. | 500–401 v. Chr. | 500–401 до н. э.",
    "-0026/0014": "27 BCE – 14 CE | 27 a. C. – 14 d. C. | 27 av. J.-C. – 14 apr. J.-C. | 27 v. Chr. – 14 n. Chr."
    " | 27 до н. э. – 14 г. н. э.",
    "1985-XX-XX": "1985 | 1985 | 1985 | 1985 | 1985 г.",
    "Y-13000000": "13 000 001 BCE | 13 000 001 a. C. | 13 000 001 av. J.-C. | 13 000 001 v. Chr."
    " | 13 000 001 до н. э.",
}


def date(text: str) -> Date:
    found = parse_date(text)
    assert isinstance(found, Date)
    return found


def words(text: str, language: str, short: bool = False) -> str:
    return format_date(date(text), language, short).replace("\u00a0", " ")


@pytest.mark.parametrize("text", WORDS)
def test_in_each_language(text: str) -> None:
    assert " | ".join(words(text, language) for language in LANGUAGES) == WORDS[text]


def test_short() -> None:
    assert [words("1939-08-23", language, short=True) for language in LANGUAGES] == [
        "23 Aug 1939",
        "23 ago 1939",
        "23 août 1939",
        "23. Aug. 1939",
        "23 авг. 1939 г.",
    ]
    assert words("1940-06/1940-08", "en", short=True) == "Jun–Aug 1940"
    assert words("1942-08-01/1942-10-15", "en", short=True) == "1 Aug – 15 Oct 1942"


def test_only_american_english_has_the_month_first() -> None:
    assert words("1939-08-23", "en-US") == "August 23, 1939"
    assert words("1945-02-04/1945-02-11", "en-US") == "February 4–11, 1945"
    assert words("1942-08-01/1942-10-15", "en-US") == "August 1 – October 15, 1942"
    assert words("1939-08-23", "en-GB") == words("1939-08-23", "en") == "23 August 1939"


def test_other_languages_are_printed_as_english() -> None:
    assert words("1939-08-23", "fi") == "23 August 1939"


@given(st.dates(), st.sampled_from([10, 7, 4]), st.sampled_from([*LANGUAGES, "en-US"]), st.booleans())
def test_never_more_exact_than_written(day: object, length: int, language: str, short: bool) -> None:
    text = str(day)[:length]
    printed = words(text, language, short)
    digits = "".join(c if c.isdigit() else " " for c in printed).split()
    assert len(digits) == (2 if length == 10 else 1)
    assert str(int(text[:4])) in digits


@given(st.dates(), st.sampled_from([*LANGUAGES, "en-US"]))
def test_what_is_printed_can_be_read(day: object, language: str) -> None:
    text = str(day)
    if text >= "1000":
        assert parse_date(words(text, language), language) == date(text)
