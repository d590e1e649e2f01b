"""Characters of a face in, codes to show out; at the end the faces that were used, embedded as subsets.

Each face is one composite font (Type0, Identity-H) whose codes are given in the order of first use.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from builders.pdf.document import File
from builders.pdf.reportlab_setup import ttfonts
from builders.pdf.syntax import Name, Ref
from builders.theme.faces import Face, Family
from builders.theme.measure import Shaped, shape
from builders.theme.tables import stem

_SYMBOLIC = 4
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_FOLDERS = {Family.CHINESE: "Noto Sans", Family.JAPANESE: "Noto Sans", Family.KOREAN: "Noto Sans"}


class UncoveredText(ValueError):
    """Text with a character that its face lacks reached the page: the compiler must have refused it before."""


@cache
def _parsed(face: Face) -> Any:
    """reportlab's TTFontFile of a face: its glyphs by character, its advances, its subsetter."""
    import rendercv_fonts  # lists its folders when imported

    folder = _FOLDERS.get(face.family, face.family.value)
    path = Path(rendercv_fonts.__file__).parent / folder / f"{stem(face)}.ttf"
    return ttfonts().TTFontFile(str(path))


@dataclass(slots=True, eq=False)
class Font:
    """A face in one document. `name` is that of the page's resource; `codes` has the code of each character used,
    in hexadecimal."""

    face: Face
    name: str
    ref: Ref
    codes: dict[str, str] = field(default_factory=dict)

    def encode(self, text: str) -> str:
        """The codes of text as the inside of a hexadecimal string."""
        try:
            return "".join([self.codes[char] for char in text])
        except KeyError:
            glyphs = _parsed(self.face).charToGlyph
            for char in text:
                if char not in self.codes:
                    if ord(char) not in glyphs:
                        raise UncoveredText(
                            f"U+{ord(char):04X} isn't in {stem(self.face)}: {text!r}"
                        ) from None
                    self.codes[char] = f"{len(self.codes) + 1:04X}"
            return self.encode(text)

    def write(self, file: File) -> None:
        """Write the font with the glyphs that were used."""
        parsed = _parsed(self.face)
        points = [ord(char) for char in self.codes]
        data: bytes = parsed.makeSubset(points)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        name = Name(f"{tag}+{stem(self.face)}")
        descriptor = file.add(
            {
                "Type": Name("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC,
                "FontBBox": parsed.bbox,
                "ItalicAngle": parsed.italicAngle,
                "Ascent": parsed.ascent,
                "Descent": parsed.descent,
                "CapHeight": parsed.capHeight,
                "StemV": parsed.stemV,
                "FontFile2": file.stream(data, {"Length1": len(data)}),
            }
        )
        widths = [parsed.charWidths[point] for point in points]
        descendant = file.add(
            {
                "Type": Name("Font"),
                "Subtype": Name("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
                "FontDescriptor": descriptor,
                "DW": parsed.defaultWidth,
                "W": [1, widths],
                "CIDToGIDMap": file.stream(_glyph_ids(points, parsed.charToGlyph)),
            }
        )
        file.put(
            self.ref,
            {
                "Type": Name("Font"),
                "Subtype": Name("Type0"),
                "BaseFont": name,
                "Encoding": Name("Identity-H"),
                "DescendantFonts": [descendant],
                "ToUnicode": file.stream(_to_unicode(self.codes)),
            },
        )


@dataclass(slots=True, eq=False)
class Fonts:
    """The faces of one document, in order of first use."""

    file: File
    fonts: dict[Face, Font] = field(default_factory=dict)
    words: dict[tuple[Face, bool, str | None], Words] = field(default_factory=dict)

    def __getitem__(self, face: Face) -> Font:
        font = self.fonts.get(face)
        if font is None:
            font = self.fonts[face] = Font(face, f"F{len(self.fonts) + 1}", self.file.reserve())
        return font

    def shown(self, face: Face, spaced: bool, language: str | None) -> Words:
        """The words of one style as they are shown."""
        words = self.words.get((face, spaced, language))
        if words is None:
            words = self.words[face, spaced, language] = Words(self, face, spaced, language)
        return words

    def write(self) -> None:
        """Write all of them."""
        for font in self.fonts.values():
            font.write(self.file)


class Words(dict[str, tuple[tuple[Font, str], ...]]):
    """Words as the items of a TJ array, with their kerning, by font; most words are met often."""

    def __init__(self, fonts: Fonts, face: Face, spaced: bool, language: str | None) -> None:
        self.fonts, self.style = fonts, (face, spaced, language)

    def __missing__(self, word: str) -> tuple[tuple[Font, str], ...]:
        fonts = self.fonts
        shaped = shape(word, *self.style)
        parts = self[word] = tuple((fonts[part.face], _items(part, fonts[part.face])) for part in shaped)
        return parts


def _items(part: Shaped, font: Font) -> str:
    codes = font.encode(part.text)
    if not part.kerning:
        return f"<{codes}>"
    items, at = [], 0
    for place, kern in part.kerning:
        items.append(f"<{codes[4 * at : 4 * place]}>{thousandths(-kern)}")
        at = place
    return "".join([*items, f"<{codes[4 * at :]}>"])


def thousandths(em: float) -> str:
    """Em as TJ wants them."""
    return f"{em * 1000:.1f}".removesuffix(".0")


def _glyph_ids(points: list[int], glyphs: dict[int, int]) -> bytes:
    """The glyph of each code in the subset, which numbers glyphs by first use from 1 on (0 is .notdef)."""
    new: dict[int, int] = {0: 0}
    ids = [0, *(new.setdefault(glyphs[point], len(new)) for point in points)]
    return b"".join(number.to_bytes(2, "big") for number in ids)


def _to_unicode(codes: dict[str, str]) -> bytes:
    """The CMap from codes to text; a ligature stands for its letters."""
    lines = [
        f"<{code}> <{_LIGATURES.get(char, char).encode('utf-16-be').hex().upper()}>"
        for char, code in codes.items()
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{mapped}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
