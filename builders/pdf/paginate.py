"""Items and the height of a page in, pages of placed boxes out.

A page takes what fits and ends where the least is lost: what is parted there (see the ties in pdf/boxes) against how
much of the page stays empty. Where some pages are filled badly so, all of a series may end a little sooner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, inf

from builders.pdf.boxes import CHAIN, FREE, KEEP, LOOSE, SOLID, TOGETHER, WIDOW, Box, Fork, Item, Turn, height
from builders.pdf.margin import GAP, Height, Margin, Note

_WORTH = {FREE: 0.0, LOOSE: 0.1, TOGETHER: 0.65, CHAIN: 0.8, WIDOW: 0.9, SOLID: 9.0} | {
    KEEP + depth: 0.45 + 0.05 * depth for depth in range(4)
}
"""What a tie is worth: the share of a page that rather stays empty than that it is broken."""

LEAST, LEAST_LAST = 0.84, 0.25
"""The share of a page that should be filled, and of a series' last page."""

_STUB = 8.0
"""How much more what a last page lacks counts than what others do."""

_SOONER = (0.985, 0.97, 0.955, 0.94, 0.91, 0.88, 0.85, 0.82)
"""By how much pages are shortened, in turn, where some would be filled less."""

_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with the place of its top, in points below the top margin."""

    box: Box
    y: float


@dataclass(slots=True, eq=False)
class Page:
    """What stands on a page, and the series of page numbers that it belongs to."""

    series: int
    placed: list[Placed] = field(default_factory=list)

    @property
    def filled(self) -> float:
        """How far down it is filled."""
        return max((placed.y + placed.box.height for placed in self.placed), default=0.0)


@dataclass(slots=True, eq=False)
class Pages:
    """Pages so far. `series` are the prefixes of their numbers, the first without one."""

    height: float
    pages: list[Page] = field(default_factory=lambda: [Page(0)])
    series: list[str] = field(default_factory=lambda: [""])


def paginate(items: Sequence[Item], page_height: float, grid: float = 0.0) -> Pages:
    """Place items on pages whose text is `page_height` high; what snaps begins at multiples of `grid`."""
    result = Pages(page_height, [], [])
    start = 0
    prefix = ""
    for end in (*_series(items), len(items)):
        own = _balanced(items[start:end], page_height, grid, len(result.series))
        if result.pages and not result.pages[-1].placed:
            result.pages.pop()  # a page that is still empty is taken by the next series
        result.pages += own
        result.series.append(prefix)
        if end < len(items) and isinstance(turn := items[end], Turn):
            prefix = turn.series or ""
        start = end + 1
    return result


def _series(items: Sequence[Item]) -> list[int]:
    """Where new series begin."""
    return [n for n, item in enumerate(items) if isinstance(item, Turn) and item.series is not None]


def _balanced(items: Sequence[Item], page_height: float, grid: float, series: int) -> list[Page]:
    """The pages of a series: as few as can be, and of the ways to end them somewhat sooner the one that leaves the
    least empty and no stub."""
    best = _pages(items, page_height, grid, series)
    least = _emptiness(best, page_height)
    for share in _SOONER:
        if not least:
            break
        pages = _pages(items, page_height * share, grid, series)
        if len(pages) == len(best) and (lost := _emptiness(pages, page_height)) < least:
            best, least = pages, lost
    return best


def _emptiness(pages: Sequence[Page], page_height: float) -> float:
    """How badly pages are filled: by how much each misses what it should hold, large lacks counting more, and a stub
    at the end most."""
    *before, last = (page.filled / page_height for page in pages)
    if not before:
        return 0.0
    lacks = sum(max(0.0, LEAST - filled) ** 2 for filled in before)
    return lacks + _STUB * max(0.0, LEAST_LAST - last) ** 2


def _pages(items: Sequence[Item], limit: float, grid: float, series: int) -> list[Page]:
    pages = [Page(series)]
    _fill(items, _Place(pages, limit, grid))
    return pages


@dataclass(slots=True, eq=False)
class _Place:
    """How far a flow has come: its page, y on it, where it began on that page, and the margin beside it."""

    pages: list[Page]
    limit: float
    grid: float
    page: int = 0
    y: float = 0.0
    begun: float = 0.0
    margin: Margin = field(default_factory=Margin)

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


def _fill(items: Sequence[Item], at: _Place) -> None:
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
                    at.turn()
                    continue
                index += 1
                continue
            case Box():
                end, repeat = _stretch(items, index, at)
        if end == index:
            at.turn()
            continue
        for box in (*repeat, *items[index:end]):
            assert isinstance(box, Box)
            at.put(box)
        index = end
    at.finish()


def _fork(fork: Fork, at: _Place) -> bool:
    """Place two flows side by side, unless they have no room on a page that isn't empty: their beginnings, or all of
    them where they are kept."""
    start = at.top(fork, at.y, first=at.y <= at.begun)
    if at.margin.notes:
        start = max(start, at.margin.top + at.margin.height.height + GAP)
    if start > 0 and not _has_room(fork, start, at):
        return False
    at.clear(start)
    sides = _sides(fork, at.pages, at.page, start, at)
    at.page, at.y = max((side.page, side.y) for side in sides)
    at.begun = min(at.begun, at.y)
    at.margin = Margin(at.y)
    return True


def _sides(fork: Fork, pages: list[Page], page: int, start: float, at: _Place) -> list[_Place]:
    """The ends of both flows, placed from a start on a page."""
    sides = [_Place(pages, at.limit, at.grid, page, start, start, Margin(start)) for _ in range(2)]
    for flow, side in zip((fork.main, fork.side), sides, strict=True):
        _fill(flow, side)
    return sides


def _has_room(fork: Fork, start: float, at: _Place) -> bool:
    if not fork.keep:
        return start + _fork_least(fork) <= at.limit + _SLACK
    return not any(side.page for side in _sides(fork, [Page(0)], 0, start, at)) or any(
        side.page for side in _sides(fork, [Page(0)], 0, 0.0, at)
    )


def _stretch(items: Sequence[Item], index: int, at: _Place) -> tuple[int, tuple[Box, ...]]:
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


def _least(items: Sequence[Item]) -> float:
    """The height of what must stand together at the beginning of a flow."""
    count = 1
    while count < len(items):
        item = items[count]
        if isinstance(item, Turn) or item.tie <= LOOSE:
            break
        count += 1
    return height(items[:count])
