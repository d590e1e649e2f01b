"""What stands on a map already, and what a label there would cost."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from builders.figures.crop import Box

Point = tuple[float, float]

CELL = 24.0
"""The side in points of the squares in which points of lines are kept."""


NEAR, MATTERS, BESIDE = 9.0, 12.0, 6.0
"""What is near in points, the cost of the least line that matters, and what each more of them that is near costs."""


LEADER = 2.8
"""How near a point of a line may come to a leader: half of what lies between two points of a line, or a little more."""


@dataclass(slots=True)
class Field:
    """The frame, boxes that nothing may overlap, and lines as close points with what crossing each costs."""

    frame: Box
    apart: float
    """Between two labels, in points."""
    clearance: float = 1.0
    """Between a label and the middle of a line that matters, in points."""
    boxes: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    cells: dict[tuple[int, int], list[tuple[float, float, float, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    lines: int = 0
    barriers: set[int] = field(default_factory=set)
    """The lines that no leader may cross: all but coasts and rivers."""

    def add_line(
        self, points: Iterable[Point], cost: float, pitch: float = 3.0, *, barrier: bool = False
    ) -> int:
        """Keep off a line; its number."""
        self.lines += 1
        if barrier:
            self.barriers.add(self.lines)
        last_x = last_y = math.inf
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = max(1, math.ceil(math.hypot(x2 - x1, y2 - y1) / pitch))
            for k in range(steps):
                x, y = x1 + (x2 - x1) * k / steps, y1 + (y2 - y1) * k / steps
                if abs(x - last_x) + abs(y - last_y) < 0.8 * pitch:
                    # Coasts have points much closer than it takes to notice them.
                    continue
                last_x, last_y = x, y
                self.cells[int(x // CELL), int(y // CELL)].append((x, y, cost, self.lines))
        return self.lines

    def add_points(self, points: Iterable[Point], cost: float) -> None:
        """Keep off what close points fill; leaders may run over it."""
        for x, y in points:
            self.cells[int(x // CELL), int(y // CELL)].append((x, y, cost, 0))

    def free(self, box: Box, *, own: Box | None = None) -> bool:
        """Whether a box lies inside and on no label and no dot but its own."""
        gap = self.apart
        grown = Box(box.left - gap, box.top - gap / 2, box.right + gap, box.bottom + gap / 2)
        return (
            self.frame.holds(box, 0.0)
            and not any(overlap(grown, other) for other in self.boxes)
            and not any(overlap(grown, dot) for dot in self.dots if dot is not own)
        )

    def cost(self, box: Box, own: frozenset[int] = frozenset()) -> float:
        """What the lines under a box cost: each once, and a little more the longer it is covered. Lines that matter
        cost something when more than one is near, since a name between two might be either's. Its own it may all but
        touch."""
        crossed: dict[int, tuple[float, int]] = {}
        near: set[int] = set()
        left, right, top, bottom = box.left - 1.0, box.right + 1.0, box.top - 1.0, box.bottom + 1.0
        for x, y, cost, line in self._around(box, max(NEAR, self.clearance)):
            if cost < MATTERS:
                touched = left <= x <= right and top <= y <= bottom
            else:
                far = distance((x, y), box)
                touched = far <= (0.55 * self.clearance if line in own else self.clearance)
                if not touched and far <= NEAR:
                    near.add(line)
            if touched:
                worst, often = crossed.get(line, (0.0, 0))
                crossed[line] = (max(worst, cost), often + 1)
        whole = sum(cost * (1 + min(often, 12) / 12) for cost, often in crossed.values())
        return whole + BESIDE * max(0, len(near) - 1)

    def beside(self, box: Box, own: frozenset[int]) -> bool:
        """Whether a name in a box is clearly nearer to its own lines than to any other that matters."""
        reach = 3 * NEAR
        mine = other = math.inf
        for x, y, cost, line in self._around(box, reach):
            if cost >= MATTERS or line in own:
                far = distance((x, y), box)
                mine, other = (min(mine, far), other) if line in own else (mine, min(other, far))
        return mine + self.clearance < min(other, reach)

    def clear(self, start: Point, end: Point, own: frozenset[int] = frozenset()) -> bool:
        """Whether a straight leader crosses no label, no dot and no line but its own. What lies under its very root
        is where its mark stands."""
        for k in range(1, 12):
            x, y = start[0] + (end[0] - start[0]) * k / 12, start[1] + (end[1] - start[1]) * k / 12
            if any(b.left <= x <= b.right and b.top <= y <= b.bottom for b in (*self.boxes, *self.dots)):
                return False
        return not (self._crossed(start, end) & self.barriers) - own

    def drawn_over(self, start: Point, end: Point) -> int:
        """How many coasts and rivers a leader crosses."""
        return len(self._crossed(start, end) - self.barriers - {0})

    def _crossed(self, start: Point, end: Point) -> set[int]:
        (x1, x2), (y1, y2) = sorted((start[0], end[0])), sorted((start[1], end[1]))
        return {
            line
            for x, y, cost, line in self._around(Box(x1, y1, x2, y2), LEADER)
            if math.dist((x, y), start) > 3.5 and _off((x, y), start, end) < LEADER
        }

    def _around(self, box: Box, reach: float) -> Iterator[tuple[float, float, float, int]]:
        left, right, top, bottom = box.left - reach, box.right + reach, box.top - reach, box.bottom + reach
        for i in range(int(left // CELL), int(right // CELL) + 1):
            for j in range(int(top // CELL), int(bottom // CELL) + 1):
                for point in self.cells.get((i, j), ()):
                    if left <= point[0] <= right and top <= point[1] <= bottom:
                        yield point


def distance(point: Point, box: Box) -> float:
    """From a point to the nearest of a box; 0 inside."""
    x, y = point
    return math.hypot(max(box.left - x, x - box.right, 0.0), max(box.top - y, y - box.bottom, 0.0))


def _off(point: Point, start: Point, end: Point) -> float:
    """From a point to the nearest of a straight line."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    whole = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / whole if whole else 0.0
    share = min(1.0, max(0.0, share))
    return math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return (
        one.left < other.right
        and one.right > other.left
        and one.top < other.bottom
        and one.bottom > other.top
    )
