"""Our own lessons as pages of placed boxes, and as PDFs: what the tests of the look measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from builders.compile import Options, check_lesson
from builders.handout.plan import handout, teacher
from builders.handout.quiz import quiz
from builders.lesson.model import Lesson, Paper
from builders.pdf.blocks import Plan
from builders.pdf.boxes import Box, Fork, Item, Turn
from builders.pdf.flow import add_blocks
from builders.pdf.layout import Context, Flow
from builders.pdf.paginate import paginate
from builders.pdf.placing import Page
from builders.pdf.structure import Element
from builders.source.world import DiskWorld
from builders.theme.tokens import EDITORIAL, Theme

ROOT = Path(__file__).parents[3]
OUTLINES = sorted(path for path in (ROOT / "outlines").glob("*.yaml") if path.stem != "course")


@cache
def lesson(outline: Path) -> Lesson:
    """A lesson of ours."""
    path = PurePosixPath("outlines", outline.name)
    read, _ = check_lesson(outline.read_bytes(), path, DiskWorld(ROOT), Options())
    assert read
    return read


@cache
def plan(outline: Path, edition: str, paper: Paper, theme: Theme = EDITORIAL) -> Plan:
    """The plan of one of its PDFs."""
    match edition:
        case "handout":
            return handout(lesson(outline), theme, paper)
        case "teacher":
            return teacher(lesson(outline), theme, paper)
        case _:
            made = quiz(lesson(outline), theme, paper)
            assert made
            return made


@dataclass(frozen=True)
class Laid:
    """The items of a plan, its pages, and the height of their text."""

    items: tuple[Item, ...]
    pages: tuple[Page, ...]
    height: float


@cache
def laid(outline: Path, edition: str, paper: Paper, theme: Theme = EDITORIAL) -> Laid:
    """A plan with its lines and pages broken."""
    made = plan(outline, edition, paper, theme)
    setup = made.setup
    height = setup.height - setup.top - setup.bottom
    out = Flow()
    width = setup.width - setup.left - setup.right
    add_blocks(made.blocks, Context(setup.left, width, height, Element("Document"), "en"), out)
    return Laid(tuple(out.items), tuple(paginate(out.items, height, setup.grid).pages), height)


def boxes(items: tuple[Item, ...] | list[Item]) -> Iterator[Box]:
    """All boxes of a flow, notes left out."""
    for item in items:
        match item:
            case Box():
                yield item
            case Fork():
                yield from boxes(item.main)
                yield from boxes(item.side)
            case Turn():
                continue
