"""A fitted timeline in, its drawings out: axes, names of lanes, leaders, dots and cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from builders.figures.drawing import Card, CardLine, Drawing, Ellipse, Line, Rect, Shape, Stroke
from builders.figures.ops import tidy
from builders.figures.time_cards import MARGIN, PICTURE_GAP, PITCH, card_lines
from builders.figures.timeline_axis import axes, bar_shapes, bars, marks
from builders.figures.timeline_entries import alternative
from builders.figures.timeline_pictures import shown
from builders.figures.timeline_place import Part
from builders.figures.timeline_scene import BELOW, Band, Levels, Scene, levels
from builders.theme.faces import Face
from builders.theme.wrap import wrap

DOT, RING = 5.5, 2.0
HIGHLIGHT = 7.25
"""The radius of a dot, that of a highlighted one, and the ring round both that keeps them off the axis."""
STRIPE = 3.0
"""The width of the stripe beside the name of a lane."""
NAME, NAME_LINES = 15.0, 2
"""Type size of the names of lanes, and their lines if the column can be wide enough for that."""
NAME_GAP = 3.0


def paint(scene: Scene, height: float, *, trimmed: bool = False) -> Iterator[Drawing]:
    """A drawing for each slide, painted from the axis up; the cards come last, in order. `trimmed` leaves out what is
    free above and below."""
    parts = scene.layout.parts
    stretches = bars(scene)
    by_slide = levels(scene, height)
    if trimmed:
        height = max(level.used for level in by_slide)
        by_slide = levels(scene, height)
    for number, (part, level) in enumerate(zip(parts, by_slide, strict=True)):
        low = scene.origin(number)
        seen = [bar for bar in stretches if bar.start < low + scene.width and bar.end > low + scene.left]
        dots = [(x + scene.left, band) for x, band in zip(part.dots, part.bands, strict=True)]
        shapes: list[Shape] = [*_names(scene, level, height), *axes(scene, number, level)]
        for bar in seen:
            shapes += bar_shapes(scene, bar, number, level.bands[bar.band])
        shapes += marks(scene, number, level, seen, dots)
        for index in range(part.first, part.last):
            shapes += _event(scene, part, index, level)
        for index in range(part.first, part.last):
            shapes += _card(scene, part, index, level.bands[part.bands[index - part.first]])
        alt = alternative([scene.listed[index] for index in range(part.first, part.last)], scene.language)
        yield Drawing(tidy(scene.width), tidy(height), tuple(shapes), alt)


def _names(scene: Scene, level: Levels, height: float) -> Iterator[Shape]:
    """The lanes' names at the left, each with a stripe as high as its band."""
    face, width = Face(scene.family, bold=True), scene.left - STRIPE - 18
    named = [wrap(name, face, NAME, width) for name in scene.lanes]
    depths = [len(lines) * NAME * PITCH for lines in named]
    bands = level.bands[: len(named)]
    # In the middle of their bands, but for names that are higher than those.
    tops: list[float] = []
    for band, depth in zip(bands, depths, strict=True):
        least = tops[-1] + depths[len(tops) - 1] + NAME_GAP if tops else 0.0
        tops.append(max(least, (band.axis + band.outer - depth) / 2))
    most = height
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], most - depths[number])
        most = tops[number] - NAME_GAP
    for number, (lines, band) in enumerate(zip(named, bands, strict=True)):
        low, high = sorted((band.axis, band.outer))
        if level.ruler is not None and band.side == BELOW:
            # A lane without events is as deep as its name at the least, up to the next axis.
            ends = [other.axis - STRIPE for other in bands[number + 1 : number + 2]] or [height]
            high = max(high, min(tops[number] + depths[number], ends[0]))
        color = scene.color(number)
        yield Rect(0.0, tidy(low), STRIPE, tidy(high - low), color)
        said = tuple(CardLine(line, face, NAME, color, start=n == 0) for n, line in enumerate(lines))
        yield Card(STRIPE + 6, tidy(tops[number]), tidy(width + 4), tidy(depths[number]), said)


def _event(scene: Scene, part: Part, index: int, level: Levels) -> Iterator[Shape]:
    """An event's leader and dot."""
    local = index - part.first
    number, palette = part.bands[local], scene.palette
    band, x = level.bands[number], tidy(part.dots[local] + scene.left)
    highlight, color = scene.listed[index].highlight, scene.color(number)
    end = band.edge(part.tiers[local]) - band.side
    pen = Stroke(color, 1.5) if highlight else Stroke(palette.muted, 0.75)
    yield Line(x, band.axis, x, tidy(end), pen)
    radius = HIGHLIGHT if highlight else DOT
    if scene.items[index].at is None or scene.items[index].vague:
        yield Ellipse(x, band.axis, radius - 1, radius - 1, palette.paper, Stroke(color, 2.0))
    else:
        yield Ellipse(x, band.axis, radius, radius, color, Stroke(palette.paper, RING))


def _card(scene: Scene, part: Part, index: int, band: Band) -> Iterator[Shape]:
    """An event's words, and its picture on the far side of them."""
    local = index - part.first
    card, size = scene.cards[index], scene.layout.size
    entry = scene.listed[index]
    width, height = part.widths[local], part.heights[local]
    below = band.side == BELOW
    edge, x = band.edge(part.tiers[local]), part.lefts[local] + scene.left
    top = edge if below else edge - height
    inner = width - 2 * card.inset
    colors = (scene.color(part.bands[local]), scene.palette.ink)
    lines = card_lines(card, colors, size, inner / MARGIN + 0.05)
    ground = scene.ground if entry.highlight else None
    valign: Literal["top", "bottom"] = "top" if below else "bottom"
    align: Literal["left", "right"] = "right" if part.flagged(local) else "left"
    if not (card.aspect and entry.image):
        yield Card(tidy(x), tidy(top), tidy(width), tidy(height), lines, valign, ground, card.inset, align)
        return
    if ground:
        yield Rect(tidy(x), tidy(top), tidy(width), tidy(height), ground)
    x, top, height = x + card.inset, top + card.inset, height - 2 * card.inset
    picture = card.picture(inner, size)
    wide = picture * card.aspect
    beside = inner - wide if align == "right" else 0.0
    seen = top + height - picture if below else top
    yield from shown(entry.image, x + beside, seen, wide, picture, scene.look)
    taken = picture + PICTURE_GAP * size
    y = top if below else top + taken
    yield Card(tidy(x), tidy(y), tidy(inner), tidy(height - taken), lines, valign, align=align)
