"""Writing artifacts without losing anybody's work: a file that isn't ours is never replaced.

Whose a file is follows from its bytes: ours when its hash is in the record or when it is what we would write
anyway; otherwise a person's, and the new version goes beside it as "… (new)".
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from pathlib import Path, PurePosixPath

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.pack.files import keep_copy, stage, sweep, write_whole
from builders.pack.lock import Locked, exclusive
from builders.pack.record import RECORD_NAME, Record, UnreadableRecord, digest, dump_record, load_record

LOCK_NAME = ".lessonpress.lock"


class Deed(StrEnum):
    """What became of an artifact."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    BESIDE = "beside"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where an artifact is now. `kept`: the file of a person's that was left alone, or its backup."""

    path: Path
    deed: Deed
    kept: Path | None = None


class OutputProblem(Exception):
    """The output folder can't be used; carries the diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class Output:
    """An output folder that this process holds; made by `hold`."""

    root: Path
    record: dict[str, tuple[str, ...]]
    force: bool = False
    warnings: list[Diagnostic] = field(default_factory=list)
    swept: set[Path] = field(default_factory=set)

    def write(
        self, folder: PurePosixPath, artifacts: Iterable[tuple[str, bytes]]
    ) -> tuple[tuple[Outcome, ...], tuple[Diagnostic, ...]]:
        """Write (name, bytes) pairs into `folder` below the root: all staged, then recorded, then renamed."""
        place = self.root / folder
        parts = (self.root.joinpath(*folder.parts[: n + 1]) for n in range(len(folder.parts)))
        if link := next((part for part in parts if part.is_symlink()), None):
            return (), (_linked(link),)
        try:
            place.mkdir(parents=True, exist_ok=True)
            if place not in self.swept:
                sweep(place)
                self.swept.add(place)
        except OSError as error:
            return (), (_failed(place, error),)
        decided = [self._decide(place / name, data) for name, data in artifacts]
        problems = [d for d in decided if isinstance(d, Diagnostic)]
        writes = [d for d in decided if isinstance(d, _Write)]
        outcomes, failures = self._carry_out(writes)
        return outcomes, (*problems, *failures)

    def _decide(self, wanted: Path, data: bytes) -> _Write | Diagnostic:
        new = digest(data)
        try:
            old = _hash_of(wanted)
            if old is None or old == new or old in self.record.get(self._key(wanted), ()):
                write = _Write(wanted, data, old, new)
            elif self.force and old != _NOT_A_FILE:
                write = _Write(wanted, data, old, new, replaces=True)
            else:
                beside, there = next(
                    (path, found)
                    for path in _neighbours(wanted, "new")
                    if (found := _hash_of(path)) in (None, new)
                    or found in self.record.get(self._key(path), ())
                )
                write = _Write(beside, data, there, new, kept=wanted)
        except OSError as error:
            return _failed(wanted, error)
        if write.old is not None and write.old != new and (holder := _held(write.path)):
            return _in_use(write.path, holder)
        return write

    def _carry_out(self, writes: Sequence[_Write]) -> tuple[tuple[Outcome, ...], tuple[Diagnostic, ...]]:
        failures: list[Diagnostic] = []
        outcomes: list[Outcome] = []
        with ExitStack() as stack:
            staged: list[tuple[_Write, Path | None]] = []
            for write in writes:
                try:
                    temporary = None if write.old == write.new else stage(write.data, write.path.parent)
                except OSError as error:
                    failures.append(_failed(write.path, error))
                    continue
                if temporary is not None:
                    stack.callback(temporary.unlink, missing_ok=True)
                staged.append((write, temporary))
            try:
                self._note([write for write, _ in staged])
            except OSError as error:
                return (), (*failures, _failed(self.root / RECORD_NAME, error))
            for write, temporary in staged:
                try:
                    outcomes.append(self._put(write, temporary))
                except _ChangedMeanwhile:
                    failures.append(_changed(write.path))
                except OSError as error:
                    failures.append(_failed(write.path, error))
        return tuple(outcomes), tuple(failures)

    def _put(self, write: _Write, temporary: Path | None) -> Outcome:
        kept = write.kept
        if temporary is not None:
            if write.replaces:
                kept = _back_up(write.path)
            if _hash_of(write.path) != write.old:
                raise _ChangedMeanwhile
            temporary.replace(write.path)
        if write.kept is not None:
            deed = Deed.BESIDE
        elif write.replaces:
            deed = Deed.REPLACED
        else:
            deed = Deed.UNCHANGED if temporary is None else Deed.WRITTEN
        return Outcome(write.path, deed, kept)

    def _note(self, writes: Sequence[_Write]) -> None:
        before = dict(self.record)
        for write in writes:
            mine = self.record.get(self._key(write.path), ())
            still = (write.old,) if write.old in mine and write.old != write.new else ()
            self.record[self._key(write.path)] = (*still, write.new)
        if self.record != before:
            write_whole(dump_record(self.record), self.root / RECORD_NAME)

    def _key(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


@contextmanager
def hold(root: Path, *, force: bool = False) -> Iterator[Output]:
    """Hold an output folder for the length of a build. Raises OutputProblem when it can't be had."""
    with ExitStack() as stack:
        try:
            root.mkdir(parents=True, exist_ok=True)
            stack.enter_context(exclusive(root / LOCK_NAME))
            sweep(root)
            record, warning = _record_of(root)
        except Locked as error:
            raise OutputProblem(
                _problem(
                    "output-locked",
                    root,
                    "another build is writing into this folder.",
                    "Wait until it is done, then build again.",
                )
            ) from error
        except OSError as error:
            raise OutputProblem(_failed(root, error)) from error
        yield Output(root, dict(record), force, [warning] if warning else [])


