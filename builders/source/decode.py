"""Bytes in, text out, with a diagnostic when the file isn't saved as UTF-8."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from builders.diagnostics import Diagnostic, Hint, Place, Severity
from builders.source.characters import ARCHIVE, not_text

Encoding: TypeAlias = Literal[
    "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252"
]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without a byte order mark, and the encoding it was found in."""

    text: str
    encoding: Encoding
    diagnostics: tuple[Diagnostic, ...] = ()


_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE = "save the file again as UTF-8 (Notepad: Save as, Encoding: UTF-8); `check --fix` does it for you"


def decode(data: bytes, file: str) -> Decoded:
    """Text of a file in whatever encoding it is; total. Offsets in diagnostics refer to the text.

    Of a file that is no text nothing is said here: to save it anew in UTF-8 would destroy it.
    """
    decoded = _decoded(data, file)
    return replace(decoded, diagnostics=()) if not_text(decoded.text) is not None else decoded


def _decoded(data: bytes, file: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, file)
    archive = data.startswith(ARCHIVE.encode())
    if not archive and (guess := _unmarked_utf16(data)) is not None:
        return _marked(data, guess, file)
    return _utf8(data, "utf-8", file)


def encode(text: str, encoding: Encoding) -> bytes:
    """The bytes of a corrected file: UTF-8 always, with the byte order mark it had."""
    mark = codecs.BOM_UTF8 if encoding == "utf-8-sig" else b""
    return mark + text.encode("utf-8", "replace")


def _marked(data: bytes, encoding: Encoding, file: str) -> Decoded:
    if encoding == "utf-8-sig":
        return _utf8(data, encoding, file)
    text = data.decode(encoding, "replace")
    name = "UTF-16" if encoding.startswith("utf-16") else "UTF-32"
    message = f"The file is saved in {name} (“Unicode” in some programs) and not in UTF-8."
    found = Diagnostic(
        "encoding-utf-16", Severity.WARNING, message, Place(file, offset=0, end=0), (Hint(_SAVE, safe=True),)
    )
    return Decoded(text, encoding, (found,))


def _unmarked_utf16(data: bytes) -> Encoding | None:
    """UTF-16 without its mark: Latin letters then have a zero byte as every other byte."""
    head = data[:4096]
    if len(head) < 4 or head.count(0) * 3 < len(head):
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return None if even == odd else "utf-16-le" if odd > even else "utf-16-be"


def _utf8(data: bytes, encoding: Encoding, file: str) -> Decoded:
    """Read as UTF-8; bytes that aren't are read as the code page of Western European Windows."""
    try:
        return Decoded(data.decode("utf-8"), encoding)
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode("utf-8"))
    guessed: list[str] = []
    text = _piecewise(data, guessed)
    word = _word_around(text, at)
    message = f"The file isn’t saved in UTF-8, so “{text[at]}” here, in “{word}”, is a guess" + (
        f", and so are {len(guessed) - 1} other characters." if len(guessed) > 1 else "."
    )
    hint = Hint(f"if “{word}” is right, {_SAVE}", safe=_typical(text))
    place = Place(file, offset=at, end=at + 1)
    found = Diagnostic("encoding-not-utf-8", Severity.ERROR, message, place, (hint,))
    return Decoded(text, "cp1252" if encoding == "utf-8" else encoding, (found,))


def _piecewise(data: bytes, guessed: list[str]) -> str:
    """Decode what is UTF-8 as such and each other byte alone; the letters guessed are put into the list."""

    def guess(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        letter = data[error.start : error.start + 1].decode("cp1252", "replace")
        guessed.append(letter)
        return (letter, error.start + 1)

    codecs.register_error("lessonpress-guess", guess)
    return data.decode("utf-8", "lessonpress-guess")


def _word_around(text: str, at: int) -> str:
    before = re.search(r"\S*\Z", text[max(0, at - 30) : at])
    after = re.match(r"\S*", text[at : at + 30])
    assert before is not None and after is not None
    return before[0] + after[0] or text[at]


def _typical(text: str) -> bool:
    """True when the guesses look like words: a Mac or Cyrillic file read so does not."""
    strange = r"[À-ÖØ-öø-ÿ]{3}|[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŒŸ]|\w[‚ƒ„†‡ˆ‰‹¤¦¨¬±²³´¶¸¹¿×÷]|\ufffd"
    return re.search(strange, text) is None
