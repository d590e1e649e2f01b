"""A word and its language in, the places out where it may be divided with a hyphen.

The patterns are pyphen's. They are matched here (Liang's algorithm), for a dictionary then opens in
milliseconds: pyphen parses every pattern first, which takes from a tenth of a second for English to more
than one for German.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

LEFT, RIGHT = 2, 3
"""Fewest letters before and after a division."""

_CORE = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_HEX = re.compile(r"\^\^([0-9a-f]{2})")
_VALUES = re.compile(r"(\d?)(\D?)")
_CODECS = {"microsoft-cp1251": "cp1251"}
_NOUNS_IN_CAPITALS = "de"
_PREFERRED = {"en": "en_US"}


@lru_cache(maxsize=1 << 14)
def divisions(word: str, language: str, names: bool = True) -> tuple[int, ...]:
    """Indices at which a hyphen may be put in, ascending; marks around the word are no part of it. Never in a word with
    an explicit or soft hyphen, digits or an address in it, nor in capitals; without `names` (but in German) nor one
    that begins with a capital. None where a language has no patterns."""
    cores = list(_CORE.finditer(word))
    if len(cores) != 1 or "-" in word:
        return ()
    core, start = cores[0].group(), cores[0].start()
    around = word[:start] + word[cores[0].end() :]
    if (
        len(core) < LEFT + RIGHT
        or core.isupper()
        or (core[0].isupper() and not (names or language.startswith(_NOUNS_IN_CAPITALS)))
        or any(char.isalnum() or char in "‐‑\u00ad/@_" for char in around)
    ):
        return ()
    dictionary = _dictionary(language)
    places = _odd_places(core.lower(), _patterns(dictionary)) if dictionary else []
    return tuple(start + place for place in places if LEFT <= place <= len(core) - RIGHT)


@cache
def _dictionary(language: str) -> str | None:
    """pyphen's name of the dictionary for a BCP 47 tag or its nearest relative."""
    import pyphen  # its folder of dictionaries is looked at only when a line needs dividing

    name: str | None = pyphen.language_fallback(_PREFERRED.get(language, language))
    return name


@cache
def _patterns(dictionary: str) -> Mapping[str, str]:
    """The patterns of a dictionary by their letters."""
    import pyphen

    path: Any = pyphen.LANGUAGES[dictionary]
    data: bytes = path.read_bytes()
    codec = data.split(b"\n", 1)[0].decode("ascii").strip().lower()
    lines = data.decode(_CODECS.get(codec, codec)).split("\n")[1:]
    if b"^^" in data:
        lines = [_HEX.sub(lambda match: chr(int(match[1], 16)), line) for line in lines]
    stripped = [line.strip() for line in lines]
    patterns = [line for line in stripped if line and line[0] not in "%#"]
    # All at once: there are thousands.
    letters = "\n".join(patterns)
    for digit in "0123456789":
        letters = letters.replace(digit, "")
    keys = letters.split("\n")
    if "/" in letters:
        keys = [key.partition("/")[0] for key in keys]
    return dict(zip(keys, patterns, strict=True))


def _odd_places(word: str, patterns: Mapping[str, str]) -> list[int]:
    """The indices in a lower-case word whose highest pattern value is odd."""
    pointed = f".{word}."
    highest = [0] * (len(pointed) + 1)
    for start in range(len(pointed)):
        for end in range(start + 1, len(pointed) + 1):
            line = patterns.get(pointed[start:end])
            if line is not None:
                for offset, value in enumerate(_values(line)):
                    if value > highest[start + offset]:
                        highest[start + offset] = value
    return [index - 1 for index, value in enumerate(highest) if value % 2]


def _values(line: str) -> list[int]:
    """A pattern's value before each of its letters. A division that changes letters (`/ck=k-k,1,2`) isn't
    offered."""
    pattern, changes, _ = line.partition("/")
    values = [int(digit or 0) for digit, _ in _VALUES.findall(pattern)]
    return [value + 1 if value % 2 else value for value in values] if changes else values
