"""What the tests of cases share: the project in which a case stands, and its diagnostics with lines and columns."""

from __future__ import annotations

import re
from pathlib import Path

from builders.compile import locate
from builders.diagnostics import Diagnostic
from builders.lesson.model import Course, Lesson
from builders.outline.read import read_lesson
from builders.outline.read_course import read_course
from builders.outline.read_theme import ReadTheme, read_theme
from builders.outline.syntax import field_names
from builders.outline.syntax_theme import theme_field_names
from builders.source.nodes import Mapping
from builders.source.tree import parse
from builders.source.world import MemoryWorld

CASES = Path(__file__).parent
EXPECTED = re.compile(
    r"^[ \t]*# (?P<severity>error|warning|note): (?P<place>\d+:\d+) (?P<code>[a-z0-9-]+)\r?\n?",
    re.MULTILINE,
)

FILES = {
    "assets/map.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
    "assets/photo.jpg": b"\xff\xd8\xff\xe0 the beginning of a picture",
    "assets/scan.gif": b"GIF89a",
    "assets/notes.png": b"not a picture at all",
    "assets/losses.csv": "\ufeffYear;Killed;Wounded\r\n1939;1.234,5;\r\n1940;7;12,5\r\n\r\n".encode(),
    "outlines/excel.csv": b'sep=,\nPlace,Taken\n"Minsk, July","324,000"\nKyiv,660000\n',
    "assets/tabs.tsv": "\ufeffPlace\tTaken\nKyiv\t660000\n".encode("utf-16-le"),
    "assets/binary.csv": b"PK\x03\x04\0\0\0\0 a spreadsheet by another name",
    "assets/windows.csv": "Ort;Tote\nKöln;3\n".encode("cp1252"),
    "assets/empty.csv": b"\n\n",
    "assets/one-column.csv": b"Place\nKyiv\n",
    "assets/nul.csv": b"Place,Taken\nKy\0iv,660000\n",
    "assets/ragged.csv": b"Place,Taken\nKyiv, Ukraine,660000\n",
    "assets/quote.csv": b'Place,Taken\n"Kyiv" city,660000\n',
    "assets/wrong.csv": b"Place,Taken\nKyiv,660000\nMinsk,12 %\n",
    "assets/no-name.csv": b"Place,Taken\n,660000\n",
    "assets/no-numbers.csv": b"Place,Taken\nKyiv,\n",
    "assets/huge.csv": b"Place,Taken\n" + b"Kyiv,1\n" * 160000,
    "assets/long.csv": b"Place,Taken\n" + b"Kyiv,1\n" * 1500,
    "assets/wide.csv": b",".join(b"abcdefghijk"[n : n + 1] for n in range(11)) + b"\nx" + b",1" * 10 + b"\n",
    "outlines/first.yaml": b"title: First\n",
    "outlines/second.yaml": b"title: Second\n",
    "outlines/hill-school.yaml": b"based_on: clean\n",
    "outlines/logo.png": b"\x89PNG\r\n\x1a\n the beginning of a logo",
}
"""The project's files beside each case. Pictures are only looked at by their first bytes here."""


def read_case(
    data: bytes, name: str = "case"
) -> tuple[Lesson | Course | ReadTheme | None, tuple[Diagnostic, ...]]:
    """What is read from a case in outlines/, and its diagnostics in the order of their places."""
    tree = parse(data, "case.yaml", fields=field_names())
    world = MemoryWorld(FILES)
    if isinstance(tree.root, Mapping) and tree.root.get("based_on") is not None:
        tree = parse(data, "case.yaml", fields=theme_field_names())
        theme, found = read_theme(tree, "outlines", world)
        return theme, tuple(locate((*tree.diagnostics, *found), tree, strict=False))
    is_course = isinstance(tree.root, Mapping) and tree.root.get("lessons") is not None
    result: Lesson | Course | None
    if is_course:
        result, found = read_course(tree, name, "outlines", world)
    else:
        result, found = read_lesson(tree, name, "outlines", world)
    return result, tuple(locate((*tree.diagnostics, *found), tree, strict=False))


def shown(diagnostic: Diagnostic) -> str:
    """A diagnostic as cases write it, e.g. "error: 4:8 unknown-field"."""
    place = diagnostic.place
    return f"{diagnostic.severity}: {place.line}:{place.column} {diagnostic.code}"


def expected(text: str) -> list[str]:
    """The diagnostics that a case says it has."""
    return [f"{found['severity']}: {found['place']} {found['code']}" for found in EXPECTED.finditer(text)]
