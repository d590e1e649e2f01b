"""The commands as a person uses them: files, messages, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders.cli import app
from builders.compile import compile_lesson

GOOD = "title: A lesson\nsections:\n  - heading: One\n    content:\n      - points:\n          - A point.\n"
BROKEN = GOOD.replace("title:", "titel:")
TRAP = GOOD.replace("- A point.", "-A point.")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line, run in an empty project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "outlines").mkdir()
    return lambda *arguments: CliRunner().invoke(app, list(map(str, arguments)))


def outline(name: str, text: str) -> Path:
    path = Path("outlines") / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def made(folder: str = "dist") -> list[str]:
    return sorted(
        p.relative_to(folder).as_posix() for p in Path(folder).rglob("*.p*") if not p.name.startswith(".")
    )


def test_build_prints_the_path_of_each_file(run: Run) -> None:
    outline("a", GOOD)
    done = run("build")
    assert done.exit_code == 0, done.output
    assert made() == ["a/a-TEACHER.pdf", "a/a-handout.pdf", "a/a-slides-student.pptx", "a/a-slides.pptx"]
    assert sorted(done.stdout.split()) == sorted(str(Path.cwd() / "dist" / path) for path in made())
    assert "1 lesson built, 4 files." in done.stderr


def test_one_broken_lesson_does_not_stop_the_rest(run: Run) -> None:
    for name, text in (("a", GOOD), ("b", BROKEN), ("c", GOOD)):
        outline(name, text)
    done = run("build", "--only", "handout")
    assert done.exit_code == 1
    assert made() == ["a/a-handout.pdf", "c/c-handout.pdf"]
    assert "outlines/b.yaml:1:1" in done.stderr
    assert "title" in done.stderr
    assert "1 not built" in done.stderr


def test_a_broken_lesson_leaves_its_old_files_alone(run: Run) -> None:
    path = outline("a", GOOD)
    assert run("build", "--only", "handout").exit_code == 0
    before = Path("dist/a/a-handout.pdf").read_bytes()
    path.write_text(BROKEN, encoding="utf-8")
    assert run("build", "--only", "handout").exit_code == 1
    assert Path("dist/a/a-handout.pdf").read_bytes() == before


def test_in_several_processes_the_bytes_and_the_order_are_the_same(run: Run) -> None:
    for name in "abc":
        outline(name, GOOD.replace("A lesson", f"Lesson {name}"))
    one = run("build", "--only", "handout", "--jobs", 1, "--out", "one")
    two = run("build", "--only", "handout", "--jobs", 2, "--out", "two")
    assert [one.exit_code, two.exit_code] == [0, 0]
    assert [Path(p).name for p in one.stdout.split()] == [Path(p).name for p in two.stdout.split()]
    for path in made("one"):
        assert Path("one", path).read_bytes() == Path("two", path).read_bytes()


def test_an_edited_deck_is_kept_and_said(run: Run) -> None:
    path = outline("a", GOOD)
    run("build", "--only", "slides")
    deck = Path("dist/a/a-slides.pptx")
    deck.write_bytes(b"edited")
    path.write_text(GOOD.replace("A point.", "A new point."), encoding="utf-8")
    done = run("build", "--only", "slides")
    assert done.exit_code == 0
    assert deck.read_bytes() == b"edited"
    assert Path("dist/a/a-slides (new).pptx").is_file()
    assert "you have edited this file" in done.stderr
    assert "a-slides (new).pptx" in done.stderr
    forced = run("build", "--only", "slides", "--force")
    assert Path("dist/a/a-slides (backup).pptx").read_bytes() == b"edited"
    assert "a-slides (backup).pptx" in forced.stderr


def test_json_is_one_document(run: Run) -> None:
    outline("a", GOOD)
    outline("b", BROKEN)
    done = run("build", "--format", "json", "--only", "handout")
    document = json.loads(done.stdout)
    assert {d["code"] for d in document["diagnostics"] if d["severity"] == "error"} <= {
        "unknown-field",
        "missing-field",
    }
    assert [Path(o["path"]).name for o in document["outputs"]] == ["a-handout.pdf"]
    checked = json.loads(run("check", "--format", "json").stdout)
    assert any(d["file"] == "outlines/b.yaml" and d["line"] == 1 for d in checked["diagnostics"])


def test_github_annotations(run: Run) -> None:
    outline("b", BROKEN)
    done = run("check", "--format", "github")
    assert done.stdout.startswith("::error file=outlines/b.yaml,title=unknown-field,line=1,col=1::")
    assert done.exit_code == 1


def test_quiet_says_nothing_when_all_is_well(run: Run) -> None:
    outline("a", GOOD)
    done = run("build", "--only", "handout", "--quiet")
    assert done.output == ""


def test_strict_makes_errors_of_warnings(run: Run) -> None:
    outline(
        "a",
        GOOD
        + "images:\n  x:\n    file: nowhere.png\n    creator: A. Teacher\n"
        + "    source: A\n    license: CC0\n    alt: A.\n",
    )
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1
    assert run("build", "--strict", "--only", "handout").exit_code == 1
    assert not made()


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--only", "handouts"),
        ("build", "--only", ""),
        ("build", "nowhere.yaml"),
        ("check", "nowhere"),
        ("build", "--paper", "a5"),
        ("build", "--jobs", "0"),
        ("build",),
        ("bild",),
        ("new", "../elsewhere"),
        ("new", ""),
    ],
)
def test_wrong_usage_is_2_and_writes_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.output.strip()
    assert [path.name for path in Path.cwd().rglob("*")] == ["outlines"]


def test_paper(run: Run) -> None:
    import pikepdf

    outline("a", GOOD)
    sizes = set()
    for paper in ("letter", "a4"):
        assert run("build", "--paper", paper, "--only", "handout", "--out", paper).exit_code == 0
        with pikepdf.open(f"{paper}/a/a-handout.pdf") as pdf:
            sizes.add(tuple(round(float(x)) for x in pdf.pages[0].mediabox))
    assert sizes == {(0, 0, 612, 792), (0, 0, 595, 842)}


def test_new_builds_at_once_and_never_replaces(run: Run) -> None:
    assert run("new", "my-lesson").exit_code == 0
    text = Path("outlines/my-lesson.yaml").read_text(encoding="utf-8")
    assert "\ntitle: My lesson\n" in text
    again = run("new", "my-lesson")
    assert again.exit_code == 1
    assert "exists already" in again.stderr
    assert Path("outlines/my-lesson.yaml").read_text(encoding="utf-8") == text
    done = run("check", "--strict")
    assert done.exit_code == 0, done.output
    assert "nothing to mend" in done.stderr
    assert run("build", "-q").output == ""
    assert len(made()) == 5


def test_fix_applies_safe_cures_shows_them_and_keeps_a_backup(run: Run) -> None:
    path = outline("a", "# a remark\n" + TRAP + "\n\n# the end\n")
    before = path.read_bytes()
    assert run("check").exit_code == 1
    done = run("check", "--fix")
    assert done.exit_code == 0, done.output
    assert Path("outlines/a.yaml.bak").read_bytes() == before
    assert "+" in done.stderr
    changed = [line for line in path.read_text(encoding="utf-8").splitlines() if line not in before.decode()]
    assert len(changed) == 1, "only the line with the mistake is another"
    assert run("check", "--fix").exit_code == 0
    assert not Path("outlines/a.yaml.bak2").exists(), "nothing to cure, nothing to keep"


def test_fix_leaves_a_lesson_alone_that_has_a_theme_with_mistakes(run: Run) -> None:
    """The cures of the theme have offsets into the theme's file; in the lesson they would garble words."""
    path = outline("a", "title: A lesson\nauthors: Anna Berg\ntheme: hill\n")
    outline("hill", "based_on: clean\nfotter: Hill School\ncolor:\n  acent: 112233\n")
    before = path.read_bytes()
    done = run("check", "--fix")
    assert done.exit_code == 1
    assert "write `footer`" in done.stdout
    assert path.read_bytes() == before
    assert not Path("outlines/a.yaml.bak").exists()


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("schema").stdout)["$schema"].startswith("https://json-schema.org/")


