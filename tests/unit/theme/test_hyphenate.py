"""Hyphenation: what is never divided, and pyphen as the oracle for what is."""

from __future__ import annotations

import re
from pathlib import Path

import pyphen
import pytest

from builders.theme.hyphenate import LEFT, RIGHT, divisions

OUTLINES = Path(__file__).parents[3] / "outlines"


def shown(word: str, language: str, names: bool = True) -> str:
    places = divisions(word, language, names)
    return "".join(("-" if index in places else "") + char for index, char in enumerate(word))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "trea-ty".replace("-", "")),
        ("en", "ter-ri-to-rial"),
        ("en-US", "“ter-ri-to-rial,”"),
        ("ru", "ре-во-лю-ци-он-ный"),
        ("de-AT", "Ge-rech-tig-keit"),
        ("fr", "l’in-ter-na-tio-na-lisme"),
    ],
)
def test_divided(language: str, expected: str) -> None:
    assert shown(expected.replace("-", ""), language) == expected


@pytest.mark.parametrize(
    "word", ["counter-revolution", "USSR’S", "NKVD", "abc123def", "https://example", "ter\u00adritory"]
)
def test_never_divided(word: str) -> None:
    assert divisions(word, "en") == ()


def test_names_only_when_asked_but_in_german() -> None:
    assert shown("Moscow", "en") == "Mos-cow"
    assert shown("Moscow", "en", names=False) == "Moscow"
    assert shown("Gerechtigkeit", "de", names=False) == "Ge-rech-tig-keit"


def test_a_language_without_patterns_divides_nothing() -> None:
    assert divisions("international", "tlh") == ()


@pytest.mark.parametrize("language", ["en_US", "en_GB", "de_DE", "fr", "es", "ru_RU", "pl_PL", "hu_HU", "ca"])
def test_agrees_with_pyphen(language: str) -> None:
    oracle = pyphen.Pyphen(lang=language, left=LEFT, right=RIGHT)
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(OUTLINES.glob("*.yaml")))
    words = {word.lower() for word in re.findall(r"[^\W\d_]{5,}", text)}
    words |= {
        "schifffahrt",
        "zuckerbäcker",
        "nagyanyó",
        "intel·ligència",
        "międzynarodowy",
        "préparation",
        "общество",
    }
    assert len(words) > 1000
    wrong = {}
    for word in sorted(words):
        expected = tuple(int(place) for place in oracle.positions(word) if place.data is None)
        if divisions(word, language) != expected and word.isalpha():
            wrong[word] = (divisions(word, language), expected)
    assert not wrong
