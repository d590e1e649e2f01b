"""What a page is made of, decided: frozen blocks with structure tag, keep rule and size. No reportlab here.

A plan is a flow of blocks. The renderer breaks lines and pages by the rules below and paints; it decides nothing else.
The space between blocks is what stands after the one and before the next, added up; none at the top of a page or
column. All lengths are points. Structure tags are those of ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Literal, TypeAlias

from builders.diagnostics import Loc
from builders.figures.drawing import Drawing
from builders.theme.faces import Face

Align: TypeAlias = Literal["left", "justify", "center", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face, size and colour. `link` is a URL or "#anchor"; `language` a BCP 47 tag where it differs.
    `spacing` is letter spacing; `rise` lifts the baseline."""

    text: str
    face: Face
    size: float
    color: str
    link: str | None = None
    language: str | None = None
    spacing: float = 0.0
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs set in lines.

    `tag` is its structure type: P, H1–H6, Caption, Lbl, LBody, TOCI, Note … `label` is set in the left indent at the
    first line (list numbers, paragraph numbers, line numbers) and tagged `label_tag`, or an artifact when that is None;
    the text follows a label that is wider than the indent on its line. `number_lines` prints every nth line's number
    in the left indent as an artifact, set as `line_number` is; the count runs on through the paragraphs of one
    Group. `keep_with_next` never ends a page before at least two lines (or all) of the next block. Hyphenation only
    when `language` has patterns and `align` is justify."""

    runs: tuple[Run, ...]
    tag: str = "P"
    leading: float = 14.0
    align: Align = "left"
    indent: float = 0.0
    right_indent: float = 0.0
    first_indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    label: tuple[Run, ...] = ()
    label_tag: str | None = "Lbl"
    keep_with_next: bool = False
    keep_together: bool = False
    number_lines: int = 0
    line_number: tuple[Run, ...] = ()
    language: str | None = None
    bookmark: str | None = None
    anchor: str | None = None
    hyphenate: bool = True
    even: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item: its label (bullet or number) hangs in the indent; its body is blocks (a nested BulletList among
    them)."""

    label: tuple[Run, ...]
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """L / LI / Lbl / LBody. `numbering` is the ListNumbering attribute: Disc, Decimal, UpperAlpha, None …"""

    items: tuple[ListItem, ...]
    numbering: Literal["None", "Disc", "Circle", "Square", "Decimal", "UpperAlpha", "LowerAlpha"] = "Disc"
    indent: float = 14.0
    space_before: float = 0.0
    space_after: float = 0.0
    item_gap: float = 0.0
    keep_items: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled answer space of fixed height `count` × `pitch` plus `space_before`, tagged P with the announcement as its
    text.

    `announce` is read aloud but not printed ("4 lines to write on"), set as ActualText on the element of the rules.
    `color` None draws no rules: room to write in a table's cell. A page may end among the lines where `least` of them
    stand on either side of its end; without `least` it ends there only when nothing else can be done.
    `fill` (teacher) is text lines already broken, set on the rules in `face`; what is over is not drawn: the plan cut
    it."""

    count: int
    pitch: float
    announce: str
    color: str | None
    indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    fill: tuple[tuple[Run, ...], ...] = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: blocks, and its header scope where it is a TH."""

    body: tuple[Block, ...]
    header: Literal["Column", "Row"] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first `header_rows` repeat on each page (the repeats are artifacts). `widths` are shares of
    the measure. A row is never split unless it is taller than a page; `keep_together` gathers the rows. `rules`:
    hairlines between rows, or a full grid."""

    rows: tuple[tuple[TableCell, ...], ...]
    widths: tuple[float, ...]
    header_rows: int = 1
    rules: Literal["rows", "grid", "none"] = "rows"
    rule_color: str = "b9b4a8"
    padding: float = 4.0
    space_before: float = 0.0
    space_after: float = 0.0
    summary: str | None = None
    keep_together: bool = False


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture's bytes (jpeg or png), drawn width × height. `dpi` is how many pixels to the inch its file has at that
    size, `loc` the image in the outline."""

    data: bytes
    kind: Literal["jpeg", "png"]
    width: float
    height: float
    dpi: float = inf
    loc: Loc = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing or a picture: one Figure element with Alt and BBox, its caption blocks in a Div with it; kept
    together. The caption stands below it, or with `beside` at its right, that far from it, down to its lower edge."""

    content: Drawing | Raster
    alt: str
    caption: tuple[Block, ...] = ()
    beside: float | None = None
    space_before: float = 0.0
    space_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together under one element (`tag`: Sect, Div, BlockQuote, Note, Aside as Div …).

    `rule` draws a vertical line of that colour and width over the group's height on each page, its middle `rule_inset`
    from the left edge (0: it stands on the edge) and under the text, so that dots may sit on it; `frame` a
    dashed frame (a ticket to cut). `keep` holds all on one page when it can, though much of the page before stays
    empty; `gather` holds it only while that is little. Of groups in each other the inner hold longer. Neither
    reaches into Columns. `keep_with_next` as in Paragraph."""

    body: tuple[Block, ...]
    tag: str | None = None
    keep: bool = False
    gather: bool = False
    keep_with_next: bool = False
    indent: float = 0.0
    right_indent: float = 0.0
    rule: tuple[str, float] | None = None
    rule_inset: float = 0.0
    frame: str | None = None
    fill: str | None = None
    padding: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Two flows side by side, each broken over pages on its own, but when `keep` holds them on one page that has room
    for both; reading order: main, then side. `share` of the measure is main's. The block ends below the taller one.
    `even`: one list in columns of one width, evened out on each page that it comes to stand on."""

    main: tuple[Block, ...]
    side: tuple[Block, ...]
    share: float
    gap: float
    space_after: float = 0.0
    keep: bool = False
    even: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks in a reading column of `share` of the measure, and notes in the margin that it leaves.

    A note stands where `main` begins, first baseline by first baseline; lower where the note before it still stands
    there, higher where the page or the column ends. Columns that follow each other have one margin; what is set across
    the measure begins below its notes. A note is divided only when a page doesn't hold it. Reading order: main, then
    its notes."""

    main: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...] = ()
    share: float = 0.7
    gap: float = 24.0
    space_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line, an artifact. `length` None spans the measure. `keep_with_next` as in Paragraph."""

    color: str
    width: float
    length: float | None = None
    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A labelled blank line on one row, such as Name ____ Date ____: (label, share of the measure) each. Tagged P.

    `lead` is set at the left in what the fields leave; it is an element of its own with `lead_tag` (P, H2 …) and may
    have a bookmark."""

    fields: tuple[tuple[tuple[Run, ...], float], ...]
    color: str
    lead: tuple[Run, ...] = ()
    lead_tag: str = "P"
    bookmark: str | None = None
    anchor: str | None = None
    height: float = 16.0
    space_before: float = 0.0
    space_after: float = 0.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Begin a new page; `series` begins a new numbering ("T" for the teacher's pages: T1, T2 …)."""

    series: str | None = None


@dataclass(frozen=True, slots=True)
class Space:
    """Vertical space, dropped at the top of a page."""

    height: float


@dataclass(frozen=True, slots=True)
class Need:
    """Begin a new page unless this much height is left."""

    height: float


Block: TypeAlias = (
    Paragraph
    | BulletList
    | Lines
    | Table
    | Figure
    | Group
    | Columns
    | Beside
    | Rule
    | Blank
    | PageBreak
    | Space
    | Need
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page, as artifacts: running header, footer, and a logo before it. The first page has
    `header_first` at the right instead.

    In `footer_right` "{page}" and "{pages}" become the numbers of the series."""

    header_left: tuple[Run, ...] = ()
    header_right: tuple[Run, ...] = ()
    footer_left: tuple[Run, ...] = ()
    footer_right: tuple[Run, ...] = ()
    logo: Raster | None = None
    header_first: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """Document information: XMP and the catalog's Lang."""

    title: str
    language: str
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    license_label: str = ""
    license_url: str | None = None


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins. Paragraphs begin at multiples of `grid` below the top margin, where that isn't 0."""

    width: float
    height: float
    top: float = 60.0
    right: float = 56.0
    bottom: float = 60.0
    left: float = 56.0
    grid: float = 0.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole PDF, decided: `pdf.render.render(plan)` makes it bytes."""

    setup: PageSetup
    metadata: Metadata
    furniture: Furniture
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes, the number of pages, the page label on which each anchor stands, and a dump of what begins and ends
    each page."""

    data: bytes
    pages: int
    anchors: dict[str, str]
    breaks: tuple[str, ...]
