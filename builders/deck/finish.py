"""Drafts in, slides out: titles made unique and fitted, footers and sections, notes only for the teacher."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from builders.deck.draft import Context, Draft
from builders.deck.fit import depth, first_that_fit, fit, sizes
from builders.deck.measure import last_line
from builders.deck.runs import ELLIPSIS, Runs, line, plain_runs, shortened, tied_end
from builders.deck.slides import (
    ChartShape,
    DeckSection,
    DrawingShape,
    Paragraph,
    PictureShape,
    Placeholder,
    Shape,
    Slide,
    TableShape,
    TextBox,
)
from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.lesson.model import plain

NO_BREAK = "\u00a0"
APART = 48
"""The most characters of what tells a slide from another of the same title."""


@dataclass(frozen=True, slots=True)
class Group:
    """The drafts of one section of the deck."""

    name: str
    drafts: tuple[Draft, ...]


def finish(
    context: Context, groups: Sequence[Group]
) -> tuple[tuple[Slide, ...], tuple[DeckSection, ...], tuple[Diagnostic, ...]]:
    """The slides of all groups that the audience sees, their sections, and what didn't fit."""
    taken: set[str] = set()
    slides: list[Slide] = []
    sections: list[DeckSection] = []
    found: list[Diagnostic] = []
    for group in groups:
        shown = [draft for draft in group.drafts if draft.audience == "all" or context.audience == "teacher"]
        footer = _footer(context, group.name)
        for draft in shown:
            slide, problems = _slide(context, draft, group.name, footer, taken)
            slides.append(slide)
            found += problems
        if shown:
            sections.append(DeckSection(group.name, len(shown)))
    return tuple(slides), tuple(sections), tuple(dict.fromkeys(found))


def _slide(
    context: Context, draft: Draft, section: str, footer: str, taken: set[str]
) -> tuple[Slide, list[Diagnostic]]:
    box, short = _title(context, draft, context.holder(draft.layout, "title"), taken)
    title = plain_runs(box.paragraphs[0].runs)
    notes, problems = draft.notes, list(draft.problems)
    if short and not draft.whole and draft.part[0] == 1:
        notes = (Paragraph(draft.title), *notes)
        problems.append(_long_title(context, draft, title))
    if context.audience == "student":
        notes = ()
    shapes = (box, *_following(context, draft, box))
    slide = Slide(draft.layout, title, shapes, footer, section, draft.loc, notes, draft.audience)
    return slide, problems


def _following(context: Context, draft: Draft, title: TextBox) -> Iterable[Shape]:
    """What stands below the title, nearer to one that is short; what stands at the foot stays there."""
    layout = context.layouts.layout(draft.layout)
    holder = layout.holder("title")
    rise = round((holder.box.height - depth(title, holder, context.type)) / 2, 2) if layout.follows else 0.0
    for shape in draft.shapes:
        match shape:
            case TextBox():
                own = layout.holder(shape.placeholder)
                fixed = own.anchor == "b" or shape.box.y < holder.box.y
                yield shape if fixed else replace(shape, box=replace(shape.box, y=shape.box.y - rise))
            case TableShape() | PictureShape() | ChartShape():
                yield replace(shape, box=replace(shape.box, y=shape.box.y - rise))
            case DrawingShape():
                yield replace(shape, y=shape.y - rise)
            case _:
                assert_never(shape)


def _long_title(context: Context, draft: Draft, title: str) -> Diagnostic:
    return Diagnostic(
        "slide-overflow",
        Severity.WARNING,
        f"this is too long for the title of a slide, which says “{title[:60].rstrip(ELLIPSIS + ' ')}…”",
        Place(context.file, draft.loc),
        (
            Hint(
                "say it in one sentence of at most two lines; a block can have a short “headline” of its own"
            ),
        ),
    )


def _title(context: Context, draft: Draft, holder: Placeholder, taken: set[str]) -> tuple[TextBox, bool]:
    """The title's box, and whether it had to be cut. Its text is entered in `taken`."""
    base = draft.title or line(plain(context.lesson.title), context.language)
    for extra in _distinctions(context, draft):
        box, short = _fitted(context, holder, base, extra)
        key = " ".join(plain_runs(box.paragraphs[0].runs).casefold().split())
        if key not in taken:
            taken.add(key)
            return box, short
    raise AssertionError("numbers never run out")  # pragma: no cover


def _distinctions(context: Context, draft: Draft) -> Iterable[Runs]:
    """What may stand after the title, until it is unique: its part, what tells it apart, a number."""
    language = context.language
    k, n = draft.part
    part = context.labels.part(k, n).replace(" ", NO_BREAK)
    own = line(f" ({part})", language, ink="muted") if n > 1 else ()
    yield own
    if draft.apart:
        apart = draft.apart if len(plain_runs(draft.apart)) <= APART else shortened(draft.apart, APART)
        yield (*line(" · ", language), *apart, *own)
    number = 2
    while True:
        yield (*own, *line(f" ({number})", language, ink="muted"))
        number += 1


def _fitted(context: Context, holder: Placeholder, base: Runs, extra: Runs) -> tuple[TextBox, bool]:
    """A title at the largest size at which it stands in its box; at the smallest it is cut at a word."""

    def box(text: Runs) -> TextBox | None:
        own = fit((Paragraph(text),), holder, holder.box, context.type)
        return None if own is None else TextBox("title", holder.box, (Paragraph(text),), own)

    if (whole := box((*base, *extra))) is not None:
        tied = box(tied_end((*base, *extra))) if _several(whole, holder, context) else None
        return tied if tied is not None and tied.sizes >= whole.sizes else whole, False
    low, high = 1, len(plain_runs(base))
    while low < high:
        middle = (low + high + 1) // 2
        if box((*shortened(base, middle), *extra)) is not None:
            low = middle
        else:
            high = middle - 1
    text = (*shortened(base, low), *extra)
    smallest = TextBox("title", holder.box, (Paragraph(text),), sizes(holder, holder.floor, context.type))
    return box(text) or smallest, True


def _several(box: TextBox, holder: Placeholder, context: Context) -> bool:
    """Whether text takes more than a line, in one font or another."""
    return last_line(box.paragraphs[0], holder.levels[0], box.sizes[0], holder.box.width, context.type) < 1


def _footer(context: Context, section: str) -> str:
    """The lesson's title and the section, cut to one line."""
    holder = context.layouts.footer
    title = plain(context.lesson.title)
    parts = dict.fromkeys(part for part in (context.theme.footer, title, section) if part)
    text = Paragraph(line("  ·  ".join(parts), context.language))
    own = sizes(holder, holder.floor, context.type)
    kept = first_that_fit((text,), holder, own, holder.box, context.type)
    return plain_runs(kept[0].runs) if kept else ELLIPSIS
