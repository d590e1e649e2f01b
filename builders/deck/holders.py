"""Where things stand on a slide, and the placeholders that layouts are made of."""

from __future__ import annotations

from typing import Literal

from builders.deck.slides import Box, Ink, Level, Ornament, Placeholder
from builders.theme.tokens import SlideType

WIDTH, HEIGHT = 960.0, 540.0
LEFT, RIGHT = 56.0, 904.0
FULL = RIGHT - LEFT
TOP, BODY_TOP, BODY_BOTTOM = 36.0, 132.0, 484.0
SIDE = 244.0
"""The column at the left of a figure or a document, for what is said of it."""
WIDE = LEFT + SIDE + 32
"""Where stands what has such a column beside it."""
PANEL = 392.0
"""Where the figure begins on the cover."""
OPENER = 540.0
"""Where the figure begins on the slide that opens a section."""
DIAGRAM = 424.0
"""The same for one without a ground of its own, which isn't cut."""
BODY = Box(LEFT, BODY_TOP, FULL, BODY_BOTTOM - BODY_TOP - 8)
"""The room of the evidence. Text stands in its middle, which is a little above that of the free area."""
TIMELINE = Box(LEFT, 124, FULL, 334)
"""The room of a timeline, from close under the title."""
CELL_X, CELL_Y = 7.0, 5.0
"""What a table's cell keeps free at its sides, and above and below its text."""
ROW_Y = 9.0
"""The same for a row of a glossary, or a step."""
BULLET = 16.0
"""How far an item in a cell stands in."""
INDENT = 64.0
"""How far a quotation stands in, to leave room for its mark."""
EDGE = Ornament(Box(0, 0, 14, HEIGHT), "accent", "edge")
"""The bar at the left edge of slides on which the class works."""
GROW = 1.375
"""How many times its usual size type may have on a sparse slide."""


def grown(size: float) -> float:
    """The largest size of type that is usually set at `size`."""
    return float(round(size * GROW))


def title_holder(
    t: SlideType, box: Box | None = None, floor: float = 24, size: float | None = None, ink: Ink = "ink"
) -> Placeholder:
    """A title: one sentence of at most two lines, at the top unless a box is given."""
    size = t.title if size is None else size
    box = box or Box(LEFT, TOP, FULL, 80)
    prompt = "A sentence that says what the slide shows"
    level = Level("heading", size, ink)
    return Placeholder("title", "Title", "title", 0, box, (level,), prompt, "t", floor, size)


def large_title(
    box: Box,
    floor: float,
    size: float,
    ceiling: float,
    ink: Ink = "ink",
    anchor: Literal["t", "ctr"] = "ctr",
) -> Placeholder:
    """A title that is all that its slide says."""
    prompt = "A sentence that fills the slide"
    level = Level("heading", size, ink)
    return Placeholder("title", "Title", "title", 0, box, (level,), prompt, anchor, floor, ceiling)


def body_holder(
    name: str,
    box: Box,
    levels: tuple[Level, ...],
    floor: float,
    ceiling: float,
    anchor: Literal["t", "ctr"] = "ctr",
) -> Placeholder:
    """The content of a slide."""
    return Placeholder("body", name, "", 1, box, levels, name, anchor, floor, ceiling)


def text_holder(
    key: str,
    name: str,
    idx: int,
    box: Box,
    levels: tuple[Level, ...],
    floor: float,
    ceiling: float,
    anchor: Literal["t", "ctr", "b"] = "t",
) -> Placeholder:
    """Text beside or below the content."""
    return Placeholder(key, name, "body", idx, box, levels, name, anchor, floor, ceiling)


def small_holder(
    key: str,
    name: str,
    idx: int,
    box: Box,
    t: SlideType,
    size: float,
    anchor: Literal["t", "b"] = "t",
    ink: Ink = "muted",
) -> Placeholder:
    """Text that stands beside the content: a credit, a source, a scale."""
    level = Level("text", size, ink, before=0.15)
    return text_holder(key, name, idx, box, (level,), t.credit_floor, size, anchor)


def label_holder(box: Box, ink: Ink = "accent", anchor: Literal["t", "b"] = "t") -> Placeholder:
    """A few words above a title that say what kind of slide this is."""
    return text_holder(
        "label", "Label", 13, box, (Level("text", 15, ink, bold=True, caps=True),), 12, 15, anchor
    )


def grid_holder(key: str, name: str, box: Box, idx: int = 13) -> Placeholder:
    """A native table."""
    return Placeholder(key, name, "tbl", idx, box, (), name)


def list_levels(t: SlideType, bullet: Literal["•", "1.", "A."]) -> tuple[Level, ...]:
    """The levels of a list: items that count or carry a bullet, smaller items below them."""
    hang = 26.0 if bullet == "•" else 52.0
    return (
        Level("text", t.body, indent=hang, hang=hang, bullet=bullet, before=0.6),
        Level("text", t.body - 4, indent=hang + 20, hang=20, bullet="–", before=0.2),
        Level("text", t.body_floor, indent=hang + 38, hang=18, bullet="–", before=0.15),
    )
