"""A deck plan in, the bytes of a PPTX out, through python-pptx's package layer; the same plan gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import re
import uuid
import zipfile
from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import NAMESPACE as NS
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.package import Package

from builders.deck.layout_parts import layout_xml, master_xml, notes_master_xml, presentation_xml
from builders.deck.markup import HEAD, NAMESPACES, attribute
from builders.deck.slide_parts import notes_xml, slide_xml
from builders.deck.slides import DeckPlan, Paragraph, PictureShape
from builders.deck.theme_parts import app_xml, core_xml, table_styles_xml, theme_xml

FIRST_SLIDE_ID = 256


def write(plan: DeckPlan) -> bytes:
    """The deck as a PPTX file."""
    package = OpcPackage(io.BytesIO())
    parts = _Parts(package, plan)
    parts.frame()
    parts.slides()
    return _zip(package)


class _Parts:
    """Makes the parts of one deck and relates them."""

    def __init__(self, package: OpcPackage, plan: DeckPlan) -> None:
        self.package = package
        self.plan = plan
        self.media: dict[str, Part] = {}
        self.layouts: dict[str, Part] = {}
        self.presentation = self.part("/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN, "")
        package.relate_to(self.presentation, RT.OFFICE_DOCUMENT)

    def part(self, name: str, content_type: str, xml: str | bytes) -> Part:
        blob = xml if isinstance(xml, bytes) else xml.encode("utf-8")
        return Part(PackURI(name), content_type, cast(Package, self.package), blob)

    def frame(self) -> None:
        """Everything but the slides: properties, theme, master, layouts."""
        plan, language = self.plan, self.plan.language
        self.package.relate_to(
            self.part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core_xml(plan)), RT.CORE_PROPERTIES
        )
        self.package.relate_to(
            self.part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, app_xml(plan)), RT.EXTENDED_PROPERTIES
        )
        master = self.part(
            "/ppt/slideMasters/slideMaster1.xml", CT.PML_SLIDE_MASTER, master_xml(plan.layouts, language)
        )
        self.presentation.relate_to(master, RT.SLIDE_MASTER)
        for number, layout in enumerate(plan.layouts.items, 1):
            xml = layout_xml(layout, plan.layouts, language)
            part = self.part(f"/ppt/slideLayouts/slideLayout{number}.xml", CT.PML_SLIDE_LAYOUT, xml)
            master.relate_to(part, RT.SLIDE_LAYOUT)
            part.relate_to(master, RT.SLIDE_MASTER)
            self.layouts[layout.key] = part
        theme = self.part("/ppt/theme/theme1.xml", CT.OFC_THEME, theme_xml(plan.theme, "Lesson"))
        master.relate_to(theme, RT.THEME)
        self.presentation.relate_to(theme, RT.THEME)
        for name, kind, relation, root in (
            ("presProps", CT.PML_PRES_PROPS, RT.PRES_PROPS, "presentationPr"),
            ("viewProps", CT.PML_VIEW_PROPS, RT.VIEW_PROPS, "viewPr"),
        ):
            part = self.part(f"/ppt/{name}.xml", kind, f"{HEAD}<p:{root} {NAMESPACES}/>")
            self.presentation.relate_to(part, relation)
        styles = self.part("/ppt/tableStyles.xml", CT.PML_TABLE_STYLES, table_styles_xml())
        self.presentation.relate_to(styles, RT.TABLE_STYLES)

    def slides(self) -> None:
        """Slides and notes, then the presentation that lists them."""
        plan = self.plan
        notes_master = self.notes_master() if any(slide.notes for slide in plan.slides) else None
        relation = self.presentation.relate_to(notes_master, RT.NOTES_MASTER) if notes_master else ""
        listed: list[tuple[int, str]] = []
        for number, slide in enumerate(plan.slides, 1):
            part = self.part(f"/ppt/slides/slide{number}.xml", CT.PML_SLIDE, "")
            part.relate_to(self.layouts[slide.layout], RT.SLIDE_LAYOUT)
            if notes_master and slide.notes:
                self.notes(part, number, slide.notes, notes_master)
            xml = slide_xml(slide, number, plan, partial(_link, part), partial(self.picture, part))
            part.blob = xml.encode("utf-8")
            listed.append((FIRST_SLIDE_ID + number - 1, self.presentation.relate_to(part, RT.SLIDE)))
        xml = presentation_xml(plan.layouts, listed, _sections(plan), relation, plan.language)
        self.presentation.blob = xml.encode("utf-8")

    def notes_master(self) -> Part:
        part = self.part(
            "/ppt/notesMasters/notesMaster1.xml", CT.PML_NOTES_MASTER, notes_master_xml(self.plan.language)
        )
        part.relate_to(
            self.part("/ppt/theme/theme2.xml", CT.OFC_THEME, theme_xml(self.plan.theme, "Notes")), RT.THEME
        )
        return part

    def notes(self, slide: Part, number: int, notes: tuple[Paragraph, ...], master: Part) -> None:
        part = self.part(f"/ppt/notesSlides/notesSlide{number}.xml", CT.PML_NOTES_SLIDE, "")
        part.relate_to(master, RT.NOTES_MASTER)
        part.relate_to(slide, RT.SLIDE)
        slide.relate_to(part, RT.NOTES_SLIDE)
        points = notes_size(notes)
        part.blob = notes_xml(notes, self.plan.language, partial(_link, part), points).encode("utf-8")

    def picture(self, slide: Part, picture: PictureShape) -> str:
        digest = hashlib.sha256(picture.data).hexdigest()
        if digest not in self.media:
            extension, kind = ("jpg", CT.JPEG) if picture.kind == "jpeg" else ("png", CT.PNG)
            name = f"/ppt/media/image{len(self.media) + 1}.{extension}"
            self.media[digest] = self.part(name, kind, picture.data)
        return slide.relate_to(self.media[digest], RT.IMAGE)


def notes_size(notes: tuple[Paragraph, ...]) -> float:
    """The type size that lets notes of that length stand on their printed page, 12 to 8 points."""
    length = sum(len(run.text) for item in notes for run in item.runs) + 60 * len(notes)
    return next((points for points, most in ((12, 1700), (10.5, 2300), (9, 3200)) if length <= most), 8)


def _link(part: Part, url: str) -> str:
    return part.relate_to(url, RT.HYPERLINK, is_external=True)


def _sections(plan: DeckPlan) -> str:
    """PowerPoint's sections, with ids that depend on the lesson and their order alone."""
    namespace = uuid.uuid5(uuid.NAMESPACE_URL, f"lessonpress:sections:{plan.name}")
    first, items = FIRST_SLIDE_ID, []
    for number, section in enumerate(plan.sections):
        ids = "".join(f'<p14:sldId id="{first + i}"/>' for i in range(section.slides))
        first += section.slides
        key = str(uuid.uuid5(namespace, f"{number}:{section.name}")).upper()
        name = attribute(section.name)
        items.append(
            f'<p14:section name="{name}" id="{{{key}}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        f'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{"".join(items)}</p14:sectionLst></p:ext>'
        "</p:extLst>"
    )


