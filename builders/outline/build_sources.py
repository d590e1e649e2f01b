"""Sources put together: what was read in, sources of the model out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builders.diagnostics import Hint
from builders.lesson.model import Source
from builders.outline import cures
from builders.outline.reader import Given, Reader
from builders.outline.syntax import SourceGiven
from builders.source.nodes import Mapping, Scalar

TYPES = frozenset(
    {
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
        "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
        "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case",
        "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
        "paper-conference", "patent", "performance", "periodical", "personal_communication", "post",
        "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
        "standard", "thesis", "treaty", "webpage",
    }
)  # fmt: skip
"""The types of CSL 1.0.2."""

_TYPE_NAMES = {
    "article": "article-journal", "newspaper": "article-newspaper", "newspaper article": "article-newspaper",
    "magazine": "article-magazine", "journal": "article-journal", "journal article": "article-journal",
    "website": "webpage", "web": "webpage", "web page": "webpage", "blog": "post-weblog", "film": "motion_picture",
    "movie": "motion_picture", "law": "legislation", "act": "legislation", "letter": "personal_communication",
    "primary source": "document", "encyclopedia": "entry-encyclopedia", "lecture": "speech", "picture": "graphic",
    "photo": "graphic", "photograph": "graphic",
}  # fmt: skip


def build_sources(given: Iterable[SourceGiven], reader: Reader) -> dict[str, Source]:
    """The sources by their names."""
    return {source.id: _source(source, reader) for source in given}


def _source(given: SourceGiven, reader: Reader) -> Source:
    syntax = given.syntax
    if syntax is None:
        return Source(given.id, given.loc, sentence=given.sentence)
    if not syntax.title and not syntax.note:
        cure = Hint("write `title:` and its title")
        reader.warn(
            "incomplete-source", f"The source `{given.id}` has no title.", given.given, cure, key=True
        )
    return Source(
        given.id,
        given.loc,
        type=_type(syntax.type, syntax.given, reader),
        authors=syntax.author,
        editors=syntax.editor,
        translators=syntax.translator,
        title=syntax.title,
        title_short=syntax.title_short,
        publication=syntax.publication,
        publisher=syntax.publisher,
        place=syntax.place,
        date=syntax.date,
        volume=syntax.volume,
        pages=syntax.pages,
        url=web_address(syntax.url, syntax.given, reader),
        accessed=syntax.accessed,
        archive=syntax.archive,
        note=syntax.note,
    )


def _type(written: str | None, given: Given, reader: Reader) -> str:
    if written is None:
        return "document"
    name = written.casefold().replace(" ", "-")
    for candidate in (written, name, name.replace("-", "_")):
        if candidate in TYPES and candidate != "article":
            return candidate
    node = _value(given, "type")
    meant = _TYPE_NAMES.get(written.casefold()) or cures.closest(name, sorted(TYPES))
    message = f"“{written}” is no type of source in CSL."
    known = "book, chapter, article-journal, article-newspaper, webpage, document, legislation, treaty, speech, report"
    hints = (
        (cures.replace(node, meant, f"write {meant}", safe=True),)
        if meant
        else (Hint(f"some types are {known}"),)
    )
    reader.warn("unknown-source-type", message, Given(node, (*given.loc, "type")), *hints)
    return meant or "document"


def web_address(written: str | None, given: Given, reader: Reader) -> str | None:
    """A web address that can be a link; others are reported and left out."""
    if written is None or re.fullmatch(r"https?://[^\s/][^\s]*", written, re.IGNORECASE):
        return written
    node = _value(given, "url")
    hints: tuple[Hint, ...] = (Hint("write the whole address, beginning with https://"),)
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", written):
        hints = (cures.replace(node, f"https://{written}", f"write https://{written}", safe=True),)
    reader.warn(
        "unsupported-link", f"“{written}” is no whole web address.", Given(node, (*given.loc, "url")), *hints
    )
    return None


def _value(given: Given, name: str) -> Scalar:
    assert isinstance(given.node, Mapping)
    node = given.node.get(name)
    return node if isinstance(node, Scalar) else Scalar("", given.node.start, given.node.start)
