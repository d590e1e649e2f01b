"""Characters that no outline should hold, in a decoded text: found, named, and replaced in memory."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from builders.diagnostics import Edit, Severity
from builders.source.lines import line_at
from builders.source.traps.found import Trap

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (so PPTX) or YAML can't hold, and the control characters that are never meant."""

NEEDED = frozenset({"odd-line-break", "invisible-character"})
"""Codes of warnings whose cure the reading needs: U+2028 ends a line for YAML 1.1, which our parser follows, and
U+FEFF can hide in a name."""

ARCHIVE = "PK\x03\x04"
"""What a ZIP archive begins with, and so a document of an office program."""

_SEPARATORS = re.compile("[\u2028\u2029]")
_GARBLED = re.compile("[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")
_SUSPECT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9fÂÃâ\u2028\u2029\ud800-\udfff\ufeff\ufffd-\uffff]")


def not_text(text: str) -> Trap | None:
    """What is said of a file that is no plain text: rich text, an archive, or full of control characters."""
    if text.startswith("{\\rtf"):
        message = "This is rich text (TextEdit or WordPad), which holds fonts and colours beside the words."
        cure = "in TextEdit choose Format > Make Plain Text, in WordPad Save as > Plain text; then save"
        return Trap("not-text", message, 0, 0, cure)
    count = sum(1 for _ in ILLEGAL.finditer(text))
    if not text.startswith(ARCHIVE) and (count < 20 or count * 50 < len(text)):
        return None
    message = "This isn’t a text file."
    cure = "write the outline with a text editor and save it as plain text"
    if text.startswith("PK"):
        cure = "it looks like a document of an office program: save it as plain text (UTF-8)"
    return Trap("not-text", message, 0, 0, cure)


def characters(text: str) -> Iterator[Trap]:
    """One trap for each kind of such character, at its first place, with edits for all of them.

    The edits of errors and of those in NEEDED leave a text that YAML can read and XML can hold.
    """
    if _SUSPECT.search(text) is None:
        return
    garbled = list(_garbled(text))
    known = {at for trap in garbled for edit in trap.edits for at in range(edit.start, edit.end)}
    found: dict[str, list[int]] = {}
    for match in ILLEGAL.finditer(text):
        if match.start() not in known:
            found.setdefault(match[0], []).append(match.start())
    for character, places in found.items():
        yield _illegal(character, places)
    yield from _several(text, _SEPARATORS, _separator)
    yield from _several(text, re.compile("\ufeff"), _mark)
    yield from _several(text, re.compile("\ufffd"), _replacement)
    yield from garbled


def _illegal(character: str, places: list[int]) -> Trap:
    code = ord(character)
    instead = " " if character in "\x0b\x0c" else ""
    if 0x80 <= code <= 0x9F:
        instead = bytes([code]).decode("cp1252", "ignore")
    times = "" if len(places) == 1 else f", {len(places)} times"
    message = f"There is an invisible control character here (U+{code:04X}{times}) that can’t be printed."
    cure = f"write “{instead}” instead" if instead.strip() else "leave it out"
    edits = tuple(Edit(at, at + 1, instead) for at in places)
    return Trap("illegal-character", message, places[0], places[0] + 1, cure, edits, safe=True)


def _several(text: str, pattern: re.Pattern[str], trap: Callable[[str, list[int]], Trap]) -> Iterator[Trap]:
    places = [match.start() for match in pattern.finditer(text)]
    if places:
        yield trap(text, places)


def _separator(text: str, places: list[int]) -> Trap:
    message = "There is an invisible line separator here (U+2028); it came with a copy from another program."
    edits = tuple(Edit(at, at + 1, " ") for at in places)
    cure = "write a space instead"
    return Trap("odd-line-break", message, places[0], places[0] + 1, cure, edits, True, Severity.WARNING)


def _mark(text: str, places: list[int]) -> Trap:
    message = "There is an invisible byte order mark (U+FEFF) inside the text."
    edits = tuple(Edit(at, at + 1, "") for at in places)
    return Trap(
        "invisible-character",
        message,
        places[0],
        places[0] + 1,
        "leave it out",
        edits,
        True,
        Severity.WARNING,
    )


def _replacement(text: str, places: list[int]) -> Trap:
    line = line_at(text, places[0])
    word = re.search(r"\S*\ufffd\S*", line.text)
    shown = "�" if word is None else word[0]
    message = f"A letter was lost before this file was saved: “{shown}”."
    cure = "type the word again"
    severity = Severity.WARNING
    return Trap("lost-letter", message, places[0], places[0] + 1, cure, severity=severity)


def _garbled(text: str) -> Iterator[Trap]:
    """`â€™` for `’`: UTF-8 that was once read as the code page of Windows and saved so."""
    edits: list[Edit] = []
    for match in _GARBLED.finditer(text):
        right = _ungarbled(match[0]) or _ungarbled(match[0][:2])
        if right is not None:
            length = 2 if _ungarbled(match[0]) is None else len(match[0])
            edits.append(Edit(match.start(), match.start() + length, right))
    if not edits:
        return
    first = edits[0]
    wrong = text[first.start : first.end]
    printable = not any(ILLEGAL.search(text, edit.start, edit.end) for edit in edits)
    times = "" if len(edits) == 1 else f", and {len(edits) - 1} more like it"
    message = f"“{wrong}” was surely “{first.replacement}” once{times}: another program misread the file."
    cure = f"write “{first.replacement}” again"
    severity = Severity.WARNING if printable else Severity.ERROR
    yield Trap("garbled-letters", message, first.start, first.end, cure, tuple(edits), True, severity)


def _ungarbled(letters: str) -> str | None:
    try:
        right = bytes(_byte(letter) for letter in letters).decode("utf-8")
    except ValueError:
        return None
    return right if len(right) == 1 and unicodedata.category(right)[0] in "LPSZN" else None


def _byte(letter: str) -> int:
    return letter.encode("cp1252")[0] if ord(letter) > 0xFF else ord(letter)
