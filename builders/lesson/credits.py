"""Image credits (TASL: title, author, source, licence): an Image in, inline text out; and back from words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builders.lesson.dates import format_date
from builders.lesson.labels import Labels, labels
from builders.lesson.licenses import FAIR_USE, PERMISSION, PUBLIC_DOMAIN, UNKNOWN, license_named
from builders.lesson.model import Image, Inline, License, Span, plain
from builders.lesson.spans import capitalised, italic, linked, readable_url, sentence, spans

UNKNOWN_CREATORS = frozenset(
    {
        "unknown",
        "anonymous",
        "anon.",
        "not known",
        "unidentified",
        "unbekannt",
        "desconocido",
        "inconnu",
        "неизвестен",
    }
)

NAME_WORDS = 6
"""How many words of its caption name a picture that has no title."""


def credit_line(image: Image, language: str, *, cropped: bool = False) -> Inline:
    """The credit beside the picture: one line of title, creator and date, source, licence, changes; `cropped` where
    that place doesn't show all of it."""
    return _told(_parts(image, language, entry=False, cropped=cropped))


def credit_entry(image: Image, language: str, *, cropped: bool = False) -> Inline:
    """The credit in the list at the end: as beside the picture, with the addresses of source and licence to read. A
    picture without a title is named by the first words of its caption, else by its id ("bridge-opening": Bridge
    opening). It is called cropped where its author wants that, or `cropped` says that some place does it."""
    named = () if image.title else (_name(image),)
    return _told([*named, *_parts(image, language, entry=True, cropped=cropped or image.framing.cuts)])


def _name(image: Image) -> Inline:
    words = plain(image.caption).split()
    if not words:
        return capitalised(spans(" ".join(re.split(r"[-_\s]+", image.id)).strip()))
    short = " ".join(words[:NAME_WORDS]).rstrip(" ,;:.–—")
    return capitalised(spans(short if len(words) <= NAME_WORDS else f"{short}…"))


def _told(parts: list[Inline]) -> Inline:
    """The parts as sentences; one that its author began in lower case goes on after a comma."""
    result: Inline = ()
    for part in parts:
        if not result:
            result = part
        elif plain(part)[:1].islower() and not plain(result).endswith(("…", "?", "!")):
            result = spans(result, ", ", part)
        else:
            result = spans(sentence(result), " ", part)
    return sentence(result)


def _parts(image: Image, language: str, *, entry: bool, cropped: bool) -> list[Inline]:
    words = labels(language)
    parts: list[Inline] = []
    if image.title:
        parts.append(linked(italic(image.title), image.url))
    if (image.map is None and image.chart is None) or image.creator is not None:
        # A map or a chart that names nobody is by those who wrote the lesson, which says so itself.
        parts.append(_creator(image, language, words))
    if image.source is not None:
        source = spans(image.source)
        if entry and image.url is not None:
            source = spans(source, ", ", Span(readable_url(image.url), link=image.url))
        parts.append(source if entry else linked(source, image.url))
    elif entry and image.url is not None:
        parts.append((Span(readable_url(image.url), link=image.url),))
    elif not image.own:
        parts.append(capitalised(spans(words.source_unknown)))
    if image.license is not None or not image.own:
        parts.append(_license(image, words, entry=entry))
    if changes := _changes(image, words, cropped=cropped):
        parts.append(spans(words.changes.format(changes=changes)))
    return parts


def _changes(image: Image, words: Labels, *, cropped: bool) -> str:
    """What was changed, and that it is cropped where it is and nobody has said so."""
    said = image.changes or ""
    if not cropped or any(word in said.casefold() for word in ("crop", words.cropped[:5].casefold())):
        return said
    return f"{said}, {words.cropped}" if said else words.cropped


def _creator(image: Image, language: str, words: Labels) -> Inline:
    named = image.creator is not None and image.creator.casefold() not in UNKNOWN_CREATORS
    unnamed = words.own_picture if image.own else words.creator_unknown
    name = image.creator if named and image.creator else unnamed
    text = name if image.date is None else f"{name}, {format_date(image.date, language)}"
    return capitalised(spans(text))


