"""SVG transform lists in, affine matrices out."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
LARGEST = 1e7
"""No coordinate may leave ±LARGEST: beyond it a document is broken, or means to break."""

_FUNCTION = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)")
_NUMBER = re.compile(NUMBER)
_ARITY = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}


@dataclass(frozen=True, slots=True)
class Matrix:
    """x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __matmul__(self, other: Matrix) -> Matrix:
        """The map that applies `other` first."""
        return Matrix(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where the point (x, y) goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def scale(self) -> float:
        """The mean factor by which lengths grow: the root of the determinant."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def rotation(self) -> float:
        """The turn of the x axis in degrees clockwise (y points down)."""
        return math.degrees(math.atan2(self.b, self.a))

    @property
    def is_upright(self) -> bool:
        """True when axis-parallel boxes stay so."""
        return abs(self.b) < 1e-9 and abs(self.c) < 1e-9

    @property
    def is_similar(self) -> bool:
        """True when text keeps its form: scaled alike both ways and turned, not mirrored or skewed."""
        tolerance = 1e-3 * max(abs(self.a), abs(self.b), 1e-12)
        return abs(self.a - self.d) <= tolerance and abs(self.b + self.c) <= tolerance

    @property
    def is_bounded(self) -> bool:
        """True when every entry is finite and not absurdly large."""
        return all(abs(v) <= LARGEST for v in (self.a, self.b, self.c, self.d, self.e, self.f))


IDENTITY = Matrix()


def numbers(text: str) -> list[float] | None:
    """The numbers of a list; None when anything else is in it or one of them is out of bounds."""
    if _NUMBER.sub("", text).strip(" \t\r\n,\f"):
        return None
    values = [bounded(token) for token in _NUMBER.findall(text)]
    return None if any(v is None for v in values) else [v for v in values if v is not None]


def bounded(token: str) -> float | None:
    """The value of a number's text, None when it is over the bounds or has an absurd number of digits."""
    if len(token) > 64:
        return None
    value = float(token)
    return value if abs(value) <= LARGEST else None


def parse_transform(text: str) -> Matrix | None:
    """The matrix of an SVG transform list, None when it can't be read or is out of bounds."""
    matrix, at = IDENTITY, 0
    text = text.strip()
    while at < len(text):
        match = _FUNCTION.match(text, at)
        step = _function(match[1], match[2]) if match else None
        if match is None or step is None:
            return None
        matrix, at = matrix @ step, match.end()
        if not matrix.is_bounded:
            return None
    return matrix


def _function(name: str, arguments: str) -> Matrix | None:
    values = numbers(arguments)
    if values is None or len(values) not in _ARITY.get(name, ()):
        return None
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *y]:
            return Matrix(e=x, f=y[0] if y else 0.0)
        case "scale", [x, *y]:
            return Matrix(a=x, d=y[0] if y else x)
        case "rotate", [angle, *centre]:
            sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
            turn = Matrix(cosine, sine, -sine, cosine)
            if not centre:
                return turn
            x, y0 = centre
            return Matrix(e=x, f=y0) @ turn @ Matrix(e=-x, f=-y0)
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
    return None
