"""What is printed of diagnostics: for people, for programs, for GitHub."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.diagnostics import Diagnostic, Edit, Hint, Place, Related, Severity
from builders.report import as_json, render, summary
from builders.report.excerpt import WIDTH, columns, corrected, excerpt, printable
from builders.source.lines import position

FILE = "outlines/pact.yaml"


def made(
    source: str,
    start: int,
    end: int,
    *hints: Hint,
    code: str = "unknown-field",
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    line, column = position(source, start)
    place = Place(FILE, offset=start, end=end, line=line, column=column)
    return Diagnostic(code, Severity.ERROR, "“titel” is not a field of an outline.", place, hints, related)


def human(source: str, diagnostic: Diagnostic, color: bool = False) -> str:
    return render([diagnostic], {FILE: source}, "human", color)


def test_a_mistake_its_place_and_its_cure() -> None:
    source = "# mine\n\n\ntitel: Pact\n"
    hint = Hint("did you mean “title”?", (Edit(9, 14, "title"),), safe=True)
    assert human(source, made(source, 9, 14, hint)) == (
        "outlines/pact.yaml:4:1: error[unknown-field]: “titel” is not a field of an outline.\n"
        "  4 | titel: Pact\n"
        "    | ^^^^^ did you mean “title”?\n"
        "    = write:\n"
        "    | title: Pact\n"
    )


def test_further_hints_and_related_places() -> None:
    source = "title: a\nlevel: b\ntitle: c\n"
    first = Place(FILE, offset=0, end=5, line=1, column=1)
    elsewhere = Place("course.yaml", line=3, column=9)
    related = (Related(first, "it stands here already"), Related(elsewhere, "and here"))
    hints = (Hint("give it another name"), Hint("or leave it out", (Edit(18, 27, ""),)))
    assert human(source, made(source, 18, 23, *hints, related=related)) == (
        "outlines/pact.yaml:3:1: error[unknown-field]: “titel” is not a field of an outline.\n"
        "  3 | title: c\n"
        "    | ^^^^^ give it another name\n"
        "    = or leave it out\n"
        "  1 | title: a\n"
        "    | ----- it stands here already\n"
        "    = course.yaml:3:9: and here\n"
    )


def test_without_a_place_or_a_source_the_words_remain() -> None:
    bare = Diagnostic("output-in-use", Severity.WARNING, "It is open.", Place("x.pptx"), (Hint("close it"),))
    assert render([bare], {}, "human") == "x.pptx: warning[output-in-use]: It is open.\n    = close it\n"
    assert human("", made("", 0, 0, Hint("write one"))).splitlines()[1:] == ["    = write one"]


def test_colours_are_a_choice() -> None:
    source = "titel: Pact\n"
    diagnostic = made(source, 0, 5, Hint("x", (Edit(0, 5, "title"),)))
    assert "\x1b" not in human(source, diagnostic)
    colored = human(source, diagnostic, color=True)
    assert "\x1b[1;31merror[unknown-field]\x1b[0m" in colored
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == human(source, diagnostic)


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "under"),
    [
        ("日本: x", 0, 2, "日本: x", (0, 4)),
        ("日本: x", 4, 5, "日本: x", (6, 7)),
        ("\ta", 1, 2, "    a", (4, 5)),
        ("e\u0301x", 2, 3, "e\u0301x", (1, 2)),
        ("😀x", 1, 2, "😀x", (2, 3)),
        ("abc", 3, 3, "abc", (3, 4)),
        ("abc", 1, 99, "abc", (1, 3)),
        ("", 0, 0, "", (0, 1)),
        ("a\x00b", 1, 2, "a␀b", (1, 2)),
    ],
)
def test_the_caret_stands_below_its_characters(
    line: str, start: int, end: int, shown: str, under: tuple[int, int]
) -> None:
    part = excerpt(line, start, end)
    assert (part.text, (part.start, part.end)) == (shown, under)


@settings(deadline=None)
@given(
    st.text(st.sampled_from("aé日😀\u0301\t ") | st.characters(), max_size=300).map(
        lambda t: t.replace("\n", "")
    ),
    st.data(),
)
def test_an_excerpt_always_fits_and_holds_the_caret(line: str, data: st.DataObject) -> None:
    line = line.replace("\r", "")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    part = excerpt(line, start, end)
    assert columns(part.text) <= WIDTH
    assert 0 <= part.start < part.end <= columns(part.text) + 1
    assert not any(ord(character) < 32 for character in part.text)


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "a" * 300 + "HERE" + "b" * 300
    part = excerpt(line, 300, 304)
    assert part.text[part.start : part.end] == "HERE"
    assert part.text.startswith("…") and part.text.endswith("…")


def test_what_a_file_holds_cannot_command_the_terminal() -> None:
    source = "title: \x1b[31mred\x1b]0;x\x07 \u202eabc\n"
    diagnostic = Diagnostic(
        "x", Severity.ERROR, "“\x1b[2J”.", made(source, 0, 5).place, (Hint("\x1b", (Edit(0, 1, "\x1b"),)),)
    )
    printed = human(source, diagnostic)
    assert "\x1b" not in printed and "\u202e" not in printed and "\x07" not in printed
    assert printable("a\nb") == "a\nb"


@pytest.mark.parametrize(
    ("source", "edits", "lines"),
    [
        ("a: b\nc\n", [Edit(3, 4, "x")], ("a: x",)),
        ("a: b\nc: d\n", [Edit(3, 3, '"'), Edit(9, 9, '"')], ('a: "b', 'c: d"')),
        ("a: - b\n", [Edit(2, 3, "\n  ")], ("a:", "  - b")),
        ("a\nb\nc\n", [Edit(2, 4, "")], ()),
        ("a\nb\nc\n", [Edit(4, 4, "x\ny\n")], ("x", "y")),
        ("a\n", [Edit(1, 1, "\nb: c")], ("b: c",)),
        ("a\nb\nc\nd\ne\n", [Edit(i, i, "x") for i in (0, 2, 4, 6)], ("xa", "xb", "xc", "…")),
        ("a\r\nb\r\n", [Edit(3, 4, "x")], ("x",)),
        ("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")], ()),
        ("a", [], ()),
    ],
)  # fmt: skip
def test_corrected_lines(source: str, edits: list[Edit], lines: tuple[str, ...]) -> None:
    assert corrected(source, edits) == lines


def test_json_says_everything_and_stays() -> None:
    source = "titel: Pact\n"
    hint = Hint("did you mean “title”?", (Edit(0, 5, "title"),), safe=True)
    related = (Related(Place(FILE, offset=7, end=11, line=1, column=8), "of this"),)
    expected = [
        {
            "code": "unknown-field",
            "severity": "error",
            "message": "“titel” is not a field of an outline.",
            "file": FILE,
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 6,
            "hints": [
                {
                    "text": "did you mean “title”?",
                    "safe": True,
                    "edits": [
                        {"line": 1, "column": 1, "end_line": 1, "end_column": 6, "replacement": "title"}
                    ],
                    "write": ["title: Pact"],
                }
            ],
            "related": [{"file": FILE, "line": 1, "column": 8, "message": "of this"}],
        }
    ]
    diagnostics = [made(source, 0, 5, hint, related=related)]
    assert json.loads(render(diagnostics, {FILE: source}, "json")) == expected
    assert as_json(diagnostics, {FILE: source}) == expected
    assert render([], {}, "json") == "[]\n"


def test_json_without_a_place_holds_nulls() -> None:
    (only,) = as_json([Diagnostic("x", Severity.NOTE, "X.", Place("a.yaml"))], {})
    assert (only["line"], only["column"], only["end_line"], only["end_column"]) == (None, None, None, None)


def test_github_commands_are_escaped() -> None:
    source = "title: 50%\n"
    place = Place("a,b:c%.yaml", offset=7, end=10, line=1, column=8)
    diagnostic = Diagnostic(
        "x", Severity.NOTE, "100%\r\nof it", place, (Hint("say so", (Edit(7, 10, "all"),)),)
    )
    assert render([diagnostic], {place.file: source}, "github") == (
        "::notice file=a%2Cb%3Ac%25.yaml,title=x,line=1,col=8::100%25%0D%0Aof it%0ASay so%0Atitle: all\n"
    )


def test_summary() -> None:
    def of(severity: Severity) -> Diagnostic:
        return Diagnostic("x", severity, "X.", Place("a"))

    assert summary([]) == ""
    assert summary([of(Severity.ERROR)]) == "1 error"
    assert summary([of(Severity.NOTE), of(Severity.ERROR), of(Severity.ERROR), of(Severity.WARNING)]) == (
        "2 errors, 1 warning, 1 note"
    )


def test_it_is_quick_to_import() -> None:
    code = "import sys, builders.report; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"yaml", "rich", "typer", "pydantic", "PIL", "reportlab", "pptx"} & set(loaded)
