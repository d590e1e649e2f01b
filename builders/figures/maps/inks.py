"""A look in, the colours, type and widths of its maps out; sizes in points."""

from __future__ import annotations

from dataclasses import dataclass

from builders.figures.drawing import Color
from builders.figures.looks import Look
from builders.figures.ops import contrast, mix
from builders.lesson.maps import LineStyle, Side
from builders.theme.contrast import LARGE, TEXT
from builders.theme.faces import Face

SLIDE = 14.0
"""The least size of names on slides, in points."""

LARGE_BOLD = 14.0
"""From this size on bold type counts as large (WCAG 2.1)."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The look of a map. `size` is that of names, `line` the width of a line that the map is about."""

    sea: Color
    land: Color
    coast: Color
    river: Color
    border: Color
    frame: Color
    ink: Color
    muted: Color
    water: Color
    sides: dict[Side, Color]
    sans: Face
    serif: Face
    size: float

    @property
    def line(self) -> float:
        return round(0.21 * self.size, 2)

    @property
    def thin(self) -> float:
        """A hairline: coasts, rivers, frame."""
        return round(0.055 * self.size, 2)

    @property
    def dot(self) -> float:
        """The radius of a place's dot."""
        return round(0.24 * self.size, 2)

    def dash(self, style: LineStyle) -> tuple[float, ...]:
        match style:
            case "solid":
                return ()
            case "dashed":
                return (round(3.2 * self.line, 2), round(1.7 * self.line, 2))
            case "dotted":
                return (0.01, round(1.9 * self.line, 2))

    def word(self, side: Side, *, muted: bool = False) -> Color:
        """The colour of words of a side, dark enough to be read on land and sea and in a filled region of its own: they
        are bold, which is large type on a slide."""
        color = self.sides[side] if side != "neither" else self.muted if muted else self.ink
        return readable(color, self, self.fill(side), LARGE if self.size >= LARGE_BOLD else TEXT)

    @property
    def wet(self) -> Color:
        """The colour of the names of waters."""
        return readable(self.water, self, self.sea)

    def fill(self, side: Side) -> Color:
        """The tint of a filled region; the two sides differ in lightness too."""
        share: dict[Side, float] = {"first": 0.4, "second": 0.2, "neither": 0.16}
        return mix(self.land, self.sides[side], share[side])

    def hatch(self, side: Side) -> Color:
        """The lines of a hatched region."""
        return mix(self.sides[side], self.land, 0.3)


def readable(color: Color, inks: Inks, ground: Color, wanted: float = TEXT) -> Color:
    """The colour, darkened until it has the contrast that is wanted on land and sea and that ground."""
    for step in range(11):
        dark = mix(color, inks.ink, step / 10)
        if min(contrast(dark, own) for own in (inks.land, inks.sea, ground)) >= wanted:
            return dark
    return inks.ink


def inks(look: Look) -> Inks:
    """The look of maps in a theme, on a page or a slide."""
    palette = look.theme.palette
    page, slide = look.theme.page, look.theme.slide
    on_page = look.medium == "page"
    # Whichever side of the palette it is that is blue, water is.
    cool = max((palette.second, palette.accent, palette.night), key=_coolness)
    return Inks(
        sea=mix(palette.paper, cool, 0.07),
        land=mix(palette.tint, palette.hairline, 0.12),
        coast=mix(palette.hairline, palette.muted, 0.55),
        river=mix(cool, palette.tint, 0.55),
        border=mix(palette.muted, palette.hairline, 0.45),
        frame=palette.hairline,
        ink=palette.ink,
        muted=palette.muted,
        water=mix(cool, palette.muted, 0.35),
        sides={"first": palette.accent, "second": palette.second, "neither": palette.muted},
        sans=page.label if on_page else slide.text,
        serif=page.reading if on_page else slide.heading.with_style(bold=False),
        size=page.caption[0] if on_page else max(slide.card_floor, SLIDE),
    )


def _coolness(color: Color) -> int:
    """How much more blue than red is in a colour."""
    return int(color[4:], 16) - int(color[:2], 16)
