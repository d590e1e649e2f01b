"""Where pages end: what is kept together, what is repeated, what gives way when a page is too small for it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.figures.drawing import Drawing
from builders.pdf.blocks import (
    Beside,
    Block,
    BulletList,
    Columns,
    Figure,
    Group,
    Lines,
    ListItem,
    Need,
    PageBreak,
    Paragraph,
    Rule,
    Run,
    Space,
    Table,
    TableCell,
)
from builders.pdf.boxes import DecorationOp, PlaceOp, RuleOp, TextOp
from builders.pdf.flow import add_blocks
from builders.pdf.furniture import page_labels
from builders.pdf.layout import Context, Flow
from builders.pdf.paginate import Pages, paginate
from builders.pdf.paint import text_of
from builders.pdf.placing import Placed
from builders.pdf.structure import Element
from builders.theme.faces import SANS, SERIF

WIDTH, HEIGHT, LEADING = 200.0, 100.0, 10.0


def text(*words: str, **more: object) -> Paragraph:
    """A paragraph of lines that are as given: ten points high each."""
    run = Run("\n".join(words), SERIF, 8, "000000")
    return replace(Paragraph((run,), leading=LEADING), **more)  # type: ignore[arg-type]


def lines(name: str, count: int, **more: object) -> Paragraph:
    return text(*(f"{name}{number}" for number in range(1, count + 1)), **more)


def laid(blocks: Sequence[Block], height: float = HEIGHT) -> Pages:
    out = Flow()
    add_blocks(blocks, Context(0.0, WIDTH, height, Element("Document"), "en"), out)
    return paginate(out.items, height)


def shown(blocks: Sequence[Block], height: float = HEIGHT) -> list[str]:
    """The text of each page, a box a word; ruled lines as _."""
    return [
        " ".join(
            text_of(placed.box.ops) or "_" * any(isinstance(op, RuleOp) for op in placed.box.ops)
            for placed in page.placed
        )
        for page in laid(blocks, height).pages
    ]


HEADING = text("H", tag="H2", keep_with_next=True)


def test_no_line_is_left_alone() -> None:
    assert shown([lines("a", 9), lines("b", 4)]) == [" ".join(f"a{n}" for n in range(1, 10)), "b1 b2 b3 b4"]
    assert shown([lines("a", 7), lines("b", 6)])[1] == "b4 b5 b6"


def test_the_last_page_is_no_stub() -> None:
    pages = shown([lines("a", 6), lines("b", 6), lines("c", 9)])
    assert pages[1:] == ["b4 b5 b6 c1 c2 c3 c4 c5 c6", "c7 c8 c9"]
    # Unless that would take another page, or what is there can't be divided.
    assert [page.count("a") for page in shown([lines("a", 10), text("a", keep_together=True)])] == [8, 3]
    series = shown([lines("a", 12), PageBreak("T"), lines("t", 11)])
    assert [page.split()[0][0] + str(len(page.split())) for page in series] == ["a9", "a3", "t8", "t3"]


def test_a_page_rather_stays_a_little_empty_than_it_parts_what_is_gathered() -> None:
    group = Group((lines("b", 6),), gather=True)
    assert shown([lines("a", 5), lines("c", 4), group, lines("d", 4)])[1].startswith("b1")
    assert shown([lines("a", 4), group, lines("d", 9)])[0] == "a1 a2 a3 a4 b1 b2 b3 b4 b5 b6"
    assert shown([lines("a", 6), group, lines("d", 7)])[0] == "a1 a2 a3 a4 a5 a6 b1 b2 b3 b4"


def test_long_answer_space_goes_on_over_a_page_end() -> None:
    space = Lines(12, 10, "lines", "000000", least=4)
    assert [page.count("_") for page in shown([lines("a", 4), space])] == [6, 6]
    assert [page.count("_") for page in shown([lines("a", 7), space, lines("b", 4)])] == [0, 8, 4]
    assert shown([lines("a", 8), lines("b", 3)])[1] == "b1 b2 b3"


def test_a_word_is_not_turned_over() -> None:
    divided = [text(*(f"a{n}" for n in range(1, 10)), "a\u00ad" * 80 + "a", "b10", "b11", "b12")]
    pages = shown(divided)
    assert not pages[0].endswith("-")
    assert "-" in pages[1]


def test_a_heading_stays_with_two_lines_of_what_follows() -> None:
    assert shown([lines("a", 8), HEADING, lines("b", 5)])[1].startswith("H b1 b2")
    assert shown([lines("a", 7), HEADING, lines("b", 5)])[0].endswith("H b1 b2")
    subheading = replace(HEADING, tag="H3")
    assert shown([lines("a", 7), HEADING, subheading, lines("b", 5)])[1].startswith("H H b1")


@pytest.mark.parametrize(
    "block",
    [
        Figure(Drawing(50, 30, (), "x"), "x"),
        BulletList((ListItem((), (lines("b", 3),)),)),
        Table(((TableCell((lines("b", 2),)),),), (1,), header_rows=0),
        Columns((lines("b", 3),), (lines("c", 2),), 0.5, 10),
        Group((lines("b", 3),), keep=True),
        Lines(3, 10, "lines", "000000"),
    ],
)
def test_a_heading_is_never_stranded(block: Block) -> None:
    for before in range(6, 10):
        for page in shown([lines("a", before), HEADING, block]):
            assert not page.endswith("H")


def test_a_kept_group_moves_whole_and_gives_way_when_it_must() -> None:
    group = Group((text("q"), Lines(3, 20, "three lines", "000000")), keep=True)
    assert shown([lines("a", 4), group]) == ["a1 a2 a3 a4", "q _ _ _"]
    assert shown([lines("a", 3), group]) == ["a1 a2 a3 q _ _ _"]
    large = Group((text("q"), Lines(6, 20, "six lines", "000000")), keep=True)
    first, second = shown([lines("a", 2), large])
    assert first.startswith("a1 a2 q")
    assert second.count("_") >= 2


def test_inner_groups_hold_longer_than_outer_ones() -> None:
    inner = [Group((lines(name, 4, keep_together=False),), keep=True) for name in "abc"]
    outer = Group(tuple(inner), keep=True)
    assert shown([outer]) == ["a1 a2 a3 a4 b1 b2 b3 b4", "c1 c2 c3 c4"]


def test_table_rows_are_whole_and_the_header_is_repeated() -> None:
    def row(name: str, count: int = 1) -> tuple[TableCell, ...]:
        return (TableCell((lines(name, count),)),)

    table = Table((row("h"), *(row(name, 2) for name in "abcde")), (1,), padding=0)
    pages = laid([table])
    assert [text_of(placed.box.ops) for placed in pages.pages[0].placed] == [
        "h1",
        "a1 a2",
        "b1 b2",
        "c1 c2",
        "d1 d2",
    ]
    repeated, *rows = pages.pages[1].placed
    assert [op.owners for op in repeated.box.ops if isinstance(op, TextOp)] == [None]
    assert [op.line.text for op in repeated.box.ops if isinstance(op, TextOp)] == ["h1"]
    assert [text_of(placed.box.ops) for placed in rows] == ["e1 e2"]
    tall = Table((row("h"), row("t", 24)), (1,), padding=0)
    assert [page.count("t") for page in shown([tall])] == [9, 9, 6]


def test_columns_flow_side_by_side_and_end_below_the_longer() -> None:
    columns = Columns((lines("m", 14),), (lines("s", 4),), 0.5, 10)
    first, second = shown([text("a"), columns, text("z")])
    assert first.split() == ["a", *(f"m{n}" for n in range(1, 10)), *(f"s{n}" for n in range(1, 5))]
    assert second.split() == ["m10", "m11", "m12", "m13", "m14", "z"]
    side = Columns((lines("m", 3),), (lines("s", 14),), 0.5, 10)
    assert shown([side, text("z")])[1].split() == ["s11", "s12", "s13", "s14", "z"]
    pages = laid([columns])
    assert {placed.y for placed in pages.pages[0].placed[:10]} >= {0.0, 90.0}


def test_a_list_in_columns_goes_on_overleaf_evened_out_on_each_page() -> None:
    entries = tuple(lines(name, 3, keep_together=True) for name in "abcdefgh")
    columns = Columns(entries[:4], entries[4:], 0.5, 10, even=True)
    whole = laid([columns], 120)
    assert len(whole.pages) == 1
    assert {placed.x for placed in whole.pages[0].placed} == {0.0}
    pages = laid([lines("t", 4), columns, text("z")])
    read = [" ".join(text_of(placed.box.ops) for placed in page.placed) for page in pages.pages]
    assert [page.split()[-1] for page in read] == ["d3", "z"]
    assert [word[0] for word in read[1].split()] == [*"eeefffggghhhz"]
    first, second = pages.pages
    at = {text_of(placed.box.ops): (placed.x, placed.y) for placed in (*first.placed, *second.placed)}
    # The third and fourth move over to the right, the fifth and sixth, set for the right, to the left.
    assert at["a1"] == (0.0, 40.0)
    assert at["c1"] == (105.0, 40.0)
    assert at["e1"] == (-105.0, 0.0)
    assert at["g1"] == (0.0, 0.0)
    assert at["z"] == (0.0, 60.0)


def test_a_list_in_columns_that_no_page_holds_loses_nothing() -> None:
    entries = tuple(lines(name, 30) for name in "ab") + tuple(lines(name, 7) for name in "cdefg")
    told = " ".join(shown([lines("t", 5), Columns(entries[:3], entries[3:], 0.5, 10, even=True)])).split()
    assert sorted(told) == sorted([f"t{n}" for n in range(1, 6)] + [w for e in entries for w in e_words(e)])


def e_words(entry: Paragraph) -> list[str]:
    return "".join(run.text for run in entry.runs).split()


def noted(main: Block, *notes: Block) -> Beside:
    return Beside((main,), tuple((note,) for note in notes), 0.7, 8)


def tops(blocks: Sequence[Block]) -> list[dict[str, float]]:
    """By page the place of each box, under its first word."""
    return [
        {text_of(placed.box.ops).split()[0]: placed.y for placed in page.placed}
        for page in laid(blocks).pages
    ]


def test_notes_stand_beside_their_lines_and_below_each_other() -> None:
    (page,) = tops([noted(lines("a", 3)), noted(lines("b", 6), lines("n", 1), lines("m", 2))])
    assert page["n1"] == page["b1"] == 30
    assert page["m1"] == 50
    (page,) = tops([text("a"), noted(lines("b", 2), lines("n", 1), lines("m", 2)), text("z")])
    assert page["n1"] == page["b1"] == 10
    assert page["z"] == 60  # below the last note and the space after it


def test_notes_move_up_from_what_is_set_across_and_from_the_page_end() -> None:
    (page,) = tops([noted(lines("a", 4)), noted(lines("b", 2), lines("n", 3)), text("z")])
    assert page["n1"] == 20
    assert page["z"] == 60
    _, second = tops([noted(lines("a", 9)), noted(lines("b", 3), lines("n", 3)), noted(lines("c", 4))])
    assert "n1" in second
    (page,) = tops([noted(lines("a", 7)), noted(lines("b", 3), lines("n", 4))])
    assert page["n1"] == 60


def test_notes_without_room_go_with_their_line_or_over() -> None:
    pages = tops([lines("a", 7), noted(lines("b", 3), lines("n", 5)), text("z")])
    assert list(pages[1]) == ["b1", "b2", "b3", "n1", "z"]
    notes = [lines(name, 8) for name in "nm"]
    assert [list(page) for page in tops([noted(lines("b", 2), *notes), text("z")])] == [
        ["b1", "b2", "n1"],
        ["m1", "z"],
    ]
    tall = tops([noted(lines("b", 1), lines("n", 25))])
    assert [next(iter(page)) for page in tall] == ["b1", "n11", "n21"]


def test_a_note_is_read_after_the_paragraph_it_belongs_to() -> None:
    root, out = Element("Document"), Flow()
    blocks: list[Block] = [
        noted(lines("a", 2), lines("n", 1), lines("m", 1)),
        noted(lines("b", 2)),
        text("z"),
    ]
    add_blocks(blocks, Context(0.0, WIDTH, HEIGHT, root, "en"), out)
    page = paginate(out.items, HEIGHT).pages[0]
    order = {
        text_of(placed.box.ops): root.kids.index(op.owners[0][0])
        for placed in page.placed
        for op in placed.box.ops
        if isinstance(op, TextOp) and op.owners
    }
    assert sorted(order, key=lambda word: (order[word], word)) == ["a1", "a2", "n1", "m1", "b1", "b2", "z"]
    # What is painted stands in that order too, for readers that know nothing of structure.
    assert [text_of(placed.box.ops) for placed in page.placed][:5] == ["a1", "a2", "n1", "m1", "b1"]


def test_paragraphs_begin_on_the_grid() -> None:
    out = Flow()
    blocks: list[Block] = [Rule("000000", 3), lines("a", 2), Space(3), lines("b", 2)]
    add_blocks(blocks, Context(0.0, WIDTH, HEIGHT, Element("Document"), "en"), out)
    (page,) = paginate(out.items, HEIGHT, 5.0).pages
    assert [placed.y for placed in page.placed] == [0, 5, 15, 30, 40]


def test_space_adds_up_and_is_dropped_at_the_top_of_a_page() -> None:
    blocks: list[Block] = [
        text("a", space_after=4),
        Space(3),
        text("b", space_before=5),
        PageBreak(),
        Space(9),
        text("c", space_before=5),
    ]
    pages = laid(blocks).pages
    assert [[placed.y for placed in page.placed] for page in pages] == [[0.0, 22.0], [0.0]]


def test_page_breaks_and_needs() -> None:
    assert shown([lines("a", 2), Need(90), text("b")]) == ["a1 a2", "b"]
    assert shown([lines("a", 2), Need(80), text("b")]) == ["a1 a2 b"]
    assert shown([PageBreak(), text("a"), PageBreak(), PageBreak(), text("b")]) == ["a", "b"]
    series = laid([text("a"), PageBreak(), text("b"), PageBreak("T"), lines("t", 12)])
    assert [(label.page, label.last) for label in page_labels(series)] == [
        ("1", "2"),
        ("2", "2"),
        ("T1", "T2"),
        ("T2", "T2"),
    ]


def test_lines_of_a_group_are_numbered_through() -> None:
    style = (Run("", SANS, 7, "000000"),)
    a, b, c = (
        lines(word, count, number_lines=2, line_number=style, indent=20)
        for word, count in (("a", 3), ("b", 3), ("c", 2))
    )
    group: Block = Group((a, b))
    numbers = [
        op.line.text
        for page in laid((group, c)).pages
        for placed in page.placed
        for op in placed.box.ops
        if isinstance(op, TextOp) and op.owners is None
    ]
    assert numbers == ["2", "4", "6", "2"]


def test_labels_stand_on_the_baseline_of_the_first_line() -> None:
    item = ListItem((Run("•", SERIF, 8, "000000"),), (lines("a", 2),))
    first = laid([BulletList((item,))]).pages[0].placed[0].box
    assert len({op.y for op in first.ops if isinstance(op, TextOp)}) == 1
    wide = text("text", label=(Run("A LONG LABEL", SERIF, 8, "000000"),), indent=10)
    label, line = (op for op in laid([wide]).pages[0].placed[0].box.ops if isinstance(op, TextOp))
    assert line.x + line.line.x > label.x + label.line.width


def test_what_has_no_text_still_stands() -> None:
    label = (Run("7", SERIF, 8, "000000"),)
    (box,) = (
        placed.box
        for placed in laid([Paragraph((), label=label, indent=10, leading=LEADING)]).pages[0].placed
    )
    assert text_of(box.ops) == "7"
    (box,) = (placed.box for placed in laid([Paragraph((), anchor="here")]).pages[0].placed)
    assert [op.anchor for op in box.ops if isinstance(op, PlaceOp)] == ["here"]
    assert box.height == 0


def test_a_group_in_a_cell_keeps_its_rule() -> None:
    cell = TableCell((Group((lines("a", 2),), rule=("000000", 1), indent=5),))
    (box,) = (placed.box for placed in laid([Table(((cell,),), (1,), header_rows=0)]).pages[0].placed)
    assert [(op.y, op.height) for op in box.ops if isinstance(op, DecorationOp)] == [(4.0, 20.0)]


BLOCKS = st.one_of(
    st.integers(1, 14).map(lambda count: lines("p", count)),
    st.just(HEADING),
    st.integers(1, 8).map(lambda count: Group((text("q"), Lines(count, 15, "x", "000000")), keep=True)),
    st.integers(10, 150).map(lambda size: Figure(Drawing(50, size, (), "x"), "x", (text("c"),))),
    st.integers(1, 8).map(
        lambda count: Table(tuple((TableCell((text(f"r{n}"),)),) for n in range(count)), (1,))
    ),
    st.tuples(st.integers(1, 14), st.integers(1, 14)).map(
        lambda pair: Columns((HEADING, lines("m", pair[0])), (lines("s", pair[1]),), 0.6, 8)
    ),
    st.tuples(st.integers(1, 14), st.lists(st.integers(1, 14), max_size=4)).map(
        lambda pair: noted(lines("m", pair[0]), *(lines("n", count) for count in pair[1]))
    ),
    st.just(Rule("000000", 1)),
    st.integers(0, 40).map(Space),
    st.integers(0, 90).map(Need),
    st.just(PageBreak()),
)


@given(st.lists(BLOCKS, max_size=12))
@settings(max_examples=300, deadline=None)
def test_everything_is_placed_once_and_inside_its_page(blocks: list[Block]) -> None:
    out = Flow()
    add_blocks(blocks, Context(0.0, WIDTH, HEIGHT, Element("Document"), "en"), out)
    pages = paginate(out.items, HEIGHT)
    for page in pages.pages:
        assert all(placed.y >= 0 and placed.y + placed.box.height <= HEIGHT + 0.1 for placed in page.placed)
        notes = [placed for placed in page.placed if not placed.box.narrow and _at(placed) == MARGIN]
        for above, below in itertools.pairwise(notes):
            assert below.y >= above.y + above.box.height - 0.1
        for placed in page.placed:
            if not placed.box.narrow and _at(placed) not in (MARGIN, None):
                assert all(
                    note.y + note.box.height <= placed.y + 0.1 or note.y >= placed.y + placed.box.height - 0.1
                    for note in notes
                )
    own = [op for page in pages.pages for placed in page.placed for op in placed.box.ops]
    words = sorted(op.line.text for op in own if isinstance(op, TextOp) and op.owners is not None)
    assert len(words) == len([line for block in blocks for line in _lines_of(block)])


MARGIN = (WIDTH - 8) * 0.7 + 8


def _at(placed: Placed) -> float | None:
    """Where the text of a box begins."""
    return next((op.x for op in placed.box.ops if isinstance(op, TextOp)), None)


def _lines_of(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return "".join(run.text for run in block.runs).split("\n")
        case Group():
            return [line for inner in block.body for line in _lines_of(inner)]
        case Figure():
            return [line for inner in block.caption for line in _lines_of(inner)]
        case Columns():
            return [line for inner in (*block.main, *block.side) for line in _lines_of(inner)]
        case Beside():
            inside = (*block.main, *(inner for note in block.notes for inner in note))
            return [line for inner in inside for line in _lines_of(inner)]
        case Table():
            return [
                line for row in block.rows for cell in row for inner in cell.body for line in _lines_of(inner)
            ]
        case _:
            return []
