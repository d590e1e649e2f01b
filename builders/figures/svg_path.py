"""SVG path data and basic outlines in, path segments in user units out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from builders.figures.drawing import Close, CurveTo, LineTo, Move, Segment
from builders.figures.svg_transform import NUMBER, Matrix, bounded

_TOKEN = re.compile(rf"[\s,]*(?:([MmLlHhVvCcSsQqTtAaZz])|({NUMBER}))")
_FLAG = re.compile(r"[\s,]*([01])")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
KAPPA = 4 * (math.sqrt(2) - 1) / 3
"""How far the control points of a quarter circle stand out, as a share of its radius."""


@dataclass(frozen=True, slots=True)
class PathData:
    """Segments read, and the offset in the text where reading broke off (None when all of it was read)."""

    segments: tuple[Segment, ...]
    broken: int | None = None


def parse_path(text: str, limit: int) -> PathData:
    """The segments of path data, curves as cubics; as SVG asks, everything before the first mistake counts.

    At most `limit` segments are read; more is a mistake too.
    """
    pen = _Pen()
    for at, command, arguments in _commands(text):
        if command is None or len(pen.out) >= limit or not pen.draw(command, arguments):
            return PathData(tuple(pen.out), at)
    return PathData(tuple(pen.out))


def _commands(text: str) -> Iterator[tuple[int, str | None, list[float]]]:
    """(offset, command letter, arguments) one at a time; the letter is None where the text can't be read."""
    at, command, end = 0, "", len(text.rstrip(" \t\r\n\f,"))
    while at < end:
        start = at
        match = _TOKEN.match(text, at)
        if match is None:
            yield start, None, []
            return
        if match[1]:
            command, at = match[1], match.end()
        elif not command or command in "Zz":
            yield start, None, []
            return
        arguments: list[float] = []
        for index in range(_ARITY[command.upper()]):
            flag = command in "Aa" and index in (3, 4)
            found = _FLAG.match(text, at) if flag else _TOKEN.match(text, at)
            token = found and found[1 if flag else 2]
            value = bounded(token) if token else None
            if found is None or value is None:
                yield start, None, []
                return
            arguments.append(value)
            at = found.end()
        yield start, command, arguments
        command = {"M": "L", "m": "l"}.get(command, command)


class _Pen:
    """The current point, the subpath's start and the last control point while a path is drawn."""

    def __init__(self) -> None:
        self.out: list[Segment] = []
        self.x = self.y = self.x0 = self.y0 = 0.0
        self.control: tuple[str, float, float] = ("", 0.0, 0.0)

    def draw(self, command: str, v: list[float]) -> bool:
        """Append the command's segments; False when it can't stand here."""
        kind, relative = command.upper(), command.islower()
        if not self.out and kind != "M":
            return False
        if self.out and isinstance(self.out[-1], Close) and kind not in "MZ":
            self.out.append(Move(self.x, self.y))
        if relative:
            v = self._absolute(kind, v)
        last, self.control = self.control, ("", 0.0, 0.0)
        match kind, v:
            case "M", [x, y]:
                self.x0, self.y0 = x, y
                self._to(Move(x, y))
            case "L", [x, y]:
                self._to(LineTo(x, y))
            case "H", [x]:
                self._to(LineTo(x, self.y))
            case "V", [y]:
                self._to(LineTo(self.x, y))
            case "C", [x1, y1, x2, y2, x, y]:
                self._cubic(x1, y1, x2, y2, x, y)
            case "S", [x2, y2, x, y]:
                x1, y1 = self._mirror(last, "C")
                self._cubic(x1, y1, x2, y2, x, y)
            case "Q", [x1, y1, x, y]:
                self._quadratic(x1, y1, x, y)
            case "T", [x, y]:
                x1, y1 = self._mirror(last, "Q")
                self._quadratic(x1, y1, x, y)
            case "A", [rx, ry, turn, large, sweep, x, y]:
                for segment in arc(self.x, self.y, rx, ry, turn, bool(large), bool(sweep), x, y):
                    self._to(segment)
            case _:
                if not isinstance(self.out[-1], Close):
                    self.out.append(Close())
                self.x, self.y = self.x0, self.y0
        return True

    def _absolute(self, kind: str, v: list[float]) -> list[float]:
        if kind == "H":
            return [v[0] + self.x]
        if kind == "V":
            return [v[0] + self.y]
        if kind == "A":
            return [*v[:5], v[5] + self.x, v[6] + self.y]
        return [value + (self.y if index % 2 else self.x) for index, value in enumerate(v)]

    def _to(self, segment: Move | LineTo | CurveTo) -> None:
        self.out.append(segment)
        self.x, self.y = segment.x, segment.y

    def _cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self._to(CurveTo(x1, y1, x2, y2, x, y))
        self.control = ("C", x2, y2)

    def _quadratic(self, x1: float, y1: float, x: float, y: float) -> None:
        third = 2 / 3
        self._to(
            CurveTo(
                self.x + third * (x1 - self.x),
                self.y + third * (y1 - self.y),
                x + third * (x1 - x),
                y + third * (y1 - y),
                x,
                y,
            )
        )
        self.control = ("Q", x1, y1)

    def _mirror(self, last: tuple[str, float, float], kind: str) -> tuple[float, float]:
        if last[0] != kind:
            return self.x, self.y
        return 2 * self.x - last[1], 2 * self.y - last[2]


