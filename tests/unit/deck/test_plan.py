"""What stands on which slide, for whom; that every word is somewhere, no text outside its box or below its floor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from builders.deck.measure import height
from builders.deck.plan import plan
from builders.deck.slides import (
    Audience,
    ChartShape,
    DeckPlan,
    DrawingShape,
    Paragraph,
    PictureShape,
    Slide,
    TableShape,
    TextBox,
)
from builders.diagnostics import Severity
from builders.figures.drawing import Card, Label
from builders.lesson.labels import LANGUAGES
from builders.lesson.model import (
    Cell,
    Comparison,
    Document,
    ImageBlock,
    Lesson,
    MultipleChoice,
    Point,
    Points,
    Quote,
    Section,
    Span,
    Table,
    Text,
    TrueFalse,
)
from builders.theme.tokens import EDITORIAL
from tests.unit.deck.dump import dump
from tests.unit.deck.samples import everything, image, question, stress, t

GOLDENS = Path(__file__).parent / "goldens"

HIDDEN = re.compile(
    r"\.(answers?|because|reason|rubric|timing|misconceptions|prepare|alternative|notes|standards|prose)\b"
)
"""Paths in a lesson that no student may see on a slide (prose is told, and stands on the handout)."""

NOT_SHOWN = re.compile(
    r"sections\[\d\]\.loc|Lesson\.images|\.(publication|sentence)|events\[\d\]\.source|blocks\[5\]\.image\.caption"
    r"|Lesson\.figure\.caption|(blocks\[\d\]|figure)\.(image\.)?(source|url|file|id|path|kind)$"
)


@cache
def deck(lesson: Lesson, audience: Audience = "teacher") -> DeckPlan:
    return plan(lesson, EDITORIAL, audience)[0]


SAMPLES = {"everything": everything(), "stress": stress(), "short": Lesson("short", t("Only a title"))}


@pytest.mark.parametrize("audience", ["teacher", "student"])
def test_the_plan_of_a_lesson_with_everything(audience: Audience, update: bool) -> None:
    path = GOLDENS / f"everything-{audience}.txt"
    text = dump(deck(everything(), audience))
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def shown(slides: tuple[Slide, ...]) -> str:
    """All words on slides."""
    return " ".join(word for slide in slides for word in _words(slide))


def told(slides: tuple[Slide, ...]) -> str:
    """All words in notes."""
    return " ".join(run.text for slide in slides for item in slide.notes for run in item.runs)


def _words(slide: Slide) -> Iterator[str]:
    for shape in slide.shapes:
        match shape:
            case TextBox():
                yield from _texts(shape.paragraphs)
            case TableShape():
                yield from (text for row in shape.rows for cell in row.cells for text in _texts(cell))
                yield shape.alt
            case ChartShape():
                yield shape.alt
            case PictureShape():
                yield shape.alt
            case DrawingShape():
                yield f"{shape.drawing.alt} {shape.name}"
                yield from (
                    line.text for s in shape.drawing.shapes if isinstance(s, Card) for line in s.lines
                )


def _texts(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    yield from ("".join(run.text for run in item.runs) for item in paragraphs)


def marked(lesson: Lesson) -> tuple[Lesson, dict[str, str]]:
    """The lesson with every inline text replaced by a word of its own, and where each word stands."""
    words: dict[str, str] = {}
    numbers = count(1)

    def walk(value: Any, path: str) -> Any:
        if isinstance(value, tuple) and value and all(isinstance(item, Span) for item in value):
            word = f"Wort{next(numbers):03d}x"
            words[word] = path
            return (Span(word),)
        if isinstance(value, tuple) and value and path.endswith("loc"):
            return value
        if isinstance(value, tuple):
            return tuple(walk(item, f"{path}[{n}]") for n, item in enumerate(value))
        if is_dataclass(value) and not isinstance(value, type):
            changed = {f.name: walk(getattr(value, f.name), f"{path}.{f.name}") for f in fields(value)}
            return replace(value, **changed)
        return value

    return walk(lesson, "Lesson"), words


def test_every_word_is_on_a_slide_or_in_its_notes() -> None:
    lesson, words = marked(everything())
    assert len(words) > 90
    slides = deck(lesson).slides
    text = f"{shown(slides)} {told(slides)}"
    assert [path for word, path in words.items() if word not in text and not NOT_SHOWN.search(path)] == []


def test_a_student_sees_no_answer_and_no_note() -> None:
    lesson, words = marked(everything())
    student = deck(lesson, "student")
    whole = repr(student)
    seen = {path for word, path in words.items() if word in whole}
    assert [path for path in seen if HIDDEN.search(path) and "sections[2]" not in path] == []
    missing = {path for path in words.values() if path not in seen and not HIDDEN.search(path)}
    assert [path for path in missing if not NOT_SHOWN.search(path) and "blocks[6]" not in path] == []
    assert not any(slide.notes or slide.audience == "teacher" for slide in student.slides)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("audience", ["teacher", "student"])
def test_titles_are_there_and_unique(name: str, audience: Audience) -> None:
    slides = deck(SAMPLES[name], audience).slides
    titles = [" ".join(slide.title.casefold().split()) for slide in slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    for slide in slides:
        box = slide.shapes[0]
        assert isinstance(box, TextBox)
        assert box.placeholder == "title"
        assert slide.title == "".join(run.text for run in box.paragraphs[0].runs)


def boxes(lesson: DeckPlan) -> Iterator[tuple[Slide, TextBox]]:
    for slide in lesson.slides:
        for shape in slide.shapes:
            if isinstance(shape, TextBox):
                yield slide, shape


@pytest.mark.parametrize("name", SAMPLES)
def test_text_stands_in_its_box_and_above_its_floor(name: str) -> None:
    planned = deck(SAMPLES[name])
    for slide, box in boxes(planned):
        holder = planned.layouts.layout(slide.layout).holder(box.placeholder)
        assert (
            height(box.paragraphs, holder.levels, box.sizes, box.box.width, EDITORIAL.slide)
            <= box.box.height + 0.01
        )
        assert box.box.x >= 0
        assert box.box.right <= 960
        assert box.box.bottom <= 512
        floor = (
            28
            if slide.layout in ("question", "prompts", "asked") and box.placeholder in ("title", "body")
            else 18
        )
        credits = {"credit", "note", "source", "label"}
        if box.placeholder == "title":
            assert box.sizes[0] >= (14 if slide.layout == "quotation" else 20)
        elif slide.layout == "references":
            assert box.sizes[0] >= 12
        elif box.placeholder == "question":
            assert box.sizes[0] >= 16
        elif box.placeholder in credits:
            assert min(box.sizes) >= 10.5
        elif box.placeholder in ("caption", "headnote"):
            assert box.sizes[0] >= {"caption": 14, "headnote": 16}[box.placeholder]
        elif box.placeholder == "by":
            assert box.sizes[0] >= 18
        else:
            assert min(box.sizes) >= min(floor, 18)
            assert box.sizes[0] >= floor or slide.layout == "question" or slide.layout == "prompts"


@pytest.mark.parametrize("name", SAMPLES)
def test_tables_stand_on_the_slide_in_readable_type(name: str) -> None:
    for slide in deck(SAMPLES[name]).slides:
        for shape in slide.shapes:
            if isinstance(shape, TableShape):
                assert shape.size >= 18
                assert shape.box.right <= 905
                assert shape.box.bottom <= 484.1
                assert len({len(row.cells) for row in shape.rows} | {len(shape.columns)}) == 1


def test_a_planned_picture_gets_no_slide_but_is_told_of() -> None:
    slides = deck(everything()).slides
    assert "girder" not in shown(slides)
    assert "Workers, 1931." in told(slides)
    assert "Workers, 1931." not in shown(slides)


def test_a_section_of_words_alone_shows_them_when_they_are_few() -> None:
    lesson = Lesson(
        "x",
        t("X"),
        sections=(Section(t("A"), (), blocks=(Text((t("Six words stand on this slide."),), ()),)),),
    )
    assert "Six words stand on this slide." in shown(deck(lesson).slides)
    long = "First one. " + "More words than a slide should hold stand here. " * 9
    lesson = replace(lesson, sections=(Section(t("A"), (), blocks=(Text((t(long),), ()),)),))
    slides = deck(lesson).slides
    assert "First one." in shown(slides)
    assert "More words" not in shown(slides)
    assert "More words" in told(slides)


def test_the_sections_sentence_stands_over_its_first_evidence() -> None:
    first, second, *_ = everything().sections
    slides = deck(everything()).slides
    of_first = [slide for slide in slides if slide.section == "Building the bridge"]
    assert (of_first[0].layout, of_first[0].title) == ("points", "A city paid for its bridge twice")
    # Documents have names of their own, so that the sentence opens the section.
    of_second = [slide for slide in slides if slide.section == "Reading the papers"]
    assert (of_second[0].layout, of_second[0].title) == (
        "section-figure",
        "The papers never agreed on the\u00a0price",
    )
    assert first.headline
    assert second.headline


def test_a_headline_of_a_document_follows_its_label_on_every_part() -> None:
    lesson = everything()
    second = lesson.sections[1]
    document = next(block for block in second.blocks if isinstance(block, Document))
    long = replace(
        document, headline=t("Parliament had the figures"), excerpt=(t("The costs were known to all. " * 80),)
    )
    slides = deck(replace(lesson, sections=(replace(second, blocks=(long,)),))).slides
    parts = [slide for slide in slides if slide.layout == "document"]
    assert len(parts) > 1
    for part in parts:
        assert part.title.startswith("Document A: Parliament had the figures")
        source = next(
            shape for shape in part.shapes if isinstance(shape, TextBox) and shape.placeholder == "source"
        )
        assert source.paragraphs[0].runs[0].text.startswith("Report of the commission")
    plainly = [slide for slide in deck(lesson).slides if slide.layout == "document"]
    assert plainly[0].title == "Document A: Report of the commission"

    cited = replace(long, title=t("A Bridge Opens"))  # as its source is called, which is said anyway
    shown = deck(replace(lesson, sections=(replace(second, blocks=(cited,)),))).slides
    page = next(slide for slide in shown if slide.layout == "document")
    assert " ".join(_words(page)).count("A Bridge Opens") == 1


def test_a_long_headline_is_cut_told_whole_and_reported() -> None:
    headline = "A headline that goes on " * 60
    section = Section(t("A"), ("sections", 0), headline=t(headline), blocks=(question(1, "Why?"),))
    planned, found = plan(Lesson("x", t("X"), sections=(section,)), EDITORIAL, "teacher", "outlines/x.yaml")
    cut = next(slide for slide in planned.slides if slide.layout == "section")
    assert cut.title.endswith("…")
    assert headline.strip() in told(planned.slides)
    assert [(d.code, d.severity, d.place.file, d.place.loc) for d in found] == [
        ("slide-overflow", Severity.WARNING, "outlines/x.yaml", ("sections", 0))
    ]
    assert found[0].hints


def test_lessons_that_fit_report_nothing() -> None:
    assert plan(everything(), EDITORIAL, "teacher")[1] == ()


def test_what_is_said_once_is_reported_once() -> None:
    found = plan(stress(), EDITORIAL, "teacher")[1]
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_words_are_in_the_lessons_language(language: str) -> None:
    planned = deck(replace(everything(), language=language))
    assert planned.language == language
    runs = [
        run
        for slide in planned.slides
        for _, box in boxes(replace(planned, slides=(slide,)))
        for item in box.paragraphs
        for run in item.runs
    ]
    assert {run.language for run in runs} == {language, "ru"}
    if language != "en":
        assert "Works cited" not in shown(planned.slides)


def test_sections_hold_all_slides_in_order() -> None:
    planned = deck(everything())
    names = [slide.section for slide in planned.slides]
    assert [name for section in planned.sections for name in [section.name] * section.slides] == names


def test_each_shown_picture_is_credited_once() -> None:
    text = shown(deck(everything()).slides)
    last = shown(deck(everything()).slides[-1:])
    assert last.count("Cost of the bridge, chart") == 1
    assert last.count("Cost of the bridge, photo") == 1
    assert "planned" not in text.casefold().replace("planned_", "")


def test_a_figure_that_no_section_shows_has_a_slide_with_its_caption() -> None:
    lesson = everything()
    assert sum(slide.loc == ("figure",) for slide in deck(lesson).slides) == 0
    slides = deck(replace(lesson, figure=image("other", caption="Seen from the north."))).slides
    (slide,) = [slide for slide in slides if slide.loc == ("figure",)]
    assert slide.layout == "figure-side"
    assert "Seen from the north." in shown((slide,))


def test_pictures_and_drawings_have_an_alternative_text() -> None:
    for slide in deck(everything()).slides:
        for shape in slide.shapes:
            match shape:
                case PictureShape() | TableShape():
                    assert shape.alt
                case DrawingShape():
                    assert bool(shape.drawing.alt) != shape.decorative
                case _:
                    pass


def test_a_wide_picture_stands_above_its_words() -> None:
    wide = image("wide")
    assert wide.picture is not None
    data = wide.picture.data.replace(b"0 0 320 240", b"0 0 900 240")
    block = ImageBlock(replace(wide, picture=replace(wide.picture, data=data)), ("here",))
    lesson = Lesson("x", t("X"), sections=(Section(t("A"), (), blocks=(block,)),))
    slide = next(slide for slide in deck(lesson).slides if slide.layout == "figure")
    _, drawing, caption, credit = slide.shapes
    assert isinstance(drawing, DrawingShape)
    assert isinstance(caption, TextBox)
    assert isinstance(credit, TextBox)
    assert drawing.y + drawing.drawing.height <= caption.box.y <= caption.box.bottom <= credit.box.y + 0.01


def test_a_long_caption_stands_on_its_figures_one_slide() -> None:
    caption = (
        "A line through known places. " + "It is good to about twenty kilometres. " * 9 + "After a book."
    )
    block = ImageBlock(image("chart", caption=caption), ("here",))
    lesson = Lesson("x", t("X"), sections=(Section(t("A"), (), blocks=(block,)),))
    (slide,) = [slide for slide in deck(lesson).slides if slide.loc == ("here",)]
    boxes = {shape.placeholder: shape for shape in slide.shapes if isinstance(shape, TextBox)}
    large, small = (" ".join(_texts(boxes[key].paragraphs)) for key in ("caption", "credit"))
    assert f"{large} {small}".startswith(caption.strip())
    assert large.startswith("A line through known places.")
    assert "After a book." in small
    assert boxes["caption"].sizes[0] > boxes["credit"].sizes[0]
    assert boxes["caption"].box.bottom <= boxes["credit"].box.y


def test_two_sides_stand_side_by_side_in_one_size() -> None:
    slide = next(slide for slide in deck(everything()).slides if slide.title == "Two sides")
    boxes = {shape.placeholder: shape for shape in slide.shapes if isinstance(shape, TextBox)}
    assert slide.layout == "sides"
    assert boxes["left"].box.width == boxes["right"].box.width
    assert boxes["left"].sizes == boxes["right"].sizes
    assert boxes["left-head"].sizes == boxes["right-head"].sizes
    assert boxes["left"].box.right < boxes["right"].box.x


def test_three_sides_are_equally_wide_columns() -> None:
    comparison = next(
        block for part in everything().sections for block in part.blocks if isinstance(block, Comparison)
    )
    three = replace(comparison, columns=(*comparison.columns, comparison.columns[0]))
    lesson = Lesson("x", t("X"), sections=(Section(t("A"), (), blocks=(three,)),))
    table = next(s for slide in deck(lesson).slides for s in slide.shapes if isinstance(s, TableShape))
    assert len(set(table.columns)) == 1
    assert not table.row_headers


def test_a_wide_table_goes_on_with_its_first_column() -> None:
    tables = [
        shape for slide in deck(stress()).slides for shape in slide.shapes if isinstance(shape, TableShape)
    ]
    wide = [table for table in tables if "Column 0" in table.alt and len(table.columns) < 9]
    heads = [["".join(run.text for run in cell[0].runs) for cell in table.rows[0].cells] for table in wide]
    assert all(head[0] == "Column 0" for head in heads)
    assert {name for head in heads for name in head} >= {f"Column {n}" for n in range(9)}


def test_questions_without_words_are_still_slides() -> None:
    """The reader refuses such outlines; a plan doesn't fail on what it is given."""
    lesson = everything()
    choices, statement, *_ = lesson.quiz
    assert isinstance(choices, MultipleChoice)
    assert isinstance(statement, TrueFalse)
    empty = replace(lesson, quiz=(replace(choices, choices=()), replace(statement, statement=())))
    assert "Quiz · 2 · True / False" in [slide.title for slide in deck(empty).slides]
    assert sum(slide.title == "When did it open?" for slide in deck(empty).slides) == 1


