"""Layouts in; slide master, slide layouts and notes master out, as XML text."""

from __future__ import annotations

from builders.deck.markup import (
    HEAD,
    NAMESPACES,
    attribute,
    emu,
    escape,
    fill,
    level_style,
    office_language,
    transform,
)
from builders.deck.slides import Box, Ink, Layout, Layouts, Level, Ornament, Placeholder

GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)
COLOR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
NUMBER_FIELD = "{5F1C2B7A-90D4-4E0B-8C57-2D1A6E3F4B01}"
LOGO_ID = 90
INHERITED = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
NOTES_SIZE = (6858000, 9144000)


def background(ink: Ink) -> str:
    """A plain background."""
    return f"<p:bg><p:bgPr>{fill(ink)}<a:effectLst/></p:bgPr></p:bg>"


def master_xml(layouts: Layouts, language: str, logo: str = "") -> str:
    """The slide master with the picture of the logo. Its layouts are related as rId1…, the theme after them."""
    points = layouts.layout("points")
    title, body = points.holder("title"), points.holder("body")
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + i}" r:id="rId{i + 1}"/>' for i in range(len(layouts.items))
    )
    other = "".join(level_style(n, Level("text", 18)) for n in range(1, 10))
    shapes = (
        _holder(2, title, language)
        + _holder(3, body, language, kind="body")
        + _holder(4, layouts.footer, language)
        + _holder(5, layouts.number, language)
        + logo
    )
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld>{background('paper')}<p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>"
        f'<p:clrMap {COLOR_MAP}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{level_style(1, title.levels[0])}</p:titleStyle><p:bodyStyle>{_nine(body.levels)}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout_xml(layout: Layout, layouts: Layouts, language: str, logo: str = "") -> str:
    """One slide layout; the master's logo is shown where there is a footer."""
    kind = f' type="{layout.type}"' if layout.type else ' userDrawn="1"'
    holders = (*layout.placeholders, *((layouts.footer, layouts.number) if layout.furniture else ()))
    shapes = [_ornament(number, item) for number, item in enumerate(layout.ornaments, 2)]
    shapes += [_holder(number, item, language) for number, item in enumerate(holders, 2 + len(shapes))]
    own = "" if layout.furniture or layouts.logo is None else ' showMasterSp="0"'
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES}{own}{kind} preserve="1"><p:cSld name="{attribute(layout.name)}">'
        f"{background(layout.background)}<p:spTree>{GROUP}{''.join(shapes)}{logo}</p:spTree></p:cSld>{INHERITED}"
        "</p:sldLayout>"
    )


def logo_xml(box: Box, relation: str, alt: str, *, night: bool) -> str:
    """A logo, on a dark ground with a light plate behind it."""
    paper = fill("paper")
    plate = f'{paper}<a:ln w="76200" cap="sq">{paper}<a:miter lim="800000"/></a:ln>' if night else ""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{LOGO_ID}" name="Logo" descr="{attribute(alt)}"/><p:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{transform(box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{plate}</p:spPr></p:pic>'
    )


def placeholder_tag(holder: Placeholder, kind: str | None = None) -> str:
    """The `p:ph` by which a shape is tied to its placeholder."""
    kind = holder.type if kind is None else kind
    attributes = f' type="{kind}"' if kind else ""
    if kind in ("ftr", "sldNum"):
        attributes += ' sz="quarter"'
    if holder.idx:
        attributes += f' idx="{holder.idx}"'
    return f"<p:ph{attributes}/>"


def _nine(levels: tuple[Level, ...]) -> str:
    """Nine levels: those given, the last one repeated."""
    return "".join(level_style(n, levels[min(n, len(levels)) - 1]) for n in range(1, 10))


def _holder(number: int, holder: Placeholder, language: str, kind: str | None = None) -> str:
    lang = attribute(office_language(language))
    if holder.type == "sldNum":
        text = (
            f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld>'
            f'<a:endParaRPr lang="{lang}"/></a:p>'
        )
    else:
        text = f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>{escape(holder.prompt)}</a:t></a:r></a:p>'
    shrink = "" if holder.type in ("ftr", "sldNum", "pic", "tbl") else "<a:normAutofit/>"
    style = "".join(level_style(n, level, holder.align) for n, level in enumerate(holder.levels, 1))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(holder.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr>{placeholder_tag(holder, kind)}</p:nvPr></p:nvSpPr><p:spPr>{transform(holder.box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{holder.anchor}">'
        f"{shrink}</a:bodyPr><a:lstStyle>{style}</a:lstStyle>{text}</p:txBody></p:sp>"
    )


def _ornament(number: int, item: Ornament) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Ornament {number}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(item.box)}<a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill(item.ink)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def notes_master_xml(language: str) -> str:
    """The notes master: the slide's picture above, the notes below."""
    lang = attribute(office_language(language))
    image = transform(Box(54, 72, 432, 243))
    body = transform(Box(54, 342, 432, 324))
    levels = "".join(level_style(n, Level("text", 12, before=0.2)) for n in range(1, 10))
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld>{background('paper')}<p:spTree>{GROUP}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        f'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{image}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="6350">{fill("hairline")}</a:ln>'
        "</p:spPr></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{body}<a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>'
        f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>'
        f"<p:clrMap {COLOR_MAP}/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def presentation_xml(
    layouts: Layouts, slides: list[tuple[int, str]], sections: str, notes_master: str, language: str
) -> str:
    """The presentation: `slides` are (id, relationship id), `notes_master` is a relationship id or empty."""
    lang = attribute(office_language(language))
    listed = "".join(f'<p:sldId id="{number}" r:id="{rel}"/>' for number, rel in slides)
    slide_list = f"<p:sldIdLst>{listed}</p:sldIdLst>" if slides else ""
    notes = (
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
        if notes_master
        else ""
    )
    levels = "".join(level_style(n, Level("text", 18)) for n in range(1, 10))
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        f'r:id="rId1"/></p:sldMasterIdLst>{notes}{slide_list}'
        f'<p:sldSz cx="{emu(layouts.width)}" cy="{emu(layouts.height)}"/>'
        f'<p:notesSz cx="{NOTES_SIZE[0]}" cy="{NOTES_SIZE[1]}"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="{lang}"/>'
        f"</a:defPPr>{levels}</p:defaultTextStyle>{sections}</p:presentation>"
    )
