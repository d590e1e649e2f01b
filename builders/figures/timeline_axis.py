"""A scene and a slide of it in, its axes out: lines, breaks, the marks of years and the stretches of time as bars."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builders.figures.drawing import Close, Label, Line, LineTo, Move, Path, Rect, Shape, Stroke
from builders.figures.ops import mix, tidy
from builders.figures.time_scale import Cuts
from builders.figures.timeline_place import BAR_OFF, BAR_PITCH
from builders.figures.timeline_scene import BELOW, Band, Levels, Scene
from builders.lesson.dates import format_date
from builders.lesson.dates.points import Point, make_date
from builders.theme.faces import Face
from builders.theme.measure import advance, ascent, descent

WEIGHT = 1.75
MARK = 14.0
"""Type size of the years."""
BAR = 5.0
"""The thickness of a bar."""
UNDER = 5.5
"""Between an axis and its years."""
ZIGZAG = ((-9, 0), (-6, -6), (-2, 6), (2, -6), (6, 6), (9, 0))
BESIDE, NEIGHBOURS = 5.0, 60.0
"""Between a break and the year after it; how near to a year events count as its neighbours, in points."""
DOTTED = 14.0
"""How much of an axis is dotted where it goes on over another slide."""
FADED = 52.0
"""The length of a stretch whose end nobody knows."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A range of time beside an axis, from `start` to `end` on the long axis; an open end is infinite. `depth` counts
    the bars that are nearer to the axis; `vague` and `unknown` are those of its moment."""

    start: float
    end: float
    band: int
    depth: int
    vague: bool
    unknown: bool


def axes(scene: Scene, number: int, level: Levels) -> Iterator[Shape]:
    """The axes of a slide with their breaks; their ends are dotted where they go on over another slide."""
    broken = list(breaks(scene, number))
    if level.ruler is not None:
        start, depth = scene.left, scene.stage.ruler
        for low, high in _pieces(start, scene.width, broken, 6.0):
            yield Rect(tidy(low), level.ruler, tidy(high - low), depth, scene.palette.tint)
    for y in sorted({band.axis for band in level.bands}):
        yield from _line(scene, number, y, broken)


def _line(scene: Scene, number: int, y: float, broken: Sequence[float]) -> Iterator[Shape]:
    pen = Stroke(scene.palette.ink, WEIGHT)
    start = scene.left + (DOTTED if number > 0 else 0.0)
    end = scene.width - (DOTTED if number + 1 < len(scene.layout.parts) else 0.0)
    for low, high in _pieces(start, end, broken, 9.0):
        yield Line(tidy(low), y, tidy(high), y, pen)
    for left in [scene.left] * (start > scene.left) + [end] * (end < scene.width):
        dotted = Stroke(scene.palette.ink, WEIGHT, (1.75, 3.0))
        yield Line(tidy(left), y, tidy(left + DOTTED), y, dotted)
    for x in broken:
        first, *others = ((tidy(x + dx), tidy(y + dy)) for dx, dy in ZIGZAG)
        yield Path((Move(*first), *(LineTo(*point) for point in others)), None, pen)


def _pieces(start: float, end: float, broken: Sequence[float], half: float) -> Iterator[tuple[float, float]]:
    for x in broken:
        if x - half > start:
            yield start, x - half
        start = x + half
    if end > start:
        yield start, end


def breaks(scene: Scene, number: int) -> Iterator[float]:
    """The middles of the breaks that this slide shows."""
    for cut in _shown(scene, number):
        x = _middle(scene, cut) - scene.origin(number)
        yield min(max(x, scene.left + DOTTED + 9), scene.width - DOTTED - 9)


def _shown(scene: Scene, number: int) -> Cuts:
    """The stretches that are left out on this slide."""
    length, last = scene.layout.length, len(scene.layout.parts) - 1
    return tuple(
        cut for cut in scene.layout.axis.cuts if min(int(_middle(scene, cut) / length), last) == number
    )


def _middle(scene: Scene, cut: tuple[float, float]) -> float:
    """Where a break stands on the long axis."""
    low, high = (scene.layout.axis.place(time, 0.0, 0.0) for time in cut)
    return (low + high) / 2


def bars(scene: Scene) -> tuple[Bar, ...]:
    """The ranges, each in the band of its card, further out where one is there already, as deep as leaders reach."""
    return tuple(_bars(scene))


def _bars(scene: Scene) -> Iterator[Bar]:
    used: list[list[float]] = [[] for _ in range(scene.stage.bands)]
    for number, part in enumerate(scene.layout.parts):
        for index in range(part.first, part.last):
            item, local = scene.items[index], index - part.first
            if not item.ranged or scene.continued(index):
                continue
            dot = part.dots[local] + scene.left + scene.origin(number)
            start, end = dot, scene.layout.axis.place(item.end, math.inf, math.inf)
            if math.isinf(item.start):
                start, end = (dot - FADED if item.unknown else -math.inf), dot
            elif math.isinf(end) and item.unknown:
                end = dot + FADED
            end = max(end, dot) if math.isinf(item.start) else max(end, dot + 9)
            taken = used[part.bands[local]]
            depth = next((k for k, until in enumerate(taken) if until + 2 <= start), len(taken))
            taken[depth : depth + 1] = [end]
            if depth < scene.stage.deep:
                yield Bar(start, end, part.bands[local], depth, item.vague, item.unknown)


def bar_shapes(scene: Scene, bar: Bar, number: int, band: Band) -> Iterator[Shape]:
    """A bar on a slide: an arrow where it is open, dashes where nobody knows its end, an outline where it is vague."""
    low = scene.origin(number)
    left, right = max(bar.start - low, scene.left), min(bar.end - low, scene.width)
    if right - left < 1:
        return
    color = mix(scene.color(bar.band), scene.palette.paper, 0.4)
    near = band.axis + band.side * (BAR_OFF + bar.depth * BAR_PITCH)
    top = tidy(near if band.side == BELOW else near - BAR)
    fading = [(right, -1)] if bar.start - low >= left - 0.01 else [(left, 1)]
    if bar.unknown:
        for tip, way in fading:
            for away, length in ((0.0, 2.0), (6.0, 4.0), (14.0, 6.0)):
                x = tip + way * away if way > 0 else tip - away - length
                if left <= x <= right - length:
                    yield Rect(tidy(x), top, length, BAR, color)
            left, right = (left + 24, right) if way > 0 else (left, right - 24)
    for tip, way in ((left, 1),) * math.isinf(bar.start) + ((right, -1),) * math.isinf(bar.end):
        base, middle = tidy(tip + way * 9), tidy(top + BAR / 2)
        head = (Move(tidy(tip), middle), LineTo(base, tidy(middle - 5)), LineTo(base, tidy(middle + 5)))
        yield Path((*head, Close()), color)
        left, right = (left + 8, right) if way > 0 else (left, right - 8)
    if right - left < 1:
        return
    outline = Stroke(color, 1.0) if bar.vague else None
    fill = mix(color, scene.palette.paper, 0.65) if bar.vague else color
    yield Rect(tidy(left), top, tidy(right - left), BAR, fill, outline)


def marks(
    scene: Scene, number: int, level: Levels, seen: Sequence[Bar], dots: Sequence[tuple[float, int]]
) -> Iterator[Shape]:
    """Marks where years begin, named on the ruler, or on the side that has more room between the leaders. `dots` are
    the places of the leaders and their bands."""
    low, face = scene.origin(number), Face(scene.family)
    most = max(2, int(scene.stage.width / 90)) * len(scene.layout.parts)
    places = [(date, x - low) for date, x in scene.layout.axis.marks(most)]
    places = [(date, x) for date, x in places if scene.left <= x <= scene.width]
    pen = Stroke(scene.palette.ink, 1.0)
    lines = sorted({band.axis for band in level.bands})
    for _, x in places:
        for y in lines:
            yield Line(tidy(x), tidy(y - 4), tidy(x), tidy(y + 4), pen)
    texts = [(format_date(date, scene.language, short=True), x) for date, x in places]
    texts = [*texts, *_resumed(scene, number, [text for text, _ in texts])]
    near = {x: sum(abs(x - dot) < NEIGHBOURS for dot, _ in dots) for _, x in texts}
    # Where there isn't room for all, years with many events come first.
    texts.sort(key=lambda one: (-near[one[1]], one[1]))
    broken = [x + way * ZIGZAG[-1][0] for x in breaks(scene, number) for way in (-1, 0, 1)]
    if level.ruler is not None:
        rise = (scene.stage.ruler + ascent(face, MARK) - descent(face, MARK)) / 2
        rows = [(_named(texts, broken, scene), level.ruler + rise)]
    else:
        by_side = [_named(texts, [*broken, *(x for x, band in dots if band == own)], scene) for own in (0, 1)]
        own = 1 if len(by_side[1]) >= len(by_side[0]) else 0
        # What has no room there stands on the other side.
        rest = [one for one in by_side[1 - own] if one not in by_side[own]]
        rows = [
            (by_side[own], _baseline(level, own, seen, face)),
            (rest, _baseline(level, 1 - own, seen, face)),
        ]
    for named, baseline in rows:
        for text, x in sorted(named, key=lambda one: one[1]):
            yield Label(tidy(x), tidy(baseline), text, face, MARK, scene.palette.muted, "middle")


def _baseline(level: Levels, own: int, seen: Sequence[Bar], face: Face) -> float:
    """Where years stand on a side of an axis: clear of the bars, which stand nearer to it."""
    band = level.bands[own]
    deep = BAR_PITCH * (1 + max((bar.depth for bar in seen if bar.band == own), default=-1))
    down = ascent(face, MARK) + UNDER if band.side == BELOW else -descent(face, MARK) - UNDER
    return band.axis + down + band.side * deep


def _resumed(scene: Scene, number: int, known: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The years in which the axis goes on after its breaks, beside those."""
    for (_, high), x in zip(_shown(scene, number), breaks(scene, number), strict=True):
        text = format_date(make_date(Point(math.floor(high))), scene.language, short=True)
        if text not in known:
            half = advance(text, Face(scene.family), MARK) / 2
            yield text, x + ZIGZAG[-1][0] + BESIDE + half


def _named(
    texts: Sequence[tuple[str, float]], leaders: Sequence[float], scene: Scene
) -> list[tuple[str, float]]:
    """Those of the names that touch no leader and no other name."""
    taken = [(x - 4, x + 4) for x in leaders]
    free = []
    for text, x in texts:
        half = advance(text, Face(scene.family), MARK) / 2
        # At the ends of an axis they stand beside their marks rather than outside the drawing.
        mark, x = x, min(max(x, scene.left + half), scene.width - half)
        if abs(x - mark) <= half and all(x + half < left or right < x - half for left, right in taken):
            taken.append((x - half - 8, x + half + 8))
            free.append((text, x))
    return free
