"""Items and the height of a page in, pages of placed boxes out.

A page takes what fits and ends before the most loosely tied box, of those the last: see the ties in pdf/boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from builders.pdf.boxes import FREE, Box, Fork, Item, Turn, height

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


@dataclass(slots=True, eq=False)
class Pages:
    """Pages so far. `series` are the prefixes of their numbers, the first without one."""

    height: float
    pages: list[Page] = field(default_factory=lambda: [Page(0)])
    series: list[str] = field(default_factory=lambda: [""])


def paginate(items: Sequence[Item], page_height: float) -> Pages:
    """Place items on pages whose text is `page_height` high."""
    pages = Pages(page_height)
    _fill(items, pages, 0, 0.0)
    return pages


def _fill(items: Sequence[Item], pages: Pages, page: int, y: float) -> tuple[int, float]:
    """Place items from y on a page on; returns where they end."""
    index = 0
    begun = y
    while index < len(items):
        item = items[index]
        match item:
            case Turn():
                index += 1
                if item.need is None or y + item.need > pages.height + _SLACK:
                    page, y = _turn(pages, page, y, item.series)
                    begun = min(begun, y)
                continue
            case Fork():
                start = y + (item.before if y > begun else 0.0)
                if y > 0 and start + _fork_least(item) > pages.height + _SLACK:
                    page, y = _turn(pages, page, y, None)
                    begun = 0.0
                    continue
                main = _fill(item.main, pages, page, start)
                side = _fill(item.side, pages, page, start)
                page, y = max(main, side)
                index += 1
                continue
            case Box():
                end, repeat = _stretch(items, index, pages, y, begun)
        if end == index:
            page, y = _turn(pages, page, y, None)
            begun = 0.0
            continue
        for box in (*repeat, *items[index:end]):
            if not isinstance(box, Box):
                break
            y += box.before if y > begun else 0.0
            pages.pages[page].placed.append(Placed(box, y))
            y += box.height
            index += box not in repeat
    return page, y


def _turn(pages: Pages, page: int, y: float, series: str | None) -> tuple[int, float]:
    """The next page, made where there is none yet; a page that is still empty is taken itself."""
    if series is not None:
        pages.series.append(series)
    if y == 0 and not pages.pages[page].placed:
        pages.pages[page].series = len(pages.series) - 1
        return page, y
    if page + 1 == len(pages.pages):
        pages.pages.append(Page(len(pages.series) - 1))
    return page + 1, 0.0


def _stretch(
    items: Sequence[Item], index: int, pages: Pages, y: float, begun: float
) -> tuple[int, tuple[Box, ...]]:
    """How far the boxes from `index` on stand on this page (to a fork or page end, or where the page is best ended) and
    what is repeated above them. Nothing fits: `index` itself; on an empty page at least one box always does."""
    first = items[index]
    assert isinstance(first, Box)
    empty = y == 0
    repeat = first.repeat if empty else ()
    used = y + sum(box.height for box in repeat)
    best, weakest = index, 10
    for place in range(index, len(items)):
        item = items[place]
        if isinstance(item, Turn):
            return place, repeat
        if (place > index or not empty) and item.tie <= weakest:
            best, weakest = place, item.tie
        if isinstance(item, Fork):
            if used + item.before + _fork_least(item) <= pages.height + _SLACK:
                return place, repeat
            break
        used += item.height + (item.before if used > begun or place > index else 0.0)
        if used > pages.height + _SLACK:
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
        if isinstance(item, Turn) or item.tie == FREE:
            break
        count += 1
    return height(items[:count])
