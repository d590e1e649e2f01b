"""Where things are: the outlines a command means, their project roots, and the folders of their outputs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.source.world import Refused

OUTLINES = "outlines"
DIST = "dist"
COURSE = "course.yaml"
SUFFIXES = (".yaml", ".yml")
_LESSONS_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?lessons[ \t]*:", re.MULTILINE)
_THEME_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?based_on[ \t]*:", re.MULTILINE)


class UnknownPath(Exception):
    """A path on the command line that names no outline; the message says what might have been meant."""


@dataclass(frozen=True, slots=True)
class OutlineFile:
    """An outline: its project's root, its path below it, and the folder below dist/ for what is made of it."""

    root: Path
    path: PurePosixPath

    @property
    def name(self) -> str:
        """The lesson's name: the file's, without its suffix."""
        return self.path.stem

    @property
    def output(self) -> PurePosixPath:
        """The output folder below dist/; subfolders of outlines/ are kept."""
        below = self.path.relative_to(OUTLINES) if self.path.parts[0] == OUTLINES else self.path
        return below.with_suffix("")

    @property
    def shown(self) -> str:
        """The path as messages show it: from here when it lies here, else whole."""
        whole = self.root / self.path
        here = Path.cwd()
        return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else str(whole)


@dataclass(frozen=True, slots=True)
class Selection:
    """What a command works on: the lessons, the course files and the themes, in the order of their paths.

    `misnamed` are files that an editor has given one suffix too many, such as lesson.yaml.txt.
    """

    lessons: tuple[OutlineFile, ...]
    courses: tuple[OutlineFile, ...]
    misnamed: tuple[Path, ...] = ()
    themes: tuple[OutlineFile, ...] = ()


def project_root(path: Path) -> Path:
    """The root of the project that a file or folder belongs to.

    The parent of the nearest `outlines` folder at or above it; else the nearest folder with a course.yaml; else
    the folder itself.
    """
    start = path if path.is_dir() else path.parent
    chain = (start, *start.parents)
    for folder in chain:
        if folder.name == OUTLINES:
            return folder.parent
    for folder in chain:
        if (folder / COURSE).is_file():
            return folder
    return start


def select(paths: Sequence[Path], here: Path) -> Selection:
    """The outlines that `paths` mean; with none, those of the project at `here`. Raises UnknownPath."""
    asked = paths or [default_folder(here)]
    found = dict.fromkeys(file for path in asked for file in _outlines(path))
    courses = {file for file in found if _has(_LESSONS_KEY, file.root / file.path)}
    themes = {file for file in found if file not in courses and _has(_THEME_KEY, file.root / file.path)}
    for root in dict.fromkeys(file.root for file in found):
        courses.update(_course_of(root))
    return Selection(
        tuple(file for file in found if file not in courses and file not in themes),
        tuple(sorted(courses, key=lambda c: str(c.path))),
        tuple(path for folder in asked if folder.is_dir() for path in _misnamed(folder)),
        tuple(file for file in found if file in themes),
    )


def collisions(files: Iterable[OutlineFile], out: Path | None) -> dict[OutlineFile, OutlineFile]:
    """Outlines whose outputs would be an earlier one's, and that one; a disk may not tell a from A."""
    first: dict[tuple[Path, str], OutlineFile] = {}
    return {
        file: other
        for file in files
        if (other := first.setdefault((out or file.root, str(file.output).casefold()), file)) is not file
    }


def unread(shown: str, reason: Refused | None) -> Diagnostic:
    """What to say of an outline or a course file that could not be read."""
    why = f"was not read: {reason.value}" if reason else "is not there any more"
    cure = Hint("Mend that and try again.")
    place = Place(shown, line=1, column=1)
    return Diagnostic("outline-unreadable", Severity.ERROR, f"this file {why}.", place, (cure,))


def default_folder(here: Path) -> Path:
    """The outlines folder of the project that `here` lies in; without one, `here` itself."""
    for folder in (here, *here.parents):
        if (folder / OUTLINES).is_dir():
            return folder / OUTLINES
        if folder.name == OUTLINES:
            return folder
    return here


def _outlines(path: Path) -> Iterator[OutlineFile]:
    if path.is_dir():
        inner = path / OUTLINES
        yield from (_file(p) for p in _walk(inner if inner.is_dir() else path))
    elif path.is_file():
        if path.suffix.lower() not in SUFFIXES:
            raise UnknownPath(f"{path} is not an outline: the name of an outline ends in .yaml.")
        yield _file(path)
    else:
        raise UnknownPath(f"there is no {path}{_meant(path)}")


def _walk(folder: Path) -> Iterable[Path]:
    hidden = re.compile(r"[._]")
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(hidden.match(part) for part in path.relative_to(folder).parts)
    )


def _misnamed(folder: Path) -> Iterable[Path]:
    inner = folder / OUTLINES
    top = inner if inner.is_dir() else folder
    return sorted(path for suffix in SUFFIXES for path in top.rglob(f"*{suffix}.txt") if path.is_file())


def _file(path: Path) -> OutlineFile:
    whole = Path(os.path.abspath(path))  # not resolve(): links are followed by World, under its own rule
    root = project_root(whole)
    return OutlineFile(root, PurePosixPath(whole.relative_to(root).as_posix()))


def _course_of(root: Path) -> Iterator[OutlineFile]:
    for path in (PurePosixPath(OUTLINES) / COURSE, PurePosixPath(COURSE)):
        if (root / path).is_file():
            yield OutlineFile(root, path)


def _has(key: re.Pattern[bytes], path: Path) -> bool:
    try:
        return bool(key.search(path.read_bytes()))
    except OSError:
        return False


def _meant(path: Path) -> str:
    with_suffix = path.with_name(f"{path.name}.yaml")
    places = (with_suffix, path.parent / OUTLINES / path.name, path.parent / OUTLINES / with_suffix.name)
    for place in places:
        if place.is_file():
            return f"; did you mean {place}?"
    near = [p for folder in (path.parent, path.parent / OUTLINES) if folder.is_dir() for p in _walk(folder)]
    stems = {p.stem: p for p in near}
    close = get_close_matches(path.name.removesuffix(path.suffix), stems, n=1)
    return f"; did you mean {stems[close[0]]}?" if close else "."
