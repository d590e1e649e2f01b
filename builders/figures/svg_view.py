"""The size of a viewport and its viewBox in, the map from user units into it out."""

from __future__ import annotations

from builders.figures.svg_transform import Matrix, numbers

View = tuple[float, float, float, float]
"""A viewBox: left, top, width, height in user units."""


def view_box(text: str) -> View | None:
    """A viewBox that has a size, None for any other."""
    values = numbers(text)
    if values is None or len(values) != 4 or values[2] <= 0 or values[3] <= 0:
        return None
    return values[0], values[1], values[2], values[3]


def view_matrix(view: View, width: float, height: float, keep: str) -> Matrix:
    """The map of a viewBox into a viewport of width × height; `keep` is what preserveAspectRatio says."""
    x, y, w, h = view
    words = (keep or "xMidYMid meet").split()
    across, down = width / w, height / h
    if words[0] != "none":
        across = down = max(across, down) if "slice" in words else min(across, down)
    place = words[0]
    dx = (width - w * across) * (0.0 if "xMin" in place else 1.0 if "xMax" in place else 0.5)
    dy = (height - h * down) * (0.0 if "YMin" in place else 1.0 if "YMax" in place else 0.5)
    return Matrix(across, 0, 0, down, dx - x * across, dy - y * down)
