"""`lessonpress check`: its arguments. What it does is imported when it runs, so that --help is quick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from builders.cli.console import Format


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Outlines, or folders of them. Without any: every outline of this project."),
    ] = None,
    fix_: Annotated[
        bool, typer.Option("--fix", help="Apply the cures that are safe, show what changed, keep a backup.")
    ] = False,
    theme: Annotated[
        str | None,
        typer.Option("--theme", help="The look: editorial, clean, classroom, or a theme’s file."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How problems are printed.")] = Format.HUMAN,
) -> None:
    """Find every problem in outlines, without building anything."""
    from builders.cli.checking import run_check

    raise typer.Exit(run_check(tuple(paths or ()), form, theme, mend=fix_, strict=strict))
