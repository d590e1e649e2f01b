"""Works cited and short references, after MLA 9: a Source and a language in, inline text out.

Names are printed as they were written: a program can't tell a person from an institution. "Timm, Leo" is sorted and
shortened by its family name; further authors are turned round.
"""

from __future__ import annotations

import re
from dataclasses import replace

from builders.lesson.dates import Date, format_date
from builders.lesson.labels import Labels, labels
from builders.lesson.model import Inline, Source, Span, plain
from builders.lesson.spans import capitalised, italic, joined, linked, readable_url, sentence, spans

_ITALIC = frozenset(
    {
        "book", "classic", "collection", "dataset", "figure", "graphic", "legal_case", "manuscript", "map",
        "motion_picture", "musical_score", "pamphlet", "periodical", "report", "software", "song", "standard", "thesis",
    }
)  # fmt: skip
_PLAIN = frozenset({"bill", "legislation", "regulation", "treaty", "hearing", "patent"})


def cite(source: Source, language: str) -> Inline:
    """The entry of a source in the list of works cited, ended by a full stop."""
    if source.sentence:
        return sentence(source.sentence)
    words = labels(language)
    parts = [sentence(part) for part in (_authors(source, words), _ended_title(source, words)) if part]
    container = _container(source, language, words)
    if container:
        parts.append(sentence(container))
    if source.accessed is not None:
        parts.append(sentence(spans(words.accessed.format(date=_citation_date(source.accessed, language)))))
    if source.note:
        parts.append(sentence(source.note))
    return joined(tuple(parts), " ")


def untold_cite(source: Source, language: str, by: Inline, date: Date | None) -> Inline:
    """A short reference below what says already who wrote it and when: without authors that `by` names, and without
    the year of `date`; whole where nothing else would be left."""
    names, said = [name.partition(",")[0] for name in source.authors], plain(by)
    left = source
    if names and all(re.search(rf"\b{re.escape(name)}\b", said) for name in names):
        left = replace(left, authors=())
    if date is not None and source.date is not None and _year_only(date) == _year_only(source.date):
        left = replace(left, date=None)
    return short_cite(left, language) or short_cite(source, language)


def short_cite(source: Source, language: str) -> Inline:
    """A reference that finds the entry: first author, short title, year."""
    if source.sentence:
        return _shortened(source.sentence)
    words = labels(language)
    parts: list[Inline] = []
    if source.authors:
        others = f" {words.and_others}" if len(source.authors) > 2 else ""
        names = source.authors[:1] if others else source.authors
        parts.append(spans(f" {words.and_word} ".join(name.partition(",")[0] for name in names) + others))
    parts.append(_styled(source, source.title_short or _short_title(source.title), words))
    if source.date is not None:
        parts.append(
            spans(format_date(_year_only(source.date), language, short=True).removesuffix("\u00a0г."))
        )
    return _listed(tuple(part for part in parts if part), words)


def _listed(parts: tuple[Inline, ...], words: Labels) -> Inline:
    """Parts with commas between; in English a comma stands before the quotation mark that closes a title."""
    result: Inline = ()
    for part in parts:
        if result and words.language == "en" and result[-1].text.endswith(words.close_quote):
            last = result[-1]
            text = last.text.removesuffix(words.close_quote) + "," + words.close_quote + " "
            result = spans(result[:-1], replace(last, text=text), part)
        else:
            result = spans(result, ", ", part) if result else part
    return result


def sort_key(source: Source) -> str:
    """The text that orders a list of works cited: author as written, else title without its article."""
    text = source.authors[0] if source.authors else plain(source.title or source.sentence)
    for article in ("The ", "A ", "An ", "«", "“", "„"):
        text = text.removeprefix(article)
    return text.casefold()


def _authors(source: Source, words: Labels) -> Inline:
    if not source.authors:
        return ()
    first, *others = source.authors
    if not others:
        return spans(first)
    if len(others) > 1:
        return spans(f"{first}, {words.and_others}")
    return spans(f"{first}, {words.and_word} {_turned(others[0])}")


