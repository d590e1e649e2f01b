"""The look of our own lessons, measured: how pages are filled, where figures and notes stand, the grid."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from builders.lesson.model import Paper
from builders.pdf.boxes import LOOSE, Box, FigureOp, Item, TextOp, Turn, height
from builders.pdf.paginate import LEAST_LAST
from builders.pdf.placing import Page
from builders.theme.bundled import NAMES
from builders.theme.tokens import EDITORIAL, Theme
from tests.outputs.handout.pages import OUTLINES, Laid, boxes, laid

FULL = 0.8
"""The share of its height to which a page should be filled."""

lessons = pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
papers = pytest.mark.parametrize("paper", list(Paper), ids=lambda paper: paper.value)
themes = pytest.mark.parametrize("theme", NAMES)


@cache
def named(theme: str) -> Theme:
    """One of the bundled themes."""
    from builders.outline.read_theme import bundled

    return EDITORIAL if theme == "editorial" else bundled(theme)


def pages_of(shown: Laid) -> dict[Box, int]:
    """The page of each box."""
    return {placed.box: n for n, page in enumerate(shown.pages) for placed in page.placed}


def first_box(item: Item) -> Box | None:
    return next(boxes([item]), None)


def run_at(items: tuple[Item, ...], start: int) -> float:
    """The height of what stands together from an item on."""
    end = start + 1
    while end < len(items):
        item = items[end]
        if isinstance(item, Turn) or item.tie <= LOOSE:
            break
        end += 1
    notes = [note.height for item in items[start:end] if isinstance(item, Box) for note in item.notes]
    before = items[start]
    assert not isinstance(before, Turn)
    return max(before.before + height(items[start:end]), sum(notes))


def gaps(shown: Laid) -> Iterator[tuple[int, float, float]]:
    """Pages that end early: number, what is left of it, and the height of what stands together on the next."""
    where = pages_of(shown)
    for index, item in enumerate(shown.items):
        box = first_box(item)
        before = list(boxes(shown.items[index - 1 : index])) if index else []
        if box is None or not before or where[box] == max(where[one] for one in before):
            continue
        page = shown.pages[where[box] - 1]
        left = shown.height - page.filled
        if left > (1 - FULL) * shown.height:
            yield where[box], left, run_at(shown.items, index)


@themes
@papers
@lessons
def test_a_page_ends_early_only_before_what_it_could_not_hold(
    outline: Path, paper: Paper, theme: str
) -> None:
    for edition in ("handout", "quiz"):
        for page, left, following in gaps(laid(outline, edition, paper, named(theme))):
            assert following > left - 1, (
                f"{edition}, page {page}: {left:.0f} points are empty, {following:.0f} follow"
            )


def test_nearly_all_pages_are_filled() -> None:
    early = [
        (outline.stem, paper.value, page)
        for outline in OUTLINES
        for paper in Paper
        for page, *_ in gaps(laid(outline, "handout", paper))
    ]
    assert len(early) <= 3, early


@themes
@papers
@lessons
def test_the_last_page_is_no_stub(outline: Path, paper: Paper, theme: str) -> None:
    # A quiz in large type is a little more than a page: what is over can't be shared.
    for edition in ("handout", "quiz") if theme == "editorial" else ("handout",):
        shown = laid(outline, edition, paper, named(theme))
        assert shown.pages[-1].filled >= LEAST_LAST * shown.height


@papers
@lessons
def test_figures_stand_near_what_is_said_about_them(outline: Path, paper: Paper) -> None:
    shown = laid(outline, "handout", paper)
    where = pages_of(shown)
    flow = list(boxes(shown.items))
    figures = [n for n, box in enumerate(flow) if any(isinstance(op, FigureOp) for op in box.ops)]
    assert figures
    for n in figures:
        around = [where[box] for box in flow[max(0, n - 3) : n + 4]]
        assert max(around) - min(around) <= 1


@papers
@lessons
def test_no_margin_is_empty_beside_a_page_of_reading(outline: Path, paper: Paper) -> None:
    for number, page in enumerate(laid(outline, "handout", paper).pages, 1):
        read = sum(placed.box.height for placed in page.placed if placed.box.narrow)
        if read > page.filled / 2:
            assert notes_on(page), f"page {number}"


def notes_on(page: Page) -> list[Box]:
    own = {note for placed in page.placed for note in placed.box.notes}
    return [placed.box for placed in page.placed if placed.box in own]


@papers
@lessons
def test_notes_stand_beside_their_lines(outline: Path, paper: Paper) -> None:
    """At most a third of a page away, and seldom even that."""
    near, far = 0, 0
    for page in laid(outline, "handout", paper).pages:
        at = {placed.box: placed.y for placed in page.placed}
        for box, y in at.items():
            for note in box.notes:
                if page is not laid(outline, "handout", paper).pages[0]:
                    assert note in at
                    assert abs(at[note] - y) < 220
                    near, far = near + (abs(at[note] - y) < 30), far + 1
    assert near >= far * 0.6


@papers
@lessons
def test_lines_of_reading_stand_on_the_grid(outline: Path, paper: Paper) -> None:
    base, size = EDITORIAL.page.unit / 2, EDITORIAL.page.body[0]
    count = 0
    for page in laid(outline, "handout", paper).pages:
        for placed in page.placed:
            lines = [op for op in placed.box.ops if isinstance(op, TextOp)]
            if placed.box.narrow and lines and all(run.size == size for op in lines for run in op.runs):
                assert abs(placed.y / base - round(placed.y / base)) < 0.01
                count += 1
    assert count > 20


def test_leadings_and_spaces_have_one_base() -> None:
    for name in NAMES:
        page = named(name).page
        base = page.unit / 2
        leadings = [
            page.title, page.subtitle, page.heading, page.subheading, page.body, page.small, page.caption,
            page.overline, page.furniture, (0.0, page.answer_pitch),
        ]  # fmt: skip
        assert [leading for _, leading in leadings if leading % base] == []
        sizes = [size for size, _ in leadings[:-1]]
        assert sizes[0] > sizes[2] > sizes[4] > sizes[5] > sizes[6]
