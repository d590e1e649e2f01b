"""An outline and a file on the command line; into the file, as JSON in milliseconds of the processor, the stages of its
first handout and deck.

Run by the benchmark as a process of its own, so that nothing is imported yet.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

IMPORTS = (
    ("command", "builders.cli"),
    ("reading", "builders.cli.building"),
    ("planning the deck", "builders.deck.plan"),
    ("writing the deck", "builders.deck.write"),
    ("planning the handout", "builders.handout.plan"),
    ("writing the handout", "builders.pdf.render"),
)


def main(path: Path, target: Path) -> None:
    """Write the stages in their order."""
    spent: dict[str, float] = {}
    begun = time.process_time()
    spent["start of Python"] = 1000 * begun

    def stage(name: str, work: Callable[[], Any]) -> Any:
        nonlocal begun
        result = work()
        now = time.process_time()
        spent[name], begun = 1000 * (now - begun), now
        return result

    for name, module in IMPORTS:
        stage(f"import: {name}", partial(import_module, module))
    from builders.deck.plan import plan
    from builders.deck.write import write
    from builders.figures.pictures import check_pictures
    from builders.handout.plan import handout
    from builders.outline.read import read_lesson
    from builders.outline.syntax import field_names
    from builders.pdf.render import render
    from builders.source.tree import parse
    from builders.source.world import DiskWorld
    from builders.theme.paper import paper_of
    from builders.theme.tokens import EDITORIAL

    data = path.read_bytes()
    tree = stage("parse", lambda: parse(data, path.name, fields=field_names()))
    world = DiskWorld(path.parent)
    lesson, found = stage("read", lambda: read_lesson(tree, path.stem, ".", world, None))
    assert lesson is not None, found
    stage("check pictures", lambda: check_pictures(lesson, tree.file))
    deck = stage("deck: plan", lambda: plan(lesson, EDITORIAL, "teacher", tree.file)[0])
    stage("deck: write", lambda: write(deck))
    sheets = stage("handout: plan", lambda: handout(lesson, EDITORIAL, paper_of(lesson)))
    stage("handout: write", lambda: render(sheets))
    target.write_text(json.dumps(spent), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
