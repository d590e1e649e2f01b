"""SVG presentation attributes and inline styles in, resolved paint and type out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, cast, get_args

from builders.figures.drawing import Color, Stroke
from builders.figures.svg_color import parse_color
from builders.figures.svg_lengths import length, share_of
from builders.theme.faces import SANS, SERIF, Face, Family

Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]
Anchor = Literal["start", "middle", "end"]
Paint = str
"""A colour as six hex digits, "none", or "#id" of a paint server."""

# fmt: off
PROPERTIES = frozenset([
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "font-family", "font-size", "font-weight", "font-style",
    "letter-spacing", "text-anchor", "color", "visibility", "white-space", "opacity", "display",
    "dominant-baseline", "stop-color", "stop-opacity", "clip-path", "overflow", "marker", "marker-start", "marker-end",
])
UNSUPPORTED = frozenset([
    "filter", "mask", "mix-blend-mode", "transform", "marker-mid",
    "paint-order", "stroke-dashoffset", "text-decoration", "writing-mode", "word-spacing", "font",
    "vector-effect", "baseline-shift", "transform-origin", "text-transform", "font-variant",
])
# fmt: on
ATTRIBUTES = (PROPERTIES | UNSUPPORTED) - {"transform"}
"""What may be written as an attribute, too; a transform written so is none of the style's."""
_HARMLESS = {
    "none",
    "normal",
    "0",
    "0px",
    "inherit",
    "initial",
    "auto",
    "",
    "baseline",
    "horizontal-tb",
    "lr-tb",
}

_SERIF = re.compile(
    r"(?<!sans-)(?<!sans )\bserif\b|times|georgia|garamond|palatino|cambria|baskerville|caslon|gentium"
    r"|libertin|bookman|schoolbook|minion|roman|charter|bodoni|didot|antiqua|cormorant|crimson|lora|merriweather|gelasio",
    re.IGNORECASE,
)
_SIZES = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
_SERVER = re.compile(r"url\(\s*[\"']?\s*#([^\"')]*?)\s*[\"']?\s*\)\s*(.*)$")


@dataclass(frozen=True, slots=True)
class Style:
    """What an element is painted and set with, in user units; `opacity` is that of all groups around it. `markers` are
    the ids of those at the ends of a line, `context` the fill and the stroke of the line that a marker belongs to."""

    fill: Paint = "000000"
    stroke: Paint = "none"
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    opacity: float = 1.0
    even_odd: bool = False
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: Cap = "butt"
    join: Join = "miter"
    face: Face = SANS
    size: float = 16.0
    spacing: float = 0.0
    anchor: Anchor = "start"
    color: Color = "000000"
    visible: bool = True
    shown: bool = True
    preserve: bool = False
    baseline: str = "auto"
    markers: tuple[str, str] = ("", "")
    context: tuple[Paint, Paint] = ("none", "none")

    def alpha(self, of: Literal["fill", "stroke"]) -> float:
        """How opaque the fill or the stroke is, groups around it counted in."""
        if of == "fill":
            return self.fill_alpha * self.fill_opacity * self.opacity
        return self.stroke_alpha * self.stroke_opacity * self.opacity

    def pen(self, color: Color, scale: float) -> Stroke:
        """The stroke in a colour, its lengths multiplied by `scale`."""
        dash = tuple(round(length * scale, 3) for length in self.dash)
        return Stroke(color, round(self.width * scale, 3), dash if any(dash) else (), self.cap, self.join)


@dataclass(frozen=True, slots=True)
class Cascade:
    """A style, and the properties that could not be followed (named with their values)."""

    style: Style
    ignored: tuple[str, ...] = ()


def declarations(attributes: dict[str, str]) -> dict[str, str]:
    """Presentation attributes, overridden by the inline style."""
    found = {name: value.strip() for name, value in attributes.items() if name in ATTRIBUTES}
    return found | declared(attributes.get("style", ""))


def declared(text: str) -> dict[str, str]:
    """The declarations of an inline style, or of a rule: property and value; of several the last."""
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


def cascade(parent: Style, attributes: dict[str, str]) -> Cascade:
    """The style of an element inside `parent`."""
    given = declarations(attributes)
    style = replace(parent, baseline="auto")
    if attributes.get("space") in ("preserve", "default"):
        style = replace(style, preserve=attributes["space"] == "preserve")
    ignored: list[str] = []
    # Other properties are told in terms of these two.
    first = [name for name in ("color", "font-size") if name in given]
    for name in [*first, *(name for name in sorted(given) if name not in first)]:
        value = given[name]
        if name in UNSUPPORTED:
            if value.lower() not in _HARMLESS:
                ignored.append(name)
        elif name in PROPERTIES and value.lower() not in ("inherit", "initial", "unset"):
            changed = _apply(style, name, value)
            if changed is None:
                ignored.append(f"{name}: {value[:40]}")
            else:
                style = changed
    return Cascade(style, tuple(ignored))


