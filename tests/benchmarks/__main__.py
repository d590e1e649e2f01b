"""The benchmark: what a lesson costs, beside the same words through pandoc, Typst and python-pptx's shapes.

    python -m tests.benchmarks [--rounds 7] [--json times.json] [--alone]

It makes up a lesson of about four pages and fifteen slides, once with two photographs of 1600 × 1067 and once without,
and times, everything in turns:

- cold, whole processes: `lessonpress build` of one outline (all files; handout and deck alone), `pandoc` to PPTX, and a
  Python that compiles the handout with Typst, tagged (PDF/UA-1) as ours is;
- warm, within one process and with another text in each round: reading, each file of a lesson once it is read, the same
  slides by python-pptx's shape API, and a fresh `typst.compile`;
- stage by stage, where the processor's time of a first handout and deck goes.

Ratios are of the least processor times in one run: a busy machine's clock misleads, its times are printed beside them.
pandoc and Typst are used where they are there, and nothing of lessonpress needs them:

    python -m pip install typst pypandoc_binary      (or pandoc from your system)
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.cold import BOTH, THEIRS, cold, stages
from tests.benchmarks.lesson import write_lesson, write_photographs
from tests.benchmarks.timing import Kind, Times
from tests.benchmarks.warm import SHAPES, TYPST, warm

EACH: tuple[Kind, ...] = ("cpu", "wall")
KINDS = {"with two photographs": True, "without photographs": False}
AIMS = (
    (BOTH, THEIRS, {True: 1.0, False: 3.0}),
    ("handout", TYPST, {True: 2.0, False: 2.0}),
    ("slides", SHAPES, {True: 40 / 130, False: 40 / 130}),
)
"""What is compared with what, and the most that its ratio should be, with photographs and without."""


def main(arguments: list[str] | None = None) -> None:
    """Run the benchmark and print what it found."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="What a lesson costs.")
    parser.add_argument("--rounds", type=int, default=7, help="how often each is timed (7)")
    parser.add_argument("--json", type=Path, help="write the times there too, in milliseconds")
    parser.add_argument("--alone", action="store_true", help="leave out pandoc and Typst")
    wish = parser.parse_args(arguments)
    record: dict[str, object] = {}
    for kind, photographs in KINDS.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_photographs(folder)
            lessons = [write_lesson(folder, seed, photographs=photographs) for seed in range(wish.rounds + 1)]
            whole = cold(lessons[0], wish.rounds, alone=wish.alone)
            within = warm(lessons, wish.rounds, alone=wish.alone)
            parts = stages(lessons[0], wish.rounds)
        say(f"\n{kind}\n{'=' * len(kind)}")
        show("cold: whole processes", whole)
        show("warm: within one process", within)
        show_ratios(whole | within, photographs=photographs)
        show_stages(parts)
        record[kind] = {
            "cold": as_record(whole),
            "warm": as_record(within),
            "stages": parts,
        }
    if wish.json:
        wish.json.write_text(json.dumps(record, indent=1), encoding="utf-8")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def show(title: str, times: Mapping[str, Times]) -> None:
    """A table: least and median, of the processor and by the clock."""
    say(f"\n{title:<28}  cpu least  median   wall least  median  (ms)")
    for name, one in times.items():
        cpu, wall = (f"{one.least(kind):10.1f}{one.middle(kind):8.1f}" for kind in EACH)
        say(f"  {name:<26} {cpu}   {wall}")


def show_ratios(times: Mapping[str, Times], *, photographs: bool) -> None:
    """Each aim with what was reached; nothing where the other wasn't there."""
    say("")
    for ours, theirs, most in AIMS:
        if theirs in times:
            ratio = times[ours].least("cpu") / times[theirs].least("cpu")
            said = "met" if ratio <= most[photographs] else "not met"
            say(f"  {ours} : {theirs} = {ratio:.2f} (aim {most[photographs]:.2f}: {said})")


def show_stages(parts: Mapping[str, float]) -> None:
    """The stages with their shares."""
    whole = sum(parts.values())
    say(f"\n{'a first handout and deck':<28}  cpu least   share")
    for name, spent in parts.items():
        say(f"  {name:<26} {spent:10.1f} {spent / whole:7.0%}")
    say(f"  {'in all':<26} {whole:10.1f}")


def as_record(times: Mapping[str, Times]) -> dict[str, dict[str, float]]:
    """Times as JSON holds them."""
    return {
        name: {
            f"{kind} {which}": round(value, 2)
            for kind in EACH
            for which, value in (("least", one.least(kind)), ("median", one.middle(kind)))
        }
        for name, one in times.items()
    }


if __name__ == "__main__":
    main()
