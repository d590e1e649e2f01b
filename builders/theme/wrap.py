"""Text and a width in, lines out: greedy, for cards, cells and answers. (pdf/lines sets a page's
paragraphs.)"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from builders.theme.breaks import TOKENS, held, opportunities
from builders.theme.faces import Face
from builders.theme.measure import advance

Span = tuple[str, Face, float]
"""Text, its face and its size in points."""


def wrap(text: str, face: Face, size: float, width: float) -> list[str]:
    """Lines no wider than `width` points. Only spaces at the breaks are dropped; a newline forces a break;
    a word wider than a line is broken anywhere. One line at least; a single character may be wider than
    `width`."""
    return ["".join(piece for _, piece in line) for line in wrap_spans([(text, face, size)], width)]


def wrap_spans(spans: Sequence[Span], width: float) -> list[list[tuple[int, str]]]:
    """Like wrap, for text in several faces and sizes: a line is its pieces with the index of their span."""
    setter = _Setter(spans, width)
    for word in setter.tied(_words(spans)):
        setter.add(word)
    return setter.finish()


@dataclass(slots=True)
class _Word:
    """Pieces that no space parts, the spaces before them, or a forced break."""

    spaces: list[tuple[int, str]] = field(default_factory=list)
    pieces: list[tuple[int, str]] = field(default_factory=list)
    forced: bool = False

    def text(self) -> str:
        return "".join(piece for _, piece in self.pieces)


def _words(spans: Sequence[Span]) -> Iterator[_Word]:
    word = _Word()
    for index, (text, _, _) in enumerate(spans):
        for token in TOKENS.findall(text):
            if token == "\n":
                yield word
                yield _Word(forced=True)
                word = _Word()
            elif token[0] in " \t":
                if word.pieces:
                    yield word
                    word = _Word()
                word.spaces.append((index, " " * len(token)))
            else:
                word.pieces.append((index, token))
    yield word


@dataclass(slots=True)
class _Setter:
    spans: Sequence[Span]
    width: float
    lines: list[list[tuple[int, str]]] = field(default_factory=list)
    line: list[tuple[int, str]] = field(default_factory=list)
    used: float = 0.0

    def add(self, word: _Word) -> None:
        if word.forced:
            self.end_line()
            return
        if not word.pieces:
            return
        gap = self.measure(word.spaces) if self.line else 0.0
        if self.line and self.used + gap + self.measure(word.pieces) <= self.width:
            self.append(*word.spaces, *word.pieces)
            return
        for number, part in enumerate(self.parts(word)):
            spaces = word.spaces if number == 0 and self.line else []
            if self.line and self.with_(*spaces, *part) > self.width:
                self.end_line()
                spaces = []
            for space in spaces:
                self.append(space)
            for piece in part:
                self.fill(piece)

    def tied(self, words: Iterator[_Word]) -> Iterator[_Word]:
        """The words; one with those that it may not be parted from, where a line holds them together."""
        word, last = next(words), ""
        for following in words:
            last = last or word.text()
            free = word.forced or following.forced or not word.pieces
            if not free and held(last, following.text()):
                together = _joined([*word.pieces, *following.spaces, *following.pieces])
                if self.measure(together) <= self.width:
                    word, last = _Word(word.spaces, together), following.text()
                    continue
            yield word
            word, last = following, ""
        yield word

    def parts(self, word: _Word) -> Iterator[list[tuple[int, str]]]:
        """The word's pieces, cut where a line may end within it."""
        text = word.text()
        for begin, end in itertools.pairwise([0, *opportunities(text), len(text)]):
            part, start = [], 0
            for index, piece in word.pieces:
                kept = piece[max(0, begin - start) : max(0, end - start)]
                part += [(index, kept)] if kept else []
                start += len(piece)
            yield part

    def fill(self, part: tuple[int, str]) -> None:
        """Append a part that may be wider than a line: then it is broken anywhere."""
        index, text = part
        while self.with_((index, text)) > self.width and len(text) > 1:
            count = self.fitting(index, text)
            self.append((index, text[:count]))
            self.end_line()
            text = text[count:]
        self.append((index, text))

    def fitting(self, index: int, text: str) -> int:
        low, high = 1, len(text) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.with_((index, text[:middle])) <= self.width:
                low = middle
            else:
                high = middle - 1
        return low

    def measure(self, pieces: Sequence[tuple[int, str]]) -> float:
        return sum(advance(text, self.spans[index][1], self.spans[index][2]) for index, text in pieces)

    def with_(self, *pieces: tuple[int, str]) -> float:
        """The width of the line with these pieces at its end: kerning joins them."""
        return self.measure(_joined([*self.line, *pieces]))

    def append(self, *pieces: tuple[int, str]) -> None:
        self.line = _joined([*self.line, *pieces])
        self.used = self.measure(self.line)

    def end_line(self) -> None:
        self.lines.append(self.line)
        self.line, self.used = [], 0.0

    def finish(self) -> list[list[tuple[int, str]]]:
        self.end_line()
        return self.lines


def _joined(pieces: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Neighbours of one span made one."""
    return [
        (index, "".join(text for _, text in group))
        for index, group in itertools.groupby(pieces, key=lambda piece: piece[0])
    ]
