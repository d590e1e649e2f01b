"""Our layouts as a value: theme in, named layouts with measured placeholders out (a school's template comes later)."""

from __future__ import annotations

from functools import lru_cache

from builders.deck.holders import (
    BODY,
    BODY_BOTTOM,
    BODY_TOP,
    FULL,
    HEIGHT,
    INDENT,
    LEFT,
    PANEL,
    RIGHT,
    WIDTH,
    body_holder,
    label_holder,
    list_levels,
    small_holder,
    text_holder,
    title_holder,
)
from builders.deck.slides import Box, Layout, Layouts, Level, Placeholder
from builders.theme.tokens import SlideType, Theme


@lru_cache(maxsize=4)
def layouts(theme: Theme) -> Layouts:
    """The layouts of a theme, 960 × 540 points."""
    t = theme.slide
    small = (Level("text", t.footer, "muted"),)
    return Layouts(
        WIDTH,
        HEIGHT,
        (
            _cover(t, "cover", "Lesson cover", "title", FULL - 80, t.cover + 10),
            _cover(t, "cover-figure", "Lesson cover with figure", "", PANEL - LEFT - 32, t.cover),
            *_text_layouts(t),
            *_quotes(t),
            *_evidence(t),
            *_questions(t),
        ),
        Placeholder(
            "ftr", "Footer", "ftr", 11, Box(LEFT, 500, 720, 18), small, "Lesson", "ctr", t.footer, t.footer
        ),
        Placeholder(
            "sldNum",
            "Slide number",
            "sldNum",
            12,
            Box(RIGHT - 80, 500, 80, 18),
            small,
            "",
            "ctr",
            t.footer,
            t.footer,
            "r",
        ),
    )


def _cover(t: SlideType, key: str, name: str, kind: str, width: float, size: float) -> Layout:
    figure = key == "cover-figure"
    label = (Level("text", 14, "accent_on_night", bold=True, caps=True),)
    title = (Level("heading", size, "on_night"),)
    question = (Level("heading", 24, "on_night", italic=True),)
    credit = (Level("text", t.credit, "on_night", before=0.15),)
    holders = (
        text_holder("label", "Label", 13, Box(LEFT, 56, width, 40), label, 12, 14),
        Placeholder(
            "title", "Title", "ctrTitle", 0, Box(LEFT, 120, width, 204), title, "Lesson", "t", 24, size
        ),
        Placeholder(
            "question",
            "Question",
            "subTitle",
            1,
            Box(LEFT, 336, width, 104),
            question,
            "Question",
            "t",
            16,
            26,
        ),
        text_holder("credit", "Credit", 14, Box(LEFT, 450, width, 54), credit, t.credit_floor, t.credit, "b"),
    )
    inside = Box(PANEL + 24, 24, WIDTH - PANEL - 48, HEIGHT - 48)
    picture = Placeholder("picture", "Figure", "pic", 15, inside, (), "Figure")
    return Layout(key, name, kind, (*holders, picture) if figure else holders, (), "night", furniture=False)


def _text_layouts(t: SlideType) -> tuple[Layout, ...]:
    half = (FULL - 48) / 2
    right = Box(LEFT + half + 48, BODY_TOP, half, BODY.height)
    terms = (Level("text", 22, "accent", bold=True, before=0.6), Level("text", 20, before=0.05))
    prose = (Level("text", t.body, before=0.6),)
    prompts = (Level("heading", 28, before=0.7), Level("text", 20, "muted", before=0.15))
    works = (Level("text", 16, indent=20, hang=20, before=0.4),)
    return (
        Layout(
            "statement",
            "Statement",
            "",
            (
                label_holder(Box(LEFT, 150, FULL, 22)),
                title_holder(t, Box(LEFT, 184, FULL - 60, 270), 24, t.question + 8),
            ),
        ),
        Layout(
            "points",
            "Sentence and points",
            "obj",
            (title_holder(t), body_holder("Points", BODY, list_levels(t, "•"), 18, t.body + 4)),
        ),
        Layout(
            "text",
            "Sentence and text",
            "",
            (title_holder(t), body_holder("Text", BODY, prose, 18, t.body + 4)),
        ),
        Layout("terms", "Terms", "", (title_holder(t), body_holder("Terms", BODY, terms, 18, 24))),
        Layout(
            "columns",
            "Terms in two columns",
            "",
            (
                title_holder(t),
                text_holder("left", "Left column", 13, Box(LEFT, BODY_TOP, half, BODY.height), terms, 18, 22),
                text_holder("right", "Right column", 14, right, terms, 18, 22),
            ),
        ),
        Layout("prompts", "Prompts", "", (title_holder(t), body_holder("Prompts", BODY, prompts, 28, 32))),
        Layout(
            "references", "References", "", (title_holder(t), body_holder("References", BODY, works, 14, 18))
        ),
    )


