"""From paths on the command line to jobs: selection, courses, the order of the lessons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from builders.cli.console import Exit, say
from builders.compile import Options
from builders.diagnostics import Diagnostic
from builders.lesson.model import Course
from builders.pack.courses import Courses, read_courses
from builders.pack.project import OutlineFile, UnknownPath, select
from builders.pack.run import Job


@dataclass(frozen=True, slots=True)
class Work:
    """The jobs in order, and what was found in the course files."""

    jobs: tuple[Job, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]


def work(paths: Sequence[Path], options: Options, *, check: bool) -> Work:
    """The jobs that `paths` mean; ends the program with a message when they name nothing."""
    import sys

    try:
        selection = select(paths, Path.cwd())
    except UnknownPath as error:
        say(f"lessonpress: {error}.", sys.stderr)
        raise typer.Exit(Exit.USAGE) from None
    if not selection.lessons and not selection.courses:
        say("lessonpress: there is no outline here. “lessonpress new my-lesson” begins one.", sys.stderr)
        raise typer.Exit(Exit.USAGE)
    courses = read_courses(selection.courses, strict=options.strict)
    jobs = [Job(file, options, course_of(file, courses), check) for file in selection.lessons]
    return Work(tuple(courses.order(jobs)), courses.diagnostics, dict(courses.texts))


def course_of(file: OutlineFile, courses: Courses) -> Course | None:
    """The course that lists a lesson, or None."""
    return courses.of(file)
