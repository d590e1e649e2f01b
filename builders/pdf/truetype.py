"""A TrueType file in; facts about it, its glyphs by character and files of some of its glyphs out (OpenType 1.9).

Read by need: what a page shows is a hundredth of what a font holds.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

_KEPT = ("cvt ", "fpgm", "prep")
"""Instructions, where a font has them. What else isn't drawn with has no place in a PDF (ISO 32000-1, 9.9)."""

_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80
"""Flags of a part of a composite glyph: the length of what follows, whether there is another part."""

_NO_SUBSET, _BITMAPS_ONLY = 0x0100, 0x0200


class UnfitFont(ValueError):
    """A file that isn't a TrueType font, or may not be embedded in part."""


@dataclass(frozen=True, slots=True)
class Segments:
    """A character map of format 4. `ranges_at` is where its offsets stand in the file."""

    data: bytes
    ends: Sequence[int]
    starts: Sequence[int]
    deltas: Sequence[int]
    ranges: Sequence[int]
    ranges_at: int

    def glyph(self, point: int) -> int:
        """The glyph of a code point; 0 when it has none."""
        index = bisect_left(self.ends, point)
        if index == len(self.ends) or self.starts[index] > point:
            return 0
        number = point
        if self.ranges[index]:
            at = self.ranges_at + 2 * index + self.ranges[index] + 2 * (point - self.starts[index])
            (number,) = struct.unpack_from(">H", self.data, at)
            if not number:
                return 0
        return (number + self.deltas[index]) & 0xFFFF


@dataclass(frozen=True, slots=True)
class Groups:
    """A character map of format 12."""

    ends: Sequence[int]
    starts: Sequence[int]
    glyphs: Sequence[int]

    def glyph(self, point: int) -> int:
        """The glyph of a code point; 0 when it has none."""
        index = bisect_left(self.ends, point)
        if index == len(self.ends) or self.starts[index] > point:
            return 0
        return self.glyphs[index] + point - self.starts[index]


Characters: TypeAlias = Segments | Groups


@dataclass(frozen=True, slots=True)
class TrueType:
    """A font. Lengths are in thousandths of an em, `italic_angle` in degrees. `tables` are places and lengths in
    `data`, `wide` tells that glyphs are found by four bytes each, `metrics` how many glyphs have an advance of their
    own."""

    data: bytes
    tables: Mapping[str, tuple[int, int]]
    bbox: tuple[float, ...]
    ascent: float
    descent: float
    cap_height: float
    stem: int
    italic_angle: float
    characters: Characters
    em: int
    wide: bool
    metrics: int

    def glyph(self, char: str) -> int:
        """The glyph of a character; 0, the sign for a missing one, when it has none."""
        return self.characters.glyph(ord(char))

    def advance(self, glyph: int) -> float:
        """The advance of a glyph."""
        return scaled(self._metric(glyph)[0], self.em)

    def table(self, tag: str) -> bytes:
        """A table's bytes."""
        start, length = self.tables[tag]
        return self.data[start : start + length]

    def outline(self, glyph: int) -> bytes:
        """A glyph's description; empty for a space."""
        at, (start, _) = self.tables["loca"][0], self.tables["glyf"]
        if self.wide:
            first, end = struct.unpack_from(">2L", self.data, at + 4 * glyph)
        else:
            first, end = (2 * half for half in struct.unpack_from(">2H", self.data, at + 2 * glyph))
        return self.data[start + first : start + end]

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """A font with glyph 0, the glyphs wanted, numbered from 1 in the order of their first use, and after them those
        of which composite ones are made."""
        new = {0: 0}
        for glyph in glyphs:
            new.setdefault(glyph, len(new))
        outlines = []
        for glyph in (order := list(new)):  # grows as parts are met
            outline = bytearray(self.outline(glyph))
            for at in _parts(outline):
                (part,) = struct.unpack_from(">H", outline, at)
                if part not in new:
                    new[part] = len(new)
                    order.append(part)
                struct.pack_into(">H", outline, at, new[part])
            outlines.append(bytes(outline) + bytes(-len(outline) % 4))
        places = [0, *accumulate(map(len, outlines))]
        head, hhea, maxp = (bytearray(self.table(tag)) for tag in ("head", "hhea", "maxp"))
        struct.pack_into(">L", head, 8, 0)  # its check sum, of the whole file
        struct.pack_into(">H", head, 50, 1)
        struct.pack_into(">H", hhea, 34, len(order))
        struct.pack_into(">H", maxp, 4, len(order))
        metrics = [struct.pack(">Hh", *self._metric(glyph)) for glyph in order]
        return _file(
            {tag: self.table(tag) for tag in _KEPT if tag in self.tables}
            | {
                "glyf": b"".join(outlines),
                "head": bytes(head),
                "hhea": bytes(hhea),
                "hmtx": b"".join(metrics),
                "loca": struct.pack(f">{len(places)}L", *places),
                "maxp": bytes(maxp),
            }
        )

    def _metric(self, glyph: int) -> tuple[int, int]:
        """Advance and left side bearing, in the font's units; after `metrics` glyphs only the bearings go on."""
        at, last = self.tables["hmtx"][0], self.metrics - 1
        advance, bearing = struct.unpack_from(">Hh", self.data, at + 4 * min(glyph, last))
        if glyph > last:
            (bearing,) = struct.unpack_from(
                ">h", self.data, at + 4 * self.metrics + 2 * (glyph - self.metrics)
            )
        return advance, bearing


