"""What `theme:` says in, the theme that is meant out: one of ours by its name, or a file below the project's root."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import join

from builders.diagnostics import Hint
from builders.outline import cures
from builders.outline.reader import Reader, listed
from builders.outline.references import Reference
from builders.source.world import Refused, World, parts
from builders.theme.bundled import NAMES

SUFFIXES = (".yaml", ".yml")
ASSETS = "assets"


def find_theme(reference: Reference | None, folder: str, world: World, reader: Reader) -> str | None:
    """A name of ours, or the path of the file, which stands beside the outline (in `folder`), in assets/ or at the
    root. What isn't there is reported, and None."""
    if reference is None:
        return None
    words, at = reference.text, reference.given
    if words.casefold() in NAMES:
        return words.casefold()
    if isinstance(refused := parts(words), Refused):
        hint = Hint("put the theme’s file beside the outline or in assets/, and write its name alone")
        reader.error("outside-project", f"“{words}” is not read: {refused.value}.", at, hint)
        return None
    for path in places(words, folder):
        match world.read(path):
            case bytes():
                return path
            case Refused() as why:
                hint = Hint("put a copy of the theme’s file beside the outline")
                reader.error("outside-project", f"“{words}” is not read: {why.value}.", at, hint)
                return None
            case None:
                pass
    near = cures.closest(words, [*NAMES, *_files(folder, world)], 0.6)
    hints: tuple[Hint, ...] = (Hint(f"write {listed(list(NAMES))}, or the name of a file"),)
    if near is not None:
        hints = (cures.replace(at.node, cures.scalar(near), f"did you mean {near}?"), *hints)
    known = listed(list(NAMES))
    message = f"There is no theme “{words}”: ours are {known}, and there is no such file."
    reader.error("missing-theme", message, at, *hints)
    return None


def places(words: str, folder: str) -> Iterator[str]:
    """Where a theme's file is looked for, with its suffix or without."""
    names = [words] if words.endswith(SUFFIXES) else [words + end for end in SUFFIXES]
    here = "" if folder in ("", ".") else folder
    for place in dict.fromkeys((here, ASSETS, "")):
        yield from (join(place, name) for name in names)


def _files(folder: str, world: World) -> Iterator[str]:
    """The names of files that may be meant."""
    for place in ("" if folder in ("", ".") else folder, ASSETS):
        yield from (name for name in world.names(place) if name.endswith(SUFFIXES))