def _zip(package: OpcPackage) -> bytes:
    """The package's parts as a zip of fixed order, dates and attributes (python-pptx would stamp the clock's time)."""
    parts = sorted(package.iter_parts(), key=lambda part: _natural(part.partname))
    files: list[tuple[PackURI, bytes]] = [
        (CONTENT_TYPES_URI, _content_types(parts).encode("utf-8")),
        (
            PACKAGE_URI.rels_uri,
            _relationships(package._rels),
        ),  # which a package, unlike a part, keeps to itself
    ]
    for part in parts:
        files.append((part.partname, part.blob))
        if len(part.rels):
            files.append((part.partname.rels_uri, _relationships(part.rels)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name.membername, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o600 << 16
            packed = name.ext in ("jpg", "png")
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            # A ZipInfo doesn't take the archive's level.
            archive.writestr(info, data, compresslevel=6)
    return buffer.getvalue()


def _relationships(rels: Mapping[str, Any]) -> bytes:
    """A part's relationships in the order in which they were made."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{rel.reltype}" Target="{attribute(rel.target_ref)}"'
        + (' TargetMode="External"/>' if rel.is_external else "/>")
        for key, rel in rels.items()
    )
    return f'{HEAD}<Relationships xmlns="{NS.OPC_RELATIONSHIPS}">{listed}</Relationships>'.encode()


def _content_types(parts: list[Part]) -> str:
    """What kind each part is: pictures by their extension, all others by name."""
    pictures = sorted(
        {(part.partname.ext, part.content_type) for part in parts if part.partname.ext in ("jpg", "png")}
    )
    defaults = [("rels", CT.OPC_RELATIONSHIPS), ("xml", CT.XML), *pictures]
    listed = "".join(f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in defaults)
    listed += "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.partname.ext == "xml"
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{listed}</Types>'
    )


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", name)]
