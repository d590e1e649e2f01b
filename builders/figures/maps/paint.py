"""Marks, earth and placed labels in, shapes in painting order out."""

from __future__ import annotations

from typing import assert_never

from builders.figures.crop import Box, line_inside
from builders.figures.drawing import Ellipse, Label, Line, Path, Rect, Shape, Stroke
from builders.figures.maps.ground import Ground
from builders.figures.maps.inks import Inks
from builders.figures.maps.key import cap_of, region_shapes
from builders.figures.maps.labels import Standing, inside
from builders.figures.maps.marks import Mark
from builders.figures.maps.paths import arrow, box_ring, segments, tidied
from builders.lesson.maps import MapArrow, MapLabel, MapLine, MapPlace, MapRegion

Point = tuple[float, float]

PLATE = 1.5
"""How far in points a plate reaches beyond the words on it."""


def region_layer(marks: list[Mark], standing: dict[int, Standing], look: Inks) -> list[Shape]:
    """Tints first, then hatching, so that one shows through the other, then plates where words stand on hatching; the
    sea is painted over all of it."""
    regions = [(mark.entry, mark.parts[0]) for mark in marks if isinstance(mark.entry, MapRegion)]
    regions.sort(key=lambda region: region[0].style != "filled")
    hatched = [ring for entry, ring in regions if entry.style == "hatched"]
    boxes = [found.box for _, found in sorted(standing.items())]
    return [
        *(shape for entry, ring in regions for shape in region_shapes(ring, entry.style, entry.side, look)),
        *(_plate(box, look) for box in boxes if any(_touches(box, ring) for ring in hatched)),
    ]


def _plate(box: Box, look: Inks) -> Rect:
    wide, high = box.right - box.left + 2 * PLATE, box.bottom - box.top + PLATE
    return Rect(
        round(box.left - PLATE, 2),
        round(box.top - PLATE / 2, 2),
        round(wide, 2),
        round(high, 2),
        fill=look.land,
    )


def earth_shapes(earth: Ground, frame: Box, look: Inks) -> list[Shape]:
    """The sea, which is the frame without the land in it, so that regions end at the coast; lakes, rivers, coasts."""
    coast = Stroke(look.coast, look.thin, join="round")
    shapes: list[Shape] = [
        Path(
            segments([box_ring(frame), *earth.land], closed=True),
            fill=look.sea,
            stroke=coast,
            even_odd=True,
        )
    ]
    if earth.rivers:
        shapes.append(
            Path(segments(list(earth.rivers)), stroke=Stroke(look.river, look.thin * 1.1, join="round"))
        )
    if earth.lakes:
        shapes.append(Path(segments(list(earth.lakes), closed=True), fill=look.sea, stroke=coast))
    if earth.borders:
        pen = Stroke(look.border, look.thin * 1.3, (look.line * 1.6, look.line * 0.8), join="round")
        shapes.append(Path(segments(list(earth.borders)), stroke=pen))
    return shapes


def plates(marks: list[Mark], earth: Ground, standing: dict[int, Standing], look: Inks) -> list[Shape]:
    """Below names that a river or a border crosses on land, so that their letters are read without it. In a region
    that is filled it would be a hole."""
    shapes: list[Shape] = []
    regions = [(mark.entry, mark.parts[0]) for mark in marks if isinstance(mark.entry, MapRegion)]
    filled = [ring for entry, ring in regions if entry.style == "filled"]
    for _, found in sorted(standing.items()):
        box = found.box
        corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        crossed = any(line_inside(line, box) for line in (*earth.rivers, *earth.borders))
        if crossed and not any(earth.wet(c) for c in corners) and not any(_touches(box, r) for r in filled):
            shapes.append(_plate(box, look))
    return shapes


def mark_shapes(marks: list[Mark], look: Inks) -> list[Shape]:
    """Lines and arrows on a light casing, then dots."""
    shapes: list[Shape] = []
    for mark in marks:
        entry = mark.entry
        match entry:
            case MapLine():
                color = look.sides[entry.side]
                path = segments(list(mark.parts))
                shapes.append(Path(path, stroke=Stroke(look.land, 1.9 * look.line, join="round")))
                pen = Stroke(color, look.line, look.dash(entry.style), cap_of(entry), "round")
                shapes.append(Path(path, stroke=pen))
            case MapArrow():
                shapes += [
                    Path(
                        segments([arrow(part, 1.15 * look.line)], closed=True),
                        fill=look.sides[entry.side],
                        stroke=Stroke(look.land, look.thin * 1.4, join="round"),
                    )
                    for part in mark.parts[-1:]
                ]
            case MapPlace() | MapLabel() | MapRegion():
                pass
            case _:
                assert_never(entry)
    for mark in marks:
        if isinstance(mark.entry, MapPlace):
            x, y = mark.parts[0][0]
            color = look.ink if mark.entry.side == "neither" else look.sides[mark.entry.side]
            pen = Stroke(look.land, look.thin * 1.4)
            shapes.append(Ellipse(round(x, 2), round(y, 2), look.dot, look.dot, fill=color, stroke=pen))
    return shapes


def label_shapes(marks: list[Mark], standing: dict[int, Standing], look: Inks) -> list[Shape]:
    """Leaders, and the words above them."""
    leaders: list[Shape] = []
    words: list[Shape] = []
    for n, found in sorted(standing.items()):
        if found.leader is not None:
            (x1, y1), (x2, y2) = tidied(list(found.leader))
            leaders.append(Line(x1, y1, x2, y2, Stroke(look.ink, look.thin * 1.3)))
        words += _lines(found, marks[n].color, look)
    return [*leaders, *words]


def _lines(found: Standing, color: str, look: Inks) -> list[Shape]:
    words, box = found.words, found.box
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[found.anchor]
    shapes: list[Shape] = []
    for row, line in enumerate((*words.lines, *words.note)):
        own = row < len(words.lines)
        shapes.append(
            Label(
                # A label's width has the space after its last letter too.
                round(x + (words.spacing / 2 if found.anchor == "middle" and own else 0.0), 2),
                round(box.top + words.rise + row * words.leading, 2),
                line,
                words.face if own else words.face.with_style(bold=False),
                words.size,
                color if own else look.ink,
                {"start": "start", "end": "end"}.get(found.anchor, "middle"),  # type: ignore[arg-type]
                letter_spacing=words.spacing if own else 0.0,
            )
        )
    return shapes


def _touches(box: Box, ring: list[Point]) -> bool:
    xs = (box.left, (box.left + box.right) / 2, box.right)
    ys = (box.top, (box.top + box.bottom) / 2, box.bottom)
    return any(inside((x, y), ring) for x in xs for y in ys)


def scale_shapes(box: Box, length: float, text: str, look: Inks) -> list[Shape]:
    """The scale bar in its place: a line between two ticks, its length in kilometres above it."""
    tick, y = 0.28 * look.size, box.bottom
    left = box.right - length
    ends = [tidied([(left, y - tick), (left, y), (box.right, y), (box.right, y - tick)])]
    middle, baseline = round(left + length / 2, 2), round(y - 1.5 * tick, 2)
    label = Label(middle, baseline, text, look.sans, look.size, look.word("neither", muted=True), "middle")
    return [Path(segments(ends), stroke=Stroke(look.muted, look.thin * 1.5)), label]
