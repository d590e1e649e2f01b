"""Documents in; a rule at the left, headnote, numbered lines, rights, and sourcing questions, out."""

from __future__ import annotations

from builders.handout.extent import extent
from builders.handout.margin import Note, beside
from builders.handout.prose import translated_by
from builders.handout.questions import heading, question
from builders.handout.setting import Setting
from builders.handout.text import day, join, paragraph, paragraphs, runs, words
from builders.lesson.citations import short_cite
from builders.lesson.dates import format_date
from builders.lesson.model import Document, Prose
from builders.lesson.spans import sentence
from builders.pdf.blocks import Block, Group, Run

RULE = 2.5
"""The width in points of the rule at the left of a document."""

EVERY, NUMBER = 5, 7.5
"""Every fifth line of an excerpt has its number, of this size in points."""


SHORT = 8
"""An excerpt of so many lines isn't divided between pages."""


def document(shown: Document, notes: tuple[Note, ...], s: Setting) -> tuple[Block, ...]:
    """A document with its questions; the rule stands beside the evidence, not beside the questions, and where it is
    printed in the margin."""
    column, small, caption = s.column, s.styles.small, s.styles.caption
    muted = small.colored(s.theme.palette.muted)
    body: list[Block] = [
        heading(s.labels.document_label(shown.label), shown.title, s, f"document-{shown.label}")
    ]
    by = join(
        [runs(shown.by, small), day(format_date(shown.date, s.language), small) if shown.date else ()],
        words(", ", small),
    )
    if by:
        body.append(paragraph(by, small, keep_with_next=True))
    if shown.headnote:
        body.append(
            paragraph(
                runs(shown.headnote, muted),
                muted,
                right_indent=column.beside / 2,
                space_before=s.unit / 2,
                keep_together=True,
                keep_with_next=bool(shown.excerpt),
            )
        )
    if shown.excerpt:
        body.append(_lines(shown.excerpt, shown.language, column))
    if shown.translation:
        label = words(s.labels.translation, s.styles.overline)
        body.append(
            paragraph(label, s.styles.overline, indent=_column(s), space_before=s.unit, keep_with_next=True)
        )
        body.append(_lines(shown.translation, None, column))
    evidence = Group(
        tuple(body),
        tag="Div",
        gather=True,
        indent=s.hang,
        rule=(s.theme.palette.accent, RULE),
        space_before=2 * s.unit,
        space_after=3 * s.unit,
    )
    after = join(_provenance(shown, s), words(" ", caption))
    source = ((paragraph(after, caption),),) if after else ()
    asked = tuple(block for one in shown.questions for block in question(one, s))
    return (
        Group(
            (*beside((evidence,), (*source, *notes), s), *asked),
            tag="Sect",
            space_before=s.unit,
            space_after=s.unit,
        ),
    )


def _lines(prose: Prose, language: str | None, s: Setting) -> Group:
    """An excerpt with numbered lines; the count runs on through its paragraphs."""
    number = Run("", s.styles.caption.face, NUMBER, s.theme.palette.muted)
    body, right = s.styles.body, max(0.0, s.beside - s.hang)
    lines = paragraphs(
        prose, body, s.unit, indent=_column(s), number_lines=EVERY, line_number=(number,), language=language
    )
    return Group(
        lines,
        tag="BlockQuote",
        keep=extent(lines, s.width - s.hang - right) <= SHORT * body.leading,
        right_indent=right,
        space_before=s.unit,
        language=language,
    )


def _column(s: Setting) -> float:
    """The room for line numbers."""
    return 4 * s.unit


def _provenance(shown: Document, s: Setting) -> list[tuple[Run, ...]]:
    caption = s.styles.caption
    cited = sentence(short_cite(shown.source, s.language)) if shown.source else ()
    return [
        runs(cited, caption),
        words(f"{translated_by(shown.translator, s)}." if shown.translator else "", caption),
        runs(sentence(shown.rights), caption),
    ]
