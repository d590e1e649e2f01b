"""Where things stand on a slide, and the placeholders that layouts are made of."""

from __future__ import annotations

from typing import Literal

from builders.deck.slides import Box, Level, Placeholder
from builders.theme.tokens import SlideType

WIDTH, HEIGHT = 960.0, 540.0
LEFT, RIGHT = 56.0, 904.0
FULL = RIGHT - LEFT
TOP, BODY_TOP, BODY_BOTTOM = 36.0, 140.0, 480.0
PANEL = 424.0
"""Where the figure begins on the cover."""
BODY = Box(LEFT, BODY_TOP, FULL, BODY_BOTTOM - BODY_TOP)
CELL_X, CELL_Y = 7.0, 5.0
"""What a table's cell keeps free at its sides, and above and below its text."""
BULLET = 16.0
"""How far an item in a cell stands in."""
INDENT = 52.0
"""How far a quotation stands in, to leave room for its mark."""


def title_holder(
    t: SlideType, box: Box | None = None, floor: float = 24, size: float | None = None
) -> Placeholder:
    """A title: one sentence of at most two lines, at the top unless a box is given."""
    size = t.title if size is None else size
    box = box or Box(LEFT, TOP, FULL, 84)
    prompt = "A sentence that says what the slide shows"
    return Placeholder("title", "Title", "title", 0, box, (Level("heading", size),), prompt, "t", floor, size)


def body_holder(name: str, box: Box, levels: tuple[Level, ...], floor: float, ceiling: float) -> Placeholder:
    """The content of a slide."""
    return Placeholder("body", name, "", 1, box, levels, name, "t", floor, ceiling)


def text_holder(
    key: str,
    name: str,
    idx: int,
    box: Box,
    levels: tuple[Level, ...],
    floor: float,
    ceiling: float,
    anchor: Literal["t", "b"] = "t",
) -> Placeholder:
    """Text beside or below the content."""
    return Placeholder(key, name, "body", idx, box, levels, name, anchor, floor, ceiling)


def small_holder(
    key: str, name: str, idx: int, box: Box, t: SlideType, size: float, anchor: Literal["t", "b"] = "t"
) -> Placeholder:
    """Text that stands beside the content: a credit, a source, a scale."""
    return text_holder(
        key, name, idx, box, (Level("text", size, "muted", before=0.15),), t.credit_floor, size, anchor
    )


def label_holder(box: Box) -> Placeholder:
    """A few words above a title that say what kind of slide this is."""
    return text_holder(
        "label", "Label", 13, box, (Level("text", 14, "accent", bold=True, caps=True),), 12, 14
    )


def list_levels(t: SlideType, bullet: Literal["•", "1.", "A."]) -> tuple[Level, ...]:
    """The levels of a list: items that count or carry a bullet, smaller items below them."""
    hang = 20.0 if bullet == "•" else 38.0
    return (
        Level("text", t.body, indent=hang, hang=hang, bullet=bullet, before=0.5),
        Level("text", t.body - 4, indent=hang + 18, hang=18, bullet="–", before=0.15),
        Level("text", t.body_floor, indent=hang + 36, hang=18, bullet="–", before=0.1),
    )
