"""Charts as values: categories, series and their numbers, and the words that stand with them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from builders.diagnostics import Loc
from builders.lesson.parts import Inline, Source

MOST_CATEGORIES, MOST_SERIES = 40, 6


class ChartKind(StrEnum):
    """How the numbers are drawn."""

    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers, one for each category, None where there is none; a single series may have no name."""

    name: Inline
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. `subject` says what the categories are; they are `dated` when all of them are dates; `highlight` is the
    index of the category that matters; `unit` is what is counted."""

    categories: tuple[Inline, ...]
    series: tuple[Series, ...]
    loc: Loc
    kind: ChartKind = ChartKind.BAR
    dated: bool = False
    subject: Inline = ()
    title: Inline = ()
    unit: Inline = ()
    caption: Inline = ()
    source: Source | None = None
    highlight: int | None = None
    headline: Inline = ()
