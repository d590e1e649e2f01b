"""Pictures: what comes out is bounded, upright, in sRGB on white, without metadata, and the same each time."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from builders.figures.image import MAX_BYTES, Prepared, inspect, prepare, sound
from builders.figures.image_header import ImageFacts, Problem

CANARY = "CANARY-59.93-30.33-Users-anna"


def photo(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Left red, right blue, with a slope of brightness: turned or mirrored it is another picture."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((20, 40, 200), (width // 2, 0, width, height))
    image.paste((240, 240, 240), (0, 0, width // 4, height // 4))
    return image.quantize(16) if mode == "P" else image.convert(mode)


def deep(image: Image.Image) -> Image.Image:
    """A grey picture in 16 bits."""
    return Image.frombytes("I;16", image.size, b"".join(bytes((level, level)) for level in image.tobytes()))


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def exif(orientation: int = 1, artist: str | None = None, *, gps: bool = False) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = CANARY
    if artist:
        tags[0x013B] = artist
    if gps:
        tags.get_ifd(0x8825)[2] = (59.0, 56.0, 0.0)
    return tags.tobytes()


def opened(prepared: Prepared) -> Image.Image:
    image = Image.open(BytesIO(prepared.data))
    image.load()
    assert image.format == prepared.kind.upper()
    assert image.size == (prepared.width_px, prepared.height_px)
    assert image.mode in ("L", "RGB", "P", "1")
    return image.convert("RGB")


def near(image: Image.Image, at: tuple[int, int], color: tuple[int, int, int], by: int = 12) -> bool:
    pixel = image.getpixel(at)
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= by for a, b in zip(pixel, color, strict=True))


def test_a_plain_jpeg_keeps_its_data_and_loses_its_metadata() -> None:
    clean = saved(photo(), "JPEG", quality=80)
    marked = saved(
        photo(),
        "JPEG",
        quality=80,
        exif=exif(artist=CANARY, gps=True),
        comment=CANARY.encode(),
        dpi=(300, 300),
    )
    assert CANARY.encode() in marked
    facts = inspect(marked)
    assert isinstance(facts, ImageFacts)
    assert (facts.kind, facts.width_px, facts.height_px, facts.artist) == ("jpeg", 60, 40, CANARY)
    prepared = prepare(marked)
    assert CANARY.encode() not in prepared.data
    assert b"Exif" not in prepared.data
    assert prepared.data == prepare(clean).data
    # The compressed picture itself is untouched.
    assert clean[clean.index(b"\xff\xda") :] == prepared.data[prepared.data.index(b"\xff\xda") :]


def test_what_hangs_behind_a_jpeg_is_cut_off() -> None:
    data = saved(photo(), "JPEG", progressive=True)
    second = saved(photo(), "JPEG", exif=exif(gps=True))
    assert prepare(data + second + CANARY.encode()).data == prepare(data).data
    assert CANARY.encode() not in prepare(data + second).data


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_cameras_turns_are_applied(orientation: int, form: str) -> None:
    upright = photo()
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(turns[orientation]) if orientation > 1 else upright
    data = saved(stored, form, exif=exif(orientation))
    facts = inspect(data)
    assert isinstance(facts, ImageFacts)
    assert (facts.width_px, facts.height_px, facts.orientation) == (60, 40, orientation)
    shown = opened(prepare(data))
    assert shown.size == (60, 40)
    assert near(shown, (20, 30), (200, 30, 30))
    assert near(shown, (50, 20), (20, 40, 200))
    assert near(shown, (4, 4), (240, 240, 240))
    assert CANARY.encode() not in prepare(data).data


@pytest.mark.parametrize(
    ("mode", "form", "kind"),
    [
        ("L", "JPEG", "jpeg"),
        ("CMYK", "JPEG", "jpeg"),
        ("RGB", "PNG", "png"),
        ("P", "PNG", "png"),
        ("1", "PNG", "png"),
        ("LA", "PNG", "png"),
        ("I;16", "PNG", "png"),
    ],
)
def test_kinds_and_modes(mode: str, form: str, kind: str) -> None:
    source = deep(photo().convert("L")) if mode == "I;16" else photo(mode=mode)
    prepared = prepare(saved(source, form))
    assert prepared.kind == kind
    shown = opened(prepared)
    if mode in ("RGB", "CMYK", "P"):
        assert near(shown, (20, 30), (200, 30, 30), by=30)
        assert near(shown, (50, 20), (20, 40, 200), by=30)
    elif mode != "1":
        assert near(shown, (20, 30), (81, 81, 81), by=3)


def test_transparency_is_laid_on_white() -> None:
    image = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    image.paste((255, 0, 0, 128), (4, 0, 8, 8))
    shown = opened(prepare(saved(image, "PNG")))
    assert near(shown, (1, 1), (255, 255, 255), by=0)
    assert near(shown, (6, 1), (255, 127, 127), by=1)
    palette = Image.new("P", (8, 8), 0)
    palette.putpalette([9, 9, 9, 0, 200, 0])
    shown = opened(prepare(saved(palette, "PNG", transparency=0)))
    assert near(shown, (1, 1), (255, 255, 255), by=0)


def exchanged() -> bytes:
    """A colour profile whose effect can't be overlooked: sRGB with red and blue exchanged, under another name."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = data.replace(b"rXYZ", b"tmp1").replace(b"bXYZ", b"rXYZ").replace(b"tmp1", b"bXYZ")
    return data.replace("sRGB".encode("utf-16-be"), "XRGB".encode("utf-16-be")).replace(b"sRGB", b"XRGB")


