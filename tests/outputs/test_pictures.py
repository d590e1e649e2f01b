"""What becomes of photographs in handouts and decks: their pixels, their size, what they don't tell, what is said."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, PngImagePlugin
from pptx import Presentation

from builders.compile import Compiled, Options, Product, compile_lesson
from builders.figures.image import prepare, sound
from builders.source.world import MemoryWorld
from tests.photographs import (
    BLUE,
    CANARY,
    GREEN,
    RED,
    YELLOW,
    deep_gray,
    exif,
    near,
    quarters,
    saved,
    turned,
)

BOTH = (Product.HANDOUT, Product.SLIDES_STUDENT)
OUTLINE = """\
title: A street
images:
  street:
    file: street.jpg
    creator: Anna Berg
    source: Museum, no. 4711
    license: {license}
    alt: A street.
{fields}
sections:
  - heading: One
    content:
{before}
      - image: street
        caption: The caption of the street.
"""


def build(
    data: bytes,
    *fields: str,
    before: int = 0,
    products: tuple[Product, ...] = BOTH,
    license: str = "CC BY-SA 3.0",
) -> Compiled:
    text = OUTLINE.format(
        fields="\n".join(f"    {field}" for field in fields),
        before="\n".join(["      - A line of text that stands before the picture."] * before),
        license=license,
    )
    world = MemoryWorld({"assets/street.jpg": data})
    return compile_lesson(text.encode(), PurePosixPath("outlines/street.yaml"), world, Options(products))


def made(compiled: Compiled, end: str) -> bytes:
    return next(artifact.data for artifact in compiled.artifacts if artifact.name.endswith(end))


def in_pdf(compiled: Compiled) -> tuple[Image.Image, float]:
    """The picture as it is embedded in the handout, and its width on the page in points."""
    with pikepdf.open(io.BytesIO(made(compiled, ".pdf"))) as pdf:
        items = [item for page in pdf.pages for _, item in sorted(page.get_images().items())]
        found = [pikepdf.PdfImage(item) for item in items if isinstance(item, pikepdf.Stream)]
        assert len(found) == 1
        image = found[0].as_pil_image()
    document = pypdfium2.PdfDocument(made(compiled, ".pdf"))
    widths = [
        right - left
        for page in document
        for item in page.get_objects((pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
        for left, _, right, _ in [item.get_bounds()]
    ]
    return image, widths[0]


def in_deck(compiled: Compiled) -> tuple[Image.Image, float]:
    """The picture as it is embedded in the deck, and its width on the slide in points."""
    deck = Presentation(io.BytesIO(made(compiled, ".pptx")))
    (shape,) = (s for slide in deck.slides for s in slide.shapes if s.element.tag.endswith("}pic"))
    assert (shape.crop_left, shape.crop_right, shape.crop_top, shape.crop_bottom) == (0, 0, 0, 0)
    image = Image.open(io.BytesIO(shape.image.blob))
    image.load()
    assert shape.width / shape.height == pytest.approx(image.width / image.height, rel=1.5 / image.height)
    return image, shape.width / 12700


def both(compiled: Compiled) -> list[tuple[Image.Image, float]]:
    assert not [d for d in compiled.diagnostics if d.severity == "error"], compiled.diagnostics
    return [in_pdf(compiled), in_deck(compiled)]


def corners(image: Image.Image) -> list[object]:
    image = image.convert("RGB")
    across, down = image.width // 8, image.height // 8
    places = ((across, down), (7 * across, down), (across, 7 * down), (7 * across, 7 * down))
    return [image.getpixel(place) for place in places]


def is_upright(image: Image.Image, by: int = 16) -> bool:
    return all(near(p, c, by) for p, c in zip(corners(image), (RED, GREEN, BLUE, YELLOW), strict=True))


def codes(compiled: Compiled) -> list[str]:
    return [found.code for found in compiled.diagnostics]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright_and_say_nothing_of_their_camera(orientation: int) -> None:
    data = saved(turned(quarters(), orientation), exif=exif(orientation), comment=CANARY.encode())
    assert CANARY.encode() in data
    compiled = build(data)
    for image, _ in both(compiled):
        assert image.width > image.height
        assert is_upright(image)
    for artifact in compiled.artifacts:
        pieces = [artifact.data]
        if artifact.name.endswith(".pptx"):
            with zipfile.ZipFile(io.BytesIO(artifact.data)) as archive:
                pieces = [archive.read(name) for name in archive.namelist()]
        assert not [piece for piece in pieces if CANARY.encode() in piece or b"Exif" in piece]


def test_the_page_shows_what_is_embedded() -> None:
    """The rendered page itself, not only the bytes in it."""
    compiled = build(saved(turned(quarters(), 6), exif=exif(6)))
    page = pypdfium2.PdfDocument(made(compiled, ".pdf"))[0]
    (item,) = page.get_objects((pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    left, bottom, right, top = item.get_bounds()
    scale = 2
    shown = page.render(scale=scale).to_pil().convert("RGB")
    height = page.get_height()
    part = shown.crop(tuple(round(v * scale) for v in (left, height - top, right, height - bottom)))
    assert is_upright(part)


@pytest.mark.parametrize("mode", ["CMYK", "RGB", "L"])
def test_jpegs_of_all_colour_spaces(mode: str) -> None:
    for image, _ in both(build(saved(quarters(mode=mode)))):
        assert image.mode in ("RGB", "L")
        if mode != "L":
            assert is_upright(image, by=30)


def test_sixteen_bits_become_eight() -> None:
    for image, _ in both(build(deep_gray(600, 400))):
        assert image.mode == "L"
        assert image.getpixel((100, 200)) == 40
        assert image.getpixel((500, 200)) == 200


@pytest.mark.parametrize("mode", ["RGBA", "P", "LA"])
def test_transparency_is_laid_on_white(mode: str) -> None:
    image = quarters(mode="RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 300, 200))
    if mode == "P":
        image = image.quantize(8)
    for shown, _ in both(build(saved(image if mode == "P" else image.convert(mode), "PNG"))):
        assert shown.mode in ("RGB", "L")
        assert near(shown.convert("RGB").getpixel((50, 50)), (255, 255, 255), by=2)


def test_a_picture_may_have_the_wrong_name() -> None:
    """The file is called street.jpg, and is a PNG."""
    for image, _ in both(build(saved(quarters(), "PNG"))):
        assert is_upright(image, by=0)


@pytest.mark.parametrize(
    ("fields", "size", "colors"),
    [
        (("crop: square",), (400, 400), (RED, GREEN, BLUE, YELLOW)),
        (("crop: 1:2", "focus: left"), (200, 400), (RED, RED, BLUE, BLUE)),
        (("crop: 1:2", "focus: right"), (200, 400), (GREEN, GREEN, YELLOW, YELLOW)),
        (("crop: 4:1", "focus: top left"), (600, 150), (RED, GREEN, RED, GREEN)),
        (("crop: 4:1", "focus: 20% 90%"), (600, 150), (BLUE, YELLOW, BLUE, YELLOW)),
    ],
)
def test_a_crop_keeps_the_focus_and_is_told(
    fields: tuple[str, ...], size: tuple[int, int], colors: tuple[tuple[int, int, int], ...]
) -> None:
    compiled = build(saved(quarters()), *fields)
    assert "license-forbids-crop" not in codes(compiled)
    for image, _ in both(compiled):
        assert image.size == size
        assert all(near(p, c) for p, c in zip(corners(image), colors, strict=True))
    document = pypdfium2.PdfDocument(made(compiled, ".pdf"))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert text.count("Changes: cropped") == 2, "beside the picture, and in the list of credits"
    deck = Presentation(io.BytesIO(made(compiled, ".pptx")))
    words = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    assert sum("Changes: cropped" in one for one in words) == 2


def test_a_crop_that_the_licence_forbids() -> None:
    (found,) = build(saved(quarters(1200, 800)), "crop: square", license="CC BY-ND 4.0").diagnostics
    assert (found.code, found.severity, found.place.line) == ("license-forbids-crop", "warning", 9)


@pytest.mark.parametrize(
    ("pixels", "centimetres", "embedded"),
    [
        (780, 5, 780),  # 396 to the inch
        (880, 5, 880),  # 447
        (900, 5, 720),  # 457: to at least 300, which are 591
        (4000, 5, 720),
        (4000, 12, 1620),  # 847: to at least 1417
    ],
)
def test_only_what_nobody_sees_is_taken_away(pixels: int, centimetres: int, embedded: int) -> None:
    compiled = build(saved(quarters(pixels, pixels * 2 // 3)), f"width: {centimetres} cm")
    image, width = in_pdf(compiled)
    assert width == pytest.approx(centimetres * 72 / 2.54, abs=0.1)
    assert image.width == embedded
    dpi = image.width / width * 72
    assert 300 <= dpi <= 450 or pixels < embedded
    assert is_upright(image)
    assert "coarse-picture" not in codes(compiled)


def test_a_slide_has_the_pixels_that_it_shows() -> None:
    small, width = in_deck(build(saved(quarters(2400, 1600))))
    assert small.width == 2400, f"{2400 / width * 72:.0f} to the inch are not too many"
    large, width = in_deck(build(saved(quarters(6000, 4000))))
    assert 300 <= large.width / width * 72 <= 450
    assert is_upright(large)


@pytest.mark.parametrize(("pixels", "coarse"), [(290, True), (294, True), (296, False), (600, False)])
def test_coarse_print_is_warned_about_at_the_file(pixels: int, coarse: bool) -> None:
    compiled = build(saved(quarters(pixels, 200)), "width: 5 cm", products=(Product.HANDOUT,))
    assert in_pdf(compiled)[1] == pytest.approx(141.7, abs=0.1), (
        "it is printed as wide as its author wants it"
    )
    found = [d for d in compiled.diagnostics if d.code == "coarse-picture"]
    assert len(found) == coarse
    for one in found:
        assert (one.severity, one.place.line, one.place.column) == ("warning", 4, 11)
        assert f"{pixels / (5 / 2.54):.0f} pixels to the inch" in one.message
        assert "296 pixels" in one.hints[0].text
        assert "4.9 cm" in one.hints[0].text or "5.0 cm" in one.hints[0].text


def test_a_picture_of_few_pixels_is_not_printed_as_a_speck() -> None:
    compiled = build(saved(quarters(12, 8)))
    assert in_pdf(compiled)[1] == pytest.approx(150, abs=0.1)
    assert codes(compiled) == ["coarse-picture"]
    plenty = build(saved(quarters(600, 400)))
    assert in_pdf(plenty)[1] == pytest.approx(600 / 150 * 72, abs=0.1)
    assert not codes(plenty)


@pytest.mark.parametrize(
    ("width", "points"),
    [
        ("full", 500),
        ("half", 237),
        ("margin", 155),
        ("column", 327),
        ("3 in", 216),
        ("40 cm", 500),
        ("80 mm", 226.8),
    ],
)
def test_printed_widths(width: str, points: float) -> None:
    _, shown = in_pdf(build(saved(quarters(2400, 800)), f"width: {width}", products=(Product.HANDOUT,)))
    assert shown == pytest.approx(points, abs=0.6)


def test_the_width_on_a_place_goes_first() -> None:
    text = OUTLINE.format(fields="    width: full", before="", license="CC0") + "        width: 6 cm\n"
    world = MemoryWorld({"assets/street.jpg": saved(quarters(1200, 800))})
    compiled = compile_lesson(
        text.encode(), PurePosixPath("outlines/x.yaml"), world, Options((Product.HANDOUT,))
    )
    assert in_pdf(compiled)[1] == pytest.approx(170.1, abs=0.1)


def test_a_width_that_the_page_does_not_have_is_noted_where_it_is_written() -> None:
    text = OUTLINE.format(fields="    width: 30 cm", before="", license="CC0") + "        width: 40 cm\n"
    world = MemoryWorld({"assets/street.jpg": saved(quarters(3000, 400))})
    options = Options((Product.HANDOUT,))
    compiled = compile_lesson(text.encode(), PurePosixPath("outlines/x.yaml"), world, options)
    found = [(d.code, d.severity, d.place.line) for d in compiled.diagnostics]
    assert found == [("wide-picture", "note", 9), ("wide-picture", "note", 16)]
    assert in_pdf(compiled)[1] == pytest.approx(500, abs=0.6)


def test_cover_fills_its_place_on_the_page() -> None:
    tall = saved(quarters(1000, 2000))
    image, width = in_pdf(build(tall, "width: full", "fit: cover", products=(Product.HANDOUT,)))
    assert width == pytest.approx(500, abs=0.1)
    assert image.width / image.height == pytest.approx(500 / 300, abs=0.01)
    top, _ = in_pdf(build(tall, "width: full", "fit: cover", "focus: top", products=(Product.HANDOUT,)))
    assert all(near(p, c) for p, c in zip(corners(top), (RED, GREEN, RED, GREEN), strict=True))


def slides(compiled: Compiled, layout: str) -> list[Any]:
    deck = Presentation(io.BytesIO(made(compiled, ".pptx")))
    return [slide for slide in deck.slides if slide.slide_layout.name == layout]


def words(slide: Any) -> str:
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_cover_goes_to_the_edges_of_a_slide() -> None:
    compiled = build(saved(quarters(1600, 1000)), "fit: cover", "focus: left")
    (slide,) = slides(compiled, "Photograph to the edges")
    (picture,) = (shape for shape in slide.shapes if shape.element.tag.endswith("}pic"))
    assert (picture.top, picture.left + picture.width, picture.height) == (0, 960 * 12700, 540 * 12700)
    for shape in slide.shapes:
        assert (
            shape is picture or shape.element.tag.endswith("}pic") or shape.left + shape.width <= picture.left
        )
    image, _ = in_deck(compiled)
    assert image.height == 1000
    assert image.width == pytest.approx(1000 * 628 / 540, abs=1)
    assert near(image.convert("RGB").getpixel((750, 100)), RED), "the focus is at the left: red reaches on"
    assert "Changes: cropped" in words(slide)
    assert not slides(build(saved(quarters(160, 100)), "fit: cover"), "Photograph to the edges"), (
        "too few pixels"
    )
    tall = build(saved(quarters(800, 1200)), "fit: cover")
    (slide,) = slides(tall, "Tall photograph to the edges")
    assert "cropped" not in words(slide), "as high as the slide it is seen whole"
    assert in_deck(tall)[0].size == (800, 1200)


@pytest.mark.parametrize(("license", "cropped"), [("CC BY-SA 3.0", True), ("CC BY-ND 4.0", False)])
def test_a_cover_cuts_only_what_may_be_cut_and_says_so(license: str, cropped: bool) -> None:
    text = OUTLINE.format(fields="", before="", license=license) + "figure: street\n"
    text = text.replace(
        "      - image: street\n        caption: The caption of the street.\n", "      - Text.\n"
    )
    world = MemoryWorld({"assets/street.jpg": saved(quarters(1600, 800))})
    compiled = compile_lesson(text.encode(), PurePosixPath("outlines/x.yaml"), world, Options(BOTH))
    deck = Presentation(io.BytesIO(made(compiled, ".pptx")))
    cover, *_, last = deck.slides
    (picture,) = (shape for shape in cover.shapes if shape.element.tag.endswith("}pic"))
    image = Image.open(io.BytesIO(picture.image.blob))
    assert picture.width / picture.height == pytest.approx(image.width / image.height, rel=0.01)
    assert (image.width / image.height == pytest.approx(2, rel=0.01)) is not cropped
    assert ("Changes: cropped" in words(cover)) is cropped
    assert ("Changes: cropped" in words(last)) is cropped
    assert "cropped" not in " ".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made(compiled, ".pdf"))
    )


@pytest.mark.parametrize(
    "place", ["figure: bridge", "sections:\n  - heading: One\n    content:\n      - image: bridge"]
)
def test_the_notes_say_where_a_missing_picture_is_to_be_had(place: str) -> None:
    text = f"""\
