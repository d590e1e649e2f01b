"""A tree of a theme's file in, the theme and what is wrong with it out."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from math import floor
from posixpath import join
from typing import Any

from builders.diagnostics import Diagnostic, Hint, Loc, has_errors
from builders.outline import cures
from builders.outline.build_images import ASSETS, picture_kind
from builders.outline.mapping import read_model
from builders.outline.reader import Given, Reader
from builders.outline.syntax_theme import ColorsSyntax, LogoSyntax, ThemeSyntax, theme_field_names
from builders.source.nodes import Mapping, Scalar
from builders.source.tree import Tree, parse
from builders.source.world import World
from builders.theme.bundled import DEFAULT, text_of
from builders.theme.colors import difference
from builders.theme.contrast import LIGHT, TEXT, Pale, better, faint
from builders.theme.faces import Face
from builders.theme.tokens import EDITORIAL, Manner, PageType, Palette, SlideType, Theme

ALIKE = 45.0
"""The difference of two colours below which sides are confused; those of our themes have 77 and more."""


@dataclass(frozen=True, slots=True)
class LogoGiven:
    """A logo as found: its bytes, which nobody has opened yet, what it is called, and where its file is named."""

    data: bytes
    alt: str
    loc: Loc


@dataclass(frozen=True, slots=True)
class ReadTheme:
    """A theme still without its logo, and the logo."""

    theme: Theme
    logo: LogoGiven | None = None


@cache
def bundled(name: str) -> Theme:
    """A theme of ours. The default is known without its file."""
    if name == DEFAULT:
        return EDITORIAL
    tree = parse(text_of(name), f"{name}.yaml", fields=theme_field_names())
    read, found = read_theme(tree, "", None)
    if read is None or found:
        raise ValueError(f"{name}.yaml: {[diagnostic.message for diagnostic in found]}")
    return read.theme


def read_theme(
    tree: Tree, folder: str, world: World | None
) -> tuple[ReadTheme | None, tuple[Diagnostic, ...]]:
    """Read a theme's file. `folder` is where it lies below the project's root; without a world there is no logo."""
    reader = Reader(tree)
    if not isinstance(tree.root, Mapping):
        if not has_errors(tree.diagnostics):
            hint = Hint("begin with `based_on: editorial`, and write below it what is to be different")
            at = Given(tree.root or Scalar("", 0, 0), ())
            reader.error("empty-outline", "A theme begins with `based_on:`.", at, hint)
        return None, tuple(reader.diagnostics)
    syntax = read_model(ThemeSyntax, Given(tree.root, ()), reader)
    if syntax is None:
        return None, tuple(reader.diagnostics)
    base = bundled(syntax.based_on or DEFAULT)
    theme = replace(
        base,
        palette=_palette(base.palette, syntax.colors),
        page=_page(base, syntax),
        slide=_slide(base.slide, syntax),
        manner=replace(base.manner, **_given(syntax.manner, Manner)),
        footer=syntax.footer or "",
    )
    logo = _logo(syntax.logo, folder, world, reader) if syntax.logo and world else None
    if syntax.colors is not None:
        _check_contrast(theme.palette, syntax.colors, reader)
        _check_sides(theme.palette, syntax.colors, reader)
    failed = has_errors(reader.diagnostics) or has_errors(tree.diagnostics)
    return (None if failed else ReadTheme(theme, logo)), tuple(reader.diagnostics)


def _given(syntax: object, like: type[Any]) -> dict[str, Any]:
    """The values that were written, of those fields that the token has too."""
    names = (field.name for field in fields(like))
    values = ((name, getattr(syntax, name, None)) for name in names)
    return {name: value for name, value in values if value is not None}


def _palette(base: Palette, colors: ColorsSyntax | None) -> Palette:
    """The colours; a new accent gets a paler sister where none is given."""
    palette = replace(base, **_given(colors, Palette))
    if colors is None:
        return palette
    if colors.accent and not colors.accent_on_night:
        palette = replace(palette, accent_on_night=better(palette.accent, (palette.night,), lighter=True))
    if colors.second and not colors.second_on_night:
        palette = replace(palette, second_on_night=better(palette.second, (palette.night,), lighter=True))
    return palette


def _page(base: Theme, syntax: ThemeSyntax) -> PageType:
    page, given = base.page, syntax.page
    if given is None:
        return page
    scale: dict[str, Any] = {
        name: value for name, value in _given(given, PageType).items() if isinstance(value, tuple)
    }
    display = replace(page.display, family=given.headings) if given.headings else page.display
    if given.title_weight:
        display = display.with_style(bold=given.title_weight == "bold")
    return replace(
        page,
        **scale,
        reading=Face(given.reading) if given.reading else page.reading,
        label=Face(given.labels) if given.labels else page.label,
        display=display,
        answer_pitch=given.answer_lines or page.answer_pitch,
    )


def _slide(base: SlideType, syntax: ThemeSyntax) -> SlideType:
    given = syntax.slides
    if given is None:
        return base
    sizes = {name: value for name, value in _given(given, SlideType).items() if isinstance(value, float)}
    heading = replace(base.heading, family=given.headings) if given.headings else base.heading
    if given.title_weight:
        heading = heading.with_style(bold=given.title_weight == "bold")
    return replace(
        base,
        **sizes,
        heading=heading,
        text=Face(given.text) if given.text else base.text,
    )


def _logo(given: LogoSyntax, folder: str, world: World, reader: Reader) -> LogoGiven | None:
    """The logo's bytes, from beside the theme's file or from assets/."""
    if not given.file:
        return None
    at = next(value for key, value in given.given.entries() if key.value == "file")
    here = "" if folder in ("", ".") else folder
    for path in (join(here, given.file), join(ASSETS, given.file)):
        found = world.read(path)
        if isinstance(found, bytes):
            kind = picture_kind(found)
            if kind in ("jpeg", "png"):
                return LogoGiven(found, given.alt or "", at.loc)
            cure = Hint("save it as a PNG, and write the name of that file")
            reader.error("unreadable-picture", f"“{given.file}” is neither a PNG nor a JPEG.", at, cure)
            return None
        if found is not None:
            reader.error(
                "outside-project",
                f"“{given.file}” is not read: {found.value}.",
                at,
                Hint("put the picture beside the theme’s file or into assets/"),
            )
            return None
    near = cures.closest(given.file, (*world.names(here), *world.names(ASSETS)), 0.6)
    hints: tuple[Hint, ...] = (Hint("put the picture beside the theme’s file or into assets/"),)
    if near is not None:
        hints = (cures.replace(at.node, cures.scalar(near), f"did you mean {near}?"), *hints)
    reader.error("missing-picture", f"There is no picture “{given.file}”.", at, *hints)
    return None


def _check_contrast(palette: Palette, colors: ColorsSyntax, reader: Reader) -> None:
    """A warning for each colour of text that can't be read well on a ground it stands on."""
    written = {key.value: given for key, given in colors.given.entries()}
    by_ground: dict[str, list[Pale]] = {}
    for pale in faint(palette):
        if pale.text in written:
            reader.warn("low-contrast", _said(pale), written[pale.text], *_cures(pale, written))
        elif pale.ground in written:
            by_ground.setdefault(pale.ground, []).append(pale)
    for ground, pales in by_ground.items():
        worst, at = min(pales, key=lambda pale: pale.ratio), written[ground]
        colors_on = tuple(pale.color for pale in pales)
        meant = better(worst.ground_color, colors_on, lighter=worst.darker)
        word = "lighter" if worst.darker else "darker"
        reader.warn(
            "low-contrast", _said(worst), at, cures.replace(at.node, meant, f"{meant} is {word} and would do")
        )


