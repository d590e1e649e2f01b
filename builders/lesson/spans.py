"""Small joins of inline text: spans in, one inline text out."""

from __future__ import annotations

from dataclasses import replace

from builders.lesson.model import Inline, Span, plain


def spans(*parts: str | Span | Inline) -> Inline:
    """One inline text from plain text, spans and inline texts; neighbours of one format become one span."""
    joined: list[Span] = []
    for part in parts:
        pieces = (Span(part),) if isinstance(part, str) else (part,) if isinstance(part, Span) else part
        for piece in pieces:
            if not piece.text:
                continue
            if joined and replace(joined[-1], text="") == replace(piece, text=""):
                joined[-1] = replace(piece, text=joined[-1].text + piece.text)
            else:
                joined.append(piece)
    return tuple(joined)


def joined(parts: tuple[Inline, ...], separator: str) -> Inline:
    """Inline texts with a separator between."""
    result: list[str | Inline] = []
    for part in parts:
        if result:
            result.append(separator)
        result.append(part)
    return spans(*result)


def sentence(text: Inline) -> Inline:
    """The text ended by a full stop unless it has an end already."""
    words = plain(text).rstrip("”»“’\"' \u00a0")
    return text if not words or words.endswith((".", "?", "!", "…")) else spans(text, ".")


def capitalised(text: Inline) -> Inline:
    """The text with its first letter in upper case."""
    if not text:
        return text
    first = text[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *text[1:])


def italic(text: Inline) -> Inline:
    """The text in italics; what was in italics stands upright, as titles in titles do."""
    return tuple(replace(span, italic=not span.italic) for span in text)


def linked(text: Inline, url: str | None) -> Inline:
    """The text as a link where there is a URL; links inside keep theirs."""
    if url is None:
        return text
    return tuple(replace(span, link=span.link or url) for span in text)


def readable_url(url: str) -> str:
    """A web address as it is printed: without scheme and without the slash at the end."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")
