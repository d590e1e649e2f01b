"""A tree of a course file in, the course and what is wrong with it out."""

from __future__ import annotations

from posixpath import basename, dirname, join

from builders.diagnostics import Diagnostic, Hint, has_errors
from builders.lesson.model import Course
from builders.outline import cures
from builders.outline.find_theme import find_theme
from builders.outline.mapping import read_model
from builders.outline.reader import Given, Reader
from builders.outline.references import Reference
from builders.outline.syntax import CourseSyntax
from builders.source.nodes import Mapping, Scalar
from builders.source.tree import Tree
from builders.source.world import Refused, World, parts

SUFFIXES = (".yaml", ".yml")


def read_course(
    tree: Tree, name: str, folder: str, world: World
) -> tuple[Course | None, tuple[Diagnostic, ...]]:
    """Read a course file, arguments as for `read_lesson`; the course is None when there are errors."""
    reader = Reader(tree)
    if not isinstance(tree.root, Mapping):
        if not has_errors(tree.diagnostics):
            hint = Hint("begin with `title:`; under `lessons:` each lesson stands on a line, with a dash")
            message = "A course is written with `title:` and `lessons:`."
            reader.error("empty-outline", message, Given(tree.root or Scalar("", 0, 0), ()), hint)
        return None, tuple(reader.diagnostics)
    syntax = read_model(CourseSyntax, Given(tree.root, ()), reader)
    if syntax is None:
        return None, tuple(reader.diagnostics)
    lessons: list[str] = []
    for reference in syntax.lessons:
        lesson = _lesson(reference, folder, world, reader)
        if lesson in lessons:
            message = f"The course has “{lesson}” twice."
            reader.error("duplicate-lesson", message, reference.given, Hint("leave one of them out"))
        elif lesson is not None:
            lessons.append(lesson)
    course = Course(
        name=name,
        title=syntax.title,
        lessons=tuple(lessons),
        language=syntax.language or "en",
        authors=syntax.authors,
        license=syntax.license,
        paper=syntax.paper,
        theme=find_theme(syntax.theme, folder, world, reader),
        subject=syntax.subject,
        description=syntax.description,
        level=syntax.level,
    )
    failed = has_errors(reader.diagnostics) or has_errors(tree.diagnostics)
    return (None if failed else course), tuple(reader.diagnostics)


def _lesson(reference: Reference, folder: str, world: World, reader: Reader) -> str | None:
    """The lesson's path below the course's folder, without its suffix, when it is there."""
    path = next(
        (reference.text.removesuffix(end) for end in SUFFIXES if reference.text.endswith(end)), reference.text
    )
    if isinstance(refused := parts(path), Refused):
        hint = Hint("put the lesson beside the course, and write its name alone")
        message = f"“{reference.text}” is not read: {refused.value}."
        reader.error("outside-project", message, reference.given, hint)
        return None
    within = join("" if folder in ("", ".") else folder, dirname(path))
    names = world.names(within)
    if any(basename(path) + end in names for end in SUFFIXES):
        return path
    lessons = [n.rsplit(".", 1)[0] for n in names if n.endswith(SUFFIXES) and n.rsplit(".", 1)[0] != "course"]
    near = cures.closest(basename(path), lessons, 0.5)
    hints: tuple[Hint, ...] = (Hint(f"put {basename(path)}.yaml beside the course, or leave it out"),)
    if near is not None:
        meant = join(dirname(path), near)
        hints = (cures.replace(reference.given.node, cures.scalar(meant), f"did you mean {meant}?"), *hints)
    reader.error("missing-lesson", f"There is no lesson “{path}.yaml” here.", reference.given, *hints)
    return None
