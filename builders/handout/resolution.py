"""A lesson and its paper in; pictures printed larger than their pixels or the page allow out, as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.figures.pictures import pixels
from builders.handout.media import DPI
from builders.handout.page import measure, page_setup
from builders.handout.plan import handout
from builders.handout.walk import walk
from builders.lesson.model import ImageBlock, Lesson, Paper
from builders.pdf.blocks import Figure, Raster
from builders.theme.tokens import Theme

_ROUNDING = 0.5


def check_print(lesson: Lesson, theme: Theme, paper: Paper, file: str) -> tuple[Diagnostic, ...]:
    """`coarse-picture` for each photograph with fewer than 150 pixels to the inch at its printed size, `wide-picture`
    for each width that a page doesn't have."""
    points = measure(page_setup(paper, theme))
    wide, widest = tuple(_too_wide(lesson, points, file)), points / 72
    # Pages are planned only where a picture may be too coarse: few are.
    if all((pixels(image) or (widest * DPI, 0))[0] >= widest * DPI for image in lesson.images):
        return wide
    found = {raster.loc: raster for raster in sorted(_coarse(lesson, theme, paper), key=lambda r: -r.dpi)}
    coarse = tuple(
        _diagnostic(image.file or image.id, found[image.loc], file)
        for image in lesson.images
        if image.loc in found
    )
    return (*wide, *coarse)


def _too_wide(lesson: Lesson, most: float, file: str) -> Iterator[Diagnostic]:
    own = {image.id: image.width for image in lesson.images}
    blocks = (block for section in lesson.sections for block in section.blocks)
    places = [
        *((image.loc, image.width) for image in lesson.images),
        *(
            (block.loc, block.image.width)
            for block in blocks
            if isinstance(block, ImageBlock) and block.image.width != own.get(block.image.id)
        ),
    ]
    for loc, width in places:
        if isinstance(width, float) and width > most + _ROUNDING:
            message = (
                f"A page has {_length(most)} between its margins: this picture is printed as wide as that."
            )
            hint = Hint("write full, or a smaller width")
            yield Diagnostic("wide-picture", Severity.NOTE, message, Place(file, (*loc, "width")), (hint,))


def _coarse(lesson: Lesson, theme: Theme, paper: Paper) -> Iterator[Raster]:
    for block in walk(handout(lesson, theme, paper).blocks):
        if (
            isinstance(block, Figure)
            and isinstance(block.content, Raster)
            and block.content.dpi < DPI - _ROUNDING
        ):
            yield block.content


def _diagnostic(name: str, printed: Raster, file: str) -> Diagnostic:
    needed, most = ceil(printed.width / 72 * DPI), printed.width * printed.dpi / DPI
    message = (
        f"“{name}” is coarse in print: {printed.dpi:.0f} pixels to the inch where it is {_length(printed.width)} wide; "
        f"{DPI} are wanted."
    )
    hint = Hint(
        f"find a copy that is {needed:,} pixels wide, or print it at most {_length(most)} wide, with `width:`"
    )
    return Diagnostic(
        "coarse-picture", Severity.WARNING, message, Place(file, (*printed.loc, "file")), (hint,)
    )


def _length(points: float) -> str:
    return f"{points / 72 * 2.54:.1f} cm ({points / 72:.1f} in)"
