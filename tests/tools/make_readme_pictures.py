"""Draws README's pictures anew from the lessons that it shows.

    python tests/tools/make_readme_pictures.py

Needs poppler (pdftoppm) and LibreOffice, with the fonts that stand for those of decks: Carlito, Caladea, Gelasio and
Liberation.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from pptx import Presentation

REPOSITORY = Path(__file__).parents[2]
TARGET = REPOSITORY / "assets" / "readme"
THEMES = ("editorial", "clean", "classroom")
LESSON, CHARTED = "pact-and-partition", "liberation-or-occupation"
SHOWN = ("In five weeks", "Within three years", "The newspapers got")
"""The slides shown after the cover, by the beginnings of their titles: the map, the timeline, a comparison."""
CHART = "Most were sent home"
ANSWERED = 4
"""A page of the teacher's edition with answers on its lines."""
GAP = 12


def build(folder: Path, lesson: str, theme: str) -> Path:
    """Build a lesson in a theme; the folder of its files."""
    outline = REPOSITORY / "outlines" / f"{lesson}.yaml"
    command = [sys.executable, "-m", "builders", "build", "-q", str(outline), "--theme", theme]
    subprocess.run([*command, "--out", str(folder / theme)], check=True, cwd=REPOSITORY)
    return folder / theme / lesson


def page(pdf: Path, number: int, width: int) -> Image.Image:
    """One page of a PDF as a picture so many pixels wide."""
    stem = pdf.with_name(f"{pdf.stem}-{number}-{width}")
    place = ["-f", str(number), "-l", str(number), "-singlefile"]
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", "-png", *place, *size, str(pdf), str(stem)], check=True)
    return Image.open(f"{stem}.png").convert("RGB")


def slides(deck: Path, titles: Sequence[str], width: int) -> list[Image.Image]:
    """The slides whose titles begin so, in the order of `titles`; "" is the first."""
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(deck.parent), str(deck)]
    subprocess.run(convert, check=True, capture_output=True)
    named = [
        slide.shapes.title.text if slide.shapes.title else "" for slide in Presentation(str(deck)).slides
    ]
    numbers = [next(n for n, name in enumerate(named, 1) if name.startswith(title)) for title in titles]
    return [page(deck.with_suffix(".pdf"), number, width) for number in numbers]


def grid(pictures: Sequence[Image.Image], columns: int) -> Image.Image:
    """Pictures of one size, so many to a row."""
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    size = (columns * (width + GAP) - GAP, rows * (height + GAP) - GAP)
    sheet = Image.new("RGB", size, "#c9c5bb")
    for n, picture in enumerate(pictures):
        sheet.paste(picture, (n % columns * (width + GAP), n // columns * (height + GAP)))
    return sheet


def save(picture: Image.Image, name: str) -> None:
    """As a palette PNG with a hairline round it; the palette is refined, or it would dull the rare colours."""
    framed = Image.new("RGB", (picture.width + 2, picture.height + 2), "#b9b4a8")
    framed.paste(picture, (1, 1))
    small = framed.quantize(256, Image.Quantize.MEDIANCUT, kmeans=4, dither=Image.Dither.NONE)
    small.save(TARGET / f"{name}.png", optimize=True)


def main() -> None:
    """Build the lessons and draw."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {theme: build(folder, LESSON, theme) for theme in THEMES}
        first = [page(one / f"{LESSON}-handout.pdf", 1, 620) for one in made.values()]
        save(grid(first, 3), "handouts")
        decks = [slides(one / f"{LESSON}-slides.pptx", ("", *SHOWN), 620) for one in made.values()]
        # A column for each theme.
        save(grid([deck[row] for row in range(len(SHOWN) + 1) for deck in decks], 3), "slides")
        save(page(made["editorial"] / f"{LESSON}-handout.pdf", ANSWERED, 850), "student")
        save(page(made["editorial"] / f"{LESSON}-TEACHER.pdf", ANSWERED, 850), "teacher")
        charted = build(folder, CHARTED, "editorial")
        save(slides(charted / f"{CHARTED}-slides.pptx", (CHART,), 1280)[0], "chart")


if __name__ == "__main__":
    main()
