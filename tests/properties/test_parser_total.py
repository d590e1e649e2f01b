"""Whatever the bytes, the reading ends soon, raises nothing, and every place it names is in the text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builders.diagnostics import Diagnostic, Edit
from builders.fix import apply, fix
from builders.report import render
from builders.source import recover
from builders.source.events import Reading, read
from builders.source.limits import LIMITS, Limits
from builders.source.nodes import Mapping, Node, Scalar, Sequence
from builders.source.tree import Tree, parse

OUTLINES = [
    path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "outlines").glob("*.yaml"))
]
FIELDS = frozenset(
    {"title", "level", "sections", "heading", "content", "points", "question", "answer", "notes"}
)

PIECES = [
    ": ", ":", " #", "#1", "*", "&", "!", "!!str ", "\"", "'", "{", "[", "}", "]", "\t", "\u00a0", "- ", "-", "– ",
    "• ", "\n", "\r\n", "\r", "  ", "\n\n", "---\n", "...\n", "|", "| ", "> ", ">", "%", "@", "`", "=", "：", "“", "”",
    "\x00", "\x85", "\u200b", "\u2028", "\ufeff", "? ", "?", "<<: ", "é", "😀", "title", "points:", "\ud800", "\\", ",",
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A part of a real outline with a few accidents."""
    lines = draw(st.sampled_from(OUTLINES)).splitlines(keepends=True)
    start = draw(st.integers(0, len(lines)))
    text = "".join(lines[start : start + draw(st.integers(1, 60))])
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.sampled_from([0, 0, 0, 1, 2, 5]))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + gone :]
    return text.encode("utf-8", "surrogatepass")


ANY = (
    st.binary(max_size=300)
    | st.lists(st.sampled_from(PIECES), max_size=40).map(
        lambda p: "".join(p).encode("utf-8", "surrogatepass")
    )
    | st.text(max_size=80).map(lambda t: t.encode("utf-16"))
    | mutated()
)


def check(tree: Tree) -> None:
    for diagnostic in tree.diagnostics:
        check_places(diagnostic, tree)
    if tree.root is not None:
        check_node(tree.root, 0, len(tree.text))


def check_places(diagnostic: Diagnostic, tree: Tree) -> None:
    for place in (diagnostic.place, *(related.place for related in diagnostic.related)):
        assert place.offset is not None and place.end is not None
        assert 0 <= place.offset <= place.end <= len(tree.text)
    assert diagnostic.message and diagnostic.hints and all(hint.text for hint in diagnostic.hints)
    for hint in diagnostic.hints:
        edits = sorted(hint.edits, key=lambda e: (e.start, e.end))
        assert all(0 <= edit.start <= edit.end <= len(tree.text) for edit in edits)
        assert all(a.end <= b.start for a, b in pairwise(edits))
        if edits:
            assert apply(tree.text, edits) != tree.text


def check_node(node: Node, start: int, end: int) -> None:
    assert start <= node.start <= node.end <= end
    match node:
        case Scalar():
            pass
        case Sequence():
            for item in node.items:
                check_node(item, node.start, node.end)
        case Mapping():
            for entry in node.entries:
                check_node(entry.key, node.start, node.end)
                check_node(entry.value, node.start, node.end)
            names = [entry.key.value for entry in node.entries]
            assert len(names) == len(set(names))


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(ANY, st.sampled_from([FIELDS, frozenset[str]()]))
@example("> \u200b".encode(), FIELDS)
@example(b"a: b: c\n  d:\x00\n", FIELDS)
def test_any_bytes(data: bytes, fields: frozenset[str]) -> None:
    tree = parse(data, "x.yaml", fields=fields)
    check(tree)
    assert parse(data, "x.yaml", fields=fields) == tree
    for form in ("human", "json", "github"):
        render(tree.diagnostics, {"x.yaml": tree.text}, form, color=True)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(ANY)
def test_any_bytes_can_be_corrected(data: bytes) -> None:
    """The cures come to an end, and what they leave is a file that can be read again."""

    def diagnose(given: bytes) -> tuple[Diagnostic, ...]:
        return parse(given, "x.yaml", fields=FIELDS).diagnostics

    fixed = fix(data, "x.yaml", diagnose)
    if not fixed.applied:
        assert fixed.data == data
    else:
        fixed.data.decode("utf-8")
    check(parse(fixed.data, "x.yaml", fields=FIELDS))


@pytest.mark.parametrize("text", OUTLINES)
def test_our_own_lessons_hold_no_trap(text: str) -> None:
    tree = parse(text.encode("utf-8"), "x.yaml", fields=FIELDS)
    check(tree)
    assert tree.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n" * 20_000,
        "- *x\n" * 20_000,
        '"' * 100_000,
        "'a\n" * 50_000,
        "[" * 500_000,
        "{a: " * 100_000,
        "a:\n\t- b\n" * 20_000,
        "? " * 100_000,
        "x" * 1_000_000,
        "word\n" * 100_000,
        "-\n" * 40_000,
        " a: 1\n  b: 2\n" * 20_000,
        "a: |\n  x\n y\n" * 20_000,
        "\x00" * 500_000,
        "\u00a0- a\n" * 50_000,
        "• a\n" * 50_000,
        "# a\n" * 200_000,
        "a: #1\n" * 50_000,
        "k: v # x\n" * 50_000,
        "a: >\n" + "\n" * 500_000,
        "a: " + "x " * 300_000 + ": y",
        "\n".join(f"{' ' * (i % 30)}k{i}: v" for i in range(20_000)),
    ],
    ids=lambda text: f"{text[:8]!r} x {len(text)}",
)
def test_the_work_on_a_large_wreck_is_bounded(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in characters read again, so that it holds on a slow machine, too."""
    lengths: list[int] = []

    def counting(draft: str, limits: Limits) -> Reading:
        lengths.append(len(draft))
        return read(draft, limits)

    monkeypatch.setattr(recover, "read", counting)
    tree = parse(text.encode("utf-8"), "x.yaml", fields=FIELDS)
    check(tree)
    assert sum(lengths) <= LIMITS.work + 3 * len(text)


def test_edits_are_checked_when_applied() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])
