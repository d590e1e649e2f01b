"""Notes and the room beside a column in, where each note stands out: beside its line if it can, in order, none on
another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from builders.pdf.boxes import Box

GAP = 10.0
"""The least space between notes, and between the last and what is set across the measure below it, in points."""

_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin: the box in the column that it belongs to (None: one on a page before), and its top."""

    box: Box
    anchor: Box | None
    y: float


@dataclass(frozen=True, slots=True)
class Height:
    """How high notes are that stand below each other."""

    height: float = 0.0

    def with_(self, box: Box) -> Height:
        """The height with a box's notes below."""
        height = self.height
        for note in box.notes:
            height += note.height + (GAP if height else 0.0)
        return Height(height)


@dataclass(slots=True, eq=False)
class Margin:
    """The margin beside a column: where it begins on the page, and its notes in order."""

    top: float = 0.0
    notes: list[Note] = field(default_factory=list)

    @property
    def height(self) -> Height:
        """How high its notes are."""
        return Height(_height(self.notes))

    def add(self, box: Box, y: float) -> None:
        """Take the notes of a box at y: their first lines would line up with its own."""
        for note in box.notes:
            aligned = box.baseline is not None and note.baseline is not None
            lift = (box.baseline or 0.0) - (note.baseline or 0.0) if aligned else 0.0
            self.notes.append(Note(note, box, max(self.top, y + lift)))

    def settle(self, bottom: float) -> tuple[list[Note], list[Note]]:
        """The notes at their places between the top and `bottom`, and those for which there is no room there.

        Each is moved down past the one before, then up from the bottom as far as it must be."""
        count = len(self.notes)
        while count and _height(self.notes[:count]) > bottom - self.top + _SLACK:
            count -= 1
        fitting, over = self.notes[:count], self.notes[count:]
        places: list[float] = []
        end = self.top
        for note in fitting:
            places.append(max(note.y, end))
            end = places[-1] + note.box.height + GAP
        for index in range(count - 1, -1, -1):
            places[index] = min(places[index], bottom - fitting[index].box.height)
            bottom = places[index] - GAP
        self.notes = []
        placed = [Note(note.box, note.anchor, y) for note, y in zip(fitting, places, strict=True)]
        return placed, over


def _height(notes: Sequence[Note]) -> float:
    return sum(note.box.height for note in notes) + GAP * max(0, len(notes) - 1)
