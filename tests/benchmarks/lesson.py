"""A folder and a seed in, the made-up lesson's files there: the outline, the other programs' texts, the photographs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.content import PHOTOGRAPHS, Content, content
from tests.benchmarks.forms import markdown, outline, typst
from tests.benchmarks.photographs import photograph


@dataclass(frozen=True, slots=True)
class Files:
    """One lesson on disk, in each program's language."""

    content: Content
    outline: Path
    markdown: Path
    typst: Path


def write_photographs(folder: Path) -> None:
    """Put the photographs where the lessons look for them."""
    for seed, name in enumerate(PHOTOGRAPHS):
        (folder / f"{name}.jpg").write_bytes(photograph(seed))


def write_lesson(folder: Path, seed: int, *, photographs: bool) -> Files:
    """Write the lesson of a seed."""
    lesson = content(seed, photographs=photographs)
    files = Files(lesson, *(folder / f"lesson-{seed}{suffix}" for suffix in (".yaml", ".md", ".typ")))
    for path, text in (
        (files.outline, outline(lesson)),
        (files.markdown, markdown(lesson)),
        (files.typst, typst(lesson)),
    ):
        path.write_text(text, encoding="utf-8")
    return files
