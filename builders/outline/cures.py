"""Cures: what is wrong and the source text in, hints with edits out. Safe are those whose meaning is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from builders.diagnostics import Edit, Hint
from builders.outline.teacher_only import is_teacher_only, shows_answer
from builders.source import quoting
from builders.source.nodes import Entry, Mapping, Node, Scalar
from builders.source.nodes import Sequence as List

_PLAIN = re.compile(r"[^\W_][^\n]*", re.UNICODE)


def scalar(text: str) -> str:
    """Text as a YAML scalar on one line: plain where that is safe, else in double quotes."""
    return quoting.quoted(" ".join(text.split()))


def closest(name: str, known: Iterable[str], least: float = 0.72) -> str | None:
    """The known name nearest to `name`, when one is near; case and separators don't count."""
    wanted = _loose(name)
    best, score = None, least
    for other in known:
        matcher = SequenceMatcher(None, wanted, _loose(other))
        if matcher.real_quick_ratio() > score and (ratio := matcher.ratio()) > score:
            best, score = other, ratio
    return best


def one_slip(name: str, other: str) -> bool:
    """True when one letter more, less, other or swapped makes one name the other: then it is surely meant."""
    a, b = sorted((_loose(name), _loose(other)), key=len)
    if len(a) < 4 or len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    return a[at + 1 :] == b[at + 1 :] or (
        a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    )


def rename(key: Scalar, name: str, *, safe: bool) -> Hint:
    """Write another name."""
    return Hint(f"write `{name}`", (Edit(key.start, key.end, name),), safe)


def replace(node: Node, text: str, words: str, *, safe: bool = False) -> Hint:
    """Write `text` (YAML) in the place of a value."""
    return Hint(words, (Edit(node.start, node.end, text),), safe)


def did_you_mean(node: Scalar, names: Iterable[str]) -> tuple[Hint, ...]:
    """The nearest of the names a value could have."""
    near = closest(node.value, names, 0.6)
    if near is None:
        return ()
    return (
        Hint(
            f"did you mean `{near}`?", (Edit(node.start, node.end, scalar(near)),), one_slip(node.value, near)
        ),
    )


def quoted(node: Node, text: str) -> Hint | None:
    """Put quotation marks around what YAML took for a name and a value, when it stands on one line. None for what
    students would then read though it is the teacher's."""
    written = text[node.start : node.end]
    if isinstance(node, Mapping) and any(is_teacher_only(entry.key.value) for entry in node.entries):
        return None
    if shows_answer(written, ()):
        return None
    if "\n" in written.strip() or not written.strip():
        return None
    marked = quoting.in_quotes(written.strip())
    return Hint(
        "put the text in quotation marks, because a colon and a space make it a name and a value",
        (Edit(node.start, node.end, marked),),
        safe=True,
    )


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, its line break included."""
    at = text.find("\n", offset)
    return len(text) if at < 0 else at + 1


def column(text: str, offset: int) -> int:
    """0-based column of an offset."""
    return offset - line_start(text, offset)


def newline(text: str) -> str:
    """The line break that the file uses."""
    return "\r\n" if "\r\n" in text else "\n"


def indented(text: str, start: int, end: int, by: int) -> tuple[Edit, ...]:
    """Push the lines that begin in start..end to the right; with a negative number to the left."""
    edits: list[Edit] = []
    at = start
    while (at := line_end(text, at)) < end and at > 0:
        if text[at : line_end(text, at)].strip():
            edits.append(Edit(at, at, " " * by) if by > 0 else Edit(at, at - by, ""))
        if at >= len(text):
            break
    return tuple(edits)


def as_items(node: Mapping, text: str) -> tuple[Edit, ...]:
    """Make a list of the entries of a block mapping, each an item of its own."""
    edits: list[Edit] = []
    for entry in node.entries:
        edits.append(Edit(entry.key.start, entry.key.start, "- "))
        edits += indented(text, entry.key.start, entry.value.end, 2)
    return tuple(edits)


def as_one_item(node: Mapping, text: str) -> tuple[Edit, ...]:
    """Make a list with a block mapping as its only item."""
    return (Edit(node.start, node.start, "- "), *indented(text, node.start, node.end, 2))


def as_mapping(node: List, text: str) -> tuple[Edit, ...] | None:
    """Make one mapping of a block list of mappings: the dashes go."""
    edits: list[Edit] = []
    for item in node.items:
        dash = dash_before(item, text)
        if node.flow or not isinstance(item, Mapping) or dash is None:
            return None
        edits.append(Edit(dash, item.start, " " * (item.start - dash)))
    return tuple(edits) or None


def dash_before(item: Node, text: str) -> int | None:
    """Where the dash of an item stands; None when there is none (as where the reading mended what was missing)."""
    dash = text.rfind("-", 0, item.start)
    return dash if dash >= 0 and not text[dash + 1 : item.start].strip(" ") else None


def entry_lines(entry: Entry, text: str) -> tuple[int, int]:
    """The whole lines of an entry of a block mapping."""
    return line_start(text, entry.key.start), line_end(text, max(entry.key.end, entry.value.end - 1))


def lines_of(entries: Sequence[Entry], text: str) -> tuple[int, int]:
    """The whole lines of neighbouring entries."""
    return entry_lines(entries[0], text)[0], entry_lines(entries[-1], text)[1]


def shifted(lines: str, by: int) -> str:
    """Lines pushed to the right, or with a negative number to the left; blank lines stay empty."""
    moved = []
    for line in lines.splitlines(keepends=True):
        if not line.strip():
            moved.append(line)
        elif by >= 0:
            moved.append(" " * by + line)
        else:
            moved.append(line[min(-by, len(line) - len(line.lstrip(" "))) :])
    return "".join(moved)


def itemised(lines: str, indent: int, dash: int) -> str:
    """Lines of a mapping at column `indent` as an item of a list whose dashes stand at column `dash`."""
    moved = shifted(lines, dash + 2 - indent)
    return " " * dash + "- " + moved[dash + 2 :]


def _loose(name: str) -> str:
    return re.sub(r"[\s_\-’']+", "", name.casefold())
