"""Every outline in cases/ has exactly the diagnostics that its comments say; `--update` writes the comments anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import builders
from builders.diagnostics import Diagnostic
from builders.outline.build_sources import TYPES
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
    assert not [d.code for d in found if not d.hints], "a diagnostic without a cure"


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
    eol = "\r\n" if "\r\n" in bare else "\n"
    mark = "\ufeff" if bare.startswith("\ufeff") else ""
    lines = ["#"] * len(read_case(bare.encode())[1])
    for _ in range(2):
        text = mark + "".join(line + eol for line in lines) + bare.removeprefix("\ufeff")
        lines = [f"# {shown(d)}" for d in read_case(text.encode())[1]]
    return text.encode()


def test_every_code_has_a_case() -> None:
    """What the outline's reader can report is shown by a case."""
    package = Path(builders.__file__).parent
    sources = [
        *(package / "outline").glob("*.py"),
        package / "lesson/inline.py",
        *(package / "lesson/dates").glob("*.py"),
    ]
    known = {code for path in sources for code in CODE.findall(path.read_text(encoding="utf-8"))} - NO_CODES
    seen = {
        line.rpartition(" ")[2] for path in FILES for line in expected(decode(path.read_bytes(), "").text)
    }
    assert len(known) > 40
    assert not known - seen


CODE = re.compile(r"\"([a-z]+(?:-[a-z]+)+)\"")
NO_CODES = TYPES | {"stand-alone", "en-us"}


def test_there_are_cases() -> None:
    assert len(FILES) >= 60


def test_the_comments_are_found() -> None:
    assert expected(
        "# error: 4:8 unknown-field\ntitle: x\n  # note: 12:1 planned-picture\n# error is not\n"
    ) == [
        "error: 4:8 unknown-field",
        "note: 12:1 planned-picture",
    ]
