"""Coordinates as people write them: text in, degrees out."""

from __future__ import annotations

import re

from builders.lesson.maps import Area, Spot

_NUMBER = r"\d{1,3}(?:\.\d+)?"
_ANGLE = (
    rf"(?P<sign>[-−+]?)\s*(?P<degrees>{_NUMBER})\s*°?\s*(?:(?P<minutes>{_NUMBER})\s*[′']\s*)?"
    rf"(?:(?P<seconds>{_NUMBER})\s*(?:″|\"|''|′′)\s*)?(?P<side>[NSEWnsew](?:orth|outh|ast|est)?)?"
)
_ONE = re.compile(_ANGLE)
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_LETTER_FIRST = re.compile(r"([NSEWOnsewo])\s*(\d[\d.]*\s*°?)")
_WEST_OR_EAST = re.compile(r"(?<=[\d°′″'\"\s])[Oo](?![a-z])")
_KM = {"km": 1.0, "kilometres": 1.0, "kilometers": 1.0, "км": 1.0, "mi": 1.609344, "miles": 1.609344}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*([A-Za-zа-я]+)", re.IGNORECASE)


def angles(text: str) -> list[tuple[float, str]] | None:
    """Each angle of a text in degrees, with the letter of its side of the world, "" where it has none."""
    found: list[tuple[float, str]] = []
    at = 0
    for match in _ONE.finditer(text):
        if text[at : match.start()].strip(" \u00a0,;/"):
            return None
        value = (
            float(match["degrees"]) + float(match["minutes"] or 0) / 60 + float(match["seconds"] or 0) / 3600
        )
        side = (match["side"] or "")[:1].upper()
        if match["sign"] in ("-", "−"):
            value = -value
        found.append((-value if side in ("S", "W") else value, side))
        at = match.end()
    return None if text[at:].strip(" \u00a0,;/") else found


def spot(text: str) -> Spot | None:
    """A point: latitude first, or the other way round where the letters say so. None where it can't be read; the
    numbers may be out of range."""
    found = angles(text)
    if found is None or len(found) != 2:
        return None
    (first, one), (second, other) = found
    if one in ("E", "W") or other in ("N", "S"):
        # “47,5 N” is half of a point with a decimal comma, not a longitude and a latitude.
        if one not in ("E", "W") or other in ("E", "W"):
            return None
        first, second = second, first
    return Spot(first, second)


def rewritten(text: str) -> tuple[str, ...]:
    """How a point may be meant that `spot` can't read: with decimal commas, with letters before the numbers, or with
    an O, which is Ost or Oeste."""
    words = _COMMA.sub(".", text)
    words = _LETTER_FIRST.sub(r"\2 \1", words) if _LETTER_FIRST.match(words.strip()) else words
    ways = [_WEST_OR_EAST.sub(letter, words) for letter in ("E", "W")]
    return tuple(way for way in dict.fromkeys(ways) if way != text and spot(way) is not None)


def area(text: str) -> Area | None:
    """An area, as in "49 to 60 N, 14 to 33 E" or "49 N, 14 E to 60 N, 33 E". None where it can't be read."""
    halves = [part for part in re.split(r"[,;]", text) if part.strip()]
    if len(halves) == 2:
        spans = [_span(half) for half in halves]
        if spans[0] and spans[1]:
            (south, north, one), (west, east, other) = spans[0], spans[1]
            if one in ("E", "W") and other in ("N", "S", ""):
                south, north, west, east = west, east, south, north
            if west > east and (east - west) % 360 > 180:
                # “33 to 14 E” is not the long way round the earth.
                west, east = east, west
            return Area(min(south, north), west, max(south, north), east)
    corners = [spot(part) for part in re.split(r"\bto\b|–|—", text)]
    if len(corners) == 2 and corners[0] and corners[1]:
        a, b = corners[0], corners[1]
        return Area(min(a.latitude, b.latitude), a.longitude, max(a.latitude, b.latitude), b.longitude)
    return None


def _span(text: str) -> tuple[float, float, str] | None:
    """From one angle to another: "49 to 60 N", "10 W to 5 E", "14–33"."""
    ends = [
        angles(part)
        for part in re.split(r"\bto\b|\bbis\b|\ba\b|\bà\b|\bдо\b|–|—|(?<=[\d°NSEW])\s*-\s*(?=\d)", text)
    ]
    if len(ends) != 2 or not ends[0] or not ends[1] or len(ends[0]) != 1 or len(ends[1]) != 1:
        return None
    (first, one), (second, other) = ends[0][0], ends[1][0]
    if not one and other in ("S", "W"):
        # “20 to 10 S”: the letter holds for both.
        first = -first
    return first, second, other or one


def kilometres(text: str) -> float | None:
    """A length in kilometres, written with its unit."""
    found = _LENGTH.fullmatch(text.strip())
    unit = _KM.get(found[2].casefold()) if found else None
    return float(found[1].replace(",", ".")) * unit if found and unit else None
