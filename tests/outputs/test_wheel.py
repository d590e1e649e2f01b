"""The wheel, installed alone in an empty folder with an empty HOME, runs `new`, `examples` and `build`."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = next(WheelBuilder(str(REPOSITORY)).build(directory=str(folder), versions=["standard"]))
    return Path(built)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked as pip lays it out, away from the checkout; its dependencies are the environment's."""
    target = tmp_path_factory.mktemp("installed")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(command, check=True, cwd=target, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    return target


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(installed),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", "from builders.cli import main; main()", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not list(home.iterdir()), "nothing is written into HOME"
    return done


def test_new_then_build(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "new", "my-lesson")
    done = run(installed, tmp_path, "build")
    made = sorted(path.name for path in (tmp_path / "dist" / "my-lesson").iterdir())
    assert made == [
        "my-lesson-TEACHER.pdf",
        "my-lesson-handout.pdf",
        "my-lesson-quiz.pdf",
        "my-lesson-slides-student.pptx",
        "my-lesson-slides.pptx",
    ]
    assert sorted(Path(line).name for line in done.stdout.splitlines()) == made
    assert "error" not in done.stderr
    assert "warning" not in done.stderr


def test_examples_then_build(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "examples", "here")
    run(installed, tmp_path, "build", "here")
    assert len(list((tmp_path / "here" / "dist").glob("*/*.pdf"))) == 15
    assert len(list((tmp_path / "here" / "dist").glob("*/*.pptx"))) == 10


def test_it_is_the_wheel_that_ran(installed: Path, tmp_path: Path) -> None:
    probe = "import builders, sys; print(builders.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", probe],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_what_the_wheel_holds(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"builders", "lessonpress"}
    assert "builders/starter.yaml" in names
    assert "builders/py.typed" in names
    assert sum(name.startswith("builders/examples/outlines/") for name in names) >= 6
    assert any(name.startswith("builders/examples/assets/") for name in names)
    assert not [name for name in names if "test" in name or name.endswith((".ttf", ".pptx", ".pdf"))]
