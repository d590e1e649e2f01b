"""Lines are counted as theme.wrap breaks them, and heights add up."""

from __future__ import annotations

import random

import pytest

from builders.deck.measure import NARROW, PITCH, count_lines, height, last_line, sets_cleanly
from builders.deck.slides import Level, Paragraph, Run
from builders.theme.breaks import bound
from builders.theme.faces import Face, Family
from builders.theme.measure import advance
from builders.theme.tokens import SlideType
from builders.theme.wrap import wrap, wrap_spans

WORDS = (
    "the of Nichtangriffsvertrag Soviet–German well-known https://www.example.org/a/b-c/d 1939–1941 и a "
    "Donaudampfschifffahrtsgesellschaftskapitän № 227 I protocol—secret Katyń […] “quoted”"
)
CALIBRI = Face(Family.CALIBRI)
TEXT = Level("text", 20)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text, "en"),))


def test_lines_are_those_of_wrap() -> None:
    chance = random.Random(7)
    known = WORDS.split()
    for _ in range(1500):
        # As the texts of slides are, which other programs break at any ordinary space.
        text = bound([" ".join(chance.choice(known) for _ in range(chance.randint(1, 40)))])[0]
        limit = chance.uniform(3, 40)
        assert count_lines(((text, CALIBRI),), limit) == len(wrap(text, CALIBRI, 1.0, limit)), (text, limit)


def test_runs_in_several_faces_break_as_one_text() -> None:
    bold = Face(Family.CALIBRI, bold=True)
    spans = (("One word is bo", CALIBRI), ("ld and it goes ", bold), ("on as plain text to the end", CALIBRI))
    for limit in range(4, 30):
        expected = len(wrap_spans([(text, face, 1.0) for text, face in spans], limit))
        assert count_lines(spans, limit) == expected


def test_a_forced_line_end_counts() -> None:
    assert count_lines((("one\ntwo\nthree", CALIBRI),), 50) == 3


def test_the_space_above_counts_from_the_second_paragraph_on() -> None:
    level = Level("text", 20, before=0.5)
    one = height([paragraph("One")], [level], [20], 500, SlideType())
    assert one == pytest.approx(20 * PITCH)
    two = height([paragraph("One"), paragraph("Two")], [level], [20], 500, SlideType())
    assert two == pytest.approx(2.5 * 20 * PITCH)


def test_indents_narrow_the_lines() -> None:
    text = paragraph("Some words that take nearly the whole of this line")
    width = advance(text.runs[0].text, CALIBRI, 20) * 1.03
    assert height([text], [TEXT], [20], width, SlideType()) == pytest.approx(20 * PITCH)
    assert height([text], [Level("text", 20, indent=30)], [20], width, SlideType()) == pytest.approx(
        40 * PITCH
    )


def test_ranges_of_numbers_and_words_stay_whole() -> None:
    title = paragraph("Partition, 1939–1941")
    size = 40.0
    whole = advance("Partition, 1939–1941", CALIBRI, size)
    almost = advance("Partition, 1939–", CALIBRI, size)
    assert sets_cleanly(title, TEXT, size, whole * 1.05, SlideType())
    assert not sets_cleanly(title, TEXT, size, (whole + almost) / 2, SlideType())
    # Calibri itself is narrower than what is measured: there the range would be parted still.
    assert not sets_cleanly(title, TEXT, size, almost * 0.98, SlideType())
    assert sets_cleanly(title, TEXT, size, almost * 0.98 * NARROW, SlideType())
    assert not sets_cleanly(paragraph("Nichtangriffsvertrag"), TEXT, size, 200, SlideType())


def test_the_last_line_is_measured_in_the_widest_font_and_in_the_family() -> None:
    text = paragraph("One two three four five")
    whole = advance("One two three four five", CALIBRI, 40.0)
    assert last_line(text, TEXT, 40.0, whole * 1.1, SlideType()) == 1.0
    assert last_line(text, TEXT, 40.0, whole * 0.9, SlideType()) < 0.3
    # In the family itself it still stands on one line, in the widest font it doesn't.
    assert last_line(text, TEXT, 40.0, whole * 0.98, SlideType()) < 0.3
