"""A fitted timeline in, its drawings out: axis, marks of years, stretches of time, leaders, dots and cards."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from builders.figures.drawing import (
    Card,
    Close,
    Drawing,
    Ellipse,
    Label,
    Line,
    LineTo,
    Move,
    Path,
    Rect,
    Shape,
    Stroke,
)
from builders.figures.ops import mix, tidy
from builders.figures.time_cards import MARGIN, CardText, card_lines
from builders.figures.time_scale import Moment
from builders.figures.timeline_entries import TimelineEntry, alternative
from builders.figures.timeline_fit import EDGE, STUB, Layout, Part
from builders.lesson.dates import format_date
from builders.theme.faces import Face, Family
from builders.theme.measure import advance
from builders.theme.tokens import Palette, Theme

DOT = 4.5
BAR = 3.5
LANE = 5.0
LANES = 3
MARK = 12.0
"""Type size of the years."""
ABOVE, BELOW = 0, 1


@dataclass(frozen=True, slots=True)
class Scene:
    """What is painted: `items` and `listed` go with the cards one by one."""

    layout: Layout
    cards: Sequence[CardText]
    items: Sequence[Moment]
    listed: Sequence[TimelineEntry]
    width: float
    height: float
    theme: Theme
    language: str
    family: Family

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.theme.palette

    def origin(self, number: int) -> float:
        """Where on the long axis the left edge of a slide lies."""
        return number * self.layout.length - EDGE


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range of time as a bar beside the axis, from `start` to `end` on the long axis; no end is infinite."""

    start: float
    end: float
    side: int
    lane: int


def paint(scene: Scene) -> Iterator[Drawing]:
    """A drawing for each slide, painted from the axis up; the cards come last, in order."""
    parts = scene.layout.parts
    above = [max(part.heights[::2]) for part in parts]
    below = [max(part.heights[1::2], default=0.0) for part in parts]
    # One height of the axis for all slides, unless tall cards leave no room for that.
    shared = max(above) + max(below) + 2 * STUB <= scene.height
    stretches = tuple(_stretches(scene))
    for number, part in enumerate(parts):
        up, down = (max(above), max(below)) if shared else (above[number], below[number])
        y = tidy((scene.height - up - down) / 2 + up)
        seen = range(part.first, part.last)
        low = scene.origin(number)
        bars = [bar for bar in stretches if bar.start < low + scene.width and bar.end > low]
        shapes: list[Shape] = [*_axis(scene, number, y)]
        for bar in bars:
            shapes += _bar(scene, bar, low, y)
        shapes += _marks(scene, number, bars, y)
        for index in seen:
            shapes += _event(scene, part, index, y)
        shapes += [_card(scene, part, index, y) for index in seen]
        alt = alternative([scene.listed[index] for index in seen], scene.language)
        yield Drawing(tidy(scene.width), tidy(scene.height), tuple(shapes), alt)


def _axis(scene: Scene, number: int, y: float) -> Iterator[Shape]:
    """The axis; its ends are dotted where it goes on over another slide."""
    start = 14.0 if number > 0 else 0.0
    end = scene.width - (14.0 if number + 1 < len(scene.layout.parts) else 0.0)
    yield Line(tidy(start), y, tidy(end), y, Stroke(scene.palette.ink, 1.25))
    for left in [0.0] * (start > 0) + [end] * (end < scene.width):
        yield Line(tidy(left), y, tidy(left + 14.0), y, Stroke(scene.palette.ink, 1.25, (1.5, 3.0)))


def _stretches(scene: Scene) -> Iterator[Stretch]:
    """The ranges, each on the side of its card, further out where one is there already; at most three deep."""
    used: tuple[list[float], list[float]] = ([], [])
    for number, part in enumerate(scene.layout.parts):
        for index in range(part.first, part.last):
            item = scene.items[index]
            continued = index > 0 and scene.listed[index] is scene.listed[index - 1]
            if not item.ranged or continued:
                continue
            dot = part.dots[index - part.first] + scene.origin(number)
            place = scene.layout.axis.place(item.end, math.inf, math.inf)
            start, end = (-math.inf, dot) if math.isinf(item.start) else (dot, max(place, dot + 2 * DOT))
            side = (index - part.first) % 2
            lanes = used[side]
            lane = next((k for k, taken in enumerate(lanes) if taken + 2 <= start), len(lanes))
            lanes[lane : lane + 1] = [end]
            if lane < LANES:
                yield Stretch(start, end, side, lane)


