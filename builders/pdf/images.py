"""JPEG and PNG bytes in, image objects out, the pixels never decoded: JPEG as it is, PNG's own compressed rows."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field

from builders.figures.image_header import jpeg_segments, kind_of, png_chunks
from builders.pdf.blocks import Raster
from builders.pdf.document import File
from builders.pdf.syntax import Name, Ref, Value

_SOF = frozenset({0xC0, 0xC1, 0xC2})
_PNG_COLORS = {0: 1, 2: 3, 3: 1}


class UnfitImage(ValueError):
    """A picture that a page can't hold as it is: figures.image prepares them."""


@dataclass(slots=True, eq=False)
class Images:
    """The pictures of one document, each once, by the digest of their bytes."""

    file: File
    images: dict[str, tuple[str, Ref]] = field(default_factory=dict)

    def add(self, raster: Raster) -> tuple[str, Ref]:
        """The resource name of a picture and its object."""
        digest = hashlib.sha256(raster.data).hexdigest()
        if digest not in self.images:
            ref = _jpeg(raster.data, self.file) if raster.kind == "jpeg" else _png(raster.data, self.file)
            self.images[digest] = f"Im{len(self.images) + 1}", ref
        return self.images[digest]


def _entries(width: int, height: int, space: Value, bits: int) -> dict[str, Value]:
    return {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": space,
        "BitsPerComponent": bits,
    }


def _jpeg(data: bytes, file: File) -> Ref:
    """An image of the JPEG's bytes; greys and YCbCr or RGB only."""
    if kind_of(data) != "jpeg":
        raise UnfitImage("not a JPEG")
    for marker, start, _ in jpeg_segments(data):
        if marker in _SOF:
            bits, height, width, components = struct.unpack_from(">BHHB", data, start + 4)
            if bits != 8 or components not in (1, 3):
                raise UnfitImage(f"a JPEG of {components} components and {bits} bits")
            space = Name("DeviceGray" if components == 1 else "DeviceRGB")
            return file.stream(
                data, _entries(width, height, space, 8) | {"Filter": Name("DCTDecode")}, compress=False
            )
    raise UnfitImage("a JPEG without a frame, or of a kind that PDF doesn't know")


def _png(data: bytes, file: File) -> Ref:
    """An image of the PNG's compressed rows, which PDF can read with PNG predictors; no alpha, not interlaced."""
    if kind_of(data) != "png":
        raise UnfitImage("not a PNG")
    chunks = [(kind, data[start + 8 : end - 4]) for kind, start, end in png_chunks(data)]
    header = next((body for kind, body in chunks if kind == b"IHDR"), b"")
    if len(header) != 13:
        raise UnfitImage("a PNG without a header")
    width, height, bits, color, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    if color not in _PNG_COLORS or interlaced or any(kind == b"tRNS" for kind, _ in chunks):
        raise UnfitImage("a PNG that is interlaced or transparent")
    space: Value = Name("DeviceRGB" if color == 2 else "DeviceGray")
    if color == 3:
        palette = next((body for kind, body in chunks if kind == b"PLTE"), b"")
        space = [
            Name("Indexed"),
            Name("DeviceRGB"),
            len(palette) // 3 - 1,
            b"<%b>" % palette.hex().encode("ascii"),
        ]
    predictor = {"Predictor": 15, "Colors": _PNG_COLORS[color], "BitsPerComponent": bits, "Columns": width}
    rows = b"".join(body for kind, body in chunks if kind == b"IDAT")
    entries = _entries(width, height, space, bits) | {"Filter": Name("FlateDecode"), "DecodeParms": predictor}
    return file.stream(rows, entries, compress=False)
