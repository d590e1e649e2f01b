"""A file with mistakes and their diagnostics in, the corrected file and a diff out. Nothing is written here."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from builders.diagnostics import Diagnostic, Edit, Hint
from builders.source.decode import decode, encode

ROUNDS = 10
"""How often a corrected file is looked at again: a cure can uncover a mistake that stood behind another."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The file after the cures. `applied` are the diagnostics that were cured, `diff` shows what changed."""

    data: bytes
    applied: tuple[Diagnostic, ...]
    diff: str


def fix(
    data: bytes, file: str, diagnose: Callable[[bytes], Sequence[Diagnostic]], *, every: bool = False
) -> Fixed:
    """Apply the safe cures (with `every`, all that come with edits) until no more are offered.

    `diagnose` finds what is wrong with given bytes. What no cure touches stays as it is, byte for byte;
    a file that wasn't saved as UTF-8 is, if its letters are certain, and else left alone.
    """
    before = decode(data, file).text
    applied: list[Diagnostic] = []
    for _ in range(ROUNDS):
        diagnostics = diagnose(data)
        decoded = decode(data, file)
        saved_wrong = [d for d in decoded.diagnostics if any(hint.safe or every for hint in d.hints)]
        if len(saved_wrong) < len(decoded.diagnostics):
            break
        text, cured = cure(decoded.text, diagnostics, every=every)
        if not cured and not saved_wrong:
            break
        applied += (*saved_wrong, *cured)
        data = encode(text, decoded.encoding)
    return Fixed(data, tuple(applied), diff(before, decode(data, file).text, file))


def cure(
    text: str, diagnostics: Iterable[Diagnostic], *, every: bool = False
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text after one round, and what was cured. A cure whose edits would meet another's waits."""
    edits: list[Edit] = []
    cured: list[Diagnostic] = []
    for diagnostic in diagnostics:
        hint = offered(diagnostic, every=every)
        if hint is None or any(_meet(a, b) for a in hint.edits for b in edits):
            continue
        edits += hint.edits
        cured.append(diagnostic)
    return apply(text, edits), tuple(cured)


def offered(diagnostic: Diagnostic, *, every: bool = False) -> Hint | None:
    """The first hint with edits that may be applied: a safe one, or with `every` any."""
    return next((hint for hint in diagnostic.hints if hint.edits and (hint.safe or every)), None)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. They don't overlap; of two insertions at one place the first given is first."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            raise ValueError(f"edits overlap at {edit.start}")
        pieces += (text[at : edit.start], edit.replacement)
        at = edit.end
    return "".join((*pieces, text[at:]))


def diff(before: str, after: str, file: str) -> str:
    """A unified diff; empty when nothing that can be seen has changed."""
    old, new = (re.split(r"\r\n|\n|\r", text) for text in (before, after))
    return "\n".join(difflib.unified_diff(old, new, file, f"{file} (corrected)", lineterm="", n=1))


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits touch the same characters, or one adds where the other begins or ends."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
