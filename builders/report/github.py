"""A diagnostic in, a workflow command of GitHub Actions out: an annotation at the line."""

from __future__ import annotations

from builders.diagnostics import Diagnostic, Severity
from builders.report.excerpt import corrected

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def command(diagnostic: Diagnostic, source: str) -> str:
    """One line, with its line break; the cures are part of the message."""
    place = diagnostic.place
    properties = {"file": place.file, "title": diagnostic.code}
    if place.line is not None and place.column is not None:
        properties |= {"line": str(place.line), "col": str(place.column)}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = [diagnostic.message]
    for hint in diagnostic.hints:
        message.append(f"{hint.text[:1].upper()}{hint.text[1:]}")
        message += corrected(source, hint.edits)
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(chr(10).join(message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
