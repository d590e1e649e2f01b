"""Charts in the deck: native, valid, read back number by number, their workbooks opened, the same bytes each time."""

from __future__ import annotations

import io
import random
import re
import xml.etree.ElementTree as ET
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from builders.deck.chart_workbook import workbook
from builders.deck.plan import plan
from builders.deck.slides import ChartShape, DeckPlan, DrawingShape
from builders.deck.write import write
from builders.lesson.charts import Chart, ChartKind
from builders.lesson.model import Image, ImageBlock, Lesson, Section, plain
from builders.theme.tokens import EDITORIAL
from tests.outputs.deck.overflow import problems
from tests.outputs.deck.printing import printed
from tests.unit.figures.chart_samples import chart, some_chart, t

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FATES = chart(
    [
        ("Sent home", ["57.8", "18.3"]),
        ("Taken (back) into the army", ["19.1", "42.8"]),
        ("Elsewhere", ["2", ""]),
    ],
    ["All 4.2 million", "1.54 million prisoners of war"],
    highlight=0,
    title=t("Of whom?"),
    unit=t("per cent"),
    subject=t("Fate"),
    caption=t("By March 1946."),
)
PLANES = chart(
    [(str(1939 + n), [str(8 + n * 3), f"{10.5 + n * 2}", "7"]) for n in range(6)],
    ["Germany", "Soviet Union", "Britain"],
    kind=ChartKind.LINE,
    highlight=2,
)
YEARS = chart([("1939", ["120"]), ("1940", [""]), ("1941", ["1250.5"])], unit=t("thousands of men"))
GROUPS = chart([("1939", ["1", "2"]), ("1940", ["3", "4"])], ["Steel & iron", "Stone <cut>"])
BELOW = chart([("North", ["-3", "4"]), ("South", ["2", "-1.5"])], ["Gain", "Loss"])
MANY = chart([(f"Place number {n}", [str(n * 131 + 1000)]) for n in range(40)], highlight=7)
CENTURY = chart([(str(1900 + n), [str(n % 7 + 900)]) for n in range(40)])
SHOWN = (FATES, PLANES, YEARS, GROUPS, BELOW, MANY, CENTURY)


@cache
def deck(charts: tuple[Chart, ...] = SHOWN, language: str = "en") -> DeckPlan:
    sections = tuple(Section(t(f"Part {n}"), ("sections", n), blocks=(one,)) for n, one in enumerate(charts))
    return plan(Lesson("charts", t("Charts"), language=language, sections=sections), EDITORIAL, "student")[0]


@cache
def written() -> bytes:
    return write(deck())


def shapes(planned: DeckPlan) -> list[ChartShape]:
    return [shape for slide in planned.slides for shape in slide.shapes if isinstance(shape, ChartShape)]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_audit_finds_nothing(tmp_path: Path) -> None:
    dice = random.Random("decks")
    for name, data in (
        ("shown", written()),
        ("random", write(deck(tuple(some_chart(dice) for _ in range(24)), "ru"))),
    ):
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(data)
        assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_python_pptx_reads_every_number_back() -> None:
    presentation = Presentation(io.BytesIO(written()))
    found = [shape for slide in presentation.slides for shape in slide.placeholders if shape.has_chart]
    assert len(found) == len(shapes(deck()))
    for shape, planned in zip(found, shapes(deck()), strict=True):
        shown = planned.frame.chart
        [plot] = shape.chart.plots
        assert list(plot.categories) == [plain(category) for category in shown.categories]
        for series, wanted in zip(plot.series, shown.series, strict=True):
            values = [None if value is None else Decimal(repr(value)) for value in series.values]
            assert values == [None if value is None else value.normalize() + 0 for value in wanted.values]
            assert not wanted.name or series.name == plain(wanted.name)
        assert shape._element.xpath("./p:nvGraphicFramePr/p:cNvPr/@descr")[0] == planned.alt
        assert plain(shown.categories[0]) in planned.alt
    kinds = [shape.chart.chart_type for shape in found[:5]]
    assert kinds == [
        XL_CHART_TYPE.BAR_CLUSTERED,
        XL_CHART_TYPE.LINE_MARKERS,
        XL_CHART_TYPE.COLUMN_CLUSTERED,
        XL_CHART_TYPE.COLUMN_CLUSTERED,
        XL_CHART_TYPE.BAR_CLUSTERED,
    ]


def cells(data: bytes) -> dict[str, str]:
    """The cells of a workbook's first sheet by their names."""
    files = parts(data)
    shared = [
        "".join(item.itertext()) for item in ET.fromstring(files["xl/sharedStrings.xml"]).iter(f"{SHEET}si")
    ]
    found = {}
    for cell in ET.fromstring(files["xl/worksheets/sheet1.xml"]).iter(f"{SHEET}c"):
        value = cell.find(f"{SHEET}v")
        if value is not None and value.text is not None:
            found[str(cell.get("r"))] = shared[int(value.text)] if cell.get("t") == "s" else value.text
    return found


