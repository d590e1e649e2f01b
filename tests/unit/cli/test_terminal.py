"""On a terminal: a progress bar that leaves every printed line whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
LESSON = "title: A lesson\nsections:\n  - heading: One\n    content:\n      - Some words.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_bar_breaks_no_path(tmp_path: Path) -> None:
    (tmp_path / "outlines").mkdir()
    for name in ("a", "b"):
        (tmp_path / "outlines" / f"{name}.yaml").write_text(LESSON, encoding="utf-8")
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "builders", "build", "--only", "handout"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "COLUMNS": "30", "TERM": "xterm"},
    )
    os.close(theirs)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux: the other end was closed
            break
        if not piece:
            break
        printed += piece
    os.close(ours)
    assert process.wait() == 0
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", printed.decode())
    assert "Building" in text
    for name in ("a", "b"):
        assert str(tmp_path / "dist" / name / f"{name}-handout.pdf") in text
