"""Lists: signs that only look like `- `, items that slipped into a text, and a list on the line of its key."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
)
from builders.source.nodes import Scalar
from builders.source.traps import sections
from builders.source.traps.found import Trap

_BULLET = re.compile(rf"[•‣◦·∙●○▪■►⁃][ \t{ODD_SPACES}{INVISIBLE}]*|[–—−*+][ \t{ODD_SPACES}]+")
_TIGHT = re.compile(r"-(?=[^\s\d\-–—>])")
_ODD = re.compile(rf"-[ \t]*[{ODD_SPACES}{INVISIBLE}][ \t{ODD_SPACES}{INVISIBLE}]*")
_TAB = re.compile(r"-[ ]*\t[ \t]*")


def list_signs(text: str, line: Line) -> Iterator[Trap]:
    """A line that begins with something which was meant as `- `; its neighbours of the same kind go with it."""
    for pattern in (_BULLET, _ODD, _TAB, _TIGHT):
        found = pattern.match(line.text, line.indent)
        if found is None or found.end() == len(line.text):
            continue
        edits = [Edit(line.body, line.start + found.end(), "- ")]
        for below in lines_after(text, line):
            if below.blank or below.indent > line.indent:
                continue
            same = pattern.match(below.text, below.indent)
            if below.indent < line.indent or (same is None and not below.text.startswith("-", below.indent)):
                break
            if same is not None:
                edits.append(Edit(below.body, below.start + same.end(), "- "))
        yield _sign(pattern, line, found, tuple(edits))
        return


def _sign(pattern: re.Pattern[str], line: Line, found: re.Match[str], edits: tuple[Edit, ...]) -> Trap:
    start, end = line.body, line.start + found.end()
    more = f" ({len(edits)} lines)" if len(edits) > 1 else ""
    if pattern is _BULLET:
        message = f"An item of a list begins with a hyphen and a space, not with “{found[0][0]}”{more}."
        cure = "write a hyphen and a space"
        return Trap("bullet-for-dash", message, start, start + 1, cure, edits, safe=len(edits) > 1)
    if pattern is _TIGHT:
        message = f"After the hyphen of a list a space is missing{more}."
        return Trap("missing-space-after-dash", message, start, end, "add the space", edits, safe=True)
    if pattern is _TAB:
        message = f"After the hyphen stands a tab; there has to be a space{more}."
        return Trap("tab-after-sign", message, start, end, "write a space", edits, safe=True)
    message = f"The space after the hyphen is a special one that doesn’t count as a space{more}."
    return Trap("odd-space-after-sign", message, start, end, "write an ordinary space", edits, safe=True)


def on_key_line(text: str, line: Line) -> Iterator[Trap]:
    """`points: - A`: a list that begins on the line of its field."""
    parts = head(line)
    if parts.key is None or not re.match(r"-(\s|$)", text[parts.value : line.end]):
        return
    column = parts.key[0] - line.start
    below = next((other for other in lines_after(text, line) if not other.blank), None)
    indent = column + 2
    if below is not None and below.text.startswith("- ", below.indent) and below.indent >= column:
        indent = below.indent
    pause = text[line.end : line.end + 2] if text.startswith("\r\n", line.end) else "\n"
    edits = (Edit(parts.key[1] + 1, parts.value, pause + " " * indent),)
    message = "A list can’t begin on the line of its field."
    cure = "begin it on the next line"
    yield Trap("list-on-key-line", message, parts.value, parts.value + 1, cure, edits, safe=True)


def missing_dash(text: str, line: Line) -> Iterator[Trap]:
    """A field in the column of a list's signs, with the name that begins the list's items: its sign is missing.

    What stands below it in the same column goes with it.
    """
    key = head(line).key
    if key is None or head(line).dashes:
        return
    name = text[slice(*key)]
    above = next(
        (other for other in lines_before(text, line) if other.indent <= line.indent and not other.blank), None
    )
    item = None if above is None or above.indent != line.indent else head(above)
    if item is None or not item.dashes or item.key is None or text[slice(*item.key)] != name:
        return
    edits = [Edit(line.body, line.body, "- ")]
    below = list(_same_item(text, line, name))
    if below and below[0].indent == line.indent:
        edits += (Edit(other.start, other.start, "  ") for other in below)
    message = f"Before “{name}” the hyphen of the next item is missing."
    cure = "begin it with a hyphen and a space"
    yield Trap("missing-dash", message, line.body, key[1], cure, tuple(edits))


def bare_point(text: str, line: Line, fields: frozenset[str]) -> Iterator[Trap]:
    """`- Water` and `points:` right below it: a point lacks its name, or a block its hyphen."""
    above, key = line_above(text, line), head(line).key
    if above is None or key is None or head(line).dashes or not {"point", "points"} <= fields:
        return
    parts = head(above)
    named = text[slice(*key)] == "points" and head(line).value >= line.last
    if not named or not parts.dashes or parts.key is not None or line.indent != parts.item - above.start:
        return
    if parts.item >= above.last or line.indent < 2:
        return
    outer = (
        o for o in lines_before(text, above) if not o.blank and not o.remark and o.indent <= above.indent
    )
    opening = next((head(o).key for o in outer if o.indent < above.indent or not head(o).dashes), None)
    if opening is None or text[slice(*opening)] != "points":
        message = "Before “points” the hyphen of the next item is missing."
        dash = (Edit(line.body - 2, line.body, "- "),)
        yield Trap("missing-dash", message, line.body, key[1], "begin it with a hyphen and a space", dash)
        return
    message = "A point with points below it is written with two names, `point:` and `points:`."
    edits = (Edit(parts.item, parts.item, "point: "),)
    cure = "write `point:` before its text"
    yield Trap("missing-point", message, parts.item, above.last, cure, edits)


def _same_item(text: str, line: Line, name: str) -> Iterator[Line]:
    """The lines below that belong to the item which `line` begins."""
    for below in lines_after(text, line):
        if below.blank:
            continue
        parts = head(below)
        again = parts.key is not None and text[slice(*parts.key)] == name
        if below.indent < line.indent or (below.indent == line.indent and (parts.dashes or again)):
            return
        yield below


def item_inside_text(text: str, scalar: Scalar, fields: frozenset[str]) -> Iterator[Trap]:
    """A plain text over several lines, one of which begins like an item of a list."""
    first = line_at(text, scalar.start)
    parts = head(first)
    for line in lines_after(text, first):
        if line.start >= scalar.end:
            return
        if not re.match(r"-\s", line.text[line.indent :]):
            continue
        if missed := tuple(sections.missing_content(text, line, fields)):
            yield from missed
            return
        message = "This item is read as part of the text above it."
        above = line_above(text, line)
        word = text[parts.item : first.last]
        if parts.key is None and scalar.start == parts.item and name_like(word, fields) and above == first:
            cure = f"add a colon after “{word}”"
            edits = (Edit(first.last, first.last, ":"),)
            message = f"After “{word}” a colon is missing."
            yield Trap("missing-colon", message, parts.item, first.last, cure, edits, safe=bool(fields))
        elif parts.dashes:
            delta = line.indent - (parts.dashes[-1] - first.start)
            cure = "indent it like the item above"
            moved = tuple(Edit(other.start, other.start + delta, "") for other in _block(text, line, delta))
            yield Trap("wrong-indent", message, line.body, line.last, cure, moved, safe=delta == 1)
        else:
            cure = "put the whole list, and nothing else, below the field"
            yield Trap("list-inside-text", message, line.body, line.last, cure)
        return


def _block(text: str, line: Line, delta: int) -> Iterator[Line]:
    """The line and those below it that are indented as far or further."""
    yield line
    for below in lines_after(text, line):
        if below.blank:
            continue
        if below.indent < line.indent:
            return
        if below.indent >= delta:
            yield below


def bullets(text: str, scalar: Scalar) -> Iterator[Trap]:
    """A plain text on lines of its own that is a list with signs of another kind."""
    line = line_at(text, scalar.start)
    if line.body == scalar.start:
        yield from list_signs(text, line)
