"""A drawing and where it stands in, the drawing in the type and the colours of that place out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from builders.figures.drawing import Card, CardLine, Drawing, Label, Shape
from builders.figures.ops import on_night
from builders.theme.faces import Face, Family
from builders.theme.measure import advance
from builders.theme.tokens import SlideType, Theme


@dataclass(frozen=True, slots=True)
class Look:
    """What a figure is drawn for: a theme, a language, and a page, a slide or the dark ground of a slide."""

    theme: Theme
    language: str
    medium: Literal["page", "slide", "night"] = "page"


def suited(drawing: Drawing, look: Look) -> Drawing:
    """A drawing of the page's type and colours as it is drawn elsewhere."""
    match look.medium:
        case "page":
            return drawing
        case "slide":
            return deck_type(drawing, look.theme.slide)
        case "night":
            return deck_type(on_night(drawing, look.theme.palette), look.theme.slide)


def deck_type(drawing: Drawing, type_: SlideType) -> Drawing:
    """The drawing with its type in the deck's families, no wider than it was."""

    def face(own: Face) -> Face:
        base = type_.heading if own.family in (Family.SERIF, Family.GEORGIA) else type_.text
        return replace(own, family=base.family)

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
