"""SVG text elements in, placed one-line labels out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builders.figures.svg_lengths import length
from builders.figures.svg_notes import Notes
from builders.figures.svg_style import Anchor, Style, cascade
from builders.figures.svg_tree import Element
from builders.theme.measure import advance

_SPACE = re.compile(r"[ \t\r\n\f]+")
# How far below its y the baseline lies, in em, when y names another line of the type.
_BASELINES = {
    "middle": 0.25,
    "central": 0.35,
    "hanging": 0.72,
    "text-before-edge": 0.9,
    "text-top": 0.9,
    "text-after-edge": -0.22,
    "text-bottom": -0.22,
    "ideographic": -0.22,
}


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A run of text and its baseline's anchor in user units."""

    text: str
    x: float
    y: float
    anchor: Anchor
    style: Style
    element: Element


@dataclass(slots=True)
class _Run:
    text: str
    style: Style
    element: Element
    x: float | None
    y: float | None
    dx: float
    dy: float


def place_text(element: Element, style: Style, size: tuple[float, float], notes: Notes) -> list[PlacedText]:
    """The runs of a text element, each where it stands; `size` is what 100 % means across and down."""
    runs = _collapsed(list(_runs(element, style, size, notes)))
    placed: list[PlacedText] = []
    x = y = 0.0
    for chunk in _chunks(runs):
        first = chunk[0]
        x = x if first.x is None else first.x
        y = y if first.y is None else first.y
        anchor = first.style.anchor
        drawn = [run for run in chunk if run.text.strip()]
        if len(drawn) == 1 and len(chunk) == 1:
            # One run keeps its anchor: a writer with other widths still sets it where it belongs.
            x, y = x + first.dx, y + first.dy
            placed.append(_at(first, x, y, anchor))
            x += {"start": 1.0, "middle": 0.5, "end": 0.0}[anchor] * _width(first)
            continue
        whole = sum(run.dx + _width(run) for run in chunk)
        x -= {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * whole
        for run in chunk:
            x, y = x + run.dx, y + run.dy
            if run.text.strip():
                placed.append(_at(run, x, y, "start"))
            x += _width(run)
    return placed


def _at(run: _Run, x: float, y: float, anchor: Anchor) -> PlacedText:
    down = _BASELINES.get(run.style.baseline, 0.0) * run.style.size
    return PlacedText(
        run.text if run.style.preserve else run.text.rstrip(), x, y + down, anchor, run.style, run.element
    )


def _width(run: _Run) -> float:
    return advance(run.text, run.style.face, run.style.size) + run.style.spacing * len(run.text)


def _runs(element: Element, style: Style, size: tuple[float, float], notes: Notes) -> Iterator[_Run]:
    """The text in document order; an element's own position goes to its first run."""
    position = _position(element, style, size, notes)
    for child in element.children:
        if isinstance(child, str):
            yield _Run(child, style, element, *position)
            position = (None, None, 0.0, 0.0)
        elif child.name in ("tspan", "a"):
            inner = cascade(style, child.attributes)
            for ignored in inner.ignored:
                notes.unsupported(child, f"the property {ignored}")
            if not inner.style.shown:
                continue
            baseline = inner.style.baseline if inner.style.baseline != "auto" else style.baseline
            below = replace(inner.style, baseline=baseline)
            for run in _runs(child, below, size, notes):
                _inherit(run, position)
                position = (None, None, 0.0, 0.0)
                yield run
        elif child.name not in ("title", "desc", "metadata", ""):
            notes.unsupported(child, f"the element <{child.name}> in text")


def _inherit(run: _Run, position: tuple[float | None, float | None, float, float]) -> None:
    x, y, dx, dy = position
    run.x = x if run.x is None else run.x
    run.y = y if run.y is None else run.y
    run.dx += dx
    run.dy += dy


def _position(
    element: Element, style: Style, size: tuple[float, float], notes: Notes
) -> tuple[float | None, float | None, float, float]:
    values: dict[str, float | None] = {}
    for name, whole in (("x", size[0]), ("y", size[1]), ("dx", size[0]), ("dy", size[1])):
        parts = re.split(r"[\s,]+", element.attributes.get(name, "").strip())
        values[name] = length(parts[0], style.size, whole) if parts[0] else None
        if len(parts) > 1:
            notes.unsupported(element, f"more than one {name} for a run of text")
        elif parts[0] and values[name] is None:
            notes.unsupported(element, f"{name} “{parts[0][:20]}”")
    for name in ("rotate", "textLength"):
        if name in element.attributes:
            notes.unsupported(element, f"the attribute {name}")
    return values["x"], values["y"], values["dx"] or 0.0, values["dy"] or 0.0


def _collapsed(runs: list[_Run]) -> list[_Run]:
    """White space as in HTML: runs of it are one space, none at the ends of a line."""
    after_space = True
    for run in runs:
        if run.x is not None or run.y is not None:
            after_space = True
        if run.style.preserve:
            run.text = re.sub(r"[\t\r\n\f]", " ", run.text)
        else:
            run.text = _SPACE.sub(" ", run.text)
            if after_space:
                run.text = run.text.lstrip(" ")
        if run.text:
            after_space = run.text.endswith(" ") and not run.style.preserve
    return [run for run in runs if run.text or run.x is not None or run.y is not None or run.dx or run.dy]


def _chunks(runs: list[_Run]) -> list[list[_Run]]:
    """Runs that are anchored together: a new chunk begins wherever x or y is given."""
    chunks: list[list[_Run]] = []
    for run in runs:
        if not chunks or run.x is not None or run.y is not None:
            chunks.append([])
        chunks[-1].append(run)
    for chunk in chunks:
        last = chunk[-1]
        if not last.style.preserve:
            last.text = last.text.rstrip(" ")
    return chunks
