"""Paragraphs and a placeholder in, sizes out; what doesn't fit is split over pages, evenly, at items and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builders.deck.measure import PITCH, height, last_line, sets_cleanly
from builders.deck.runs import Runs, cut, plain_runs, sentences, shortened, words_end
from builders.deck.slides import Box, Paragraph, Placeholder, TextBox
from builders.theme.tokens import SlideType

CLEANER = 0.7
"""How much smaller type may become to break no word."""
FULLER = 0.85
"""The same to leave no word alone on a last line."""
LONELY = 0.2
"""The share of the measure that a last line in the heading face should fill."""
MORE = 1.5
"""How many times the slides that the smallest type needs are spent on larger type."""
ROOMY = 0.86
"""Type grows beyond the layout's size only while it fills no more than this share of its box."""


def sizes(holder: Placeholder, base: float, type_: SlideType) -> tuple[float, ...]:
    """The sizes of a placeholder's levels when the first is set at `base`: in proportion, none below its floor."""
    first = holder.levels[0].size
    return tuple(
        base
        if number == 0
        else max(min(level.size, type_.body_floor), round(level.size * base / first * 2) / 2)
        for number, level in enumerate(holder.levels)
    )


def steps(holder: Placeholder) -> Iterator[float]:
    """The sizes that a placeholder's first level may have, the largest first."""
    size = holder.ceiling
    while size > holder.floor:
        yield size
        size -= 1 if size <= 28 else 2
    yield holder.floor


def fit(
    paragraphs: Sequence[Paragraph], holder: Placeholder, box: Box, type_: SlideType
) -> tuple[float, ...] | None:
    """The largest sizes at which the paragraphs stand in the box, or None; somewhat smaller ones where those break
    no word, and a little smaller ones where those leave no word alone on the last line of a sentence in large type."""
    largest: tuple[float, ...] | None = None
    clean: tuple[float, ...] | None = None
    for base in steps(holder):
        own = sizes(holder, base, type_)
        if largest is None:
            room = box.height * (_share(holder) if base > holder.levels[0].size else 1)
            if height(paragraphs, holder.levels, own, box.width, type_) > room:
                continue
            largest = own
        elif base < largest[0] * (CLEANER if clean is None else FULLER):
            break
        if all(
            sets_cleanly(item, holder.levels[item.level], own[item.level], box.width, type_)
            for item in paragraphs
        ):
            if not _lonely(paragraphs, holder, own, box, type_):
                return own
            clean = clean or own
    return clean or largest


def _share(holder: Placeholder) -> float:
    """What of its box larger type may fill: a list of works, which is read and not looked at, all of it."""
    return 1 if holder.levels[0].heads else ROOMY


def _lonely(
    paragraphs: Sequence[Paragraph],
    holder: Placeholder,
    own: tuple[float, ...],
    box: Box,
    type_: SlideType,
) -> bool:
    """Whether a paragraph in the heading face ends on a line with next to nothing on it."""
    return any(
        holder.levels[item.level].family == "heading"
        and last_line(item, holder.levels[item.level], own[item.level], box.width, type_) < LONELY
        for item in paragraphs
    )


