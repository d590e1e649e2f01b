"""What the parts of a lesson share while it is put together: sources and images by name, and running numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders.diagnostics import Hint
from builders.lesson.inline import parse_inline
from builders.lesson.model import Image, License, Source
from builders.outline import cures
from builders.outline.reader import Given, Reader
from builders.outline.references import Reference
from builders.source.world import MemoryWorld, World

_PICTURE_NAMES = (".jpg", ".jpeg", ".png", ".svg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic")


@dataclass(slots=True)
class Names:
    """The sources and images of a lesson by name, which of them were used, and the numbers given so far."""

    reader: Reader
    sources: dict[str, Source] = field(default_factory=dict)
    images: dict[str, Image] = field(default_factory=dict)
    used_sources: set[str] = field(default_factory=set)
    used_images: set[str] = field(default_factory=set)
    placed_images: set[str] = field(default_factory=set)
    """Those that a block has put in the flow."""
    license: License | None = None
    """The lesson's, and so that of the maps drawn for it."""
    sentences: list[Source] = field(default_factory=list)
    """Sources that were written as sentences where they are cited."""
    world: World = field(default_factory=lambda: MemoryWorld({}))
    folder: str = ""
    """The project's files, and the outline's folder among them."""
    questions: int = 0
    activities: int = 0
    documents: int = 0

    def source(self, reference: Reference | None) -> Source | None:
        """The source of a block: a name of `sources:`, or a sentence."""
        if reference is None:
            return None
        if reference.text in self.sources:
            self.used_sources.add(reference.text)
            return self.sources[reference.text]
        near = cures.closest(reference.text, self.sources, 0.8)
        if near is None and len(reference.text.split()) > 1:
            return self._sentence(reference)
        self._unknown(reference, "source", near or cures.closest(reference.text, self.sources, 0.6))
        return None

    def image(self, reference: Reference | None) -> Image | None:
        """The image of a block or the lesson's figure: a name of `images:`."""
        if reference is None:
            return None
        if reference.text in self.images:
            self.used_images.add(reference.text)
            return self.images[reference.text]
        by_file = next((image.id for image in self.images.values() if image.file == reference.text), None)
        near = by_file or cures.closest(reference.text, self.images, 0.6)
        if by_file is None and reference.text.lower().endswith(_PICTURE_NAMES):
            self._file(reference)
            return None
        self._unknown(reference, "image", near)
        return None

    def next_question(self) -> int:
        """The number of the next question."""
        self.questions += 1
        return self.questions

    def next_activity(self) -> int:
        """The number of the next activity."""
        self.activities += 1
        return self.activities

    def next_document(self) -> str:
        """The letter of the next document: A to Z, then AA."""
        self.documents += 1
        number, label = self.documents, ""
        while number:
            number, rest = divmod(number - 1, 26)
            label = chr(65 + rest) + label
        return label

    def _sentence(self, reference: Reference) -> Source:
        known = next((s for s in self.sentences if s.id == reference.text), None)
        if known is not None:
            return known
        # Its problems were reported when the text was read as a source would be.
        inline, _ = parse_inline(reference.text)
        source = Source(reference.text, reference.given.loc, sentence=inline)
        self.sentences.append(source)
        return source

    def _unknown(self, reference: Reference, what: str, near: str | None) -> None:
        known = ", ".join(f"`{name}`" for name in (self.sources if what == "source" else self.images))
        message = f"There is no {what} `{reference.text}`: this lesson has no `{what}s:`."
        if known:
            message = f"`{what}s:` has no `{reference.text}`."
        hints: tuple[Hint, ...] = (
            (Hint(f"it has {known}"),) if known else (Hint(f"describe it under `{what}s:`"),)
        )
        if near is not None:
            sure = cures.one_slip(reference.text, near)
            hints = (cures.replace(reference.given.node, near, f"did you mean `{near}`?", safe=sure),)
        self.reader.error("unknown-reference", message, reference.given, *hints)

    def _file(self, reference: Reference) -> None:
        """A file where a name belongs: describe the image under a name made from the file's."""
        name = "".join(
            c if c.isalnum() else "-" for c in reference.text.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        ).strip("-")
        message = (
            f"“{reference.text}” is a file; here the name of an image is wanted, which `images:` describes."
        )
        hint = _described(reference.given, reference.text, name or "picture", self.reader)
        self.reader.error("unknown-reference", message, reference.given, hint)


def _described(given: Given, file: str, name: str, reader: Reader) -> Hint:
    """Add an image to the top of `images:`, or such a mapping before the sections, and refer to it."""
    from builders.diagnostics import Edit
    from builders.source.nodes import Mapping

    root, text = reader.tree.root, reader.text
    words = f"describe it under `images:` as `{name}`, and write that name here"
    if not isinstance(root, Mapping) or root.flow:
        return Hint(words)
    eol = cures.newline(text)
    here = Edit(given.node.start, given.node.end, name)
    images = root.get("images")
    if isinstance(images, Mapping) and not images.flow and images.entries:
        at = cures.line_start(text, images.start)
        indent = " " * cures.column(text, images.start)
        return Hint(
            words, (Edit(at, at, f"{indent}{name}:{eol}{indent}  file: {cures.scalar(file)}{eol}"), here)
        )
    if images is None:
        before = next(
            (e for e in root.entries if e.key.value in ("sections", "quiz", "exit")), root.entries[-1]
        )
        at = cures.line_start(text, before.key.start)
        return Hint(
            words, (Edit(at, at, f"images:{eol}  {name}:{eol}    file: {cures.scalar(file)}{eol}"), here)
        )
    return Hint(words)
