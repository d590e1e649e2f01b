"""Decks whose fonts aren't there: every text still stands in its box, in each theme, with Arial's widths and DejaVu's.

Google Slides sets a family that it lacks in Arial, LibreOffice in DejaVu; here the deck's own words are asked for in
those fonts. All lessons of ours and one that strains every slide are one deck, so that a theme is printed thrice.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from builders.compile import look_of
from builders.deck.slides import DeckPlan
from builders.deck.write import write
from builders.source.world import MemoryWorld
from builders.theme.bundled import NAMES
from builders.theme.faces import DECK, Family
from builders.theme.tokens import Theme
from tests.outputs.deck.overflow import problems
from tests.outputs.deck.printing import fonts, planned, printed
from tests.unit.deck.bundled import NAMES as LESSONS
from tests.unit.deck.bundled import bundled
from tests.unit.deck.samples import everything, stress

SERIFS = frozenset({Family.GEORGIA, Family.CAMBRIA, Family.TIMES})
STAND_INS = {
    "own": {"Carlito", "Gelasio", "Caladea", "LiberationSans", "OpenSymbol"},
    "arial": {"LiberationSans", "OpenSymbol"},
    "dejavu": {"DejaVuSans", "DejaVuSerif", "LiberationSans", "OpenSymbol"},
}

pytestmark = pytest.mark.tools


@cache
def deck(name: str) -> DeckPlan:
    """All samples in a theme as one deck."""
    theme: Theme = look_of(name, MemoryWorld({})).theme
    lessons = [*map(bundled, LESSONS), everything(), stress()]
    plans = [planned(lesson, theme) for lesson in lessons]
    slides = tuple(slide for plan in plans for slide in plan.slides)
    sections = tuple(section for plan in plans for section in plan.sections)
    return replace(plans[0], slides=slides, sections=sections)


def stood_in(data: bytes, fonts_: str) -> bytes:
    """The deck with other families in the place of those that it names."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for item in before.infolist():
            content = before.read(item)
            if item.filename.endswith(".xml"):
                for family in DECK:
                    serif = "Serif" if family in SERIFS else "Sans"
                    other = "Liberation Sans" if fonts_ == "arial" else f"DejaVu {serif}"
                    content = content.replace(f'typeface="{family}"'.encode(), f'typeface="{other}"'.encode())
            after.writestr(item, content)
    return out.getvalue()


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("fonts_", STAND_INS)
def test_every_text_stands_inside_its_box(theme: str, fonts_: str, tmp_path: Path) -> None:
    plan = deck(theme)
    data = write(plan)
    pdf = printed(data if fonts_ == "own" else stood_in(data, fonts_), tmp_path)
    assert problems(plan, pdf.read_bytes(), growing=fonts_ != "own") == []
    others = fonts(pdf) - STAND_INS[fonts_]
    # Gelasio has no Cyrillic: there another serif takes the place of Georgia.
    assert len(others) <= (fonts_ == "own")
