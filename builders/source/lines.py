"""One line of YAML at a time: indentation, list signs, key and value, and how far a text reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

ODD_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Spaces that look like one and aren't one to YAML."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without any width: soft hyphen, zero-width spaces and joiners, marks of direction and of bytes."""

SPACE_LIKE = " \t" + ODD_SPACES + INVISIBLE

LONGEST = 500
"""Lines that a text is followed down at most, to find where it ends."""

_BREAK = re.compile(r"\r\n|\n|\r")
_DASHES = re.compile(r"(?:-[ \t]+)*(?:-$)?")
_KEY = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#\[\]{}&*!|>%@`,-][^\n]*?|-[^\s][^\n]*?)[ \t]*:(?=\s|$)"""
)
_NAME = re.compile(r"[a-z][a-z_]{1,30}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line break. `start` and `end` are offsets in the whole text."""

    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        """How many spaces, tabs and look-alikes stand before the first character."""
        return len(self.text) - len(self.text.lstrip(SPACE_LIKE))

    @property
    def body(self) -> int:
        """The offset of the first character that isn't a space."""
        return self.start + self.indent

    @property
    def blank(self) -> bool:
        """Nothing but space."""
        return self.indent == len(self.text)

    @property
    def remark(self) -> bool:
        """Nothing but a remark."""
        return self.text.startswith("#", self.indent)

    @property
    def last(self) -> int:
        """The offset after the last character that isn't a space."""
        return self.start + len(self.text.rstrip(SPACE_LIKE))


@dataclass(frozen=True, slots=True)
class Head:
    """How a line begins: `- ` signs, then perhaps a key with its colon, then the value (at `value`).

    Offsets count in the whole text; `key` is None where no colon makes one.
    """

    dashes: tuple[int, ...]
    item: int
    key: tuple[int, int] | None
    value: int


def position(text: str, offset: int) -> tuple[int, int]:
    """1-based line and column (in characters) of an offset; lines end as editors end them: CRLF, LF or CR."""
    before = text[:offset]
    lines = before.count("\n") + before.count("\r") - before.count("\r\n")
    if before.endswith("\r") and text[offset : offset + 1] == "\n":
        lines -= 1
        start = max(before.rfind("\n"), before.rfind("\r", 0, -1)) + 1
    else:
        start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return (lines + 1, len(before) - start + 1)


def line_at(text: str, offset: int) -> Line:
    """The line that holds an offset; its line break belongs to it."""
    if text.startswith("\r\n", offset - 1) and offset > 0:
        offset -= 1
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = _BREAK.search(text, offset)
    end = len(text) if found is None else found.start()
    return Line(start, end, text[start:end])


def next_line(text: str, line: Line) -> int:
    """The offset after a line and its line break."""
    found = _BREAK.match(text, line.end)
    return line.end if found is None else found.end()


def lines_after(text: str, line: Line) -> Iterator[Line]:
    """The lines below, to the end of the text."""
    at = line.end
    while (found := _BREAK.match(text, at)) is not None and found.end() < len(text):
        start = found.end()
        following = _BREAK.search(text, start)
        at = len(text) if following is None else following.start()
        yield Line(start, at, text[start:at])


def lines_before(text: str, line: Line) -> Iterator[Line]:
    """The lines above, nearest first."""
    while line.start > 0:
        line = line_at(text, line.start - 1)
        yield line


def line_above(text: str, line: Line) -> Line | None:
    """The nearest line above that holds more than space and remarks."""
    return next((above for above in lines_before(text, line) if not above.blank and not above.remark), None)


def head(line: Line) -> Head:
    """Take the beginning of a line apart."""
    body = line.indent
    dashes = _DASHES.match(line.text, body)
    assert dashes is not None
    signs = tuple(line.start + i for i in range(body, dashes.end()) if line.text[i] == "-")
    item = dashes.end()
    key = _KEY.match(line.text, item)
    if key is None:
        return Head(signs, line.start + item, None, line.start + item)
    value = key.end() + len(line.text[key.end() :]) - len(line.text[key.end() :].lstrip(" \t"))
    place = (line.start + key.start("key"), line.start + key.end("key"))
    return Head(signs, line.start + item, place, line.start + value)


def name_like(word: str, fields: frozenset[str]) -> bool:
    """Whether a word could be the name of a field: one of `fields`, or while none are known, one small word."""
    return word.lower() in fields if fields else _NAME.fullmatch(word) is not None


def key_line(text: str, line: Line, fields: frozenset[str]) -> bool:
    """Whether a line begins, perhaps after list signs, with the name of a field and a colon."""
    key = head(line).key
    return key is not None and name_like(text[slice(*key)], fields)


def parent_indent(line: Line, value: int) -> int:
    """The column that the further lines of a text at `value` must exceed: its key's, or its list sign's."""
    parts = head(line)
    if parts.key is not None and parts.key[1] < value:
        return parts.key[0] - line.start
    inner = [dash for dash in parts.dashes if dash < value]
    return inner[-1] - line.start if inner else line.indent - 1


def extent(text: str, start: int, fields: frozenset[str]) -> int:
    """Where the text that was begun at `start` ends: after the last line that is indented below its parent
    and is neither an item of a list, a field nor a remark."""
    line = line_at(text, start)
    limit = parent_indent(line, start)
    end = max(start, line.last)
    for below in islice(lines_after(text, line), LONGEST):
        if below.blank:
            continue
        item = re.match(r"-(\s|$)", below.text[below.indent :])
        if below.indent <= limit or below.remark or item or key_line(text, below, fields):
            break
        end = below.last
    return end
