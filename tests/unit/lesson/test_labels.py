"""The words of our products: complete in five languages, with the same places to fill in."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from builders.lesson.labels import LANGUAGES, Labels, labels, plural_form

NAMES = [field.name for field in fields(Labels) if field.name != "language"]


def texts(language: str, name: str) -> tuple[str, ...]:
    value = getattr(labels(language), name)
    return value if isinstance(value, tuple) else (value,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_complete(language: str) -> None:
    assert labels(language).language == language
    for name in NAMES:
        own = texts(language, name)
        assert all(text.strip() for text in own), name
        places = {frozenset(re.findall(r"{\w*}", text)) for text in own}
        assert places == {frozenset(re.findall(r"{\w*}", text)) for text in texts("en", name)}, name


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_translated(language: str) -> None:
    same = [name for name in NAMES if texts(language, name) == texts("en", name)]
    assert len(same) < len(NAMES) / 4, same


def test_plurals() -> None:
    assert [plural_form("ru", n) for n in (1, 2, 5, 11, 12, 21, 22, 25, 111)] == [0, 1, 2, 2, 2, 0, 1, 2, 2]
    assert [plural_form("fr", n) for n in (0, 1, 2)] == [0, 0, 1]
    assert [plural_form("en", n) for n in (0, 1, 2)] == [1, 0, 1]
    assert labels("en").lines_to_write(1) == "1 line to write on"
    assert labels("ru").lines_to_write(3) == "3 строки для ответа"
    for language in LANGUAGES:
        forms = len(texts(language, "minutes_forms"))
        assert {plural_form(language, n) for n in range(200)} == set(range(forms))


def test_tags() -> None:
    assert labels("es-MX") is labels("es")
    assert labels("fi").language == "en"


def test_filled_in() -> None:
    words = labels("en")
    assert words.page_x_of_y("{page}", "{pages}") == "Page {page} of {pages}"
    assert words.part(2, 3) == "2 of 3"
    assert words.text_license_sentence("CC BY 4.0", images=True) == "Text: CC BY 4.0. Images as marked."
    assert words.quoted("x") == "“x”"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_column_of_minutes_is_not_headed_like_its_table(language: str) -> None:
    assert labels(language).duration != labels(language).timing
