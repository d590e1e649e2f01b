"""Lines through time: a frame in, the lines with their points, their numbers and the names at their ends out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from builders.figures.chart_frame import Frame
from builders.figures.chart_style import Look, look
from builders.figures.drawing import (
    Close,
    Ellipse,
    Label,
    Line,
    LineTo,
    Move,
    Path,
    Rect,
    Segment,
    Shape,
    Stroke,
)
from builders.figures.ops import tidy
from builders.lesson.model import plain
from builders.theme.tokens import Palette

WIDTH, DOT = 0.16, 0.33
"""The width of a line and the radius of a point, in ems."""


@dataclass(frozen=True, slots=True)
class End:
    """The end of a series: its last category, and how far below the point its name stands so as to touch no other."""

    series: int
    category: int
    shift: float


def lines(frame: Frame, palette: Palette) -> Iterator[Shape]:
    """The lines, those of the first series on top; a hairline leads up from the highlighted category."""
    if frame.chart.highlight is not None:
        x = tidy(frame.middle(frame.chart.highlight))
        yield Line(x, tidy(frame.top), x, tidy(frame.bottom), Stroke(palette.muted, 0.5, (2.0, 2.0)))
    for s in reversed(range(len(frame.chart.series))):
        yield from _line(frame, s, palette)
    yield from _numbers(frame, palette)
    yield from end_labels(frame, palette)


def end_labels(frame: Frame, palette: Palette) -> Iterator[Label]:
    """The names, and the last numbers, at the ends of lines."""
    for end in ends(frame):
        value = frame.chart.series[end.series].values[end.category]
        assert value is not None
        name = plain(frame.chart.series[end.series].name) if frame.names == "direct" else ""
        number = "" if frame.values else frame.texts[end.series][end.category]
        x, y = frame.middle(end.category) + 0.75 * frame.size, frame.at(value) + end.shift + 0.36 * frame.size
        if text := f"{name} {number}".strip():
            yield Label(tidy(x), tidy(y), text, frame.type.bold, frame.size, palette.ink)


def ends(frame: Frame) -> tuple[End, ...]:
    """The ends of all series, the words at them moved apart where they would touch."""
    found: list[tuple[float, int, int]] = []
    for s, series in enumerate(frame.chart.series):
        last = max((n for n, value in enumerate(series.values) if value is not None), default=None)
        if last is not None:
            found.append((frame.at(series.values[last] or Decimal(0)), s, last))
    found.sort()
    placed = _apart([y for y, _, _ in found], frame.lead, frame.top, frame.bottom)
    return tuple(End(s, last, at - y) for at, (y, s, last) in zip(placed, found, strict=True))


def _apart(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Places in order, at least `gap` from each other, as near as can be to those that are wanted."""
    blocks: list[list[float]] = []
    for n, place in enumerate(wanted):
        blocks.append([place - n * gap, 1.0])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, m), (b, n_) = blocks[-2], blocks.pop()
            blocks[-1] = [(a * m + b * n_) / (m + n_), m + n_]
    places = [start for start, count in blocks for _ in range(int(count))]
    over = [max(low, min(start, max(low, high - (len(wanted) - 1) * gap))) for start in places]
    return [start + n * gap for n, start in enumerate(over)]


def _line(frame: Frame, s: int, palette: Palette) -> Iterator[Shape]:
    own, size, series = look(s), frame.size, frame.chart.series[s]
    color = getattr(palette, own.line)
    segments: list[Segment] = []
    points: list[tuple[int, float, float]] = []
    for n, value in enumerate(series.values):
        if value is None:
            continue
        x, y = tidy(frame.middle(n)), tidy(frame.at(value))
        joined = n > 0 and series.values[n - 1] is not None
        segments.append(LineTo(x, y) if joined else Move(x, y))
        points.append((n, x, y))
    width = WIDTH * size
    pen = Stroke(color, tidy(width), tuple(tidy(part * width) for part in own.dash), join="round")
    if len(segments) > 1:
        yield Path(tuple(segments), stroke=pen)
    for n, x, y in points:
        larger = 1.5 if n == frame.chart.highlight else 1.0
        yield marker(x, y, DOT * size * larger, own, color, palette)


def marker(x: float, y: float, radius: float, own: Look, color: str, palette: Palette) -> Shape:
    """A point of a line."""
    fill, pen = palette.paper if own.open else color, Stroke(color, tidy(radius / 2.2))
    corners: tuple[tuple[float, float], ...]
    match own.marker:
        case "circle":
            return Ellipse(x, y, tidy(radius), tidy(radius), fill, pen)
        case "square":
            side = radius * 1.75
            return Rect(tidy(x - side / 2), tidy(y - side / 2), tidy(side), tidy(side), fill, pen)
        case "triangle":
            corners = ((0.0, -1.2), (1.1, 0.8), (-1.1, 0.8))
        case "diamond":
            corners = ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0))
    first, *rest = (
        tuple(tidy(at + side * radius) for at, side in zip((x, y), corner, strict=True)) for corner in corners
    )
    return Path((Move(*first), *(LineTo(*point) for point in rest), Close()), fill, pen)


def place(frame: Frame, s: int, n: int) -> Literal["t", "b", "l", "r"]:
    """Where a number stands clear of its line: above, at the foot of a valley below, beside a steep slope."""
    values = frame.chart.series[s].values
    before, here, after = (
        frame.at(value) if 0 <= at < len(values) and (value := values[at]) is not None else None
        for at in (n - 1, n, n + 1)
    )
    assert here is not None
    steep, room = 0.55 * frame.pitch, frame.bottom - here > 1.6 * frame.size
    came, goes = (here - before if before is not None else 0.0), (after - here if after is not None else 0.0)
    if came > 0 > goes and before is not None and after is not None:
        return "b" if room else "t"
    if came > steep and goes > steep:
        return "r"
    if came < -steep and goes < -steep:
        return "l"
    # Only one side is steep: below where the line lies above its point, else above.
    return "b" if room and goes - came < -steep else "t"


_PLACES: dict[str, tuple[float, float, Literal["start", "middle", "end"]]] = {
    "t": (0.0, -0.75, "middle"),
    "b": (0.0, 1.45, "middle"),
    "l": (-0.7, 0.36, "end"),
    "r": (0.7, 0.36, "start"),
}


def _numbers(frame: Frame, palette: Palette) -> Iterator[Shape]:
    """The numbers at the points of a single line."""
    if not frame.values:
        return
    size = frame.size
    for s, series in enumerate(frame.chart.series):
        for n, value in enumerate(series.values):
            if value is None:
                continue
            dx, dy, anchor = _PLACES[place(frame, s, n)]
            x, y = frame.middle(n) + dx * size, frame.at(value) + dy * size
            face = frame.type.bold if n == frame.chart.highlight else frame.type.face
            yield Label(tidy(x), tidy(y), frame.texts[s][n], face, size, palette.ink, anchor)
