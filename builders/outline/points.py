"""Points, and points below points: nodes in, nested values out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from builders.diagnostics import Edit, Hint, Loc
from builders.lesson.model import Inline
from builders.outline import cures
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.mapping import Syntax, any_number, fields, one_or_none, read_model
from builders.outline.names import SYNONYMS, normalised
from builders.outline.reader import Given, Reader
from builders.outline.values import INLINE, InlineText
from builders.source.nodes import Entry, Mapping, Scalar, Sequence

DEEPEST = 3
"""Levels of points that a page can show."""


@dataclass(frozen=True, slots=True)
class PointGiven:
    """A point as read, with the points below it."""

    text: Inline
    points: tuple[PointGiven, ...]
    loc: Loc


def read_points(given: Given, reader: Reader, depth: int = 1) -> tuple[PointGiven, ...]:
    """A list of points, some with points below them."""
    if depth > DEEPEST:
        reader.error(
            "points-too-deep",
            f"Points go {DEEPEST} levels deep at most.",
            given,
            Hint("bring them up a level"),
        )
        return ()
    if isinstance(given.node, Mapping):
        hint = Hint("put a dash before each point", cures.as_items(given.node, reader.text))
        reader.error("wrong-type", "Here a list of points is wanted; each begins with a dash.", given, hint)
        return ()
    points = (_point(item, reader, depth) for item in given.items() if not item.absent)
    return tuple(point for point in points if point is not None)


def _point(given: Given, reader: Reader, depth: int) -> PointGiven | None:
    node = given.node
    if isinstance(node, Scalar):
        text = INLINE.read(given, reader)
        return PointGiven(text, (), given.loc) if text else None
    if isinstance(node, Sequence):
        hint = _under_a_point(given, reader)
        reader.error("wrong-type", "A list inside a list needs a point above it.", given, hint)
        return None
    names = {normalised(entry.key.value) for entry in node.entries}
    if names & {*fields(PointSyntax), *SYNONYMS["point"]}:
        point = read_model(PointSyntax, given, reader)
        return PointGiven(point.point, _below(point, reader, depth), given.loc) if point else None
    entry = node.entries[0] if len(node.entries) == 1 else None
    if entry is not None and isinstance(entry.value, Sequence):
        message = f"To put points below “{entry.key.value}”, name both: `point` and `points`."
        reader.error("wrong-type", message, given, _named(entry, reader))
        return PointGiven(
            INLINE.read(Given(entry.key, given.loc), reader),
            read_points(given.below(entry), reader, depth + 1),
            given.loc,
        )
    return PointGiven(INLINE.read(given, reader), (), given.loc)


def _below(point: PointSyntax, reader: Reader, depth: int) -> tuple[PointGiven, ...]:
    return read_points(point.points, reader, depth + 1) if point.points is not None else ()


def _named(entry: Entry, reader: Reader) -> Hint:
    """`A:` with a list below becomes `point: A` and `points:`."""
    text, key = reader.text, entry.key
    colon = text.find(":", key.end) + 1
    eol, indent = cures.newline(text), " " * cures.column(text, key.start)
    words = f"write `point: {key.value}` and below it `points:`"
    if (
        not isinstance(entry.value, Sequence)
        or entry.value.flow
        or cures.column(text, entry.value.start) < len(indent)
    ):
        return Hint(words)
    return Hint(
        words, (Edit(key.start, colon, f"point: {text[key.start : key.end]}{eol}{indent}points:"),), safe=True
    )


def _under_a_point(given: Given, reader: Reader) -> Hint:
    return Hint("write `point:` and a text, and on the next line `points:` with this list")


BELOW = Kind("list of points", lambda given, reader: given, {"$ref": "#/$defs/points_list"})


class PointSyntax(Syntax):
    """A point with points below it."""

    NAME: ClassVar[str] = "point"
    NOUN: ClassVar[str] = "a point"
    REQUIRED: ClassVar[tuple[str, ...]] = ("point",)

    point: InlineText = any_number("its text")
    points: Annotated[Given | None, BELOW] = one_or_none("the points below it")


POINTS: Kind[tuple[PointGiven, ...]] = Kind(
    "list of inline, or of mappings `point` and `points`", read_points, {"$ref": "#/$defs/points_list"}
)
POINTS_LIST = {
    "anyOf": [
        TEXT_SCHEMA,
        {"type": "array", "items": nullable({"anyOf": [TEXT_SCHEMA, {"$ref": "#/$defs/point"}]})},
    ]
}
"""The schema of a list of points."""
