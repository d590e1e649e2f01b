"""pack.project: roots, selections, output folders, and what a mistyped path might have meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.pack.project import UnknownPath, project_root, select


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in (
        "outlines/a.yaml",
        "outlines/unit/b.yml",
        "outlines/_draft.yaml",
        "outlines/.hidden.yaml",
        "x.yaml",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("title: T\n", encoding="utf-8")
    (tmp_path / "outlines/course.yaml").write_text("title: C\nlessons:\n  - a\n", encoding="utf-8")
    return tmp_path


def names(project: Path, *paths: str, here: str = ".") -> list[str]:
    selection = select([project / path for path in paths], project / here)
    return [str(file.path) for file in selection.lessons]


def test_without_paths_the_whole_project_from_anywhere_in_it(project: Path) -> None:
    everything = ["outlines/a.yaml", "outlines/unit/b.yml"]
    assert names(project) == everything
    assert names(project, here="outlines") == everything
    assert names(project, here="outlines/unit") == everything
    assert names(project, ".") == everything


def test_a_file_outside_outlines_is_its_own_project(project: Path) -> None:
    (file,) = select([project / "x.yaml"], project).lessons
    assert (file.root, str(file.path), str(file.output)) == (project, "x.yaml", "x")


def test_outputs_keep_subfolders(project: Path) -> None:
    selection = select([], project)
    assert [str(file.output) for file in selection.lessons] == ["a", "unit/b"]
    assert [file.root for file in selection.lessons] == [project, project]


def test_a_course_is_found_for_one_lesson_and_is_no_lesson(project: Path) -> None:
    selection = select([project / "outlines/a.yaml"], project)
    assert [str(course.path) for course in selection.courses] == ["outlines/course.yaml"]
    assert [str(lesson.path) for lesson in selection.lessons] == ["outlines/a.yaml"]


def test_the_root_of_a_course_without_outlines(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "course.yaml").write_text("lessons:\n  - part/a\n", encoding="utf-8")
    assert project_root(tmp_path / "part" / "a.yaml") == tmp_path


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("outlines/a", "outlines/a.yaml"),
        ("a.yaml", "outlines/a.yaml"),
        ("a", "outlines/a.yaml"),
        ("outlines/aa.yaml", "outlines/a.yaml"),
    ],
)
def test_a_mistyped_path(project: Path, path: str, said: str) -> None:
    with pytest.raises(UnknownPath, match="did you mean") as caught:
        select([project / path], project)
    assert str(caught.value).endswith(f"{said}?")


def test_nothing_absurd_is_meant(project: Path) -> None:
    with pytest.raises(UnknownPath) as caught:
        select([project / "outlines/nosuch"], project)
    assert str(caught.value).endswith("nosuch.")


def test_a_suffix_too_many_is_noticed(project: Path) -> None:
    (project / "outlines/c.yaml.txt").write_text("title: C\n", encoding="utf-8")
    assert [path.name for path in select([], project).misnamed] == ["c.yaml.txt"]
    assert not select([project / "outlines/a.yaml"], project).misnamed


def test_a_document_is_no_outline(project: Path) -> None:
    (project / "lesson.docx").write_bytes(b"PK")
    with pytest.raises(UnknownPath, match=r"\.yaml"):
        select([project / "lesson.docx"], project)


def test_dots_in_a_path(project: Path) -> None:
    (file,) = select([project / "outlines/unit/../a.yaml"], project).lessons
    assert str(file.path) == "outlines/a.yaml"
