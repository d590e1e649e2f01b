"""Names of what only teachers may see: a name or a text in, whether it is or holds such a thing out.

Quotation marks around `answer: …` would make it a text, and print it for students: no cure may do that.
"""

from __future__ import annotations

import re

from builders.diagnostics import Loc
from builders.outline.names import normalised

_ANSWERS = (
    r"answers?|ans|respuestas?|réponses?|antwort(?:en)?|lösung(?:en)?|ответы?|"
    r"(?:model|correct|right|sample|suggested) answers?|answer key"
)
_NAMES = frozenset(
    {
        "a", "ans", "key", "solution", "solutions", "respuesta", "respuestas", "réponse", "réponses", "antwort",
        "antworten", "lösung", "lösungen", "ответ", "ответы", "correct", "right", "wrong", "incorrect", "reason",
        "because", "rationale", "explanation", "lines", "line", "answer_lines", "space", "depth", "dok", "level",
        "skill", "rubric", "criteria", "timing", "misconceptions", "sensitivity", "prepare", "alternative",
    }
)  # fmt: skip
_WORDS = frozenset(
    {
        "answer", "answers", "solution", "solutions", "note", "notes", "teacher", "teachers", "rubric", "rubrics",
        "misconception", "misconceptions",
    }
)  # fmt: skip
_BEGINS = re.compile(rf"(?:^|[.?!…:]\s)[\s*_“\"'(\[]*(?:{_ANSWERS})[*_]*\s*[:：]", re.IGNORECASE)
_AFTER_A_QUESTION = re.compile(rf"(?P<question>.*[.?!…])\s+(?:{_ANSWERS})", re.IGNORECASE | re.DOTALL)
_MOST_WORDS = 4
_COLUMN = re.compile(rf"(?:{_ANSWERS})", re.IGNORECASE)

_NOT_FOR_STUDENTS = frozenset(
    {
        "answer", "answers", "reason", "because", "notes", "note", "rubric", "misconceptions", "timing",
        "sensitivity",
    }
)  # fmt: skip
_WORDS_OF_OTHERS = frozenset({"excerpt", "translation", "quote"})


def is_teacher_only(name: str) -> bool:
    """True for a field's name, or words with one in them, whose value students may not see."""
    bare = normalised(name)
    words = bare.split("_")
    few = len(words) <= _MOST_WORDS and not _WORDS.isdisjoint(words)
    return bare in _NAMES or few or question_before_answer(name) is not None


def question_before_answer(name: str) -> str | None:
    """“Why?” of “Why? Answer”, which YAML takes for a name when a colon follows."""
    found = _AFTER_A_QUESTION.fullmatch(name)
    return found["question"] if found else None


def is_note(name: str) -> bool:
    """True for a name such as “Note to self”."""
    words = normalised(name).split("_")
    return not {"note", "notes"}.isdisjoint(words) or words[0] in ("teacher", "teachers")


def is_answer(name: str) -> bool:
    """True for a name that says “answer”."""
    return _COLUMN.fullmatch(normalised(name).replace("_", " ")) is not None


def answer_cure(column: str | None) -> str:
    """How an answer is written below a question, or in the cell of a table's column."""
    if column is None:
        return "write `answer:` on a line of its own: below the question, as far right as `question:`"
    return (
        f"write `{column}:` and nothing after it, and on the next line, two spaces further right, `answer: …`; the "
        "teacher’s edition alone prints it"
    )


def shows_answer(text: str, loc: Loc) -> bool:
    """True for a text with an answer in it, where students read it and its words are the author's own."""
    if any(
        isinstance(part, str) and normalised(part) in _NOT_FOR_STUDENTS | _WORDS_OF_OTHERS for part in loc
    ):
        return False
    return _BEGINS.search(text) is not None
