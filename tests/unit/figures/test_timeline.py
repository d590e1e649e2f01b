"""What is drawn of a timeline: dots by what is known, bars with their ends, breaks, the turning point, lanes."""

from __future__ import annotations

import math

import pytest

from builders.figures.drawing import Card, Drawing, Ellipse, Label, Line, Path, Rect
from builders.figures.ops import contrast
from builders.figures.time_breaks import breaks, kept, squeezed
from builders.figures.time_scale import Axis, moments, shares
from builders.figures.timeline_slides import timeline_on_slides
from builders.lesson.dates import Date, parse_date
from builders.lesson.model import Event, Span
from builders.outline.read_theme import bundled
from builders.theme.bundled import NAMES
from builders.theme.faces import Family
from builders.theme.tokens import EDITORIAL, Theme

PALETTE = EDITORIAL.palette


def day(text: str) -> Date:
    date = parse_date(text)
    assert isinstance(date, Date)
    return date


def days(*texts: str) -> list[Date]:
    return sorted((day(text) for text in texts), key=lambda date: date.order())


def drawn(*events: tuple[str, str], highlight: int = -1, theme: Theme = EDITORIAL) -> Drawing:
    """The slide of events, each a date and its lane."""
    listed = tuple(
        Event(day(date), (Span(f"event {n}"),), None, (), lane, n == highlight)
        for n, (date, lane) in enumerate(events)
    )
    (slide,) = timeline_on_slides(listed, 848, 330, theme, "en", Family.CALIBRI).drawings
    return slide


def test_a_long_empty_stretch_is_broken() -> None:
    outlier = moments(days("-0043", "1914", "1917", "1918", "1922"))
    ((low, high),) = breaks(outlier)
    assert (low, high) == (-42.5, 1914.5)
    years = kept(outlier, ((low, high),), 800)
    assert 0 < years < 8 * 0.07 + 0.1
    short = squeezed(outlier, ((low, high),), years)
    assert [item.at - short[0].at for item in short if item.at is not None and short[0].at is not None] == (
        pytest.approx([0, years, years + 3, years + 4, years + 8])
    )


def test_no_break_where_something_is_drawn_or_an_event_would_stand_alone() -> None:
    assert breaks(moments(days("1900", "1901/1990", "1991", "1992"))) == ()
    assert breaks(moments(days("1900", "1902", "1905", "1907"))) == ()
    assert breaks(moments(days("1900", "1901"))) == ()
    between = breaks(moments(days("1900-01", "1900-02", "1900-03", "1940", "1999", "1999-02", "1999-03")))
    assert len(between) <= 1


def test_places_and_marks_leave_a_break_out() -> None:
    axis = Axis(((1900, 0), (1904, 40), (1990, 60), (1994, 100)), ((1904, 1990),), 2.0)
    assert axis.place(1902, 0, 0) == 20
    assert axis.place(1992, 0, 0) == 80
    marked = [date.edtf for date, _ in axis.marks(10)]
    assert marked == ["1900", "1901", "1902", "1903", "1904", "1990", "1991", "1992", "1993", "1994"]


def test_a_year_takes_at_least_what_is_stated() -> None:
    items = moments(days("1900-01-01", "1901-01-01", "1910-01-01"))
    assert shares(items, 1, [1, 1, 1]).rate == pytest.approx(0.1)
    assert shares(items, 0.5, [1, 1, 1]).rate == pytest.approx(0.05)


def test_vague_dates_have_hollow_dots() -> None:
    slide = drawn(("1900", ""), ("1910~", ""), ("192X", ""), ("1930?", ""), ("1940-05", ""))
    dots = [shape.fill for shape in slide.shapes if isinstance(shape, Ellipse)]
    paper, accent = PALETTE.paper, PALETTE.accent
    assert dots == [accent, paper, paper, paper, accent]


