"""Decks in, what LibreOffice prints of them out: shared by the tests that look at that."""

from __future__ import annotations

import subprocess
from pathlib import Path

from builders.deck.plan import plan
from builders.deck.slides import DeckPlan
from builders.lesson.model import Lesson
from builders.theme.tokens import Theme
from tests.conftest import need


def planned(lesson: Lesson, theme: Theme) -> DeckPlan:
    """The teacher's deck of a lesson."""
    return plan(lesson, theme, "teacher")[0]


def printed(data: bytes, folder: Path) -> Path:
    """A deck as LibreOffice prints it; skips where LibreOffice or the tools to look at fonts aren't there."""
    need(["soffice", "pdffonts", "fc-match"])
    source = folder / "deck.pptx"
    source.write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / "deck.pdf"


def fonts(pdf: Path) -> set[str]:
    """The families that a PDF embeds."""
    listed = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True).stdout
    return {line.split()[0].split("+")[-1].split("-")[0] for line in listed.splitlines()[2:]}