def _quotes(t: SlideType) -> tuple[Layout, Layout]:
    x, width = LEFT + INDENT, FULL - 2 * INDENT
    label = (Level("text", 16, "accent", bold=True),)
    words = (Level("heading", t.quote, before=0.3), Level("heading", 22, "muted", italic=True, before=0.6))
    by = (Level("text", 20), Level("text", 14, "muted", before=0.1))

    def quote(key: str, name: str, title: Placeholder, top: float) -> Layout:
        holders = (
            title,
            text_holder("quote", "Quotation", 13, Box(x, top, width, 396 - top), words, 24, 40),
            text_holder("by", "Attribution", 14, Box(x, 408, width, 76), by, t.body_floor, 20),
        )
        return Layout(key, name, "", holders)

    plain = Placeholder(
        "title", "Title", "title", 0, Box(x, 60, width, 44), label, "Whose words", "t", 14, 16
    )
    return (
        quote("quote", "Sentence and quotation", title_holder(t), 156),
        quote("quotation", "Quotation", plain, 132),
    )


def _evidence(t: SlideType) -> tuple[Layout, ...]:
    side = 248.0
    beside = Box(LEFT + side + 32, 130, FULL - side - 32, 358)
    excerpt = (Level("heading", 22, before=0.4),)
    return (
        Layout(
            "timeline",
            "Timeline",
            "",
            (title_holder(t), small_holder("note", "Scale", 13, Box(LEFT, 464, FULL, 22), t, 12)),
        ),
        Layout(
            "image",
            "Picture and caption",
            "",
            (
                title_holder(t),
                Placeholder("picture", "Picture", "pic", 13, beside, (), "Picture"),
                text_holder(
                    "caption",
                    "Caption",
                    14,
                    Box(LEFT, 130, side, 250),
                    (Level("text", 20, before=0.4),),
                    18,
                    22,
                ),
                small_holder("credit", "Credit", 15, Box(LEFT, 400, side, 80), t, t.credit, "b"),
            ),
        ),
        Layout(
            "table",
            "Table",
            "",
            (
                title_holder(t),
                Placeholder("table", "Table", "tbl", 13, Box(LEFT, BODY_TOP, FULL, 306), (), "Table"),
                small_holder("note", "Caption", 14, Box(LEFT, 456, FULL, 24), t, 14),
            ),
        ),
        Layout(
            "document",
            "Document",
            "",
            (
                title_holder(t),
                text_holder(
                    "headnote",
                    "Headnote",
                    13,
                    Box(LEFT, 124, FULL, 68),
                    (Level("text", 18, "muted"),),
                    18,
                    18,
                ),
                text_holder(
                    "excerpt", "Excerpt", 14, Box(LEFT + 22, 204, FULL - 22, 232), excerpt, t.body_floor, 28
                ),
                small_holder("source", "Source", 15, Box(LEFT + 22, 444, FULL - 22, 42), t, 14),
            ),
        ),
    )


def _questions(t: SlideType) -> tuple[Layout, ...]:
    label = label_holder(Box(LEFT, 40, FULL, 22))
    note = (Level("text", 18, "muted"),)
    stem = (Level("heading", 32, before=0.5),)
    answer = (Level("text", t.body, before=0.5), Level("text", t.body - 4, "muted", before=0.5))
    return (
        Layout(
            "question",
            "Question",
            "",
            (
                label_holder(Box(LEFT, 132, FULL, 22)),
                title_holder(t, Box(LEFT, 164, FULL - 40, 300), 28, t.question + 6),
            ),
        ),
        Layout(
            "asked",
            "Sentence and question",
            "",
            (
                label,
                title_holder(t, Box(LEFT, 66, FULL, 84)),
                body_holder("Question", Box(LEFT, 176, FULL, 304), stem, 28, 36),
            ),
        ),
        Layout(
            "match",
            "Matching",
            "",
            (
                label,
                title_holder(t, Box(LEFT, 66, FULL, 84), 22),
                text_holder(
                    "left", "Items", 15, Box(LEFT, 164, 320, 316), list_levels(t, "1.")[:1], 18, t.body
                ),
                text_holder(
                    "right",
                    "Matches",
                    16,
                    Box(LEFT + 368, 164, FULL - 368, 316),
                    list_levels(t, "A.")[:1],
                    18,
                    t.body,
                ),
            ),
        ),
        Layout(
            "options",
            "Question and choices",
            "",
            (
                label,
                title_holder(t, Box(LEFT, 66, FULL, 118), 22),
                body_holder(
                    "Choices",
                    Box(LEFT, 204, FULL, BODY_BOTTOM - 204),
                    list_levels(t, "A."),
                    t.body_floor,
                    t.body + 4,
                ),
            ),
        ),
        Layout(
            "answer",
            "Answer",
            "",
            (
                title_holder(t),
                body_holder("Answer", BODY, answer, t.body_floor, t.body + 2),
            ),
        ),
        Layout(
            "activity",
            "Activity",
            "",
            (
                label,
                title_holder(t, Box(LEFT, 66, FULL, 84)),
                body_holder(
                    "Steps", Box(LEFT, 164, FULL, 264), list_levels(t, "1."), t.body_floor, t.body + 2
                ),
                text_holder("note", "Materials", 14, Box(LEFT, 434, FULL, 50), note, t.body_floor, 18, "b"),
            ),
        ),
    )
