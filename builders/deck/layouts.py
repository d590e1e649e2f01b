"""Our layouts as a value: theme in, named layouts with measured placeholders out (a school's template comes later)."""

from __future__ import annotations

from functools import lru_cache

from builders.deck.holders import (
    DIAGRAM,
    FULL,
    HEIGHT,
    LEFT,
    OPENER,
    PANEL,
    RIGHT,
    WIDTH,
    grown,
    label_holder,
    large_title,
    small_holder,
    text_holder,
)
from builders.deck.layouts_evidence import evidence_layouts
from builders.deck.layouts_tasks import task_layouts
from builders.deck.marks import in_manner
from builders.deck.slides import Box, Layout, Layouts, Level, Ornament, Placeholder
from builders.theme.tokens import SlideType, Theme

NUMERAL = 220.0
"""The size of a section's number where no figure stands beside it."""


@lru_cache(maxsize=4)
def layouts(theme: Theme) -> Layouts:
    """The layouts of a theme, 960 × 540 points."""
    t = theme.slide
    small = (Level("text", t.footer, "muted"),)
    foot, number = Box(LEFT, 502, 720, 18), Box(RIGHT - 80, 502, 80, 18)
    f = t.footer
    plain = Layouts(
        WIDTH,
        HEIGHT,
        (
            _cover(t),
            _cover_figure(t),
            _section(t),
            _opener(
                t, "section-figure", "Section with figure", OPENER, Box(OPENER, 0, WIDTH - OPENER, HEIGHT)
            ),
            _opener(
                t, "section-diagram", "Section with diagram", DIAGRAM, Box(DIAGRAM, 44, 928 - DIAGRAM, 452)
            ),
            *evidence_layouts(t),
            *task_layouts(t),
        ),
        Placeholder("ftr", "Footer", "ftr", 11, foot, small, "Lesson", "ctr", f, f),
        Placeholder("sldNum", "Slide number", "sldNum", 12, number, small, "", "ctr", f, f, "r"),
    )
    return in_manner(plain, theme)


def _cover_words(t: SlideType, width: float, size: float, ceiling: float) -> tuple[Placeholder, ...]:
    """The words of a cover: title and question meet at one line, the credit stands at the foot."""
    title = (Level("heading", size, "on_night"),)
    question = (Level("heading", 24, "on_night", italic=True),)
    top = Box(LEFT, 104, width, 208)
    below = Box(LEFT, 334, width, 108)
    return (
        label_holder(Box(LEFT, 48, width, 40), "accent_on_night"),
        Placeholder("title", "Title", "ctrTitle", 0, top, title, "Lesson", "b", 24, ceiling),
        Placeholder(
            "question", "Question", "subTitle", 1, below, question, "Question", "t", 16, ceiling / 2 + 4
        ),
        small_holder("credit", "Credit", 14, Box(LEFT, 444, width, 64), t, t.credit, "b", "on_night"),
    )


def _cover(t: SlideType) -> Layout:
    """Without a figure the title is as large as a poster's, under a bar of the accent."""
    words = _cover_words(t, FULL - 96, t.cover, t.cover + 16)
    band = Ornament(Box(0, 0, 24, HEIGHT), "accent_on_night", "edge")
    return Layout("cover", "Lesson cover", "title", words, (band,), "night", furniture=False)


def _cover_figure(t: SlideType) -> Layout:
    words = _cover_words(t, PANEL - LEFT - 28, t.cover, t.cover + 8)
    inside = Box(PANEL + 12, 36, WIDTH - PANEL - 48, HEIGHT - 72)
    picture = Placeholder("picture", "Figure", "pic", 15, inside, (), "Figure")
    return Layout(
        "cover-figure", "Lesson cover with figure", "", (*words, picture), (), "night", furniture=False
    )


def _section(t: SlideType) -> Layout:
    """A section's number, as large as a figure would be."""
    numeral = (Level("heading", NUMERAL, "accent_on_night"),)
    right = Box(RIGHT - 280, 120, 280, 300)
    number = Placeholder(
        "number", "Number", "body", 14, right, numeral, "1", "ctr", NUMERAL / 2, NUMERAL, "r"
    )
    title = large_title(Box(LEFT, 112, FULL - 304, 316), 24, t.title + 8, grown(t.title), "on_night")
    label = label_holder(Box(LEFT, 48, FULL, 22), "accent_on_night")
    return Layout("section", "Section", "secHead", (label, title, number), (), "night", furniture=False)


def _opener(t: SlideType, key: str, name: str, edge: float, figure: Box) -> Layout:
    """A section's sentence beside a figure that begins at `edge`."""
    width = edge - LEFT - 36
    numeral = (Level("heading", 60, "accent_on_night"),)
    return Layout(
        key,
        name,
        "",
        (
            text_holder("number", "Number", 14, Box(LEFT, 40, width, 76), numeral, 30, 60),
            label_holder(Box(LEFT, 122, width, 40), "accent_on_night", "b"),
            large_title(Box(LEFT, 172, width, 268), 24, t.title + 4, t.title + 8, "on_night", "t"),
            small_holder("credit", "Credit", 15, Box(LEFT, 456, width, 48), t, t.credit, "b", "on_night"),
            Placeholder("picture", "Figure", "pic", 16, figure, (), "Figure"),
        ),
        (),
        "night",
        furniture=False,
    )
