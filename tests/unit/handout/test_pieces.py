"""The small decisions: how answers are cut, the order of matches, the widths of columns, what stands in the margin."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.handout.answers import anchor, fill
from builders.handout.extent import extent
from builders.handout.flow import items
from builders.handout.mentions import first_mention
from builders.handout.opening import opening
from builders.handout.page import measure, page_setup
from builders.handout.setting import Setting, setting
from builders.handout.tables import widths
from builders.handout.text import runs, styles
from builders.lesson.model import (
    ImageBlock,
    Lesson,
    Matching,
    ModelAnswer,
    Paper,
    Person,
    Quote,
    Section,
    Span,
    Term,
    Text,
    Timeline,
)
from builders.lesson.order import letter, order
from builders.pdf.blocks import Beside, Lines, Paragraph
from builders.theme.measure import advance
from builders.theme.tokens import EDITORIAL
from tests.unit.handout.samples import CHART, PHOTO, SECTIONS, SMALL, t

S = setting(EDITORIAL, "en", measure(page_setup(Paper.LETTER, EDITORIAL)))
LOC = ("sections", 0, "content", 1)
WORDS = [
    "a",
    "by",
    "the",
    "river,",
    "bridge",
    "ferry",
    "harbour",
    "ledger",
    "(arch)",
    "toll",
    "unmistakable",
    "incomprehensibilities",
]
TEXTS = st.builds(
    lambda count, seed: " ".join(Random(seed).choices(WORDS, k=count)),
    st.integers(1, 120),
    st.integers(0, 999),
)


def answers(*texts: str) -> tuple[ModelAnswer, ...]:
    levels = ("Secure", "Developing") if len(texts) > 1 else ("",)
    return tuple(ModelAnswer(level, (t(text),), LOC) for level, text in zip(levels, texts, strict=True))


def words_of(lines: tuple[tuple[object, ...], ...]) -> str:
    return " ".join("".join(getattr(run, "text", "") for run in line) for line in lines)


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=2), st.integers(1, 5), st.floats(120, 480))
def test_answers_stay_in_their_space(texts: list[str], count: int, width: float) -> None:
    lines = fill(answers(*texts), count, S.styles.answer, width, LOC, S)
    assert len(lines) <= count
    for line in lines:
        assert sum(advance(run.text, run.face, run.size, run.spacing) for run in line) <= width + 0.01
    written = words_of(lines)
    if "→" in written:
        assert len(texts) == 2 or "…" in written
    else:
        assert written.split() == texts[0].split()
        assert len(texts) == 1


@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=2), st.integers(1, 4))
def test_what_is_cut_does_not_depend_on_the_page_it_is_cut_to(texts: list[str], count: int) -> None:
    there = replace(S, see={anchor(LOC): "T17"})
    first, second = (fill(answers(*texts), count, S.styles.answer, 300, LOC, one) for one in (S, there))
    assert words_of(second).replace("→ T17", "→ T") == words_of(first)


def test_a_short_answer_is_written_whole_and_a_long_one_is_cut_at_a_word() -> None:
    assert words_of(fill(answers("Short."), 2, S.styles.answer, 300, LOC, S)) == "Short."
    cut = words_of(fill(answers("word " * 60), 1, S.styles.answer, 300, LOC, S))
    assert cut.startswith("word word")
    assert "word …" in cut
    assert cut.endswith("→ T")
    assert fill(answers("Any."), 0, S.styles.answer, 300, LOC, S) == ()
    assert fill((), 3, S.styles.answer, 300, LOC, S) == ()


@given(st.lists(st.text(min_size=1, max_size=9), min_size=2, max_size=12, unique=True))
def test_matches_are_never_printed_in_the_order_of_their_answers(texts: list[str]) -> None:
    asked = Matching(t("Match."), tuple((t(f"{n}"), t(text)) for n, text in enumerate(texts)), LOC, 1)
    places = order(asked)
    assert sorted(places) == list(range(len(texts)))
    assert list(places) != sorted(places)
    turned = replace(asked, pairs=asked.pairs[::-1])
    shown, other = [texts[n] for n in places], [texts[::-1][n] for n in order(turned)]
    # By the words alone, but for the step that keeps it from being the outline's own order.
    assert shown in (other, [*other[1:], other[0]], [other[-1], *other[:-1]])


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@given(
    st.lists(
        st.lists(st.text(alphabet="abc def", max_size=60), min_size=3, max_size=3), min_size=1, max_size=6
    )
)
def test_columns_share_the_whole_width(rows: list[list[str]]) -> None:
    shares = widths(tuple(tuple(t(text) if text else () for text in row) for row in rows), S)
    assert sum(shares) == pytest.approx(1)
    assert min(shares) > 0


def test_a_column_to_write_in_is_wide_and_one_of_numbers_narrow() -> None:
    first, middle, last = widths(((t("No."), t("Claim"), t("Evidence")), (t("1"), t("It rained."), ())), S)
    assert first < 0.15
    assert last > middle
    assert last > 0.4


def test_italics_in_italics_stand_upright_and_links_have_their_colour() -> None:
    style = styles(EDITORIAL).quote
    plain, turned, linked = runs(
        (Span("a"), Span("b", italic=True), Span("c", link="https://example.org")), style
    )
    assert plain.face.italic
    assert not turned.face.italic
    assert linked.color == EDITORIAL.palette.accent != plain.color


def test_extent_counts_lines_and_spaces() -> None:
    line = Paragraph(runs(t("word " * 40), S.styles.body), leading=15, space_before=5, space_after=2)
    short = Paragraph(runs(t("word"), S.styles.body), leading=15)
    assert extent((short,), 400) == 15
    assert extent((line,), 400) > extent((line,), 4000) == 22
    assert extent((Lines(4, 24, "", None),), 100) == 96


def prose(count: int) -> Section:
    paragraphs = tuple(
        t("Some words that fill a line or two of the reading column. " * 6) for _ in range(count)
    )
    return Section(t("Reading"), ("sections", 0), blocks=(Text(paragraphs, LOC),))


def lesson(terms: int, people: int, paragraphs: int, *blocks: Timeline) -> Lesson:
    section = prose(paragraphs)
    return replace(
        SMALL,
        terms=tuple(Term(t(f"Term {n}"), t("A definition that takes two lines."), LOC) for n in range(terms)),
        people=tuple(Person(t(f"Person {n}"), t("Somebody who did something."), LOC) for n in range(people)),
        sections=(replace(section, blocks=(*section.blocks, *blocks)),),
    )


ROOM = 550.0
"""What is left of a page under a title, in points."""


def margin(shown: Lesson, s: Setting = S) -> str:
    """The words beside the opening."""
    blocks = opening(shown, items(shown), s, ROOM).blocks
    return repr(blocks[0].notes).casefold() if blocks and isinstance(blocks[0], Beside) else ""


def beside_prose(shown: Lesson) -> list[str]:
    """The words beside each paragraph."""
    notes = [note for item in opening(shown, items(shown), S, ROOM).rest for note in item.noted]
    return [repr(note).casefold() if note else "" for note in notes]


def with_a_link() -> Timeline:
    """A timeline that isn't drawn: only text has links."""
    timeline = SECTIONS[0].blocks[2]
    assert isinstance(timeline, Timeline)
    first, *others = timeline.events
    linked = replace(first, text=(Span("The first sod", link="https://example.org"),))
    return replace(timeline, events=(linked, *others))


