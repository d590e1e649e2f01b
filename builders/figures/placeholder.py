"""An image without its picture in, the labelled place where the picture will stand out."""

from __future__ import annotations

from dataclasses import dataclass

from builders.figures.drawing import Color, Drawing, Label, Rect, Shape, Stroke
from builders.figures.ops import mix, tidy
from builders.lesson.labels import Labels
from builders.lesson.model import Image, plain
from builders.lesson.spans import readable_url
from builders.theme.faces import Face
from builders.theme.measure import advance, ascent
from builders.theme.tokens import Theme
from builders.theme.wrap import wrap

INSET = 5.0
SIDE = 24.0
SPACING = 1.0


@dataclass(frozen=True, slots=True)
class _Style:
    face: Face
    size: float
    leading: float
    color: Color
    spacing: float = 0.0


def missing_picture(image: Image, width: float, height: float, theme: Theme, words: Labels) -> Drawing:
    """A quiet panel of width × height points: what stands here, its title (else its caption, else what it shows), and
    where it can be had. What doesn't fit into the height is left to the caption and the credit below it."""
    palette, page = theme.palette, theme.page
    overline = _Style(page.label.with_style(bold=True), *page.overline, palette.accent, SPACING)
    title = _Style(page.reading.with_style(italic=True), *page.subheading, palette.ink)
    small = _Style(page.label, *page.caption, palette.muted)
    kind = words.missing_picture if image.file else words.planned_picture
    named = plain(image.title) or plain(image.caption) or image.alt
    found = [image.file or "", image.source or "", readable_url(image.url) if image.url else ""]
    room = width - 2 * SIDE
    lines: list[tuple[str, _Style]] = []
    for text, style in ((kind.upper(), overline), (named, title), *((text, small) for text in found)):
        more = [*lines, *((line, style) for line in _wrapped(text, style, room))]
        # Part of an address would be of no use.
        if not lines or _height(more) <= height - 4 * INSET:
            lines = more
    shapes: list[Shape] = [
        Rect(0.0, 0.0, tidy(width), tidy(height), mix(palette.tint, palette.paper, 0.4)),
        Rect(
            INSET,
            INSET,
            tidy(width - 2 * INSET),
            tidy(height - 2 * INSET),
            stroke=Stroke(palette.hairline, 0.5),
        ),
    ]
    y = (height - _height(lines)) / 2
    for index, (text, style) in enumerate(lines):
        y += _gap(lines, index)
        baseline = y + (style.leading - style.size) / 2 + ascent(style.face, style.size) * 0.85
        # Letter spacing stands after the last letter too: half of it sets the line off its middle.
        x = tidy(width / 2 + style.spacing / 2)
        shapes.append(
            Label(x, tidy(baseline), text, style.face, style.size, style.color, "middle", 0.0, style.spacing)
        )
        y += style.leading
    alt = ". ".join(part.rstrip(".") for part in (kind, named, *found) if part) + "."
    return Drawing(tidy(width), tidy(height), tuple(shapes), alt)


def _wrapped(text: str, style: _Style, width: float) -> list[str]:
    """Lines of like length in `width`; letter spacing is allowed for by its share of the width."""
    if not text:
        return []
    natural = advance(text, style.face, style.size)
    share = natural / (natural + style.spacing * len(text)) if natural else 1.0

    def lines(measure: float) -> list[str]:
        return wrap(text.replace("\n", " "), style.face, style.size, max(1.0, measure))

    low, high = 0.0, width * share
    count = len(lines(high))
    while count > 1 and high - low > 2:
        middle = (low + high) / 2
        low, high = (low, middle) if len(lines(middle)) <= count else (middle, high)
    return lines(high)


def _gap(lines: list[tuple[str, _Style]], index: int) -> float:
    """Space above a line where the style changes."""
    return 4.0 if index and lines[index][1] != lines[index - 1][1] else 0.0


def _height(lines: list[tuple[str, _Style]]) -> float:
    return sum(style.leading + _gap(lines, index) for index, (_, style) in enumerate(lines))
