"""Terms or people in, slides out: each large beside what is said of it, hairlines between."""

from __future__ import annotations

from collections.abc import Sequence

from builders.deck.draft import Context, Draft, paged
from builders.deck.rows import Row, glossary_scale, row_drafts
from builders.deck.runs import Runs
from builders.deck.slides import Paragraph
from builders.diagnostics import Loc

Entry = tuple[Runs, Runs]
"""What is explained, and its explanation."""


def glossary(context: Context, entries: Sequence[Entry], title: Runs, loc: Loc) -> list[Draft]:
    """The slides of a list of terms with their definitions; those with one too long for a row stand as text."""
    if not entries:
        return []
    rows = [Row(name, meaning) for name, meaning in entries]
    drafts = row_drafts(context, "glossary", rows, glossary_scale(context), title, loc)
    if drafts is not None:
        return drafts
    text = tuple(paragraph for entry in entries for paragraph in _paragraphs(entry))
    return paged(context, "terms", "body", text, title, loc)


def _paragraphs(entry: Entry) -> tuple[Paragraph, ...]:
    name, meaning = entry
    return (Paragraph(name), Paragraph(meaning, 1)) if meaning else (Paragraph(name),)
