"""sRGB colours as six hex digits: mixed, and compared by the contrast that WCAG asks for."""

from __future__ import annotations

from math import dist


def mix(first: str, second: str, share: float) -> str:
    """`first` with a `share` (0–1) of `second` in it."""
    return "".join(
        f"{int(a * (1 - share) + b * share + 0.5):02x}"
        for a, b in zip(channels(first), channels(second), strict=True)
    )


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (WCAG 2.1), 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(first: str, second: str) -> float:
    """How far two colours lie from each other: 0 for the same, 442 for black and white."""
    return dist(channels(first), channels(second))


def luminance(color: str) -> float:
    """How light a colour is (WCAG 2.1), 0 to 1."""
    linear = (
        c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels(color)
    )
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(color[:2], 16), int(color[2:4], 16), int(color[4:6], 16)
