"""Bounds on what is read from a person's file, so that no file can exhaust time or memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds; `size` is in bytes, `work` in characters handed to the YAML parser over all attempts."""

    size: int = 1024 * 1024
    depth: int = 40
    nodes: int = 50_000
    cures: int = 150
    work: int = 6 * 1024 * 1024


LIMITS = Limits()