@dataclass(frozen=True, slots=True)
class _Write:
    """A decided write: `old` is the hash that stands at `path` now (None: nothing)."""

    path: Path
    data: bytes = field(repr=False)
    old: str | None
    new: str
    kept: Path | None = None
    replaces: bool = False


class _ChangedMeanwhile(Exception):
    """The file changed between the decision and the rename: somebody has just saved it."""


_NOT_A_FILE = "not a file"


def _hash_of(path: Path) -> str | None:
    """The hash of a regular file, None when nothing is there. A link, a folder or a pipe is never ours."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return _NOT_A_FILE
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None


def _neighbours(path: Path, word: str) -> Iterator[Path]:
    for n in count(1):
        yield path.with_name(f"{path.stem} ({word}{f' {n}' if n > 1 else ''}){path.suffix}")


def _back_up(path: Path) -> Path:
    for backup in _neighbours(path, "backup"):
        try:
            keep_copy(path, backup)
        except FileExistsError:
            continue
        return backup
    raise AssertionError("count() never ends")


def _held(path: Path) -> Path | None:
    """The lock file of PowerPoint or LibreOffice beside a document that is open in it."""
    names = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return next((lock for name in names if (lock := path.with_name(name)).exists()), None)


def _record_of(root: Path) -> tuple[Record, Diagnostic | None]:
    try:
        return load_record(root), None
    except UnreadableRecord as error:
        message = f"the list of what was written here can't be used: {error}."
        cure = "Every file in the folder is now taken for yours and kept. Remove what you don't need."
        return {}, _problem("output-record", root / RECORD_NAME, message, cure, Severity.WARNING)


def _linked(link: Path) -> Diagnostic:
    message = "this folder is a link to another place, and nothing is written through it."
    return _problem(
        "output-not-writable", link, message, "Remove the link, or name the other place with --out."
    )


def _in_use(path: Path, holder: Path) -> Diagnostic:
    cure = f"Close it and build again. If no program has it open, delete “{holder.name}” beside it."
    return _problem("output-in-use", path, "this file is open in another program.", cure)


def _changed(path: Path) -> Diagnostic:
    return _problem(
        "output-in-use",
        path,
        "this file was saved by another program just now; it was left alone.",
        "Build again.",
    )


def _failed(path: Path, error: OSError) -> Diagnostic:
    match error:
        case PermissionError() if path.is_file():
            return _problem(
                "output-in-use",
                path,
                "this file can't be replaced: it is open in another program, or its folder is read-only.",
                "Close it, or choose another folder with --out, and build again.",
            )
        case PermissionError() | OSError(errno=errno.EROFS):
            return _problem(
                "output-not-writable",
                path,
                "nothing may be written here.",
                "Choose another folder with --out, or change the folder's permissions.",
            )
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return _problem(
                "output-disk-full",
                path,
                "the disk is full; the file was left as it was.",
                "Free some space and build again.",
            )
        case FileExistsError() | NotADirectoryError() | IsADirectoryError():
            return _problem(
                "output-not-writable",
                path,
                "a file stands where a folder is needed, or the other way round.",
                "Rename it, or choose another folder with --out.",
            )
        case _:
            reason = error.strerror or type(error).__name__
            return _problem(
                "output-failed", path, f"it could not be written ({reason}).", "Mend that and build again."
            )


def _problem(
    code: str, path: Path, message: str, cure: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic(code, severity, message, Place(str(path)), (Hint(cure),))
