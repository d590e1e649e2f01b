"""Any chart: words apart and inside the box, bars in proportion, no number lost, the same each time."""

from __future__ import annotations

import itertools
import random

import pytest

from builders.figures.chart_draw import draw
from builders.figures.chart_fit import frames
from builders.figures.charts import alternative, page_charts, slide_charts
from builders.figures.crop import Box, bounds
from builders.figures.drawing import Drawing, Label
from builders.lesson.charts import Chart, ChartKind
from builders.lesson.labels import LANGUAGES
from builders.lesson.model import plain
from builders.theme.measure import advance
from builders.theme.tokens import EDITORIAL
from tests.unit.figures.chart_samples import some_chart

CASES, PER_CASE = 20, 15


def charts(case: int) -> list[tuple[Chart, str, float]]:
    dice = random.Random(f"charts {case}")
    return [
        (some_chart(dice), dice.choice(LANGUAGES), dice.choice((440.0, 368.0, 300.0)))
        for _ in range(PER_CASE)
    ]


def box(label: Label) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a label's letters: from the height of capitals to a little below the line."""
    width = advance(label.text, label.face, label.size)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - 0.7 * label.size, left + width, label.y + 0.1 * label.size


def collisions(drawing: Drawing) -> list[tuple[str, str]]:
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    found = []
    for one, other in itertools.combinations(labels, 2):
        (l1, t1, r1, b1), (l2, t2, r2, b2) = box(one), box(other)
        if min(r1, r2) - max(l1, l2) > 0.5 and min(b1, b2) - max(t1, t2) > 0.5:
            found.append((one.text, other.text))
    return found


@pytest.mark.parametrize("case", range(CASES))
def test_words_are_apart_and_inside_the_box(case: int) -> None:
    for chart, language, width in charts(case):
        for drawing in page_charts(chart, width, EDITORIAL, language):
            room = Box(-0.6, -0.6, drawing.width + 0.6, drawing.height + 0.6)
            for shape in drawing.shapes:
                if isinstance(shape, Label):
                    left, top, right, bottom = box(shape)
                    assert left >= room.left and right <= room.right, (shape.text, chart)
                    assert top >= room.top and bottom <= room.bottom, (shape.text, chart)
                    assert shape.size >= 8
                else:
                    inside = bounds(shape)
                    assert inside.left >= -3 and inside.right <= drawing.width + 3, chart
            assert collisions(drawing) == [], chart


@pytest.mark.parametrize("case", range(CASES))
def test_no_number_and_no_name_is_lost(case: int) -> None:
    for chart, language, width in charts(case):
        drawings = page_charts(chart, width, EDITORIAL, language)
        said = " ".join(drawing.alt for drawing in drawings)
        assert all(plain(category) in said for category in chart.categories)
        assert all(plain(series.name) in said for series in chart.series)
        assert said.count("; ") + len(drawings) >= len(chart.categories)
        frames = slide_charts(chart, 848.0, 300.0, EDITORIAL, language)
        assert sum(len(frame.chart.categories) for frame in frames) == len(chart.categories)
        if frames[0].lying:
            painted = [s.text for d in drawings for s in d.shapes if isinstance(s, Label)]
            for frame in frames:
                assert all(text in painted for own in frame.texts for text in own if text)


@pytest.mark.parametrize("case", range(CASES))
def test_bars_are_in_proportion_on_every_slide(case: int) -> None:
    for chart, language, _ in charts(case):
        if chart.kind is ChartKind.LINE:
            continue
        for frame in slide_charts(chart, 848.0, 300.0, EDITORIAL, language):
            assert frame.size >= 14
            assert (
                frame.left <= frame.zero <= frame.right
                if frame.lying
                else frame.top <= frame.zero <= frame.bottom
            )
            values = [value for series in frame.chart.series for value in series.values if value]
            per = [(frame.at(value) - frame.zero) / float(value) for value in values]
            assert per == pytest.approx([per[0]] * len(per) if per else [], rel=1e-6)


def test_a_chart_is_drawn_the_same_each_time() -> None:
    for chart, language, width in charts(0):
        first = page_charts(chart, width, EDITORIAL, language)
        frames.cache_clear()
        assert page_charts(chart, width, EDITORIAL, language) == first
        whole = slide_charts(chart, 848.0, 300.0, EDITORIAL, language)[0]
        assert draw(whole, EDITORIAL.palette, alternative(chart, language)).shapes
