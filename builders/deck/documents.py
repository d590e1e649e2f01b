"""A historical document in, slides out: headnote, excerpt beside a rule, source; then its questions."""

from __future__ import annotations

from dataclasses import replace

from builders.deck.draft import Context, Draft, bounded, cut_short, numbered, paged
from builders.deck.evidence import attribution
from builders.deck.fit import depth, pages
from builders.deck.measure import height
from builders.deck.questions import group_drafts
from builders.deck.runs import Runs, joined, paragraphs
from builders.deck.slides import Box, DrawingShape, Paragraph, Shape, TextBox
from builders.deck.speaker import Notes
from builders.diagnostics import Diagnostic
from builders.figures.drawing import Drawing, Rect
from builders.lesson.model import Document

RULE = 2.25
SEEN = 0.96
LONG = 112.0
"""A headnote deeper than this stands on a slide of its own, before the excerpt."""


def document_drafts(context: Context, document: Document) -> list[Draft]:
    """The document's slides, then the questions on it (and for the teacher their answers)."""
    words = context.labels
    name = words.document_label(document.label)
    named = joined((context.say(name), context.runs(document.title)), f"{words.colon} ", context.language)
    title = context.runs(document.headline) if document.headline else named
    source = _source(context, document, named if document.headline else ())
    drafts = _excerpt(context, document, title, source)
    return [*drafts, *group_drafts(context, document.questions, name, document.loc)]


def _excerpt(context: Context, document: Document, title: Runs, source: Runs) -> list[Draft]:
    words = context.labels
    head = (Paragraph(context.runs(document.headnote)),) if document.headnote else ()
    original = paragraphs(document.excerpt, document.language or context.language)
    translation = paragraphs(document.translation, context.language)
    drafts: list[Draft] = []
    holder = context.holder("document", "headnote")
    deep = height(head, holder.levels, [holder.floor], holder.box.width, context.type)
    if deep > LONG or (head and not original and not translation):
        note = context.say(words.headnote)
        drafts += paged(context, "text", "body", head, title, document.loc, apart=note)
        head = ()
    drafts += numbered(_pages(context, document, title, original, source, head))
    after = joined((title, context.say(words.translation)), ", ", context.language)
    return [
        *drafts,
        *numbered(_pages(context, document, after if original else title, translation, source, ())),
    ]


def _pages(
    context: Context,
    document: Document,
    title: Runs,
    text: tuple[Paragraph, ...],
    source: Runs,
    head: tuple[Paragraph, ...],
) -> list[Draft]:
    """The excerpt under its headnote, then the rest of it alone."""
    if not text:
        return []
    top = context.holder("document", "headnote")
    holder = context.holder("document", "excerpt")
    bottom = context.holder("document", "source").box
    used = height(head, top.levels, [top.floor], top.box.width, context.type)
    start = top.box.y + (used + 18 if head else 16)
    source_box, short = bounded(context, "document", "source", (Paragraph(source),))
    problems: tuple[Diagnostic, ...] = (cut_short(context, document.loc, "source"),) if short else ()
    notes: Notes = (Paragraph(source),) if short else ()
    end = bottom.y - 14 if source else bottom.bottom
    first = Box(holder.box.x, start, holder.box.width, end - start)
    later = replace(first, y=top.box.y + 16, height=end - top.box.y - 16)
    drafts = []
    for number, found in enumerate(pages(text, holder, first, context.type, later)):
        box = replace(found, box=replace(found.box, height=depth(found, holder, context.type)))
        shapes: list[Shape] = []
        if head and number == 0:
            shapes.append(TextBox("headnote", replace(top.box, height=used), head, (top.floor,)))
        shapes += [_rule(context, box), box]
        if source:
            shapes.append(replace(source_box, box=replace(bottom, y=box.box.bottom + 14)))
        drafts.append(Draft("document", title, document.loc, tuple(shapes), problems=problems, notes=notes))
    return drafts


def _rule(context: Context, box: TextBox) -> DrawingShape:
    """The rule at the left of an excerpt, as long as its lines are (a little less than the room kept for them)."""
    holder = context.holder("document", "excerpt")
    length = depth(box, holder, context.type) * SEEN
    bar = Rect(0, 0, RULE, round(length, 2), context.theme.palette.accent)
    x = context.holder("document", "headnote").box.x
    return DrawingShape(x, box.box.y, Drawing(RULE, bar.height, (bar,), ""), "Rule", decorative=True)


def _source(context: Context, document: Document, named: Runs) -> Runs:
    """Who, when, where printed, who translated, and the rights, in one paragraph."""
    lines = attribution(context, document.by, document.date, document.source, document.translator)
    parts = (named, *(line.runs for line in lines), context.runs(document.rights))
    return joined(parts, " · ", context.language)
