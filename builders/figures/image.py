"""A picture's bytes in, facts about it or bytes fit to be embedded out; what can't be used is a Problem.

What comes out is a JPEG or PNG of 8 bits a channel, grey or RGB in sRGB, upright, on white where it was transparent, at
most 3,000 pixels long, and without any metadata: no place, no camera, no names, no paths.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from builders.figures.image_header import ImageFacts, Kind, Problem, header, is_srgb, kind_of
from builders.figures.image_strip import bare_jpeg, bare_png

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

MAX_BYTES = 40_000_000
MAX_PIXELS = 100_000_000
LONGEST = 3_000
"""Pixels on the longer side of what is embedded: ten inches at 300 to the inch."""

_FORMATS = ("JPEG", "PNG", "MPO")
_SMALLER = f"Make it smaller: {LONGEST:,} pixels on the longer side are enough for a page."
_AGAIN = "Open it in an image program and save it once more as a JPEG or PNG."


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture ready to be embedded."""

    data: bytes
    kind: Kind
    width_px: int
    height_px: int


def inspect(data: bytes) -> ImageFacts | Problem:
    """Kind and size by the header alone, or why the picture can't be used."""
    if len(data) > MAX_BYTES:
        message = f"The picture has {len(data) / 1e6:,.0f} MB; at most {MAX_BYTES // 1_000_000} are read."
        return Problem("picture-too-large", message, _SMALLER)
    kind = kind_of(data)
    if kind is None:
        return Problem("unreadable-picture", "The file is neither a JPEG nor a PNG picture.", _AGAIN)
    facts = header(data, kind)
    if facts is None:
        message = f"The {kind.upper()} picture is damaged: its size can't be read."
        return Problem("unreadable-picture", message, _AGAIN)
    if facts.width_px * facts.height_px > MAX_PIXELS:
        size = f"{facts.width_px:,} × {facts.height_px:,}"
        message = f"The picture has {size} pixels; at most {MAX_PIXELS // 1_000_000} million are read."
        return Problem("picture-too-large", message, _SMALLER)
    return facts


@lru_cache(maxsize=8)
def ready(data: bytes) -> Prepared | Problem:
    """The picture fit to be embedded, or why it can't be; the last few are remembered.

    A JPEG or PNG that needs nothing done keeps its compressed data bit for bit; only metadata is cut out of it.
    Otherwise it is decoded, turned, converted and written anew, the same bytes each time.
    """
    facts = inspect(data)
    if isinstance(facts, Problem):
        return facts
    image = _decoded(data)
    if image is None:
        return Problem(
            "unreadable-picture", f"The {facts.kind.upper()} picture is damaged or cut short.", _AGAIN
        )
    if facts.plain and max(facts.width_px, facts.height_px) <= LONGEST:
        bare = bare_jpeg(data) if facts.kind == "jpeg" else bare_png(data)
        if bare is not None:
            return Prepared(bare, facts.kind, facts.width_px, facts.height_px)
    return _rewritten(image, facts.kind)


def prepare(data: bytes) -> Prepared:
    """What `ready` gives; ValueError where that is a Problem, which the lesson's check has reported before."""
    found = ready(data)
    if isinstance(found, Problem):
        raise ValueError(found.message)
    return found


def _decoded(data: bytes) -> PillowImage | None:
    """The first picture of a file, upright, decoded to its last line; None when it is damaged."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        # Its own bound on pixels warns below ours; other warnings are about metadata, which is dropped.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(BytesIO(data), formats=_FORMATS)
            image.load()
            return ImageOps.exif_transpose(image)
        except Exception:
            # Decoders raise whatever they come across in broken files; here it all means one thing.
            return None


def _rewritten(image: PillowImage, kind: Kind) -> Prepared:
    """The picture written anew in its own kind."""
    from PIL import Image

    profile = image.info.get("icc_profile") or b""
    # Only CMYK must be converted as it is: transparency is laid on white before colours are.
    image = _flat(_in_srgb(image if image.mode == "CMYK" else _flat(image), profile))
    longest = max(image.size)
    if longest > LONGEST:
        width, height = (max(1, round(side * LONGEST / longest)) for side in image.size)
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    # A new image carries nothing of the old one's metadata into the file.
    clean = Image.frombytes(image.mode, image.size, image.tobytes())
    out = BytesIO()
    if kind == "png":
        clean.save(out, "PNG", compress_level=6)
    else:
        clean.save(out, "JPEG", quality=90)
    return Prepared(out.getvalue(), kind, clean.width, clean.height)


def _in_srgb(image: PillowImage, profile: bytes) -> PillowImage:
    """Colours converted by the profile that the file carries, if it carries one that can be used."""
    if is_srgb(profile) or image.mode not in ("RGB", "CMYK"):
        return image
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        found = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A broken profile says nothing about the colours: they are taken as they are.
        return image
    return found or image


def _flat(image: PillowImage) -> PillowImage:
    """Grey or RGB of 8 bits, transparency laid on white."""
    from PIL import Image

    if "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBA", "RGBa"):
        full = image.convert("RGBA")
        ground = Image.new("RGBA", full.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, full).convert("RGB")
    match image.mode:
        case "L" | "RGB":
            return image
        case "1":
            return image.convert("L")
        case "I" | "I;16":
            # 16 bits brought to eight.
            return image.convert("F").point(lambda value: value * (255 / 65535) + 0).convert("L")
        case _:
            return image.convert("RGB")
