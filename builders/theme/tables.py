"""A face in, its metrics out: advances, kerning, ligatures from the generated table, loaded on first use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from builders.theme.faces import Face, Family

TABLES = {
    Family.SERIF: "EBGaramond",
    Family.SANS: "SourceSans3",
    Family.FALLBACK: "NotoSans",
    Family.CHINESE: "NotoSansSC",
    Family.JAPANESE: "NotoSansJP",
    Family.KOREAN: "NotoSansKR",
    Family.GENTIUM: "GentiumBookPlus",
    Family.OPEN_SANS: "OpenSans",
    Family.ROBOTO: "Roboto",
    Family.UBUNTU: "Ubuntu",
    Family.GEORGIA: "Georgia",
    Family.CALIBRI: "Calibri",
    Family.ARIAL: "Arial",
    Family.CAMBRIA: "Cambria",
    Family.TIMES: "TimesNewRoman",
}
UPRIGHT_ONLY = frozenset({Family.CHINESE, Family.JAPANESE, Family.KOREAN})

_SELECTORS = "".join(map(chr, range(0xFE00, 0xFE10)))
IGNORABLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + _SELECTORS)
"""Characters that take no room and are not drawn: break opportunities, joiners, direction marks,
selectors."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """One face. Lengths are in em; `advances` maps characters to their widths; `descent` is positive.

    `left` and `right` give a character's kerning class, `kerning` the adjustment of a pair of classes."""

    stem: str
    ascent: float
    descent: float
    advances: Mapping[str, float] = field(repr=False)
    ligatures: Mapping[str, str] = field(repr=False)
    left: Mapping[str, int] = field(repr=False)
    right: Mapping[str, int] = field(repr=False)
    kerning: tuple[tuple[float, ...], ...] = field(repr=False)


def stem(face: Face) -> str:
    """The name of a face's table, which is that of its font file for the page's families."""
    italic = face.italic and face.family not in UPRIGHT_ONLY
    style = ("Bold" if face.bold else "") + ("Italic" if italic else "")
    return f"{TABLES[face.family]}-{style or 'Regular'}"


@cache
def metrics(face: Face) -> Metrics:
    """The metrics of a face."""
    name = stem(face)
    text = resources.files(__package__).joinpath("metrics", f"{name}.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    em: int = data["units_per_em"]
    kerning = data.get("kerning", {"left": [], "right": [], "values": []})
    return Metrics(
        stem=name,
        ascent=data["ascent"] / em,
        descent=data["descent"] / em,
        advances=_advances(data["advances"], em),
        ligatures=data.get("ligatures", {}),
        left={char: n for n, chars in enumerate(kerning["left"]) for char in chars},
        right={char: n for n, chars in enumerate(kerning["right"]) for char in chars},
        kerning=tuple(tuple(int(value) / em for value in row.split()) for row in kerning["values"]),
    )


def _advances(runs: list[str], em: int) -> dict[str, float]:
    """Expand the table's runs (`41 722 667*2`: from U+0041 on); what it can't ignore it can't lack."""
    advances: dict[str, float] = {}
    for run in runs:
        first, *widths = run.split()
        code = int(first, 16)
        for entry in widths:
            width, _, count = entry.partition("*")
            for _ in range(int(count or 1)):
                advances[chr(code)] = int(width) / em
                code += 1
    return advances | dict.fromkeys(IGNORABLE, 0.0)
