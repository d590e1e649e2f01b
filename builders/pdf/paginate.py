"""Items and the height of a page in, pages of placed boxes out.

A page takes what fits and ends where the least is lost: what is parted there (see the ties in pdf/boxes) against how
much of the page stays empty. Where some pages are filled badly so, or more is parted than need be, all of a series may
end a little sooner, or single ones of its last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from builders.pdf.boxes import Item, Turn
from builders.pdf.placing import Page, Place, fill

LEAST, LEAST_LAST = 0.84, 0.25
"""The share of a page that should be filled, and of a series' last page."""

_STUB = 8.0
"""How much more what a last page lacks counts than what others do."""

_PARTED = 0.3
"""How much what a page's end parts counts against what the page lacks."""

_EASY_LAST = 0.6
"""The share from which on a last page looks no emptier than a text that is at an end."""

_SHARING = 4
"""How many pages before the last it takes to give it something of theirs for its ease."""

_SOONER = (0.985, 0.97, 0.955, 0.94, 0.91, 0.88, 0.85, 0.82)
"""By how much pages are shortened, in turn, where some would be filled less."""

_SINGLE = 8
"""How many pages before the last may be shortened by themselves."""

_ROUNDS = 2
"""How often each of them is tried."""

_NEEDLESS = 0.8
"""A page filled less ends only before what it can't hold."""

_EARLY = 0.06
"""What a page filled less costs even then."""

_GOOD = 0.002
"""Pages that lack no more than this are left as they are."""


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
    least empty and parted and no stub."""
    limits = [page_height]
    best = _pages(items, limits, grid, series)
    least = _lost(best, page_height)
    for share in _SOONER:
        if least <= _GOOD:
            break
        shorter = [page_height * share]
        pages = _pages(items, shorter, grid, series)
        if len(pages) == len(best) and (lost := _lost(pages, page_height)) < least:
            best, least, limits = pages, lost, shorter
    return _singly(items, best, limits * len(best), page_height, grid)


def _singly(
    items: Sequence[Item], best: list[Page], limits: list[float], page_height: float, grid: float
) -> list[Page]:
    """The same with single pages shortened, the last first, as long as that leaves less empty and parted."""
    least = _lost(best, page_height)
    for page in _ROUNDS * tuple(reversed(range(max(0, len(best) - 1 - _SINGLE), len(best) - 1))):
        for share in (1.0, *_SOONER):
            if least <= _GOOD:
                return best
            shorter = [*limits[:page], page_height * share, *limits[page + 1 :]]
            if shorter == limits or best[page].filled <= shorter[page] < limits[page]:
                continue
            pages = _pages(items, shorter, grid, best[0].series)
            if len(pages) == len(best) and (lost := _lost(pages, page_height)) < least:
                best, least, limits = pages, lost, shorter
    return best


def _lost(pages: Sequence[Page], page_height: float) -> float:
    """How badly pages end: by what each parts and how much it misses of what it should hold, large lacks counting
    more, and a stub at the end most."""
    *before, last = (page.filled / page_height for page in pages)
    if not before:
        return 0.0
    lacks = sum(max(0.0, LEAST - filled) ** 2 for filled in before)
    lacks += _EARLY * sum(filled < _NEEDLESS for filled in before)
    if len(before) >= _SHARING:
        lacks += max(0.0, _EASY_LAST - last) ** 2
    parted = _PARTED * sum(page.parted for page in pages)
    needless = sum(
        page.filled < _NEEDLESS * page_height and page.filled + page.next <= page_height for page in pages
    )
    return lacks + parted + needless + _STUB * max(0.0, LEAST_LAST - last) ** 2


def _pages(items: Sequence[Item], limits: Sequence[float], grid: float, series: int) -> list[Page]:
    """Pages that end by these heights, those after the last by the last one."""
    pages = [Page(series)]
    fill(items, Place(pages, limits, grid))
    return pages
