"""The command `lessonpress`: arguments in, printed lines and an exit code out. Only this package prints or exits."""

from __future__ import annotations

import gc
from typing import Annotated

import typer

from builders import __version__
from builders.cli.build import build
from builders.cli.check import check
from builders.cli.start import examples, new, schema
from builders.cli.themes import themes

app = typer.Typer(
    name="lessonpress",
    help="Turn lesson outlines into printable handouts (PDF) and slide decks (PowerPoint).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, check, new, examples, themes, schema):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lessonpress {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


COLLECT = (200_000, 20, 100)
"""How rarely garbage is looked for: a lesson makes some hundred thousand objects and leaves few of them in circles."""


def main() -> None:
    """Run the command line."""
    gc.set_threshold(*COLLECT)
    try:
        app()
    finally:
        # The interpreter looks through all objects when it ends, for a seventh of a build: there is nothing to find.
        gc.freeze()
