"""The structure tree (ISO 32000-1, 14.7): elements in reading order, marked content as it is painted;
objects out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from builders.pdf.document import File
from builders.pdf.syntax import Name, Ref, Value

_KEPT_EMPTY = frozenset({"Document", "TR", "TH", "TD", "LBody"})
"""Elements that mean something without content: an empty cell is still a cell."""


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence of a page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class ObjectContent:
    """An annotation of a page."""

    page: int
    annotation: Ref


@dataclass(slots=True, eq=False)
class Element:
    """A structure element. `attributes` are by owner (Table, List, Layout) and key."""

    role: str
    kids: list[Kid] = field(default_factory=list)
    alt: str | None = None
    actual: str | None = None
    language: str | None = None
    id: str | None = None
    attributes: dict[str, dict[str, Value]] = field(default_factory=dict)

    def add(self, role: str, *, alt: str | None = None, language: str | None = None) -> Element:
        """A new element at the end of this one."""
        element = Element(role, alt=alt, language=language)
        self.kids.append(element)
        return element

    def set(self, owner: str, **attributes: Value) -> Element:
        """Add attributes; returns the element itself."""
        self.attributes.setdefault(owner, {}).update(attributes)
        return self


Kid: TypeAlias = "Element | Content | ObjectContent"


def prune(element: Element) -> bool:
    """Drop elements that got no content; True when this one stays."""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or prune(kid)]
    return bool(element.kids) or element.role in _KEPT_EMPTY


def write_tree(
    file: File,
    root: Element,
    pages: Sequence[Ref],
    parents: Sequence[Sequence[Element] | Element],
) -> Ref:
    """Write the tree under `root`; `parents` is the parent tree: by StructParents key the elements of a
    page's marked content in the order of their ids, or the element of an annotation. Returns the
    StructTreeRoot."""
    prune(root)
    tree = file.reserve()
    refs = {element: file.reserve() for element in _walk(root)}
    for number, note in enumerate([element for element in refs if element.role == "Note"], 1):
        note.id = f"note-{number}"  # PDF/UA wants an ID on each
    ids: dict[str, Ref] = {}
    _write(file, root, tree, refs, pages, ids)
    nums: list[Value] = []
    for key, owner in enumerate(parents):
        nums += [key, refs[owner] if isinstance(owner, Element) else [refs[element] for element in owner]]
    parent_tree = file.add({"Nums": nums})
    names: list[Value] = [value for key in sorted(ids) for value in (key, ids[key])]
    file.put(
        tree,
        {
            "Type": Name("StructTreeRoot"),
            "K": refs[root],
            "ParentTree": parent_tree,
            "ParentTreeNextKey": len(parents),
            "IDTree": {"Names": names} if names else None,
        },
    )
    return tree


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _write(
    file: File,
    element: Element,
    parent: Ref,
    refs: Mapping[Element, Ref],
    pages: Sequence[Ref],
    ids: dict[str, Ref],
) -> None:
    own = refs[element]
    if element.id is not None:
        ids[element.id] = own
    page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    kids = [_kid(kid, page, refs, pages) for kid in element.kids]
    attributes: list[Value] = [
        {"O": Name(owner), **dict(sorted(entries.items()))}
        for owner, entries in sorted(element.attributes.items())
    ]
    file.put(
        own,
        {
            "Type": Name("StructElem"),
            "S": Name(element.role),
            "P": parent,
            "Pg": None if page is None else pages[page],
            "K": kids[0] if len(kids) == 1 else kids or None,
            "Alt": element.alt,
            "ActualText": element.actual,
            "Lang": element.language,
            "ID": element.id,
            "A": attributes[0] if len(attributes) == 1 else attributes or None,
        },
    )
    for kid in element.kids:
        if isinstance(kid, Element):
            _write(file, kid, own, refs, pages, ids)


def _kid(kid: Kid, page: int | None, refs: Mapping[Element, Ref], pages: Sequence[Ref]) -> Value:
    match kid:
        case Element():
            return refs[kid]
        case Content():
            if kid.page == page:
                return kid.mcid
            return {"Type": Name("MCR"), "Pg": pages[kid.page], "MCID": kid.mcid}
        case ObjectContent():
            return {"Type": Name("OBJR"), "Pg": pages[kid.page], "Obj": kid.annotation}
