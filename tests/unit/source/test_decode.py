"""Encodings: what is read, what is said about it, and how a file is saved again."""

from __future__ import annotations

import codecs

import pytest

from builders.diagnostics import Severity
from builders.fix import fix
from builders.source.decode import decode, encode
from builders.source.tree import parse

TEXT = "title: Café “Élan” – 5 €\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8-sig"),
    ],
)
def test_utf8_needs_no_word(data: bytes, encoding: str) -> None:
    decoded = decode(data, "x.yaml")
    assert (decoded.text, decoded.encoding, decoded.diagnostics) == (TEXT, encoding, ())
    assert encode(decoded.text, decoded.encoding) == data


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
)
def test_utf16_is_read_and_saved_as_utf8(data: bytes) -> None:
    decoded = decode(data, "x.yaml")
    assert decoded.text == TEXT
    (found,) = decoded.diagnostics
    assert (found.code, found.severity, found.hints[0].safe) == ("encoding-utf-16", Severity.WARNING, True)
    assert encode(decoded.text, decoded.encoding) == TEXT.encode("utf-8")


def test_the_code_page_of_windows_is_guessed_and_the_word_shown() -> None:
    decoded = decode(TEXT.encode("cp1252"), "x.yaml")
    assert decoded.text == TEXT
    (found,) = decoded.diagnostics
    assert (found.code, found.severity, found.hints[0].safe) == ("encoding-not-utf-8", Severity.ERROR, True)
    assert (found.place.offset, found.place.end) == (10, 11)
    assert "“Café”" in found.message and "5 other" in found.message


def test_one_wrong_byte_in_utf8_leaves_the_rest_alone() -> None:
    decoded = decode("a: Élan\nb: ".encode() + b"caf\xe9\n", "x.yaml")
    assert decoded.text == "a: Élan\nb: café\n"
    assert decoded.diagnostics[0].place.offset == 14


@pytest.mark.parametrize(
    "data",
    [
        "title: Пакт\n".encode("cp1251"),
        "title: café “so”\n".encode("mac-roman"),
        b"title: a\x81b\n",
        b"t: \xff\n"[:-1],
    ],
)
def test_letters_that_make_no_words_are_not_certain(data: bytes) -> None:
    (found,) = decode(data, "x.yaml").diagnostics
    assert found.code == "encoding-not-utf-8"
    if data != b"t: \xff":
        assert not found.hints[0].safe


def test_surrogates_never_reach_a_file() -> None:
    assert encode("a\ud800b", "utf-8") == b"a?b"


ARCHIVE = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00"
PICTURE = b"\x89PNG\r\n" + bytes(range(30)) * 9
RICH = b"{\\rtf1\\ansi\\ansicpg1252\n{\\fonttbl\\f0 Helvetica;}\n\\f0 title: Light\\\nsections:\\\n}"


@pytest.mark.parametrize("data", [ARCHIVE, ARCHIVE + bytes(range(256)) * 4, ARCHIVE[:5], PICTURE, RICH])
def test_what_is_no_text_is_not_read(data: bytes) -> None:
    """One thing is said of it, which promises no correction, and none is made."""
    tree = parse(data, "x.yaml")
    assert tree.root is None
    (found,) = tree.diagnostics
    assert found.code == "not-text"
    (hint,) = found.hints
    assert "--fix" not in hint.text and not hint.edits
    assert ("office" in hint.text) == data.startswith(b"PK")
    assert ("Make Plain Text" in hint.text) == (data == RICH)
    assert fix(data, "x.yaml", lambda given: parse(given, "x.yaml").diagnostics, every=True).data == data
