"""A tree in, the lesson and what is wrong with it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builders.diagnostics import Diagnostic, Hint, has_errors
from builders.lesson.inline import LANGUAGE
from builders.lesson.model import (
    Course,
    ExitTicket,
    Inline,
    Lesson,
    Misconception,
    Person,
    Section,
    Sensitivity,
    Source,
    Step,
    Term,
)
from builders.outline import cures, moves
from builders.outline.build_blocks import build_block
from builders.outline.build_charts import with_charts
from builders.outline.build_images import Rights, build_images
from builders.outline.build_maps import with_maps
from builders.outline.build_quiz import build_quiz
from builders.outline.build_sources import build_sources
from builders.outline.checks import check_minutes, check_unused
from builders.outline.find_theme import find_theme
from builders.outline.mapping import fields, read_model
from builders.outline.names import SYNONYMS
from builders.outline.reader import Given, Reader
from builders.outline.references import Reference
from builders.outline.resolve import Names
from builders.outline.syntax import LessonSyntax, SectionSyntax
from builders.outline.syntax_parts import ExitSyntax, SensitivitySyntax
from builders.outline.values import INLINE
from builders.source.nodes import Mapping, Scalar
from builders.source.tree import Tree
from builders.source.world import World

EXIT_LINES = 2


def read_lesson(
    tree: Tree, name: str, folder: str, world: World, course: Course | None = None
) -> tuple[Lesson | None, tuple[Diagnostic, ...]]:
    """Read an outline. `name` is the lesson's, `folder` the outline's, below the project's root.

    The lesson is None when there are errors, be they here or in the tree; all that can be found is reported.
    """
    reader = Reader(tree, _language(tree, course))
    syntax = _syntax(tree, reader)
    if syntax is None:
        return None, tuple(reader.diagnostics)
    own = Rights(
        syntax.authors or (course.authors if course else ()),
        syntax.license or (course.license if course else None),
    )
    sources = build_sources(syntax.sources, reader)
    images = build_images(syntax.images, own, folder, world, reader)
    names = Names(reader, sources, images, world=world, folder=folder, license=own.license)
    names.images = with_charts(with_maps(images, syntax.images, names), syntax.images, names)
    theme = find_theme(syntax.theme, folder, world, reader) or (course.theme if course else None)
    lesson = replace(_lesson(syntax, name, names, own, course), theme=theme)
    check_minutes(syntax, reader)
    check_unused(syntax, names, reader)
    failed = has_errors(reader.diagnostics) or has_errors(tree.diagnostics)
    return (None if failed else lesson), tuple(reader.diagnostics)


def _language(tree: Tree, course: Course | None) -> str:
    """The lesson's language, needed before anything else is read; what is wrong with it is reported later."""
    node = tree.root.get("language") if isinstance(tree.root, Mapping) else None
    if isinstance(node, Scalar) and LANGUAGE.fullmatch(node.value.strip()):
        return node.value.strip()
    return course.language if course else "en"


def _syntax(tree: Tree, reader: Reader) -> LessonSyntax | None:
    root = tree.root
    if isinstance(root, Mapping) and root.entries:
        given = Given(root, ())
        first = root.entries[0]
        if all(entry.key.value in SYNONYMS["theme"].values() for entry in root.entries):
            message = "This has the fields of a theme, and no `based_on:`, with which a theme begins."
            hint = Hint("write `based_on: editorial` above it; or `title:`, if it is to be a lesson")
            reader.error("missing-field", message, given, hint)
            return None
        if (
            len(root.entries) == 1
            and isinstance(first.value, Mapping)
            and first.key.value not in fields(LessonSyntax)
        ):
            given = given.below(first)
            message = f"The fields of a lesson begin at the left edge, not under `{first.key.value}`."
            reader.error("misplaced-field", message, given, moves.unwrapped(first, tree.text), key=True)
        return read_model(LessonSyntax, given, reader)
    if (
        root is None
        or (isinstance(root, Scalar) and root.absent)
        or (isinstance(root, Mapping) and not root.entries)
    ):
        if not has_errors(tree.diagnostics):
            start = Given(Scalar("", 0, 0), ())
            reader.error(
                "empty-outline",
                "This outline is empty.",
                start,
                Hint("begin with `title:` and the lesson’s title"),
            )
        return None
    hints: tuple[Hint, ...] = (Hint("begin with `title:` and the lesson’s title"),)
    if isinstance(root, Scalar) and "\n" not in tree.text[root.start : root.end]:
        hints = (cures.replace(root, f"title: {cures.scalar(root.value)}", "write `title:` before it"),)
    reader.error(
        "wrong-type",
        "An outline is written with names and values, and begins with `title:`.",
        Given(root, ()),
        *hints,
    )
    return None