def _license(image: Image, words: Labels, *, entry: bool) -> Inline:
    license = image.license or UNKNOWN
    text = spans(_license_words(license, words))
    if license.url is not None:
        text = linked(text, license.url)
        if entry:
            text = spans(text, ", ", Span(readable_url(license.url), link=license.url))
    if image.basis is not None:
        text = spans(text, f" ({image.basis})")
    return capitalised(text)


def _license_words(license: License, words: Labels) -> str:
    match license.id:
        case PUBLIC_DOMAIN.id:
            return words.public_domain
        case PERMISSION.id:
            return words.with_permission
        case FAIR_USE.id:
            return words.fair_use
        case UNKNOWN.id:
            return words.license_unknown
        case _:
            return license.label


@dataclass(frozen=True, slots=True)
class CreditWords:
    """What a credit in one sentence says; None where it says nothing. `license` is as written."""

    title: str | None = None
    creator: str | None = None
    source: str | None = None
    license: str | None = None


_HOLDER = re.compile(
    r"archiv|museum|library|biblioth|collection|institut|agency|commons|gallery|\bimage\b|\bbild\b|\bno\.|#|\d{3,}"
    r"|novosti|getty|reuters|navy|army|national|university|ministry|nasa|noaa|музей|архив",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^[“\"„«](?P<title>[^”\"“»]+)[”\"“»]\s*[,.]?\s*")
_BY = re.compile(
    r"^(?:photo(?:graph)?|image|picture|map|drawing|painting|foto|credit)?\s*(?:credit)?\s*(?:by|:|von|par|por)\s+",
    re.IGNORECASE,
)
_VIA = re.compile(r"^(?:via|from|courtesy of|courtesy|source:|at|in)\s+", re.IGNORECASE)


def parse_credit(text: str) -> CreditWords:
    """Take apart a credit in one sentence, e.g. "Bundesarchiv, Bild 183-X / unknown / CC-BY-SA 3.0 DE"."""
    rest = " ".join(text.split()).rstrip(".")
    found = _TITLE.match(rest)
    title = found["title"].strip(" ,.") if found else None
    rest = rest[found.end() :] if found else rest
    license, rest = _take_license(rest)
    parts = [part.strip(" ,.;") for part in re.split(r"\s+/\s+|;\s+|\s+\|\s+", rest) if part.strip(" ,.;")]
    if len(parts) == 1:
        parts = _commas(parts[0])
    creator: str | None = None
    source: str | None = None
    for part in parts:
        by, via = _BY.match(part), _VIA.match(part)
        if part.casefold() in UNKNOWN_CREATORS:
            creator = creator or "unknown"
        elif by and creator is None:
            creator = part[by.end() :]
        elif via:
            source = _more(source, part[via.end() :])
        elif _HOLDER.search(part):
            source = _more(source, part)
        elif creator is None:
            creator = part
        else:
            source = _more(source, part)
    return CreditWords(title, creator, source, license)


def _more(source: str | None, part: str) -> str:
    return part if source is None else f"{source}, {part}"


def _commas(text: str) -> list[str]:
    """Parts of a credit written with commas. What follows the name of an archive is its shelf mark."""
    pieces = [piece.strip() for piece in re.split(r",\s+(?!Jr\b|Bild\b|image\b|no\.)", text)]
    first, via, holder = pieces[0].partition(" via ")
    return [first, f"via {holder}", *pieces[1:]] if via else pieces


def _take_license(text: str) -> tuple[str | None, str]:
    """The licence at the end or in brackets, and the text without it."""
    for found in reversed(list(re.finditer(r"\(([^()]+)\)", text))):
        if license_named(found[1]) is not None:
            return found[1], text[: found.start()] + text[found.end() :]
    for found in re.finditer(r"(?:^|\s+/\s+|[,;.]\s+|\s+\|\s+|\s+[–—-]\s+)", text):
        tail = text[found.end() :].strip(" .")
        if license_named(tail) is not None:
            return tail, text[: found.start()]
    return None, text
