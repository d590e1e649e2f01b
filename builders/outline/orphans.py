"""Items of a list that are no items: fields of the item above them, and fields of the lesson or a section."""

from __future__ import annotations

from builders.diagnostics import Edit, Hint
from builders.outline import cures, moves
from builders.outline.names import BLOCK_SYNONYMS, BLOCKS, LESSON_ONLY, SYNONYMS, normalised
from builders.outline.reader import Given, Reader
from builders.outline.teacher_only import is_note, is_teacher_only, question_before_answer
from builders.source import quoting
from builders.source.nodes import Mapping, Scalar

_ASKING = frozenset({"question", "statement", "fill", "choices", "activity", "prompt", "stem"})


def misplaced_item(given: Given, above: Given | None, reader: Reader) -> bool:
    """Report an item of `content` that belongs to the question above it, to the lesson or to a section."""
    node = given.node
    if not isinstance(node, Mapping) or not node.entries:
        return False
    names = [normalised(entry.key.value) for entry in node.entries]
    if any(name in BLOCKS for name in names):
        return False
    first = node.entries[0]
    written, name = first.key.value, names[0]
    top = _of_lesson(name, first.value)
    if top is not None:
        message = f"`{top}` belongs to the lesson as a whole, at the left edge."
        reader.error("misplaced-field", message, given, moves.to_top(first, given, top, reader), key=True)
        return True
    if name in ("heading", "headline"):
        message = f"`{name}` begins a new section."
        cure = Hint("move it left, so that its dash stands below the dash of the section before it")
        reader.error("misplaced-field", message, given, cure, key=True)
        return True
    if is_teacher_only(written) and name not in BLOCK_SYNONYMS:
        report_orphan(given, above, reader)
        return True
    return False


def is_orphan(given: Given) -> bool:
    """True for an item of questions that only has what belongs to a question."""
    if not isinstance(given.node, Mapping) or not given.node.entries:
        return False
    return all(is_teacher_only(entry.key.value) for entry in given.node.entries)


def report_orphan(given: Given, above: Given | None, reader: Reader) -> None:
    """Report a field of a question that has a dash of its own, as if it were the next item."""
    assert isinstance(given.node, Mapping)
    key = given.node.entries[0].key
    written = key.value
    question = question_before_answer(written)
    if question is not None:
        message = "A question and its answer stand in one line here; the answer needs a line of its own."
        reader.error("misplaced-field", message, given, _parted(given, question, reader.text), key=True)
        return
    if is_note(written):
        message = f"`{written}:` names no block; what is for the teacher alone is called `notes`."
        cure = "write `notes:` before it; a text for students needs quotation marks"
        node = given.node
        edits: tuple[Edit, ...] = ()
        whole = reader.text[node.start : node.end].strip()
        if "\n" not in whole and not node.flow:
            edits = (Edit(node.start, node.start + len(whole), f"notes: {quoting.in_quotes(whole)}"),)
        reader.error("misplaced-field", message, given, Hint(cure, edits), key=True)
        return
    message = f"`{written}:` begins an item of its own here; it belongs to the question above it."
    words = (
        f"take the dash away and indent `{written}:` under the question above it; what is for the teacher alone and "
        "belongs to no question stands under `notes:`"
    )
    reader.error("misplaced-field", message, given, _joined(given, above, words, reader.text), key=True)


def _parted(given: Given, question: str, text: str) -> Hint:
    """`Why? Answer: …` as a question with an answer."""
    assert isinstance(given.node, Mapping)
    entry = given.node.entries[0]
    answer = text[entry.value.start : entry.value.end]
    words = f"write `question: {question}`, and below it, as far right, `answer: {answer}`"
    if (
        given.node.flow
        or not isinstance(entry.value, Scalar)
        or "\n" in text[entry.key.start : entry.value.end]
    ):
        return Hint(
            "write `question:` and the question, and below it, as far right, `answer:` and the answer"
        )
    lead = cures.newline(text) + " " * cures.column(text, entry.key.start)
    written = f"question: {cures.scalar(question)}{lead}answer: "
    return Hint(words, (Edit(entry.key.start, entry.value.start, written),), safe=True)


def _joined(given: Given, above: Given | None, words: str, text: str) -> Hint:
    """A space in the place of the dash, where the item above asks something and stands as far right."""
    assert isinstance(given.node, Mapping)
    key = given.node.entries[0].key
    dash = cures.dash_before(given.node, text)
    if above is None or dash is None or given.node.flow:
        return Hint(words)
    if cures.column(text, above.node.start) != cures.column(text, key.start):
        return Hint(words)
    joined = Edit(dash, dash + 1, " ")
    match above.node:
        case Mapping() as asked if not asked.flow:
            names = {normalised(entry.key.value) for entry in asked.entries}
            ours = SYNONYMS["question"].get(normalised(key.value), normalised(key.value))
            if names & _ASKING and ours not in names:
                return Hint(words, (joined,), safe=True)
        case Scalar() as asked if asked.value.rstrip().endswith("?"):
            if "\n" not in text[asked.start : asked.end]:
                named = f"question: {cures.scalar(asked.value)}"
                return Hint(words, (Edit(asked.start, asked.end, named), joined))
        case _:
            pass
    return Hint(words)


def _of_lesson(name: str, value: object) -> str | None:
    """The field of the lesson that a name means, when it is no block's."""
    if isinstance(value, Scalar) and (name in BLOCK_SYNONYMS or name == "source"):
        return None
    if name in LESSON_ONLY:
        return name
    meant = SYNONYMS["lesson"].get(name)
    return meant if meant in LESSON_ONLY and name not in BLOCK_SYNONYMS else None
