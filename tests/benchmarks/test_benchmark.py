"""The benchmark runs to its end without pandoc and Typst, and what it compares is of one size. Nothing is timed."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from builders.compile import Product, make
from builders.theme.tokens import EDITORIAL
from tests.benchmarks import __main__ as benchmark
from tests.benchmarks.content import content
from tests.benchmarks.forms import markdown, typst
from tests.benchmarks.lesson import write_lesson, write_photographs
from tests.benchmarks.shapes import shapes
from tests.benchmarks.warm import lesson_of


def test_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(benchmark, "KINDS", {"with two photographs": True})
    benchmark.main(["--rounds", "1", "--alone", "--json", str(tmp_path / "times.json")])
    assert "python-pptx" in capsys.readouterr().out
    record = json.loads((tmp_path / "times.json").read_text(encoding="utf-8"))["with two photographs"]
    assert all(
        time >= 0 for group in ("cold", "warm") for one in record[group].values() for time in one.values()
    )
    assert record["stages"]["handout: write"] > 0


@pytest.mark.parametrize("photographs", [True, False])
def test_the_lesson_has_the_size_it_is_said_to_have(tmp_path: Path, photographs: bool) -> None:
    write_photographs(tmp_path)
    files = write_lesson(tmp_path, 0, photographs=photographs)
    lesson = lesson_of(files)
    handout, slides = (
        make(lesson, product, EDITORIAL, None) for product in (Product.HANDOUT, Product.SLIDES)
    )
    assert handout is not None
    assert slides is not None
    assert 4 <= len(PdfReader(BytesIO(handout.data)).pages) <= 5
    assert 15 <= len(Presentation(BytesIO(slides.data)).slides) <= 18
    if not photographs:
        assert 14 <= len(Presentation(BytesIO(shapes(files.content))).slides) <= 16
        assert 14 <= markdown(files.content).count("\n## ") + 1 <= 16


def test_every_form_says_the_same() -> None:
    lesson = content(3, photographs=True)
    assert lesson == content(3, photographs=True) != content(4, photographs=True)
    for section in lesson.sections:
        for text in (
            section.question,
            *section.paragraphs,
            *section.points,
            *(event for _, event in section.events),
        ):
            assert text in markdown(lesson)
            assert text in typst(lesson)
    assert all(f"{name}.jpg" in form(lesson) for name in ("harbour", "bridge") for form in (markdown, typst))
