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


def test_a_mark_set_off_by_a_space_stays_with_its_word() -> None:
    text = "Il a dit « oui » et puis ? Rien"
    for width in range(40, 140):
        for line in wrap(text, SANS, 10, width):
            assert line[0] not in "»?", (width, line)
            assert line[-1] != "«", (width, line)
    spans = [("le ", SANS, 10.0), ("mot", BOLD, 10.0), (" ? Rien", SANS, 10.0)]
    assert wrap_spans(spans, advance("le mot", BOLD, 10) + 1)[1][0] == (1, "mot")


def test_marks_give_way_where_the_line_is_too_narrow() -> None:
    assert wrap("mot ?", SANS, 10, advance("mot", SANS, 10) + 1) == ["mot", "?"]


def test_no_line_begins_with_the_comma_after_another_span() -> None:
    spans = [("The ", SANS, 10.0), ("brown", BOLD, 10.0), (", fox", SANS, 10.0)]
    width = advance("The ", SANS, 10) + advance("brown", BOLD, 10) + 0.5
    assert wrap_spans(spans, width)[0] == [(0, "The")]
