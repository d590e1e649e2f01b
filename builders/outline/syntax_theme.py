"""A theme's language, declared: what a file that begins with `based_on` may say of colours, type and manner."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from builders.outline.kinds import Kind
from builders.outline.mapping import Syntax, one_or_none, read_model
from builders.outline.reader import Given, Reader
from builders.outline.theme_values import COLOR, Size, family, one_of, points, size
from builders.outline.values import Text
from builders.theme.bundled import NAMES
from builders.theme.faces import DECK, PAGE, Family

Color = Annotated[str | None, COLOR]
PageFamily = Annotated[Family | None, family(PAGE, "font family of the page")]
DeckFamily = Annotated[Family | None, family(DECK, "font family of slides")]
Small = Annotated[Size | None, size(7, 14)]
Reading = Annotated[Size | None, size(9, 18)]
Large = Annotated[Size | None, size(10, 48)]


class ColorsSyntax(Syntax):
    """Six digits each, without `#`. A new accent gets a paler sister for dark grounds, unless you give one."""

    NAME: ClassVar[str] = "theme_colors"
    NOUN: ClassVar[str] = "the colours"

    ink: Color = one_or_none("text")
    muted: Color = one_or_none("captions, credits and page numbers")
    accent: Color = one_or_none("the one colour that stands out: dates, numbers, labels, links")
    second: Color = one_or_none("its companion, for the second of two sides in a figure")
    hairline: Color = one_or_none("thin lines, and lines to write on")
    tint: Color = one_or_none("the ground of a band, a map or a drawing")
    paper: Color = one_or_none("the ground of slides; pages are printed on white")
    night: Color = one_or_none("the dark ground of covers")
    on_night: Color = one_or_none("text on the dark ground")
    accent_on_night: Color = one_or_none("the accent on the dark ground")
    second_on_night: Color = one_or_none("its companion on the dark ground")


class PageSyntax(Syntax):
    """Fonts and sizes of what is printed."""

    NAME: ClassVar[str] = "theme_page"
    NOUN: ClassVar[str] = "the type of the page"

    reading: PageFamily = one_or_none("the font family of reading text")
    labels: PageFamily = one_or_none("the font family of labels, captions and tables")
    headings: PageFamily = one_or_none("the font family of the title, headings and numbers")
    title_weight: Annotated[
        Literal["regular", "bold"] | None, one_of(("regular", "bold"), "weight of the title")
    ] = one_or_none("how heavy the title is")
    title: Large = one_or_none("the title")
    subtitle: Large = one_or_none("the essential question, and quotations")
    heading: Large = one_or_none("headings of sections")
    subheading: Reading = one_or_none("headings of tables and timelines")
    body: Reading = one_or_none("reading text")
    small: Small = one_or_none("terms, labels, table cells")
    caption: Small = one_or_none("captions and credits")
    overline: Small = one_or_none("labels in capitals")
    furniture: Small = one_or_none("what stands at the head and foot of each page")
    answer_lines: Annotated[float | None, points(16, 40)] = one_or_none(
        "from one line to write on to the next"
    )


class SlidesSyntax(Syntax):
    """Fonts and sizes of slides, in points on a slide of 960 × 540."""

    NAME: ClassVar[str] = "theme_slides"
    NOUN: ClassVar[str] = "the type of slides"

    headings: DeckFamily = one_or_none("the font family of titles, questions and quotations")
    text: DeckFamily = one_or_none("the font family of all else")
    title_weight: Annotated[
        Literal["regular", "bold"] | None, one_of(("regular", "bold"), "weight of titles")
    ] = one_or_none("how heavy titles are")
    cover: Annotated[float | None, points(32, 54)] = one_or_none("the title on the cover")
    title: Annotated[float | None, points(26, 40)] = one_or_none("titles")
    body: Annotated[float | None, points(20, 32)] = one_or_none("points and text")
    quote: Annotated[float | None, points(26, 40)] = one_or_none("quotations")
    question: Annotated[float | None, points(30, 40)] = one_or_none("questions")
    card: Annotated[float | None, points(14, 20)] = one_or_none("the events of a timeline")


class MannerSyntax(Syntax):
    """What sets a theme apart besides colours and type."""

    NAME: ClassVar[str] = "theme_manner"
    NOUN: ClassVar[str] = "the manner"

    mark: Annotated[
        Literal["rule", "bar", "band"] | None, one_of(("rule", "bar", "band"), "mark of titles")
    ] = one_or_none(
        "how titles are marked: by a short rule below, by a thick bar above, by a band of tint behind"
    )
    headings: Annotated[Literal["ink", "accent"] | None, one_of(("ink", "accent"), "colour of headings")] = (
        one_or_none("the colour of headings on the page")
    )
    lines: Annotated[
        Literal["justified", "ragged"] | None, one_of(("justified", "ragged"), "way that lines end")
    ] = one_or_none("how lines of reading text end at the right")
    cover: Annotated[Literal["night", "tint"] | None, one_of(("night", "tint"), "ground of the cover")] = (
        one_or_none("the ground of a deck’s cover: dark or light")
    )


class LogoSyntax(Syntax):
    """The school’s sign, small at the foot of pages and slides."""

    NAME: ClassVar[str] = "theme_logo"
    NOUN: ClassVar[str] = "the logo"
    REQUIRED: ClassVar[tuple[str, ...]] = ("file", "alt")

    file: Text = one_or_none("the picture, beside the theme’s file or in assets/: png or jpg")
    alt: Text = one_or_none("what it is called, for those who can’t see it")


def _model(model: type[Syntax]) -> Kind[Syntax | None]:
    def read(given: Given, reader: Reader) -> Syntax | None:
        return read_model(model, given, reader)

    return Kind("mapping", read, {"$ref": f"#/$defs/{model.NAME}"})


class ThemeSyntax(Syntax):
    """How pages and slides look: a theme of ours, and what a school changes in it. The file is named by `theme:`."""

    NAME: ClassVar[str] = "theme"
    NOUN: ClassVar[str] = "a theme"
    REQUIRED: ClassVar[tuple[str, ...]] = ("based_on",)

    based_on: Annotated[str | None, one_of(NAMES, "theme to begin with")] = one_or_none(
        "the theme that is changed"
    )
    colors: Annotated[ColorsSyntax | None, _model(ColorsSyntax)] = one_or_none("colours")
    page: Annotated[PageSyntax | None, _model(PageSyntax)] = one_or_none("type of the page")
    slides: Annotated[SlidesSyntax | None, _model(SlidesSyntax)] = one_or_none("type of the slides")
    manner: Annotated[MannerSyntax | None, _model(MannerSyntax)] = one_or_none("what else sets it apart")
    logo: Annotated[LogoSyntax | None, _model(LogoSyntax)] = one_or_none("the school’s sign")
    footer: Text = one_or_none("a line for the foot of each page, as in `Hill School · History`")


THEME_MODELS: tuple[type[Syntax], ...] = (
    ThemeSyntax, ColorsSyntax, PageSyntax, SlidesSyntax, MannerSyntax, LogoSyntax,
)  # fmt: skip
"""Every mapping of a theme."""


def theme_field_names() -> frozenset[str]:
    """Every name that a theme knows, for telling YAML's mistakes apart."""
    from builders.outline.mapping import fields

    return frozenset(name for model in THEME_MODELS for name in fields(model))
