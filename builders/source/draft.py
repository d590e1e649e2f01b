"""A text being cured in memory, and the way back from its offsets to the text the person wrote."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from builders.diagnostics import Edit


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the cured text. `kept` runs stand in the original at `start`..`end`; others replace that range."""

    text: str
    start: int
    end: int
    kept: bool


class Draft:
    """The original with edits applied; immutable: `apply` gives a new one."""

    def __init__(self, original: str, pieces: tuple[_Piece, ...] | None = None) -> None:
        self.original = original
        self._pieces = (_Piece(original, 0, len(original), True),) if pieces is None else pieces
        self.text = "".join(piece.text for piece in self._pieces)
        self._starts: list[int] = []
        at = 0
        for piece in self._pieces:
            self._starts.append(at)
            at += len(piece.text)

    @property
    def changed(self) -> bool:
        """Whether anything differs from the original."""
        return len(self._pieces) > 1 or not self._pieces[0].kept

    def apply(self, edits: Iterable[Edit]) -> Draft:
        """Replace ranges of the present text. The edits don't overlap."""
        pieces: list[_Piece] = []
        at = 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            pieces += self._cut(at, edit.start)
            pieces.append(_Piece(edit.replacement, *self.place(edit.start, edit.end), kept=False))
            at = edit.end
        pieces += self._cut(at, len(self.text))
        return Draft(self.original, tuple(pieces))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that a range of the present text came from."""
        first = self._back(start, ending=False)
        return (first, max(first, self._back(end, ending=end > start)))

    def back(self, edit: Edit) -> Edit:
        """The edit of the original that has the effect of an edit of the present text."""
        start, end, replacement = edit.start, edit.end, edit.replacement
        first, last = self._index(start), self._index(end)
        if not self._pieces[first].kept and start > self._starts[first]:
            replacement = self.text[self._starts[first] : start] + replacement
            start = self._starts[first]
        if not self._pieces[last].kept and end > self._starts[last]:
            stop = self._starts[last] + len(self._pieces[last].text)
            replacement += self.text[end:stop]
            end = stop
        return Edit(*self.place(start, end), replacement)

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _back(self, offset: int, ending: bool) -> int:
        """Within a replaced run the start of its range stands for every offset, or its end for an `ending`."""
        index = self._index(offset - 1 if ending else offset)
        piece = self._pieces[index]
        if piece.kept:
            return piece.start + offset - self._starts[index]
        return piece.end if ending or offset >= self._starts[index] + len(piece.text) else piece.start

    def _cut(self, start: int, end: int) -> list[_Piece]:
        """The pieces of a range of the present text."""
        found: list[_Piece] = []
        for at, piece in zip(self._starts, self._pieces, strict=True):
            left, right = max(start, at) - at, min(end, at + len(piece.text)) - at
            if left > right or (left == right and (piece.text or not start <= at <= end)):
                continue
            if piece.kept:
                found.append(_Piece(piece.text[left:right], piece.start + left, piece.start + right, True))
            else:
                found.append(_Piece(piece.text[left:right], piece.start, piece.end, False))
        return found
