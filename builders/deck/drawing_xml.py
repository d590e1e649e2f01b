"""A drawing in, native shapes out: lines, freeforms and text boxes, one group with an alternative text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import assert_never

from builders.deck.layout_parts import DECORATIVE
from builders.deck.markup import attribute, emu, escape, office_language, rgb_fill, size, transform
from builders.deck.measure import PITCH, first_baseline
from builders.deck.slides import Box, DrawingShape, PictureShape
from builders.figures.drawing import (
    Card,
    CardLine,
    Close,
    CurveTo,
    Ellipse,
    Label,
    Line,
    LineTo,
    Move,
    Path,
    Picture,
    Rect,
    Segment,
    Stroke,
)
from builders.figures.drawing import Shape as Drawn
from builders.theme.breaks import bound
from builders.theme.faces import Face
from builders.theme.measure import advance
from builders.theme.tokens import Theme

_NO_LINE = "<a:ln><a:noFill/></a:ln>"


def drawing_xml(
    shape: DrawingShape, number: int, theme: Theme, language: str, picture: Callable[[PictureShape], str]
) -> tuple[str, int]:
    """The group (or the one shape) and the next free shape id; `number` is the first. `picture` gives the
    relationship ids of photographs."""
    writer = _Writer(shape, theme, language, picture)
    drawing = shape.drawing
    said = f'name="{attribute(shape.name)}"'
    about = f" {said}>{DECORATIVE}" if shape.decorative else f' {said} descr="{attribute(drawing.alt)}">'
    if len(drawing.shapes) == 1:
        return writer.shape(drawing.shapes[0], number, about), number + 1
    inner = "".join(
        writer.shape(item, n, f' name="{_NAMES[type(item)]} {n}">')
        for n, item in enumerate(drawing.shapes, number + 1)
    )
    box = Box(shape.x, shape.y, drawing.width, drawing.height)
    frame = transform(box)[:-9]
    frame += frame.split("<a:xfrm>")[1].replace("a:off", "a:chOff").replace("a:ext", "a:chExt") + "</a:xfrm>"
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}"{about}</p:cNvPr><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{frame}</p:grpSpPr>{inner}</p:grpSp>"
    ), number + 1 + len(drawing.shapes)


_NAMES: dict[type[Drawn], str] = {
    Path: "Path",
    Rect: "Area",
    Ellipse: "Dot",
    Line: "Line",
    Label: "Label",
    Card: "Card",
    Picture: "Picture",
}


class _Writer:
    """Writes the shapes of one drawing at its place on the slide."""

    def __init__(
        self, shape: DrawingShape, theme: Theme, language: str, picture: Callable[[PictureShape], str]
    ) -> None:
        self.picture = picture
        self.dx, self.dy = shape.x, shape.y
        self.theme = theme
        self.lang = attribute(office_language(language))

    def shape(self, item: Drawn, number: int, about: str) -> str:
        match item:
            case Rect():
                box = self.box(item.x, item.y, item.width, item.height)
                return self.sp(
                    number, about, transform(box) + _preset("rect") + self.paint(item.fill, item.stroke)
                )
            case Ellipse():
                box = self.box(item.cx - item.rx, item.cy - item.ry, 2 * item.rx, 2 * item.ry)
                return self.sp(
                    number, about, transform(box) + _preset("ellipse") + self.paint(item.fill, item.stroke)
                )
            case Line():
                return self.line(item, number, about)
            case Path():
                return self.path(item, number, about)
            case Label():
                return self.label(item, number, about)
            case Card():
                box = self.box(item.x, item.y, item.width, item.height)
                text = "".join(self.card_paragraph(lines, item.align) for lines in _paragraphs(item.lines))
                ground = "<a:noFill/>" if item.fill is None else rgb_fill(item.fill, self.theme.palette)
                return self.sp(number, about, transform(box) + _preset("rect") + ground, text, item.inset)
            case Picture():
                return self.image(item, number)
            case _:
                assert_never(item)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        return Box(x + self.dx, y + self.dy, width, height)

    def paint(self, color: str | None, stroke: Stroke | None) -> str:
        filled = "<a:noFill/>" if color is None else rgb_fill(color, self.theme.palette)
        return filled + self.pen(stroke)

    def pen(self, stroke: Stroke | None) -> str:
        if stroke is None or stroke.width <= 0:
            return _NO_LINE
        caps = {"butt": "flat", "round": "rnd", "square": "sq"}
        joins = {"miter": '<a:miter lim="800000"/>', "round": "<a:round/>", "bevel": "<a:bevel/>"}
        lengths = stroke.dash + stroke.dash if len(stroke.dash) % 2 else stroke.dash
        pairs = zip(lengths[::2], lengths[1::2], strict=True)
        percent = 100000 / stroke.width
        stops = "".join(f'<a:ds d="{round(on * percent)}" sp="{round(off * percent)}"/>' for on, off in pairs)
        dash = f"<a:custDash>{stops}</a:custDash>" if stops else ""
        return (
            f'<a:ln w="{emu(stroke.width)}" cap="{caps[stroke.cap]}">{rgb_fill(stroke.color, self.theme.palette)}{dash}'
            f"{joins[stroke.join]}</a:ln>"
        )

    def image(self, item: Picture, number: int) -> str:
        box = self.box(item.x, item.y, item.width, item.height)
        shown = PictureShape("", box, item.data, item.kind, item.alt)
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Picture {number}" descr="{attribute(item.alt)}"/>'
            f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{self.picture(shown)}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{transform(box)}{_preset('rect')}</p:spPr></p:pic>"
        )

    def sp(self, number: int, about: str, properties: str, text: str = "", inset: float = 0.0) -> str:
        edge = emu(inset)
        flag = ' txBox="1"' if text else ""
        body = (
            f'<p:txBody><a:bodyPr wrap="square" lIns="{edge}" tIns="{edge}" rIns="{edge}" bIns="{edge}" rtlCol="0" '
            'anchor="t"><a:noAutofit/>'
            f"</a:bodyPr><a:lstStyle/>{text}</p:txBody>"
            if text
            else ""
        )
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}"{about}</p:cNvPr><p:cNvSpPr{flag}/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{properties}</p:spPr>{body}</p:sp>"
        )

    def line(self, item: Line, number: int, about: str) -> str:
        flips = (' flipH="1"' if item.x2 < item.x1 else "") + (' flipV="1"' if item.y2 < item.y1 else "")
        left, top = min(item.x1, item.x2), min(item.y1, item.y2)
        box = self.box(left, top, abs(item.x2 - item.x1), abs(item.y2 - item.y1))
        return (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}"{about}</p:cNvPr><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
            f"<p:spPr>{transform(box, flags=flips)}{_preset('line')}{self.pen(item.stroke)}</p:spPr></p:cxnSp>"
        )

    def path(self, item: Path, number: int, about: str) -> str:
        xs, ys = zip(*_points(item.segments), strict=True)
        left, top = min(xs), min(ys)
        width, height = max(xs) - left, max(ys) - top

        def point(x: float, y: float) -> str:
            return f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>'

        commands = []
        for segment in item.segments:
            match segment:
                case Move():
                    commands.append(f"<a:moveTo>{point(segment.x, segment.y)}</a:moveTo>")
                case LineTo():
                    commands.append(f"<a:lnTo>{point(segment.x, segment.y)}</a:lnTo>")
                case CurveTo(x1, y1, x2, y2, x, y):
                    commands.append(
                        f"<a:cubicBezTo>{point(x1, y1)}{point(x2, y2)}{point(x, y)}</a:cubicBezTo>"
                    )
                case Close():
                    commands.append("<a:close/>")
                case _:
                    assert_never(segment)
        none = ' fill="none"' if item.fill is None else ""
        geometry = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{max(1, emu(width))}" h="{max(1, emu(height))}"{none}>{"".join(commands)}</a:path></a:pathLst>'
            "</a:custGeom>"
        )
        box = self.box(left, top, width, height)
        return self.sp(number, about, transform(box) + geometry + self.paint(item.fill, item.stroke))

    def label(self, item: Label, number: int, about: str) -> str:
        width = advance(item.text, item.face, item.size, item.letter_spacing) * 1.06 + item.size * 0.5
        rise = first_baseline(item.face, item.size)
        height = item.size * PITCH
        shift = {"start": 0.0, "middle": width / 2, "end": width}[item.anchor]
        # The box turns about its centre, the label about its anchor.
        angle = math.radians(item.rotation)
        cx, cy = width / 2 - shift, height / 2 - rise
        x = item.x + cx * math.cos(angle) - cy * math.sin(angle) - width / 2
        y = item.y + cx * math.sin(angle) + cy * math.cos(angle) - height / 2
        turn = f' rot="{round(item.rotation * 60000) % 21600000}"' if item.rotation else ""
        align = {"start": "l", "middle": "ctr", "end": "r"}[item.anchor]
        run = self.text(item.text, item.face, item.size, item.color, item.letter_spacing)
        text = f'<a:p><a:pPr algn="{align}"/>{run}</a:p>'
        box = self.box(x, y, width, height)
        return self.sp(number, about, transform(box, flags=turn) + _preset("rect") + "<a:noFill/>", text)

    def card_paragraph(self, lines: tuple[CardLine, ...], align: str) -> str:
        first = lines[0]
        [joined] = bound([" ".join(line.text for line in lines)])
        aligned = '<a:pPr algn="r"/>' if align == "right" else ""
        return f"<a:p>{aligned}{self.text(joined, first.face, first.size, first.color)}</a:p>"

    def text(self, text: str, face: Face, points: float, color: str, spacing: float = 0.0) -> str:
        heading = face.family == self.theme.slide.heading.family
        font = "+mj-lt" if heading else "+mn-lt"
        flags = (' b="1"' if face.bold else "") + (' i="1"' if face.italic else "")
        spaced = f' spc="{round(spacing * 100)}"' if spacing else ""
        return (
            f'<a:r><a:rPr lang="{self.lang}" sz="{size(points)}"{flags}{spaced} dirty="0">'
            f'{rgb_fill(color, self.theme.palette)}<a:latin typeface="{font}"/></a:rPr><a:t>{escape(text)}</a:t></a:r>'
        )


def _preset(kind: str) -> str:
    return f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'


def _points(segments: tuple[Segment, ...]) -> Iterator[tuple[float, float]]:
    for segment in segments:
        match segment:
            case Move() | LineTo():
                yield segment.x, segment.y
            case CurveTo(x1, y1, x2, y2, x, y):
                yield from ((x1, y1), (x2, y2), (x, y))
            case Close():
                pass
            case _:
                assert_never(segment)


def _paragraphs(lines: tuple[CardLine, ...]) -> list[tuple[CardLine, ...]]:
    paragraphs: list[list[CardLine]] = []
    for line in lines:
        if line.start or not paragraphs:
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return [tuple(group) for group in paragraphs]
