"""A frame in, the chart as a drawing out: the page's, and wherever a picture of it is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from builders.figures.chart_frame import PAD, SPACE, Frame, named_at, widths
from builders.figures.chart_key import key
from builders.figures.chart_lines import end_labels, lines
from builders.figures.chart_style import bar, look, quiet
from builders.figures.drawing import Drawing, Label, Line, Shape, Stroke
from builders.figures.ops import tidy
from builders.lesson.charts import ChartKind
from builders.lesson.model import plain
from builders.lesson.numbers import format_number
from builders.theme.tokens import Palette

CAP = 0.36
"""From the middle of a line of figures down to its baseline, in ems."""
HAIR = 0.5


def draw(frame: Frame, palette: Palette, alt: str) -> Drawing:
    """The chart."""
    shapes: list[Shape] = [*key(frame, palette)] if frame.names == "key" else []
    shapes += _axis(frame, palette)
    if frame.chart.kind is ChartKind.LINE:
        shapes += lines(frame, palette)
    else:
        shapes += _bars(frame, palette)
    shapes += _base(frame, palette)
    shapes += _categories(frame, palette)
    return Drawing(tidy(frame.width), tidy(frame.height), tuple(shapes), alt)


def _axis(frame: Frame, palette: Palette) -> Iterator[Shape]:
    """Round numbers with hairlines, where the numbers themselves aren't printed; the lines end at words."""
    if frame.values:
        return
    words = list(end_labels(frame, palette)) if frame.chart.kind is ChartKind.LINE else []
    for tick in frame.scale.ticks:
        y = tidy(frame.at(tick))
        if tick != 0:
            for start, end in _clear(frame, y, words):
                yield Line(tidy(start), y, tidy(end), y, Stroke(palette.hairline, 0.35))
        text = format_number(tick, frame.language)
        yield Label(
            tidy(frame.left - 0.6 * frame.size), tidy(y + CAP * frame.size), text, frame.type.face, frame.size,
            palette.muted, "end",
        )  # fmt: skip


def _clear(frame: Frame, y: float, words: list[Label]) -> list[tuple[float, float]]:
    """The stretches of a line across the plot that no word stands on."""
    stretches, start = [], frame.left
    crossed = [word for word in words if -0.3 * frame.size < word.y - y < 1.0 * frame.size]
    for word in sorted(crossed, key=lambda word: word.x):
        gap = 0.3 * frame.size
        stretches.append((start, min(word.x - gap, frame.right)))
        start = max(start, word.x + widths([word.text], word.face, word.size)[0] + gap)
    stretches.append((start, frame.right))
    return [(one, other) for one, other in stretches if other > one]


def _base(frame: Frame, palette: Palette) -> Iterator[Shape]:
    """The line on which bars begin, or above which lines run."""
    pen = Stroke(palette.ink, HAIR)
    if frame.lying:
        yield Line(tidy(frame.zero), tidy(frame.top), tidy(frame.zero), tidy(frame.bottom), pen)
        return
    inside = frame.scale.low <= 0 <= frame.scale.high
    y = tidy(frame.zero if inside else frame.bottom)
    yield Line(tidy(frame.left), y, tidy(frame.right), y, pen if inside else Stroke(palette.hairline, HAIR))


def _categories(frame: Frame, palette: Palette) -> Iterator[Shape]:
    """The names of the categories, at the left or below."""
    size, face = frame.size, frame.type.face
    for n, name in enumerate(frame.labels):
        if n % frame.every and n != frame.chart.highlight:
            continue
        if frame.every > 1 and n != frame.chart.highlight and _crowded(frame, n):
            continue
        own = frame.type.bold if n == frame.chart.highlight else face
        middle = frame.middle(n)
        if frame.lying:
            x, anchor = tidy(frame.column), "end"
            first = middle - (len(name) - 1) / 2 * frame.lead + CAP * size
        else:
            x, anchor = tidy(middle), "middle"
            first = frame.height - (max(len(one) for one in frame.labels) - 0.5) * frame.lead + CAP * size
        for row, text in enumerate(name):
            y = tidy(first + row * frame.lead)
            yield Label(x, y, text, own, size, palette.ink, "end" if anchor == "end" else "middle")


def _crowded(frame: Frame, n: int) -> bool:
    """Whether a name would touch that of the highlighted category."""
    lit = frame.chart.highlight
    return lit is not None and abs(lit - n) < frame.every


def _bars(frame: Frame, palette: Palette) -> Iterator[Shape]:
    chart, count = frame.chart, len(frame.chart.series)
    group = frame.bar * (count + SPACE * (count - 1))
    for n in range(len(chart.categories)):
        for s, series in enumerate(chart.series):
            value = series.values[n]
            if value is None:
                continue
            own = quiet(s, count) if frame.dimmed and n != chart.highlight else look(s)
            start = frame.middle(n) - group / 2 + s * frame.bar * (1 + SPACE)
            end = frame.at(value)
            low, high = sorted((frame.zero, end))
            box = (low, start, high - low, frame.bar) if frame.lying else (start, low, frame.bar, high - low)
            if value:
                yield from bar(*box, own, palette, frame.size / 3)
            yield from _at_bar(frame, n, s, value, start + frame.bar / 2, end, palette)


def _at_bar(
    frame: Frame, n: int, s: int, value: Decimal, middle: float, end: float, palette: Palette
) -> Iterator[Shape]:
    """The number at the end of a bar, and the name of its series at the first."""
    size, text = frame.size, frame.texts[s][n]
    face = frame.type.bold if n == frame.chart.highlight else frame.type.face
    named = frame.names == "direct" and n == named_at(frame.chart.series[s])
    name = plain(frame.chart.series[s].name) if named else ""
    if not frame.lying:
        if frame.values:
            y = end - 0.35 * size if value >= 0 else end + size
            yield Label(tidy(middle), tidy(y), text, face, size, palette.ink, "middle")
        if name:
            yield from _flag(frame, s, name, middle, end, palette)
        return
    y = tidy(middle + CAP * size)
    if value < 0:
        yield Label(tidy(end - PAD * size), y, text, face, size, palette.ink, "end")
        return
    x = end + PAD * size
    if name:
        # As a native chart has it: the name, then the number.
        yield Label(tidy(x), y, name, frame.type.bold, size, palette.ink)
        x += widths([name], frame.type.bold, size)[0] + 0.7 * size
    yield Label(tidy(x), y, text, face, size, palette.ink)


def _flag(frame: Frame, s: int, name: str, middle: float, end: float, palette: Palette) -> Iterator[Shape]:
    """The name of a series above its first bar, with a hairline down to it; that of the first series is highest."""
    size, pitch = frame.size, frame.lead * 1.1
    baseline = frame.flags - (len(frame.chart.series) - 1 - s) * pitch
    foot = min(end, frame.zero) - (1.35 if frame.values else 0.2) * size
    yield Line(
        tidy(middle), tidy(baseline - 0.75 * size), tidy(middle), tidy(foot), Stroke(palette.muted, HAIR)
    )
    yield Label(tidy(middle + 0.35 * size), tidy(baseline), name, frame.type.bold, size, palette.ink)
