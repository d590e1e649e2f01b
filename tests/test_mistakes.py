"""Beginners' mistakes: with the offered edits applied, the outline can be read. What can't is named in the output.

The outlines as the cures leave them stand in cases/mistakes/cured/, to be read with one's own eyes; `--update` writes
them anew.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builders.diagnostics import Diagnostic, Severity, has_errors
from builders.fix import Fixed, fix
from builders.source.decode import decode
from tests.cases.reading import CASES, EXPECTED, read_case

MISTAKES = sorted((CASES / "mistakes").glob("*.yaml"))
CURED = CASES / "mistakes" / "cured"
NOT_CURED = frozenset({"quiz-unmarked", "place-answer-in-points"})
"""Mistakes that only their author can mend: nothing in the outline says what was meant."""


def diagnose(data: bytes) -> tuple[Diagnostic, ...]:
    return read_case(data)[1]


def cured(path: Path) -> Fixed:
    return fix(path.read_bytes(), path.name, diagnose, every=True)


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_mistake(path: Path, update: bool) -> None:
    """The mistake is found, its cure is what the golden shows, and it leaves an outline that can be read."""
    before = read_case(path.read_bytes())[1]
    assert any(d.severity is not Severity.NOTE for d in before), "nothing is said about this mistake"
    fixed = cured(path)
    text = EXPECTED.sub("", decode(fixed.data, path.name).text)
    golden = CURED / path.name
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(text.encode())
    assert text == golden.read_bytes().decode()
    left = [d for d in read_case(fixed.data)[1] if d.severity is Severity.ERROR]
    assert bool(left) == (path.stem in NOT_CURED), "\n".join(d.message for d in left)


def test_all_but_a_few_are_cured(capsys: pytest.CaptureFixture[str]) -> None:
    """Of at least 60 mistakes all but two of each 60 are cured by what is offered; the others are named."""
    left = {path.stem: read_case(cured(path).data)[1] for path in MISTAKES}
    failed = [name for name, found in left.items() if has_errors(found)]
    with capsys.disabled():
        cured_ones = len(MISTAKES) - len(failed)
        sys.stdout.write(
            f"\n{cured_ones} of {len(MISTAKES)} beginners’ mistakes cured; not: {', '.join(failed)}\n"
        )
    assert len(MISTAKES) >= 60
    assert len(failed) <= 2 * len(MISTAKES) // 60


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_safe_cures_change_nothing_else(path: Path) -> None:
    """What --fix does by itself is a part of what is offered, and doing it twice changes nothing more."""
    once = fix(path.read_bytes(), path.name, diagnose)
    assert fix(once.data, path.name, diagnose).data == once.data
    assert all(any(hint.safe for hint in d.hints) for d in once.applied)
