"""A made-up lesson in, its slides by python-pptx's own shapes out: what the deck would cost by the usual way."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.util import Pt

from tests.benchmarks.content import Content

_COVER, _BULLETS, _TITLE_ONLY = 0, 1, 5
_CARD = (110, 90)


def shapes(lesson: Content) -> bytes:
    """A deck of the lesson's slides; a timeline is an axis with cards, as ours."""
    deck: Any = Presentation()
    cover = deck.slides.add_slide(deck.slide_layouts[_COVER])
    cover.shapes.title.text, cover.placeholders[1].text = lesson.title, lesson.question
    _bullets(deck, "Objectives", lesson.objectives)
    _bullets(deck, "Terms", tuple(f"{name} {text}" for name, text in lesson.terms))
    for section in lesson.sections:
        _bullets(deck, section.heading, section.points, "\n".join(section.paragraphs))
        if section.events:
            _timeline(deck, section.events)
        if section.quote:
            _bullets(deck, "Quotation", (section.quote, "A witness"))
        if section.rows:
            _table(deck, section.rows)
        _bullets(deck, "Question", (section.question,))
        if section.answer:
            _bullets(deck, "Answer", (section.answer,))
    _bullets(deck, "Exit ticket", (lesson.exit,))
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _bullets(deck: Any, title: str, texts: tuple[str, ...], notes: str = "") -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_BULLETS])
    slide.shapes.title.text = title
    frame = slide.placeholders[1].text_frame
    frame.text = texts[0]
    for text in texts[1:]:
        frame.add_paragraph().text = text
    if notes:
        slide.notes_slide.notes_text_frame.text = notes


def _timeline(deck: Any, events: tuple[tuple[str, str], ...]) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    slide.shapes.title.text = "Timeline"
    width, height = _CARD
    slide.shapes.add_connector(1, Pt(30), Pt(320), Pt(690), Pt(320))
    for number, (date, text) in enumerate(events):
        left, top = 30 + number * 80, 200 if number % 2 else 350
        slide.shapes.add_connector(1, Pt(left), Pt(320), Pt(left), Pt(top))
        card = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height)).text_frame
        card.word_wrap = True
        card.text = date
        card.paragraphs[0].runs[0].font.bold = True
        card.add_paragraph().text = text


def _table(deck: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    slide.shapes.title.text = "Table"
    table = slide.shapes.add_table(len(rows), len(rows[0]), Pt(40), Pt(140), Pt(640), Pt(300)).table
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
