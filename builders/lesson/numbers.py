"""Numbers as people write them in, exact decimals out; and back, in the lesson's language (CLDR, by Babel)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

NBSP = "\u00a0"
MINUS = "\u2212"
MOST_DIGITS = 15
"""More than a spreadsheet keeps."""

_SPACES = " \u00a0\u2009\u202f"
_GROUPED = r"[1-9]\d{{0,2}}(?:(?P<mark>[{marks}])\d{{3}})(?:(?P=mark)\d{{3}})*"
_SHAPES = {
    sign: re.compile(
        rf"(?P<minus>[-{MINUS}–]?)\+?(?P<whole>\d*|{_GROUPED.format(marks=_SPACES + chr(39) + '’' + other)})"
        rf"(?:{re.escape(sign)}(?P<part>\d+))?",
        re.ASCII,
    )
    for sign, other in ((".", ","), (",", "."))
}


def readings(text: str) -> dict[str, Decimal]:
    """What a text may be as a number, by the decimal sign that it is then written with: none, one, or both where they
    differ ("1,234") or don't matter ("1234")."""
    found: dict[str, Decimal] = {}
    for sign, shape in _SHAPES.items():
        match = shape.fullmatch(text.strip())
        if match is None or not (match["whole"] or match["part"]):
            continue
        whole = re.sub(r"\D", "", match["whole"]) or "0"
        part = match["part"] or ""
        if len(whole.lstrip("0")) + len(part) <= MOST_DIGITS:
            minus = "-" if match["minus"] else ""
            found[sign] = Decimal(f"{minus}{whole}.{part}" if part else f"{minus}{whole}") + 0
    return found


def decimal_sign(texts: Iterable[str], language: str) -> str:
    """The sign of numbers that stand together: what the unmistakable ones have, else that of the language."""
    only = {next(iter(found)) for text in texts if len(found := readings(text)) == 1}
    return only.pop() if len(only) == 1 else _sign(language)


def read_number(text: str, sign: str) -> Decimal | None:
    """The number that a text is, with `sign` before its decimals where it may be read in two ways; None for others."""
    found = readings(text)
    return found.get(sign) if sign in found else next(iter(found.values()), None)


def format_number(value: Decimal, language: str) -> str:
    """The number as the language writes it, as exact as it is: "1,234.50", "1 234,50"; with a real minus sign."""
    from babel.numbers import format_decimal

    digits = decimals(value)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    text = format_decimal(value, format=pattern, locale=_locale(language))
    return text.replace("\u202f", NBSP).replace("-", MINUS)


def decimals(value: Decimal) -> int:
    """How many digits stand after the decimal sign."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _sign(language: str) -> str:
    from babel.numbers import get_decimal_symbol

    return "," if get_decimal_symbol(_locale(language)) == "," else "."


@lru_cache(maxsize=16)
def _locale(tag: str) -> Locale:
    """Babel's locale for a tag; English for what it doesn't know."""
    from babel import Locale, UnknownLocaleError

    for known in (tag, tag.split("-")[0]):
        try:
            return Locale.parse(known, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
