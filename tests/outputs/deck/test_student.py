"""A word of its own in every text of the teacher's: none is anywhere in the students' deck, all in the teacher's."""

from __future__ import annotations

from builders.deck.plan import plan
from builders.deck.write import write
from builders.lesson.model import Lesson
from builders.theme.tokens import EDITORIAL
from tests.outputs.opened import text_of
from tests.unit.deck.samples import everything
from tests.unit.deck.test_plan import HIDDEN, NOT_SHOWN, marked


def secrets() -> tuple[Lesson, dict[str, str]]:
    lesson, words = marked(everything())
    hidden = {
        word: path
        for word, path in words.items()
        if HIDDEN.search(path) and not NOT_SHOWN.search(path) and "sections[2]" not in path
    }
    return lesson, hidden


def test_no_part_of_the_students_deck_holds_a_word_of_the_teachers() -> None:
    lesson, hidden = secrets()
    assert len(hidden) >= 25
    text = text_of(write(plan(lesson, EDITORIAL, "student")[0]))
    assert [path for word, path in hidden.items() if word in text] == []


def test_the_teachers_deck_holds_them_all() -> None:
    lesson, hidden = secrets()
    text = text_of(write(plan(lesson, EDITORIAL, "teacher")[0]))
    assert [path for word, path in hidden.items() if word not in text] == []
