"""A face in, its metrics out: advances, kerning, ligatures from the generated table, loaded on first use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
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

_FOLDER = Path(__file__).with_name("metrics")
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
    data: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    em: int = data["units_per_em"]
    lengths = _Lengths(em)
    kerning = data.get("kerning", {"left": [], "right": [], "values": []})
    return Metrics(
        stem=name,
        ascent=data["ascent"] / em,
        descent=data["descent"] / em,
        advances=_advances(data["advances"], lengths),
        ligatures=data.get("ligatures", {}),
        left={char: n for n, chars in enumerate(kerning["left"]) for char in chars},
        right={char: n for n, chars in enumerate(kerning["right"]) for char in chars},
        kerning=tuple(tuple(map(lengths.__getitem__, row.split())) for row in kerning["values"]),
    )


class _Lengths(dict[str, float]):
    """Numbers of the table, as they are written, in em; a table repeats few of them thousands of times."""

    def __init__(self, em: int) -> None:
        self.em = em

    def __missing__(self, units: str) -> float:
        self[units] = int(units) / self.em
        return self[units]


def _advances(runs: list[str], lengths: Mapping[str, float]) -> dict[str, float]:
    """Expand the table's runs (`41 722 667*2`: from U+0041 on); what it can't ignore it can't lack."""
    advances: dict[str, float] = {}
    for run in runs:
        first, *entries = run.split()
        widths: list[float] = []
        for entry in entries:
            width, _, count = entry.partition("*")
            widths += [lengths[width]] * int(count or 1)
        code = int(first, 16)
        advances.update(zip(map(chr, range(code, code + len(widths))), widths, strict=True))
    return advances | dict.fromkeys(IGNORABLE, 0.0)
