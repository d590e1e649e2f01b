"""A text that YAML could not read to its end in, the traps that may have stopped it out, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from builders.source.lines import Line, extent, head, key_line, line_above, line_at, lines_after, name_like
from builders.source.nodes import Scalar
from builders.source.traps import colons, documents, indents, lists, quotes, sections, starts
from builders.source.traps.found import Scene, Trap


def candidates(scene: Scene) -> Iterator[Trap]:
    """Possible causes of a trouble, each with edits; whoever asks tries which of them leads further."""
    text, offset = scene.text, scene.trouble.offset
    for line in _suspects(scene)[:2]:
        yield from starts.stray_sign(text, line, scene.fields)
    if scene.reading.flow is not None and scene.trouble.stop != "syntax":
        yield from starts.leading_sign(text, scene.reading.flow, scene.fields)
    match scene.trouble.stop:
        case "alias" | "anchor":
            yield from lists.list_signs(text, line_at(text, offset))
            yield from starts.leading_sign(text, offset, scene.fields)
        case "tag":
            yield from starts.explicit_tag(text, offset)
            yield from starts.leading_sign(text, offset, scene.fields)
        case "directive":
            yield from documents.directive(text)
        case "document":
            yield from documents.second_document(text, offset)
        case "key":
            yield from documents.complex_key(text, offset)
            yield from starts.leading_sign(text, offset, scene.fields)
        case "syntax":
            yield from _syntax(scene)
        case "depth" | "nodes":
            return
        case _:
            assert_never(scene.trouble.stop)


def _syntax(scene: Scene) -> Iterator[Trap]:
    text, trouble, fields = scene.text, scene.trouble, scene.fields
    lines = _suspects(scene)
    if indents.odd_lines(text, min(line.start for line in lines), max(line.end for line in lines)):
        yield from indents.tabs(text)
        yield from indents.odd_spaces(text)
    yield from _quotation(scene)
    yield from sections.missing_content(text, line_at(text, trouble.offset), fields)
    yield from sections.section_inside(text, line_at(text, trouble.offset), fields)
    yield from lists.bare_point(text, line_at(text, trouble.offset), fields)
    yield from _block(scene)
    yield from documents.second_document(text, trouble.offset)
    for line in lines:
        yield from lists.list_signs(text, line)
        yield from colons.wrong_colon(line, fields)
        yield from lists.on_key_line(text, line)
        yield from _value(text, line, fields)
    if scene.reading.flow is not None:
        yield from _bracket(text, scene.reading.flow, fields)
    yield from _colon(scene)
    at_fault = line_at(text, trouble.offset)
    yield from lists.missing_dash(text, at_fault)
    for line in (at_fault, *(line for line in lines if line != at_fault)):
        yield from indents.wrong_indent(text, line)
    for line in lines:
        yield from colons.missing_colon(text, line, fields)
        yield from colons.unindented(text, line, fields)
        yield from colons.wrong_colon(line, fields, any_name=True)
        yield from _bracket(text, head(line).value, fields)
    yield from documents.directive(text)


def _suspects(scene: Scene) -> list[Line]:
    """The lines to look at: where the last text began, the line of the trouble, and the one above it."""
    text, trouble, last = scene.text, scene.trouble, scene.reading.last
    line = line_at(text, trouble.offset)
    above = line_above(text, line)
    begun = None if trouble.context is None else line_at(text, trouble.context)
    lines = [line]
    if above is not None:
        # A name without its colon is noticed on the line below, which is then innocent.
        noticed_below = begun is not None and begun.start == above.start and trouble.offset == line.body
        lines = [above, line] if noticed_below else [line, above]
    if last is not None and last.end >= (line if above is None else above).start:
        lines.insert(0, line_at(text, last.start))
    if begun is not None:
        lines.append(begun)
    return list(dict.fromkeys(lines))


def _quotation(scene: Scene) -> Iterator[Trap]:
    """Quotations: the one that is being read, or the last one, if it ran on too far."""
    text, last, context = scene.text, scene.reading.last, scene.trouble.context
    if last is not None and last.style in ("single", "double"):
        yield from quotes.swallowed(text, last.start, last.end, scene.fields)
        yield from quotes.quotation(text, last.start, scene.fields)
    if context is not None and text[context : context + 1] in ("'", '"'):
        yield from quotes.quotation(text, context, scene.fields)


def _block(scene: Scene) -> Iterator[Trap]:
    """A text below `|` or `>` that was the last thing read, and from which a line fell out."""
    last, line = scene.reading.last, line_at(scene.text, scene.trouble.offset)
    if last is not None and last.style in ("literal", "folded"):
        begun = scene.trouble.context
        if begun is not None and last.end < begun <= scene.trouble.offset:
            line = line_at(scene.text, begun)
        if indents.structural(scene.text, line, scene.fields):
            yield from lists.missing_dash(scene.text, line)
            yield from indents.wrong_indent(scene.text, line)
        yield from indents.in_block(scene.text, last, line)


def _value(text: str, line: Line, fields: frozenset[str]) -> Iterator[Trap]:
    """What may be wrong with the first sign of a line's value, or of a line that isn't a field."""
    at = head(line).value
    if at >= line.last:
        return
    if text[at] in "“„«‘" and re.search(r":\s|\s#|:$", text[at : extent(text, at, fields)], re.MULTILINE):
        yield from quotes.curly(text, at, fields)
    yield from quotes.quotation(text, at, fields)
    yield from starts.block_sign(text, at, fields)
    if text[at] not in "[{":
        yield from starts.leading_sign(text, at, fields)


def _bracket(text: str, start: int, fields: frozenset[str]) -> Iterator[Trap]:
    """A bracket or brace that begins a text, or a list that isn't closed."""
    if text[start : start + 1] not in ("[", "{"):
        return
    if head(line_at(text, start)).key is not None and text[start] == "[":
        yield from starts.unclosed_bracket(text, start, fields)
    yield from starts.leading_sign(text, start, fields)


