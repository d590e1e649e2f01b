"""Text in, DrawingML out: escaping, colours, boxes, runs and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from builders.deck.slides import Box, Ink, Level, Paragraph, Run
from builders.theme.tokens import Palette

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
EMU = 12700

Link = Callable[[str], str]
"""Takes a URL, gives the id of the part's relationship to it."""

SCHEME: dict[Ink, str] = {
    "ink": "tx1",
    "paper": "bg1",
    "night": "tx2",
    "tint": "bg2",
    "accent": "accent1",
    "muted": "accent2",
    "hairline": "accent3",
    "accent_on_night": "accent4",
    "on_night": "accent5",
    "second": "accent6",
}
"""The theme's colour slot of each ink, so that a recoloured theme recolours the slides."""

USUAL = {"de": "DE", "en": "US", "es": "ES", "fr": "FR", "ru": "RU"}
"""The usual regions of the languages that lessons have labels in, as in CLDR, which takes a hundredth of a build to
open."""

AUTO_NUMBER = {"1.": "arabicPeriod", "A.": "alphaUcPeriod"}
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPECIAL = re.compile('[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
"""What stands for something else in XML, and what XML can't hold."""


def escape(text: str) -> str:
    """Text for an element or an attribute; what XML can't hold becomes U+FFFD."""
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], "\ufffd"), text)


def attribute(text: str) -> str:
    """Text for an attribute: line ends and tabs become spaces, as XML would read them."""
    return escape(" ".join(text.split()))


def emu(points: float) -> int:
    """Points in English Metric Units."""
    return round(points * EMU)


@lru_cache(maxsize=64)
def office_language(tag: str) -> str:
    """A tag that Office knows: a bare language gets its usual region (en: en-US); others stay as they are."""
    if "-" in tag or not tag:
        return tag
    if tag in USUAL:
        return f"{tag}-{USUAL[tag]}"
    from babel.core import get_global

    likely = get_global("likely_subtags").get(tag)
    region = likely.split("_")[-1] if likely else ""
    return f"{tag}-{region}" if re.fullmatch(r"[A-Z]{2}", region) else tag


def fill(ink: Ink) -> str:
    """A solid fill in a colour of the theme."""
    return f'<a:solidFill><a:schemeClr val="{SCHEME[ink]}"/></a:solidFill>'


def rgb_fill(color: str, palette: Palette) -> str:
    """A solid fill in an sRGB colour, by the theme's slot where it is one of the palette."""
    for ink in SCHEME:
        if getattr(palette, ink) == color:
            return fill(ink)
    return f'<a:solidFill><a:srgbClr val="{color.upper()}"/></a:solidFill>'


def transform(box: Box, tag: str = "a", flags: str = "") -> str:
    """A box as `xfrm`."""
    return (
        f'<{tag}:xfrm{flags}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></{tag}:xfrm>'
    )


def typeface(family: str) -> str:
    """The theme's heading or text face, for all scripts."""
    font = "+mj" if family == "heading" else "+mn"
    return f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/>'


def size(points: float) -> int:
    """A type size in hundredths of a point."""
    return round(points * 100)


def level_style(number: int, level: Level, align: str = "l") -> str:
    """How a level is set, as `lvlNpPr` (`number` from 1)."""
    if level.bullet in AUTO_NUMBER:
        bullet = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{AUTO_NUMBER[level.bullet]}"/>'
    else:
        bullet = (
            f'<a:buFont typeface="Arial"/><a:buChar char="{level.bullet}"/>'
            if level.bullet
            else "<a:buNone/>"
        )
    color = '<a:buClr><a:schemeClr val="accent1"/></a:buClr>' if level.bullet else ""
    flags = "".join((' b="1"' if level.bold else "", ' i="1"' if level.italic else ""))
    caps = ' cap="all" spc="60"' if level.caps else ""
    return (
        f'<a:lvl{number}pPr marL="{emu(level.indent)}" indent="{-emu(level.hang)}" algn="{align}" defTabSz="914400" '
        'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPct val="{round(level.before * 100000)}"/></a:spcBef>{color}{bullet}'
        f'<a:defRPr sz="{size(level.size)}"{flags} kern="1200"{caps}>{fill(level.ink)}{typeface(level.family)}'
        f"</a:defRPr></a:lvl{number}pPr>"
    )


def run(item: Run, language: str, link: Link, points: float | None = None, family: str | None = None) -> str:
    """A run; `language` is the deck's, `points` its size and `family` its face where the placeholder gives none."""
    flags = [f'lang="{attribute(office_language(item.language))}"']
    if item.language != language:
        flags.append(f'altLang="{attribute(office_language(language))}"')
    if points is not None:
        flags.append(f'sz="{size(points)}"')
    if item.bold:
        flags.append('b="1"')
    if item.italic:
        flags.append('i="1"')
    inner = (fill(item.ink) if item.ink else "") + (typeface(family) if family else "")
    if item.link:
        inner += f'<a:hlinkClick r:id="{link(item.link)}"/>'
    return f'<a:r><a:rPr {" ".join(flags)} dirty="0">{inner}</a:rPr><a:t>{escape(item.text)}</a:t></a:r>'


def paragraph(item: Paragraph, language: str, link: Link, levels: Sequence[Level] = ()) -> str:
    """A paragraph of a placeholder with these levels."""
    runs = "".join(run(one, language, link) for one in item.runs)
    end = "" if item.runs else f'<a:endParaRPr lang="{attribute(office_language(language))}"/>'
    return f"<a:p>{_properties(item, levels)}{runs}{end}</a:p>"


def _properties(item: Paragraph, levels: Sequence[Level]) -> str:
    """What a paragraph has of its own: its level, no bullet where it goes on, the number its list begins with."""
    bullet = levels[item.level].bullet if levels else ""
    inner = flags = ""
    if item.continued and bullet:
        flags, inner = ' indent="0"', "<a:buNone/>"
    elif item.start > 1 and bullet in AUTO_NUMBER:
        inner = (
            f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{AUTO_NUMBER[bullet]}" startAt="{item.start}"/>'
        )
    if item.level:
        flags += f' lvl="{item.level}"'
    return f"<a:pPr{flags}>{inner}</a:pPr>" if flags or inner else ""


def overrides(levels: Sequence[Level], sizes: Sequence[float]) -> str:
    """The sizes that differ from the layout's, as the shape's own list style."""
    return "".join(
        f'<a:lvl{number}pPr><a:defRPr sz="{size(points)}"/></a:lvl{number}pPr>'
        for number, (level, points) in enumerate(zip(levels, sizes, strict=True), 1)
        if points != level.size
    )
