"""Themes as the command line means them: a name or a file in, what each project is to use out; themes checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from builders.compile import Look, look_of
from builders.pack.project import OUTLINES, SUFFIXES, OutlineFile, UnknownPath
from builders.source.world import DiskWorld
from builders.theme.bundled import NAMES

ASSETS = "assets"


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
