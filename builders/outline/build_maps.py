"""Maps put together: what was read and the lesson's names in, images of the model that hold a map out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median
from typing import Any, assert_never

from builders.diagnostics import Hint
from builders.lesson.citations import short_cite
from builders.lesson.labels import labels
from builders.lesson.maps import (
    Area,
    Map,
    MapArrow,
    MapEntry,
    MapLabel,
    MapLine,
    MapPlace,
    MapRegion,
    Spot,
    spots_of,
    told,
)
from builders.lesson.model import Image, Inline, Source, plain
from builders.lesson.spans import joined, sentence, spans
from builders.outline import coordinates, cures
from builders.outline.reader import Given, Reader
from builders.outline.references import Reference
from builders.outline.resolve import Names
from builders.outline.syntax import ImageGiven
from builders.outline.syntax_blocks import MapSyntax
from builders.outline.syntax_maps import (
    ArrowSyntax,
    LabelSyntax,
    LineSyntax,
    MapEntrySyntax,
    PlaceSyntax,
    RegionSyntax,
    SpotGiven,
    swap,
)
from builders.outline.syntax_parts import ImageSyntax

_DISTANCE = re.compile(r"(?:\S+\s){0,2}\d+(?:[.,]\d+)?\s*(?:km|км|mi|miles|kilomet\w+)", re.IGNORECASE)
BRIEF = 48
"""The most letters of a source in a caption."""

_FAR, _NEAR = 25.0, 12.0
"""Degrees from the middle of the other points beyond which, and within which when swapped, two numbers were swapped."""


def with_maps(images: dict[str, Image], given: Iterable[ImageGiven], names: Names) -> dict[str, Image]:
    """The images, with their maps where they hold one."""
    found = dict(images)
    for item in given:
        if item.syntax is not None and item.syntax.map:
            image = found[item.id]
            source = named_source(item.syntax, names)
            shown = _map(item.syntax, source, names)
            if shown is not None:
                # A name from `sources:` is cited in the caption; a holder stays in the credit.
                kept = None if source is not None else image.source
                found[item.id] = _completed(replace(image, source=kept), shown, item.syntax, source, names)
    return found


def map_block(block: MapSyntax, names: Names) -> Image | None:
    """The image that a map in the flow is."""
    source = names.source(block.source)
    shown = _map(block, source, names)
    if shown is None:
        return None
    number = 1
    while (name := f"map-{number}") in names.images:
        number += 1
    image = Image(name, block.loc, alt=block.alt or "", title=block.title, caption=block.caption)
    names.images[name] = _completed(image, shown, block, source, names)
    names.used_images.add(name)
    return names.images[name]


def named_source(syntax: ImageSyntax, names: Names) -> Source | None:
    """The source of an image that is drawn, where it is one of the lesson's `sources:`."""
    if syntax.source is None or syntax.source not in names.sources:
        return None
    return names.source(Reference(syntax.source, syntax.given))


def _completed(
    image: Image, shown: Map, syntax: ImageSyntax | MapSyntax, source: Source | None, names: Names
) -> Image:
    """The image with its map; caption, credit and alternative text completed."""
    words = labels(names.reader.language)
    cited = [source, *(entry.source for entry in shown.entries)]
    remark = _remark(syntax.exact, shown, [one for one in cited if one is not None], names.reader.language)
    return replace(
        image,
        own=True,
        map=shown,
        alt=image.alt or f"{words.map}{words.colon} {told(shown)}",
        license=image.license or names.license,
        source=". ".join(part for part in (image.source, words.map_land) if part),
        remark=remark,
    )


def _remark(exact: Inline, shown: Map, cited: Iterable[Source], language: str) -> Inline:
    """How exact the map is, whose borders it shows, and where the rest is from: the works cited have that in full."""
    words = labels(language)
    parts: list[Inline] = []
    if exact:
        distance = _DISTANCE.fullmatch(plain(exact).rstrip("."))
        told_exactly = words.map_exact.format(distance=plain(exact).rstrip("."))
        parts.append(spans(told_exactly) if distance else sentence(exact))
    if shown.borders:
        parts.append(spans(words.map_today))
    if cites := dict.fromkeys(_brief(source, language) for source in cited):
        parts.append(sentence(spans(words.map_after.format(sources="; ".join(cites)))))
    return joined(tuple(parts), " ")


