"""The deck as frozen values: slides of measured shapes in points (960 × 540), which `write` turns into PPTX."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from builders.diagnostics import Loc
from builders.figures.drawing import Drawing
from builders.theme.tokens import Theme

if TYPE_CHECKING:
    from builders.figures.chart_frame import Frame

Audience: TypeAlias = Literal["teacher", "student"]
"""Who the deck is for: the student's deck holds no answer and no note."""

Ink: TypeAlias = Literal[
    "ink", "muted", "accent", "second", "hairline", "tint", "paper", "night", "on_night", "accent_on_night"
]
"""A colour of the theme's palette, by name."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide; origin top left, y down."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Level:
    """How paragraphs of one level are set: `indent` to the text, `hang` back to its bullet, both in points;
    `before` is the space above as a share of a line. Bullets "1." and "A." count. A level that `heads` stays on the
    slide of what follows it."""

    family: Literal["heading", "text"]
    size: float
    ink: Ink = "ink"
    bold: bool = False
    italic: bool = False
    indent: float = 0
    hang: float = 0
    bullet: Literal["", "•", "–", "1.", "A."] = ""
    before: float = 0
    caps: bool = False
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout: OOXML type ("" is a content placeholder) and idx, its box, its levels, and the
    bounds between which its text is set (`floor` and `ceiling` are sizes of the first level)."""

    key: str
    name: str
    type: Literal["title", "ctrTitle", "subTitle", "body", "", "pic", "tbl", "chart", "ftr", "sldNum"]
    idx: int
    box: Box
    levels: tuple[Level, ...]
    prompt: str
    anchor: Literal["t", "ctr", "b"] = "t"
    floor: float = 18
    ceiling: float = 24
    align: Literal["l", "r"] = "l"


@dataclass(frozen=True, slots=True)
class Ornament:
    """A rectangle without a meaning, drawn by the layout itself: a rule that belongs to it, or the bar at the edge of a
    slide on which the class works."""

    box: Box
    ink: Ink
    kind: Literal["rule", "edge"] = "rule"


@dataclass(frozen=True, slots=True)
class Layout:
    """A named layout. `type` is the OOXML layout type, or "" for one of our own. `logo` is where the theme's logo
    stands when it isn't where the master has it. With `follows` what stands below the title moves up by half of what
    a short title leaves free."""

    key: str
    name: str
    type: str
    placeholders: tuple[Placeholder, ...]
    ornaments: tuple[Ornament, ...] = ()
    background: Ink = "paper"
    furniture: bool = True
    logo: Box | None = None
    follows: bool = False

    def holder(self, key: str) -> Placeholder:
        """The placeholder of that key; KeyError when the layout has none."""
        for placeholder in self.placeholders:
            if placeholder.key == key:
                return placeholder
        raise KeyError(f"{self.key} has no {key}")


@dataclass(frozen=True, slots=True)
class Layouts:
    """All layouts of a look, with the footer and the slide number that they share."""

    width: float
    height: float
    items: tuple[Layout, ...]
    footer: Placeholder
    number: Placeholder
    logo: Box | None = None
    """Where the master has the theme's logo, if there is one."""

    def layout(self, key: str) -> Layout:
        """The layout of that key; KeyError when there is none."""
        for item in self.items:
            if item.key == key:
                return item
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one formatting. `language` is a BCP 47 tag, always given; `ink` replaces the level's colour."""

    text: str
    language: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    ink: Ink | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a level (0 is the first). `start` is the number at which its slide's list begins; `continued`
    says that it goes on from the slide before, so that it has no bullet of its own."""

    runs: tuple[Run, ...]
    level: int = 0
    start: int = 1
    continued: bool = False


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a placeholder of the slide's layout, fitted: `sizes` are the sizes of its levels."""

    placeholder: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    sizes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its height, and for each column the paragraphs of the cell (level 1 is a bulleted item)."""

    height: float
    cells: tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True, slots=True)
class TableShape:
    """A native table whose first row is its header. `columns` are widths, `size` is that of all its text;
    `row_headers` says that the first column names the rows. With `names`, the size of that column in the heading
    face, it has no header: a list of names and what is said of them, in the `middle` of their rows or at the top.
    `pad` is kept free above and below all text; names begin `lift` higher, so that both stand on one line."""

    placeholder: str
    box: Box
    columns: tuple[float, ...]
    rows: tuple[TableRow, ...]
    size: float
    alt: str
    row_headers: bool = True
    names: float | None = None
    middle: bool = False
    pad: float = 5.0
    lift: float = 0.0


@dataclass(frozen=True, slots=True)
class PictureShape:
    """A picture, fitted into its box without cropping. `kind` is jpeg or png."""

    placeholder: str
    box: Box
    data: bytes = field(repr=False)
    kind: str
    alt: str


@dataclass(frozen=True, slots=True)
class DrawingShape:
    """A drawing as one group of native shapes, at its natural size with its top left at (x, y)."""

    x: float
    y: float
    drawing: Drawing
    name: str
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class ChartShape:
    """A native chart with its workbook: what stands where in its box, as `frame` says."""

    placeholder: str
    box: Box
    frame: Frame
    alt: str


Shape: TypeAlias = TextBox | TableShape | ChartShape | PictureShape | DrawingShape


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide. `title` is the text of its title placeholder, unique in the deck; the order of `shapes` is the
    reading order. `audience` says whose decks hold it; `notes` are empty in a student's deck."""

    layout: str
    title: str
    shapes: tuple[Shape, ...]
    footer: str
    section: str
    loc: Loc
    notes: tuple[Paragraph, ...] = ()
    audience: Literal["all", "teacher"] = "all"


@dataclass(frozen=True, slots=True)
class DeckSection:
    """A named run of slides, as PowerPoint's sections."""

    name: str
    slides: int


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """A deck, ready to be written."""

    name: str
    title: str
    language: str
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...]
    license: str
    slides: tuple[Slide, ...]
    sections: tuple[DeckSection, ...]
    theme: Theme = field(repr=False)
    layouts: Layouts = field(repr=False)
