"""A diagnostic in, a paragraph for people out: place and message, the line with a caret, the corrected line."""

from __future__ import annotations

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.report.excerpt import WIDTH, columns, corrected, excerpt, printable

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_QUIET, _GOOD, _STRONG = "2", "32", "1"


class _Pen:
    """Puts ANSI colours around words, or nothing."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text


def paragraph(diagnostic: Diagnostic, source: str, color: bool) -> str:
    """The lines on one diagnostic, each with its line break. `source` is the text of its file, or ""."""
    pen = _Pen(color)
    place = diagnostic.place
    tint = _COLORS[diagnostic.severity]
    label = pen(tint, f"{diagnostic.severity.value}[{diagnostic.code}]")
    lines = [f"{pen(_STRONG, _where(place))}: {label}: {printable(diagnostic.message)}"]
    quoted = bool(source) and place.offset is not None and place.line is not None
    width = (
        max([len(str(p.line)) for p in (place, *(r.place for r in diagnostic.related)) if p.line], default=1)
        + 2
    )
    gutter = pen(_QUIET, f"{'':>{width}} |")
    hints = list(diagnostic.hints)
    if quoted:
        beside = hints[0].text if hints and len(hints[0].text) <= WIDTH // 2 else ""
        lines += _excerpt(source, place, width, "^", pen(tint, "{}"), beside, pen)
        if beside:
            lines += _write(hints.pop(0), source, gutter, width, pen)
    for hint in hints:
        lines.append(f"{'':>{width}} {pen(_QUIET, '=')} {printable(hint.text)}")
        if quoted:
            lines += _write(hint, source, gutter, width, pen)
    for related in diagnostic.related:
        if related.place.file == place.file and related.place.line is not None and source:
            lines += _excerpt(source, related.place, width, "-", "{}", related.message, pen)
        else:
            where = _where(related.place)
            lines.append(f"{'':>{width}} {pen(_QUIET, '=')} {where}: {printable(related.message)}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _where(place: Place) -> str:
    numbers = [str(n) for n in (place.line, place.column) if n is not None]
    return ":".join([printable(place.file), *numbers])


def _excerpt(
    source: str, place: Place, width: int, sign: str, tint: str, beside: str, pen: _Pen
) -> list[str]:
    """The numbered line, and below it the signs that underline the place, with a few words beside them."""
    start = place.offset or 0
    part = excerpt(source, start, start if place.end is None else place.end)
    under = tint.format(sign * (part.end - part.start))
    words = f" {printable(beside)}" if beside else ""
    gutter = pen(_QUIET, f"{'':>{width}} |")
    if part.end + columns(words) <= WIDTH + 20:
        below = [f"{gutter} {' ' * part.start}{under}{words}"]
    else:
        below = [f"{gutter} {' ' * part.start}{under}", f"{gutter}{words}"]
    number = pen(_QUIET, f"{place.line:>{width}} |")
    return [f"{number} {part.text}", *below]


def _write(hint: Hint, source: str, gutter: str, width: int, pen: _Pen) -> list[str]:
    """The corrected lines of a hint that has edits."""
    lines = corrected(source, hint.edits)
    if not lines:
        return []
    header = f"{'':>{width}} {pen(_QUIET, '=')} write:"
    return [header, *(f"{gutter} {pen(_GOOD, printable(line))}" for line in lines)]
