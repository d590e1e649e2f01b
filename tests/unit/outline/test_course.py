"""Course files as values."""

from __future__ import annotations

from builders.lesson.model import Course, plain
from builders.outline.read_course import read_course
from builders.source.tree import parse
from builders.source.world import MemoryWorld

WORLD = MemoryWorld({"outlines/a.yaml": b"", "outlines/b.yml": b"", "outlines/unit/c.yaml": b""})


def read(text: str, folder: str = "outlines") -> tuple[Course | None, list[str]]:
    course, found = read_course(parse(text.encode(), "course.yaml"), "course", folder, WORLD)
    return course, [diagnostic.code for diagnostic in found]


def test_whole() -> None:
    course, codes = read(
        "title: C\nlanguage: de\nauthors: A\nlicense: CC BY 4.0\npaper: a4\nsubject: S\nlevel: L\n"
        "description: |\n  One.\n\n  Two.\nlessons:\n  - b\n  - a.yaml\n  - unit/c\n"
    )
    assert course is not None
    assert not codes
    assert (plain(course.title), course.language, course.lessons) == ("C", "de", ("b", "a", "unit/c"))
    assert len(course.description) == 2


def test_wrong() -> None:
    assert read("title: C\nlessons:\n  - zebra\n") == (None, ["missing-lesson"])
    assert read("title: C\nlessons:\n  - a\n  - a.yaml\n") == (None, ["duplicate-lesson"])
    assert read("title: C\nlessons:\n  - ../../x\n") == (None, ["outside-project"])
    assert read("lessons:\n  - a\n") == (None, ["missing-field"])
    assert read("") == (None, ["empty-outline"])
    assert read("title: C\nlessons:\n  - a\n", folder=".") == (None, ["missing-lesson"])
