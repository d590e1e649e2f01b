"""Fonts in, the metrics tables of builders/theme/metrics out: one JSON a face.

    python tests/tools/make_metrics.py [--gelasio DIR] [--check]

The page's fonts come from the rendercv-fonts package. A deck's families are merged tables: of every character the
widest that may be met. That is the font of the same widths (Carlito for Calibri, Caladea for Cambria, Gelasio for
Georgia, Liberation for Arial and Times New Roman), Arial's, which Google Slides takes where it lacks a family, and
DejaVu's, which LibreOffice takes. They are looked for where Debian's packages fonts-crosextra-carlito,
fonts-crosextra-caladea, fonts-liberation and fonts-dejavu-core put them. Gelasio is the npm package
@fontsource/gelasio unpacked in DIR (`npm pack @fontsource/gelasio`, then untar). Faces whose fonts are absent are
left as they are. `--check` writes nothing and fails when a table is stale.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import math
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import rendercv_fonts
from fontTools.ttLib import TTFont

METRICS = Path(__file__).parents[2] / "builders" / "theme" / "metrics"
PAGE = Path(rendercv_fonts.__file__).parent
SYSTEM = Path("/usr/share/fonts/truetype")
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")

UNSHAPED = (
    (0x0590, 0x109F),
    (0x1780, 0x17FF),
    (0x1CD0, 0x1CFF),
    (0xA8E0, 0xA8FF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFE),
)
"""Scripts that read right to left or need shaping: they aren't set, so they count as uncovered."""

KERNED = "".join(
    chr(c)
    for c in itertools.chain(
        range(0x21, 0x7F),
        range(0xA1, 0x180),
        range(0x2010, 0x2027),
        range(0x400, 0x460),
        (0x490, 0x491),
        range(0xFB00, 0xFB05),
    )
    if c != 0xAD
)
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
LIGATED = frozenset({"EBGaramond"})
PAGES = {
    "EBGaramond": "EB Garamond",
    "GentiumBookPlus": "Gentium Book Plus",
    "NotoSans": "Noto Sans",
    "OpenSans": "Open Sans",
    "Roboto": "Roboto",
    "SourceSans3": "Source Sans 3",
    "Ubuntu": "Ubuntu",
}
"""The folders of the page's families."""
KERNING = frozenset({"EBGaramond", "GentiumBookPlus", "Roboto", "SourceSans3", "Ubuntu"})
DECKS = {
    "Arial": ("liberation/LiberationSans", "Sans"),
    "Calibri": ("crosextra/Carlito", "Sans"),
    "Cambria": ("crosextra/Caladea", "Serif"),
    "Georgia": ("", "Serif"),
    "TimesNewRoman": ("liberation/LiberationSerif", "Serif"),
}
"""The fonts whose widths are those of a deck's families, and the kind of DejaVu that may take their place."""
GEORGIA_CYRILLIC = {"Regular": 1.2, "Italic": 1.2, "Bold": 1.25, "BoldItalic": 1.25}
"""Gelasio has no Cyrillic or Greek: Georgia's are taken as Liberation Serif's times this, more than they are."""
OBLIQUE = {"Italic": "Oblique", "BoldItalic": "BoldOblique"}
"""What DejaVu Sans calls its slopes."""


def sources(gelasio: Path | None) -> dict[str, list[Path]]:
    """The font files of each table, by its name: of a deck's families the twin first, then those that may take its
    place."""
    found: dict[str, list[Path]] = {}
    for style in STYLES:
        for stem, folder in PAGES.items():
            found[f"{stem}-{style}"] = [PAGE / folder / f"{stem}-{style}.ttf"]
        for stem, (twin, kind) in DECKS.items():
            own = [SYSTEM / f"{twin}-{style}.ttf"]
            if stem == "Georgia":
                own = [] if gelasio is None else _gelasio(gelasio, style)
            if own:
                found[f"{stem}-{style}"] = [
                    *own,
                    SYSTEM / f"liberation/LiberationSans-{style}.ttf",
                    _dejavu(kind, style),
                ]
    for script, weight in itertools.product(("SC", "JP", "KR"), ("Regular", "Bold")):
        found[f"NotoSans{script}-{weight}"] = [PAGE / "Noto Sans" / f"NotoSans{script}-{weight}.ttf"]
    return {name: paths for name, paths in found.items() if all(path.exists() for path in paths)}


def _gelasio(folder: Path, style: str) -> list[Path]:
    cut = f"{'700' if 'Bold' in style else '400'}-{'italic' if 'Italic' in style else 'normal'}.woff2"
    subsets = [
        folder / "files" / f"gelasio-{subset}-{cut}" for subset in ("latin", "latin-ext", "vietnamese")
    ]
    return [*subsets, SYSTEM / "liberation" / f"LiberationSerif-{style}.ttf"]


def _dejavu(kind: str, style: str) -> Path:
    slope = OBLIQUE.get(style, style) if kind == "Sans" else style
    return SYSTEM / "dejavu" / f"DejaVu{kind}{'' if style == 'Regular' else f'-{slope}'}.ttf"


def table(name: str, paths: Sequence[Path]) -> str:
    """The JSON of one face."""
    with contextlib.ExitStack() as stack:
        fonts = [stack.enter_context(TTFont(path, lazy=True)) for path in paths]
        return json.dumps(_data(name, paths, fonts), ensure_ascii=False, indent=0) + "\n"


