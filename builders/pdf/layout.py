"""What laying out a flow shares: the context of blocks, and the list that items are appended to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from builders.pdf.blocks import Block
from builders.pdf.boxes import FREE, Box, Decoration, Fork, Item, Turn
from builders.pdf.structure import Element


@dataclass(slots=True, eq=False)
class Counter:
    """Numbered lines so far in a group."""

    count: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Where blocks stand: the measure's left edge and width, the height of an empty page, the element and language they
    are in, what is drawn around them, how many kept groups they are in."""

    x: float
    width: float
    page: float
    element: Element
    language: str
    decorations: tuple[Decoration, ...] = ()
    depth: int = 0
    counter: Counter = field(default_factory=Counter)

    def inside(self, element: Element, *, left: float = 0.0, right: float = 0.0) -> Context:
        """The context within an element, indented."""
        return replace(self, element=element, x=self.x + left, width=self.width - left - right)


@dataclass(slots=True, eq=False)
class Flow:
    """Items so far, and the space and the tie that the next one gets."""

    items: list[Item] = field(default_factory=list)
    gap: float = 0.0
    tie: int = FREE

    def add(self, item: Box | Fork) -> None:
        """Append an item below what is there."""
        item.before += self.gap
        item.tie = max(item.tie, self.tie)
        self.gap, self.tie = 0.0, FREE
        self.items.append(item)

    def extend(self, items: Sequence[Item]) -> None:
        """Append items that were laid out on their own."""
        for item in items:
            if isinstance(item, Turn):
                self.turn(item)
            else:
                self.add(item)

    def turn(self, turn: Turn) -> None:
        """Append a page end; nothing is tied over it, and no space goes over one that always ends the page."""
        self.gap, self.tie = 0.0 if turn.need is None else self.gap, FREE
        self.items.append(turn)

    def bind(self, start: int, strength: int) -> None:
        """Tie the items from `start` on to each other."""
        for item in self.items[start + 1 :]:
            if not isinstance(item, Turn):
                item.tie = max(item.tie, strength)


Layout: TypeAlias = Callable[[Sequence[Block], Context, Flow], None]
"""Lays blocks out within blocks."""
