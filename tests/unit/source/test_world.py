"""The door to files: what is given, what is refused, and what goes on record."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.source.world import DiskWorld, MemoryWorld, Refused, World, fingerprint

FILES = {
    "course.yaml": b"c",
    "outlines/pact.yaml": b"p",
    "assets/Brest.jpg": b"j",
    "assets/maps/élan.svg": b"s",
}


@pytest.fixture(params=["disk", "memory"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> World:
    if request.param == "memory":
        return MemoryWorld(FILES, largest=100)
    for name, data in FILES.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "secret.txt").write_text("secret")
    return DiskWorld(tmp_path / "project", largest=100)


def test_files_are_read_and_recorded(world: World) -> None:
    assert world.read("outlines/pact.yaml") == b"p"
    assert world.read("assets/none.jpg") is None
    assert world.read("assets") is None
    assert world.reads == {
        "outlines/pact.yaml": hashlib.sha256(b"p").hexdigest(),
        "assets/none.jpg": None,
        "assets": None,
    }


def test_a_dot_and_a_double_slash_are_nothing(world: World) -> None:
    assert world.read("./assets//Brest.jpg") == b"j"


def test_case_counts(world: World) -> None:
    assert world.read("assets/brest.jpg") is None
    assert world.read("Assets/Brest.jpg") is None


def test_accents_match_however_they_are_stored(world: World) -> None:
    assert world.read("assets/maps/e\u0301lan.svg") == b"s"


def test_names(world: World) -> None:
    assert world.names("assets") == ("Brest.jpg",)
    assert world.names("assets/") == ("Brest.jpg",)
    assert world.names("") == ("course.yaml",)
    assert world.names("nowhere") == ()
    assert world.names("../") == ()
    assert set(world.reads) == {"assets/", "/", "nowhere/", "../"}


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/etc/passwd", Refused.OUTSIDE),
        ("../secret.txt", Refused.OUTSIDE),
        ("assets/../../secret.txt", Refused.OUTSIDE),
        ("assets/../course.yaml", Refused.OUTSIDE),
        ("C:\\x.jpg", Refused.OUTSIDE),
        ("C:x.jpg", Refused.OUTSIDE),
        ("c:/x.jpg", Refused.OUTSIDE),
        ("\\\\server\\share\\x.jpg", Refused.OUTSIDE),
        ("//server/share/x.jpg", Refused.OUTSIDE),
        ("..\\secret.txt", Refused.OUTSIDE),
        ("assets\\Brest.jpg", Refused.MALFORMED),
        ("a\0b", Refused.MALFORMED),
        ("a\nb", Refused.MALFORMED),
        ("a\ud800b", Refused.MALFORMED),
        ("", Refused.MALFORMED),
        (".", Refused.MALFORMED),
        ("~/x", None),
        ("x" * 5000, None),
    ],
)
def test_forms_of_paths(world: World, path: str, why: Refused | None) -> None:
    assert world.read(path) is why
    assert world.reads[path] is None


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 101)
    assert DiskWorld(tmp_path, largest=100).read("x") is Refused.TOO_LARGE
    assert MemoryWorld({"x": b"x" * 101}, largest=100).read("x") is Refused.TOO_LARGE


def test_a_fingerprint_tells_a_change(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    before = fingerprint(DiskWorld(tmp_path), "a.jpg")
    folder = fingerprint(DiskWorld(tmp_path), "/")
    path.write_bytes(b"1")
    assert before is None
    assert fingerprint(DiskWorld(tmp_path), "a.jpg") == hashlib.sha256(b"1").hexdigest()
    assert fingerprint(DiskWorld(tmp_path), "/") != folder


needs_links = pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")


@needs_links
def test_links_are_followed_inside_and_refused_outside(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "assets").mkdir(parents=True)
    (root / "real.jpg").write_bytes(b"j")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.jpg").write_bytes(b"x")
    (root / "inside.jpg").symlink_to(root / "real.jpg")
    (root / "out.jpg").symlink_to(tmp_path / "secret.txt")
    (root / "relative.jpg").symlink_to("../secret.txt")
    (root / "folder").symlink_to(tmp_path / "other")
    (root / "chain").symlink_to("folder")
    (root / "broken.jpg").symlink_to("nowhere")
    (root / "loop").symlink_to("loop")
    (root / "away").symlink_to(tmp_path / "nowhere")
    world = DiskWorld(root)
    assert world.read("inside.jpg") == b"j"
    for path in ("out.jpg", "relative.jpg", "folder/x.jpg", "chain/x.jpg", "away"):
        assert world.read(path) is Refused.OUTSIDE, path
    assert world.names("folder") == ()
    assert world.read("broken.jpg") is None
    assert world.read("loop") is Refused.UNREADABLE
    assert {path for path, value in world.reads.items() if value is not None} == {"inside.jpg", "folder/"}


@needs_links
def test_a_root_may_be_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_bytes(b"a")
    (tmp_path / "link").symlink_to("real")
    assert DiskWorld(tmp_path / "link").read("a") == b"a"


@needs_links
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert DiskWorld(tmp_path).read("pipe") is None
    assert DiskWorld(tmp_path).names("") == ()


@settings(deadline=None)
@given(st.text(st.sampled_from("ab./\\:~\0 é") | st.characters(), max_size=20))
def test_no_path_leads_out(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    base = tmp_path_factory.getbasetemp() / "worlds"
    (base / "root").mkdir(parents=True, exist_ok=True)
    for name in ("a", "b", "secret"):
        (base / name).write_bytes(b"outside")
    assert DiskWorld(base / "root").read(path) != b"outside"
    assert not isinstance(MemoryWorld({}).read(path), bytes)
