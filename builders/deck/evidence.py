"""Points, timelines, quotations and pictures in, slides out: the evidence under a headline."""

from __future__ import annotations

from dataclasses import replace

from builders.deck.draft import Context, Draft, bounded, cut_short, numbered, paged
from builders.deck.fit import depth, pages
from builders.deck.holders import LEFT, TIMELINE
from builders.deck.measure import PITCH, first_baseline
from builders.deck.runs import Runs, joined, runs
from builders.deck.slides import DrawingShape, Paragraph, Shape, TextBox
from builders.deck.speaker import Notes
from builders.figures.drawing import Drawing, Label
from builders.figures.timeline_slides import timeline_on_slides
from builders.lesson.citations import untold_cite
from builders.lesson.dates import Date, format_date
from builders.lesson.model import Inline, Point, Points, Quote, Source, Span, Timeline

MARKS = {"«": (66.0, 0.44), "„": (92.0, 0.24)}
"""The size of the quotation mark beside a quotation, and what of it reaches from its baseline to the height of the
first line's capitals; „ hangs lower."""
MARK = (92.0, 0.7)
"""The same for “."""
BELOW = 22.0
"""What stands free between a quotation and who said it."""
RISE = 0.42
"""What of a slide's free room stands above a quotation."""
NOTE_LINE = 16.0
"""The height of a second line of the note below a timeline."""
CAPITALS = 0.7
"""The height of capitals, by the size."""


def points_drafts(context: Context, block: Points, title: Runs, apart: Runs) -> list[Draft]:
    """A list, its items below them in smaller type."""
    return paged(
        context, "points", "body", tuple(_items(context, block.points, 0)), title, block.loc, apart=apart
    )


def _items(context: Context, points: tuple[Point, ...], level: int) -> list[Paragraph]:
    items: list[Paragraph] = []
    for point in points:
        items.append(Paragraph(context.runs(point.text), level))
        items += _items(context, point.points, min(level + 1, 2))
    return items


def timeline_drafts(context: Context, block: Timeline, title: Runs, apart: Runs) -> list[Draft]:
    """The timeline as native shapes, on as many slides as are readable, all of one scale."""
    holder = context.holder("timeline", "note").box
    drafts = []
    # A note of two lines takes the second from the drawing.
    for more in (0.0, NOTE_LINE):
        room = replace(TIMELINE, height=TIMELINE.height - more)
        found = timeline_on_slides(
            block.events,
            room.width,
            room.height,
            context.theme,
            context.language,
            context.type.text.family,
        )
        named = context.runs(block.title) if block.headline else ()
        notes = [joined((named, context.say(one)), " · ", context.language) for one in found.notes]
        place = replace(holder, y=holder.y - more, height=holder.height + more)
        said = [
            bounded(context, "timeline", "note", (Paragraph(note),), place) if note else None
            for note in notes
        ]
        short = any(one is not None and one[1] for one in said)
        if not short:
            break
    problems = (cut_short(context, (*block.loc, "title"), "title"),) if short else ()
    for drawing, told in zip(found.drawings, said, strict=True):
        shapes: list[Shape] = [DrawingShape(room.x, room.y, drawing, context.labels.timeline)]
        if told:
            shapes.append(told[0])
        drafts.append(Draft("timeline", title, block.loc, tuple(shapes), apart=apart, problems=problems))
    return numbered(drafts)


def quote_drafts(
    context: Context, block: Quote, title: Runs, apart: Runs, *, plain_title: bool
) -> list[Draft]:
    """The quotation, large, beside its mark; the translation and who said it below."""
    layout = "quotation" if plain_title else "quote"
    holder, by_holder = context.holder(layout, "quote"), context.holder(layout, "by")
    own = block.language or context.language
    text = [Paragraph(runs(block.text, own))]
    if block.translation:
        text.append(Paragraph(context.runs(block.translation), 1))
    source = attribution(context, block.by, block.date, block.source, block.translator)
    drafts = []
    for box in pages(text, holder, holder.box, context.type):
        used = max(depth(box, holder, context.type), 1.0)
        by, short = bounded(context, layout, "by", source) if source else (None, False)
        said = depth(by, by_holder, context.type) + BELOW if by else 0.0
        # The quotation and who said it stand together, a little above the middle of the room.
        free = by_holder.box.bottom - holder.box.y - used - said
        placed = replace(box, box=replace(box.box, y=round(holder.box.y + free * RISE, 2), height=used))
        shapes: list[Shape] = [_mark(context, placed), placed]
        if by:
            top = placed.box.bottom + BELOW
            shapes.append(replace(by, box=replace(by.box, y=top, height=said - BELOW)))
        problems = (cut_short(context, block.loc, "source"),) if short else ()
        notes: Notes = source if short else ()
        drafts.append(
            Draft(layout, title, block.loc, tuple(shapes), apart=apart, problems=problems, notes=notes)
        )
    return numbered(drafts)


def attribution(
    context: Context, by: Inline, date: Date | None, source: Source | None, translator: str | None
) -> tuple[Paragraph, ...]:
    """Who said it and when; in small type, where it is printed and who translated it."""
    language = context.language
    when: Inline = (Span(format_date(date, language)),) if date else ()
    first = joined((context.runs(by), context.runs(when)), ", ", language)
    second = joined(
        (
            context.runs(untold_cite(source, language, by, date)) if source else (),
            context.say(_translated(context, translator)) if translator else (),
        ),
        " · ",
        language,
    )
    lines = (Paragraph(first), Paragraph(second, 1 if first else 0)) if second else (Paragraph(first),)
    return tuple(line for line in lines if line.runs)


def _translated(context: Context, name: str) -> str:
    """Who translated, in words; "our translation" says it already."""
    words = context.labels
    if words.translation.casefold() in name.casefold():
        return name[:1].upper() + name[1:]
    return words.translated_by.format(name=name)


def _mark(context: Context, box: TextBox) -> DrawingShape:
    """The lesson's opening quotation mark, its top on the height of the first line's capitals."""
    face, first = context.type.heading, box.sizes[0]
    mark = context.labels.open_quote.strip()
    size, top = MARKS.get(mark, MARK)
    baseline = box.box.y + first_baseline(face, first) + top * size - CAPITALS * first
    label = Label(0, first_baseline(face, size), mark, face, size, context.theme.palette.accent)
    drawing = Drawing(size / 2, size * PITCH, (label,), "")
    return DrawingShape(
        LEFT - 4, baseline - first_baseline(face, size), drawing, "Quotation mark", decorative=True
    )
