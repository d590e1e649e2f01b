"""Things written in the wrong place: an entry of the tree in, the edits that put it where it belongs out."""

from __future__ import annotations

from collections.abc import Sequence

from builders.diagnostics import Edit, Hint
from builders.outline import cures
from builders.outline.names import BLOCKS, normalised
from builders.outline.reader import Given, Reader
from builders.source.nodes import Entry, Mapping, Node, Scalar
from builders.source.nodes import Sequence as List

Run = tuple[Entry, ...]
"""The entries of one block, the first of which names its kind."""


def block_runs(node: Node, strangers: Sequence[Entry]) -> tuple[Run, ...]:
    """Blocks written straight into a section or lesson: each kind's entry with the entries after it that are
    strangers there too."""
    assert isinstance(node, Mapping)
    unknown = {entry.key.value for entry in strangers}
    runs: list[list[Entry]] = []
    open_run = False
    for entry in node.entries:
        name = normalised(entry.key.value)
        if entry.key.value in unknown and name in BLOCKS:
            runs.append([entry])
            open_run = True
        elif open_run and entry.key.value in unknown:
            runs[-1].append(entry)
        else:
            open_run = False
    return tuple(tuple(run) for run in runs)


def into_content(name: str, node: Node, runs: Sequence[Run], text: str) -> Hint:
    """Move blocks into the section's `content`; at the top of a lesson, into a section of their own."""
    words = "move it into `content`"
    assert isinstance(node, Mapping)
    if node.flow or not all(_whole_lines(run, text) for run in runs):
        return Hint(words)
    indent = cures.column(text, node.entries[0].key.start)
    if name == "lesson":
        return _into_sections(node, runs, text)
    content = next((entry for entry in node.entries if entry.key.value == "content"), None)
    eol = cures.newline(text)
    first = cures.line_start(text, node.entries[0].key.start)
    if content is not None and cures.line_start(text, runs[0][0].key.start) == first:
        return Hint(words)
    if (
        content is not None
        and isinstance(content.value, List)
        and content.value.items
        and not content.value.flow
    ):
        dash = cures.column(text, content.value.start)
        at = cures.entry_lines(content, text)[1]
        moved = "".join(cures.itemised(_lines(run, text), indent, dash) for run in runs)
        edits = [Edit(*cures.lines_of(run, text), "") for run in runs]
        lead = "" if text[:at].endswith("\n") else eol
        return Hint(words, (*edits, Edit(at, at, lead + moved)))
    if content is not None:
        return Hint(words)
    start, end = cures.lines_of(runs[0], text)
    moved = "".join(_ended(cures.itemised(_lines(run, text), indent, indent + 2), eol) for run in runs)
    head = " " * indent + "content:" + eol
    if start == first:
        # The section's own dash stands on this line and stays.
        lead = text[start : runs[0][0].key.start]
        return Hint(words, (Edit(start, end, lead + "content:" + eol + moved), *_deleted(runs[1:], text)))
    return Hint(words, (Edit(start, end, head + moved), *_deleted(runs[1:], text)))


def _into_sections(node: Mapping, runs: Sequence[Run], text: str) -> Hint:
    words = "move it into the `content` of a section"
    eol = cures.newline(text)
    sections = next((entry for entry in node.entries if entry.key.value == "sections"), None)
    moved = "".join(_ended(cures.itemised(_lines(run, text), 0, 6), eol) for run in runs)
    if sections is None:
        start, end = cures.lines_of(runs[0], text)
        return Hint(
            words, (Edit(start, end, f"sections:{eol}  - content:{eol}{moved}"), *_deleted(runs[1:], text))
        )
    if isinstance(sections.value, List) and sections.value.items and not sections.value.flow:
        dash = cures.column(text, sections.value.start)
        at = cures.entry_lines(sections, text)[1]
        item = f"{' ' * dash}- content:{eol}{cures.shifted(moved, dash - 2)}"
        lead = "" if text[:at].endswith("\n") else eol
        return Hint(words, (Edit(at, at, lead + item), *_deleted(runs, text)))
    return Hint(words)


def into_section(node: Node, entry: Entry, text: str) -> Hint:
    """Move `content`, `heading` or `headline` from the top of the lesson into a section of its own."""
    words = "put it into a section"
    assert isinstance(node, Mapping)
    own = [e for e in node.entries if normalised(e.key.value) in ("content", "heading", "headline")]
    if node.get("sections") is not None or not _whole_lines(tuple(own), text):
        return Hint(words)
    if own[0] is not entry:
        return Hint(f"{words}, as above")
    eol = cures.newline(text)
    moved = "".join(_ended(_lines((e,), text), eol) for e in own)
    start, end = cures.entry_lines(own[0], text)
    return Hint(
        words,
        (
            Edit(start, end, f"sections:{eol}{cures.itemised(moved, 0, 2)}"),
            *_deleted([(e,) for e in own[1:]], text),
        ),
    )


