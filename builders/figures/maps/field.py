"""What stands on a map already, and what a label there would cost."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from builders.figures.crop import Box

Point = tuple[float, float]

CELL = 24.0
"""The side in points of the squares in which points of lines are kept."""


NEAR, MATTERS, BESIDE = 9.0, 12.0, 6.0
"""What is near in points, the cost of the least line that matters, and what each more of them that is near costs."""


@dataclass(slots=True)
class Field:
    """The frame, boxes that nothing may overlap, and lines as close points with what crossing each costs."""

    frame: Box
    apart: float
    """Between two labels, in points."""
    boxes: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    cells: dict[tuple[int, int], list[tuple[float, float, float, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    lines: int = 0

    def add_line(self, points: Iterable[Point], cost: float, pitch: float = 3.0) -> int:
        """Keep off a line; its number."""
        self.lines += 1
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
        """Keep off what close points fill."""
        self.lines += 1
        for x, y in points:
            self.cells[int(x // CELL), int(y // CELL)].append((x, y, cost, self.lines))

    def free(self, box: Box, *, own: Box | None = None) -> bool:
        """Whether a box lies inside and on no label and no dot but its own."""
        gap = self.apart
        grown = Box(box.left - gap, box.top - gap / 2, box.right + gap, box.bottom + gap / 2)
        return (
            self.frame.holds(box, 0.0)
            and not any(overlap(grown, other) for other in self.boxes)
            and not any(overlap(grown, dot) for dot in self.dots if dot is not own)
        )

    def cost(self, box: Box) -> float:
        """What the lines under a box cost: each once, and a little more the longer it is covered. Lines that matter
        cost something when more than one is near, since a name between two might be either's."""
        crossed: dict[int, tuple[float, int]] = {}
        near: set[int] = set()
        left, right, top, bottom = box.left - 1.0, box.right + 1.0, box.top - 0.5, box.bottom + 0.5
        for i in range(int((left - NEAR) // CELL), int((right + NEAR) // CELL) + 1):
            for j in range(int((top - NEAR) // CELL), int((bottom + NEAR) // CELL) + 1):
                for x, y, cost, line in self.cells.get((i, j), ()):
                    if left <= x <= right and top <= y <= bottom:
                        worst, often = crossed.get(line, (0.0, 0))
                        crossed[line] = (max(worst, cost), often + 1)
                    elif (
                        cost >= MATTERS
                        and left - NEAR <= x <= right + NEAR
                        and top - NEAR <= y <= bottom + NEAR
                    ):
                        near.add(line)
        whole = sum(cost * (1 + min(often, 12) / 12) for cost, often in crossed.values())
        return whole + BESIDE * max(0, len(near) - 1)

    def clear(self, start: Point, end: Point) -> bool:
        """Whether a straight leader crosses no label and no dot."""
        for k in range(1, 12):
            x, y = start[0] + (end[0] - start[0]) * k / 12, start[1] + (end[1] - start[1]) * k / 12
            if any(b.left <= x <= b.right and b.top <= y <= b.bottom for b in (*self.boxes, *self.dots)):
                return False
        return True


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return (
        one.left < other.right
        and one.right > other.left
        and one.top < other.bottom
        and one.bottom > other.top
    )