def _bar(scene: Scene, bar: Stretch, low: float, y: float) -> Iterator[Shape]:
    color = mix(scene.palette.accent, scene.palette.paper, 0.5)
    left, right = max(bar.start - low, 0.0), min(bar.end - low, scene.width)
    top = y + 2 + bar.lane * LANE if bar.side == BELOW else y - 2 - BAR - bar.lane * LANE
    middle = tidy(top + BAR / 2)
    arrows = []
    if math.isinf(bar.start):
        arrows.append((left, 1))
        left += 6
    if math.isinf(bar.end):
        arrows.append((right, -1))
        right -= 6
    yield Rect(tidy(left), tidy(top), tidy(right - left), BAR, color)
    for tip, way in arrows:
        base = tidy(tip + way * 7)
        head = (
            Move(tidy(tip), middle),
            LineTo(base, tidy(middle - 4)),
            LineTo(base, tidy(middle + 4)),
            Close(),
        )
        yield Path(head, color)


def _marks(scene: Scene, number: int, bars: Sequence[Stretch], y: float) -> Iterator[Shape]:
    """Marks where years begin, named on the side that has more room between the leaders."""
    low, part = scene.origin(number), scene.layout.parts[number]
    most = max(2, int(scene.width / 90)) * len(scene.layout.parts)
    places = [(date, x - low) for date, x in scene.layout.axis.marks(most) if 0 <= x - low <= scene.width]
    for _, x in places:
        yield Line(tidy(x), tidy(y - 3.5), tidy(x), tidy(y + 3.5), Stroke(scene.palette.ink, 1.0))
    texts = [(format_date(date, scene.language, short=True), x) for date, x in places]
    below, above = (_named(texts, part.dots[side::2], scene) for side in (BELOW, ABOVE))
    side = BELOW if len(below) >= len(above) else ABOVE
    # Clear of the bars, which stand nearer to the axis.
    lanes = max((bar.lane for bar in bars if bar.side == side), default=0)
    baseline = y + 17 + lanes * LANE if side == BELOW else y - 9 - lanes * LANE
    for text, x in below if side == BELOW else above:
        yield Label(tidy(x), tidy(baseline), text, Face(scene.family), MARK, scene.palette.muted, "middle")


def _named(
    texts: Sequence[tuple[str, float]], dots: Sequence[float], scene: Scene
) -> list[tuple[str, float]]:
    """Those of the names that touch no leader and no other name."""
    taken = [(dot - 4, dot + 4) for dot in dots]
    free = []
    for text, x in texts:
        half = advance(text, Face(scene.family), MARK) / 2
        inside = half <= x <= scene.width - half
        if inside and all(x + half < left or right < x - half for left, right in taken):
            taken.append((x - half - 8, x + half + 8))
            free.append((text, x))
    return free


def _event(scene: Scene, part: Part, index: int, y: float) -> Iterator[Shape]:
    """An event's leader and dot."""
    local = index - part.first
    x, palette = tidy(part.dots[local]), scene.palette
    end = y + STUB - 1 if local % 2 == BELOW else y - STUB + 2
    yield Line(x, y, x, tidy(end), Stroke(palette.muted, 0.75))
    if scene.items[index].at is None:
        yield Ellipse(x, y, DOT, DOT, palette.paper, Stroke(palette.accent, 1.5))
    else:
        yield Ellipse(x, y, DOT + 1, DOT + 1, palette.accent, Stroke(palette.paper, 2.0))


def _card(scene: Scene, part: Part, index: int, y: float) -> Card:
    """An event's words, above the axis and below it in turn."""
    local = index - part.first
    width, height = part.widths[local], part.heights[local]
    colors = (scene.palette.accent, scene.palette.ink)
    lines = card_lines(scene.cards[index], colors, scene.layout.size, width / MARGIN + 0.05)
    below = local % 2 == BELOW
    top = y + STUB if below else y - STUB - height
    valign: Literal["top", "bottom"] = "top" if below else "bottom"
    return Card(tidy(part.lefts[local]), tidy(top), tidy(width), tidy(height), lines, valign)
