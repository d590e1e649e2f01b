"""Headings and running text of the teacher's pages: names at the left, what is said about them beside."""

from __future__ import annotations

from builders.handout.setting import Setting
from builders.handout.text import apart, paragraph, paragraphs, runs, words
from builders.lesson.model import Inline, Prose, plain
from builders.pdf.blocks import Block, Columns, Group, Paragraph

NAMES, GAP = 112.0, 20.0
"""The column of names at the left and the space beside it, in points."""


def part(title: str, s: Setting) -> Paragraph:
    """A third-level heading, which opens a part of the teacher's pages."""
    style = s.styles.heading
    return paragraph(
        words(title, style),
        style,
        tag="H3",
        space_before=3 * s.unit,
        space_after=s.unit,
        keep_with_next=True,
        bookmark=title,
    )


def subpart(title: Inline, about: str, s: Setting) -> Paragraph:
    """A fourth-level heading with a word about it, across the page."""
    style, muted = s.styles.small.bold(), s.styles.caption
    return paragraph(
        (*runs(title, style), *((*apart(muted), *words(about, muted)) if about else ())),
        style,
        tag="H4",
        space_after=s.unit / 2,
        keep_with_next=True,
        bookmark=plain(title),
    )


def named(title: Inline, about: str, body: tuple[Block, ...], s: Setting, anchor: str | None = None) -> Block:
    """A fourth-level heading with a word about it, and beside it what belongs to it."""
    style, muted = s.styles.small.bold(), s.styles.caption
    head: list[Block] = [
        paragraph(
            runs(title, style), style, tag="H4", keep_with_next=True, bookmark=plain(title), anchor=anchor
        )
    ]
    if about:
        head.append(paragraph(words(about, muted), muted))
    share = NAMES / (s.width - GAP)
    return Columns(tuple(head), body, share=share, gap=GAP, space_after=2 * s.unit)


def told(prose: Prose, s: Setting) -> tuple[Block, ...]:
    """Prose in the column beside the names; their place stays empty."""
    text = paragraphs(prose, s.styles.body, s.unit)
    return (Group(text, indent=NAMES + GAP, space_after=2 * s.unit),) if text else ()


def prose(texts: Prose, s: Setting) -> tuple[Block, ...]:
    """Prose to stand beside a name."""
    return paragraphs(texts, s.styles.body, s.unit)
