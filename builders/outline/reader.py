"""What goes along while an outline is read: where a value stands, and what was found wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from builders.diagnostics import Diagnostic, Hint, Loc, Place, Severity
from builders.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from builders.source.tree import Tree


@dataclass(frozen=True, slots=True)
class Given:
    """A value as it was written: its node, the path that leads to it, and its key where it has one."""

    node: Node
    loc: Loc
    key: Scalar | None = None

    def items(self) -> tuple[Given, ...]:
        """The items of a list; anything else is a list of itself."""
        if not isinstance(self.node, Sequence):
            return (self,)
        return tuple(Given(item, (*self.loc, number)) for number, item in enumerate(self.node.items))

    def entries(self) -> tuple[tuple[Scalar, Given], ...]:
        """The entries of a mapping: key and value."""
        if not isinstance(self.node, Mapping):
            return ()
        return tuple((entry.key, self.below(entry)) for entry in self.node.entries)

    def below(self, entry: Entry) -> Given:
        """The value of an entry of this mapping."""
        return Given(entry.value, (*self.loc, entry.key.value), entry.key)

    @property
    def absent(self) -> bool:
        """Nothing was written here."""
        return isinstance(self.node, Scalar) and self.node.absent


@dataclass(slots=True)
class Reader:
    """The outline being read, its language, and the diagnostics so far."""

    tree: Tree
    language: str = "en"
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The source text, for cures."""
        return self.tree.text

    def report(
        self,
        severity: Severity,
        code: str,
        message: str,
        at: Given,
        hints: Iterable[Hint] = (),
        *,
        key: bool = False,
    ) -> None:
        """Note a problem with a value, or with `key` with its name."""
        self.diagnostics.append(Diagnostic(code, severity, message, self.place(at, key=key), tuple(hints)))

    def error(self, code: str, message: str, at: Given, *hints: Hint, key: bool = False) -> None:
        """Note what stops the lesson."""
        self.report(Severity.ERROR, code, message, at, hints, key=key)

    def warn(self, code: str, message: str, at: Given, *hints: Hint, key: bool = False) -> None:
        """Note what should be mended."""
        self.report(Severity.WARNING, code, message, at, hints, key=key)

    def note(self, code: str, message: str, at: Given, *hints: Hint, key: bool = False) -> None:
        """Note what may be meant so."""
        self.report(Severity.NOTE, code, message, at, hints, key=key)

    def report_at_node(self, code: str, message: str, node: Node, loc: Loc, *hints: Hint) -> None:
        """Note an error at a node that was met without its `Given`."""
        self.error(code, message, Given(node, loc), *hints)

    def place(self, at: Given, *, key: bool = False) -> Place:
        """The place of a value; of its name where there is no value."""
        node: Node | None = at.node
        if at.key is not None and (key or at.absent):
            node = at.key
        elif key and isinstance(node, Mapping) and node.entries:
            node = node.entries[0].key
        assert node is not None
        return Place(self.tree.file, at.loc, node.start, node.end, key)


def listed(parts: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(words: str) -> str:
    """Words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]
