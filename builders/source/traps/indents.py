"""Indentation: tabs, spaces that aren't spaces, and lines that stand a little too far left or right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from builders.diagnostics import Edit
from builders.source.lines import (
    INVISIBLE,
    ODD_SPACES,
    Line,
    head,
    line_above,
    line_at,
    lines_after,
    lines_before,
    name_like,
    parent_indent,
)
from builders.source.nodes import Scalar
from builders.source.traps.found import Trap

_TABBED = re.compile(r"^([ \t]*\t[ \t]*)(?=[^\s])", re.MULTILINE)
_ODDLY = re.compile(rf"^([ \t]*[{ODD_SPACES}{INVISIBLE}][ \t{ODD_SPACES}{INVISIBLE}]*)(?=\S)", re.MULTILINE)
_SPACED = re.compile(r"^ +(?=[^\s])", re.MULTILINE)


def tabs(text: str) -> Iterator[Trap]:
    """All lines that are indented with tabs, as one trap for each width a tab may have been meant to have."""
    found = list(_TABBED.finditer(text))
    if not found:
        return
    pure = not _SPACED.search(text)
    what = "A tab indents this line" if len(found) == 1 else f"Tabs indent {len(found)} lines"
    for width in (2, 4, 8, 3):
        edits = tuple(Edit(m.start(1), m.end(1), m[1].replace("\t", " " * width)) for m in found)
        start, end = found[0].span(1)
        message = f"{what}; an outline is indented with spaces alone."
        yield Trap("tab-indent", message, start, end, "indent with spaces", edits, safe=pure and width == 2)


def odd_spaces(text: str) -> Iterator[Trap]:
    """All lines that are indented with spaces which YAML doesn't know."""
    found = list(_ODDLY.finditer(text))
    if not found:
        return
    what = "This line is" if len(found) == 1 else f"{len(found)} lines are"
    message = f"{what} indented with special spaces that don’t count as spaces (they came with copied text)."
    edits = tuple(Edit(m.start(1), m.end(1), _ordinary(m[1])) for m in found)
    start, end = found[0].span(1)
    yield Trap("odd-space-indent", message, start, end, "indent with ordinary spaces", edits, safe=True)


def _ordinary(spaces: str) -> str:
    return "".join("" if c in INVISIBLE else "  " if c == "\t" else " " for c in spaces)


def wrong_indent(text: str, line: Line) -> Iterator[Trap]:
    """A line that stands between the columns of the lines above; nearest column first.

    The lines that go with it move along.
    """
    parts = head(line)
    if parts.key is None and not parts.dashes:
        return
    if (first := _too_far_right(text, line)) is not None:
        yield first
    indent = line.indent
    columns = _columns(text, line, bool(parts.dashes))
    if indent in columns or _opened_above(text, line):
        return
    columns = _above_children(text, line, columns)
    for goal in sorted(columns, key=lambda c: (abs(c - indent), -c))[:4]:
        yield from _other_astray(text, line, goal)
        side = "left" if goal > indent else "right"
        message = f"This line begins too far to the {side}: at column {indent + 1} instead of {goal + 1}."
        cure = "line it up with the lines it belongs to"
        for edits in _moves(text, line, goal):
            yield Trap("wrong-indent", message, line.body, line.last, cure, edits, abs(goal - indent) == 1)


def _above_children(text: str, line: Line, columns: set[int]) -> set[int]:
    """Of some columns those from which the line, if it opens something, would hold the line below it."""
    below = next((other for other in lines_after(text, line) if not other.blank), None)
    if below is None or head(line).value < line.last:
        return columns
    most = below.indent if head(below).dashes else below.indent - 1
    return {column for column in columns if column <= most} or columns


def _other_astray(text: str, line: Line, goal: int) -> Iterator[Trap]:
    """One line above stands at the column `goal`, and this and more lines at another: that one went astray."""
    item = bool(head(line).dashes)
    here = [o for o in _group(text, line) if o.indent == line.indent and bool(head(o).dashes) == item]
    there: list[Line] = []
    for above in lines_before(text, line):
        if above.blank or above.remark:
            continue
        if goal in _own_columns(above, item):
            there.append(above)
        if above.indent < min(goal, line.indent):
            break
    if len(here) < 2 or len(there) != 1 or goal == 0:
        return
    other = there[0]
    column = other.indent + line.indent - goal
    side = "left" if column > other.indent else "right"
    message = f"This line begins too far to the {side}: at column {other.indent + 1} instead of {column + 1}."
    cure = "line it up with the lines it belongs to"
    safe = abs(line.indent - goal) == 1
    for edits in _moves(text, other, column):
        yield Trap("wrong-indent", message, other.body, other.last, cure, edits, safe)


def _own_columns(line: Line, item: bool) -> list[int]:
    parts = head(line)
    if item:
        return [dash - line.start for dash in parts.dashes]
    return [] if parts.key is None else [parts.key[0] - line.start]


