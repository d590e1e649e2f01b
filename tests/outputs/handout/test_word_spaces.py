"""Every word space of our own lessons' pages, measured in the PDF by another program: none is above 1.8 times the
natural."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from builders.lesson.model import Paper
from builders.pdf.lines import STRETCH
from builders.pdf.render import render
from builders.theme.faces import Face, Family
from builders.theme.measure import space
from tests.outputs.handout.pages import OUTLINES, plan

FAMILIES = {"EBGaramond": Family.SERIF, "SourceSans3": Family.SANS, "NotoSans": Family.FALLBACK}

MOST = STRETCH + 0.01
"""The bound, and how exactly a PDF says where letters stand."""

COLUMNS = 3.0
"""Above this share, text that another instruction shows is that of another column or a label's."""


@dataclass(frozen=True)
class Gap:
    """A word space: its width as a share of the natural one, the words around it, and whether it is between bold
    capitals, which are letter-spaced."""

    share: float
    around: str
    capitals: bool


def face_of(text: Any, index: int) -> Face | None:
    """The face of a character, by the name of its font: "ABCDEF+EBGaramond-Italic"."""
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, buffer, 128, ctypes.byref(ctypes.c_int()))
    family, _, style = buffer.value.decode().partition("+")[2].partition("-")
    if family not in FAMILIES:
        return None
    return Face(FAMILIES[family], bold="Bold" in style, italic="Italic" in style)


def box_of(text: Any, index: int) -> tuple[float, float, float]:
    """Left, right and baseline of a character with the room it takes."""
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rect))
    raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
    return rect.left, rect.right, y.value


def gaps(data: bytes) -> Iterator[Gap]:
    """The spaces between words that stand on one line, those that a program only guesses left out."""
    for page in pdfium.PdfDocument(data):
        text = page.get_textpage()
        chars = text.get_text_range(errors="replace")
        count = raw.FPDFText_CountChars(text)
        for index in range(1, count - 1):
            if raw.FPDFText_GetUnicode(text, index) != 0x20 or raw.FPDFText_IsGenerated(text, index):
                continue
            left, right = box_of(text, index - 1), box_of(text, index + 1)
            face = face_of(text, index)
            size = raw.FPDFText_GetFontSize(text, index)
            if face is None or abs(left[2] - right[2]) > 0.1 or right[0] < left[1]:
                continue
            share = (right[0] - left[1]) / (space(face) * size)
            if share > COLUMNS and not same_object(text, index, index + 1):
                continue  # a line's end, and what stands beside it
            beside = "".join(chr(raw.FPDFText_GetUnicode(text, at)) for at in (index - 1, index + 1))
            capitals = face.bold and not any(char.islower() for char in beside)
            yield Gap(share, chars[max(0, index - 20) : index + 20], capitals)


def same_object(text: Any, one: int, other: int) -> bool:
    """Whether two characters are shown by one instruction."""
    objects = (raw.FPDFText_GetTextObject(text, index) for index in (one, other))
    return len({ctypes.cast(found, ctypes.c_void_p).value for found in objects}) == 1


@pytest.mark.parametrize("paper", list(Paper), ids=lambda paper: paper.value)
@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_no_word_space_is_wider_than_1_8_times_the_natural(outline: Path, paper: Paper) -> None:
    count = 0
    for edition in ("handout", "teacher", "quiz"):
        found = list(gaps(render(plan(outline, edition, paper)).data))
        wide = [gap for gap in found if gap.share > MOST and not gap.capitals]
        assert wide == [], edition
        count += len(found)
    assert count > 4000


def test_a_wide_space_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure itself: where lines may be set looser, it says so."""
    monkeypatch.setattr("builders.pdf.lines.STRETCH", 2.6)
    made = plan(OUTLINES[0], "handout", Paper.LETTER)
    narrow = replace(made.setup, left=200.0, right=200.0)
    found = list(gaps(render(replace(made, setup=narrow)).data))
    assert max(gap.share for gap in found if not gap.capitals) > MOST
