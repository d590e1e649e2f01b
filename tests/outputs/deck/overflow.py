"""A deck's plan and LibreOffice's PDF of it in; every text that isn't inside its box, or isn't there, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2

from builders.deck.holders import BULLET, CELL_X
from builders.deck.slides import (
    Box,
    ChartShape,
    DeckPlan,
    DrawingShape,
    Paragraph,
    PictureShape,
    Slide,
    TableShape,
    TextBox,
)
from builders.figures.drawing import Card, Label
from builders.theme.measure import advance

LEFT, REST = 4.0, 2.0
"""How far glyphs may reach over an edge in points: at the left italics and quotation marks hang out."""
SKIPPED = 8
"""Characters that may stand between two of a text's: numbers of lists, which the plan doesn't hold."""
COLUMN = 16.0
"""How far beside its box a text is looked for that isn't found in the order of the page."""
IGNORED = "\u00ad\u2060"
CYRILLIC = re.compile("[\u0400-\u04ff]")
PUNCTUATION = IGNORED + ".,;:!?—–-“”«»()[]…№"
"""Where a text needs two fonts, LibreOffice paints all of a line's one before the other."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A text and the box that it belongs in; `numbered` when bullets or numbers stand between its paragraphs; `lower`
    is how much lower it may end."""

    name: str
    text: str
    box: Box
    numbered: bool = False
    lower: float = 0.0

    def lowered(self) -> Box:
        """The box with the room that it may grow into below."""
        return replace(self.box, height=self.box.height + self.lower)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it is painted; y down."""

    char: str
    left: float
    top: float
    right: float
    bottom: float


def problems(plan: DeckPlan, pdf: bytes, *, growing: bool = False) -> list[str]:
    """What is wrong, by slide. With `growing` rows may have grown in other fonts than the deck's own, so that those
    below stand lower: then they are to end above whatever stands below their table."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = (
            [] if len(document) == len(plan.slides) else [f"{len(document)} pages, {len(plan.slides)} slides"]
        )
        for number, (page, slide) in enumerate(zip(document, plan.slides, strict=False), 1):
            found += [f"{number}: {problem}" for problem in _slide(plan, slide, _glyphs(page), growing)]
            page.close()
        return found
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    text, height = page.get_textpage(), page.get_height()
    glyphs = []
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if not char or char.isspace():
            continue
        char = "-" if char in "\ufffe\x02" else char  # a hyphen at a line's end
        left, bottom, right, top = text.get_charbox(index)
        glyphs.append(Glyph(char, left, height - top, right, height - bottom))
    text.close()
    return glyphs


def _slide(plan: DeckPlan, slide: Slide, glyphs: list[Glyph], growing: bool) -> Iterator[str]:
    used: set[int] = set()
    for expected in texts(plan, slide, growing=growing):
        mixed = CYRILLIC.search(expected.text)
        ignored = PUNCTUATION if mixed else IGNORED
        wanted = [char for char in expected.text if not char.isspace() and char not in ignored]
        if not wanted:
            continue
        reach = SKIPPED if expected.numbered or mixed else 1
        matches = list(_matches(wanted, glyphs, used, reach)) or list(
            _beside(expected.box, wanted, glyphs, used, reach)
        )
        if not matches:
            yield f"{expected.name}: not found “{expected.text[:50]}”"
            continue
        # The same words may stand in several boxes: these are the ones that stand nearest to this box.
        _, chosen = min((_over(expected.box, [glyphs[n] for n in match]), match) for match in matches)
        over = _over(expected.lowered(), [glyphs[n] for n in chosen])
        used.update(chosen)
        if max(over) > 0:
            sides = " ".join(f"{side} {by:.1f}" for side, by in zip("LTRB", over[1:], strict=True) if by > 0)
            yield f"{expected.name}: over by {sides} “{expected.text[:50]}”"


def _over(box: Box, found: list[Glyph]) -> tuple[float, float, float, float, float]:
    """By how much glyphs reach over the edges of a box: the most, then left, top, right, bottom."""
    sides = (
        box.x - min(glyph.left for glyph in found) - LEFT,
        box.y - min(glyph.top for glyph in found) - REST,
        max(glyph.right for glyph in found) - box.right - REST,
        max(glyph.bottom for glyph in found) - box.bottom - REST,
    )
    return (max(sides), *sides)


def _matches(wanted: list[str], glyphs: list[Glyph], used: set[int], reach: int) -> Iterator[list[int]]:
    """Where the text stands: indices of its glyphs, in the order of painting."""
    for start, glyph in enumerate(glyphs):
        if (
            glyph.char == wanted[0]
            and start not in used
            and (match := _match(wanted, glyphs, start, used, reach))
        ):
            yield match


