"""Plans in, every text with what it is painted on out: the page's blocks and the deck's slides, their drawings too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from builders.deck.measure import face_of
from builders.deck.slides import DeckPlan, DrawingShape, Slide, TableShape, TextBox
from builders.figures.drawing import (
    Card,
    Close,
    CurveTo,
    Drawing,
    Ellipse,
    Label,
    LineTo,
    Move,
    Path,
    Rect,
    Shape,
)
from builders.pdf.blocks import Figure, Furniture, Group, Plan, Raster
from builders.pdf.blocks import Run as PageRun
from builders.theme.colors import contrast
from builders.theme.contrast import LARGE, TEXT, WHITE
from builders.theme.measure import advance

LARGE_FROM, LARGE_BOLD_FROM = 18.0, 14.0
STEPS = 8
"""Into how many straight pieces a curve is cut."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Painted:
    """A text, its colour, the colour beneath it, and whether it is large by WCAG's measure."""

    text: str
    color: str
    ground: str
    large: bool

    @property
    def enough(self) -> bool:
        """Whether it stands out."""
        return contrast(self.color, self.ground) >= (LARGE if self.large else TEXT)

    def __str__(self) -> str:
        return (
            f"{self.color} on {self.ground} is {contrast(self.color, self.ground):.2f}:1: “{self.text[:40]}”"
        )


def is_large(size: float, bold: bool) -> bool:
    """Whether text of that size needs less contrast."""
    return size >= LARGE_FROM or (bold and size >= LARGE_BOLD_FROM)


def on_pages(plan: Plan) -> Iterator[Painted]:
    """Every text of a page: on white, on the fill of its group, or on what its drawing paints beneath it."""
    yield from _of(plan.furniture, WHITE)
    for block in plan.blocks:
        yield from _of(block, WHITE)


def _of(value: object, ground: str) -> Iterator[Painted]:
    match value:
        case PageRun():
            if value.text.strip():
                yield Painted(value.text, value.color, ground, is_large(value.size, value.face.bold))
        case Drawing():
            yield from on_drawing(value, ground)
        case Raster() | str() | None:
            pass
        case Group():
            yield from _of(value.body, value.fill or ground)
        case tuple() | list():
            for item in value:
                yield from _of(item, ground)
        case Figure() | Furniture() | _ if is_dataclass(value):
            for field in fields(value):
                yield from _of(getattr(value, field.name), ground)
        case _:
            pass


def on_slides(plan: DeckPlan) -> Iterator[Painted]:
    """Every text of a deck: on its layout's ground and ornaments, and what drawings paint beneath it."""
    for slide in plan.slides:
        yield from _on_slide(plan, slide)


def _on_slide(plan: DeckPlan, slide: Slide) -> Iterator[Painted]:
    layout, palette = plan.layouts.layout(slide.layout), plan.theme.palette
    ground: str = getattr(palette, layout.background)
    ornaments = [
        Rect(o.box.x, o.box.y, o.box.width, o.box.height, getattr(palette, o.ink)) for o in layout.ornaments
    ]
    for shape in slide.shapes:
        match shape:
            case TextBox():
                levels = layout.holder(shape.placeholder).levels
                own = beneath(ornaments, (shape.box.x + 1, shape.box.y + 1), ground)
                for item in shape.paragraphs:
                    level, size = levels[item.level], shape.sizes[item.level]
                    for run in item.runs:
                        bold = face_of(level, run, plan.theme.slide).bold
                        color: str = getattr(palette, "accent" if run.link else run.ink or level.ink)
                        if run.text.strip():
                            yield Painted(run.text, color, own, is_large(size, bold))
            case TableShape():
                for row in shape.rows:
                    for run in (run for cell in row.cells for item in cell for run in item.runs):
                        color = getattr(palette, "accent" if run.link else run.ink or "ink")
                        yield Painted(run.text, color, ground, is_large(shape.size, run.bold))
            case DrawingShape():
                yield from on_drawing(shape.drawing, ground)
            case _:
                pass
    if layout.furniture:
        size = plan.theme.slide.footer
        yield Painted(
            slide.footer, getattr(palette, plan.layouts.footer.levels[0].ink), ground, is_large(size, False)
        )


def on_drawing(drawing: Drawing, ground: str) -> Iterator[Painted]:
    """Every label and line of a card, each on the ground where it stands out least of what lies beneath it."""
    for number, shape in enumerate(drawing.shapes):
        below = drawing.shapes[:number]
        match shape:
            case Label():
                width = advance(shape.text, shape.face, shape.size, shape.letter_spacing)
                left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
                middle = shape.y - shape.size * 0.3
                places = [(left + width * share, middle) for share in (0.05, 0.5, 0.95)]
                if shape.rotation:
                    places = [(shape.x, shape.y)]
                grounds = {beneath(below, place, ground) for place in places}
                worst = min(sorted(grounds), key=lambda own: contrast(shape.color, own))
                yield Painted(shape.text, shape.color, worst, is_large(shape.size, shape.face.bold))
            case Card():
                middle_of = shape.x + shape.width / 2, shape.y + shape.height / 2
                own = shape.fill or beneath(below, middle_of, ground)
                for line in shape.lines:
                    yield Painted(line.text, line.color, own, is_large(line.size, line.face.bold))
            case _:
                pass


def beneath(shapes: Sequence[Shape], place: Point, ground: str) -> str:
    """The colour that is seen at a place: that of the last filled shape which covers it."""
    for shape in reversed(shapes):
        if (fill := getattr(shape, "fill", None)) is not None and _covers(shape, place):
            return str(fill)
    return ground


def _covers(shape: Shape, place: Point) -> bool:
    x, y = place
    match shape:
        case Rect():
            return shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
        case Ellipse():
            return ((x - shape.cx) / shape.rx) ** 2 + ((y - shape.cy) / shape.ry) ** 2 <= 1
        case Path():
            return sum(_crossings(outline, place) for outline in _outlines(shape)) % 2 == 1
        case _:
            return False


def _crossings(outline: Sequence[Point], place: Point) -> int:
    """How many edges of an outline lie to the right of a place."""
    x, y = place
    count = 0
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            count += 1
    return count


def _outlines(path: Path) -> Iterator[list[Point]]:
    points: list[Point] = []
    for segment in path.segments:
        match segment:
            case Move():
                if points:
                    yield points
                points = [(segment.x, segment.y)]
            case LineTo():
                points.append((segment.x, segment.y))
            case CurveTo():
                start = points[-1]
                for step in range(1, STEPS + 1):
                    t = step / STEPS
                    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                    xs = (start[0], segment.x1, segment.x2, segment.x)
                    ys = (start[1], segment.y1, segment.y2, segment.y)
                    points.append(
                        (
                            sum(w * v for w, v in zip(weights, xs, strict=True)),
                            sum(w * v for w, v in zip(weights, ys, strict=True)),
                        )
                    )
            case Close():
                pass
    if points:
        yield points
