"""Events of a timeline: a date with its text, or named fields, in; their values out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from builders.diagnostics import Edit, Hint
from builders.lesson.dates import Date, parse_date
from builders.lesson.model import Inline
from builders.outline import cures
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.mapping import Syntax, any_number, fields, one_or_none, read_model
from builders.outline.names import SYNONYMS, normalised
from builders.outline.reader import Given, Reader
from builders.outline.references import REFERENCE, Reference
from builders.outline.values import DATE, FALSE, INLINE, TRUE, InlineText, Text, date_from, raw_text
from builders.source.nodes import Mapping, Scalar, Sequence

LANES = 4
"""Lanes of one timeline: more can't be told apart."""

LONGEST_LANE = 40
"""Characters in the name of a lane."""


def read_yes_no(given: Given, reader: Reader) -> bool | None:
    """True or false, or as people also write it, yes or no."""
    words = raw_text(given, reader).strip().casefold()
    if words in ("true", "yes", "false", "no", ""):
        return words in ("true", "yes") if words else None
    meant = "true" if words in TRUE else "false" if words in FALSE else None
    hint = Hint("write true, or leave it out")
    if meant is not None:
        hint = cures.replace(given.node, meant, f"write {meant}", safe=True)
    message = f"Whether an event is highlighted is true or false, and this is “{words[:40]}”."
    reader.error("wrong-type", message, given, hint)
    return None


YES_NO: Kind[bool | None] = Kind(
    "true or false", read_yes_no, {"enum": [True, False, "yes", "no", "Yes", "No"]}
)


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
    lane: Text = one_or_none(
        "whose event it is, where two to four sides or countries are shown side by side; then all events name one"
    )
    highlight: Annotated[bool | None, YES_NO] = one_or_none("`true` for the turning point")
    image: Annotated[Reference | None, REFERENCE] = one_or_none(
        "a picture on its card, once it is there: a name from `images:`"
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
        if not items and isinstance(given.node, Sequence):
            hint = Hint("write a date, a colon, a space and the text, or leave it out")
            reader.warn("empty-list", "This timeline has no events.", given, hint)
    events = tuple(event for item in items for event in _event(item, reader))
    _check_lanes(events, reader)
    return tuple(event for event in events if event.date is not None and event.event)


def _check_lanes(events: tuple[EventSyntax, ...], reader: Reader) -> None:
    """Each event names a lane or none does; there are few, with short names, always spelled alike."""
    lanes: list[str] = []
    for event in events:
        lane = event.lane
        if not lane or lane in lanes:
            continue
        at = _lane(event.given)
        alike = next((known for known in lanes if known.casefold() == lane.casefold()), None)
        if alike is not None:
            hint = cures.replace(at.node, cures.scalar(alike), f"write {alike}", safe=True)
            reader.error("unknown-lane", f"“{lane}” and “{alike}” would be two lanes.", at, hint)
            continue
        lanes.append(lane)
        if len(lanes) == LANES + 1:
            message = f"A timeline has at most {LANES} lanes, and “{lane}” is one more."
            reader.error("too-many-lanes", message, at, Hint("make two timelines of it"))
        if len(lane) > LONGEST_LANE:
            message = f"The name of a lane has at most {LONGEST_LANE} characters, and this one {len(lane)}."
            reader.error("long-lane", message, at, Hint("write a short name, such as a country’s"))
    for event in events:
        if lanes and not event.lane:
            hint = Hint("write `lane:` and " + " or ".join(f"“{lane}”" for lane in lanes[:LANES]))
            message = "Other events of this timeline name a lane, and this one doesn’t."
            reader.error("missing-lane", message, event.given, hint)


def _lane(given: Given) -> Given:
    """Where the lane of an event is written."""
    return next((value for key, value in given.entries() if key.value == "lane"), given)


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
                        given=given, date=date, event=text, **_others(given, reader)
                    )
            for entry in node.entries:
                if entry not in short and entry.key.value not in OTHERS:
                    message = f"Beside a date and its text an event can’t have `{entry.key.value}`."
                    known = ", ".join(f"`{name}`" for name in OTHERS)
                    near = SYNONYMS["event"].get(normalised(entry.key.value))
                    if near not in OTHERS:
                        near = cures.closest(entry.key.value, OTHERS)
                    hint = Hint(f"it can have {known}; or write `date:` and `event:` first")
                    if near is not None:
                        hint = cures.rename(entry.key, near, safe=near not in names)
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


OTHERS = ("source", "lane", "highlight", "image")
"""What an event may have beside its date and its text."""


def _others(given: Given, reader: Reader) -> dict[str, Any]:
    """The values of those fields, None where they aren't written."""
    kinds = fields(EventSyntax)
    written = {key.value: value for key, value in given.entries() if key.value in OTHERS}
    return {
        name: kinds[name].read(written[name], reader)
        if name in written and not written[name].absent
        else None
        for name in OTHERS
    }


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
                        "maxProperties": 5,
                        "not": {"required": ["event"]},
                    },
                ]
            }
        ),
    },
)
