"""A picture's bytes in, facts about it or bytes fit to be embedded out; what can't be used is a Problem.

What comes out is a JPEG or PNG of 8 bits a channel, grey or RGB in sRGB, upright, on white where it was transparent,
cut and made smaller as asked, and without any metadata: no place, no camera, no names, no paths.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from builders.figures.image_header import ImageFacts, Kind, Problem, header, is_srgb, jpeg_scans, kind_of
from builders.figures.image_strip import bare_jpeg, bare_png, inflates_to_its_size

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

MAX_BYTES = 40_000_000
MAX_PIXELS = 100_000_000
MAX_WORK = 2_500_000_000
"""Pixels times the passes in which a JPEG draws them."""

Cut: TypeAlias = tuple[int, int, int, int]
"""What is kept of a picture: left, top, right and bottom in pixels of the upright picture."""

_FORMATS = ("JPEG", "PNG", "MPO")
_SMALLER = "Make it smaller: 4,000 pixels on the longer side are enough for a page and for a slide."
_AGAIN = "Open it in an image program and save it once more as a JPEG or PNG."
_JPEG_QUALITY = 90
_LEAST = 0.05


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
    if kind == "jpeg" and jpeg_scans(data) * facts.width_px * facts.height_px > MAX_WORK:
        message = "The JPEG picture is stored in so many passes that it would take minutes to open."
        return Problem("picture-too-large", message, _AGAIN)
    return facts


@lru_cache(maxsize=32)
def sound(data: bytes) -> ImageFacts | Problem:
    """What `inspect` says, of a picture that has been decoded to its last line; the last ones are remembered."""
    facts = inspect(data)
    # At its smallest a JPEG is read as far, and half as long.
    if isinstance(facts, Problem) or _decoded(data, _LEAST) is not None:
        return facts
    return Problem("unreadable-picture", f"The {facts.kind.upper()} picture is damaged or cut short.", _AGAIN)


@lru_cache(maxsize=64)
def prepare(data: bytes, cut: Cut | None = None, longest: int | None = None) -> Prepared:
    """A sound picture fit to be embedded: what `cut` keeps of it, at most `longest` pixels on its longer side; the last
    ones are remembered. ValueError where `sound` has a Problem.

    A JPEG or PNG that needs nothing done keeps its compressed data bit for bit; only metadata is cut out of it.
    Otherwise it is decoded, turned, converted and written anew, the same bytes each time.
    """
    facts = sound(data)
    if isinstance(facts, Problem):
        raise ValueError(facts.message)
    width, height = facts.width_px, facts.height_px
    left, top, right, bottom = cut = cut or (0, 0, width, height)
    share = 1.0 if longest is None else min(1.0, longest / max(right - left, bottom - top))
    if facts.plain and share == 1.0 and cut == (0, 0, width, height) and (bare := _bare(data, facts)):
        return Prepared(bare, facts.kind, width, height)
    image = _decoded(data, share)
    assert image is not None
    return _rewritten(image, facts, cut, share)


def _bare(data: bytes, facts: ImageFacts) -> bytes | None:
    """The picture's own compressed data; None where it isn't all of the picture and nothing else."""
    if facts.kind == "jpeg":
        return bare_jpeg(data)
    return bare_png(data) if inflates_to_its_size(data) else None


def _decoded(data: bytes, share: float = 1.0) -> PillowImage | None:
    """The first picture of a file, upright, decoded to its last line; None when it is damaged. Where a `share` of its
    size is enough, a JPEG is decoded at a half, a quarter or an eighth."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        # Its own bound on pixels warns below ours; other warnings are about metadata, which is dropped.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(BytesIO(data), formats=_FORMATS)
            if share < 1:
                # More than what is wanted, so that the fine scaling has something to work with.
                least = share * 1.5
                image.draft(None, (max(1, int(image.width * least)), max(1, int(image.height * least))))
            image.load()
            ImageOps.exif_transpose(image, in_place=True)
            return image
        except Exception:
            # Decoders raise whatever they come across in broken files; here it all means one thing.
            return None


def _rewritten(image: PillowImage, facts: ImageFacts, cut: Cut, share: float) -> Prepared:
    """What is kept of the picture, made smaller by `share`, written anew in its own kind."""
    from PIL import Image

    left, top, right, bottom = cut
    if share < 1:
        size = (max(1, round((right - left) * share)), max(1, round((bottom - top) * share)))
        # What was decoded may be a half, a quarter or an eighth of the picture already.
        across, down = image.width / facts.width_px, image.height / facts.height_px
        box = (
            left * across,
            top * down,
            min(right * across, image.width),
            min(bottom * down, image.height),
        )
        image = _converted(image).resize(size, Image.Resampling.LANCZOS, box=box)
    elif cut == (0, 0, facts.width_px, facts.height_px):
        image = _converted(image)
    else:
        image = _converted(image.crop(cut))
    # A new image carries nothing of the old one's metadata into the file.
    clean = Image.frombytes(image.mode, image.size, image.tobytes())
    out = BytesIO()
    if facts.kind == "png":
        clean.save(out, "PNG", compress_level=6)
    else:
        clean.save(out, "JPEG", quality=_JPEG_QUALITY)
    return Prepared(out.getvalue(), facts.kind, clean.width, clean.height)


def _converted(image: PillowImage) -> PillowImage:
    """Grey or RGB in sRGB, on white."""
    profile = image.info.get("icc_profile") or b""
    # Only CMYK must be converted as it is: transparency is laid on white before colours are.
    return _flat(_in_srgb(image if image.mode == "CMYK" else _flat(image), profile))


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
