"""Printed widths, crops and focal points as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from builders.outline.framing import CROP, FIT, FOCUS, WIDTH
from builders.outline.kinds import Kind
from builders.outline.reader import Given, Reader
from builders.source.nodes import Scalar
from builders.source.tree import parse


def read(kind: Kind[Any], text: str) -> tuple[Any, list[str]]:
    source = f"x: {text}\n"
    reader = Reader(parse(source.encode(), "x.yaml"))
    value = kind.read(Given(Scalar(text, 3, 3 + len(text)), ("x",)), reader)
    return value, [d.code for d in reader.diagnostics]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (WIDTH, "full", "full"),
        (WIDTH, " Half ", "half"),
        (WIDTH, "8 cm", 226.77),
        (WIDTH, "8,5cm", 240.94),
        (WIDTH, "80 mm", 226.77),
        (WIDTH, "3 in", 216.0),
        (WIDTH, '3"', 216.0),
        (WIDTH, "1.5 inches", 108.0),
        (WIDTH, "144 pt", 144.0),
        (FIT, "contain", "contain"),
        (FIT, "Cover", "cover"),
        (CROP, "4:3", 4 / 3),
        (CROP, "3 x 4", 0.75),
        (CROP, "16/9", 16 / 9),
        (CROP, "1.85:1", 1.85),
        (CROP, "square", 1.0),
        (FOCUS, "left", (0.0, 0.5)),
        (FOCUS, "top", (0.5, 0.0)),
        (FOCUS, "center", (0.5, 0.5)),
        (FOCUS, "right bottom", (1.0, 1.0)),
        (FOCUS, "top-left", (0.0, 0.0)),
        (FOCUS, "centre top", (0.5, 0.0)),
        (FOCUS, "middle, right", (1.0, 0.5)),
        (FOCUS, "30% 40%", (0.3, 0.4)),
        (FOCUS, "30 %, 40 %", (0.3, 0.4)),
    ],
)
def test_what_is_understood(kind: Kind[Any], text: str, value: object) -> None:
    assert read(kind, text) == (value, [])


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (WIDTH, "8", "wrong-width"),
        (WIDTH, "50%", "wrong-width"),
        (WIDTH, "0 cm", "wrong-width"),
        (WIDTH, "900 cm", "wrong-width"),
        (WIDTH, "-3 in", "wrong-width"),
        (WIDTH, "9" * 400 + " cm", "wrong-width"),
        (FIT, "stretch", "wrong-fit"),
        (CROP, "4", "wrong-crop"),
        (CROP, "0:3", "wrong-crop"),
        (CROP, "1:1000", "wrong-crop"),
        (CROP, "4:3:2", "wrong-crop"),
        (FOCUS, "left right", "wrong-focus"),
        (FOCUS, "top left center", "wrong-focus"),
        (FOCUS, "40%", "wrong-focus"),
        (FOCUS, "101% 0%", "wrong-focus"),
        (FOCUS, "the face", "wrong-focus"),
    ],
)
def test_what_is_not_is_an_error(kind: Kind[Any], text: str, code: str) -> None:
    assert read(kind, text) == (None, [code])
