"""Embedded fonts: what is used of reportlab, subsets that hold what was shown, errors for what isn't there."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from builders.pdf.document import File
from builders.pdf.fonts import Fonts, UncoveredText, _parsed
from builders.pdf.reportlab_setup import ttfonts
from builders.pdf.syntax import Name
from builders.theme.faces import SANS, SERIF, Face, Family
from builders.theme.tables import metrics


def test_reportlab_has_what_is_used_of_it() -> None:
    """Private to reportlab, or nearly: when one of these moves, fonts.py must follow."""
    parsed = ttfonts().TTFontFile(str(_path(SERIF)))
    assert parsed.charToGlyph[ord("A")] > 0
    assert parsed.charWidths[ord("A")] == metrics(SERIF).advances["A"] * 1000
    assert len(parsed.bbox) == 4
    assert parsed.ascent > parsed.capHeight > 0 > parsed.descent
    assert parsed.stemV > 0
    assert _parsed(SERIF.with_style(italic=True)).italicAngle < 0
    subset = parsed.makeSubset([ord("B"), ord("A"), ord("\u00a0"), ord(" ")])
    with TTFont(io.BytesIO(subset)) as font:
        # Glyphs are numbered by first use, one number for characters that share a glyph: _glyph_ids relies on it.
        assert font["maxp"].numGlyphs == (4 if parsed.charToGlyph[0x20] == parsed.charToGlyph[0xA0] else 5)
        assert font["hmtx"].metrics[font.getGlyphName(1)][0] == parsed.charWidths[ord("B")]
        assert font["hmtx"].metrics[font.getGlyphName(2)][0] == parsed.charWidths[ord("A")]


def _path(face: Face) -> str:
    return str(_parsed(face).filename)


def _written(fonts: Fonts) -> pikepdf.Pdf:
    file = fonts.file
    fonts.write()
    tree = file.add({"Type": Name("Pages"), "Kids": [], "Count": 0})
    uses = {font.name: font.ref for font in fonts.fonts.values()}
    catalog = file.add({"Type": Name("Catalog"), "Pages": tree, "Fonts": uses})
    return pikepdf.open(io.BytesIO(file.finish(catalog, file.add({}))))


def test_codes_lead_to_glyphs_widths_and_text() -> None:
    fonts = Fonts(File())
    assert fonts[SERIF].encode("Aab a") == "00010002000300040002"
    assert fonts[SERIF].encode("\ufb03\u00ad") == "00050006"
    with _written(fonts) as pdf:
        font: Any = pdf.Root.Fonts.F1
        descendant = font.DescendantFonts[0]
        widths = [float(width) for width in descendant.W[1]]
        assert widths == [metrics(SERIF).advances[char] * 1000 for char in "Aab \ufb03"] + [
            _parsed(SERIF).charWidths[0xAD]
        ]
        ids = descendant.CIDToGIDMap.read_bytes()
        with TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes())) as subset:
            for code, width in enumerate(widths, 1):
                glyph = int.from_bytes(ids[2 * code : 2 * code + 2], "big")
                assert subset["hmtx"].metrics[subset.getGlyphName(glyph)][0] == width
        unicode = font.ToUnicode.read_bytes()
        assert b"<0005> <006600660069>" in unicode
        assert b"<0006> <00AD>" in unicode


def test_a_document_has_the_faces_that_it_uses() -> None:
    fonts = Fonts(File())
    fonts[SANS].encode("x")
    fonts[SERIF].encode("y")
    fonts[SANS].encode("z")
    assert [font.name for font in fonts.fonts.values()] == ["F1", "F2"]


def test_a_character_without_a_glyph_is_refused() -> None:
    with pytest.raises(UncoveredText, match=r"U\+1F600"):
        Fonts(File())[SERIF].encode("a\U0001f600")


@pytest.mark.parametrize("family", [Family.CHINESE, Family.JAPANESE, Family.KOREAN, Family.FALLBACK])
def test_fallback_families_are_found(family: Family) -> None:
    fonts = Fonts(File())
    assert fonts[Face(family, bold=True, italic=True)].encode("中"[: family is not Family.FALLBACK] or "ж")