def depth(box: TextBox, holder: Placeholder, type_: SlideType) -> float:
    """How deep the text of a box stands."""
    return height(box.paragraphs, holder.levels, box.sizes, box.box.width, type_)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A piece of a paragraph that stays together on a page; `source` is its paragraph's index. `heads` what follows it,
    or stands `under` what comes before."""

    paragraph: Paragraph
    source: int
    height: float
    before: float
    heads: bool
    under: bool


def pages(
    paragraphs: Sequence[Paragraph], holder: Placeholder, box: Box, type_: SlideType, later: Box | None = None
) -> list[TextBox]:
    """Boxes for as few slides as the text needs; those after the first stand in `later` (by default in `box` too).

    Text is set smaller before it is split, but only half the way down to the floor; all pages have one size, which is
    the largest that doesn't need many more slides than the smallest would.
    """
    later = later or box
    if not paragraphs:
        return []
    whole = fit(paragraphs, holder, box, type_)
    middle = (holder.floor + holder.levels[0].size) / 2
    if whole is not None and whole[0] >= min(middle, holder.levels[0].size):
        return [TextBox(holder.key, box, tuple(paragraphs), whole)]
    found = {
        base: parts
        for base in (min(holder.levels[0].size, holder.ceiling), middle, holder.floor)
        if (parts := _parts(paragraphs, holder, sizes(holder, base, type_), (box, later), type_))
    }
    fewest = min(len(parts) for parts in found.values())
    base = next(base for base, parts in found.items() if len(parts) <= fewest * MORE)
    return _set(found[base], holder, box, later, sizes(holder, base, type_), type_)


def _parts(
    paragraphs: Sequence[Paragraph],
    holder: Placeholder,
    own: tuple[float, ...],
    boxes: tuple[Box, Box],
    type_: SlideType,
) -> list[list[_Atom]] | None:
    smaller = min(boxes, key=lambda box: box.height)
    atoms = list(_atoms(paragraphs, holder, own, smaller, type_))
    return _balanced(atoms, boxes[0].height, boxes[1].height)


def _set(
    parts: list[list[_Atom]],
    holder: Placeholder,
    box: Box,
    later: Box,
    own: tuple[float, ...],
    type_: SlideType,
) -> list[TextBox]:
    texts = [_merged(part) for part in parts]
    for base in steps(holder):
        if base <= own[0]:
            break
        larger = sizes(holder, base, type_)
        if all(
            height(text, holder.levels, larger, box.width, type_)
            <= (box if n == 0 else later).height * _share(holder)
            for n, text in enumerate(texts)
        ):
            own = larger
            break
    result, number, seen = [], 1, set[int]()
    for n, (part, text) in enumerate(zip(parts, texts, strict=True)):
        goes_on = part[0].source in seen
        first = sum(not item.level for item in text[:1]) if goes_on else 0
        shown = tuple(
            replace(item, start=number, continued=goes_on and index == 0) for index, item in enumerate(text)
        )
        number += sum(item.level == 0 for item in text) - first
        seen.update(atom.source for atom in part)
        result.append(TextBox(holder.key, box if n == 0 else later, shown, own))
    return result


def _atoms(
    paragraphs: Sequence[Paragraph], holder: Placeholder, own: tuple[float, ...], box: Box, type_: SlideType
) -> Iterator[_Atom]:
    for source, paragraph in enumerate(paragraphs):
        level = holder.levels[paragraph.level]
        before = level.before * own[paragraph.level] * PITCH
        under = paragraph.level > 0 and not holder.levels[0].heads

        def deep(items: Runs, like: Paragraph = paragraph) -> float:
            return height([replace(like, runs=items)], holder.levels, own, box.width, type_)

        if deep(paragraph.runs) <= box.height:
            yield _Atom(paragraph, source, deep(paragraph.runs), before, level.heads, under)
            continue
        for sentence in sentences(paragraph.runs):
            for piece in _pieces(sentence, deep, box.height):
                piece_ = replace(paragraph, runs=piece)
                yield _Atom(piece_, source, deep(piece), before, level.heads, under)


def _pieces(sentence: Runs, deep: object, room: float) -> Iterator[Runs]:
    """A sentence whole, or cut at words into pieces no deeper than `room`."""
    assert callable(deep)
    rest = sentence
    while deep(rest) > room:
        ends = words_end(rest)
        low, high = 0, len(ends) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if deep(cut(rest, 0, ends[middle])) <= room:
                low = middle
            else:
                high = middle - 1
        end = ends[low]
        if deep(cut(rest, 0, end)) > room:  # a single word that is deeper than the box
            end = _characters(rest, end, deep, room)
        yield cut(rest, 0, end)
        rest = cut(rest, end, len(plain_runs(rest)))
    if rest:
        yield rest


def _characters(rest: Runs, end: int, deep: object, room: float) -> int:
    assert callable(deep)
    low, high = 1, end
    while low < high:
        middle = (low + high + 1) // 2
        if deep(cut(rest, 0, middle)) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _balanced(atoms: list[_Atom], first: float, later: float) -> list[list[_Atom]] | None:
    """Atoms on the fewest pages, as even as can be; a page more is better than a smaller item without the one above, or
    a heading without what follows."""
    count = len(atoms)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] + [(4 * count, 0.0, -1)] * count
    for end in range(1, count + 1):
        used = 0.0
        for start in range(end - 1, -1, -1):
            room = first if start == 0 else later
            used += atoms[start].height + (atoms[start + 1].before if start + 1 < end else 0.0)
            if used > room:
                if used > max(first, later):
                    break
                continue
            loose, cost = (room - used) ** 2, 1
            if end < count and atoms[end].source == atoms[end - 1].source:
                loose += room * room / 4
            elif end < count and (atoms[end].under or atoms[end - 1].heads):
                cost += 2
            candidate = (best[start][0] + cost, best[start][1] + loose, start)
            if best[start][2] >= 0 and candidate[:2] < best[end][:2]:
                best[end] = candidate
    if best[count][2] < 0:
        return None
    parts: list[list[_Atom]] = []
    end = count
    while end:
        start = best[end][2]
        parts.append(atoms[start:end])
        end = start
    return parts[::-1]


def _merged(part: list[_Atom]) -> tuple[Paragraph, ...]:
    """A page's paragraphs, the pieces of one joined again."""
    result: list[Paragraph] = []
    last = -1
    for atom in part:
        if atom.source == last:
            before = result[-1]
            gap = (replace(before.runs[-1], text=" ", link=None),)
            result[-1] = replace(before, runs=(*before.runs, *gap, *atom.paragraph.runs))
        else:
            result.append(atom.paragraph)
        last = atom.source
    return tuple(result)


