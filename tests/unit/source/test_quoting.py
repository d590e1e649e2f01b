"""Text written as YAML means the same text when it is read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from builders.fix import apply
from builders.source.quoting import in_quotes, plain, quote_edits, quoted
from builders.source.tree import parse, span
from tests.unit.source.samples import plain as values

LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1, max_size=40)
SIGNS = st.text("ab :#-*&!|>%@`'\"\\[]{},?=", min_size=1, max_size=12)

OTHERS = frozenset(
    {
        "equals-for-colon",
        "garbled-letters",
        "illegal-character",
        "invisible-character",
        "lost-letter",
        "missing-space-after-colon",
        "wide-colon",
    }
)
"""What may rightly be said of a text however it is quoted."""


@settings(deadline=None)
@given(LINES.map(str.strip).filter(bool) | SIGNS.map(str.strip).filter(bool))
def test_quoted(value: str) -> None:
    for written in (f"a: {quoted(value)}\n", f"- {quoted(value)}\n", f"a: {in_quotes(value)}\n"):
        tree = parse(written.encode("utf-8"), "x.yaml")
        start, end = span(tree.root, ("a",) if written.startswith("a") else (0,))
        codes = {d.code for d in tree.diagnostics}
        assert codes <= OTHERS
        if not codes:
            assert tree.text[start:end] == written.split(" ", 1)[1].rstrip("\n")


@settings(deadline=None)
@given(SIGNS.filter(lambda s: s.strip() == s and s != ""))
def test_quote_edits(value: str) -> None:
    text = f"a: {value}\nb: c\n"
    tree = parse(apply(text, quote_edits(text, 3, 3 + len(value))).encode(), "x.yaml")
    assert tree.diagnostics == ()
    root = tree.root
    assert root is not None
    assert values(root) == {"a": value, "b": "c"}


def test_marks_are_chosen_for_the_fewest_changes() -> None:
    assert quoted("Pact") == "Pact"
    assert quoted("a: b") == '"a: b"'
    assert quoted("It's: so") == '"It\'s: so"'
    assert quoted('say "no": so') == "'say \"no\": so'"
    assert not plain("")
    assert not plain("a #b")
    assert plain("a#b: c".replace(": ", ":"))
