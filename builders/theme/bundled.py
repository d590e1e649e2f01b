"""The themes that come along: their names, and the text of one. The default needs no reading: tokens.EDITORIAL."""

from __future__ import annotations

from pathlib import Path

DEFAULT = "editorial"
NAMES = (DEFAULT, "clean", "classroom")


def text_of(name: str) -> bytes:
    """The file of a theme of ours, in YAML."""
    return (Path(__file__).with_name("themes") / f"{name}.yaml").read_bytes()
