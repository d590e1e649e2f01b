"""Images put together: what was read and the project's files in, images of the model out; credits checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from posixpath import join

from builders.diagnostics import Hint
from builders.lesson.credits import parse_credit
from builders.lesson.inline import parse_inline
from builders.lesson.licenses import license_named
from builders.lesson.model import Framing, Image, License, Picture
from builders.outline import cures
from builders.outline.build_sources import web_address
from builders.outline.image_checks import check_credit, check_framing
from builders.outline.reader import Given, Reader
from builders.outline.syntax import ImageGiven
from builders.outline.syntax_parts import ImageSyntax
from builders.source.nodes import Mapping
from builders.source.world import Refused, World, parts

ASSETS = "assets"
MINE = frozenset({"mine", "ours", "my own", "our own", "own", "own work", "my own work", "our own work"})
"""What `credit:` says of a picture that the lesson's authors made."""
_OTHERS = (
    (b"GIF8", "a GIF"),
    (b"RIFF", "a WebP"),
    (b"BM", "a BMP"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"%PDF", "a PDF"),
    (b"\0\0\0", "a HEIC or AVIF"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
)


@dataclass(frozen=True, slots=True)
class Rights:
    """Whose the lesson is, and its licence: those of the pictures, too, that its authors made."""

    authors: tuple[str, ...] = ()
    license: License | None = None


def build_images(
    given: Iterable[ImageGiven], own: Rights, folder: str, world: World, reader: Reader
) -> dict[str, Image]:
    """The images by their names, with the bytes of the pictures that were found."""
    return {image.id: _image(image, own, folder, world, reader) for image in given}


def _image(given: ImageGiven, own: Rights, folder: str, world: World, reader: Reader) -> Image:
    if given.syntax is None:
        image = _credited(Image(given.id, given.loc), given.sentence, own)
        _planned(image, given.given, reader)
    else:
        image = _fields(given, given.syntax, own, reader)
        image = _with_picture(image, given.syntax, folder, world, reader)
        check_framing(image, given.given, reader)
        if image.picture is not None and image.picture.kind == "svg":
            image = replace(image, framing=Framing())
        elif given.syntax.map or given.syntax.chart:
            image = replace(image, framing=replace(image.framing, crop=None))
    if given.syntax is None or not (given.syntax.map or given.syntax.chart):
        # What the credit of a map or a chart lacks is the lesson's, and its alternative text is made of what it holds.
        check_credit(image, given.given, reader)
    return image


def _fields(given: ImageGiven, syntax: ImageSyntax, own: Rights, reader: Reader) -> Image:
    image = Image(
        given.id,
        given.loc,
        alt=syntax.alt or "",
        title=syntax.title,
        creator=syntax.creator,
        date=syntax.date,
        source=syntax.source,
        url=web_address(syntax.url, syntax.given, reader),
        license=syntax.license,
        basis=syntax.basis,
        changes=syntax.changes,
        caption=syntax.caption,
        file=syntax.file,
        width=syntax.width,
        framing=Framing(syntax.crop, syntax.fit == "cover", syntax.focus or Framing().focus),
    )
    return _credited(image, syntax.credit, own) if syntax.credit else image


def _credited(image: Image, sentence: str, own: Rights) -> Image:
    """What the credit in one sentence says, where no field says it; who wrote the lesson, where it is theirs."""
    if sentence.strip(" .").casefold() in MINE:
        makers = ", ".join(own.authors) or None
        return replace(image, own=True, creator=image.creator or makers, license=image.license or own.license)
    words = parse_credit(sentence)
    return replace(
        image,
        title=image.title or parse_inline(words.title or "")[0],
        creator=image.creator or words.creator,
        source=image.source or words.source,
        license=image.license or (license_named(words.license) if words.license else None),
    )


_WEB = ("http:", "https:", "www.")


def _with_picture(image: Image, syntax: ImageSyntax, folder: str, world: World, reader: Reader) -> Image:
    if syntax.map or syntax.chart:
        drawn = "map" if syntax.map else "chart"
        if image.file is not None or (syntax.map and syntax.chart):
            message = (
                f"An image has a `file`, a `map` or a `chart`, and only one of them; the {drawn} is drawn."
            )
            reader.error(
                "misplaced-field", message, _file_given(syntax.given), Hint("leave one of them out"), key=True
            )
        return replace(image, file=None)
    if image.file is None:
        _planned(image, syntax.given, reader)
        return image
    at = _file_given(syntax.given)
    here = "" if folder in ("", ".") else folder
    if isinstance(parts(image.file), Refused) or image.file.casefold().startswith(_WEB):
        _refused(image.file, at, reader)
        return image
    for path in (join(here, image.file), join(ASSETS, image.file)):
        found = world.read(path)
        match found:
            case bytes():
                kind = picture_kind(found)
                if kind is None:
                    _unreadable(found, image.file, at, reader)
                    return image
                return replace(image, picture=Picture(path, kind, found))
            case Refused():
                code = "outside-project" if found is Refused.OUTSIDE else "unreadable-picture"
                size = "a smaller copy of the picture" if found is Refused.TOO_LARGE else "the picture"
                cure = Hint(f"put {size} into assets/ and write its name here")
                reader.error(code, f"“{image.file}” is not read: {found.value}.", at, cure)
                return image
            case None:
                pass
    _missing(image.file, here, at, world, reader)
    return image


def _planned(image: Image, given: Given, reader: Reader) -> None:
    message = f"The image `{image.id}` is planned: it names no file, so a labelled place is printed."
    reader.note("planned-picture", message, given, Hint("write `file:` when you have the picture"), key=True)


def _refused(file: str, at: Given, reader: Reader) -> None:
    """A path that can't be one inside the project, or is written with backslashes."""
    if file.casefold().startswith(_WEB):
        message = "Pictures are not fetched from the web: a lesson is built from files that you have."
        cure = "save the picture into assets/, write the name of that file here, and the address under `url:`"
        reader.error("outside-project", message, at, Hint(cure))
        return
    turned = file.replace("\\", "/")
    if not isinstance(parts(turned), Refused):
        hint = cures.replace(at.node, cures.scalar(turned), f"write {turned}", safe=True)
        reader.error("outside-project", "Folders in a path are joined by / and not by a backslash.", at, hint)
        return
    name = turned.rstrip("/").rsplit("/", 1)[-1]
    hint = cures.replace(at.node, cures.scalar(name), f"copy the picture into assets/ and write {name}")
    message = (
        f"“{file}” is not read: pictures stand beside the outline or in assets/, and are named from there."
    )
    reader.error("outside-project", message, at, hint)


def _missing(file: str, here: str, at: Given, world: World, reader: Reader) -> None:
    names = (*world.names(here), *world.names(ASSETS))
    pictures = [name for name in names if name.lower().endswith((".jpg", ".jpeg", ".png", ".svg"))]
    bare = file.replace("\\", "/").rsplit("/", 1)[-1]
    near = bare if bare in pictures else cures.closest(bare, pictures, 0.7)
    hints: tuple[Hint, ...] = (Hint("put the file beside the outline or into assets/"),)
    if near is not None:
        hint = cures.replace(
            at.node, cures.scalar(near), f"did you mean {near}?", safe=near.casefold() == bare.casefold()
        )
        hints = (hint, *hints)
    message = f"There is no picture “{file}” beside the outline or in assets/; a labelled place is printed."
    reader.warn("image-missing", message, at, *hints)


def picture_kind(data: bytes) -> str | None:
    """What a file is by its first bytes: jpeg, png, svg or None."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "svg" if head.startswith(b"<") and b"<svg" in head else None


def _unreadable(data: bytes, file: str, at: Given, reader: Reader) -> None:
    kind = next((name for mark, name in _OTHERS if data.startswith(mark)), None)
    what = f"it is {kind} file" if kind else "it is not a picture" if data else "it is empty"
    cure = Hint("open it in an image program and save it as JPEG or PNG")
    reader.error(
        "unreadable-picture", f"“{file}” can’t be used: {what}; pictures are jpg, png or svg.", at, cure
    )


def _file_given(given: Given) -> Given:
    assert isinstance(given.node, Mapping)
    entry = next((entry for entry in given.node.entries if entry.key.value == "file"), given.node.entries[0])
    return given.below(entry)
