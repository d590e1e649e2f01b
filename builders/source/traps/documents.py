"""Parts of YAML that outlines do without: `---` between documents, `%` directives, keys that aren't text, `<<`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from builders.diagnostics import Edit
from builders.source.lines import Line, line_above, line_at, lines_after, next_line
from builders.source.nodes import Scalar
from builders.source.quoting import quote_edits
from builders.source.traps.found import Trap
from builders.source.traps.starts import QUOTE_IT

_FENCE = re.compile(r"(?<![^\r\n])(?P<sign>(?:```|~~~)[a-zA-Z]*)[ \t]*(?:\r\n|\n|\r|\Z)")
_MOST_FENCES = 20
_ORDER = re.compile(r"^%", re.MULTILINE)


def second_document(text: str, offset: int) -> Iterator[Trap]:
    """A line of `---` (or `...`) at or above `offset`, where YAML begins another document."""
    line = line_at(text, offset)
    above = line_above(text, line)
    for candidate in (line, above):
        if candidate is not None and (sign := re.match(r"(?:---|\.\.\.)(?=\s|$)", candidate.text)):
            message = f"“{sign[0]}” begins or ends a document in a file of several; an outline is one."
            edits = (_without(text, candidate, sign.end()),)
            start = candidate.start
            cure = "leave the line out"
            yield Trap("second-document", message, start, start + sign.end(), cure, edits, safe=True)
            return


def directive(text: str) -> Iterator[Trap]:
    """`%YAML 1.2` and its like above the outline."""
    found = [line_at(text, sign.start()) for sign in _ORDER.finditer(text)]
    if not found:
        return
    edits = tuple(_without(text, other, len(other.text)) for other in found)
    first = found[0]
    message = "A line that begins with a percent sign is an order to other programs; outlines do without."
    yield Trap("yaml-directive", message, first.start, first.last, "leave the line out", edits, safe=True)


def fences(text: str) -> Iterator[Trap]:
    """Lines of ``` (or ~~~) at the left edge, which came with a copy from a chat or a web page."""
    found = list(islice(_FENCE.finditer(text), _MOST_FENCES))
    if not found:
        return
    first = found[0]
    message = f"“{first['sign']}” marks code on web pages and in chats; an outline does without."
    cure = "delete this line" if len(found) == 1 else f"delete this line, and {len(found) - 1} more like it"
    edits = tuple(Edit(line.start(), line.end(), "") for line in found)
    yield Trap("code-fence", message, first.start(), first.end("sign"), cure, edits, safe=True)


def complex_key(text: str, offset: int) -> Iterator[Trap]:
    """A name in brackets or braces before a colon."""
    line = line_at(text, offset)
    colon = re.compile(r":(?=\s|$)").search(text, offset, line.end)
    if text[offset : offset + 1] not in ("[", "{") or colon is None:
        return
    end = offset + len(text[offset : colon.start()].rstrip())
    code = "leading-bracket" if text[offset] == "[" else "leading-brace"
    message = "A name that begins with a bracket has to stand in quotation marks."
    edits = quote_edits(text, offset, end)
    yield Trap(code, message, offset, end, "put the name in quotation marks", edits, safe=True)


def question_key(text: str, key: Scalar) -> Iterator[Trap]:
    """`? ` before a text, which makes a key of the text."""
    line = line_at(text, key.start)
    sign = re.search(r"\?[ \t]+$", text[line.start : key.start])
    below = next(iter(lines_after(text, line)), None)
    if sign is None or (below is not None and below.text.startswith(":", below.indent)):
        return
    start = line.start + sign.start()
    message = "A text that begins with a question mark and a space has to stand in quotation marks."
    edits = quote_edits(text, start, key.end)
    yield Trap("leading-question-mark", message, start, start + 1, QUOTE_IT, edits, safe=True)


def merge_key(key: Scalar) -> Iterator[Trap]:
    """`<<`, which copies fields in YAML."""
    message = "“<<” is an order to copy fields; outlines do without."
    yield Trap("merge-key", message, key.start, key.end, "write the fields out here")


def _without(text: str, line: Line, length: int) -> Edit:
    """Take the first `length` characters of a line away, and the line itself when nothing else is in it."""
    if line.text[length:].strip():
        rest = len(line.text) - len(line.text[length:].lstrip())
        return Edit(line.start, line.start + rest, "")
    return Edit(line.start, next_line(text, line), "")
