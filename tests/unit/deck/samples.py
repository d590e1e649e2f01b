"""Lessons as values: one with every kind of block, and one that strains every slide."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from decimal import Decimal

from builders.lesson.dates import Date, parse_date
from builders.lesson.inline import parse_inline
from builders.lesson.model import (
    Activity,
    Block,
    Cell,
    Chart,
    Choice,
    Comparison,
    ComparisonColumn,
    Document,
    Event,
    ExitTicket,
    FillIn,
    Image,
    ImageBlock,
    Inline,
    Lesson,
    License,
    Matching,
    Misconception,
    ModelAnswer,
    MultipleChoice,
    Notes,
    Person,
    Picture,
    Point,
    Points,
    Question,
    Quote,
    Section,
    Sensitivity,
    Series,
    ShortAnswer,
    Source,
    Step,
    Table,
    Term,
    Text,
    Timeline,
    TrueFalse,
)

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><rect width="320" height="240" fill="#eeece6"/>'
    b'<path d="M20 150 C60 20 120 60 200 110 L300 30 Z" fill="#9e2a2b" fill-rule="evenodd"/>'
    b'<line x1="20" y1="220" x2="300" y2="200" stroke="#1c1b19" stroke-dasharray="6 3" stroke-width="2"/>'
    b'<circle cx="60" cy="60" r="6" fill="#1e2733"/><text x="72" y="64" font-size="14">Bridge</text>'
    b'<text x="160" y="200" font-size="12" text-anchor="middle" transform="rotate(-8 160 200)">River</text></svg>'
)


def _png(width: int, height: int) -> bytes:
    """A small picture: a grey slope."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((x * 3 + y) % 256 for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PNG = _png(80, 60)
