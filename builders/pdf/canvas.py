"""Painting in, the content of a tagged page out: everything is in a marked-content sequence or an artifact.

Coordinates are points from the top left corner of the page, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from builders.pdf.blocks import Run
from builders.pdf.fonts import Font, Fonts, thousandths
from builders.pdf.structure import Content, Element
from builders.pdf.syntax import Ref, number, string

_WIDE = 0.08


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line is set: its spaces `stretch` wider, its characters `tracking` apart, both in points. `tail` is shown
    after it: the hyphen put in at a line's end, else the space that parts its last word from what follows when the text
    is extracted."""

    stretch: float = 0.0
    tracking: float = 0.0
    tail: str = " "


@dataclass(slots=True, eq=False)
class Canvas:
    """One page. `index` is its number from 0 on; `marked` its elements by MCID."""

    index: int
    height: float
    fonts: Fonts
    ops: list[str] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    used_fonts: dict[str, Ref] = field(default_factory=dict)
    used_images: dict[str, Ref] = field(default_factory=dict)
    state: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def mark(
        self, element: Element | None, kind: str = "Layout", subtype: str | None = None
    ) -> Iterator[None]:
        """What is painted inside is content of `element`, or an artifact of that kind (ISO 32000-1, 14.8.2.2)."""
        if element is None:
            more = "" if subtype is None else f"/Subtype/{subtype}"
            self.ops.append(f"/Artifact<</Type/{kind}{more}>>BDC")
        else:
            mcid = len(self.marked)
            self.marked.append(element)
            element.kids.append(Content(self.index, mcid))
            self.ops.append(f"/{element.role}<</MCID {mcid}>>BDC")
        yield
        self.ops.append("EMC")

    @contextmanager
    def saved(self) -> Iterator[None]:
        """What is set inside lasts no longer."""
        before = dict(self.state)
        self.ops.append("q")
        yield
        self.ops.append("Q")
        self.state = before

    def set(self, key: str, op: str) -> None:
        """Set part of the graphics state unless it is so already."""
        if self.state.get(key) != op:
            self.state[key] = op
            self.ops.append(op)

    def fill_color(self, color: str) -> None:
        """Set the colour of text and areas."""
        self.set("fill", f"{rgb(color)} rg")

    def stroke_style(
        self, color: str, width: float, dash: Sequence[float] = (), cap: int = 0, join: int = 0
    ) -> None:
        """Set how lines are drawn; `cap` and `join` as in ISO 32000-1, tables 54 and 55."""
        self.set("stroke", f"{rgb(color)} RG")
        self.set("width", f"{number(width)} w")
        self.set("dash", f"[{' '.join(number(length) for length in dash)}] 0 d")
        self.set("cap", f"{cap} J")
        self.set("join", f"{join} j")

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Stroke a straight line."""
        self.ops.append(f"{number(x1)} {self.y(y1)} m {number(x2)} {self.y(y2)} l S")

    def rectangle(self, x: float, y: float, width: float, height: float, paint: str) -> None:
        """A rectangle from its top left corner; `paint` is f, S or B."""
        self.ops.append(f"{number(x)} {self.y(y + height)} {number(width)} {number(height)} re {paint}")

    def y(self, y: float) -> str:
        """A distance from the top as PDF's y."""
        return number(self.height - y)

    def text(self, x: float, y: float, text: str, run: Run, setting: Setting | None = None) -> None:
        """Show text from (x, y) on the baseline on in the style of a run."""
        self.show(f"1 0 0 1 {number(x)} {self.y(y - run.rise)}", text, run, setting or Setting())

    def show(self, matrix: str, text: str, run: Run, setting: Setting) -> None:
        """Show text with a text matrix."""
        self.fill_color(run.color)
        self.set("spacing", f"{number(run.spacing + setting.tracking)} Tc")
        # Letters this far apart are taken for words by some readers: say what they spell.
        wide = run.spacing > _WIDE * run.size
        if wide:
            self.ops.append(f"/Span<</ActualText{string(text + setting.tail).decode('ascii')}>>BDC")
        self.ops.append(f"BT {matrix} Tm")
        own = self.fonts[run.face]
        gap = thousandths(-setting.stretch / run.size) if setting.stretch else ""
        words = self.fonts.shown(run.face, bool(run.spacing), run.language)
        parts: list[tuple[Font, str]] = []
        for index, word in enumerate(text.split(" ")):
            if index:
                parts.append((own, f"<{own.encode(' ')}>{gap}"))
            if word:
                parts.extend(words[word])
        if setting.tail:
            parts.append((own, f"<{own.encode(setting.tail)}>"))
        for font, group in groupby(parts, key=itemgetter(0)):
            self.used_fonts[font.name] = font.ref
            self.set("font", f"/{font.name} {number(run.size)} Tf")
            self.ops.append(f"[{''.join([part for _, part in group]).replace('><', '')}]TJ")
        self.ops.append("ET")
        if wide:
            self.ops.append("EMC")

    def image(self, name: str, ref: Ref, x: float, y: float, width: float, height: float) -> None:
        """Paint an image in a box from its top left corner."""
        self.used_images[name] = ref
        self.ops.append(
            f"q {number(width)} 0 0 {number(height)} {number(x)} {self.y(y + height)} cm /{name} Do Q"
        )

    def content(self) -> bytes:
        """The content stream."""
        return "\n".join(self.ops).encode("ascii")


@lru_cache(maxsize=256)
def rgb(color: str) -> str:
    """Six hexadecimal digits as three numbers from 0 to 1."""
    return " ".join(number(int(color[start : start + 2], 16) / 255) for start in (0, 2, 4))
