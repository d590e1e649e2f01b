"""What belongs to the document as a whole: page tree, catalog, metadata, output intent, page labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builders.pdf.blocks import Metadata, PageSetup
from builders.pdf.canvas import Canvas
from builders.pdf.document import File
from builders.pdf.paginate import Pages
from builders.pdf.structure import Element
from builders.pdf.syntax import Name, Ref, Value
from builders.pdf.xmp import PRODUCER, packet

_SRGB = "sRGB IEC61966-2.1"


@dataclass(frozen=True, slots=True)
class Parts:
    """Objects that the catalog refers to."""

    structure: Ref
    outline: Ref | None
    labels: Value


def write_pages(
    file: File,
    refs: Sequence[Ref],
    canvases: Sequence[Canvas],
    annotations: Sequence[Sequence[Ref]],
    parents: list[Sequence[Element] | Element],
    setup: PageSetup,
) -> Ref:
    """Write the pages with their content; appends the elements of their marked content to `parents`."""
    tree = file.reserve()
    for ref, canvas, own in zip(refs, canvases, annotations, strict=True):
        key = None
        if canvas.marked:
            key = len(parents)
            parents.append(canvas.marked)
        file.put(
            ref,
            {
                "Type": Name("Page"),
                "Parent": tree,
                "MediaBox": (0, 0, setup.width, setup.height),
                "Resources": {"Font": dict(canvas.used_fonts), "XObject": dict(canvas.used_images) or None},
                "Contents": file.stream(canvas.content()),
                "StructParents": key,
                "Tabs": Name("S"),
                "Annots": list(own) or None,
            },
        )
    file.put(tree, {"Type": Name("Pages"), "Kids": list(refs), "Count": len(refs)})
    return tree


def label_tree(pages: Pages) -> Value:
    """The number tree of the page labels: a range for each series."""
    nums: list[Value] = []
    for index, page in enumerate(pages.pages):
        if index == 0 or page.series != pages.pages[index - 1].series:
            nums += [index, {"S": Name("D"), "P": pages.series[page.series] or None}]
    return {"Nums": nums}


def write_catalog(file: File, metadata: Metadata, tree: Ref, parts: Parts) -> bytes:
    """Write the catalog and what only it refers to; returns the whole file."""
    xmp = file.stream(packet(metadata), {"Type": Name("Metadata"), "Subtype": Name("XML")}, compress=False)
    intent: Value = {
        "Type": Name("OutputIntent"),
        "S": Name("GTS_PDFA1"),
        "OutputConditionIdentifier": _SRGB,
        "Info": _SRGB,
        "DestOutputProfile": file.stream(_profile(), {"N": 3}),
    }
    catalog = file.add(
        {
            "Type": Name("Catalog"),
            "Pages": tree,
            "Lang": metadata.language,
            "MarkInfo": {"Marked": True},
            "StructTreeRoot": parts.structure,
            "ViewerPreferences": {"DisplayDocTitle": True},
            "Outlines": parts.outline,
            "PageMode": Name("UseOutlines") if parts.outline is not None else None,
            "PageLabels": parts.labels,
            "Metadata": xmp,
            "OutputIntents": [intent],
        }
    )
    info = file.add(
        {
            "Title": metadata.title,
            "Author": ", ".join(metadata.authors) or None,
            "Subject": metadata.subject or None,
            "Keywords": ", ".join(metadata.keywords) or None,
            "Creator": PRODUCER,
            "Producer": PRODUCER,
        }
    )
    return file.finish(catalog, info)


@cache
def _profile() -> bytes:
    """The sRGB profile, made by tests/tools/make_icc.py."""
    return Path(__file__).with_name("srgb.icc").read_bytes()
