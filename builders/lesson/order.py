"""A matching item in, the order of its right-hand sides out: the same in every product, telling nothing."""

from __future__ import annotations

import hashlib

from builders.lesson.model import Matching, plain

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def order(match: Matching) -> tuple[int, ...]:
    """The pair whose right-hand side stands at each place, by a hash of the words; never 0, 1, 2 …"""

    def key(n: int) -> tuple[str, int]:
        words = "\0".join((plain(match.stem), plain(match.pairs[n][1])))
        return hashlib.sha256(words.encode()).hexdigest(), n

    places = sorted(range(len(match.pairs)), key=key)
    if len(places) > 1 and places == sorted(places):
        places = [*places[1:], places[0]]
    return tuple(places)


def letter(place: int) -> str:
    """A, B, … Z, AA, AB … for the choice at a place."""
    high, low = divmod(place, len(LETTERS))
    return (letter(high - 1) if high else "") + LETTERS[low]
