"""Pictures: where they are looked for, what is recorded, and what is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.diagnostics import Diagnostic
from builders.lesson.model import Lesson
from builders.outline.build_images import picture_kind
from builders.outline.read import read_lesson
from builders.source.tree import parse
from builders.source.world import DiskWorld, MemoryWorld, World

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
PNG = b"\x89PNG\r\n\x1a\n..."


def read(file: str, world: World, folder: str = "outlines") -> tuple[Lesson | None, tuple[Diagnostic, ...]]:
    text = f"title: x\nimages:\n  a:\n    file: {file}\n    credit: A / Museum / CC0\n    alt: b\nfigure: a\n"
    return read_lesson(parse(text.encode(), "x.yaml"), "x", folder, world)


def path_of(lesson: Lesson | None) -> str | None:
    assert lesson is not None
    assert lesson.figure is not None
    return lesson.figure.picture.path if lesson.figure.picture else None


def test_beside_the_outline_before_assets() -> None:
    world = MemoryWorld({"outlines/unit/a.png": PNG, "assets/a.png": PNG})
    assert path_of(read("a.png", world, "outlines/unit")[0]) == "outlines/unit/a.png"
    assert path_of(read("a.png", world, "outlines")[0]) == "assets/a.png"
    assert world.reads["outlines/a.png"] is None, "a miss is on record, so that a picture put there rebuilds"
    assert path_of(read("a.svg", MemoryWorld({"a.svg": SVG}), ".")[0]) == "a.svg"
    assert path_of(read("sub/a.svg", MemoryWorld({"assets/sub/a.svg": SVG}))[0]) == "assets/sub/a.svg"


def test_missing() -> None:
    lesson, (found,) = read("brest.jpg", MemoryWorld({"assets/Brest.jpg": b"\xff\xd8\xff"}))
    assert path_of(lesson) is None
    assert found.code == "image-missing"
    assert found.hints[0].edits[0].replacement == "Brest.jpg"
    assert found.hints[0].safe


@pytest.mark.parametrize("file", ["/etc/passwd", "../secret.png", "C:\\a.png", "~/../../a.png"])
def test_outside(file: str) -> None:
    lesson, (found,) = read(file, MemoryWorld({}))
    assert lesson is None
    assert found.code == "outside-project"


def test_links_that_lead_out(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    root = tmp_path / "project"
    (root / "assets").mkdir(parents=True)
    (root / "assets" / "a.png").symlink_to(tmp_path / "secret.png")
    lesson, (found,) = read("a.png", DiskWorld(root))
    assert lesson is None
    assert found.code == "outside-project"


def test_too_large() -> None:
    lesson, (found,) = read("a.png", MemoryWorld({"assets/a.png": PNG + bytes(100)}, largest=50))
    assert lesson is None
    assert found.code == "unreadable-picture"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (PNG, "png"),
        (SVG, "svg"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a map -->\n<svg>", "svg"),
        (b"GIF89a", None),
        (b"<html><body>Not found</body></html>", None),
        (b"text about <svg", None),
        (b"", None),
    ],
)
def test_kinds(data: bytes, kind: str | None) -> None:
    assert picture_kind(data) == kind
