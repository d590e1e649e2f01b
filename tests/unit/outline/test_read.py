"""Lessons as values: what an outline says is in the model, in order, with defaults, numbers and references."""

from __future__ import annotations

from typing import TypeVar

from builders.lesson.model import (
    Activity,
    Comparison,
    Course,
    Document,
    FillIn,
    ImageBlock,
    Lesson,
    Matching,
    MultipleChoice,
    Notes,
    Paper,
    Points,
    Question,
    Quote,
    ShortAnswer,
    Source,
    Span,
    Table,
    Text,
    Timeline,
    TrueFalse,
    plain,
)
from builders.outline.read import read_lesson
from builders.source.tree import parse
from builders.source.world import MemoryWorld

B = TypeVar("B")
WORLD = MemoryWorld({"assets/map.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"})


def lesson(text: str, course: Course | None = None) -> Lesson:
    read, found = read_lesson(parse(text.encode(), "x.yaml"), "x", "outlines", WORLD, course)
    assert read is not None, found
    return read


def block(text: str, kind: type[B]) -> B:
    body = "".join(f"      {line}\n" for line in text.splitlines())
    head = "sources:\n  s: A source.\nimages:\n  m:\n    file: map.svg\n    caption: A map\n"
    (only,) = lesson(f"title: x\n{head}sections:\n  - content:\n{body}").sections[0].blocks
    assert isinstance(only, kind)
    return only


def test_smallest() -> None:
    read = lesson("title: The Winter War")
    assert (read.name, plain(read.title), read.language, read.sections, read.exit) == (
        "x",
        "The Winter War",
        "en",
        (),
        None,
    )


def test_whole_head() -> None:
    read = lesson(
        """title: A **bold** title
essential_question: Why?
level: Grade 9
minutes: 50
standards:
  - RH.1
  - RH.2
language: es
paper: A4
authors: A. Person
license: CC BY 4.0
keywords:
  - war
updated: 2024-01-02
objectives:
  - explain
terms:
  Motti: A *small* group.
people:
  Mannerheim: A marshal.
discussion:
  - Why?
exit: What now?
timing:
  - minutes: 20
    step: Read.
  - minutes: 30
    step: Write.
misconceptions:
  - misconception: All is well.
    answer: It is not.
sensitivity:
  flag: Hard.
  prepare: Talk.
  alternative: Draw.
notes:
  - One.
  - Two.
"""
    )
    assert read.title == (Span("A "), Span("bold", bold=True), Span(" title"))
    assert (read.minutes, read.standards, read.paper, read.authors) == (
        50,
        ("RH.1", "RH.2"),
        Paper.A4,
        ("A. Person",),
    )
    assert read.license is not None
    assert read.license.id == "CC-BY-4.0"
    assert read.updated is not None
    assert read.updated.edtf == "2024-01-02"
    assert plain(read.terms[0].term) == "Motti"
    assert read.terms[0].loc == ("terms", "Motti")
    assert read.exit is not None
    assert read.exit.lines == 2
    assert [step.minutes for step in read.timing] == [20, 30]
    assert read.sensitivity is not None
    assert plain(read.sensitivity.alternative[0]) == "Draw."
    assert [plain(paragraph) for paragraph in read.notes] == ["One.", "Two."]


def test_minutes_are_the_sum_of_the_steps() -> None:
    text = "title: x\ntiming:\n  - minutes: 20\n    step: a\n  - minutes: 25\n    step: b\n"
    assert lesson(text).minutes == 45


def test_course_gives_what_a_lesson_lacks() -> None:
    course = Course(
        "c",
        (Span("Course"),),
        ("a", "x"),
        language="fr",
        authors=("C",),
        paper=Paper.A4,
        subject="History",
        level="9",
    )
    read = lesson("title: y", course)
    assert (read.language, read.authors, read.paper, read.subject, read.level) == (
        "fr",
        ("C",),
        Paper.A4,
        "History",
        "9",
    )
    assert (read.course, read.position) == ("Course", 2)
    own = lesson("title: y\nlanguage: de\nauthors: L\npaper: letter\nsubject: S\nlevel: 1", course)
    assert (own.language, own.authors, own.paper, own.subject, own.level) == (
        "de",
        ("L",),
        Paper.LETTER,
        "S",
        "1",
    )


