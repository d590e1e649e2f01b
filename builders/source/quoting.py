"""Text in, YAML that means this text out; and the edits that put quotation marks around what stands in a file."""

from __future__ import annotations

import re

from builders.diagnostics import Edit

_UNSAFE_START = re.compile(r"""[\s"'#\[\]{}&*!|>%@`,]|[-?:](\s|$)|---|\.\.\.""")
_UNSAFE_INSIDE = re.compile(r":(\s|$)|\s#|[\n\r\t]|\s$")


def plain(value: str) -> bool:
    """Whether a one-line text can stand in an outline without quotation marks."""
    return value != "" and not _UNSAFE_START.match(value) and not _UNSAFE_INSIDE.search(value)


def quoted(value: str) -> str:
    """One line of YAML for a text of one line: bare where that is possible, else in quotation marks."""
    return value if plain(value) else in_quotes(value)


def in_quotes(value: str) -> str:
    """A text in the kind of quotation marks that needs the fewest changes inside."""
    opening, changes = _choose(value)
    return opening + "".join(changes.get(c, c) for c in value) + opening


def quote_edits(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Put `text[start:end]` in quotation marks as it stands; it may run over several lines."""
    opening, changes = _choose(text[start:end])
    inside = (Edit(i, i + 1, changes[text[i]]) for i in range(start, end) if text[i] in changes)
    return (Edit(start, start, opening), *inside, Edit(end, end, opening))


def _choose(value: str) -> tuple[str, dict[str, str]]:
    """The quotation mark, and what to write inside for which character."""
    double = value.count('"') + value.count("\\")
    if double <= value.count("'"):
        return '"', {'"': '\\"', "\\": "\\\\"}
    return "'", {"'": "''"}
