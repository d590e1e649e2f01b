"""Names that a mapping doesn't have: what was probably meant, said with a cure and where possible read as that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builders.diagnostics import Edit, Hint
from builders.outline import cures, moves
from builders.outline.names import BLOCK_SYNONYMS, BLOCKS, LESSON_ONLY, SYNONYMS, UNSURE, normalised
from builders.outline.reader import Given, Reader, capital, listed
from builders.source.nodes import Entry, Scalar

_OWNERS = {
    "answer": "a question, an activity, a table cell or an item of the quiz",
    "lines": "a question, an activity or a table",
    "depth": "a question",
    "skill": "a question",
    "steps": "an activity",
    "rubric": "an activity",
    "materials": "an activity",
    "grouping": "an activity",
    "translation": "a quotation or a document",
    "translator": "a quotation, a document or a source",
    "headnote": "a document",
    "excerpt": "a document",
    "rights": "a document",
    "by": "a quotation or a document",
    "caption": "an image, a table, a chart or a comparison",
    "unit": "a chart",
    "highlight": "a chart",
    "alt": "an image (under `images:`)",
    "crop": "an image (under `images:`)",
    "fit": "an image (under `images:`)",
    "focus": "an image (under `images:`)",
    "width": "an image",
    "credit": "an image (under `images:`)",
    "creator": "an image (under `images:`)",
    "file": "an image (under `images:`)",
    "headline": "a section or a block",
    "heading": "a section",
    "content": "a section",
    "choices": "an item of the quiz",
    "pairs": "an item of the quiz",
    "statement": "an item of the quiz",
    "because": "a choice of the quiz",
    "reason": "an item of the quiz",
    "step": "a step of the timing",
    "event": "an event of a timeline",
    "questions": "a document",
}
"""Where fields belong that are no blocks and stand not at the top."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What cures know of a mapping: its name, what messages call it, its fields."""

    name: str
    noun: str
    fields: tuple[str, ...]


def name_strangers(
    naming: Naming, given: Given, strangers: Sequence[Entry], found: Mapping[str, Given], reader: Reader
) -> Iterator[tuple[Entry, str]]:
    """Report names that are none of the mapping's, and give those that can be read as one of its."""
    taken = set(found)
    rest: list[Entry] = []
    for entry in strangers:
        name, safe = _meant(naming, entry)
        if name is None:
            rest.append(entry)
            continue
        below = given.below(entry)
        if name in taken and _belongs_elsewhere(naming, normalised(entry.key.value)):
            rest.append(entry)
            continue
        if name in taken and _is_title(naming, name, entry, found):
            hint = _swapped(naming, name, entry, found[name], reader)
            title = _TITLES[naming.name]
            message = f"`{name}` is for what `{entry.key.value}` holds here; a title is called `{title}`."
            reader.error("unknown-field", message, below, hint, key=True)
            yield entry, name
            continue
        if name in taken:
            message = f"`{entry.key.value}` means `{name}`, and {naming.noun} here has that already."
            reader.error("unknown-field", message, below, Hint("keep one of the two"), key=True)
            continue
        message = f"{capital(naming.noun)} has no `{entry.key.value}`; it is called `{name}`."
        reader.error("unknown-field", message, below, cures.rename(entry.key, name, safe=safe), key=True)
        taken.add(name)
        yield entry, name
    if rest:
        _misplaced(naming, given, rest, reader)


def _meant(naming: Naming, entry: Entry) -> tuple[str | None, bool]:
    """Which of the mapping's names was meant, and whether that is sure."""
    name = normalised(entry.key.value)
    if name in naming.fields:
        return name, True
    if _block_of(naming, name):
        return None, False
    meant = SYNONYMS.get(naming.name, {}).get(name)
    if meant in naming.fields:
        return meant, (naming.name, name) not in UNSURE
    if _belongs_elsewhere(naming, name):
        return None, False
    near = cures.closest(name, naming.fields)
    return near, near is not None and cures.one_slip(name, near)


_TITLES = {
    "timeline": "title",
    "table": "caption",
    "chart": "title",
    "comparison": "caption",
    "points": "headline",
}
"""Which field of a block its title is, for those who write the title after the name of the kind."""


def _is_title(naming: Naming, name: str, entry: Entry, found: Mapping[str, Given]) -> bool:
    """True when the main field holds a title, and the list stands under another name."""
    title = _TITLES.get(naming.name)
    if title is None or name != naming.name or title in found:
        return False
    return isinstance(found[name].node, Scalar) and not isinstance(entry.value, Scalar)


