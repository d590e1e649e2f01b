"""Properties of lines: they fit, and nothing but spaces and put-in hyphens tells them from the text."""

from __future__ import annotations

import itertools
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from builders.pdf.blocks import Align, Run
from builders.pdf.lines import SHRINK, STRETCH, TRACKING, set_lines
from builders.theme.faces import SANS, SERIF, Face
from builders.theme.measure import advance, space
from builders.theme.wrap import wrap

FACES = st.sampled_from([SERIF, SANS, SERIF.with_style(italic=True), SANS.with_style(bold=True)])
CHARS = "abcdefghijklmnoprstuvwyzfiABCVW019.,;:!?-–—’“”()/éжш東京、\u00a0\u00ad\u200b"
TEXT = st.text(CHARS + "   \n", max_size=200)
WORDS = [
    "the",
    "treaty",
    "of",
    "non-aggression",
    "Moscow",
    "signed",
    "a",
    "line",
    "was",
    "Poland",
    "occupied",
    "it",
]
PROSE = st.lists(st.sampled_from(WORDS))
NARROW, WIDE = 20.0, 400.0
SLACK = 1e-6


def bare(text: str) -> str:
    """Text without what a break may drop or what takes no room."""
    return re.sub(r"[\s\u00a0\u00ad\u200b]", "", text)


@given(TEXT, FACES, st.floats(NARROW, WIDE))
@settings(max_examples=300, deadline=None)
def test_wrapped_lines_fit_and_lose_only_spaces(text: str, face: Face, width: float) -> None:
    lines = wrap(text, face, 10, width)
    assert re.sub(r"[ \n]", "", "".join(lines)) == re.sub(r"[ \n]", "", text)
    assert all(advance(line, face, 10) <= width + SLACK for line in lines)


@given(
    st.lists(st.tuples(TEXT, FACES), min_size=1, max_size=4),
    st.floats(NARROW, WIDE),
    st.sampled_from(list("ljcr")),
)
@settings(max_examples=300, deadline=None)
def test_set_lines_fit_and_lose_nothing(parts: list[tuple[str, Face]], width: float, align: str) -> None:
    runs = tuple(Run(text, face, 10, "000000") for text, face in parts)
    aligns: dict[str, Align] = {"l": "left", "j": "justify", "c": "center", "r": "right"}
    lines = set_lines(runs, width, align=aligns[align], language="en")
    printed = "".join(text for line in lines for _, text in line.pieces)
    assert bare(printed) == bare("".join(run.text for run in runs))
    for line in lines:
        painted = bare(line.text) + " " * line.text.count(" ")
        total = line.width + line.stretch * line.text.count(" ") + line.tracking * len(painted)
        single = len(line.text.strip()) <= 2
        assert total <= width + SLACK + line.tracking or single
        assert line.x >= -SLACK or single


@given(PROSE, st.floats(60, WIDE))
@settings(max_examples=300, deadline=None)
def test_word_spaces_keep_their_bounds(words: list[str], width: float) -> None:
    runs = (Run(" ".join(words), SERIF, 11.5, "000000"),)
    natural = space(SERIF) * 11.5
    lines = set_lines(runs, width, align="justify", language="en")
    for line in lines:
        # A line that begins within a word may be a hair wider than was reckoned: kerning over the break is gone.
        assert SHRINK * natural - 0.3 <= natural + line.stretch <= STRETCH * natural + SLACK
        assert line.tracking <= TRACKING * 11.5 * 1.1
        assert line.stretch == 0 or line.width + line.stretch * line.text.count(" ") <= width + SLACK
    for line, following in itertools.pairwise(lines):
        if line.hyphen:
            head, tail = line.text.rsplit(" ", 1)[-1].rstrip("-"), following.text.split(" ", 1)[0]
            assert len(head) >= 2 and "-" not in head
            assert following.hyphen or len(tail) >= 3
