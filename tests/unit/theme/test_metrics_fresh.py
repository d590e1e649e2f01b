"""The tables are what tests/tools/make_metrics.py makes of the fonts that are here."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from builders.theme.faces import Face
from builders.theme.tables import TABLES, metrics
from tests.conftest import REQUIRED
from tests.tools.make_metrics import DECKS, METRICS, pairs, settable, sources, table

GELASIO = os.environ.get("LESSONPRESS_GELASIO")
"""Where @fontsource/gelasio is unpacked, if it is."""

FOUND = sources(Path(GELASIO) if GELASIO else None)


def test_no_table_is_left_over_or_missing() -> None:
    names = {path.stem for path in METRICS.glob("*.json")}
    assert set(FOUND) <= names
    assert len(names) == 54


@pytest.mark.parametrize("name", sorted(path.stem for path in METRICS.glob("*.json")))
def test_table_is_fresh(name: str) -> None:
    if name not in FOUND:
        message = f"the font of {name} isn't installed"
        pytest.fail(message) if REQUIRED and not name.startswith("Georgia") else pytest.skip(message)
    assert (METRICS / f"{name}.json").read_text(encoding="utf-8") == table(name, FOUND[name])


def test_the_check_sees_a_changed_width() -> None:
    data = json.loads(table("SourceSans3-Bold", FOUND["SourceSans3-Bold"]))
    data["advances"][0] = data["advances"][0].replace("20 200", "20 201")
    assert json.dumps(data, ensure_ascii=False, indent=0) + "\n" != table(
        "SourceSans3-Bold", FOUND["SourceSans3-Bold"]
    )


def test_kerning_is_that_of_the_font() -> None:
    from fontTools.ttLib import TTFont

    with TTFont(FOUND["EBGaramond-Regular"][0], lazy=True) as font:
        found = pairs(font)
    assert found["A", "V"] < 0
    assert ("n", "n") not in found


def test_right_to_left_and_shaped_scripts_are_left_out() -> None:
    assert not settable(ord("ש"))
    assert not settable(ord("क"))
    assert not settable(0xE000)
    assert settable(ord("é"))


@pytest.mark.parametrize("name", sorted(name for name in FOUND if name.partition("-")[0] in DECKS))
def test_a_decks_family_has_room_for_what_may_stand_in_its_place(name: str) -> None:
    from fontTools.ttLib import TTFont

    stem, _, style = name.partition("-")
    family = next(family for family, own in TABLES.items() if own == stem)
    advances = metrics(Face(family, "Bold" in style, "Italic" in style)).advances
    for path in FOUND[name]:
        if stem == "Georgia" and path.name.startswith("LiberationSerif"):
            continue  # it stands for Georgia's Cyrillic alone
        with TTFont(path, lazy=True) as font:
            em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
            own = {chr(code): widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
        common = [char for char in own if advances.get(char)]
        assert len(common) > 50
        assert all(advances[char] >= own[char] - 1e-9 for char in common)
