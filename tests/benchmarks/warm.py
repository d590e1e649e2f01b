"""Lessons on disk in, the times of their files within this process out, each round another lesson."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePosixPath

from builders.compile import Options, Product, check_lesson, make
from builders.lesson.model import Lesson
from builders.source.world import DiskWorld
from builders.theme.tokens import EDITORIAL
from tests.benchmarks import others
from tests.benchmarks.lesson import Files
from tests.benchmarks.shapes import shapes
from tests.benchmarks.timing import Contender, Time, Times, called, race

READ, TYPST, SHAPES = "read and check", "typst.compile", "python-pptx’s shapes"


def warm(lessons: Sequence[Files], rounds: int, *, alone: bool) -> dict[str, Times]:
    """The times by name; `lessons` are one more than `rounds`."""
    read = [lesson_of(files) for files in lessons]
    contenders: dict[str, Contender] = {}
    for product in Product:
        contenders[product.value] = partial(_make, read, product)
    contenders[SHAPES] = lambda number: called(partial(shapes, lessons[number].content))
    if not alone and (typst := others.typst()) is not None:
        compiled: Callable[[str], object] = partial(typst.compile, pdf_standards="ua-1")
        contenders[TYPST] = lambda number: called(partial(compiled, str(lessons[number].typst)))
    # Reading plans the deck too, which is remembered for the writing: here each file is to be planned anew.
    contenders[READ] = lambda number: called(partial(lesson_of, lessons[number]))
    return race(contenders, rounds)


def lesson_of(files: Files) -> Lesson:
    """The lesson of an outline, read and checked. Raises AssertionError for one with errors."""
    path = PurePosixPath(files.outline.name)
    world = DiskWorld(files.outline.parent)
    lesson, found = check_lesson(files.outline.read_bytes(), path, world, Options())
    assert lesson is not None, found.diagnostics
    return lesson


def _make(read: Sequence[Lesson], product: Product, number: int) -> Time:
    return called(partial(make, read[number], product, EDITORIAL, None))
