"""What only the whole lesson can tell: minutes that don't sum, sources and images that nothing uses."""

from __future__ import annotations

from builders.diagnostics import Hint
from builders.outline import cures
from builders.outline.reader import Given, Reader, listed
from builders.outline.resolve import Names
from builders.outline.syntax import LessonSyntax
from builders.source.nodes import Mapping


def check_minutes(syntax: LessonSyntax, reader: Reader) -> None:
    """The steps of the timing sum to the lesson's minutes; the sections don't take longer."""
    root = syntax.given
    if syntax.minutes is None:
        return
    steps = [step.minutes for step in syntax.timing if step.minutes is not None]
    if steps and len(steps) == len(syntax.timing) and sum(steps) != syntax.minutes:
        message = f"The steps of the timing sum to {sum(steps)} minutes, but `minutes` is {syntax.minutes}."
        in_sections = sum(section.minutes or 0 for section in syntax.sections)
        if in_sections > syntax.minutes:
            message = (
                f"The steps of the timing sum to {sum(steps)} minutes and the sections to {in_sections}, but `minutes` "
                f"is {syntax.minutes}."
            )
            cure = Hint("make the steps sum to `minutes`, and let the sections take no longer")
            reader.warn("timing-sum", message, _field(root, "timing"), cure, key=True)
            return
        _minutes(sum(steps), message, _field(root, "timing"), root, reader)
    sections = [section.minutes for section in syntax.sections if section.minutes is not None]
    if sum(sections) > syntax.minutes:
        message = f"The sections take {sum(sections)} minutes, but `minutes` is {syntax.minutes}."
        _minutes(sum(sections), message, _field(root, "minutes"), root, reader)


def _minutes(total: int, message: str, at: Given, root: Given, reader: Reader) -> None:
    minutes = _field(root, "minutes")
    hint = cures.replace(minutes.node, str(total), f"change a step, or write `minutes: {total}`")
    reader.warn("timing-sum", message, at, hint, key=True)


def check_unused(syntax: LessonSyntax, names: Names, reader: Reader) -> None:
    """Images that are shown nowhere, and sources that nothing cites."""
    for image in syntax.images:
        if image.id not in names.used_images:
            message = f"The image `{image.id}` is shown nowhere, so it isn’t printed or credited."
            cure = Hint(f"write `- image: {image.id}` where it belongs, or leave it out")
            reader.note("unused-image", message, image.given, cure, key=True)
    unused = [source for source in syntax.sources if source.id not in names.used_sources]
    if unused:
        ids = listed([f"`{source.id}`" for source in unused])
        message = f"Nothing cites {ids}; the works cited name what you list all the same."
        cure = Hint(
            f"write `source: {unused[0].id}` with the quotation, document or event that is from there"
        )
        reader.note("unused-source", message, unused[0].given, cure, key=True)


def _field(root: Given, name: str) -> Given:
    assert isinstance(root.node, Mapping)
    for entry in root.node.entries:
        if entry.key.value == name:
            return root.below(entry)
    return root
