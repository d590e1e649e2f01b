"""Pages in, their numbers and running lines out, as artifacts of pagination."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builders.pdf.blocks import Plan, Run
from builders.pdf.canvas import Canvas
from builders.pdf.flow_text import text_width
from builders.pdf.images import Images
from builders.pdf.paginate import Pages

_HEADER, _FOOTER = 0.62, 0.52
"""Where the baselines stand, as shares of the margins at the top and (from below) at the bottom."""


_GAP, _LOGO_GAP = 12.0, 8.0
_MIDDLE = 0.33
"""Where the middle of small letters stands above their baseline, by their size."""


@dataclass(frozen=True, slots=True)
class Label:
    """A page's number as printed, and that of the last page of its series."""

    page: str
    last: str


def page_labels(pages: Pages) -> list[Label]:
    """The labels of pages in order: 1, 2, 3 … then for a series T: T1, T2 …"""
    counts = [0] * len(pages.series)
    labels: list[tuple[int, str]] = []
    for page in pages.pages:
        counts[page.series] += 1
        labels.append((page.series, f"{pages.series[page.series]}{counts[page.series]}"))
    return [Label(label, f"{pages.series[series]}{counts[series]}") for series, label in labels]


def paint_furniture(plan: Plan, label: Label, canvas: Canvas, images: Images) -> None:
    """Paint the running header (on the first page its own), and the footer after its logo."""
    furniture, setup = plan.furniture, plan.setup
    left, head = furniture.header_left, furniture.header_right
    if not canvas.index:
        left, head = (), furniture.header_first
    _row(left, head, "Header", setup.top * _HEADER, plan, canvas)
    right = [_numbered(run, label) for run in furniture.footer_right]
    y, indent = setup.height - setup.bottom * _FOOTER, 0.0
    if furniture.logo is not None:
        indent = furniture.logo.width + _LOGO_GAP
        size = max((run.size for run in (*furniture.footer_left, *right)), default=0.0)
        top = y - size * _MIDDLE - furniture.logo.height / 2
        with canvas.mark(None, "Pagination", "Footer"):
            name, ref = images.add(furniture.logo)
            canvas.image(name, ref, setup.left, top, furniture.logo.width, furniture.logo.height)
    _row(furniture.footer_left, right, "Footer", y, plan, canvas, indent)


def _numbered(run: Run, label: Label) -> Run:
    return replace(run, text=run.text.replace("{pages}", label.last).replace("{page}", label.page))


def _row(
    left: Sequence[Run],
    right: Sequence[Run],
    kind: str,
    y: float,
    plan: Plan,
    canvas: Canvas,
    indent: float = 0.0,
) -> None:
    setup = plan.setup
    start = setup.width - setup.right - text_width(right)
    cut = _cut(left, start - setup.left - indent - (_GAP if right else 0.0))
    for runs, x in ((cut, setup.left + indent), (right, start)):
        if runs:
            with canvas.mark(None, "Pagination", kind):
                for run in runs:
                    canvas.text(x, y, run.text, run)
                    x += text_width([run])


def _cut(runs: Sequence[Run], room: float) -> list[Run]:
    """The runs, cut with an ellipsis where there isn't room for them: a running line is one line."""
    fitting = list(runs)
    if text_width(fitting) <= room:
        return fitting
    while fitting:
        last = fitting.pop()
        for end in range(len(last.text), 0, -1):
            shorter = replace(last, text=last.text[:end].rstrip() + "…")
            if text_width([*fitting, shorter]) <= room:
                return [*fitting, shorter]
    return []
