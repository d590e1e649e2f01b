"""A field that stands inside the text of another, such as `question: Why? Answer: …`: how to give it its own line."""

from __future__ import annotations

import re

from builders.diagnostics import Edit
from builders.source.lines import head, line_at, lines_after, name_like

_WORD = re.compile(r"[^\W\d_]\w*$")
_COLON = re.compile(r":(?=\s|$)")
_MEANT = {"answers": "answer", "solution": "answer", "solutions": "answer", "key": "answer"}
_NAMES = frozenset({"answer", *_MEANT, "reason", "note", "notes", "because"})


def hides_field(text: str, start: int, end: int, fields: frozenset[str]) -> bool:
    """Whether a colon in `text[start:end]` follows a field's name: quotation marks would print what it holds back."""
    colons = _COLON.finditer(text, start, end)
    return any(_field(text, start, colon.start(), fields) is not None for colon in colons)


def own_line(
    text: str, start: int, colon: int, fields: frozenset[str]
) -> tuple[str, tuple[Edit, ...]] | None:
    """A cure in words and edits for the field before the `colon`, inside the text at `start`; None when it is prose."""
    word = _field(text, start, colon, fields)
    if word is None:
        return None
    line = line_at(text, start)
    parts = head(line)
    at = colon - len(word)
    before = text[start:at].rstrip()
    if before and before[-1] not in '.?!;,…)"”' and not word[0].isupper():
        return None
    name = _MEANT.get(word.lower(), word.lower())
    pause = "\r\n" if "\r\n" in text else "\n"
    if not before:
        return _below_its_name(text, start, at, name, pause, fields)
    stop = start + len(before)
    shown = text[at + len(word) : line_at(text, at).last].strip()
    if parts.key is None or parts.key[1] >= start:
        return None
    column = parts.key[0] - line.start
    if _stands_already(text, start, name, column):
        return None
    cure = f"put it on a line of its own, `{name}{shown}`, under the {text[slice(*parts.key)]}"
    return (cure, (Edit(stop, colon, f"{pause}{' ' * column}{name}"),))


def _below_its_name(
    text: str, start: int, at: int, name: str, pause: str, fields: frozenset[str]
) -> tuple[str, tuple[Edit, ...]] | None:
    """`Light: answer: much`: the answer that is all of a cell's text belongs below the cell's name."""
    line = line_at(text, start)
    parts = head(line)
    if name != "answer" or parts.key is None or parts.key[1] >= start or line_at(text, at) != line:
        return None
    above = text[slice(*parts.key)]
    if name_like(above, fields) or above[:1].isdigit():
        return None
    column = parts.key[0] - line.start + 2
    colon = text.index(":", at)
    cure = f"put it on a line of its own, two spaces further right, below `{above}:`"
    return (cure, (Edit(parts.key[1] + 1, colon, f"{pause}{' ' * column}{name}"),))


def _field(text: str, start: int, colon: int, fields: frozenset[str]) -> str | None:
    """The field's name that stands before a colon, as it is written."""
    found = _WORD.search(text, start, colon)
    if found is None:
        return None
    return found[0] if found[0].lower() in _NAMES or found[0].lower() in fields else None


def _stands_already(text: str, start: int, name: str, column: int) -> bool:
    """Whether the fields below hold `name` already."""
    for line in lines_after(text, line_at(text, start)):
        if line.blank:
            continue
        if line.indent < column:
            return False
        key = head(line).key
        if line.indent == column and key is not None and text[slice(*key)] == name:
            return True
    return False
