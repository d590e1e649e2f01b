"""Slides in; slide and notes parts out, as XML text. What a slide refers to comes as relationship ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from builders.deck.drawing_xml import drawing_xml
from builders.deck.holders import BULLET, CELL_X
from builders.deck.layout_parts import GROUP, INHERITED, NUMBER_FIELD, placeholder_tag
from builders.deck.markup import (
    HEAD,
    NAMESPACES,
    Link,
    attribute,
    emu,
    escape,
    office_language,
    overrides,
    paragraph,
    run,
    size,
    transform,
)
from builders.deck.slides import (
    ChartShape,
    DeckPlan,
    DrawingShape,
    Layout,
    Paragraph,
    PictureShape,
    Placeholder,
    Run,
    Slide,
    TableShape,
    TextBox,
)
from builders.deck.theme_parts import ROWS_STYLE, TABLE_STYLE

_LOCKED = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'


def slide_xml(
    slide: Slide,
    number: int,
    plan: DeckPlan,
    link: Link,
    picture: Callable[[PictureShape], str],
    chart: Callable[[ChartShape], str],
) -> str:
    """A slide. `link`, `picture` and `chart` give the relationship ids of what it refers to."""
    layout = plan.layouts.layout(slide.layout)
    shapes: list[str] = []
    free = 2
    for shape in slide.shapes:
        match shape:
            case TextBox():
                shapes.append(_text(shape, free, layout, plan.language, link))
                free += 1
            case TableShape():
                shapes.append(_table(shape, free, layout, plan.language, link))
                free += 1
            case ChartShape():
                shapes.append(_chart(shape, free, layout, chart(shape)))
                free += 1
            case PictureShape():
                shapes.append(_picture(shape, free, layout, picture(shape)))
                free += 1
            case DrawingShape():
                xml, free = drawing_xml(shape, free, plan.theme, plan.language, picture)
                shapes.append(xml)
            case _:
                assert_never(shape)
    if layout.furniture:
        shapes.append(_furniture(plan, slide, number, free))
    tree = f"<p:spTree>{GROUP}{''.join(shapes)}</p:spTree>"
    return f"{HEAD}<p:sld {NAMESPACES}><p:cSld>{tree}</p:cSld>{INHERITED}</p:sld>"


def notes_xml(notes: tuple[Paragraph, ...], language: str, link: Link, points: float) -> str:
    """The notes page of a slide, its text at `points`."""
    own = "".join(paragraph(item, language, link) for item in notes)
    style = f'<a:lvl1pPr><a:defRPr sz="{size(points)}"/></a:lvl1pPr>' if points != 12 else ""
    return (
        f'{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/>'
        '</p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/>'
        f'{_LOCKED}<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
        f"<a:lstStyle>{style}</a:lstStyle>{own}</p:txBody></p:sp></p:spTree></p:cSld>{INHERITED}</p:notes>"
    )


def _text(shape: TextBox, number: int, layout: Layout, language: str, link: Link) -> str:
    holder = layout.holder(shape.placeholder)
    moved = transform(shape.box) if shape.box != holder.box else ""
    text = "".join(paragraph(item, language, link, holder.levels) for item in shape.paragraphs)
    # Sizes are baked; the layout's `normAutofit`, inherited, is for those who edit the slide later. One of the slide's
    # own would make LibreOffice fit the text again.
    sizes = f"<a:bodyPr/><a:lstStyle>{overrides(holder.levels, shape.sizes)}</a:lstStyle>"
    return _sp(holder, number, moved, sizes + text)


def _sp(holder: Placeholder, number: int, properties: str, body: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(holder.name)}"/>{_LOCKED}'
        f"<p:nvPr>{placeholder_tag(holder)}</p:nvPr></p:nvSpPr><p:spPr>{properties}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    )


def _furniture(plan: DeckPlan, slide: Slide, number: int, free: int) -> str:
    lang = attribute(office_language(plan.language))
    field = f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>{number}</a:t></a:fld></a:p>'
    text = f'<a:p><a:r><a:rPr lang="{lang}" dirty="0"/><a:t>{escape(slide.footer)}</a:t></a:r></a:p>'
    plain = "<a:bodyPr/><a:lstStyle/>"
    return _sp(plan.layouts.footer, free, "", plain + text) + _sp(
        plan.layouts.number, free + 1, "", plain + field
    )


def _picture(shape: PictureShape, number: int, layout: Layout, relation: str) -> str:
    holder = layout.holder(shape.placeholder)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{attribute(holder.name)}" descr="{attribute(shape.alt)}"/>'
        f'<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{placeholder_tag(holder)}</p:nvPr>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(shape.box)}</p:spPr></p:pic>"
    )


def _table(shape: TableShape, number: int, layout: Layout, language: str, link: Link) -> str:
    holder = layout.holder(shape.placeholder)
    first = ' firstCol="1"' if shape.row_headers else ""
    head, style = (' firstRow="1"', TABLE_STYLE) if shape.names is None else ("", ROWS_STYLE)
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in shape.columns)
    rows = "".join(
        f'<a:tr h="{emu(row.height)}">'
        + "".join(_cell(cell, place, column, shape, language, link) for column, cell in enumerate(row.cells))
        + "</a:tr>"
        for place, row in enumerate(shape.rows)
    )
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{attribute(holder.name)}" '
        f'descr="{attribute(shape.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{placeholder_tag(holder)}</p:nvPr></p:nvGraphicFramePr>{transform(shape.box, 'p')}<a:graphic>"
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr{head}'
        f"{first}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _chart(shape: ChartShape, number: int, layout: Layout, relation: str) -> str:
    holder = layout.holder(shape.placeholder)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{attribute(holder.name)}" '
        f'descr="{attribute(shape.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{placeholder_tag(holder)}</p:nvPr></p:nvGraphicFramePr>{transform(shape.box, 'p')}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
        f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/></a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def _cell(
    paragraphs: tuple[Paragraph, ...], row: int, column: int, shape: TableShape, language: str, link: Link
) -> str:
    left = 0 if column == 0 else emu(CELL_X)
    named = column == 0 and shape.names is not None
    points = shape.names if named and shape.names is not None else shape.size
    above, below = emu(shape.pad - (shape.lift if named else 0)), emu(shape.pad)
    family = "heading" if named else None
    text = "".join(
        "<a:p>"
        + _cell_style(item)
        + "".join(run(_name(one) if named else one, language, link, points, family) for one in item.runs)
        + "</a:p>"
        for item in paragraphs
    )
    lang = attribute(office_language(language))
    empty = f'<a:p><a:endParaRPr lang="{lang}" sz="{size(points)}"/></a:p>'
    anchor = ' anchor="ctr"' if shape.middle else ""
    if row == 0 and shape.names is None:  # headers stand on their line
        anchor = ' anchor="b"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text or empty}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{emu(CELL_X)}" marT="{above}" marB="{below}"{anchor}/></a:tc>'
    )


def _name(item: Run) -> Run:
    """A name in a list of names is set in the accent, which not every program takes from a table's style."""
    return replace(item, ink=item.ink or "accent")


def _cell_style(item: Paragraph) -> str:
    """LibreOffice sets the lines of a table tighter than all others, unless they say how far they stand apart."""
    spacing = '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
    if not item.level:
        return f"<a:pPr>{spacing}</a:pPr>"
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    hang = 0 if item.continued else emu(BULLET)
    return (
        f'<a:pPr marL="{emu(BULLET)}" indent="{-hang}">{spacing}<a:spcBef><a:spcPct val="15000"/></a:spcBef>'
        f'<a:buClr><a:schemeClr val="accent1"/></a:buClr>{"<a:buNone/>" if item.continued else mark}</a:pPr>'
    )