def unwrapped(entry: Entry, text: str) -> Hint:
    """Take away the name under which a whole lesson stands."""
    words = "take that line away and begin the others at the left edge"
    assert isinstance(entry.value, Mapping)
    indent = cures.column(text, entry.value.start)
    start, end = cures.entry_lines(entry, text)
    first = cures.line_start(text, entry.value.start)
    if entry.value.flow or first <= start:
        return Hint(words)
    return Hint(words, (Edit(start, end, cures.shifted(text[first:end], -indent)),), safe=True)


def lifted(entry: Entry, text: str) -> Hint:
    """Take away a name that stands between a list and the name it belongs to."""
    words = f"leave out `{entry.key.value}:`"
    inside = entry.value
    if not isinstance(inside, List) or inside.flow or not _whole_lines((entry,), text):
        return Hint(words)
    start, end = cures.entry_lines(entry, text)
    first = cures.line_start(text, inside.start)
    indent = cures.column(text, entry.key.start) - cures.column(text, inside.start)
    if first <= start:
        return Hint(words)
    return Hint(words, (Edit(start, end, cures.shifted(text[first:end], indent)),), safe=True)


def under_the_question(node: Node, entry: Entry, text: str) -> Hint | None:
    """`answer` and `lines` as far left as the `exit` or the `questions` before it. None for anything else."""
    assert isinstance(node, Mapping)
    at = node.entries.index(entry)
    if normalised(entry.key.value) not in ("answer", "lines") or at == 0:
        return None
    asked = node.entries[at - 1]
    if asked.key.value == "questions":
        return Hint("write `- question:` before the question, and this below it, as far right as `question:`")
    if asked.key.value in ("answer", "lines") and at > 1 and node.entries[at - 2].key.value == "exit":
        return Hint("write it below `question:`, as above")
    if asked.key.value != "exit":
        return None
    words = f"write `exit:`, and below it, two spaces further right, `question: …` and `{entry.key.value}: …`"
    lines = cures.lines_of((asked, entry), text)
    if node.flow or asked.value.end > lines[1] or "\n" in text[entry.value.start : entry.value.end]:
        return Hint(words)
    right = Edit(entry.key.start, entry.key.start, "  ")
    if isinstance(asked.value, Mapping):
        return Hint(words, (right,), safe=True)
    if (
        not isinstance(asked.value, Scalar)
        or asked.value.absent
        or "\n" in text[asked.key.end : asked.value.end]
    ):
        return Hint(words)
    colon = text.find(":", asked.key.end) + 1
    question = Edit(colon, asked.value.start, f"{cures.newline(text)}  question: ")
    return Hint(words, (question, right), safe=True)


def to_top(entry: Entry, given: Given, name: str, reader: Reader) -> Hint:
    """Move an entry out of a section or block to the top of the lesson."""
    words = f"move `{name}` to the end of the file, and begin its line at the left edge"
    root, text = reader.tree.root, reader.text
    node = given.node
    assert isinstance(node, Mapping)
    alone = len(node.entries) == 1 or node.entries[0] is entry
    if not isinstance(root, Mapping) or root.get(name) is not None or node.flow or alone:
        return Hint(words)
    if not _whole_lines((entry,), text):
        return Hint(words)
    start, end = cures.entry_lines(entry, text)
    indent = cures.column(text, entry.key.start)
    eol = cures.newline(text)
    lead = "" if text.endswith("\n") or end == len(text) else eol
    return Hint(
        words,
        (Edit(start, end, ""), Edit(len(text), len(text), lead + cures.shifted(text[start:end], -indent))),
    )


def split_blocks(runs: Sequence[Run], text: str) -> Hint:
    """Make blocks of their own of the kinds that share one mapping."""
    edits: list[Edit] = []
    for run in runs[1:]:
        key = run[0].key
        if text[key.start - 2 : key.start] != "  ":
            return Hint("give each block a dash of its own")
        edits.append(Edit(key.start - 2, key.start, "- "))
    return Hint("give each block a dash of its own", tuple(edits), safe=True)


def list_under(key: Scalar, siblings: Sequence[Given], text: str) -> Hint | None:
    """Indent the bare texts that follow an empty `points:`, which are its items by the look of it."""
    edits: list[Edit] = []
    for sibling in siblings:
        if not isinstance(sibling.node, Scalar) or sibling.absent:
            break
        start = cures.line_start(text, sibling.node.start)
        edits.append(Edit(start, start, "    "))
        edits += cures.indented(text, sibling.node.start, sibling.node.end, 4)
    return Hint(f"indent the items under `{key.value}:`", tuple(edits), safe=True) if edits else None


def _whole_lines(run: Run, text: str) -> bool:
    """True when entries stand on lines of their own (a dash may stand before the first)."""
    return all(
        not text[cures.line_start(text, entry.key.start) : entry.key.start].strip(" -") for entry in run
    )


def _lines(run: Run, text: str) -> str:
    start, end = cures.lines_of(run, text)
    lines = text[start:end]
    lead = run[0].key.start - start
    return " " * lead + lines[lead:]


def _ended(lines: str, eol: str) -> str:
    return lines if lines.endswith("\n") else lines + eol


def _deleted(runs: Sequence[Run], text: str) -> tuple[Edit, ...]:
    return tuple(Edit(*cures.lines_of(run, text), "") for run in runs)
