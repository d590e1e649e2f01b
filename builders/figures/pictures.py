"""Images of a lesson in: diagnostics about their pictures out; and for one of them, what is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builders.diagnostics import Diagnostic, Hint, Place, Related, Severity
from builders.figures.drawing import Drawing
from builders.figures.image import inspect, prepare, ready
from builders.figures.image_header import ImageFacts, Kind, Problem
from builders.figures.ops import fit
from builders.figures.svg import read_svg
from builders.lesson.credits import UNKNOWN_CREATORS
from builders.lesson.model import Image, Lesson, Picture


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A photograph to be drawn width × height points: its bytes, fit to be embedded, and its pixels."""

    data: bytes
    kind: Kind
    width_px: int
    height_px: int
    width: float
    height: float


def content(image: Image, width: float, height_max: float, dpi: float) -> Drawing | Bitmap | None:
    """What is drawn for an image, as large as it goes into width × height_max points; a photograph no larger than its
    pixels allow at `dpi`. None where there is no picture (yet). The drawing's `alt` is the image's."""
    picture = image.picture
    if picture is None:
        return None
    if picture.kind == "svg":
        drawing, _ = read_svg(picture.data, picture.path)
        return drawing and replace(fit(drawing, width, height_max), alt=image.alt or drawing.alt)
    found = prepare(picture.data)
    scale = min(width / found.width_px, height_max / found.height_px, 72 / dpi)
    return Bitmap(
        found.data,
        found.kind,
        found.width_px,
        found.height_px,
        found.width_px * scale,
        found.height_px * scale,
    )


def check_pictures(lesson: Lesson, file: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the pictures of a lesson, each picture opened once; located at the image's `file` in the
    outline `file`, what stands inside an SVG also at its own line."""
    return tuple(
        found for image in lesson.images if image.picture for found in _check(image, image.picture, file)
    )


def _check(image: Image, picture: Picture, file: str) -> Iterator[Diagnostic]:
    place = Place(file, (*image.loc, "file"))
    if picture.kind == "svg":
        for found in read_svg(picture.data, picture.path)[1]:
            where = Related(found.place, "here in the drawing")
            yield replace(found, place=place, related=(where, *found.related))
        return
    prepared = ready(picture.data)
    if isinstance(prepared, Problem):
        yield Diagnostic(prepared.code, Severity.ERROR, prepared.message, place, (Hint(prepared.cure),))
        return
    facts = inspect(picture.data)
    if isinstance(facts, ImageFacts):
        yield from _check_artist(image, facts, file)


def _check_artist(image: Image, facts: ImageFacts, file: str) -> Iterator[Diagnostic]:
    """What a file says about its maker is often wrong, so that it only makes one look again."""
    creator = image.creator
    if facts.artist is None or creator is None or creator.casefold() in UNKNOWN_CREATORS:
        return
    if not _names(creator) & _names(facts.artist):
        message = f"The picture's file names “{facts.artist[:60]}” as its maker, the outline “{creator}”."
        hint = Hint("Look up who made it; the outline's words are the ones that are printed.")
        yield Diagnostic(
            "credit-differs", Severity.WARNING, message, Place(file, (*image.loc, "creator")), (hint,)
        )


def _names(text: str) -> set[str]:
    return set(re.findall(r"\w{2,}", text.casefold()))
