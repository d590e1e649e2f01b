"""The marks of a native chart: how a series' bars and lines look, and the numbers and names that stand at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builders.deck.chart_workbook import number_format
from builders.deck.markup import SCHEME, attribute, emu, fill, office_language, size
from builders.figures.chart_frame import Frame, named_at
from builders.figures.chart_lines import DOT, WIDTH, ends, place
from builders.figures.chart_style import Look, look, quiet
from builders.lesson.charts import ChartKind
from builders.lesson.numbers import decimals

_PATTERNS = {"up": "dkUpDiag", "across": "ltHorz", "cross": "diagCross"}
_DASHES = {
    (): "solid",
    (4.0, 2.0): "dash",
    (1.0, 1.5): "sysDot",
    (6.0, 2.0, 1.0, 2.0): "dashDot",
    (8.0, 3.0): "lgDash",
}
_EDGE = 0.75
CLEAR = 0.3
"""What a name at a bar stands further from it than another program sets it, in ems."""


def series_marks(frame: Frame, s: int) -> str:
    """What stands between a series' name and its data: its look and its labels."""
    if frame.chart.kind is ChartKind.LINE:
        return _line(frame, s) + _labels(frame, s)
    count, lit = len(frame.chart.series), frame.chart.highlight
    own = quiet(s, count) if frame.dimmed else look(s)
    point = ""
    if lit is not None:
        about = f'<c:idx val="{lit}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        point = f"<c:dPt>{about}{_filled(look(s))}</c:dPt>"
    return f'{_filled(own)}<c:invertIfNegative val="0"/>{point}{_labels(frame, s)}'


def _filled(own: Look) -> str:
    inside = fill(own.fill)
    if own.pattern != "solid":
        inside = (
            f'<a:pattFill prst="{_PATTERNS[own.pattern]}"><a:fgClr><a:schemeClr val="{SCHEME[own.fill]}"/></a:fgClr>'
            '<a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>'
        )
    return f'<c:spPr>{inside}<a:ln w="{emu(_EDGE)}">{fill(own.edge)}</a:ln></c:spPr>'


def _line(frame: Frame, s: int) -> str:
    own, lit = look(s), frame.chart.highlight
    pen = (
        f'<c:spPr><a:ln w="{emu(WIDTH * frame.size)}" cap="flat">{fill(own.line)}'
        f'<a:prstDash val="{_DASHES[own.dash]}"/><a:round/></a:ln></c:spPr>'
    )
    point = f'<c:dPt><c:idx val="{lit}"/>{_marker(own, frame.size * 1.5)}<c:bubble3D val="0"/>{pen}</c:dPt>'
    return f"{pen}{_marker(own, frame.size)}{point if lit is not None else ''}"


def _marker(own: Look, points: float) -> str:
    inside = fill("paper") if own.open else fill(own.line)
    wide = max(2, min(72, round(points * DOT * 2)))
    return (
        f'<c:marker><c:symbol val="{own.marker}"/><c:size val="{wide}"/><c:spPr>{inside}<a:ln w="{emu(_EDGE * 2)}">'
        f"{fill(own.line)}</a:ln></c:spPr></c:marker>"
    )


def _labels(frame: Frame, s: int) -> str:
    """The labels of a series: all its numbers or none; and points that differ, with a name, in bold or elsewhere."""
    values = frame.chart.series[s].values
    counted = Counter(decimals(value) for value in values if value is not None).most_common(1)
    digits = counted[0][0] if counted else 0
    points = "".join(_points(frame, s, digits))
    line = frame.chart.kind is ChartKind.LINE
    place = f'<c:dLblPos val="{"t" if line else "outEnd"}"/>' if frame.values else ""
    return (
        f'<c:dLbls>{points}<c:numFmt formatCode="{_format(frame, digits)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln>'
        f"<a:noFill/></a:ln></c:spPr>{text_xml(frame.size, frame.language, lines=False)}{place}"
        f"{_shown(frame.values)}</c:dLbls>"
    )


def _format(frame: Frame, digits: int, named: bool = False) -> str:
    """The format of numbers at bars: a space keeps those that lie clear of their bars' ends."""
    plain = number_format(digits)
    return f"\\ {plain};-{plain}\\ " if frame.lying and not named else plain


def _points(frame: Frame, s: int, usual: int) -> Iterator[str]:
    chart, line = frame.chart, frame.chart.kind is ChartKind.LINE
    end = next((end for end in ends(frame) if end.series == s), None) if line else None
    for n, value in enumerate(chart.series[s].values):
        if value is None:
            continue
        lit = n == chart.highlight
        named = frame.names == "direct"
        named = named and (
            frame.lying and n == named_at(chart.series[s])
            if not line
            else end is not None and n == end.category
        )
        last = end is not None and n == end.category and not frame.values
        shown = frame.values or last
        where = "outEnd" if not line else "r" if named or last else place(frame, s, n)
        if not shown and not named:
            continue
        if frame.values and not named and not lit and where in ("outEnd", "t") and decimals(value) == usual:
            continue
        shift = end.shift / frame.height if line and end is not None and (named or last) else 0.0
        # The space before a number keeps it clear of its bar; a name has none.
        clear = CLEAR * frame.size / frame.width if named and not line else 0.0
        moved = (
            f'<c:layout><c:manualLayout><c:x val="{clear:.5f}"/><c:y val="{shift:.5f}"/></c:manualLayout></c:layout>'
            if abs(shift) > 0.001 or clear
            else ""
        )
        yield (
            f'<c:dLbl><c:idx val="{n}"/>{moved}<c:numFmt formatCode="{_format(frame, decimals(value), named)}" '
            'sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
            f'{text_xml(frame.size, frame.language, bold=lit or named, lines=False)}<c:dLblPos val="{where}"/>'
            f"{_shown(shown, named=named)}</c:dLbl>"
        )


def _shown(value: bool, *, named: bool = False) -> str:
    between = "<c:separator>  </c:separator>" if named and value else ""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(named)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>{between}'
    )


def text_xml(
    points: float, language: str, *, bold: bool = False, muted: bool = False, lines: bool | None = None
) -> str:
    """Text of a chart, in the theme's face; `lines` says whether it may be broken into lines."""
    lang = attribute(office_language(language))
    # LibreOffice breaks the names of categories where they are said to lie level.
    wrap = {None: "", True: ' rot="0" vert="horz"', False: ' wrap="none"'}[lines]
    return (
        f'<c:txPr><a:bodyPr{wrap}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size(points)}" b="{int(bold)}">'
        f'{fill("muted" if muted else "ink")}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
    )
