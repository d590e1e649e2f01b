"""A plan with everything that a page can hold, for tests and for looking at."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from builders.figures.drawing import (
    Card,
    CardLine,
    Close,
    CurveTo,
    Drawing,
    Ellipse,
    Label,
    Line,
    LineTo,
    Move,
    Path,
    Rect,
    Stroke,
)
from builders.pdf.blocks import (
    Blank,
    Block,
    BulletList,
    Columns,
    Figure,
    Furniture,
    Group,
    Lines,
    ListItem,
    Metadata,
    Need,
    PageBreak,
    PageSetup,
    Paragraph,
    Plan,
    Raster,
    Rule,
    Run,
    Space,
    Table,
    TableCell,
)
from builders.theme.faces import SANS, SERIF
from builders.theme.tokens import EDITORIAL

PALETTE, TYPE = EDITORIAL.palette, EDITORIAL.page
LONG = (
    "On 23 August 1939 the foreign ministers of Germany and the Soviet Union signed a treaty of non-aggression in "
    "Moscow. Newspapers printed it within days. A second paper, signed the same night, they did not print: it drew a "
    "line through Eastern Europe and said which side of it belonged to whose “sphere”. "
)


def serif(text: str, *, bold: bool = False, italic: bool = False, size: float = TYPE.body[0]) -> Run:
    """Reading text."""
    return Run(text, SERIF.with_style(bold=bold, italic=italic), size, PALETTE.ink)


def sans(
    text: str, *, bold: bool = False, italic: bool = False, size: float = 9.0, color: str = PALETTE.ink
) -> Run:
    """A label."""
    return Run(text, SANS.with_style(bold=bold, italic=italic), size, color)


def overline(text: str) -> Run:
    """Small spaced capitals in the accent."""
    run = sans(text.upper(), bold=True, size=TYPE.overline[0], color=PALETTE.accent)
    return replace(run, spacing=1.1)


def heading(text: str, level: int = 2, anchor: str | None = None) -> Paragraph:
    """A heading with its bookmark."""
    size, leading = TYPE.title if level == 1 else TYPE.heading if level == 2 else TYPE.subheading
    run = serif(text, bold=level > 1, size=size)
    return Paragraph(
        (run,),
        f"H{level}",
        leading,
        space_before=0 if level == 1 else 14,
        space_after=2,
        keep_with_next=True,
        bookmark=text,
        anchor=anchor,
    )


def body(*runs: Run, **more: object) -> Paragraph:
    """A justified paragraph."""
    return replace(Paragraph(runs, leading=TYPE.body[1], align="justify", space_after=2), **more)  # type: ignore[arg-type]


def jpeg(width: int = 320, height: int = 200) -> bytes:
    """A picture of coloured fields."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    data = io.BytesIO()
    image.save(data, "JPEG", quality=80)
    return data.getvalue()


def png(mode: str = "RGB") -> bytes:
    """A small picture, without alpha."""
    image = Image.radial_gradient("L").resize((64, 40)).convert("RGB")
    data = io.BytesIO()
    (image.quantize(16) if mode == "P" else image.convert(mode)).save(data, "PNG")
    return data.getvalue()


def drawing() -> Drawing:
    """Every shape."""
    ink, accent = Stroke(PALETTE.ink, 0.8), Stroke(PALETTE.accent, 1.5, cap="round", join="round")
    land = (Move(10, 30), LineTo(90, 20), CurveTo(120, 20, 150, 60, 140, 100), LineTo(30, 110), Close())
    ring = (Move(200, 40), LineTo(240, 40), LineTo(240, 80), LineTo(200, 80), Close())
    hole = (Move(210, 50), LineTo(230, 50), LineTo(230, 70), LineTo(210, 70), Close())
    label = SANS.with_style(bold=True)
    return Drawing(
        300,
        150,
        (
            Rect(0, 0, 300, 150, fill=PALETTE.tint),
            Path(land, fill="ffffff", stroke=ink),
            Path((*ring, *hole), fill=PALETTE.accent, even_odd=True),
            Line(20, 120, 280, 120, replace(ink, dash=(4.0, 2.0))),
            Ellipse(60, 60, 3, 3, fill=PALETTE.ink),
            Ellipse(170, 60, 20, 12, stroke=accent),
            Label(66, 63, "Brest", SANS, 8, PALETTE.ink),
            Label(150, 140, "ESTONIA", label, 8, PALETTE.muted, anchor="middle", letter_spacing=1.2),
            Label(290, 100, "upwards", SANS, 8, PALETTE.accent, anchor="start", rotation=-90),
            Label(295, 20, "end", SANS, 8, PALETTE.ink, anchor="end"),
            Card(
                205,
                88,
                80,
                40,
                (
                    CardLine("17 Sept", label, 8, PALETTE.accent, start=True),
                    CardLine("The Red Army", SANS, 8, PALETTE.ink, start=True),
                    CardLine("enters Poland", SANS, 8, PALETTE.ink, start=False),
                ),
            ),
        ),
        "A field with a ring",
    )