title: A bridge
images:
  bridge:
    creator: unknown
    source: Harbour Archive, no. 12/7
    url: https://example.org/archive/12/7
    license: CC0
    alt: Men on a girder.
    caption: The last rivet.
{place}
"""
    products = (Product.HANDOUT, Product.SLIDES)
    compiled = compile_lesson(
        text.encode(), PurePosixPath("outlines/x.yaml"), MemoryWorld({}), Options(products)
    )
    deck = Presentation(io.BytesIO(made(compiled, ".pptx")))
    notes = " ".join(s.notes_slide.notes_text_frame.text for s in deck.slides if s.has_notes_slide)
    pages = pypdfium2.PdfDocument(made(compiled, ".pdf"))
    page = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    for said in ("The last rivet.", "Harbour Archive, no. 12/7", "example.org/archive/12/7"):
        assert said in notes
        assert said in page
    assert "A picture will go here" in notes
    assert "A PICTURE WILL GO HERE" in page


def test_a_picture_without_a_description_is_still_spoken_of() -> None:
    """PDF/UA wants an alternative; the author is warned that there is none."""
    text = OUTLINE.format(fields="", before="", license="CC0").replace("    alt: A street.\n", "")
    world = MemoryWorld({"assets/street.jpg": saved(quarters(1600, 800))})
    compiled = compile_lesson(text.encode(), PurePosixPath("outlines/x.yaml"), world, Options(BOTH))
    assert codes(compiled) == ["missing-credit"]
    with pikepdf.open(io.BytesIO(made(compiled, ".pdf"))) as pdf:
        alts = [
            str(item["/Alt"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        ]
    assert alts == ["street"]
    deck = Presentation(io.BytesIO(made(compiled, ".pptx")))
    (shape,) = (s for slide in deck.slides for s in slide.shapes if s.element.tag.endswith("}pic"))
    assert shape.element.nvPicPr.cNvPr.get("descr") == "street"


def test_own_pictures_need_neither_source_nor_licence() -> None:
    text = OUTLINE.format(fields="", before="", license="").replace(
        "    creator: Anna Berg\n", "    credit: mine\n"
    )
    text = text.replace("    source: Museum, no. 4711\n    license: \n", "")
    for head, credit in (
        ("authors: Anna Berg\nlicense: CC BY 4.0\n", "Anna Berg. CC BY 4.0."),
        ("authors: Anna Berg\n", "Anna Berg."),
        ("", "Made for this lesson."),
        ("language: de\n", "Für diese Lektion angefertigt."),
    ):
        world = MemoryWorld({"assets/street.jpg": saved(quarters(1600, 800))})
        compiled = compile_lesson(
            (head + text).encode(), PurePosixPath("outlines/x.yaml"), world, Options(BOTH)
        )
        assert not compiled.diagnostics
        pages = pypdfium2.PdfDocument(made(compiled, ".pdf"))
        page = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
        assert f"The caption of the street. {credit}" in page
        assert "not stated" not in page


@pytest.mark.parametrize("before", range(0, 40, 3))
@pytest.mark.parametrize("width", [(), ("width: 7 cm",), ("width: column",), ("width: full",)], ids=str)
def test_picture_and_caption_stand_on_one_page(before: int, width: tuple[str, ...]) -> None:
    """However much stands before it: caption and credit stand beside it or below it, and never on it."""
    compiled = build(saved(quarters(900, 900)), *width, before=before, products=(Product.HANDOUT,))
    (page,) = (
        page
        for page in pypdfium2.PdfDocument(made(compiled, ".pdf"))
        if list(page.get_objects((pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)))
    )
    (item,) = page.get_objects((pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    _, bottom, right, top = item.get_bounds()
    words = page.get_textpage()
    for text in ("The caption of the street.", "Museum, no. 4711"):
        found = words.search(text).get_next()
        assert found is not None
        x0, y0, _, y1 = words.get_charbox(found[0])
        below = y1 <= bottom and y0 > bottom - 60
        assert below or (x0 > right and bottom - 4 <= y0 < y1 <= top + 4)


@pytest.mark.parametrize("before", range(0, 40, 5))
def test_two_halves_stand_side_by_side(before: int) -> None:
    """On one page and on one line, each above its caption; a third stands alone."""
    text = OUTLINE.format(
        fields="    width: half",
        before="\n".join(["      - A line of text that stands before the picture."] * before),
        license="CC0",
    )
    more = "".join(
        f"      - image: street\n        caption: Once more, {name}.\n" for name in ("left", "right")
    )
    world = MemoryWorld({"assets/street.jpg": saved(quarters(900, 600))})
    options = Options((Product.HANDOUT,))
    compiled = compile_lesson((text + more).encode(), PurePosixPath("outlines/x.yaml"), world, options)
    boxes = [
        (number, *item.get_bounds())
        for number, page in enumerate(pypdfium2.PdfDocument(made(compiled, ".pdf")))
        for item in page.get_objects((pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    ]
    assert len(boxes) == 3
    first, second, third = boxes
    assert (first[0], first[2]) == pytest.approx((second[0], second[2]))
    assert first[3] < second[1]
    assert second[3] - first[1] == pytest.approx(500, abs=0.6)
    assert third[0] > first[0] or third[4] < first[2]
    page = pypdfium2.PdfDocument(made(compiled, ".pdf"))[first[0]].get_textpage().get_text_range()
    assert "The caption of the street." in page
    assert "Once more, left." in page


def test_a_panorama_and_a_single_pixel() -> None:
    long = build(saved(quarters(20_000, 400)))
    for image, width in both(long):
        assert image.width <= 450 * width / 72
        assert is_upright(image, by=40)
    assert not codes(long)
    for image, _ in both(build(saved(Image.new("RGB", (1, 1), RED), "PNG"))):
        assert image.size == (1, 1)


def _png(width: int, height: int, rows: bytes, *more: bytes) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (header, *more, b"IDAT" + rows, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (saved(quarters())[:-2000], "unreadable-picture"),
        (saved(quarters(), "PNG")[:-60], "unreadable-picture"),
        (_png(30_000, 30_000, zlib.compress(bytes(1000))), "picture-too-large"),
        (saved(quarters(), "GIF"), "unreadable-picture"),
        (saved(quarters(), "TIFF"), "unreadable-picture"),
        (b"%PDF-1.7 not a picture", "unreadable-picture"),
        (b"", "unreadable-picture"),
    ],
)
def test_what_can_not_be_used_is_an_error_at_the_file(data: bytes, code: str) -> None:
    compiled = build(data)
    assert not compiled.artifacts
    (found,) = compiled.diagnostics
    assert (found.code, found.severity, found.place.line) == (code, "error", 4)
    assert found.hints


def test_bombs_do_not_reach_the_outputs() -> None:
    rows = b"".join(b"\0" + bytes(RED) * 90 for _ in range(60))
    compiled = build(_png(90, 60, zlib.compress(rows + bytes(50_000_000))))
    assert all(len(artifact.data) < 200_000 for artifact in compiled.artifacts)
    for image, _ in both(compiled):
        assert near(image.convert("RGB").getpixel((40, 40)), RED, by=0)
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "0" * 900_000, zip=True)
    assert not build(saved(quarters(), "PNG", pnginfo=text)).diagnostics


def test_a_jpeg_of_endless_passes_is_refused() -> None:
    """Seven kilobytes of empty passes over a large picture would take minutes to decode."""
    data = saved(Image.new("L", (4000, 4000), 90), progressive=True)
    tables = data.rfind(b"\xff\xc4")
    compiled = build(data[:-2] + data[tables:-2] * 200 + b"\xff\xd9")
    assert codes(compiled) == ["picture-too-large"]
    assert not codes(build(data))


def test_pictures_are_made_once_per_size() -> None:
    """The handout and the teacher's edition share what they show, and so do both decks."""
    prepare.cache_clear()
    sound.cache_clear()
    data = saved(quarters(5000, 4000))
    build(data, products=(Product.HANDOUT, Product.TEACHER, Product.SLIDES, Product.SLIDES_STUDENT))
    assert prepare.cache_info().misses == 2
    assert sound.cache_info().misses == 1


def test_the_same_bytes_each_time() -> None:
    data = saved(turned(quarters(4000, 3000), 6), exif=exif(6))
    first = build(data, "crop: 16:9", "focus: 30% 40%", "width: half")
    prepare.cache_clear()
    sound.cache_clear()
    again = build(data, "crop: 16:9", "focus: 30% 40%", "width: half")
    assert first.artifacts == again.artifacts
