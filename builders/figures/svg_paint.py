"""An SVG element tree in, shapes in points and warnings out: one walk over what is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from builders.diagnostics import Severity
from builders.figures.crop import Box, bounds, inside
from builders.figures.drawing import Color, Label, Line, LineTo, Move, Path, Rect, Shape
from builders.figures.svg_color import blend, parse_color
from builders.figures.svg_lengths import length
from builders.figures.svg_markers import ends, marker_matrix
from builders.figures.svg_notes import Notes
from builders.figures.svg_shapes import Lengths, mapped, outline
from builders.figures.svg_sheet import follow_sheets
from builders.figures.svg_style import Style, cascade, declarations
from builders.figures.svg_text import place_text
from builders.figures.svg_transform import IDENTITY, LARGEST, Matrix, parse_transform
from builders.figures.svg_tree import Element
from builders.figures.svg_view import view_box, view_matrix
from builders.theme.measure import uncovered

MAX_SEGMENTS = 40_000
MAX_SHAPES = 20_000
MAX_CHAIN = 32
"""Elements drawn again by elements drawn again."""
MAX_TURNS = 40_000
"""Elements visited, those drawn again by <use> counted each time: what bounds a chain of doublings."""

# fmt: off
_SILENT = frozenset([
    "", "defs", "title", "desc", "metadata", "symbol", "linearGradient", "radialGradient", "stop",
    "clipPath", "mask", "filter", "pattern", "marker", "view", "style",
])
_CONDITIONS = frozenset(["systemLanguage", "requiredExtensions", "requiredFeatures"])
# fmt: on
_CLIP = re.compile(r"url\(\s*[\"']?\s*#([^\"')]*?)\s*[\"']?\s*\)")


class Painter:
    """Collects shapes and warnings; `box` is the picture's in points, `size` what 100 % is in user units."""

    def __init__(self, file: str, root: Element, size: tuple[float, float], box: Box) -> None:
        self.size = size
        self.box = box
        self.shapes: list[Shape] = []
        self.notes = Notes(file)
        self._ground: Color = "ffffff"
        self._turns = 0
        self._segments = 0
        self._using: list[Element] = []
        self._ids: dict[str, Element] = {}
        for element in _all(root):
            if name := element.attributes.get("id"):
                self._ids.setdefault(name, element)
        follow_sheets(root, self.notes)

    def style(self, element: Element, parent: Style) -> Style:
        """The element's style; what it asks for in vain is warned about."""
        found = cascade(parent, element.attributes)
        for name in found.ignored:
            self.notes.unsupported(element, f"the property {name}")
        return found.style

    def children(self, element: Element, matrix: Matrix, style: Style) -> None:
        """Paint what an element holds."""
        for child in element.elements():
            self.paint(child, matrix, style)

    def paint(self, element: Element, matrix: Matrix, parent: Style) -> None:
        """Paint an element and what it holds."""
        name = element.name
        if name in _SILENT:
            return
        self._turns += 1
        if self._turns > MAX_TURNS or len(self.shapes) >= MAX_SHAPES:
            self.notes.add(element, "svg-bounds", "The drawing has too many shapes; the rest is left out.")
            return
        style = self.style(element, parent)
        if not style.shown:
            return
        if given := element.attributes.get("transform"):
            step = parse_transform(given)
            matrix = matrix @ step if step else Matrix(a=LARGEST * 2)
            if not matrix.is_bounded:
                self.notes.unsupported(element, f"<{name}> with the transform “{given[:40]}”")
                return
        start, clip = len(self.shapes), self._clip(element, matrix)
        self._kind(element, matrix, style)
        if clip is not None:
            self.shapes[start:] = [part for shape in self.shapes[start:] for part in inside(shape, clip)]

    def _kind(self, element: Element, matrix: Matrix, style: Style) -> None:
        """Paint by what the element is."""
        name = element.name
        match name:
            case "g" | "a":
                self.children(element, matrix, style)
            case "switch":
                choices = list(element.elements())
                free = [child for child in choices if not _CONDITIONS & set(child.attributes)]
                for child in (free or choices)[:1]:
                    self.paint(child, matrix, style)
            case "image":
                self.notes.unsupported(element, "a picture inside the drawing (<image>)")
            case "svg":
                self._nested(element, matrix, style, self._lengths(element, style))
            case "use":
                self._use(element, matrix, style)
            case "text":
                self._text(element, matrix, style)
            case "path" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon":
                self._outline(element, matrix, style)
            case _:
                self.notes.unsupported(element, f"<{name}>")

    def _nested(self, element: Element, matrix: Matrix, style: Style, lengths: Lengths) -> None:
        """Paint an <svg>, or a <symbol> with the lengths of the <use> that names it, cut at its edges."""
        matrix = matrix @ Matrix(e=lengths.get("x"), f=lengths.get("y"))
        width, height = lengths.get("width", self.size[0]), lengths.get("height", self.size[1])
        if width <= 0 or height <= 0 or not matrix.is_bounded:
            return
        edges = mapped(Rect(0, 0, width, height), matrix)
        whole, size = self.size, (width, height)
        if view := view_box(element.attributes.get("viewBox", "")):
            matrix = matrix @ view_matrix(
                view, width, height, element.attributes.get("preserveAspectRatio", "").strip()
            )
            size = view[2:]
        if not matrix.is_bounded:
            return
        start, self.size = len(self.shapes), size
        self.children(element, matrix, style)
        self.size = whole
        if isinstance(edges, Rect) and declarations(element.attributes).get("overflow") != "visible":
            box = bounds(edges)
            self.shapes[start:] = [part for shape in self.shapes[start:] for part in inside(shape, box)]

    def _clip(self, element: Element, matrix: Matrix) -> Box | None:
        """What a clip path that is an upright rectangle leaves; others are warned about."""
        given = declarations(element.attributes).get("clip-path", "none")
        if given in ("none", ""):
            return None
        named = _CLIP.fullmatch(given)
        chain = self._clip_chain(named[1]) if named else []
        for part in chain:
            step = part.attributes.get("transform")
            matrix = matrix @ (IDENTITY if not step else parse_transform(step) or Matrix(a=LARGEST * 2))
        if chain and chain[-1].name == "rect" and matrix.is_bounded and matrix.is_upright:
            edges = outline(self._lengths(chain[-1], Style()), 1)
            if isinstance(edges, Rect):
                return bounds(mapped(edges, matrix))
        self.notes.unsupported(element, "a clip path that is no upright rectangle")
        return None

    def _clip_chain(self, name: str) -> list[Element]:
        """A clip path and the one shape in it, perhaps through a <use>; nothing where there are more."""
        path = self._ids.get(name)
        shapes = list(path.elements()) if path is not None and path.name == "clipPath" else []
        if path is None or len(shapes) != 1 or path.attributes.get("clipPathUnits") == "objectBoundingBox":
            return []
        target = self._ids.get(shapes[0].attributes.get("href", "").strip()[1:])
        if shapes[0].name != "use" or target is None or {"x", "y"} & set(shapes[0].attributes):
            return [path, *shapes]
        return [path, *shapes, target]

    def _use(self, element: Element, matrix: Matrix, style: Style) -> None:
        """Paint the element that a <use> names; a circle of them is refused."""
        name = element.attributes.get("href", "").strip()
        target = self._ids.get(name[1:])
        lengths = self._lengths(element, style)
        place = matrix @ Matrix(e=lengths.get("x"), f=lengths.get("y"))
        if target is None or self._circles(target) or not place.is_bounded:
            self.notes.unsupported(element, f"<use> of “{name[:40]}”")
            return
        self._using.append(target)
        if target.name == "symbol":
            self._nested(target, matrix, self.style(target, style), lengths)
        else:
            self.paint(target, place, style)
        self._using.pop()

    def _circles(self, target: Element) -> bool:
        """Whether an element is drawn for itself again, or a chain of them has become too long."""
        return len(self._using) >= MAX_CHAIN or any(target is outer for outer in self._using)

    def _lengths(self, element: Element, style: Style) -> Lengths:
        return Lengths(element, style.size, self.size, self.notes)

    def _outline(self, element: Element, matrix: Matrix, style: Style) -> None:
        shape = outline(self._lengths(element, style), MAX_SEGMENTS - self._segments)
        if shape is None or not style.visible:
            return
        if isinstance(shape, Path):
            self._segments += len(shape.segments)
            if len(shape.segments) < 2:
                return
        flat, shape = shape, mapped(shape, matrix)
        fill = None if element.name == "line" else self._ink(element, style, "fill")
        line = self._ink(element, style, "stroke")
        pen = style.pen(line, matrix.scale) if line and style.width * matrix.scale > 0 else None
        if fill is None and pen is None:
            return
        match shape:
            case Path((Move() as start, LineTo() as end)) if pen:
                self._add(element, Line(start.x, start.y, end.x, end.y, pen))
            case Path():
                self._add(element, replace(shape, fill=fill, stroke=pen, even_odd=style.even_odd))
            case _:
                self._add(element, replace(shape, fill=fill, stroke=pen))
        if any(style.markers) and isinstance(flat, Path) and element.name != "rect":
            self._markers(element, flat, matrix, style)

    def _markers(self, element: Element, path: Path, matrix: Matrix, style: Style) -> None:
        """Paint what stands at the beginning and the end of a line: arrow heads."""
        for first, name, end in zip((True, False), style.markers, ends(path) or (), strict=False):
            target = self._ids.get(name)
            if not name:
                continue
            if target is None or target.name != "marker" or self._circles(target):
                self.notes.unsupported(element, f"the marker “{name[:40]}”")
                continue
            lengths = self._lengths(target, style)
            step = marker_matrix(target, end, lengths, style.width, first=first)
            if step is None or not (matrix @ step).is_bounded:
                continue
            self._using.append(target)
            own = self.style(target, Style(context=(style.fill, style.stroke)))
            self.children(target, matrix @ step, own)
            self._using.pop()

    def _text(self, element: Element, matrix: Matrix, style: Style) -> None:
        if not matrix.is_similar:
            self.notes.unsupported(element, "stretching, skewing or mirroring of text")
        for run in place_text(element, style, self.size, self.notes):
            color = self._ink(run.element, run.style, "fill")
            size = round(run.style.size * matrix.scale, 6)
            if color is None or not run.style.visible or size <= 0:
                continue
            if missing := uncovered(run.text, run.style.face):
                message = f"No font here has the characters “{missing[:20]}” of the drawing."
                self.notes.add(run.element, "uncovered-character", message)
            x, y = matrix.point(run.x, run.y)
            label = Label(
                round(x, 6) + 0.0,
                round(y, 6) + 0.0,
                run.text,
                run.style.face,
                size,
                color,
                run.anchor,
                round(matrix.rotation, 3) + 0.0,
                round(run.style.spacing * matrix.scale, 6) + 0.0,
            )
            self._add(run.element, label)

    def _add(self, element: Element, shape: Shape) -> None:
        extent = bounds(shape)
        if max(map(abs, (extent.left, extent.top, extent.right, extent.bottom))) > LARGEST:
            self.notes.add(
                element, "svg-bounds", f"<{element.name}> lies far outside the drawing and is left out."
            )
            return
        if isinstance(shape, Label) and not self.box.holds(extent, slack=shape.size / 2):
            self.notes.add(
                element, "svg-words-outside", f"“{shape.text[:40]}” reaches over the drawing's edge."
            )
        if not self.shapes and isinstance(shape, Rect) and shape.fill and extent.holds(self.box):
            self._ground = shape.fill
        self.shapes.append(shape)

    def _ink(self, element: Element, style: Style, of: Literal["fill", "stroke"]) -> Color | None:
        """The flat colour of a fill or a stroke, None when it can't be seen."""
        paint, alpha = (style.fill if of == "fill" else style.stroke), style.alpha(of)
        if paint.startswith("#"):
            mean = self._mean(paint[1:])
            what = f"the gradient of a {of}" if mean else f"{of} “url({paint[:40]})”"
            cure = "is drawn in its mean colour" if mean else "isn't supported and is left out"
            self.notes.add(element, "svg-unsupported", f"In the drawing, {what} {cure}.")
            paint = mean or "none"
        if paint == "none" or alpha <= 0:
            return None
        if alpha < 1:
            over = "over white" if self._ground == "ffffff" else "over the drawing's ground"
            message = f"Transparency is flattened: colours are mixed as if they lay {over}."
            self.notes.add(element, "svg-opacity", message, Severity.NOTE)
        return blend(paint, alpha, self._ground)

    def _mean(self, name: str) -> Color | None:
        """The mean colour of a gradient, each stop weighed by the stretch that it rules."""
        gradient = self._ids.get(name)
        for _ in range(8):
            if gradient is None or gradient.name not in ("linearGradient", "radialGradient"):
                return None
            if stops := [stop for stop in gradient.elements() if stop.name == "stop"]:
                return mean_color(stops)
            gradient = self._ids.get(gradient.attributes.get("href", "").strip()[1:])
        return None


def mean_color(stops: list[Element]) -> Color | None:
    """The mean colour of a gradient's stops over white; None when one can't be read."""
    colors: list[Color] = []
    offsets: list[float] = []
    for stop in stops:
        given = declarations(stop.attributes)
        color = parse_color(given.get("stop-color", "black"))
        opacity = length(given.get("stop-opacity", "1"), 0, 1)
        offset = length(stop.attributes.get("offset", "0"), 0, 1)
        if color is None or opacity is None or offset is None:
            return None
        share = min(1.0, max(0.0, opacity)) * color[1]
        colors.append(blend(color[0], share, "ffffff"))
        offsets.append(min(1.0, max(0.0, offset, *offsets[-1:])))
    edges = [0.0, *((a + b) / 2 for a, b in pairwise(offsets)), 1.0]
    weights = [after - before for before, after in pairwise(edges)]
    means = (
        sum(weight * int(color[i : i + 2], 16) for weight, color in zip(weights, colors, strict=True))
        for i in (0, 2, 4)
    )
    return "".join(f"{min(255, int(mean + 0.5)):02x}" for mean in means)


def _all(root: Element) -> Iterator[Element]:
    yield root
    for child in root.elements():
        yield from _all(child)
