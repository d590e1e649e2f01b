"""`lessonpress build`: outlines in, files out, one broken lesson never stopping the rest."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from builders.cli.console import Format, counted, exit_code, say, show
from builders.cli.lessons import work
from builders.compile import Options, Product
from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.lesson.model import Paper
from builders.pack.output import Deed, Outcome, Output, OutputProblem, hold
from builders.pack.project import DIST, OutlineFile, collisions
from builders.pack.run import Job, Result, run_all

PARALLEL_FROM = 6
"""From how many lessons on several processes pay for their start."""


class PaperName(StrEnum):
    """The papers of --paper."""

    LETTER = "letter"
    A4 = "a4"


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Outlines, or folders of them. Without any: every outline of this project."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder to write into, instead of the project's dist/.", file_okay=False),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only", help="What to make, with commas between: handout,teacher,quiz,slides,slides-student."
        ),
    ] = None,
    paper: Annotated[
        PaperName | None, typer.Option("--paper", help="Paper, whatever the outline says.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, help="How many lessons to build at a time. [default: by the machine]"
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How problems are printed.")] = Format.HUMAN,
    open_: Annotated[bool, typer.Option("--open", help="Open the first file when done.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that you edited, too; a backup of each is kept.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")] = False,
) -> None:
    """Build handouts, quizzes and slides of every outline."""
    options = Options(_products(only), Paper(paper.value) if paper else None, strict)
    todo = work(paths or [], options, check=False)
    clashing = collisions((job.file for job in todo.jobs), out)
    tally = Tally(form, quiet, [*todo.diagnostics, *map(_collision, clashing.items())], dict(todo.texts))
    tally.show_new()
    chosen = [job for job in todo.jobs if job.file not in clashing]
    with ExitStack() as stack:
        folders: dict[Path, Output] = {}
        for result in _progress(_results(chosen, jobs), len(chosen), quiet=quiet or form is not Format.HUMAN):
            tally.take(result)
            if result.compiled.artifacts:
                root = (out or result.job.file.root / DIST).absolute()
                try:
                    if root not in folders:
                        folders[root] = stack.enter_context(hold(root, force=force))
                        tally.report(folders[root].warnings)
                    tally.write(folders[root], result)
                except OutputProblem as problem:
                    tally.report([problem.diagnostic])
                    break
    tally.close(len(todo.jobs))
    if open_ and tally.outcomes:
        typer.launch(str(tally.outcomes[0].path))
    raise typer.Exit(exit_code(tally.diagnostics))


def _products(only: str | None) -> tuple[Product, ...]:
    if only is None:
        return tuple(Product)
    names = [name.strip() for name in only.split(",") if name.strip()]
    unknown = [name for name in names if name not in tuple(Product)]
    if unknown or not names:
        known = ", ".join(Product)
        raise typer.BadParameter(
            f"{', '.join(unknown) or 'nothing'} can't be made; choose from {known}.", param_hint="--only"
        )
    return tuple(product for product in Product if product in names)


def _collision(clash: tuple[OutlineFile, OutlineFile]) -> Diagnostic:
    file, other = clash
    message = f"this lesson would be written to the same files as {other.shown}, so it was not built."
    cure = "Rename one of the two outlines."
    return Diagnostic(
        "output-collision", Severity.ERROR, message, Place(file.shown, line=1, column=1), (Hint(cure),)
    )


def _results(chosen: Sequence[Job], jobs: int | None) -> Iterator[Result]:
    workers = jobs or (os.cpu_count() or 1 if len(chosen) >= PARALLEL_FROM else 1)
    return run_all(chosen, workers)


def _progress(results: Iterator[Result], total: int, *, quiet: bool) -> Iterable[Result]:
    """The results, with a bar on a terminal."""
    if quiet or total < 2 or not sys.stderr.isatty():
        return results
    from rich.console import Console
    from rich.progress import track

    return track(results, "Building", total=total, console=Console(stderr=True), transient=True)


@dataclass(slots=True)
class Tally:
    """What a build has said and done so far; prints as it goes."""

    form: Format
    quiet: bool
    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    built: Counter[str] = field(default_factory=Counter)
    shown: int = 0

    def take(self, result: Result) -> None:
        """Note what was found in a lesson."""
        if result.crash:
            say(result.crash, sys.stderr)
        self.texts[result.job.file.shown] = result.compiled.text
        self.report(result.compiled.diagnostics)
        self.built["lessons"] += bool(result.compiled.artifacts)

    def write(self, output: Output, result: Result) -> None:
        """Write a lesson's artifacts and say where they are."""
        files = [(artifact.name, artifact.data) for artifact in result.compiled.artifacts]
        outcomes, problems = output.write(result.job.file.output, files)
        self.outcomes += outcomes
        self.report(problems)
        self.report(note for outcome in outcomes if (note := _kept(outcome)) is not None)
        if self.form is Format.HUMAN and not self.quiet:
            for outcome in outcomes:
                say(str(outcome.path))

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note diagnostics and print them, unless they belong into one document at the end."""
        self.diagnostics += diagnostics
        self.show_new()

    def show_new(self) -> None:
        """Print what was not printed yet."""
        if self.form is Format.JSON:
            return
        new = self.diagnostics[self.shown :]
        if self.quiet:
            new = [d for d in new if d.severity is not Severity.NOTE]
        self.shown = len(self.diagnostics)
        show(new, self.texts, self.form, sys.stderr if self.form is Format.HUMAN else sys.stdout)

    def close(self, lessons: int) -> None:
        """The last lines: the summary for people, the one document for programs."""
        match self.form:
            case Format.JSON:
                from builders.report import as_json

                document = {
                    "diagnostics": as_json(tuple(self.diagnostics), self.texts),
                    "outputs": [{"path": str(o.path), "state": o.deed.value} for o in self.outcomes],
                }
                say(json.dumps(document, ensure_ascii=False, indent=1))
            case Format.HUMAN if not self.quiet:
                done = self.built["lessons"]
                files = counted(len(self.outcomes), "file", "files")
                failed = f"; {lessons - done} not built" if done < lessons else ""
                say(f"{counted(done, 'lesson', 'lessons')} built, {files}{failed}.", sys.stderr)
            case _:
                pass


def _kept(outcome: Outcome) -> Diagnostic | None:
    """What to tell a person whose file was met."""
    match outcome:
        case Outcome(kept=Path() as kept, deed=Deed.BESIDE, path=path):
            message = (
                f"you have edited this file, so it was kept; the new version is “{path.name}” beside it."
            )
            return Diagnostic(
                "output-kept",
                Severity.NOTE,
                message,
                Place(str(kept)),
                (
                    Hint(
                        "Take over what you need, or build with --force to replace it; a backup is kept then."
                    ),
                ),
            )
        case Outcome(kept=Path() as kept, path=path):
            message = f"your edited file was replaced, as you asked; it is kept as “{kept.name}”."
            return Diagnostic("output-replaced", Severity.NOTE, message, Place(str(path)))
        case _:
            return None
