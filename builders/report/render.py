"""Diagnostics and the sources they quote in, one text in the wanted format out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, assert_never

from builders.diagnostics import Diagnostic, Severity
from builders.report.github import command
from builders.report.human import paragraph
from builders.report.record import record

Format: TypeAlias = Literal["human", "json", "github"]


def render(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], format: Format, color: bool = False
) -> str:
    """All diagnostics as text that ends with a line break, or as "" where there is nothing to say.

    `sources` are the decoded texts by file, as `Place.file` names them. In `json` an empty list is "[]".
    """
    match format:
        case "human":
            return "\n".join(paragraph(d, sources.get(d.place.file, ""), color) for d in diagnostics)
        case "json":
            return json.dumps(as_json(diagnostics, sources), ensure_ascii=False, indent=1) + "\n"
        case "github":
            return "".join(command(d, sources.get(d.place.file, "")) for d in diagnostics)
        case _:
            assert_never(format)


def as_json(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> list[dict[str, Any]]:
    """The list that the `json` format prints; `record` documents its members."""
    return [record(d, sources.get(d.place.file, "")) for d in diagnostics]


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """ "2 errors, 1 warning"; "" where there are none."""
    counts = ((sum(d.severity is severity for d in diagnostics), severity.value) for severity in Severity)
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)
