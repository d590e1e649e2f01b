"""Runs and a width in, lines and heights out: how deep text stands in a box of a slide, whoever sets it.

Widths are those of the widest font that may take the family's place (see theme/measure), with a margin of 1.5 %, and
lines have a pitch of 1.22, so that other programs' fonts and spacing fit as well: DejaVu's is 1.17, Arial's 1.15.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from builders.deck.slides import Level, Paragraph, Run
from builders.theme.breaks import opportunities
from builders.theme.faces import Face, Family
from builders.theme.measure import space, word_width
from builders.theme.tokens import SlideType

PITCH = 1.22
NARROW = 0.8
"""How wide text may be, by what is measured, where a family's own font sets it: Calibri is that much narrower."""
MARGIN = 0.985
OWN = 1.165
"""How many times as much as is measured goes on a line in the heading families themselves."""

BASELINE = {
    Family.CALIBRI: 0.97,
    Family.GEORGIA: 0.94,
    Family.ARIAL: 0.93,
    Family.CAMBRIA: 0.95,
    Family.TIMES: 0.92,
}
"""How far below the top of its box the first line stands, by the size: between PowerPoint's and LibreOffice's."""

Unit = tuple[float, float, str, Face]
"""What can't be parted at a line's end: the space before it and its own width in em, its text and face (the last
piece's); a forced line end has the text "\\n"."""

_RANGE = re.compile(r".*\d[–-](?=\d)")
_TOKENS = re.compile(r"\n|[ \t]+|[^ \t\n]+")


def first_baseline(face: Face, size: float) -> float:
    """Where the first baseline of a text box stands, in points below its top."""
    return BASELINE[face.family] * size


def face_of(level: Level, run: Run, type_: SlideType) -> Face:
    """The face in which a run of a level is set."""
    base = type_.heading if level.family == "heading" else type_.text
    return Face(base.family, level.bold or run.bold, level.italic or run.italic)


def text_of(level: Level, text: str) -> str:
    """The text as it is shown."""
    return text.upper() if level.caps else text


def paragraph_lines(paragraph: Paragraph, level: Level, size: float, width: float, type_: SlideType) -> int:
    """How many lines a paragraph takes at `size` in a box `width` points wide."""
    spans = tuple((text_of(level, run.text), face_of(level, run, type_)) for run in paragraph.runs)
    limit = (width - level.indent) * MARGIN / size
    if level.caps:  # set with 0.6 pt between letters
        limit *= 0.9
    return count_lines(spans, round(limit, 4))


def height(
    paragraphs: Sequence[Paragraph],
    levels: Sequence[Level],
    sizes: Sequence[float],
    width: float,
    type_: SlideType,
) -> float:
    """How deep paragraphs stand, in points; the space above the first doesn't count."""
    total = 0.0
    for number, paragraph in enumerate(paragraphs):
        level, size = levels[paragraph.level], sizes[paragraph.level]
        lines = paragraph_lines(paragraph, level, size, width, type_)
        total += (lines + (level.before if number else 0.0)) * size * PITCH
    return total


@lru_cache(maxsize=1 << 14)
def count_lines(spans: tuple[tuple[str, Face], ...], limit: float) -> int:
    """The number of lines of text set greedily on a measure of `limit` em."""
    lines, used = 1, 0.0
    for gap, width, text, face in _units(spans):
        if text == "\n":
            lines, used = lines + 1, 0.0
        elif used and used + gap + width <= limit:
            used += gap + width
        else:
            lines += bool(used)
            used = width
            while used > limit and len(text) > 1:
                text = text[_fitting(text, face, limit) :]
                lines, used = lines + 1, word_width(text, face)
    return lines


def sets_cleanly(paragraph: Paragraph, level: Level, size: float, width: float, type_: SlideType) -> bool:
    """Whether no line's end breaks a word or parts a range of numbers (1939–1941), as other programs would."""
    spans = tuple((text_of(level, run.text), face_of(level, run, type_)) for run in paragraph.runs)
    room, used = (width - level.indent) / size, 0.0
    limit = room * MARGIN
    for gap, wide, text, face in _units(spans):
        if text == "\n":
            used = 0.0
            continue
        fits = used + gap + wide <= limit
        range_ = _RANGE.match(text)
        if wide > limit or (range_ and not fits and _reaches(used + gap, range_[0], face) <= room):
            return False
        used = used + gap + wide if used and fits else wide
    return True


def last_line(paragraph: Paragraph, level: Level, size: float, width: float, type_: SlideType) -> float:
    """How much of the measure the last line of a paragraph fills, 0 to 1, in the widest font or in the family itself;
    of one with a single line, all."""
    spans = tuple((text_of(level, run.text), face_of(level, run, type_)) for run in paragraph.runs)
    units, room = _units(spans), (width - level.indent) / size
    return min(_last(units, room * OWN), _last(units, room * MARGIN))


def _last(units: Sequence[Unit], limit: float) -> float:
    lines, used = 1, 0.0
    for gap, wide, text, _ in units:
        if text == "\n":
            lines, used = lines + 1, 0.0
        elif used and used + gap + wide <= limit:
            used += gap + wide
        else:
            lines, used = lines + bool(used), wide
    return used / limit if lines > 1 else 1.0


def _reaches(used: float, start: str, face: Face) -> float:
    """How far a line with the start of a word in it may reach at the least, in a narrow font."""
    return (used + word_width(start, face)) * NARROW


def _fitting(text: str, face: Face, limit: float) -> int:
    """How many characters of an over-long word go on a line, at least one."""
    total = 0.0
    for index, char in enumerate(text):
        total += word_width(char, face)
        if total > limit:
            return max(1, index)
    return len(text)


@lru_cache(maxsize=1 << 12)
def _units(spans: tuple[tuple[str, Face], ...]) -> tuple[Unit, ...]:
    units: list[Unit] = []
    gap, open_ = 0.0, False
    for text, face in spans:
        for token in _TOKENS.findall(text):
            if token == "\n":
                units.append((0.0, 0.0, "\n", face))
                gap, open_ = 0.0, False
            elif token[0] in " \t":
                gap, open_ = gap + space(face) * len(token), False
            else:
                for piece in _pieces(token):
                    width = word_width(piece, face)
                    if open_:  # a word that changes its face within goes on
                        before, wide, start, _ = units.pop()
                        units.append((before, wide + width, start + piece, face))
                    else:
                        units.append((gap, width, piece, face))
                    gap, open_ = 0.0, False
                open_ = True
    return tuple(units)


def _pieces(word: str) -> list[str]:
    places = [0, *opportunities(word), len(word)]
    return [word[a:b] for a, b in itertools.pairwise(places)]


def widest(paragraph: Paragraph, level: Level, type_: SlideType) -> float:
    """The width in em of the longest piece that a line's end doesn't part."""
    spans = tuple((text_of(level, run.text), face_of(level, run, type_)) for run in paragraph.runs)
    return max((width for _, width, _, _ in _units(spans)), default=0.0)
