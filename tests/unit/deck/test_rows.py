"""Names and what is said of them in rows: nothing lost, all of one size, inside the slide; too much stands as text."""

from __future__ import annotations

import pytest

from builders.deck.draft import Context, below
from builders.deck.fit import depth
from builders.deck.holders import BODY_BOTTOM
from builders.deck.layouts import layouts
from builders.deck.plan import plan
from builders.deck.rows import Row, glossary_scale, row_drafts, steps_scale
from builders.deck.runs import line, plain_runs
from builders.deck.slides import TableShape, TextBox
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
    box = below(CONTEXT, layout, TITLE, CONTEXT.holder(layout, "table").box)
    shown = [plain_runs(cell[0].runs) for table in found for row in table.rows for cell in row.cells]
    assert shown == [text for row in listed for text in (plain_runs(row.name), plain_runs(row.text))]
    assert len({(table.size, table.names) for table in found}) == 1
    for table in found:
        assert table.size >= 18
        assert table.names is not None
        assert table.names > table.size
        assert sum(row.height for row in table.rows) == pytest.approx(table.box.height, abs=0.1)
        assert box.y - 0.1 <= table.box.y <= table.box.bottom <= box.bottom + 0.1


def test_few_short_rows_are_larger_than_many_long_ones() -> None:
    assert tables(rows(3, 4))[0].size > tables(rows(8, 14))[0].size


def test_a_short_title_leaves_room_for_a_list_that_would_take_two_slides() -> None:
    term = Term(
        t("Word"),
        t("A meaning that takes two lines of a slide in the smallest type that it may have, not more."),
        ("terms",),
    )
    lesson = Lesson("x", t("X"), terms=(term,) * 7)
    slides = [slide for slide in plan(lesson, EDITORIAL, "teacher")[0].slides if slide.layout == "glossary"]
    (slide,) = slides
    (table,) = (shape for shape in slide.shapes if isinstance(shape, TableShape))
    (title,) = (shape for shape in slide.shapes if isinstance(shape, TextBox))
    holder = CONTEXT.holder("glossary", "title")
    assert table.box.y >= holder.box.y + depth(title, holder, EDITORIAL.slide) + 12
    assert table.box.bottom <= BODY_BOTTOM


def test_rows_of_nearly_one_depth_are_of_one_depth() -> None:
    listed = [*rows(2, 3), *rows(1, 9)]
    assert len({row.height for row in tables(listed)[0].rows}) == 1
    listed = [*rows(2, 3), *rows(1, 60)]
    assert len({row.height for row in tables(listed)[0].rows}) == 2


def test_a_row_deeper_than_a_slide_is_no_row() -> None:
    assert row_drafts(CONTEXT, "glossary", rows(1, 900), glossary_scale(CONTEXT), TITLE, ()) is None
    lesson = Lesson("x", t("X"), terms=(Term(t("Word"), t("Meaning " * 900), ("terms",)),))
    slides = [slide for slide in plan(lesson, EDITORIAL, "teacher")[0].slides if slide.layout != "cover"]
    assert {slide.layout for slide in slides} <= {"terms", "references"}
    assert len(slides) > 2