@pytest.mark.parametrize(("form", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P")])
def test_colours_are_converted_by_the_profile(form: str, mode: str) -> None:
    shown = opened(prepare(saved(photo(mode=mode), form, icc_profile=exchanged())))
    assert near(shown, (20, 30), (30, 30, 200), by=16)
    assert near(shown, (50, 20), (200, 40, 20), by=16)


def test_profiles_are_left_out_and_useless_ones_do_no_harm() -> None:
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert near(opened(prepare(saved(photo(), "PNG", icc_profile=other))), (20, 30), (200, 30, 30))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    marked = saved(photo(), "JPEG", icc_profile=srgb)
    assert b"ICC_PROFILE" in marked
    assert prepare(marked).data == prepare(saved(photo(), "JPEG")).data


def test_text_in_a_png_is_left_out() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", CANARY)
    notes.add_itxt("XML:com.adobe.xmp", CANARY)
    data = saved(photo(), "PNG", pnginfo=notes, dpi=(150, 150))
    prepared = prepare(data)
    assert CANARY.encode() not in prepared.data
    assert prepared.data.count(b"pHYs") == 0
    assert opened(prepared).tobytes() == photo().tobytes()


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_pictures_are_cut_and_made_smaller_as_asked(form: str, orientation: int) -> None:
    stored = photo(3600, 1200) if orientation == 1 else photo(3600, 1200).transpose(Image.Transpose.ROTATE_90)
    data = saved(stored, form, exif=exif(orientation))
    whole = prepare(data, None, 720)
    assert (whole.width_px, whole.height_px) == (720, 240)
    shown = opened(whole)
    assert near(shown, (60, 30), (240, 240, 240))
    assert near(shown, (300, 200), (200, 30, 30))
    assert near(shown, (700, 120), (20, 40, 200))
    part = prepare(data, (1600, 0, 2000, 400))
    assert (part.width_px, part.height_px) == (400, 400)
    assert near(opened(part), (100, 200), (200, 30, 30))
    assert near(opened(part), (300, 200), (20, 40, 200))
    small = opened(prepare(data, (0, 0, 1800, 1200), 300))
    assert small.size == (300, 200)
    assert near(small, (100, 30), (240, 240, 240))
    assert near(small, (250, 150), (200, 30, 30))
    assert prepare(data, None, 5000) == prepare(data)
    assert prepare(data, (0, 0, 3600, 1200)) == prepare(data)


def test_a_small_picture_hides_no_endless_rows() -> None:
    """Rows beyond the last one, of which a viewer would inflate gigabytes, don't get into a PDF."""
    rows = b"".join(b"\0" + bytes((200, 30, 30)) * 4 for _ in range(4))
    data = _png_header(4, 4, zlib.compress(rows + bytes(60_000_000)))
    assert len(data) > 50_000
    prepared = prepare(data)
    assert len(prepared.data) < 500
    assert near(opened(prepared), (2, 2), (200, 30, 30), by=0)
    honest = _png_header(4, 4, zlib.compress(rows))
    assert prepare(honest).data == honest


def _png_header(width: int, height: int, rows: bytes = zlib.compress(b"\0" * 1000)) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + rows
    chunks = (body, data, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "unreadable-picture", "neither"),
        (b"hello", "unreadable-picture", "neither"),
        (saved(photo(), "GIF"), "unreadable-picture", "neither"),
        (b"\xff\xd8\xff\xe0rest", "unreadable-picture", "damaged"),
        (b"\x89PNG\r\n\x1a\nrest", "unreadable-picture", "damaged"),
        (_png_header(20_000, 20_000), "picture-too-large", "20,000 × 20,000"),
        (_png_header(0, 5), "unreadable-picture", "damaged"),
        (_png_header(500, 500), "unreadable-picture", "cut short"),
        (b"\xff\xd8\xff" + b"\0" * MAX_BYTES, "picture-too-large", "40 MB"),
        (saved(photo(), "JPEG")[:-300], "unreadable-picture", "cut short"),
        (saved(photo(), "PNG")[:-40], "unreadable-picture", "cut short"),
    ],
)
def test_problems_are_values_with_a_cure(data: bytes, code: str, words: str) -> None:
    found = sound(data)
    assert isinstance(found, Problem)
    assert found.code == code
    assert words in found.message
    assert found.cure
    with pytest.raises(ValueError, match=r"picture|file"):
        prepare(data)


def test_the_bytes_are_the_same_each_time() -> None:
    for data in (
        saved(photo(), "JPEG", exif=exif(6)),
        saved(photo(mode="RGBA"), "PNG"),
    ):
        first = prepare(data)
        prepare.cache_clear()
        sound.cache_clear()
        assert prepare(data) == first


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_damage_never_raises(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(["JPEG", "PNG"]))
    damaged = bytearray(saved(photo(16, 12), form, exif=exif(6, "A")))
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(damaged)))
    picture = bytes(damaged[:end] if data.draw(st.booleans()) else damaged)
    found = sound(picture)
    if isinstance(found, ImageFacts):
        opened(prepare(picture))
    else:
        assert found.code in ("unreadable-picture", "picture-too-large")


@settings(max_examples=400, deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]),
)
def test_any_bytes(data: bytes, magic: bytes) -> None:
    assert isinstance(sound(magic + data), ImageFacts | Problem)
