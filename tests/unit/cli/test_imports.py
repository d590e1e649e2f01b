"""Start-up: --help, check and new load no back-end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
BACK_ENDS = ("reportlab", "pptx", "PIL", "lxml", "rich.progress")
PLAIN = "title: A lesson\nsections:\n  - heading: One\n    content:\n      - points:\n          - A point.\n"


def loaded(arguments: list[str], folder: Path) -> set[str]:
    """The top-level modules that a command imports, by -X importtime."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "builders", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")
    }


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check"], ["new", "another"], ["build", "--help"], ["themes", "--help"]]
)
def test_no_back_end_is_loaded(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "outlines").mkdir()
    (tmp_path / "outlines" / "lesson.yaml").write_text(PLAIN, encoding="utf-8")
    modules = loaded(arguments, tmp_path)
    assert "builders.cli" in modules
    assert not {m for m in modules if m.split(".")[0] in BACK_ENDS or m in BACK_ENDS}


def test_the_default_theme_needs_no_reading(tmp_path: Path) -> None:
    (tmp_path / "lesson.yaml").write_text(PLAIN, encoding="utf-8")
    assert not {"builders.outline.read_theme", "builders.outline.syntax_theme"} & loaded(["check"], tmp_path)
    assert "builders.outline.read_theme" in loaded(["check", "--theme", "clean"], tmp_path)


def test_the_test_sees_a_back_end(tmp_path: Path) -> None:
    (tmp_path / "lesson.yaml").write_text(PLAIN, encoding="utf-8")
    assert {"reportlab", "builders.deck.package"} <= loaded(["build", "-q"], tmp_path)


def test_a_deck_needs_no_python_pptx(tmp_path: Path) -> None:
    (tmp_path / "lesson.yaml").write_text(PLAIN, encoding="utf-8")
    assert not {"pptx", "lxml"} & loaded(["build", "-q"], tmp_path)
