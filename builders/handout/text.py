"""Inline text in, runs and paragraphs in the theme's page styles out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from builders.lesson.model import Inline, Prose, Span
from builders.pdf.blocks import Align, Block, ListItem, Paragraph, Run
from builders.theme.faces import Face
from builders.theme.tokens import Theme


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: size and leading in points; `link` is the colour of links; `upper` sets capitals."""

    face: Face
    size: float
    leading: float
    color: str
    link: str
    spacing: float = 0.0
    upper: bool = False

    def bold(self) -> Style:
        """The same style in bold."""
        return replace(self, face=self.face.with_style(bold=True))

    def italic(self) -> Style:
        """The same style in italics."""
        return replace(self, face=self.face.with_style(italic=True))

    def colored(self, color: str) -> Style:
        """The same style in another colour."""
        return replace(self, color=color)


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style of the page, from the theme's scale."""

    title: Style
    subtitle: Style
    heading: Style
    subheading: Style
    body: Style
    quote: Style
    small: Style
    caption: Style
    overline: Style
    number: Style
    answer: Style
    cell_answer: Style
    furniture: Style


def styles(theme: Theme) -> Styles:
    """The page's styles of a theme."""
    page, palette = theme.page, theme.palette
    read, label = page.reading, page.label

    def style(face: Face, scale: tuple[float, float], color: str) -> Style:
        return Style(face, scale[0], scale[1], color, palette.accent)

    italic = read.with_style(italic=True)
    bold = label.with_style(bold=True)
    head = page.display.with_style(bold=True)
    return Styles(
        title=style(page.display, page.title, palette.ink),
        subtitle=style(italic, page.subtitle, palette.muted),
        heading=style(head, page.heading, getattr(palette, theme.manner.headings)),
        subheading=style(bold, page.subheading, palette.ink),
        body=style(read, page.body, palette.ink),
        quote=style(italic, page.subtitle, palette.ink),
        small=style(label, page.small, palette.ink),
        caption=style(label, page.caption, palette.muted),
        overline=replace(style(bold, page.overline, palette.accent), spacing=1.1, upper=True),
        number=style(head, page.body, palette.accent),
        answer=style(italic, page.body, palette.accent),
        cell_answer=style(
            italic, (min(page.body[0] - 1, 0.45 * page.answer_pitch), page.answer_pitch / 2), palette.accent
        ),
        furniture=style(label, page.furniture, palette.muted),
    )


def runs(text: Inline, style: Style) -> tuple[Run, ...]:
    """Formatted text in a style. Italics inside an italic style stand upright, as is usual in print."""
    return tuple(_run(span, style) for span in text if span.text)


def words(text: str, style: Style, link: str | None = None) -> tuple[Run, ...]:
    """Plain text in a style; nothing for empty text."""
    return runs((Span(text, link=link),), style) if text else ()


class How(TypedDict, total=False):
    """The fields of Paragraph that a caller may set."""

    tag: str
    align: Align
    indent: float
    right_indent: float
    first_indent: float
    space_before: float
    space_after: float
    label: tuple[Run, ...]
    label_tag: str | None
    keep_with_next: bool
    keep_together: bool
    number_lines: int
    line_number: tuple[Run, ...]
    language: str | None
    bookmark: str | None
    anchor: str | None
    hyphenate: bool
    even: bool


def paragraph(text: tuple[Run, ...], style: Style, **how: Unpack[How]) -> Paragraph:
    """Runs as a paragraph with the style's leading."""
    return Paragraph(text, leading=style.leading, **how)


def paragraphs(prose: Prose, style: Style, gap: float, **how: Unpack[How]) -> tuple[Paragraph, ...]:
    """Prose as paragraphs, `gap` apart; an anchor or a label stands at the first."""
    set_ = [paragraph(runs(text, style), style, **how) for text in prose]
    return tuple(
        replace(
            one,
            space_before=one.space_before if n == 0 else gap,
            space_after=one.space_after if n == len(set_) - 1 else 0.0,
            anchor=one.anchor if n == 0 else None,
            label=one.label if n == 0 else (),
        )
        for n, one in enumerate(set_)
    )


def item(label: str, style: Style, *body: Block) -> ListItem:
    """A list item with a printed label."""
    return ListItem(words(label, style), body)


def day(text: str, style: Style) -> tuple[Run, ...]:
    """A date, which stays on one line."""
    return words(text.replace(" ", "\u00a0"), style)


def apart(style: Style) -> tuple[Run, ...]:
    """A wide space, at which a line may still end: runs of plain spaces are printed as one."""
    return words("\u2002 ", style)


def join(parts: list[tuple[Run, ...]], between: tuple[Run, ...]) -> tuple[Run, ...]:
    """The parts that aren't empty, with `between` between them."""
    joined: list[Run] = []
    for part in parts:
        if part:
            joined += (*between, *part) if joined else part
    return tuple(joined)


def _run(span: Span, style: Style) -> Run:
    face = style.face
    if span.bold:
        face = face.with_style(bold=True)
    if span.italic:
        face = face.with_style(italic=not face.italic)
    return Run(
        span.text.upper() if style.upper else span.text,
        face,
        style.size,
        style.link if span.link else style.color,
        link=span.link,
        language=span.language,
        spacing=style.spacing,
    )