def test_examples_never_replace(run: Run) -> None:
    assert run("examples", "here").exit_code == 0
    assert len(list(Path("here/outlines").glob("*.yaml"))) == 6
    done = run("examples", "here")
    assert done.exit_code == 1
    assert "exists already" in done.stderr


def test_a_bug_in_one_lesson_is_reported_and_the_rest_built(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from builders.pack import run as running

    real = compile_lesson

    def failing(data: bytes, path: Path, *rest: object) -> object:
        if path.name == "b.yaml":
            raise KeyError("a bug")
        return real(data, path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "compile_lesson", failing)
    for name in "abc":
        outline(name, GOOD)
    done = run("build", "--only", "handout")
    assert done.exit_code == 1
    assert "internal-error" in done.stderr
    assert "KeyError" in done.stderr
    assert made() == ["a/a-handout.pdf", "c/c-handout.pdf"]


def test_two_outlines_that_would_write_one_file(run: Run) -> None:
    outline("a", GOOD)
    Path("outlines/a.yml").write_text(GOOD, encoding="utf-8")
    outline("B", GOOD)
    outline("b", GOOD)  # one file, where the disk knows no case
    done = run("build", "--only", "handout")
    assert done.exit_code == 1
    assert done.stderr.count("output-collision") == 1 + (len(list(Path("outlines").glob("[bB].yaml"))) == 2)
    assert len(made()) == 2


def test_a_file_with_a_suffix_too_many_is_said(run: Run) -> None:
    Path("outlines/a.yaml.txt").write_text(GOOD, encoding="utf-8")
    alone = run("build")
    assert "Rename it to “a.yaml”" in alone.output
    assert run("check", "--strict").exit_code == 0, "a warning about no outline stops none"


def test_fix_keeps_permissions_and_sends_no_escapes(run: Run) -> None:
    path = outline("a", TRAP.replace("-A point.", "-A point.  # \x1b]0;hidden\x07"))
    path.chmod(0o600)
    done = run("check", "--fix")
    assert "\x1b" not in done.output
    assert {p.stat().st_mode & 0o777 for p in Path("outlines").iterdir()} == {0o600}


def test_a_course_that_leads_out_of_the_project_is_said(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "course.yaml"
    outside.write_text("title: C\nlessons:\n  - a\n", encoding="utf-8")
    outline("a", GOOD)
    Path("outlines/course.yaml").symlink_to(outside)
    done = run("check")
    assert done.exit_code == 1
    assert "outline-unreadable" in done.output


def test_one_output_folder_that_fails_does_not_stop_another(run: Run) -> None:
    for project in ("one", "two"):
        (Path(project) / "outlines").mkdir(parents=True)
        (Path(project) / "outlines" / "a.yaml").write_text(GOOD, encoding="utf-8")
    Path("one/dist").write_bytes(b"not a folder")
    done = run("build", "--only", "handout", "one", "two")
    assert done.exit_code == 1
    assert "output-not-writable" in done.stderr
    assert Path("two/dist/a/a-handout.pdf").is_file()
