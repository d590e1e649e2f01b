"""Themes: ours are small, complete and legible; a school's own changes what it names."""

from __future__ import annotations

from dataclasses import fields

import pytest

from builders.compile import look_of
from builders.outline.read import read_lesson
from builders.outline.read_course import read_course
from builders.outline.read_theme import ReadTheme, bundled, read_theme
from builders.outline.syntax_theme import theme_field_names
from builders.source.tree import parse
from builders.source.world import MemoryWorld
from builders.theme.bundled import NAMES, text_of
from builders.theme.colors import contrast
from builders.theme.contrast import TEXT, better, faint
from builders.theme.faces import DECK, PAGE, Face, Family
from builders.theme.measure import uncovered
from builders.theme.tokens import EDITORIAL, Palette, Theme

CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁабвгдежзийклмнопрстуфхцчшщъыьэюяё№«»"
WESTERN = "äöüßÄÖÜéèêëçñáíóúœæøåłńčšžőűğ„“”’–—…•×½"


def read(text: str, world: MemoryWorld | None = None) -> tuple[ReadTheme | None, list[tuple[str, str]]]:
    tree = parse(text.encode(), "school.yaml", fields=theme_field_names())
    found, diagnostics = read_theme(tree, "outlines", world)
    return found, [
        (diagnostic.message, diagnostic.hints[0].text) for diagnostic in (*tree.diagnostics, *diagnostics)
    ]


def theme(text: str) -> Theme:
    found, problems = read(text)
    assert found is not None
    assert not problems
    return found.theme


@pytest.mark.parametrize("name", NAMES)
def test_ours_are_at_most_90_lines_and_read_without_a_word(name: str) -> None:
    assert len(text_of(name).splitlines()) <= 90
    found, problems = read(text_of(name).decode())
    assert found is not None
    assert not problems
    assert found.theme == bundled(name)


def test_the_default_written_out_is_the_default() -> None:
    """Every value stands in the file, and is that of tokens.py."""
    text = text_of("editorial").decode()
    assert theme(text) == EDITORIAL
    for name in theme_field_names() - {"logo", "file", "alt", "footer"}:
        assert f"{name}:" in text, name


def test_ours_differ_in_character() -> None:
    looks = [
        (own.manner.mark, own.page.reading, own.page.display, own.palette.accent, own.slide.heading)
        for own in map(bundled, NAMES)
    ]
    assert all(len(set(values)) == len(NAMES) for values in zip(*looks, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_ours_can_be_read(name: str) -> None:
    assert not list(faint(bundled(name).palette))


@pytest.mark.parametrize("family", PAGE)
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_families_of_the_page_have_the_letters_of_our_languages(
    family: Family, bold: bool, italic: bool
) -> None:
    from builders.theme.tables import metrics

    advances = metrics(Face(family, bold, italic)).advances
    assert [char for char in CYRILLIC + WESTERN if char not in advances] == []
    assert uncovered("✓→東", Face(family)) == ""


def test_a_school_changes_what_it_names() -> None:
    own = theme(
        "based_on: clean\ncolors:\n  accent: 0b5d4b\npage:\n  reading: Gentium Book Plus\n  body: 12/17\n"
        "slides:\n  text: Calibri\nmanner:\n  cover: tint\nfooter: Hill School\n"
    )
    clean = bundled("clean")
    assert own.palette.accent == "0b5d4b"
    assert own.palette.ink == clean.palette.ink
    assert own.page.reading == Face(Family.GENTIUM)
    assert own.page.body == (12.0, 17.0)
    assert own.page.label == clean.page.label
    assert own.page.display == clean.page.display
    assert (own.slide.text.family, own.slide.heading) == (Family.CALIBRI, clean.slide.heading)
    assert (own.manner.cover, own.manner.mark) == ("tint", "bar")
    assert own.footer == "Hill School"


def test_a_new_accent_gets_a_sister_for_dark_grounds() -> None:
    own = theme("based_on: editorial\ncolors:\n  accent: 0b5d4b\n").palette
    assert own.accent_on_night != EDITORIAL.palette.accent_on_night
    assert contrast(own.accent_on_night, own.night) >= TEXT


def test_what_is_too_faint_is_named_with_its_ratio_and_a_colour_that_would_do() -> None:
    found, problems = read("based_on: editorial\ncolors:\n  accent: f2a900\n")
    assert found is not None
    ((message, cure),) = problems
    assert message == "`accent` (f2a900) on `tint` (eeece6) has a contrast of 1.7:1; text needs 4.5:1."
    assert cure.endswith("is darker and would do")
    mended = theme(f"based_on: editorial\ncolors:\n  accent: {cure[:6]}\n")
    assert not list(faint(mended.palette))


def test_better_is_as_near_as_can_be() -> None:
    assert better("1c1b19", ("ffffff",), lighter=False) == "1c1b19"
    assert contrast(better("ffff00", ("ffffff",), lighter=False), "ffffff") >= TEXT
    assert better("777777", ("444444",), lighter=False) == "000000"


WORLD = {
    "outlines/school.yaml": b"based_on: clean\ncolors:\n  accent: 0b5d4b\n",
    "assets/other.yaml": b"based_on: classroom\n",
    "district.yml": b"based_on: editorial\n",
    "outlines/first.yaml": b"title: x\n",
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Clean", "clean"),
        ("school", "outlines/school.yaml"),
        ("school.yaml", "outlines/school.yaml"),
        ("other", "assets/other.yaml"),
        ("district", "district.yml"),
    ],
)
def test_themes_are_found(written: str, meant: str) -> None:
    world = MemoryWorld(WORLD)
    lesson, found = read_lesson(parse(f"title: x\ntheme: {written}\n".encode(), "x"), "x", "outlines", world)
    assert not found
    assert lesson is not None
    assert lesson.theme == meant


def test_a_lessons_theme_beats_that_of_its_course() -> None:
    world = MemoryWorld(WORLD)
    text = b"title: C\ntheme: school\nlessons:\n  - first\n"
    course, _ = read_course(parse(text, "course.yaml"), "course", "outlines", world)
    assert course is not None
    for own, meant in ((b"", "outlines/school.yaml"), (b"theme: clean\n", "clean")):
        lesson, _ = read_lesson(parse(b"title: x\n" + own, "x"), "x", "outlines", world, course)
        assert lesson is not None
        assert lesson.theme == meant


def test_a_look_is_read_with_its_problems() -> None:
    world = MemoryWorld({"outlines/s.yaml": b"based_on: clean\ncolors:\n  accent: ffee00\n"})
    look = look_of("outlines/s.yaml", world, "here/", strict=True)
    assert look.theme.palette.accent == "ffee00"
    (found,) = look.diagnostics
    assert (found.place.file, found.place.line, found.severity) == ("here/outlines/s.yaml", 3, "error")
    assert "outlines/s.yaml" in world.reads
    (gone,) = look_of("outlines/gone.yaml", world).diagnostics
    assert gone.code == "missing-theme"


def test_every_colour_can_be_said() -> None:
    assert {field.name for field in fields(Palette)} <= theme_field_names()
    assert Family.GEORGIA in DECK


def test_a_ground_that_no_colour_suits_is_the_one_to_change() -> None:
    """A dark tint beside the theme's own light paper: it is not the paper that the school should change."""
    _, problems = read("based_on: editorial\ncolors:\n  accent: ffff66\n  tint: 333333\n")
    assert "choose another `tint` first" in [cure for _, cure in problems]
