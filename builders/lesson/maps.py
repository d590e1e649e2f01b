"""Maps of a lesson: what is drawn on the land, and where. Angles are degrees, north and east positive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from builders.diagnostics import Loc
from builders.lesson.parts import Inline, Source, plain

Side = Literal["first", "second", "neither"]
"""Of the two sides that a map shows; the first has the accent of the look, `neither` is grey."""

LineStyle = Literal["solid", "dashed", "dotted"]
RegionStyle = Literal["hatched", "filled", "outlined"]
LabelStyle = Literal["land", "water"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the Earth: latitude −90 to 90, longitude −180 to 180."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Area:
    """What a map shows, from south-west to north-east; where east is less than west it crosses the date line."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A town or another point: a dot and its name, and what is said of it below the name."""

    name: Inline
    at: Spot
    loc: Loc
    note: Inline = ()
    side: Side = "neither"
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class MapLabel:
    """The name of a country, a region, a sea; `style` None is by where it lies."""

    name: Inline
    at: Spot
    loc: Loc
    style: LabelStyle | None = None
    side: Side = "neither"
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class MapLine:
    """A border or a front, straight from point to point."""

    name: Inline
    through: tuple[Spot, ...]
    loc: Loc
    style: LineStyle = "solid"
    side: Side = "first"
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class MapArrow:
    """A movement, along a smooth line to its last point."""

    name: Inline
    through: tuple[Spot, ...]
    loc: Loc
    side: Side = "first"
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class MapRegion:
    """A territory: the land inside the points of its outline, or within `radius` kilometres of the only point."""

    name: Inline
    around: tuple[Spot, ...]
    loc: Loc
    radius: float | None = None
    note: Inline = ()
    style: RegionStyle = "hatched"
    side: Side = "first"
    source: Source | None = None


MapEntry: TypeAlias = MapPlace | MapLabel | MapLine | MapArrow | MapRegion


@dataclass(frozen=True, slots=True)
class Map:
    """What is shown, in the outline's order. `area` None is fitted to it; `borders` are those of today."""

    entries: tuple[MapEntry, ...]
    area: Area | None = None
    borders: bool = False


def spots_of(entry: MapEntry) -> tuple[Spot, ...]:
    """The points that an entry is drawn through."""
    match entry:
        case MapPlace() | MapLabel():
            return (entry.at,)
        case MapLine() | MapArrow():
            return entry.through
        case MapRegion():
            return entry.around


def told(shown: Map) -> str:
    """The names on a map, for those who can't see it."""
    names = [plain(entry.name) for entry in shown.entries]
    return ", ".join(dict.fromkeys(name for name in names if name))
