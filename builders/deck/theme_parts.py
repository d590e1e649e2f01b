"""Theme tokens in; theme, table styles and document properties out, as XML text."""

from __future__ import annotations

import uuid

from builders.deck.markup import HEAD, attribute, escape, office_language
from builders.deck.slides import DeckPlan
from builders.theme.tokens import Theme

TABLE_STYLE = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, "lessonpress:table-style:editorial")).upper() + "}"
ROWS_STYLE = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, "lessonpress:table-style:rows")).upper() + "}"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def theme_xml(theme: Theme, name: str) -> str:
    """The theme part: colours by slot (see markup.SCHEME), the two faces, plain fills and lines."""
    p = theme.palette
    slots = {
        "dk1": p.ink,
        "lt1": p.paper,
        "dk2": p.night,
        "lt2": p.tint,
        "accent1": p.accent,
        "accent2": p.muted,
        "accent3": p.hairline,
        "accent4": p.accent_on_night,
        "accent5": p.on_night,
        "accent6": p.second,
        "hlink": p.accent,
        "folHlink": p.muted,
    }
    colors = "".join(f'<a:{k}><a:srgbClr val="{v.upper()}"/></a:{k}>' for k, v in slots.items())
    flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{flat}<a:prstDash val="solid"/></a:ln>'
        for w in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    title = escape(name)
    return (
        f'{HEAD}<a:theme xmlns:a="{_MAIN}" name="{title}"><a:themeElements><a:clrScheme name="{title}">{colors}'
        f'</a:clrScheme><a:fontScheme name="{title}"><a:majorFont>{_font(theme.slide.heading.family)}</a:majorFont>'
        f"<a:minorFont>{_font(theme.slide.text.family)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{title}"><a:fillStyleLst>{flat * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{flat * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _font(family: str) -> str:
    return f'<a:latin typeface="{escape(family)}"/><a:ea typeface=""/><a:cs typeface=""/>'


def table_styles_xml() -> str:
    """Our table styles. A table: a bold header over an ink line, hairlines between rows, a bold first column. A list
    of names: hairlines between rows, the names in the accent and the heading face."""
    none = "".join(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in ("left", "right", "top"))
    upright = "<a:insideV><a:ln><a:noFill/></a:ln></a:insideV>"
    between = _edge("insideH", 6350, "accent3")
    lines = none + _edge("bottom", 6350, "accent3") + between + upright
    rows = none + "<a:bottom><a:ln><a:noFill/></a:ln></a:bottom>" + between + upright
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="{_MAIN}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Lesson table">{_whole_table(lines)}'
        f"<a:firstCol>{_cell_text(bold=True)}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{_cell_text(bold=True)}<a:tcStyle><a:tcBdr>{_edge('bottom', 15875, 'tx1')}</a:tcBdr></a:tcStyle>"
        f'</a:firstRow></a:tblStyle><a:tblStyle styleId="{ROWS_STYLE}" styleName="Lesson list">{_whole_table(rows)}'
        f"<a:firstCol>{_cell_text('major', 'accent1')}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol></a:tblStyle>"
        "</a:tblStyleLst>"
    )


def _edge(side: str, width: int, slot: str) -> str:
    color = f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'
    return f'<a:{side}><a:ln w="{width}" cmpd="sng">{color}</a:ln></a:{side}>'


def _cell_text(face: str = "minor", slot: str = "dk1", *, bold: bool = False) -> str:
    flag = ' b="on"' if bold else ""
    return f'<a:tcTxStyle{flag}><a:fontRef idx="{face}"/><a:schemeClr val="{slot}"/></a:tcTxStyle>'


def _whole_table(borders: str) -> str:
    return (
        f"<a:wholeTbl>{_cell_text()}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle>"
        "</a:wholeTbl>"
    )


def core_xml(plan: DeckPlan) -> str:
    """Core properties: what the lesson says of itself, and no date."""
    fields = {
        "dc:title": plan.title,
        "dc:subject": plan.subject,
        "dc:creator": "; ".join(plan.authors),
        "cp:keywords": ", ".join(plan.keywords),
        "dc:language": office_language(plan.language),
    }
    filled = "".join(f"<{k}>{attribute(v)}</{k}>" for k, v in fields.items() if v)
    return (
        f"{HEAD}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{filled}</cp:coreProperties>'
    )


def app_xml(plan: DeckPlan) -> str:
    """Extended properties: the application and the number of slides."""
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>lessonpress</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{len(plan.slides)}</Slides></Properties>"
    )
