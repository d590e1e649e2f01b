"""How the decks of our five lessons look, as numbers: type large enough, nothing on anything, no slide near empty."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from builders.deck.measure import height
from builders.deck.slides import (
    Audience,
    Box,
    ChartShape,
    DeckPlan,
    DrawingShape,
    PictureShape,
    Shape,
    Slide,
    TableShape,
    TextBox,
)
from builders.figures.drawing import Card, Label
from builders.theme.bundled import NAMES as THEMES
from tests.unit.deck.bundled import NAMES, bundled_deck

QUESTIONS = {("question", "title"), ("exit", "title"), ("prompts", "body"), ("asked", "body")}
"""What a class reads from the last row."""

SMALL = {"credit": 10.5, "source": 10.5, "note": 10.5, "label": 12.0, "caption": 14.0, "headnote": 16.0}
"""What stands beside the evidence, by placeholder; everything else is evidence, 18 points or more."""

FURNISHED = {"cover", "cover-figure", "section", "section-figure", "section-diagram", "references"}
"""Slides whose ground or figure fills them, and lists that end where they end."""


def extent(plan: DeckPlan, slide: Slide, shape: Shape) -> Box:
    """What of its box a shape fills."""
    match shape:
        case TextBox():
            holder = plan.layouts.layout(slide.layout).holder(shape.placeholder)
            deep = height(shape.paragraphs, holder.levels, shape.sizes, shape.box.width, plan.theme.slide)
            free = {"t": 0.0, "ctr": 0.5, "b": 1.0}[holder.anchor] * (shape.box.height - deep)
            return Box(shape.box.x, shape.box.y + free, shape.box.width, deep)
        case TableShape() | PictureShape() | ChartShape():
            return shape.box
        case DrawingShape():
            return Box(shape.x, shape.y, shape.drawing.width, shape.drawing.height)


def slides(audience: Audience = "teacher") -> Iterator[tuple[DeckPlan, Slide]]:
    for name in NAMES:
        plan = bundled_deck(name, audience)
        for slide in plan.slides:
            yield plan, slide


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("theme", THEMES)
def test_type_is_large_enough_for_a_classroom(name: str, theme: str) -> None:
    plan = bundled_deck(name, theme=theme)
    for slide in plan.slides:
        for shape in slide.shapes:
            match shape:
                case TextBox():
                    least = SMALL.get(shape.placeholder, 18.0)
                    if (slide.layout, shape.placeholder) in QUESTIONS:
                        least = 28.0
                    elif slide.layout == "quotation" and shape.placeholder == "title":
                        least = 14.0
                    elif shape.placeholder == "title":
                        least = 20.0
                    elif slide.layout == "references":
                        least = 12.0
                    assert shape.sizes[0] >= least, (slide.title, shape.placeholder, shape.sizes)
                    used = {item.level for item in shape.paragraphs}
                    assert min(shape.sizes[level] for level in used) >= min(least, 14.0)
                case TableShape():
                    assert shape.size >= 18
                case DrawingShape() if slide.layout == "timeline":
                    for item in shape.drawing.shapes:
                        lines = item.lines if isinstance(item, Card) else ()
                        assert all(line.size >= plan.theme.slide.card_floor for line in lines)
                case _:
                    pass


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("audience", "theme"), [("student", THEMES[0]), *(("teacher", theme) for theme in THEMES)]
)
def test_nothing_stands_on_anything_else_or_off_the_slide(name: str, audience: Audience, theme: str) -> None:
    plan = bundled_deck(name, audience, theme)
    for slide in plan.slides:
        layout = plan.layouts.layout(slide.layout)
        bottom = plan.layouts.footer.box.y if layout.furniture else plan.layouts.height
        boxes = [extent(plan, slide, shape) for shape in slide.shapes]
        for box in boxes:
            assert -0.01 <= box.x <= box.right <= plan.layouts.width + 0.01, slide.title
            assert -0.01 <= box.y <= box.bottom <= bottom + 0.01, slide.title
        for a, b in itertools.combinations(boxes, 2):
            apart = a.right <= b.x + 0.01 or b.right <= a.x + 0.01
            assert apart or a.bottom <= b.y + 0.01 or b.bottom <= a.y + 0.01, slide.title


def test_no_label_of_a_figure_is_cut_by_the_edge_of_its_slide() -> None:
    for plan, slide in slides():
        for shape in slide.shapes:
            if isinstance(shape, DrawingShape) and not shape.decorative:
                for item in shape.drawing.shapes:
                    if isinstance(item, Label):
                        assert 0 <= shape.x + item.x <= plan.layouts.width
                        assert item.size / 2 <= shape.y + item.y <= plan.layouts.height


def filled(plan: DeckPlan, slide: Slide) -> float:
    """The share of the height below the title (or the label) that the evidence spans."""
    title, *others = slide.shapes
    beside = slide.layout == "figure-side"
    boxes = [extent(plan, slide, shape) for shape in others]
    words = extent(plan, slide, title)
    whole = slide.layout in ("question", "exit", "quotation")
    below = [words] if whole and slide.layout != "quotation" else []
    below += [box for box in boxes if beside or box.y >= words.y]
    top = 60.0 if whole or beside else words.bottom
    spanned = max(box.bottom for box in below) - min(box.y for box in below)
    return spanned / (plan.layouts.footer.box.y - top)


def test_no_content_slide_is_near_empty() -> None:
    """A question of one line is all that its slide says; everything else spans a good part of the height."""
    shares = {
        (plan.name, slide.title): filled(plan, slide)
        for plan, slide in slides()
        if slide.layout not in FURNISHED and slide.layout not in ("question", "exit")
    }
    assert len(shares) > 100
    assert {key: round(share, 2) for key, share in shares.items() if share < 0.25} == {}
    assert sum(shares.values()) / len(shares) > 0.6


def test_large_type_fills_the_slide_that_says_one_thing() -> None:
    for plan, slide in slides():
        if slide.layout in ("question", "exit"):
            title = slide.shapes[0]
            assert isinstance(title, TextBox)
            lines = extent(plan, slide, title).height / title.sizes[0] / 1.22
            assert title.sizes[0] >= 36 or lines >= 4


def test_what_only_the_teacher_has_stands_on_a_ground_of_its_own() -> None:
    for plan, slide in slides():
        ground = plan.layouts.layout(slide.layout).background
        assert (ground == "tint") == (slide.audience == "teacher"), slide.title
    assert not any(
        plan.layouts.layout(slide.layout).background == "tint" for plan, slide in slides("student")
    )


@pytest.mark.parametrize("name", NAMES)
def test_covers_and_sections_show_the_figure_and_end_the_lesson_apart(name: str) -> None:
    plan = bundled_deck(name)
    layouts = [slide.layout for slide in plan.slides]
    assert layouts[0] == "cover-figure"
    assert layouts.count("exit") == 1
    openers = [slide for slide in plan.slides if slide.layout.startswith("section")]
    assert len(openers) >= 2
    for slide in openers:
        figures = [s for s in slide.shapes if isinstance(s, DrawingShape | PictureShape)]
        assert len(figures) == 1
        assert extent(plan, slide, figures[0]).width >= 360
