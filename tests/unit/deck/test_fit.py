"""Text that doesn't fit is set smaller, then split: nothing lost, nothing outside its box, numbers going on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.deck.fit import first_that_fit, fit, levelled, pages, sizes, steps
from builders.deck.layouts import layouts
from builders.deck.measure import height
from builders.deck.runs import (
    closed,
    cut,
    line,
    linked_once,
    paragraphs,
    plain_runs,
    runs,
    sentences,
    shortened,
    tied_end,
)
from builders.deck.slides import Paragraph, Placeholder, Run
from builders.lesson.model import Span
from builders.theme.tokens import EDITORIAL
from tests.unit.deck.samples import t, words

TYPE = EDITORIAL.slide
LAYOUTS = layouts(EDITORIAL)
POINTS = LAYOUTS.layout("points").holder("body")
STEPS = LAYOUTS.layout("activity").holder("body")

TEXTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.lists(st.sampled_from(["a", "It’s", "word.", "Überlänge-Wort", "x"]), min_size=1, max_size=90),
    ),
    min_size=1,
    max_size=14,
)


def items(drawn: list[tuple[int, list[str]]]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(line(" ".join(text), "en"), level if number else 0)
        for number, (level, text) in enumerate(drawn)
    )


def all_words(texts: tuple[Paragraph, ...]) -> list[str]:
    return " ".join(plain_runs(item.runs) for item in texts).split()


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from([POINTS, STEPS, LAYOUTS.layout("quote").holder("quote")]))
def test_every_word_in_order_inside_the_boxes(
    drawn: list[tuple[int, list[str]]], holder: Placeholder
) -> None:
    texts = tuple(Paragraph(item.runs, min(item.level, len(holder.levels) - 1)) for item in items(drawn))
    boxes = pages(texts, holder, holder.box, TYPE)
    assert [word for box in boxes for word in all_words(box.paragraphs)] == all_words(texts)
    assert len({box.sizes for box in boxes}) == 1
    for box in boxes:
        assert holder.floor <= box.sizes[0] <= holder.ceiling
        assert min(box.sizes) >= 18
        assert height(box.paragraphs, holder.levels, box.sizes, box.box.width, TYPE) <= box.box.height + 1e-6


def test_a_single_word_longer_than_a_slide_is_split() -> None:
    texts = (Paragraph(line("w" * 4000, "en")),)
    boxes = pages(texts, POINTS, POINTS.box, TYPE)
    assert len(boxes) > 1
    assert "".join(plain_runs(item.runs) for box in boxes for item in box.paragraphs) == "w" * 4000


def test_numbers_go_on_over_slides() -> None:
    texts = tuple(Paragraph(line(words(28), "en")) for _ in range(9))
    boxes = pages(texts, STEPS, STEPS.box, TYPE)
    assert len(boxes) > 1
    start = 1
    for box in boxes:
        assert {item.start for item in box.paragraphs} == {start}
        assert not any(item.continued for item in box.paragraphs)
        start += len(box.paragraphs)


def test_an_item_that_goes_on_has_no_number_of_its_own() -> None:
    texts = (Paragraph(line(words(260), "en")), Paragraph(line("Last.", "en")))
    boxes = pages(texts, STEPS, STEPS.box, TYPE)
    assert len(boxes) > 1
    assert [box.paragraphs[0].continued for box in boxes] == [False, *[True] * (len(boxes) - 1)]
    assert boxes[-1].paragraphs[-1].start == 2


def test_few_words_grow_and_many_shrink() -> None:
    few = fit((Paragraph(line("Few words", "en")),), POINTS, POINTS.box, TYPE)
    many = fit(tuple(Paragraph(line(words(20), "en")) for _ in range(6)), POINTS, POINTS.box, TYPE)
    assert few is not None
    assert many is not None
    assert few[0] == POINTS.ceiling
    assert many[0] < POINTS.levels[0].size


def test_smaller_items_keep_their_proportion_and_the_floor() -> None:
    assert sizes(POINTS, 24, TYPE) == (24, 20, 18)
    assert sizes(POINTS, 18, TYPE) == (18, 18, 18)
    assert sizes(POINTS, 28, TYPE) == (28, 23.5, 21)
    assert next(steps(POINTS)) == POINTS.ceiling
    assert list(steps(POINTS))[-1] == POINTS.floor


def test_smaller_items_stay_with_the_one_above() -> None:
    texts = tuple(Paragraph(line(words(30), "en"), level) for _ in range(4) for level in (0, 1, 1))
    boxes = pages(texts, POINTS, POINTS.box, TYPE)
    assert len(boxes) > 1
    assert all(box.paragraphs[0].level == 0 for box in boxes)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_are_level(count: int) -> None:
    parts = levelled([10, 10, 10, 10, 10, 10], 0, 100, count)
    assert parts is not None
    assert [b - a for a, b in parts] == [6 // count] * count


def test_columns_that_would_overflow_are_refused() -> None:
    assert levelled([60, 60], 0, 100, 1) is None
    assert levelled([60, 60], 0, 100, 2) == [(0, 1), (1, 2)]
    assert levelled([120], 0, 100, 1) is None


def test_sentences_end_after_marks_and_not_after_abbreviations() -> None:
    text = (
        "Order No. 227 was read. It was signed by J. Stalin. “Not one step back!” Ни шагу назад! Was it? Yes."
    )
    assert [plain_runs(part) for part in sentences(line(text, "en"))] == [
        "Order No.\u00a0227 was read.",
        "It was signed by J. Stalin.",
        "“Not one step back!”",
        "Ни шагу назад!",
        "Was it?",
        "Yes.",
    ]


def test_cuts_keep_the_formatting() -> None:
    text = runs((Span("One "), Span("bold word", bold=True), Span(" more")), "en")
    assert cut(text, 0, 8) == (Run("One ", "en"), Run("bold", "en", bold=True))
    assert plain_runs(shortened(text, 9)) == "One bold…"
    assert shortened(text, 9)[-1].bold


def test_a_mark_after_a_link_is_not_parted_from_it() -> None:
    text = runs((Span("See "), Span("x.org", link="https://x.org"), Span(". Then"), Span(".")), "en")
    assert [item.text for item in closed(text)] == ["See ", "x.org.", " Then", "."]
    assert [item.link for item in closed(text)] == [None, "https://x.org", None, None]


def test_the_last_word_of_a_title_keeps_one_beside_it() -> None:
    title = runs((Span("From the Vistula to "), Span("the ", bold=True), Span("Bug")), "en")
    assert plain_runs(tied_end(title)) == "From the Vistula to the\u00a0Bug"
    assert [item.bold for item in tied_end(title)] == [False, True, False]
    for whole in ("Three words only", "And then came the Nichtangriffsvertrag", ""):
        assert plain_runs(tied_end(line(whole, "en"))) == whole


def test_text_is_cut_to_its_box_at_a_word() -> None:
    holder = LAYOUTS.layout("table").holder("note")
    own = sizes(holder, holder.floor, TYPE)
    (kept,) = first_that_fit(paragraphs((t(words(80)),), "en"), holder, own, holder.box, TYPE)
    assert plain_runs(kept.runs).endswith("…")
    assert words(80).startswith(plain_runs(kept.runs)[:-1])


def test_only_links_into_the_web_are_kept() -> None:
    text = (
        Span("a", link="https://x.org"),
        Span("b", link="file:///etc/passwd"),
        Span("c", link="javascript:x"),
    )
    assert [run.link for run in runs(text, "en")] == ["https://x.org", None, None]


def test_an_address_is_linked_once_in_an_entry() -> None:
    text = runs((Span("Title", link="https://x.org"), Span(", "), Span("x.org", link="https://x.org")), "en")
    assert [run.link for run in linked_once(text)] == [None, None, "https://x.org"]


def test_the_space_before_a_set_off_mark_is_no_place_for_a_line_to_end() -> None:
    spans = (Span("Quoi : « "), Span("mot", bold=True), Span(" » ?"))
    assert plain_runs(runs(spans, "fr")) == "Quoi\u00a0: «\u00a0mot\u00a0»\u00a0?"
