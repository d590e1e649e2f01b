"""Answers in, the lines of the teacher's answer space out; what doesn't fit is cut with a reference."""

from __future__ import annotations

from dataclasses import replace

from builders.diagnostics import Loc
from builders.handout.setting import Setting
from builders.handout.text import Style, runs, words
from builders.handout.walk import walk
from builders.lesson.model import Inline, ModelAnswer
from builders.pdf.blocks import Block, Lines, Run
from builders.theme.measure import advance
from builders.theme.wrap import wrap_spans

Line = tuple[Run, ...]

GAP = "\u2002"

WIDEST = "T88"
"""The label that room is kept for: what is cut never depends on the page it is cut to."""


def anchor(loc: Loc) -> str:
    """The name of the place on the teacher's pages where the answers to the block at `loc` stand whole."""
    return "-".join(("answer", *(str(part) for part in loc)))


def lines_of(answer: ModelAnswer, style: Style, width: float) -> list[Line]:
    """The answer broken into lines of at most `width` points."""
    lines: list[Line] = []
    for n, text in enumerate(answer.prose):
        level = words(f"{answer.level}. ", style.bold()) if answer.level and n == 0 else ()
        set_ = (*level, *runs(text, style))
        spans = [(run.text, run.face, run.size) for run in set_]
        lines += (
            tuple(replace(set_[index], text=piece) for index, piece in line)
            for line in wrap_spans(spans, width)
        )
    return lines


def whole(answers: tuple[ModelAnswer, ...], count: int, style: Style, width: float) -> bool:
    """Whether all of the answers stand in `count` lines, so that the teacher's pages needn't repeat them."""
    return not answers or (len(answers) == 1 and len(lines_of(answers[0], style, width)) <= count)


def fill(
    answers: tuple[ModelAnswer, ...], count: int, style: Style, width: float, loc: Loc, s: Setting
) -> tuple[Line, ...]:
    """What is written into `count` lines of `width` points: the first answer, or its beginning and "→ T2"."""
    if not answers or not count:
        return ()
    lines = lines_of(answers[0], style, width)
    if whole(answers, count, style, width):
        return tuple(lines)
    name = anchor(loc)
    mark = replace(s.styles.small.bold(), color=style.color, link=style.color)
    reference = words(f"→ {s.see.get(name, 'T')}", mark, link=f"#{name}")
    room = width - advance(f"{GAP}→ {WIDEST}", mark.face, mark.size)
    if len(lines) < count and _width(lines[-1]) > room:
        return (*lines, reference)
    last = min(len(lines), count) - 1
    ending = _ending(lines[last], room, style, cut=len(lines) > count)
    return (*lines[:last], (*ending, *words(GAP, mark), *reference))


def cut(blocks: tuple[Block, ...]) -> frozenset[str]:
    """The anchors that the answer space refers to: what the teacher's pages must print whole."""
    return frozenset(
        run.link[1:]
        for block in walk(blocks)
        if isinstance(block, Lines)
        for line in block.fill
        for run in line
        if run.link and run.link.startswith("#")
    )


def model_answer(text: Inline, loc: Loc) -> tuple[ModelAnswer, ...]:
    """A single unlevelled answer of one paragraph; none for empty text."""
    return (ModelAnswer("", (text,), loc),) if text else ()


def _ending(line: Line, room: float, style: Style, *, cut: bool) -> Line:
    """The line, or as many of its words as leave the room, with an ellipsis where words are missing."""
    ellipsis = words(" …", style)
    while line and _width((*line, *ellipsis) if cut else line) > room:
        line, cut = _without_last_word(line), True
    return (*line, *ellipsis) if cut else line


def _width(line: Line) -> float:
    return sum(advance(run.text, run.face, run.size, run.spacing, run.language) for run in line)


def _without_last_word(line: Line) -> Line:
    *before, last = line
    kept = last.text.rstrip().rpartition(" ")[0]
    return (*before, replace(last, text=kept)) if kept else tuple(before)
