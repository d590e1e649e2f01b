"""What we wrote into an output folder: `.lessonpress.json`, output path → hashes that are ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

RECORD_NAME = ".lessonpress.json"
VERSION = 1

Record = Mapping[str, tuple[str, ...]]
"""Posix path below the output folder → SHA-256 (hex) of the bytes there that are ours.

Two at the most: what stood there, and what was about to replace it. The second is recorded before the
rename, so that a crash in between is told apart from a person's edit.
"""

EMPTY: Record = MappingProxyType({})


class UnreadableRecord(Exception):
    """The record is damaged or of another version; its message says which."""


def digest(data: bytes) -> str:
    """The SHA-256 of bytes, in hex."""
    return sha256(data).hexdigest()


def load_record(folder: Path) -> Record:
    """The record of an output folder, empty when there is none. Raises UnreadableRecord, OSError."""
    try:
        data = (folder / RECORD_NAME).read_bytes()
    except FileNotFoundError:
        return EMPTY
    try:
        content = json.loads(data)
        if content["version"] != VERSION:
            raise UnreadableRecord(f"its version is {content['version']!r}, not {VERSION}")
        return {str(path): tuple(map(str, hashes)) for path, hashes in content["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableRecord("it is damaged") from error


def dump_record(record: Record) -> bytes:
    """The record as JSON bytes, in a fixed order."""
    files = {path: list(hashes) for path, hashes in sorted(record.items())}
    return (json.dumps({"version": VERSION, "files": files}, indent=1, ensure_ascii=False) + "\n").encode()
