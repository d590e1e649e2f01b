"""A text in, its tree and every trap in it out: each mistake is cured in memory and the reading goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from builders.diagnostics import Edit, Severity
from builders.source.characters import NEEDED, characters, not_text
from builders.source.draft import Draft
from builders.source.events import Reading, read
from builders.source.limits import Limits
from builders.source.lines import Line, line_at
from builders.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from builders.source.traps.documents import fences
from builders.source.traps.found import Scene, Trap
from builders.source.traps.quiet import quiet
from builders.source.traps.repeats import repeated

_UNKNOWN = 3
"""How many lines that fit no trap are left out before the rest of a file is given up."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """The tree and the traps, all in offsets of the text as the person wrote it."""

    root: Node | None
    traps: tuple[Trap, ...]


def recover(text: str, limits: Limits, fields: frozenset[str]) -> Recovered:
    """Read a text whatever is wrong with it. Work is bounded by `limits`; beyond it the reading stops early."""
    return _Recovery(text, limits, fields).run()


class _Recovery:
    def __init__(self, text: str, limits: Limits, fields: frozenset[str]) -> None:
        self.limits = limits
        self.fields = fields
        self.draft = Draft(text)
        self.found: dict[tuple[str, int], Trap] = {}
        self.work = 0
        self.unknown = 0

    def run(self) -> Recovered:
        if (trap := not_text(self.draft.text)) is not None:
            return Recovered(None, (trap,))
        cures: list[Edit] = []
        for trap in (*characters(self.draft.text), *fences(self.draft.text)):
            self._record(self.draft, trap)
            if trap.severity is Severity.ERROR or trap.code in NEEDED:
                cures += trap.edits
        if cures:
            self.draft = self.draft.apply(cures)
        reading = self._read(self.draft)
        for _ in range(self.limits.cures):
            following = self._cured(reading) if reading.trouble is not None else self._understood(reading)
            if following is None:
                break
            reading = following
        if reading.trouble is not None and reading.trouble.stop not in ("depth", "nodes"):
            self._record(self.draft, _rest(line_at(self.draft.text, reading.trouble.offset)))
        root = reading.root
        if root is not None and self.draft.changed:
            root = _moved(root, self.draft)
        traps = sorted(self.found.values(), key=lambda trap: (trap.start, trap.end, trap.code))
        return Recovered(root, tuple(traps))

    def _read(self, draft: Draft) -> Reading:
        self.work += len(draft.text) + 64
        return read(draft.text, self.limits)

    def _exhausted(self) -> bool:
        return self.work > self.limits.work

    def _cured(self, reading: Reading) -> Reading | None:
        """Try the possible cures of a trouble, keep the one that leads furthest; None to stop reading."""
        from builders.source.traps.stops import candidates

        trouble = reading.trouble
        assert trouble is not None
        if trouble.stop in ("depth", "nodes"):
            self._too_much(trouble.stop, trouble.offset)
            return None
        reached = self._reached(self.draft, reading)
        line = line_at(self.draft.text, trouble.offset)
        text = self.draft.original
        past = self.draft.place(line.end, line.end)[1]
        best: tuple[int, Trap, Draft, Reading] | None = None
        self.work += len(self.draft.text) // 2
        for trap in candidates(Scene(self.draft.text, self.fields, reading, trouble)):
            if best is not None and best[0] > past and trap.code != best[1].code:
                break
            if self._exhausted():
                break
            if not trap.edits:
                continue
            draft = self.draft.apply(trap.edits)
            self.work += 100 * len(trap.edits)
            following = self._read(draft)
            score = self._reached(draft, following)
            if score > reached:
                row = score if following.trouble is None else line_at(text, score).start
                if best is None or row > best[0]:
                    best = (row, trap, draft, following)
        if best is None:
            return self._without(line, reading)
        self._record(self.draft, best[1])
        self.draft = best[2]
        return best[3]

    def _reached(self, draft: Draft, reading: Reading) -> int:
        """How far a reading came, as an offset of the original."""
        if reading.trouble is None:
            return len(draft.original) + 1
        return draft.place(reading.trouble.begun, reading.trouble.begun)[0]

    def _without(self, line: Line, reading: Reading) -> Reading | None:
        """No known trap: say so in general words and go on without the line."""
        if self._exhausted() or self.unknown >= _UNKNOWN:
            return None
        self.unknown += 1
        self._record(self.draft, _unknown(line))
        draft = self.draft.apply((Edit(line.start, line.end, ""),))
        following = self._read(draft)
        if self._reached(draft, following) <= self._reached(self.draft, reading):
            return None
        self.draft = draft
        return following

    def _understood(self, reading: Reading) -> Reading | None:
        """The text can be read: look for what it cannot mean. None when nothing is left to be cured."""
        if reading.root is None:
            return None
        text = self.draft.text
        traps = list(quiet(text, reading.root, self.fields))
        for first, again in reading.repeats:
            traps += repeated(text, first, again)
        # Warnings are read off the text that is left when all errors are cured.
        traps.sort(key=lambda trap: trap.severity is not Severity.ERROR)
        for trap in traps:
            if self._known(trap):
                continue
            if not trap.edits or self._exhausted():
                self._record(self.draft, trap)
                continue
            cured = self.draft.apply(trap.edits)
            following = self._read(cured)
            if following.trouble is not None:
                # What the cure would leave can't be read: it isn't offered.
                self._record(self.draft, replace(trap, edits=(), safe=False))
                continue
            self._record(self.draft, trap)
            if trap.severity is Severity.ERROR:
                self.draft = cured
                return following
        return None

    def _known(self, trap: Trap) -> bool:
        return (trap.code, self.draft.place(trap.start, trap.end)[0]) in self.found

    def _record(self, draft: Draft, trap: Trap) -> None:
        """Keep a trap in offsets of the original, unless it is known already."""
        start, end = draft.place(trap.start, trap.end)
        back = (draft.back(edit) for edit in trap.edits)
        edits = tuple(edit for edit in back if edit.start < edit.end or edit.replacement)
        if not _apart(edits):
            # Where an earlier cure changed the same lines, the edits of this one run into each other: it is only told.
            edits, trap = (), replace(trap, safe=False)
        related = tuple((*draft.place(a, b), message) for a, b, message in trap.related)
        moved = replace(trap, start=start, end=end, edits=edits, related=related)
        self.found.setdefault((trap.code, start), moved)

    def _too_much(self, stop: str, offset: int) -> None:
        if stop == "depth":
            message = f"From here on the outline is nested more than {self.limits.depth} levels deep."
            trap = Trap(
                "too-deep", message, offset, offset + 1, "indent less: a lesson needs a few levels only"
            )
        else:
            message = f"From here on the outline has more than {self.limits.nodes:,} names and texts."
            trap = Trap("too-many-values", message, offset, offset + 1, "divide it into several lessons")
        self._record(self.draft, trap)


def _apart(edits: tuple[Edit, ...]) -> bool:
    """Whether the edits can all be applied to one text."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    return all(one.end <= other.start for one, other in pairwise(ordered))


def _unknown(line: Line) -> Trap:
    message = "This line can’t be understood here."
    cure = "look at the lines around it: the same indentation, a colon and a space after each name, closed quotes?"
    return Trap("yaml-syntax", message, line.body, max(line.last, line.body), cure)


def _rest(line: Line) -> Trap:
    message = "From this line on the file could not be read."
    return Trap("rest-not-read", message, line.body, line.last, "mend the mistakes above, then check again")


def _moved(node: Node, draft: Draft) -> Node:
    """The tree in offsets of the original. A list or mapping ends no earlier than what is in it."""
    start, end = draft.place(node.start, node.end)
    match node:
        case Scalar():
            return replace(node, start=start, end=end)
        case Sequence():
            items = tuple(_moved(item, draft) for item in node.items)
            return replace(node, items=items, start=start, end=max(end, *(item.end for item in items), 0))
        case Mapping():
            entries = tuple(Entry(_moved_key(e.key, draft), _moved(e.value, draft)) for e in node.entries)
            return replace(
                node, entries=entries, start=start, end=max(end, *(e.value.end for e in entries), 0)
            )


def _moved_key(key: Scalar, draft: Draft) -> Scalar:
    start, end = draft.place(key.start, key.end)
    return replace(key, start=start, end=end)
