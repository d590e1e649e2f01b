"""Texts in, compact cards out: lines broken so that they are few and of like length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from builders.figures.drawing import CardLine, Color
from builders.theme.breaks import TOKENS, held, opportunities
from builders.theme.faces import Face
from builders.theme.measure import advance, space
from builders.theme.wrap import wrap

PITCH = 1.22
"""Height of a line by its size, the largest of the programs that open decks."""
MARGIN = 1.015
"""Widths are sums of advances: what another program may add."""
PICTURE, PICTURE_GAP = 5.0, 0.4
"""The height of a picture at the most and the gap between it and the text, by the size of the type."""
INSET = 6.0
"""Free on all sides of the text of a highlighted card."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What no line end divides: its width and the space before it, in em."""

    width: float
    space: float


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says: a date and an event, with their faces, and their units measured once for all sizes."""

    date: str
    text: str
    date_face: Face
    text_face: Face
    date_units: tuple[Unit, ...]
    text_units: tuple[Unit, ...]
    longest: float
    """The widest unit in em: a narrower card would have to break a word."""
    inset: float = 0.0
    """Free on all sides of a card with a ground, in points."""
    aspect: float = 0.0
    """Width by height of the picture on the card; 0 without one."""

    def size(self, ems: float, size: float) -> tuple[float, float]:
        """Width and height in points of the card that sets its text in `ems`, with its picture and what is free."""
        width, height = ems * size * MARGIN, self.lines(ems) * size * PITCH
        if self.aspect:
            height += self.picture(width, size) + PICTURE_GAP * size
        return width + 2 * self.inset, height + 2 * self.inset

    def picture(self, width: float, size: float) -> float:
        """The height of the picture on a card whose text is `width` points wide."""
        return min(width / self.aspect, PICTURE * size)

    def lines(self, ems: float) -> int:
        """How many lines the card has in a width of `ems`."""
        if ems < self.longest:
            return len(card_lines(self, ("", ""), 1.0, ems))
        return _count(self.date_units, ems) + _count(self.text_units, ems)

    def tightest(self, lines: int, widest: float) -> float:
        """The least width in em, to a twenty-fifth, that needs no more than `lines`; at most `widest`, and then the
        least that needs no more than that does."""
        lines = max(lines, self.lines(widest))
        low, high = min(self.longest, widest), widest
        if self.lines(low) <= lines:
            return low
        while high - low > 0.04:
            middle = (low + high) / 2
            if self.lines(middle) <= lines:
                high = middle
            else:
                low = middle
        return high


def card_text(
    date: str, text: str, date_face: Face, text_face: Face, inset: float = 0.0, aspect: float = 0.0
) -> CardText:
    """Measure a card's text."""
    dated, told = _units(date, date_face), _units(text, text_face)
    longest = max((unit.width for unit in (*dated, *told)), default=0.0)
    return CardText(date, text, date_face, text_face, dated, told, longest, inset, aspect)


def card_lines(
    card: CardText, colors: tuple[Color, Color], size: float, width: float
) -> tuple[CardLine, ...]:
    """The card's lines in `width` points: the date, then the event."""
    lines = []
    parts = ((card.date, card.date_face), (card.text, card.text_face))
    for (text, face), color in zip(parts, colors, strict=True):
        for index, line in enumerate(wrap(text, face, size, width) if text else []):
            lines.append(CardLine(line, face, size, color, start=index == 0))
    return tuple(lines)


def cut_text(card: CardText, size: float, width: float, height: float) -> tuple[CardText, ...]:
    """The card, or where it is taller than `height` several under the same date, cut between lines."""
    free = height - 2 * card.inset - (size * (PICTURE + PICTURE_GAP) if card.aspect else 0.0)
    # A line to spare: cards are measured by their words, not by setting them.
    room = int(free / (size * PITCH)) - 1
    if card.lines(width / size) <= room:
        return (card,)
    dates = len(wrap(card.date, card.date_face, size, width)) if card.date else 0
    room = max(1, room - dates)
    lines = wrap(card.text, card.text_face, size, width)
    if len(lines) <= room:
        return (card,)
    parts, end = [], 0
    for first in range(0, len(lines), room):
        begin = end
        for line in lines[first : first + room]:
            end = card.text.index(line, end) + len(line)
        parts.append(card.text[begin:end].strip(" "))
    return tuple(
        card_text(
            card.date,
            part,
            card.date_face,
            card.text_face,
            card.inset,
            card.aspect if number == 0 else 0.0,
        )
        for number, part in enumerate(parts)
    )


def _units(text: str, face: Face) -> tuple[Unit, ...]:
    units: list[Unit] = []
    gap, last = 0.0, ""
    for token in TOKENS.findall(text):
        if token.isspace():
            gap = space(face) * len(token)
            continue
        edges = [0, *opportunities(token), len(token)]
        if units and held(last, token):
            tied = units.pop()
            units.append(Unit(tied.width + gap + advance(token[: edges[1]], face, 1.0), tied.space))
            gap, edges = 0.0, edges[1:]
        last = token
        for start, end in pairwise(edges):
            units.append(Unit(advance(token[start:end], face, 1.0), gap))
            gap = 0.0
    return tuple(units)


def _count(units: Sequence[Unit], ems: float) -> int:
    if not units:
        return 0
    lines, used = 1, 0.0
    for unit in units:
        wider = used + unit.space + unit.width if used else unit.width
        if used and wider > ems:
            lines, used = lines + 1, unit.width
        else:
            used = wider
    return lines
