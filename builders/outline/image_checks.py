"""An image and how it was written in; what its credit lacks, and what may not or can't be cut, reported."""

from __future__ import annotations

from builders.diagnostics import Hint, Severity
from builders.lesson.licenses import NEEDS_BASIS, UNKNOWN, forbids_changes
from builders.lesson.model import Image, plain
from builders.outline.reader import Given, Reader, listed

_BASES = {"PDM-1.0": "why it is in the public domain", "LicenseRef-Permission": "who permitted it, and when"}


def check_credit(image: Image, given: Given, reader: Reader) -> None:
    """Report what a credit lacks; what isn't printed yet can wait, and is noted only."""
    severity = Severity.WARNING if image.file is not None else Severity.NOTE
    missing = [] if image.own else _lacking(image, given)
    if not image.alt:
        missing.append("what is to be seen (`alt:`)")
    if missing:
        message = f"The credit of `{image.id}` lacks {listed(missing)}."
        hint = Hint("add what you know; write unknown where you don’t")
        if not image.own:
            hint = Hint(f"{hint.text}; for a picture that you made yourself, write `credit: mine`")
        reader.report(severity, "missing-credit", message, given, (hint,), key=True)
    if image.license == UNKNOWN:
        message = f"The licence of `{image.id}` is unknown, so it may not be copied with confidence."
        cure = Hint("look it up where you found the picture, or use another")
        reader.report(severity, "unknown-license", message, given, (cure,), key=True)
    if image.alt and image.caption and _same(image.alt, plain(image.caption)):
        message = f"`alt` of `{image.id}` only repeats the caption."
        cure = Hint("say in `alt:` what is to be seen; those who hear it hear the caption too")
        reader.report(severity, "alt-is-caption", message, given, (cure,), key=True)


def check_framing(image: Image, given: Given, reader: Reader) -> None:
    """Report a crop that the licence forbids, and one of a drawing, which is always shown whole."""
    framing = image.framing
    at = _field(given, "crop" if framing.crop is not None else "fit" if framing.cover else "focus")
    if at is None:
        return
    drawn = _field(given, "map") or _field(given, "chart")
    if (image.picture is not None and image.picture.kind == "svg") or (drawn and framing.crop is not None):
        message = f"`{image.id}` is a drawing, which is shown whole; only photographs are cut."
        cure = "leave it out" if drawn else "leave it out, or cut the drawing in its program"
        reader.warn("drawing-cropped", message, at, Hint(cure))
    elif framing.cuts and image.license is not None and forbids_changes(image.license):
        message = f"{image.license.label} allows no changed copies, and a crop is one."
        hint = Hint("show the picture whole, or ask its maker and write `license: permission` and `basis:`")
        reader.warn("license-forbids-crop", message, at, hint)


def _lacking(image: Image, given: Given) -> list[str]:
    missing = []
    if image.creator is None:
        missing.append("who made it (`creator:`, a name or `unknown`)")
    if image.source is None and image.url is None:
        missing.append("who holds it (`source:`)")
    if image.license is None and _field(given, "license") is None:
        missing.append("the licence (`license:`)")
    elif image.license is not None and image.license.id in NEEDS_BASIS and image.basis is None:
        missing.append(f"{_BASES.get(image.license.id, 'why the use is fair')} (`basis:`)")
    return missing


def _field(given: Given, name: str) -> Given | None:
    """A field that was written, be it understood or not."""
    return next((value for key, value in given.entries() if key.value == name and not value.absent), None)


def _same(one: str, other: str) -> bool:
    return one.casefold().strip(" .") == other.casefold().strip(" .")
