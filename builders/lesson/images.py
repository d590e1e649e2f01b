"""What is shown of the world: pictures, their framing and their credits; a map or a chart may stand for a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from builders.diagnostics import Loc
from builders.lesson.charts import Chart
from builders.lesson.dates import Date
from builders.lesson.maps import Map
from builders.lesson.parts import Inline, License, plain


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture that was found: its path below the project and what it is (jpeg, png, svg)."""

    path: str
    kind: str
    data: bytes = field(repr=False)


Share: TypeAlias = Literal["full", "column", "half", "margin"]
"""A picture's printed width by what it stands in: all of it, the lines of text, a half, the margin beside a text."""

Width: TypeAlias = Share | float
"""How wide a picture is printed; a number is points."""


@dataclass(frozen=True, slots=True)
class Framing:
    """How much of a photograph is shown. `crop` is the width by the height that it is cut to (None: not cut); with
    `cover` it fills its place, and what hangs over is cut off; `focus` is the point that stays in view, as shares of
    its width and height."""

    crop: float | None = None
    cover: bool = False
    focus: tuple[float, float] = (0.5, 0.5)

    @property
    def cuts(self) -> bool:
        """Whether part of the picture is not shown."""
        return self.cover or self.crop is not None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its TASL credit (title, author, source, licence). `picture` is None while planned or missing.

    `own` says that the lesson's authors made it; `width` is None where the page decides. Where a `map` or a `chart`
    is drawn instead of a picture, `remark` is what its caption must say."""

    id: str
    loc: Loc
    alt: str = ""
    title: Inline = ()
    creator: str | None = None
    date: Date | None = None
    source: str | None = None
    url: str | None = None
    license: License | None = None
    basis: str | None = None
    changes: str | None = None
    caption: Inline = ()
    file: str | None = None
    picture: Picture | None = None
    own: bool = False
    width: Width | None = None
    framing: Framing = Framing()
    map: Map | None = None
    chart: Chart | None = None
    remark: Inline = ()

    @property
    def shown(self) -> bool:
        """Whether there is something to show: a picture, a map or a chart."""
        return self.picture is not None or self.map is not None or self.chart is not None

    @property
    def spoken(self) -> str:
        """What is read aloud of it: what is to be seen, else its caption, its title or its name."""
        return self.alt or plain(self.caption) or plain(self.title) or self.id