def _check_sides(palette: Palette, colors: ColorsSyntax, reader: Reader) -> None:
    """A warning where the colours of the two sides of a figure are hardly told apart."""
    written = {key.value: given for key, given in colors.given.entries()}
    at = written.get("second") or written.get("accent")
    if at is None or difference(palette.accent, palette.second) >= ALIKE:
        return
    message = (
        f"`accent` ({palette.accent}) and `second` ({palette.second}) look alike, and stand for two sides."
    )
    cure = "write another `second`, of another hue; lanes, maps and charts tell sides apart by it"
    reader.warn("alike-colors", message, at, Hint(cure))


def _said(pale: Pale) -> str:
    ground = f"`{pale.ground}` ({pale.ground_color})" if pale.ground else "white paper"
    # Rounded down: 4.49 is not the 4.5 that is asked for.
    ratio = floor(pale.ratio * 10) / 10
    return f"`{pale.text}` ({pale.color}) on {ground} has a contrast of {ratio:.1f}:1; text needs {TEXT:g}:1."


def _cures(pale: Pale, written: dict[str, Given]) -> tuple[Hint, ...]:
    if pale.better is None:
        # No colour does on light and dark grounds at once: the ground that the school chose is the odd one.
        ground = next((own for own in (pale.ground, *LIGHT) if own in written), pale.ground)
        return (Hint(f"choose another `{ground}` first"),)
    word = "darker" if pale.darker else "lighter"
    return (cures.replace(written[pale.text].node, pale.better, f"{pale.better} is {word} and would do"),)
