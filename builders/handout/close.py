"""The end of a handout: discussion, exit ticket, further reading, works cited, credits and the licence."""

from __future__ import annotations

from builders.handout.extent import extent
from builders.handout.flow import heading
from builders.handout.questions import answer_space
from builders.handout.setting import Setting
from builders.handout.text import item, join, paragraph, paragraphs, runs, words
from builders.lesson.citations import cite, short_cite, sort_key
from builders.lesson.credits import credit_entry
from builders.lesson.dates import format_date
from builders.lesson.model import (
    Comparison,
    Document,
    ExitTicket,
    Image,
    Inline,
    Lesson,
    ModelAnswer,
    Quote,
    Source,
    Span,
    Table,
    Timeline,
    pictures,
)
from builders.lesson.spans import readable_url, sentence
from builders.pdf.blocks import Blank, Block, BulletList, Columns, Group, Paragraph, Rule, Run

NARROWEST_LIST = 24
"""The narrowest column of references, in ems of their type."""


def closing(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """Everything after the last section."""
    return (
        *_discussion(lesson.discussion, s),
        *(_exit(lesson.exit, s) if lesson.exit else ()),
        *_references(lesson, s),
        *_colophon(lesson, s),
    )


def images_used(lesson: Lesson) -> tuple[Image, ...]:
    """Each image that is printed, once, in the order of the pages."""
    blocks = [block for section in lesson.sections for block in section.blocks]
    shown = [image for block in blocks for image in pictures(block)]
    if lesson.figure:
        shown.insert(0, lesson.figure)
    return tuple({image.id: image for image in shown}.values())


def _discussion(questions: tuple[Inline, ...], s: Setting) -> tuple[Block, ...]:
    if not questions:
        return ()
    body = s.styles.body
    mark = body.colored(s.theme.palette.accent)
    asked = tuple(item("–", mark, paragraph(runs(text, body), body)) for text in questions)
    return (
        heading((Span(s.labels.discussion),), s),
        Group(
            (BulletList(asked, indent=s.hang, item_gap=s.unit, keep_items=True),),
            right_indent=s.beside / 2,
            space_after=2 * s.unit,
        ),
    )


def _exit(ticket: ExitTicket, s: Setting) -> tuple[Block, ...]:
    """A ticket to cut off: its frame is dashed, and it has a line for the name of its own."""
    padding = 3 * s.unit
    inner = s.within(s.width - 2 * padding)
    label = s.styles.small.colored(s.theme.palette.muted)
    answers = (ModelAnswer("", ticket.answer, ticket.loc),) if ticket.answer else ()
    name = Blank(
        ((words(s.labels.name, label), 0.4),),
        s.theme.palette.hairline,
        lead=words(s.labels.exit_ticket, s.styles.overline),
        lead_tag="H2",
        bookmark=s.labels.exit_ticket,
        anchor="exit",
        space_after=s.unit,
    )
    stem = paragraphs(ticket.stem, s.styles.body, s.unit / 2, keep_with_next=True)
    return (
        Group(
            (name, *stem, *answer_space(ticket.lines, answers, ticket.loc, inner)),
            tag="Sect",
            keep=True,
            frame=s.theme.palette.muted,
            padding=padding,
            space_before=5 * s.unit,
            space_after=3 * s.unit,
        ),
    )


def _references(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """Further reading (in short, where it is among the works cited), works cited and image credits, small."""
    further = {one.id for one in lesson.further_reading if isinstance(one, Source)}
    works = [one for one in lesson.sources if one.id in _used(lesson) or one.id not in further]
    cited = [cite(one, s.language) for one in sorted(works, key=sort_key)]
    read = [
        one
        if isinstance(one, tuple)
        else sentence(short_cite(one, s.language))
        if one in works
        else cite(one, s.language)
        for one in lesson.further_reading
    ]
    credits = [credit_entry(image, s.language) for image in images_used(lesson)]
    return (
        *_list(s.labels.further_reading, read, s),
        *_list(s.labels.works_cited, cited, s),
        *_list(s.labels.image_credits, credits, s),
    )


def _used(lesson: Lesson) -> frozenset[str]:
    """The ids of the sources that the sections cite."""
    used: set[str] = set()
    for block in (block for section in lesson.sections for block in section.blocks):
        match block:
            case Timeline():
                used |= {event.source.id for event in block.events if event.source}
            case Quote() | Table() | Comparison() | Document():
                used |= {block.source.id} if block.source else set()
            case _:
                continue
    return frozenset(used)


def _list(title: str, entries: list[Inline], s: Setting) -> tuple[Block, ...]:
    """Entries in two columns under a heading with a hairline above; in one where there is but one, or no room for
    two."""
    if not entries:
        return ()
    gap = 5 * s.unit
    narrow = (s.width - gap) / 2
    two = len(entries) > 1 and narrow >= NARROWEST_LIST * s.theme.page.caption[0]
    listed = [_reference(entry, s) for entry in entries]
    heights = [extent((one,), narrow if two else s.width) for one in listed]
    head = _head(title, s)
    if not two:
        return (*head, *listed)
    half = _half(heights)
    columns = Columns(tuple(listed[:half]), tuple(listed[half:]), share=0.5, gap=gap, even=True)
    return (*head, columns)


def _half(heights: list[float]) -> int:
    """Where to divide entries so that the columns are as even as can be, the first the longer."""
    total = sum(heights)
    return min(range(1, len(heights) + 1), key=lambda n: max(sum(heights[:n]), total - sum(heights[:n])))


def _head(title: str, s: Setting) -> tuple[Block, ...]:
    style = s.styles.overline
    return (
        Rule(s.theme.palette.hairline, 0.5, space_before=3 * s.unit, space_after=s.unit, keep_with_next=True),
        paragraph(
            words(title, style), style, tag="H2", bookmark=title, keep_with_next=True, space_after=s.unit
        ),
    )


def _reference(entry: Inline, s: Setting) -> Paragraph:
    style = s.styles.caption.colored(s.theme.palette.ink)
    return paragraph(
        runs(entry, style),
        style,
        indent=2 * s.unit,
        first_indent=-2 * s.unit,
        space_after=s.unit / 2,
        keep_together=True,
    )


def _colophon(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """Who wrote the lesson, when, and under which licence it may be used."""
    style = s.styles.caption
    license = lesson.license
    said: list[tuple[Run, ...]] = []
    if license:
        text = s.labels.text_license_sentence(license.label, images=bool(images_used(lesson)))
        address = words(readable_url(license.url), style, link=license.url) if license.url else ()
        said.append(join([words(text, style), address], words(" ", style)))
    if lesson.authors:
        said.append(words(f"{s.labels.authors} {', '.join(lesson.authors)}", style))
    said.append(words(lesson.subject or "", style))
    if lesson.updated:
        said.append(words(f"{s.labels.updated} {format_date(lesson.updated, s.language)}", style))
    parts = join(said, words(" · ", style))
    if not parts:
        return ()
    rule = Rule(s.theme.palette.hairline, 0.5, space_before=3 * s.unit, space_after=s.unit)
    return (Group((rule, Paragraph(parts, leading=style.leading)), keep=True),)
