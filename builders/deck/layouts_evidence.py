"""Type of slides in; the layouts of what is shown out: points, text, glossary, quotations, figures, documents."""

from __future__ import annotations

from builders.deck.holders import (
    BODY,
    BODY_BOTTOM,
    BODY_TOP,
    EDGE,
    FULL,
    HEIGHT,
    INDENT,
    LEFT,
    OPENER,
    RIGHT,
    SIDE,
    TOP,
    WIDE,
    WIDTH,
    body_holder,
    grid_holder,
    grown,
    list_levels,
    small_holder,
    text_holder,
    title_holder,
)
from builders.deck.slides import Box, Ink, Layout, Level, Ornament, Placeholder
from builders.theme.tokens import SlideType

RULE = 3.0
"""The width of the rule beside a document."""


def evidence_layouts(t: SlideType) -> tuple[Layout, ...]:
    """The layouts on which a class looks or listens."""
    return (*_words(t), *_quotes(t), *_figures(t), *_tables(t), _chart(t), _document(t))


def _words(t: SlideType) -> tuple[Layout, ...]:
    prose = (Level("text", t.body, before=0.7),)
    terms = (Level("heading", t.body + 2, "accent", before=0.7), Level("text", t.body - 2, before=0.1))
    works = (
        Level("text", t.card_floor - 2, "accent", bold=True, before=1.1, heads=True),
        Level("text", t.card_floor - 2, indent=20, hang=20, before=0.45),
    )
    ceiling = grown(t.body)
    points = body_holder("Points", BODY, list_levels(t, "•"), t.body_floor, ceiling)
    side = title_holder(t, Box(LEFT, TOP, SIDE, 320), 20, t.title - 4)
    listed = Box(WIDE, TOP + 4, RIGHT - WIDE, BODY_BOTTOM - TOP - 4)
    return (
        Layout("points", "Sentence and points", "obj", (title_holder(t), points), follows=True),
        Layout(
            "text",
            "Sentence and text",
            "",
            (title_holder(t), body_holder("Text", BODY, prose, t.body_floor, ceiling)),
            follows=True,
        ),
        Layout(
            "terms",
            "Terms",
            "",
            (title_holder(t), body_holder("Terms", BODY, terms, t.body_floor, ceiling)),
            follows=True,
        ),
        Layout(
            "glossary",
            "Glossary",
            "tbl",
            (title_holder(t), grid_holder("table", "Terms", BODY)),
            follows=True,
        ),
        Layout(
            "references",
            "References",
            "",
            (side, body_holder("References", listed, works, t.card_floor - 2, t.body_floor, "t")),
        ),
    )


def _quotes(t: SlideType) -> tuple[Layout, Layout]:
    x, width = LEFT + INDENT, FULL - INDENT - 40
    label = (Level("text", 16, "accent", bold=True),)
    words = (Level("heading", t.quote, before=0.3), Level("heading", 22, "muted", italic=True, before=0.6))
    by = (Level("text", t.body - 4), Level("text", 14, "muted", before=0.1))

    def quote(key: str, name: str, title: Placeholder, top: float) -> Layout:
        bottom = BODY_BOTTOM
        holders = (
            title,
            text_holder(
                "quote", "Quotation", 13, Box(x, top, width, bottom - 88 - top), words, 24, grown(t.quote)
            ),
            text_holder(
                "by", "Attribution", 14, Box(x, bottom - 76, width, 76), by, t.body_floor, t.body - 4
            ),
        )
        return Layout(key, name, "", holders, follows=True)

    plain = Placeholder(
        "title", "Title", "title", 0, Box(x, TOP + 8, width, 44), label, "Whose words", "t", 14, 16
    )
    return (
        quote("quote", "Sentence and quotation", title_holder(t), BODY_TOP + 4),
        quote("quotation", "Quotation", plain, TOP + 64),
    )


def _figures(t: SlideType) -> tuple[Layout, ...]:
    """A figure over the whole width with its words below, or the whole height with its words beside it."""
    caption = (Level("text", t.body_floor, before=0.4),)
    least = t.card_floor
    room = Box(LEFT, BODY_TOP - 12, FULL, 300)
    side = Box(WIDE, TOP, RIGHT + 12 - WIDE, BODY_BOTTOM - TOP)
    return (
        Layout(
            "figure",
            "Figure",
            "",
            (
                title_holder(t),
                Placeholder("picture", "Figure", "pic", 13, room, (), "Figure"),
                text_holder("caption", "Caption", 14, Box(LEFT, 432, FULL, 30), caption, least, t.body_floor),
                small_holder("credit", "Credit", 15, Box(LEFT, 466, FULL, 18), t, t.credit, "b"),
            ),
        ),
        Layout(
            "figure-side",
            "Figure with words beside it",
            "",
            (
                title_holder(t, Box(LEFT, TOP, SIDE, 204), 20, t.title - 4),
                Placeholder("picture", "Figure", "pic", 13, side, (), "Figure"),
                text_holder(
                    "caption", "Caption", 14, Box(LEFT, 252, SIDE, 180), caption, least, t.body_floor, "b"
                ),
                small_holder("credit", "Credit", 15, Box(LEFT, 440, SIDE, 44), t, t.credit, "b"),
            ),
        ),
        _photograph(t, "photograph", "Photograph to the edges", WIDE),
        _photograph(t, "photograph-tall", "Tall photograph to the edges", OPENER),
        Layout(
            "timeline",
            "Timeline",
            "",
            (title_holder(t), small_holder("note", "Scale", 13, Box(LEFT, 464, FULL, 20), t, 12, "b")),
        ),
    )