def _beside(
    box: Box, wanted: list[str], glyphs: list[Glyph], used: set[int], reach: int
) -> Iterator[list[int]]:
    """Where the text stands among the glyphs in and about its column: pdfium reads lines on across columns."""
    near = [n for n, glyph in enumerate(glyphs) if box.x - COLUMN <= glyph.left <= box.right + COLUMN]
    taken = {at for at, n in enumerate(near) if n in used}
    for match in _matches(wanted, [glyphs[n] for n in near], taken, reach):
        yield [near[at] for at in match]


def _match(
    wanted: list[str], glyphs: list[Glyph], start: int, used: set[int], reach: int
) -> list[int] | None:
    match: list[int] = []
    at = start
    for char in wanted:
        limit = at + reach
        while at < min(len(glyphs), limit) and (glyphs[at].char != char or at in used):
            at += 1
        if at >= min(len(glyphs), limit):
            return None
        match.append(at)
        at += 1
    return match


def texts(plan: DeckPlan, slide: Slide, *, growing: bool = False) -> Iterator[Expected]:
    """The texts of a slide in the order in which they are painted."""
    layout = plan.layouts.layout(slide.layout)
    for shape in slide.shapes:
        match shape:
            case TextBox():
                levels = layout.holder(shape.placeholder).levels
                text = " ".join(
                    words.upper() if levels[item.level].caps else words
                    for item in shape.paragraphs
                    for words in (_words((item,)),)
                )
                yield Expected(shape.placeholder, text, shape.box, any(level.bullet for level in levels))
            case TableShape():
                yield from _cells(shape, _room_below(plan, slide, shape) if growing else 0.0)
            case ChartShape():
                yield from _chart(shape)
            case DrawingShape():
                yield from _drawing(shape)
            case PictureShape():
                pass
    if layout.furniture:
        yield Expected("footer", slide.footer, plan.layouts.footer.box)


def _words(paragraphs: tuple[Paragraph, ...]) -> str:
    return " ".join("".join(run.text for run in item.runs) for item in paragraphs)


def _room_below(plan: DeckPlan, slide: Slide, table: TableShape) -> float:
    """How much lower than planned a table may end: at what stands below it, or the footer."""
    end = table.box.y + sum(row.height for row in table.rows)
    others = (shape.box.y for shape in slide.shapes if isinstance(shape, TextBox))
    return min((y for y in (*others, plan.layouts.footer.box.y) if y >= end - 1), default=end) - end


def _cells(table: TableShape, lower: float) -> Iterator[Expected]:
    y = table.box.y
    for row in table.rows:
        x = table.box.x
        for column, (cell, width) in enumerate(zip(row.cells, table.columns, strict=True)):
            left = x if column == 0 else x + CELL_X
            inside = Box(left, y, x + width - CELL_X - left, row.height)
            if cell and cell[0].level:
                inside = Box(left + BULLET, y, inside.width - BULLET, inside.height)
            if _words(cell).strip():
                yield Expected("cell", _words(cell), inside, numbered=bool(cell[0].level), lower=lower)
            x += width
        y += row.height


def _chart(shape: ChartShape) -> Iterator[Expected]:
    """The names of a chart, and its numbers where LibreOffice writes them as English does."""
    frame = shape.frame
    # Which of many names are left out LibreOffice decides for itself.
    names = [" ".join(label) for label in frame.labels] if frame.every == 1 else []
    if frame.names != "none" and frame.part[0] == 1:
        names += ["".join(span.text for span in series.name) for series in frame.chart.series]
    if frame.values and frame.language.startswith("en"):
        names += [text.replace("\u2212", "-") for own in frame.texts for text in own if text]
    # A short one could be taken for part of a longer.
    for name in sorted(names, key=len, reverse=True):
        yield Expected("chart", name, shape.box)


def _drawing(shape: DrawingShape) -> Iterator[Expected]:
    for item in shape.drawing.shapes:
        match item:
            case Card():
                text = " ".join(line.text for line in item.lines)
                yield Expected("card", text, Box(shape.x + item.x, shape.y + item.y, item.width, item.height))
            case Label() if not shape.decorative and not item.rotation:
                width = advance(item.text, item.face, item.size, item.letter_spacing)
                left = item.x - {"start": 0.0, "middle": width / 2, "end": width}[item.anchor]
                place = Box(shape.x + left, shape.y + item.y - item.size, width, item.size * 1.35)
                yield Expected("label", item.text, place)
            case _:
                pass
