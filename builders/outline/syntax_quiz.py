"""The fields of each kind of quiz item."""

from __future__ import annotations

from typing import Annotated, ClassVar

from builders.diagnostics import Hint
from builders.outline import cures
from builders.outline.choices import CHOICES, ChoiceGiven
from builders.outline.kinds import Kind
from builders.outline.many import ITEM, ITEMS, Item, list_given
from builders.outline.mapping import Syntax, any_number, one_or_none, read_model
from builders.outline.names import SYNONYMS, normalised
from builders.outline.orphans import is_orphan, report_orphan
from builders.outline.pairs import Pair, read_pairs
from builders.outline.reader import Given, Reader
from builders.outline.values import BooleanField, InlineText, Lines, ProseText
from builders.source.nodes import Mapping, Scalar

_REASON = "why that is right; teacher’s edition only"


class MultipleChoiceSyntax(Syntax):
    """Multiple choice; more than one choice may be right."""

    NAME: ClassVar[str] = "multiple_choice"
    NOUN: ClassVar[str] = "a multiple-choice item"
    REQUIRED: ClassVar[tuple[str, ...]] = ("question", "choices")

    question: ProseText = any_number("the question")
    choices: Annotated[tuple[ChoiceGiven, ...], CHOICES] = any_number(
        "the choices, each with `right:` or `wrong:` before it; or texts alone, and then `answer`"
    )
    answer: Annotated[Item | None, ITEM] = one_or_none(
        "which of the choices is right, word for word, when they are texts alone; teacher’s edition only"
    )
    reason: InlineText = any_number(_REASON)


class TrueFalseSyntax(Syntax):
    """True or false."""

    NAME: ClassVar[str] = "true_false"
    NOUN: ClassVar[str] = "a true-or-false item"
    REQUIRED: ClassVar[tuple[str, ...]] = ("statement", "answer")

    statement: InlineText = any_number("the statement")
    answer: BooleanField = one_or_none("`true` or `false`")
    reason: InlineText = any_number(_REASON)


class ShortAnswerSyntax(Syntax):
    """A question with lines to write on."""

    NAME: ClassVar[str] = "short_answer"
    NOUN: ClassVar[str] = "a short-answer item"
    REQUIRED: ClassVar[tuple[str, ...]] = ("question",)

    question: ProseText = any_number("the question")
    answer: ProseText = any_number("a good answer; teacher’s edition only")
    lines: Lines = one_or_none("lines to write on; 2 when left out")
    reason: InlineText = any_number(_REASON)


class MatchingSyntax(Syntax):
    """Pairs to match."""

    NAME: ClassVar[str] = "matching"
    NOUN: ClassVar[str] = "a matching item"
    REQUIRED: ClassVar[tuple[str, ...]] = ("pairs",)

    match: InlineText = any_number("what to match with what")
    question: InlineText = any_number("the same as `match`")
    pairs: Annotated[tuple[Pair, ...], read_pairs("Pairs")] = any_number(
        "the left side, a colon, a space, the right side"
    )
    reason: InlineText = any_number(_REASON)


class FillInSyntax(Syntax):
    """A text with gaps."""

    NAME: ClassVar[str] = "fill_in"
    NOUN: ClassVar[str] = "a fill-in item"
    REQUIRED: ClassVar[tuple[str, ...]] = ("fill",)

    fill: InlineText = any_number("the text, with `___` for each gap")
    answer: InlineText = any_number("the word for the gap; teacher’s edition only")
    answers: Annotated[tuple[Item, ...], ITEMS] = any_number(
        "the words for the gaps, in order; teacher’s edition only"
    )
    reason: InlineText = any_number(_REASON)


QuizSyntax = MultipleChoiceSyntax | TrueFalseSyntax | ShortAnswerSyntax | MatchingSyntax | FillInSyntax

QUIZ_MODELS: tuple[type[QuizSyntax], ...] = (
    MultipleChoiceSyntax,
    TrueFalseSyntax,
    ShortAnswerSyntax,
    MatchingSyntax,
    FillInSyntax,
)
_TELLING: dict[str, type[QuizSyntax]] = {
    "choices": MultipleChoiceSyntax,
    "statement": TrueFalseSyntax,
    "pairs": MatchingSyntax,
    "match": MatchingSyntax,
    "fill": FillInSyntax,
    "question": ShortAnswerSyntax,
}
"""The fields that tell the kinds apart, in the order in which they are looked for."""


def read_quiz(given: Given, reader: Reader) -> tuple[QuizSyntax, ...]:
    """The items of a quiz."""
    items = list_given(given, "quiz items", reader)
    found: list[QuizSyntax] = []
    for at, item in enumerate(items):
        if is_orphan(item):
            report_orphan(item, items[at - 1] if at else None, reader)
        elif (read := _item(item, reader)) is not None:
            found.append(read)
    return tuple(found)


def _item(given: Given, reader: Reader) -> QuizSyntax | None:
    node = given.node
    if not isinstance(node, Mapping):
        hints: tuple[Hint, ...] = (
            Hint("write `question:` and the text, and on the next line `answer:` or `choices:`"),
        )
        if isinstance(node, Scalar) and "\n" not in reader.text[node.start : node.end]:
            # An open question with no model answer is a point of the discussion, so nothing can be offered safely.
            hints = (
                cures.replace(node, f"question: {cures.scalar(node.value)}", "write `question:` first"),
                *hints,
            )
        reader.error("wrong-type", "An item of the quiz is written with names and values.", given, *hints)
        return None
    names = {normalised(entry.key.value) for entry in node.entries}
    for name, model in _TELLING.items():
        if name in names or (
            name in ("choices", "statement", "pairs", "fill") and _other_name(model, name, names)
        ):
            return read_model(model, given, reader)
    if names & set(SYNONYMS["short_answer"]):
        return read_model(ShortAnswerSyntax, given, reader)
    kinds = (
        "`question` with `choices` or `answer`, `statement` with `answer`, `match` with `pairs`, or `fill`"
    )
    reader.error(
        "unknown-quiz-item", "This is no kind of quiz item.", given, Hint(f"begin with {kinds}"), key=True
    )
    return None


def _other_name(model: type[QuizSyntax], name: str, names: set[str]) -> bool:
    """True when one of the names can only stand for the field that tells this kind."""
    return any(
        SYNONYMS[model.NAME].get(written) == name and written not in ("text", "answers", "items", "sentence")
        for written in names
    )


QUIZ: Kind[tuple[QuizSyntax, ...]] = Kind(
    "list of quiz items",
    read_quiz,
    {"type": "array", "items": {"anyOf": [{"$ref": f"#/$defs/{model.NAME}"} for model in QUIZ_MODELS]}},
)
