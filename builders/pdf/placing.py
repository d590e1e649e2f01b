"""Items and the heights of pages in, boxes at their places on pages out: each page takes what fits and ends where the
least is lost, what is parted there against how much of it stays empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil, inf

from builders.pdf.boxes import CHAIN, FREE, KEEP, LOOSE, SOLID, TOGETHER, WIDOW, Box, Fork, Item, Turn, height
from builders.pdf.listed import LEAST_ENTRIES, entries, evened, gap, together
from builders.pdf.margin import GAP, Height, Margin, Note

_WORTH = {FREE: 0.0, LOOSE: 0.1, TOGETHER: 0.65, CHAIN: 0.8, WIDOW: 0.9, SOLID: 9.0} | {
    KEEP + depth: 0.45 + 0.05 * depth for depth in range(4)
}
"""What a tie is worth: the share of a page that rather stays empty than that it is broken."""

_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with the place of its top, in points below the top margin, and how far it is moved to the right."""

    box: Box
    y: float
    x: float = 0.0


@dataclass(slots=True, eq=False)
class Page:
    """What stands on a page, and the series of page numbers that it belongs to. `parted` is the worth of the tie that
    its end breaks, `next` the height of what stands together after that."""

    series: int
    placed: list[Placed] = field(default_factory=list)
    parted: float = 0.0
    next: float = inf

    @property
    def filled(self) -> float:
        """How far down it is filled."""
        return max((placed.y + placed.box.height for placed in self.placed), default=0.0)


@dataclass(slots=True, eq=False)
class Place:
    """How far a flow has come: its page, y on it, where it began on that page, and the margin beside it."""

    pages: list[Page]
    limits: Sequence[float]
    grid: float
    page: int = 0
    y: float = 0.0
    begun: float = 0.0
    margin: Margin = field(default_factory=Margin)

    @property
    def limit(self) -> float:
        """Where its page ends."""
        return self.limits[min(self.page, len(self.limits) - 1)]

    @property
    def overfull(self) -> bool:
        """Whether its notes have no room on this page."""
        return self.margin.top + self.margin.height.height > self.limit + _SLACK

    def top(self, item: Box | Fork, y: float, *, first: bool) -> float:
        """Where an item stands below y."""
        top = y if first else y + item.before
        if self.grid and isinstance(item, Box) and item.snap:
            top = ceil(top / self.grid - _SLACK) * self.grid
        return top

    def put(self, box: Box) -> None:
        """Place a box, below the notes where it is set across the measure."""
        top = self.top(box, self.y, first=self.y <= self.begun)
        if not box.narrow:
            top = self.clear(top)
        self.pages[self.page].placed.append(Placed(box, top))
        self.y = top + box.height
        if box.narrow:
            self.margin.add(box, top)
        else:
            self.margin.top = self.y

    def clear(self, y: float) -> float:
        """Put the notes in their places; where y or, if they reach further down, what is below them begins."""
        if not self.margin.notes:
            return y
        y = max(y, self.margin.top + self.margin.height.height + GAP)
        self._settle(y - GAP)
        return y

    def turn(self) -> None:
        """Go to the next page, made where there is none yet; a page that is still empty is taken itself."""
        self._over(self._settle(self.limit))

    def part(self, items: Sequence[Item], index: int) -> None:
        """Note on the page what its end comes before."""
        page, item = self.pages[self.page], items[index]
        assert not isinstance(item, Turn)
        page.parted = max(page.parted, _WORTH[item.tie])
        page.next = item.before + _least(items, index)

    def _over(self, left: list[Note]) -> None:
        """The next page, with the notes that had no room."""
        if self.y or self.pages[self.page].placed:
            self.page += 1
            if self.page == len(self.pages):
                self.pages.append(Page(self.pages[0].series))
        self.y = self.begun = 0.0
        self.margin = Margin(notes=[Note(note.box, None, 0.0) for note in left])

    def finish(self) -> None:
        """Put the last notes in their places, on pages of their own when there is no room."""
        while self.margin.notes:
            left = self._settle(self.limit)
            self.y = max(self.y, self.pages[self.page].filled)
            if left:
                self._over(left)

    def _settle(self, bottom: float) -> list[Note]:
        """Put the notes in their places, each after what it belongs to; returns those without room."""
        if not self.margin.notes:
            return []
        settled, left = self.margin.settle(bottom)
        if not settled and not self.pages[self.page].placed:
            settled, left = left[:1], left[1:]  # higher than a page
        page = self.pages[self.page]
        page.placed[:0] = [Placed(note.box, note.y) for note in settled if note.anchor is None]
        for note in settled:
            if note.anchor is not None:
                page.placed.insert(_after(note.anchor, page.placed), Placed(note.box, note.y))
        return left


def _after(anchor: Box, placed: Sequence[Placed]) -> int:
    """Where among placed boxes a note is read that belongs to one of them."""
    index = next(n for n, one in enumerate(placed) if one.box is anchor)
    while index + 1 < len(placed) and placed[index].box is not anchor.until:
        index += 1
    index += 1
    while index < len(placed) and placed[index].box in anchor.notes:
        index += 1
    return index


