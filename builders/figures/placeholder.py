"""An image without its picture in, the labelled place where the picture will stand out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builders.figures.drawing import Color, Drawing, Label, LineTo, Move, Path, Rect, Shape, Stroke
from builders.figures.ops import mix, tidy
from builders.lesson.labels import Labels
from builders.lesson.model import Image, plain
from builders.lesson.spans import readable_url
from builders.theme.faces import Face
from builders.theme.measure import advance, ascent
from builders.theme.tokens import Theme
from builders.theme.wrap import wrap

INSET, ARM = 9.0, 13.0
"""How far the marks at the corners stand from the edge, and how long their arms are."""

SIDE, SPACING = 24.0, 1.0
"""What is left free at both sides of the words, less where the place is narrow, and the letter spacing of the label."""

TALLEST = 220.0
"""How high a place grows for its words."""


@dataclass(frozen=True, slots=True)
class _Style:
    face: Face
    size: float
    leading: float
    color: Color
    spacing: float = 0.0


def missing_picture(image: Image, width: float, height: float, theme: Theme, words: Labels) -> Drawing:
    """A quiet panel of width × height points, higher where its words need it, a view-finder's marks at its corners:
    what stands here, its title (else its caption, else what it shows), what it shows, and where it can be had. What
    doesn't fit into TALLEST is left to the caption and the credit; where it can be had goes before what it shows. One
    too narrow for its words has none."""
    palette, page = theme.palette, theme.page
    overline = _Style(page.label.with_style(bold=True), *page.overline, palette.accent, SPACING)
    title = _Style(page.reading.with_style(italic=True), *_grown(page.subheading, width), palette.ink)
    small = _Style(page.label, *page.caption, palette.muted)
    seen = replace(small, color=palette.ink)
    kind = words.missing_picture if image.file else words.planned_picture
    named = plain(image.title) or plain(image.caption) or image.alt
    shows = image.alt if image.alt != named else ""
    held = f"{words.source}{words.colon} {image.source}" if image.source else ""
    found = [image.file or "", held, readable_url(image.url) if image.url else ""]
    head = [*_wrapped(kind.upper(), overline, width), *_wrapped(named, title, width)]
    where = [line for text in found for line in _wrapped(text, small, width)]
    lines = head if _stands(kind.upper(), overline, width) else []
    tallest = max(height, TALLEST) - 4 * INSET
    for more in ([*head, *where], [*head, *_wrapped(shows, seen, width), *where]):
        # Part of an address would be of no use.
        if lines and _height(more) <= tallest:
            lines = more
    height = max(height, _height(lines) + 4 * INSET)
    shapes: list[Shape] = [
        Rect(0.0, 0.0, tidy(width), tidy(height), mix(palette.tint, palette.paper, 0.4)),
        *_corners(width, height, Stroke(palette.hairline, 0.75)),
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


def _grown(scale: tuple[float, float], width: float) -> tuple[float, float]:
    """Size and leading of the title: a third larger where the place is wide."""
    size, leading = scale
    return (size * 4 / 3, leading * 4 / 3) if width >= 300 else scale


def _corners(width: float, height: float, stroke: Stroke) -> list[Path]:
    """A view-finder's marks."""
    left, top, right, bottom = INSET, INSET, tidy(width - INSET), tidy(height - INSET)
    arm = min(ARM, width / 6, height / 6)
    marks = (
        ((left, top + arm), (left, top), (left + arm, top)),
        ((right - arm, top), (right, top), (right, top + arm)),
        ((right, bottom - arm), (right, bottom), (right - arm, bottom)),
        ((left + arm, bottom), (left, bottom), (left, bottom - arm)),
    )
    return [
        Path((Move(*map(tidy, a)), LineTo(*map(tidy, b)), LineTo(*map(tidy, c))), stroke=stroke)
        for a, b, c in marks
    ]


def _room(width: float) -> float:
    """What a place leaves for words."""
    return width - 2 * min(SIDE, width / 12)


def _stands(text: str, style: _Style, width: float) -> bool:
    """Whether each word goes into a place."""
    return all(advance(word, style.face, style.size, style.spacing) <= _room(width) for word in text.split())


def _wrapped(text: str, style: _Style, width: float) -> list[tuple[str, _Style]]:
    """Lines of like length in a place of `width`; letter spacing is allowed for by its share of the width."""
    if not text.strip():
        return []
    room = _room(width)
    natural = advance(text, style.face, style.size)
    share = natural / (natural + style.spacing * len(text)) if natural else 1.0

    def lines(measure: float) -> list[str]:
        return wrap(text.replace("\n", " "), style.face, style.size, max(1.0, measure))

    # Lines as short as they can be without one more of them, or a broken word.
    widest = min(room, max(advance(word, style.face, style.size) for word in text.split()) + 0.01)
    low, high = widest, max(widest, room * share)
    count = len(lines(high))
    while count > 1 and high - low > 2:
        middle = (low + high) / 2
        low, high = (low, middle) if len(lines(middle)) <= count else (middle, high)
    return [(line, style) for line in lines(high)]


def _gap(lines: list[tuple[str, _Style]], index: int) -> float:
    """Space above a line where the style changes."""
    return 5.0 if index and lines[index][1] != lines[index - 1][1] else 0.0


def _height(lines: list[tuple[str, _Style]]) -> float:
    return sum(style.leading + _gap(lines, index) for index, (_, style) in enumerate(lines))
