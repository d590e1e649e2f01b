"""The five lessons of ours, read from outlines/, and their decks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from builders.deck.plan import plan
from builders.deck.slides import Audience, DeckPlan
from builders.lesson.model import Lesson
from builders.outline.read import read_lesson
from builders.outline.read_theme import bundled as theme_of
from builders.source.tree import parse
from builders.source.world import DiskWorld
from builders.theme.bundled import DEFAULT

ROOT = Path(__file__).parents[3]
NAMES = sorted(path.stem for path in (ROOT / "outlines").glob("*.yaml") if path.stem != "course")


@cache
def bundled(name: str) -> Lesson:
    """A lesson by the name of its outline."""
    path = ROOT / "outlines" / f"{name}.yaml"
    lesson, _ = read_lesson(parse(path.read_bytes(), path.name), path.stem, "outlines", DiskWorld(ROOT))
    assert lesson is not None
    return lesson


@cache
def bundled_deck(name: str, audience: Audience = "teacher", theme: str = DEFAULT) -> DeckPlan:
    """Its deck, in one of our themes."""
    return plan(bundled(name), theme_of(theme), audience)[0]
