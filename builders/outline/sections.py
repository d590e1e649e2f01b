"""The list of sections: what a beginner may write instead is reported with the way to write it."""

from __future__ import annotations

from builders.diagnostics import Edit, Hint
from builders.outline import cures
from builders.outline.many import list_given
from builders.outline.mapping import S, fields, read_model
from builders.outline.names import SYNONYMS, normalised
from builders.outline.reader import Given, Reader
from builders.source.nodes import Entry, Mapping, Scalar, Sequence


def read_sections(model: type[S], given: Given, reader: Reader) -> tuple[S, ...]:
    """The sections. A mapping from headings to their content is read as what it means."""
    node = given.node
    if isinstance(node, Mapping) and not _is_section(node, model):
        hint = Hint(
            "write `- heading:` before each heading, and `content:` below it",
            _with_headings(node, reader.text),
        )
        reader.error("wrong-type", "Sections are a list; each has a `heading` and `content`.", given, hint)
        return ()
    items = list_given(given, "sections", reader)
    sections = []
    for item in items:
        if isinstance(item.node, Scalar):
            hint = cures.replace(
                item.node, f"heading: {cures.scalar(item.node.value)}", "write `heading:` before it"
            )
            reader.error(
                "wrong-type",
                "A section is written with names and values, such as `heading` and `content`.",
                item,
                hint,
            )
            continue
        section = read_model(model, item, reader)
        if section is not None:
            sections.append(section)
    return tuple(sections)


def _is_section(node: Mapping, model: type[S]) -> bool:
    match node.entries:
        case [Entry(value=Sequence(items=[Mapping() as first, *_]))]:
            # A list of sections under a name of its own.
            node = first
        case _:
            pass
    names = {normalised(entry.key.value) for entry in node.entries}
    return bool(names & {*fields(model), *SYNONYMS["section"], "points", "timeline", "text"})


def _with_headings(node: Mapping, text: str) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    eol = cures.newline(text)
    for entry in node.entries:
        indent = cures.column(text, entry.key.start)
        inside = entry.value
        if (
            node.flow
            or not isinstance(inside, Sequence)
            or inside.flow
            or cures.column(text, inside.start) <= indent
        ):
            return ()
        colon = text.find(":", entry.key.end) + 1
        words = f"- heading: {text[entry.key.start : entry.key.end]}{eol}{' ' * (indent + 2)}content:"
        edits.append(Edit(entry.key.start, colon, words))
    return tuple(edits)
