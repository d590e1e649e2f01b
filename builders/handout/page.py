"""A lesson and its paper in; page setup, furniture and metadata of its PDFs out."""

from __future__ import annotations

from builders.handout.setting import PROSE_EMS, Setting
from builders.handout.text import runs, words
from builders.lesson.model import Lesson, Paper, plain
from builders.pdf.blocks import Furniture, Metadata, PageSetup, Raster
from builders.theme.paper import SIZES
from builders.theme.tokens import Logo, Theme

SIDE, TOP, BOTTOM = 56.0, 56.0, 56.0
"""Margins in points: more than 3/4 inch, which every printer and copier keeps."""

LOGO = 72.0, 22.0
"""The box in points that a school's logo goes into, at the foot of each page."""


def page_setup(paper: Paper, theme: Theme, *, reading: bool = False) -> PageSetup:
    """Paper, margins and grid. A page of nothing but `reading` has a narrower measure in its middle: beside one line of
    text there would be an empty column."""
    width, height = SIZES[paper]
    side = max(SIDE, (width - PROSE_EMS * theme.page.body[0]) / 2) if reading else SIDE
    return PageSetup(width, height, top=TOP, right=side, bottom=BOTTOM, left=side, grid=theme.page.unit / 2)


def measure(setup: PageSetup) -> float:
    """The width between the margins, in points."""
    return setup.width - setup.left - setup.right


def furniture(lesson: Lesson, s: Setting, edition: str, mark: str = "") -> Furniture:
    """Running header and footer; `edition` says which of the lesson's PDFs this is, a `mark` that it isn't for all."""
    style = s.styles.furniture
    below = " · ".join(part for part in (s.theme.footer, lesson.course, edition) if part)
    number = s.labels.lesson_number.format(n=lesson.position) if lesson.position else ""
    marked = words(mark, style.bold().colored(s.theme.palette.accent))
    return Furniture(
        header_left=runs(lesson.title, style),
        header_right=marked or words(number, style),
        header_first=marked,
        footer_left=words(below, style),
        footer_right=words(s.labels.page_x_of_y("{page}", "{pages}"), style),
        logo=_logo(s.theme.logo),
    )


def _logo(logo: Logo | None) -> Raster | None:
    if logo is None:
        return None
    scale = min(LOGO[0] / logo.width, LOGO[1] / logo.height)
    return Raster(logo.data, logo.kind, round(logo.width * scale, 2), round(logo.height * scale, 2))


def metadata(lesson: Lesson, edition: str) -> Metadata:
    """Document information; the edition keeps the titles of a lesson's PDFs apart."""
    return Metadata(
        title=f"{plain(lesson.title)} – {edition}",
        language=lesson.language,
        authors=lesson.authors,
        subject=lesson.subject or plain(lesson.essential_question),
        keywords=lesson.keywords,
        license_label=lesson.license.label if lesson.license else "",
        license_url=lesson.license.url if lesson.license else None,
    )
