"""How a picture is shown: a node in; its printed width, its crop and the point that stays in view out."""

from __future__ import annotations

import re
from typing import Annotated, Literal, cast, get_args

from builders.diagnostics import Hint
from builders.lesson.model import Share, Width
from builders.outline import cures
from builders.outline.kinds import TEXT_SCHEMA, Kind
from builders.outline.reader import Given, Reader
from builders.outline.values import raw_text
from builders.source.nodes import Scalar

Fit = Literal["contain", "cover"]
Focus = tuple[float, float]

NARROWEST, WIDEST = 28.0, 1440.0
"""Printed widths in points: a centimetre to twenty inches."""
FLATTEST = 20.0
"""The most that one side of a crop may measure of the other."""

_POINTS = {
    "cm": 72 / 2.54,
    "mm": 72 / 25.4,
    "in": 72.0,
    "inch": 72.0,
    "inches": 72.0,
    '"': 72.0,
    "″": 72.0,
    "pt": 1.0,
}
_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z\"″]+)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_RATIO = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:[:/x×]|to)\s*(\d+(?:[.,]\d+)?)")
_SHAPES = {"square": 1.0}
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_ACROSS = {"left": 0.0, "right": 1.0}
_DOWN = {"top": 0.0, "bottom": 1.0, "upper": 0.0, "lower": 1.0}
_MIDDLE = frozenset({"center", "centre", "middle"})
_FITS = {"whole": "contain", "fit": "contain", "fill": "cover", "crop": "cover", "full": "cover"}


def read_width(given: Given, reader: Reader) -> Width | None:
    """`full`, `column`, `half`, `margin`, or a length."""
    words = raw_text(given, reader).strip().casefold()
    if not words:
        return None
    if words in get_args(Share):
        return cast("Share", words)
    found = _LENGTH.fullmatch(words)
    if found and found[2] in _POINTS:
        points = _number(found[1]) * _POINTS[found[2]]
        if NARROWEST <= points <= WIDEST:
            return round(points, 2)
        message = f"A picture {words} wide can’t be printed."
        reader.error("wrong-width", message, given, Hint("write a width between 1 cm and 50 cm, or full"))
        return None
    hints = cures.did_you_mean(Scalar(words, given.node.start, given.node.end), get_args(Share))
    if number := _NUMBER.fullmatch(words):
        written = [f"{number[0]} cm", f"{number[0]} in"]
        hints = tuple(cures.replace(given.node, one, f"write {one}") for one in written)
    message = f"“{words[:40]}” is no width for a picture."
    hints = hints or (Hint("write full, column, half, margin, or a length such as 8 cm or 3 in"),)
    reader.error("wrong-width", message, given, *hints)
    return None


def read_fit(given: Given, reader: Reader) -> Fit | None:
    """`contain` or `cover`."""
    words = raw_text(given, reader).strip().casefold()
    if not words or words in get_args(Fit):
        return cast("Fit", words) if words else None
    meant = _FITS.get(words)
    node = Scalar(words, given.node.start, given.node.end)
    hints = (
        (cures.replace(given.node, meant, f"did you mean {meant}?"),)
        if meant
        else cures.did_you_mean(node, get_args(Fit))
    )
    message = f"“{words[:40]}” is no way to fit a picture into its place."
    hints = hints or (
        Hint("write contain to show all of it, or cover to fill its place and cut off what hangs over"),
    )
    reader.error("wrong-fit", message, given, *hints)
    return None


def read_crop(given: Given, reader: Reader) -> float | None:
    """The width by the height."""
    words = raw_text(given, reader).strip().casefold()
    if not words or words in _SHAPES:
        return _SHAPES.get(words)
    found = _RATIO.fullmatch(words)
    across, down = (_number(found[1]), _number(found[2])) if found else (0.0, 0.0)
    if across and down and 1 / FLATTEST <= across / down <= FLATTEST:
        return across / down
    message = f"“{words[:40]}” is no proportion of width to height."
    hint = Hint("write for example 4:3, 16:9, 3:4 or square; `focus:` says which part of the picture stays")
    reader.error("wrong-crop", message, given, hint)
    return None


def read_focus(given: Given, reader: Reader) -> Focus | None:
    """The point as shares of width and height, from words or percentages."""
    words = raw_text(given, reader).strip().casefold()
    if not words:
        return None
    parts = re.split(r"[\s,-]+", re.sub(r"\s+%", "%", words))
    found = _percentages(parts) if any("%" in part for part in parts) else _sides(parts)
    if found is not None:
        return found
    message = f"“{words[:40]}” is no place in a picture."
    hint = Hint(
        "write left, right, top, bottom or center, or two of them; or how far from the left and from the top: 30% 40%"
    )
    reader.error("wrong-focus", message, given, hint)
    return None


def _percentages(parts: list[str]) -> Focus | None:
    shares = [_number(found[1]) / 100 for part in parts if (found := _PERCENT.fullmatch(part))]
    if len(parts) != 2 or len(shares) != 2 or max(shares) > 1:
        return None
    return shares[0], shares[1]


def _sides(parts: list[str]) -> Focus | None:
    across = [_ACROSS[part] for part in parts if part in _ACROSS]
    down = [_DOWN[part] for part in parts if part in _DOWN]
    middle = [part for part in parts if part in _MIDDLE]
    if len(across) > 1 or len(down) > 1 or not 1 <= len(parts) <= 2:
        return None
    if len(across) + len(down) + len(middle) != len(parts):
        return None
    return (*across, 0.5)[0], (*down, 0.5)[0]


def _number(text: str) -> float:
    return float(text.replace(",", "."))


_LENGTHS = {"type": "string", "pattern": r"^\s*\d+([.,]\d+)?\s*(cm|mm|in|inch|inches|pt|\"|″)\s*$"}

WIDTH: Kind[Width | None] = Kind("width", read_width, {"anyOf": [{"enum": list(get_args(Share))}, _LENGTHS]})
FIT: Kind[Fit | None] = Kind("contain or cover", read_fit, {"enum": list(get_args(Fit))})
CROP: Kind[float | None] = Kind("proportion", read_crop, TEXT_SCHEMA)
FOCUS: Kind[Focus | None] = Kind("place in the picture", read_focus, TEXT_SCHEMA)

WidthField = Annotated[Width | None, WIDTH]
FitField = Annotated[Fit | None, FIT]
CropField = Annotated[float | None, CROP]
FocusField = Annotated[Focus | None, FOCUS]