def test_the_margin_holds_what_the_reading_is_long_enough_for() -> None:
    timeline = with_a_link()
    full = margin(lesson(3, 2, 8, timeline))
    assert "term 2" in full
    assert "person 1" in full
    assert "nine years" in full
    less = margin(lesson(3, 0, 1, timeline))
    assert "term 2" in less
    assert "nine years" not in less
    assert "person" not in margin(lesson(9, 9, 0))
    assert margin(lesson(0, 0, 3)) == ""


def test_people_stand_beside_the_paragraph_that_speaks_of_them() -> None:
    prose = Text(
        (t("The river."), t("Ada Ferry and her sister built it, and Ada Ferry paid."), t("Dix sold it.")), LOC
    )
    people = (("Anna Dix", "Seller."), ("Ada Ferry", "Engineer."), ("Nobody Known", "Unmentioned."))
    shown = replace(
        SMALL,
        people=tuple(Person(t(name), t(said), LOC) for name, said in people),
        sections=(Section(t("Dix"), ("sections", 0), blocks=(prose,)),),
    )
    first, second, third = beside_prose(shown)
    assert not first
    assert "engineer" in second
    assert "seller" not in second
    assert "seller" in third
    assert "unmentioned" in margin(shown)
    assert "engineer" not in margin(shown)
    narrow = opening(shown, items(shown), setting(EDITORIAL, "en", 300), ROOM)
    assert "Engineer" in repr(narrow.blocks)
    assert not any(item.noted for item in narrow.rest)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Joseph Stalin", "At Stalingrad, Stalin fell silent.", True),
        ("Joseph Stalin", "At Stalingrad", False),
        ("Agnieszka Dowbor-Muśnicka", "Her sister Agnieszka was shot.", True),
        ("The girl and her brother", "The girl ran.", False),
        ("Иосиф Сталин", "Приказ подписал Сталин.", True),
        ("斯大林", "命令由斯大林签署。", True),
        ("Li Wu", "Wu and Li", False),
        ("", "nothing", False),
        ("(", "(", True),
    ],
)
def test_names_are_found_whole(name: str, text: str, found: bool) -> None:
    assert (first_mention(t(name), [[text]]) is not None) is found


def test_terms_without_room_stand_beside_their_first_mention() -> None:
    prose = Text(tuple(t(f"Here is Term {n}. " * 30) for n in range(30)), LOC)
    shown = replace(lesson(30, 0, 0), sections=(Section((), ("sections", 0), blocks=(prose,)),))
    kept = margin(shown)
    notes = beside_prose(shown)
    for n in range(30):
        assert (f"term {n}'" in kept) is not (f"term {n}'" in notes[n])
    assert "term 0'" in kept
    assert "term 29'" in notes[29]


def test_what_leaves_the_flow_for_the_margin_is_not_printed_twice() -> None:
    timeline = with_a_link()
    shown = lesson(1, 1, 8, timeline)
    first = opening(shown, items(shown), S, ROOM)
    assert all(item.content is not timeline for item in first.rest)


def test_paragraphs_are_numbered_when_there_are_several() -> None:
    assert [item.number for item in items(lesson(0, 0, 1)) if isinstance(item.content, Text)] == [None]
    twice = replace(SMALL, sections=(prose(2), prose(3)))
    assert [item.number for item in items(twice) if isinstance(item.content, Text)] == [1, 3]


def test_a_picture_is_printed_once_unless_it_has_another_caption() -> None:
    blocks = (
        ImageBlock(CHART, LOC, caption=CHART.caption),
        ImageBlock(PHOTO, LOC),
        ImageBlock(PHOTO, LOC),
        ImageBlock(PHOTO, LOC, caption=t("Look again.")),
        Quote(t("Well."), LOC),
    )
    shown = replace(SMALL, figure=CHART, sections=(Section((), ("sections", 0), blocks=blocks),))
    kept = [item.content for item in items(shown)]
    assert kept == [blocks[1], blocks[3], blocks[4]]
