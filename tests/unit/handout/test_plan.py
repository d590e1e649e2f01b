"""What reaches the student's pages and the teacher's, and that the two are the same pages."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest

from builders.handout.plan import handout, teacher
from builders.handout.quiz import quiz
from builders.handout.student import for_students
from builders.handout.walk import walk
from builders.lesson.labels import LANGUAGES
from builders.lesson.model import Lesson, Paper
from builders.pdf.blocks import Block, Figure, Lines, PageBreak, Paragraph, Plan
from builders.theme.tokens import EDITORIAL
from tests.unit.handout.dump import dump
from tests.unit.handout.samples import FULL, SMALL, marked

GOLDENS = Path(__file__).parent / "goldens"

HIDDEN = re.compile(
    r"\.(answers?|because|reason|rubric|timing|misconceptions|prepare|alternative|notes|standards)\b|\.quiz\["
)
"""Paths in a lesson that no student may see on the handout."""

NOT_PRINTED = re.compile(
    r"\.headline|Lesson\.images|(\.source|further_reading\[0\])\.(publication|sentence)|events\[\d\]\.source"
    r"|blocks\[3\]\.image\.caption"
)
"""Headlines are the slides'; images are printed where they are used, and under the block's caption where it has one;
sources are cited in short where they are used (a timeline's on the teacher's pages) and in full in the list."""


def plans(lesson: Lesson) -> tuple[Plan, Plan]:
    return handout(lesson, EDITORIAL, Paper.LETTER), teacher(lesson, EDITORIAL, Paper.LETTER)


def hidden(path: str) -> bool:
    return bool(HIDDEN.search(path)) or (".blocks[4].prose" in path and "sections[0]" in path)


def test_every_word_reaches_the_page_it_belongs_to() -> None:
    lesson, words = marked(FULL)
    student, whole = (repr(plan).casefold() for plan in plans(lesson))
    lost_by_student = [
        path
        for word, path in words.items()
        if word.casefold() not in student and not hidden(path) and not NOT_PRINTED.search(path)
    ]
    lost = [
        path
        for word, path in words.items()
        if word.casefold() not in whole
        and (hidden(path) or not NOT_PRINTED.search(path))
        and not public_in_quiz(path)
    ]
    assert len(words) > 150
    assert not lost_by_student
    assert not lost


def test_nothing_of_the_teachers_is_anywhere_in_a_student_file() -> None:
    lesson, words = marked(FULL)
    printed = quiz(lesson, EDITORIAL, Paper.LETTER)
    files = [repr(handout(lesson, EDITORIAL, Paper.LETTER)), repr(printed)]
    secret = {word: path for word, path in words.items() if hidden(path) and not public_in_quiz(path)}
    leaked = [
        path for word, path in secret.items() if any(word.casefold() in file.casefold() for file in files)
    ]
    assert len(secret) > 30
    assert not leaked
    stripped = repr(for_students(lesson))
    assert not [path for word, path in secret.items() if word in stripped]
    quizzed = [path for word, path in words.items() if ".quiz[" in path and word in files[0]]
    assert not quizzed


def public_in_quiz(path: str) -> bool:
    """The words of the quiz that are printed in the student's quiz: stems, choices, pairs, parts."""
    return ".quiz[" in path and not re.search(r"\.(answers?|because|reason)\b", path)


def test_the_quiz_holds_its_items() -> None:
    lesson, words = marked(FULL)
    printed = repr(quiz(lesson, EDITORIAL, Paper.LETTER))
    assert not [path for word, path in words.items() if public_in_quiz(path) and word not in printed]


def shared(plan: Plan) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in plan.blocks:
        if isinstance(block, PageBreak):
            break
        kept.append(block)
    return tuple(kept)


def emptied(value: object) -> object:
    """The same value with nothing written into the answer space."""
    match value:
        case Lines():
            return replace(value, fill=())
        case tuple():
            return tuple(emptied(one) for one in value)
        case _ if hasattr(value, "__dataclass_fields__"):
            return type(value), tuple(emptied(getattr(value, name)) for name in value.__dataclass_fields__)
        case _:
            return value


def test_the_teachers_pages_are_the_students_filled_in() -> None:
    student, whole = plans(FULL)
    assert emptied(student.blocks) == emptied(shared(whole))
    assert student.setup == whole.setup
    filled = [block for block in walk(whole.blocks) if isinstance(block, Lines) and block.fill]
    assert len(filled) == 6
    assert all(len(block.fill) <= block.count for block in filled)


