"""Any file behind a chart: read, or refused with a cure; never an exception, never more than a chart holds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.diagnostics import has_errors
from builders.lesson.charts import MOST_CATEGORIES, MOST_SERIES
from builders.lesson.model import Chart, Lesson
from builders.outline.read import read_lesson
from builders.source.tree import parse
from builders.source.world import MemoryWorld

OUTLINE = b"""title: Numbers
sections:
  - heading: One
    content:
      - chart: data.csv
"""


def read(data: bytes) -> Lesson | None:
    tree = parse(OUTLINE, "outlines/numbers.yaml")
    world = MemoryWorld({"assets/data.csv": data})
    lesson, found = read_lesson(tree, "numbers", "outlines", world)
    assert (lesson is None) == has_errors(found)
    assert all(diagnostic.hints for diagnostic in found)
    assert all(diagnostic.place.loc == ("sections", 0, "content", 0, "chart") for diagnostic in found)
    assert world.reads.keys() == {"outlines/data.csv", "assets/data.csv"}
    if lesson is not None:
        for block in lesson.sections[0].blocks:
            assert isinstance(block, Chart)
            assert 1 <= len(block.categories) <= MOST_CATEGORIES
            assert 1 <= len(block.series) <= MOST_SERIES
            assert all(len(series.values) == len(block.categories) for series in block.series)
    return lesson


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    read(data)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='ab1234567890,.;\t\n\r" =-%٣ж\u00a0\u202e\ufeff', max_size=200))
def test_any_text(text: str) -> None:
    read(text.encode("utf-8"))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
def test_a_table_is_the_same_however_it_is_saved(sign: str, encoding: str, eol: str) -> None:
    dice = random.Random(f"{sign}{encoding}{eol}")
    numbers = [[f"{dice.randint(0, 99999) / 10:.1f}" for _ in range(3)] for _ in range(12)]
    lines = [["Place", "Killed", "“Wounded”, counted", "Missing"]]
    lines += [[f"Kyiv, {n}", *row] for n, row in enumerate(numbers)]
    text = eol.join(sign.join(f'"{cell}"' if sign in cell else cell for cell in line) for line in lines) + eol
    lesson = read(text.encode(encoding))
    assert lesson is not None
    [chart] = lesson.sections[0].blocks
    assert isinstance(chart, Chart)
    assert [["".join(f"{series.values[n]}") for series in chart.series] for n in range(12)] == numbers
    assert chart.categories[3][0].text == "Kyiv, 3"
    assert chart.series[1].name[0].text == "“Wounded”, counted"
