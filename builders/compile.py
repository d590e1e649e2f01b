"""The whole pipeline on one screen: an outline's bytes in, artifacts and located diagnostics out.

Pure: no clock, no environment, nothing written. Back-ends are imported when an artifact needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Literal, assert_never

from builders.diagnostics import Diagnostic, Place, Severity, has_errors
from builders.lesson.model import Course, Lesson, Paper
from builders.outline.read import read_lesson
from builders.outline.syntax import field_names
from builders.source.tree import Tree, parse, position, span
from builders.source.world import World
from builders.theme.paper import paper_of
from builders.theme.tokens import EDITORIAL, Theme

Audience = Literal["student", "teacher"]
PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


class Product(StrEnum):
    """What can be made of a lesson; the values are the names used with --only."""

    HANDOUT = "handout"
    TEACHER = "teacher"
    QUIZ = "quiz"
    SLIDES = "slides"
    SLIDES_STUDENT = "slides-student"


@dataclass(frozen=True, slots=True)
class Options:
    """The whole configuration of a compilation. `strict` makes errors of warnings."""

    products: tuple[Product, ...] = tuple(Product)
    paper: Paper | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output: its file name, media type, who may see it, and its bytes."""

    name: str
    media_type: str
    audience: Audience
    data: bytes


@dataclass(frozen=True, slots=True)
class Compiled:
    """The artifacts of a lesson (none when it has errors), what was found in its outline, and the outline's text."""

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    text: str


def check_lesson(
    data: bytes,
    path: PurePosixPath,
    world: World,
    options: Options,
    course: Course | None = None,
    shown: str = "",
) -> tuple[Lesson | None, Compiled]:
    """Read an outline and plan everything, making nothing: the lesson (None when it has errors) and what was found.

    `path` is the outline's, below the project's root; `shown` is how messages name it.
    """
    from builders.deck.plan import plan as plan_deck
    from builders.figures.pictures import check_pictures

    tree = parse(data, shown or str(path), fields=field_names())
    lesson, found = read_lesson(tree, path.stem, path.parent.as_posix(), world, course)
    diagnostics = [*tree.diagnostics, *found]
    if lesson is not None and not has_errors(diagnostics):
        diagnostics += check_pictures(lesson, tree.file)
        if any(image.picture and image.picture.kind != "svg" for image in lesson.images):
            from builders.handout.resolution import check_print

            diagnostics += check_print(lesson, EDITORIAL, options.paper or paper_of(lesson), tree.file)
        if not has_errors(diagnostics):
            diagnostics += plan_deck(lesson, EDITORIAL, "teacher", tree.file)[1]
    located = tuple(locate(diagnostics, tree, strict=options.strict))
    return (None if has_errors(located) else lesson), Compiled((), located, tree.text)


def compile_lesson(
    data: bytes,
    path: PurePosixPath,
    world: World,
    options: Options,
    course: Course | None = None,
    shown: str = "",
) -> Compiled:
    """Compile one outline; arguments as for `check_lesson`."""
    lesson, checked = check_lesson(data, path, world, options, course, shown)
    if lesson is None:
        return checked
    artifacts = (make(lesson, product, EDITORIAL, options.paper) for product in options.products)
    return replace(checked, artifacts=tuple(artifact for artifact in artifacts if artifact is not None))


def make(lesson: Lesson, product: Product, theme: Theme, paper: Paper | None) -> Artifact | None:
    """One artifact of a lesson; None when the lesson has nothing for it (no quiz)."""
    sheet = paper or paper_of(lesson)
    match product:
        case Product.HANDOUT:
            from builders.handout.plan import handout
            from builders.pdf.render import render

            data = render(handout(lesson, theme, sheet)).data
            return Artifact(f"{lesson.name}-handout.pdf", PDF, "student", data)
        case Product.TEACHER:
            from builders.handout.plan import teacher
            from builders.pdf.render import render

            # Answers that are cut refer to the page they continue on, which only a first rendering knows.
            plan = teacher(lesson, theme, sheet)
            rendered = render(plan)
            if (referring := teacher(lesson, theme, sheet, see=rendered.anchors)) != plan:
                rendered = render(referring)
            return Artifact(f"{lesson.name}-TEACHER.pdf", PDF, "teacher", rendered.data)
        case Product.QUIZ:
            from builders.handout.quiz import quiz
            from builders.pdf.render import render

            if (questions := quiz(lesson, theme, sheet)) is None:
                return None
            return Artifact(f"{lesson.name}-quiz.pdf", PDF, "student", render(questions).data)
        case Product.SLIDES | Product.SLIDES_STUDENT:
            from builders.deck.plan import plan as plan_deck
            from builders.deck.write import write

            audience: Audience = "teacher" if product is Product.SLIDES else "student"
            data = write(plan_deck(lesson, theme, audience, "")[0])
            return Artifact(f"{lesson.name}-{product}.pptx", PPTX, audience, data)
        case _:
            assert_never(product)


def locate(diagnostics: Iterable[Diagnostic], tree: Tree, *, strict: bool) -> Iterator[Diagnostic]:
    """Fill in lines and columns, in the order of the places; under `strict` warnings become errors."""
    for found in sorted(
        (_resolve(d, tree) for d in diagnostics), key=lambda d: (d.place.line or 0, d.place.column or 0)
    ):
        promote = strict and found.severity is Severity.WARNING
        yield replace(found, severity=Severity.ERROR) if promote else found


def _resolve(diagnostic: Diagnostic, tree: Tree) -> Diagnostic:
    related = tuple(replace(r, place=_place(r.place, tree)) for r in diagnostic.related)
    return replace(diagnostic, place=_place(diagnostic.place, tree), related=related)


def _place(place: Place, tree: Tree) -> Place:
    if place.file != tree.file:
        return place
    start, end = place.offset, place.end
    if start is None:
        start, end = span(tree.root, place.loc, key=place.key) if tree.root is not None else (0, 0)
    line, column = position(tree.text, start)
    return replace(place, offset=start, end=end, line=line, column=column)