def test_references_stand_in_cut_answers_and_change_nothing_else() -> None:
    _, first = plans(FULL)
    anchors = {block.anchor for block in walk(first.blocks) if isinstance(block, Paragraph) and block.anchor}
    links = {
        run.link
        for block in walk(first.blocks)
        if isinstance(block, Lines)
        for line in block.fill
        for run in line
        if run.link
    }
    assert len(links) == 2
    assert all(link and link[1:] in anchors for link in links)
    see = {str(anchor): "T2" for anchor in anchors}
    second = teacher(FULL, EDITORIAL, Paper.LETTER, see)
    assert emptied(first.blocks) == emptied(second.blocks)
    assert "→ T2" in repr(second)


def test_headings_skip_no_level_and_all_have_bookmarks() -> None:
    for lesson in (FULL, SMALL):
        for plan in (*plans(lesson), quiz(FULL, EDITORIAL, Paper.LETTER)):
            assert plan
            headed = [
                (block.tag, block.bookmark)
                for block in walk(plan.blocks)
                if isinstance(block, Paragraph) and re.fullmatch(r"H\d", block.tag)
            ]
            levels = [int(tag[1]) for tag, _ in headed]
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
            assert all(bookmark for _, bookmark in headed)


def test_every_figure_has_words_for_those_who_do_not_see_it() -> None:
    student, _ = plans(FULL)
    figures = [block for block in walk(student.blocks) if isinstance(block, Figure)]
    assert len(figures) == 5
    assert all(figure.alt for figure in figures)


def test_each_image_is_credited_once_at_the_end() -> None:
    student, _ = plans(FULL)
    entries = [
        "".join(run.text for run in block.runs)
        for block in walk(student.blocks)
        if isinstance(block, Paragraph) and block.first_indent < 0
    ]
    assert sum("The Example Archive" in entry for entry in entries) == 1
    assert sum("City Library" in entry for entry in entries) == 1
    assert any("creativecommons.org/licenses/by/4.0" in entry for entry in entries)


@pytest.mark.parametrize("paper", list(Paper))
def test_margins_are_wide_enough_for_any_copier(paper: Paper) -> None:
    setup = handout(SMALL, EDITORIAL, paper).setup
    assert min(setup.top, setup.right, setup.bottom, setup.left) >= 54


@pytest.mark.parametrize("language", LANGUAGES)
def test_printed_words_are_in_the_lessons_language(language: str) -> None:
    english = {plan: dump(plan) for plan in plans(FULL)}
    other = [dump(plan) for plan in plans(replace(FULL, language=language))]
    words = (
        "Exit ticket",
        "Key terms",
        "Learning goals",
        "Further reading",
        "Image credits",
        "Notes for the teacher",
    )
    for before, after in zip(english.values(), other, strict=True):
        for word in words:
            if word.casefold() in before.casefold() and language != "en":
                assert word.casefold() not in after.casefold(), word


def test_a_lesson_of_nothing_but_reading_has_one_column_in_the_middle() -> None:
    plan = handout(SMALL, EDITORIAL, Paper.LETTER)
    assert "Columns" not in dump(plan)
    assert "Beside" not in dump(plan)
    assert plan.setup.left == plan.setup.right > handout(FULL, EDITORIAL, Paper.LETTER).setup.left
    assert plan.setup == teacher(SMALL, EDITORIAL, Paper.LETTER).setup


@pytest.mark.parametrize("name", ["full-handout", "full-teacher", "full-quiz", "small-handout"])
def test_goldens(name: str, update: bool) -> None:
    match name:
        case "full-handout":
            plan: Plan | None = handout(FULL, EDITORIAL, Paper.LETTER)
        case "full-teacher":
            plan = teacher(FULL, EDITORIAL, Paper.LETTER, {})
        case "full-quiz":
            plan = quiz(FULL, EDITORIAL, Paper.LETTER)
        case _:
            plan = handout(SMALL, EDITORIAL, Paper.LETTER)
    assert plan
    golden = GOLDENS / f"{name}.txt"
    if update:
        GOLDENS.mkdir(exist_ok=True)
        golden.write_text(dump(plan), encoding="utf-8", newline="\n")
    assert dump(plan) == golden.read_text(encoding="utf-8")


def test_a_lesson_without_a_quiz_has_no_quiz() -> None:
    assert quiz(SMALL, EDITORIAL, Paper.LETTER) is None
