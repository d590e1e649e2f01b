"""The look as values: colours, type scale and spacing of page and slide in points, and a theme's manner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from builders.theme.faces import CALIBRI, GEORGIA, SANS, SERIF, Face


@dataclass(frozen=True, slots=True)
class Palette:
    """sRGB colours as six hex digits. Every text colour keeps 4.5:1 on `paper`, on `tint` and on white (see
    theme/contrast), and its sister `on_night` on `night`."""

    ink: str = "1c1b19"
    muted: str = "5f5b55"
    accent: str = "9e2a2b"
    second: str = "2f5a70"
    """A cool companion of the accent, for the second of two sides: another lane, series or territory."""
    hairline: str = "b9b4a8"
    tint: str = "eeece6"
    paper: str = "fbfaf7"
    night: str = "1e2733"
    on_night: str = "f4f1ea"
    accent_on_night: str = "e8846f"
    second_on_night: str = "8fb8cc"


@dataclass(frozen=True, slots=True)
class PageType:
    """Type of the page: sizes and leadings in points, on one scale: leadings are multiples of half a unit. `display` is
    the face of the title and, in bold, of headings and numbers."""

    reading: Face = SERIF
    label: Face = SANS
    display: Face = SERIF
    title: tuple[float, float] = (30, 35)
    subtitle: tuple[float, float] = (15, 20)
    heading: tuple[float, float] = (16, 20)
    subheading: tuple[float, float] = (11, 15)
    body: tuple[float, float] = (11.5, 15)
    small: tuple[float, float] = (9.5, 12.5)
    caption: tuple[float, float] = (8, 10)
    overline: tuple[float, float] = (8, 10)
    furniture: tuple[float, float] = (8, 10)
    answer_pitch: float = 22.5
    unit: float = 5.0


@dataclass(frozen=True, slots=True)
class SlideType:
    """Type of the slide (960 × 540 points, 16:9): sizes in points; text is never set below the floors. A bold `heading`
    makes titles bold."""

    heading: Face = GEORGIA
    text: Face = CALIBRI
    cover: float = 44
    title: float = 32
    body: float = 24
    quote: float = 32
    question: float = 32
    card: float = 16
    credit: float = 11
    footer: float = 11
    body_floor: float = 18
    card_floor: float = 14
    credit_floor: float = 10.5


@dataclass(frozen=True, slots=True)
class Manner:
    """What sets themes apart besides colours and type; page and slides follow it alike.

    `mark` is how a title is marked: a short rule below it, a thick bar above it, or a band of tint behind it (on
    slides nothing, a bar at the upper edge, a band at the left edge). `headings` says in which colour of the palette
    headings are set, `lines` how lines of reading text end, `cover` on which ground the cover of a deck stands."""

    mark: Literal["rule", "bar", "band"] = "rule"
    headings: Literal["ink", "accent"] = "ink"
    lines: Literal["justified", "ragged"] = "justified"
    cover: Literal["night", "tint"] = "night"


@dataclass(frozen=True, slots=True)
class Logo:
    """A school's sign: the bytes of a JPEG or PNG, fit to be embedded, its size in pixels, and what it is called."""

    data: bytes = field(repr=False)
    kind: Literal["jpeg", "png"]
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One look, shared by page and slide. `footer` is a line of the school's, printed at the foot of each page."""

    palette: Palette = Palette()
    page: PageType = PageType()
    slide: SlideType = SlideType()
    manner: Manner = Manner()
    logo: Logo | None = None
    footer: str = ""


EDITORIAL = Theme()
"""The default; builders/theme/themes/editorial.yaml says the same for people to read and copy."""
