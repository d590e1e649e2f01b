"""Colons: one inside a text, one without its space, one forgotten, and `=` or `：` in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builders.diagnostics import Edit
from builders.source.lines import (
    INVISIBLE,
    ODD_SPACES,
    Line,
    extent,
    head,
    line_above,
    line_at,
    lines_after,
    name_like,
)
from builders.source.nodes import Scalar
from builders.source.quoting import quote_edits
from builders.source.traps.found import Trap
from builders.source.traps.hidden import hides_field, own_line
from builders.source.traps.starts import QUOTE_IT, text_end

_BEGIN = r"(?P<key>[^\W\d_][\w-]*)"
_EQUALS = re.compile(_BEGIN + r"[ \t]*=[ \t]*(?=\S)")
_WIDE = re.compile(_BEGIN + r"[ \t]*[：﹕︓][ \t]*")
_TIGHT = re.compile(_BEGIN + rf"[ \t]*:(?P<odd>(?:[{ODD_SPACES}{INVISIBLE}]+[ \t]*)?)(?!//)(?=\S)")
_DATED = re.compile(r"(?P<key>\d{4}(?:-\d\d){0,2}):(?P<odd>)(?=[^\W\d])")
_LONG = re.compile(rf"(?P<key>[^\W\d_][^:\n]*):(?P<odd>[{ODD_SPACES}{INVISIBLE}]*)(?!//)(?=[^\s\d])")
_BARE = re.compile(r"(?P<key>[A-Za-z][A-Za-z_]*)(?=[ \t]|$)")


def colon_in_text(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """A text at `start` with `: ` inside, or with a colon at the end of a line."""
    end = text_end(text, start, fields)
    colon = re.compile(r":(?=\s|$)").search(text, start, end)
    if colon is None:
        return
    message = "Here “: ” is read as “name: value”, but it stands inside a text."
    before = text[start : colon.start()].strip()
    if (apart := own_line(text, start, colon.start(), fields)) is not None:
        cure, edits = apart
        said = f"Here “{before.split()[-1]}: ” begins a field, but it stands inside a text."
        yield Trap("colon-in-text", said, colon.start(), colon.start() + 1, cure, edits)
    safe = not name_like(before, fields) and not hides_field(text, start, end, fields)
    edits = quote_edits(text, start, end)
    yield Trap("colon-in-text", message, colon.start(), colon.start() + 1, QUOTE_IT, edits, safe)


def wrong_colon(line: Line, fields: frozenset[str], any_name: bool = False) -> Iterator[Trap]:
    """`title:Pact`, `title = Pact`, `title：Pact`: a field whose colon isn't a colon and a space.

    With `any_name` also for names that are no field's, such as a term; the cure is a guess then.
    """
    at = head(line).item
    inside = line.text[at - line.start :]
    for pattern in (_EQUALS, _WIDE, _TIGHT, _DATED):
        found = pattern.match(inside)
        if found is not None and (pattern is _DATED or name_like(found["key"], fields)):
            yield _colon(pattern, found, at, safe=bool(fields) or pattern is _DATED)
            return
    found = _LONG.match(inside)
    if any_name and found is not None and ": " not in found["key"]:
        yield _colon(_LONG, found, at, safe=False)


def _colon(pattern: re.Pattern[str], found: re.Match[str], at: int, safe: bool) -> Trap:
    after = at + found.end("key")
    edits = (Edit(after, at + found.end(), ": "),)
    key = found["key"]
    if pattern is _EQUALS:
        message = f"“{key}” is followed by an equals sign; in an outline a colon and a space follow."
        return Trap("equals-for-colon", message, after, at + found.end(), "write a colon", edits, safe)
    if pattern is _WIDE:
        message = f"The colon after “{key}” is a wide one, as in Chinese and Japanese text."
        return Trap("wide-colon", message, after, at + found.end(), "write an ordinary colon", edits, safe)
    if found["odd"]:
        message = f"The space after “{key}:” is a special one that doesn’t count as a space."
        cure = "write an ordinary space"
        return Trap("odd-space-after-sign", message, after, at + found.end(), cure, edits, safe)
    message = f"After “{key}:” a space is missing."
    return Trap("missing-space-after-colon", message, after, after + 1, "add the space", edits, safe)


def inside_name(text: str, key: Scalar, fields: frozenset[str]) -> Iterator[Trap]:
    """`title:Pact: the deal`, which YAML reads as the name `title:Pact`."""
    if not fields:
        return
    for trap in wrong_colon(line_at(text, key.start), fields):
        start = max(edit.end for edit in trap.edits)
        if key.start < trap.start and start < key.end:
            edits = (*trap.edits, *quote_edits(text, start, text_end(text, start, fields)))
            safe = trap.safe and not hides_field(text, start, text_end(text, start, fields), fields)
            cure = f"{trap.cure}, and quotation marks for the other colon"
            yield replace(trap, edits=edits, cure=cure, safe=safe)


def missing_colon(text: str, line: Line, fields: frozenset[str]) -> Iterator[Trap]:
    """A line that begins with the name of a field and has no colon after it."""
    parts = head(line)
    if parts.key is not None:
        return
    found = _BARE.match(line.text, parts.item - line.start)
    if found is None or not name_like(found["key"], fields):
        return
    after = line.start + found.end()
    alone = after == line.last
    if not alone and not fields and not _stands_with_fields(text, line):
        return
    if alone and not fields and not _has_children(text, line):
        return
    message = f"After “{found['key']}” a colon is missing."
    yield Trap(
        "missing-colon",
        message,
        parts.item,
        after,
        "add the colon",
        (Edit(after, after, ":"),),
        safe=alone and bool(fields) and _has_children(text, line),
    )


def _has_children(text: str, line: Line) -> bool:
    below = next((other for other in lines_after(text, line) if not other.blank), None)
    return below is not None and below.indent >= line.indent and below.text.lstrip().startswith("-")


def _stands_with_fields(text: str, line: Line) -> bool:
    """Whether the line above ends a sentence or is nothing to go on from, so that this is no continuation."""
    above = line_above(text, line)
    return above is None or head(above).key is None or above.text.rstrip().endswith((":", ".", "?", "!"))


def unindented(text: str, line: Line, fields: frozenset[str]) -> Iterator[Trap]:
    """Lines of text that should go on with the text above and are indented too little for it."""
    above = line_above(text, line)
    parts = head(line)
    if above is None or parts.key is not None or parts.dashes or line.blank:
        return
    goal = _column_of_text(text, above, fields)
    if goal <= line.indent:
        return
    edits = [Edit(line.start, line.start, " " * (goal - line.indent))]
    end = line.last
    for below in lines_after(text, line):
        if below.blank:
            continue
        more = head(below)
        if below.indent >= goal or more.key is not None or more.dashes or below.remark:
            break
        edits.append(Edit(below.start, below.start, " " * (goal - below.indent)))
        end = below.last
    message = "This line goes on with the text above, but it isn’t indented below it."
    safe = bool(fields) and extent(text, line.body, fields) >= end
    yield Trap("unindented-text", message, line.body, line.last, "indent it", tuple(edits), safe)


def _column_of_text(text: str, above: Line, fields: frozenset[str]) -> int:
    """Where a text that goes on below `above` has to begin."""
    parts = head(above)
    if parts.key is not None:
        return parts.key[0] - above.start + 2
    if parts.dashes:
        return parts.dashes[-1] - above.start + 2
    return above.indent
