"""Inline text: what is formatted, what stays as it was typed, and which slips are noticed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.lesson.inline import parse_inline, parse_prose
from builders.lesson.model import Span, plain


def shown(text: str) -> str:
    """Spans as one line: b(bold), i(italic), a(link|text), l(language|text)."""
    return "".join(mark(span) for span in parse_inline(text)[0])


def mark(span: Span) -> str:
    text = span.text
    if span.link:
        text = f"a({span.link}|{text})"
    if span.language:
        text = f"l({span.language}|{text})"
    if span.italic:
        text = f"i({text})"
    return f"b({text})" if span.bold else text


def codes(text: str) -> list[str]:
    return [problem.code for problem in parse_inline(text)[1]]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain text", "plain text"),
        ("a **b** c", "a b(b) c"),
        ("*it* and ***both***", "i(it) and b(i(both))"),
        ("**bold with *italic* inside**", "b(bold with )b(i(italic))b( inside)"),
        ("[x](https://a.org/b_c)", "a(https://a.org/b_c|x)"),
        ("[x](mailto:a@b.org)", "a(mailto:a@b.org|x)"),
        ("[**x**](https://a.org)", "b(a(https://a.org|x))"),
        ("[Ni shagu *nazad*]{lang=ru-Latn}!", "l(ru-Latn|Ni shagu )i(l(ru-Latn|nazad))!"),
        ("see https://a.org/x_y.", "see a(https://a.org/x_y|https://a.org/x_y)."),
        ("(https://a.org/x)", "(a(https://a.org/x|https://a.org/x))"),
        (r"\*no\* and 2 \* 3", "*no* and 2 * 3"),
        (r"back\slash and c:\temp", r"back\slash and c:\temp"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[sic] and [1939]", "[sic] and [1939]"),
        ("the war began in ___ and ended in ___.", "the war began in ___ and ended in ___."),
        ("(___), ___.", "(___), ___."),
        ("snake_case_name and _x_", "snake_case_name and _x_"),
        ("<b>x</b> &amp; AT&T", "<b>x</b> &amp; AT&T"),
        ("# no heading", "# no heading"),
        ("`code` ~~x~~ | a |", "`code` ~~x~~ | a |"),
        ("“curly” and \"straight\" 'quotes'", "“curly” and \"straight\" 'quotes'"),
        ("a\n  b\t c\u00a0d ", "a b c\u00a0d"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_spans(text: str, spans: str) -> None:
    assert shown(text) == spans


@pytest.mark.parametrize(
    ("text", "code", "printed"),
    [
        ("**bold", "unbalanced-emphasis", "**bold"),
        ("bold**", "unbalanced-emphasis", "bold**"),
        ("a *b", "unbalanced-emphasis", "a *b"),
        ("** a **", "unbalanced-emphasis", "** a **"),
        ("[x](javascript:alert(1))", "unsupported-link", "x"),
        ("[x](file:///etc/passwd)", "unsupported-link", "x"),
        ("[x](notes.pdf)", "unsupported-link", "x"),
        ("[x]()", "unsupported-link", "x"),
        ("[x]{.red}", "unknown-language", "x"),
        ("[x]{lang=Russian}", "unknown-language", "x"),
        ("_word_ x", "unsupported-markup", "_word_ x"),
        ("__word__", "unsupported-markup", "__word__"),
        ("<b>x</b>", "unsupported-markup", "<b>x</b>"),
    ],
)
def test_slips_are_noticed(text: str, code: str, printed: str) -> None:
    assert codes(text) == [code]
    assert plain(parse_inline(text)[0]) == printed


def test_a_picture_in_a_text_is_noticed() -> None:
    assert "unsupported-markup" in codes("look: ![a map](map.png)")


@pytest.mark.parametrize("text", ["2 * 3", "a*", r"\*\*x", "x ___ y", "p < 0.05", "[a] (b)", "5*6", "AT&T"])
def test_what_is_no_slip(text: str) -> None:
    assert codes(text) in ([], ["unbalanced-emphasis"] if text == "a*" else [])


def test_paragraphs() -> None:
    prose, problems = parse_prose("One\nline.\n\nTwo **b**.\n \n\n\nThree.\n")
    assert [plain(paragraph) for paragraph in prose] == ["One line.", "Two b.", "Three."]
    assert not problems
    assert [p.code for p in parse_prose("Bring:\n- a pen\n- paper")[1]] == ["list-in-text"]


WORDS = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="*[]\\<_"), min_size=1, max_size=12
)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_words_without_marks_are_kept(words: list[str]) -> None:
    text = " ".join(words)
    assert plain(parse_inline(text)[0]) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """Only asterisks, escapes, links and language marks may go; letters never do, but in the targets of links."""
    inline, problems = parse_inline(text)
    if "](" in text or "]{" in text:
        return
    letters = re.sub(r"[\s*\\]+", "", text)
    assert re.sub(r"[\s*\\]+", "", plain(inline)) == letters
    assert all(problem.message and problem.cure for problem in problems)


@given(st.lists(WORDS.filter(lambda word: word.isalnum()), min_size=1, max_size=6))
def test_emphasis_of_words(words: list[str]) -> None:
    text = " ".join(f"**{word}**" if at % 2 else f"*{word}*" for at, word in enumerate(words))
    spans = [span for span in parse_inline(text)[0] if span.text != " "]
    assert [(span.text, span.bold, span.italic) for span in spans] == [
        (word, bool(at % 2), not at % 2) for at, word in enumerate(words)
    ]