def _data(name: str, paths: Sequence[Path], fonts: Sequence[Any]) -> dict[str, Any]:
    first = fonts[0]
    stem = name.partition("-")[0]
    em = int(first["head"].unitsPerEm)
    advances: dict[int, int] = {}
    for number, (font, path) in enumerate(zip(fonts, paths, strict=True)):
        scale = em / font["head"].unitsPerEm
        widths, known = font["hmtx"].metrics, set(advances)
        last = stem in DECKS and number == len(fonts) - 1
        guessed = stem == "Georgia" and path.name.startswith("LiberationSerif")
        if guessed:
            scale *= GEORGIA_CYRILLIC[name.partition("-")[2]]
        for code, glyph in font.getBestCmap().items():
            # DejaVu has thousands of signs that the others lack: those are guessed at like all that is missing.
            if settable(code) and not (last and code not in known) and not (guessed and code in known):
                advances[code] = max(advances.get(code, 0), math.ceil(widths[glyph][0] * scale))
    hhea = first["hhea"]
    data: dict[str, Any] = {
        "fonts": [
            f"{path.name}, {font['name'].getDebugName(5)}" for font, path in zip(fonts, paths, strict=True)
        ],
        "units_per_em": em,
        "ascent": hhea.ascent,
        "descent": -hhea.descent,
        "advances": list(runs(advances)),
    }
    if stem in LIGATED:
        data["ligatures"] = {plain: joined for plain, joined in LIGATURES.items() if ord(joined) in advances}
    if stem in KERNING:
        data["kerning"] = classes(pairs(first))
    return data


def settable(code: int) -> bool:
    """Characters that a line of ours can hold."""
    if unicodedata.category(chr(code)) in ("Cc", "Co", "Cn", "Cs"):
        return False
    return not any(low <= code <= high for low, high in UNSHAPED)


def runs(advances: Mapping[int, int]) -> Iterator[str]:
    """Consecutive code points in a line: the first in hexadecimal, then their widths, `*n` for n equal
    ones."""
    codes = sorted(advances)
    for _, numbered in itertools.groupby(enumerate(codes), lambda item: item[1] - item[0]):
        group = [code for _, code in numbered]
        widths = [
            (width, len(list(same))) for width, same in itertools.groupby(advances[code] for code in group)
        ]
        yield " ".join(
            [f"{group[0]:x}", *(f"{width}*{count}" if count > 1 else str(width) for width, count in widths)]
        )


def pairs(font: Any) -> dict[tuple[str, str], int]:
    """Pair kerning of the characters in KERNED, in font units, from the GPOS feature `kern`."""
    cmap = font.getBestCmap()
    glyphs = {char: cmap[ord(char)] for char in KERNED if ord(char) in cmap}
    gpos = font["GPOS"].table
    wanted = sorted(
        {
            index
            for record in gpos.FeatureList.FeatureRecord
            if record.FeatureTag == "kern"
            for index in record.Feature.LookupListIndex
        }
    )
    found: dict[tuple[str, str], int] = {}
    for index in wanted:
        subtables = [getattr(sub, "ExtSubTable", sub) for sub in gpos.LookupList.Lookup[index].SubTable]
        subtables = [sub for sub in subtables if sub.LookupType == 2]
        covered = [(sub, frozenset(sub.Coverage.glyphs)) for sub in subtables]
        for left, left_glyph in glyphs.items():
            covering = [sub for sub, own in covered if left_glyph in own]
            if not covering:
                continue
            for right, right_glyph in glyphs.items():
                values = (pair_value(sub, left_glyph, right_glyph) for sub in covering)
                if value := next((value for value in values if value is not None), 0):
                    found[left, right] = found.get((left, right), 0) + value
    return found


def pair_value(sub: Any, left: str, right: str) -> int | None:
    """The kerning of a pair in one subtable that covers `left`; None when the next one is to be asked."""
    if sub.Format == 1:
        for record in sub.PairSet[sub.Coverage.glyphs.index(left)].PairValueRecord:
            if record.SecondGlyph == right:
                return int(getattr(record.Value1, "XAdvance", 0) or 0)
        return None
    first = sub.Class1Record[sub.ClassDef1.classDefs.get(left, 0)]
    record = first.Class2Record[sub.ClassDef2.classDefs.get(right, 0)]
    return int(getattr(record.Value1, "XAdvance", 0) or 0)


def classes(kerning: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    """The pairs as classes of characters that kern alike and a matrix, one string a row."""
    lefts, rights = sorted({left for left, _ in kerning}), sorted({right for _, right in kerning})
    left_classes = alike(lefts, lambda left: tuple(kerning.get((left, right), 0) for right in rights))
    right_classes = alike(rights, lambda right: tuple(kerning.get((left, right), 0) for left in lefts))
    rows = [" ".join(str(kerning.get((a[0], b[0]), 0)) for b in right_classes) for a in left_classes]
    return {"left": left_classes, "right": right_classes, "values": rows}


def alike(chars: Iterable[str], key: Any) -> list[str]:
    """Characters grouped by `key`, in order of their first."""
    groups: dict[Any, str] = {}
    for char in chars:
        groups[key(char)] = groups.get(key(char), "") + char
    return list(groups.values())


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--gelasio", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    stale = []
    for name, paths in sources(options.gelasio).items():
        path, text = METRICS / f"{name}.json", table(name, paths)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not options.check:
                path.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write("".join(f"{name}\n" for name in stale))
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
