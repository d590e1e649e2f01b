"""Diagnostics as values: every stage reports them, `report` prints them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Loc = tuple[str | int, ...]
"""A path of keys and indices from the top of an outline, e.g. ("sections", 0, "content", 2)."""


class Severity(StrEnum):
    """How much it matters: errors stop the lesson, warnings do not, notes never do."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source file.

    `loc` is the path in the outline; `offset` (in characters of the decoded text) is set by the
    stages that know it, otherwise `compile` resolves `loc` to the deepest span the path reaches.
    `key` asks for the span of the last key instead of its value. `line` and `column` (1-based,
    column in characters) are filled in before a diagnostic leaves the compiler.
    """

    file: str
    loc: Loc = ()
    offset: int | None = None
    end: int | None = None
    key: bool = False
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters start..end (offsets in the source text) by `replacement`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A cure in words, and where it can be applied mechanically, the edits; safe ones are for --fix."""

    text: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that matters to a diagnostic, with a few words on why."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `code` is a slug such as `unknown-field`; `message` is one sentence."""

    code: str
    severity: Severity
    message: str
    place: Place
    hints: tuple[Hint, ...] = ()
    related: tuple[Related, ...] = ()


def has_errors(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> bool:
    """True when at least one of them is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
