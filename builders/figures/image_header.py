"""The first bytes of a picture in, what it is and how large out; nothing is decoded."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["jpeg", "png"]

_SCAN_OR_END = re.compile(rb"\xff[\xd9\xda]")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a picture can't be used: a slug, a sentence, and what to do about it."""

    code: str
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What a picture's header says: pixels as shown (turned as its camera asks), the EXIF orientation (1–8), who
    made it as the file says; `plain` when it can be embedded as it is but for its metadata."""

    kind: Kind
    width_px: int
    height_px: int
    orientation: int = 1
    artist: str | None = None
    plain: bool = False


def kind_of(data: bytes) -> Kind | None:
    """What kind of picture the bytes are, whatever the file is called; None for any other."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "png" if data.startswith(b"\x89PNG\r\n\x1a\n") else None


def header(data: bytes, kind: Kind) -> ImageFacts | None:
    """The facts of a picture; None when its header can't be read."""
    try:
        return _jpeg(data) if kind == "jpeg" else _png(data)
    except (struct.error, IndexError):
        return None


def jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of each segment up to the picture's data; start is that of the marker itself."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD9:
            yield marker, at, at + 2
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            return
        yield marker, at, end
        if marker == 0xDA:
            return
        at = end


def jpeg_scans(data: bytes) -> int:
    """How many passes over the picture its data make: one, or in a progressive JPEG about ten."""
    start = next((start for marker, start, _ in jpeg_segments(data) if marker == 0xDA), len(data))
    count = 0
    for found in _SCAN_OR_END.finditer(data, start):
        if found[0] == b"\xff\xd9":
            break
        count += 1
    return count


def png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """(type, start, end) of each chunk, length and checksum included."""
    at = 8
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return
        yield data[at + 4 : at + 8], at, end
        if data[at + 4 : at + 8] == b"IEND":
            return
        at = end


def _jpeg(data: bytes) -> ImageFacts | None:
    size: tuple[int, int] | None = None
    orientation, artist = 1, None
    simple = True
    profile = b""
    for marker, start, end in jpeg_segments(data):
        body = data[start + 4 : end]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            precision, height, width, components = struct.unpack(">BHHB", body[:6])
            size = width, height
            simple = simple and precision == 8 and components in (1, 3) and marker <= 0xC2
        elif marker == 0xE1 and body[:6] == b"Exif\0\0":
            orientation, artist = exif(body[6:])
        elif marker == 0xE2 and body[:12] == b"ICC_PROFILE\0":
            profile += body[14:]
    if size is None or 0 in size:
        return None
    plain = simple and orientation == 1 and is_srgb(profile)
    return _turned(ImageFacts("jpeg", *size, orientation, artist, plain))


def _png(data: bytes) -> ImageFacts | None:
    facts: ImageFacts | None = None
    for name, start, end in png_chunks(data):
        body = data[start + 8 : end - 4]
        if facts is None:
            if name != b"IHDR":
                return None
            width, height, depth, color, _, _, interlaced = struct.unpack(">IIBBBBB", body[:13])
            if not width or not height:
                return None
            simple = depth <= 8 and color in (0, 2, 3) and not interlaced
            facts = ImageFacts("png", width, height, plain=simple)
        elif name in (b"tRNS", b"iCCP", b"acTL"):
            facts = replace(facts, plain=False)
        elif name == b"eXIf":
            orientation, artist = exif(body)
            facts = replace(
                facts, orientation=orientation, artist=artist, plain=facts.plain and orientation == 1
            )
    return facts and _turned(facts)


def exif(block: bytes) -> tuple[int, str | None]:
    """Orientation (1 when it isn't told) and artist of an EXIF block."""
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    orientation, artist = 1, None
    if order is None or len(block) < 8:
        return orientation, artist
    first = struct.unpack_from(order + "I", block, 4)[0]
    if first + 2 > len(block):
        return orientation, artist
    for index in range(struct.unpack_from(order + "H", block, first)[0]):
        at = first + 2 + 12 * index
        if at + 12 > len(block):
            break
        tag, form, count = struct.unpack_from(order + "HHI", block, at)
        if tag == 0x0112 and form == 3:
            value = struct.unpack_from(order + "H", block, at + 8)[0]
            orientation = value if 1 <= value <= 8 else 1
        elif tag == 0x013B and form == 2 and count < 512:
            place = at + 8 if count <= 4 else struct.unpack_from(order + "I", block, at + 8)[0]
            text = block[place : place + count].split(b"\0")[0].decode("utf-8", "replace").strip()
            artist = text or None
    return orientation, artist


def is_srgb(profile: bytes) -> bool:
    """True when a colour profile is absent or names itself sRGB."""
    return not profile or b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile


def _turned(facts: ImageFacts) -> ImageFacts:
    """Width and height as shown: orientations 5 to 8 lie on their side."""
    if facts.orientation < 5:
        return facts
    return replace(facts, width_px=facts.height_px, height_px=facts.width_px)