def in_block(text: str, scalar: Scalar, line: Line) -> Iterator[Trap]:
    """A `line` that is indented less than the text below a `|` or `>` which it belongs to."""
    opening = line_at(text, scalar.start)
    above = takewhile(lambda other: other.start < line.start, lines_after(text, opening))
    content = [other for other in above if not other.blank]
    limit = parent_indent(opening, scalar.start)
    if not content:
        return
    if line.indent >= content[0].indent:
        yield from _remark_in_block(text, scalar, line, content[0].indent)
        return
    astray = [other for other in content if other.indent > line.indent]
    others = [other for other in _group(text, line) if other.indent == line.indent]
    if line.indent > limit and len(astray) < min(3, len(others)) and len(astray) == len(content):
        first = astray[0]
        edits = tuple(shift(other, other.indent + line.indent - first.indent) for other in astray)
        message = "The first line of this text is indented more than the others, so that it sets the measure."
        cure = "indent all lines alike"
        yield Trap("wrong-indent", message, first.body, first.last, cure, edits, safe=True)
        return
    edits = (shift(line, content[0].indent), *_below_block(text, line, limit, content[0].indent))
    message = "This line belongs to the text above, but it is indented less."
    yield Trap(
        "unindented-text", message, line.body, line.last, "indent it like the others", edits, safe=True
    )


def _remark_in_block(text: str, scalar: Scalar, line: Line, goal: int) -> Iterator[Trap]:
    """Lines that begin with # and are indented less than the text, between the scalar and the `line` below them."""
    between = takewhile(lambda other: other.start < line.start, lines_after(text, line_at(text, scalar.end)))
    found = [other for other in between if other.remark]
    if found:
        message = "A line that begins with # and is indented less ends the text above it."
        edits = tuple(shift(other, goal) for other in found)
        first = found[0]
        yield Trap("hash-in-text", message, first.body, first.last, "indent it like the others", edits)


def _below_block(text: str, line: Line, limit: int, goal: int) -> Iterator[Edit]:
    """Further lines that belong to the text and are indented too little."""
    for below in lines_after(text, line):
        if below.blank:
            continue
        parts = head(below)
        if below.indent >= goal or (below.indent <= limit and (parts.key is not None or parts.dashes)):
            return
        yield shift(below, goal)


def _opened_above(text: str, line: Line) -> bool:
    """Whether the line above opens something for this line, so that any deeper column is right."""
    above = line_above(text, line)
    if above is None or above.indent >= line.indent:
        return False
    parts = head(above)
    rest = text[parts.value : above.last]
    return (parts.key is not None or bool(parts.dashes)) and (not rest or rest[0] in "|>#")


def structural(text: str, line: Line, fields: frozenset[str]) -> bool:
    """Whether a line below a text looks like an item or a field rather than like prose with a colon in it."""
    parts = head(line)
    if parts.dashes or parts.key is None:
        return bool(parts.dashes)
    name = text[slice(*parts.key)]
    return name_like(name, fields) or parts.value >= line.last or (len(name) <= 30 and name.count(" ") < 3)


def _too_far_right(text: str, line: Line) -> Trap | None:
    """All that stands above begins further right than this line: the beginning of the file is indented."""
    above = [other for other in lines_before(text, line) if not other.blank and not other.remark]
    if not above or min(other.indent for other in above) <= line.indent:
        return None
    delta = above[-1].indent - line.indent
    first = above[-1]
    edits = tuple(Edit(other.start, other.start + min(delta, other.indent), "") for other in above)
    message = f"The file begins too far to the right: at column {first.indent + 1}."
    cure = "line it up with the lines it belongs to"
    return Trap("wrong-indent", message, first.body, first.last, cure, edits, safe=True)


def _columns(text: str, line: Line, item: bool) -> set[int]:
    """The columns of the lists and fields that the lines above have open: for an `item` those of list signs."""
    columns: set[int] = set()
    limit = 10**9
    nearest = True
    for above in lines_before(text, line):
        if above.blank or above.remark or above.indent >= limit:
            continue
        columns.update(_own_columns(above, item))
        parts = head(above)
        if item and nearest and parts.key is not None and parts.value == above.last:
            columns.add(parts.key[0] - above.start + 2)
        limit = above.indent
        nearest = False
        if limit == 0:
            break
    return columns


def _moves(text: str, line: Line, goal: int) -> Iterator[tuple[Edit, ...]]:
    """Ways to shift a line to the column `goal`: alone, with its neighbours, with the lines below it, with both.

    What stands too far left usually went astray alone, what stands too far right with what is below it.
    """
    delta = goal - line.indent
    group = list(_group(text, line))
    own = [other for i, other in enumerate(group) if all(o.indent > line.indent for o in group[1 : i + 1])]
    level = [other for other in group if other.indent == line.indent]
    ways = ([line], level, own, group) if delta > 0 else (own, group, [line], level)
    tried: set[tuple[int, ...]] = set()
    for way in ways:
        starts = tuple(other.start for other in way)
        if starts not in tried and all(other.indent + delta >= 0 for other in way):
            tried.add(starts)
            yield tuple(shift(other, other.indent + delta) for other in way)


def _group(text: str, line: Line) -> Iterator[Line]:
    """A line, those below it and its neighbours with theirs."""
    yield line
    for below in lines_after(text, line):
        if below.blank:
            continue
        if below.indent < line.indent:
            return
        yield below


def odd_lines(text: str, start: int, end: int) -> bool:
    """Whether one of the lines from `start` to `end` is indented with something else than spaces."""
    first = line_at(text, start)
    span = text[first.start : line_at(text, end).end]
    return bool(_TABBED.search(span) or _ODDLY.search(span))


def shift(line: Line, column: int) -> Edit:
    """Begin a line at a column, with as small an edit as its present indentation allows."""
    if line.text[: line.indent].strip(" "):
        return Edit(line.start, line.body, " " * column)
    more = column - line.indent
    return Edit(line.start, line.start, " " * more) if more > 0 else Edit(line.start, line.start - more, "")