def test_prose() -> None:
    for text in (
        "- One.\n\n  Two.",
        "- |\n  One.\n\n  Two.",
        "- >\n  One.\n\n  Two.",
        '- "One.\n\n  Two."',
        "- text:\n    - One.\n    - Two.",
    ):
        assert [plain(p) for p in block(text, Text).prose] == ["One.", "Two."], text
    assert [plain(p) for p in block("- |\n  One\n  line.", Text).prose] == ["One line."]


def test_points() -> None:
    points = block(
        "- points:\n    - a\n    - point: b\n      points:\n        - c\n        - d\n  headline: A sentence",
        Points,
    )
    assert [plain(point.text) for point in points.points] == ["a", "b"]
    assert [plain(point.text) for point in points.points[1].points] == ["c", "d"]
    assert plain(points.headline) == "A sentence"
    assert points.loc == ("sections", 0, "content", 0)


def test_timeline() -> None:
    timeline = block(
        "- timeline:\n    - 1939: a\n    - date: c. 1940\n      event: b\n      source: s\n"
        "    - 1941: c\n      source: s\n  title: T",
        Timeline,
    )
    assert [
        (event.date.edtf, plain(event.text), event.source and event.source.id) for event in timeline.events
    ] == [
        ("1939", "a", None),
        ("1940~", "b", "s"),
        ("1941", "c", "s"),
    ]


def test_quote() -> None:
    quote = block(
        "- quote: Q\n  translation: T\n  language: ru-Latn\n  by: B\n  date: 1942\n  source: s\n  translator: X",
        Quote,
    )
    assert (
        plain(quote.text),
        plain(quote.translation),
        quote.language,
        plain(quote.by),
        quote.translator,
    ) == (
        "Q",
        "T",
        "ru-Latn",
        "B",
        "X",
    )
    assert quote.source is not None
    assert plain(quote.source.sentence) == "A source."


def test_image() -> None:
    own, other = block("- image: m", ImageBlock), block("- image: m\n  caption: Other", ImageBlock)
    assert (plain(own.caption), plain(other.caption)) == ("A map", "Other")
    assert own.image.picture is not None
    assert (own.image.picture.path, own.image.picture.kind) == ("assets/map.svg", "svg")


def test_table() -> None:
    table = block(
        "- table:\n    - A: 1\n      B: 2\n      C:\n    - B:\n        answer: two\n      A: 3\n"
        "  caption: T\n  lines: 3",
        Table,
    )
    assert [plain(column) for column in table.columns] == ["A", "B", "C"]
    assert [[(plain(cell.text), plain(cell.answer)) for cell in row] for row in table.rows] == [
        [("1", ""), ("2", ""), ("", "")],
        [("3", ""), ("", "two"), ("", "")],
    ]
    assert (table.lines, block("- table:\n    - A: 1", Table).lines) == (3, 2)


def test_comparison() -> None:
    comparison = block("- comparison:\n    One:\n      - a\n      - b\n    Two: c", Comparison)
    assert [(plain(c.heading), [plain(p) for p in c.points]) for c in comparison.columns] == [
        ("One", ["a", "b"]),
        ("Two", ["c"]),
    ]


def test_questions_documents_and_activities_are_numbered() -> None:
    read = lesson(
        """title: x
sections:
  - content:
      - question: one
      - document: D
        excerpt: |
          First.

          Second.
        by: someone
        questions:
          - two
          - question: three
            lines: 0
            depth: 4
      - activity: A
        lines: 6
        rubric:
          - Criterion: Claim
            Secure: yes
        answer:
          Secure: So.
          Strong: So, because.
  - content:
      - document: E
      - question: four
        answer: Because.
      - activity: B
      - notes: For me.
"""
    )
    blocks = [block for section in read.sections for block in section.blocks]
    first, document, activity, other, last, second, notes = blocks
    assert isinstance(document, Document)
    assert isinstance(other, Document)
    assert isinstance(first, Question)
    assert isinstance(last, Question)
    assert isinstance(activity, Activity)
    assert isinstance(second, Activity)
    assert isinstance(notes, Notes)
    assert [first.number, *(q.number for q in document.questions), last.number] == [1, 2, 3, 4]
    assert (document.label, other.label, activity.number, second.number) == ("A", "B", 1, 2)
    assert (first.lines, document.questions[1].lines, document.questions[1].depth) == (3, 0, 4)
    assert len(document.excerpt) == 2
    assert [(a.level, plain(a.prose[0])) for a in activity.answers] == [
        ("Secure", "So."),
        ("Strong", "So, because."),
    ]
    assert [a.level for a in last.answers] == [""]
    assert activity.rubric is not None
    assert plain(activity.rubric.columns[0]) == "Criterion"


