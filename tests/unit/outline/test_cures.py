"""The tools of cures: YAML scalars, near names, edits that move lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.outline import cures
from builders.outline.characters import _COMMON, bad_characters
from builders.outline.mapping import fields
from builders.outline.names import SYNONYMS, normalised
from builders.outline.syntax import MODELS
from builders.outline.syntax_theme import THEME_MODELS
from builders.source.nodes import Mapping, Scalar
from builders.source.tree import parse
from builders.theme.faces import SANS, SERIF
from builders.theme.measure import uncovered

LINE = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"), codec="utf-8"), min_size=1, max_size=40)


@given(LINE)
def test_a_scalar_is_read_back(text: str) -> None:
    words = " ".join(text.split())
    tree = parse(f"title: {cures.scalar(text)}\n".encode(), "x.yaml")
    assert isinstance(tree.root, Mapping)
    value = tree.root.get("title")
    assert isinstance(value, Scalar)
    assert value.value == words


@pytest.mark.parametrize(
    ("name", "other", "slip"),
    [
        ("objectves", "objectives", True),
        ("objecitves", "objectives", True),
        ("titel", "title", True),
        ("Essential Question", "essential_question", True),
        ("sorces", "sources", True),
        ("goals", "objectives", False),
        ("by", "my", False),
        ("quiz", "quit", True),
    ],
)
def test_slips(name: str, other: str, slip: bool) -> None:
    assert cures.one_slip(name, other) is slip
    if slip:
        assert cures.closest(name, [other, "zzz"]) == other


def test_shifting_lines() -> None:
    lines = "  a:\n    b\n\n    c\n"
    assert cures.shifted(lines, 2) == "    a:\n      b\n\n      c\n"
    assert cures.shifted(lines, -2) == "a:\n  b\n\n  c\n"
    assert cures.itemised(lines, 2, 4) == "    - a:\n        b\n\n        c\n"


def test_synonyms_mean_fields() -> None:
    """Every other name means a field of its mapping, and none is a field itself in disguise."""
    names = {model.NAME: fields(model) for model in (*MODELS, *THEME_MODELS)}
    for model, synonyms in SYNONYMS.items():
        for written, meant in synonyms.items():
            assert meant in names[model], f"{model}: {written} → {meant}"
            assert normalised(written) == written
            assert written != meant


def test_common_characters_have_a_font() -> None:
    """What isn't asked about one by one is covered by the page's faces."""
    common = "".join(chr(code) for code in range(0x21, 0x2300) if _COMMON.fullmatch(chr(code)))
    assert uncovered(common, SERIF) == uncovered(common, SANS) == ""


def test_bad_characters() -> None:
    assert [bad.why for bad in bad_characters("שלום", "en")] == ["right-to-left"]
    assert [bad.why for bad in bad_characters("a\u202eb", "en")] == ["direction"]
    assert [bad.why for bad in bad_characters("a\U00013000b", "en")] == ["uncovered"]
    assert not list(bad_characters("Łódź, 北京, “x” — 5 €, ½, Ģ, ё, α", "en"))
