"""Draws README's pictures anew from the lesson that it shows.

    python tests/tools/make_readme_pictures.py

Needs poppler (pdftoppm) and LibreOffice, with Carlito and Gelasio among the fonts.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

REPOSITORY = Path(__file__).parents[2]
LESSON = "pact-and-partition"
TARGET = REPOSITORY / "assets" / "readme"
SLIDES = (1, 8, 9, 13)
"""The title slide, the map, the comparison, a document."""
TIMELINE = 10
GAP = 12


def page(pdf: Path, number: int, width: int) -> Image.Image:
    """One page of a PDF as a picture so many pixels wide."""
    stem = pdf.with_name(f"{pdf.stem}-{number}")
    span = [
        "-f",
        str(number),
        "-l",
        str(number),
        "-singlefile",
        "-scale-to-x",
        str(width),
        "-scale-to-y",
        "-1",
    ]
    subprocess.run(["pdftoppm", "-png", *span, str(pdf), str(stem)], check=True)
    return Image.open(f"{stem}.png").convert("RGB")


def grid(pictures: list[Image.Image]) -> Image.Image:
    """Pictures of one size, two to a row."""
    width, height = pictures[0].size
    sheet = Image.new("RGB", (2 * width + GAP, -(-len(pictures) // 2) * (height + GAP) - GAP), "#c9c5bb")
    for n, picture in enumerate(pictures):
        sheet.paste(picture, (n % 2 * (width + GAP), n // 2 * (height + GAP)))
    return sheet


def save(picture: Image.Image, name: str) -> None:
    """As a palette PNG with a hairline round it."""
    framed = Image.new("RGB", (picture.width + 2, picture.height + 2), "#b9b4a8")
    framed.paste(picture, (1, 1))
    framed.quantize(256).save(TARGET / f"{name}.png", optimize=True)


def main() -> None:
    """Build the lesson and draw."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        outline = REPOSITORY / "outlines" / f"{LESSON}.yaml"
        build = [sys.executable, "-m", "builders", "build", "-q", str(outline), "--out", folder]
        subprocess.run(build, check=True, cwd=REPOSITORY)
        made = Path(folder) / LESSON
        deck = made / f"{LESSON}-slides.pptx"
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(made), str(deck)]
        subprocess.run(convert, check=True, capture_output=True)
        slides = deck.with_suffix(".pdf")
        save(page(made / f"{LESSON}-handout.pdf", 1, 850), "handout")
        save(page(made / f"{LESSON}-TEACHER.pdf", 6, 850), "teacher")
        save(grid([page(slides, number, 640) for number in SLIDES]), "slides")
        save(page(slides, TIMELINE, 1280), "timeline")


if __name__ == "__main__":
    main()
