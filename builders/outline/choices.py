"""The choices of a multiple-choice item: nodes in, choices marked right or wrong out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from builders.diagnostics import Edit, Hint, Loc
from builders.lesson.model import Inline
from builders.outline import cures
from builders.outline.kinds import TEXT_SCHEMA, Kind
from builders.outline.mapping import Syntax, any_number, read_model
from builders.outline.names import SYNONYMS, normalised
from builders.outline.reader import Given, Reader
from builders.outline.values import INLINE, InlineText
from builders.source.nodes import Mapping, Scalar


@dataclass(frozen=True, slots=True)
class ChoiceGiven:
    """A choice as read; `right` is None while nothing says whether it is."""

    text: Inline
    right: bool | None
    because: Inline
    given: Given

    @property
    def loc(self) -> Loc:
        """The path that leads here."""
        return self.given.loc


class ChoiceSyntax(Syntax):
    """A choice of a multiple-choice item; or a text alone."""

    NAME: ClassVar[str] = "choice"
    NOUN: ClassVar[str] = "a choice"

    right: InlineText = any_number("a right answer")
    wrong: InlineText = any_number("a wrong answer")
    because: InlineText = any_number("why it is right or wrong; teacher’s edition only")


def read_choices(given: Given, reader: Reader) -> tuple[ChoiceGiven, ...]:
    """The choices in the order in which they are written."""
    if isinstance(given.node, Mapping):
        edits = () if given.node.flow else cures.as_items(given.node, reader.text)
        hint = Hint("put a dash before each choice", edits, safe=bool(edits))
        reader.error("wrong-type", "Choices are a list; each begins with a dash.", given, hint)
        return tuple(
            ChoiceGiven(INLINE.read(value, reader), normalised(key.value) in ("right", "correct"), (), value)
            for key, value in given.entries()
        )
    choices = (_choice(item, reader) for item in given.items() if not item.absent)
    return tuple(choice for choice in choices if choice is not None)


def _choice(given: Given, reader: Reader) -> ChoiceGiven | None:
    node = given.node
    if isinstance(node, Scalar):
        return ChoiceGiven(INLINE.read(given, reader), None, (), given)
    if isinstance(node, Mapping) and len(node.entries) == 1:
        name = normalised(node.entries[0].key.value)
        if name not in ("right", "wrong", *SYNONYMS["choice"]):
            return ChoiceGiven(INLINE.read(given, reader), None, (), given)
    choice = read_model(ChoiceSyntax, given, reader)
    if choice is None:
        return None
    if bool(choice.right) == bool(choice.wrong):
        message = "A choice is either `right` or `wrong`."
        reader.error("missing-field", message, given, Hint("write `- right: …` or `- wrong: …`"))
        return None
    return ChoiceGiven(choice.right or choice.wrong, bool(choice.right), choice.because, given)


def marked(choice: ChoiceGiven, right: bool) -> Edit:
    """Write `right:` or `wrong:` before a choice that is a text alone."""
    name = "right" if right else "wrong"
    return Edit(choice.given.node.start, choice.given.node.start, f"{name}: ")


CHOICES: Kind[tuple[ChoiceGiven, ...]] = Kind(
    "list of choices",
    read_choices,
    {
        "type": "array",
        "items": {"anyOf": [TEXT_SCHEMA, {"$ref": "#/$defs/choice"}]},
    },
)
