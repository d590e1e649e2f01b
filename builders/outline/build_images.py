"""Images put together: what was read and the project's files in, images of the model out; credits checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from posixpath import join

from builders.diagnostics import Hint, Severity
from builders.lesson.credits import parse_credit
from builders.lesson.inline import parse_inline
from builders.lesson.licenses import NEEDS_BASIS, UNKNOWN, license_named
from builders.lesson.model import Image, Picture, plain
from builders.outline import cures
from builders.outline.build_sources import web_address
from builders.outline.reader import Given, Reader, listed
from builders.outline.syntax import ImageGiven
from builders.outline.syntax_parts import ImageSyntax
from builders.source.nodes import Mapping
from builders.source.world import Refused, World, parts

ASSETS = "assets"
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


def build_images(given: Iterable[ImageGiven], folder: str, world: World, reader: Reader) -> dict[str, Image]:
    """The images by their names, with the bytes of the pictures that were found."""
    return {image.id: _image(image, folder, world, reader) for image in given}


def _image(given: ImageGiven, folder: str, world: World, reader: Reader) -> Image:
    if given.syntax is None:
        image = _credited(Image(given.id, given.loc), given.sentence)
        _planned(image, given.given, reader)
    else:
        image = _with_picture(_fields(given, given.syntax, reader), given.syntax, folder, world, reader)
    _check_credit(image, given.given, reader)
    return image


def _fields(given: ImageGiven, syntax: ImageSyntax, reader: Reader) -> Image:
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
    )
    return _credited(image, syntax.credit) if syntax.credit else image


def _credited(image: Image, sentence: str) -> Image:
    """What the credit in one sentence says, where no field says it."""
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
    near = bare if bare in pictures else cures.closest(bare, pictures, 0.6)
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


def _check_credit(image: Image, given: Given, reader: Reader) -> None:
    missing = []
    if image.creator is None:
        missing.append("who made it (`creator:`, a name or `unknown`)")
    if image.source is None and image.url is None:
        missing.append("who holds it (`source:`)")
    if image.license is None and not _written(given, "license"):
        missing.append("the licence (`license:`)")
    elif image.license is not None and image.license.id in NEEDS_BASIS and image.basis is None:
        why = {
            "PDM-1.0": "why it is in the public domain",
            "LicenseRef-Permission": "who permitted it, and when",
        }
        missing.append(f"{why.get(image.license.id, 'why the use is fair')} (`basis:`)")
    if not image.alt:
        missing.append("what is to be seen (`alt:`)")
    # What isn't printed yet can wait.
    severity = Severity.WARNING if image.file is not None else Severity.NOTE
    if missing:
        message = f"The credit of `{image.id}` lacks {listed(missing)}."
        reader.report(
            severity,
            "missing-credit",
            message,
            given,
            (Hint("add what you know; write unknown where you don’t"),),
            key=True,
        )
    if image.license == UNKNOWN:
        message = f"The licence of `{image.id}` is unknown, so it may not be copied with confidence."
        cure = Hint("look it up where you found the picture, or use another")
        reader.report(severity, "unknown-license", message, given, (cure,), key=True)
    if image.alt and image.caption and _same(image.alt, plain(image.caption)):
        cure = Hint("say in `alt:` what is to be seen; those who hear it hear the caption too")
        reader.report(
            severity,
            "alt-is-caption",
            f"`alt` of `{image.id}` only repeats the caption.",
            given,
            (cure,),
            key=True,
        )


def _written(given: Given, name: str) -> bool:
    """True when there is such a field, be it read or not."""
    return any(key.value == name and not value.absent for key, value in given.entries())


def _same(one: str, other: str) -> bool:
    return one.casefold().strip(" .") == other.casefold().strip(" .")
