"""Lines and outlines in points in; paths, hatching, arrows out."""

from __future__ import annotations

import math

from builders.figures.crop import Box
from builders.figures.drawing import Close, LineTo, Move, Segment

Point = tuple[float, float]


def segments(lines: list[list[Point]], *, closed: bool = False) -> tuple[Segment, ...]:
    """Lines (rings when `closed`) as one path's segments."""
    found: list[Segment] = []
    for points in lines:
        first, *others = points
        found.append(Move(*first))
        found += [LineTo(x, y) for x, y in others]
        if closed:
            found.append(Close())
    return tuple(found)


def tidied(points: list[Point]) -> list[Point]:
    """To hundredths of a point: the same digits on every machine."""
    return [(round(x, 2) + 0.0, round(y, 2) + 0.0) for x, y in points]


def box_ring(box: Box) -> list[Point]:
    """The corners of a box."""
    return tidied(
        [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
    )


def hatching(ring: list[Point], pitch: float, turn: float) -> list[list[Point]]:
    """Parallel lines inside an outline (even-odd), `turn` degrees clockwise from level; they lie on one grid for the
    whole drawing, so that neighbours of one pattern join."""
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    turned = [(x * cosine + y * sine, y * cosine - x * sine) for x, y in ring]
    low, high = min(y for _, y in turned), max(y for _, y in turned)
    lines: list[list[Point]] = []
    for row in range(math.ceil(low / pitch), math.floor(high / pitch) + 1):
        y = row * pitch
        crossings = sorted(
            x1 + (y - y1) / (y2 - y1) * (x2 - x1)
            for n, (x2, y2) in enumerate(turned)
            for x1, y1 in (turned[n - 1],)
            if (y1 > y) != (y2 > y)
        )
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            if end - start > 0.3:
                lines.append(tidied([(x * cosine - y * sine, y * cosine + x * sine) for x in (start, end)]))
    return lines


def spaced(line: list[Point], pitch: float) -> list[Point]:
    """Points on a straight line at a pitch."""
    (x1, y1), (x2, y2) = line
    steps = max(1, math.ceil(math.dist((x1, y1), (x2, y2)) / pitch))
    return [(x1 + (x2 - x1) * k / steps, y1 + (y2 - y1) * k / steps) for k in range(steps + 1)]


def smooth(points: list[Point], pieces: int = 10) -> list[Point]:
    """A curve through the points (Catmull and Rom), in short straight pieces."""
    if len(points) < 3:
        return points
    ends = [points[0], *points, points[-1]]
    found = [points[0]]
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(1, pieces + 1):
            t = step / pieces
            found.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return found


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def arrow(points: list[Point], width: float) -> list[Point]:
    """The outline of an arrow along a line: thin at its tail, with a head at its end."""
    head = 4.2 * width
    spine = _shortened(points, head)
    if len(spine) < 2:
        spine = [points[0], points[-1]]
    left: list[Point] = []
    right: list[Point] = []
    for n, (x, y) in enumerate(spine):
        before, after = spine[max(0, n - 1)], spine[min(len(spine) - 1, n + 1)]
        dx, dy = _unit(before, after)
        half = width * (0.28 + 0.52 * n / (len(spine) - 1))
        left.append((x + dy * half, y - dx * half))
        right.append((x - dy * half, y + dx * half))
    tip, neck = points[-1], spine[-1]
    dx, dy = _unit(neck, tip)
    wing = 1.9 * width
    wings = [(neck[0] + dy * wing - dx * 0.25 * head, neck[1] - dx * wing - dy * 0.25 * head), tip]
    wings.append((neck[0] - dy * wing - dx * 0.25 * head, neck[1] + dx * wing - dy * 0.25 * head))
    return tidied([*left, *wings, *right[::-1]])


def _shortened(points: list[Point], by: float) -> list[Point]:
    """A line without the last `by` points of its length."""
    kept = list(points)
    while len(kept) > 1:
        length = math.dist(kept[-2], kept[-1])
        if length > by:
            share = by / length
            x, y = kept[-1]
            kept[-1] = (x + (kept[-2][0] - x) * share, y + (kept[-2][1] - y) * share)
            return kept
        by -= length
        kept.pop()
    return kept


def _unit(start: Point, end: Point) -> Point:
    length = math.dist(start, end) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length
