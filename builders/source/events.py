"""YAML text in, as much of a tree as can be read out, and the first thing that stopped the reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, assert_never

import yaml

from builders.source.limits import Limits
from builders.source.nodes import Entry, Mapping, Node, Scalar, Sequence, Style

STYLES: dict[str | None, Style] = {
    None: "plain",
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}
_LINE_BREAK = re.compile(r"[\r\n]")
LOADER: type[Any] = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

Stop: TypeAlias = Literal[
    "syntax", "alias", "anchor", "tag", "directive", "document", "key", "depth", "nodes"
]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stopped the reading, and where: for a quotation or a bracket that doesn't end, where it begins.

    `begun` is where what could not be finished begins, if that is known; up to there all is well. `context` is
    where YAML says it began, which can be the whole list or mapping.
    """

    stop: Stop
    offset: int
    begun: int
    context: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `repeats` are (first, repeated) keys; of those the first entry is in the tree.

    `last` is the last scalar, and `flow` where the outermost bracket still open begins.
    """

    root: Node | None
    trouble: Trouble | None
    repeats: tuple[tuple[Scalar, Scalar], ...]
    last: Scalar | None
    flow: int | None


@dataclass(slots=True)
class _Open:
    """A collection under construction."""

    start: int
    sequence: bool
    flow: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    last: int = 0

    def close(self, end: int | None = None) -> Node:
        end = max(self.start, self.last) if end is None else end
        if self.sequence:
            return Sequence(tuple(self.items), self.start, end, self.flow)
        if self.key is not None and self.key.value not in self.entries:
            self.entries[self.key.value] = Entry(self.key, Scalar("", self.key.end, self.key.end))
        return Mapping(tuple(self.entries.values()), self.start, end, self.flow)


class _Builder:
    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.repeats: list[tuple[Scalar, Scalar]] = []
        self.last: Scalar | None = None
        self.nodes = 0
        self.documents = 0

    def take(self, event: Any) -> Trouble | None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
            return self._begin(event)
        if kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
            self._end(event)
        elif kind is yaml.AliasEvent:
            return Trouble("alias", event.start_mark.index, event.start_mark.index)
        elif kind is yaml.DocumentStartEvent:
            return self._document(event)
        return None

    def _document(self, event: Any) -> Trouble | None:
        self.documents += 1
        if event.version or event.tags:
            return Trouble("directive", event.start_mark.index, event.start_mark.index)
        return (
            Trouble("document", event.start_mark.index, event.start_mark.index)
            if self.documents > 1
            else None
        )

    @property
    def bracket(self) -> int | None:
        """Where the outermost list or mapping in brackets begins that is still open."""
        return next((level.start for level in self.open if level.flow), None)

    def close(self) -> None:
        """End what is still open, so that what was read can be used."""
        while self.open:
            self._add(self.open.pop().close())

    def _end(self, event: Any) -> None:
        done = self.open.pop()
        self._add(done.close(event.end_mark.index if done.flow else None))

    def _scalar(self, event: Any) -> Trouble | None:
        start, end = event.start_mark.index, event.end_mark.index
        style = STYLES[event.style]
        if trouble := self._refuse(event):
            return trouble
        if style in ("literal", "folded"):
            end = start + len(self.text[start:end].rstrip())
        scalar = Scalar(event.value, start, end, style)
        self.last = scalar
        top = self.open[-1] if self.open else None
        if top is None or top.sequence or top.key is not None:
            self._add(scalar)
        else:
            top.key = scalar
            top.last = end
        return None

    def _begin(self, event: Any) -> Trouble | None:
        start = event.start_mark.index
        if trouble := self._refuse(event):
            return trouble
        top = self.open[-1] if self.open else None
        if top is not None and not top.sequence and top.key is None:
            return Trouble("key", start, start)
        if len(self.open) >= self.limits.depth:
            return Trouble("depth", start, start)
        self.open.append(_Open(start, isinstance(event, yaml.SequenceStartEvent), bool(event.flow_style)))
        return None

    def _refuse(self, event: Any) -> Trouble | None:
        self.nodes += 1
        start = event.start_mark.index
        if self.nodes > self.limits.nodes:
            return Trouble("nodes", start, start)
        if event.anchor is not None:
            return Trouble("anchor", start, start)
        if event.tag is not None:
            return Trouble("tag", start, start)
        return None

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        top.last = max(top.last, node.end)
        if top.sequence:
            top.items.append(node)
        else:
            assert top.key is not None
            first = top.entries.get(top.key.value)
            if first is None:
                top.entries[top.key.value] = Entry(top.key, node)
            else:
                self.repeats.append((first.key, top.key))
            top.key = None


def read(text: str, limits: Limits) -> Reading:
    """Read `text` event by event until its end or the first trouble; never raises for any text.

    `text` holds only characters that YAML allows. What was read before a trouble is in the tree.
    """
    builder = _Builder(text, limits)
    trouble: Trouble | None = None
    try:
        for event in _events(text):
            trouble = builder.take(event)
            if trouble is not None:
                break
    except yaml.MarkedYAMLError as error:
        trouble = _trouble(error, text, builder)
    flow = builder.bracket
    builder.close()
    return Reading(builder.root, trouble, tuple(builder.repeats), builder.last, flow)


def _events(text: str) -> Iterator[Any]:
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says from its own bound on, since 0.2.6; ours is lower, but its scanner runs ahead of the events."""


def _trouble(error: yaml.MarkedYAMLError, text: str, builder: _Builder) -> Trouble:
    mark, what = error.problem_mark, error.context or ""
    offset = len(text) if mark is None else min(mark.index, len(text))
    context = None if error.context_mark is None else error.context_mark.index
    last = builder.last
    if error.problem == _TOO_DEEP:
        return Trouble("depth", offset, offset, context)
    if builder.bracket is not None:
        return Trouble("syntax", builder.bracket, builder.bracket, context)
    if context is not None and "quoted scalar" in what:
        return Trouble("syntax", context, context, context)
    if context is not None and "simple key" in what:
        return Trouble("syntax", offset, context, context)
    if last is not None and _LINE_BREAK.search(text, last.start, last.end):
        # A text over several lines ended just before the trouble: it may have run on too far.
        if last.style in ("single", "double") and not _LINE_BREAK.search(text, last.end, offset):
            return Trouble("syntax", last.start, last.start, context)
        if last.style == "plain" and not text[last.end : offset].strip():
            return Trouble("syntax", offset, last.start, context)
    return Trouble("syntax", offset, offset, context)


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, keys too, in source order."""
    match node:
        case Scalar():
            yield node
        case Sequence():
            yield node
            for item in node.items:
                yield from walk(item)
        case Mapping():
            yield node
            for entry in node.entries:
                yield entry.key
                yield from walk(entry.value)
        case _:
            assert_never(node)
