"""Lessons as values: one with every kind of block, and the smallest one a beginner writes."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from builders.lesson.charts import Chart, Series
from builders.lesson.dates import Date, parse_date
from builders.lesson.model import (
    Activity,
    Cell,
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
    ShortAnswer,
    Source,
    Span,
    Step,
    Table,
    Term,
    Text,
    Timeline,
    TrueFalse,
)

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180" viewBox="0 0 320 180">'
    b'<rect x="0" y="0" width="320" height="180" fill="#eeece6"/>'
    b'<path d="M20 150 L120 60 L200 110 L300 30" fill="none" stroke="#9e2a2b" stroke-width="3"/></svg>'
)
CC_BY = License("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")


def t(text: str) -> Inline:
    """Text without formatting."""
    return (Span(text),)


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

CHART = Image(
    "chart",
    ("images", "chart"),
    alt="A line rises from left to right.",
    title=t("Cost of the bridge"),
    creator="A. Drawer",
    source="The Example Archive",
    license=CC_BY,
    caption=t("What the bridge cost, year by year."),
    file="chart.svg",
    picture=Picture("assets/chart.svg", "svg", SVG),
)
PHOTO = Image(
    "photo",
    ("images", "photo"),
    alt="Workers on a girder.",
    creator="unknown",
    source="City Library",
    license=License("US-Gov-PD", "U.S. government work", None),
    caption=t("Workers above the harbour."),
)

BARS = Chart(
    (t("Bought abroad"), t("Made in the city")),
    (
        Series(t("Steel"), (Decimal("18.3"), Decimal("42.8"))),
        Series(t("Stone"), (Decimal("57.8"), None)),
    ),
    ("sections", 1, "content", 6),
    subject=t("Origin"),
    title=t("Where it came from"),
    unit=t("thousands of tons"),
    caption=t("By the end of 1930."),
    source=LEDGER,
    highlight=1,
    headline=t("Most of the steel was made in the city"),
)

LONG_ANSWER = (
    "It was built because the ferries could no longer carry the traffic, because the government wanted work for "
    "thousands of people, and because a city that had grown on both shores of a harbour was cut in two every night "
    "at eleven, when the last boat went. Students may name any two of these; the best answers weigh them."
)

SECTIONS = (
    Section(
        t("Two shores"),
        ("sections", 0),
        headline=t("A harbour kept one city apart"),
        minutes=15,
        blocks=(
            Text(
                (
                    t(
                        "Before 1932 a person who lived north of the harbour and worked south of it took a boat. "
                    ),
                    (
                        Span("The ledger calls it "),
                        Span("the daily flood", italic=True),
                        Span(" of passengers."),
                    ),
                ),
                ("sections", 0, "content", 0),
            ),
            Points(
                (
                    Point(
                        t("Ferries were slow"), (Point(t("and stopped at night"), (), ("p", 1)),), ("p", 0)
                    ),
                    Point(t("Fog stopped them altogether"), (), ("p", 2)),
                ),
                ("sections", 0, "content", 1),
                headline=t("Boats could not do it"),
            ),
            Timeline(
                (
                    Event(day("1923-07-28"), t("The first sod is turned"), LEDGER, ("e", 0)),
                    Event(day("1930-08-19"), t("The arch is closed"), None, ("e", 1)),
                    Event(day("1932-03-19"), t("The bridge opens"), PRESS, ("e", 2)),
                ),
                ("sections", 0, "content", 2),
                title=t("Nine years of building"),
            ),
            Quote(
                t("Le pont est ouvert."),
                ("sections", 0, "content", 3),
                language="fr",
                translation=t("The bridge is open."),
                translator="A. Drawer",
                by=t("A visitor"),
                date=day("1932-03"),
                source=PRESS,
            ),
            Notes((t("Ask who in the room takes a ferry."),), ("sections", 0, "content", 4)),
        ),
        notes=(t("Begin with the map on the wall."),),
    ),
    Section(
        t("What the papers said"),
        ("sections", 1),
        blocks=(
            Document(
                t("A Bridge Opens"),
                "A",
                ("sections", 1, "content", 0),
                by=t("Ann Writer"),
                date=day("1932-03-20"),
                source=PRESS,
                headnote=t("Printed the day after the opening, for readers who had paid for it."),
                excerpt=(t("Half a million people walked across. Nobody asked what it had cost."),),
                translation=(t("A second wording of the same report."),),
                translator="our translation",
                rights=t("Printed with the kind help of the paper"),
                questions=(
                    Question(
                        (t("Who wrote this, and for whom?"), t("Give the line.")),
                        ("sections", 1, "content", 0, "q", 0),
                        1,
                        (ModelAnswer("", (t("A reporter, for those who paid."),), ("a", 0)),),
                        lines=2,
                        depth=1,
                        skill="Source it",
                        minutes=4,
                    ),
                ),
            ),
            Question(
                (t("Why was the bridge built?"),),
                ("sections", 1, "content", 1),
                2,
                (
                    ModelAnswer("Secure", (t(LONG_ANSWER),), ("a", 1)),
                    ModelAnswer("Developing", (t("For jobs."),), ("a", 2)),
                ),
                lines=2,
                depth=3,
            ),
            ImageBlock(PHOTO, ("sections", 1, "content", 2)),
            ImageBlock(CHART, ("sections", 1, "content", 3), caption=t("The same chart again.")),
            Table(
                (t("Source"), t("Claim"), t("Evidence")),
                (
                    (
                        Cell(t("Ledger"), (), ("c", 0)),
                        Cell(t("It cost ten million"), (), ("c", 1)),
                        Cell((), t("The totals on its last page"), ("c", 2)),
                    ),
                    (
                        Cell(t("Article"), (), ("c", 3)),
                        Cell((), (), ("c", 4)),
                        Cell((), t(LONG_ANSWER), ("c", 5)),
                    ),
                ),
                ("sections", 1, "content", 4),
                caption=t("Weigh the sources"),
                source=LEDGER,
                lines=2,
            ),
            Comparison(
                (
                    ComparisonColumn(t("North shore"), (t("Cheap land"), t("Few jobs")), ("k", 0)),
                    ComparisonColumn(t("South shore"), (t("Crowded streets"),), ("k", 1)),
                ),
                ("sections", 1, "content", 5),
                caption=t("Two shores compared"),
                source=PRESS,
            ),
            BARS,
            Activity(
                t("Write the verdict"),
                ("sections", 1, "content", 6),
                1,
                minutes=20,
                grouping="in pairs",
                materials=(t("both documents"), t("a pencil")),
                steps=(t("Read again."), t("Decide together.")),
                lines=3,
                answers=(ModelAnswer("", (t("It was worth it, says the article alone."),), ("a", 3)),),
                rubric=Table(
                    (t("Criterion"), t("Strong"), t("Weak")),
                    (
                        (
                            Cell(t("Evidence used"), (), ("r", 0)),
                            Cell(t("Two quotations"), (), ("r", 1)),
                            Cell(t("No quotation"), (), ("r", 2)),
                        ),
                    ),
                    ("sections", 1, "content", 6, "rubric"),
                ),
            ),
        ),
    ),
)

QUIZ = (
    MultipleChoice(
        (t("When did the bridge open?"),),
        (
            Choice(t("In 1923"), False, t("That is when work began."), ("ch", 0)),
            Choice(t("In 1932"), True, t("The article is dated the day after."), ("ch", 1)),
            Choice(t("In 1940"), False, (), ("ch", 2)),
        ),
        ("quiz", 0),
        1,
        reason=t("See the timeline."),
    ),
    TrueFalse(t("Ferries ran all night."), False, ("quiz", 1), 2, reason=t("The last boat went at eleven.")),
    ShortAnswer(
        (t("Name one cost."),), (t("Seventeen lives."),), 2, ("quiz", 2), 3, reason=t("Lives count too.")
    ),
    Matching(
        t("Match the year."),
        (
            (t("1923"), t("first sod")),
            (t("1930"), t("arch closed")),
            (t("1932"), t("opening")),
            (t("1988"), t("tunnel begun")),
        ),
        ("quiz", 3),
        4,
        reason=t("All four are in the ledger."),
    ),
    FillIn(
        (t("The harbour lay between "), t(" and "), t(".")),
        (t("north"), t("south")),
        ("quiz", 4),
        5,
        reason=t("Look at the map."),
    ),
)

FULL = Lesson(
    "bridge",
    t("The Bridge"),
    essential_question=t("Who pays when a city builds?"),
    level="Grades 7–9",
    minutes=50,
    standards=("RH.6-8.1",),
    authors=("A. Teacher", "B. Teacher"),
    license=CC_BY,
    subject="History",
    keywords=("bridges", "cities"),
    updated=day("2026-05-04"),
    figure=CHART,
    objectives=(t("Explain why the bridge was built."), t("Weigh two sources.")),
    terms=(
        Term(t("Toll"), t("Money paid to cross."), ("terms", 0)),
        Term(t("Span"), t("A part."), ("terms", 1)),
    ),
    people=(Person(t("John Engineer"), t("He drew the arch."), ("people", 0)),),
    sources=(PRESS, LEDGER),
    images=(CHART, PHOTO),
    sections=SECTIONS,
    quiz=QUIZ,
    discussion=(t("Should those who use it pay for it?"), t("Who was not asked?")),
    exit=ExitTicket(
        (t("In one sentence: was it worth it?"),), ("exit",), 2, (t("Any sentence with a reason."),)
    ),
    further_reading=(PRESS, t("Go and look at the bridge.")),
    timing=(Step(20, t("Read together"), ("timing", 0)), Step(30, t("Write alone"), ("timing", 1))),
    misconceptions=(Misconception(t("Tolls paid for all of it."), t("Only for a third."), ("mis", 0)),),
    sensitivity=Sensitivity(
        (t("This lesson speaks of accidents."),),
        (t("Tell the class beforehand."),),
        (t("Study the tunnel instead."),),
        ("sensitivity",),
    ),
    notes=(t("The ledger is in the city archive."),),
    course="Cities",
    position=2,
)

SMALL = Lesson(
    "small",
    t("Three points"),
    sections=(
        Section(
            t("Points"),
            ("sections", 0),
            blocks=(
                Points(
                    tuple(Point(t(f"Point {n}"), (), ("p", n)) for n in (1, 2, 3)),
                    ("sections", 0, "content", 0),
                ),
            ),
        ),
    ),
)

STRUCTURE = frozenset(
    {"loc", "id", "language", "kind", "data", "path", "file", "type", "link", "url", "name", "label"}
)
"""Fields that hold no words of their own; `label` is a document's letter or a licence's name."""


def marked(lesson: Lesson) -> tuple[Lesson, dict[str, str]]:
    """The lesson with a word of its own put into every text, and the path of each of these words."""
    words: dict[str, str] = {}

    def mark(value: Any, path: str) -> Any:
        match value:
            case str() if value:
                word = f"Qz{len(words):04d}x"
                words[word] = path
                return f"{value} {word}"
            case Span():
                return replace(value, text=mark(value.text, path))
            case tuple():
                return tuple(mark(one, f"{path}[{n}]") for n, one in enumerate(value))
            case Date() | License():
                return value
            case _ if is_dataclass(value) and not isinstance(value, type):
                changes = {
                    field.name: mark(getattr(value, field.name), f"{path}.{field.name}")
                    for field in fields(value)
                    if field.name not in STRUCTURE
                    or (field.name == "name" and isinstance(value, Person | Series))
                }
                return replace(value, **changes)
            case _:
                return value

    marked_lesson: Lesson = mark(lesson, type(lesson).__name__)
    return marked_lesson, words
