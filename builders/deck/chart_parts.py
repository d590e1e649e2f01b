"""A chart's frame in; its native chart, which a presenter can edit, out, as XML text."""

from __future__ import annotations

from decimal import Decimal

from builders.deck.chart_marks import series_marks, text_xml
from builders.deck.chart_workbook import SHEET, number_format
from builders.deck.markup import HEAD, attribute, emu, escape, fill, office_language
from builders.figures.chart_frame import SPACE, Frame
from builders.lesson.charts import ChartKind
from builders.lesson.labels import labels
from builders.lesson.model import plain
from builders.lesson.numbers import decimals

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_CATEGORIES, _VALUES = 111111111, 222222222
_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def chart_xml(frame: Frame, workbook: str) -> str:
    """The chart part; `workbook` is the relationship id of its workbook."""
    lang = attribute(office_language(frame.language))
    return (
        f'{HEAD}<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{lang}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(frame)}{_plot(frame)}{_category_axis(frame)}'
        f'{_value_axis(frame)}{_BARE}</c:plotArea>{_legend(frame)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'
        f"</c:chart>{_BARE}{text_xml(frame.size, frame.language)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def series_names(frame: Frame) -> tuple[str, ...]:
    """What heads each column of numbers: a single series without a name is called what the chart is, or counts."""
    chart, words = frame.chart, labels(frame.language)
    return tuple(
        plain(series.name) or plain(chart.title) or plain(chart.unit) or words.chart
        for series in chart.series
    )


def _layout(frame: Frame) -> str:
    """The area between the axes, as shares of the chart's box."""
    start = _start(frame)
    left, top = start / frame.width, frame.top / frame.height
    wide, high = (frame.right - start) / frame.width, (frame.bottom - frame.top) / frame.height
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.5f}"/><c:y val="{top:.5f}"/><c:w val="{wide:.5f}"/><c:h val="{high:.5f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _start(frame: Frame) -> float:
    """Where the plot begins: the names of categories stand at its edge, so that numbers below zero are inside it."""
    below = frame.lying and frame.scale.low < 0
    return frame.column + 0.5 * frame.size if below else frame.left


def _plot(frame: Frame) -> str:
    series = "".join(_series(frame, s, name) for s, name in enumerate(series_names(frame)))
    axes = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
    if frame.chart.kind is ChartKind.LINE:
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{axes}'
            "</c:lineChart>"
        )
    count = len(frame.chart.series)
    between = (frame.pitch - frame.bar * (count + SPACE * (count - 1))) / frame.bar
    return (
        f'<c:barChart><c:barDir val="{"bar" if frame.lying else "col"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{max(0, min(500, round(between * 100)))}"/>'
        f'<c:overlap val="{round(-SPACE * 100)}"/>{axes}</c:barChart>'
    )


def _series(frame: Frame, s: int, name: str) -> str:
    chart, column = frame.chart, chr(ord("B") + s)
    last = len(chart.categories) + 1
    categories = "".join(
        f'<c:pt idx="{n}"><c:v>{escape(plain(category))}</c:v></c:pt>'
        for n, category in enumerate(chart.categories)
    )
    values = chart.series[s].values
    numbers = "".join(
        f'<c:pt idx="{n}"><c:v>{_exact(value)}</c:v></c:pt>'
        for n, value in enumerate(values)
        if value is not None
    )
    code = number_format(max((decimals(value) for value in values if value is not None), default=0))
    count = f'<c:ptCount val="{len(chart.categories)}"/>'
    smooth = '<c:smooth val="0"/>' if chart.kind is ChartKind.LINE else ""
    return (
        f'<c:ser><c:idx val="{s}"/><c:order val="{s}"/><c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{series_marks(frame, s)}<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{categories}"
        f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>{code}</c:formatCode>{count}{numbers}</c:numCache></c:numRef></c:val>{smooth}</c:ser>"
    )


def _category_axis(frame: Frame) -> str:
    inside = frame.scale.low <= 0 <= frame.scale.high
    order = "maxMin" if frame.lying else "minMax"
    skip = f'<c:tickLblSkip val="{frame.every}"/>'
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if frame.lying else "b"}"/>{_TICKS}<c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="{emu(0.75)}">{fill("ink" if inside else "hairline")}</a:ln></c:spPr>'
        f"{text_xml(frame.size, frame.language, lines=True if frame.every == 1 else None)}"
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="{"autoZero" if inside else "min"}"/>'
        f'<c:auto val="0"/><c:lblAlgn val="{"r" if frame.lying else "ctr"}"/>'
        f'<c:lblOffset val="60"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(frame: Frame) -> str:
    """Bars begin at zero. Where the numbers are printed the axis isn't, and the upper end of the scale is left to the
    program, so that a bar whose number is changed keeps its place; parts of one chart have one scale."""
    scale = frame.scale
    fixed = not frame.values or frame.chart.kind is ChartKind.LINE or frame.part[1] > 1
    low = scale.low
    if _start(frame) < frame.left:
        per = (frame.right - frame.left) / float(scale.high - low)
        low -= Decimal(f"{(frame.left - _start(frame)) / per:.3g}")
    fixed = fixed or low < scale.low
    most = f'<c:max val="{_exact(scale.high)}"/>' if fixed or scale.high == 0 else ""
    least = f'<c:min val="{_exact(low)}"/>' if fixed or low == 0 else ""
    lines = f'<c:majorGridlines><c:spPr><a:ln w="{emu(0.5)}">{fill("hairline")}</a:ln></c:spPr></c:majorGridlines>'
    step = scale.ticks[1] - scale.ticks[0] if len(scale.ticks) > 1 else Decimal(1)
    unit = "" if frame.values else f'<c:majorUnit val="{_exact(step)}"/>'
    # Spaces keep the numbers clear of points that stand on the axis.
    code = number_format(decimals(step)) + (escape('"  "') if frame.edges else "")
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>{most}{least}</c:scaling>'
        f'<c:delete val="{int(frame.values)}"/><c:axPos val="{"b" if frame.lying else "l"}"/>'
        f'{"" if frame.values else lines}<c:numFmt formatCode="{code}" sourceLinked="0"/>{_TICKS}'
        f'<c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_xml(frame.size, frame.language, muted=True)}<c:crossAx val="{_CATEGORIES}"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="{"midCat" if frame.edges else "between"}"/>{unit}</c:valAx>'
    )


def _legend(frame: Frame) -> str:
    """A legend only where the names have no room at what they name."""
    if frame.names != "key":
        return ""
    return (
        '<c:legend><c:legendPos val="t"/><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0"/><c:y val="0"/></c:manualLayout></c:layout><c:overlay val="0"/>'
        f"{text_xml(frame.size, frame.language)}</c:legend>"
    )


def _exact(value: Decimal) -> str:
    return format(value, "f")