def _photograph(t: SlideType, key: str, name: str, x: float) -> Layout:
    """A photograph from `x` to the edges of the slide, the title over the words in the column at its left."""
    wide = x - 32 - LEFT
    caption = (Level("text", t.body_floor, before=0.4),)
    return Layout(
        key,
        name,
        "",
        (
            title_holder(t, Box(LEFT, TOP, wide, 204), 20, t.title - (4 if wide <= SIDE else 0)),
            Placeholder("picture", "Photograph", "pic", 13, Box(x, 0, WIDTH - x, HEIGHT), (), "Photograph"),
            text_holder(
                "caption", "Caption", 14, Box(LEFT, 252, wide, 180), caption, t.card_floor, t.body_floor, "b"
            ),
            small_holder("credit", "Credit", 15, Box(LEFT, 440, wide, 64), t, t.credit, "b"),
        ),
        furniture=False,
    )


def _tables(t: SlideType) -> tuple[Layout, ...]:
    gap = 56.0
    half = (FULL - gap) / 2
    right = LEFT + half + gap
    items = list_levels(t, "•")
    top, height = BODY_TOP + 8, BODY_BOTTOM - BODY_TOP - 36
    below = Box(LEFT, BODY_BOTTOM - 22, FULL, 22)

    def side(key: str, name: str, idx: int, x: float, ink: Ink) -> tuple[Placeholder, Placeholder]:
        head = (Level("heading", t.body, ink),)
        return (
            text_holder(
                f"{key}-head", f"{name} heading", idx, Box(x, top, half, 64), head, 18, t.body + 4, "b"
            ),
            text_holder(
                key, name, idx + 1, Box(x, top + 76, half, height - 76), items, t.body_floor, grown(t.body)
            ),
        )

    def table(key: str, name: str, ground: Ink = "paper") -> Layout:
        holders = (
            title_holder(t),
            grid_holder("table", "Table", Box(LEFT, BODY_TOP, FULL, height - 4)),
            small_holder("note", "Caption", 14, below, t, 14, "b"),
        )
        return Layout(key, name, "", holders, (EDGE,) if ground == "tint" else (), ground, follows=True)

    rule = Ornament(Box(LEFT + half + gap / 2 - 0.5, top, 1, height), "hairline")
    return (
        table("table", "Table"),
        table("answer-table", "Table with answers", "tint"),
        Layout(
            "sides",
            "Two sides",
            "twoTxTwoObj",
            (
                title_holder(t),
                *side("left", "Left", 13, LEFT, "accent"),
                *side("right", "Right", 15, right, "second"),
                small_holder("note", "Caption", 17, below, t, 14, "b"),
            ),
            (rule,),
        ),
    )


def _chart(t: SlideType) -> Layout:
    """A chart over the whole width: what it shows above it, caption and source below."""
    about = (Level("text", t.body_floor, "muted"),)
    room = Box(LEFT, BODY_TOP + 26, FULL, BODY_BOTTOM - BODY_TOP - 76)
    holders = (
        title_holder(t),
        text_holder("about", "What it shows", 14, Box(LEFT, BODY_TOP - 8, FULL, 24), about, 14, t.body_floor),
        Placeholder("chart", "Chart", "chart", 13, room, (), "Chart"),
        small_holder("note", "Caption", 15, Box(LEFT, BODY_BOTTOM - 40, FULL, 40), t, 14, "b"),
    )
    return Layout("chart", "Chart", "chart", holders)


def _document(t: SlideType) -> Layout:
    """The document beside its rule; at the left, as a margin note, what one must know, and where it is from."""
    height = BODY_BOTTOM - BODY_TOP - 4
    rule = Ornament(Box(WIDE - 24, BODY_TOP + 4, RULE, height), "accent")
    head, excerpt = (Level("text", t.body_floor, "muted"),), (Level("heading", t.body, before=0.5),)
    return Layout(
        "document",
        "Document",
        "",
        (
            title_holder(t),
            text_holder("headnote", "Headnote", 13, Box(LEFT, BODY_TOP + 4, SIDE - 6, 196), head, t.card, 20),
            text_holder(
                "excerpt",
                "Excerpt",
                14,
                Box(WIDE, BODY_TOP + 4, RIGHT - WIDE, height),
                excerpt,
                t.body_floor,
                t.title,
            ),
            small_holder("source", "Source", 15, Box(LEFT, 348, SIDE - 6, 136), t, t.credit, "b"),
        ),
        (rule,),
    )
