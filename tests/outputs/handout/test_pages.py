"""Rendered handouts: the teacher's pages are the student's, items stay whole, nothing leaks, every word can be read."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from builders.handout.plan import handout, teacher
from builders.handout.quiz import quiz
from builders.lesson.model import ExitTicket, Lesson, ModelAnswer, Paper, Question, Section, Text
from builders.pdf.blocks import Plan, Rendered
from builders.pdf.render import render
from builders.theme.tokens import EDITORIAL
from tests.conftest import need
from tests.tools.verapdf import faults
from tests.unit.handout.samples import FULL, SMALL, marked, t
from tests.unit.handout.test_plan import hidden, public_in_quiz


def rendered(plan: Plan | None) -> Rendered:
    assert plan
    return render(plan)


def texts(data: bytes) -> list[str]:
    """The text of each page, words joined again where a line broke them."""
    document = pdfium.PdfDocument(data)
    return [
        re.sub(r"[\ufffe\u00ad\x02]\s*|-\r\n", "", page.get_textpage().get_text_range()) for page in document
    ]


def long_lesson(seed: int) -> Lesson:
    """Questions of all lengths among paragraphs, so that page ends fall anywhere; answers from none to far too long."""
    chance = random.Random(seed)
    words = [
        "river",
        "bridge",
        "ferry",
        "harbour",
        "ledger",
        "arch",
        "toll",
        "span",
        "girder",
        "fog",
        "night",
        "boat",
    ]

    def said(count: int) -> str:
        return " ".join(chance.choice(words) for _ in range(count)).capitalize() + "."

    sections = []
    number = 0
    for part in range(4):
        blocks: list[Text | Question] = []
        for place in range(chance.randint(3, 9)):
            loc = ("sections", part, "content", place)
            if chance.random() < 0.4:
                blocks.append(Text((t(said(chance.randint(5, 120))),), loc))
                continue
            number += 1
            answers = tuple(
                ModelAnswer(level, (t(said(chance.randint(3, 150))),), loc)
                for level in chance.choice(((), ("",), ("Secure", "Developing")))
            )
            stem = tuple(t(said(chance.randint(4, 60))) for _ in range(chance.randint(1, 2)))
            blocks.append(Question(stem, loc, number, answers, lines=chance.randint(0, 9)))
        sections.append(Section(t(said(3)), ("sections", part), blocks=tuple(blocks)))
    ticket = ExitTicket((t(said(30)), t(said(30))), ("exit",), chance.randint(2, 9))
    return Lesson(f"long-{seed}", t("A long lesson"), sections=tuple(sections), exit=ticket)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("seed", range(6))
def test_every_question_stands_on_the_same_page_in_both_editions(seed: int, paper: Paper) -> None:
    for lesson in (long_lesson(seed), replace(FULL, language=("en", "es", "fr", "de", "ru", "en")[seed])):
        student = render(handout(lesson, EDITORIAL, paper))
        first = render(teacher(lesson, EDITORIAL, paper))
        assert student.anchors
        assert student.anchors == {name: first.anchors[name] for name in student.anchors}
        second = render(teacher(lesson, EDITORIAL, paper, first.anchors))
        assert second.anchors == first.anchors
        assert second.pages == first.pages > student.pages


def rules(page: pdfium.PdfPage) -> int:
    """How many answer rules a page has: thin, wide, and dark enough to be seen."""
    count = 0
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = shape.get_bounds()
        count += right - left > 300 and top - bottom < 2
    return count


@pytest.mark.parametrize("seed", range(6))
def test_questions_keep_their_lines(seed: int) -> None:
    lesson = long_lesson(seed)
    result = render(handout(lesson, EDITORIAL, Paper.LETTER))
    asked = [block for section in lesson.sections for block in section.blocks if isinstance(block, Question)]
    expected = [0] * result.pages
    for question in asked:
        expected[int(result.anchors[f"q{question.number}"]) - 1] += question.lines
    assert lesson.exit
    expected[int(result.anchors["exit"]) - 1] += lesson.exit.lines
    assert sum(expected) > 20
    assert [rules(page) for page in pdfium.PdfDocument(result.data)] == expected


def test_cut_answers_refer_to_the_page_that_has_them_whole() -> None:
    first = render(teacher(FULL, EDITORIAL, Paper.LETTER))
    second = render(teacher(FULL, EDITORIAL, Paper.LETTER, first.anchors))
    pages = texts(second.data)
    labels = [first.anchors[name] for name in first.anchors if name.startswith("answer-")]
    assert labels
    front = "".join(pages[: -len([label for label in set(second.anchors.values()) if label.startswith("T")])])
    for label in labels:
        assert label.startswith("T")
        assert f"→ {label}" in front
    assert any("the best answers weigh them" in re.sub(r"\s+", " ", page) for page in pages[4:])


def test_words_can_be_read_back_and_nothing_leaks() -> None:
    lesson, words = marked(FULL)
    student = "".join(texts(rendered(handout(lesson, EDITORIAL, Paper.LETTER)).data)).casefold()
    printed = "".join(texts(rendered(quiz(lesson, EDITORIAL, Paper.LETTER)).data)).casefold()
    whole = "".join(texts(rendered(teacher(lesson, EDITORIAL, Paper.LETTER)).data)).casefold()
    secret = [word.casefold() for word, path in words.items() if hidden(path) and not public_in_quiz(path)]
    assert len(secret) > 30
    assert not [word for word in secret if word in student or word in printed]
    assert not [word for word in secret if word not in whole]
    assert not [
        path for word, path in words.items() if public_in_quiz(path) and word.casefold() not in printed
    ]


def test_the_smallest_lesson_is_one_page_for_everybody() -> None:
    assert render(handout(SMALL, EDITORIAL, Paper.LETTER)).pages == 1
    assert render(teacher(SMALL, EDITORIAL, Paper.LETTER)).pages == 1


@pytest.mark.tools
def test_all_editions_are_accessible_and_archivable(tmp_path: Path) -> None:
    need(["java"])
    russian = replace(FULL, language="ru")
    plans = {
        "handout": handout(FULL, EDITORIAL, Paper.LETTER),
        "teacher": teacher(FULL, EDITORIAL, Paper.LETTER),
        "quiz": quiz(FULL, EDITORIAL, Paper.LETTER),
        "russian": teacher(russian, EDITORIAL, Paper.A4),
        "small": handout(SMALL, EDITORIAL, Paper.A4),
    }
    paths = []
    for name, plan in plans.items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(rendered(plan).data)
    assert faults(paths) == {path.name: [] for path in paths}
