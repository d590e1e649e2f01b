"""Prose, points and quotations in, numbered paragraphs, nested lists and block quotations out."""

from __future__ import annotations

from builders.handout.setting import Setting
from builders.handout.text import Style, item, join, paragraph, runs, words
from builders.lesson.citations import short_cite
from builders.lesson.dates import format_date
from builders.lesson.model import Inline, Point, Points, Quote, Text, plain
from builders.lesson.spans import sentence
from builders.pdf.blocks import Block, BulletList, Group, Run

_QUOTES = frozenset('“„«"‘‚‹')


def text(block: Text, first: int | None, s: Setting) -> tuple[Block, ...]:
    """Paragraphs, numbered from `first` on, so that a class can name one; unnumbered when that is None."""
    figures = s.styles.caption
    return tuple(
        paragraph(
            runs(part, s.styles.body),
            s.styles.body,
            align=s.align,
            indent=s.hang,
            right_indent=s.beside,
            label=() if first is None else words(str(first + n), figures),
            space_after=s.unit,
        )
        for n, part in enumerate(block.prose)
    )


def points(block: Points, s: Setting) -> tuple[Block, ...]:
    """A list, nested as deep as it goes."""
    return (Group((_list(block.points, s, 0),), right_indent=s.beside, space_after=2 * s.unit),)


def dashes(texts: tuple[Inline, ...], s: Setting) -> BulletList:
    """A flat list of texts."""
    mark = s.styles.body.colored(s.theme.palette.accent)
    items = tuple(item("–", mark, paragraph(runs(one, s.styles.body), s.styles.body)) for one in texts)
    return BulletList(items, indent=s.hang, item_gap=s.unit / 2, keep_items=True)


def quote(block: Quote, s: Setting) -> tuple[Block, ...]:
    """The original wording, large; its translation; who said it, when, and where it is printed."""
    styles = s.styles
    body: list[Block] = [
        paragraph(
            quoted(block.text, styles.quote, s), styles.quote, language=block.language, keep_with_next=True
        )
    ]
    if block.translation:
        body.append(
            paragraph(
                quoted(block.translation, styles.body, s),
                styles.body,
                space_before=s.unit / 2,
                keep_with_next=True,
            )
        )
    small, note = styles.small.colored(s.theme.palette.muted), styles.caption
    by = join(
        [
            runs(block.by, styles.small.bold()),
            words(format_date(block.date, s.language), small) if block.date else (),
        ],
        words(", ", small),
    )
    if by:
        body.append(paragraph((*words("— ", small), *by), styles.small, space_before=s.unit / 2))
    cited = sentence(short_cite(block.source, s.language)) if block.source else ()
    translated = f"{translated_by(block.translator, s)}." if block.translator else ""
    after = join([runs(cited, note), words(translated, note)], words(" ", note))
    if after:
        body.append(paragraph(after, note))
    return (
        Group(
            tuple(body),
            tag="BlockQuote",
            keep=True,
            indent=s.hang,
            right_indent=s.beside,
            space_before=s.unit,
            space_after=3 * s.unit,
        ),
    )


def translated_by(name: str, s: Setting) -> str:
    """Who translated, in words; "our translation" says it already."""
    if s.labels.translation.casefold() in name.casefold():
        return name[:1].upper() + name[1:]
    return s.labels.translated_by.format(name=name)


def quoted(text: Inline, style: Style, s: Setting) -> tuple[Run, ...]:
    """The text in the quotation marks of the lesson's language, unless it brought its own."""
    if plain(text)[:1] in _QUOTES:
        return runs(text, style)
    return (*words(s.labels.open_quote, style), *runs(text, style), *words(s.labels.close_quote, style))


def _list(points: tuple[Point, ...], s: Setting, depth: int) -> BulletList:
    mark = s.styles.body.colored(s.theme.palette.accent)
    sign = "–" if depth % 2 == 0 else "·"
    return BulletList(
        tuple(
            item(
                sign,
                mark,
                paragraph(runs(point.text, s.styles.body), s.styles.body),
                *((_list(point.points, s, depth + 1),) if point.points else ()),
            )
            for point in points
        ),
        numbering="Disc" if depth % 2 == 0 else "Circle",
        indent=s.hang,
        item_gap=s.unit / 2,
    )
