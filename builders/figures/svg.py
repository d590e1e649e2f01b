"""SVG bytes (a strict subset) in, a Drawing in points and located diagnostics out. Never raises.

Opacity is blended over white, or over the drawing's ground when that is painted first.
"""

from __future__ import annotations

from functools import lru_cache

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.figures.crop import Box, bounds, cut
from builders.figures.drawing import Card, Drawing, Label, Shape
from builders.figures.svg_paint import Painter
from builders.figures.svg_style import Style, length
from builders.figures.svg_transform import LARGEST, Matrix, numbers
from builders.figures.svg_tree import Element, read_tree

POINTS = 0.75
"""Points in a CSS pixel."""


@lru_cache(maxsize=32)
def read_svg(data: bytes, file: str) -> tuple[Drawing | None, tuple[Diagnostic, ...]]:
    """The drawing at its natural size, or None with the errors that say why not.

    What lies outside the picture's box is cut off. `alt` is the SVG's own title and description. Text is set
    in the page's serif or sans face, whichever is nearer. A gradient becomes its mean colour.
    """
    root, errors = read_tree(data, file)
    if root is None:
        return None, errors
    port = _viewport(root)
    if port is None:
        message = "The drawing doesn't say how large it is."
        place = Place(file, line=root.line, column=root.column)
        hint = Hint('Give <svg> a viewBox such as viewBox="0 0 800 600".')
        return None, (Diagnostic("svg-size", Severity.ERROR, message, place, (hint,)),)
    width, height, matrix, size = port
    painter = Painter(file, root, size, Box(0.0, 0.0, width, height))
    painter.children(root, matrix, painter.style(root, Style()))
    shapes = tuple(part for shape in painter.shapes for part in _inside(shape, painter.box))
    if not shapes:
        painter.notes.add(root, "svg-empty", "Nothing in the drawing can be shown.")
    return Drawing(width, height, shapes, _alt(root)), painter.notes.diagnostics()


def _inside(shape: Shape, box: Box) -> list[Shape]:
    """The shape cut at the picture's edges; words stay whole and go only when all of them are outside."""
    if isinstance(shape, Label | Card):
        return [shape] if box.meets(bounds(shape)) else []
    return cut(shape, box)


def _viewport(root: Element) -> tuple[float, float, Matrix, tuple[float, float]] | None:
    """Width and height in points, the map of user units into them, the view box's size; None when unknown."""
    view = numbers(root.attributes.get("viewBox", ""))
    box = view if view and len(view) == 4 and view[2] > 0 and view[3] > 0 else None
    sides = []
    for name in ("width", "height"):
        given = root.attributes.get(name, "")
        side = None if "%" in given or given in ("", "auto") else length(given, 16.0, 100.0)
        sides.append(side if side and side > 0 else None)
    across, down = sides
    if box:
        if across and not down:
            down = across * box[3] / box[2]
        elif down and not across:
            across = down * box[2] / box[3]
        across, down = across or box[2], down or box[3]
    if not across or not down:
        return None
    width, height = round(across * POINTS, 6), round(down * POINTS, 6)
    if not 1e-3 <= min(width, height) <= max(width, height) <= LARGEST:
        return None
    if not box:
        return width, height, Matrix(POINTS, 0, 0, POINTS), (across, down)
    x, y, w, h = box
    sx, sy = width / w, height / h
    keep = root.attributes.get("preserveAspectRatio", "xMidYMid meet").split()
    if keep[:1] != ["none"]:
        sx = sy = max(sx, sy) if "slice" in keep else min(sx, sy)
    place = keep[0] if keep else "xMidYMid"
    dx = (width - w * sx) * (0.0 if "xMin" in place else 1.0 if "xMax" in place else 0.5)
    dy = (height - h * sy) * (0.0 if "YMin" in place else 1.0 if "YMax" in place else 0.5)
    matrix = Matrix(sx, 0, 0, sy, dx - x * sx, dy - y * sy)
    return (width, height, matrix, (w, h)) if matrix.is_bounded and sx > 0 and sy > 0 else None


def _alt(root: Element) -> str:
    parts = []
    for name in ("title", "desc"):
        for child in root.elements():
            if child.name == name:
                text = " ".join("".join(t for t in child.children if isinstance(t, str)).split())
                parts += [text] if text else []
                break
    return ". ".join(part.rstrip(".") for part in parts) + ("." if len(parts) > 1 else "")
