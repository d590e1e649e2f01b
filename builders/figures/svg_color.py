"""CSS colours in, six hex digits and an opacity out; and colours seen through one another."""

from __future__ import annotations

import colorsys
import math
import re

from builders.figures.drawing import Color
from builders.figures.svg_lengths import length, share_of

_FUNCTION = re.compile(r"rgba?\(([^()]*)\)$", re.IGNORECASE)
_HSL = re.compile(r"hsla?\(([^()]*)\)$", re.IGNORECASE)
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$")


def parse_color(value: str) -> tuple[Color, float] | None:
    """A CSS colour (hex, rgb(), a name) as six hex digits and its opacity, None when it can't be read."""
    text = value.strip().lower()
    if text == "transparent":
        return "ffffff", 0.0
    if _HEX.match(text):
        digits = text[1:] if len(text) > 5 else "".join(2 * c for c in text[1:])
        return digits[:6], int(digits[6:] or "ff", 16) / 255
    if function := _FUNCTION.match(text):
        parts = [part for part in re.split(r"[\s,/]+", function[1].strip()) if part]
        channels = [length(part, 0.0, 255.0) for part in parts[:3]]
        alpha = share_of(parts[3]) if len(parts) == 4 else 1.0
        if len(parts) not in (3, 4) or alpha is None:
            return None
        levels = [min(255, max(0, round(level))) for level in channels if level is not None]
        return ("".join(f"{level:02x}" for level in levels), alpha) if len(levels) == 3 else None
    if function := _HSL.match(text):
        return _hue(function[1].replace("deg", ""))
    return (named, 1.0) if (named := _named(text)) else None


def _hue(text: str) -> tuple[Color, float] | None:
    """The inside of hsl(): degrees, saturation and lightness, perhaps opacity."""
    parts = [part for part in re.split(r"[\s,/]+", text.strip()) if part]
    values = [length(part, 0.0, 1.0) for part in parts]
    given = [value for value in values if value is not None]
    if len(parts) not in (3, 4) or len(given) != len(parts):
        return None
    hue, saturation, lightness, alpha = (*given, 1.0)[:4]
    inside = (min(1.0, max(0.0, value)) for value in (lightness, saturation))
    levels = colorsys.hls_to_rgb(hue % 360 / 360, *inside)
    return "".join(f"{math.floor(level * 255 + 0.5):02x}" for level in levels), min(1.0, max(0.0, alpha))


def _named(name: str) -> Color | None:
    from PIL import ImageColor  # the table of CSS names, there already; other drawings don't load it

    found = ImageColor.colormap.get(name)
    return found.lstrip("#") if isinstance(found, str) else None


def blend(color: Color, opacity: float, under: Color) -> Color:
    """The colour seen when `color` lies over `under`."""
    if opacity >= 1:
        return color
    mixed = (
        math.floor(int(color[i : i + 2], 16) * opacity + int(under[i : i + 2], 16) * (1 - opacity) + 0.5)
        for i in (0, 2, 4)
    )
    return "".join(f"{level:02x}" for level in mixed)
