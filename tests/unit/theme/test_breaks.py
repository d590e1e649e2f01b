"""Where a line may end within a word."""

from __future__ import annotations

import pytest

from builders.theme.breaks import opportunities


def shown(word: str) -> str:
    places = opportunities(word)
    return "".join(("|" if index in places else "") + char for index, char in enumerate(word))


@pytest.mark.parametrize(
    "expected",
    [
        "treaty",
        "counter-|revolutionary",
        "non-|aggression",
        "Ribbentrop–|Molotov",
        "peace—|and",
        "1939–1941",
        "9-12",
        "-5",
        "end-",
        "“who-|ever”",
        "non\u2011stop",
        "a\u200b|b",
        "https://example.|org/|a/|b-|c?|d=|e",
        "www.|archives.|gov/|x",
        "name@|example.|org",
        "and/or",
        "東|京|は、|大|き|い。",
        "（東|京）",
    ],
)
def test_opportunities(expected: str) -> None:
    assert shown(expected.replace("|", "")) == expected
