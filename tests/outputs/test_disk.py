"""The real disk refuses: a full one, a read-only folder, a file another user owns. Whole files and a clear message."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
LESSON = "title: A lesson\nsections:\n  - heading: One\n    content:\n      - points:\n          - A point.\n"
OTHER = LESSON.replace("A point.", "Another point.")
NOBODY = 65534

AS_NOBODY = """
import os, sys
from pathlib import Path
from typer.testing import CliRunner
from builders.cli import app
outline, warm, out, user = sys.argv[1:]
runner = CliRunner()
first = runner.invoke(app, ["build", outline, "--out", warm])  # loads every module while they can still be read
assert first.exit_code == 0, first.output
Path(warm, "blocked").mkdir(exist_ok=True)
Path(warm, "blocked", "lesson").touch()
again = runner.invoke(app, ["build", outline, "--out", str(Path(warm, "blocked"))])  # and those that say what failed
assert again.exit_code == 1, again.output
if int(user) >= 0:
    os.setgroups([]); os.setegid(int(user)); os.seteuid(int(user))
done = runner.invoke(app, ["build", outline, "--out", out])
print(done.output)
if done.exception and not isinstance(done.exception, SystemExit):
    raise done.exception
sys.exit(done.exit_code)
"""


def build_as(user: int, outline: Path, warm: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(outline), str(warm), str(out), str(user)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def open_tmp(tmp_path: Path) -> Path:
    """A temporary folder that every user may enter."""
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder.owner() == tmp_path.owner() and len(folder.parts) > 2:
            folder.chmod(0o755)
    outline = tmp_path / "lesson.yaml"
    outline.write_text(LESSON, encoding="utf-8")
    return tmp_path


def test_a_read_only_folder(open_tmp: Path) -> None:
    out = open_tmp / "out"
    out.mkdir(mode=0o555)
    done = build_as(NOBODY if ROOT else -1, open_tmp / "lesson.yaml", open_tmp / "warm", out)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "output-not-writable" in done.stdout
    assert "--out" in done.stdout
    assert list(out.iterdir()) == []


def test_files_in_a_folder_that_became_read_only(open_tmp: Path) -> None:
    out = open_tmp / "out"
    out.mkdir(mode=0o777)
    out.chmod(0o777)
    user = NOBODY if ROOT else -1
    assert build_as(user, open_tmp / "lesson.yaml", open_tmp / "warm", out).returncode == 0
    before = {path: path.read_bytes() for path in (out / "lesson").iterdir()}
    (open_tmp / "lesson.yaml").write_text(OTHER, encoding="utf-8")
    (out / "lesson").chmod(0o555)
    done = build_as(user, open_tmp / "lesson.yaml", open_tmp / "warm", out)
    assert done.returncode == 1
    assert "error[output-" in done.stdout
    assert {path: path.read_bytes() for path in (out / "lesson").iterdir()} == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 96 KiB."""
    if not (ROOT and sys.platform == "linux"):
        reason = "mounting a small file system needs root on Linux"
        pytest.fail(reason) if os.environ.get("LESSONPRESS_REQUIRE_TOOLS") == "1" else pytest.skip(reason)
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(disk)], check=True)
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(open_tmp: Path, small_disk: Path) -> None:
    arguments = (-1, open_tmp / "lesson.yaml", open_tmp / "warm", small_disk)
    done = build_as(*arguments)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "output-disk-full" in done.stdout
    whole = {path.name: path.read_bytes() for path in (open_tmp / "warm" / "lesson").iterdir()}
    written = {path.name: path.read_bytes() for path in (small_disk / "lesson").iterdir()}
    assert written.items() <= whole.items(), "what was written is whole, and no temporary file is left"
