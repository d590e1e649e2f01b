"""Charts on the page: vectors in one Figure with its alternative text; PDF/UA and PDF/A, says veraPDF."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pikepdf
import pytest

from builders.handout.plan import handout
from builders.lesson.charts import ChartKind
from builders.lesson.model import Chart, Lesson, Paper, Section
from builders.pdf.render import render
from builders.theme.tokens import EDITORIAL
from tests.conftest import need
from tests.tools.verapdf import faults
from tests.unit.figures.chart_samples import chart, some_chart, t

BARS = chart(
    [("Sent home", ["57.8", "18.3"]), ("Army", ["19.1", "42.8"])],
    ["All", "Prisoners"],
    title=t("Of whom?"),
    caption=t("By March 1946."),
    highlight=0,
)
LINE = chart([("1939", ["1"]), ("1940", [""]), ("1941", ["3"])], kind=ChartKind.LINE)


def printed(*charts: Chart) -> bytes:
    sections = tuple(Section(t(f"Part {n}"), ("sections", n), blocks=(one,)) for n, one in enumerate(charts))
    return render(handout(Lesson("charts", t("Charts"), sections=sections), EDITORIAL, Paper.A4)).data


def figures(data: bytes) -> list[pikepdf.Dictionary]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            pikepdf.Dictionary(Alt=str(item["/Alt"]))
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]


def test_a_chart_is_one_figure_that_says_all_its_numbers() -> None:
    found = [str(figure["/Alt"]) for figure in figures(printed(BARS, LINE))]
    assert found == [
        "Chart: Of whom?. Sent home: All 57.8, Prisoners 18.3; Army: All 19.1, Prisoners 42.8.",
        "Chart: 1939: 1; 1940: no value; 1941: 3.",
    ]


def test_a_chart_is_drawn_in_vectors() -> None:
    with pikepdf.open(io.BytesIO(printed(BARS, LINE))) as pdf:
        assert not [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert printed(BARS, LINE) == printed(BARS, LINE)


@pytest.mark.tools
def test_charts_are_accessible_and_archivable(tmp_path: Path) -> None:
    need(["java"])
    dice = random.Random("pages")
    path = tmp_path / "charts.pdf"
    path.write_bytes(printed(BARS, LINE, *(some_chart(dice) for _ in range(20))))
    assert faults([path]) == {"charts.pdf": []}
