"""Layouts in, the same in a theme's manner out: its ornament, the ground of its covers, a school's logo."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from builders.deck.holders import HEIGHT, LEFT, RIGHT
from builders.deck.slides import Box, Ink, Layout, Layouts, Level, Ornament, Placeholder
from builders.theme.tokens import Theme

LOGO = Box(RIGHT - 84, 494, 84, 30)
COVER_LOGO = Box(LEFT, 18, 140, 26)
"""What the logo goes into: at the right of the foot of slides, and at the head of covers."""
LOWER = 14.0
"""How much lower a cover's label stands under a logo."""
BAR = 96.0, 9.0
"""Length and thickness of the bar at the upper edge."""
BAND = 14.0
"""Width of the band at the left edge."""
BY_DAY: dict[Ink, Ink] = {"night": "tint", "on_night": "ink", "accent_on_night": "accent"}
"""The colours of a light ground in the place of those of a dark one."""


def in_manner(layouts: Layouts, theme: Theme) -> Layouts:
    """The layouts as the theme wants them."""
    logo = _logo_box(theme, LOGO)
    footer, number = layouts.footer, layouts.number
    if logo is not None:
        taken = logo.width + 12
        number = replace(number, box=replace(number.box, x=number.box.x - taken))
        footer = replace(footer, box=replace(footer.box, width=footer.box.width - taken))
    items = tuple(_layout(layout, theme) for layout in layouts.items)
    return replace(layouts, items=items, footer=footer, number=number, logo=logo)


def _layout(layout: Layout, theme: Theme) -> Layout:
    logo = _logo_box(theme, COVER_LOGO) if layout.key.startswith("cover") else None
    if layout.background == "night" and theme.manner.cover == "tint":
        layout = _by_day(layout)
    if logo is not None:
        layout = replace(layout, placeholders=tuple(map(_below_logo, layout.placeholders)))
    if theme.slide.heading.bold:
        layout = replace(layout, placeholders=tuple(map(_bold_title, layout.placeholders)))
    return replace(layout, ornaments=_ornaments(layout, theme), logo=logo)


def _below_logo(holder: Placeholder) -> Placeholder:
    """The label of a cover makes room for the logo above it."""
    return (
        replace(holder, box=replace(holder.box, y=holder.box.y + LOWER)) if holder.key == "label" else holder
    )


def _bold_title(holder: Placeholder) -> Placeholder:
    if holder.type not in ("title", "ctrTitle"):
        return holder
    return replace(holder, levels=tuple(replace(level, bold=True) for level in holder.levels))


def _by_day(layout: Layout) -> Layout:
    def level(own: Level) -> Level:
        return replace(own, ink=BY_DAY.get(own.ink, own.ink))

    holders = (replace(own, levels=tuple(map(level, own.levels))) for own in layout.placeholders)
    ornaments = (replace(own, ink=BY_DAY.get(own.ink, own.ink)) for own in layout.ornaments)
    return replace(
        layout,
        placeholders=tuple(holders),
        ornaments=tuple(ornaments),
        background=BY_DAY.get(layout.background, layout.background),
    )


def _ornaments(layout: Layout, theme: Theme) -> tuple[Ornament, ...]:
    """A layout's own ornaments, and what the theme's manner puts on every slide: nothing, a bar at the upper edge, or
    a band at the left one, which is wider where the class works."""
    ink: Ink = "accent_on_night" if layout.background == "night" else "accent"
    edges = tuple(own for own in layout.ornaments if own.kind == "edge")
    rules = tuple(own for own in layout.ornaments if own.kind == "rule")
    match theme.manner.mark:
        case "rule":
            return layout.ornaments
        case "bar":
            return (*(edges or (Ornament(Box(LEFT, 0, *BAR), ink),)), *rules)
        case "band":
            width = 2 * BAND if edges or not layout.furniture else BAND
            return (Ornament(Box(0, 0, width, HEIGHT), ink), *rules)
        case other:
            assert_never(other)


def _logo_box(theme: Theme, room: Box) -> Box | None:
    """The theme's logo as large as it goes into `room`, at the edge that it is nearer to; None without a logo."""
    if theme.logo is None:
        return None
    scale = min(room.width / theme.logo.width, room.height / theme.logo.height)
    width, height = round(theme.logo.width * scale, 2), round(theme.logo.height * scale, 2)
    x = room.x if room.x == LEFT else room.right - width
    return Box(x, round(room.y + (room.height - height) / 2, 2), width, height)
