"""Inline text: a small part of Markdown in, spans and what looked like a slip of the pen out.

Understood are **bold**, *italic*, [text](https://…), [text]{lang=ru-Latn}, bare web addresses and \\ before a mark
that is to be printed. Everything else, HTML included, is text and printed as it was typed; so are quotation marks and
apostrophes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from builders.lesson.model import Inline, Prose, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*")
"""Language tags (BCP 47): language, script, region, variants."""

_SPECIAL = re.compile(r"[*\[\\_<]|://")
_MARKS = re.compile(r"[*\[\\]")
_STAND_IN = "\ufdd0"
"""Stands for an underscore while Markdown is parsed; a noncharacter, so no text has it."""
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\[\]]*[^\s<>\"“”«»\[\].,;:!?'’)]")
_SPACE = re.compile(r"[ \t\r\n]+")
_BARE_UNDERSCORE = re.compile(r"(?<!\\)((?:\\\\)*)_")
_HTML = re.compile(
    r"</?(?:a|b|i|u|p|br|em|strong|span|sup|sub|div|h[1-6]|li|ul|ol|img)\b[^<>]*>", re.IGNORECASE
)
_ITEM = re.compile(r"^[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]+\S", re.MULTILINE)
_STRAY = re.compile(r"\*\*|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_])_{1,2}(?=[^\W_])[^_\n]*[^\W_]_{1,2}(?![\w_])")


@dataclass(frozen=True, slots=True)
class InlineProblem:
    """Something in a text that is probably not meant: a slug, a sentence and a cure."""

    code: str
    message: str
    cure: str
    text: str = ""
    """The part of the source text that it is about."""


def parse_inline(text: str) -> tuple[Inline, tuple[InlineProblem, ...]]:
    """Read one paragraph. White space but the no-break space is one space; the ends are trimmed."""
    words = _SPACE.sub(" ", text).strip(" ")
    if not words:
        return (), ()
    if _SPECIAL.search(words) is None:
        return (Span(words),), ()
    problems = list(_foreign(words))
    if _MARKS.search(words) is None:
        spans: list[Span] = []
        _add(spans, Span(""), words, find_addresses="://" in words)
    else:
        spans = _parse(words, problems)
    return tuple(_merged(spans)), tuple(problems)


def parse_prose(text: str) -> tuple[Prose, tuple[InlineProblem, ...]]:
    """Read paragraphs: a blank line begins a new one."""
    paragraphs: list[Inline] = []
    problems: list[InlineProblem] = []
    for piece in re.split(r"\n[ \t\r]*\n", text):
        spans, found = parse_inline(piece)
        if len(_ITEM.findall(piece)) > 1:
            problems.append(
                InlineProblem(
                    "list-in-text",
                    "Lines that begin with a dash or a number run on here as one paragraph.",
                    "make a block `points:` with one item a line",
                )
            )
        problems.extend(found)
        if spans:
            paragraphs.append(spans)
    return tuple(paragraphs), tuple(problems)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_plugin

    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"]).disable(["text_join"])
    attrs_plugin(parser, after=(), spans=True, allowed=("lang",))
    # Which links are allowed is decided below, where it can be reported.
    setattr(parser, "validateLink", lambda url: True)  # noqa: B010
    setattr(parser, "normalizeLink", lambda url: url)  # noqa: B010
    return parser


def _parse(words: str, problems: list[InlineProblem]) -> list[Span]:
    # Only the asterisk is emphasis here: underscores are gaps in a text to fill in, or belong to an address.
    source = _BARE_UNDERSCORE.sub(rf"\1{_STAND_IN}", words)
    tokens: Sequence[Token] = _parser().parseInline(source)[0].children or []
    spans: list[Span] = []
    formats = [Span("")]
    for token in tokens:
        match token.type:
            case "text":
                if stray := _STRAY.search(token.content):
                    problems.append(_stray(token.content, stray))
                _add(spans, formats[-1], token.content.replace(_STAND_IN, "_"), find_addresses=True)
            case "text_special":
                _add(spans, formats[-1], token.content)
            case "strong_open":
                formats.append(replace(formats[-1], bold=True))
            case "em_open":
                formats.append(replace(formats[-1], italic=True))
            case "link_open":
                target = str(token.attrGet("href") or "").replace(_STAND_IN, "_")
                formats.append(_link(formats[-1], target, problems))
            case "span_open":
                formats.append(_language(formats[-1], token, problems))
            case "strong_close" | "em_close" | "link_close" | "span_close":
                formats.pop()
            case other:
                raise ValueError(f"the Markdown parser gave an unexpected token {other!r}")
    return spans


def _foreign(words: str) -> Iterator[InlineProblem]:
    """Marks of other languages, which are printed as they stand."""
    if "_" in words and (underlined := _UNDERLINED.search(words)):
        yield InlineProblem(
            "unsupported-markup",
            f"Underscores are printed as they are: {underlined[0]}.",
            "write *italic* and **bold**",
            underlined[0],
        )
    if "<" in words and (tag := _HTML.search(words)):
        yield InlineProblem(
            "unsupported-markup",
            f"HTML is printed as it is: {tag[0]}.",
            "write *italic* and **bold**; a blank line begins a paragraph",
            tag[0],
        )
    if "![" in words:
        yield InlineProblem(
            "unsupported-markup",
            "A picture can’t stand inside a text.",
            "describe it under `images:` and put a block `image:` where it belongs",
            "![",
        )


def _link(format: Span, target: str, problems: list[InlineProblem]) -> Span:
    if re.match(r"(?:https?://|mailto:)[^\s/]", target, re.IGNORECASE):
        return replace(format, link=target)
    problems.append(
        InlineProblem(
            "unsupported-link",
            f"The link to “{target}” is left out: links begin with https://, http:// or mailto:.",
            "write the whole address, or only the words",
            target,
        )
    )
    return format


def _language(format: Span, token: Token, problems: list[InlineProblem]) -> Span:
    tag = token.attrGet("lang")
    if isinstance(tag, str) and LANGUAGE.fullmatch(tag):
        return replace(format, language=tag)
    problems.append(
        InlineProblem(
            "unknown-language",
            "What stands in braces after […] is not a language.",
            "write for example [Ni shagu nazad]{lang=ru-Latn}",
            str(tag or ""),
        )
    )
    return format


def _stray(text: str, found: re.Match[str]) -> InlineProblem:
    nearby = text[max(0, found.start() - 12) : found.end() + 12].strip()
    mark = found[0]
    return InlineProblem(
        "unbalanced-emphasis",
        f"{mark} has no partner near “{nearby}”, so it is printed.",
        f"write {mark}word{mark}, without spaces inside, or \\{mark[0]} to print it",
        mark,
    )


def _add(spans: list[Span], format: Span, text: str, *, find_addresses: bool = False) -> None:
    if not find_addresses or format.link is not None:
        spans.append(replace(format, text=text))
        return
    at = 0
    for found in _ADDRESS.finditer(text):
        spans.append(replace(format, text=text[at : found.start()]))
        spans.append(replace(format, text=found[0], link=found[0]))
        at = found.end()
    spans.append(replace(format, text=text[at:]))


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if merged and replace(merged[-1], text="") == replace(span, text=""):
            merged[-1] = replace(span, text=merged[-1].text + span.text)
        else:
            merged.append(span)
    return merged
