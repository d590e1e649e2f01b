"""Questions and activities in, stems with their ruled answer space out, each in one piece."""

from __future__ import annotations

from builders.diagnostics import Loc
from builders.handout.answers import fill
from builders.handout.setting import Setting
from builders.handout.text import apart, item, join, paragraph, paragraphs, runs, words
from builders.lesson.model import Activity, Inline, ModelAnswer, Question
from builders.pdf.blocks import Block, BulletList, Group, Lines, ListItem, Paragraph, Run

LEAST = 4
"""How many of an activity's lines at least stand on either side of a page end."""


def question(asked: Question, s: Setting) -> tuple[Block, ...]:
    """The number, the skill it asks for, the stem and its answer space."""
    body = s.styles.body
    lead = words(f"{_ended(asked.skill)} ", body.bold()) if asked.skill else ()
    minutes = _minutes(asked.minutes, s)
    first, *more = asked.stem or ((),)
    stem: list[Block] = [
        paragraph(
            (*lead, *runs(first, body), *minutes),
            body,
            indent=s.hang,
            label=words(str(asked.number), s.styles.number),
            keep_with_next=True,
            anchor=f"q{asked.number}",
        ),
        *paragraphs(
            tuple(more), body, s.unit / 2, indent=s.hang, space_before=s.unit / 2, keep_with_next=True
        ),
    ]
    rules = answer_space(asked.lines, asked.answers, asked.loc, s, indent=s.hang)
    return (Group((*stem, *rules), keep=True, space_before=s.unit, space_after=2 * s.unit),)


def answer_space(
    count: int,
    answers: tuple[ModelAnswer, ...],
    loc: Loc,
    s: Setting,
    indent: float = 0.0,
    *,
    least: int = 0,
) -> tuple[Block, ...]:
    """`count` rules to write on, for the teacher filled in; the height is the same for both. A page may end among them
    where `least` of them stand on either side."""
    if count <= 0:
        return ()
    return (
        Lines(
            count,
            pitch=s.theme.page.answer_pitch,
            announce=s.labels.lines_to_write(count),
            color=s.theme.palette.hairline,
            indent=indent,
            fill=fill(answers, count, s.styles.answer, s.width - indent, loc, s),
            least=least,
        ),
    )


def activity(task: Activity, s: Setting) -> tuple[Block, ...]:
    """The title, how long and with whom, what is needed, the steps, and space for the result."""
    small = s.styles.small
    muted = small.colored(s.theme.palette.muted)
    how = join(
        [
            words(s.labels.minutes(task.minutes), small) if task.minutes else (),
            words(task.grouping or "", small),
        ],
        words(" · ", small),
    )
    needs = _listed(task.materials, s)
    blocks: list[Block] = [
        heading(s.labels.numbered_activity(task.number), task.title, s, f"a{task.number}"),
    ]
    if how:
        blocks.append(paragraph(how, small, space_after=s.unit / 2, keep_with_next=True))
    if needs:
        lead = words(f"{s.labels.materials}{s.labels.colon} ", small.bold())
        blocks.append(paragraph((*lead, *needs), muted, space_after=s.unit / 2, keep_with_next=True))
    if task.steps:
        steps = tuple(
            item(f"{n}.", muted, paragraph(runs(step, s.styles.body), s.styles.body))
            for n, step in enumerate(task.steps, 1)
        )
        blocks.append(_numbered(steps, s))
    indent = s.hang if task.steps else 0.0
    rules = answer_space(task.lines, task.answers, task.loc, s, indent=indent, least=LEAST)
    # The end of the task stands with the beginning of the space for its result, which may go on over a page end.
    return (
        Group(
            (Group(tuple(blocks), gather=True, keep_with_next=bool(rules)), *rules),
            tag="Sect",
            gather=True,
            space_before=s.unit,
            space_after=3 * s.unit,
        ),
    )


def heading(overline: str, title: Inline, s: Setting, anchor: str | None = None) -> Paragraph:
    """The third-level heading of a document or an activity: what it is, in the accent, then its title."""
    return paragraph(
        (
            *words(overline, s.styles.overline),
            *apart(s.styles.overline),
            *runs(title, s.styles.subheading),
        ),
        s.styles.subheading,
        tag="H3",
        keep_with_next=True,
        bookmark=" ".join(part for part in (overline, "".join(span.text for span in title)) if part),
        anchor=anchor,
    )


def _numbered(steps: tuple[ListItem, ...], s: Setting) -> BulletList:
    return BulletList(
        steps, "Decimal", indent=s.hang, item_gap=s.unit / 2, space_before=s.unit, keep_items=True
    )


def _minutes(minutes: int | None, s: Setting) -> tuple[Run, ...]:
    style = s.styles.caption
    return (*apart(style), *words(s.labels.minutes_short.format(n=minutes), style)) if minutes else ()


def _ended(skill: str) -> str:
    return skill if skill[-1:] in ".?!:…" else f"{skill}."


def _listed(texts: tuple[Inline, ...], s: Setting) -> tuple[Run, ...]:
    small = s.styles.small
    return join([runs(text, small) for text in texts], words("; ", small))