def front() -> tuple[Block, ...]:
    """The title block."""
    question = serif(
        "Why would two ideological enemies cooperate, and who paid for it?", italic=True, size=15
    )
    fields = (
        ((sans("Name", size=10, color=PALETTE.muted),), 0.34),
        ((sans("Date", size=10, color=PALETTE.muted),), 0.16),
    )
    return (
        Blank(fields, PALETTE.muted, lead=(overline("Lesson 1 · Grades 9–12 · 50 minutes"),), space_after=18),
        heading("Pact and Partition, 1939–1941", 1, anchor="top"),
        Paragraph((replace(question, color=PALETTE.muted),), leading=19, space_after=7),
        Rule(PALETTE.accent, 1.6, 50, space_after=9),
    )


def side() -> tuple[Block, ...]:
    """The margin column."""
    terms = (
        ("Non-aggression treaty", "A promise between states not to attack each other."),
        ("Secret protocol", "A part of a treaty that is kept from the public."),
        ("Sphere of influence", "An area in which one power claims the right to decide."),
    )
    blocks: list[Block] = [
        Rule(PALETTE.hairline, 0.5, space_after=5),
        Paragraph((overline("Key terms"),), "H2", 14, bookmark="Key terms", keep_with_next=True),
    ]
    blocks += [
        Paragraph((sans(f"{term} ", bold=True), sans(text)), leading=12, space_after=3)
        for term, text in terms
    ]
    dot = (replace(sans("●", size=6), color=PALETTE.accent),)
    events = (
        ("Sept 1938", "Munich: Britain and France accept the loss of the Sudetenland"),
        ("23 Aug 1939", "Pact"),
    )
    items = tuple(
        ListItem(dot, (Paragraph((sans(date, bold=True),), leading=12), Paragraph((sans(text),), leading=12)))
        for date, text in events
    )
    axis = Group((BulletList(items, "None", 12, item_gap=4),), rule=(PALETTE.hairline, 0.6), rule_inset=2.2)
    return (*blocks, Rule(PALETTE.hairline, 0.5, space_before=3, space_after=5), axis)


def main() -> tuple[Block, ...]:
    """The main column of the first page."""
    caption = (
        sans("Two lines through Poland. ", bold=True, size=8.5),
        sans("Schematic.", size=8.5, color=PALETTE.muted),
    )
    objectives = (
        "explain what the treaty said in public, and what it settled in secret;",
        "compare two documents.",
    )
    dash = (replace(serif("–"), color=PALETTE.accent),)
    nested = BulletList((ListItem((serif("•"),), (body(serif("a point within a point")),)),), "Circle", 12)
    return (
        Figure(drawing(), "A schematic map", (Paragraph(caption, "Caption", 11),), space_after=4),
        heading("Before you read"),
        body(serif("By the end of this lesson I can")),
        BulletList(
            (
                *(ListItem(dash, (body(serif(text)),)) for text in objectives),
                ListItem(dash, (body(serif("trace what it meant.")), nested)),
            ),
            "Disc",
        ),
        heading("Dividing Poland"),
        body(serif(LONG), label=(sans("1", size=7.5),), label_tag="Lbl", indent=14),
        body(
            serif("Bold words ", bold=True),
            serif("and a "),
            replace(
                serif("link that is long enough to be broken over lines"), link="https://example.org/a?b=c"
            ),
            serif(", "),
            replace(serif("Ни шагу назад! "), language="ru"),
            serif("✓ 東京; see "),
            replace(serif("the table"), link="#table"),
            serif(". " + LONG),
        ),
    )


