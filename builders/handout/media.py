"""An image in, its figure out: the picture or its labelled place, with caption and credit, in one piece."""

from __future__ import annotations

from builders.figures.drawing import Drawing
from builders.figures.image import prepare
from builders.figures.ops import fit
from builders.figures.placeholder import missing_picture
from builders.figures.svg import read_svg
from builders.handout.setting import Setting
from builders.handout.text import paragraph, runs
from builders.lesson.credits import credit_line
from builders.lesson.model import Image, ImageBlock, Inline, Picture
from builders.pdf.blocks import Block, Figure, Raster

DPI = 150
"""The resolution in pixels an inch that a picture keeps in print: it isn't drawn larger."""

PLACE = 0.42
"""The height of a place for a missing picture, as a share of its width."""


def image(block: ImageBlock, s: Setting) -> tuple[Block, ...]:
    """An image in the flow."""
    return (figure(block.image, block.caption or block.image.caption, s),)


def figure(shown: Image, caption: Inline, s: Setting, tallest: float = 300.0) -> Figure:
    """The image at most as wide as the flow and `tallest` points high, with caption and credit."""
    below: list[Block] = []
    if caption:
        below.append(
            paragraph(runs(caption, s.styles.small), s.styles.small, tag="Caption", space_before=s.unit)
        )
    credit = runs(credit_line(shown, s.language), s.styles.caption)
    below.append(paragraph(credit, s.styles.caption, space_before=s.unit / 2))
    return Figure(
        _content(shown, s, tallest),
        alt=shown.alt,
        caption=tuple(below),
        space_before=2 * s.unit,
        space_after=3 * s.unit,
    )


def _content(shown: Image, s: Setting, tallest: float) -> Drawing | Raster:
    match shown.picture:
        case None:
            height = min(tallest, s.width * PLACE)
            return missing_picture(shown, s.width, height, s.theme, s.labels)
        case Picture(kind="svg"):
            drawing, _ = read_svg(shown.picture.data, shown.picture.path)
            if drawing is None:
                return missing_picture(shown, s.width, s.width * PLACE, s.theme, s.labels)
            return fit(drawing, s.width, tallest)
        case Picture():
            ready = prepare(shown.picture.data)
            width = min(s.width, ready.width_px * 72 / DPI, tallest * ready.width_px / ready.height_px)
            return Raster(ready.data, ready.kind, width, width * ready.height_px / ready.width_px)
