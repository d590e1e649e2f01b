"""A check from its arguments to its exit code: everything found is said, safe cures applied on request."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from builders.cli.console import Exit, Format, counted, exit_code, say, show
from builders.cli.lessons import Work, work
from builders.compile import Options
from builders.diagnostics import Diagnostic
from builders.fix import Fixed, fix
from builders.pack.files import keep_copy, write_whole
from builders.pack.run import Job, Result, diagnose, run_all
from builders.report import as_json, summary
from builders.report.excerpt import printable


def run_check(paths: Sequence[Path], form: Format, theme: str | None, *, mend: bool, strict: bool) -> Exit:
    """Check what `paths` mean."""
    options = Options(strict=strict)
    todo = work(paths, options, theme, check=True)
    if mend:
        for job in todo.jobs:
            _mend(job)
        todo = work(paths, options, theme, check=True)
    return exit_code(_report(todo, form))


def _report(todo: Work, form: Format) -> list[Diagnostic]:
    """Check all, print all, and return all."""
    diagnostics = list(todo.diagnostics)
    texts = dict(todo.texts)
    for result in run_all(todo.jobs, 1):
        _crash(result)
        # Lessons that share a theme find the same in its file.
        diagnostics += (found for found in result.compiled.diagnostics if found not in diagnostics)
        texts[result.job.file.shown] = result.compiled.text
        texts[result.compiled.theme_file] = result.compiled.theme_text
    match form:
        case Format.JSON:
            say(json.dumps({"diagnostics": as_json(diagnostics, texts)}, ensure_ascii=False, indent=1))
        case Format.GITHUB:
            show(diagnostics, texts, form)
        case Format.HUMAN:
            show(diagnostics, texts, form)
            found = summary(diagnostics) or "nothing to mend"
            say(f"{counted(len(todo.jobs), 'lesson', 'lessons')} checked: {found}.", sys.stderr)
    return diagnostics


def _mend(job: Job) -> None:
    """Apply the safe cures to one outline; what changed goes to stderr, so that stdout stays the report."""
    path = (job.file.root / job.file.path).resolve()
    try:
        before = path.read_bytes()
        fixed = fix(before, job.file.shown, lambda data: diagnose(data, job))
        if fixed.data == before:
            return
        backup = _back_up(path)
        if path.read_bytes() != before:
            say(
                f"lessonpress: {job.file.shown} was saved just now and is left alone; run check --fix again.",
                sys.stderr,
            )
            return
        write_whole(fixed.data, path)
    except OSError as error:
        say(
            f"lessonpress: {job.file.shown} could not be mended ({error.strerror}); it is as it was.",
            sys.stderr,
        )
        return
    _tell(job, fixed, backup)


def _tell(job: Job, fixed: Fixed, backup: Path) -> None:
    if fixed.diff:
        say(printable(fixed.diff), sys.stderr)
    cures = counted(len(fixed.applied), "cure", "cures")
    say(f"{job.file.shown}: {cures} applied; as it was: {backup.name}", sys.stderr)


def _back_up(path: Path) -> Path:
    """Copy an outline to “name.yaml.bak”, numbered where that is taken: a name that no build picks up."""
    for n in count(1):
        backup = path.with_name(f"{path.name}.bak{n if n > 1 else ''}")
        try:
            keep_copy(path, backup)
        except FileExistsError:
            continue
        return backup
    raise AssertionError("count() never ends")


def _crash(result: Result) -> None:
    if result.crash:
        say(result.crash, sys.stderr)
