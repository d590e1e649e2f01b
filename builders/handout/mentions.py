"""Terms and people in, where the flow first speaks of each out: the place beside which it is explained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from builders.handout.margin import Entry
from builders.lesson.model import Block as Content
from builders.lesson.model import Document, ImageBlock, Inline, Points, Quote, Text, plain

SHORTEST = 3
"""The shortest word of a name, in letters, that stands for the whole."""


def first_mention(name: Inline, texts: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """The index of the item and of the paragraph in it that first has the name or its last word, else its first; None
    where none has."""
    for pattern in _patterns(plain(name)):
        for index, parts in enumerate(texts):
            for part, text in enumerate(parts):
                if pattern.search(text):
                    return index, part
    return None


def texts_of(content: Content | Inline) -> tuple[str, ...]:
    """What is read in an item beside which there is a margin, by paragraph for prose."""
    match content:
        case Text():
            return tuple(plain(part) for part in content.prose)
        case Points():
            return (" ".join(plain(point.text) for point in content.points),)
        case Quote():
            return (_joined((content.text, content.translation, content.by)),)
        case Document():
            said = (content.title, content.by, content.headnote, *content.excerpt, *content.translation)
            return (_joined(said),)
        case ImageBlock():
            return (plain(content.caption or content.image.caption),)
        case _:
            return ()


def spread(
    entries: Iterable[Entry], texts: Sequence[Sequence[str]]
) -> tuple[dict[tuple[int, int], tuple[Entry, ...]], tuple[Entry, ...]]:
    """Entries by the place of their first mention, and those that the texts don't mention."""
    placed: dict[tuple[int, int], tuple[Entry, ...]] = {}
    left: list[Entry] = []
    for one in entries:
        place = first_mention(one[0], texts)
        if place is None:
            left.append(one)
        else:
            placed[place] = (*placed.get(place, ()), one)
    return placed, tuple(left)


def _patterns(name: str) -> Iterator[re.Pattern[str]]:
    """What to look for, the best first."""
    words = name.split()
    if not words:
        return
    named = len(words) > 1 and _stands_for_all(words[-1])
    yield re.compile("|".join(_whole(one) for one in (name, *words[-1:] * named)))
    if named and _stands_for_all(words[0]):
        yield re.compile(_whole(words[0]))


def _stands_for_all(word: str) -> bool:
    return len(word) >= SHORTEST and word[0].isupper()


def _whole(name: str) -> str:
    """A name as a whole word; scripts that write no spaces have no words to be whole."""
    wide = any(unicodedata.east_asian_width(char) in "WF" for char in name)
    return re.escape(name) if wide else rf"(?<!\w){re.escape(name)}(?!\w)"


def _joined(texts: Iterable[Inline]) -> str:
    return " ".join(plain(text) for text in texts)
