"""Timelines on a page: drawn where they go, else a list along an axis or a table of lanes."""

from __future__ import annotations

from dataclasses import replace

from builders.figures.drawing import Drawing, Picture
from builders.handout.chronology import strip, timeline
from builders.handout.setting import setting
from builders.handout.walk import walk
from builders.lesson.dates import Date, parse_date
from builders.lesson.model import Event, Image, Span, Timeline, pictures
from builders.lesson.model import Picture as Photograph
from builders.pdf.blocks import Block, BulletList, Figure, Group, Paragraph, Rule, Table
from builders.theme.tokens import EDITORIAL

S = setting(EDITORIAL, "en", 500)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6368"
    "00000082008177cd72b60000000049454e44ae426082"
)
LONG = "what was agreed behind closed doors and only found in the archives half a century later, " * 2


def day(text: str) -> Date:
    date = parse_date(text)
    assert isinstance(date, Date)
    return date


def shown(*events: tuple[str, str], lanes: tuple[str, ...] = ("",), highlight: int = -1) -> Timeline:
    listed = tuple(
        Event(day(date), (Span(text),), None, (), lanes[n % len(lanes)], n == highlight)
        for n, (date, text) in enumerate(events)
    )
    return Timeline(listed, ("sections", 0), title=(Span("Ten years"),))


def printed(blocks: tuple[Block, ...]) -> str:
    paragraphs = (block for block in walk(blocks) if isinstance(block, Paragraph))
    return "\n".join("".join(run.text for run in block.runs) for block in paragraphs)


FEW = (("1930", "The dam is begun"), ("1934-05", "A flood"), ("1940", "It is opened"))
MANY = tuple((str(1900 + n), f"Event {n}: {LONG}") for n in range(16))


def test_few_events_are_drawn_across_the_page() -> None:
    blocks = timeline(shown(*FEW), S)
    (figure,) = (block for block in walk(blocks) if isinstance(block, Figure))
    assert isinstance(figure.content, Drawing)
    assert figure.content.width == 500
    assert figure.alt.startswith("Timeline: 1930: The dam is begun; May 1934: A flood;")
    assert printed(blocks) == "Ten years\nDrawn to scale."


def test_links_and_long_texts_are_set_as_a_list() -> None:
    linked = shown(*FEW)
    first = replace(linked.events[0], text=(Span("Begun", link="https://example.org"),))
    for one in (shown(*MANY), replace(linked, events=(first, *linked.events[1:]))):
        assert strip(one, S) is None
        blocks = timeline(one, S)
        (axis,) = (block for block in walk(blocks) if isinstance(block, Group) and block.rule)
        assert isinstance(axis.body[0], BulletList)
        assert len(axis.body[0].items) == len(one.events)
        for event in one.events:
            assert event.text[0].text in printed(blocks)


def test_more_time_is_more_space_and_a_long_stretch_a_break() -> None:
    early = (("-0043", f"Caesar dies, {LONG}"), *MANY)
    blocks = timeline(shown(*early), S)
    assert len([block for block in walk(blocks) if isinstance(block, BulletList)]) == 2
    strokes = [block for block in walk(blocks) if isinstance(block, Rule)]
    assert len(strokes) == 2
    later = [*MANY[:15], ("1920", f"The last event, {LONG}")]
    (listed,) = (block for block in walk(timeline(shown(*later), S)) if isinstance(block, BulletList))
    spaces = [getattr(item.body[-1], "height", 0.0) for item in listed.items]
    assert spaces[-1] == 0
    assert spaces[-2] == max(spaces)
    assert len(set(spaces[:-2])) == 1


def test_a_stretch_of_time_has_a_bar_and_a_vague_date_a_hollow_dot() -> None:
    one = shown(("1890~", f"About then, {LONG}"), ("1895/1899", f"Five years, {LONG}"), *MANY, highlight=4)
    blocks = timeline(one, S)
    bars = [block for block in walk(blocks) if isinstance(block, Group) and block.rule and block.rule[1] > 1]
    assert len(bars) == 1
    assert "Five years" in printed(bars[0].body)
    labels = [
        "".join(run.text for run in b.label) for b in walk(blocks) if isinstance(b, Paragraph) and b.label
    ]
    assert [label.strip("\u00a0") for label in labels] == ["○", *["●"] * 17]
    bold = [b for b in walk(blocks) if isinstance(b, Paragraph) and b.label and b.runs[0].face.bold]
    assert [block.runs[0].text[:7] for block in bold] == ["Event 2"]


def test_lanes_that_are_not_drawn_are_columns() -> None:
    one = shown(*MANY, lanes=("East", "West"))
    (table,) = (block for block in walk(timeline(one, S)) if isinstance(block, Table))
    head, *rows = ([printed(cell.body) for cell in row] for row in table.rows)
    assert head == ["Date", "East", "West"]
    assert len(rows) == 16
    assert all(
        (row[1] == "") == (n % 2 == 1) and (row[2] == "") == (n % 2 == 0) for n, row in enumerate(rows)
    )
    assert [cell.header for cell in table.rows[1]] == ["Row", None, None]


def test_a_picture_is_on_its_card_or_below_its_event_and_a_planned_one_is_nowhere() -> None:
    photo = Image("dam", (), alt="A dam.", picture=Photograph("dam.png", "png", PIXEL))
    planned = Image("later", (), alt="Not yet.")
    few, many = shown(*FEW), shown(*MANY)
    for one in (few, many):
        first, second, *others = one.events
        pictured = replace(one, events=(replace(first, image=photo), replace(second, image=planned), *others))
        assert pictures(pictured) == (photo,)
        figures = [block for block in walk(timeline(pictured, S)) if isinstance(block, Figure)]
        if one is many:
            assert [figure.alt for figure in figures] == ["A dam."]
            continue
        (drawing,) = (figure.content for figure in figures)
        assert isinstance(drawing, Drawing)
        assert [shape.alt for shape in drawing.shapes if isinstance(shape, Picture)] == ["A dam."]
        assert "The dam is begun [Figure: A dam]" in drawing.alt
        assert "Not yet" not in drawing.alt