def _lesson(syntax: LessonSyntax, name: str, names: Names, own: Rights, course: Course | None) -> Lesson:
    figure = names.image(syntax.figure)
    sections = tuple(_section(section, names) for section in syntax.sections)
    reading = tuple(_reading(reference, names) for reference in syntax.further_reading)
    minutes = syntax.minutes
    if minutes is None and all(step.minutes for step in syntax.timing):
        minutes = sum(step.minutes or 0 for step in syntax.timing) or None
    return Lesson(
        name=name,
        title=syntax.title,
        language=names.reader.language,
        essential_question=syntax.essential_question,
        level=syntax.level or (course.level if course else None),
        minutes=minutes,
        standards=syntax.standards,
        paper=syntax.paper or (course.paper if course else None),
        authors=own.authors,
        license=own.license,
        subject=syntax.subject or (course.subject if course else None),
        keywords=syntax.keywords,
        updated=syntax.updated,
        figure=figure,
        objectives=tuple(item.text for item in syntax.objectives),
        terms=tuple(Term(pair.name, pair.value, pair.loc) for pair in syntax.terms),
        people=tuple(Person(pair.name, pair.value, pair.loc) for pair in syntax.people),
        sources=(*names.sources.values(), *names.sentences),
        images=tuple(image for image in names.images.values() if image.id in names.used_images),
        sections=sections,
        quiz=build_quiz(syntax.quiz, names.reader),
        discussion=tuple(item.text for item in syntax.discussion),
        exit=_exit(syntax.exit),
        further_reading=tuple(entry for entry in reading if entry is not None),
        timing=tuple(
            Step(step.minutes, step.step, step.loc) for step in syntax.timing if step.minutes is not None
        ),
        misconceptions=tuple(Misconception(m.misconception, m.answer, m.loc) for m in syntax.misconceptions),
        sensitivity=_sensitivity(syntax.sensitivity),
        notes=syntax.notes,
        course=_course_title(course),
        position=_position(course, name),
    )


def _section(syntax: SectionSyntax, names: Names) -> Section:
    blocks = (build_block(block, names) for block in syntax.content)
    return Section(
        syntax.heading,
        syntax.loc,
        syntax.headline,
        syntax.minutes,
        tuple(block for block in blocks if block is not None),
        syntax.notes,
    )


def _reading(reference: Reference, names: Names) -> Source | Inline | None:
    """A source by its name, or a sentence; one word that is no source's name is reported."""
    if reference.text in names.sources or (len(reference.text.split()) == 1 and "://" not in reference.text):
        return names.source(reference)
    return INLINE.read(reference.given, names.reader)


def _exit(syntax: ExitSyntax | None) -> ExitTicket | None:
    if syntax is None or not syntax.question:
        return None
    return ExitTicket(
        syntax.question, syntax.loc, EXIT_LINES if syntax.lines is None else syntax.lines, syntax.answer
    )


def _sensitivity(syntax: SensitivitySyntax | None) -> Sensitivity | None:
    return Sensitivity(syntax.flag, syntax.prepare, syntax.alternative, syntax.loc) if syntax else None


def _course_title(course: Course | None) -> str | None:
    return "".join(span.text for span in course.title) if course else None


def _position(course: Course | None, name: str) -> int | None:
    """The lesson's number in its course, from 1."""
    names: Iterable[str] = (path.rsplit("/", 1)[-1] for path in course.lessons) if course else ()
    return next((number for number, other in enumerate(names, 1) if other == name), None)
