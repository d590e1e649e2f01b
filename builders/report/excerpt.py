"""A source text and a place in it in, lines fit for a terminal out: the excerpt, its caret, the corrected lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from builders.diagnostics import Edit
from builders.fix import apply
from builders.source.lines import line_at, lines_after

WIDTH = 96
"""Columns of a line of source before it is cut."""

_TAB = 4


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of source as shown, and the columns (from 0) that the caret underlines."""

    text: str
    start: int
    end: int


def excerpt(source: str, offset: int, end: int) -> Excerpt:
    """The line at `offset`, cut around it when it is long; the caret ends with the line."""
    line = line_at(source, min(offset, len(source)))
    first = min(offset, line.end) - line.start
    last = max(first, min(end, line.last if line.last > offset else line.end) - line.start)
    cells = [shown(character) for character in line.text]
    widths = [columns(cell) for cell in cells]
    left, right = _window(widths, first, last)
    lead = "…" if left > 0 else ""
    tail = "…" if right < len(cells) else ""
    start = len(lead) + sum(widths[left:first])
    stop = len(lead) + sum(widths[left : min(last, right)])
    return Excerpt(f"{lead}{''.join(cells[left:right])}{tail}", start, max(stop, start + 1))


def corrected(source: str, edits: Iterable[Edit], most: int = 3) -> tuple[str, ...]:
    """The lines that the edits give, as they have to be written; after `most` of them an ellipsis."""
    edits = sorted(edits, key=lambda e: (e.start, e.end))
    try:
        text = apply(source, edits)
    except ValueError:
        return ()
    found: dict[int, str] = {}
    moved = 0
    for edit in edits:
        start = edit.start + moved
        stop = start + len(edit.replacement.rstrip("\r\n"))
        moved += len(edit.replacement) - (edit.end - edit.start)
        line = line_at(text, start)
        if edit.start == edit.end and edit.replacement.startswith(("\n", "\r")) and line.end == start:
            line = next(iter(lines_after(text, line)), line)
        found.setdefault(line.start, line.text)
        for below in lines_after(text, line):
            if below.start > stop or len(found) > most:
                break
            found.setdefault(below.start, below.text)
        if len(found) > most:
            break
    if all(_gone(edit, source) for edit in edits):
        return ()
    lines = [line for _, line in sorted(found.items())]
    return (*lines[:most], "…") if len(lines) > most else tuple(lines)


def _gone(edit: Edit, source: str) -> bool:
    """Whether an edit takes whole lines away and puts nothing in their place."""
    line = line_at(source, edit.start)
    return (
        not edit.replacement and edit.start == line.start and edit.end > edit.start and edit.end >= line.end
    )


def printable(text: str) -> str:
    """Text from a file, safe for a terminal: control characters and marks of direction are made visible."""
    return "".join(character if character == "\n" else shown(character) for character in text)


def shown(character: str) -> str:
    """A character as an excerpt shows it."""
    if character == "\t":
        return " " * _TAB
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if character == "\ufeff" or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp"):
        return "\ufffd"
    if unicodedata.bidirectional(character) in (
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    ):
        return "\ufffd"
    return character


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _window(widths: list[int], first: int, last: int) -> tuple[int, int]:
    """The characters of a long line to show: all of it if it fits, else what stands around the caret."""
    if sum(widths) <= WIDTH:
        return (0, len(widths))
    left, right = first, first
    room = WIDTH - 2
    while right < min(last, len(widths)) and room - widths[right] >= 0:
        room -= widths[right]
        right += 1
    before, left = room // 2, first
    while left > 0 and before - widths[left - 1] >= 0:
        before -= widths[left - 1]
        room -= widths[left - 1]
        left -= 1
    while right < len(widths) and room - widths[right] >= 0:
        room -= widths[right]
        right += 1
    while left > 0 and room - widths[left - 1] >= 0:
        room -= widths[left - 1]
        left -= 1
    return (left, right)
