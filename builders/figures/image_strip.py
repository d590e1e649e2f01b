"""A JPEG's or PNG's bytes in, the same picture without metadata out: compressed data copied, never decoded."""

from __future__ import annotations

import re
import struct
import zlib

from builders.figures.image_header import jpeg_segments, png_chunks

_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")
_END = 0xD9
_ADOBE = 0xEE


def bare_jpeg(data: bytes) -> bytes | None:
    """The JPEG up to its end marker: of the application segments only Adobe's stays, which tells the colour transform.

    None when it has no end. What follows the end (a second picture, a film) is cut off.
    """
    kept = [b"\xff\xd8"]
    at = len(data)
    for marker, start, end in jpeg_segments(data):
        at = end
        if _stays(marker):
            kept.append(data[start:end])
    while found := _MARKER.search(data, at):
        kept.append(data[at : found.start()])
        marker = found[0][1]
        if marker == _END:
            return b"".join(kept) + b"\xff\xd9"
        at = found.start() + 2 + int.from_bytes(data[found.end() : found.end() + 2], "big")
        if _stays(marker):
            kept.append(data[found.start() : at])
    return None


def _stays(marker: int) -> bool:
    """Tables, frames and scans stay; application segments and comments go."""
    return marker == _ADOBE or not (
        0xE0 <= marker <= 0xEF or marker in (0xFE, 0x01) or 0xD0 <= marker <= _END
    )


def bare_png(data: bytes) -> bytes:
    """The PNG with the chunks that make its picture and no others."""
    needed = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
    return data[:8] + b"".join(data[start:end] for name, start, end in png_chunks(data) if name in needed)


def inflates_to_its_size(data: bytes) -> bool:
    """Whether the rows of a PNG are as long as its header says: a few bytes can hide gigabytes behind a small
    picture's end. Never inflates more than that."""
    chunks = [(name, data[start + 8 : end - 4]) for name, start, end in png_chunks(data)]
    header = next(body for name, body in chunks if name == b"IHDR")
    rows = b"".join(body for name, body in chunks if name == b"IDAT")
    width, height, depth, color = struct.unpack(">IIBB", header[:10])
    channels = {0: 1, 2: 3, 3: 1}[color]
    expected = height * (1 + (width * channels * depth + 7) // 8)
    stream = zlib.decompressobj()
    try:
        found = len(stream.decompress(rows, expected + 1))
    except zlib.error:
        return False
    return found == expected and not stream.unconsumed_tail