@pytest.mark.parametrize(
    "text", ["\u200b", "日本語の文章はここで折り返します。" * 30, "مرحبا " * 60, "x" * 2000, "a\nb\tc", "😀"]
)
def test_any_text_stands_in_its_box(text: str) -> None:
    lesson = everything()
    section = replace(lesson.sections[0], headline=(Span(text),))
    odd = replace(lesson, title=(Span(text),), objectives=((Span(text),),), sections=(section,))
    planned = deck(odd)
    for slide, box in boxes(planned):
        holder = planned.layouts.layout(slide.layout).holder(box.placeholder)
        assert (
            height(box.paragraphs, holder.levels, box.sizes, box.box.width, EDITORIAL.slide)
            <= box.box.height + 0.01
        )
    assert len({slide.title for slide in planned.slides}) == len(planned.slides)


@pytest.mark.parametrize(("language", "mark"), [("en", "“"), ("fr", "«"), ("de", "„"), ("ru", "«")])
def test_the_mark_beside_a_quotation_is_the_lessons_own(language: str, mark: str) -> None:
    section = Section(t("Words"), ("sections", 0), blocks=(Quote(t("Nie wieder!"), ("q",), by=t("A")),))
    slides = deck(Lesson("q", t("Q"), language=language, sections=(section,))).slides
    marks = [
        item
        for slide in slides
        for shape in slide.shapes
        if isinstance(shape, DrawingShape) and shape.decorative
        for item in shape.drawing.shapes
        if isinstance(item, Label)
    ]
    assert [item.text for item in marks] == [mark]


@pytest.mark.parametrize(("caption", "times"), [("Prices by year", 1), ("Prices by year " * 30, 2)])
def test_a_caption_that_is_the_title_is_not_said_again(caption: str, times: int) -> None:
    loc = ("sections", 0, "blocks", 1)
    table = Table((t("A"), t("B")), ((Cell(t("x"), (), loc), Cell(t("y"), (), loc)),), loc, t(caption))
    first = Points((Point(t("One"), (), loc),), ("sections", 0, "blocks", 0))
    slides = deck(
        Lesson("t", t("T"), sections=(Section(t("S"), ("sections", 0), blocks=(first, table)),))
    ).slides
    assert sum("Prices by year" in words for slide in slides for words in _words(slide)) == times
