"""A plan in, its PDF out: lines and pages are broken, painted and tagged here; everything else was decided."""

from __future__ import annotations

from collections.abc import Sequence

from builders.pdf.blocks import Plan, Rendered
from builders.pdf.canvas import Canvas
from builders.pdf.catalog import Parts, label_tree, write_catalog, write_pages
from builders.pdf.document import File
from builders.pdf.flow import add_blocks
from builders.pdf.fonts import Fonts
from builders.pdf.furniture import page_labels, paint_furniture
from builders.pdf.images import Images
from builders.pdf.layout import Context, Flow
from builders.pdf.navigation import write_links, write_outline
from builders.pdf.paginate import paginate
from builders.pdf.paint import Found, paint_page, text_of
from builders.pdf.placing import Page
from builders.pdf.structure import Element, write_tree

_WORDS = 6
"""How many words from its beginning and end tell a page in the dump."""


def render(plan: Plan) -> Rendered:
    """The document. Raises UncoveredText for a character without a glyph, UnfitImage for a picture that PDF can't hold
    and MissingAnchor for a link to nowhere: each is the plan's mistake."""
    setup = plan.setup
    root = Element("Document")
    page_height = setup.height - setup.top - setup.bottom
    out = Flow()
    context = Context(
        setup.left, setup.width - setup.left - setup.right, page_height, root, plan.metadata.language
    )
    add_blocks(plan.blocks, context, out)
    pages = paginate(out.items, page_height, setup.grid)
    labels = page_labels(pages)

    file = File()
    fonts, images, found = Fonts(file), Images(file), Found()
    refs = [file.reserve() for _ in pages.pages]
    canvases = []
    for index, page in enumerate(pages.pages):
        canvas = Canvas(index, setup.height, fonts)
        paint_page(page, canvas, setup, images, found)
        paint_furniture(plan, labels[index], canvas, images)
        canvases.append(canvas)
    parents: list[Sequence[Element] | Element] = []
    annotations = write_links(file, found, refs, setup.height, parents)
    tree = write_pages(file, refs, canvases, annotations, parents, setup)
    fonts.write()
    structure = write_tree(file, root, refs, parents)
    outline = write_outline(file, found.bookmarks, refs, setup.height)
    data = write_catalog(file, plan.metadata, tree, Parts(structure, outline, label_tree(pages)))
    return Rendered(
        data=data,
        pages=len(refs),
        anchors={name: labels[place.page].page for name, place in found.anchors.items()},
        breaks=tuple(
            f"{label.page}: {_summary(page)}" for label, page in zip(labels, pages.pages, strict=True)
        ),
    )


def _summary(page: Page) -> str:
    """The first and the last words of a page, or all when they are few."""
    words = " ".join(text_of(placed.box.ops) for placed in page.placed).split()
    if len(words) <= 2 * _WORDS:
        return " ".join(words) or "(no text)"
    return " ".join([*words[:_WORDS], "…", *words[-_WORDS:]])
