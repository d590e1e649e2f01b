"""A figure of any kind in, its slides out: as large as can be, its caption and its credit below or beside it.

`figure_drafts` is for all that is drawn: pictures, charts, maps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from builders.deck.draft import Context, Draft, bounded, cut_short, numbered
from builders.deck.fit import fit, pages
from builders.deck.measure import height
from builders.deck.runs import Runs, joined, sentences
from builders.deck.slides import Box, Paragraph, Shape
from builders.diagnostics import Diagnostic, Loc

GAP = 12.0
FINE_PRINT = 140.0
"""How deep small type below a caption may stand."""
MOST = 0.4
"""The share of the slide's room that a caption below a figure may take before it goes on on a further slide."""


Side: TypeAlias = Literal["figure-side", "photograph", "photograph-tall"]
"""The layouts with words beside a figure, which in the last two goes to the edges of the slide."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure and its words stand, in which layout."""

    layout: Literal["figure", Side]
    picture: Box
    caption: Box
    credit: Box

    def seen(self, shape_of: float) -> float:
        """The area of a figure of that proportion (width by height)."""
        width = min(self.picture.width, self.picture.height * shape_of)
        return width * width / shape_of


def figure_drafts(
    context: Context,
    draw: Callable[[Box, Place], Shape],
    shape_of: float | None,
    caption: Runs,
    credit: Runs,
    title: Runs,
    loc: Loc,
    *,
    apart: Runs = (),
    credit_loc: Loc | None = None,
    place: Place | None = None,
) -> list[Draft]:
    """The slides of a figure that `draw` makes for its box. `shape_of` is its proportion, width by height; without
    one it takes any, and has the whole width. It stands where it is seen largest, unless a `place` is given."""
    place = place or figure_place(context, shape_of, caption, credit)
    said, small = (caption, credit), place
    if place.layout != "figure" and caption:
        found = _told(context, place, caption, credit)
        said, small = (found[0], found[1]), found[2]
    figure = draw(place.picture, place)
    shapes: list[Shape] = []
    problems: tuple[Diagnostic, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    if said[1]:
        text = (Paragraph(said[1]),)
        shown, short = bounded(context, place.layout, "credit", text, small.credit)
        shapes.append(shown)
        problems = (cut_short(context, credit_loc or loc, "credit"),) if short else ()
        notes = text if short else ()

    def slide(*words: Shape) -> Draft:
        all_ = (figure, *words, *shapes)
        return Draft(place.layout, title, loc, all_, apart=apart, problems=problems, notes=notes)

    if not said[0]:
        return [slide()]
    holder = context.holder(place.layout, "caption")
    captions = pages((Paragraph(said[0]),), holder, small.caption, context.type)
    return numbered([slide(box) for box in captions])


def _told(context: Context, place: Place, caption: Runs, credit: Runs) -> tuple[Runs, Runs, Place]:
    """What of a caption stands beside a figure as such, what of it in small type before the credit, and where: as many
    sentences as a slide holds stand large, how exact the figure is and where it is from often comes last."""
    holder, layout = context.holder(place.layout, "caption"), place.layout
    parts = sentences(caption)
    box, foot = place.caption, place.credit
    for count in range(len(parts), 0, -1):
        language = context.language
        large = joined(parts[:count], " ", language)
        rest = joined((*parts[count:], credit), " ", language)
        deep = min(_depth(context, layout, "credit", rest, foot.width), FINE_PRINT)
        top = round(foot.bottom - deep, 2)
        room = replace(box, height=top - GAP - box.y)
        if fit((Paragraph(large),), holder, room, context.type) is not None:
            small = replace(place, caption=room, credit=Box(foot.x, top, foot.width, deep))
            cut = bounded(context, layout, "credit", (Paragraph(rest),), small.credit)[1]
            if count == len(parts) or not cut:
                return large, rest, small
    return caption, credit, place


def figure_place(context: Context, shape_of: float | None, caption: Runs, credit: Runs) -> Place:
    """The place in which a figure of that proportion is seen largest."""
    below = _below(context, caption, credit)
    if shape_of is None:
        return below
    return max(beside(context, credit), below, key=lambda place: place.seen(shape_of))


def _depth(context: Context, layout: str, key: str, text: Runs, width: float) -> float:
    """How deep text stands at the size that the layout gives it."""
    holder = context.holder(layout, key)
    return (
        height((Paragraph(text),), holder.levels, [holder.levels[0].size], width, context.type)
        if text
        else 0.0
    )


def beside(context: Context, credit: Runs, layout: Side = "figure-side") -> Place:
    """The figure at the right over the whole height, the title over the words in a column at the left."""
    caption, small = context.holder(layout, "caption").box, context.holder(layout, "credit").box
    deep = min(_depth(context, layout, "credit", credit, small.width), 110.0)
    bottom = small.bottom - deep - (GAP if deep else 0)
    return Place(
        layout,
        context.holder(layout, "picture").box,
        Box(caption.x, caption.y, caption.width, bottom - caption.y),
        Box(small.x, small.bottom - deep, small.width, deep),
    )


def _below(context: Context, caption: Runs, credit: Runs) -> Place:
    """The figure over the whole width under its title, the words below it."""
    room, small = context.holder("figure", "picture").box, context.holder("figure", "credit").box
    bottom = small.bottom
    most = (bottom - room.y) * MOST
    deep = min(_depth(context, "figure", "credit", credit, small.width), most / 2)
    said = min(_depth(context, "figure", "caption", caption, small.width), most)
    top = bottom - deep - said - (6 if said and deep else 0)
    return Place(
        "figure",
        Box(room.x, room.y, room.width, top - GAP - room.y),
        Box(room.x, top, room.width, said),
        Box(small.x, bottom - deep, small.width, deep),
    )
