"""Contenders in, their times out: taken in turns, so that what else the machine does falls on all alike."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Literal

Kind = Literal["wall", "cpu"]


@dataclass(frozen=True, slots=True)
class Time:
    """What something took, in seconds: by the clock, and of the processors (all threads and child processes)."""

    wall: float
    cpu: float


Contender = Callable[[int], Time]
"""Takes the number of the round."""


@dataclass(frozen=True, slots=True)
class Times:
    """What a contender took in all rounds."""

    name: str
    rounds: tuple[Time, ...]

    def least(self, kind: Kind) -> float:
        """The least, in milliseconds."""
        return 1000 * min(self.all(kind))

    def middle(self, kind: Kind) -> float:
        """The median, in milliseconds."""
        return 1000 * median(self.all(kind))

    def all(self, kind: Kind) -> list[float]:
        """The times of one kind, in seconds."""
        return [one.wall if kind == "wall" else one.cpu for one in self.rounds]


def race(contenders: Mapping[str, Contender], rounds: int, first: int = 0) -> dict[str, Times]:
    """The times of each, after a first round that doesn't count: it fills caches, the disk's too."""
    taken: dict[str, list[Time]] = {name: [] for name in contenders}
    for number in range(first, first + rounds + 1):
        for name, contender in contenders.items():
            taken[name].append(contender(number))
    return {name: Times(name, tuple(times[1:])) for name, times in taken.items()}


def called(work: Callable[[], object]) -> Time:
    """The time of a call within this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Time(time.perf_counter() - wall, time.process_time() - cpu)


def program(arguments: Sequence[str], folder: Path) -> Time:
    """The time of a program from its start to its end, whose Python keeps its compiled modules as an installed one
    does. Raises CalledProcessError when it fails."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - wall
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise subprocess.CalledProcessError(done.returncode, arguments)
    return Time(wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def total(times: Sequence[Times], name: str) -> Times:
    """What contenders took together, round by round."""
    return Times(
        name,
        tuple(
            Time(sum(one.wall for one in each), sum(one.cpu for one in each))
            for each in zip(*(one.rounds for one in times), strict=True)
        ),
    )
