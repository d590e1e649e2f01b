"""Greedy lines."""

from __future__ import annotations

from builders.theme.faces import SANS, SERIF
from builders.theme.measure import advance
from builders.theme.wrap import wrap, wrap_spans

BOLD = SANS.with_style(bold=True)


def test_a_line_that_fits_is_left_alone() -> None:
    assert wrap("Two short words", SANS, 10, 500) == ["Two short words"]
    assert wrap("", SANS, 10, 500) == [""]


def test_newlines_force_breaks() -> None:
    assert wrap("one\ntwo\n\nthree", SANS, 10, 500) == ["one", "two", "", "three"]


def test_words_are_broken_only_where_they_must() -> None:
    width = advance("counter-revol", SANS, 10)
    assert wrap("the counter-revolution", SANS, 10, width) == ["the counter-", "revolution"]
    lines = wrap("Donaudampfschifffahrt", SANS, 10, 40)
    assert "".join(lines) == "Donaudampfschifffahrt"
    assert all(advance(line, SANS, 10) <= 40 for line in lines)


def test_one_character_may_be_wider_than_the_line() -> None:
    assert wrap("WW", SERIF, 50, 10) == ["W", "W"]


def test_spans_keep_their_index_and_words_may_run_over_them() -> None:
    spans = [("The quick ", SANS, 10.0), ("brown", BOLD, 10.0), (", fox jumps", SANS, 10.0)]
    width = advance("brown, fox ", BOLD, 10)
    assert wrap_spans(spans, width) == [[(0, "The quick")], [(1, "brown"), (2, ", fox")], [(2, "jumps")]]
