"""`lessonpress build`: its arguments. What it does is imported when it runs, so that --help is quick."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from builders.cli.console import Format


class PaperName(StrEnum):
    """The papers of --paper."""

    LETTER = "letter"
    A4 = "a4"


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Outlines, or folders of them. Without any: every outline of this project."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder to write into, instead of the project's dist/.", file_okay=False),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only", help="What to make, with commas between: handout,teacher,quiz,slides,slides-student."
        ),
    ] = None,
    paper: Annotated[
        PaperName | None, typer.Option("--paper", help="Paper, whatever the outline says.")
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option("--theme", help="The look: editorial, clean, classroom, or a theme’s file."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, help="How many lessons to build at a time. [default: by the machine]"
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How problems are printed.")] = Format.HUMAN,
    open_: Annotated[bool, typer.Option("--open", help="Open the first file when done.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that you edited, too; a backup of each is kept.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")] = False,
) -> None:
    """Build handouts, quizzes and slides of every outline."""
    from builders.cli.building import Wish, run_build

    wish = Wish(tuple(paths or ()), out, only, paper, theme, jobs, strict, form, open_, force, quiet)
    raise typer.Exit(run_build(wish))
