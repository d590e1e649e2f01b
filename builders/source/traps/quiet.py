"""A tree that was read without trouble in, the traps that changed its meaning or lost text out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from builders.diagnostics import Edit
from builders.source.characters import ILLEGAL
from builders.source.events import walk
from builders.source.lines import INVISIBLE, ODD_SPACES, head, line_at, lines_after, name_like
from builders.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from builders.source.traps import colons, documents, indents, lists, quotes, sections, starts
from builders.source.traps.found import Trap
from builders.source.traps.remarks import remarks

_QUESTION = re.compile(r"^[ \t-]*\?[ \t]", re.MULTILINE)
_WORTH_A_LOOK = re.compile(rf"[^\w\s(“„«‘¿¡…\"']|[{ODD_SPACES}{INVISIBLE}]|\w[^\s:=：]*[ \t]*[:=：﹕︓]")
_CURLY_NAME = re.compile(r"[“”„«»‘’\"'](.+)[“”„«»‘’\"']")


def quiet(text: str, root: Node, fields: frozenset[str]) -> Iterator[Trap]:
    """Everything that YAML accepts and the writer cannot have meant, in source order per kind."""
    yield from remarks(text, root)
    if indents.odd_lines(text, 0, len(text)) and _oddly_continued(text, root):
        yield from indents.odd_spaces(text)
    if _QUESTION.search(text):
        for node in walk(root):
            if isinstance(node, Mapping) and not node.flow:
                for entry in node.entries:
                    yield from documents.question_key(text, entry.key)
    yield from _node(text, root, None, fields)


def _node(text: str, node: Node, parent: Node | None, fields: frozenset[str]) -> Iterator[Trap]:
    match node:
        case Scalar():
            yield from _scalar(text, node, fields)
        case Sequence():
            if node.flow and isinstance(parent, Sequence) and not parent.flow:
                yield from starts.leading_sign(text, node.start, fields)
                return
            yield from sections.in_list(text, node, fields)
            for item in node.items:
                yield from _node(text, item, node, fields)
        case Mapping():
            if node.flow and any(_bare(text, entry) for entry in node.entries):
                yield from starts.leading_sign(text, node.start, fields)
                return
            for entry in node.entries:
                yield from _key(text, entry.key, fields)
                yield from sections.in_content(text, entry, fields)
                yield from _node(text, entry.value, node, fields)
        case _:
            assert_never(node)


def _bare(text: str, entry: Entry) -> bool:
    """An entry in braces that has no colon: words, not a field."""
    return (
        isinstance(entry.value, Scalar)
        and entry.value.absent
        and ":" not in text[entry.key.end : entry.value.end]
    )


def _scalar(text: str, scalar: Scalar, fields: frozenset[str]) -> Iterator[Trap]:
    written = text[scalar.start : scalar.end]
    if scalar.style == "plain":
        if _WORTH_A_LOOK.match(written) and head(line_at(text, scalar.start)).key is None:
            yield from lists.bullets(text, scalar)
            yield from _tight_lines(text, scalar, fields)
        if "\n" in written or "\r" in written:
            yield from lists.item_inside_text(text, scalar, fields)
    elif scalar.style in ("single", "double"):
        if "\n" in written or "\r" in written:
            yield from quotes.swallowed(text, scalar.start, scalar.end, fields)
        if (found := ILLEGAL.search(scalar.value)) is not None:
            message = f"The text holds a character that can’t be printed (U+{ord(found[0]):04X})."
            start, end = scalar.start, scalar.end
            yield Trap("illegal-character", message, start, end, "leave out what stands for it")


def _tight_lines(text: str, scalar: Scalar, fields: frozenset[str]) -> Iterator[Trap]:
    """Lines such as `question:Why?` that were read as text; further ones of the same text go with the first."""
    first = line_at(text, scalar.start)
    found = list(colons.wrong_colon(first, fields))
    if not found:
        return
    edits = [edit for trap in found for edit in trap.edits]
    for line in lines_after(text, first):
        if line.start >= scalar.end:
            break
        edits += [edit for trap in colons.wrong_colon(line, fields) for edit in trap.edits]
    trap = found[0]
    yield Trap(trap.code, trap.message, trap.start, trap.end, trap.cure, tuple(edits), trap.safe)


def _key(text: str, key: Scalar, fields: frozenset[str]) -> Iterator[Trap]:
    if key.style != "plain":
        return
    if key.value == "<<":
        yield from documents.merge_key(key)
    if not key.value[:1].isalnum():
        line = line_at(text, key.start)
        if line.body == key.start:
            yield from lists.list_signs(text, line)
    if re.search("[:=：]", key.value):
        yield from colons.inside_name(text, key, fields)
    if key.value.isascii():
        return
    bare = key.value.strip(INVISIBLE + ODD_SPACES)
    if name_like("".join(c for c in bare if c not in INVISIBLE), fields):
        bare = "".join(c for c in bare if c not in INVISIBLE)
    if bare != key.value and bare:
        message = f"There is an invisible character in the name “{bare}”."
        edits = (Edit(key.start, key.end, bare),)
        cure = "write the name anew"
        yield Trap("invisible-character", message, key.start, key.end, cure, edits, safe=True)
    curly = _CURLY_NAME.fullmatch(key.value)
    if curly is not None and name_like(curly[1], fields):
        message = f"The name “{curly[1]}” stands in curly quotation marks."
        edits = (Edit(key.start, key.end, curly[1]),)
        yield Trap("smart-quotes", message, key.start, key.end, "leave them out", edits, safe=True)


def _oddly_continued(text: str, root: Node) -> bool:
    """Whether a text over several lines goes on with a line indented by special spaces, outside `|` and `>`."""
    match root:
        case Scalar():
            if root.style in ("literal", "folded"):
                return False
            pattern = rf"[\r\n][ \t]*[{ODD_SPACES}{INVISIBLE}]"
            return re.compile(pattern).search(text, root.start, root.end) is not None
        case Sequence():
            return any(_oddly_continued(text, item) for item in root.items)
        case Mapping():
            return any(_oddly_continued(text, entry.value) for entry in root.entries)
        case _:
            assert_never(root)
