"""The only door to a project's files: paths in, bytes or a refusal out, and every read on record."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Protocol, TypeAlias

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes; a file above this is refused unread."""


class Refused(Enum):
    """Why a path isn't read. The value is a short clause that completes a message."""

    OUTSIDE = "it leads out of the project’s folder"
    MALFORMED = "it is not a path of folders and a file joined by /"
    TOO_LARGE = "the file is too large"
    UNREADABLE = "the file can’t be opened for reading"


Read: TypeAlias = bytes | Refused | None
"""The bytes; or None where there is no such file; or why it isn't read."""


class World(Protocol):
    """A project's files. Paths are posix, relative to the project's root, matched case-sensitively."""

    @property
    def reads(self) -> dict[str, str | None]:
        """Every path asked for so far: the SHA-256 of what was given, or None for a miss or a refusal.

        A path that ends in "/" stands for the names in that folder.
        """
        ...

    def read(self, path: str) -> Read:
        """The content of one file."""
        ...

    def names(self, folder: str) -> tuple[str, ...]:
        """The names of the files in one folder ("" is the root), sorted; empty where there is none."""
        ...


def fingerprint(world: World, path: str) -> str | None:
    """What `reads` would say about `path` now; compare with an old record to see whether it changed."""
    if path.endswith("/"):
        world.names(path)
    else:
        world.read(path)
    return world.reads[path]


def parts(path: str) -> tuple[str, ...] | Refused:
    """Split a path from an outline into names, or refuse it for its form alone."""
    if path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path):
        return Refused.OUTSIDE
    names = tuple(name for name in path.replace("\\", "/").split("/") if name not in ("", "."))
    if ".." in names:
        return Refused.OUTSIDE
    if not names or "\\" in path or any(ord(c) < 32 or 0xD800 <= ord(c) <= 0xDFFF for c in path):
        return Refused.MALFORMED
    return names


class DiskWorld:
    """The files below a folder on disk. Symbolic links are followed as long as they stay below it."""

    def __init__(self, root: Path, largest: int = LARGEST_FILE) -> None:
        self.root = root.resolve()
        self.largest = largest
        self._reads: dict[str, str | None] = {}
        self._listed: dict[Path, tuple[str, ...]] = {}

    @property
    def reads(self) -> dict[str, str | None]:
        """See `World.reads`."""
        return self._reads

    def read(self, path: str) -> Read:
        """See `World.read`. Pipes, devices and folders count as no such file."""
        data = self._read(path)
        self._reads[path] = hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else None
        return data

    def names(self, folder: str) -> tuple[str, ...]:
        """See `World.names`."""
        found = self._find(folder) if _below(folder) else self.root
        names: tuple[str, ...] = ()
        if isinstance(found, Path):
            inside = (name for name in self._names(found) if (found / name).is_file())
            names = tuple(sorted(unicodedata.normalize("NFC", name) for name in inside))
        self._reads[folder.rstrip("/") + "/"] = _digest(names)
        return names

    def _read(self, path: str) -> Read:
        found = self._find(path)
        if not isinstance(found, Path):
            return found
        try:
            status = found.stat()
            if not stat.S_ISREG(status.st_mode):
                return None
            if status.st_size > self.largest:
                return Refused.TOO_LARGE
            with found.open("rb") as file:
                data = file.read(self.largest + 1)
        except FileNotFoundError:
            return None
        except OSError:
            return Refused.UNREADABLE
        return data if len(data) <= self.largest else Refused.TOO_LARGE

    def _find(self, path: str) -> Path | Refused | None:
        """Walk down by the names each folder lists, so that case counts on every disk."""
        names = parts(path)
        if isinstance(names, Refused):
            return names
        here = self.root
        for name in names:
            listed = _match(name, self._names(here))
            if listed is None:
                return None
            here = here / listed
            target = Path(os.path.realpath(here))
            if not target.is_relative_to(self.root):
                return Refused.OUTSIDE
        return here

    def _names(self, folder: Path) -> tuple[str, ...]:
        if folder not in self._listed:
            try:
                self._listed[folder] = tuple(sorted(path.name for path in folder.iterdir()))
            except OSError:
                self._listed[folder] = ()
        return self._listed[folder]


class MemoryWorld:
    """Files given as a mapping of path to bytes."""

    def __init__(self, files: Mapping[str, bytes], largest: int = LARGEST_FILE) -> None:
        self.files = {unicodedata.normalize("NFC", path): data for path, data in files.items()}
        self.largest = largest
        self._reads: dict[str, str | None] = {}

    @property
    def reads(self) -> dict[str, str | None]:
        """See `World.reads`."""
        return self._reads

    def read(self, path: str) -> Read:
        """See `World.read`."""
        data = self._read(path)
        self._reads[path] = hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else None
        return data

    def names(self, folder: str) -> tuple[str, ...]:
        """See `World.names`."""
        inside = parts(folder) if _below(folder) else ()
        names: tuple[str, ...] = ()
        if not isinstance(inside, Refused):
            prefix = "".join(f"{name}/" for name in inside)
            below = (path.removeprefix(prefix) for path in self.files if path.startswith(prefix))
            names = tuple(sorted(name for name in below if "/" not in name))
        self._reads[folder.rstrip("/") + "/"] = _digest(names)
        return names

    def _read(self, path: str) -> Read:
        names = parts(path)
        if isinstance(names, Refused):
            return names
        data = self.files.get(unicodedata.normalize("NFC", "/".join(names)))
        return Refused.TOO_LARGE if data is not None and len(data) > self.largest else data


def _below(folder: str) -> bool:
    """Whether a folder is named at all: "", "." and "./" stand for the root."""
    return any(name not in ("", ".") for name in folder.split("/"))


def _match(name: str, listed: tuple[str, ...]) -> str | None:
    """The listed name that is `name`; accents may be stored composed or apart, as some disks do."""
    if name in listed:
        return name
    wanted = unicodedata.normalize("NFC", name)
    return next((other for other in listed if unicodedata.normalize("NFC", other) == wanted), None)


def _digest(names: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogateescape")).hexdigest()
