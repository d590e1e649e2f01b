"""Numbers: as people write them in, as the language writes them out, exactly as exact."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builders.lesson.numbers import decimal_sign, format_number, read_number, readings


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"), ("1,234.5", "1234.5"), ("1 234,5", "1234.5"), ("1\u00a0234", "1234"),
        ("1\u202f234,50", "1234.50"),
        ("1’234.5", "1234.5"), ("12,5", "12.5"), ("12.5", "12.5"), ("0,125", "0.125"), (".5", "0.5"), ("-3", "-3"),
        ("−3.0", "-3.0"), ("–3", "-3"), ("+3", "3"), ("-0", "0"), ("1.234.567", "1234567"),
        ("999999999999999", "999999999999999"),
    ],
)  # fmt: skip
def test_a_number_that_can_be_read_in_one_way(text: str, number: str) -> None:
    assert {str(value) for value in readings(text).values()} == {number}


@pytest.mark.parametrize(
    "text",
    ["", "-", "12 %", "c. 12", "1–2", "1,23,456", "1 23", "1.2.3", "٣", "1e6", "12a", "1234567890123456"],
)
def test_what_is_no_number(text: str) -> None:
    assert readings(text) == {}


def test_the_language_decides_where_a_number_can_be_read_in_two_ways() -> None:
    assert (decimal_sign(["1,234"], "en"), decimal_sign(["1,234"], "de")) == (".", ",")
    assert (read_number("1,234", "."), read_number("1,234", ",")) == (Decimal(1234), Decimal("1.234"))
    assert (decimal_sign([], "de-CH"), decimal_sign([], "es-MX"), decimal_sign([], "tlh")) == (".", ".", ".")


def test_numbers_beside_it_decide_before_the_language() -> None:
    assert decimal_sign(["1.234", "12.5"], "de") == "."
    assert decimal_sign(["1,234", "12,5"], "en") == ","
    assert decimal_sign(["12.5", "12,5"], "de") == ","


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "−1,234,567.50"), ("es", "−1.234.567,50"), ("fr", "−1\u00a0234\u00a0567,50"), ("de", "−1.234.567,50"),
     ("ru", "−1\u00a0234\u00a0567,50"), ("tlh", "−1,234,567.50")],
)  # fmt: skip
def test_numbers_in_words_of_the_language(language: str, written: str) -> None:
    assert format_number(Decimal("-1234567.50"), language) == written
    assert read_number(written, decimal_sign([written], language)) == Decimal("-1234567.50")


def test_no_number_is_more_exact_than_it_was() -> None:
    assert [format_number(Decimal(text), "en") for text in ("12", "12.0", "0.00001", "1200")] == [
        "12", "12.0", "0.00001", "1,200",
    ]  # fmt: skip
