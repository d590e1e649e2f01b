"""Text taken out again: whole words, in reading order."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from builders.pdf.blocks import Furniture
from builders.pdf.fonts import UncoveredText
from builders.pdf.render import render
from tests.conftest import need
from tests.outputs.pdf.demo import LONG, body, everything, overline, serif

NARROW = replace(everything().setup, right=400)
PROSE = body(
    serif(LONG * 3), serif("Ein office, affluent; Ни шагу назад! ✓ 東京 https://example.org/a/b.html end.")
)
WORDS = "".join(run.text for run in PROSE.runs).split()


def words(text: str) -> list[str]:
    """Words, those divided at a line's end put together again."""
    return re.sub("\u00ad\\s*", "", text).split()


def narrow() -> bytes:
    return render(replace(everything(), setup=NARROW, blocks=(PROSE,), furniture=Furniture())).data


def test_pypdf_reads_whole_words() -> None:
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(narrow())).pages)
    assert "\u00ad" in text
    found = words(text)
    # An address may end its line: what extraction puts there is a line end, not a word's.
    assert (
        " ".join(found).replace("https://example.org/ a/b.html", "https://example.org/a/b.html").split()
        == WORDS
    )


@pytest.mark.tools
def test_pdftotext_reads_whole_words(tmp_path: Path) -> None:
    need(["pdftotext"])
    (tmp_path / "a.pdf").write_bytes(narrow())
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    text = " ".join(words(done.stdout.decode()))
    assert re.sub(r"(https:\S+) (\S*html)", r"\1\2", text).split() == WORDS


def test_reading_order_is_main_then_side() -> None:
    text = pypdf.PdfReader(io.BytesIO(render(everything()).data)).pages[0].extract_text()
    order = ("Pact and", "Why would", "Before you read", "Dividing", "KEY TERMS", "DOCUMENT A")
    places = [text.index(each) for each in order]
    assert places == sorted(places)


@pytest.mark.tools
def test_wide_set_labels_are_words(tmp_path: Path) -> None:
    need(["pdftotext"])
    label = replace(body(serif("A treaty.")), label=(overline("Document A"),))
    (tmp_path / "a.pdf").write_bytes(render(replace(everything(), blocks=(label,))).data)
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    assert "DOCUMENT A" in done.stdout.decode()


def test_a_character_without_a_glyph_is_refused() -> None:
    with pytest.raises(UncoveredText, match=r"U\+1F600"):
        render(replace(everything(), blocks=(body(serif("a \U0001f600")),)))
