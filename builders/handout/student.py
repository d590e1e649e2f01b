"""A lesson in, the same lesson as students may see it out: every answer, note, reason and timing taken away.

The student's pages are planned from this, so that nothing of the teacher's can reach them by mistake; the
teacher's are planned by the same code from the whole lesson, so that both break alike.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from builders.lesson.model import (
    Activity,
    Block,
    Chart,
    Comparison,
    Document,
    ImageBlock,
    Lesson,
    Notes,
    Points,
    Question,
    Quote,
    Section,
    Table,
    Text,
    Timeline,
)


def for_students(lesson: Lesson) -> Lesson:
    """The lesson without what only the teacher may see. The quiz, a PDF of its own, goes too."""
    return replace(
        lesson,
        sections=tuple(_section(section) for section in lesson.sections),
        quiz=(),
        exit=replace(lesson.exit, answer=()) if lesson.exit else None,
        timing=(),
        misconceptions=(),
        standards=(),
        sensitivity=replace(lesson.sensitivity, prepare=(), alternative=()) if lesson.sensitivity else None,
        notes=(),
    )


def _section(section: Section) -> Section:
    blocks = tuple(_block(block) for block in section.blocks if not isinstance(block, Notes))
    return replace(section, blocks=blocks, notes=(), minutes=None)


def _block(block: Block) -> Block:
    match block:
        case Question():
            return _question(block)
        case Document():
            return replace(block, questions=tuple(_question(question) for question in block.questions))
        case Activity():
            return replace(block, answers=(), rubric=None)
        case Table():
            rows = tuple(tuple(replace(cell, answer=()) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case Text() | Points() | Timeline() | Quote() | ImageBlock() | Chart() | Comparison() | Notes():
            return block
        case _:
            assert_never(block)


def _question(question: Question) -> Question:
    return replace(question, answers=(), depth=None)
