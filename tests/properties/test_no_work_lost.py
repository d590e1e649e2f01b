"""1,000 random histories of building, editing, renaming, deleting, crashing, forcing: no edit is lost."""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from builders.pack import output
from builders.pack.output import hold

HISTORIES = 1_000
NAMES = ("a-handout.pdf", "a-slides.pptx")
FOLDER = PurePosixPath("a")


class Crash(BaseException):
    """The machine goes down."""


class History:
    """A folder, the person's edits in it, and a version counter; every step is one thing that happens."""

    def __init__(self, root: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.random = random.Random(seed)
        self.root = root
        self.version = 0
        self.edits: set[bytes] = set()
        self.monkeypatch = monkeypatch

    def files(self) -> list[Path]:
        folder = self.root / FOLDER
        return sorted(p for p in folder.glob("*") if p.is_file() and not p.name.startswith("."))

    def build(self, *, force: bool = False) -> None:
        if self.random.random() < 0.7:
            self.version += 1
        artifacts = [(name, f"{name} made by us, version {self.version}".encode()) for name in NAMES]
        with hold(self.root, force=force) as out:
            outcomes, problems = out.write(FOLDER, artifacts)
        assert not problems, problems
        wanted = dict(artifacts)
        for outcome in outcomes:
            assert outcome.path.read_bytes() in wanted.values()

    def force(self) -> None:
        self.build(force=True)

    def crash(self) -> None:
        target = self.random.choice(("stage", "write_whole", "replace", "keep_copy"))
        left = self.random.randrange(3)
        with self.monkeypatch.context() as patch:

            def failing(real: Callable[..., object]) -> Callable[..., object]:
                def call(*args: object, **named: object) -> object:
                    nonlocal left
                    if left == 0:
                        raise Crash
                    left -= 1
                    return real(*args, **named)

                return call

            if target == "replace":
                patch.setattr(Path, "replace", failing(Path.replace))
            else:
                patch.setattr(output, target, failing(getattr(output, target)))
            with contextlib.suppress(Crash):
                self.build(force=self.random.random() < 0.3)

    def edit(self) -> None:
        if not (files := self.files()):
            return
        path = self.random.choice(files)
        self.edits.discard(path.read_bytes())
        text = f"edit {self.random.random()}".encode()
        path.write_bytes(text)
        self.edits.add(text)

    def rename(self) -> None:
        if not (files := self.files()):
            return
        path = self.random.choice(files)
        names = (*NAMES, "mine.pptx", "a-slides (new).pptx", "a-handout (new).pdf", "a-handout (backup).pdf")
        to = path.with_name(self.random.choice(names))
        if to != path:
            if to.exists():
                self.edits.discard(to.read_bytes())
            path.replace(to)

    def delete(self) -> None:
        if files := self.files():
            path = self.random.choice(files)
            self.edits.discard(path.read_bytes())
            path.unlink()

    def lose_record(self) -> None:
        (self.root / ".lessonpress.json").unlink(missing_ok=True)

    def damage_record(self) -> None:
        if self.root.exists():
            (self.root / ".lessonpress.json").write_text("{", encoding="utf-8")

    def there(self) -> set[bytes]:
        return {path.read_bytes() for path in self.files()}


def test_no_edit_is_ever_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    edits_made = 0
    for seed in range(HISTORIES):
        history = History(tmp_path / str(seed), seed, monkeypatch)
        steps = (
            *[history.build] * 4,
            *[history.edit] * 4,
            history.rename,
            history.delete,
            *[history.crash] * 2,
            history.force,
            history.lose_record,
            history.damage_record,
        )
        for _ in range(14):
            step = history.random.choice(steps)
            step()
            lost = history.edits - history.there()
            assert not lost, f"history {seed}: {step.__name__} lost {lost}"
        edits_made += len(history.edits)
    assert edits_made > HISTORIES, "the histories must hold edits to lose"


def test_the_property_notices_a_writer_that_replaces_edits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(tmp_path, 1, monkeypatch)
    history.build()
    history.edit()
    for path in history.files():
        path.write_bytes(b"careless")
    assert history.edits - history.there()
