"""Whatever a theme's file says, it is read without an exception: what comes out can be set, or has a diagnostic."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from builders.outline.read_theme import read_theme
from builders.outline.syntax_theme import theme_field_names
from builders.source.tree import parse
from builders.source.world import MemoryWorld
from builders.theme.bundled import NAMES, text_of
from builders.theme.contrast import TEXT, faint, least

LINES = sorted({line for name in NAMES for line in text_of(name).decode().splitlines()})
VALUES = st.sampled_from(
    ["", "#fff", "fff", "9e2a2b", "rgb(1,2,3)", "red", "-1", "0/0", "12/17", "1e9", "９/９", "- a", "{}", "[",
     "logo.png", "../x", "é", "\x00", "Arial", "justified", "true", "12,5", "999999999999999999999", "a: b", "*x", "&y"]
)  # fmt: skip


@st.composite
def themes(draw: st.DrawFn) -> str:
    """Lines of real themes, some with other values, some further right, some names misspelled."""
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=25))
    text = ""
    for line in lines:
        name, colon, value = line.partition(":")
        if draw(st.booleans()):
            value = " " + draw(VALUES)
        if draw(st.integers(0, 9)) == 0:
            name = name[:-1]
        text += draw(st.sampled_from(["", "", "  "])) + name + colon + value + "\n"
    return draw(st.sampled_from(["based_on: clean\n", "based_on: editorial\n", ""])) + text


@settings(max_examples=300, deadline=None)
@given(themes())
def test_a_theme_is_read_or_refused(text: str) -> None:
    tree = parse(text.encode(), "school.yaml", fields=theme_field_names())
    found, diagnostics = read_theme(
        tree, "outlines", MemoryWorld({"outlines/logo.png": b"\x89PNG\r\n\x1a\n"})
    )
    assert found is not None or [*tree.diagnostics, *diagnostics]
    for one in diagnostics:
        start, end = one.place.offset or 0, one.place.end or 0
        assert 0 <= start <= end <= len(tree.text)
    if found is None:
        return
    page, slide = found.theme.page, found.theme.slide
    for size, leading in (page.title, page.subtitle, page.heading, page.body, page.small, page.caption):
        assert 7 <= size <= leading <= 2 * size
    assert slide.question >= 30 and slide.body >= 20 and slide.card >= 14


COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06x}")


@settings(max_examples=300, deadline=None)
@given(COLORS, COLORS)
def test_the_colour_that_is_offered_would_do(accent: str, paper: str) -> None:
    text = f"based_on: editorial\ncolors:\n  accent: {accent}\n  paper: {paper}\n"
    tree = parse(text.encode(), "school.yaml", fields=theme_field_names())
    found, _ = read_theme(tree, "", None)
    assert found is not None
    palette = found.theme.palette
    for pale in faint(palette):
        grounds = (palette.paper, palette.tint, "ffffff") if pale.darker else (palette.night,)
        assert least(pale.color, grounds) < TEXT
        assert pale.better is None or least(pale.better, grounds) >= TEXT