def _turned(name: str) -> str:
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma else name


def _names(names: tuple[str, ...], words: Labels) -> str:
    if len(names) > 2:
        return f"{_turned(names[0])} {words.and_others}"
    return f" {words.and_word} ".join(_turned(name) for name in names)


def _quoted(source: Source) -> bool:
    if source.type in _ITALIC or source.type in _PLAIN:
        return False
    # A document that stands by itself is a work of its own.
    return source.type != "document" or source.publication is not None


def _styled(source: Source, title: Inline, words: Labels) -> Inline:
    if not title or source.type in _PLAIN:
        return title
    return spans(words.open_quote, title, words.close_quote) if _quoted(source) else italic(title)


def _ended_title(source: Source, words: Labels) -> Inline:
    """The title with its full stop: in English inside the quotation marks."""
    title = linked(source.title, source.url if source.url and not source.url.isspace() else None)
    if title and words.language == "en" and _quoted(source):
        return spans(words.open_quote, sentence(title), words.close_quote)
    return sentence(_styled(source, title, words))


def _container(source: Source, language: str, words: Labels) -> Inline:
    parts: list[Inline] = []
    if source.publication is not None:
        parts.append((Span(source.publication, italic=True),))
    if source.editors:
        parts.append(spans(words.edited_by.format(name=_names(source.editors, words))))
    if source.translators:
        parts.append(spans(words.translated_by_work.format(name=_names(source.translators, words))))
    if source.volume is not None:
        number = source.volume
        parts.append(spans(words.volume.format(n=number) if number[:1].isdigit() else number))
    if source.place is not None and source.publisher is not None:
        parts.append(spans(f"{source.place}{words.colon} {source.publisher}"))
    elif source.place is not None or source.publisher is not None:
        parts.append(spans(source.place or source.publisher or ""))
    if source.date is not None:
        parts.append(spans(_citation_date(source.date, language)))
    if source.pages is not None:
        parts.append(spans(_pages(source.pages, words)))
    if source.archive is not None:
        parts.append(spans(source.archive))
    if source.url is not None:
        parts.append((Span(readable_url(source.url), link=source.url),))
    return (
        capitalised(joined(tuple(parts), ", "))
        if parts and parts[0][0].link is None
        else joined(tuple(parts), ", ")
    )


def _pages(pages: str, words: Labels) -> str:
    if not pages[:1].isdigit():
        return pages
    several = any(mark in pages for mark in ("-", "–", ","))
    return (words.pages if several else words.page).format(n=pages.replace("-", "–"))


def _citation_date(date: Date, language: str) -> str:
    """Works cited give the date in full, day first, as MLA does in English."""
    words = format_date(date, "en" if language.lower() == "en-us" else language)
    return words.removesuffix("\u00a0г.")


def _year_only(date: Date) -> Date:
    from builders.lesson.dates.points import Point, make_date

    if date.end is not None or not isinstance(date.start, Point) or date.start.span > 1:
        return date
    return make_date(
        Point(date.start.year, approximate=date.start.approximate, uncertain=date.start.uncertain)
    )


def _short_title(title: Inline) -> Inline:
    """The title before its colon."""
    kept: list[Span] = []
    for span in title:
        head, colon, _ = span.text.partition(": ")
        kept.append(Span(head, span.bold, span.italic, span.link, span.language))
        if colon:
            break
    return tuple(kept)


def _shortened(text: Inline) -> Inline:
    """A source in one sentence, cut at its first full stop where that leaves enough to recognise it."""
    words = plain(text)
    head, stop, _ = words.partition(". ")
    return (
        spans(head)
        if stop and len(head) >= 12
        else tuple(
            Span(span.text.removesuffix("."), span.bold, span.italic, span.link, span.language)
            for span in text
        )
    )
