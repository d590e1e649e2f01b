"""Pages in each theme and with a school's logo are PDF/UA-1 and PDF/A-2a too: their fonts are others."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from builders.compile import look_of
from builders.handout.plan import teacher
from builders.lesson.model import Lesson, Paper, Span
from builders.pack.themes import Listed, preview_of
from builders.pdf.render import render
from builders.source.world import MemoryWorld
from builders.theme.bundled import NAMES
from tests.conftest import need
from tests.tools.verapdf import faults
from tests.unit.deck.samples import everything


def world() -> MemoryWorld:
    """A project with a school's theme."""
    logo = io.BytesIO()
    Image.new("LA", (40, 20), (90, 128)).save(logo, "PNG")
    text = "based_on: classroom\nlogo:\n  file: logo.png\n  alt: School\nfooter: Школа на горе\n"
    return MemoryWorld({"school.yaml": text.encode(), "logo.png": logo.getvalue()})


def lesson() -> Lesson:
    """One with every kind of block, and words in Cyrillic."""
    own = everything()
    return replace(own, title=(*own.title, Span(" Цена моста", bold=True)))


def listed() -> list[Listed]:
    return [Listed(name, name, look_of(name, world())) for name in (*NAMES, "school.yaml")]


def test_the_preview_has_a_page_for_each_theme_with_all_that_is_promised() -> None:
    document = pypdf.PdfReader(io.BytesIO(preview_of(listed())))
    assert len(document.pages) == len(NAMES) + 1
    for page, name in zip(document.pages, ("Editorial", "Clean", "Classroom", "School"), strict=True):
        text = page.extract_text()
        for word in (
            name,
            "Type",
            "Heading",
            "accent",
            "We are few",
            "A timeline",
            "340,000",
            "Name two reasons",
        ):
            assert word in text, (name, word)


@pytest.mark.tools
def test_every_theme_is_accessible_and_archivable(tmp_path: Path) -> None:
    need(["java"])
    (tmp_path / "preview.pdf").write_bytes(preview_of(listed()))
    for one in listed():
        data = render(teacher(lesson(), one.look.theme, Paper.A4)).data
        (tmp_path / f"{Path(one.name).stem}.pdf").write_bytes(data)
    found = faults(sorted(tmp_path.glob("*.pdf")))
    assert len(found) == len(NAMES) + 2
    assert {name: problems for name, problems in found.items() if problems} == {}
