"""Font files: characters, advances and facts as fontTools reads them, subsets whose glyphs are the font's own."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import pytest
import rendercv_fonts
from fontTools.ttLib import TTFont

from builders.pdf.truetype import Groups, Segments, TrueType, UnfitFont, read

FOLDER = Path(rendercv_fonts.__file__).parent
FONTS = {
    "EB Garamond/EBGaramond-Italic": Groups,
    "Source Sans 3/SourceSans3-Bold": Groups,
    "Noto Sans/NotoSansJP-Regular": Groups,
    "Gentium Book Plus/GentiumBookPlus-Regular": Groups,  # 2,048 units to the em, with instructions
    "Ubuntu/Ubuntu-Bold": Segments,
}


@pytest.fixture(params=FONTS)
def font(request: pytest.FixtureRequest) -> tuple[TrueType, Any]:
    """A font as we read it and as fontTools does."""
    data = (FOLDER / f"{request.param}.ttf").read_bytes()
    ours = read(data)
    assert isinstance(ours.characters, FONTS[request.param])
    return ours, TTFont(io.BytesIO(data))


def test_characters_and_advances(font: tuple[TrueType, Any]) -> None:
    ours, theirs = font
    em = theirs["head"].unitsPerEm
    glyphs = {chr(point): theirs.getGlyphID(name) for point, name in theirs.getBestCmap().items()}
    assert len(glyphs) > 500
    assert {char: ours.glyph(char) for char in map(chr, range(0x20000)) if ours.glyph(char)} == {
        char: glyph for char, glyph in glyphs.items() if glyph and ord(char) < 0x20000
    }
    for glyph, name in enumerate(theirs.getGlyphOrder()):
        assert ours.advance(glyph) == pytest.approx(theirs["hmtx"][name][0] * 1000 / em)


def test_facts(font: tuple[TrueType, Any]) -> None:
    ours, theirs = font
    em, head, os2 = theirs["head"].unitsPerEm, theirs["head"], theirs["OS/2"]
    lengths = (*ours.bbox, ours.ascent, ours.descent, ours.cap_height)
    sides = (head.xMin, head.yMin, head.xMax, head.yMax)
    assert [length * em / 1000 for length in lengths] == pytest.approx(
        [*sides, os2.sTypoAscender, os2.sTypoDescender, os2.sCapHeight]
    )
    assert ours.italic_angle == theirs["post"].italicAngle
    assert 50 < ours.stem < 250


def test_a_subset_has_the_glyphs_and_what_they_are_made_of(font: tuple[TrueType, Any]) -> None:
    ours, theirs = font
    chars = "Quäker, Ähren – naïve façade; ﬁ 1939"
    glyphs = [ours.glyph(char) for char in chars if ours.glyph(char)]
    data = ours.subset(glyphs)
    assert data == ours.subset(iter(glyphs))
    assert len(data) < len(ours.data) / 5
    with TTFont(io.BytesIO(data), checkChecksums=2) as subset:
        count = subset["maxp"].numGlyphs
        subset.setGlyphOrder([f"g{number}" for number in range(count)])
        used = list(dict.fromkeys([0, *glyphs]))
        assert count >= len(used)
        for number, glyph in enumerate(used):
            name = theirs.getGlyphName(glyph)
            mine, own = (
                file["glyf"][known].getCoordinates(file["glyf"])
                for file, known in ((subset, f"g{number}"), (theirs, name))
            )
            assert [list(part) for part in mine] == [list(part) for part in own]
            assert subset["hmtx"][f"g{number}"] == theirs["hmtx"][name]
        assert set(subset.keys()) - {"GlyphOrder", "cvt ", "fpgm", "prep"} == {
            "glyf", "head", "hhea", "hmtx", "loca", "maxp"
        }  # fmt: skip
        (whole,) = struct.unpack(
            ">L", struct.pack(">L", 0xB1B0AFBA - subset["head"].checkSumAdjustment & 0xFFFFFFFF)
        )
        cleared = bytearray(data)
        struct.pack_into(">L", cleared, data.index(subset.reader["head"]) + 8, 0)
        assert sum(struct.unpack(f">{len(cleared) // 4}L", cleared)) & 0xFFFFFFFF == whole


def test_what_is_no_font_or_may_not_be_embedded_is_refused() -> None:
    data = bytearray((FOLDER / "Source Sans 3/SourceSans3-Regular.ttf").read_bytes())
    with pytest.raises(UnfitFont):
        read(b"OTTO" + bytes(data[4:]))
    struct.pack_into(">H", data, read(bytes(data)).tables["OS/2"][0] + 8, 0x0100)
    with pytest.raises(UnfitFont, match="embedded"):
        read(bytes(data))
