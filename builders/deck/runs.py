"""Inline text in, runs out; and runs cut at words and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from builders.deck.slides import Ink, Paragraph, Run
from builders.lesson.model import Inline, Prose, Span
from builders.theme.breaks import NO_BREAK_SPACE, bound

Runs = tuple[Run, ...]

ELLIPSIS = "…"
TIED = 20
"""The most characters of two words that are held together at the end of a title."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«¿¡([]*[^\W_a-zа-яё])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nr|Mr|Mrs|Ms|Dr|St|Maj|Gen|Col|Lt|Capt|Prof|Rev|vs|cf|ca|c|p|pp|vol|Art|art|ст|г)|\b\w)\.$"
)


def runs(text: Inline, language: str, *, ink: Ink | None = None, bold: bool = False) -> Runs:
    """The runs of an inline text whose own language is `language`. Other programs break lines at any ordinary space:
    those that only set off a mark (« mot », Quoi ?) are no-break spaces here."""
    return tuple(
        Run(words, span.language or language, span.bold or bold, span.italic, _safe(span.link), ink)
        for span, words in zip(text, bound([span.text for span in text]), strict=True)
        if words
    )


def _safe(link: str | None) -> str | None:
    """A link into the web or to a mailbox; any other (a file, a script) is none."""
    return link if link is not None and re.match(r"(?i)https?://|mailto:", link) else None


def line(text: str, language: str, *, ink: Ink | None = None, bold: bool = False) -> Runs:
    """Plain text as runs."""
    return runs((Span(text),), language, ink=ink, bold=bold)


def paragraphs(prose: Prose, language: str, level: int = 0) -> tuple[Paragraph, ...]:
    """Prose as paragraphs of a level."""
    return tuple(Paragraph(runs(text, language), level) for text in prose if text)


def joined(parts: Iterable[Runs], separator: str, language: str) -> Runs:
    """Runs one after the other with a separator between them; empty ones are left out."""
    result: Runs = ()
    for part in parts:
        if part:
            result += (line(separator, language) if result else ()) + part
    return result


def plain_runs(items: Sequence[Run]) -> str:
    """The words of runs."""
    return "".join(item.text for item in items)


def unlinked(items: Runs) -> Runs:
    """The runs without their links: beside a picture a credit is to be read; the list of credits has the links."""
    return tuple(replace(item, link=None) for item in items)


def linked_once(items: Runs) -> Runs:
    """The runs with the last of the links to one address alone: the address that can be read, not also the title."""
    last = {item.link: number for number, item in enumerate(items) if item.link}
    return tuple(
        item if item.link is None or last[item.link] == number else replace(item, link=None)
        for number, item in enumerate(items)
    )


def closed(items: Runs) -> Runs:
    """The runs with a full stop or a comma that follows a link joined to its words: LibreOffice ends lines between."""
    result: list[Run] = []
    for item in items:
        mark = item.text[:1]
        if result and result[-1].link and not item.link and mark and mark in ".,;:)":
            result[-1] = replace(result[-1], text=result[-1].text + mark)
            item = replace(item, text=item.text[1:])
        result += [item] if item.text else []
    return tuple(result)


def cut(items: Sequence[Run], start: int, end: int) -> Runs:
    """The characters start..end of runs, without the spaces at both ends."""
    text = plain_runs(items)
    end = min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    result, offset = [], 0
    for item in items:
        piece = item.text[max(0, start - offset) : max(0, end - offset)]
        if piece:
            result.append(replace(item, text=piece))
        offset += len(item.text)
    return tuple(result)


def sentences(items: Sequence[Run]) -> list[Runs]:
    """Runs cut where a sentence ends (and not after an abbreviation or an initial)."""
    text = plain_runs(items)
    ends = _SENTENCE_END.finditer(text)
    starts = [0, *(match.end() for match in ends if not _ABBREVIATION.search(text[: match.start()]))]
    return [cut(items, a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def words_end(items: Sequence[Run]) -> list[int]:
    """Where each word of the runs ends."""
    return [match.end() for match in re.finditer(r"\S+", plain_runs(items))]


def tied_end(items: Runs) -> Runs:
    """The runs of several words with the last two held together, unless these are long: no word stands alone on the
    last line, whichever font sets it."""
    text = plain_runs(items)
    place = text.rfind(" ")
    if text.count(" ") < 3 or len(text) - text.rfind(" ", 0, place) > TIED:
        return items
    result, offset = [], 0
    for item in items:
        at = place - offset
        inside = 0 <= at < len(item.text)
        words = item.text[:at] + NO_BREAK_SPACE + item.text[at + 1 :] if inside else item.text
        result.append(replace(item, text=words))
        offset += len(item.text)
    return tuple(result)


def shortened(items: Sequence[Run], length: int) -> Runs:
    """At most `length` characters of runs, cut behind a word where there is one, with an ellipsis."""
    ends = [end for end in words_end(items) if end <= length]
    kept = cut(items, 0, ends[-1] if ends else max(1, length))
    if not kept:
        return ()
    last = kept[-1]
    return (*kept[:-1], replace(last, text=last.text.rstrip(" ,;:.–—-") + ELLIPSIS))
