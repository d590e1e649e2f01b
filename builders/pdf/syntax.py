"""Values in, PDF syntax out (ISO 32000-1, 7.3): numbers, strings, names, references, dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an indirect object."""

    number: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name, without its slash: regular ASCII characters only."""

    text: str


Value: TypeAlias = (
    "Ref | Name | str | bool | int | float | bytes | Iterable[Value] | Mapping[str, Value | None]"
)
"""A `str` is a text string; `bytes` are syntax already. Entries of a dictionary that are None are left
out."""


def number(value: float, digits: int = 3) -> str:
    """A number with at most `digits` decimals, never in exponent form."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def string(text: str) -> bytes:
    """A text string: ASCII as a literal, all else as UTF-16 with a byte order mark."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + escaped.encode("ascii") + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode("ascii") + b">"


def syntax(value: Value) -> bytes:
    """The syntax of a value."""
    match value:
        case bytes():
            return value
        case bool():
            return b"true" if value else b"false"
        case int() | float():
            return number(value).encode("ascii")
        case str():
            return string(value)
        case Ref():
            return b"%d 0 R" % value.number
        case Name():
            return b"/" + value.text.encode("ascii")
        case Mapping():
            entries = [
                b"/" + key.encode("ascii") + b" " + syntax(v) for key, v in value.items() if v is not None
            ]
            return b"<<" + b" ".join(entries) + b">>"
        case _:
            return b"[" + b" ".join([syntax(item) for item in value]) + b"]"
