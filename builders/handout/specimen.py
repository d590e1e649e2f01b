"""Themes and a lesson in, the plan of a PDF out that shows each theme on a page: its type, colours and pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builders.figures.drawing import Drawing, Label, Rect, Shape, Stroke
from builders.handout.flow import heading, items, set_item
from builders.handout.front import title_block
from builders.handout.page import furniture, measure, metadata, page_setup
from builders.handout.setting import Setting, setting
from builders.handout.text import Style, paragraph, words
from builders.lesson.model import Chart, Lesson, Paper, Question, Span
from builders.pdf.blocks import Block, Columns, Figure, PageBreak, Plan
from builders.theme.contrast import WHITE
from builders.theme.tokens import Theme

SHARE, GAP = 0.64, 26.0
"""The share of the width that the page's pieces have beside type and colours, and the space between."""
SWATCH = 26.0
"""The height of a colour in points."""
GROUNDS = ("paper", "tint", "night")
INKS = {
    "paper": ("ink", "muted", "accent", "second"),
    "tint": ("ink", "muted", "accent", "second"),
    "night": ("on_night", "accent_on_night", "second_on_night"),
}
"""The colours of text that stand on each ground."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A theme to be shown: how it is called, and what it is like."""

    name: str
    words: str
    theme: Theme


def specimen(shown: Sequence[Shown], lesson: Lesson, paper: Paper, title: str) -> Plan:
    """A page for each theme; header and footer are in the manner of the first."""
    setup = page_setup(paper, shown[0].theme)
    blocks: list[Block] = []
    for number, one in enumerate(shown):
        if number:
            blocks.append(PageBreak())
        s = setting(one.theme, lesson.language, measure(setup))
        named = replace(lesson, title=(Span(one.name),), essential_question=(Span(one.words),))
        blocks += (*title_block(named, s), *_page(named, s))
    first = setting(shown[0].theme, lesson.language, measure(setup))
    whole = replace(lesson, title=(Span(title),))
    # A logo and a footer belong to one theme alone.
    below = (
        replace(furniture(whole, first, title), logo=None)
        if len(shown) > 1
        else furniture(whole, first, title)
    )
    return Plan(setup, metadata(whole, title), below, tuple(blocks))


def _page(lesson: Lesson, s: Setting) -> Iterator[Block]:
    flow = items(lesson)
    column = s.within(round((s.width - GAP) * SHARE, 2))
    side = s.within(s.width - GAP - column.width)
    below = [item for item in flow if isinstance(item.content, Chart | Question)]
    main = tuple(block for item in flow if item not in below for block in set_item(item, column))
    yield Columns(main, (*_scale(side), _colors(side)), share=SHARE, gap=GAP, space_after=s.unit)
    for item in below:
        yield from set_item(item, s)


def _scale(s: Setting) -> Iterator[Block]:
    """Each style of the page, in itself."""
    yield heading((Span("Type"),), s)
    scale: dict[str, Style] = {
        "Title": s.styles.title,
        "Heading": s.styles.heading,
        "Question": s.styles.subtitle,
        "Reading text": s.styles.body,
        "Subheading": s.styles.subheading,
        "Labels and tables": s.styles.small,
        "Captions and credits": s.styles.caption,
        "Overline": s.styles.overline,
    }
    for name, style in scale.items():
        yield paragraph(words(name, style), style, space_after=s.unit / 2)


def _colors(s: Setting) -> Figure:
    """The grounds, and on each the colours of text that stand on it."""
    palette, label = s.theme.palette, s.styles.small
    shapes: list[Shape] = []
    rows = 0
    for ground in GROUNDS:
        color = getattr(palette, ground)
        top, names = rows * SWATCH, INKS[ground]
        height = ((len(names) + 1) // 2) * SWATCH
        edge = Stroke(palette.hairline, 0.5)
        shapes.append(Rect(0.25, top + 0.25, s.width - 0.5, height, color, edge if color >= "f0" else None))
        for place, name in enumerate(names):
            x = 8 + (place % 2) * s.width / 2
            y = top + (place // 2 + 0.62) * SWATCH
            said = name.removesuffix("_on_night").replace("on_night", "ink")
            shapes.append(
                Label(x, y, said, label.face.with_style(bold=True), label.size, getattr(palette, name))
            )
        rows += (len(names) + 1) // 2
    alt = f"The colours of text on the grounds of slides: paper ({palette.paper}), tint and night; pages are {WHITE}."
    return Figure(Drawing(s.width, rows * SWATCH + 0.5, tuple(shapes), alt), alt, space_before=2 * s.unit)
