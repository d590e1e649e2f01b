"""Whole files or none: bytes to a temporary neighbour, then one rename."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

PREFIX = ".lessonpress-"
SUFFIX = ".tmp"


def stage(data: bytes, folder: Path, mode: int | None = None) -> Path:
    """Write bytes to a new temporary file in `folder`, down to the disk. Raises OSError, leaving nothing.

    `mode` are its permissions; without it, those that any new file gets here.
    """
    descriptor, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=folder)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        path.chmod(0o666 & ~_umask() if mode is None else mode)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def write_whole(data: bytes, path: Path) -> None:
    """Make or replace `path` by these bytes, all or nothing; permissions stay as they are. Raises OSError."""
    staged = stage(data, path.parent, _mode_of(path))
    try:
        staged.replace(path)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


def write_new(data: bytes, path: Path) -> None:
    """Make `path`, which must not exist yet (FileExistsError). Raises OSError, leaving nothing half-written."""
    with path.open("xb") as handle:
        try:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def keep_copy(path: Path, copy: Path) -> None:
    """Copy `path` with its permissions to `copy`, which must not exist yet (FileExistsError)."""
    write_new(path.read_bytes(), copy)
    if (mode := _mode_of(path)) is not None:
        copy.chmod(mode)


def sweep(folder: Path) -> None:
    """Remove the temporary files that a killed build left in `folder`. Only for the holder of the lock."""
    for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
        path.unlink(missing_ok=True)


def _mode_of(path: Path) -> int | None:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _umask() -> int:
    # mkstemp makes private files; outputs should have the rights any program's files get here.
    mask = os.umask(0)
    os.umask(mask)
    return mask
