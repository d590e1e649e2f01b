"""Prose, points and quotations in, numbered paragraphs, nested lists and display quotations out."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from builders.handout.margin import Note, beside
from builders.handout.setting import Setting
from builders.handout.text import How, Style, day, item, join, paragraph, runs, words
from builders.lesson.citations import short_cite
from builders.lesson.dates import format_date
from builders.lesson.model import Inline, Point, Points, Quote, Text, plain
from builders.lesson.spans import sentence
from builders.pdf.blocks import Block, BulletList, Group, Paragraph, Run
from builders.theme.measure import advance

_QUOTES = frozenset('“„«"‘‚‹')


JUSTIFIED_EMS = 20
"""The narrowest measure, in ems of its type, that is justified."""


def text(
    block: Text, first: int | None, noted: tuple[tuple[Note, ...], ...], s: Setting
) -> tuple[Block, ...]:
    """Paragraphs, numbered from `first` on, so that a class can name one; unnumbered when that is None. Beside each
    stands what is explained there."""
    figures, body, column = s.styles.caption, s.styles.body, s.column
    indent = s.hang if first is not None else 0.0
    measure = column.width - indent - column.beside
    blocks: list[Block] = []
    for n, part in enumerate(block.prose):
        set_ = paragraph(
            runs(part, body),
            body,
            align=s.align if measure >= JUSTIFIED_EMS * body.size else "left",
            indent=indent,
            right_indent=column.beside,
            label=() if first is None else words(str(first + n), figures),
            space_after=s.unit,
        )
        blocks += beside((set_,), noted[n] if n < len(noted) else (), s)
    return tuple(blocks)


def points(block: Points, s: Setting) -> tuple[Block, ...]:
    """A list, nested as deep as it goes."""
    return (Group((_list(block.points, s, 0),), right_indent=s.beside, space_after=2 * s.unit),)


def dashes(texts: tuple[Inline, ...], s: Setting) -> BulletList:
    """A flat list of texts."""
    mark = s.styles.body.colored(s.theme.palette.accent)
    items = tuple(item("–", mark, paragraph(runs(one, s.styles.body), s.styles.body)) for one in texts)
    return BulletList(items, indent=s.hang, item_gap=s.unit / 2, keep_items=True)


def quote(block: Quote, notes: tuple[Note, ...], s: Setting) -> tuple[Block, ...]:
    """The original wording, large, its mark hanging in the indent; its translation; who said it and when. Where it is
    printed stands in the margin."""
    styles, column = s.styles, s.column
    body: list[Block] = [
        _hung(block.text, styles.quote, column, language=block.language, keep_with_next=True, even=True),
    ]
    if block.translation:
        translation = styles.body
        body.append(
            _hung(block.translation, translation, column, space_before=s.unit / 2, keep_with_next=True)
        )
    small, note = styles.small.colored(s.theme.palette.muted), styles.caption
    by = join(
        [
            runs(block.by, styles.small.bold()),
            day(format_date(block.date, s.language), small) if block.date else (),
        ],
        words(", ", small),
    )
    if by:
        dash = words("— ", small)
        body.append(
            paragraph(
                (*dash, *by),
                styles.small,
                indent=s.hang,
                first_indent=-_width(dash),
                space_before=s.unit / 2,
            )
        )
    cited = sentence(short_cite(block.source, s.language)) if block.source else ()
    translated = f"{translated_by(block.translator, s)}." if block.translator else ""
    after = join([runs(cited, note), words(translated, note)], words(" ", note))
    display = Group(
        tuple(body),
        tag="BlockQuote",
        keep=True,
        right_indent=column.beside,
        space_before=2 * s.unit,
        space_after=3 * s.unit,
    )
    return beside((display,), (*(((paragraph(after, note),),) if after else ()), *notes), s)


def _hung(text: Inline, style: Style, s: Setting, **how: Unpack[How]) -> Paragraph:
    """Quoted text; its opening mark stands before the edge of the text."""
    set_ = quoted(text, style, s)
    mark = 1 if set_ and set_[0].text[:1] in _QUOTES else 0
    hung = advance(set_[0].text[:mark], set_[0].face, set_[0].size) if mark else 0.0
    return replace(paragraph(set_, style, **how), indent=s.hang, first_indent=-hung)


def _width(runs: tuple[Run, ...]) -> float:
    return sum(advance(run.text, run.face, run.size) for run in runs)


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
