"""What all commands print: diagnostics in the wanted format, paths, a summary; and the exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from typing import TextIO

from builders.diagnostics import Diagnostic, Severity
from builders.report import render


class Exit(IntEnum):
    """Exit codes: all well; errors in outlines or outputs; wrong usage."""

    FINE = 0
    ERRORS = 1
    USAGE = 2


class Format(StrEnum):
    """How diagnostics are printed."""

    HUMAN = "human"
    JSON = "json"
    GITHUB = "github"


def say(text: str, stream: TextIO | None = None) -> None:
    """Print a line; characters that the terminal can't show become escapes instead of an exception."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()


def show(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], form: Format, stream: TextIO | None = None
) -> None:
    """Print diagnostics; `texts` holds the sources they quote, by file."""
    stream = stream or sys.stdout
    printed = render(tuple(diagnostics), texts, form.value, color=_colored(stream))
    if printed.strip():
        say(printed.rstrip("\n"), stream)


def exit_code(diagnostics: Iterable[Diagnostic]) -> Exit:
    """ERRORS when one of them is an error."""
    return Exit.ERRORS if any(d.severity is Severity.ERROR for d in diagnostics) else Exit.FINE


def counted(number: int, one: str, many: str) -> str:
    """ "1 lesson", "2 lessons"."""
    return f"{number} {one if number == 1 else many}"


def _colored(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
