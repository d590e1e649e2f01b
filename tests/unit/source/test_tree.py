"""The tree: values as typed, spans in characters of the source, bounds, and the way from a path to a place."""

from __future__ import annotations

import pytest

from builders.source.limits import Limits
from builders.source.nodes import Mapping, Scalar, Sequence
from builders.source.tree import parse, position, span
from tests.unit.source.samples import plain, read

OUTLINE = """\
title: 😀 Pact
level:
sections:
  - heading: Élan
    content:
      - |
        One

        Two

exit: 'a b'
"""


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_spans_are_those_of_the_text(mark: str, end: str) -> None:
    tree = parse((mark + OUTLINE.replace("\n", end)).encode("utf-8"), "x.yaml")
    assert tree.diagnostics == ()
    assert tree.text == OUTLINE.replace("\n", end)

    def cut(*loc: str | int, key: bool = False) -> str:
        return tree.text[slice(*span(tree.root, loc, key))].replace(end, "\n")

    assert cut("title") == "😀 Pact"
    assert cut("title", key=True) == "title"
    assert cut("sections", 0, "heading") == "Élan"
    assert cut("sections", 0, "content", 0) == "|\n        One\n\n        Two"
    assert cut("exit") == "'a b'"
    assert cut("sections") == tree.text[slice(*span(tree.root, ("sections",)))].replace(end, "\n")
    assert cut("sections").startswith("- heading") and cut("sections").endswith("Two")
    assert cut() == OUTLINE.removesuffix("\n")


def test_a_path_that_leads_nowhere_ends_at_the_name_of_what_lacks_it() -> None:
    tree = read(OUTLINE)

    def cut(*loc: str | int) -> str:
        return tree.text[slice(*span(tree.root, loc))]

    assert cut("level") == "level"
    assert cut("sections", 0, "minutes") == "heading"
    assert cut("sections", 7, "minutes") == "sections"
    assert cut("title", "of", 3) == "title"
    assert cut("author") == "title"
    assert span(None, ("title",)) == (0, 0)


def test_every_scalar_stays_what_was_typed() -> None:
    tree = read("a: no\nb: 12:30\nc: 1939-09-01\nd: 0x1F\ne: ~\nf: ''\ng:\nh: 1e3\n")
    assert plain(tree.root) == {
        "a": "no", "b": "12:30", "c": "1939-09-01", "d": "0x1F", "e": "~", "f": "", "g": None, "h": "1e3",
    }  # fmt: skip


def test_styles_and_brackets_are_kept() -> None:
    tree = read("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf: [x]\n")
    root = tree.root
    assert isinstance(root, Mapping)
    styles = [entry.value.style for entry in root.entries if isinstance(entry.value, Scalar)]
    assert styles == ["plain", "single", "double", "literal", "folded"]
    last = root.entries[-1].value
    assert isinstance(last, Sequence) and last.flow
    assert tree.text[last.start : last.end] == "[x]"


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("ab\ncd", 0, (1, 1)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\ncd", 5, (2, 3)),
        ("a\r\nb", 1, (1, 2)),
        ("a\r\nb", 2, (1, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb\r\r\nc", 6, (4, 1)),
        ("😀é\n😀x", 4, (2, 2)),
        ("a\u2028b", 2, (1, 3)),
        ("", 0, (1, 1)),
    ],
)
def test_position(text: str, offset: int, place: tuple[int, int]) -> None:
    assert position(text, offset) == place


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing but a remark\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_root(data: bytes) -> None:
    tree = parse(data, "x.yaml")
    assert tree.root is None
    assert tree.diagnostics == ()


def test_a_file_that_is_too_large_is_not_read() -> None:
    tree = parse(b"title: x\n" * 100, "x.yaml", Limits(size=100))
    assert tree.root is None
    assert [d.code for d in tree.diagnostics] == ["file-too-large"]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "a: " + "{b: " * 50_000, "- " * 20_000, "\n".join(" " * i + "a:" for i in range(900))],
)
def test_deep_nesting_is_cut_off(text: str) -> None:
    tree = parse(text.encode(), "x.yaml")
    assert "too-deep" in [d.code for d in tree.diagnostics]


def test_too_many_values_are_cut_off_and_the_rest_is_kept() -> None:
    tree = parse(b"points:\n" + b"- a\n" * 100, "x.yaml", Limits(nodes=50))
    assert [d.code for d in tree.diagnostics] == ["too-many-values"]
    assert isinstance(tree.root, Mapping)
    points = tree.root.get("points")
    assert isinstance(points, Sequence) and len(points.items) == 47


def test_aliases_never_multiply() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    tree = read(bomb)
    assert {d.code for d in tree.diagnostics} <= {"leading-ampersand", "leading-bracket"}
    assert plain(tree.root) == {"a": "&a [x, x]", "b": "&b [*a, *a]", "c": "[*b, *b]"}


def test_trees_of_cured_texts_keep_the_offsets_of_the_original() -> None:
    tree = read("title:Pact: x\nlevel: *y* z\nexit: 😀\n")
    assert plain(tree.root) == {"title": "Pact: x", "level": "*y* z", "exit": "😀"}
    assert tree.text[slice(*span(tree.root, ("exit",)))] == "😀"
    assert tree.text[slice(*span(tree.root, ("level",)))] == "*y* z"
    assert tree.text[slice(*span(tree.root, ("title",), key=True))] == "title"