def read(data: bytes) -> TrueType:
    """The font in a file. Raises UnfitFont."""
    version, count = struct.unpack_from(">LH", data)
    records = (struct.unpack_from(">4s3L", data, 12 + 16 * number) for number in range(count))
    tables = {tag.decode("latin-1"): (start, length) for tag, _, start, length in records}
    if version not in (0x00010000, 0x74727565) or "glyf" not in tables:
        raise UnfitFont("not a TrueType font")
    head, os2, hhea, post = (tables[tag][0] for tag in ("head", "OS/2", "hhea", "post"))
    (em,) = struct.unpack_from(">H", data, head + 18)
    wide = struct.unpack_from(">H", data, head + 50) == (1,)
    os2_version, _, weight, _, embedding = struct.unpack_from(">HhHHH", data, os2)
    if embedding & (_NO_SUBSET | _BITMAPS_ONLY) or embedding == 2:
        raise UnfitFont("a font that may not be embedded in part")
    ascent, descent = struct.unpack_from(">2h", data, os2 + 68)
    (cap_height,) = struct.unpack_from(">h", data, os2 + 88) if os2_version > 1 else (ascent,)
    angle = struct.unpack_from(">l", data, post + 4)[0] / 65536
    (metrics,) = struct.unpack_from(">H", data, hhea + 34)
    bbox = tuple(scaled(side, em) for side in struct.unpack_from(">4h", data, head + 36))
    # The width of stems isn't in the file: pdflib's guess by the weight.
    stem = 50 + int((weight / 65) ** 2)
    ascent, descent, cap_height = (scaled(length, em) for length in (ascent, descent, cap_height))
    characters = _characters(data, tables["cmap"][0])
    return TrueType(
        data, tables, bbox, ascent, descent, cap_height, stem, angle, characters, em, wide, metrics
    )


def scaled(length: int, em: int) -> float:
    """A length in a font's units as thousandths of its em."""
    return length if em == 1000 else length * 1000 / em


def _characters(data: bytes, at: int) -> Characters:
    """The fullest of the Unicode character maps."""
    (count,) = struct.unpack_from(">H", data, at + 2)
    records = [struct.unpack_from(">HHL", data, at + 4 + 8 * number) for number in range(count)]
    maps = {(platform, encoding): at + offset for platform, encoding, offset in records}
    start = maps.get((3, 10), maps.get((3, 1)))
    if start is None:
        raise UnfitFont("a font without a Unicode character map")
    (kind,) = struct.unpack_from(">H", data, start)
    match kind:
        case 4:
            return _segments(data, start)
        case 12:
            (length,) = struct.unpack_from(">L", data, start + 12)
            groups = struct.unpack_from(f">{3 * length}L", data, start + 16)
            return Groups(groups[1::3], groups[::3], groups[2::3])
        case _:
            raise UnfitFont(f"a character map of format {kind}")


def _segments(data: bytes, start: int) -> Segments:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2

    def array(at: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{count}H", data, at)

    ends, starts = start + 14, start + 16 + 2 * count
    deltas, ranges = starts + 2 * count, starts + 4 * count
    return Segments(data, array(ends), array(starts), array(deltas), array(ranges), ranges)


def _parts(outline: bytes | bytearray) -> Iterator[int]:
    """Where a composite glyph names the glyphs that it is made of."""
    if len(outline) < 10 or struct.unpack_from(">h", outline) >= (0,):
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", outline, at)
        yield at + 2
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _file(tables: Mapping[str, bytes]) -> bytes:
    """A font file of these tables."""
    ordered = sorted(tables.items())
    power = len(ordered).bit_length() - 1
    search = 16 << power
    parts = [struct.pack(">L4H", 0x00010000, len(ordered), search, power, 16 * len(ordered) - search)]
    at = 12 + 16 * len(ordered)
    for tag, table in ordered:
        parts.append(struct.pack(">4s3L", tag.encode("ascii"), _check_sum(table), at, len(table)))
        at += len(table) + -len(table) % 4
    parts += [table + bytes(-len(table) % 4) for _, table in ordered]
    data = bytearray(b"".join(parts))
    (head,) = struct.unpack_from(">L", data, 12 + 16 * sorted(tables).index("head") + 8)
    struct.pack_into(">L", data, head + 8, (0xB1B0AFBA - _check_sum(data)) & 0xFFFFFFFF)
    return bytes(data)


def _check_sum(data: bytes | bytearray) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
