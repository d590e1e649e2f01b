"""The picture of an event in, its proportions and the shapes that show it on a card out."""

from __future__ import annotations

from builders.figures.drawing import Drawing, Picture, Shape
from builders.figures.looks import Look
from builders.figures.ops import placed, tidy
from builders.figures.pictures import content, proportion
from builders.lesson.model import Image

DPI = 36
"""The resolution that a photograph keeps on a card."""


def aspect(image: Image | None) -> float:
    """Width by height; 0 where there is no picture (yet)."""
    return (proportion(image) or 0.0) if image is not None else 0.0


def shown(image: Image, x: float, y: float, width: float, height: float, look: Look) -> tuple[Shape, ...]:
    """The picture in a box of its proportions whose top left corner is (x, y)."""
    found = content(image, width, height, DPI, look)
    assert found is not None
    if isinstance(found, Drawing):
        return tuple(placed(shape, 1.0, x, y) for shape in found.shapes)
    return (
        Picture(
            tidy(x), tidy(y), tidy(found.width), tidy(found.height), found.data, found.kind, image.spoken
        ),
    )
