"""`lessonpress new`, `examples`, `schema`: what one begins with."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from builders.cli.console import Exit, say
from builders.pack.files import write_new
from builders.pack.project import OUTLINES, SUFFIXES, default_folder

STARTER_TITLE = "My first lesson"
_PACKAGE = Path(__file__).parents[1]
README_PICTURES = "readme"
"""The folder of assets/ that belongs to this project's own page and to no lesson."""


def new(
    name: Annotated[
        str, typer.Argument(help="The lesson's name; the file is called like it.", show_default=False)
    ],
) -> None:
    """Begin a lesson: a commented outline that builds at once and teaches the language."""
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    if not re.fullmatch(r"\w[\w .-]*", stem) or stem.endswith((".", " ")):
        raise typer.BadParameter("use letters, digits, - and _, as in “my-lesson”.", param_hint="NAME")
    here = default_folder(Path.cwd())
    folder = here if here.name == OUTLINES else here / OUTLINES
    path = folder / f"{stem}.yaml"
    words = re.sub(r"[-_ ]+", " ", stem).strip()
    starter = (_PACKAGE / "starter.yaml").read_text(encoding="utf-8")
    text = starter.replace(f"title: {STARTER_TITLE}", f"title: {words[:1].upper()}{words[1:]}", 1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_new(text.encode(), path)
    except FileExistsError:
        _stop(f"{path} exists already, and was left as it is. Choose another name.")
    except OSError as error:
        _stop(f"{path} can't be written ({error.strerror}).")
    say(str(path))
    say("Open it in any text editor, then run: lessonpress build", sys.stderr)


def examples(
    folder: Annotated[
        Path, typer.Argument(help="Where to copy them to; made if it isn't there.", file_okay=False)
    ] = Path("lessonpress-examples"),
) -> None:
    """Copy the bundled lessons and their pictures, to read, change and build."""
    copies: list[tuple[Path, Path]] = []
    for name in (OUTLINES, "assets"):
        copies += _copies(_bundled(name), folder / name)
    present = [target for _, target in copies if target.exists()]
    if present:
        _stop(f"{present[0]} exists already. Choose another folder: lessonpress examples FOLDER")
    try:
        for source, target in copies:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_new(source.read_bytes(), target)
    except OSError as error:
        _stop(f"{folder} can't be written ({error.strerror}).")
    lessons = sum(target.suffix in SUFFIXES for _, target in copies)
    say(str(folder.absolute()))
    say(f"{lessons} outlines copied. Build them with: lessonpress build {folder}", sys.stderr)


def schema() -> None:
    """Print the JSON Schema of outlines, for editors that complete and check YAML."""
    from builders.outline.syntax import json_schema

    say(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _bundled(name: str) -> Path:
    """A folder of examples: in the installed package, or in the checkout it runs from."""
    installed = _PACKAGE / "examples" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _copies(source: Path, target: Path) -> list[tuple[Path, Path]]:
    found: list[tuple[Path, Path]] = []
    for item in sorted(source.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            found += _copies(item, target / item.name) if item.name != README_PICTURES else []
        elif not item.name.startswith("."):
            found.append((item, target / item.name))
    return found


def _stop(message: str) -> NoReturn:
    say(f"lessonpress: {message}", sys.stderr)
    raise typer.Exit(Exit.ERRORS)
