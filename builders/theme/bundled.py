"""The themes that come along: their names, and the text of one. The default needs no reading: tokens.EDITORIAL."""

from __future__ import annotations

from pathlib import Path

DEFAULT = "editorial"
WORDS = {
    DEFAULT: "a book’s page: a serif for reading, one deep red, hairlines and much white",
    "clean": "a well-kept workbook: one sans, bold heads under a teal bar, ragged lines",
    "classroom": "a warm worksheet: large type, round heads on a band of ochre, room to write",
}
"""The themes that come along, and what each is like."""
NAMES = tuple(WORDS)


def text_of(name: str) -> bytes:
    """The file of a theme of ours, in YAML."""
    return (Path(__file__).with_name("themes") / f"{name}.yaml").read_bytes()
