"""Events of a timeline: a date with its text, or named fields, in; their values out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from builders.diagnostics import Edit, Hint
from builders.lesson.dates import Date, parse_date
from builders.lesson.model import Inline
from builders.outline import cures
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.mapping import Syntax, any_number, fields, one_or_none, read_model
from builders.outline.names import SYNONYMS, normalised
from builders.outline.reader import Given, Reader
from builders.outline.references import REFERENCE, Reference
from builders.outline.values import DATE, INLINE, InlineText, date_from
from builders.source.nodes import Mapping, Scalar, Sequence


class EventSyntax(Syntax):
    """An event of a timeline, with its source."""

    NAME: ClassVar[str] = "event"
    NOUN: ClassVar[str] = "an event"
    REQUIRED: ClassVar[tuple[str, ...]] = ("date", "event")

    date: Annotated[Date | None, DATE] = one_or_none("when")
    event: InlineText = any_number("what happened")
    source: Annotated[Reference | None, REFERENCE] = one_or_none(
        "the source: a name from `sources:`, or a sentence"
    )


def read_events(given: Given, reader: Reader) -> tuple[EventSyntax, ...]:
    """Events in the order in which they are written; those without a date that can be read are left out."""
    items: tuple[Given, ...]
    if isinstance(given.node, Mapping):
        edits = () if given.node.flow else cures.as_items(given.node, reader.text)
        hint = Hint("put a dash before each date", edits, safe=bool(edits))
        reader.error(
            "wrong-type", "The events of a timeline are a list; each begins with a dash.", given, hint
        )
        items = tuple(
            Given(Mapping((entry,), entry.key.start, entry.value.end), given.loc)
            for entry in given.node.entries
        )
    else:
        items = tuple(item for item in given.items() if not item.absent)
    events = (event for item in items for event in _event(item, reader))
    return tuple(event for event in events if event.date is not None and event.event)


def _event(given: Given, reader: Reader) -> Iterator[EventSyntax]:
    node = given.node
    match node:
        case Scalar():
            _without_colon(node, given, reader)
        case Sequence():
            hint = Hint("write the date, a colon, a space and the text")
            reader.error("wrong-type", "An event is a date, a colon, a space and a text.", given, hint)
        case Mapping():
            names = {normalised(entry.key.value) for entry in node.entries}
            short = [entry for entry in node.entries if not _is_name(entry.key.value)][:1]
            if names & {"date", "event"} or not short:
                event = read_model(EventSyntax, given, reader)
                if event is not None:
                    yield event
                return
            for entry in short:
                date = date_from(entry.key.value, given.below(entry), reader, key=True)
                text = _event_text(given.below(entry), reader)
                if date is not None:
                    # The pair stands for the two fields; pydantic's validation has been done above.
                    yield EventSyntax.model_construct(
                        given=given, date=date, event=text, source=_source(given, reader)
                    )
            for entry in node.entries:
                if entry not in short and entry.key.value != "source":
                    message = f"Beside a date and its text an event can only have a `source`, not `{entry.key.value}`."
                    hint = Hint("leave it out, or write `date:`, `event:` and `source:`")
                    reader.error("unknown-field", message, given.below(entry), hint, key=True)


def _event_text(given: Given, reader: Reader) -> Inline:
    if given.absent:
        reader.error(
            "missing-field",
            "This date has no event.",
            given,
            Hint("write what happened after the colon"),
            key=True,
        )
    return INLINE.read(given, reader)


def _is_name(key: str) -> bool:
    name = normalised(key)
    return name in fields(EventSyntax) or name in SYNONYMS["event"]


def _source(given: Given, reader: Reader) -> Reference | None:
    node = given.node
    assert isinstance(node, Mapping)
    found = next((entry for entry in node.entries if entry.key.value == "source"), None)
    return REFERENCE.read(given.below(found), reader) if found is not None else None


def _without_colon(node: Scalar, given: Given, reader: Reader) -> None:
    """A date and a text in one: put the colon where the date ends."""
    text = reader.text
    hints: tuple[Hint, ...] = (Hint("write the date, a colon, a space and the text"),)
    for found in reversed(list(re.finditer(r"\s*(?:[–—:;,]\s|\s-\s)\s*|\s+", node.value))):
        head, tail = node.value[: found.start()], node.value[found.end() :]
        if head and tail and isinstance(parse_date(head, reader.language), Date):
            if node.style == "plain" and text.startswith(head, node.start):
                at = node.start + len(head)
                edit = Edit(at, at + len(found[0]), ": ")
                hints = (Hint("put a colon and a space after the date", (edit,), safe=True),)
            break
    reader.error("wrong-type", "An event is a date, a colon, a space and a text.", given, *hints)


EVENTS: Kind[tuple[EventSyntax, ...]] = Kind(
    "list of events",
    read_events,
    {
        "type": "array",
        "items": nullable(
            {
                "anyOf": [
                    {"$ref": "#/$defs/event"},
                    {
                        "type": "object",
                        "additionalProperties": TEXT_SCHEMA,
                        "minProperties": 1,
                        "maxProperties": 2,
                        "not": {"required": ["event"]},
                    },
                ]
            }
        ),
    },
)
