"""A deck's plan in, readable text out: what goldens hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from builders.deck.slides import (
    Box,
    ChartShape,
    DeckPlan,
    DrawingShape,
    Paragraph,
    PictureShape,
    Run,
    Shape,
    Slide,
    TableShape,
    TextBox,
)


def dump(plan: DeckPlan) -> str:
    """The whole plan."""
    head = [
        f"name: {plan.name}",
        f"title: {plan.title}",
        f"language: {plan.language}",
        f"authors: {', '.join(plan.authors)}",
        f"subject: {plan.subject}",
        f"keywords: {', '.join(plan.keywords)}",
        f"license: {plan.license}",
        *(f"section: {section.name} ({section.slides})" for section in plan.sections),
    ]
    body = [line for number, slide in enumerate(plan.slides, 1) for line in _slide(number, slide)]
    return "\n".join((*head, *body, ""))


def _slide(number: int, slide: Slide) -> Iterator[str]:
    who = "" if slide.audience == "all" else f" ({slide.audience})"
    yield ""
    yield f"{number}. {slide.layout}{who}: {slide.title}   [{slide.section}; {'.'.join(map(str, slide.loc))}]"
    for shape in slide.shapes:
        yield from (f"  {line}" for line in _shape(shape))
    yield f"  footer: {slide.footer}"
    yield from (f"  note: {line}" for line in _paragraphs(slide.notes))


def _shape(shape: Shape) -> Iterator[str]:
    match shape:
        case TextBox():
            yield f"{shape.placeholder} {_box(shape.box)} {'/'.join(f'{size:g}' for size in shape.sizes)}"
            yield from (f"  {line}" for line in _paragraphs(shape.paragraphs))
        case TableShape():
            widths = " ".join(f"{width:g}" for width in shape.columns)
            yield f"table {_box(shape.box)} {shape.size:g}, columns {widths}: {shape.alt}"
            for row in shape.rows:
                yield f"  {row.height:g}: " + " | ".join(" / ".join(_paragraphs(cell)) for cell in row.cells)
        case ChartShape():
            yield from _chart(shape)
        case PictureShape():
            yield f"picture {_box(shape.box)} {shape.kind}, {len(shape.data)} bytes: {shape.alt}"
        case DrawingShape():
            drawing = shape.drawing
            kind = "ornament" if shape.decorative else "drawing"
            box = Box(shape.x, shape.y, drawing.width, drawing.height)
            yield f"{kind} {_box(box)} {len(drawing.shapes)} shapes, {shape.name}: {drawing.alt}"
        case _:
            assert_never(shape)


def _chart(shape: ChartShape) -> Iterator[str]:
    frame = shape.frame
    kind = "lying" if frame.lying else "upright"
    what = f"{frame.chart.kind}, {kind}, {frame.size:g}, names {frame.names}, part {frame.part[0]} of {frame.part[1]}"
    plot = Box(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top)
    yield f"chart {_box(shape.box)} {what}: {shape.alt}"
    ends = f"from {frame.scale.low:f} to {frame.scale.high:f}"
    yield f"  plot {_box(plot)} {ends}, bar {frame.bar:.1f} of {frame.pitch:.1f}"
    for n, label in enumerate(frame.labels):
        mark = " !" if n == frame.chart.highlight else ""
        yield f"  {' / '.join(label)}: {' | '.join(own[n] for own in frame.texts)}{mark}"


def _box(box: Box) -> str:
    return f"({box.x:.1f} {box.y:.1f} {box.width:.1f} {box.height:.1f})"


def _paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for item in paragraphs:
        flags = "".join((f"{item.start}+ " if item.start > 1 else "", "… " if item.continued else ""))
        yield f"{'- ' * item.level}{flags}{''.join(_run(run) for run in item.runs)}"


def _run(run: Run) -> str:
    marks = "".join(("**" if run.bold else "", "_" if run.italic else ""))
    extra = "".join(
        f"{{{value}}}"
        for value in (run.language if run.language != "en" else None, run.ink, run.link)
        if value
    )
    return f"{marks}{run.text}{marks[::-1]}{extra}"
