"""Image credits: TASL lines in each language, and credits in one sentence taken apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders.lesson.credits import CreditWords, credit_entry, credit_line, parse_credit
from builders.lesson.dates import Date, parse_date
from builders.lesson.labels import LANGUAGES, labels
from builders.lesson.licenses import forbids_changes, license_named
from builders.lesson.model import Framing, Image, Span, plain


def date(text: str) -> Date:
    found = parse_date(text)
    assert isinstance(found, Date)
    return found


FULL = Image(
    "brest",
    (),
    title=(Span("Officers at Brest"),),
    creator="unknown",
    date=date("1939-09-22"),
    source="Bundesarchiv, Bild 183-X",
    url="https://example.org/brest/",
    license=license_named("CC BY-SA 3.0 DE"),
    changes="cropped",
)


def test_line() -> None:
    line = credit_line(FULL, "en")
    assert plain(line) == (
        "Officers at Brest. Creator unknown, 22 September 1939. Bundesarchiv, Bild 183-X. CC BY-SA 3.0 DE. "
        "Changes: cropped."
    )
    assert {(span.text, span.link) for span in line if span.link} == {
        ("Officers at Brest", "https://example.org/brest/"),
        ("Bundesarchiv, Bild 183-X", "https://example.org/brest/"),
        ("CC BY-SA 3.0 DE", "https://creativecommons.org/licenses/by-sa/3.0/de/"),
    }
    assert next(span for span in line if span.text == "Officers at Brest").italic


def test_entry_has_readable_addresses() -> None:
    words = plain(credit_entry(FULL, "en"))
    assert "example.org/brest" in words
    assert "creativecommons.org/licenses/by-sa/3.0/de" in words


def test_in_each_language() -> None:
    lines = [plain(credit_line(FULL, language)) for language in LANGUAGES]
    assert len(set(lines)) == len(LANGUAGES)
    for line in lines:
        assert "Bundesarchiv, Bild 183-X" in line
        assert "CC BY-SA 3.0 DE" in line
    assert lines[3].startswith("Officers at Brest. Urheber unbekannt, 22. September 1939.")


def test_what_is_missing_is_said() -> None:
    assert (
        plain(credit_line(Image("x", ()), "en")) == "Creator unknown. Source not stated. Licence not stated."
    )


def test_basis() -> None:
    image = Image(
        "x",
        (),
        creator="A. Person",
        source="Archive",
        license=license_named("public domain"),
        basis="17 USC §105",
    )
    assert plain(credit_line(image, "en")) == "A. Person. Archive. Public domain (17 USC §105)."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Bundesarchiv, Bild 183-X / unknown / CC-BY-SA 3.0 DE",
            CreditWords(None, "unknown", "Bundesarchiv, Bild 183-X", "CC-BY-SA 3.0 DE"),
        ),
        (
            "RIA Novosti archive, image #662733 / Anatoliy Garanin / CC-BY-SA 3.0",
            CreditWords(None, "Anatoliy Garanin", "RIA Novosti archive, image #662733", "CC-BY-SA 3.0"),
        ),
        ("Bundesarchiv, CC BY-SA 3.0", CreditWords(None, None, "Bundesarchiv", "CC BY-SA 3.0")),
        ("Anatoliy Garanin / RIA Novosti", CreditWords(None, "Anatoliy Garanin", "RIA Novosti", None)),
        (
            "Maj. R. V. Spencer / U.S. Navy / public domain",
            CreditWords(None, "Maj. R. V. Spencer", "U.S. Navy", "public domain"),
        ),
        (
            "“Yalta” by Jane Doe, via Wikimedia Commons, CC BY-SA 4.0",
            CreditWords("Yalta", "Jane Doe", "Wikimedia Commons", "CC BY-SA 4.0"),
        ),
        ("Photo: Jane Doe (CC BY 4.0)", CreditWords(None, "Jane Doe", None, "CC BY 4.0")),
        ("Public domain", CreditWords(None, None, None, "Public domain")),
        ("", CreditWords()),
    ],
)
def test_one_sentence(text: str, words: CreditWords) -> None:
    assert parse_credit(text) == words


@pytest.mark.parametrize(
    ("image", "name"),
    [
        (Image("bridge-opening_1932", ()), "Bridge opening 1932. "),
        (Image("x", (), caption=(Span("crowds "), Span("wait.", bold=True))), "Crowds wait. "),
        (
            Image("x", (), caption=(Span("One two three four five, six seven"),)),
            "One two three four five, six… ",
        ),
        (Image("x", (), caption=(Span("Not this"),), title=(Span("A Title"),)), "A Title. "),
    ],
)
def test_an_entry_names_its_picture(image: Image, name: str) -> None:
    credit = "Creator unknown. Source not stated. Licence not stated."
    assert plain(credit_entry(image, "en")) == name + credit
    assert plain(credit_line(image, "en")) == (name if image.title else "") + credit


def test_what_begins_in_lower_case_goes_on_after_a_comma() -> None:
    image = Image(
        "x", (), creator="A. Person", source="drawn for this lesson", license=license_named("CC0 1.0")
    )
    assert plain(credit_line(image, "en")) == "A. Person, drawn for this lesson. CC0 1.0."
    upper = Image(
        "x", (), creator="A. Person", source="Drawn for this lesson", license=license_named("CC0 1.0")
    )
    assert plain(credit_line(upper, "en")) == "A. Person. Drawn for this lesson. CC0 1.0."


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_picture_is_cropped_is_said_once(language: str) -> None:
    image, words = replace(FULL, changes=None), labels(language)
    assert words.cropped not in plain(credit_line(image, language))
    said = words.changes.format(changes=words.cropped)
    assert plain(credit_line(image, language, cropped=True)).endswith(f"{said}.")
    for own in ("cropped", "Cropped at the left", words.cropped, words.cropped.capitalize()):
        line = plain(credit_line(replace(image, changes=own), language, cropped=True))
        assert line.endswith(f"{words.changes.format(changes=own)}.")
    both = plain(credit_line(replace(image, changes="coloured"), language, cropped=True))
    assert both.endswith(f"{words.changes.format(changes=f'coloured, {words.cropped}')}.")


def test_the_list_says_cropped_where_the_author_wants_it() -> None:
    image = replace(FULL, changes=None, framing=Framing(crop=1.0))
    assert "cropped" in plain(credit_entry(image, "en"))
    assert "cropped" not in plain(credit_line(image, "en")), "here the place knows"
    assert "cropped" in plain(credit_entry(replace(image, framing=Framing()), "en", cropped=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_of_ones_own(language: str) -> None:
    own, words = Image("x", (), own=True), labels(language)
    assert plain(credit_line(own, language)) == f"{words.own_picture}."
    named = replace(own, creator="Anna Berg", license=license_named("CC BY 4.0"))
    assert plain(credit_line(named, language)) == "Anna Berg. CC BY 4.0."
    assert words.source_unknown.casefold() not in plain(credit_entry(own, language)).casefold()


@pytest.mark.parametrize(
    ("words", "forbidden"),
    [("CC BY-ND 4.0", True), ("CC BY-NC-ND 2.0 DE", True), ("CC BY-SA 3.0", False), ("CC0", False)],
)
def test_which_licences_forbid_changes(words: str, forbidden: bool) -> None:
    license = license_named(words)
    assert license is not None
    assert forbids_changes(license) is forbidden
