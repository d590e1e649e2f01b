"""A diagnostic in, the members of its JSON object out."""

from __future__ import annotations

from typing import Any

from builders.diagnostics import Diagnostic, Edit, Hint, Place
from builders.report.excerpt import corrected
from builders.source.lines import position


def record(diagnostic: Diagnostic, source: str) -> dict[str, Any]:
    """One diagnostic. The names and their meaning are stable; new ones may be added.

    code: a slug; severity: "error", "warning" or "note"; message: one sentence;
    file; line, column, end_line, end_column: 1-based, in characters, the end exclusive, or null where no
    place is known; hints: text, safe, edits (start and end as line and column, and the replacement),
    write (the corrected lines); related: file, line, column, message.
    """
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_place(diagnostic.place, source),
        "hints": [_hint(hint, source) for hint in diagnostic.hints],
        "related": [
            {
                "file": related.place.file,
                "line": related.place.line,
                "column": related.place.column,
                "message": related.message,
            }
            for related in diagnostic.related
        ],
    }


def _place(place: Place, source: str) -> dict[str, Any]:
    end = (
        None if place.end is None or place.offset is None else position(source, max(place.end, place.offset))
    )
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": None if place.line is None or end is None else end[0],
        "end_column": None if place.line is None or end is None else end[1],
    }


def _hint(hint: Hint, source: str) -> dict[str, Any]:
    return {
        "text": hint.text,
        "safe": hint.safe,
        "edits": [_edit(edit, source) for edit in hint.edits],
        "write": list(corrected(source, hint.edits)),
    }


def _edit(edit: Edit, source: str) -> dict[str, Any]:
    line, column = position(source, edit.start)
    end_line, end_column = position(source, edit.end)
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "replacement": edit.replacement,
    }