def test_documents_after_z() -> None:
    content = "".join(f"      - document: D{n}\n" for n in range(28))
    blocks = lesson(f"title: x\nsections:\n  - content:\n{content}").sections[0].blocks
    assert [block.label for block in blocks if isinstance(block, Document)][24:] == ["Y", "Z", "AA", "AB"]


def test_quiz() -> None:
    read = lesson(
        """title: x
quiz:
  - question: Which?
    choices:
      - right: a
        because: so
      - wrong: b
    reason: R
  - question: Which?
    choices:
      - a
      - B.
    answer: b
  - statement: S
    answer: false
  - question: Why?
    answer: Because.
    lines: 5
  - match: M
    pairs:
      a: b
      c: d
  - fill: "___ and **b ___** c"
    answers:
      - x
      - y
"""
    )
    one, two, three, four, five, six = read.quiz
    assert isinstance(one, MultipleChoice)
    assert isinstance(two, MultipleChoice)
    assert isinstance(three, TrueFalse)
    assert isinstance(four, ShortAnswer)
    assert isinstance(five, Matching)
    assert isinstance(six, FillIn)
    assert [item.number for item in read.quiz] == [1, 2, 3, 4, 5, 6]
    assert [(plain(c.text), c.right, plain(c.because)) for c in one.choices] == [
        ("a", True, "so"),
        ("b", False, ""),
    ]
    assert [c.right for c in two.choices] == [False, True]
    assert three.answer is False
    assert four.lines == 5
    assert [(plain(left), plain(right)) for left, right in five.pairs] == [("a", "b"), ("c", "d")]
    assert six.parts == ((), (Span(" and "), Span("b ", bold=True)), (Span(" c"),))
    assert [plain(answer) for answer in six.answers] == ["x", "y"]


def test_only_what_is_shown_is_among_the_images() -> None:
    images = "".join(f"  {name}:\n    file: map.svg\n" for name in "abc")
    read = lesson(f"title: x\nimages:\n{images}figure: c\nsections:\n  - content:\n      - image: a\n")
    assert [image.id for image in read.images] == ["a", "c"]
    assert read.figure is read.images[1]


def test_a_source_in_a_sentence_is_among_the_works_cited() -> None:
    text = "      - quote: q\n        source: Trotter, A Frozen Hell\n"
    read = lesson(f"title: x\nsources:\n  s: A source.\nsections:\n  - content:\n{text}{text}")
    assert [plain(source.sentence) for source in read.sources] == ["A source.", "Trotter, A Frozen Hell"]


def test_further_reading() -> None:
    read = lesson("title: x\nsources:\n  s: A source.\nfurther_reading:\n  - s\n  - A *book*\n")
    source, book = read.further_reading
    assert isinstance(source, Source)
    assert book == (Span("A "), Span("book", italic=True))


def test_no_lesson_from_a_tree_with_errors() -> None:
    tree = parse(b"title: x\ntitle: y\n", "x.yaml")
    assert tree.diagnostics
    assert read_lesson(tree, "x", "outlines", WORLD)[0] is None


def test_places_are_in_the_text() -> None:
    text = "title: x\nsections:\n  - heading: y\n    zebra: z\n"
    _, (found,) = read_lesson(parse(text.encode(), "x.yaml"), "x", "outlines", WORLD)
    assert found.place.loc == ("sections", 0, "zebra")
    assert (found.place.offset, found.place.end) == (text.index("zebra"), text.index("zebra") + 5)