def test_each_chart_has_a_workbook_with_its_numbers() -> None:
    files = parts(written())
    sheets = sorted(
        (name for name in files if name.endswith(".xlsx")), key=lambda name: int(re.findall(r"\d+", name)[0])
    )
    assert len(sheets) == len(shapes(deck()))
    first = cells(files[sheets[0]])
    assert first == {
        "A1": "Fate", "B1": "All 4.2 million", "C1": "1.54 million prisoners of war",
        "A2": "Sent home", "B2": "57.8", "C2": "18.3",
        "A3": "Taken (back) into the army", "B3": "19.1", "C3": "42.8",
        "A4": "Elsewhere", "B4": "2",
    }  # fmt: skip
    assert cells(files[sheets[2]])["B1"] == "thousands of men"
    types = files["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert f'<Default Extension="xlsx" ContentType="{kind}"/>' in types
    for n in range(1, len(sheets) + 1):
        chart_part = ET.fromstring(files[f"ppt/charts/chart{n}.xml"])
        relation = chart_part.find(f"{C}externalData")
        assert relation is not None
        rels = files[f"ppt/charts/_rels/chart{n}.xml.rels"].decode()
        assert f'Target="../embeddings/Microsoft_Excel_Worksheet{n}.xlsx"' in rels
        # What the chart refers to is where the workbook has it.
        sheet = cells(files[f"ppt/embeddings/Microsoft_Excel_Worksheet{n}.xlsx"])
        for reference in chart_part.iter(f"{C}tx"):
            formula, name = reference.find(f".//{C}f"), reference.find(f".//{C}v")
            assert formula is not None and formula.text is not None and name is not None
            assert sheet[formula.text.removeprefix("Sheet1!").replace("$", "")] == name.text


def test_a_workbook_never_holds_a_formula() -> None:
    shown = chart([("=1+1", ["1"]), ("https://example.org", ["2"])], ["=cmd|' /C calc'!A0"])
    data = workbook(shown, ("=cmd|' /C calc'!A0",))
    assert cells(data)["A2"] == "=1+1"
    assert b"<f>" not in parts(data)["xl/worksheets/sheet1.xml"]
    assert not [name for name in parts(data) if "_rels/sheet" in name]


def test_a_workbook_is_the_same_each_time_and_has_no_date_of_its_own() -> None:
    names = ("A", "B")
    assert workbook(FATES, names) == workbook(FATES, names)
    with zipfile.ZipFile(io.BytesIO(workbook(FATES, names))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4}-[^<]*)<", core) == ["2000-01-01T00:00:00Z"] * 2
    assert write(deck()) == written()


def test_type_is_large_and_every_colour_is_the_themes() -> None:
    for name, data in parts(written()).items():
        if re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
            root = ET.fromstring(data)
            sizes = [int(str(item.get("sz"))) for item in root.iter(f"{A}defRPr")]
            assert sizes and min(sizes) >= 1400
            assert not list(root.iter(f"{A}srgbClr"))
            assert {item.get("typeface") for item in root.iter(f"{A}latin")} == {"+mn-lt"}


def test_names_stand_at_what_they_name_and_patterns_tell_series_apart() -> None:
    files = parts(written())
    lying, lines, _, groups = (ET.fromstring(files[f"ppt/charts/chart{n}.xml"]) for n in (1, 2, 3, 4))
    assert not list(lying.iter(f"{C}legend")) and not list(lines.iter(f"{C}legend"))
    assert len(list(groups.iter(f"{C}legend"))) == 1, "bars that stand can't carry their names"
    for root, count in ((lying, 2), (lines, 3)):
        named = [item for item in root.iter(f"{C}showSerName") if item.get("val") == "1"]
        assert len(named) == count
    assert list(lying.iter(f"{A}pattFill"))
    series = list(lines.iter(f"{C}ser"))
    assert len({str(one.find(f"{C}marker/{C}symbol").get("val")) for one in series}) == 3  # type: ignore[union-attr]


def test_bars_begin_at_zero_and_parts_have_one_scale() -> None:
    files = parts(written())
    scales = []
    for n, shape in enumerate(shapes(deck()), 1):
        axis = ET.fromstring(files[f"ppt/charts/chart{n}.xml"]).find(f".//{C}valAx/{C}scaling")
        assert axis is not None
        least, most = axis.find(f"{C}min"), axis.find(f"{C}max")
        if shape.frame.chart.kind is ChartKind.BAR:
            assert least is not None and float(str(least.get("val"))) <= 0
        if shape.frame.part[1] > 1:
            assert most is not None
            scales.append(most.get("val"))
    assert len(scales) > 1 and len(set(scales)) == 1


def test_an_image_that_is_a_chart_opens_the_deck_and_is_native_on_its_slide() -> None:
    image = Image("fates", ("images", "fates"), title=t("Of whom?"), chart=FATES, own=True)
    section = Section(t("Part"), ("sections", 0), blocks=(ImageBlock(image, ("sections", 0, "content", 0)),))
    lesson = Lesson("one", t("One"), figure=image, images=(image,), sections=(section,))
    cover, *others = plan(lesson, EDITORIAL, "student")[0].slides
    [drawn] = [shape for shape in cover.shapes if isinstance(shape, DrawingShape)]
    assert "Sent home: All 4.2 million 57.8" in drawn.drawing.alt
    assert len([shape for slide in others for shape in slide.shapes if isinstance(shape, ChartShape)]) == 1


def test_one_is_told_when_a_chart_takes_many_slides() -> None:
    def codes(shown: Chart) -> list[str]:
        section = Section(t("Part"), ("sections", 0), blocks=(shown,))
        return [
            found.code
            for found in plan(Lesson("one", t("One"), sections=(section,)), EDITORIAL, "student")[1]
        ]

    assert (codes(MANY), codes(FATES)) == (["many-slides"], [])


@pytest.mark.tools
def test_libreoffice_paints_every_name_and_number_inside_the_chart(tmp_path: Path) -> None:
    assert problems(deck(), printed(written(), tmp_path).read_bytes()) == []
