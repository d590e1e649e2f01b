"""The themes that come along: their names, and the text of one. The default needs no reading: tokens.EDITORIAL."""

from __future__ import annotations

from importlib import resources

DEFAULT = "editorial"
NAMES = (DEFAULT, "clean", "classroom")


def text_of(name: str) -> bytes:
    """The file of a theme of ours, in YAML."""
    return resources.files(__package__).joinpath("themes", f"{name}.yaml").read_bytes()
