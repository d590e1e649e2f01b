"""Pictures of a lesson checked, drawn, and the places of those that aren't there."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image as Pillow

from builders.diagnostics import Severity
from builders.figures.crop import Box, bounds
from builders.figures.drawing import Drawing, Label
from builders.figures.looks import Look
from builders.figures.pictures import Bitmap, check_pictures, content
from builders.figures.placeholder import missing_picture
from builders.lesson.labels import LANGUAGES, labels
from builders.lesson.model import Image, Lesson, Picture, Span
from builders.theme.tokens import EDITORIAL

PAGE = Look(EDITORIAL, "en")
SVG = b'<svg viewBox="0 0 400 200"><rect width="400" height="200"/></svg>'
BREST = Image(
    "brest",
    ("images", "brest"),
    alt="Two officers talk beside a road while soldiers march past.",
    title=(Span("Treffen deutscher und sowjetischer Soldaten"),),
    creator="Max Ehlert",
    source="Bundesarchiv, Bild 101I-121-0011A-22",
    url="https://www.bild.bundesarchiv.de/search/?query=Bild+101I-121-0011A-22",
)


def jpeg(width: int = 300, height: int = 200, artist: str = "") -> bytes:
    out = BytesIO()
    tags = Pillow.Exif()
    if artist:
        tags[0x013B] = artist
    Pillow.new("RGB", (width, height), (9, 99, 199)).save(out, "JPEG", exif=tags)
    return out.getvalue()


def lesson(*pictures: Picture | None) -> Lesson:
    images = tuple(
        replace(BREST, id=f"i{n}", loc=("images", f"i{n}"), picture=p) for n, p in enumerate(pictures)
    )
    return Lesson("x", (Span("X"),), images=images)


def test_good_pictures_and_missing_ones_pass() -> None:
    found = lesson(None, Picture("a.svg", "svg", SVG), Picture("a.jpg", "jpeg", jpeg()))
    assert check_pictures(found, "x.yaml") == ()


def test_an_unreadable_picture_is_an_error_at_its_file() -> None:
    found = lesson(None, Picture("a.jpg", "jpeg", jpeg()[:200]), Picture("b.png", "png", b"<html>"))
    first, second = check_pictures(found, "x.yaml")
    assert (first.code, first.severity, first.place.file) == ("unreadable-picture", Severity.ERROR, "x.yaml")
    assert first.place.loc == ("images", "i1", "file")
    assert second.place.loc == ("images", "i2", "file")
    assert "neither" in second.message
    assert first.hints[0].text


def test_what_is_wrong_in_a_drawing_shows_both_places() -> None:
    drawing = b'<svg viewBox="0 0 9 9">\n<rect width="9" height="9"/>\n<animate/></svg>'
    (found,) = check_pictures(lesson(Picture("assets/a.svg", "svg", drawing)), "x.yaml")
    assert (found.place.file, found.place.loc) == ("x.yaml", ("images", "i0", "file"))
    (related,) = found.related
    assert (related.place.file, related.place.line, related.place.column) == ("assets/a.svg", 3, 1)


@pytest.mark.parametrize(
    ("artist", "creator", "differs"),
    [
        ("Max Ehlert", "Max Ehlert", False),
        ("EHLERT, Max", "Max Ehlert", False),
        ("Some Agency", "Max Ehlert", True),
        ("Some Agency", "unknown", False),
        ("Some Agency", None, False),
        ("", "Max Ehlert", False),
    ],
)
def test_another_maker_in_the_file_is_a_warning(artist: str, creator: str | None, differs: bool) -> None:
    picture = Picture("a.jpg", "jpeg", jpeg(artist=artist))
    image = replace(BREST, creator=creator, picture=picture)
    found = check_pictures(Lesson("x", (Span("X"),), images=(image,)), "x.yaml")
    assert [d.code for d in found] == (["credit-differs"] if differs else [])
    for d in found:
        assert d.severity is Severity.WARNING
        assert d.place.loc == ("images", "brest", "creator")


def test_what_is_drawn() -> None:
    assert content(BREST, 400, 300, 150, PAGE) is None
    drawing = content(replace(BREST, picture=Picture("a.svg", "svg", SVG)), 300, 100, 150, PAGE)
    assert isinstance(drawing, Drawing)
    assert (drawing.width, drawing.height, drawing.alt) == (200, 100, BREST.alt)
    wide = content(replace(BREST, picture=Picture("a.jpg", "jpeg", jpeg(3000, 2000))), 300, 150, 150, PAGE)
    assert isinstance(wide, Bitmap)
    assert (wide.width, wide.height, wide.width_px) == (225, 150, 3000)
    small = content(replace(BREST, picture=Picture("a.jpg", "jpeg", jpeg(300, 200))), 300, 400, 150, PAGE)
    assert isinstance(small, Bitmap)
    assert (small.width, small.height) == (144, 96)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "size", [(480.0, 200.0), (226.0, 95.0), (140.0, 60.0), (300.0, 300.0), (330.0, 10.0)]
)
def test_the_place_of_a_missing_picture(language: str, size: tuple[float, float]) -> None:
    words = labels(language)
    place = missing_picture(BREST, *size, EDITORIAL, words)
    assert place.width == size[0]
    assert place.height >= size[1]
    assert all(Box(0, 0, place.width, place.height).holds(bounds(shape), slack=0.5) for shape in place.shapes)
    texts = [shape for shape in place.shapes if isinstance(shape, Label)]
    assert texts[0].text.startswith(words.planned_picture.upper()[:5])
    assert BREST.source is not None
    assert BREST.source in place.alt
    tops = [text.y for text in texts]
    assert tops == sorted(tops)
    if size[0] >= 300:
        shown = " ".join(text.text for text in texts)
        assert "Treffen deutscher und sowjetischer Soldaten" in shown
        assert "www.bild.bundesarchiv.de" in shown
        assert f"{words.source}{words.colon} {BREST.source}" in shown
        assert BREST.alt in shown


def test_a_place_too_narrow_for_words_has_none() -> None:
    place = missing_picture(BREST, 57, 24, EDITORIAL, labels("ru"))
    assert not [shape for shape in place.shapes if isinstance(shape, Label)]
    assert BREST.source is not None
    assert BREST.source in place.alt


def test_a_file_that_was_not_found_is_named() -> None:
    place = missing_picture(replace(BREST, file="brest.jpg"), 480, 200, EDITORIAL, labels("en"))
    shown = [shape.text for shape in place.shapes if isinstance(shape, Label)]
    assert shown[0] == "PICTURE NOT FOUND"
    assert "brest.jpg" in shown


def test_a_place_without_any_words_of_its_own() -> None:
    bare = Image("x", ("images", "x"))
    place = missing_picture(bare, 300, 120, EDITORIAL, labels("en"))
    assert place.alt == "A picture will go here."
