"""` #`: what follows is dropped by YAML. A remark is meant to be; “Question #1” is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.diagnostics import Severity
from builders.source.events import walk
from builders.source.lines import Line, line_at
from builders.source.nodes import Node, Scalar
from builders.source.quoting import quote_edits
from builders.source.traps.found import Trap

_HASH = re.compile(r"(?<=[ \t])#")
_OPEN = {"(": ")", "[": "]", "“": "”", "«": "»"}
_COUNTED = re.compile(r"#\s?\d")
_TAG = re.compile(r"#[^\s#!:=-]")


def meant_as_text(before: str, dropped: str) -> bool:
    """Whether what stands from a `#` on reads like part of the sentence before it.

    A number (`#1`, `# 1`), a hashtag, or the other half of a bracket that was opened before the sign.
    """
    if _COUNTED.match(dropped) or _TAG.match(dropped):
        return True
    return any(before.count(a) > before.count(b) and b in dropped for a, b in _OPEN.items())


def before_remark(text: str, start: int, end: int) -> int:
    """The end of `text[start:end]` (the last line of a text) without a remark at its end."""
    for found in _HASH.finditer(text, start, end):
        if not meant_as_text(text[start : found.start()], text[found.start() : end]):
            return start + len(text[start : found.start()].rstrip())
    return end


def remarks(text: str, root: Node) -> Iterator[Trap]:
    """Everything that a ` #` dropped, in a text that was read to its end.

    Between the spans of two scalars stand only signs of YAML, so that a # there begins a remark.
    """
    if "#" not in text:
        return
    at = 0
    previous = Scalar("", 0, 0)
    scalars: list[Scalar | None] = [node for node in walk(root) if isinstance(node, Scalar)]
    for scalar in [*scalars, None]:
        end = len(text) if scalar is None else scalar.start
        while (sign := text.find("#", at, end)) >= 0:
            line = line_at(text, sign)
            yield from _judge(text, sign, line, previous)
            at = max(line.end, sign + 1)
        if scalar is not None:
            at, previous = scalar.end, scalar


def _judge(text: str, sign: int, line: Line, previous: Scalar) -> Iterator[Trap]:
    """One `#` that began a remark; `previous` is the last scalar before it."""
    before, dropped = text[line.start : sign], text[sign : line.last]
    if not before.strip():
        if _COUNTED.match(dropped) and _goes_on(text, line, previous):
            yield _lost(text, previous.start, sign, line.last, Severity.WARNING)
    elif previous.end < line.start:
        return
    elif previous.absent and before.strip(" \t-") == "":
        yield _lost(text, sign, sign, line.last, Severity.ERROR)
    elif text[previous.end : sign].strip() == ":" or previous.absent:
        if meant_as_text("", dropped):
            yield _lost(text, sign, sign, line.last, Severity.ERROR)
    elif text[previous.end : sign].strip() == "" and meant_as_text(previous.value, dropped):
        yield _lost(text, previous.start, sign, line.last, Severity.WARNING)
    elif text[previous.end : sign].strip() == "":
        message = f"“{_short(dropped)}” is taken for a remark and isn’t printed."
        cure = "if it is part of the text, put the whole text in quotation marks"
        yield Trap("remark-after-text", message, sign, line.last, cure, severity=Severity.NOTE)


def _goes_on(text: str, line: Line, previous: Scalar) -> bool:
    """Whether a line with nothing but a `#1 …` stands where the text above would go on."""
    above = line_at(text, max(0, line.start - 1))
    begun = line_at(text, previous.start)
    column = above.indent if above.start > previous.start else previous.start - begun.start
    return previous.style == "plain" and above.start <= previous.end <= above.end and line.indent == column


def _lost(text: str, start: int, sign: int, end: int, severity: Severity) -> Trap:
    dropped = _short(text[sign:end])
    message = f"“{dropped}” is lost: a # after a space begins a remark that isn’t printed."
    safe = _COUNTED.match(text, sign) is not None
    cure = "put the whole text in quotation marks"
    return Trap("hash-in-text", message, sign, end, cure, quote_edits(text, start, end), safe, severity)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
