"""The layouts as a value: everything on the slide, nothing twice, readable colours."""

from __future__ import annotations

import itertools

import pytest

from builders.deck.layouts import layouts
from builders.deck.slides import Ink, Layout
from builders.figures.ops import contrast
from builders.theme.tokens import EDITORIAL

LAYOUTS = layouts(EDITORIAL)


@pytest.mark.parametrize("layout", LAYOUTS.items, ids=lambda layout: layout.key)
def test_a_layout_is_sound(layout: Layout) -> None:
    holders = layout.placeholders
    assert [holder.type for holder in holders].count("title") + [h.type for h in holders].count(
        "ctrTitle"
    ) == 1
    indices = [holder.idx for holder in (*holders, LAYOUTS.footer, LAYOUTS.number)]
    assert len(set(indices)) == len(indices)
    assert len({holder.key for holder in holders}) == len(holders)
    for holder in holders:
        if holder.type == "pic" and (
            not layout.furniture or layout.key.startswith("photograph")
        ):  # it may bleed
            continue
        assert holder.box.x >= 24
        assert holder.box.right <= 936
        assert holder.box.y >= 24
        assert holder.box.bottom <= (516 if not layout.furniture else 490)
        assert holder.floor <= holder.ceiling
        assert holder.floor >= 10.5
        assert all(level.hang <= level.indent for level in holder.levels)
        for level in holder.levels:
            assert contrast(_color(level.ink), _color(layout.background)) >= 4.5


@pytest.mark.parametrize("layout", LAYOUTS.items, ids=lambda layout: layout.key)
def test_boxes_that_are_filled_together_do_not_overlap(layout: Layout) -> None:
    for a, b in itertools.combinations([holder.box for holder in layout.placeholders], 2):
        assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


def test_names_are_our_own_and_unique() -> None:
    names = [layout.name for layout in LAYOUTS.items]
    assert len(set(names)) == len(names)
    assert not {"Title Slide", "Title and Content", "Title Only", "Blank"} & set(names)


def _color(ink: Ink) -> str:
    value: str = getattr(EDITORIAL.palette, ink)
    return value
