"""DrawingML from runs, levels and drawings: escaped, in the right language, well-formed."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from babel.core import get_global

from builders.deck.drawing_xml import drawing_xml
from builders.deck.markup import NAMESPACES, USUAL, attribute, escape, office_language, paragraph, run
from builders.deck.slides import DrawingShape, Level, Paragraph, PictureShape, Run
from builders.figures.drawing import (
    Card,
    CardLine,
    Close,
    CurveTo,
    Drawing,
    Ellipse,
    Label,
    Line,
    LineTo,
    Move,
    Path,
    Picture,
    Rect,
    Shape,
    Stroke,
)
from builders.theme.faces import Face, Family
from builders.theme.tokens import EDITORIAL

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
FACE = Face(Family.CALIBRI)
STROKE = Stroke("1c1b19", 2.0, (6.0, 3.0), "round", "bevel")


def parsed(xml: str) -> ET.Element:
    return ET.fromstring(f"<x {NAMESPACES}>{xml}</x>")


def test_text_is_escaped_and_illegal_characters_are_replaced() -> None:
    assert escape('a < b & "c"') == "a &lt; b &amp; &quot;c&quot;"
    assert escape("a\x00b\x0bc\ud800d\ufffe") == "a\ufffdb\ufffdc\ufffdd\ufffd"
    assert attribute(" two\n lines ") == "two lines"


@pytest.mark.parametrize(
    ("tag", "office"),
    [
        ("en", "en-US"),
        ("ru", "ru-RU"),
        ("uk", "uk-UA"),
        ("de-AT", "de-AT"),
        ("ru-Latn", "ru-Latn"),
        ("qqq", "qqq"),
    ],
)
def test_bare_languages_get_their_usual_region(tag: str, office: str) -> None:
    assert office_language(tag) == office


def test_the_usual_regions_are_those_of_cldr() -> None:
    likely = get_global("likely_subtags")
    assert {tag: likely[tag].split("_")[-1] for tag in USUAL} == USUAL


def test_a_run_says_its_language_and_the_decks() -> None:
    root = parsed(
        run(Run("Ни шагу", "ru", bold=True, link="https://x.org", ink="accent"), "en", lambda url: "rId7")
    )
    properties = root.find(f"{A}r/{A}rPr")
    assert properties is not None
    assert properties.attrib == {"lang": "ru-RU", "altLang": "en-US", "b": "1", "dirty": "0"}
    assert [child.tag for child in properties] == [f"{A}solidFill", f"{A}hlinkClick"]
    assert "altLang" not in run(Run("x", "en"), "en", lambda url: "")


def test_lists_go_on_where_they_stopped() -> None:
    levels = (Level("text", 24, bullet="1.", indent=30, hang=30),)
    number = parsed(paragraph(Paragraph((Run("x", "en"),), start=4), "en", lambda url: "", levels))
    found = number.find(f"{A}p/{A}pPr/{A}buAutoNum")
    assert found is not None
    assert found.get("startAt") == "4"
    goes_on = parsed(paragraph(Paragraph((Run("x", "en"),), continued=True), "en", lambda url: "", levels))
    assert goes_on.find(f"{A}p/{A}pPr/{A}buNone") is not None


SHAPES: tuple[Shape, ...] = (
    Rect(0, 0, 10, 5, "eeece6", None),
    Ellipse(5, 5, 3, 2, None, STROKE),
    Line(10, 20, 0, 5, STROKE),
    Path((Move(0, 0), LineTo(10, 0), CurveTo(10, 5, 5, 10, 0, 10), Close()), "9e2a2b", STROKE),
    Path((Move(3, 3), LineTo(3, 3)), None, STROKE),
    Label(5, 10, "Łódź & more", FACE, 12, "123456", "middle", 90.0, 1.5),
    Card(
        1, 2, 60, 40, (CardLine("1939", FACE, 14, "9e2a2b", True), CardLine("War", FACE, 14, "1c1b19", True))
    ),
    Card(1, 2, 60, 40, (CardLine("1945", FACE, 14, "9e2a2b", True),), "top", "eeece6", 6.0, "right"),
    Picture(60, 10, 30, 20, b"a picture", "png", "A bridge"),
)


def embedded(picture: PictureShape) -> str:
    return f"rId{len(picture.data)}"


def test_a_drawing_is_one_group_that_says_what_is_seen() -> None:
    drawing = Drawing(100, 60, SHAPES, "A chart & a line")
    xml, free = drawing_xml(DrawingShape(30, 40, drawing, "Chart"), 5, EDITORIAL, "en", embedded)
    group = parsed(xml)[0]
    assert group.tag == f"{P}grpSp"
    ids = [int(element.get("id", "0")) for element in group.iter(f"{P}cNvPr")]
    assert ids == list(range(5, free))
    first = next(group.iter(f"{P}cNvPr"))
    assert (first.get("name"), first.get("descr")) == ("Chart", "A chart & a line")
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    assert frame is not None
    off, ext, child_off, child_ext = (dict(child.attrib) for child in frame)
    assert (
        (off, ext)
        == (child_off, child_ext)
        == ({"x": "381000", "y": "508000"}, {"cx": "1270000", "cy": "762000"})
    )
    assert len(list(group.iter(f"{A}custGeom"))) == 2
    (picture,) = group.iter(f"{P}pic")
    assert [(one.get("name"), one.get("descr")) for one in picture.iter(f"{P}cNvPr")] == [
        ("Picture 14", "A bridge")
    ]
    assert 'r:embed="rId9"' in xml
    assert [one.get("lIns") for one in group.iter(f"{A}bodyPr")] == ["0", "0", "76200"]
    assert [one.get("algn") for one in group.iter(f"{A}pPr")] == ["ctr", "r"]
    assert [line.get("w") for line in group.iter(f"{A}ln") if line.get("w")] == ["25400"] * 4


def test_an_ornament_is_marked_as_one() -> None:
    drawing = Drawing(10, 10, (Rect(0, 0, 10, 10, "9e2a2b"),), "")
    xml, free = drawing_xml(
        DrawingShape(0, 0, drawing, "Rule", decorative=True), 3, EDITORIAL, "en", embedded
    )
    assert free == 4
    shape = parsed(xml)[0]
    assert shape.tag == f"{P}sp"
    assert "decorative" in xml
    assert next(shape.iter(f"{P}cNvPr")).get("descr") is None


def test_a_line_that_rises_is_flipped() -> None:
    drawing = Drawing(10, 10, (Line(0, 10, 10, 0, STROKE),), "x")
    xml, _ = drawing_xml(DrawingShape(0, 0, drawing, "Line"), 2, EDITORIAL, "en", embedded)
    assert 'flipV="1"' in xml
    assert "flipH" not in xml


def test_a_turned_label_turns_about_its_anchor() -> None:
    """At 180° the box lies to the left of its anchor, upside down: its middle is the anchor's mirror image."""
    places = []
    for angle in (0.0, 180.0):
        drawing = Drawing(100, 100, (Label(50, 50, "Text", FACE, 10, "1c1b19", rotation=angle),), "x")
        xml, _ = drawing_xml(DrawingShape(0, 0, drawing, "Label"), 2, EDITORIAL, "en", embedded)
        frame = parsed(xml).find(f".//{A}xfrm")
        assert frame is not None
        (off, ext) = frame
        x, y, width, height = (
            int(v) / 12700 for v in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")) if v
        )
        places.append((x + width / 2 - 50, y + height / 2 - 50))
    (x0, y0), (x1, y1) = places
    assert (x1, y1) == pytest.approx((-x0, -y0), abs=0.01)
