"""Identical input, identical bytes: across processes, hash seeds, time zones, folders, locales and a hostile HOME."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
LESSON = "pact-and-partition"
HOSTILE = "raise SystemExit('a file in HOME was executed')\n"


def build(root: Path, home: Path, out: Path, lesson: str = LESSON, **environment: str) -> dict[str, str]:
    """Build one lesson in a process of its own; the hash of each file."""
    command = [
        sys.executable,
        "-m",
        "builders",
        "build",
        str(root / "outlines" / f"{lesson}.yaml"),
        "--out",
        str(out),
    ]
    clean = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(REPOSITORY), **environment}
    done = subprocess.run(command, env=clean, capture_output=True, text=True, check=False, cwd=home)
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.suffix in (".pdf", ".pptx")
    }


def copy_project(to: Path) -> Path:
    for name in ("outlines", "assets"):
        shutil.copytree(REPOSITORY / name, to / name)
    return to


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    base = tmp_path_factory.mktemp("reference")
    (base / "home").mkdir()
    made = build(REPOSITORY, base / "home", base / "out", PYTHONHASHSEED="0", TZ="UTC")
    assert len(made) == 5
    return made


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
        {"SOURCE_DATE_EPOCH": "1", "RL_pageCompression": "0", "RL_useA85": "1", "RL_invariant": "0"},
    ],
)
def test_elsewhere_and_otherwise(
    tmp_path: Path, reference: dict[str, str], environment: dict[str, str]
) -> None:
    root = copy_project(tmp_path / "другая папка" / "deep")
    home = tmp_path / "home"
    home.mkdir()
    for name in (".reportlab_settings", ".reportlab_mods"):
        (home / name).write_text(HOSTILE, encoding="utf-8")
        (home / f"{name[1:]}.py").write_text(HOSTILE, encoding="utf-8")
        (home / f"{name}.py").write_text(HOSTILE, encoding="utf-8")
    assert build(root, home, tmp_path / "out", **environment) == reference


def test_alone_or_after_others(tmp_path: Path) -> None:
    """What a process built before leaves no trace in what it builds next."""
    script = (
        "import sys\n"
        "from hashlib import sha256\n"
        "from pathlib import Path, PurePosixPath\n"
        "from builders.compile import Options, compile_lesson\n"
        "from builders.source.world import DiskWorld\n"
        "root = Path(sys.argv[1])\n"
        "for name in sys.argv[2:]:\n"
        "    path = PurePosixPath('outlines') / f'{name}.yaml'\n"
        "    done = compile_lesson((root / path).read_bytes(), path, DiskWorld(root), Options())\n"
        "for a in done.artifacts:\n"
        "    print(a.name, sha256(a.data).hexdigest())\n"
    )

    def run(*names: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script, str(REPOSITORY), *names],
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
        )
        return done.stdout

    alone = run(LESSON)
    assert len(alone.splitlines()) == 5
    assert run("not-one-step-back", "catastrophe-1941", LESSON) == alone
