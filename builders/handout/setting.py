"""What every block of a handout is set with: theme, words, language, and the measures of its flow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from builders.handout.text import Styles, styles
from builders.lesson.labels import Labels, labels
from builders.pdf.blocks import Align
from builders.theme.tokens import Theme

PROSE_EMS = 32
"""The widest line of reading text in ems of its type: about 75 characters."""


MAIN, GAP = 0.69, 26.0
"""The reading column's share of the width beside the margin, and the space between them in points."""

NARROWEST_EMS, NARROWEST_MARGIN = 24, 110.0
"""The least that the reading column and the margin measure where there is a margin: in ems of reading text, in
points."""


@dataclass(frozen=True, slots=True)
class Setting:
    """`width` is the measure of the flow in points, `prose` the widest line of reading text in it; `noted` says whether
    there is anything for a margin.

    `see` gives the label of the page ("T2") on which an anchor of the teacher's pages stands."""

    theme: Theme
    styles: Styles
    labels: Labels
    language: str
    width: float
    prose: float
    noted: bool = True
    see: Mapping[str, str] = field(default_factory=dict)

    @property
    def unit(self) -> float:
        """The step of all vertical space, in points."""
        return self.theme.page.unit

    @property
    def align(self) -> Align:
        """How lines of reading text end at the right."""
        return "justify" if self.theme.manner.lines == "justified" else "left"

    @property
    def hang(self) -> float:
        """The column at the left in which numbers and bullets hang."""
        return 3 * self.unit

    @property
    def beside(self) -> float:
        """What a line of reading text leaves free at the right."""
        return max(0.0, self.width - self.prose)

    @property
    def margined(self) -> bool:
        """Whether there are notes, and the flow is wide enough for a margin of them."""
        column = (self.width - GAP) * MAIN
        return (
            self.noted
            and column >= NARROWEST_EMS * self.theme.page.body[0]
            and self.width - GAP - column >= NARROWEST_MARGIN
        )

    @property
    def column(self) -> Setting:
        """The reading column beside the margin; the flow itself where there is none."""
        return self.within(round((self.width - GAP) * MAIN, 2)) if self.margined else self

    @property
    def margin(self) -> Setting:
        """The margin; where there is none, the flow, in which the notes then stand."""
        return self.within(self.width - GAP - self.column.width) if self.margined else self

    def within(self, width: float) -> Setting:
        """The same for a narrower flow."""
        return replace(self, width=width, prose=min(self.prose, width))


def setting(theme: Theme, language: str, width: float, see: Mapping[str, str] | None = None) -> Setting:
    """How a flow of `width` points is set in a language."""
    prose = min(width, PROSE_EMS * theme.page.body[0])
    return Setting(theme, styles(theme), labels(language), language, width, prose, see=see or {})
