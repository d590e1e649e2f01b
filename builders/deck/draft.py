"""What the planners share: the lesson with its look in, and slides out that still want a unique title."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from builders.deck.fit import first_that_fit, fit, pages, sizes
from builders.deck.measure import height
from builders.deck.runs import Runs, line, runs
from builders.deck.slides import Audience, Box, Ink, Layouts, Paragraph, Placeholder, Shape, TextBox
from builders.diagnostics import Diagnostic, Hint, Loc, Place, Severity
from builders.lesson.labels import Labels
from builders.lesson.model import Inline, Lesson
from builders.theme.tokens import SlideType, Theme


@dataclass(frozen=True, slots=True)
class Context:
    """What every planner needs."""

    lesson: Lesson
    theme: Theme
    layouts: Layouts
    labels: Labels
    audience: Audience
    file: str

    @property
    def type(self) -> SlideType:
        """The theme's type of slides."""
        return self.theme.slide

    @property
    def dark(self) -> bool:
        """Whether covers and the openings of sections stand on a dark ground."""
        return self.theme.manner.cover == "night"

    @property
    def language(self) -> str:
        """The language of the lesson."""
        return self.lesson.language

    def holder(self, layout: str, key: str) -> Placeholder:
        """A placeholder by its layout and key."""
        return self.layouts.layout(layout).holder(key)

    def runs(self, text: Inline, *, ink: Ink | None = None, bold: bool = False) -> Runs:
        """Inline text of the lesson as runs."""
        return runs(text, self.language, ink=ink, bold=bold)

    def say(self, text: str, *, ink: Ink | None = None, bold: bool = False) -> Runs:
        """Words of ours as runs."""
        return line(text, self.labels.language, ink=ink, bold=bold)

    def label(self, *parts: str | None) -> Runs:
        """A label of several parts, in our words."""
        return self.say(" · ".join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide without its title. `title` is what it should say; `part` (k, n) numbers the slides that one thing
    takes; `apart` tells it from another slide of the same title. `whole` says that its words stand on another slide
    too, so that the title may be cut."""

    layout: str
    title: Runs
    loc: Loc
    shapes: tuple[Shape, ...] = ()
    part: tuple[int, int] = (1, 1)
    apart: Runs = ()
    problems: tuple[Diagnostic, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    audience: Literal["all", "teacher"] = "all"
    whole: bool = False


def numbered(drafts: list[Draft]) -> list[Draft]:
    """Drafts of one thing, numbered "(1 of 3)" where there are several."""
    return [replace(draft, part=(k, len(drafts))) for k, draft in enumerate(drafts, 1)]


def with_notes(draft: Draft, notes: tuple[Paragraph, ...], *, first: bool = False) -> Draft:
    """The draft with more notes, after or before its own."""
    return replace(draft, notes=(*notes, *draft.notes) if first else (*draft.notes, *notes))


def paged(
    context: Context,
    layout: str,
    key: str,
    paragraphs: tuple[Paragraph, ...],
    title: Runs,
    loc: Loc,
    *,
    label: Runs = (),
    apart: Runs = (),
    audience: Literal["all", "teacher"] = "all",
    whole: bool = False,
) -> list[Draft]:
    """The slides that paragraphs take in one placeholder of a layout, each with the label."""
    holder = context.holder(layout, key)
    drafts = []
    for box in pages(paragraphs, holder, holder.box, context.type):
        shapes: tuple[Shape, ...] = (box,)
        if label:
            shapes = (bounded(context, layout, "label", (Paragraph(label),))[0], box)
        drafts.append(Draft(layout, title, loc, shapes, apart=apart, audience=audience, whole=whole))
    return numbered(drafts)


def below(context: Context, layout: str, title: Runs, box: Box) -> Box:
    """The box with what a short title leaves free above it, for a layout in which the shapes follow their title."""
    rise = free_below(context, layout, (*title, *context.say(f" ({context.labels.part(2, 2)}) (2)")))
    return Box(box.x, box.y - rise, box.width, round(box.height + 2 * rise, 2))


def free_below(context: Context, layout: str, title: Runs) -> float:
    """Half of what a title leaves free of its box, by which shapes move up to it."""
    holder = context.holder(layout, "title")
    text = (Paragraph(title),)
    own = fit(text, holder, holder.box, context.type)
    if own is None or not context.layouts.layout(layout).follows:
        return 0.0
    return round(
        (holder.box.height - height(text, holder.levels, own, holder.box.width, context.type)) / 2, 2
    )


def bounded(
    context: Context, layout: str, key: str, paragraphs: tuple[Paragraph, ...], box: Box | None = None
) -> tuple[TextBox, bool]:
    """Text in its placeholder, and whether words had to be cut because it doesn't fit even at the smallest size."""
    holder = context.holder(layout, key)
    box = box or holder.box
    if (own := fit(paragraphs, holder, box, context.type)) is not None:
        return TextBox(key, box, paragraphs, own), False
    own = sizes(holder, holder.floor, context.type)
    kept = first_that_fit(paragraphs, holder, own, box, context.type)
    return TextBox(key, box, kept, own), True


def cut_short(context: Context, loc: Loc, what: str) -> Diagnostic:
    """`slide-overflow`: words that a slide has no room for, so that only the notes have all of them."""
    message = f"this {what} is too long for its slide: it is cut there, and whole in the teacher’s notes"
    return Diagnostic(
        "slide-overflow",
        Severity.WARNING,
        message,
        Place(context.file, loc),
        (Hint("say it in fewer words"),),
    )
