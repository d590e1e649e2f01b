"""Images of a lesson in, what is drawn for them out; and diagnostics about their pictures.

`content` is the only door from an image to what pages and slides draw: whatever an image is made of, it comes out as
a Drawing or a Bitmap that goes into a box. The code of maps, charts and SVG is loaded when a lesson has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from builders.diagnostics import Diagnostic, Hint, Place, Related, Severity
from builders.figures.drawing import Drawing
from builders.figures.framing import at, cropped, longest, window
from builders.figures.image import prepare, sound
from builders.figures.image_header import ImageFacts, Kind, Problem
from builders.figures.looks import Look, suited
from builders.figures.ops import fit
from builders.lesson.credits import UNKNOWN_CREATORS
from builders.lesson.licenses import forbids_changes
from builders.lesson.model import Framing, Image, Lesson, Picture

SLACK = 0.01
"""What a drawing may be larger than its box, in points."""

CHART = 1.6
"""The width of a chart by its height, where it is as large as can be: it fits any box."""

SEEN = 0.02
"""How far the proportion of what is shown may be from the picture's before it counts as cropped."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A photograph to be drawn width × height points: its bytes, fit to be embedded, and the pixels that the file has
    for what is shown of it (the bytes may have fewer, where those are more than anyone sees)."""

    data: bytes = field(repr=False)
    kind: Kind
    width_px: int
    height_px: int
    width: float
    height: float


def content(
    image: Image, width: float, height: float, dpi: float, look: Look, *, cover: bool = False
) -> Drawing | Bitmap | None:
    """What is drawn for an image, as large as it goes into width × height points; a photograph no larger than its
    pixels allow at `dpi`, unless it covers its place: then it fills the box, and what hangs over is cut off. Its author
    may want that, or `cover`, which a licence that forbids changes overrules. None where there is no picture (yet). A
    drawing's `alt` is the image's, else its own."""
    if image.map is not None:
        from builders.figures.maps.draw import draw_map

        drawn = draw_map(image.map, width, height, look, cover=cover)
        if drawn.width > width + SLACK or drawn.height > height + SLACK:
            # Its key and its names can need more than the box; what comes through here goes into it.
            drawn = fit(drawn, width, height)
        return replace(drawn, alt=image.alt or drawn.alt or image.spoken)
    if image.chart is not None:
        from builders.figures.charts import chart_drawing

        drawn = fit(chart_drawing(image.chart, width, height, look), width, height)
        return replace(drawn, alt=image.alt or drawn.alt)
    found = _source(image)
    match found:
        case None:
            return None
        case Drawing():
            shown = fit(found, width, height)
            return suited(replace(shown, alt=image.alt or shown.alt or image.spoken), look)
        case ImageFacts():
            assert image.picture is not None
            return _bitmap(image, image.picture, found, (width, height), dpi, cover=cover)


def proportion(image: Image) -> float | None:
    """The width of an image by its height, cropped as its author wants it; None where there is no picture (yet)."""
    if image.map is not None:
        from builders.figures.maps.draw import proportion_of

        return proportion_of(image.map)
    if image.chart is not None:
        return CHART
    found = _source(image)
    match found:
        case None:
            return None
        case Drawing():
            return found.width / found.height
        case ImageFacts():
            across, down = _pixels(image, found)
            return across / down


def shows_all(image: Image, shown: float) -> bool:
    """Whether all of a photograph is seen in a place where its width by its height is `shown`."""
    whole = proportion(replace(image, framing=Framing()))
    return whole is None or abs(shown / whole - 1) <= SEEN


def may_be_cropped(image: Image) -> bool:
    """Whether a place may cut off what hangs over; its licence may forbid it."""
    return image.license is None or not forbids_changes(image.license)


def pixels(image: Image) -> tuple[int, int] | None:
    """Width and height in pixels of what the author shows of a photograph; None for drawings and missing pictures."""
    found = _source(image)
    return _pixels(image, found) if isinstance(found, ImageFacts) else None


def _pixels(image: Image, facts: ImageFacts) -> tuple[int, int]:
    left, top, right, bottom = cropped(facts.width_px, facts.height_px, image.framing)
    return right - left, bottom - top


def _source(image: Image) -> Drawing | ImageFacts | None:
    """What an image is made of."""
    picture = image.picture
    if picture is None:
        return None
    if picture.kind == "svg":
        return _drawing(picture)[0]
    found = sound(picture.data)
    return None if isinstance(found, Problem) else found


def _drawing(picture: Picture) -> tuple[Drawing | None, tuple[Diagnostic, ...]]:
    from builders.figures.svg import read_svg

    return read_svg(picture.data, picture.path)


def _bitmap(
    image: Image, picture: Picture, facts: ImageFacts, box: tuple[float, float], dpi: float, *, cover: bool
) -> Bitmap:
    framing = image.framing
    cut = cropped(facts.width_px, facts.height_px, framing)
    if framing.cover or (cover and may_be_cropped(image)):
        width, height = box
        cut = window(cut, width / height, at(facts.width_px, facts.height_px, framing))
        across, down = cut[2] - cut[0], cut[3] - cut[1]
    else:
        across, down = cut[2] - cut[0], cut[3] - cut[1]
        scale = min(box[0] / across, box[1] / down, 72 / dpi)
        width, height = across * scale, down * scale
    prepared = prepare(picture.data, cut, longest(max(across, down), max(width, height)))
    return Bitmap(prepared.data, prepared.kind, across, down, width, height)


def check_pictures(lesson: Lesson, file: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the pictures of a lesson, each picture opened once; located at the image's `file` in the
    outline `file`, what stands inside an SVG also at its own line."""
    return tuple(
        found for image in lesson.images if image.picture for found in _check(image, image.picture, file)
    )


def _check(image: Image, picture: Picture, file: str) -> Iterator[Diagnostic]:
    place = Place(file, (*image.loc, "file"))
    if picture.kind == "svg":
        for found in _drawing(picture)[1]:
            where = Related(found.place, "here in the drawing")
            yield replace(found, place=place, related=(where, *found.related))
        return
    facts = sound(picture.data)
    if isinstance(facts, Problem):
        yield Diagnostic(facts.code, Severity.ERROR, facts.message, place, (Hint(facts.cure),))
        return
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
