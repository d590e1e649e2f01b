"""Quotation marks that YAML takes for its own: unclosed, closed too early, curly, or with a `\\` inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from builders.diagnostics import Edit
from builders.source.lines import extent, head, key_line, line_at, lines_after
from builders.source.quoting import in_quotes, quote_edits
from builders.source.traps.found import Trap
from builders.source.traps.hidden import hides_field
from builders.source.traps.starts import QUOTE_IT, text_end

_ESCAPE = re.compile(r'\\(?:[0abt\tnvfre "/\\N_LP\r\n]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})')
_CURLY = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
_AFTER_CLOSING = re.compile(r"[ \t]*(?:$|#|[\r\n])")


def quotation(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """What is wrong with a value that begins with a straight quotation mark at `start`."""
    mark = text[start : start + 1]
    if mark not in ('"', "'") or not mark:
        return
    closing = _closing(text, start, extent(text, start, fields))
    end = text_end(text, start, fields) if closing is None else extent(text, start, fields)
    if closing is None:
        yield _unclosed(text, start, end)
    elif not _AFTER_CLOSING.match(text, closing + 1, end):
        stop = text_end(text, start, fields)
        trap = _early(text, start, closing, stop)
        yield replace(trap, safe=not hides_field(text, start, stop, fields))
    elif mark == '"' and (found := _bad_escape(text, start, closing)) is not None:
        message = f"“{found}” means something else inside double quotation marks."
        edits = _with_single_marks(text, start, closing)
        yield Trap("bad-escape", message, start, closing + 1, "use single quotation marks", edits, safe=True)


def swallowed(text: str, start: int, end: int, fields: frozenset[str]) -> Iterator[Trap]:
    """A quotation at `start`..`end` that runs on over what are surely other lines of the outline."""
    reach = extent(text, start, fields)
    below = takewhile(lambda line: line.start < end, lines_after(text, line_at(text, reach)))
    taken = any(key_line(text, line, fields) or head(line).dashes for line in below)
    if taken and _closing(text, start, reach) is None:
        yield _unclosed(text, start, text_end(text, start, fields))


def curly(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """Curly quotation marks around a value that needs straight ones."""
    end = text_end(text, start, fields)
    written = text[start:end]
    if len(written) < 3 or written[-1] not in _CURLY.get(written[0], ""):
        return
    inside = written[1:-1]
    edits: tuple[Edit, ...]
    if '"' in inside or "\\" in inside:
        edits = (Edit(start, end, in_quotes(inside)),)
    else:
        edits = (Edit(start, start + 1, '"'), Edit(end - 1, end, '"'))
    message = "Around a text that holds a colon or a # the quotation marks have to be straight ones."
    yield Trap("smart-quotes", message, start, end, "use straight quotation marks", edits)


def _closing(text: str, start: int, end: int) -> int | None:
    """The offset of the mark that closes the quotation begun at `start`, as YAML reads it."""
    pattern = r'"(?:[^"\\]|\\.)*(?=")' if text[start] == '"' else r"'(?:[^']|'')*(?=')"
    found = re.compile(pattern, re.DOTALL).match(text, start, end)
    return None if found is None else found.end()


def _unclosed(text: str, start: int, end: int) -> Trap:
    mark = text[start]
    message = f"The quotation mark ({mark}) here is never closed."
    if mark == "'" and "\n" not in text[start:end] and not text[start:end].endswith('"'):
        cure = "put the text with its apostrophe in double quotation marks"
        return Trap("unclosed-quote", message, start, start + 1, cure, quote_edits(text, start, end))
    if mark == '"' and _bad_escape(text, start, end) is not None:
        edits = _with_single_marks(text, start, end)
        return Trap("unclosed-quote", message, start, start + 1, "close it, with single marks", edits)
    return Trap("unclosed-quote", message, start, start + 1, "close it", _close(text, start, end))


def _close(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """A closing mark; a mark of the other kind at the end was meant to be it."""
    mark = text[start]
    other = {'"': "'”“„", "'": '"’‘'}[mark]
    if end - 1 > start and text[end - 1] in other:
        return (Edit(end - 1, end, mark),)
    return (Edit(end, end, mark),)


def _early(text: str, start: int, closing: int, end: int) -> Trap:
    """Something follows the closing mark: part of the text is quoted, or there are marks within the marks."""
    mark = text[start]
    message = f"The quotation ends at the second {mark}, and then the text goes on."
    nested = text[end - 1] == mark and end - 1 > closing and text[closing - 1].isspace()
    apostrophe = mark == "'" and text[closing + 1 : closing + 2].isalpha()
    if (nested or apostrophe) and text[end - 1] == mark and end - 1 > closing:
        inside = text[start + 1 : end - 1]
        opening = in_quotes(inside)[0]
        if opening == mark:
            changed = tuple(
                Edit(i, i + 1, "\\" + mark if mark == '"' else mark * 2)
                for i in range(start + 1, end - 1)
                if text[i] == mark
            )
            edits = changed
        else:
            edits = (
                Edit(start, start + 1, ""),
                *quote_edits(text, start + 1, end - 1),
                Edit(end - 1, end, ""),
            )
        cure = "use the other kind of quotation marks around it"
        return Trap("text-after-quote", message, start, end, cure, edits, safe=True)
    edits = quote_edits(text, start, end)
    return Trap("text-after-quote", message, start, end, QUOTE_IT, edits, safe=True)


def _bad_escape(text: str, start: int, closing: int) -> str | None:
    at = start
    while (at := text.find("\\", at, closing)) >= 0:
        good = _ESCAPE.match(text, at)
        if good is None:
            return text[at : at + 2]
        at = good.end()
    return None


def _with_single_marks(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Write a double-quoted text (closed at `end`, if at all) in single marks, its backslashes as they stand."""
    inner = tuple(Edit(i, i + 1, "''") for i in range(start + 1, end) if text[i] == "'")
    escaped = tuple(Edit(m.start(), m.start() + 1, "") for m in re.finditer(r'\\(?=")', text[start:end]))
    moved = tuple(Edit(e.start + start, e.end + start, "") for e in escaped)
    stop = end + 1 if text[end : end + 1] == '"' else end
    return (Edit(start, start + 1, "'"), *inner, *moved, Edit(end, stop, "'"))
