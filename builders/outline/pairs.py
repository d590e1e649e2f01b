"""Names with their texts, such as terms and people: a mapping in, pairs out; and what people write instead of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builders.diagnostics import Edit, Hint, Loc
from builders.lesson.model import Inline
from builders.outline import cures
from builders.outline.kinds import Kind, nullable
from builders.outline.names import normalised
from builders.outline.reader import Given, Reader
from builders.outline.values import INLINE
from builders.source.nodes import Mapping, Node, Scalar, Sequence

_PARTING = re.compile(r"\s+[–—-]\s+|\s*[=→]\s*|,\s+")
_RECORD = frozenset({"term", "word", "name", "person", "id", "left", "who", "concept", "title"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and its text, e.g. a term and its definition."""

    name: Inline
    value: Inline
    loc: Loc


def read_pairs(what: str) -> Kind[tuple[Pair, ...]]:
    """A mapping of inline texts to inline texts."""

    def read(given: Given, reader: Reader) -> tuple[Pair, ...]:
        pairs: list[Pair] = []
        for key, value in pairs_given(given, what, reader):
            name = INLINE.read(Given(key, value.loc), reader)
            pairs.append(Pair(name, INLINE.read(value, reader), value.loc))
        return tuple(pairs)

    schema = {"type": "object", "additionalProperties": nullable(INLINE.schema)}
    return Kind("mapping of inline to inline", read, schema)


def pairs_given(given: Given, what: str, reader: Reader) -> tuple[tuple[Scalar, Given], ...]:
    """The entries of a mapping. A list that means one is reported, and where possible read as one."""
    node = given.node
    if isinstance(node, Mapping):
        return given.entries()
    message = f"{what} are written without dashes: a name, a colon, a space, and the text."
    if not isinstance(node, Sequence) or not node.items or node.flow:
        cure = Hint("write each on a line of its own: the name, a colon, a space, and the text")
        reader.error("wrong-type", message, given, cure)
        return ()
    if records := _records(node):
        reader.error("wrong-type", message, given, _rewritten(records, node, reader.text))
        return tuple((name, Given(value, given.loc)) for name, value in records)
    if all(isinstance(item, Mapping) for item in node.items):
        edits = cures.as_mapping(node, reader.text)
        reader.error(
            "wrong-type", message, given, Hint("leave out the dashes", edits or (), safe=bool(edits))
        )
        return tuple(entry for item in given.items() for entry in item.entries())
    if parted := _parted(node):
        reader.error("wrong-type", message, given, _rewritten(parted, node, reader.text))
    else:
        astray = next((item for item in given.items() if not isinstance(item.node, Mapping)), given)
        words = "write a colon and a space after the name, here and wherever they are missing, and no dashes"
        reader.error("wrong-type", message, astray, Hint(words, _without_dashes(node, reader.text)))
    return ()


def _records(node: Sequence) -> tuple[tuple[Scalar, Node], ...]:
    """Items such as `term: Motti` with `definition: …`: the values of both."""
    pairs: list[tuple[Scalar, Node]] = []
    for item in node.items:
        if not isinstance(item, Mapping) or len(item.entries) != 2:
            return ()
        first, second = item.entries
        named = normalised(first.key.value) in _RECORD
        if not named or not isinstance(first.value, Scalar) or not isinstance(second.value, Scalar):
            return ()
        pairs.append((first.value, second.value))
    return tuple(pairs)


def _parted(node: Sequence) -> tuple[tuple[Scalar, Node], ...]:
    """Items such as `Motti – a small group`: what stands before the first dash or comma, and after it."""
    pairs: list[tuple[Scalar, Node]] = []
    for item in node.items:
        found = _PARTING.search(item.value) if isinstance(item, Scalar) else None
        if found is None or not isinstance(item, Scalar) or not found.start():
            return ()
        name, text = item.value[: found.start()], item.value[found.end() :]
        pairs.append((Scalar(name, item.start, item.end), Scalar(text, item.start, item.end)))
    return tuple(pairs)


def _without_dashes(node: Sequence, text: str) -> tuple[Edit, ...]:
    """Items of which some lack their colon: all without their dash, and a colon for the sign that parts those."""
    edits: list[Edit] = []
    for item in node.items:
        dash = cures.dash_before(item, text)
        parted = _parted(Sequence((item,), item.start, item.end))
        if dash is None or not (parted or isinstance(item, Mapping)):
            return ()
        edits.append(Edit(dash, item.start, " " * (item.start - dash)))
        for name, value in parted:
            assert isinstance(value, Scalar)
            edits.append(
                Edit(item.start, item.end, f"{cures.scalar(name.value)}: {cures.scalar(value.value)}")
            )
    return tuple(edits)


def _rewritten(pairs: tuple[tuple[Scalar, Node], ...], node: Sequence, text: str) -> Hint:
    """Each item in the place of its dash as a name and a text."""
    edits = []
    for (name, value), item in zip(pairs, node.items, strict=True):
        dash = cures.dash_before(item, text)
        if dash is None or not isinstance(value, Scalar):
            return Hint("write the name, a colon, a space, and the text")
        words = f"{cures.scalar(name.value)}: {cures.scalar(value.value)}"
        edits.append(Edit(dash, item.end, " " * (item.start - dash) + words))
    return Hint(f"write `{pairs[0][0].value}: …`", tuple(edits))
