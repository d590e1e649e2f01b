"""Our own lessons: every PDF of them is PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from builders.compile import Options, Product, compile_lesson
from builders.source.world import DiskWorld
from tests.conftest import need
from tests.tools.verapdf import faults

ROOT = Path(__file__).parents[3]
OUTLINES = sorted(path for path in (ROOT / "outlines").glob("*.yaml") if path.stem != "course")
PAGES = Options(products=(Product.HANDOUT, Product.TEACHER, Product.QUIZ))


@cache
def files(outline: Path) -> dict[str, bytes]:
    """The PDFs of a lesson by name."""
    path = PurePosixPath("outlines", outline.name)
    compiled = compile_lesson(outline.read_bytes(), path, DiskWorld(ROOT), PAGES)
    return {artifact.name: artifact.data for artifact in compiled.artifacts}


@pytest.mark.tools
def test_all_fifteen_are_accessible_and_archivable(tmp_path: Path) -> None:
    need(["java"])
    paths = []
    for outline in OUTLINES:
        for name, data in files(outline).items():
            paths.append(tmp_path / name)
            paths[-1].write_bytes(data)
    assert len(paths) == 15
    assert faults(paths) == {path.name: [] for path in paths}
