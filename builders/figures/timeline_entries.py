"""The events of a timeline in, one ordered list out: what the page, the slide and the alternative text all say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builders.lesson.dates import format_date
from builders.lesson.labels import labels
from builders.lesson.model import Event, Image, Inline, Source, plain


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An event as it is printed: its date in words (short), what happened, and where that is taken from."""

    date_label: str
    text: Inline
    source: Source | None
    lane: str = ""
    highlight: bool = False
    image: Image | None = None


def in_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events by the time at which they begin; the outline's order where that is the same."""
    return tuple(sorted(events, key=lambda event: event.date.order()))


def lanes_of(events: Sequence[Event | TimelineEntry]) -> tuple[str, ...]:
    """The lanes in the order in which they are first named; none where no event names one."""
    return tuple(dict.fromkeys(event.lane for event in events if event.lane))


def entries(events: Sequence[Event], language: str) -> tuple[TimelineEntry, ...]:
    """The events in order of time, ready to be set as a list."""
    return tuple(
        TimelineEntry(
            format_date(event.date, language, short=True),
            event.text,
            event.source,
            event.lane,
            event.highlight,
            event.image,
        )
        for event in in_order(events)
    )


def alternative(listed: Sequence[TimelineEntry], language: str) -> str:
    """The timeline in words, for those who don't see it: the list of its events."""
    words = labels(language)
    parts = []
    for entry in listed:
        head = ", ".join(part for part in (entry.date_label, entry.lane) if part)
        text = plain(entry.text).rstrip(".;")
        told = f"{head}{words.colon} {text}" if head else text
        told += f" ({words.highlighted})" if entry.highlight else ""
        if entry.image is not None and entry.image.shown:
            told += f" [{words.figure}{words.colon} {entry.image.spoken.rstrip('.')}]"
        parts.append(told)
    return f"{words.timeline}{words.colon} " + "; ".join(parts) + "."
