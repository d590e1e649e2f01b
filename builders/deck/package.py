"""Parts and how they are related in, the zip of an Office document out (ECMA-376, part 2), the same bytes each time.

python-pptx has a package layer too, but loads all of itself with it, which took a sixth of a build.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from builders.deck.markup import HEAD, attribute

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "application/vnd.openxmlformats-officedocument"
_PRESENTATION = f"{_DOCUMENT}.presentationml"
_STORED = ("jpg", "png", "xlsx")
"""What is compressed already."""


class Kind(StrEnum):
    """What a part is: its content type."""

    PRESENTATION = f"{_PRESENTATION}.presentation.main+xml"
    SLIDE_MASTER = f"{_PRESENTATION}.slideMaster+xml"
    SLIDE_LAYOUT = f"{_PRESENTATION}.slideLayout+xml"
    SLIDE = f"{_PRESENTATION}.slide+xml"
    NOTES_MASTER = f"{_PRESENTATION}.notesMaster+xml"
    NOTES_SLIDE = f"{_PRESENTATION}.notesSlide+xml"
    PRESENTATION_PROPERTIES = f"{_PRESENTATION}.presProps+xml"
    VIEW_PROPERTIES = f"{_PRESENTATION}.viewProps+xml"
    TABLE_STYLES = f"{_PRESENTATION}.tableStyles+xml"
    THEME = f"{_DOCUMENT}.theme+xml"
    CHART = f"{_DOCUMENT}.drawingml.chart+xml"
    WORKBOOK = f"{_DOCUMENT}.spreadsheetml.sheet"
    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    APP_PROPERTIES = f"{_DOCUMENT}.extended-properties+xml"
    JPEG = "image/jpeg"
    PNG = "image/png"


class Relation(StrEnum):
    """What a part is to another."""

    DOCUMENT = f"{_OFFICE}/officeDocument"
    SLIDE_MASTER = f"{_OFFICE}/slideMaster"
    SLIDE_LAYOUT = f"{_OFFICE}/slideLayout"
    SLIDE = f"{_OFFICE}/slide"
    NOTES_MASTER = f"{_OFFICE}/notesMaster"
    NOTES_SLIDE = f"{_OFFICE}/notesSlide"
    PRESENTATION_PROPERTIES = f"{_OFFICE}/presProps"
    VIEW_PROPERTIES = f"{_OFFICE}/viewProps"
    TABLE_STYLES = f"{_OFFICE}/tableStyles"
    THEME = f"{_OFFICE}/theme"
    CHART = f"{_OFFICE}/chart"
    EMBEDDED = f"{_OFFICE}/package"
    IMAGE = f"{_OFFICE}/image"
    LINK = f"{_OFFICE}/hyperlink"
    CORE_PROPERTIES = f"{_PACKAGE}/relationships/metadata/core-properties"
    APP_PROPERTIES = f"{_OFFICE}/extended-properties"


Related: TypeAlias = tuple[Relation, str, bool]
"""A relation, the target as it is written, and whether that lies outside of the package."""


@dataclass(slots=True, eq=False)
class Part:
    """A file of the package. `name` is its whole path, with a slash before it; the package itself is a part whose name
    is only that slash. `related` has the ids of its relationships in the order in which they were made."""

    name: str
    kind: Kind | None = None
    blob: bytes = b""
    related: dict[Related, str] = field(default_factory=dict)

    def relate_to(self, target: Part | str, relation: Relation) -> str:
        """The id of the relationship to a part or a URL; made once."""
        if isinstance(target, Part):
            key = (relation, _relative(target.name, posixpath.dirname(self.name)), False)
        else:
            key = (relation, target, True)
        return self.related.setdefault(key, f"rId{len(self.related) + 1}")

    @property
    def extension(self) -> str:
        """What follows the last dot of its name."""
        return self.name.rpartition(".")[2]


@lru_cache(maxsize=1 << 12)
def _relative(name: str, folder: str) -> str:
    """A part's name as it is written in a part of that folder."""
    return posixpath.relpath(name, folder)


def zipped(package: Part, parts: Sequence[Part]) -> bytes:
    """The parts as a zip of fixed order, dates and attributes."""
    ordered = sorted(parts, key=lambda part: _natural(part.name))
    files = [("[Content_Types].xml", _content_types(ordered)), ("_rels/.rels", _relationships(package))]
    for part in ordered:
        folder, _, name = part.name.removeprefix("/").rpartition("/")
        files.append((f"{folder}/{name}", part.blob))
        if part.related:
            files.append((f"{folder}/_rels/{name}.rels", _relationships(part)))
    return archived(files)


def archived(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files as a zip of fixed dates and attributes, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o600 << 16
            stored = name.endswith(_STORED)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            # A ZipInfo doesn't take the archive's level.
            archive.writestr(info, data, compresslevel=6)
    return buffer.getvalue()


def _relationships(part: Part) -> bytes:
    """A part's relationships in the order in which they were made."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{relation}" Target="{attribute(target)}"'
        + (' TargetMode="External"/>' if outside else "/>")
        for (relation, target, outside), key in part.related.items()
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _content_types(parts: Sequence[Part]) -> bytes:
    """What kind each part is: XML by name, all others by their extension."""
    others = sorted({(part.extension, str(part.kind)) for part in parts if part.extension != "xml"})
    defaults = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        *others,
    ]
    listed = "".join(f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in defaults)
    listed += "".join(
        f'<Override PartName="{part.name}" ContentType="{part.kind}"/>'
        for part in parts
        if part.extension == "xml"
    )
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{listed}</Types>'.encode()


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", name)]
