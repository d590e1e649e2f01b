"""A map of an outline in both outputs: vectors with an alternative text on the page, native shapes in one group on the
slide, every name in both; and the lessons that are drawn with it."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path, PurePosixPath

import pikepdf
import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from builders.compile import Compiled, Options, Product, compile_lesson
from builders.source.world import DiskWorld, MemoryWorld
from tests.conftest import need
from tests.outputs.opened import text_of
from tests.tools.verapdf import faults

ROOT = Path(__file__).parents[2]
WHOLE = (ROOT / "tests/cases/maps/whole.yaml").read_bytes()
NAMES = (
    "Warsaw", "the capital", "Brest", "Baltic Sea", "The river line", "To the east", "A ring", "about 100,000",
    "The land between", "All of it", "What stands on maps.", "about 20 km", "today’s", "An Atlas, 1999",
    "Natural Earth",
)  # fmt: skip


@cache
def compiled(language: str = "en", license: bool = True) -> Compiled:
    text = (
        WHOLE
        if license
        else WHOLE.replace(b"license: CC BY 4.0\n", b"").replace(b"authors:\n  - Ann Author\n", b"")
    )
    data = text + f"language: {language}\n".encode()
    products = (Product.HANDOUT, Product.SLIDES)
    return compile_lesson(
        data, PurePosixPath("outlines/whole.yaml"), MemoryWorld({}), Options(products=products)
    )


def artifact(kind: str, found: Compiled) -> bytes:
    return next(a.data for a in found.artifacts if a.name.endswith(kind))


def test_every_name_reaches_both_outputs() -> None:
    page = " ".join(text_of(artifact("handout.pdf", compiled())).split())
    slides = re.sub(r"<[^>]+>", " ", text_of(artifact(".pptx", compiled())))
    slides = " ".join(slides.replace("&#8217;", "’").split())
    for name in NAMES:
        # A name may be broken over lines, and on the map it stands alone.
        for word in name.casefold().split():
            assert word in page.casefold(), name
            assert word in slides.casefold(), name


def test_on_the_page_it_is_a_figure_of_vectors() -> None:
    with pikepdf.open(io.BytesIO(artifact("handout.pdf", compiled()))) as pdf:
        figures = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        assert "A map." in [str(figure.get("/Alt")) for figure in figures]
        images = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]
    assert not images


def test_on_the_slide_it_is_one_group_of_native_shapes() -> None:
    deck = Presentation(io.BytesIO(artifact(".pptx", compiled())))
    groups = [
        shape
        for slide in deck.slides
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP
        and shape._element.nvGrpSpPr.cNvPr.get("descr") == "A map."
    ]
    assert groups
    for group in groups:
        kinds = {shape.shape_type for shape in group.shapes}
        assert MSO_SHAPE_TYPE.FREEFORM in kinds
        assert MSO_SHAPE_TYPE.PICTURE not in kinds
        assert any("Warsaw" in shape.text_frame.text for shape in group.shapes if shape.has_text_frame)
    assert not [
        shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]


def test_the_deck_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(artifact(".pptx", compiled()))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


@pytest.mark.tools
def test_the_page_is_accessible(tmp_path: Path) -> None:
    need(["java"])
    (tmp_path / "map.pdf").write_bytes(artifact("handout.pdf", compiled()))
    assert faults([tmp_path / "map.pdf"])["map.pdf"] == []


@pytest.mark.parametrize(
    ("language", "said"), [("de", "gemeinfrei"), ("fr", "domaine public"), ("ru", "Точность")]
)
def test_what_is_said_of_a_map_is_in_the_lessons_language(language: str, said: str) -> None:
    assert said in text_of(artifact("handout.pdf", compiled(language)))


def test_a_map_of_nobody_is_no_error() -> None:
    found = compiled(license=False)
    assert found.artifacts
    page = text_of(artifact("handout.pdf", found))
    assert "Natural Earth" in page
    assert "unknown" not in page.casefold()


def test_the_same_bytes_again() -> None:
    once = [a.data for a in compiled().artifacts]
    compiled.cache_clear()
    assert [a.data for a in compiled().artifacts] == once


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pact-and-partition", ("Białystok", "Lublin", "28 September")),
        ("catastrophe-1941", ("Leningrad", "Vyazma–Bryansk", "December 1941")),
        ("liberation-or-occupation", ("Königsberg", "Breslau", "1938")),
    ],
)
def test_the_lessons_maps_are_native(name: str, words: tuple[str, ...]) -> None:
    path = ROOT / "outlines" / f"{name}.yaml"
    found = compile_lesson(
        path.read_bytes(),
        PurePosixPath("outlines", path.name),
        DiskWorld(ROOT),
        Options(products=(Product.SLIDES_STUDENT,)),
    )
    data = found.artifacts[0].data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slides = [
            archive.read(part).decode() for part in archive.namelist() if re.match(r"ppt/slides/s", part)
        ]
    drawn = [slide for slide in slides if "<a:custGeom>" in slide and "km</a:t>" in slide]
    assert drawn
    for word in words:
        assert any(word in re.sub(r"<[^>]+>", " ", slide) for slide in drawn), word
