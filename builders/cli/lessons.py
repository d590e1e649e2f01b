"""From paths on the command line to jobs: selection, courses, the order of the lessons."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from builders.cli.console import Exit, say
from builders.compile import Options
from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.pack.courses import read_courses
from builders.pack.project import UnknownPath, select
from builders.pack.run import Job


@dataclass(frozen=True, slots=True)
class Work:
    """The jobs in order, and what was found in the course files."""

    jobs: tuple[Job, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


def work(paths: Sequence[Path], options: Options, *, check: bool) -> Work:
    """The jobs that `paths` mean; ends the program with a message when they name nothing."""
    try:
        selection = select(paths, Path.cwd())
    except UnknownPath as error:
        say(f"lessonpress: {error}", sys.stderr)
        raise typer.Exit(Exit.USAGE) from None
    misnamed = tuple(map(_misnamed, selection.misnamed))
    if not selection.lessons and not selection.courses and not misnamed:
        say("lessonpress: there is no outline here. “lessonpress new my-lesson” begins one.", sys.stderr)
        raise typer.Exit(Exit.USAGE)
    courses = read_courses(selection.courses, strict=options.strict)
    jobs = (Job(file, options, courses.of(file), check) for file in courses.ordered(selection.lessons))
    return Work(tuple(jobs), (*misnamed, *courses.diagnostics), courses.texts)


def _misnamed(path: Path) -> Diagnostic:
    name = path.name.removesuffix(".txt")
    message = f"this file was not read: an outline ends in .yaml, and an editor has added “.txt” to “{name}”."
    cure = f"Rename it to “{name}”; in Notepad, save with the file type “All files”."
    return Diagnostic("misnamed-outline", Severity.WARNING, message, Place(str(path)), (Hint(cure),))