def _apply(style: Style, name: str, value: str) -> Style | None:
    """`style` with one property set, None when its value can't be read."""
    low = value.lower()
    match name:
        case "fill" | "stroke":
            return _with_paint(style, name, value)
        case "color":
            color = parse_color(value)
            return color and replace(style, color=color[0])
        case "opacity":
            share = share_of(value)
            return None if share is None else replace(style, opacity=style.opacity * share)
        case "fill-opacity" | "stroke-opacity":
            share = share_of(value)
            if share is None:
                return None
            return (
                replace(style, fill_opacity=share) if name[0] == "f" else replace(style, stroke_opacity=share)
            )
        case "fill-rule":
            return replace(style, even_odd=low == "evenodd") if low in ("evenodd", "nonzero") else None
        case "stroke-width":
            width = length(value, style.size, 100.0)
            return None if width is None or width < 0 else replace(style, width=width)
        case "stroke-dasharray":
            return _with_dash(style, low)
        case "stroke-linecap":
            return replace(style, cap=cast("Cap", low)) if low in get_args(Cap) else None
        case "stroke-linejoin":
            return replace(style, join=cast("Join", low)) if low in get_args(Join) else None
        case "text-anchor":
            return replace(style, anchor=cast("Anchor", low)) if low in get_args(Anchor) else None
        case "visibility":
            return replace(style, visible=low == "visible")
        case "display":
            return replace(style, shown=style.shown and low != "none")
        case "white-space":
            return replace(style, preserve=low.startswith("pre"))
        case "dominant-baseline":
            return replace(style, baseline=low)
        case "marker" | "marker-start" | "marker-end":
            return _with_marker(style, name, value)
        case "stop-color" | "stop-opacity" | "clip-path" | "overflow":
            return style
    return _with_type(style, name, value)


def _with_type(style: Style, name: str, value: str) -> Style | None:
    low = value.lower()
    match name:
        case "font-family":
            return replace(style, face=replace(style.face, family=family(value)))
        case "font-size":
            size = _SIZES.get(low, length(value, style.size, style.size))
            return None if size is None or size < 0 else replace(style, size=size)
        case "font-weight":
            weight = {"normal": 400.0, "bold": 700.0, "bolder": 700.0, "lighter": 400.0}.get(low)
            weight = length(value, 0, 0) if weight is None else weight
            return None if weight is None else replace(style, face=style.face.with_style(bold=weight >= 550))
        case "font-style":
            return replace(style, face=style.face.with_style(italic=low.startswith(("italic", "oblique"))))
    spacing = 0.0 if low == "normal" else length(value, style.size, style.size)
    return None if spacing is None else replace(style, spacing=spacing)


def _with_paint(style: Style, name: str, value: str) -> Style | None:
    alpha = 1.0
    if value.lower() in ("none", "transparent"):
        paint = "none"
    elif value.lower() == "currentcolor":
        paint = style.color
    elif value.lower() in ("context-fill", "context-stroke"):
        paint = style.context[value.lower() == "context-stroke"]
    elif server := _SERVER.match(value):
        paint = "#" + server[1]
    else:
        color = parse_color(value)
        if color is None:
            return None
        paint, alpha = color
    if name == "fill":
        return replace(style, fill=paint, fill_alpha=alpha)
    return replace(style, stroke=paint, stroke_alpha=alpha)


def _with_marker(style: Style, name: str, value: str) -> Style | None:
    """The markers at the beginning and the end of a line, by their ids."""
    server = _SERVER.match(value)
    if server is None and value.lower() != "none":
        return None
    start, end = style.markers
    own = server[1] if server else ""
    return replace(
        style, markers=(start if name == "marker-end" else own, end if name == "marker-start" else own)
    )


def _with_dash(style: Style, value: str) -> Style | None:
    if value == "none":
        return replace(style, dash=())
    dash = [length(part, style.size, 100.0) for part in re.split(r"[\s,]+", value.strip())]
    lengths = tuple(part for part in dash if part is not None and part >= 0)
    if len(lengths) != len(dash) or len(lengths) > 32:
        return None
    # An odd list is repeated; one of zeros only is a solid line.
    lengths = lengths * 2 if len(lengths) % 2 else lengths
    return replace(style, dash=lengths if sum(lengths) > 0 else ())


def family(value: str) -> Family:
    """The page family nearest to a CSS font list: serif faces become the serif, all others the sans."""
    return SERIF.family if _SERIF.search(value.split(",")[0]) else SANS.family
