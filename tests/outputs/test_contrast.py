"""Every text stands out (WCAG 2.1, AA) from what really lies behind it: all lessons, all themes, page and slide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders.compile import look_of
from builders.deck.plan import plan as plan_deck
from builders.figures.drawing import Drawing, Ellipse, Label, LineTo, Move, Path, Rect
from builders.handout.plan import handout, teacher
from builders.handout.quiz import quiz
from builders.lesson.model import Lesson, Paper
from builders.source.world import MemoryWorld
from builders.theme.bundled import NAMES
from builders.theme.faces import SANS
from builders.theme.tokens import EDITORIAL
from tests.outputs.grounds import Painted, on_drawing, on_pages, on_slides
from tests.unit.deck.bundled import NAMES as LESSONS
from tests.unit.deck.bundled import bundled
from tests.unit.deck.samples import everything, stress

SAMPLES = {"everything": everything, "stress": stress}


def lesson(name: str) -> Lesson:
    return SAMPLES[name]() if name in SAMPLES else bundled(name)


def faint(found: list[Painted], least: int) -> list[str]:
    assert len(found) >= least
    return sorted({str(one) for one in found if not one.enough})


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("name", [*LESSONS, *SAMPLES])
def test_pages(name: str, theme: str) -> None:
    own, look = lesson(name), look_of(theme, MemoryWorld({})).theme
    plans = [handout(own, look, Paper.A4), teacher(own, look, Paper.A4), quiz(own, look, Paper.A4)]
    assert faint([one for plan in plans if plan for one in on_pages(plan)], 100) == []


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("name", [*LESSONS, *SAMPLES])
def test_slides(name: str, theme: str) -> None:
    plan, _ = plan_deck(lesson(name), look_of(theme, MemoryWorld({})).theme, "teacher")
    assert faint(list(on_slides(plan)), 100) == []


def test_the_ground_is_what_was_painted_last() -> None:
    triangle = Path((Move(0, 0), LineTo(40, 0), LineTo(0, 40)), "000000")
    label = Label(4, 12, "x", SANS, 8, "222222")
    white = Ellipse(5, 10, 9, 9, "ffffff")

    def ground(*below: Path | Ellipse | Rect) -> str:
        (found,) = on_drawing(Drawing(99, 99, (*below, label), ""), "eeeeee")
        return found.ground

    assert ground() == "eeeeee"
    assert ground(triangle) == "000000"
    assert ground(triangle, white) == "ffffff"
    assert ground(white, triangle) == "000000"
    assert ground(Rect(50, 0, 9, 9, "000000")) == "eeeeee"


def test_a_faint_colour_is_found() -> None:
    pale = replace(EDITORIAL, palette=replace(EDITORIAL.palette, muted="bbbbbb"))
    assert faint(list(on_pages(handout(everything(), pale, Paper.A4))), 50)
    assert faint(list(on_slides(plan_deck(everything(), pale, "teacher")[0])), 50)
