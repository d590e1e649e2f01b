"""Blocks: what stands in a section's `content`, told apart by its keys, so that an error can name its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builders.diagnostics import Edit, Hint
from builders.outline import cures, moves
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.mapping import read_model
from builders.outline.names import BLOCK_SYNONYMS, OUR_NAMES, SYNONYMS, normalised
from builders.outline.orphans import misplaced_item
from builders.outline.reader import Given, Reader, listed
from builders.outline.syntax_blocks import BLOCK_MODELS, BlockSyntax, PointsSyntax, TextSyntax
from builders.source.nodes import Entry, Mapping, Scalar
from builders.source.nodes import Sequence as List


def read_blocks(given: Given, reader: Reader) -> tuple[BlockSyntax, ...]:
    """The blocks of a section; a text alone is one."""
    node = given.node
    if isinstance(node, Mapping) and node.entries:
        edits = cures.as_one_item(node, reader.text)
        hint = Hint("put a dash before the block", () if node.flow else edits)
        reader.error("wrong-type", "`content` is a list of blocks; each begins with a dash.", given, hint)
        return tuple(_mapping(given, (), reader))
    items = given.items()
    blocks: list[BlockSyntax] = []
    for at, item in enumerate(items):
        if not misplaced_item(item, items[at - 1] if at else None, reader):
            blocks += _block(item, items[at + 1 :], reader)
    return tuple(blocks)


def _block(given: Given, later: Sequence[Given], reader: Reader) -> Iterator[BlockSyntax]:
    match given.node:
        case Scalar() as node:
            if not node.absent:
                yield TextSyntax.model_validate({"given": given, "text": given}, context=reader)
        case Mapping():
            yield from _mapping(given, later, reader)
        case List():
            message = "A list inside `content` needs a name: `points:` makes a list of points."
            reader.error("wrong-type", message, given, _named_list(given, reader))
            yield PointsSyntax.model_validate({"given": given, "points": given}, context=reader)


def _named_list(given: Given, reader: Reader) -> Hint:
    """Write `points:` before a list, and push the list below it."""
    node, text = given.node, reader.text
    words = "write `points:` after the dash, and this list below it, indented"
    if not isinstance(node, List) or node.flow:
        return Hint(words)
    lead = "points:" + cures.newline(text) + " " * (cures.column(text, node.start) + 2)
    return Hint(
        words, (Edit(node.start, node.start, lead), *cures.indented(text, node.start, node.end, 2)), safe=True
    )


def _mapping(given: Given, later: Sequence[Given], reader: Reader) -> Iterator[BlockSyntax]:
    """One block; where several kinds share a mapping, each with the entries that follow it."""
    runs = _runs(given)
    if not runs:
        yield from _nameless(given, reader)
        return
    if len(runs) > 1:
        names = listed([f"`{run[0].key.value}`" for run in runs])
        message = f"{names} are blocks of their own; each begins with a dash."
        reader.error(
            "several-blocks",
            message,
            given.below(runs[1][0]),
            moves.split_blocks(runs, reader.text),
            key=True,
        )
    for run in runs:
        name = next(entry.key.value for entry in run if entry.key.value in BLOCK_MODELS)
        if _empty_list_before_items(given, run, later, reader):
            continue
        block = read_model(BLOCK_MODELS[name], given, reader, run)
        if block is not None:
            yield block


def _runs(given: Given) -> list[moves.Run]:
    """The entries of each kind in a mapping, each with what follows it; what comes before the first goes to it."""
    assert isinstance(given.node, Mapping)
    runs: list[list[Entry]] = []
    lead: list[Entry] = []
    for entry in given.node.entries:
        if runs and _is_sibling(entry, runs[-1]):
            runs[-1].append(entry)
        elif entry.key.value in BLOCK_MODELS:
            runs.append([*lead, entry])
            lead = []
        elif runs:
            runs[-1].append(entry)
        else:
            lead.append(entry)
    return [tuple(run) for run in runs]


def _is_sibling(entry: Entry, run: list[Entry]) -> bool:
    """True for the name of a block that can stand for a field of the block it follows, as `text` in a document."""
    kind = next(e.key.value for e in run if e.key.value in BLOCK_MODELS)
    meant = SYNONYMS[BLOCK_MODELS[kind].NAME].get(entry.key.value)
    return meant not in (None, kind) and all(e.key.value != meant for e in run)


def _empty_list_before_items(given: Given, run: moves.Run, later: Sequence[Given], reader: Reader) -> bool:
    """`- points:` with nothing, and its items as texts of the content after it."""
    entry = run[0]
    if entry.key.value not in ("points", "timeline") or not given.below(entry).absent:
        return False
    hint = moves.list_under(entry.key, later, reader.text)
    if hint is None:
        return False
    message = f"`{entry.key.value}` is empty: what follows is not indented far enough to belong to it."
    reader.error("missing-field", message, given.below(entry), hint, key=True)
    return True


def _nameless(given: Given, reader: Reader) -> Iterator[BlockSyntax]:
    """A mapping without the name of a kind: another name for one, a slip of the pen, or text with a colon in it."""
    node = given.node
    assert isinstance(node, Mapping)
    if not node.entries:
        reader.error("unknown-block", "This block is empty.", given, Hint("leave the braces out"))
        return
    for entry in node.entries:
        name = normalised(entry.key.value)
        meant = name if name in BLOCK_MODELS else BLOCK_SYNONYMS.get(name)
        near = meant or cures.closest(name, BLOCK_MODELS)
        if near is None:
            continue
        if near == "question" and isinstance(entry.value, List):
            message = f"There is no block `{entry.key.value}`; each question is a block of its own."
            hint = _one_each(node, entry, reader.text)
            reader.error("unknown-block", message, given.below(entry), hint, key=True)
            return
        message = f"There is no block `{entry.key.value}`; it is called `{near}`."
        sure = meant is not None or cures.one_slip(name, near)
        hints = [cures.rename(entry.key, near, safe=sure)]
        if len(node.entries) == 1 and isinstance(entry.value, Scalar) and entry.key.value[:1].isupper():
            # “Question: why?” is more likely a text; but “Note: …” may not be shown to students.
            quoted = cures.quoted(node, reader.text)
            hints = [Hint(hint.text, hint.edits) for hint in (quoted, hints[0]) if hint]
        reader.error("unknown-block", message, given.below(entry), *hints, key=True)
        renamed = Mapping(
            tuple(Entry(_as(e.key, near), e.value) if e is entry else e for e in node.entries),
            node.start,
            node.end,
        )
        block = read_model(BLOCK_MODELS[near], Given(renamed, given.loc, given.key), reader)
        if block is not None:
            yield block
        return
    kinds = ", ".join(f"`{name}`" for name in BLOCK_MODELS)
    first = node.entries[0]
    single = len(node.entries) == 1 and isinstance(first.value, Scalar) and not first.value.absent
    quoted = cures.quoted(node, reader.text) if single else None
    name = normalised(first.key.value)
    if name in OUR_NAMES:
        quoted = Hint(f"`{name}` is a field of a block: indent it under that block, without the dash")
    elif quoted and any(name in names for names in SYNONYMS.values()):
        quoted = Hint(quoted.text, quoted.edits)
    hint = quoted or Hint(f"the blocks are {kinds}")
    message = (
        f"“{first.key.value}:” names no block. If this is a text with a colon in it, it needs quotation marks."
        if single
        else f"“{first.key.value}:” names no block."
    )
    reader.error("unknown-block", message, given, hint, key=not single)


def _one_each(node: Mapping, entry: Entry, text: str) -> Hint:
    """A list of questions as that many blocks."""
    words = "write one `- question:` for each, with its `answer:` and `lines:` below it"
    start = cures.dash_before(node, text)
    questions = entry.value
    if start is None or not isinstance(questions, List) or questions.flow or len(node.entries) > 1:
        return Hint(words)
    lines = [text[item.start : item.end] for item in questions.items if isinstance(item, Scalar)]
    if len(lines) < len(questions.items) or any("\n" in line for line in lines):
        return Hint(words)
    between = cures.newline(text) + " " * cures.column(text, start)
    return Hint(words, (Edit(start, questions.end, between.join(f"- question: {line}" for line in lines)),))


def _as(key: Scalar, name: str) -> Scalar:
    return Scalar(name, key.start, key.end, key.style)


BLOCKS: Kind[tuple[BlockSyntax, ...]] = Kind(
    "list of blocks",
    read_blocks,
    {
        "anyOf": [
            TEXT_SCHEMA,
            {
                "type": "array",
                "items": nullable(
                    {
                        "anyOf": [
                            TEXT_SCHEMA,
                            *({"$ref": f"#/$defs/{model.NAME}"} for model in BLOCK_MODELS.values()),
                        ]
                    }
                ),
            },
        ]
    },
)
