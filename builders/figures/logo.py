"""A logo's bytes in, the theme with a logo fit to be embedded out, or what is wrong with the picture."""

from __future__ import annotations

from dataclasses import replace

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.figures.image import ready
from builders.figures.image_header import Problem
from builders.outline.read_theme import ReadTheme
from builders.theme.tokens import Logo, Theme


def with_logo(read: ReadTheme, file: str) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme with its logo; `file` names the theme's file in diagnostics."""
    if read.logo is None:
        return read.theme, ()
    found = ready(read.logo.data)
    if isinstance(found, Problem):
        place = Place(file, read.logo.loc)
        return read.theme, (
            Diagnostic(found.code, Severity.ERROR, found.message, place, (Hint(found.cure),)),
        )
    logo = Logo(found.data, found.kind, found.width_px, found.height_px, read.logo.alt)
    return replace(read.theme, logo=logo), ()
