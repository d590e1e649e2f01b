"""SVG bytes (a strict subset) in, a Drawing in points and located diagnostics out. Never raises.

Opacity is blended over white, or over the drawing's ground when that is painted first.
"""

from __future__ import annotations

from functools import lru_cache

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.figures.crop import Box, inside
from builders.figures.drawing import Drawing
from builders.figures.svg_lengths import length
from builders.figures.svg_paint import Painter
from builders.figures.svg_style import Style
from builders.figures.svg_transform import LARGEST, Matrix
from builders.figures.svg_tree import Element, read_tree
from builders.figures.svg_view import view_box, view_matrix

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
    shapes = tuple(part for shape in painter.shapes for part in inside(shape, painter.box))
    if not shapes:
        painter.notes.add(root, "svg-empty", "Nothing in the drawing can be shown.")
    return Drawing(width, height, shapes, _alt(root)), painter.notes.diagnostics()


def _viewport(root: Element) -> tuple[float, float, Matrix, tuple[float, float]] | None:
    """Width and height in points, the map of user units into them, the view box's size; None when unknown."""
    box = view_box(root.attributes.get("viewBox", ""))
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
    matrix = view_matrix(box, width, height, root.attributes.get("preserveAspectRatio", "").strip())
    usable = matrix.is_bounded and matrix.a > 0 and matrix.d > 0
    return (width, height, matrix, box[2:]) if usable else None


def _alt(root: Element) -> str:
    parts = []
    for name in ("title", "desc"):
        for child in root.elements():
            if child.name == name:
                text = " ".join("".join(t for t in child.children if isinstance(t, str)).split())
                parts += [text] if text else []
                break
    return ". ".join(part.rstrip(".") for part in parts) + ("." if len(parts) > 1 else "")
