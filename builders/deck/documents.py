"""A historical document in, slides out: headnote, excerpt beside a rule, source; then its questions."""

from __future__ import annotations

from builders.deck.draft import Context, Draft, bounded, cut_short, numbered, paged
from builders.deck.evidence import attribution
from builders.deck.fit import depth, fit, pages
from builders.deck.questions import group_drafts
from builders.deck.runs import Runs, joined, paragraphs, plain_runs
from builders.deck.slides import Box, Paragraph, Shape
from builders.deck.speaker import Notes
from builders.diagnostics import Diagnostic
from builders.lesson.model import Document


def document_drafts(context: Context, document: Document) -> list[Draft]:
    """The document's slides, then the questions on it (and for the teacher their answers)."""
    words = context.labels
    name = words.document_label(document.label)
    called = context.runs(document.title)
    title = joined((context.say(name), called), f"{words.colon} ", context.language)
    if document.headline:  # after the label, by which tasks name the document
        title = (*context.say(f"{name}{words.colon} ", ink="accent"), *context.runs(document.headline))
    source = _source(context, document, called if document.headline else ())
    drafts = _excerpt(context, document, title, source)
    return [*drafts, *group_drafts(context, document.questions, name, document.loc)]


def _excerpt(context: Context, document: Document, title: Runs, source: Runs) -> list[Draft]:
    words = context.labels
    head = (Paragraph(context.runs(document.headnote)),) if document.headnote else ()
    original = paragraphs(document.excerpt, document.language or context.language)
    translation = paragraphs(document.translation, context.language)
    drafts: list[Draft] = []
    holder = context.holder("document", "headnote")
    fits = fit(head, holder, _beside(context, source), context.type) is not None
    if head and (not fits or not (original or translation)):
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
    """The excerpt beside its headnote, then the rest of it alone; where it is from at the foot of each."""
    holder = context.holder("document", "excerpt")
    beside: list[Shape] = []
    problems: tuple[Diagnostic, ...] = ()
    notes: Notes = ()
    if source:
        box, short = bounded(context, "document", "source", (Paragraph(source),))
        beside.append(box)
        problems = (cut_short(context, document.loc, "source"),) if short else ()
        notes = (Paragraph(source),) if short else ()
    drafts = []
    for number, found in enumerate(pages(text, holder, holder.box, context.type)):
        shapes: list[Shape] = [found, *beside]
        if head and number == 0:
            shapes.insert(0, bounded(context, "document", "headnote", head, _beside(context, source))[0])
        drafts.append(Draft("document", title, document.loc, tuple(shapes), problems=problems, notes=notes))
    return drafts


def _beside(context: Context, source: Runs) -> Box:
    """The room of the headnote: down to what is said of the source."""
    top, foot = context.holder("document", "headnote"), context.holder("document", "source")
    box, _ = bounded(context, "document", "source", (Paragraph(source),))
    end = foot.box.bottom - (depth(box, foot, context.type) + 18 if source else 0)
    return Box(top.box.x, top.box.y, top.box.width, end - top.box.y)


def _source(context: Context, document: Document, called: Runs) -> Runs:
    """What it is called where nothing else says it, who, when, where printed, who translated, and the rights, in one
    paragraph."""
    lines = attribution(context, document.by, document.date, document.source, document.translator)
    if any(plain_runs(called) in plain_runs(line.runs) for line in lines):
        called = ()
    parts = (called, *(line.runs for line in lines), context.runs(document.rights))
    return joined(parts, " · ", context.language)
