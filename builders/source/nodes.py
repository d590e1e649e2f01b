"""The tree of an outline: every scalar is text, every node knows its span in the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text. `start`/`end` are character offsets in the source; an empty plain scalar is an absent value."""

    value: str
    start: int
    end: int
    style: Style = "plain"

    @property
    def absent(self) -> bool:
        """Nothing was written (`key:` with no value)."""
        return not self.value and self.style == "plain"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list. `flow` is True for [a, b]."""

    items: tuple[Node, ...]
    start: int
    end: int
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in source order, keys unique. `flow` is True for {a: b}."""

    entries: tuple[Entry, ...]
    start: int
    end: int
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        for entry in self.entries:
            if entry.key.value == key:
                return entry.value
        return None


Node: TypeAlias = Scalar | Sequence | Mapping
