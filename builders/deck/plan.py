"""A lesson in, the plan of its deck and what doesn't fit out; for the teacher, or for students without any answer."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from builders.deck.closing import closing_groups
from builders.deck.draft import Context
from builders.deck.finish import Group, finish
from builders.deck.layouts import layouts
from builders.deck.opening import opening
from builders.deck.sections import section_drafts
from builders.deck.slides import Audience, DeckPlan
from builders.diagnostics import Diagnostic
from builders.lesson.labels import labels
from builders.lesson.model import Lesson, plain
from builders.theme.tokens import Theme


def plan(
    lesson: Lesson, theme: Theme, audience: Audience, file: str = ""
) -> tuple[DeckPlan, tuple[Diagnostic, ...]]:
    """The deck of a lesson; `file` names the outline in diagnostics (`slide-overflow`).

    The order is the outline's: what the lesson is about, its sections, discussion, quiz, exit ticket, credits.
    """
    deck, found = _planned(lesson, theme, audience)
    return deck, tuple(replace(one, place=replace(one.place, file=file)) for one in found)


@lru_cache(maxsize=1)
def _planned(lesson: Lesson, theme: Theme, audience: Audience) -> tuple[DeckPlan, tuple[Diagnostic, ...]]:
    """The last one is remembered: a deck is planned when its lesson is checked, and written after that."""
    context = Context(lesson, theme, layouts(theme), labels(lesson.language), audience, "")
    title = plain(lesson.title)
    groups = (
        Group(title, tuple(opening(context))),
        *(
            Group(plain(part.heading) or title, tuple(section_drafts(context, part)))
            for part in lesson.sections
        ),
        *closing_groups(context),
    )
    slides, sections, found = finish(context, groups)
    license_label = lesson.license.label if lesson.license else ""
    deck = DeckPlan(
        lesson.name,
        title,
        lesson.language,
        lesson.authors,
        lesson.subject or "",
        lesson.keywords,
        license_label,
        slides,
        sections,
        theme,
        context.layouts,
    )
    return deck, found
