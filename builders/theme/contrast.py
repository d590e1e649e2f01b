"""A palette in, the colours of text that are too faint on the grounds they stand on out, each with a better one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

from builders.theme.colors import channels, contrast
from builders.theme.tokens import Palette

TEXT, LARGE = 4.5, 3.0
"""The least contrast (WCAG 2.1, AA) of text, and of text of at least 18 points or 14 in bold."""

WHITE = "ffffff"
"""What pages are printed on."""

ON_LIGHT = ("ink", "muted", "accent", "second")
ON_NIGHT = ("on_night", "accent_on_night", "second_on_night")
LIGHT = ("paper", "tint", "")
"""The grounds that light text is not set on; "" is white paper."""


@dataclass(frozen=True, slots=True)
class Pale:
    """A colour of text on a ground ("" is white) with too little contrast, and the nearest that has enough on all the
    grounds of that colour: `darker` or lighter; None where no colour has."""

    text: str
    color: str
    ground: str
    ground_color: str
    ratio: float
    better: str | None
    darker: bool


def faint(palette: Palette) -> Iterator[Pale]:
    """Each colour of text once, on the ground where it is hardest to read, if that is too hard."""
    for names, grounds, darker in ((ON_LIGHT, LIGHT, True), (ON_NIGHT, ("night",), False)):
        colors = {ground: getattr(palette, ground) if ground else WHITE for ground in grounds}
        for name in names:
            color: str = getattr(palette, name)
            ground = min(colors, key=lambda own: contrast(color, colors[own]))
            ratio = contrast(color, colors[ground])
            if ratio < TEXT:
                meant = better(color, tuple(colors.values()), lighter=not darker)
                enough = least(meant, colors.values()) >= TEXT
                yield Pale(name, color, ground, colors[ground], ratio, meant if enough else None, darker)


def least(color: str, grounds: Iterable[str]) -> float:
    """The contrast of a colour on that of the grounds which it stands out from least."""
    return min(contrast(color, ground) for ground in grounds)


def better(color: str, grounds: Sequence[str], *, lighter: bool, wanted: float = TEXT) -> str:
    """The colour made lighter or darker, its hue kept, just as far as gives it the contrast that is wanted; white or
    black where none has it."""
    hue, light, full = rgb_to_hls(*(channel / 255 for channel in channels(color)))
    for step in range(101):
        share = step / 100
        own = "".join(
            f"{round(channel * 255):02x}"
            for channel in hls_to_rgb(hue, light + ((1.0 if lighter else 0.0) - light) * share, full)
        )
        if least(own, grounds) >= wanted:
            return own
    return "ffffff" if lighter else "000000"
