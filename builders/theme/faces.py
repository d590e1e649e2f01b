"""The faces that text is set in: a family, a weight and a slope; the writers know which font that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Family(StrEnum):
    """Font families. Page families (the first six) are embedded and fall back on one another; deck families
    are named, and measured by metric-compatible fonts."""

    SERIF = "EB Garamond"
    SANS = "Source Sans 3"
    FALLBACK = "Noto Sans"
    CHINESE = "Noto Sans SC"
    JAPANESE = "Noto Sans JP"
    KOREAN = "Noto Sans KR"
    GEORGIA = "Georgia"
    CALIBRI = "Calibri"
    ARIAL = "Arial"


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
