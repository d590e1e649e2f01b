"""Quiz items put together: what was read in, items of the model out, and what makes an item unanswerable reported."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import assert_never

from builders.diagnostics import Edit, Hint
from builders.lesson.model import (
    Choice,
    FillIn,
    Inline,
    Matching,
    MultipleChoice,
    QuizItem,
    ShortAnswer,
    Span,
    TrueFalse,
    plain,
)
from builders.outline import cures
from builders.outline.choices import marked
from builders.outline.reader import Reader
from builders.outline.syntax_quiz import (
    FillInSyntax,
    MatchingSyntax,
    MultipleChoiceSyntax,
    QuizSyntax,
    ShortAnswerSyntax,
    TrueFalseSyntax,
)
from builders.source.nodes import Entry, Mapping, Scalar

ANSWER_LINES = 2
_GAP = re.compile(r"_{2,}")


def build_quiz(items: tuple[QuizSyntax, ...], reader: Reader) -> tuple[QuizItem, ...]:
    """The items that could be read, numbered."""
    built: list[QuizItem] = []
    for item in items:
        done = _item(item, len(built) + 1, reader)
        if done is not None:
            built.append(done)
    return tuple(built)


def _item(item: QuizSyntax, number: int, reader: Reader) -> QuizItem | None:
    match item:
        case MultipleChoiceSyntax():
            return MultipleChoice(item.question, _choices(item, reader), item.loc, number, item.reason)
        case TrueFalseSyntax():
            if item.answer is None:
                return None
            return TrueFalse(item.statement, item.answer, item.loc, number, item.reason)
        case ShortAnswerSyntax():
            _check_short_answer(item, reader)
            lines = ANSWER_LINES if item.lines is None else item.lines
            return ShortAnswer(item.question, item.answer, lines, item.loc, number, item.reason)
        case MatchingSyntax():
            if len(item.pairs) < 2:
                hint = Hint("write another pair below the first")
                message = "There is nothing to match unless there are two pairs."
                reader.error("quiz-few-choices", message, item.given, hint, key=True)
            pairs = tuple((pair.name, pair.value) for pair in item.pairs)
            return Matching(item.match or item.question, pairs, item.loc, number, item.reason)
        case FillInSyntax():
            return _fill_in(item, number, reader)
        case _:
            assert_never(item)


def _choices(item: MultipleChoiceSyntax, reader: Reader) -> tuple[Choice, ...]:
    texts = [_loose(choice.text) for choice in item.choices]
    if item.choices and len(texts) < 2:
        hint = Hint("write another choice below the first")
        message = "There is nothing to choose unless there are two choices."
        reader.error("quiz-few-choices", message, item.given, hint, key=True)
    for at, choice in enumerate(item.choices):
        if texts[at] in texts[:at]:
            message = f"“{plain(choice.text)}” stands twice among the choices."
            reader.warn("quiz-same-choice", message, choice.given, Hint("leave one of them out"))
    right = _named_right(item, texts, reader)
    if right is None and item.answer is None:
        _check_marks(item, reader)
    return tuple(
        Choice(choice.text, bool(choice.right) or at == right, choice.because, choice.loc)
        for at, choice in enumerate(item.choices)
    )


def _named_right(item: MultipleChoiceSyntax, texts: list[str], reader: Reader) -> int | None:
    """The choice that `answer` names; an answer that names none is reported."""
    if item.answer is None:
        return None
    named = _loose(item.answer.text)
    if named in texts:
        return texts.index(named)
    node = _entry(item.given.node, "answer").value
    words = [plain(choice.text) for choice in item.choices]
    letter = re.fullmatch(r"\(?([a-h]|\d)[.)]?", named)
    at = -1
    if letter:
        at = int(letter[1]) - 1 if letter[1].isdigit() else ord(letter[1]) - 97
    meant = words[at] if 0 <= at < len(words) else cures.closest(named, words, 0.6)
    hint = Hint("write one of the choices word for word")
    if meant is not None:
        hint = cures.replace(node, cures.scalar(meant), f"write “{meant}”", safe=letter is not None)
    message = f"The answer “{plain(item.answer.text)}” is none of the choices."
    reader.report_at_node("quiz-answer", message, node, item.answer.loc, hint)
    return None


def _check_marks(item: MultipleChoiceSyntax, reader: Reader) -> None:
    unmarked = [choice for choice in item.choices if choice.right is None]
    rights = sum(bool(choice.right) for choice in item.choices)
    if unmarked and rights:
        hint = Hint("write `wrong:` before it, if it is", tuple(marked(choice, False) for choice in unmarked))
        reader.error(
            "quiz-unmarked", "Nothing says whether this choice is right or wrong.", unmarked[0].given, hint
        )
    elif unmarked:
        hint = Hint("write `right:` before the right one and `wrong:` before the others")
        reader.error(
            "quiz-no-right-answer", "Nothing says which of the choices is right.", item.given, hint, key=True
        )
    elif not rights and item.choices:
        hint = Hint("write `right:` instead of `wrong:` before the right one")
        reader.error("quiz-no-right-answer", "None of the choices is right.", item.given, hint, key=True)
    elif rights == len(item.choices) and rights > 1:
        hint = Hint("write `wrong:` before those that aren’t right")
        reader.warn(
            "quiz-all-right",
            "Every choice is right, so there is nothing to choose.",
            item.given,
            hint,
            key=True,
        )


def _check_short_answer(item: ShortAnswerSyntax, reader: Reader) -> None:
    words = " ".join(plain(paragraph) for paragraph in item.answer).strip().casefold()
    if words in ("true", "false"):
        key = _entry(item.given.node, "question").key
        hint = cures.rename(key, "statement", safe=True)
        reader.warn(
            "quiz-true-false",
            "A statement that is true or false is called `statement`.",
            item.given,
            hint,
            key=True,
        )
    elif not item.answer:
        cure = Hint("write `answer:` and a good answer")
        reader.warn("quiz-no-answer", "This question has no answer for the key.", item.given, cure, key=True)


def _fill_in(item: FillInSyntax, number: int, reader: Reader) -> FillIn | None:
    answers = tuple(answer.text for answer in item.answers) or ((item.answer,) if item.answer else ())
    parts = _split(item.fill)
    gaps = len(parts) - 1
    if item.fill and gaps == 0:
        _no_gap(item, reader)
        return None
    if gaps != len(answers):
        _count(item, gaps, answers, reader)
        return None
    return FillIn(parts, answers, item.loc, number, item.reason)


def _no_gap(item: FillInSyntax, reader: Reader) -> None:
    node = _entry(item.given.node, "fill").value
    hint = Hint("write ___ (three underscores) where the word is missing")
    written = reader.text[node.start : node.end]
    short = re.search(r"(?<![\w_])_(?![\w_])|\.{4,}|…{2,}", written)
    word = plain(item.answer)
    if short:
        at = node.start + short.start()
        hint = Hint(
            "write ___ (three underscores) for the gap", (Edit(at, at + len(short[0]), "___"),), safe=True
        )
    elif word and written.count(word) == 1:
        at = node.start + written.index(word)
        hint = Hint(f"write ___ in the place of “{word}”", (Edit(at, at + len(word), "___"),))
    reader.report_at_node("quiz-gaps", "This text has no gap to fill in.", node, (*item.loc, "fill"), hint)


def _count(item: FillInSyntax, gaps: int, answers: tuple[Inline, ...], reader: Reader) -> None:
    hint = Hint("write `answers:` with one word for each gap, in order")
    words = [word.strip() for word in re.split(r"[,;]", plain(item.answer))] if item.answer else []
    if len(words) == gaps and not item.answers:
        entry = _entry(item.given.node, "answer")
        eol = cures.newline(reader.text)
        indent = eol + " " * (cures.column(reader.text, entry.key.start) + 2)
        listed = "answers:" + "".join(f"{indent}- {cures.scalar(word)}" for word in words)
        hint = Hint(
            "write `answers:` with one word for each gap",
            (Edit(entry.key.start, entry.value.end, listed),),
            safe=True,
        )
    gap = "one gap" if gaps == 1 else f"{gaps} gaps"
    message = f"This text has {gap}, and {len(answers) or 'no'} answer{'' if len(answers) == 1 else 's'}."
    reader.error("quiz-gaps", message, item.given, hint, key=True)


def _split(text: Inline) -> tuple[Inline, ...]:
    """The texts around the gaps."""
    parts: list[list[Span]] = [[]]
    for span in text:
        pieces = _GAP.split(span.text)
        for at, piece in enumerate(pieces):
            if at:
                parts.append([])
            if piece:
                parts[-1].append(replace(span, text=piece))
    return tuple(tuple(part) for part in parts)


def _loose(text: Inline) -> str:
    return " ".join(plain(text).casefold().split()).rstrip(".")


def _entry(node: object, name: str) -> Entry:
    """The entry of a field by whatever name it was given."""
    from builders.outline.names import SYNONYMS, normalised

    assert isinstance(node, Mapping)
    for entry in node.entries:
        if entry.key.value == name:
            return entry
    for entry in node.entries:
        written = normalised(entry.key.value)
        if written == name or any(names.get(written) == name for names in SYNONYMS.values()):
            return entry
    return Entry(Scalar(name, node.start, node.start), Scalar("", node.start, node.start))