def _swapped(naming: Naming, name: str, entry: Entry, main: Given, reader: Reader) -> Hint:
    title = _TITLES[naming.name]
    if main.key is None:
        return Hint(f"write `{title}:` and `{name}:`")
    first = reader.text[main.node.start : main.node.end]
    # The kind's name comes first, so its text and the list change places as well as names.
    here, there = (main.key.start, main.node.end), (entry.key.start, entry.value.end)
    moved = f"{title}: {first}"
    eol = cures.newline(reader.text)
    indent = " " * cures.column(reader.text, main.key.start)
    body = name + reader.text[entry.key.end : there[1]]
    if here[1] > there[0] or "\n" in first:
        return Hint(f"write `{title}:` and `{name}:`")
    between = reader.text[here[1] : there[0]].strip(" \r\n")
    rest = f"{eol}{indent}{between}" if between else ""
    edit = Edit(here[0], there[1], f"{body.rstrip()}{eol}{indent}{moved}{rest}")
    return Hint(f"write `{title}: {first}`, and the list under `{name}:`", (edit,))


def _block_of(naming: Naming, name: str) -> bool:
    """True for a block written straight into a section or the lesson."""
    if naming.name == "section":
        return name in BLOCKS
    return naming.name == "lesson" and name in BLOCKS and name not in SYNONYMS["lesson"]


def _belongs_elsewhere(naming: Naming, name: str) -> bool:
    return not _of_theme(naming) and (name in _OWNERS or (naming.name != "lesson" and name in LESSON_ONLY))


def _of_theme(naming: Naming) -> bool:
    """Themes share no field with lessons: there a lesson's names are strangers like any other."""
    return naming.name.startswith("theme")


def _misplaced(naming: Naming, given: Given, rest: Sequence[Entry], reader: Reader) -> None:
    runs = moves.block_runs(given.node, rest) if naming.name in ("section", "lesson") else ()
    moved = {entry.key.value for run in runs for entry in run}
    if runs:
        names = listed([f"`{run[0].key.value}`" for run in runs])
        verb = "is a block" if len(runs) == 1 else "are blocks"
        where = "the section’s `content`" if naming.name == "section" else "the `content` of a section"
        hint = moves.into_content(naming.name, given.node, runs, reader.text)
        message = f"{names} {verb}; blocks stand in {where}, each with a dash before it."
        reader.error("misplaced-field", message, given.below(runs[0][0]), hint, key=True)
    for entry in rest:
        if entry.key.value not in moved:
            _unknown(naming, given, entry, reader)


def _unknown(naming: Naming, given: Given, entry: Entry, reader: Reader) -> None:
    written, name = entry.key.value, normalised(entry.key.value)
    below = given.below(entry)
    if _of_theme(naming):
        hint = Hint(f"its fields are {', '.join(f'`{field}`' for field in naming.fields)}")
        reader.error("unknown-field", f"{capital(naming.noun)} has no `{written}`.", below, hint, key=True)
        return
    if naming.name == "lesson" and name in ("content", "heading", "headline"):
        hint = moves.into_section(given.node, entry, reader.text)
        reader.error("misplaced-field", f"`{name}` belongs to a section.", below, hint, key=True)
        return
    if naming.name != "lesson" and name in LESSON_ONLY:
        message = f"`{name}` belongs to the lesson as a whole, at the left edge."
        hint = moves.to_top(entry, given, name, reader)
        reader.error("misplaced-field", message, below, hint, key=True)
        return
    if name in _OWNERS:
        message = f"`{written}` belongs to {_OWNERS[name]}, not to {naming.noun}."
        hint = moves.under_the_question(given.node, entry, reader.text) or Hint(
            "move it there, or leave it out"
        )
        reader.error("misplaced-field", message, below, hint, key=True)
        return
    block = BLOCK_SYNONYMS.get(name)
    names = ", ".join(f"`{field}`" for field in naming.fields)
    cure = (
        f"make it a block `{block}:` in `content`"
        if block and naming.name == "section"
        else f"its fields are {names}"
    )
    reader.error(
        "unknown-field",
        f"{capital(naming.noun)} has no `{written}`.",
        below,
        Hint(cure),
        key=True,
    )