def test_ends_of_stretches() -> None:
    known = drawn(("1900", ""), ("1910/1915", ""), ("1930", ""))
    (bar,) = (shape for shape in known.shapes if isinstance(shape, Rect))
    assert not [shape for shape in known.shapes if isinstance(shape, Path)]
    dots = [shape.cx for shape in known.shapes if isinstance(shape, Ellipse)]
    assert bar.x == pytest.approx(dots[1])
    # 1900 and 1930 stand in the middle of their years, 1910 at its beginning, and 1915 goes to its end.
    assert bar.width / (dots[2] - dots[1]) == pytest.approx(6 / 20.5, abs=0.001)
    opened = drawn(("1900", ""), ("1910/..", ""), ("1930", ""))
    (arrow,) = (shape for shape in opened.shapes if isinstance(shape, Path))
    assert max(s.x for s in arrow.segments if hasattr(s, "x")) == opened.width
    unknown = drawn(("1900", ""), ("1910/", ""), ("1930", ""))
    dashes = [shape for shape in unknown.shapes if isinstance(shape, Rect)]
    assert len(dashes) == 4
    assert not [shape for shape in unknown.shapes if isinstance(shape, Path)]
    vague = drawn(("1900", ""), ("191X", ""), ("1930", ""))
    (bar,) = (shape for shape in vague.shapes if isinstance(shape, Rect))
    assert bar.stroke is not None


@pytest.mark.parametrize("name", NAMES)
def test_the_turning_point_cannot_be_missed(name: str) -> None:
    theme = bundled(name)
    slide = drawn(("1900", ""), ("1910", ""), ("1920", ""), highlight=1, theme=theme)
    dots = [shape.rx for shape in slide.shapes if isinstance(shape, Ellipse)]
    assert dots[1] > dots[0] == dots[2]
    cards = [shape for shape in slide.shapes if isinstance(shape, Card)]
    assert [card.fill is not None for card in cards] == [False, True, False]
    assert all(line.face.bold for line in cards[1].lines)
    assert not cards[0].lines[-1].face.bold
    ground = cards[1].fill
    assert ground is not None
    assert ground != theme.palette.paper
    assert all(contrast(line.color, ground) >= 4.5 for line in cards[1].lines)
    assert "event 1 (turning point)" in slide.alt


def test_two_lanes_stand_on_the_two_edges_of_a_ruler() -> None:
    slide = drawn(("1900", "East"), ("1905", "West"), ("1905", "East"), ("1910", "West"))
    first, second, *cards = (shape for shape in slide.shapes if isinstance(shape, Card))
    assert [line.text for name in (first, second) for line in name.lines] == ["East", "West"]
    dots = [shape for shape in slide.shapes if isinstance(shape, Ellipse)]
    upper, lower = min(dot.cy for dot in dots), max(dot.cy for dot in dots)
    assert [dot.cy for dot in dots] == [upper, lower, upper, lower]
    # The same year is at the same place in both.
    assert dots[1].cx == pytest.approx(dots[2].cx)
    years = [shape for shape in slide.shapes if isinstance(shape, Label)]
    assert years
    assert all(upper < year.y < lower for year in years)
    assert all((card.y < upper) == (dot.cy == upper) for card, dot in zip(cards, dots, strict=True))
    assert slide.alt.startswith("Timeline: 1900, East: event 0; 1905, West: event 1;")


def test_more_lanes_have_an_axis_each() -> None:
    slide = drawn(("1900", "A"), ("1905", "B"), ("1907", "C"), ("1910", "D"), ("1911", "A"))
    axes = {shape.y1 for shape in slide.shapes if isinstance(shape, Line) and shape.y1 == shape.y2}
    dots = [shape for shape in slide.shapes if isinstance(shape, Ellipse)]
    assert {dot.cy for dot in dots} == axes
    assert len(axes) == 4
    assert dots[0].cy == dots[4].cy == min(axes)
    colors = {dot.fill for dot in dots}
    assert len(colors) == 4


def test_slides_share_one_scale() -> None:
    dates = [f"19{n:02}-0{1 + n % 9}-15" for n in range(0, 60, 2)]
    events = tuple(
        Event(day(text), (Span("An event of some length, told briefly"),), None, ()) for text in dates
    )
    found = timeline_on_slides(events, 848, 330, EDITORIAL, "en", Family.CALIBRI)
    assert len(found.drawings) > 1
    assert all("The scale is the same on every slide." in note for note in found.notes)
    rates = []
    for drawing in found.drawings:
        marks = [shape for shape in drawing.shapes if isinstance(shape, Label)]
        first, last = marks[0], marks[-1]
        rates.append((last.x - first.x) / (int(last.text) - int(first.text)))
    assert max(rates) / min(rates) < 1.25
    assert all(math.isfinite(rate) for rate in rates)
