"""Names and what is said of them in rows: nothing lost, all of one size, inside the slide; too much stands as text."""

from __future__ import annotations

import pytest

from builders.deck.draft import Context
from builders.deck.layouts import layouts
from builders.deck.plan import plan
from builders.deck.rows import Row, glossary_scale, row_drafts, steps_scale
from builders.deck.runs import line, plain_runs
from builders.deck.slides import TableShape
from builders.lesson.labels import labels
from builders.lesson.model import Lesson, Term
from builders.theme.tokens import EDITORIAL
from tests.unit.deck.samples import everything, t

CONTEXT = Context(everything(), EDITORIAL, layouts(EDITORIAL), labels("en"), "teacher", "x.yaml")
TITLE = line("Words", "en")


def rows(count: int, words: int) -> list[Row]:
    return [Row(line(f"Term {n}", "en"), line("meaning " * words, "en")) for n in range(count)]


def tables(listed: list[Row], layout: str = "glossary") -> list[TableShape]:
    scale = glossary_scale(CONTEXT) if layout == "glossary" else steps_scale(CONTEXT)
    drafts = row_drafts(CONTEXT, layout, listed, scale, TITLE, ())
    assert drafts is not None
    found = [shape for draft in drafts for shape in draft.shapes if isinstance(shape, TableShape)]
    assert len(found) == len(drafts)
    return found


@pytest.mark.parametrize(("count", "words"), [(1, 1), (3, 12), (6, 8), (8, 3), (20, 15)])
@pytest.mark.parametrize("layout", ["glossary", "steps"])
def test_rows_stand_in_their_box_at_one_readable_size(count: int, words: int, layout: str) -> None:
    listed = rows(count, words)
    found = tables(listed, layout)
    box = CONTEXT.holder(layout, "table").box
    shown = [plain_runs(cell[0].runs) for table in found for row in table.rows for cell in row.cells]
    assert shown == [text for row in listed for text in (plain_runs(row.name), plain_runs(row.text))]
    assert len({(table.size, table.names) for table in found}) == 1
    for table in found:
        assert table.size >= 18
        assert table.names is not None
        assert table.names > table.size
        assert sum(row.height for row in table.rows) == pytest.approx(table.box.height, abs=0.1)
        assert box.y <= table.box.y <= table.box.bottom <= box.bottom + 0.1


def test_few_short_rows_are_larger_than_many_long_ones() -> None:
    assert tables(rows(3, 4))[0].size > tables(rows(8, 14))[0].size


def test_a_row_deeper_than_a_slide_is_no_row() -> None:
    assert row_drafts(CONTEXT, "glossary", rows(1, 900), glossary_scale(CONTEXT), TITLE, ()) is None
    lesson = Lesson("x", t("X"), terms=(Term(t("Word"), t("Meaning " * 900), ("terms",)),))
    slides = [slide for slide in plan(lesson, EDITORIAL, "teacher")[0].slides if slide.layout != "cover"]
    assert {slide.layout for slide in slides} <= {"terms", "references"}
    assert len(slides) > 2
