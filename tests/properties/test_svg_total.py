"""Reading an SVG is total: whatever the bytes, a drawing or errors, never an exception; what is drawn is bounded."""

from __future__ import annotations

import math
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders.diagnostics import Diagnostic, Severity
from builders.figures.crop import Box, bounds
from builders.figures.drawing import Card, Drawing, Label
from builders.figures.ops import on_night, scale
from builders.figures.svg import read_svg
from builders.theme.tokens import EDITORIAL

COLOR = re.compile(r"[0-9a-f]{6}")
NUMBERS = st.one_of(
    st.integers(-500, 500).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.sampled_from(
        ["", "1e9", "-0", "50%", "2em", "NaN", "inf", "1e999", ".", "--1", "12mm", "9" * 80, "auto"]
    ),
)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
# fmt: off
NAMES = st.sampled_from([
    "rect", "circle", "ellipse", "line", "path", "polyline", "polygon", "text", "tspan", "g", "use", "svg", "symbol",
    "defs", "linearGradient", "stop", "style", "switch", "a", "title", "marker", "clipPath", "image", "b",
])
KEYS = st.sampled_from([
    "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points",
    "transform", "fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "fill-opacity", "font-size",
    "font-family", "font-weight", "letter-spacing", "text-anchor", "style", "viewBox", "href", "id", "offset",
    "display", "dominant-baseline", "color", "stop-color", "preserveAspectRatio", "xml:space", "class",
    "clip-path", "overflow", "marker", "marker-end", "orient", "refX", "markerWidth",
])
# fmt: on
PATHS = st.lists(
    st.one_of(st.sampled_from("MmLlHhVvCcSsQqTtAaZz,. -"), NUMBERS, st.integers(0, 1).map(str)), max_size=40
).map(" ".join)
VALUES = st.one_of(
    NUMBERS,
    WORDS,
    PATHS,
    st.sampled_from(
        ["red", "#12f", "none", "url(#a)", "#a", "rgba(1,2,3,.4)", "currentColor", "bold", "evenodd"]
    ),
    st.lists(NUMBERS, max_size=9).map(lambda values: f"matrix({','.join(values)})"),
    st.lists(NUMBERS, max_size=3).map(lambda values: f"rotate({' '.join(values)}) scale({' '.join(values)})"),
)
ATTRIBUTES = st.dictionaries(KEYS, VALUES, max_size=6)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _element(name: str, attributes: dict[str, str], children: list[str]) -> str:
    written = "".join(f' {key}="{_escaped(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(children)}</{name}>"


TREES = st.recursive(
    WORDS.map(_escaped),
    lambda inner: st.builds(_element, NAMES, ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=12,
)


@settings(max_examples=800, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(*read_svg(data, "x.svg"))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TREES, max_size=6), ATTRIBUTES)
def test_any_elements(bodies: list[str], attributes: dict[str, str]) -> None:
    root = {"viewBox": "0 0 100 80", **attributes}
    check(*read_svg(_element("svg", root, bodies).encode(), "x.svg"))


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_any_damage(data: st.DataObject) -> None:
    whole = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!-- c --><g transform="scale(2)">'
        b'<path d="M0 0A1 1 0 0 0 3 3"/>'
        b'<text x="1" y="2">a<tspan dx="1">b</tspan></text></g><![CDATA[x]]><?pi x?></svg>'
    )
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    check(*read_svg(bytes(damaged), "x.svg"))


def check(drawing: Drawing | None, diagnostics: tuple[object, ...]) -> None:
    """A drawing, or an error that says why not; everything drawn finite, coloured, near its box."""
    found = [d for d in diagnostics if isinstance(d, Diagnostic)]
    assert len(found) == len(diagnostics)
    assert all(d.place.line and d.place.column and d.message for d in found)
    assert (drawing is None) == any(d.severity is Severity.ERROR for d in found)
    if drawing is None:
        return
    assert drawing.width > 0
    assert drawing.height > 0
    box = Box(0, 0, drawing.width, drawing.height)
    for shape in drawing.shapes:
        extent = bounds(shape)
        assert all(map(math.isfinite, (extent.left, extent.top, extent.right, extent.bottom)))
        if isinstance(shape, Label):
            assert box.meets(extent)
            assert shape.text.strip()
            assert COLOR.fullmatch(shape.color)
        elif not isinstance(shape, Card):
            assert box.holds(extent, slack=0.02 + 1e-6 * max(drawing.width, drawing.height))
    # What others do with a drawing is total too.
    assert scale(on_night(drawing, EDITORIAL.palette), 480).width == 480


def test_a_large_drawing_is_read_whole_and_a_larger_one_is_refused() -> None:
    path = "M0 0" + "".join(f"L{i % 97} {i % 89}" for i in range(2000))
    for paths, drawn in ((15, True), (80, False)):
        body = f'<path d="{path}" fill="none" stroke="red"/>' * paths
        drawing, diagnostics = read_svg(f'<svg viewBox="0 0 100 100">{body}</svg>'.encode(), "x.svg")
        assert (drawing is not None and len(drawing.shapes) == paths) is drawn
        assert bool(diagnostics) is not drawn
