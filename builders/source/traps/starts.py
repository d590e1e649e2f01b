"""Texts that begin with a sign that means something to YAML: `*`, `&`, `!`, `@`, `%`, `>`, `[`, `{` and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.diagnostics import Edit
from builders.source.lines import extent, line_at
from builders.source.quoting import plain, quote_edits
from builders.source.traps.found import Trap
from builders.source.traps.remarks import before_remark

QUOTE_IT = "put the text in quotation marks"

_SIGNS = {
    "*": ("leading-asterisk", "an asterisk"),
    "&": ("leading-ampersand", "an ampersand (&)"),
    "!": ("leading-exclamation", "an exclamation mark"),
    "@": ("leading-at", "an @"),
    "%": ("leading-percent", "a percent sign"),
    "`": ("leading-backtick", "a backtick"),
    ",": ("leading-comma", "a comma"),
    "]": ("leading-bracket", "a square bracket"),
    "[": ("leading-bracket", "a square bracket"),
    "}": ("leading-brace", "a curly brace"),
    "{": ("leading-brace", "a curly brace"),
    "?": ("leading-question-mark", "a question mark"),
}
_BLOCK_SIGN = re.compile(r"([>|])[-+0-9]*[ \t]+(?=[^\s#])")
_OTHER_HALF = {"[": "]", "{": "}"}


def text_end(text: str, start: int, fields: frozenset[str]) -> int:
    """Where the text at `start` ends, without a remark behind it."""
    end = extent(text, start, fields)
    last = line_at(text, end)
    return before_remark(text, max(start, last.start), end)


def leading_sign(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """A value at `start` that begins with a sign which has to stand in quotation marks."""
    sign = text[start : start + 1]
    if sign not in _SIGNS or not sign:
        return
    code, name = _SIGNS[sign]
    end = text_end(text, start, fields)
    message = f"A text that begins with {name} has to stand in quotation marks."
    yield Trap(code, message, start, start + 1, QUOTE_IT, quote_edits(text, start, end), safe=True)


def block_sign(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """`>` or `|` with text on its own line; YAML wants that text on the lines below."""
    found = _BLOCK_SIGN.match(text, start)
    if found is None:
        return
    end = text_end(text, start, fields)
    rest = text[found.end() : end]
    sign = found[1]
    message = f"After “{sign}” the text has to begin on the next line."
    line = line_at(text, start)
    if "\n" in rest or "\r" in rest:
        below = line_at(text, line.end + (2 if text.startswith("\r\n", line.end) else 1))
        pause = text[line.end : below.start] + " " * below.indent
        edits = (Edit(found.end() - len(found[0].lstrip("|>-+0123456789")), found.end(), pause),)
        yield Trap("text-after-block-sign", message, start, start + 1, "begin a new line", edits, safe=True)
    elif rest[0].isdigit() or not plain(rest):
        edits = quote_edits(text, start if rest[0].isdigit() else found.end(), end)
        if not rest[0].isdigit():
            edits = (Edit(start, found.end(), ""), *edits)
        yield Trap("text-after-block-sign", message, start, start + 1, QUOTE_IT, edits)
    else:
        cure = f"leave out the “{sign}”"
        yield Trap(
            "text-after-block-sign", message, start, start + 1, cure, (Edit(start, found.end(), ""),)
        )


def unclosed_bracket(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """A list in brackets, as the value of a field, that is never closed."""
    sign = text[start : start + 1]
    end = text_end(text, start, fields)
    written = text[start:end]
    if sign not in _OTHER_HALF or _OTHER_HALF[sign] in written or "," not in written:
        return
    half = _OTHER_HALF[sign]
    message = f"This list begins with “{sign}” and has no “{half}”."
    yield Trap("unclosed-bracket", message, start, start + 1, f"add the “{half}”", (Edit(end, end, half),))


def explicit_tag(text: str, start: int) -> Iterator[Trap]:
    """`!!str` and its like, which outlines don't have."""
    found = re.compile(r"!(?:!\w+|<[^>]*>)[ \t]*").match(text, start)
    if found is not None:
        message = f"“{found[0].strip()}” is a type of YAML; outlines do without types."
        edits = (Edit(start, found.end(), ""),)
        yield Trap("yaml-tag", message, start, found.end(), "leave it out", edits, safe=True)