def fill(items: Sequence[Item], at: Place) -> None:
    """Place items from where a flow stands on."""
    index = 0
    while index < len(items):
        item = items[index]
        match item:
            case Turn():
                index += 1
                if item.need is None or at.y + item.need > at.limit + _SLACK:
                    at.turn()
                continue
            case Fork() | Box(narrow=False) if at.overfull:
                at.turn()
                continue
            case Fork():
                if not _fork(item, at):
                    at.part(items, index)
                    at.turn()
                    continue
                index += 1
                continue
            case Box():
                end, repeat = _stretch(items, index, at)
        if end == index:
            at.part(items, index)
            at.turn()
            continue
        for box in (*repeat, *items[index:end]):
            assert isinstance(box, Box)
            at.put(box)
        index = end
    at.finish()


def _fork(fork: Fork, at: Place) -> bool:
    """Place two flows side by side, unless they have no room on a page that isn't empty: their beginnings, or all of
    them where they are kept."""
    start = at.top(fork, at.y, first=at.y <= at.begun)
    if at.margin.notes:
        start = max(start, at.margin.top + at.margin.height.height + GAP)
    if start > 0 and not _has_room(fork, start, at):
        return False
    at.clear(start)
    if fork.even is not None:
        _place_list(fork, start, at)
        return True
    sides = _sides(fork, at.pages, at.page, start, at)
    at.page, at.y = max((side.page, side.y) for side in sides)
    at.begun = min(at.begun, at.y)
    at.margin = Margin(at.y)
    return True


def _sides(fork: Fork, pages: list[Page], page: int, start: float, at: Place) -> list[Place]:
    """The ends of both flows, placed from a start on a page."""
    sides = [Place(pages, at.limits, at.grid, page, start, start, Margin(start)) for _ in range(2)]
    for flow, side in zip((fork.main, fork.side), sides, strict=True):
        fill(flow, side)
    return sides


def _has_room(fork: Fork, start: float, at: Place) -> bool:
    if fork.even is not None:
        listed = entries(fork)
        count, _ = evened(listed, at.limit - start)
        return count >= min(len(listed), LEAST_ENTRIES)
    if not fork.keep:
        return start + _fork_least(fork) <= at.limit + _SLACK
    alone = replace(at, limits=(at.limit,))
    return not any(side.page for side in _sides(fork, [Page(0)], 0, start, alone)) or any(
        side.page for side in _sides(fork, [Page(0)], 0, 0.0, alone)
    )


def _place_list(fork: Fork, start: float, at: Place) -> None:
    """Place a list in two columns that are even on each page."""
    listed, apart = entries(fork), fork.even or 0.0
    main = len(together(fork.main))
    begun = 0
    while begun < len(listed):
        count, half = (max(1, n) for n in evened(listed[begun:], at.limit - start))
        ends = [start, start]
        for n, entry in enumerate(listed[begun : begun + count]):
            second = n >= half
            y = ends[second] + (0.0 if n in (0, half) else gap(listed))
            for box in entry:
                x = apart * (second - (begun + n >= main))
                at.pages[at.page].placed.append(Placed(box, y, x))
                y += box.height
            ends[second] = y
        at.y, at.margin = max(ends), Margin(max(ends))
        begun += count
        if begun < len(listed):
            at.pages[at.page].parted = max(at.pages[at.page].parted, _WORTH[LOOSE])
            at.turn()
            start = 0.0
    at.begun = min(at.begun, at.y)


def _stretch(items: Sequence[Item], index: int, at: Place) -> tuple[int, tuple[Box, ...]]:
    """How far the boxes from `index` on stand on this page (to a fork or page end, or where the page is best ended) and
    what is repeated above them. Nothing fits: `index` itself; on an empty page at least one box always does."""
    first = items[index]
    assert isinstance(first, Box)
    empty = at.y == 0 and not at.margin.notes
    repeat = first.repeat if at.y == 0 else ()
    used = at.y + sum(box.height for box in repeat)
    top, notes = at.margin.top, at.margin.height
    overfull = at.overfull
    best, least = index, inf
    for place in range(index, len(items)):
        item = items[place]
        if isinstance(item, Turn):
            return place, repeat
        if place > index or not empty:
            lost = _WORTH[item.tie] + 1 - max(used, top + notes.height) / at.limit
            if lost <= least:
                best, least = place, lost
        start = at.top(item, used, first=used <= at.begun and place == index)
        if isinstance(item, Fork) or not item.narrow:
            if overfull:
                return place, repeat
            start = max(start, top + notes.height + GAP) if notes.height else start
            top, notes = start, Height()
        if isinstance(item, Fork):
            if _has_room(item, start, at):
                return place, repeat
            break
        used = start + item.height
        if not item.narrow:
            top = used
        elif Height().with_(item).height <= at.limit:
            notes = notes.with_(item)
        else:  # what no page holds goes on over its end
            overfull = True
        if max(used, top + notes.height) > at.limit + _SLACK:
            break
    else:
        return len(items), repeat
    return (index + 1 if best == index and empty else best), repeat


def _fork_least(fork: Fork) -> float:
    return max(_least(fork.main), _least(fork.side))


def _least(items: Sequence[Item], start: int = 0) -> float:
    """The height of what must stand together from a place in a flow on."""
    end = start + 1
    while end < len(items):
        item = items[end]
        if isinstance(item, Turn) or item.tie <= LOOSE:
            break
        end += 1
    return height(items[start:end])
