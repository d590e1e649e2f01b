"""A fitted timeline and its events in, heights and colours of each slide out: what the painters of its parts share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builders.figures.drawing import Color
from builders.figures.looks import Look
from builders.figures.ops import contrast, mix, tidy
from builders.figures.time_cards import CardText
from builders.figures.time_scale import Moment
from builders.figures.timeline_entries import TimelineEntry
from builders.figures.timeline_fit import Layout
from builders.figures.timeline_place import EDGE, TIER_GAP, Stage
from builders.theme.faces import Family
from builders.theme.tokens import Palette

ABOVE, BELOW = -1, 1
NAMED = 24.0
"""The height of a band without cards, for the name of its lane."""
GROWTH = 26.0
"""How much longer than it must be a leader is where there is room, in points."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is painted: `items` and `listed` go with the cards one by one. `left` is the width of the column in which
    the names of the lanes stand."""

    layout: Layout
    stage: Stage
    cards: Sequence[CardText]
    items: Sequence[Moment]
    listed: Sequence[TimelineEntry]
    lanes: tuple[str, ...]
    left: float
    look: Look
    family: Family

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.look.theme.palette

    @property
    def language(self) -> str:
        """The lesson's language."""
        return self.look.language

    @property
    def width(self) -> float:
        """The width of a drawing."""
        return self.left + self.stage.width

    def origin(self, number: int) -> float:
        """Where on the long axis the left edge of a slide's box lies."""
        return number * self.layout.length - EDGE - self.left

    def color(self, band: int) -> Color:
        """The colour of a lane; without lanes the accent."""
        colors = (self.palette.accent, self.palette.second, self.palette.ink, self.palette.muted)
        return colors[band] if self.lanes else colors[0]

    def continued(self, index: int) -> bool:
        """Whether the card goes on with the event of the one before it."""
        return index > 0 and self.listed[index] is self.listed[index - 1]

    @property
    def ground(self) -> Color:
        """The ground of what is highlighted: as strong a tint as leaves its words easy to read."""
        words = [self.color(band) for band in range(max(1, len(self.lanes)))]
        for step in range(5):
            tint = mix(mix(self.palette.tint, self.palette.accent, 0.1), self.palette.paper, step / 4)
            if min(contrast(word, tint) for word in words) >= 4.5:
                return tint
        return self.palette.paper


@dataclass(frozen=True, slots=True)
class Band:
    """Where a band stands on a slide: its axis, on which side of it the cards are, the length of their leaders and the
    height of their tiers."""

    axis: float
    side: int
    stub: float
    near: float
    far: float

    @property
    def outer(self) -> float:
        """The edge of its cards that is furthest from the axis."""
        return self.axis + self.side * (self.stub + self.near + (self.far + TIER_GAP if self.far else 0.0))

    def edge(self, tier: int) -> float:
        """Where the leaders of a tier end."""
        away = self.stub + (self.near + TIER_GAP if tier and self.near else 0.0)
        return self.axis + self.side * away


@dataclass(frozen=True, slots=True)
class Levels:
    """The heights of one slide: its bands, the ruler's upper edge (None without one), and what is used in all."""

    bands: tuple[Band, ...]
    ruler: float | None
    used: float


def levels(scene: Scene, height: float) -> list[Levels]:
    """The heights of every slide: the same on all unless tall cards leave no room for that."""
    stage, parts = scene.stage, scene.layout.parts
    tiers = [[(part.tier(band, 0), part.tier(band, 1)) for band in range(stage.bands)] for part in parts]
    common = [
        (max(own[band][0] for own in tiers), max(own[band][1] for own in tiers))
        for band in range(stage.bands)
    ]
    if stage.bare + sum(_reach(tier) for tier in common) <= height + 0.01:
        return [_levels(stage, common, height)] * len(parts)
    return [_levels(stage, own, height) for own in tiers]


def _reach(tiers: tuple[float, float]) -> float:
    near, far = tiers
    return near + (far + TIER_GAP if far and near else far)


def _levels(stage: Stage, tiers: Sequence[tuple[float, float]], height: float) -> Levels:
    empty = sum(not near for near, _ in tiers)
    if stage.lanes is not None and empty:
        # A lane without events keeps room for its name where there is any.
        spare = (height - stage.bare - sum(_reach(tier) for tier in tiers)) / empty
        tiers = [(near or max(0.0, min(NAMED, spare)), far) for near, far in tiers]
    needed = stage.bare + sum(_reach(tier) for tier in tiers)
    spare = max(0.0, height - needed)
    growth = min(spare * 0.4 / stage.bands, GROWTH if stage.shape == "turns" else GROWTH / 2)
    stub = stage.stub + growth
    between = stage.between + (growth if stage.shape == "rows" else 0.0)
    used = needed + stage.bands * (growth + between - stage.between)
    top = max(0.0, (height - used) / 2)
    ruler = None
    if stage.shape == "rows":
        ruler, y = tidy(top), top + stage.ruler
        bands = []
        for near, far in tiers:
            bands.append(Band(tidy(y + between), BELOW, stub, near, far))
            y += between + stub + _reach((near, far))
        return Levels(tuple(bands), ruler, used)
    axis = tidy(top + _reach(tiers[0]) + stub)
    if stage.shape == "sides":
        ruler = axis
    above, below = tiers
    return Levels(
        (Band(axis, ABOVE, stub, *above), Band(tidy(axis + stage.ruler), BELOW, stub, *below)), ruler, used
    )
