"""The words our products print: a language in, `Labels` out. English, Spanish, French, German and Russian."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

LANGUAGES = ("en", "es", "fr", "de", "ru")

Forms = tuple[str, ...]
"""The plural forms of a phrase with {n} in it: one, other; in Russian one, few, many."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language. Fields with braces are templates that only the methods fill in."""

    language: str
    # Punctuation
    open_quote: str
    close_quote: str
    colon: str
    """With the space that the language puts before it; a space follows."""
    # Name line
    name: str
    date: str
    score: str
    # Title block
    lesson_number: str
    essential_question: str
    authors: str
    updated: str
    minutes_forms: Forms
    minutes_short: str
    standards: str
    objectives: str
    objectives_lead: str
    """Stands above the objectives, which go on with a verb ("Explain …")."""
    key_terms: str
    people: str
    # Blocks
    timeline: str
    document: str
    headnote: str
    translation: str
    translated_by: str
    quotation: str
    source: str
    question: str
    questions: str
    question_number: str
    answer_to_question: str
    lines_forms: Forms
    depth: str
    activity_number: str
    materials: str
    figure: str
    table: str
    chart: str
    no_value: str
    """Read aloud for a number that a chart doesn't have."""
    comparison: str
    planned_picture: str
    # Maps
    map: str
    map_land: str
    """Where the land of every map is from; stands in its credit."""
    map_exact: str
    map_today: str
    map_after: str
    map_scale: str
    missing_picture: str
    to_scale: str
    not_to_scale: str
    to_scale_moved: str
    partly_to_scale: str
    """With {n}, a percentage."""
    same_scale: str
    broken_axis: str
    highlighted: str
    continued: str
    k_of_n: str
    content_note: str
    # End of the handout
    discussion: str
    exit_ticket: str
    further_reading: str
    works_cited: str
    image_credits: str
    text_license: str
    text_and_images_license: str
    page_of: str
    """With {page} and {pages}."""
    # Teacher's edition
    teacher_edition: str
    student_edition: str
    answer: str
    answers: str
    answer_key: str
    model_answer: str
    model_answers: str
    timing: str
    duration: str
    """Heads the column of the steps' minutes."""
    step: str
    total: str
    misconceptions: str
    students_say: str
    you_say: str
    prepare: str
    alternative: str
    teacher_notes: str
    notes: str
    rubric: str
    see_page: str
    reason: str
    # Quiz
    quiz: str
    true: str
    false: str
    choose_one: str
    choose_all: str
    true_or_false: str
    match: str
    fill_in: str
    short_answer: str
    gap: str
    """Read aloud for a gap in a text."""
    blank_cell: str
    """Read aloud for an empty cell."""
    # Credits
    creator_unknown: str
    source_unknown: str
    license_unknown: str
    public_domain: str
    with_permission: str
    fair_use: str
    changes: str
    cropped: str
    """The change that a crop is; follows `changes`."""
    own_picture: str
    """Who made a picture, where the lesson names no authors."""
    # Works cited
    edited_by: str
    translated_by_work: str
    accessed: str
    volume: str
    page: str
    pages: str
    and_word: str
    and_others: str
    # Deck
    sources: str
    sources_and_credits: str
    terms_title: str
    people_title: str
    discussion_title: str

    def minutes(self, n: int) -> str:
        """ "50 minutes"."""
        return self._plural(self.minutes_forms, n)

    def lines_to_write(self, n: int) -> str:
        """ "4 lines to write on"."""
        return self._plural(self.lines_forms, n)

    def page_x_of_y(self, page: str, pages: str) -> str:
        """ "Page 2 of 7"; numbers as text, so that a placeholder can stand for them."""
        return self.page_of.replace("{page}", page).replace("{pages}", pages)

    def part(self, k: int, n: int) -> str:
        """ "2 of 3"."""
        return self.k_of_n.format(k=k, n=n)

    def document_label(self, letter: str) -> str:
        """ "Document A"."""
        return f"{self.document} {letter}"

    def numbered_question(self, n: int) -> str:
        """ "Question 3"."""
        return self.question_number.format(n=n)

    def numbered_answer(self, n: int) -> str:
        """ "Answer to question 3"."""
        return self.answer_to_question.format(n=n)

    def numbered_activity(self, n: int) -> str:
        """ "Activity 2"."""
        return self.activity_number.format(n=n)

    def see(self, page: str) -> str:
        """ "see T2"."""
        return self.see_page.format(page=page)

    def text_license_sentence(self, license_label: str, *, images: bool) -> str:
        """ "Text: CC BY 4.0. Images as marked."."""
        return (self.text_and_images_license if images else self.text_license).format(license=license_label)

    def quoted(self, text: str) -> str:
        """Text in the language's quotation marks."""
        return f"{self.open_quote}{text}{self.close_quote}"

    def _plural(self, forms: Forms, n: int) -> str:
        return forms[plural_form(self.language, n)].format(n=n)


def plural_form(language: str, n: int) -> int:
    """Which of the forms goes with a whole number (CLDR cardinal rules)."""
    match language:
        case "ru":
            if n % 10 == 1 and n % 100 != 11:
                return 0
            return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2
        case "fr":
            return 0 if n in (0, 1) else 1
        case _:
            return 0 if n == 1 else 1


@lru_cache(maxsize=len(LANGUAGES))
def _words(language: str) -> Labels:
    match language:
        case "es":
            from builders.lesson.labels.es import LABELS
        case "fr":
            from builders.lesson.labels.fr import LABELS
        case "de":
            from builders.lesson.labels.de import LABELS
        case "ru":
            from builders.lesson.labels.ru import LABELS
        case _:
            from builders.lesson.labels.en import LABELS
    return LABELS


def labels(language: str) -> Labels:
    """The words for a BCP 47 tag; a language we don't have gets English."""
    return _words(language.split("-")[0].lower())
