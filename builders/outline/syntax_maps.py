"""Maps: what stands on them, as read from the outline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from builders.diagnostics import Hint
from builders.lesson.maps import Area, Spot
from builders.outline import coordinates, cures
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.many import list_given, reference
from builders.outline.mapping import Syntax, any_number, one_or_none, read_model
from builders.outline.names import SYNONYMS, normalised
from builders.outline.reader import Given, Reader, listed
from builders.outline.references import REFERENCE, Reference
from builders.outline.values import InlineText, raw_text
from builders.source.nodes import Entry, Mapping, Scalar

MOST_ENTRIES, MOST_SPOTS = 80, 500
"""Of a map, and of one line on it: more is neither read nor drawn in a glance."""

EXAMPLE = "52.23 N, 21.01 E"


@dataclass(frozen=True, slots=True)
class SpotGiven:
    """A point as written: its degrees, or the name of a place of the same map."""

    spot: Spot | None
    name: str
    given: Given
    bare: bool
    """Written without N and E, so that the two numbers may have been swapped."""


def read_spot(given: Given, reader: Reader) -> SpotGiven | None:
    """A point, or the name of one; what is neither is reported when all names are known."""
    words = raw_text(given, reader).strip()
    if not words:
        return None
    found = coordinates.spot(words)
    if found is None:
        return SpotGiven(None, words, given, bare=False)
    return (
        SpotGiven(found, words, given, not any(c in words.upper() for c in "NSEW"))
        if _on_earth(found, given, reader)
        else None
    )


def _on_earth(spot: Spot, given: Given, reader: Reader) -> bool:
    if abs(spot.latitude) <= 90 and abs(spot.longitude) <= 180:
        return True
    swapped = abs(spot.longitude) <= 90 and abs(spot.latitude) <= 180
    message = f"There is no latitude {spot.latitude:g}: it goes from 90 S to 90 N."
    if abs(spot.latitude) <= 90:
        message = f"There is no longitude {spot.longitude:g}: it goes from 180 W to 180 E."
    hint = Hint(f"write the latitude first, then the longitude, as in {EXAMPLE}")
    if swapped:
        hint = swap(spot, given)
    reader.error("wrong-coordinates", message, given, hint)
    return False


def swap(spot: Spot, given: Given) -> Hint:
    """The two numbers the other way round."""
    text = f"{spot.longitude:g}, {spot.latitude:g}"
    return cures.replace(given.node, text, f"the latitude comes first: write {text}")


def read_spots(given: Given, reader: Reader) -> tuple[SpotGiven, ...]:
    """Points, each with a dash; or in one text, with semicolons or line breaks between."""
    items = [item for item in given.items() if not item.absent]
    if isinstance(given.node, Scalar):
        items = _pieces(given.node, given, reader)
    if len(items) > MOST_SPOTS:
        message = f"This line has {len(items)} points; at most {MOST_SPOTS} are drawn."
        reader.error(
            "too-many-points", message, items[MOST_SPOTS], Hint("leave out those that lie almost on the line")
        )
        items = items[:MOST_SPOTS]
    found = (read_spot(item, reader) for item in items)
    return tuple(spot for spot in found if spot is not None)


def _pieces(node: Scalar, given: Given, reader: Reader) -> list[Given]:
    """The points of one text, each with its place in it."""
    found, at = [], node.start
    for piece in re.split(r"[;\n]", raw_text(given, reader)):
        if words := piece.strip():
            # A folded text has other line breaks than its source: what isn't found there stands where it began.
            start = reader.text.find(words, at, node.end)
            at = start + len(words) if start >= 0 else at
            place = (start, at) if start >= 0 else (node.start, node.end)
            found.append(Given(Scalar(words, *place), given.loc))
    return found


def _read_area(given: Given, reader: Reader) -> Area | None:
    words = raw_text(given, reader).strip()
    if not words:
        return None
    area = coordinates.area(words)
    hint = Hint("write it as in `49 to 60 N, 14 to 33 E`")
    if area is None:
        reader.error("wrong-coordinates", f"“{words}” is no area.", given, hint)
    elif max(abs(area.south), abs(area.north)) > 90 or max(abs(area.west), abs(area.east)) > 180:
        message = "An area lies between 90 S and 90 N, 180 W and 180 E."
        reader.error("wrong-coordinates", message, given, hint)
    elif area.north - area.south < LEAST or (area.east - area.west) % 360 < LEAST:
        message = (
            f"This area is less than {LEAST:g}° wide or high: the stored coasts are good to about 2 km only."
        )
        reader.error("wrong-coordinates", message, given, Hint("choose a larger one, or leave `area` out"))
    else:
        return area
    return None


LEAST = 0.5
"""The smallest area in degrees."""


def _read_borders(given: Given, reader: Reader) -> bool:
    words = raw_text(given, reader).strip()
    if not words or words.casefold() in ("today", "none"):
        return words.casefold() == "today"
    hints = (
        cures.replace(given.node, "today", "write `borders: today` for those of today"),
        Hint("draw those of another time as a `line:` with its points and its source"),
    )
    reader.error("unknown-value", "Only today’s borders are stored here.", given, *hints)
    return False


def _read_radius(given: Given, reader: Reader) -> float | None:
    words = raw_text(given, reader).strip()
    if not words:
        return None
    length = coordinates.kilometres(words)
    if length is None or not 1 <= length <= 3000:
        message = f"“{words}” is no radius: it is a length from 1 to 3000 km."
        reader.error("wrong-number", message, given, Hint("write it with its unit, as in `60 km`"))
        return None
    return length


def one_of(*words: str) -> Kind[str | None]:
    """One of some words."""

    def read(given: Given, reader: Reader) -> str | None:
        written = raw_text(given, reader).strip()
        if not written or written.casefold() in words:
            return written.casefold() or None
        message = f"“{written}” is not known here; write {' or '.join(words)}."
        hints = cures.did_you_mean(Scalar(written, given.node.start, given.node.end), words)
        reader.error("unknown-value", message, given, *(hints or (Hint("leave it out for the usual one"),)))
        return None

    return Kind(listed([f"`{word}`" for word in words]).replace(" and ", " or "), read, {"enum": list(words)})


SPOT: Kind[SpotGiven | None] = Kind("coordinates", read_spot, TEXT_SCHEMA)
SPOTS = Kind(
    "list of coordinates",
    read_spots,
    {"anyOf": [{"type": "string"}, {"type": "array", "items": nullable(TEXT_SCHEMA)}]},
)
AREA: Kind[Area | None] = Kind("from–to in degrees", _read_area, {"type": "string"})
BORDERS = Kind("`today`", _read_borders, {"enum": ["today", "none"]})
RADIUS: Kind[float | None] = Kind("length", _read_radius, {"type": "string"})
SIDE = one_of("first", "second", "neither")

Spots = Annotated[tuple[SpotGiven, ...], SPOTS]
AtField = Annotated[SpotGiven | None, SPOT]
SideField = Annotated[str | None, SIDE]
Ref = Annotated[Reference | None, REFERENCE]

_AT = f"where: latitude and longitude, as in `{EXAMPLE}`"
_SIDE = "whose it is: `first` has the accent, `second` its companion, `neither` is grey"
_SOURCE = "where this is from: a name from `sources:`, or a sentence"


class PlaceSyntax(Syntax):
    """A dot and a name."""

    NAME: ClassVar[str] = "map_place"
    NOUN: ClassVar[str] = "a place on a map"
    REQUIRED: ClassVar[tuple[str, ...]] = ("place", "at")

    place: InlineText = any_number("its name")
    at: AtField = one_or_none(_AT)
    note: InlineText = any_number("a few words below the name")
    side: SideField = one_or_none(_SIDE)
    source: Ref = one_or_none(_SOURCE)


class LabelSyntax(Syntax):
    """The name of a country, a region or a sea, without a dot."""

    NAME: ClassVar[str] = "map_label"
    NOUN: ClassVar[str] = "a label on a map"
    REQUIRED: ClassVar[tuple[str, ...]] = ("label", "at")

    label: InlineText = any_number("the name")
    at: AtField = one_or_none("where its middle stands")
    style: Annotated[str | None, one_of("land", "water")] = one_or_none(
        "what it names; when left out, what lies there"
    )
    side: SideField = one_or_none(_SIDE)
    source: Ref = one_or_none(_SOURCE)


class LineSyntax(Syntax):
    """A border, a front or a road."""

    NAME: ClassVar[str] = "map_line"
    NOUN: ClassVar[str] = "a line on a map"
    REQUIRED: ClassVar[tuple[str, ...]] = ("line", "through")

    line: InlineText = any_number("what it is")
    through: Spots = any_number(
        "its points in order, each with a dash or in one text with semicolons: coordinates, or names of places on it"
    )
    style: Annotated[str | None, one_of("solid", "dashed", "dotted")] = one_or_none(
        "how it is drawn; solid when left out"
    )
    side: SideField = one_or_none(_SIDE)
    source: Ref = one_or_none(_SOURCE)


class ArrowSyntax(Syntax):
    """A movement."""

    NAME: ClassVar[str] = "map_arrow"
    NOUN: ClassVar[str] = "an arrow on a map"
    REQUIRED: ClassVar[tuple[str, ...]] = ("arrow", "through")

    arrow: InlineText = any_number("who moves")
    through: Spots = any_number("its points from tail to head")
    side: SideField = one_or_none(_SIDE)
    source: Ref = one_or_none(_SOURCE)


class RegionSyntax(Syntax):
    """A territory: the land inside an outline, or within a radius."""

    NAME: ClassVar[str] = "map_region"
    NOUN: ClassVar[str] = "a region on a map"
    REQUIRED: ClassVar[tuple[str, ...]] = ("region",)

    region: InlineText = any_number("what it is")
    around: Spots = any_number("the points of its outline; it may run out to sea, since only land is marked")
    at: AtField = one_or_none("instead of `around`: the middle of a circle")
    radius: Annotated[float | None, RADIUS] = one_or_none("of that circle, as in `60 km`")
    note: InlineText = any_number("a few words below its name")
    style: Annotated[str | None, one_of("hatched", "filled", "outlined")] = one_or_none(
        "how it is marked; hatched when left out, which a copier keeps"
    )
    side: SideField = one_or_none(_SIDE)
    source: Ref = one_or_none(_SOURCE)


MapEntrySyntax = PlaceSyntax | LabelSyntax | LineSyntax | ArrowSyntax | RegionSyntax

ENTRY_MODELS: dict[str, type[MapEntrySyntax]] = {
    "place": PlaceSyntax,
    "label": LabelSyntax,
    "line": LineSyntax,
    "arrow": ArrowSyntax,
    "region": RegionSyntax,
}
"""What stands on maps, by its first key."""


def read_entries(given: Given, reader: Reader) -> tuple[MapEntrySyntax, ...]:
    """What stands on a map, in order."""
    items = list_given(given, "places, lines and labels", reader)
    if len(items) > MOST_ENTRIES:
        message = f"This map has {len(items)} things on it; at most {MOST_ENTRIES} are drawn."
        reader.error("too-many-points", message, items[MOST_ENTRIES], Hint("make two maps of it"))
    found = (_entry(item, reader) for item in items[:MOST_ENTRIES])
    return tuple(entry for entry in found if entry is not None)


def _entry(given: Given, reader: Reader) -> MapEntrySyntax | None:
    node = given.node
    if not isinstance(node, Mapping):
        message = (
            "What stands on a map begins with its kind: `place:`, `label:`, `line:`, `arrow:` or `region:`."
        )
        words = node.value if isinstance(node, Scalar) else "Warsaw"
        hint = Hint(f"write `place: {words}`, and below it `at:` and where it is; a picture is an `image:`")
        reader.error("wrong-type", message, given, hint)
        return None
    keys = [entry.key.value for entry in node.entries]
    kind = next((key for key in keys if key in ENTRY_MODELS), None)
    if kind is not None:
        return read_model(ENTRY_MODELS[kind], given, reader)
    for entry in node.entries:
        name = normalised(entry.key.value)
        near = _KINDS.get(name) or cures.closest(name, ENTRY_MODELS)
        if near is not None:
            message = f"There is no `{entry.key.value}` on maps; it is called `{near}`."
            reader.error(
                "unknown-field",
                message,
                given.below(entry),
                cures.rename(entry.key, near, safe=True),
                key=True,
            )
            renamed = tuple(
                Entry(Scalar(near, e.key.start, e.key.end, e.key.style), e.value) if e is entry else e
                for e in node.entries
            )
            return read_model(
                ENTRY_MODELS[near], Given(Mapping(renamed, node.start, node.end), given.loc), reader
            )
    message = "This names nothing that stands on maps: `place`, `label`, `line`, `arrow` or `region`."
    reader.error(
        "missing-field", message, given, Hint("write what it is first, as in `- place: Warsaw`"), key=True
    )
    return None


_KINDS = {
    word: ours
    for ours, model in ENTRY_MODELS.items()
    for word, meant in SYNONYMS[model.NAME].items()
    if meant == ours
}

ENTRIES: Kind[tuple[MapEntrySyntax, ...]] = Kind(
    "list of places, labels, lines, arrows and regions",
    read_entries,
    {"type": "array", "items": nullable({"anyOf": [reference(model) for model in ENTRY_MODELS.values()]})},
)

MapField = Annotated[tuple[MapEntrySyntax, ...], ENTRIES]
AreaField = Annotated[Area | None, AREA]
BordersField = Annotated[bool | None, BORDERS]

MAP = "what stands on it, each with a dash: `place`, `label`, `line`, `arrow` or `region`"
AREA_WORDS = "what is shown, as in `49 to 60 N, 14 to 33 E`; when left out, it fits what stands on the map"
BORDERS_WORDS = "`today` for today’s borders, which the caption then says; none when left out"
EXACT_WORDS = (
    "how exact the lines and regions are: a distance, as in `about 20 km`, or a sentence; the caption says it"
)
