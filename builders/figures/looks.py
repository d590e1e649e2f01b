"""A drawing and where it stands in, the drawing in the type and the colours of that place out."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from builders.figures.drawing import Card, CardLine, Drawing, Label, Shape
from builders.figures.ops import on_night, painted
from builders.theme.faces import Face, Family
from builders.theme.measure import advance
from builders.theme.tokens import EDITORIAL, Palette, Theme


@dataclass(frozen=True, slots=True)
class Look:
    """What a figure is drawn for: a theme, a language, and a page, a slide or the dark ground of a slide."""

    theme: Theme
    language: str
    medium: Literal["page", "slide", "night"] = "page"


def suited(drawing: Drawing, look: Look) -> Drawing:
    """A drawing in the default theme's type and colours, or in those of the look's theme, as it is drawn there: a
    colour of the default becomes the theme's own of that name."""
    theme = look.theme
    own = drawing if theme.palette == EDITORIAL.palette else _tinted(drawing, theme.palette)
    match look.medium:
        case "page":
            return own if theme.page == EDITORIAL.page else page_type(own, theme)
        case "slide":
            return deck_type(own, theme)
        case "night":
            return deck_type(on_night(own, theme.palette), theme)


def _tinted(drawing: Drawing, palette: Palette) -> Drawing:
    names = [field.name for field in fields(Palette)]
    new = {getattr(EDITORIAL.palette, name): getattr(palette, name) for name in names}
    return painted(drawing, lambda color: new.get(color, color))


def page_type(drawing: Drawing, theme: Theme) -> Drawing:
    """The drawing with its type in the page's families, no wider than it was."""
    return _retyped(drawing, theme.page.reading.family, theme.page.label.family, theme)


def deck_type(drawing: Drawing, theme: Theme) -> Drawing:
    """The drawing with its type in the deck's families, no wider than it was."""
    return _retyped(drawing, theme.slide.heading.family, theme.slide.text.family, theme)


def _retyped(drawing: Drawing, reading: Family, label: Family, theme: Theme) -> Drawing:
    labels = (Family.SANS, theme.page.label.family, theme.slide.text.family)

    def face(own: Face) -> Face:
        return replace(own, family=label if own.family in labels else reading)

    def line(item: CardLine) -> CardLine:
        return replace(item, face=face(item.face))

    def shape(item: Shape) -> Shape:
        if isinstance(item, Card):
            return replace(item, lines=tuple(line(one) for one in item.lines))
        if not isinstance(item, Label):
            return item
        new = face(item.face)
        before, after = advance(item.text, item.face, 1), advance(item.text, new, 1)
        return replace(item, face=new, size=round(item.size * min(1.0, before / after if after else 1.0), 1))

    return replace(drawing, shapes=tuple(shape(item) for item in drawing.shapes))
