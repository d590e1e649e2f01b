"""`lessonpress check`: every problem of every outline at once, and on request the safe cures."""

from __future__ import annotations
