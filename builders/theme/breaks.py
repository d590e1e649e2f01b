"""Text in, the places out where a line may end: spaces; in words hyphens, dashes, addresses, ideographs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

TOKENS = re.compile(r"[ \t]+|\n|[^ \t\n]+")
"""Runs of breaking space, forced line ends, words (which may hold no-break spaces)."""

SOFT_HYPHEN, ZERO_WIDTH_SPACE, NO_BREAK_SPACE = "\u00ad", "\u200b", "\u00a0"
_AFTER = "-\u2010\u2012\u2013\u2014" + ZERO_WIDTH_SPACE
_ADDRESS = re.compile(r"://|^www\.|^doi\.org|(?:[^/\s]+/){2}|^[\w.+-]+@[\w-]+\.")
_ADDRESS_AFTER = "/.-_?&=#,;:@%+~"
_IDEOGRAPH = re.compile("[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_NOT_FIRST = frozenset(
    " \u00a0、。，．・：；？！）］｝〕〉》」』】〗ゝゞ々ー…‥”’)]}!?,.:;%ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ"
)
_NOT_LAST = frozenset(" \u00a0（［｛〔〈《「『【〖“‘([{")

_CLOSING = re.compile(r"[»›?!:;)\]][»›?!:;)\].,…”’]*")
_OPENING = re.compile(r"[(\[“„]*[«‹]")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_START = r"[(\[“„«\"'‘]*"
_DAY = re.compile(_START + r"(?:\d{1,2}[–/-])?\d{1,2}(?:\.|er|º)?")
_MONTH = re.compile(rf"(?:{_MONTHS})\b")
_ONLY_MONTH = re.compile(rf"{_START}(?:{_MONTHS})")
_DAY_AFTER = re.compile(r"\d{1,2}\b")
_FIGURE = re.compile(_START + r"[~≈+−-]?\d[\d.,–-]*")
_UNIT = re.compile(r"(?:km²?|m²|cm|mm|kg|ha|%|‰|°C|км²?|кг|см|мм|га)(?![^\W_])")
_NUMBER = re.compile(_START + r"(?:Nos?\.|Nr\.|[Nn][°º]|[Nn]úm\.|№)")
_DIGIT = re.compile(r"\d")
_LICENCE = (re.compile(_START + "CC"), re.compile(r"BY(?:-[A-Z]{2})*\b"))
_SET_OFF = re.compile(r"[ \t][»›?!:;)\]]|[«‹][ \t]|\d[^ \t]*[ \t]|[ \t][^ \t]?\d|CC[ \t]")
"""What a text has that `held` holds together."""


def held(before: str, after: str) -> bool:
    """Whether a line may not end at the space between two words: it only sets off a mark (« mot », Quoi ?), or parts a
    day from its month, a figure from the sign of its unit, No. from its number, the parts of CC BY 4.0."""
    if _CLOSING.fullmatch(after) or _OPENING.fullmatch(before):
        return True
    if _DAY.fullmatch(before) and (_MONTH.match(after) or after == "de"):
        return True
    if _DIGIT.match(after):
        return bool(
            _NUMBER.fullmatch(before)
            or (_DAY_AFTER.match(after) and _ONLY_MONTH.fullmatch(before))
            or _LICENCE[1].fullmatch(before)
        )
    if before == "de":  # 23 de agosto
        return _MONTH.match(after) is not None
    if _FIGURE.fullmatch(before):
        return _UNIT.match(after) is not None
    return bool(_LICENCE[0].fullmatch(before) and _LICENCE[1].match(after))


def bound(texts: Sequence[str]) -> list[str]:
    """Texts that follow one another, each as long as before, with no-break spaces where `held` says so."""
    whole = "".join(texts)
    if not _SET_OFF.search(whole):
        return list(texts)
    tokens = TOKENS.findall(whole)
    for index in range(1, len(tokens) - 1):
        before, gap, after = tokens[index - 1 : index + 2]
        if not gap.strip(" ") and held(before, after):
            tokens[index] = NO_BREAK_SPACE * len(gap)
    whole, start, result = "".join(tokens), 0, []
    for text in texts:
        result.append(whole[start : start + len(text)])
        start += len(text)
    return result


@lru_cache(maxsize=1 << 14)
def opportunities(word: str) -> tuple[int, ...]:
    """Indices in a word (no spaces) before which a line may begin without a hyphen being added, ascending."""
    if word.isalpha() and word < "\u2e80":
        return ()
    if _ADDRESS.search(word):
        start = word.find("://") + 3 if "://" in word else 2
        return tuple(
            index for index in range(start + 1, len(word)) if _address_breaks(word[index - 1], word[index])
        )
    return tuple(
        index
        for index in range(1, len(word))
        if word[index - 1] == ZERO_WIDTH_SPACE
        or (word[index - 1] in _AFTER and _dash_breaks(word, index))
        or _ideograph_breaks(word[index - 1], word[index])
    )


def _address_breaks(before: str, after: str) -> bool:
    return before in _ADDRESS_AFTER and after not in _ADDRESS_AFTER


def _ideograph_breaks(before: str, after: str) -> bool:
    eastern = _IDEOGRAPH.match(before) or _IDEOGRAPH.match(after)
    return eastern is not None and after not in _NOT_FIRST and before not in _NOT_LAST


def _dash_breaks(word: str, index: int) -> bool:
    """After a hyphen or dash: not in numbers (1939–1941, 9-12), not after a leading one or before closing
    marks."""
    before, after = word[:index].rstrip(_AFTER), word[index]
    if not before or after in _AFTER or not (after.isalnum() or after in "“‘«\"'("):
        return False
    if word[index - 1] == "\u2014":
        return True
    if before[-1].isdigit() and after.isdigit():
        return False
    return len(before) > 1 and len(word) - index > 1
