"""CSS lengths and shares in, numbers in user units (96 to the inch) out."""

from __future__ import annotations

import re

from builders.figures.svg_transform import NUMBER, bounded

_LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|em|ex|rem|%)?\s*$")
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "rem": 16.0,
}


def length(text: str, em: float, whole: float) -> float | None:
    """A CSS length in user units (96 to the inch), None when it isn't one; `whole` is what 100 % means."""
    match = _LENGTH.match(text)
    value = bounded(match[1]) if match else None
    if match is None or value is None:
        return None
    match match[2] or "":
        case "%":
            return value / 100 * whole
        case "em":
            return value * em
        case "ex":
            return value * em / 2
        case unit:
            return value * _UNITS[unit]


def share_of(value: str) -> float | None:
    """A share of one, as a number or in percent; None when it isn't one."""
    share = length(value, 0.0, 1.0)
    return None if share is None else min(1.0, max(0.0, share))
