"""Cures applied to a file: which, in how many rounds, and that nothing else is touched."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.diagnostics import Diagnostic, Edit, Hint, Place, Severity
from builders.fix import Fixed, apply, cure, diff, fix
from builders.source.tree import parse

FIELDS = frozenset({"title", "level", "points", "notes"})


def diagnose(data: bytes) -> tuple[Diagnostic, ...]:
    return parse(data, "x.yaml", fields=FIELDS).diagnostics


def fixed(data: str | bytes, *, every: bool = False) -> Fixed:
    return fix(data.encode("utf-8") if isinstance(data, str) else data, "x.yaml", diagnose, every=every)


def found(*hints: Hint) -> Diagnostic:
    return Diagnostic("x", Severity.ERROR, "X.", Place("x.yaml"), hints)


def test_nothing_but_the_mistakes_is_touched() -> None:
    before = "#  Mine\ntitle:   Pact: it   # why\n\n\nlevel: 'y'\npoints:\n    -a\n    - b\r\n"
    after = "#  Mine\ntitle:   \"Pact: it\"   # why\n\n\nlevel: 'y'\npoints:\n    - a\n    - b\r\n"
    result = fixed(before)
    assert result.data.decode() == after
    assert [d.code for d in result.applied] == ["colon-in-text", "missing-space-after-dash"]


def test_only_safe_cures_unless_all_are_wanted() -> None:
    assert fixed("title Pact\nlevel: y\n").data == b"title Pact\nlevel: y\n"
    assert fixed("title Pact\nlevel: y\n").applied == ()
    assert fixed("title Pact\nlevel: y\n", every=True).data == b"title: Pact\nlevel: y\n"


def test_a_mistake_behind_a_mistake_is_found_in_the_next_round() -> None:
    result = fixed("level: y\ntitle: \x00*x*\n")
    assert result.data == b'level: y\ntitle: "*x*"\n'
    assert [d.code for d in result.applied] == ["illegal-character", "leading-asterisk"]


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    data = codecs.BOM_UTF8 + b"title: Pact: it\r\nlevel: y\r\n"
    assert fixed(data).data == codecs.BOM_UTF8 + b'title: "Pact: it"\r\nlevel: y\r\n'


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_other_encodings_are_saved_as_utf8(encoding: str) -> None:
    result = fixed("title: Café: it\n".encode(encoding))
    assert result.data == 'title: "Café: it"\n'.encode()
    assert result.applied[0].code.startswith("encoding-")
    assert result.diff.startswith("--- x.yaml\n+++ x.yaml (corrected)\n")


def test_a_file_of_uncertain_letters_is_left_alone() -> None:
    data = "title: Пакт: да\n".encode("cp1251")
    assert fixed(data) == Fixed(data, (), "")
    assert fixed(data, every=True).data != data


def test_cures_that_meet_wait_for_each_other() -> None:
    one = found(Hint("a", (Edit(0, 2, "AB"),), safe=True))
    other = found(Hint("b", (Edit(1, 3, "BC"),), safe=True))
    beside = found(Hint("c", (Edit(2, 3, "C"),), safe=True))
    inserted = found(Hint("d", (Edit(2, 2, "-"),), safe=True))
    assert cure("abc", [one, other]) == ("ABc", (one,))
    assert cure("abc", [one, beside]) == ("ABC", (one, beside))
    assert cure("abc", [one, inserted]) == ("ABc", (one,))
    assert cure("abc", [inserted, inserted]) == ("ab-c", (inserted,))


def test_the_first_safe_hint_is_taken() -> None:
    hints = (
        Hint("no edits", safe=True),
        Hint("a", (Edit(0, 1, "x"),)),
        Hint("b", (Edit(0, 1, "y"),), safe=True),
    )
    assert cure("a", [found(*hints)])[0] == "y"
    assert cure("a", [found(*hints)], every=True)[0] == "x"


@settings(deadline=None)
@given(st.text("ab\n", max_size=12), st.data())
def test_apply(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edits = [
        Edit(a, b, data.draw(st.text("xy", max_size=2))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    expected, moved = text, 0
    for edit in edits:
        expected = expected[: edit.start + moved] + edit.replacement + expected[edit.end + moved :]
        moved += len(edit.replacement) - (edit.end - edit.start)
    assert apply(text, reversed(edits) if len(set(cuts)) == len(cuts) else edits) == expected


def test_diff() -> None:
    assert diff("a\r\nb\r\n", "a\r\nc\r\n", "x.yaml").splitlines() == [
        "--- x.yaml",
        "+++ x.yaml (corrected)",
        "@@ -1,3 +1,3 @@",
        " a",
        "-b",
        "+c",
        " ",
    ]
    assert diff("a\n", "a\n", "x.yaml") == ""


def test_cures_that_contradict_each_other_come_to_an_end() -> None:
    def swing(data: bytes) -> tuple[Diagnostic, ...]:
        return (found(Hint("swing", (Edit(0, 1, "b" if data == b"a" else "a"),), safe=True)),)

    assert fix(b"a", "x.yaml", swing).data in (b"a", b"b")
