"""Synthetic photographs for tests: four quarters of known colours, so that a turn, a crop or a wrong colour is seen."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

CANARY = "CANARY-59.93-30.33-Users-anna"
RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 60), (30, 50, 200), (230, 210, 40)
"""The colours at the top left, the top right, the bottom left and the bottom right."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters(width: int = 600, height: int = 400, mode: str = "RGB") -> Image.Image:
    """The picture, upright."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image.convert(mode)


def turned(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as a camera stores it that says it must be turned."""
    return image.transpose(_TURNS[orientation]) if orientation > 1 else image


def exif(orientation: int = 1) -> bytes:
    """A camera's metadata: orientation, a place, a name."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = CANARY
    tags[0x013B] = CANARY
    tags.get_ifd(0x8825)[2] = (59.0, 56.0, 0.0)
    return tags.tobytes()


def saved(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """The picture as a file."""
    out = BytesIO()
    image.save(out, form, **({"quality": 92} if form == "JPEG" else {}) | options)
    return out.getvalue()


def deep_gray(width: int = 60, height: int = 40) -> bytes:
    """A grey PNG of 16 bits, dark at the left."""
    row = b"".join(bytes((level, level)) for level in (40 if x < width // 2 else 200 for x in range(width)))
    return saved(Image.frombytes("I;16", (width, height), row * height), "PNG")


def near(pixel: object, color: tuple[int, int, int], by: int = 16) -> bool:
    """Whether a pixel has about that colour."""
    if not isinstance(pixel, tuple):
        return False
    return all(abs(a - b) <= by for a, b in zip(pixel[:3], color, strict=True))
