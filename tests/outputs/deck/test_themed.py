"""Decks in each theme, and in a school's with its logo: valid packages, the same bytes each time, legible colours."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from PIL import Image

from builders.compile import look_of
from builders.deck.layouts import layouts
from builders.deck.measure import height
from builders.deck.plan import plan
from builders.deck.slides import TextBox
from builders.deck.write import write
from builders.source.world import MemoryWorld
from builders.theme.bundled import NAMES
from builders.theme.tokens import Theme
from tests.unit.deck.samples import everything, stress


def theme(name: str) -> Theme:
    """One of ours, or a school's with a logo on the base of one."""
    base, _, logo = name.partition("+")
    if not logo:
        return look_of(base, MemoryWorld({})).theme
    data = io.BytesIO()
    Image.new("RGBA", (90, 90 if logo == "square" else 20), (0, 80, 60, 120)).save(data, "PNG")
    text = f"based_on: {base}\nlogo:\n  file: l.png\n  alt: The “Hill” & Dale\nfooter: Hill & Dale\n"
    return look_of("s.yaml", MemoryWorld({"s.yaml": text.encode(), "l.png": data.getvalue()})).theme


THEMES = [*NAMES, "editorial+square", "clean+wide", "classroom+wide"]


@pytest.mark.parametrize("name", THEMES)
def test_the_audit_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    data = write(plan(everything(), theme(name), "teacher")[0])
    path.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert write(plan(everything(), theme(name), "teacher")[0]) == data


@pytest.mark.parametrize("name", THEMES)
def test_text_stands_in_its_box(name: str) -> None:
    own = theme(name)
    deck, _ = plan(stress(), own, "teacher")
    seen = 0
    for slide in deck.slides:
        layout = deck.layouts.layout(slide.layout)
        for box in (shape for shape in slide.shapes if isinstance(shape, TextBox)):
            levels = layout.holder(box.placeholder).levels
            deep = height(box.paragraphs, levels, box.sizes, box.box.width, own.slide)
            assert deep <= box.box.height + 0.01, (slide.title, box.placeholder)
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("name", THEMES)
def test_a_logo_stands_on_nothing(name: str) -> None:
    own = layouts(theme(name))
    if own.logo is None:
        assert "+" not in name
        return
    assert own.number.box.right <= own.logo.x
    assert own.logo.right <= own.width
    assert own.footer.box.right <= own.number.box.x
    for layout in own.items:
        place = own.logo if layout.furniture else layout.logo
        if place is None:
            continue
        for holder in (one for one in layout.placeholders if one.type != "pic"):
            box = holder.box
            apart = box.bottom <= place.y or place.bottom <= box.y or box.right <= place.x
            assert apart, (layout.key, holder.key)
