"""What is cut out of a photograph, and how many pixels of it are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.figures.framing import ENOUGH, FINEST, cropped, longest, window
from builders.lesson.model import Framing

SIDES = st.integers(1, 30_000)
SHARES = st.floats(0, 1)
PROPORTIONS = st.floats(0.05, 20)


@given(SIDES, SIDES, PROPORTIONS, st.tuples(SHARES, SHARES))
def test_a_crop_has_its_proportion_and_keeps_the_focus(
    width: int, height: int, proportion: float, focus: tuple[float, float]
) -> None:
    left, top, right, bottom = cropped(width, height, Framing(proportion, focus=focus))
    across, down = right - left, bottom - top
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert across == width or down == height, "it is as large as can be"
    assert abs(across - down * proportion) <= max(1.0, proportion) / 2 + 1e-6 or 1 in (across, down)
    assert left - 1 <= focus[0] * width <= right + 1
    assert top - 1 <= focus[1] * height <= bottom + 1


@given(SIDES, SIDES, PROPORTIONS, PROPORTIONS, st.tuples(SHARES, SHARES))
def test_a_place_cuts_within_the_crop(
    width: int, height: int, crop: float, place: float, focus: tuple[float, float]
) -> None:
    outer = cropped(width, height, Framing(crop, focus=focus))
    inner = window(outer, place, (focus[0] * width, focus[1] * height))
    assert outer[0] <= inner[0] < inner[2] <= outer[2]
    assert outer[1] <= inner[1] < inner[3] <= outer[3]


@given(SIDES, st.floats(0.1, 3000))
def test_only_pixels_that_nobody_sees_go(pixels: int, points: float) -> None:
    inches = points / 72
    kept = longest(pixels, points)
    if pixels <= FINEST * inches:
        assert kept is None
    elif kept is not None:
        assert ENOUGH * inches <= kept < pixels
        assert kept <= FINEST * inches + 1 or kept == 320
    else:
        assert pixels <= 320


def test_like_sizes_share_their_pixels() -> None:
    assert longest(4000, 200) == longest(4000, 255) == 1080
    assert longest(4000, 500) == 2430


@pytest.mark.parametrize(
    ("focus", "left"), [((0.0, 0.5), 0), ((0.5, 0.5), 100), ((1.0, 0.5), 200), ((0.3, 0.0), 20)]
)
def test_the_focus_moves_the_crop(focus: tuple[float, float], left: int) -> None:
    assert cropped(400, 200, Framing(1.0, focus=focus)) == (left, 0, left + 200, 200)
