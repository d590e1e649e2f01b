"""Pictures as objects: JPEG as it is, PNG's own rows, refusals."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from PIL import Image

from builders.pdf.blocks import Raster
from builders.pdf.document import File
from builders.pdf.images import Images, UnfitImage
from builders.pdf.syntax import Name


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def picture(mode: str) -> Image.Image:
    image = Image.radial_gradient("L").resize((37, 21)).convert("RGB")
    return image.quantize(7) if mode == "P" else image.convert(mode)


def read_back(raster: Raster) -> Image.Image:
    file = File()
    images = Images(file)
    name, ref = images.add(raster)
    assert images.add(raster) == (name, ref)
    tree = file.add({"Type": Name("Pages"), "Kids": [], "Count": 0})
    data = file.finish(file.add({"Type": Name("Catalog"), "Pages": tree, "Image": ref}), file.add({}))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        image: Any = pdf.Root.Image
        return pikepdf.PdfImage(image).as_pil_image().convert("RGB")


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_png_rows_are_kept(mode: str) -> None:
    image = picture(mode)
    assert read_back(Raster(encoded(image, "PNG"), "png", 37, 21)).tobytes() == image.convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_jpeg_is_kept_byte_by_byte(mode: str) -> None:
    data = encoded(picture(mode), "JPEG")
    file = File()
    Images(file).add(Raster(data, "jpeg", 37, 21))
    assert data in (file.bodies[0] or b"")
    assert read_back(Raster(data, "jpeg", 37, 21)).size == (37, 21)


@pytest.mark.parametrize(
    "raster",
    [
        Raster(encoded(picture("RGB").convert("CMYK"), "JPEG"), "jpeg", 1, 1),
        Raster(encoded(picture("RGB").convert("RGBA"), "PNG"), "png", 1, 1),
        Raster(encoded(picture("P"), "PNG", transparency=0), "png", 1, 1),
        Raster(b"not a picture", "jpeg", 1, 1),
        Raster(b"not a picture", "png", 1, 1),
        Raster(b"\xff\xd8\xff\xda\x00\x02", "jpeg", 1, 1),
    ],
)
def test_what_pdf_cant_hold_is_refused(raster: Raster) -> None:
    with pytest.raises(UnfitImage):
        Images(File()).add(raster)
