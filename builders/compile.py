"""The whole pipeline on one screen: an outline's bytes in, artifacts and located diagnostics out.

Pure: no clock, no environment, nothing written. Back-ends are imported when an artifact needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Literal, assert_never

from builders.diagnostics import Diagnostic, Hint, Place, Severity, has_errors
from builders.lesson.blocks import pictures
from builders.lesson.model import Course, Lesson, Paper
from builders.outline.read import read_lesson
from builders.outline.syntax import field_names
from builders.source.tree import Tree, parse, position, span
from builders.source.world import World
from builders.theme.bundled import DEFAULT, NAMES
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
    """The whole configuration of a compilation. `strict` makes errors of warnings; `theme` is a name of ours or the
    path of a theme's file below the project's root."""

    products: tuple[Product, ...] = tuple(Product)
    paper: Paper | None = None
    strict: bool = False
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output: its file name, media type, who may see it, and its bytes."""

    name: str
    media_type: str
    audience: Audience
    data: bytes


@dataclass(frozen=True, slots=True)
class Compiled:
    """The artifacts of a lesson (none when it has errors), what was found in its outline and its theme's file, and
    the texts of both; `theme_file` is how messages name the latter, if there is one."""

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    text: str
    theme_file: str = ""
    theme_text: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """A theme, what was found in its file, and that file as messages name it with its text."""

    theme: Theme
    diagnostics: tuple[Diagnostic, ...] = ()
    file: str = ""
    text: str = ""


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
    lesson, _, checked = _checked(data, path, world, options, course, shown)
    return lesson, checked


def compile_lesson(
    data: bytes,
    path: PurePosixPath,
    world: World,
    options: Options,
    course: Course | None = None,
    shown: str = "",
) -> Compiled:
    """Compile one outline; arguments as for `check_lesson`."""
    lesson, theme, checked = _checked(data, path, world, options, course, shown)
    if lesson is None:
        return checked
    artifacts = (make(lesson, product, theme, options.paper) for product in options.products)
    return replace(checked, artifacts=tuple(artifact for artifact in artifacts if artifact is not None))


def _checked(
    data: bytes, path: PurePosixPath, world: World, options: Options, course: Course | None, shown: str
) -> tuple[Lesson | None, Theme, Compiled]:
    from builders.deck.plan import plan as plan_deck
    from builders.figures.pictures import check_pictures

    tree = parse(data, shown or str(path), fields=field_names())
    lesson, found = read_lesson(tree, path.stem, path.parent.as_posix(), world, course)
    reference = options.theme or (lesson and lesson.theme) or DEFAULT
    look = look_of(reference, world, tree.file.removesuffix(str(path)), strict=options.strict)
    diagnostics = [*tree.diagnostics, *found]
    if lesson is not None and not has_errors(diagnostics):
        diagnostics += check_pictures(lesson, tree.file)
        if _has_printed_sizes(lesson):
            from builders.handout.resolution import check_print

            diagnostics += check_print(lesson, look.theme, options.paper or paper_of(lesson), tree.file)
        if not has_errors(diagnostics):
            diagnostics += plan_deck(lesson, look.theme, "teacher", tree.file)[1]
    located = (*locate(diagnostics, tree, strict=options.strict), *look.diagnostics)
    compiled = Compiled((), located, tree.text, look.file, look.text)
    return (None if has_errors(located) else lesson), look.theme, compiled


def look_of(reference: str, world: World, before: str = "", *, strict: bool = False) -> Look:
    """The theme of a name of ours, or of a file below the project's root; `before` is what messages put before its
    path. The default where the file can't be read, which is then among the diagnostics."""
    if reference == DEFAULT:
        return Look(EDITORIAL)
    from builders.outline.read_theme import bundled, read_theme
    from builders.outline.syntax_theme import theme_field_names

    if reference in NAMES:
        return Look(bundled(reference))
    from builders.figures.logo import with_logo

    file, data = before + reference, world.read(reference)
    if not isinstance(data, bytes):
        why = f"was not read: {data.value}" if data else "is not there"
        hint = Hint(f"write one of {', '.join(NAMES)}, or the name of a file")
        place = Place(file, line=1, column=1)
        message = f"this theme {why}."
        return Look(EDITORIAL, (Diagnostic("missing-theme", Severity.ERROR, message, place, (hint,)),), file)
    tree = parse(data, file, fields=theme_field_names())
    read, found = read_theme(tree, str(PurePosixPath(reference).parent), world)
    theme, more = with_logo(read, file) if read else (EDITORIAL, ())
    located = tuple(locate((*tree.diagnostics, *found, *more), tree, strict=strict))
    return Look(theme, located, file, tree.text)


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


def _has_printed_sizes(lesson: Lesson) -> bool:
    """Whether the size at which a picture is printed can be wrong: of photographs, and where a width is given."""
    blocks = (block for section in lesson.sections for block in section.blocks)
    shown = (*lesson.images, *(image for block in blocks for image in pictures(block)))
    return any(image.width or (image.picture and image.picture.kind != "svg") for image in shown)


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
