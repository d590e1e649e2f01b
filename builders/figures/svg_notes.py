"""Warnings about a drawing, each kind kept once with its first place and how often it came."""

from __future__ import annotations

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.figures.svg_tree import Element

_CURES = {
    "style": Hint("Save the drawing as “Plain SVG”, or with “presentation attributes”."),
    "textPath": Hint("Set the words on a straight line, or turn them into outlines."),
    "filter": Hint("Draw the effect with plain shapes."),
    "image": Hint("Give the picture an entry of its own under `images:`."),
}


MOST = 40
"""How many different things are said of one drawing."""


class Notes:
    """Collects warnings in the order in which they first come."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._seen: dict[tuple[str, Severity, str], tuple[Element, int]] = {}

    def add(self, element: Element, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        """Note something; a later note of the same words is only counted."""
        key = (code, severity, message)
        if len(self._seen) >= MOST and key not in self._seen:
            key = ("svg-unsupported", Severity.WARNING, "The drawing has more that isn't supported.")
        first, count = self._seen.get(key, (element, 0))
        self._seen[key] = first, count + 1

    def unsupported(self, element: Element, what: str) -> None:
        """Warn that part of the drawing isn't drawn as it was meant."""
        self.add(element, "svg-unsupported", f"In the drawing, {what} isn't supported and is left out.")

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The warnings, with line and column."""
        found = []
        for (code, severity, message), (element, count) in self._seen.items():
            text = message if count == 1 else f"{message[:-1]} ({count} times)."
            place = Place(self._file, line=element.line, column=element.column)
            cure = _CURES.get(element.name)
            found.append(Diagnostic(code, severity, text, place, (cure,) if cure else ()))
        return tuple(found)
