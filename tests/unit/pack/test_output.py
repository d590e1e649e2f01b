"""pack.output: each rule of whose file it is, and each way the disk can refuse."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from builders.pack import output
from builders.pack.output import Deed, Outcome, OutputProblem, hold

A = PurePosixPath("a")


def put(root: Path, data: bytes, *, force: bool = False, name: str = "x.pptx") -> Outcome:
    with hold(root, force=force) as out:
        (outcome,), problems = out.write(A, [(name, data)])
    assert not problems
    return outcome


def refused(root: Path, data: bytes = b"2") -> str:
    with hold(root) as out:
        outcomes, (problem,) = out.write(A, [("x.pptx", data)])
    assert not outcomes
    assert problem.hints, "every refusal names its cure"
    return problem.code


def test_written_then_unchanged_then_replaced(tmp_path: Path) -> None:
    assert put(tmp_path, b"1").deed is Deed.WRITTEN
    assert put(tmp_path, b"1").deed is Deed.UNCHANGED
    assert put(tmp_path, b"2").deed is Deed.WRITTEN
    assert (tmp_path / "a/x.pptx").read_bytes() == b"2"


def test_an_edited_file_is_kept_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    path = put(tmp_path, b"1").path
    path.write_bytes(b"edited")
    outcome = put(tmp_path, b"2")
    assert (outcome.deed, outcome.path.name, outcome.kept) == (Deed.BESIDE, "x (new).pptx", path)
    assert path.read_bytes() == b"edited"
    outcome.path.write_bytes(b"edited too")
    assert put(tmp_path, b"3").path.name == "x (new 2).pptx"
    assert outcome.path.read_bytes() == b"edited too"
    assert put(tmp_path, b"4").path.name == "x (new 2).pptx"


def test_without_a_record_every_file_is_a_persons_unless_its_bytes_are_ours(tmp_path: Path) -> None:
    path = put(tmp_path, b"1").path
    (tmp_path / ".lessonpress.json").unlink()
    assert put(tmp_path, b"1").deed is Deed.UNCHANGED
    (tmp_path / ".lessonpress.json").unlink()
    assert put(tmp_path, b"2").path.name == "x (new).pptx"
    assert path.read_bytes() == b"1"


def test_force_replaces_and_keeps_every_backup(tmp_path: Path) -> None:
    path = put(tmp_path, b"1").path
    for edit, backup in ((b"e1", "x (backup).pptx"), (b"e2", "x (backup 2).pptx")):
        path.write_bytes(edit)
        outcome = put(tmp_path, b"2", force=True)
        assert outcome.deed is Deed.REPLACED
        assert path.read_bytes() == b"2"
        assert outcome.kept is not None
        assert (outcome.kept.name, outcome.kept.read_bytes()) == (backup, edit)


def test_a_link_in_the_place_of_an_output_is_a_persons(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.pptx"
    elsewhere.write_bytes(b"theirs")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x.pptx").symlink_to(elsewhere)
    assert put(tmp_path, b"1").path.name == "x (new).pptx"
    assert put(tmp_path, b"2", force=True).path.name == "x (new).pptx"
    assert elsewhere.read_bytes() == b"theirs"


@pytest.mark.parametrize("lock", ["~$x.pptx", ".~lock.x.pptx#"])
def test_a_file_open_in_another_program(tmp_path: Path, lock: str) -> None:
    path = put(tmp_path, b"1").path
    path.with_name(lock).write_bytes(b"")
    assert refused(tmp_path) == "output-in-use"
    assert path.read_bytes() == b"1"
    assert put(tmp_path, b"1").deed is Deed.UNCHANGED, "nothing to write, nothing to refuse"


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[OSError, str], None]]:
    def install(error: OSError, where: str) -> None:
        def fail(*args: object) -> None:
            raise error

        owner: object = Path if where == "replace" else output
        monkeypatch.setattr(owner, where, fail)

    yield install


@pytest.mark.parametrize("where", ["stage", "replace", "write_whole"])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space"), "output-disk-full"),
        (OSError(errno.EROFS, "Read-only"), "output-not-writable"),
        (PermissionError(errno.EACCES, "Denied"), "output-in-use"),
        (OSError(errno.EIO, "I/O"), "output-failed"),
    ],
)
def test_the_disk_refuses(
    tmp_path: Path, failing: Callable[[OSError, str], None], where: str, error: OSError, code: str
) -> None:
    path = put(tmp_path, b"1").path
    failing(error, where)
    assert refused(tmp_path) == code
    assert path.read_bytes() == b"1"
    assert sorted(p.name for p in path.parent.iterdir()) == ["x.pptx"], "no temporary file is left"


def test_a_crash_between_record_and_rename_is_no_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, b"1")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(output.Output, "_put", lambda *args: (_ for _ in ()).throw(KeyboardInterrupt))
        put(tmp_path, b"2")
    assert put(tmp_path, b"3").deed is Deed.WRITTEN


def test_a_save_between_decision_and_rename_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, b"1").path
    real = output.Output._note

    def saving(self: output.Output, writes: list[object]) -> None:
        real(self, writes)  # type: ignore[arg-type]
        path.write_bytes(b"saved just now")

    monkeypatch.setattr(output.Output, "_note", saving)
    assert refused(tmp_path) == "output-in-use"
    assert path.read_bytes() == b"saved just now"


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    put(tmp_path, b"1")
    left = [tmp_path / ".lessonpress-k1.tmp", tmp_path / "a/.lessonpress-k2.tmp"]
    for path in left:
        path.write_bytes(b"half")
    put(tmp_path, b"2")
    assert not any(path.exists() for path in left)


def test_a_damaged_record_is_said_and_everything_kept(tmp_path: Path) -> None:
    path = put(tmp_path, b"1").path
    (tmp_path / ".lessonpress.json").write_text("[]", encoding="utf-8")
    with hold(tmp_path) as out:
        assert [w.code for w in out.warnings] == ["output-record"]
        (outcome,), _ = out.write(A, [("x.pptx", b"2")])
    assert outcome.path.name == "x (new).pptx"
    assert path.read_bytes() == b"1"


def test_two_builds_into_one_folder(tmp_path: Path) -> None:
    with hold(tmp_path), pytest.raises(OutputProblem) as caught, hold(tmp_path):
        pass
    assert caught.value.diagnostic.code == "output-locked"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"")
    with pytest.raises(OutputProblem) as caught, hold(tmp_path / "dist"):
        pass
    assert caught.value.diagnostic.code == "output-not-writable"
    (tmp_path / "a").write_bytes(b"")
    assert refused(tmp_path) == "output-not-writable"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    (out / "a").symlink_to(elsewhere)
    assert refused(out) == "output-not-writable"
    assert not list(elsewhere.iterdir())


def test_a_pipe_in_the_place_of_an_output_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.mkfifo(tmp_path / "a/x.pptx")
    assert put(tmp_path, b"1").path.name == "x (new).pptx"
