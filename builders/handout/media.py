"""An image in, its figure out: the picture or its labelled place, with caption and credit, in one piece."""

from __future__ import annotations

from builders.figures.drawing import Drawing, Label
from builders.figures.looks import Look
from builders.figures.pictures import Bitmap, content
from builders.figures.placeholder import missing_picture
from builders.handout.setting import Setting
from builders.handout.text import paragraph, runs
from builders.lesson.credits import credit_line
from builders.lesson.model import Image, ImageBlock, Inline
from builders.pdf.blocks import Block, Columns, Figure, Group, Raster, Space

DPI = 150
"""The resolution in pixels an inch that a picture keeps in print: it isn't drawn larger."""

TALLEST = 300.0
"""The height in points of a picture at most: text is to stand on its page too."""

LEGIBLE = 7.5
"""The smallest words in a drawing, in points, where the page is wide enough for them."""

PLACE = 0.42
"""The height of a place for a missing picture, as a share of its width."""

GAP, NARROW = 26.0, 110.0
"""Between a picture and the caption beside it, and the narrowest measure of such a caption, in points."""


def image(block: ImageBlock, s: Setting) -> tuple[Block, ...]:
    """An image in the flow: its caption stands beside it where the page leaves room, else below."""
    shown, caption = block.image, block.caption or block.image.caption
    wide = s.within(min(s.width, max(s.prose, _legible(shown, s))))
    drawn, alt = _drawn(shown, wide)
    beside = s.width - drawn.width - GAP
    if beside < NARROW:
        return (_above(drawn, alt, _words(shown, caption, s), s),)
    columns = Columns(
        (Figure(drawn, alt),), _words(shown, caption, s), share=drawn.width / (s.width - GAP), gap=GAP
    )
    return (Group((columns,), tag="Div", space_before=s.unit, space_after=3 * s.unit),)


def figure(shown: Image, caption: Inline, s: Setting) -> Figure:
    """The image as wide as the flow where its height and pixels allow it, above its caption and credit."""
    drawn, alt = _drawn(shown, s)
    return _above(drawn, alt, _words(shown, caption, s), s)


def _above(drawn: Drawing | Raster, alt: str, below: tuple[Block, ...], s: Setting) -> Figure:
    return Figure(drawn, alt, (Space(s.unit), *below), space_before=s.unit, space_after=3 * s.unit)


def _words(shown: Image, caption: Inline, s: Setting) -> tuple[Block, ...]:
    """Caption and credit line."""
    small, note = s.styles.small, s.styles.caption
    credit = paragraph(runs(credit_line(shown, s.language), note), note)
    if not caption:
        return (credit,)
    said = paragraph(runs(caption, small), small, tag="Caption", space_after=s.unit / 2)
    return (said, credit)


def _drawn(shown: Image, s: Setting) -> tuple[Drawing | Raster, str]:
    """What is drawn and what it shows; a place for a picture that isn't there says both what it is and would show."""
    drawn = content(shown, s.width, TALLEST, DPI, Look(s.theme, s.language))
    if drawn is None:
        place = missing_picture(shown, s.width, s.width * PLACE, s.theme, s.labels)
        return place, " ".join(part for part in (place.alt, shown.alt) if part)
    if isinstance(drawn, Bitmap):
        return Raster(drawn.data, drawn.kind, drawn.width, drawn.height), shown.alt
    return drawn, shown.alt


def _legible(shown: Image, s: Setting) -> float:
    """How wide a drawing must be for its smallest words to be read; 0 for a picture without."""
    drawn = content(shown, 1000.0, 1000.0, DPI, Look(s.theme, s.language))
    if not isinstance(drawn, Drawing):
        return 0.0
    sizes = [shape.size for shape in drawn.shapes if isinstance(shape, Label)]
    return drawn.width * LEGIBLE / min(sizes) if sizes else 0.0