def _colon(scene: Scene) -> Iterator[Trap]:
    """A colon where no name can stand: inside a text, or on a line that is indented too far."""
    text, fields, last, at = scene.text, scene.fields, scene.reading.last, scene.trouble.offset
    if last is None or text[at : at + 1] != ":" or text[last.end : at].strip() or last.style != "plain":
        return
    first, line = line_at(text, last.start), line_at(text, at)
    if first.start == line.start:
        start, certain = _text_start(text, line, last, fields)
        for trap in colons.colon_in_text(text, start, fields):
            yield trap if certain else replace(trap, safe=False)
        return
    begun = head(first)
    if begun.key is None and (not begun.dashes or line.indent == begun.item - first.start):
        yield from colons.wrong_colon(first, fields, any_name=True)
        yield from colons.missing_colon(text, first, fields)
    if key_line(text, line, fields) or _free_name(text, first, line, fields):
        yield from indents.wrong_indent(text, line)
    if begun.key is not None or begun.dashes:
        yield from colons.colon_in_text(text, last.start, fields)


def _free_name(text: str, first: Line, line: Line, fields: frozenset[str]) -> bool:
    """Whether a line is a name of the writer's own (a source's, a term) rather than text that goes on.

    One word and nothing after its colon; or one column off from a line with such a name.
    """
    key, neighbour = head(line).key, head(first).key
    if key is None or neighbour is None:
        return False
    name = text[slice(*key)]
    if key[1] + 1 == line.last and " " not in name:
        return True
    free = not name_like(text[slice(*neighbour)], fields)
    return free and abs((key[0] - line.start) - (neighbour[0] - first.start)) == 1


def _text_start(text: str, line: Line, last: Scalar, fields: frozenset[str]) -> tuple[int, bool]:
    """Where the text that holds a colon begins, and whether that is certain.

    In `- A: b: c` it is `b: c`, or all of it when the list's other items are texts.
    """
    parts = head(line)
    if parts.key is None or not parts.dashes or parts.key[1] > last.start:
        return (last.start, True)
    name = text[slice(*parts.key)]
    if name_like(name, fields) or name[:1].isdigit():
        return (last.start, True)
    others = list(_items_around(text, line))
    if others:
        texts = all(head(other).key is None for other in others)
        return (parts.item, True) if texts else (last.start, False)
    return (parts.item if " " in name else last.start, False)


def _items_around(text: str, line: Line) -> Iterator[Line]:
    """The item above and the item below in the list that `line` is an item of."""
    above = line_above(text, line)
    while above is not None and above.indent > line.indent:
        above = line_above(text, above)
    if above is not None and above.indent == line.indent and head(above).dashes:
        yield above
    for below in lines_after(text, line):
        if not below.blank and below.indent <= line.indent:
            if below.indent == line.indent and head(below).dashes:
                yield below
            return
