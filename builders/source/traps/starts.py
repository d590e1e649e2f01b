"""Texts that begin with a sign that means something to YAML: `*`, `&`, `!`, `@`, `%`, `>`, `[`, `{` and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.diagnostics import Edit
from builders.source.lines import Line, extent, head, key_line, line_at, lines_after
from builders.source.quoting import plain, quote_edits
from builders.source.traps.found import Trap
from builders.source.traps.hidden import hides_field
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
_STRAY = re.compile(r"""(?P<before>[ ]*)(?P<sign>["'\[\]{}|>@%&*!,`])(?P<space>[ ]*)""")
_CLOSING = {"[": "]", "{": "}"}
_BLOCK_SIGN = re.compile(r"(?P<sign>([>|])[-+0-9]*)[ \t]+(?=[^\s#])")


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
    safe = not hides_field(text, start, end, fields)
    yield Trap(code, message, start, start + 1, QUOTE_IT, quote_edits(text, start, end), safe)


def block_sign(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """`>` or `|` with text on its own line; YAML wants that text on the lines below."""
    found = _BLOCK_SIGN.match(text, start)
    if found is None:
        return
    end = text_end(text, start, fields)
    rest = text[found.end() : end]
    if not rest:
        return
    message = f"After “{found[2]}” the text has to begin on the next line."
    without = Edit(start, found.end(), "")
    edits: tuple[Edit, ...]
    cure, edits, safe = f"leave out the “{found[2]}”", (without,), False
    if "\n" in rest or "\r" in rest:
        line = line_at(text, start)
        below = next(iter(lines_after(text, line)))
        pause = text[line.end : below.start] + " " * below.indent
        cure, edits, safe = "begin a new line", (Edit(found.end("sign"), found.end(), pause),), True
    elif rest[0].isdigit():
        cure, edits = QUOTE_IT, quote_edits(text, start, end)
    elif not plain(rest):
        cure, edits = QUOTE_IT, (without, *quote_edits(text, found.end(), end))
    yield Trap("text-after-block-sign", message, start, start + 1, cure, edits, safe)


def stray_sign(text: str, line: Line, fields: frozenset[str]) -> Iterator[Trap]:
    """A sign that slipped in before a field or an item of a list, at the beginning of a line."""
    found = _STRAY.match(line.text)
    if found is None or _CLOSING.get(found["sign"], "\n") in line.text:
        return
    at = line.start + found.start("sign")
    message = f"There is a stray “{found['sign']}” at the beginning of this line."
    for instead in ("", " "):
        rest = found["before"] + instead + line.text[found.end("sign") :]
        whole = Line(0, len(rest), rest)
        if fields and (head(whole).dashes or key_line(rest, whole, fields)):
            yield Trap("stray-sign", message, at, at + 1, "leave it out", (Edit(at, at + 1, instead),))


def unclosed_bracket(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """A list in brackets, as the value of a field, that is never closed."""
    end = text_end(text, start, fields)
    written = text[start:end]
    if not written.startswith("[") or "]" in written or "," not in written:
        return
    message = "This list begins with “[” and has no “]”."
    yield Trap("unclosed-bracket", message, start, start + 1, "add the “]”", (Edit(end, end, "]"),))


def explicit_tag(text: str, start: int) -> Iterator[Trap]:
    """`!!str` and its like, which outlines don't have."""
    found = re.compile(r"!(?:!\w+|<[^>]*>)[ \t]*").match(text, start)
    if found is not None:
        message = f"“{found[0].strip()}” declares a type; outlines do without types."
        edits = (Edit(start, found.end(), ""),)
        yield Trap("yaml-tag", message, start, found.end(), "leave it out", edits, safe=True)
