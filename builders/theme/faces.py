"""The faces that text is set in: a family, a weight and a slope; the writers know which font that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Family(StrEnum):
    """Font families. Page families are embedded and fall back on one another; deck families (see DECK) are named,
    and measured by the widest of what may stand in their place."""

    SERIF = "EB Garamond"
    SANS = "Source Sans 3"
    FALLBACK = "Noto Sans"
    CHINESE = "Noto Sans SC"
    JAPANESE = "Noto Sans JP"
    KOREAN = "Noto Sans KR"
    GENTIUM = "Gentium Book Plus"
    OPEN_SANS = "Open Sans"
    ROBOTO = "Roboto"
    UBUNTU = "Ubuntu"
    GEORGIA = "Georgia"
    CALIBRI = "Calibri"
    ARIAL = "Arial"
    CAMBRIA = "Cambria"
    TIMES = "Times New Roman"


DECK = (Family.GEORGIA, Family.CALIBRI, Family.ARIAL, Family.CAMBRIA, Family.TIMES)
"""Families that Office carries: what a deck may be set in."""
PAGE = (
    Family.SERIF,
    Family.GENTIUM,
    Family.SANS,
    Family.OPEN_SANS,
    Family.ROBOTO,
    Family.UBUNTU,
    Family.FALLBACK,
)
"""Families that a page may be set in: those with letters of every language of ours, in four faces."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a family."""

    family: Family
    bold: bool = False
    italic: bool = False

    def with_style(self, *, bold: bool | None = None, italic: bool | None = None) -> Face:
        """The same family in another weight or slope."""
        return replace(
            self,
            bold=self.bold if bold is None else bold,
            italic=self.italic if italic is None else italic,
        )


SERIF = Face(Family.SERIF)
SANS = Face(Family.SANS)
GEORGIA = Face(Family.GEORGIA)
CALIBRI = Face(Family.CALIBRI)