def first_that_fit(
    paragraphs: Sequence[Paragraph], holder: Placeholder, own: tuple[float, ...], box: Box, type_: SlideType
) -> tuple[Paragraph, ...]:
    """As many words of the paragraphs as stand in the box at these sizes, with an ellipsis where they end."""
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        if height([*kept, paragraph], holder.levels, own, box.width, type_) <= box.height:
            kept.append(paragraph)
            continue
        low, high = 0, len(plain_runs(paragraph.runs))
        while low < high:
            middle = (low + high + 1) // 2
            shorter = replace(paragraph, runs=shortened(paragraph.runs, middle))
            if height([*kept, shorter], holder.levels, own, box.width, type_) <= box.height:
                low = middle
            else:
                high = middle - 1
        if low:
            kept.append(replace(paragraph, runs=shortened(paragraph.runs, low)))
        break
    return tuple(kept)


def levelled(heights: list[float], gap: float, room: float, count: int) -> list[tuple[int, int]] | None:
    """Cut a list of heights into `count` runs, none empty or deeper than `room`, with the least sum of squares."""
    n = len(heights)
    best: list[list[tuple[float, int] | None]] = [[None] * (n + 1) for _ in range(count + 1)]
    best[0][0] = (0.0, 0)
    for column in range(1, count + 1):
        for end in range(column, n + 1):
            used = -gap
            for start in range(end - 1, column - 2, -1):
                used += heights[start] + gap
                before = best[column - 1][start]
                if used > room:
                    break
                if before is not None and (
                    best[column][end] is None or before[0] + used * used < _cost(best[column][end])
                ):
                    best[column][end] = (before[0] + used * used, start)
    parts: list[tuple[int, int]] = []
    end = n
    for column in range(count, 0, -1):
        found = best[column][end]
        if found is None:
            return None
        parts.append((found[1], end))
        end = found[1]
    return parts[::-1]


def _cost(found: tuple[float, int] | None) -> float:
    return float("inf") if found is None else found[0]
