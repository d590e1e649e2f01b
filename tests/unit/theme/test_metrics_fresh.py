"""The tables are what tests/tools/make_metrics.py makes of the fonts that are here."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import REQUIRED
from tests.tools.make_metrics import METRICS, pairs, settable, sources, table

GELASIO = os.environ.get("LESSONPRESS_GELASIO")
"""Where @fontsource/gelasio is unpacked, if it is."""

FOUND = sources(Path(GELASIO) if GELASIO else None)
PAGE = ("EBGaramond", "SourceSans3", "NotoSans")


def test_no_table_is_left_over_or_missing() -> None:
    names = {path.stem for path in METRICS.glob("*.json")}
    assert set(FOUND) <= names
    assert len(names) == 30


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
