"""What lessons are made of: formatted text, licences, sources, terms, people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from builders.diagnostics import Loc
from builders.lesson.dates import Date


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one formatting. `language` is a BCP 47 tag where it differs from the lesson's."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    language: str | None = None


Inline: TypeAlias = tuple[Span, ...]
"""One paragraph's worth of formatted text."""

Prose: TypeAlias = tuple[Inline, ...]
"""Paragraphs."""


@dataclass(frozen=True, slots=True)
class License:
    """A licence: SPDX id (or PDM-1.0, US-Gov-PD, LicenseRef-…, unknown), its readable label and URL."""

    id: str
    label: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A work that is cited; fields follow CSL 1.0.2. `sentence` holds a source given in one sentence."""

    id: str
    loc: Loc
    type: str = "document"
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    title: Inline = ()
    title_short: Inline = ()
    publication: str | None = None
    publisher: str | None = None
    place: str | None = None
    date: Date | None = None
    volume: str | None = None
    pages: str | None = None
    url: str | None = None
    accessed: Date | None = None
    archive: str | None = None
    note: Inline = ()
    sentence: Inline = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A key term and its definition."""

    term: Inline
    definition: Inline
    loc: Loc


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the lesson."""

    name: Inline
    description: Inline
    loc: Loc


def plain(text: Inline) -> str:
    """The words of an inline text without its formatting."""
    return "".join(span.text for span in text)
