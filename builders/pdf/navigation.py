"""Links and bookmarks in, annotations and an outline out (ISO 32000-1, 12.3, 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from builders.pdf.document import File
from builders.pdf.paint import Found, Link, Place
from builders.pdf.structure import Element, ObjectContent
from builders.pdf.syntax import Name, Ref, Value

_PRINT = 4
_BELOW_HEADINGS = 7


class MissingAnchor(ValueError):
    """A link leads to an anchor that the plan doesn't have."""


def write_links(
    file: File, found: Found, pages: Sequence[Ref], height: float, parents: list[Sequence[Element] | Element]
) -> list[list[Ref]]:
    """Write one annotation for each link and page; returns them by page, and appends their elements to `parents`."""
    annotations: list[list[Ref]] = [[] for _ in pages]
    for link in found.links.values():
        ref = file.add(_annotation(link, len(parents), found, pages, height))
        parents.append(link.element)
        link.element.kids.append(ObjectContent(link.page, ref))
        annotations[link.page].append(ref)
    return annotations


def _annotation(
    link: Link, key: int, found: Found, pages: Sequence[Ref], height: float
) -> dict[str, Value | None]:
    areas = [(left, height - bottom, right, height - top) for left, top, right, bottom in link.areas]
    quads = [v for left, low, right, high in areas for v in (left, high, right, high, left, low, right, low)]
    around = (
        min(area[0] for area in areas),
        min(area[1] for area in areas),
        max(area[2] for area in areas),
        max(area[3] for area in areas),
    )
    target: dict[str, Value | None] = {
        "A": {"Type": Name("Action"), "S": Name("URI"), "URI": _ascii(link.target)}
    }
    if link.target.startswith("#"):
        place = found.anchors.get(link.target[1:])
        if place is None:
            raise MissingAnchor(link.target)
        target = {"Dest": destination(place, pages, height)}
    annotation: dict[str, Value | None] = {
        "Type": Name("Annot"),
        "Subtype": Name("Link"),
        "F": _PRINT,
        "Border": (0, 0, 0),
        "Rect": around,
        "QuadPoints": quads,
        "Contents": link.text.strip() or link.target,
        "StructParent": key,
    }
    return annotation | target


def _ascii(target: str) -> str:
    """An IRI as a URI: what isn't printable ASCII is percent-encoded."""
    return "".join(
        char if "!" <= char <= "~" else "".join(f"%{byte:02X}" for byte in char.encode()) for char in target
    )


def destination(place: Place, pages: Sequence[Ref], height: float) -> list[Value]:
    """An explicit destination: the place at the top of the window."""
    return [pages[place.page], Name("XYZ"), 0, height - place.y, b"null"]


@dataclass(slots=True, eq=False)
class _Entry:
    place: Place | None
    level: int
    ref: Ref
    kids: list[_Entry] = field(default_factory=list)


def write_outline(file: File, bookmarks: Sequence[Place], pages: Sequence[Ref], height: float) -> Ref | None:
    """Write the bookmarks nested by level; those of text that isn't a heading stand below the last heading."""
    if not bookmarks:
        return None
    root = _Entry(None, 0, file.reserve())
    above = [root]
    for place in bookmarks:
        entry = _Entry(place, place.level or _BELOW_HEADINGS, file.reserve())
        while above[-1].level >= entry.level:
            above.pop()
        above[-1].kids.append(entry)
        above.append(entry)
    file.put(root.ref, _ends(root) | {"Type": Name("Outlines")})
    _write_kids(file, root, pages, height)
    return root.ref


def _ends(entry: _Entry) -> dict[str, Value | None]:
    """First, last and the number of entries that are shown."""
    if not entry.kids:
        return {}
    return {"First": entry.kids[0].ref, "Last": entry.kids[-1].ref, "Count": _count(entry)}


def _count(entry: _Entry) -> int:
    return sum(1 + _count(kid) for kid in entry.kids)


def _write_kids(file: File, parent: _Entry, pages: Sequence[Ref], height: float) -> None:
    for index, entry in enumerate(parent.kids):
        assert entry.place is not None
        item: dict[str, Value | None] = {
            "Title": entry.place.title,
            "Parent": parent.ref,
            "Prev": parent.kids[index - 1].ref if index else None,
            "Next": parent.kids[index + 1].ref if index + 1 < len(parent.kids) else None,
            "Dest": destination(entry.place, pages, height),
        }
        file.put(entry.ref, item | _ends(entry))
        _write_kids(file, entry, pages, height)
