"""Words and where they belong in, where they stand on the map out: no two overlap, none leaves the frame.

A label takes the best of many places by what each would cost; dots and other labels are never covered. One that finds
no place at all, or only one across the lines that the map is about, is left to the key below the map.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from builders.figures.crop import Box
from builders.figures.maps.field import Field
from builders.theme.faces import Face
from builders.theme.measure import advance, ascent, descent

Point = tuple[float, float]

TOO_MUCH = 60.0
"""What a place may cost; beyond, the key is better."""

ACROSS = 1.5
"""What a leader pays for each coast and river it runs across."""


@dataclass(frozen=True, slots=True)
class Words:
    """A label's lines, each with its face, size and the space between its letters."""

    lines: tuple[str, ...]
    face: Face
    size: float
    spacing: float = 0.0
    note: tuple[str, ...] = ()
    """Lines in the regular face below."""

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return round(self.size * 1.16, 2)

    @property
    def width(self) -> float:
        """Of the longest line."""
        return _width(self)

    @property
    def height(self) -> float:
        """From the top of the capitals to the foot of the last line."""
        rows = len(self.lines) + len(self.note)
        return (rows - 1) * self.leading + self.rise + self.sink

    @property
    def rise(self) -> float:
        """What a line reaches above its baseline: an accented capital nearly so."""
        return 0.86 * ascent(self.face, self.size)

    @property
    def sink(self) -> float:
        """What a line reaches below its baseline."""
        return 0.9 * descent(self.face, self.size)


@lru_cache(maxsize=512)
def _width(words: Words) -> float:
    plain = words.face.with_style(bold=False)
    own = [advance(line, words.face, words.size) + words.spacing * (len(line) - 1) for line in words.lines]
    return max([*own, *(advance(line, plain, words.size) for line in words.note)], default=0.0)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a label stands, which edge its lines keep to, and the leader from what it names."""

    words: Words
    box: Box
    anchor: str = "middle"
    leader: tuple[Point, Point] | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """A place that a label might take, and what it costs before anything is crossed."""

    box: Box
    cost: float
    anchor: str = "middle"
    leader: tuple[Point, Point] | None = None


def settle(
    words: Words,
    tries: Iterable[Try],
    field: Field,
    *,
    own: Box | None = None,
    lines: frozenset[int] = frozenset(),
    beside: bool = False,
    most: float = TOO_MUCH,
) -> Standing | None:
    """The cheapest place that is free, which is then taken; None when there is none. `lines` are those of what is
    named: a leader may cross them, and with `beside` they must be the nearest."""
    best: Try | None = None
    least = most
    for one in sorted(tries, key=lambda one: one.cost):
        if one.cost >= least:
            break
        if not field.free(one.box, own=own):
            continue
        cost = one.cost + field.cost(one.box, lines)
        if cost >= least:
            continue
        if one.leader is not None:
            cost += ACROSS * field.drawn_over(*one.leader)
            if cost >= least or not field.clear(*one.leader, lines):
                continue
        if not beside or field.beside(one.box, lines):
            best, least = one, cost
    if best is None:
        return None
    field.boxes.append(best.box)
    if best.leader is not None:
        field.add_line(best.leader, 30.0, barrier=True)
    return Standing(words, best.box, best.anchor, best.leader)


def next_to(words: Words, at: Point, radius: float) -> Iterator[Try]:
    """The eight places around a dot, the right-hand one the best."""
    wide, high, gap = words.width, words.height, radius + 0.22 * words.size
    x, y = at
    near = (
        (1, 0, 0.0, "start"), (-1, 0, 1.0, "end"), (1, -1, 1.6, "start"), (1, 1, 1.8, "start"),
        (-1, -1, 2.4, "end"), (-1, 1, 2.6, "end"), (0, -1, 3.0, "middle"), (0, 1, 3.2, "middle"),
    )  # fmt: skip
    # Beside a dot it is the name, not the note under it, that stands on the dot's height.
    first = words.rise + words.sink if radius < words.size else high
    for side, up, cost, anchor in near:
        reach = gap * (0.66 if side and up else 1.0)
        left = x + reach if side > 0 else x - reach - wide if side < 0 else x - wide / 2
        top = y - first / 2 if not up else y - reach * 0.8 - high if up < 0 else y + reach * 0.8
        yield Try(Box(left, top, left + wide, top + high), cost, anchor)


def led_from(words: Words, at: Point, radius: float) -> Iterator[Try]:
    """Farther off a dot, with a leader."""
    for away in (10.0, 16.0, 24.0, 34.0):
        for turn in range(16):
            angle = math.pi * turn / 8
            yield led(
                words, at, (math.cos(angle), math.sin(angle)), away + radius, 12.0 + away / 3, radius + 1.0
            )


def led(words: Words, at: Point, toward: Point, away: float, cost: float, free: float = 0.0) -> Try:
    """A place at the end of a leader that leaves a point in a direction."""
    wide, high = words.width, words.height
    dx, dy = toward
    x, y = at[0] + dx * away, at[1] + dy * away
    anchor = "start" if dx > 0.38 else "end" if dx < -0.38 else "middle"
    left = x + 2 if anchor == "start" else x - 2 - wide if anchor == "end" else x - wide / 2
    top = y - high / 2 if anchor != "middle" else y - high - 1 if dy < 0 else y + 1
    leader = ((at[0] + dx * free, at[1] + dy * free), (x, y))
    return Try(Box(left, top, left + wide, top + high), cost, anchor, leader)


def around_point(words: Words, at: Point) -> Iterator[Try]:
    """On a point, or a little off it: a country's name that strays is wrong."""
    wide, high = words.width, words.height
    for away in (0.0, 3.0, 6.0, 9.0, 13.0, 18.0, 23.0, 28.0):
        for turn in range(12 if away else 1):
            x = at[0] + away * 1.3 * math.cos(math.pi * turn / 6)
            y = at[1] + away * math.sin(math.pi * turn / 6)
            yield Try(Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2), away / 3.2)


