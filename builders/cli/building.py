"""A build from its arguments to its exit code: jobs run, files written, everything said."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import typer

from builders.cli.console import Exit, Format, counted, exit_code, say, show
from builders.cli.lessons import work
from builders.compile import Options, Product
from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.lesson.model import Paper
from builders.pack.output import Deed, Outcome, Output, OutputProblem, hold
from builders.pack.project import DIST, OutlineFile, collisions
from builders.pack.run import Job, Result, run_all

PARALLEL_FROM = 6
"""From how many lessons on several processes pay for their start."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for; `only`, `paper` and `theme` are as they were typed."""

    paths: tuple[Path, ...]
    out: Path | None
    only: str | None
    paper: str | None
    theme: str | None
    jobs: int | None
    strict: bool
    form: Format
    opening: bool
    force: bool
    quiet: bool


def run_build(wish: Wish) -> Exit:
    """Build what is wished for. Raises typer.BadParameter for a wrong --only."""
    options = Options(_products(wish.only), Paper(wish.paper) if wish.paper else None, wish.strict)
    todo = work(wish.paths, options, wish.theme, check=False)
    clashing = collisions((job.file for job in todo.jobs), wish.out)
    diagnostics = [*todo.diagnostics, *map(_collision, clashing.items())]
    tally = Tally(wish.form, wish.quiet, diagnostics, dict(todo.texts))
    tally.show_new()
    chosen = [job for job in todo.jobs if job.file not in clashing]
    silent = wish.quiet or wish.form is not Format.HUMAN
    with ExitStack() as stack:
        folders: dict[Path, Output | None] = {}
        for result in _progress(_results(chosen, wish.jobs), len(chosen), quiet=silent):
            tally.take(result)
            if result.compiled.artifacts:
                root = (wish.out or result.job.file.root / DIST).absolute()
                if root not in folders:
                    folders[root] = _held(root, stack, tally, force=wish.force)
                if (output := folders[root]) is not None:
                    tally.write(output, result)
    tally.close(len(todo.jobs))
    if wish.opening and tally.outcomes:
        typer.launch(str(tally.outcomes[0].path))
    return exit_code(tally.diagnostics)


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


def _held(root: Path, stack: ExitStack, tally: Tally, *, force: bool) -> Output | None:
    """The output folder, held till the end of the build; None, and said once, when it can't be had."""
    try:
        output = stack.enter_context(hold(root, force=force))
    except OutputProblem as problem:
        tally.report([problem.diagnostic])
        return None
    tally.report(output.warnings)
    return output


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


def _progress(results: Iterator[Result], total: int, *, quiet: bool) -> Iterator[Result]:
    """The results, with a bar on a terminal."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import Progress

    # rich would break the lines printed meanwhile to the terminal's width, paths too: the bar steps aside instead.
    bar = Progress(console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
    with bar:
        task = bar.add_task("Building", total=total)
        for result in results:
            bar.stop()
            yield result
            bar.start()
            bar.advance(task)


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
        self.texts[result.compiled.theme_file] = result.compiled.theme_text
        # Lessons that share a theme find the same in its file.
        self.report(found for found in result.compiled.diagnostics if found not in self.diagnostics)
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
