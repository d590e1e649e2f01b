"""Headings and running text of the teacher's pages."""

from __future__ import annotations

from builders.handout.setting import Setting
from builders.handout.text import paragraph, paragraphs, runs, words
from builders.lesson.model import Inline, Prose, plain
from builders.pdf.blocks import Block, Group, Paragraph


def part(title: str, s: Setting) -> Paragraph:
    """A third-level heading, which opens a part of the teacher's pages."""
    style = s.styles.heading
    return paragraph(
        words(title, style),
        style,
        tag="H3",
        space_before=4 * s.unit,
        space_after=s.unit,
        keep_with_next=True,
        bookmark=title,
    )


def subpart(title: Inline, about: str, s: Setting, anchor: str | None = None) -> Paragraph:
    """A fourth-level heading; `about` stands after it, small."""
    style, muted = s.styles.small.bold(), s.styles.small.colored(s.theme.palette.muted)
    return paragraph(
        (*runs(title, style), *words(f"   {about}" if about else "", muted)),
        style,
        tag="H4",
        space_before=2 * s.unit,
        space_after=s.unit / 2,
        keep_with_next=True,
        bookmark=plain(title),
        anchor=anchor,
    )


def prose_of(prose: Prose, s: Setting) -> Block:
    """Prose as wide as it reads well."""
    return Group(paragraphs(prose, s.styles.body, s.unit), right_indent=s.beside)