def _brief(source: Source, language: str) -> str:
    """Who wrote it and when; of what nobody signs, the title, cut at a word."""
    words = plain(short_cite(replace(source, title=()) if source.authors else source, language))
    return words if len(words) <= BRIEF else words[:BRIEF].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def _map(syntax: ImageSyntax | MapSyntax, source: Source | None, names: Names) -> Map | None:
    places = {
        plain(e.place): e.at.spot for e in syntax.map if isinstance(e, PlaceSyntax) and e.at and e.at.spot
    }
    entries = [entry for given in syntax.map if (entry := _entry(given, places, names)) is not None]
    if not entries:
        return None
    _check_swapped(syntax.map, names.reader)
    area = syntax.area
    if area is not None:
        for entry in entries:
            _check_inside(entry, area, syntax.map, names.reader)
    sourced = source is not None or (isinstance(syntax, ImageSyntax) and syntax.source is not None)
    drawn = [entry for entry in entries if isinstance(entry, MapLine | MapRegion | MapArrow)]
    unsourced = [entry for entry in drawn if entry.source is None]
    if unsourced and not sourced:
        at = _given_of(unsourced[0], syntax.map)
        message = f"The map doesn’t say where “{plain(unsourced[0].name)}” is from."
        hint = Hint("write `source:` below it or below the map: a name from `sources:`, or a sentence")
        names.reader.warn("map-unsourced", message, at, hint, key=True)
    if drawn and not syntax.exact:
        message = "The caption doesn’t say how exact the lines and regions of this map are."
        names.reader.note(
            "map-exactness",
            message,
            syntax.given,
            Hint("write `exact:`, as in `exact: about 20 km`"),
            key=True,
        )
    return Map(tuple(entries), area, syntax.borders or False)


def _entry(given: MapEntrySyntax, places: dict[str, Spot], names: Names) -> MapEntry | None:
    match given:
        case PlaceSyntax():
            at = _spot(given.at, places, names)
            source = names.source(given.source)
            return (
                MapPlace(given.place, at, given.loc, given.note, _side(given, "neither"), source)
                if at
                else None
            )
        case LabelSyntax():
            at = _spot(given.at, places, names)
            style: Any = given.style
            source = names.source(given.source)
            return (
                MapLabel(given.label, at, given.loc, style, _side(given, "neither"), source) if at else None
            )
        case LineSyntax():
            through = _through(given.through, 2, given, places, names)
            dashes: Any = given.style or "solid"
            source = names.source(given.source)
            return MapLine(given.line, through, given.loc, dashes, _side(given), source) if through else None
        case ArrowSyntax():
            through = _through(given.through, 2, given, places, names)
            source = names.source(given.source)
            return MapArrow(given.arrow, through, given.loc, _side(given), source) if through else None
        case RegionSyntax():
            return _region(given, places, names)
        case _:
            assert_never(given)


def _region(given: RegionSyntax, places: dict[str, Spot], names: Names) -> MapRegion | None:
    marked: Any = given.style or "hatched"
    source = names.source(given.source)
    if given.at is not None and given.radius is not None:
        at = _spot(given.at, places, names)
        around: tuple[Spot, ...] = (at,) if at else ()
        radius: float | None = given.radius
    elif _wrote(given.given, "radius") and given.radius is None:
        return None  # What is wrong with it has been said.
    elif given.around or not _wrote(given.given, "around"):
        if not given.around:
            hint = Hint("write `around:` and the points of its outline, or `at:` and `radius:` for a circle")
            names.reader.error("missing-field", "This region has no outline.", given.given, hint, key=True)
            return None
        around, radius = _through(given.around, 3, given, places, names), None
    else:
        return None
    return (
        MapRegion(given.region, around, given.loc, radius, given.note, marked, _side(given), source)
        if around
        else None
    )


def _wrote(given: Given, name: str) -> bool:
    return any(key.value == name and not value.absent for key, value in given.entries())


def _side(given: MapEntrySyntax, usual: str = "first") -> Any:
    return given.side or usual


