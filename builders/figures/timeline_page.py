"""Events and a measure in, a vertical timeline out: one drawing an event, so that a page may break between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builders.figures.drawing import Drawing, Ellipse, Label, Line, Shape, Stroke
from builders.figures.ops import tidy
from builders.figures.timeline_entries import TimelineEntry, alternative, entries, in_order
from builders.lesson.model import Event, Inline
from builders.theme.faces import Face
from builders.theme.measure import advance, ascent, cap_height, descent
from builders.theme.tokens import Theme
from builders.theme.wrap import wrap, wrap_spans

BESIDE = 300.0
"""From this measure on the dates stand in a column of their own, beside the axis instead of above their events."""
DOT = 3.0
GAP = 8.0


def vertical(events: Sequence[Event], width: float, theme: Theme, language: str) -> tuple[Drawing, ...]:
    """The events from top to bottom, a drawing `width` points wide for each; set one under the other without space
    between, their axes join. Not to scale. Each `alt` says its event."""
    ordered = in_order(events)
    listed = entries(ordered, language)
    dated = theme.page.label.with_style(bold=True)
    size = theme.page.small[0]
    column = 0.0
    if width >= BESIDE:
        column = min(
            width * 0.3, max((advance(entry.date_label, dated, size) for entry in listed), default=0.0) + 1
        )
    undated = [event.date.order()[0] == float("inf") for event in ordered]
    return tuple(
        _row(
            entry,
            width,
            column,
            theme,
            language,
            first=index == 0,
            last=index + 1 == len(listed),
            hollow=undated[index],
        )
        for index, entry in enumerate(listed)
    )


def _row(
    entry: TimelineEntry,
    width: float,
    column: float,
    theme: Theme,
    language: str,
    *,
    first: bool,
    last: bool,
    hollow: bool,
) -> Drawing:
    palette, face = theme.palette, theme.page.label
    dated = face.with_style(bold=True)
    size, pitch = theme.page.small
    x = column + GAP + DOT if column else DOT + 0.5
    left = x + DOT + GAP
    top = (pitch - ascent(face, size) - descent(face, size)) / 2 + ascent(face, size)
    dates = wrap(entry.date_label, dated, size, column or width - left) if entry.date_label else []
    shapes: list[Shape] = []
    for index, line in enumerate(dates):
        y = tidy(top + index * pitch)
        if column:
            shapes.append(Label(tidy(column), y, line, dated, size, palette.accent, "end"))
        else:
            shapes.append(Label(tidy(left), y, line, dated, size, palette.accent))
    start = 0 if column else len(dates)
    lines = 0
    for lines, labels in enumerate(_lines(entry.text, face, size, width - left), start=1):
        y = tidy(top + (start + lines - 1) * pitch)
        shapes += [Label(tidy(left + at), y, text, own, size, palette.ink) for at, text, own in labels]
    height = max(start + lines, len(dates)) * pitch + (0.0 if last else theme.page.unit)
    middle = tidy(top - cap_height(face, size) / 2)
    axis = Line(
        tidy(x),
        middle if first else 0.0,
        tidy(x),
        middle if last else tidy(height),
        Stroke(palette.hairline, 0.75),
    )
    dot = (
        Ellipse(tidy(x), middle, DOT - 0.5, DOT - 0.5, palette.paper, Stroke(palette.accent, 1.0))
        if hollow
        else Ellipse(tidy(x), middle, DOT, DOT, palette.accent)
    )
    return Drawing(tidy(width), tidy(height), (axis, dot, *shapes), alternative((entry,), language))


def _lines(text: Inline, face: Face, size: float, width: float) -> Iterator[list[tuple[float, str, Face]]]:
    """Lines as runs (offset, text, face), formatting kept."""
    faces = [face.with_style(bold=span.bold, italic=span.italic) for span in text]
    for line in wrap_spans([(span.text, own, size) for span, own in zip(text, faces, strict=True)], width):
        at, runs = 0.0, []
        for index, piece in line:
            runs.append((at, piece, faces[index]))
            at += advance(piece, faces[index], size)
        yield runs
