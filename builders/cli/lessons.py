"""From paths on the command line to jobs: selection, courses, the order of the lessons."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from builders.cli.console import Exit, say
from builders.compile import Options
from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.pack.courses import read_courses
from builders.pack.project import UnknownPath, select
from builders.pack.run import Job
from builders.pack.themes import read_themes, theme_in


@dataclass(frozen=True, slots=True)
class Work:
    """The jobs in order, and what was found in the files of courses and themes."""

    jobs: tuple[Job, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


def work(paths: Sequence[Path], options: Options, theme: str | None, *, check: bool) -> Work:
    """The jobs that `paths` mean; ends the program with a message when they name nothing, or `theme` doesn't."""
    try:
        selection = select(paths, Path.cwd())
        roots = dict.fromkeys(file.root for file in selection.lessons)
        own = {root: replace(options, theme=theme and theme_in(theme, root, Path.cwd())) for root in roots}
    except UnknownPath as error:
        say(f"lessonpress: {error}", sys.stderr)
        raise typer.Exit(Exit.USAGE) from None
    misnamed = tuple(map(_misnamed, selection.misnamed))
    if not (selection.lessons or selection.courses or selection.themes or misnamed):
        say("lessonpress: there is no outline here. “lessonpress new my-lesson” begins one.", sys.stderr)
        raise typer.Exit(Exit.USAGE)
    courses = read_courses(selection.courses, strict=options.strict)
    jobs = (Job(file, own[file.root], courses.of(file), check) for file in courses.ordered(selection.lessons))
    looks = tuple(read_themes(selection.themes, strict=options.strict))
    found = (*misnamed, *courses.diagnostics, *(item for look in looks for item in look.diagnostics))
    return Work(tuple(jobs), found, {**courses.texts, **{look.file: look.text for look in looks}})


def _misnamed(path: Path) -> Diagnostic:
    name = path.name.removesuffix(".txt")
    message = f"this file was not read: an outline ends in .yaml, and an editor has added “.txt” to “{name}”."
    cure = f"Rename it to “{name}”; in Notepad, save with the file type “All files”."
    return Diagnostic("misnamed-outline", Severity.WARNING, message, Place(str(path)), (Hint(cure),))
