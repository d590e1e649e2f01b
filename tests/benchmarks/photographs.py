"""A seed in, the JPEG of a photograph that never was out: slopes of light with grain, about half a megabyte."""

from __future__ import annotations

from io import BytesIO
from random import Random

from PIL import Image, ImageChops

SIZE = (1600, 1067)
_GRAIN = 48


def photograph(seed: int) -> bytes:
    """The same bytes for the same seed and Pillow."""
    random = Random(seed)
    width, height = SIZE
    bands = []
    for turn in (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270):
        slope = Image.linear_gradient("L").transpose(turn).resize(SIZE)
        grain = Image.frombytes("L", SIZE, random.randbytes(width * height))
        bands.append(
            ImageChops.add(slope, grain.point(lambda value: value * _GRAIN // 255), offset=-_GRAIN // 2)
        )
    out = BytesIO()
    Image.merge("RGB", bands).save(out, "JPEG", quality=85)
    return out.getvalue()
