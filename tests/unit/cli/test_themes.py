"""Themes as a person uses them: named, listed, shown; a school's own with its logo; what is said of a wrong one."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pptx import Presentation
from typer.testing import CliRunner, Result

from builders.cli import app

LESSON = "title: A lesson\nsections:\n  - heading: One\n    content:\n      - points:\n          - A point.\n"
LOGO = "logo:\n  file: logo.png\n  alt: Hill School\n"
SCHOOL = f"based_on: clean\ncolors:\n  accent: 0b5d4b\n{LOGO}footer: Hill School\n"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line, run in a project with one lesson and a school's theme."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    folder = tmp_path / "outlines"
    folder.mkdir()
    (folder / "a.yaml").write_text(LESSON, encoding="utf-8")
    (folder / "hill.yaml").write_text(SCHOOL, encoding="utf-8")
    image = Image.new("RGBA", (300, 100), (11, 93, 75, 255))
    image.save(folder / "logo.png", "PNG")
    return lambda *arguments: CliRunner().invoke(app, list(map(str, arguments)))


def words(path: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


def test_a_theme_is_not_a_lesson(run: Run) -> None:
    done = run("build", "--only", "handout")
    assert done.exit_code == 0, done.output
    assert [path.name for path in Path("dist").rglob("*.pdf")] == ["a-handout.pdf"]


def test_the_option_goes_before_the_outline(run: Run) -> None:
    Path("outlines/a.yaml").write_text("theme: clean\n" + LESSON, encoding="utf-8")
    made = {}
    for option in ((), ("--theme", "classroom"), ("--theme", "hill"), ("--theme", "outlines/hill.yaml")):
        assert run("build", "-q", "--force", "--only", "slides", *option).exit_code == 0
        made[option] = Path("dist/a/a-slides.pptx").read_bytes()
    (plain, classroom, hill, by_path) = made.values()
    assert len({plain, classroom, hill}) == 3
    assert hill == by_path


def test_a_lesson_names_a_schools_theme(run: Run) -> None:
    Path("outlines/a.yaml").write_text("theme: hill\n" + LESSON, encoding="utf-8")
    assert run("build", "-q", "--only", "handout,slides").exit_code == 0
    xml = words("dist/a/a-slides.pptx")
    assert '<a:accent1><a:srgbClr val="0B5D4B"/></a:accent1>' in xml
    assert "Hill School" in xml
    with pikepdf.open("dist/a/a-handout.pdf") as pdf:
        assert len(pdf.pages[0].get_images()) == 1


def test_the_logo_is_on_the_master_and_on_covers_with_its_name(run: Run) -> None:
    assert run("build", "-q", "--only", "slides", "--theme", "hill").exit_code == 0
    deck = Presentation(io.BytesIO(Path("dist/a/a-slides.pptx").read_bytes()))
    named = [shape for shape in deck.slide_master.shapes if shape.name == "Logo"]
    covers = [s for layout in deck.slide_layouts for s in layout.shapes if s.name == "Logo"]
    assert len(named) == 1
    assert covers
    for shape in (*named, *covers):
        assert shape._element.xpath("p:nvPicPr/p:cNvPr/@descr") == ["Hill School"]
        assert shape.width / shape.height == pytest.approx(3, rel=0.01)
    # One picture, however often it is shown.
    with zipfile.ZipFile("dist/a/a-slides.pptx") as archive:
        assert len([name for name in archive.namelist() if name.startswith("ppt/media/")]) == 1


def test_what_is_wrong_with_a_theme_is_said_once(run: Run) -> None:
    Path("outlines/b.yaml").write_text(LESSON, encoding="utf-8")
    Path("outlines/hill.yaml").write_text("based_on: clean\ncolors:\n  accent: ffe600\n", encoding="utf-8")
    done = run("check", "--theme", "hill")
    assert done.exit_code == 0
    assert done.output.count("low-contrast") == 1
    assert "outlines/hill.yaml:3:11" in done.output
    assert "  3 |   accent: ffe600" in done.output
    assert run("check", "--theme", "hill", "--strict").exit_code == 1
    Path("outlines/hill.yaml").write_text("based_on: clean\ncolours:\n  accent: 0b5d4b\n", encoding="utf-8")
    done = run("build", "--theme", "hill", "--only", "handout")
    assert done.exit_code == 1
    assert done.output.count("unknown-field") == 1
    assert not list(Path("dist").rglob("*.pdf"))


def test_a_damaged_logo_is_an_error(run: Run) -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", 3, 3, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    Path("outlines/logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)
    done = run("check", "--theme", "hill")
    assert done.exit_code == 1
    assert "unreadable-picture" in done.output
    assert "outlines/hill.yaml:5:9" in done.output


@pytest.mark.parametrize("name", ["cleen", "hil", "../x", "nothing.yaml"])
def test_an_unknown_theme_is_wrong_usage(run: Run, name: str) -> None:
    for command in ("build", "check"):
        done = run(command, "--theme", name)
        assert done.exit_code == 2
        assert "there is no theme" in done.output


def test_a_theme_outside_the_project_is_not_read(run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "theme.yaml"
    other.write_text(SCHOOL, encoding="utf-8")
    done = run("build", "--theme", other)
    assert done.exit_code == 2
    assert "outside the project" in done.output.replace("\n", " ")
    Path("outlines/link.yaml").symlink_to(other)
    assert run("build", "--theme", "link").exit_code == 2


def test_themes_are_listed_and_shown(run: Run) -> None:
    done = run("themes", "--preview", "show")
    assert done.exit_code == 0, done.output
    for name in ("editorial", "clean", "classroom", "outlines/hill.yaml"):
        assert name in done.stdout
    path = Path("show/themes.pdf")
    first = path.read_bytes()
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 4
    assert run("themes", "--preview", "show").exit_code == 0
    assert path.read_bytes() == first


def test_a_preview_replaces_nobodys_file(run: Run) -> None:
    Path("mine.pdf").write_bytes(b"mine")
    done = run("themes", "clean", "--preview", "mine.pdf")
    assert done.exit_code == 1
    assert Path("mine.pdf").read_bytes() == b"mine"


def test_a_theme_with_errors_is_not_shown(run: Run) -> None:
    Path("outlines/hill.yaml").write_text("based_on: cleen\n", encoding="utf-8")
    done = run("themes", "hill", "--preview", "p.pdf")
    assert done.exit_code == 1
    assert "did you mean" in done.output
    assert not Path("p.pdf").exists()
