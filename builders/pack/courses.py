"""The course files of a selection: read once, they give lessons their order and their common title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builders.compile import locate
from builders.diagnostics import Diagnostic
from builders.lesson.model import Course
from builders.outline.read_course import read_course
from builders.outline.syntax import field_names
from builders.pack.project import OutlineFile, unread
from builders.source.tree import parse
from builders.source.world import DiskWorld


@dataclass(frozen=True, slots=True)
class Courses:
    """What was read: a course for each outline that one lists, the diagnostics, and the sources they quote."""

    members: Mapping[tuple[Path, str], tuple[Course, int]]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]

    def of(self, lesson: OutlineFile) -> Course | None:
        """The course that lists a lesson."""
        found = self.members.get(_key(lesson))
        return found[0] if found else None

    def ordered(self, lessons: Iterable[OutlineFile]) -> list[OutlineFile]:
        """Lessons of a course in its order, before the others in theirs."""
        last = len(self.members)
        return sorted(lessons, key=lambda lesson: self.members.get(_key(lesson), (None, last))[1])


def read_courses(files: Sequence[OutlineFile], *, strict: bool) -> Courses:
    """Read course files; a lesson that two of them list belongs to the first."""
    members: dict[tuple[Path, str], tuple[Course, int]] = {}
    diagnostics: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for file in files:
        world = DiskWorld(file.root)
        data = world.read(str(file.path))
        if not isinstance(data, bytes):
            diagnostics.append(unread(file.shown, data))
            continue
        tree = parse(data, file.shown, fields=field_names())
        folder = file.path.parent.as_posix()
        course, found = read_course(tree, file.name, folder, world)
        diagnostics += locate((*tree.diagnostics, *found), tree, strict=strict)
        texts[file.shown] = tree.text
        if course is not None:
            for name in course.lessons:
                path = (file.path.parent / name).as_posix()
                members.setdefault((file.root, path), (course, len(members)))
    return Courses(members, tuple(diagnostics), texts)


def _key(lesson: OutlineFile) -> tuple[Path, str]:
    return lesson.root, lesson.path.with_suffix("").as_posix()
