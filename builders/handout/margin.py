"""Blocks and what is noted beside them in, a column with its margin out; without a margin, notes below their
blocks."""

from __future__ import annotations

from typing import TypeAlias

from builders.handout.setting import GAP, MAIN, Setting
from builders.handout.text import paragraph, runs, words
from builders.lesson.model import Inline
from builders.pdf.blocks import Beside, Block, Group, Paragraph

Note: TypeAlias = tuple[Block, ...]
"""The blocks of a note, set for the setting's margin."""

Entry: TypeAlias = tuple[Inline, Inline]
"""What is explained, and its explanation."""


def beside(main: tuple[Block, ...], notes: tuple[Note, ...], s: Setting) -> tuple[Block, ...]:
    """Blocks of the reading column with the notes that belong to them."""
    if s.margined:
        return () if not (main or notes) else (Beside(main, notes, share=MAIN, gap=GAP),)
    if not notes:
        return main
    last = len(notes) - 1
    held = Group(main, keep_with_next=True)
    return (held, *(Group(note, keep_with_next=n < last, space_after=s.unit) for n, note in enumerate(notes)))


def entry(explained: Entry, s: Setting) -> Paragraph:
    """What is explained, in bold, before its explanation."""
    style = s.styles.small
    name, text = explained
    return paragraph(
        (*runs(name, style.bold()), *words("\u2009 ", style), *runs(text, style)),
        style,
        right_indent=s.beside,
        space_after=s.unit,
        keep_together=True,
    )