def arc(
    x1: float, y1: float, rx: float, ry: float, turn: float, large: bool, sweep: bool, x2: float, y2: float
) -> list[LineTo | CurveTo]:
    """An elliptical arc as cubics of at most a quarter turn each (SVG 1.1, F.6); `turn` is in degrees."""
    rx, ry = abs(rx), abs(ry)
    if rx < 1e-9 or ry < 1e-9:
        return [LineTo(x2, y2)]
    if x1 == x2 and y1 == y2:
        return []
    sine, cosine = math.sin(math.radians(turn)), math.cos(math.radians(turn))
    dx, dy = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = cosine * dx + sine * dy, cosine * dy - sine * dx
    grow = math.sqrt((px / rx) ** 2 + (py / ry) ** 2)
    if grow > 1:
        rx, ry = rx * grow, ry * grow
    share = (px / rx) ** 2 + (py / ry) ** 2
    if share < 1e-18:
        return [LineTo(x2, y2)]
    root = math.sqrt(max(0.0, 1 / share - 1)) * (-1 if large == sweep else 1)
    cx, cy = root * rx * py / ry, -root * ry * px / rx
    start = math.atan2((py - cy) / ry, (px - cx) / rx)
    sweeping = math.atan2((-py - cy) / ry, (-px - cx) / rx) - start
    if sweep and sweeping < 0:
        sweeping += 2 * math.pi
    elif not sweep and sweeping > 0:
        sweeping -= 2 * math.pi
    place = Matrix(cosine, sine, -sine, cosine, (x1 + x2) / 2, (y1 + y2) / 2) @ Matrix(rx, 0, 0, ry, cx, cy)
    steps = max(1, math.ceil(abs(sweeping) / (math.pi / 2) - 1e-9))
    step = sweeping / steps
    reach = 4 / 3 * math.tan(step / 4)
    out: list[LineTo | CurveTo] = []
    for index in range(steps):
        a, b = start + index * step, start + (index + 1) * step
        c1 = place.point(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        c2 = place.point(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        end = (x2, y2) if index == steps - 1 else place.point(math.cos(b), math.sin(b))
        out.append(CurveTo(*c1, *c2, *end))
    return out


def ellipse_path(cx: float, cy: float, rx: float, ry: float) -> tuple[Segment, ...]:
    """A whole ellipse as four cubics."""
    kx, ky = KAPPA * rx, KAPPA * ry
    return (
        Move(cx + rx, cy),
        CurveTo(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry),
        CurveTo(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy),
        CurveTo(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry),
        CurveTo(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy),
        Close(),
    )


def rounded_path(
    x: float, y: float, width: float, height: float, rx: float, ry: float
) -> tuple[Segment, ...]:
    """A rectangle, its corners rounded when rx and ry are over 0."""
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        return Move(x, y), LineTo(right, y), LineTo(right, bottom), LineTo(x, bottom), Close()
    ox, oy = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return (
        Move(x + rx, y),
        LineTo(right - rx, y),
        CurveTo(right - ox, y, right, y + oy, right, y + ry),
        LineTo(right, bottom - ry),
        CurveTo(right, bottom - oy, right - ox, bottom, right - rx, bottom),
        LineTo(x + rx, bottom),
        CurveTo(x + ox, bottom, x, bottom - oy, x, bottom - ry),
        LineTo(x, y + ry),
        CurveTo(x, y + oy, x + ox, y, x + rx, y),
        Close(),
    )


def points_path(values: list[float], closed: bool) -> tuple[Segment, ...]:
    """The outline through pairs of coordinates; an odd last number is ignored."""
    pairs = list(zip(values[::2], values[1::2], strict=False))
    if not pairs:
        return ()
    path: list[Segment] = [Move(*pairs[0]), *(LineTo(*pair) for pair in pairs[1:])]
    return (*path, Close()) if closed else tuple(path)
