"""A hostile home folder and environment reach neither the process nor the pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[3]
HOSTILE = "import sys; sys.stdout.write('EXECUTED'); allowTTFSubsetting = ['*']; invariant = 0\n"
PROGRAM = """
import hashlib, os, sys
from builders.pdf.render import render
from tests.outputs.pdf.demo import everything
sys.stdout.write(hashlib.sha256(render(everything()).data).hexdigest())
assert os.environ.get("RL_invariant") in (None, "nonsense")
"""
CONTROL = "import reportlab.rl_config"


def run(program: str, home: Path, **environment: str) -> str:
    """What a Python process prints, in a folder and with a home of its own."""
    clean = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": os.pathsep.join((str(REPOSITORY), str(home))),
    }
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=clean | environment,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + (done.stderr if done.returncode else "")


def test_nothing_of_home_is_executed(tmp_path: Path) -> None:
    kind, hostile = tmp_path / "kind", tmp_path / "hostile"
    kind.mkdir()
    hostile.mkdir()
    for name in (".reportlab_settings", ".reportlab_mods", "reportlab_settings.py", "reportlab_mods.py"):
        (hostile / name).write_text(HOSTILE, encoding="utf-8")
    expected = run(PROGRAM, kind)
    assert len(expected) == 64
    assert "EXECUTED" in run(CONTROL, hostile)
    variables = {
        "RL_invariant": "nonsense",
        "RL_useA85": "1",
        "RL_ttfAsciiReadable": "1",
        "RL_pageCompression": "0",
    }
    assert run(PROGRAM, hostile, **variables) == expected
