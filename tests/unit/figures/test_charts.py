"""Charts: lengths in proportion, words where they belong, patterns that a copier keeps, and all of it in words."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from builders.figures.chart_scale import scale
from builders.figures.chart_style import look, quiet
from builders.figures.charts import alternative, page_charts, slide_charts
from builders.figures.drawing import Drawing, Label, Line, LineTo, Move, Path, Rect
from builders.figures.looks import Look
from builders.figures.ops import contrast
from builders.figures.pictures import content, proportion
from builders.lesson.charts import MOST_SERIES, ChartKind
from builders.lesson.model import Image
from builders.theme.tokens import EDITORIAL
from tests.unit.figures.chart_samples import chart, t

PALETTE = EDITORIAL.palette
FATES = [("Sent home", ["18.3", "57.8"]), ("Army", ["42.8", "19.1"]), ("Elsewhere", ["", "2.1"])]
TWO = chart(FATES, ["Prisoners", "All"])
YEARS = chart([("1939", ["12"]), ("1940", ["24"]), ("1941", ["6"])])


def page(shown: object, language: str = "en") -> Drawing:
    [drawing] = page_charts(shown, 440.0, EDITORIAL, language)  # type: ignore[arg-type]
    return drawing


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def edges(drawing: Drawing) -> list[Rect]:
    return [shape for shape in drawing.shapes if isinstance(shape, Rect)]


def test_bars_that_lie_are_as_long_as_their_numbers() -> None:
    bars = edges(page(TWO))
    values = [18.3, 57.8, 42.8, 19.1, 2.1]
    assert [bar.width / value for bar, value in zip(bars, values, strict=True)] == pytest.approx(
        [bars[0].width / 18.3] * 5, rel=1e-3
    )
    assert len({bar.x for bar in bars}) == 1
    assert len({bar.height for bar in bars}) == 1


def test_bars_of_years_stand_and_are_as_high_as_their_numbers() -> None:
    bars = edges(page(YEARS))
    assert [bar.height for bar in bars] == pytest.approx([bars[0].height * n for n in (1, 2, 0.5)], rel=1e-3)
    assert [bar.y + bar.height for bar in bars] == pytest.approx([bars[0].y + bars[0].height] * 3)
    assert len({bar.width for bar in bars}) == 1


def test_numbers_and_names_stand_at_the_bars_and_nothing_is_a_legend() -> None:
    drawing = page(TWO)
    assert texts(drawing) == [
        "Prisoners", "18.3", "All", "57.8", "42.8", "19.1", "2.1", "Sent home", "Army", "Elsewhere",
    ]  # fmt: skip
    lines = [shape for shape in drawing.shapes if isinstance(shape, Line)]
    assert len(lines) == 1, "a baseline, and no grid where the numbers are printed"


def test_numbers_are_written_as_the_language_does() -> None:
    shown = chart([("Köln", ["1234.50"]), ("Wjasma", ["-3"])])
    assert texts(page(shown, "de"))[:2] == ["1.234,50", "−3"]
    assert texts(page(shown, "ru"))[:2] == ["1\u00a0234,50", "−3"]


def test_the_highlighted_bar_alone_has_the_accent() -> None:
    fills = [bar.fill for bar in edges(page(chart(FATES[:2], ["A", "B"][:1], highlight=1)))]
    assert fills == [PALETTE.hairline, PALETTE.accent]
    assert {bar.fill for bar in edges(page(chart(FATES[:2], ["A"])))} == {PALETTE.accent}


def test_series_are_told_apart_without_colour() -> None:
    for looks in ([look(s) for s in range(MOST_SERIES)], [quiet(s, 3) for s in range(3)]):
        for one, other in itertools.combinations(looks, 2):
            fills = getattr(PALETTE, one.fill), getattr(PALETTE, other.fill)
            solid = one.pattern == other.pattern == "solid"
            assert (
                one.pattern != other.pattern
                or (solid and contrast(*fills) > 1.5)
                or (one.fill, one.pattern)
                != (
                    other.fill,
                    other.pattern,
                )
            )
    lines = [(look(s).dash, look(s).marker, look(s).open) for s in range(MOST_SERIES)]
    assert len(set(lines)) == MOST_SERIES
    assert all(contrast(getattr(PALETTE, look(s).edge), PALETTE.paper) >= 3 for s in range(MOST_SERIES))


def test_hatching_stays_inside_its_bar() -> None:
    drawing = page(TWO)
    bars = [bar for bar in edges(drawing) if bar.fill is None]
    hatches = [shape for shape in drawing.shapes if isinstance(shape, Path)]
    assert len(hatches) == len(bars) == 3
    for bar, hatch in zip(bars, hatches, strict=True):
        points = [(s.x, s.y) for s in hatch.segments if isinstance(s, Move | LineTo)]
        assert all(bar.x - 0.01 <= x <= bar.x + bar.width + 0.01 for x, _ in points)
        assert all(bar.y - 0.01 <= y <= bar.y + bar.height + 0.01 for _, y in points)


def test_a_line_breaks_where_there_is_no_number() -> None:
    shown = chart([("1939", ["1"]), ("1940", ["2"]), ("1941", [""]), ("1942", ["3"])], kind=ChartKind.LINE)
    [line] = [s for s in page(shown).shapes if isinstance(s, Path) and s.fill is None]
    assert [type(segment) for segment in line.segments] == [Move, LineTo, Move]


def test_names_stand_at_the_ends_of_lines_apart() -> None:
    shown = chart([("1939", ["1", "9"]), ("1940", ["5", "5.1"])], ["Germany", "Britain"], kind=ChartKind.LINE)
    ends = [s for s in page(shown).shapes if isinstance(s, Label) and s.text in ("Germany 5", "Britain 5.1")]
    assert [end.text for end in ends] == ["Britain 5.1", "Germany 5"]
    assert ends[1].y - ends[0].y >= ends[0].size * 1.2
    assert ends[0].x > max(s.x for s in page(shown).shapes if isinstance(s, Label) and s.text == "1939")


def test_no_line_of_the_axis_runs_through_a_name() -> None:
    rows = [("1939", ["800", "302.5"]), ("1940", ["1995", "572"]), ("1941", ["", "812"])]
    drawing = page(chart(rows, ["Soviet Union", "Germany"], kind=ChartKind.LINE))
    [name] = [s for s in drawing.shapes if isinstance(s, Label) and s.text == "Soviet Union 1,995"]
    lines = [s for s in drawing.shapes if isinstance(s, Line) and 0 <= name.y - s.y1 < name.size]
    assert len(lines) == 2, "the line of 2,000, on both sides of the name"
    assert lines[0].x2 < name.x < lines[1].x1


@pytest.mark.parametrize(
    ("values", "kind", "ticks"),
    [
        (["57.8", "2.1"], ChartKind.BAR, "0 20 40 60"),
        (["950", "1000"], ChartKind.BAR, "0 500 1000"),
        (["950", "1000"], ChartKind.LINE, "950 960 970 980 990 1000"),
        (["-3", "4"], ChartKind.LINE, "-4 -2 0 2 4"),
        (["0", "0"], ChartKind.BAR, "0 0.5 1.0"),
        (["0.00001", "0.00004"], ChartKind.LINE, "0 0.00002 0.00004"),
        (["-9", "-8"], ChartKind.BAR, "-10 -5 0"),
    ],
)
def test_axes_have_round_numbers_and_bars_begin_at_zero(
    values: list[str], kind: ChartKind, ticks: str
) -> None:
    axis = scale(chart([(f"R{n}", [value]) for n, value in enumerate(values)], kind=kind))
    assert [Decimal(tick) for tick in ticks.split()] == list(axis.ticks)
    assert (axis.low, axis.high) == (axis.ticks[0], axis.ticks[-1])


def test_a_chart_is_said_in_words_with_all_its_numbers() -> None:
    said = alternative(chart(FATES, ["Prisoners", "All"], title=t("Returned"), unit=t("per cent")), "en")
    assert said == (
        "Chart: Returned · per cent. Sent home: Prisoners 18.3, All 57.8; Army: Prisoners 42.8, All 19.1; "
        "Elsewhere: Prisoners no value, All 2.1."
    )
    assert alternative(YEARS, "fr") == "Graphique\u00a0: 1939\u00a0: 12; 1940\u00a0: 24; 1941\u00a0: 6."


def test_forty_names_continue_with_one_scale() -> None:
    shown = chart([(f"Place {n}", [str(n + 1)]) for n in range(40)], highlight=3)
    parts = page_charts(shown, 440.0, EDITORIAL, "en")
    assert len(parts) > 1
    bars = [bar for part in parts for bar in edges(part)]
    assert [bar.width / (n + 1) for n, bar in enumerate(bars)] == pytest.approx(
        [bars[0].width] * 40, rel=2e-2
    )
    assert [n for n, bar in enumerate(bars) if bar.fill == PALETTE.accent] == [3]
    assert [n for part in parts for n in range(40) if f"Place {n}:" in part.alt] == list(range(40))


def test_slides_have_large_type_and_all_of_the_room() -> None:
    for shown in (TWO, YEARS, chart(FATES, ["A", "B"], kind=ChartKind.LINE)):
        frames = slide_charts(shown, 848.0, 300.0, EDITORIAL, "en")
        assert all(frame.size >= 14 and frame.height <= 300 for frame in frames)
    many = chart([(f"Place {n}", ["1", "2", "3"]) for n in range(40)], ["A", "B", "C"])
    frames = slide_charts(many, 848.0, 300.0, EDITORIAL, "en")
    assert [frame.part for frame in frames] == [(n, len(frames)) for n in range(1, len(frames) + 1)]
    assert sum(len(frame.chart.categories) for frame in frames) == 40
    assert len({(frame.left, frame.right, frame.scale) for frame in frames}) == 1


@pytest.mark.parametrize("medium", ["page", "slide", "night"])
@pytest.mark.parametrize("box", [(440.0, 300.0), (500.0, 468.0), (300.0, 120.0)])
def test_an_image_can_be_a_chart(medium: str, box: tuple[float, float]) -> None:
    shown = chart(
        FATES, ["Prisoners", "All"], highlight=0, title=t("What became of them"), unit=t("per cent")
    )
    image = Image("fates", ("images", "fates"), chart=shown)
    look = Look(EDITORIAL, "en", medium)  # type: ignore[arg-type]
    drawn = content(image, *box, 150, look)
    assert isinstance(drawn, Drawing)
    assert drawn.width <= box[0] + 0.01 and drawn.height <= box[1] + 0.01
    assert proportion(image)
    assert {"What became of them", "per cent", "57.8", "Sent home"} <= set(texts(drawn))
    assert "Sent home: Prisoners 18.3, All 57.8" in drawn.alt
    accent = PALETTE.accent_on_night if medium == "night" else PALETTE.accent
    told = [value for value in shown.series[0].values if value is not None]
    assert [bar.fill for bar in edges(drawn)].count(accent) == len(told), (
        "a series looks the same in every row"
    )
    bold = {label.text for label in drawn.shapes if isinstance(label, Label) and label.face.bold}
    assert {"Sent home", "57.8"} <= bold and not {"Army", "42.8"} & bold
    ground = PALETTE.night if medium == "night" else PALETTE.paper
    assert all(contrast(label.color, ground) >= 4.5 for label in drawn.shapes if isinstance(label, Label))


def test_a_chart_of_forty_rows_goes_into_any_box_as_an_image() -> None:
    image = Image("many", ("images", "many"), chart=chart([(f"Place {n}", [str(n)]) for n in range(1, 41)]))
    drawn = content(image, 440, 300, 150, Look(EDITORIAL, "en"))
    assert isinstance(drawn, Drawing)
    assert drawn.height <= 300.01 and len(edges(drawn)) == 40
