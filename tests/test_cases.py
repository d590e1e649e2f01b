"""Every outline in cases/ has exactly the diagnostics that its comments say; `--update` writes the comments anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.diagnostics import Diagnostic
from builders.source.decode import decode
from tests.cases.reading import CASES, EXPECTED, expected, read_case, shown

FILES = sorted(path for path in CASES.rglob("*.yaml") if "cured" not in path.parts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CASES).with_suffix("").as_posix())
def test_case(path: Path, update: bool) -> None:
    data = path.read_bytes()
    if update:
        data = updated(data)
        if data != path.read_bytes():
            path.write_bytes(data)
    found = read_case(data)[1]
    assert [shown(d) for d in found] == expected(decode(data, path.name).text), "\n".join(map(said, found))
    assert all(d.hints or d.code in WITHOUT_CURE for d in found), "a diagnostic without a cure"


WITHOUT_CURE = frozenset(
    {"right-to-left", "quiz-same-choice", "quiz-few-choices", "duplicate-lesson", "quiz-all-right"}
)

"""What says in its message what to do."""


def said(diagnostic: Diagnostic) -> str:
    hints = "".join(f"\n      - {hint.text}{' *' if hint.edits else ''}" for hint in diagnostic.hints)
    return f"{shown(diagnostic)}: {diagnostic.message}{hints}"


def updated(data: bytes) -> bytes:
    """The case with its comments written anew at the top, above which nothing stands; others keep their encoding."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    bare = EXPECTED.sub("", text)
    found = read_case(bare.encode())[1]
    eol = "\r\n" if "\r\n" in bare else "\n"
    lines = [
        f"# {d.severity}: {(d.place.line or 1) + len(found)}:{d.place.column} {d.code}{eol}" for d in found
    ]
    mark = "\ufeff" if bare.startswith("\ufeff") else ""
    return (mark + "".join(lines) + bare.removeprefix("\ufeff")).encode()


def test_there_are_cases() -> None:
    assert len(FILES) >= 60


def test_the_comments_are_found() -> None:
    assert expected(
        "# error: 4:8 unknown-field\ntitle: x\n  # note: 12:1 planned-picture\n# error is not\n"
    ) == [
        "error: 4:8 unknown-field",
        "note: 12:1 planned-picture",
    ]
