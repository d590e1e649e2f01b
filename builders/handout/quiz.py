"""A lesson in, the plan of its quiz out: the items without a hint. The key is in the teacher's edition."""

from __future__ import annotations

from typing import assert_never

from builders.handout.front import marked, name_line
from builders.handout.page import furniture, measure, metadata, page_setup
from builders.handout.questions import answer_space
from builders.handout.setting import Setting, setting
from builders.handout.text import item as list_item
from builders.handout.text import paragraph, paragraphs, runs, words
from builders.lesson.model import (
    FillIn,
    Inline,
    Lesson,
    Matching,
    MultipleChoice,
    Paper,
    Prose,
    QuizItem,
    ShortAnswer,
    TrueFalse,
    plain,
)
from builders.lesson.order import letter, order
from builders.lesson.spans import joined
from builders.pdf.blocks import Blank, Block, BulletList, Columns, Group, ListItem, Paragraph, Plan, Run
from builders.theme.measure import advance
from builders.theme.tokens import Theme

GAP = "_" * 18
"""A gap to fill in: one width for all, so that it says nothing about the word."""

BOX = "□"


def quiz(lesson: Lesson, theme: Theme, paper: Paper) -> Plan | None:
    """The quiz as a PDF of its own; None when the lesson has none."""
    if not lesson.quiz:
        return None
    setup = page_setup(paper, theme)
    s = setting(theme, lesson.language, measure(setup))
    blocks: list[Block] = [*_title(lesson, s)]
    before = ""
    for asked in lesson.quiz:
        instruction = _instruction(asked, s)
        item = _item(asked, instruction if instruction != before else "", s)
        blocks.append(item)
        before = instruction
    return Plan(setup, metadata(lesson, s.labels.quiz), furniture(lesson, s, s.labels.quiz), tuple(blocks))


def points(lesson: Lesson) -> int:
    """How many points the quiz gives: one for each item, pair and gap."""
    return sum(_points(asked) for asked in lesson.quiz)


def _points(asked: QuizItem) -> int:
    match asked:
        case Matching():
            return len(asked.pairs)
        case FillIn():
            return len(asked.answers)
        case _:
            return 1


def _title(lesson: Lesson, s: Setting) -> tuple[Block, ...]:
    about = " · ".join(part for part in (s.labels.quiz, lesson.level) if part)
    title = s.styles.title
    head = paragraph(
        runs(lesson.title, title), title, tag="H1", space_before=3 * s.unit, bookmark=plain(lesson.title)
    )
    return (_name_line(about, points(lesson), s), *marked(head, (), s))


def _name_line(about: str, total: int, s: Setting) -> Blank:
    label = s.styles.small
    of = f"/ {total}"
    # As wide as its label and the space after it, so that no line is left of this field.
    share = (advance(of, label.face, label.size) + 4) / s.width
    fields = ((s.labels.name, 0.3), (s.labels.date, 0.15), (s.labels.score, 0.11), (of, share))
    return name_line(about, fields, s)


def _instruction(asked: QuizItem, s: Setting) -> str:
    match asked:
        case MultipleChoice():
            several = sum(choice.right for choice in asked.choices) > 1
            return s.labels.choose_all if several else s.labels.choose_one
        case TrueFalse():
            return s.labels.true_or_false
        case ShortAnswer():
            return s.labels.short_answer
        case Matching():
            return s.labels.match
        case FillIn():
            return s.labels.fill_in
        case _:
            assert_never(asked)


def _item(asked: QuizItem, instruction: str, s: Setting) -> Block:
    """An item in one piece, under what is to be done where that changes."""
    muted = s.styles.small.colored(s.theme.palette.muted)
    lead: tuple[Block, ...] = ()
    if instruction:
        lead = (
            paragraph(
                words(instruction, muted),
                muted,
                space_before=s.unit,
                space_after=s.unit / 2,
                keep_with_next=True,
            ),
        )
    body: tuple[Block, ...]
    match asked:
        case MultipleChoice():
            body = (*_stem(asked.stem, asked.number, s), _choices(asked, s))
        case TrueFalse():
            body = (*_stem((asked.statement,), asked.number, s), _boxes(s))
        case ShortAnswer():
            space = answer_space(asked.lines, (), asked.loc, s, indent=s.hang)
            body = (*_stem(asked.stem, asked.number, s), *space)
        case Matching():
            body = (*_stem((asked.stem,), asked.number, s), _pairs(asked, s))
        case FillIn():
            body = _stem((_gapped(asked),), asked.number, s)
        case _:
            assert_never(asked)
    return Group((*lead, *body), keep=True, space_after=1.5 * s.unit)


def _stem(stem: Prose, number: int, s: Setting) -> tuple[Paragraph, ...]:
    return paragraphs(
        stem or ((),),
        s.styles.body,
        s.unit / 2,
        indent=s.hang,
        label=words(str(number), s.styles.number),
        keep_with_next=True,
        anchor=f"quiz-{number}",
    )


def _choices(asked: MultipleChoice, s: Setting) -> Block:
    listed = BulletList(
        tuple(_lettered(n, choice.text, s) for n, choice in enumerate(asked.choices)),
        numbering="UpperAlpha",
        indent=4 * s.unit,
        item_gap=s.unit / 2,
        keep_items=True,
    )
    return Group((listed,), indent=s.hang, space_before=s.unit)


def _lettered(place: int, text: Inline, s: Setting) -> ListItem:
    body = s.styles.body
    return list_item(letter(place), s.styles.small.bold(), paragraph(runs(text, body), body))


def _boxes(s: Setting) -> Block:
    """A box for each of true and false; the sans face has a square one, small and high for its size."""
    body = s.styles.body
    box = Run(BOX, s.styles.small.face, 1.4 * body.size, body.color, rise=-0.1 * body.size)
    true, false = (words(f"\u2002{word}\u2003\u2003\u2003", body) for word in (s.labels.true, s.labels.false))
    return paragraph((box, *true, box, *false), body, indent=s.hang, space_before=s.unit / 2)


def _pairs(asked: Matching, s: Setting) -> Block:
    """The left-hand sides with a line for a letter each, and beside them the lettered right-hand sides."""
    body = s.styles.body
    left = tuple(
        ListItem(words("____", body), (paragraph(runs(pair[0], body), body),)) for pair in asked.pairs
    )
    right = tuple(_lettered(place, asked.pairs[n][1], s) for place, n in enumerate(order(asked)))
    gap = s.unit
    columns = Columns(
        (BulletList(left, numbering="None", indent=8 * s.unit, item_gap=gap, keep_items=True),),
        (BulletList(right, numbering="UpperAlpha", indent=4 * s.unit, item_gap=gap, keep_items=True),),
        share=0.45,
        gap=6 * s.unit,
        keep=True,
    )
    return Group((columns,), indent=s.hang, space_before=s.unit)


def _gapped(asked: FillIn) -> Inline:
    return joined(asked.parts, GAP)
