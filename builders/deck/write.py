"""A deck plan in, the bytes of a PPTX out; the same plan gives the same bytes."""

from __future__ import annotations

import hashlib
import uuid
from functools import lru_cache, partial

from builders.deck.layout_parts import layout_xml, logo_xml, master_xml, notes_master_xml, presentation_xml
from builders.deck.markup import HEAD, NAMESPACES, attribute
from builders.deck.package import Kind, Part, Relation, zipped
from builders.deck.slide_parts import notes_xml, slide_xml
from builders.deck.slides import Box, ChartShape, DeckPlan, Layouts, Paragraph, PictureShape
from builders.deck.theme_parts import app_xml, core_xml, table_styles_xml, theme_xml
from builders.theme.tokens import Logo

FIRST_SLIDE_ID = 256


def write(plan: DeckPlan) -> bytes:
    """The deck as a PPTX file."""
    parts = _Parts(plan)
    parts.frame()
    parts.slides()
    return zipped(parts.package, parts.made)


class _Parts:
    """Makes the parts of one deck and relates them."""

    def __init__(self, plan: DeckPlan) -> None:
        self.plan = plan
        self.package = Part("/")
        self.made: list[Part] = []
        self.media: dict[str, Part] = {}
        self.charts = 0
        self.layouts: dict[str, Part] = {}
        self.presentation = self.part("/ppt/presentation.xml", Kind.PRESENTATION, "")
        self.package.relate_to(self.presentation, Relation.DOCUMENT)

    def part(self, name: str, kind: Kind, content: str | bytes) -> Part:
        part = Part(name, kind, content if isinstance(content, bytes) else content.encode("utf-8"))
        self.made.append(part)
        return part

    def frame(self) -> None:
        """Everything but the slides: properties, theme, master, layouts."""
        plan, language = self.plan, self.plan.language
        self.package.relate_to(
            self.part("/docProps/core.xml", Kind.CORE_PROPERTIES, core_xml(plan)), Relation.CORE_PROPERTIES
        )
        self.package.relate_to(
            self.part("/docProps/app.xml", Kind.APP_PROPERTIES, app_xml(plan)), Relation.APP_PROPERTIES
        )
        masters, *layouts = _masters(plan.layouts, language)
        master = self.part("/ppt/slideMasters/slideMaster1.xml", Kind.SLIDE_MASTER, masters)
        self.presentation.relate_to(master, Relation.SLIDE_MASTER)
        for number, (layout, xml) in enumerate(zip(plan.layouts.items, layouts, strict=True), 1):
            part = self.part(f"/ppt/slideLayouts/slideLayout{number}.xml", Kind.SLIDE_LAYOUT, xml)
            if layout.logo:
                own = self.logo(part, layout.logo, night=layout.background == "night")
                part.blob = layout_xml(layout, plan.layouts, language, own).encode("utf-8")
            master.relate_to(part, Relation.SLIDE_LAYOUT)
            part.relate_to(master, Relation.SLIDE_MASTER)
            self.layouts[layout.key] = part
        theme = self.part("/ppt/theme/theme1.xml", Kind.THEME, theme_xml(plan.theme, "Lesson"))
        master.relate_to(theme, Relation.THEME)
        if plan.layouts.logo:
            own = self.logo(master, plan.layouts.logo, night=False)
            master.blob = master_xml(plan.layouts, language, own).encode("utf-8")
        self.presentation.relate_to(theme, Relation.THEME)
        for name, kind, relation, root in (
            ("presProps", Kind.PRESENTATION_PROPERTIES, Relation.PRESENTATION_PROPERTIES, "presentationPr"),
            ("viewProps", Kind.VIEW_PROPERTIES, Relation.VIEW_PROPERTIES, "viewPr"),
        ):
            part = self.part(f"/ppt/{name}.xml", kind, f"{HEAD}<p:{root} {NAMESPACES}/>")
            self.presentation.relate_to(part, relation)
        styles = self.part("/ppt/tableStyles.xml", Kind.TABLE_STYLES, table_styles_xml())
        self.presentation.relate_to(styles, Relation.TABLE_STYLES)

    def slides(self) -> None:
        """Slides and notes, then the presentation that lists them."""
        plan = self.plan
        notes_master = self.notes_master() if any(slide.notes for slide in plan.slides) else None
        relation = self.presentation.relate_to(notes_master, Relation.NOTES_MASTER) if notes_master else ""
        listed: list[tuple[int, str]] = []
        for number, slide in enumerate(plan.slides, 1):
            part = self.part(f"/ppt/slides/slide{number}.xml", Kind.SLIDE, "")
            part.relate_to(self.layouts[slide.layout], Relation.SLIDE_LAYOUT)
            if notes_master and slide.notes:
                self.notes(part, number, slide.notes, notes_master)
            refer = partial(_link, part), partial(self.picture, part), partial(self.chart, part)
            xml = slide_xml(slide, number, plan, *refer)
            part.blob = xml.encode("utf-8")
            listed.append((FIRST_SLIDE_ID + number - 1, self.presentation.relate_to(part, Relation.SLIDE)))
        xml = presentation_xml(plan.layouts, listed, _sections(plan), relation, plan.language)
        self.presentation.blob = xml.encode("utf-8")

    def notes_master(self) -> Part:
        part = self.part(
            "/ppt/notesMasters/notesMaster1.xml", Kind.NOTES_MASTER, notes_master_xml(self.plan.language)
        )
        part.relate_to(
            self.part("/ppt/theme/theme2.xml", Kind.THEME, theme_xml(self.plan.theme, "Notes")),
            Relation.THEME,
        )
        return part

    def notes(self, slide: Part, number: int, notes: tuple[Paragraph, ...], master: Part) -> None:
        part = self.part(f"/ppt/notesSlides/notesSlide{number}.xml", Kind.NOTES_SLIDE, "")
        part.relate_to(master, Relation.NOTES_MASTER)
        part.relate_to(slide, Relation.SLIDE)
        slide.relate_to(part, Relation.NOTES_SLIDE)
        points = notes_size(notes)
        part.blob = notes_xml(notes, self.plan.language, partial(_link, part), points).encode("utf-8")

    def picture(self, slide: Part, picture: PictureShape | Logo) -> str:
        digest = hashlib.sha256(picture.data).hexdigest()
        if digest not in self.media:
            extension, kind = ("jpg", Kind.JPEG) if picture.kind == "jpeg" else ("png", Kind.PNG)
            name = f"/ppt/media/image{len(self.media) + 1}.{extension}"
            self.media[digest] = self.part(name, kind, picture.data)
        return slide.relate_to(self.media[digest], Relation.IMAGE)

    def chart(self, slide: Part, shape: ChartShape) -> str:
        """A chart with its workbook, each on its own: two charts of the same numbers can be edited apart."""
        from builders.deck.chart_parts import chart_xml, series_names
        from builders.deck.chart_workbook import workbook

        self.charts += 1
        part = self.part(f"/ppt/charts/chart{self.charts}.xml", Kind.CHART, "")
        data = workbook(shape.frame.chart, series_names(shape.frame))
        name = f"/ppt/embeddings/Microsoft_Excel_Worksheet{self.charts}.xlsx"
        relation = part.relate_to(self.part(name, Kind.WORKBOOK, data), Relation.EMBEDDED)
        part.blob = chart_xml(shape.frame, relation).encode("utf-8")
        return slide.relate_to(part, Relation.CHART)

    def logo(self, part: Part, box: Box, *, night: bool) -> str:
        logo = self.plan.theme.logo
        assert logo is not None
        return logo_xml(box, self.picture(part, logo), logo.alt, night=night)


@lru_cache(maxsize=4)
def _masters(layouts: Layouts, language: str) -> tuple[bytes, ...]:
    """The slide master and the layouts, without a logo: the same in most decks of a course."""
    items = (layout_xml(layout, layouts, language) for layout in layouts.items)
    return tuple(xml.encode("utf-8") for xml in (master_xml(layouts, language), *items))


def notes_size(notes: tuple[Paragraph, ...]) -> float:
    """The type size that lets notes of that length stand on their printed page, 12 to 8 points."""
    length = sum(len(run.text) for item in notes for run in item.runs) + 60 * len(notes)
    return next((points for points, most in ((12, 1700), (10.5, 2300), (9, 3200)) if length <= most), 8)


def _link(part: Part, url: str) -> str:
    return part.relate_to(url, Relation.LINK)


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
