"""A list set in two columns in, how much of it a page holds and how that is evened out, out."""

from __future__ import annotations

from collections.abc import Sequence

from builders.pdf.boxes import LOOSE, Box, Fork, Item

LEAST_ENTRIES = 4
"""How many entries stand on a page before the rest overleaf."""

_SLACK = 0.01


def evened(listed: Sequence[Sequence[Box]], room: float) -> tuple[int, int]:
    """How many entries a page with this room holds in two columns, and how many of them in the first."""
    apart = gap(listed)
    heights = [sum(box.height for box in entry) + apart for entry in listed]
    for count in range(len(listed), 0, -1):
        total = sum(heights[:count])
        half = min(range(1, count + 1), key=lambda n: max(sum(heights[:n]), total - sum(heights[:n])))
        if max(sum(heights[:half]), total - sum(heights[:half])) - apart <= room + _SLACK:
            return count, half
    return 0, 0


def entries(fork: Fork) -> list[list[Box]]:
    """The entries of a list, each the boxes that stand together."""
    return [*together(fork.main), *together(fork.side)]


def together(items: Sequence[Item]) -> list[list[Box]]:
    """The boxes of a flow, those that stand together as one."""
    groups: list[list[Box]] = []
    for item in items:
        assert isinstance(item, Box)
        if groups and item.tie > LOOSE:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def gap(listed: Sequence[Sequence[Box]]) -> float:
    """The space between entries; the first of a column has none above it."""
    return max((entry[0].before for entry in listed), default=0.0)
