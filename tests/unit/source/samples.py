"""What the tests of this folder share: names of fields, a tree as plain values, and the cures of a tree applied."""

from __future__ import annotations

from typing import TypeAlias

from builders.diagnostics import Diagnostic, Severity
from builders.fix import apply
from builders.source.nodes import Mapping, Node, Scalar, Sequence
from builders.source.tree import Tree, parse

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

FIELDS = frozenset(
    {
        "title", "level", "minutes", "standards", "objectives", "terms", "sources", "images", "sections", "heading",
        "headline", "content", "text", "points", "timeline", "date", "event", "source", "quote", "translation", "by",
        "image", "table", "answer", "lines", "question", "notes", "quiz", "exit", "keywords", "choices", "right",
        "wrong", "caption", "type", "author", "point",
    }
)  # fmt: skip


def read(text: str) -> Tree:
    return parse(text.encode("utf-8"), "x.yaml", fields=FIELDS)


def plain(node: Node | None) -> Value:
    match node:
        case None:
            return None
        case Scalar():
            return None if node.absent else node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.value: plain(entry.value) for entry in node.entries}


def cured(tree: Tree) -> str:
    """The text with the edits of all hints."""
    return apply(tree.text, (edit for d in tree.diagnostics for hint in d.hints for edit in hint.edits))


def errors(tree: Tree) -> list[Diagnostic]:
    return [d for d in tree.diagnostics if d.severity is Severity.ERROR]
