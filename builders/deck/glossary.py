"""Terms or people in, slides of two even columns out; few or long ones stand in one wide column."""

from __future__ import annotations

from collections.abc import Sequence

from builders.deck.draft import Context, Draft, numbered, paged
from builders.deck.fit import levelled, sizes, steps
from builders.deck.measure import PITCH, height
from builders.deck.runs import Runs
from builders.deck.slides import Paragraph, TextBox
from builders.diagnostics import Loc

Entry = tuple[Runs, Runs]
"""What is explained, and its explanation."""

FEW = 3
MOST = 8
"""Entries on a slide."""


def glossary(context: Context, entries: Sequence[Entry], title: Runs, loc: Loc) -> list[Draft]:
    """The slides of a list of terms with their definitions."""
    columns = _columns(context, entries) if len(entries) > FEW else None
    if columns is None:
        text = tuple(paragraph for entry in entries for paragraph in _paragraphs(entry))
        return paged(context, "terms", "body", text, title, loc)
    base, parts = columns
    drafts = []
    for left, right in zip(parts[::2], parts[1::2], strict=True):
        shapes = []
        for key, part in (("left", left), ("right", right)):
            holder = context.holder("columns", key)
            text = tuple(paragraph for entry in part for paragraph in _paragraphs(entry))
            shapes.append(TextBox(key, holder.box, text, sizes(holder, base, context.type)))
        drafts.append(Draft("columns", title, loc, tuple(shapes)))
    return numbered(drafts)


def _paragraphs(entry: Entry) -> tuple[Paragraph, ...]:
    name, meaning = entry
    return (Paragraph(name), Paragraph(meaning, 1)) if meaning else (Paragraph(name),)


def _columns(context: Context, entries: Sequence[Entry]) -> tuple[float, list[Sequence[Entry]]] | None:
    """A type size and the entries of an even number of columns, few and level; None if an entry is too tall."""
    holder = context.holder("columns", "left")
    least = 2 * -(-len(entries) // MOST)
    for count in range(least, len(entries) + 1, 2):
        for base in steps(holder):
            own = sizes(holder, base, context.type)
            heights = [
                height(_paragraphs(entry), holder.levels, own, holder.box.width, context.type)
                for entry in entries
            ]
            gap = holder.levels[0].before * own[0] * PITCH
            parts = levelled(heights, gap, holder.box.height, count)
            if parts is not None:
                return base, [entries[a:b] for a, b in parts]
    return None
