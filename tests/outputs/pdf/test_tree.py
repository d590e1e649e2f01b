"""The structure tree, read by others: roles, order, attributes, links, languages, bookmarks, page labels."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pikepdf
import pypdf
import pytest

from builders.pdf.blocks import Rendered
from builders.pdf.navigation import MissingAnchor
from builders.pdf.render import render
from tests.outputs.pdf.demo import body, everything, question, serif


@cache
def rendered() -> Rendered:
    return render(everything())


@pytest.fixture
def pdf() -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(rendered().data)) as opened:
        yield opened


def role(element: Any) -> str:
    return str(element.S).removeprefix("/")


def kids(element: Any) -> list[Any]:
    """Child elements."""
    found = element.get("/K", [])
    found = list(found) if isinstance(found, pikepdf.Array) else [found]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids(element):
        yield from walk(kid)


def outline(element: Any) -> Any:
    """The roles of a subtree, nested."""
    inner = [outline(kid) for kid in kids(element)]
    return (role(element), *inner) if inner else role(element)


def instructions(page: Any) -> list[tuple[Any, str]]:
    """The operands and operators of a page."""
    parsed: list[Any] = list(pikepdf.parse_content_stream(page))
    return [(operands, str(operator)) for operands, operator in parsed]


def elements(pdf: Any, wanted: str) -> list[Any]:
    return [element for element in walk(pdf.Root.StructTreeRoot.K) if role(element) == wanted]


def test_elements_stand_in_reading_order(pdf: Any) -> None:
    top = [role(kid) for kid in kids(pdf.Root.StructTreeRoot.K)]
    # The lead and the fields, title, question; main column: figure, heading, text, list, heading, text; then the side.
    assert top[:10] == ["P", "P", "H1", "P", "Div", "H2", "P", "L", "H2", "P"]
    assert top[11:15] == ["H2", "P", "P", "P"]


def test_lists(pdf: Any) -> None:
    first = elements(pdf, "L")[0]
    assert str(first.A.O) == "/List"
    assert str(first.A.ListNumbering) == "/Disc"
    item = ("LI", "Lbl", ("LBody", "P"))
    nested = ("LI", "Lbl", ("LBody", "P", ("L", item)))
    assert outline(first) == ("L", item, item, nested)


def test_tables(pdf: Any) -> None:
    table = elements(pdf, "Table")[0]
    assert [role(part) for part in kids(table)] == ["THead", "TBody"]
    head, rows = kids(table)
    assert [[str(cell.A.Scope) for cell in kids(row)] for row in kids(head)] == [["/Column"] * 3]
    assert [role(cell) for cell in kids(kids(rows)[0])] == ["TH", "TD", "TD"]
    assert str(kids(kids(rows)[0])[0].A.Scope) == "/Row"
    assert len(kids(rows)) == 30
    assert str(table.A.Summary) == "Events by year"


def test_figures_have_alt_box_and_caption(pdf: Any) -> None:
    figures = elements(pdf, "Figure")
    assert [str(figure.Alt) for figure in figures][:2] == ["A schematic map", "A gradient"]
    assert len(figures) == 5
    for figure in figures:
        left, low, right, high = (float(value) for value in figure.A.BBox)
        assert 56 <= left < right <= 556
        assert 60 <= low < high <= 732
    assert outline(figures[0].P) == ("Div", "Figure", ("Caption", "P"))


def test_answer_spaces_are_announced(pdf: Any) -> None:
    announced = [
        str(element.ActualText) for element in walk(pdf.Root.StructTreeRoot.K) if "/ActualText" in element
    ]
    assert announced == ["2 lines to write on", "3 lines to write on", "2 lines to write on"]


def test_languages(pdf: Any) -> None:
    assert str(pdf.Root.Lang) == "en-US"
    spans = elements(pdf, "Span")
    assert [str(span.Lang) for span in spans] == ["ru"]
    assert [str(quote.Lang) for quote in elements(pdf, "BlockQuote")] == ["en-GB"]


def test_links(pdf: Any) -> None:
    links = elements(pdf, "Link")
    assert len(links) == 3
    annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
    assert len(annotations) == 3
    for link in links:
        (reference,) = [
            kid for kid in link.K if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
        ]
        annotation = reference.Obj
        assert annotation.F == 4
        assert str(annotation.Contents)
        key = int(annotation.StructParent)
        nums = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert nums[2 * key] == key
        assert nums[2 * key + 1].objgen == link.objgen
    first = annotations[0]
    assert str(first.A.URI) == "https://example.org/a?b=c"
    assert str(first.Contents) == "link that is long enough to be broken over lines"
    assert len(first.QuadPoints) % 8 == 0
    table = next(page for page in pdf.pages if page.obj.objgen == annotations[1].Dest[0].objgen)
    assert table.index == 1


def test_a_link_over_lines_is_one_annotation() -> None:
    run = replace(serif("a link that is broken over lines " * 9), link="https://example.org")
    plan = replace(everything(), blocks=(body(run),))
    with pikepdf.open(io.BytesIO(render(plan).data)) as pdf:
        annotations: Any = pdf.pages[0].Annots
        assert len(annotations) == 1
        assert len(annotations[0].QuadPoints) == 8 * 3


def test_a_link_to_nowhere_is_refused() -> None:
    with pytest.raises(MissingAnchor, match="#nowhere"):
        render(replace(everything(), blocks=(body(replace(serif("x"), link="#nowhere")),)))


def test_an_address_is_ascii() -> None:
    run = replace(serif("x"), link="https://example.org/Müller?q=ж y")
    with pikepdf.open(io.BytesIO(render(replace(everything(), blocks=(body(run),))).data)) as pdf:
        annotation: Any = pdf.pages[0].Annots[0]
        assert str(annotation.A.URI) == "https://example.org/M%C3%BCller?q=%D0%B6%20y"


def test_a_running_line_is_cut_where_there_is_no_room() -> None:
    long = replace(everything().furniture.footer_left[0], text="A very long title of a lesson " * 10)
    plan = replace(everything(), furniture=replace(everything().furniture, footer_left=(long,)), blocks=())
    text = pypdf.PdfReader(io.BytesIO(render(plan).data)).pages[0].extract_text()
    assert "…" in text
    assert text.strip().endswith("1 of 1")


def test_every_mark_has_its_element(pdf: Any) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(nums[index]): nums[index + 1] for index in range(0, len(nums), 2)}
    for page in pdf.pages:
        depth, marks = 0, 0
        for operands, operator in instructions(page):
            match operator:
                case "BDC":
                    if len(operands) == 2 and "/MCID" in operands[1]:
                        owner = parents[int(page.StructParents)][int(operands[1].MCID)]
                        assert str(operands[0]) == str(owner.S)
                        assert depth == 0
                        marks += 1
                    depth += 1
                case "EMC":
                    depth -= 1
                case "Tj" | "TJ" | "Do" | "S" | "f" | "f*" | "B" | "B*":
                    assert depth > 0, "painted outside of marked content"
                case _:
                    pass
        assert depth == 0
        assert marks == len(parents[int(page.StructParents)])


def test_running_lines_and_line_numbers_are_artifacts(pdf: Any) -> None:
    kinds = []
    for operands, operator in instructions(pdf.pages[1]):
        if operator == "BDC" and str(operands[0]) == "/Artifact":
            kinds.append((str(operands[1].Type), str(operands[1].get("/Subtype", ""))))
    assert ("/Pagination", "/Header") in kinds
    assert ("/Pagination", "/Footer") in kinds
    first = [
        str(operands[1].get("/Subtype", "")) for operands, op in instructions(pdf.pages[0]) if op == "BDC"
    ]
    assert "/Header" not in first


def test_bookmarks_are_nested_by_level() -> None:
    reader = pypdf.PdfReader(io.BytesIO(rendered().data))

    def titles(entries: Any) -> Any:
        return [titles(entry) if isinstance(entry, list) else str(entry["/Title"]) for entry in entries]

    assert titles(reader.outline) == [
        "Pact and Partition, 1939–1941",
        [
            "Before you read",
            "Dividing Poland",
            "Key terms",
            ["Document A"],
            "Table of events",
            "For the teacher",
        ],
    ]


def test_page_labels_and_breaks() -> None:
    assert pypdf.PdfReader(io.BytesIO(rendered().data)).page_labels == ["1", "2", "3", "4", "T1"]
    assert rendered().pages == 5
    assert rendered().anchors == {"top": "1", "table": "2"}
    assert [line.split(":")[0] for line in rendered().breaks] == ["1", "2", "3", "4", "T1"]
    assert rendered().breaks[0].startswith("1: LESSON 1")


def test_answers_filled_in_do_not_move_pages() -> None:
    plan = everything()
    blank = [question(number, "Why?", 4) for number in range(12)]
    filled = [
        question(number, "Why?", 4, ((serif("Because."),), (serif("It is so."),))) for number in range(12)
    ]
    one, two = (render(replace(plan, blocks=tuple(blocks))) for blocks in (blank, filled))
    assert one.pages == two.pages
    starts = [[line.split(" ")[1] for line in each.breaks] for each in (one, two)]
    assert starts[0] == starts[1]
