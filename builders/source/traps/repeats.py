"""Names that stand twice in one mapping."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics import Edit
from builders.source.lines import Line, head, line_at, lines_after, lines_before, next_line
from builders.source.nodes import Scalar
from builders.source.traps.found import Trap


def repeated(text: str, first: Scalar, again: Scalar) -> Iterator[Trap]:
    """A key that is in its mapping already. Where it began an item of a list, it should begin the next one."""
    line = line_at(text, again.start)
    one = line_at(text, first.start)
    begins = head(one).dashes
    message = f"“{first.value}” stands here a second time; each name can stand only once."
    related = ((first.start, first.end, "it stands here already"),)
    column = again.start - line.start
    if begins and head(one).key == (first.start, first.end) and line.body == again.start and column >= 2:
        edits: tuple[Edit, ...] = (Edit(again.start - 2, again.start, "- "),)
        cure = "begin the next item of the list here"
        yield Trap("duplicate-key", message, again.start, again.end, cure, edits, related=related)
    elif line.text.strip() == one.text.strip() and not _has_children(text, line):
        edits = (Edit(line.start, next_line(text, line), ""),)
        cure = "leave out the second one, it says the same"
        yield Trap("duplicate-key", message, again.start, again.end, cure, edits, safe=True, related=related)
    elif not begins and _empty(text, line) and _empty(text, one) and (moved := _moved(text, one, line)):
        cure = "put the second list at the end of the first"
        yield Trap("duplicate-key", message, again.start, again.end, cure, moved, related=related)
    else:
        cure = f"put both under one “{first.value}”, or give one of them its right name"
        yield Trap("duplicate-key", message, again.start, again.end, cure, related=related)


def _has_children(text: str, line: Line) -> bool:
    below = next((other for other in lines_after(text, line) if not other.blank), None)
    return below is not None and below.indent > line.indent


def _empty(text: str, line: Line) -> bool:
    """Whether a line holds a name alone, with items of a list below."""
    parts = head(line)
    below = next((other for other in lines_after(text, line) if not other.blank), None)
    items = below is not None and bool(head(below).dashes) and below.indent > line.indent
    return parts.key is not None and parts.value >= line.last and items


def _moved(text: str, one: Line, again: Line) -> tuple[Edit, ...]:
    """Edits that take the items below `again` to the end of the list below `one`, if they are indented alike."""
    items = _below(text, again)
    above = _below(text, one)
    if not items or not above or items[0].indent != above[0].indent or above[-1].start > again.start:
        return ()
    between = (line for line in lines_before(text, again) if one.start < line.start and not line.blank)
    if any(line.indent < again.indent for line in between):
        return ()
    stop = next_line(text, items[-1])
    block = text[items[0].start : stop]
    end = next_line(text, above[-1])
    return (Edit(end, end, block if block.endswith("\n") else block + "\n"), Edit(again.start, stop, ""))


def _below(text: str, line: Line) -> list[Line]:
    found: list[Line] = []
    for below in lines_after(text, line):
        if below.blank:
            continue
        if below.indent <= line.indent:
            break
        found.append(below)
    return found
