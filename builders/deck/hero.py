"""An image and a panel of a dark slide in; the image bleeding over the panel out, or standing in it where it has no
ground of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from builders.deck.draft import Context
from builders.deck.pictures import DPI, aligned, fitted
from builders.deck.slides import Box, DrawingShape, PictureShape
from builders.figures.crop import Box as Window
from builders.figures.crop import bounds, cut
from builders.figures.drawing import Card, Drawing, Ellipse, Label, Line, Path, Picture, Rect
from builders.figures.drawing import Shape as Drawn
from builders.figures.looks import Look
from builders.figures.ops import placed
from builders.figures.pictures import Bitmap, content, proportion
from builders.lesson.model import Image, ImageBlock, Lesson, Section, plain

GROUND = 0.85
"""A drawing bleeds when one of its areas reaches over this share of its width and of its height: maps do."""
STEPS = 40
"""In how many places a drawing is tried that is larger than its panel."""
CLEAR = 10.0
"""How far a label keeps from the panel's edges."""
SMALL = 0.45
"""A key is smaller than this share of a drawing, both ways; it is shown whole or not at all."""
SCALE, FLAT = 0.3, 10.0
"""A line is a scale's when it is no longer than this share of a drawing's width, and no deeper than so many points."""
DOT = 40.0
"""The largest radius of a dot or a disc that belongs to a name."""


def section_image(lesson: Lesson, section: Section) -> Image | None:
    """The section's own first picture, else the lesson's."""
    own = (b.image for b in section.blocks if isinstance(b, ImageBlock))
    return next((image for image in own if proportion(image) is not None), lesson.figure)


def hero(
    context: Context, image: Image, panel: Box, inside: Box, *, decorative: bool = False
) -> PictureShape | DrawingShape | None:
    """The image over the whole panel, cut where it is larger; a drawing without a ground of its own whole in the box
    inside. A decorative one is shown with its words elsewhere."""
    shape_of = proportion(image)
    if shape_of is None:
        return None
    look = Look(context.theme, context.language, "night" if context.dark else "slide")
    filled = content(image, panel.width, panel.height, DPI, look, cover=True)
    if isinstance(filled, Bitmap):
        # One whose licence forbids a crop stands whole in the panel.
        place = aligned(panel, filled.width, filled.height)
        return PictureShape("picture", place, filled.data, filled.kind, image.spoken)
    if image.map is not None and filled is not None:
        # Its key isn't shown here, so that numbers have nothing to refer to; the slide's edge is its frame.
        shapes = tuple(
            shape
            for shape in filled.shapes
            if not (isinstance(shape, Label) and shape.text.isdecimal())
            and not (isinstance(shape, Rect) and shape.fill is None and shape.width > 0.9 * filled.width)
        )
        drawing = replace(filled, shapes=shapes, alt="" if decorative else filled.alt)
        name = plain(image.title) or image.id
        return DrawingShape(panel.x, panel.y, drawing, name, decorative=decorative)
    height = max(panel.height, panel.width / shape_of)
    whole = content(image, height * shape_of, height, DPI, look)
    if isinstance(whole, Drawing) and has_ground(whole):
        shown: PictureShape | DrawingShape | None = DrawingShape(
            panel.x, panel.y, windowed(whole, panel.width, panel.height), plain(image.title) or image.id
        )
    else:
        shown = fitted(context, image, "picture", inside, night=context.dark)
    if decorative and isinstance(shown, DrawingShape):
        return replace(shown, drawing=replace(shown.drawing, alt=""), decorative=True)
    return shown


def bleeds(context: Context, figure: PictureShape | DrawingShape) -> bool:
    """Whether a figure reaches to the slide's edge."""
    right = figure.box.right if isinstance(figure, PictureShape) else figure.x + figure.drawing.width
    return right > context.layouts.width - 1


def has_ground(drawing: Drawing) -> bool:
    """Whether one of its areas is as good as the drawing's ground."""
    for shape in drawing.shapes:
        if isinstance(shape, Path | Rect) and shape.fill is not None:
            box = bounds(shape)
            wide = box.right - box.left >= GROUND * drawing.width
            if wide and box.bottom - box.top >= GROUND * drawing.height:
                return True
    return False


