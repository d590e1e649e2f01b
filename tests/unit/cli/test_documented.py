"""README documents every command and every option; a new one that isn't there fails here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from builders.cli import app

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)
assert isinstance(GROUP, TyperGroup)
COMMANDS = GROUP.commands


def section(command: str) -> str:
    """README's text on one command: from its heading to the next."""
    found = re.search(rf"^#+ .*`lessonpress {command}\b.*?(?=^#|\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"README has no heading for `lessonpress {command}`"
    return found.group()


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_is_in_the_readme(command: str) -> None:
    text = section(command)
    for parameter in COMMANDS[command].params:
        if parameter.param_type_name == "option":
            for name in parameter.opts:
                assert f"`{name}" in text or f", {name}`" in text, f"{command} {name}"
        else:
            assert f"{parameter.name.upper()}" in text, parameter.name


def test_no_option_is_in_the_readme_that_the_command_lacks() -> None:
    known = {name for command in COMMANDS.values() for p in command.params for name in p.opts}
    known |= {name for p in GROUP.params for name in p.opts} | {"--help", "--version"}
    reference = README[README.index("## Commands") :].split("\n## ", 2)[1]
    assert set(re.findall(r"`(--[a-z-]+)", reference)) <= known
