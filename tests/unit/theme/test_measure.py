"""Widths: the tables, fallback among faces, kerning and ligatures, what takes no room."""

from __future__ import annotations

import pytest

from builders.theme.faces import SANS, SERIF, Face, Family
from builders.theme.measure import (
    advance,
    ascent,
    descent,
    shape,
    split_by_face,
    uncovered,
)
from builders.theme.tables import TABLES, metrics, stem


@pytest.mark.parametrize("family", list(TABLES))
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_face_has_a_table(family: Family, bold: bool, italic: bool) -> None:
    table = metrics(Face(family, bold, italic))
    assert 0.2 < table.descent + table.ascent < 1.6
    assert set("AZaz09 .,;:!?éÉßøœ") <= set(table.advances)


def test_advance_is_proportional_to_size_and_adds_up_over_words() -> None:
    assert advance("Poland fell", SERIF, 20) == pytest.approx(2 * advance("Poland fell", SERIF, 10))
    parts = advance("Poland", SERIF, 10) + advance(" ", SERIF, 10) + advance("fell", SERIF, 10)
    assert advance("Poland fell", SERIF, 10) == pytest.approx(parts)
    assert advance("", SERIF, 10) == 0


def test_spacing_is_added_after_each_character() -> None:
    assert advance("MAP", SANS, 10, spacing=1.5) == pytest.approx(advance("MAP", SANS, 10) + 4.5)


def test_pairs_are_kerned_on_the_page_and_not_in_a_deck() -> None:
    assert advance("AV", SERIF, 100) < advance("A", SERIF, 100) + advance("V", SERIF, 100)
    calibri = Face(Family.CALIBRI)
    assert advance("AV", calibri, 100) == advance("A", calibri, 100) + advance("V", calibri, 100)


def test_ligatures_are_put_in_unless_letters_are_spaced() -> None:
    assert [part.text for part in shape("office", SERIF)] == ["oﬃce"]
    assert [part.text for part in shape("office", SERIF, spaced=True)] == ["office"]
    assert [part.text for part in shape("office", SANS)] == ["office"]


def test_characters_fall_back_one_by_one() -> None:
    chinese = Face(Family.CHINESE)
    assert split_by_face("a✓b東c", SERIF) == (
        ("a", SERIF),
        ("✓", SANS),
        ("b", SERIF),
        ("東", chinese),
        ("c", SERIF),
    )
    assert split_by_face("東", SERIF, "ja") == (("東", Face(Family.JAPANESE)),)
    assert split_by_face("한", SERIF, "ko-KR") == (("한", Face(Family.KOREAN)),)
    assert split_by_face("", SERIF) == ()


def test_a_letter_stays_with_its_marks() -> None:
    text = "x✓\u0301y"
    assert "".join(part for part, _ in split_by_face(text, SERIF)) == text
    assert ("✓\u0301", SANS) in split_by_face(text, SERIF)


def test_what_takes_no_room() -> None:
    assert advance("So\u00adviet\u200b\u2060", SERIF, 10) == pytest.approx(advance("Soviet", SERIF, 10))
    assert [part.text for part in shape("So\u00adviet", SERIF)] == ["Soviet"]


def test_uncovered_names_each_character_once() -> None:
    assert uncovered("Привет ✓ 東京\u00a0\u202f\u00ad\n", SERIF) == ""
    assert uncovered("a\U0001f600b\U0001f600ש", SERIF) == "\U0001f600ש"
    assert uncovered("שלום", Face(Family.ARIAL)) == "שלום"


def test_a_deck_face_takes_what_it_lacks_wide() -> None:
    georgia = Face(Family.GEORGIA)
    assert advance("東", georgia, 10) == 10
    # Gelasio has no Cyrillic: Georgia's is estimated from a narrower face, so it must come out wider than that.
    assert advance("Красная армия", georgia, 10) > 1.1 * advance("Красная армия", SERIF, 10)


def test_the_estimate_of_georgia_is_more_than_georgia() -> None:
    """The method that stands in for Georgia's Cyrillic, tried on letters whose widths are known."""
    arial = metrics(Face(Family.ARIAL)).advances
    georgia = metrics(Face(Family.GEORGIA)).advances
    cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    # Georgia is as wide as Arial in Latin text; its Cyrillic must not be taken for narrower.
    latin = sum(georgia[char] for char in "etaoinshrdlucm") / sum(arial[char] for char in "etaoinshrdlucm")
    assert sum(georgia[char] for char in cyrillic) / sum(arial[char] for char in cyrillic) >= latin - 0.02


def test_vertical_metrics() -> None:
    assert ascent(SERIF, 10) > descent(SERIF, 10) > 0


def test_stems() -> None:
    assert stem(SERIF) == "EBGaramond-Regular"
    assert stem(SANS.with_style(bold=True, italic=True)) == "SourceSans3-BoldItalic"
    assert stem(Face(Family.JAPANESE, italic=True)) == "NotoSansJP-Regular"
