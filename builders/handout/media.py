"""An image in, its figure out: the picture or its labelled place, with caption and credit, in one piece."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from builders.figures.drawing import Drawing, Label
from builders.figures.looks import Look
from builders.figures.pictures import Bitmap, content, pixels, proportion, shows_all
from builders.figures.placeholder import missing_picture
from builders.handout.extent import extent
from builders.handout.margin import Note, beside
from builders.handout.setting import Setting
from builders.handout.text import paragraph, runs
from builders.lesson.credits import credit_line
from builders.lesson.model import Image, ImageBlock, Inline
from builders.lesson.spans import joined, sentence
from builders.pdf.blocks import Block, Columns, Figure, Group, Need, Paragraph, Raster, Space

DPI = 150
"""The resolution in pixels an inch that a picture keeps in print where its author gives no width."""

ANY = 0.01
"""A resolution that no picture is below."""

TALLEST, FULL_PAGE = 300.0, 600.0
"""The height in points of a picture at most: text is to stand on its page too; unless its author gives a width."""

LEAST = 150.0
"""The width in points of a picture of few pixels: one that is smaller isn't looked at, sharp as it may be."""

TALLEST_MAP = 345.0
"""The same of a map, whose names don't grow with it."""

LEGIBLE = 7.5
"""The smallest words in a drawing, in points, where the page is wide enough for them."""

CHART = 440.0
"""The same of a chart."""

PAGE = 468.0
"""The width of a map that stands by itself, in points, where the page is so wide."""

PLACE = 0.42
"""The height of a place for a missing picture, as a share of its width."""

GAP, NARROW = 26.0, 110.0
"""Between a picture and the caption beside it, and the narrowest measure of such a caption, in points."""

NEARLY = 0.8
"""The share of the column from which on a picture is taken to fill it."""

MARGIN = 0.31
"""What the margin beside a text takes of the width."""


def image(block: ImageBlock, notes: tuple[Note, ...], s: Setting) -> tuple[Block, ...]:
    """An image in the flow: its caption stands in the margin of a picture as wide as the column, beside a narrower one,
    below a wider one."""
    shown, caption = block.image, block.caption or block.image.caption
    wide, column = _wide(shown, s), s.column.width
    drawn, alt = _drawn(shown, wide, s)
    if not s.margined or not NEARLY * column <= drawn.width <= column + 1:
        return (*beside((), notes, s), _figure(shown, caption, wide, s))
    words = Group(tuple(replace(one, tag="P") for one in _words(shown, caption, drawn, s)), tag="Caption")
    pair = beside((Figure(drawn, alt),), ((words,), *notes), s)
    return (Group(pair, tag="Div", space_before=s.unit, space_after=3 * s.unit),)


def pair(first: ImageBlock, second: ImageBlock, notes: tuple[Note, ...], s: Setting) -> tuple[Block, ...]:
    """Two images side by side, each above its caption, both on one page."""
    half = s.within((s.width - GAP) / 2)
    figures = [
        _figure(block.image, block.caption or block.image.caption, half.width, half)
        for block in (first, second)
    ]
    one, other = (replace(figure, space_before=0.0, space_after=0.0) for figure in figures)
    need = Need(max(extent((figure,), half.width) for figure in (one, other)))
    columns = Columns((one,), (other,), share=0.5, gap=GAP, space_after=3 * s.unit)
    return (*beside((), notes, s), Space(s.unit), need, columns)


def figure(shown: Image, caption: Inline, s: Setting) -> Figure:
    """The image that opens a lesson: as wide as the flow where it says nothing else."""
    return _figure(shown, caption, s.width if shown.width is None else _wide(shown, s), s)


def _figure(shown: Image, caption: Inline, wide: float, s: Setting) -> Figure:
    drawn, alt = _drawn(shown, wide, s)
    words = _words(shown, caption, drawn, s)
    room = s.width - drawn.width - GAP
    # A caption much longer than the picture is high would leave a hole below it.
    beside = room >= NARROW and extent(words, room) <= max(drawn.height, 1.2 * NARROW)
    return Figure(
        drawn,
        alt,
        words if beside else (Space(s.unit), *words),
        beside=GAP if beside else None,
        space_before=s.unit,
        space_after=3 * s.unit,
    )


def _words(shown: Image, caption: Inline, drawn: Drawing | Raster, s: Setting) -> tuple[Paragraph, ...]:
    """Caption and credit line."""
    small, note = s.styles.small, s.styles.caption
    cut = isinstance(drawn, Raster) and not shows_all(shown, drawn.width / drawn.height)
    credit = paragraph(runs(credit_line(shown, s.language, cropped=cut), note), note)
    # What must be said of a map stands in its caption, however that is worded.
    words = (
        joined((sentence(caption), shown.remark), " ")
        if caption and shown.remark
        else caption or shown.remark
    )
    if not words:
        return (credit,)
    said = paragraph(runs(words, small), small, tag="Caption", space_after=s.unit / 2)
    return (said, credit)


def _wide(shown: Image, s: Setting) -> float:
    """The width of an image's place, in points."""
    match shown.width:
        case None:
            return min(s.width, max(_column(s), _legible(shown, s)))
        case "full":
            return s.width
        case "column":
            return _column(s)
        case "half":
            return (s.width - GAP) / 2
        case "margin":
            return s.width * MARGIN
        case points:
            return min(points, s.width)


def _column(s: Setting) -> float:
    return min(s.column.width, s.prose)


def _drawn(shown: Image, wide: float, s: Setting) -> tuple[Drawing | Raster, str]:
    """What is drawn and what it shows; a place for a picture that isn't there says both what it is and would show."""
    usual = TALLEST if shown.map is None else TALLEST_MAP
    tallest = usual if shown.width is None else FULL_PAGE
    if shown.framing.cover and (shape := proportion(shown)):
        wide = min(wide, _sharp(shown)) if shown.width is None else wide
        tallest = min(TALLEST, wide / shape)
    drawn = content(shown, wide, tallest, _dpi(shown), Look(s.theme, s.language))
    if drawn is None:
        place = missing_picture(shown, wide, wide * PLACE, s.theme, s.labels)
        return place, " ".join(part for part in (place.alt, shown.alt) if part)
    if isinstance(drawn, Bitmap):
        dpi = drawn.width_px / drawn.width * 72
        return Raster(drawn.data, drawn.kind, drawn.width, drawn.height, dpi, shown.loc), shown.spoken
    return drawn, drawn.alt


def _dpi(shown: Image) -> float:
    """The least resolution at which a photograph is printed: any, where its width is given."""
    size = pixels(shown)
    return ANY if size is None or shown.width is not None else min(DPI, size[0] * 72 / LEAST)


def _sharp(shown: Image) -> float:
    """The greatest width at which a photograph is sharp, or the least at which it is looked at."""
    size = pixels(shown)
    return inf if size is None else max(LEAST, size[0] * 72 / DPI)


def _legible(shown: Image, s: Setting) -> float:
    """How wide a drawing must be for its smallest words to be read; 0 for a picture without."""
    if pixels(shown) is not None:
        return 0.0
    if shown.chart is not None:
        return CHART
    if shown.map is not None:
        # Its names have their size at any width; it may fill the page.
        return PAGE
    drawn = content(shown, 1000.0, 1000.0, DPI, Look(s.theme, s.language))
    if not isinstance(drawn, Drawing):
        return 0.0
    sizes = [shape.size for shape in drawn.shapes if isinstance(shape, Label)]
    return drawn.width * LEGIBLE / min(sizes) if sizes else 0.0
