"""No student's file holds an answer, a teacher's note or a local path; the teacher's files hold them all."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from builders.compile import Artifact, Options, compile_lesson
from builders.diagnostics import Severity
from builders.source.world import DiskWorld
from tests.outputs.opened import text_of

OUTLINE = (Path(__file__).parent / "canary.yaml").read_bytes()
CANARIES = sorted(set(re.findall(r"CANARY\w+", OUTLINE.decode())) - {"CANARY"})
SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9" fill="#222"/></svg>'
FOLDER = "CANARYlocalpath"


@pytest.fixture(scope="module")
def artifacts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    root = tmp_path_factory.mktemp(FOLDER)
    (root / "outlines").mkdir()
    (root / "outlines" / "drawing.svg").write_bytes(SQUARE)
    compiled = compile_lesson(
        OUTLINE,
        PurePosixPath("outlines/secrets.yaml"),
        DiskWorld(root),
        Options(),
        shown=str(root / "x.yaml"),
    )
    assert not [d for d in compiled.diagnostics if d.severity is Severity.ERROR]
    return {artifact.name: artifact for artifact in compiled.artifacts}


def joined_up(data: bytes) -> str:
    """All text of a file, words that a line's end divides put together again."""
    return re.sub(r"[\s\xad\x02\ufffe-]+", "", text_of(data))


def test_the_canaries_are_many_and_every_product_is_made(artifacts: dict[str, Artifact]) -> None:
    assert len(CANARIES) >= 27
    assert sorted(artifacts) == [
        "secrets-TEACHER.pdf",
        "secrets-handout.pdf",
        "secrets-quiz.pdf",
        "secrets-slides-student.pptx",
        "secrets-slides.pptx",
    ]


@pytest.mark.parametrize("name", ["secrets-handout.pdf", "secrets-quiz.pdf", "secrets-slides-student.pptx"])
def test_student_files_hold_no_secret(artifacts: dict[str, Artifact], name: str) -> None:
    assert artifacts[name].audience == "student"
    text = joined_up(artifacts[name].data)
    assert "CANARY" not in text, sorted(set(re.findall(r"CANARY\w{0,20}", text)))


def test_the_teachers_edition_holds_every_secret(artifacts: dict[str, Artifact]) -> None:
    text = joined_up(artifacts["secrets-TEACHER.pdf"].data)
    assert [canary for canary in CANARIES if canary not in text] == []
    assert FOLDER not in text


def test_the_teachers_deck_holds_every_secret(artifacts: dict[str, Artifact]) -> None:
    text = text_of(artifacts["secrets-slides.pptx"].data)
    assert [canary for canary in CANARIES if canary not in text] == []
    assert FOLDER not in text
