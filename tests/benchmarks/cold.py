"""A lesson on disk in, the times of whole processes out: ours, pandoc's, and a Python's that calls Typst."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from tests.benchmarks import others
from tests.benchmarks.lesson import Files
from tests.benchmarks.timing import Contender, Time, Times, program, race, total

ALL, BOTH, THEIRS = "build, all files", "build, handout + deck", "pandoc + Typst"
_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards='ua-1')"


def cold(files: Files, rounds: int, *, alone: bool) -> dict[str, Times]:
    """The times by name."""
    folder = files.outline.parent
    build = [sys.executable, "-m", "builders", "build", files.outline.name, "--quiet", "--out"]
    contenders: dict[str, Contender] = {
        ALL: lambda number: program([*build, f"all-{number}"], folder),
        BOTH: lambda number: program([*build, f"both-{number}", "--only", "handout,slides"], folder),
    }
    compared = [] if alone else list(_others(files))
    contenders |= dict(compared)
    times = race(contenders, rounds)
    if len(compared) == 2:
        times[THEIRS] = total([times[name] for name, _ in compared], THEIRS)
    return times


def _others(files: Files) -> list[tuple[str, Contender]]:
    folder = files.outline.parent
    found: list[tuple[str, Contender]] = []
    if (pandoc := others.pandoc()) is not None:
        found.append(
            ("pandoc, PPTX", partial(_run, [pandoc, files.markdown.name, "-o", "pandoc.pptx"], folder))
        )
    if others.typst() is not None:
        call = [sys.executable, "-c", _TYPST, files.typst.name, "typst.pdf"]
        found.append(("Typst, PDF", partial(_run, call, folder)))
    return found


def _run(arguments: list[str], folder: Path, number: int) -> Time:
    return program(arguments, folder)


def stages(files: Files, rounds: int) -> dict[str, float]:
    """Where the time of a first handout and deck goes: the least of each stage, in milliseconds."""
    script = Path(__file__).with_name("stages.py")
    least: dict[str, float] = {}
    for _ in range(rounds + 1):
        out = files.outline.with_name("stages.json")
        program([sys.executable, str(script), str(files.outline), str(out)], files.outline.parent)
        for name, spent in json.loads(out.read_text(encoding="utf-8")).items():
            least[name] = min(spent, least.get(name, spent))
    return least
