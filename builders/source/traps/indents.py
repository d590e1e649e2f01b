"""Indentation: tabs, spaces that aren't spaces, and lines that stand a little too far left or right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.diagnostics import Edit
from builders.source.lines import INVISIBLE, ODD_SPACES, Line, head, line_at, lines_after, lines_before
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
        message = f"{what}; YAML allows spaces alone."
        yield Trap("tab-indent", message, start, end, "indent with spaces", edits, safe=pure and width == 2)


def odd_spaces(text: str) -> Iterator[Trap]:
    """All lines that are indented with spaces which YAML doesn't know."""
    found = list(_ODDLY.finditer(text))
    if not found:
        return
    what = "This line is" if len(found) == 1 else f"{len(found)} lines are"
    message = f"{what} indented with special spaces that YAML doesn’t take for spaces (they came with a copy)."
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
    indent = line.indent
    if (first := _too_far_right(text, line)) is not None:
        yield first
    goals = sorted(_columns(text, line, bool(parts.dashes)), key=lambda c: (abs(c - indent), -c))
    for goal in goals[:4]:
        side = "left" if goal > indent else "right"
        message = f"This line begins too far to the {side}: at column {indent + 1} instead of {goal + 1}."
        cure = "line it up with the lines it belongs to"
        for edits in _moves(text, line, goal - indent):
            yield Trap("wrong-indent", message, line.body, line.last, cure, edits, abs(goal - indent) == 1)


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
        parts = head(above)
        key = None if parts.key is None else parts.key[0] - above.start
        dashes = [dash - above.start for dash in parts.dashes]
        if item:
            columns.update(dashes)
            if key is not None and parts.value == above.last and nearest:
                columns.add(key + 2)
        elif key is not None:
            columns.add(key)
        limit = above.indent
        nearest = False
        if limit == 0:
            break
    return columns


def _moves(text: str, line: Line, delta: int) -> Iterator[tuple[Edit, ...]]:
    """Ways to shift a line by `delta` columns: alone, with its neighbours, with the lines below it, with both.

    What stands too far left usually went astray alone, what stands too far right with what is below it.
    """
    if delta == 0:
        return
    group = list(_group(text, line))
    own = [other for i, other in enumerate(group) if all(o.indent > line.indent for o in group[1 : i + 1])]
    level = [other for other in group if other.indent == line.indent]
    ways = ([line], level, own, group) if delta > 0 else (own, group, [line], level)
    tried: set[tuple[int, ...]] = set()
    for way in ways:
        starts = tuple(other.start for other in way)
        if starts not in tried and all(other.indent + delta >= 0 for other in way):
            tried.add(starts)
            yield tuple(_shift(other, delta) for other in way)


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


def _shift(line: Line, delta: int) -> Edit:
    return Edit(line.start, line.start, " " * delta) if delta > 0 else Edit(line.start, line.start - delta, "")
