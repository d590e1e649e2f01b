"""Identical bytes: in any process, hash seed, time zone, and after other documents in the same process."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from builders.pdf.render import render
from tests.outputs.pdf.demo import body, everything, serif

REPOSITORY = Path(__file__).parents[3]
PROGRAM = (
    "import sys; from hashlib import sha256; from builders.pdf.render import render; "
    "from tests.outputs.pdf.demo import everything; sys.stdout.write(sha256(render(everything()).data).hexdigest())"
)


def digest_elsewhere(**environment: str) -> str:
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), **environment}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=clean, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_processes_agree() -> None:
    other = replace(everything(), blocks=(body(serif("Some other document first: ЖЖЖ 東 zyx.")),))
    render(other)
    here = sha256(render(everything()).data).hexdigest()
    render(other)
    assert sha256(render(everything()).data).hexdigest() == here
    assert digest_elsewhere(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C") == here
    assert digest_elsewhere(PYTHONHASHSEED="4242", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="99999") == here


def test_the_file_names_no_place_or_time_of_its_making() -> None:
    data = render(everything()).data
    for trace in (
        str(REPOSITORY),
        str(Path.home()),
        "CreationDate",
        "ModDate",
        "CreateDate",
        "reportlab",
        "rendercv",
    ):
        assert trace.encode() not in data
    assert render(replace(everything(), blocks=())).data != data
