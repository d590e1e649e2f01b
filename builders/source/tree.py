"""Bytes of a file in, its tree and what is wrong with its YAML out; `span` and `position` find places."""

from __future__ import annotations

from dataclasses import dataclass

from builders.diagnostics import Diagnostic, Hint, Loc, Place, Related, Severity
from builders.source.decode import Encoding, decode
from builders.source.limits import LIMITS, Limits
from builders.source.lines import position as position
from builders.source.nodes import Mapping, Node, Scalar, Sequence
from builders.source.recover import recover
from builders.source.traps.found import Trap


@dataclass(frozen=True, slots=True)
class Tree:
    """A file as read. Offsets count characters of `text`, which keeps its line ends but no byte order mark.

    `root` is None only when nothing could be read (an empty file, or one that is too large).
    """

    file: str
    text: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...]
    encoding: Encoding = "utf-8"


def parse(data: bytes, file: str, limits: Limits = LIMITS, fields: frozenset[str] = frozenset()) -> Tree:
    """Read any bytes; never raises. `fields` are the names the language knows: with them, mistakes in the
    spelling of YAML are told apart more surely (a missing colon from a sentence that goes on)."""
    if len(data) > limits.size:
        return Tree(file, "", None, (_too_large(len(data), file, limits),))
    decoded = decode(data, file)
    recovered = recover(decoded.text, limits, fields)
    found = tuple(_diagnostic(trap, file) for trap in recovered.traps)
    return Tree(file, decoded.text, recovered.root, (*decoded.diagnostics, *found), decoded.encoding)


def span(root: Node | None, loc: Loc, key: bool = False) -> tuple[int, int]:
    """Start and end offset of what `loc` leads to: its value, or with `key` its key.

    Where the path goes on to something that isn't there, the last thing it reached is named by its key
    (for an item of a list: by its first key), so that the caret stands at the name of what lacks something.
    An absent value is named by its key too.
    """
    if root is None:
        return (0, 0)
    node: Node = root
    name: Scalar | None = None
    for step in loc:
        below = _below(node, step)
        if below is None:
            return _name(node, name)
        name, node = below
    if name is not None and (key or (isinstance(node, Scalar) and node.absent)):
        return (name.start, name.end)
    return (node.start, node.end)


def _too_large(size: int, file: str, limits: Limits) -> Diagnostic:
    message = f"The file has {size:,} bytes; an outline may have {limits.size:,}."
    hint = Hint("is it an outline? If so, divide it into several lessons")
    return Diagnostic("file-too-large", Severity.ERROR, message, Place(file, offset=0, end=0), (hint,))


def _diagnostic(trap: Trap, file: str) -> Diagnostic:
    place = Place(file, offset=trap.start, end=trap.end)
    related = tuple(Related(Place(file, offset=a, end=b), message) for a, b, message in trap.related)
    hint = Hint(trap.cure, trap.edits, trap.safe)
    return Diagnostic(trap.code, trap.severity, trap.message, place, (hint,), related)


def _below(node: Node, step: str | int) -> tuple[Scalar | None, Node] | None:
    match node, step:
        case Mapping(), str():
            return next(((e.key, e.value) for e in node.entries if e.key.value == step), None)
        case Sequence(), int() if 0 <= step < len(node.items):
            return (None, node.items[step])
        case _:
            return None


def _name(node: Node, key: Scalar | None) -> tuple[int, int]:
    if key is not None:
        return (key.start, key.end)
    if isinstance(node, Mapping) and node.entries:
        return (node.entries[0].key.start, node.entries[0].key.end)
    return (node.start, node.end)
