"""The form of what the detectors find: a `Trap`; and of what they look at: a `Scene`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builders.diagnostics import Edit, Severity

if TYPE_CHECKING:  # The YAML library stays unloaded where only a file's characters are looked at.
    from builders.source.events import Reading, Trouble


@dataclass(frozen=True, slots=True)
class Trap:
    """A mistake in the spelling of YAML. Offsets and edits are those of the text that was looked at.

    `cure` completes the hint in words; the printed report shows the line that the edits give.
    """

    code: str
    message: str
    start: int
    end: int
    cure: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    severity: Severity = Severity.ERROR
    related: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A text that could not be read to its end: what was read, what stopped it, and the names of fields."""

    text: str
    fields: frozenset[str]
    reading: Reading
    trouble: Trouble
