"""Puts the font Gelasio, which has Georgia's widths, among the user's fonts, so that LibreOffice takes it for Georgia.

    python tests/tools/install_gelasio.py [--package DIR] [--fonts DIR]

Its npm package @fontsource/gelasio (fetched, unless DIR is one that is unpacked) has woff2 only, and the Latin and the
Extended Latin apart; here they are joined. It has no Cyrillic.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FACES = {"Regular": "400-normal", "Italic": "400-italic", "Bold": "700-normal", "BoldItalic": "700-italic"}


def install(package: Path, fonts: Path) -> list[Path]:
    """Write the four faces; returns their paths."""
    fonts.mkdir(parents=True, exist_ok=True)
    return [_face(package / "files", name, style, fonts) for name, style in FACES.items()]


def _face(files: Path, name: str, style: str, fonts: Path) -> Path:
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for subset in ("latin", "latin-ext"):
            font = TTFont(files / f"gelasio-{subset}-{style}.woff2")
            font.flavor = None
            for table in ("GSUB", "GPOS", "GDEF"):  # the subsets' rules can't be merged, and a deck sets none
                if table in font:
                    del font[table]
            path = Path(folder) / f"{subset}.ttf"
            font.save(path)
            parts.append(str(path))
        merged = Merger().merge(parts)
        _name(merged, name)
        target = fonts / f"Gelasio-{name}.ttf"
        merged.save(target)
    return target


def _name(font: TTFont, style: str) -> None:
    """The family's name and the style's, without which fontconfig doesn't know bold from regular."""
    words = {"BoldItalic": "Bold Italic"}.get(style, style)
    table = font["name"]
    table.names = []
    for number, text in ((1, "Gelasio"), (2, words), (4, f"Gelasio {words}"), (6, f"Gelasio-{style}")):
        table.setName(text, number, 3, 1, 0x409)
    bold, italic = "Bold" in style, "Italic" in style
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (0x20 if bold else 0) | (0x01 if italic else 0) or 0x40
    font["head"].macStyle = bold | italic << 1


def fetch(folder: Path) -> Path:
    """The package, unpacked in a folder."""
    command = ["npm", "pack", "--silent", "@fontsource/gelasio"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def main() -> None:
    """Install, and say where."""
    parser = argparse.ArgumentParser(description="Install Gelasio for LibreOffice.")
    parser.add_argument("--package", type=Path)
    parser.add_argument("--fonts", type=Path, default=Path.home() / ".local/share/fonts/gelasio")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        written = install(options.package or fetch(Path(folder)), options.fonts)
    subprocess.run(["fc-cache", "-f", str(options.fonts)], check=True)
    sys.stdout.writelines(f"{path}\n" for path in written)


if __name__ == "__main__":
    main()
