"""A lesson in; its rubrics, model answers and the answers that were cut, for the teacher's pages, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builders.diagnostics import Loc
from builders.handout.answers import anchor, model_answer
from builders.handout.parts import named, part, prose, subpart
from builders.handout.setting import Setting
from builders.handout.tables import table
from builders.handout.text import paragraph, runs, words
from builders.lesson.model import (
    Activity,
    Document,
    Inline,
    Lesson,
    ModelAnswer,
    Prose,
    Question,
    Span,
    Table,
    plain,
)
from builders.pdf.blocks import Block


@dataclass(frozen=True, slots=True)
class Answered:
    """Something that asks for an answer: what it is called, the words of the task, and the answers."""

    title: str
    about: str
    stem: Prose
    answers: tuple[ModelAnswer, ...]
    loc: Loc
    space: bool


def questions(lesson: Lesson) -> tuple[Question, ...]:
    """Every question of the pages, in order."""
    found: list[Question] = []
    for section in lesson.sections:
        for block in section.blocks:
            match block:
                case Question():
                    found.append(block)
                case Document():
                    found += block.questions
                case _:
                    continue
    return tuple(found)


def rubrics(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """The rubric of each activity that has one."""
    tasks = [
        block
        for section in lesson.sections
        for block in section.blocks
        if isinstance(block, Activity) and block.rubric
    ]
    if not tasks:
        return ()
    blocks: list[Block] = [part(s.labels.rubric, s)]
    for task in tasks:
        if task.rubric:
            blocks += (
                subpart(task.title, s.labels.numbered_activity(task.number), s),
                *table(task.rubric, s),
            )
    return tuple(blocks)


def model_answers(lesson: Lesson, cut: frozenset[str], s: Setting) -> tuple[Block, ...]:
    """The answers that stand nowhere else whole: at several levels, without space on a page, or cut there."""
    shown = [one for one in _answered(lesson, s) if one.answers and (not one.space or anchor(one.loc) in cut)]
    overview = _depths(lesson, s)
    if not shown and not overview:
        return ()
    return (part(s.labels.model_answers, s), *overview, *(_answer(one, s) for one in shown))


def _depths(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    """Which questions ask for how much (depth of knowledge, 1–4), in one line."""
    asked = questions(lesson)
    levels = sorted({one.depth for one in asked if one.depth})
    numbers = {level: ", ".join(str(one.number) for one in asked if one.depth == level) for level in levels}
    text = " · ".join(
        f"{s.labels.depth.format(n=level)}{s.labels.colon} {numbers[level]}" for level in levels
    )
    small = s.styles.small
    if not text:
        return ()
    lead = words(f"{s.labels.questions}{s.labels.colon} ", small.bold())
    # The heading above is never left with this line alone.
    return (paragraph((*lead, *words(text, small)), small, space_after=2 * s.unit, keep_with_next=True),)


def _answered(lesson: Lesson, s: Setting) -> Iterator[Answered]:
    for section in lesson.sections:
        for block in section.blocks:
            match block:
                case Question():
                    yield _asked(block, s)
                case Document():
                    for question in block.questions:
                        yield _asked(question, s)
                case Activity():
                    title = s.labels.numbered_activity(block.number)
                    yield Answered(title, "", (block.title,), block.answers, block.loc, block.lines > 0)
                case Table():
                    yield from _cells(block, s)
                case _:
                    continue
    if lesson.exit:
        ticket = lesson.exit
        answers = (ModelAnswer("", ticket.answer, ticket.loc),) if ticket.answer else ()
        yield Answered(s.labels.exit_ticket, "", ticket.stem, answers, ticket.loc, ticket.lines > 0)


def _asked(question: Question, s: Setting) -> Answered:
    about = " · ".join(
        part
        for part in (question.skill or "", s.labels.depth.format(n=question.depth) if question.depth else "")
        if part
    )
    title = s.labels.numbered_question(question.number)
    return Answered(title, about, question.stem, question.answers, question.loc, question.lines > 0)


def _cells(table: Table, s: Setting) -> Iterator[Answered]:
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            head = " · ".join(text for text in (plain(row[0].text), plain(column)) if text)
            title = plain(table.caption) or s.labels.table
            yield Answered(title, head, (), model_answer(cell.answer, cell.loc), cell.loc, space=True)


def _answer(one: Answered, s: Setting) -> Block:
    muted = s.styles.small.colored(s.theme.palette.muted)
    stem = tuple(
        paragraph(runs(text, muted), muted, space_after=s.unit / 2, keep_with_next=True) for text in one.stem
    )
    texts = tuple(text for answer in one.answers for text in _levelled(answer, s))
    return named((Span(one.title),), one.about, (*stem, *prose(texts, s)), s, anchor=anchor(one.loc))


def _levelled(answer: ModelAnswer, s: Setting) -> Prose:
    """The answer, its level in bold before it."""
    if not answer.level or not answer.prose:
        return answer.prose
    first: Inline = (Span(f"{answer.level}{s.labels.colon} ", bold=True), *answer.prose[0])
    return (first, *answer.prose[1:])