@lru_cache(maxsize=16)
def windowed(drawing: Drawing, width: float, height: float) -> Drawing:
    """The part of a drawing that stands in a window, placed where the fewest words are lost. What the window's edge
    would cut is left out whole: labels, keys with all that is in them, scales, and dots whose name is left out."""
    free = max(drawing.width - width, 0.0), max(drawing.height - height, 0.0)
    windows = [
        Window(
            free[0] * a / STEPS,
            free[1] * b / STEPS,
            free[0] * a / STEPS + width,
            free[1] * b / STEPS + height,
        )
        for a in (range(STEPS + 1) if free[0] > 1 else (0,))
        for b in (range(STEPS + 1) if free[1] > 1 else (0,))
    ]
    middle = free[0] / 2, free[1] / 2
    parts = _parts(drawing)
    window = min(
        windows,
        key=lambda w: (
            sum(_words(part.shape) for part in parts if not part.seen(w)),
            abs(w.left - middle[0]) + abs(w.top - middle[1]),
        ),
    )
    shapes = tuple(
        placed(piece, 1.0, -window.left, -window.top)
        for part in parts
        if part.seen(window)
        for piece in (
            [part.shape] if isinstance(part.shape, Label | Card | Picture) else cut(part.shape, window)
        )
    )
    return replace(drawing, width=width, height=height, shapes=shapes)


@dataclass(frozen=True, slots=True)
class _Part:
    """A shape, and what must stand in a window whole for it to be shown there: within its edges, or clear of them."""

    shape: Drawn
    within: tuple[Window, ...]
    clear: tuple[Window, ...]

    def seen(self, window: Window) -> bool:
        """Whether the window shows it."""
        inner = Window(window.left + CLEAR, window.top + CLEAR, window.right - CLEAR, window.bottom - CLEAR)
        return all(map(window.holds, self.within)) and all(map(inner.holds, self.clear))


def _parts(drawing: Drawing) -> list[_Part]:
    measured = [(shape, bounds(shape)) for shape in drawing.shapes]
    keys = [box for shape, box in measured if isinstance(shape, Rect) and _small(box, drawing)]
    names = [box for shape, box in measured if isinstance(shape, Label)]
    named: dict[Window, list[Window]] = {}
    for shape, box in measured:
        if isinstance(shape, Ellipse) and shape.rx <= DOT and names:
            named.setdefault(_nearest(box, names), []).append(box)
    of_dots = {dot: name for name, dots in named.items() for dot in dots}
    parts = []
    for shape, box in measured:
        within = [key for key in keys if key.holds(box)]
        clear = []
        if _words(shape):
            clear.append(box)
            within += named.get(box, [])
        elif isinstance(shape, Picture) or _flat(shape, box, drawing):
            within.append(box)
        if isinstance(shape, Ellipse) and box in of_dots:
            within.append(box)
            clear.append(of_dots[box])
        parts.append(_Part(shape, tuple(within), tuple(clear)))
    return parts


def _nearest(box: Window, others: list[Window]) -> Window:
    return min(others, key=lambda other: _apart(box, other))


def _flat(shape: Drawn, box: Window, drawing: Drawing) -> bool:
    """Whether it is drawn as scales are: short, flat and not filled."""
    if not isinstance(shape, Path | Line) or (isinstance(shape, Path) and shape.fill is not None):
        return False
    return box.right - box.left < SCALE * drawing.width and box.bottom - box.top < FLAT


def _words(shape: Drawn) -> int:
    match shape:
        case Label():
            return len(shape.text)
        case Card():
            return sum(len(line.text) for line in shape.lines)
        case _:
            return 0


def _small(box: Window, drawing: Drawing) -> bool:
    return box.right - box.left < SMALL * drawing.width and box.bottom - box.top < SMALL * drawing.height


def _apart(one: Window, other: Window) -> float:
    """How far two boxes stand apart."""
    across = max(one.left - other.right, other.left - one.right, 0.0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0.0)
    return across * across + down * down