def _through(
    given: tuple[SpotGiven, ...], least: int, entry: MapEntrySyntax, places: dict[str, Spot], names: Names
) -> tuple[Spot, ...]:
    """The points of a line, none twice in a row; nothing and an error when they are too few."""
    found = [spot for item in given if (spot := _spot(item, places, names)) is not None]
    kept = tuple(spot for n, spot in enumerate(found) if n == 0 or spot != found[n - 1])
    if given and len(found) == len(given) and len(kept) < least:
        message = (
            f"{entry.NOUN[:1].upper()}{entry.NOUN[1:]} needs {least} points or more, and has {len(kept)}."
        )
        names.reader.error("too-few-points", message, given[0].given, Hint("add points, each with a dash"))
    return kept if len(kept) >= least else ()


def _spot(given: SpotGiven | None, places: dict[str, Spot], names: Names) -> Spot | None:
    """The point; a name is looked up among the places of the map."""
    if given is None or given.spot is not None:
        return given.spot if given else None
    if given.name in places:
        return places[given.name]
    near = cures.closest(given.name, places, 0.6)
    hints = [
        cures.replace(given.given.node, cures.scalar(way), f"write {way}")
        for way in coordinates.rewritten(given.name)
    ]
    if near is not None:
        sure = cures.one_slip(given.name, near)
        hints = [cures.replace(given.given.node, cures.scalar(near), f"did you mean {near}?", safe=sure)]
    usual = "write latitude and longitude, as in 52.23 N, 21.01 E, or the name of a `place:` on this map"
    message = f"“{given.name}” is neither a pair of coordinates nor a place on this map."
    names.reader.error("wrong-coordinates", message, given.given, *(hints or [Hint(usual)]))
    return None


def _points(entries: Iterable[MapEntrySyntax]) -> Iterator[SpotGiven]:
    for entry in entries:
        match entry:
            case PlaceSyntax() | LabelSyntax():
                yield from (entry.at,) if entry.at else ()
            case LineSyntax() | ArrowSyntax():
                yield from entry.through
            case RegionSyntax():
                yield from (*entry.around, *((entry.at,) if entry.at else ()))
            case _:
                assert_never(entry)


def _check_swapped(entries: Iterable[MapEntrySyntax], reader: Reader) -> None:
    """Two numbers that lie far from all others, and near them the other way round."""
    written = [(given, given.spot) for given in _points(entries) if given.spot is not None]
    if len(written) < 3:
        return
    north = median(spot.latitude for _, spot in written)
    east = median(spot.longitude for _, spot in written)
    for given, spot in written:
        away = max(abs(spot.latitude - north), abs(spot.longitude - east))
        swapped = max(abs(spot.longitude - north), abs(spot.latitude - east))
        if given.bare and away > _FAR and swapped < _NEAR:
            message = "This point lies far from all others of the map: the two numbers seem to be swapped."
            reader.warn("coordinates-swapped", message, given.given, swap(spot, given.given))


def _check_inside(entry: MapEntry, area: Area, given: Iterable[MapEntrySyntax], reader: Reader) -> None:
    wide = (area.east - area.west) % 360 or 360
    inside = any(
        area.south <= spot.latitude <= area.north and (spot.longitude - area.west) % 360 <= wide
        for spot in spots_of(entry)
    )
    around = len(spots_of(entry)) > 1 and not inside and _surrounds(entry, area)
    if not inside and not around:
        message = f"“{plain(entry.name)}” lies outside `area`, so that the map doesn’t show it."
        at = _given_of(entry, given)
        reader.warn("outside-area", message, at, Hint("make `area` larger, or leave this out"), key=True)


def _surrounds(entry: MapEntry, area: Area) -> bool:
    """Whether points that all lie outside may still have something of the line between them inside."""
    norths = [spot.latitude for spot in spots_of(entry)]
    easts = [spot.longitude for spot in spots_of(entry)]
    return (
        min(norths) <= area.north
        and max(norths) >= area.south
        and min(easts) <= area.east
        and max(easts) >= area.west
    )


def _given_of(entry: MapEntry, given: Iterable[MapEntrySyntax]) -> Given:
    return next(item.given for item in given if item.loc == entry.loc)
