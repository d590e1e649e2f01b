"""A lesson and its paper in; photographs that are printed larger than their pixels allow out, as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.figures.pictures import pixels
from builders.handout.media import DPI
from builders.handout.page import measure, page_setup
from builders.handout.plan import handout
from builders.handout.walk import walk
from builders.lesson.model import Lesson, Paper
from builders.pdf.blocks import Figure, Raster
from builders.theme.tokens import Theme

_ROUNDING = 0.5


def check_print(lesson: Lesson, theme: Theme, paper: Paper, file: str) -> tuple[Diagnostic, ...]:
    """`coarse-picture` for each photograph with fewer than 150 pixels to the inch at its printed size."""
    widest = measure(page_setup(paper, theme)) / 72
    # Pages are planned only where a picture may be too coarse: few are.
    if all((pixels(image) or (widest * DPI, 0))[0] >= widest * DPI for image in lesson.images):
        return ()
    found = {raster.loc: raster for raster in sorted(_coarse(lesson, theme, paper), key=lambda r: -r.dpi)}
    return tuple(
        _diagnostic(image.file or image.id, found[image.loc], file)
        for image in lesson.images
        if image.loc in found
    )


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
