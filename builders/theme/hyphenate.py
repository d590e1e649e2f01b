"""A word and its language in, the places out where it may be divided with a hyphen (pyphen's patterns)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

LEFT, RIGHT = 2, 3
"""Fewest letters before and after a division."""

_CORE = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@cache
def _patterns(language: str) -> Any:
    """pyphen's dictionary for a BCP 47 tag or its nearest relative, or None."""
    import pyphen  # its dictionaries are only looked at when a line needs one

    name = pyphen.language_fallback(language.replace("-", "_"))
    return None if name is None else pyphen.Pyphen(lang=name, left=LEFT, right=RIGHT)


@lru_cache(maxsize=1 << 14)
def divisions(word: str, language: str) -> tuple[int, ...]:
    """Indices at which a hyphen may be put in, ascending. Never in a word that has an explicit hyphen, a
    soft hyphen, digits or an address in it, nor in capitals; marks around the word are no part of it."""
    cores = list(_CORE.finditer(word))
    if len(cores) != 1 or any(
        char.isalnum() or char in "-\u2010\u2011\u00ad/@" for char in _around(word, cores[0])
    ):
        return ()
    core = cores[0].group()
    if len(core) < LEFT + RIGHT or core.isupper():
        return ()
    patterns = _patterns(language)
    if patterns is None:
        return ()
    return tuple(
        sorted(cores[0].start() + int(place) for place in patterns.positions(core) if place.data is None)
    )


def _around(word: str, core: re.Match[str]) -> str:
    return word[: core.start()] + word[core.end() :]
