"""What bleeds over a panel: no word is cut, keys are whole, a dot is never without its name."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from builders.deck.hero import CLEAR, has_ground, windowed
from builders.figures.crop import bounds
from builders.figures.drawing import Drawing, Ellipse, Label, Line, Path, Rect, Shape, Stroke
from builders.theme.faces import CALIBRI

INK = "1c1b19"
GROUND = Rect(0, 0, 700, 560, fill="eeece6")


def label(x: float, y: float, text: str) -> Label:
    return Label(x, y, text, CALIBRI, 14, INK)


def key(x: float, y: float) -> tuple[Shape, ...]:
    return (
        Rect(x, y, 150, 60, fill="ffffff"),
        Line(x + 8, y + 20, x + 38, y + 20, Stroke(INK, 2)),
        label(x + 46, y + 24, "in the key"),
    )


PLACES = st.lists(
    st.tuples(
        st.integers(20, 600), st.sampled_from(range(20, 540, 24)), st.text("abcdefg", min_size=1, max_size=12)
    ),
    max_size=12,
    unique_by=lambda place: place[1],
)
"""Dots and their names, each in a row of its own: names that stand on each other are on no map."""


@settings(max_examples=40, deadline=None)
@given(PLACES, st.integers(0, 540), st.integers(0, 490), st.integers(200, 700), st.integers(300, 560))
def test_what_a_window_shows_is_whole(
    places: list[tuple[int, int, str]], x: int, y: int, width: int, height: int
) -> None:
    named = [
        shape for a, b, text in places for shape in (Ellipse(a - 8, b - 4, 3, 3, INK), label(a, b, text))
    ]
    shown = windowed(Drawing(700, 560, (GROUND, *named, *key(x, y)), "A map"), width, height)
    assert (shown.width, shown.height) == (width, height)
    words = [shape for shape in shown.shapes if isinstance(shape, Label)]
    for shape in shown.shapes:
        box = bounds(shape)
        margin = CLEAR if isinstance(shape, Label) else 0.0
        assert box.left >= margin - 0.01
        assert box.top >= margin - 0.01
        assert box.right <= width - margin + 0.01
        assert box.bottom <= height - margin + 0.01
    samples = [shape for shape in shown.shapes if isinstance(shape, Line)]
    keyed = [item for item in words if item.text == "in the key"]
    assert len(samples) == len(keyed) or not keyed
    dots = [shape for shape in shown.shapes if isinstance(shape, Ellipse)]
    assert len(dots) <= len(words)


def test_a_drawing_that_fits_keeps_everything() -> None:
    drawing = Drawing(400, 540, (Rect(0, 0, 400, 540, fill="eeece6"), label(50, 60, "Riga")), "A map")
    assert windowed(drawing, 400, 540).shapes == drawing.shapes


def test_the_window_stands_where_the_words_are() -> None:
    words = tuple(label(500, 100 + 40 * n, "Eastern words") for n in range(6))
    shown = windowed(Drawing(700, 560, (GROUND, label(20, 300, "West"), *words), "A map"), 300, 560)
    assert sum(isinstance(shape, Label) for shape in shown.shapes) == 6


def test_maps_have_a_ground_and_diagrams_have_none() -> None:
    assert has_ground(Drawing(700, 560, (GROUND,), ""))
    assert not has_ground(Drawing(700, 560, (Rect(10, 10, 300, 500, fill="eeece6"),), ""))
    assert not has_ground(Drawing(700, 560, (Path((), None, Stroke(INK, 1)),), ""))
