"""The PPTX as a package: valid, the same every time, read by python-pptx, with nothing in it that doesn't belong."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from builders.deck.plan import plan
from builders.deck.slides import Audience, DeckPlan, PictureShape
from builders.deck.write import write
from builders.lesson.model import Lesson
from builders.theme.tokens import EDITORIAL
from tests.unit.deck.samples import everything, stress, t

ROOT = Path(__file__).parents[3]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
LESSONS = {"everything": everything(), "stress": stress(), "short": Lesson("short", t("Only a title"))}


@cache
def planned(name: str, audience: Audience = "teacher") -> DeckPlan:
    return plan(LESSONS[name], EDITORIAL, audience)[0]


@cache
def written(name: str, audience: Audience = "teacher") -> bytes:
    return write(planned(name, audience))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def audit(data: bytes, folder: Path) -> list[str]:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("name", LESSONS)
@pytest.mark.parametrize("audience", ["teacher", "student"])
def test_the_audit_finds_nothing(name: str, audience: Audience, tmp_path: Path) -> None:
    assert audit(written(name, audience), tmp_path) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("ppt/slides/slide2.xml", b'<p:cNvPr id="3"', b'<p:cNvPr id="2"'),
        ("ppt/slides/slide2.xml", b"<a:bodyPr/>", b"<a:bodyPrx/><a:bodyPr/>"),
        ("ppt/slideMasters/slideMaster1.xml", b"2147483650", b"2147483649"),
        ("ppt/theme/theme1.xml", b"<a:dk2>", b"<a:dk3>"),
    ],
)
def test_the_audit_finds_what_is_broken(part: str, old: bytes, new: bytes, tmp_path: Path) -> None:
    files = parts(written("everything"))
    assert old in files[part]
    files[part] = (
        files[part].replace(old, new, 1).replace(b"</a:dk2>", b"</a:dk3>" if b"dk3" in new else b"</a:dk2>")
    )
    assert audit(packed(files), tmp_path)


@pytest.mark.parametrize("name", LESSONS)
def test_every_part_is_related_and_typed(name: str) -> None:
    files = parts(written(name))
    types = ET.fromstring(files["[Content_Types].xml"])
    overrides = {item.get("PartName") for item in types if item.tag.endswith("Override")}
    defaults = {item.get("Extension") for item in types if item.tag.endswith("Default")}
    targets = set()
    for path, data in files.items():
        if not path.endswith(".rels"):
            continue
        folder = Path(path).parent.parent
        ids = [relation.get("Id") for relation in ET.fromstring(data)]
        assert len(set(ids)) == len(ids)
        for relation in ET.fromstring(data):
            if relation.get("TargetMode") != "External":
                targets.add(os.path.normpath(folder / str(relation.get("Target")).lstrip("/")))
    content = {path for path in files if not path.endswith(".rels") and path != "[Content_Types].xml"}
    assert targets == content
    assert {f"/{path}" for path in content if path.endswith(".xml")} == overrides
    assert {Path(path).suffix[1:] for path in content} | {"rels", "xml"} == defaults


def test_the_zip_is_plain_and_in_order() -> None:
    with zipfile.ZipFile(io.BytesIO(written("everything"))) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {(info.create_system, info.external_attr) for info in infos} == {(3, 0o600 << 16)}
    for info in infos:
        stored = info.filename.endswith((".png", ".jpg", ".xlsx"))
        assert info.compress_type == (zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
        assert not info.extra
    slides = [info.filename for info in infos if re.fullmatch(r"ppt/slides/slide\d+\.xml", info.filename)]
    assert slides == [f"ppt/slides/slide{n}.xml" for n in range(1, len(slides) + 1)]


def test_the_same_lesson_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    code = (
        "import hashlib, sys; from builders.deck.plan import plan; from builders.deck.write import write;"
        "from builders.theme.tokens import EDITORIAL; from tests.unit.deck.samples import everything;"
        "sys.stdout.write(hashlib.sha256(write(plan(everything(), EDITORIAL, 'teacher')[0])).hexdigest())"
    )
    found = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("77", "America/Lima")):
        env = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": "C",
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
        }
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
        )
        found.add(done.stdout)
    assert len(found) == 1
    assert written("everything") == write(plan(everything(), EDITORIAL, "teacher")[0])


def test_properties_say_what_the_lesson_says_and_no_date() -> None:
    files = parts(written("everything"))
    core = files["docProps/core.xml"].decode()
    for text in ("The Price of a Bridge", "Ann Teacher; Bob Teacher", "History", "bridge, debt", "en-US"):
        assert text in core
    assert "dcterms:created" not in core
    assert "dcterms:modified" not in core
    assert not any("thumbnail" in name.casefold() for name in files)


def test_equal_pictures_are_stored_once() -> None:
    lesson = everything()
    photo = lesson.sections[0].blocks[5]
    twice = replace(lesson, sections=(replace(lesson.sections[0], blocks=(photo, photo)),))
    deck = plan(twice, EDITORIAL, "teacher")[0]
    shown = [shape for slide in deck.slides for shape in slide.shapes if isinstance(shape, PictureShape)]
    media = [name for name in parts(write(deck)) if name.startswith("ppt/media/")]
    assert len(shown) == 2
    assert media == ["ppt/media/image1.png"]


def test_python_pptx_reads_it_and_saves_it_again() -> None:
    deck = planned("everything")
    presentation = Presentation(io.BytesIO(written("everything")))
    assert (presentation.slide_width, presentation.slide_height) == (12192000, 6858000)
    assert len(presentation.slides) == len(deck.slides)
    for slide, wanted in zip(presentation.slides, deck.slides, strict=True):
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text == wanted.title
        assert slide.slide_layout.name == deck.layouts.layout(wanted.layout).name
        assert slide.has_notes_slide == bool(wanted.notes)
        if wanted.notes:
            frame = slide.notes_slide.notes_text_frame
            assert frame is not None
            assert frame.text == "\n".join("".join(run.text for run in item.runs) for item in wanted.notes)
        for shape in slide.placeholders:
            assert shape.placeholder_format.idx in {
                h.placeholder_format.idx for h in slide.slide_layout.placeholders
            }
    again = io.BytesIO()
    presentation.save(again)
    assert len(Presentation(io.BytesIO(again.getvalue())).slides) == len(deck.slides)


def test_layouts_have_real_placeholders() -> None:
    presentation = Presentation(io.BytesIO(written("everything")))
    kinds = {
        shape.placeholder_format.type
        for layout in presentation.slide_layouts
        for shape in layout.shapes
        if shape.is_placeholder
    }
    assert {
        PP_PLACEHOLDER.TITLE,
        PP_PLACEHOLDER.CENTER_TITLE,
        PP_PLACEHOLDER.SUBTITLE,
        PP_PLACEHOLDER.BODY,
        PP_PLACEHOLDER.OBJECT,
        PP_PLACEHOLDER.PICTURE,
        PP_PLACEHOLDER.TABLE,
        PP_PLACEHOLDER.FOOTER,
        PP_PLACEHOLDER.SLIDE_NUMBER,
    } <= kinds


def slides(data: bytes) -> list[ET.Element]:
    found = [
        (name, xml) for name, xml in parts(data).items() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
    ]
    return [ET.fromstring(xml) for _, xml in found]


@pytest.mark.parametrize("name", LESSONS)
def test_all_that_is_seen_can_be_heard(name: str) -> None:
    for slide in slides(written(name)):
        ids = [element.get("id") for element in slide.iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids)
        for frame in (*slide.iter(f"{P}pic"), *slide.iter(f"{P}graphicFrame")):
            assert next(frame.iter(f"{P}cNvPr")).get("descr")
        tree = slide.find(f"{P}cSld/{P}spTree")
        assert tree is not None
        for group in tree.findall(f"{P}grpSp"):
            about = next(group.iter(f"{P}cNvPr"))
            assert bool(about.get("descr")) != (b"decorative" in ET.tostring(about))
        first = next(shape for shape in tree if shape.tag == f"{P}sp")
        assert next(first.iter(f"{P}ph")).get("type") in ("title", "ctrTitle")
        for table in slide.iter(f"{A}tblPr"):
            # A list of names has no header: its first column says what each row is.
            assert "1" in (table.get("firstRow"), table.get("firstCol"))
        for grid in slide.iter(f"{A}tbl"):
            rows = [[cell.get("anchor") for cell in row.iter(f"{A}tcPr")] for row in grid.iter(f"{A}tr")]
            headed = next(grid.iter(f"{A}tblPr")).get("firstRow") == "1"
            assert (set(rows[0]) == {"b"}) == headed
            assert all("b" not in row for row in rows[1:])
        for own in tree.findall(f"{P}sp"):
            ornament = own.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None
            assert ornament == (b"decorative" in ET.tostring(own))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_run_says_its_language(language: str) -> None:
    deck = plan(replace(everything(), language=language), EDITORIAL, "teacher")[0]
    files = parts(write(deck))
    for name, xml in files.items():
        if re.match(r"ppt/(slides|notesSlides)/\w+\.xml", name):
            for run in ET.fromstring(xml).iter(f"{A}r"):
                properties = run.find(f"{A}rPr")
                assert properties is not None
                assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", properties.get("lang", ""))
    quote = next(xml for xml in files.values() if "Ни шагу".encode() in xml)
    assert b'lang="ru-RU"' in quote


def test_the_sections_list_every_slide_once() -> None:
    files = parts(written("everything"))
    root = ET.fromstring(files["ppt/presentation.xml"])
    listed = [item.get("id") for item in root.iter(f"{P}sldId")]
    in_sections = [item.get("id") for item in root.iter(f"{P14}sldId")]
    assert listed == in_sections
    names = [item.get("name") for item in root.iter(f"{P14}section")]
    assert names == [section.name for section in planned("everything").sections]
    keys = [item.get("id", "") for item in root.iter(f"{P14}section")]
    assert len(set(keys)) == len(keys)
    assert all(
        re.fullmatch(r"\{[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[0-9A-F]{4}-[0-9A-F]{12}\}", key)
        for key in keys
    )


def test_lesson_colours_and_fonts_are_the_themes() -> None:
    """Slides name slots, not colours and fonts, so that another theme changes them all."""
    for name, xml in parts(written("stress")).items():
        if re.match(r"ppt/(slides|slideLayouts|slideMasters)/\w+\.xml", name):
            fonts = set(re.findall(rb'<a:latin typeface="([^"]+)"', xml))
            assert fonts <= {b"+mj-lt", b"+mn-lt"}
            if b"grpSp>" not in xml:
                assert b"srgbClr" not in xml
    theme = parts(written("everything"))["ppt/theme/theme1.xml"]
    assert b'<a:latin typeface="Georgia"/>' in theme
    assert b'<a:latin typeface="Calibri"/>' in theme


def test_footers_are_never_empty() -> None:
    files = parts(written("everything"))
    for name, xml in files.items():
        if re.match(r"ppt/(slides|slideLayouts|slideMasters)/\w+\.xml", name):
            for shape in ET.fromstring(xml).iter(f"{P}sp"):
                holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
                if holder is not None and holder.get("type") == "ftr":
                    assert "".join(text.text or "" for text in shape.iter(f"{A}t")).strip()


def test_a_students_deck_has_no_notes_at_all() -> None:
    files = parts(written("everything", "student"))
    assert not any("notes" in name.casefold() for name in files)
    assert b"show=" not in b"".join(xml for name, xml in files.items() if name.startswith("ppt/slides/"))