def question(number: int, text: str, lines: int, fill: tuple[tuple[Run, ...], ...] = ()) -> Group:
    """A question with its answer space."""
    stem = body(
        serif("Source it. ", bold=True),
        serif(text),
        label=(replace(serif(f"{number}", bold=True), color=PALETTE.accent),),
        indent=18,
    )
    space = Lines(lines, TYPE.answer_pitch, f"{lines} lines to write on", PALETTE.hairline, 18, fill=fill)
    return Group((stem, space), keep=True, space_before=6)


def document() -> Group:
    """A source with a rule at its left and line numbers."""
    return Group(
        (
            Paragraph(
                (
                    sans("Secret Additional Protocol", bold=True, size=9.5),
                    sans(", Moscow, 23 August 1939", size=9.5),
                ),
                "H3",
                13,
                label=(overline("Document A"),),
                bookmark="Document A",
                keep_with_next=True,
            ),
            Group(
                (
                    body(serif(LONG * 2), indent=20, right_indent=60, number_lines=5),
                    body(
                        serif("This runs on. " * 12),
                        indent=20,
                        right_indent=60,
                        number_lines=5,
                        space_before=4,
                    ),
                ),
                tag="BlockQuote",
                language="en-GB",
            ),
        ),
        tag="Div",
        rule=(PALETTE.accent, 2.2),
        indent=12,
        space_before=8,
        space_after=6,
    )


def table(rows: int = 30) -> Table:
    """A table that is longer than a page."""

    def cell(*runs: Run, header: bool = False) -> TableCell:
        return TableCell((Paragraph(runs, leading=12),), "Column" if header else None)

    head = tuple(cell(sans(text, bold=True), header=True) for text in ("Year", "What happened", "Source"))
    lines = tuple(
        (
            replace(cell(sans(str(1703 + 7 * number))), header="Row"),
            cell(
                sans("Событие, an event that needs more than the one line that it has. " * (1 + number % 2))
            ),
            cell(sans(f"note {number}")),
        )
        for number in range(rows)
    )
    return Table((head, *lines), (1, 4, 1.4), space_after=8, summary="Events by year")


def ticket() -> Group:
    """An exit ticket."""
    return Group(
        (
            Blank(
                (((sans("Name", size=10),), 0.3),),
                PALETTE.muted,
                lead=(overline("Exit ticket"),),
                lead_tag="H2",
            ),
            body(serif("In one sentence: who paid for the pact, and how do you know?")),
            Lines(2, 24, "2 lines to write on", PALETTE.hairline),
        ),
        keep=True,
        frame=PALETTE.muted,
        padding=10,
        space_before=12,
    )


def everything() -> Plan:
    """A plan with every kind of block."""
    grey = sans("", size=8, color=PALETTE.muted)
    furniture = Furniture(
        (replace(grey, text="Pact and Partition, 1939–1941"),),
        (replace(grey, text="Dividing Poland"),),
        (replace(grey, text="Student handout"),),
        (replace(grey, text="{page} of {pages}"),),
    )
    picture = Figure(Raster(jpeg(), "jpeg", 160, 100), "A gradient", space_after=4)
    pictures = tuple(
        Figure(Raster(png(mode), "png", 64, 40), f"A circle, {mode}", space_after=4)
        for mode in ("RGB", "L", "P")
    )
    blocks: tuple[Block, ...] = (
        *front(),
        Columns(main(), side(), 0.66, 24, space_after=4),
        document(),
        question(1, "Who wrote this, for whom, and who was never meant to read it?", 2),
        question(2, "What do the words “territorial and political rearrangement” avoid saying?", 3),
        Need(120),
        heading("Table of events", 2, anchor="table"),
        table(),
        picture,
        *pictures,
        Space(10),
        Group((body(serif("A note.")),), tag="Note", fill=PALETTE.tint, padding=6),
        ticket(),
        PageBreak("T"),
        heading("For the teacher", 2),
        question(
            1, "Who wrote this?", 3, ((serif("Ribbentrop and Molotov;"),), (serif("never the public."),))
        ),
        body(replace(serif("back to the top"), link="#top")),
    )
    setup = PageSetup(612, 792)
    metadata = Metadata(
        "Pact and Partition, 1939–1941",
        "en-US",
        ("A. Teacher", "B. Teacher"),
        "Why would enemies cooperate? <&>",
        ("Poland", "1939"),
        "Creative Commons Attribution 4.0 International (CC BY 4.0)",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    return Plan(setup, metadata, furniture, blocks)
