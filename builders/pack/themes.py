"""Themes as the command line means them: a name or a file in, what each project is to use out; listed and shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import resources
from pathlib import Path, PurePosixPath

from builders.compile import Look, look_of
from builders.outline.reader import capital
from builders.pack.project import (
    COURSE,
    OUTLINES,
    SUFFIXES,
    OutlineFile,
    UnknownPath,
    default_folder,
    project_root,
    select,
)
from builders.source.tree import parse
from builders.source.world import DiskWorld, MemoryWorld
from builders.theme.bundled import NAMES, WORDS

ASSETS = "assets"
PREVIEW = "themes.pdf"


def theme_in(wanted: str, root: Path, here: Path) -> str:
    """What `--theme` means in the project at `root`: a name of ours, or a file's path below the root. The file is
    looked for from here, then beside the outlines, in assets/ and at the root. Raises UnknownPath."""
    if wanted.casefold() in NAMES:
        return wanted.casefold()
    whole = root.resolve()
    for path in _places(wanted, root, here):
        if path.is_file():
            if path.resolve().is_relative_to(whole):
                return path.resolve().relative_to(whole).as_posix()
            message = f"the theme {wanted} lies outside the project’s folder {root}, and only what is in it is read."
            raise UnknownPath(f"{message} Copy it into {root / ASSETS}.")
    raise UnknownPath(f"there is no theme {wanted}{_meant(wanted, root)}")


def _places(wanted: str, root: Path, here: Path) -> Iterator[Path]:
    names = [wanted] if wanted.endswith(SUFFIXES) else [wanted + end for end in SUFFIXES]
    for folder in (here, root / OUTLINES, root / ASSETS, root):
        yield from (folder / name for name in names)


def _meant(wanted: str, root: Path) -> str:
    files = [
        path.name
        for folder in (root / OUTLINES, root / ASSETS)
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.suffix in SUFFIXES
    ]
    near = get_close_matches(wanted, [*NAMES, *files], n=1)
    known = f"ours are {', '.join(NAMES)}"
    return f"; did you mean {near[0]}?" if near else f"; {known}, or name a file."


def read_themes(files: Sequence[OutlineFile], *, strict: bool) -> Iterator[Look]:
    """The themes of a selection, each checked for itself."""
    for file in files:
        before = file.shown.removesuffix(str(file.path))
        yield look_of(str(file.path), DiskWorld(file.root), before, strict=strict)


@dataclass(frozen=True, slots=True)
class Listed:
    """A theme as it is listed: its name or its file, what it is like, and the look."""

    name: str
    words: str
    look: Look


def listed_themes(names: Sequence[str], here: Path) -> tuple[Listed, ...]:
    """The themes of these names and files; without any, ours and those of the project at `here`. Raises
    UnknownPath."""
    root = project_root(default_folder(here))
    world = DiskWorld(root)
    meant = [theme_in(name, root, here) for name in names]
    if not names:
        folder = default_folder(here)
        # Elsewhere than in a project a walk would go through all of somebody's files.
        project = folder.name == OUTLINES or (folder / COURSE).is_file()
        own = select([folder], here).themes if project else ()
        meant = [*NAMES, *(str(file.path) for file in own)]
    found = []
    for reference in dict.fromkeys(meant):
        look = look_of(reference, world)
        words = WORDS.get(reference, "a theme of this project")
        found.append(Listed(reference, words, look))
    return tuple(found)


def preview_of(themes: Sequence[Listed]) -> bytes:
    """A PDF that shows each theme on a page, on the paper that is in use everywhere but in America."""
    from builders.handout.specimen import Shown, specimen
    from builders.lesson.model import Paper
    from builders.outline.read import read_lesson
    from builders.pdf.render import render

    text = (resources.files("builders") / "specimen.yaml").read_bytes()
    lesson, _ = read_lesson(parse(text, "specimen.yaml"), "themes", "", MemoryWorld({}))
    assert lesson is not None
    shown = [
        Shown(capital(PurePosixPath(theme.name).stem), capital(theme.words), theme.look.theme)
        for theme in themes
    ]
    return render(specimen(shown, lesson, Paper.A4, "Themes")).data
