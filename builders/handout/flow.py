"""A lesson's sections in, the items of its flow out, each set by the module for its kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from builders.handout.chronology import timeline
from builders.handout.evidence import document
from builders.handout.margin import Note, beside
from builders.handout.media import image, pair
from builders.handout.prose import points, quote, text
from builders.handout.questions import activity, question
from builders.handout.setting import Setting
from builders.handout.tables import comparison, table
from builders.handout.text import paragraph, runs
from builders.lesson.model import (
    Activity,
    Chart,
    Comparison,
    Document,
    ImageBlock,
    Inline,
    Lesson,
    Notes,
    Points,
    Question,
    Quote,
    Table,
    Text,
    Timeline,
    plain,
)
from builders.lesson.model import Block as Content
from builders.pdf.blocks import Block, Paragraph

Noted: TypeAlias = tuple[tuple[Note, ...], ...]
"""Notes by paragraph; paragraphs at the end that have none may be left out."""


@dataclass(frozen=True, slots=True)
class Item:
    """A heading or a block of content; `number` is its first paragraph's, None where none is numbered.

    `noted` are the terms and people that are explained beside it; `partner` stands beside it as its like."""

    content: Content | Inline
    number: int | None = None
    noted: Noted = ()
    partner: ImageBlock | None = None

    @property
    def heads(self) -> bool:
        """Whether it is a section's heading."""
        return isinstance(self.content, tuple)

    @property
    def narrow(self) -> bool:
        """Whether it stands in the column beside the margin: what is read, not what is written on."""
        return isinstance(self.content, tuple | Text | Points | Quote | ImageBlock) and not self.partner


def items(lesson: Lesson) -> tuple[Item, ...]:
    """The flow in the outline's order. Paragraphs are numbered through the lesson when there are several;
    a picture that was printed before comes again only under a caption of its own."""
    texts = [block for section in lesson.sections for block in section.blocks if isinstance(block, Text)]
    numbered = sum(len(block.prose) for block in texts) > 1
    flow: list[Item] = []
    number = 1
    shown = {lesson.figure.id} if lesson.figure else set()
    for section in lesson.sections:
        if section.heading:
            flow.append(Item(section.heading))
        for block in section.blocks:
            match block:
                case Notes():
                    continue
                case ImageBlock() if block.image.id in shown and block.caption in ((), block.image.caption):
                    continue
                case ImageBlock() if _halves(flow, block):
                    flow[-1] = replace(flow[-1], partner=block)
                case Text():
                    flow.append(Item(block, number if numbered else None))
                    number += len(block.prose)
                case _:
                    flow.append(Item(block))
            if isinstance(block, ImageBlock):
                shown.add(block.image.id)
    return tuple(flow)


def _halves(flow: list[Item], block: ImageBlock) -> bool:
    """Whether a picture and the one just before it are half as wide as the page, so that they stand side by side."""
    before = flow[-1] if flow else None
    return (
        before is not None
        and before.partner is None
        and isinstance(before.content, ImageBlock)
        and before.content.image.width == block.image.width == "half"
    )


def set_item(item: Item, s: Setting) -> tuple[Block, ...]:
    """The item in blocks, for a flow of the setting's width."""
    content = item.content
    notes = item.noted[0] if item.noted else ()
    match content:
        case tuple():
            return beside((heading(content, s.column),), (), s)
        case Text():
            return text(content, item.number, item.noted, s)
        case Points():
            return beside(points(content, s.column), notes, s)
        case Timeline():
            return timeline(content, s)
        case Quote():
            return quote(content, notes, s)
        case ImageBlock() if item.partner is not None:
            return pair(content, item.partner, notes, s)
        case ImageBlock():
            return image(content, notes, s)
        case Table():
            return table(content, s)
        case Chart():
            from builders.handout.charts import chart

            return chart(content, s)
        case Comparison():
            return comparison(content, s)
        case Document():
            return document(content, notes, s)
        case Question():
            return question(content, s)
        case Activity():
            return activity(content, s)
        case Notes():
            return ()
        case _:
            assert_never(content)


def heading(text: Inline, s: Setting) -> Paragraph:
    """The heading of a section: space above it, not a rule, which would be one more line to write on."""
    style = s.styles.heading
    return paragraph(
        runs(text, style),
        style,
        tag="H2",
        space_before=4 * s.unit,
        space_after=s.unit,
        keep_with_next=True,
        bookmark=plain(text),
    )
