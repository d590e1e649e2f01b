"""Sections: a `content:` that was left out, and a section that stands inside the content of another."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics import Edit
from builders.source.lines import Line, head, line_above, line_at, lines_after, lines_before
from builders.source.nodes import Entry, Mapping, Scalar, Sequence
from builders.source.traps.found import Trap
from builders.source.traps.indents import shift


def missing_content(text: str, line: Line, fields: frozenset[str]) -> Iterator[Trap]:
    """Items at `line`, right below `- heading: …`, at whatever column: the name `content:` above them is missing."""
    above = line_above(text, line)
    if above is None or "content" not in fields or not head(line).dashes or _begins_section(text, line):
        return
    key = head(above).key
    if key is None or not _begins_section(text, above) or line.indent < above.indent:
        return
    column = key[0] - above.start
    items = list(_items(text, line))
    if any(_is_named(text, other, "content", column) for other in items):
        return
    goal = line.indent if line.indent >= column else column + 2
    pause = "\r\n" if "\r\n" in text else "\n"
    first = f"{' ' * column}content:{pause}{' ' * goal}"
    moved = (shift(other, other.indent + goal - line.indent) for other in items[1:])
    edits = (Edit(line.start, line.body, first), *(edit for edit in moved if goal != line.indent))
    message = "Between the heading of this section and the list below it `content:` is missing."
    yield Trap("missing-content", message, line.body, line.last, "write `content:` above the list", edits)


def section_inside(text: str, line: Line, fields: frozenset[str]) -> Iterator[Trap]:
    """A `- heading: …` at `line` that is indented more than the section above it, whose neighbour it should be."""
    if "heading" not in fields or not _begins_section(text, line):
        return
    limit = line.indent
    for above in lines_before(text, line):
        if above.blank or above.remark or above.indent >= limit:
            continue
        limit = above.indent
        if _begins_section(text, above):
            break
    else:
        return
    message = "This section begins too far to the right: it stands inside the section above."
    edits = tuple(shift(other, other.indent + limit - line.indent) for other in _own(text, line))
    cure = (
        f"move it left, to the column of the other `- heading:`, with what is below it (column {limit + 1})"
    )
    yield Trap("wrong-indent", message, line.body, line.last, cure, edits)


def in_list(text: str, sections: Sequence, fields: frozenset[str]) -> Iterator[Trap]:
    """Texts among sections, right below a section that has a heading and no content."""
    for above, below in zip(sections.items, sections.items[1:], strict=False):
        bare = isinstance(above, Mapping) and above.get("heading") is not None and len(above.entries) == 1
        if bare and isinstance(below, Scalar) and not below.absent and not sections.flow:
            yield from missing_content(text, line_at(text, below.start), fields)


def in_content(text: str, entry: Entry, fields: frozenset[str]) -> Iterator[Trap]:
    """Sections with more than a heading among the blocks or points of a section."""
    if entry.key.value in ("content", "points") and isinstance(entry.value, Sequence):
        for item in entry.value.items:
            if isinstance(item, Mapping) and not item.flow and len(item.entries) > 1:
                yield from section_inside(text, line_at(text, item.start), fields)


def _begins_section(text: str, line: Line) -> bool:
    parts = head(line)
    return bool(parts.dashes) and parts.key is not None and text[slice(*parts.key)] == "heading"


def _is_named(text: str, line: Line, name: str, column: int) -> bool:
    key = head(line).key
    return key is not None and key[0] - line.start == column and text[slice(*key)] == name


def _items(text: str, line: Line) -> Iterator[Line]:
    """The items from `line` on, with what is below them, up to the next section."""
    yield line
    for below in lines_after(text, line):
        if below.blank:
            continue
        same = below.indent == line.indent
        if below.indent < line.indent or _begins_section(text, below) or (same and not head(below).dashes):
            return
        yield below


def _own(text: str, line: Line) -> Iterator[Line]:
    """An item and what is indented below it."""
    yield line
    for below in lines_after(text, line):
        if below.blank:
            continue
        if below.indent <= line.indent:
            return
        yield below
