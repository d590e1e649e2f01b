"""LibreOffice as an outside judge: every text is painted, inside its box, in the fonts that stand for ours."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from builders.deck.slides import Box, DeckPlan, TextBox
from builders.deck.write import write
from builders.lesson.labels import LANGUAGES
from builders.theme.tokens import EDITORIAL
from tests.outputs.deck.overflow import problems
from tests.outputs.deck.printing import fonts, planned, printed
from tests.unit.deck.bundled import NAMES, bundled_deck
from tests.unit.deck.samples import everything, stress

STAND_INS = ("Carlito", "Gelasio", "LiberationSans", "OpenSymbol")
"""For Calibri and Georgia, and for the Arial of bullets; OpenSymbol is LibreOffice's own."""

pytestmark = pytest.mark.tools


@cache
def deck(name: str) -> DeckPlan:
    """The teacher's deck of a sample, or of an outline of ours."""
    if name == "everything":
        return planned(everything(), EDITORIAL)
    if name == "stress":
        return planned(stress(), EDITORIAL)
    if name in LANGUAGES:
        return planned(replace(everything(), language=name), EDITORIAL)
    return bundled_deck(name)


@pytest.fixture(scope="module")
def everything_printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(write(deck("everything")), tmp_path_factory.mktemp("everything"))


def test_a_lesson_with_everything_is_painted_in_its_boxes_and_fonts(everything_printed: Path) -> None:
    assert problems(deck("everything"), everything_printed.read_bytes()) == []
    # Gelasio has no Cyrillic: there another serif takes the place of Georgia.
    assert len([family for family in fonts(everything_printed) if family not in STAND_INS]) <= 1


@pytest.mark.parametrize("name", ["stress", "ru", *NAMES])
def test_every_text_stands_inside_its_box(name: str, tmp_path: Path) -> None:
    pdf = printed(write(deck(name)), tmp_path)
    assert problems(deck(name), pdf.read_bytes()) == []
    used = fonts(pdf)
    assert {"Carlito", "Gelasio"} <= used, "Carlito and Gelasio stand for Calibri and Georgia; install them"


def test_boxes_that_are_too_small_are_found(everything_printed: Path) -> None:
    planned = deck("everything")
    pdf = everything_printed.read_bytes()
    small = tuple(
        replace(
            slide,
            shapes=tuple(
                replace(shape, box=Box(shape.box.x, shape.box.y, shape.box.width / 3, 12))
                if isinstance(shape, TextBox)
                else shape
                for shape in slide.shapes
            ),
        )
        for slide in planned.slides
    )
    found = problems(replace(planned, slides=small), pdf)
    assert len({problem.split(":")[0] for problem in found}) == len(planned.slides)


def test_text_that_is_not_painted_is_found(everything_printed: Path) -> None:
    pdf = everything_printed.read_bytes()
    other = planned(replace(everything(), title=(everything().title[0],)), EDITORIAL)
    assert any("not found" in problem for problem in problems(other, pdf))
