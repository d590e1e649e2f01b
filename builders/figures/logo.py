"""A logo's bytes in, the theme with a logo fit to be embedded out, or what is wrong with the picture."""

from __future__ import annotations

from dataclasses import replace

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.figures.image import prepare, sound
from builders.figures.image_header import Problem
from builders.outline.read_theme import ReadTheme
from builders.theme.tokens import Logo, Theme

LONGEST = 720
"""Pixels on the longer side of a logo: more are not to be seen at its size."""


def with_logo(read: ReadTheme, file: str) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme with its logo; `file` names the theme's file in diagnostics."""
    if read.logo is None:
        return read.theme, ()
    facts = sound(read.logo.data)
    if isinstance(facts, Problem):
        place = Place(file, read.logo.loc)
        return read.theme, (
            Diagnostic(facts.code, Severity.ERROR, facts.message, place, (Hint(facts.cure),)),
        )
    found = prepare(read.logo.data, None, LONGEST)
    logo = Logo(found.data, found.kind, found.width_px, found.height_px, read.logo.alt)
    return replace(read.theme, logo=logo), ()
