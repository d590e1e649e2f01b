"""Many lessons: jobs in, results in the order of the jobs, one broken lesson never stopping the rest."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builders.compile import Compiled, Options, check_lesson, compile_lesson
from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.pack.project import unread
from builders.source.world import DiskWorld, Refused

if TYPE_CHECKING:
    from builders.lesson.model import Course
    from builders.pack.project import OutlineFile


@dataclass(frozen=True, slots=True)
class Job:
    """One lesson to compile, or only to check."""

    file: OutlineFile
    options: Options
    course: Course | None = None
    check: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job; `crash` is the traceback when lessonpress itself failed on it."""

    job: Job
    compiled: Compiled
    crash: str | None = None


def run_job(job: Job) -> Result:
    """Compile or check one lesson. Never raises for a bad lesson, nor for a bug met in it."""
    shown = job.file.shown
    try:
        world = DiskWorld(job.file.root)
        match world.read(str(job.file.path)):
            case bytes() as data:
                pass
            case (Refused() | None) as reason:
                return Result(job, Compiled((), (unread(shown, reason),), ""))
        if job.check:
            return Result(job, check_lesson(data, job.file.path, world, job.options, job.course, shown)[1])
        return Result(job, compile_lesson(data, job.file.path, world, job.options, job.course, shown))
    except Exception as error:
        message = f"lessonpress failed on this lesson ({type(error).__name__}); the fault is ours, not the outline's."
        cure = "Please report it with the outline and the lines printed above."
        return Result(job, _failed(shown, "internal-error", message, cure), traceback.format_exc())


def diagnose(data: bytes, job: Job) -> tuple[Diagnostic, ...]:
    """What is wrong with these bytes, were they the job's outline."""
    world = DiskWorld(job.file.root)
    found = check_lesson(data, job.file.path, world, job.options, job.course, job.file.shown)[1].diagnostics
    # The theme is checked with the lesson, but its cures have offsets into its own file.
    return tuple(diagnostic for diagnostic in found if diagnostic.place.file == job.file.shown)


def run_all(jobs: Sequence[Job], workers: int) -> Iterator[Result]:
    """Run jobs in `workers` processes; results come in the order of the jobs."""
    if workers <= 1 or len(jobs) <= 1:
        yield from map(run_job, jobs)
        return
    import gc
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    count, spawn = min(workers, len(jobs)), get_context("spawn")
    # Garbage is collected as rarely there as here.
    with ProcessPoolExecutor(count, spawn, gc.set_threshold, gc.get_threshold()) as pool:
        try:
            yield from pool.map(run_job, jobs)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _failed(shown: str, code: str, message: str, cure: str) -> Compiled:
    return Compiled(
        (), (Diagnostic(code, Severity.ERROR, message, Place(shown, line=1, column=1), (Hint(cure),)),), ""
    )
