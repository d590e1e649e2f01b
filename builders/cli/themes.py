"""`lessonpress themes`: which there are, whether a school's own is in order, and a PDF that shows them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from builders.cli.console import Exit, Format, exit_code, say, show

if TYPE_CHECKING:
    from builders.pack.themes import Listed


def themes(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            help="Themes, or files of themes. Without any: all of ours, and those of this project."
        ),
    ] = None,
    preview: Annotated[
        Path | None,
        typer.Option("--preview", help="Write a PDF that shows each on a page: a file, or a folder."),
    ] = None,
) -> None:
    """List the themes, and show them in a PDF."""
    from builders.pack.project import UnknownPath
    from builders.pack.themes import listed_themes

    try:
        found = listed_themes(tuple(names or ()), Path.cwd())
    except UnknownPath as error:
        say(f"lessonpress: {error}", sys.stderr)
        raise typer.Exit(Exit.USAGE) from None
    for theme in found:
        say(f"{theme.name} – {theme.words}")
    problems = tuple(problem for theme in found for problem in theme.look.diagnostics)
    texts = {theme.look.file: theme.look.text for theme in found}
    show(problems, texts, Format.HUMAN, sys.stderr)
    code = exit_code(problems)
    if preview is not None and code is Exit.FINE:
        code = _write(found, preview)
    raise typer.Exit(code)


def _write(found: tuple[Listed, ...], wanted: Path) -> Exit:
    """Write the preview; a file that is there already is left alone unless it is the same."""
    from builders.pack.files import write_new
    from builders.pack.themes import PREVIEW, preview_of

    path = wanted if wanted.suffix.lower() == ".pdf" else wanted / PREVIEW
    data = preview_of(found)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (path.is_file() and path.read_bytes() == data):
            write_new(data, path)
    except FileExistsError:
        say(f"lessonpress: {path} exists already, and was left as it is. Choose another name.", sys.stderr)
        return Exit.ERRORS
    except OSError as error:
        say(f"lessonpress: {path} can't be written ({error.strerror}).", sys.stderr)
        return Exit.ERRORS
    say(str(path))
    return Exit.FINE