def along_line(words: Words, points: list[Point], best: float, gap: float = 4.0) -> Iterator[Try]:
    """Beside a line, on either side; `best` is the share of its length where a label stands best."""
    wide, high = words.width, words.height
    lengths = [math.dist(a, b) for a, b in itertools.pairwise(points)]
    whole = sum(lengths)
    at = 0.0
    for (x1, y1), (x2, y2), length in zip(points, points[1:], lengths, strict=False):
        steps = max(1, math.ceil(length / 8))
        for k in range(steps):
            share = (k + 0.5) / steps
            x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
            far = abs((at + length * share) / whole - best) * 6 if whole else 0.0
            nx, ny = (y1 - y2) / (length or 1), (x2 - x1) / (length or 1)
            for side in (1, -1):
                mx, my = nx * side, ny * side
                reach = (abs(mx) * wide + abs(my) * high) / 2
                for more in (gap, gap + 4.0, gap + 8.0):
                    cx, cy = x + mx * (reach + more), y + my * (reach + more)
                    anchor = "start" if mx > 0.5 else "end" if mx < -0.5 else "middle"
                    yield Try(
                        Box(cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2),
                        far + more / 4,
                        anchor,
                    )
        at += length


def within(words: Words, ring: list[Point]) -> Iterator[Try]:
    """Inside an outline, best near its middle."""
    wide, high = words.width, words.height
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    if wide > right - left or high > bottom - top:
        return
    for a in range(1, 12):
        for b in range(1, 12):
            x, y = left + (right - left) * a / 12, top + (bottom - top) * b / 12
            box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            corners = (
                (box.left, box.top),
                (box.right, box.top),
                (box.left, box.bottom),
                (box.right, box.bottom),
            )
            if all(inside(corner, ring) for corner in (*corners, (x, box.top), (x, box.bottom))):
                yield Try(box, math.hypot(x - mx, y - my) / max(right - left, bottom - top) * 8)


def outside(words: Words, ring: list[Point]) -> Iterator[Try]:
    """Around an outline, with a short leader into it."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    for turn in range(24):
        dx, dy = math.cos(math.pi * turn / 12), math.sin(math.pi * turn / 12)
        edge = _farthest((x, y), (dx, dy), ring)
        if edge is None:
            continue
        # Well inside: a leader that ends on an outline might name the line.
        deep = max(0.0, edge - 10.0)
        root = (x + dx * deep, y + dy * deep)
        if not inside(root, ring):
            continue
        for away in (12.0, 20.0, 32.0):
            yield led(words, root, (dx, dy), away, 4.0 + away / 4)


def _farthest(start: Point, toward: Point, ring: list[Point]) -> float | None:
    """How far from a point the last edge of an outline lies in a direction."""
    dx, dy = toward
    last: float | None = None
    # Turned so that the direction is the x axis.
    turned = [
        ((x - start[0]) * dx + (y - start[1]) * dy, (y - start[1]) * dx - (x - start[0]) * dy)
        for x, y in ring
    ]
    x1, y1 = turned[-1]
    for x2, y2 in turned:
        if (y1 > 0) != (y2 > 0):
            at = x1 - y1 / (y2 - y1) * (x2 - x1)
            if at > 0 and (last is None or at > last):
                last = at
        x1, y1 = x2, y2
    return last


def inside(point: Point, ring: list[Point]) -> bool:
    """Whether a point lies in an outline (even-odd)."""
    x, y = point
    found = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            found = not found
        x1, y1 = x2, y2
    return found


def broken(text: str, face: Face, size: float, measure: float) -> tuple[str, ...]:
    """A name in as few lines as keep to a measure, as even as can be."""
    words = [word for word in text.split(" ") if word]
    whole = advance(text, face, size)
    if whole <= measure or len(words) < 2:
        return (" ".join(words),)
    rows = min(len(words), math.ceil(whole / measure), 4)
    lines: list[str] = []
    rest = words
    for row in range(rows, 1, -1):
        aim = advance(" ".join(rest), face, size) / row
        widths = [advance(" ".join(rest[:n]), face, size) for n in range(1, len(rest) - row + 2)]
        count = 1 + min(range(len(widths)), key=[abs(width - aim) for width in widths].__getitem__)
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    return (*lines, " ".join(rest))