CC_BY = License("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
LOC = ("sections", 0)


def t(text: str) -> Inline:
    """Inline text."""
    return parse_inline(text)[0]


def day(text: str) -> Date:
    """A date that can be read."""
    date = parse_date(text)
    assert isinstance(date, Date)
    return date


PRESS = Source(
    "press",
    ("sources", "press"),
    type="article-newspaper",
    authors=("Ann Writer",),
    title=t("A Bridge Opens"),
    publication="The Daily Example",
    date=day("1932-03-20"),
    url="https://example.org/bridge",
)
LEDGER = Source("ledger", ("sources", "ledger"), sentence=t("Ledger of the bridge company, 1923"))


def image(id_: str, kind: str = "svg", caption: str = "What the bridge cost, year by year.") -> Image:
    """A picture that is there."""
    return Image(
        id_,
        ("images", id_),
        alt=f"A line rises from left to right ({id_}).",
        title=t(f"Cost of the bridge, {id_}"),
        creator="A. Drawer",
        source="The Example Archive",
        url="https://example.org/archive",
        license=CC_BY,
        caption=t(caption),
        file=f"{id_}.{kind}",
        picture=Picture(f"assets/{id_}.{kind}", kind, SVG if kind == "svg" else PNG),
    )


CHART, PHOTO = image("chart"), image("photo", "png")
PLANNED = Image("planned", ("images", "planned"), alt="Workers on a girder.", caption=t("Workers, 1931."))


def question(number: int, stem: str, answer: str = "Because of tolls.", **more: object) -> Question:
    """A question with one answer."""
    loc = ("sections", 0, "content", number)
    answers = (ModelAnswer("", (t(answer),), (*loc, "answer")),) if answer else ()
    return replace(Question((t(stem),), loc, number, answers), **more)  # type: ignore[arg-type]


def table(loc: tuple[str | int, ...], *, answers: bool = True) -> Table:
    """A table with a cell to fill in."""

    def cell(text: str, answer: str = "") -> Cell:
        return Cell(t(text), t(answer), loc)

    rows = (
        (cell("Steel"), cell("Strong and light"), cell("", "It rusts" if answers else "")),
        (cell("Stone"), cell("Heavy"), cell("Lasts for centuries")),
    )
    return Table((t("Material"), t("Strength"), t("Weakness")), rows, loc, t("Materials compared"), PRESS)


def chart(**more: object) -> Chart:
    """Two series of bars with a highlighted category and a gap."""
    series = (
        Series(t("Steel"), (Decimal("18.3"), Decimal("42.8"), None)),
        Series(t("Stone"), (Decimal("57.8"), Decimal("1204.5"), Decimal("0.7"))),
    )
    categories = (t("Bought abroad"), t("Made in the city"), t("Taken from the old bridge"))
    whole = Chart(
        categories, series, ("sections", 0, "content", 8), subject=t("Origin"), title=t("Where it came from")
    )
    whole = replace(whole, unit=t("thousands of tons"), caption=t("By 1930."), source=LEDGER, highlight=0)
    return replace(whole, **more)  # type: ignore[arg-type]


def everything() -> Lesson:
    """A lesson with every kind of block."""
    first = Section(
        t("Building the bridge"),
        ("sections", 0),
        headline=t("A city paid for its bridge twice"),
        minutes=12,
        blocks=(
            Text((t("For years *ferries* were the only way."), t("Then came the plan.")), LOC),
            Points(
                (
                    Point(t("Cheap steel"), (Point(t("from abroad"), (), LOC),), LOC),
                    Point(t("Debt"), (), LOC),
                ),
                LOC,
            ),
            Timeline(
                (
                    Event(day("1923-07-28"), t("Work begins"), PRESS, LOC),
                    Event(day("1930-08"), t("The arches meet"), None, LOC),
                    Event(day("1932-03-19"), t("The bridge opens"), None, LOC),
                ),
                LOC,
                t("Nine years"),
            ),
            Quote(
                t("Ни шагу назад!"),
                LOC,
                language="ru",
                translation=t("Not one step back!"),
                translator="A. Teacher",
                by=t("Order No. 227"),
                date=day("1942-07-28"),
                source=LEDGER,
            ),
            ImageBlock(CHART, LOC, headline=t("Costs rose every year")),
            ImageBlock(PHOTO, LOC),
            ImageBlock(PLANNED, LOC),
            table(("sections", 0, "content", 6)),
            Comparison(
                (
                    ComparisonColumn(t("For"), (t("Jobs"), t("Speed")), LOC),
                    ComparisonColumn(t("Against"), (t("Cost"),), LOC),
                ),
                LOC,
                t("Two sides"),
                PRESS,
            ),
            chart(),
            Notes((t("Secret hint for the speaker."),), LOC),
        ),
        notes=(t("Speak slowly here."),),
    )
    second = Section(
        t("Reading the papers"),
        ("sections", 1),
        headline=t("The papers never agreed on the price"),
        blocks=(
            Document(
                t("Report of the commission"),
                "A",
                ("sections", 1, "content", 0),
                by=t("The commission"),
                date=day("1931"),
                source=PRESS,
                headnote=t("Written for parliament. It was never printed."),
                excerpt=(t("The costs were known to all members."), t("They were *not* made public.")),
                rights=t("Public domain."),
                questions=(
                    question(1, "Who wrote it?", skill="Source it", depth=2),
                    question(2, "Who read it?"),
                ),
            ),
            question(3, "Why did the ferries stop?", skill="Think", minutes=5),
            Activity(
                t("Who should pay?"),
                ("sections", 1, "content", 2),
                1,
                minutes=10,
                grouping="Pairs",
                materials=(t("Document A"), t("a pencil")),
                steps=(t("Read Document A."), t("Write one claim.")),
                answers=(
                    ModelAnswer("Secure", (t("Those who cross it pay, says A."),), LOC),
                    ModelAnswer("Developing", (t("Everyone pays."),), LOC),
                ),
                rubric=table(("sections", 1, "content", 2, "rubric"), answers=False),
            ),
        ),
    )
    return Lesson(
        "bridge",
        t("The Price of a *Bridge*"),
        essential_question=t("Who pays when a city builds?"),
        level="Grades 9–12",
        minutes=50,
        standards=("RH.9-10.6",),
        authors=("Ann Teacher", "Bob Teacher"),
        license=CC_BY,
        subject="History",
        keywords=("bridge", "debt"),
        updated=day("2026-01-02"),
        figure=CHART,
        objectives=(t("Explain how the bridge was paid for."), t("Compare two reports.")),
        terms=tuple(
            Term(t(f"Term {n}"), t("What it means in a few words of plain English."), LOC) for n in range(5)
        ),
        people=(Person(t("John Bradfield"), t("Engineer of the bridge."), LOC),),
        sources=(PRESS, LEDGER),
        images=(CHART, PHOTO, PLANNED),
        sections=(
            first,
            second,
            Section(t("Afterwards"), ("sections", 2), blocks=(Text((t("Tolls ended."),), LOC),)),
        ),
        quiz=(
            MultipleChoice(
                (t("When did it open?"),),
                (
                    Choice(t("1930"), False, t("Then the arches met."), LOC),
                    Choice(t("1932"), True, t("In March."), LOC),
                ),
                ("quiz", 0),
                1,
                t("Dates order the story."),
            ),
            TrueFalse(t("The bridge was cheap."), False, ("quiz", 1), 2, t("It was not.")),
            ShortAnswer((t("Who paid?"),), (t("Drivers."),), 2, ("quiz", 2), 3),
            Matching(t("Match each."), ((t("Steel"), t("light")), (t("Stone"), t("heavy"))), ("quiz", 3), 4),
            FillIn(
                (t("It opened in "), t(" and was paid off in "), t(".")),
                (t("1932"), t("1988")),
                ("quiz", 4),
                5,
            ),
        ),
        discussion=(t("Is a toll fair?"), t("Who was never asked?")),
        exit=ExitTicket((t("In one sentence, who paid?"),), ("exit",), answer=(t("A named group."),)),
        further_reading=(PRESS, t("Any history of the city.")),
        timing=(Step(50, t("Everything"), LOC),),
        misconceptions=(Misconception(t("Bridges are free."), t("They never are."), LOC),),
        sensitivity=Sensitivity(
            (t("Workers die in this lesson."),), (t("Tell parents first."),), (t("Write on ferries."),), LOC
        ),
        notes=(t("Bring a map."),),
        position=1,
    )


GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherung"
RUSSIAN = (
    "Отступать дальше — значит загубить себя и загубить вместе с тем нашу Родину, а потому надо упорно, "
    "до последней капли крови защищать каждую позицию."
)
WORDS = (
    "The government of the day had promised that nobody would have to pay for the bridge twice and yet every driver "
    "who crossed it in the following half century did exactly that"
)


def words(count: int) -> str:
    """So many words of prose, in sentences of about a dozen."""
    known = WORDS.lower().split()
    chosen = [known[n % len(known)] for n in range(count)]
    return " ".join(
        (word.capitalize() if n % 12 == 0 else word) + ("." if n % 12 == 11 or n == count - 1 else "")
        for n, word in enumerate(chosen)
    )


def _deep(depth: int) -> tuple[Point, ...]:
    below = _deep(depth - 1) if depth else ()
    return tuple(Point(t(f"{words(9 + n)} ({depth}.{n})"), below if n == 1 else (), LOC) for n in range(3))


def stress_blocks() -> tuple[Block, ...]:
    """Blocks that don't fit on a slide."""
    loc = ("sections", 0, "content", 0)
    columns = tuple(t(f"Column {n}") for n in range(9))
    wide = tuple(
        tuple(Cell(t(f"{GERMAN[:18]} {words(row + n)}"), (), loc) for n in range(len(columns)))
        for row in range(6)
    )
    tall = (
        (Cell(t("All"), (), loc), Cell(t(words(400)), (), loc)),
        (Cell(t("Rest"), (), loc), Cell(t(GERMAN), (), loc)),
    )
    events = (
        *(Event(day(str(1900 + n * 2)), t(words(3 + n % 11)), None, loc) for n in range(39)),
        Event(day("1939-08-23"), t(f"{GERMAN} {RUSSIAN}"), None, loc),
    )
    return (
        Quote(t(words(300)), loc, by=t(words(40)), date=day("1942"), source=PRESS, headline=t(words(18))),
        Quote(t(RUSSIAN), loc, language="ru", translation=t(words(60)), by=t("Приказ № 227")),
        Quote(t(f"{GERMAN}{GERMAN}"), loc, language="de", by=t("Amt")),
        Points(_deep(3), loc),
        Points((Point(t(words(320)), (), loc), Point(t("w" * 900), (), loc)), loc),
        Table(columns, wide, loc, t(words(70)), PRESS),
        Table((t("Kind"), t("Text")), tall, loc),
        Table((t(words(150)), t("B")), ((Cell(t("x"), (), loc), Cell(t("y"), (), loc)),), loc),
        Table(tuple(t(GERMAN) for _ in range(4)), tuple((Cell(t(GERMAN), (), loc),) * 4 for _ in range(3)), loc),
        Comparison(
            tuple(ComparisonColumn(t(f"Side {n}"), tuple(t(words(14)) for _ in range(9)), loc) for n in range(4)), loc
        ),
        Timeline(events, loc, t(words(30)), t(words(14))),
        ImageBlock(CHART, loc, caption=t(words(150))),
        ImageBlock(image("long", "png", words(20)), loc, headline=t(words(60))),
        Document(
            t(words(30)), "A", loc, by=t(words(40)), date=day("1931"), source=PRESS, headnote=t(words(90)),
            excerpt=(t(words(200)), t(RUSSIAN * 4)), language="ru", translation=(t(words(220)),), rights=t(words(30)),
            questions=tuple(question(n, words(45), words(90), skill="Read closely", depth=3) for n in range(1, 6)),
        ),
        question(6, words(60), words(250)),
        question(7, words(300), words(30), headline=t(words(12))),
        question(8, words(130), words(30)),
        Activity(
            t(words(30)), loc, 1, 15, "Alone, then in groups of three", tuple(t(words(6)) for _ in range(12)),
            tuple(t(words(5 + 6 * n)) for n in range(14)), 0, (ModelAnswer("Secure", (t(words(260)),), loc),),
            Table(columns[:5], tuple(row[:5] for row in wide), loc),
        ),
    )  # fmt: skip


def stress(title: str = "", language: str = "en") -> Lesson:
    """A lesson that strains every slide: long, wide, deep, many, Cyrillic, German compounds."""
    base = everything()
    choices = tuple(Choice(t(words(12 + n)), n == 2, t(words(30)), LOC) for n in range(7))
    return replace(
        base,
        name="stress",
        title=t(title or words(300)),
        language=language,
        essential_question=t(words(80)),
        objectives=tuple(t(words(8 + 3 * n)) for n in range(12)),
        terms=tuple(Term(t(f"{GERMAN[: 12 + 2 * n]}"), t(words(6 + 2 * n)), LOC) for n in range(17)),
        people=(Person(t("Анна Андреевна"), t(words(120)), LOC), Person(t("B"), t(words(300)), LOC)),
        sections=(
            Section(t(words(24)), ("sections", 0), headline=t(words(70)), minutes=5, blocks=stress_blocks()),
            Section(
                t("Only words"), ("sections", 1), blocks=(Text(tuple(t(words(70)) for _ in range(9)), LOC),)
            ),
            Section(t("Only words"), ("sections", 2), headline=t(RUSSIAN), notes=(t(words(600)),)),
        ),
        quiz=(
            MultipleChoice((t(words(70)),), choices, ("quiz", 0), 1, t(words(40))),
            MultipleChoice((t(words(12)),), choices[:4], ("quiz", 1), 2, t(words(40))),
            TrueFalse(t(words(90)), True, ("quiz", 2), 3, t(words(140))),
            Matching(
                t(words(30)),
                tuple((t(words(4 + n)), t(f"{words(6 + n)} {n}")) for n in range(12)),
                ("quiz", 3),
                4,
            ),
            FillIn((t(words(50)), t(words(90))), (t(words(20)),), ("quiz", 4), 5),
        ),
        discussion=tuple(t(words(25 + 5 * n)) for n in range(5)),
        sources=tuple(replace(PRESS, id=f"s{n}", title=t(words(15 + n))) for n in range(14)),
        sensitivity=Sensitivity((t(words(180)),), (t(words(200)),), (), LOC),
    )
