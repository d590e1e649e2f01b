"""The language, declared: which fields a lesson, a section and a course have; and its JSON Schema for editors.

Every mapping is a pydantic model whose fields are annotated with a `Kind`: what reads and checks the value, what names
it in the reference, and its schema. The reading itself is in mapping.py and the modules of the kinds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from builders.diagnostics import Edit, Hint, Loc
from builders.lesson.model import Inline
from builders.outline import cures
from builders.outline.answers import CellSyntax
from builders.outline.blocks import BLOCKS
from builders.outline.choices import ChoiceSyntax
from builders.outline.events import EventSyntax
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.many import ITEMS, Item, list_given, list_of, models
from builders.outline.mapping import Syntax, any_number, described, fields, one_or_none, read_model
from builders.outline.pairs import Pair, pairs_given, read_pairs
from builders.outline.points import POINTS_LIST, PointSyntax
from builders.outline.reader import Given, Reader
from builders.outline.references import REFERENCE, Reference
from builders.outline.syntax_blocks import BLOCK_MODELS, BlockSyntax
from builders.outline.syntax_maps import ENTRY_MODELS
from builders.outline.syntax_parts import (
    ExitSyntax,
    ImageSyntax,
    MisconceptionSyntax,
    SensitivitySyntax,
    SourceSyntax,
    StepSyntax,
    Texts,
    text_or,
)
from builders.outline.syntax_quiz import QUIZ, QUIZ_MODELS, QuizSyntax
from builders.outline.values import (
    INLINE,
    TEXT,
    DateField,
    InlineText,
    LanguageField,
    Minutes,
    OwnLicenseField,
    PaperField,
    ProseText,
    Text,
)
from builders.source.nodes import Mapping, Scalar, Sequence

ThemeReference = Annotated[Reference | None, REFERENCE]


@dataclass(frozen=True, slots=True)
class SourceGiven:
    """A source as read: its name, and its fields or its sentence."""

    id: str
    syntax: SourceSyntax | None
    sentence: Inline
    loc: Loc
    given: Given


@dataclass(frozen=True, slots=True)
class ImageGiven:
    """An image as read: its name, and its fields or its credit in one sentence."""

    id: str
    syntax: ImageSyntax | None
    sentence: str
    loc: Loc
    given: Given


def _named(what: str, given: Given, reader: Reader) -> tuple[tuple[str, Given], ...]:
    """The entries of `sources` or `images`; a list of texts is reported, with names to put before them."""
    node = given.node
    if (
        isinstance(node, Sequence)
        and node.items
        and all(isinstance(item, Scalar) for item in node.items)
        and not node.flow
    ):
        names = _names_for([item.value for item in node.items if isinstance(item, Scalar)])
        dashes = [cures.dash_before(item, reader.text) for item in node.items]
        edits = tuple(
            Edit(dash, item.end, f"  {name}: {cures.scalar(item.value)}")
            for name, item, dash in zip(names, node.items, dashes, strict=True)
            if isinstance(item, Scalar) and dash is not None
        )
        hint = Hint(
            "put a name of your choice before each, instead of the dash", edits if all(dashes) else ()
        )
        reader.error(
            "wrong-type", f"{what} have names, by which the rest of the lesson refers to them.", given, hint
        )
        return tuple(zip(names, given.items(), strict=True))
    return tuple((key.value, value) for key, value in pairs_given(given, what, reader))


def _names_for(sentences: list[str]) -> list[str]:
    names: list[str] = []
    for sentence in sentences:
        word = (
            "".join(c for c in sentence.split(",")[0].split(".")[0].split(" ")[0] if c.isalnum()).lower()
            or "a"
        )
        names.append(word if word not in names else f"{word}{len(names) + 1}")
    return names


def _sources(given: Given, reader: Reader) -> tuple[SourceGiven, ...]:
    found: list[SourceGiven] = []
    for name, value in _named("Sources", given, reader):
        if isinstance(value.node, Scalar):
            if value.absent:
                hint = Hint("write the source in one sentence, or its fields below it")
                message = f"Nothing is said about the source `{name}`."
                reader.error("missing-field", message, value, hint, key=True)
            sentence = INLINE.read(value, reader)
            found.append(SourceGiven(name, None, sentence, value.loc, value))
        else:
            found.append(SourceGiven(name, read_model(SourceSyntax, value, reader), (), value.loc, value))
    return tuple(found)


def _images(given: Given, reader: Reader) -> tuple[ImageGiven, ...]:
    found: list[ImageGiven] = []
    for name, value in _named("Images", given, reader):
        if isinstance(value.node, Scalar) and _PICTURE.fullmatch(value.node.value.strip()):
            found.append(ImageGiven(name, None, "", value.loc, value))
            reader.error("wrong-type", *_file_alone(name, value, reader.text))
        elif isinstance(value.node, Scalar):
            found.append(ImageGiven(name, None, TEXT.read(value, reader) or "", value.loc, value))
        else:
            found.append(ImageGiven(name, read_model(ImageSyntax, value, reader), "", value.loc, value))
    return tuple(found)


_PICTURE = re.compile(r"\S+\.(?:jpe?g|png|svg|gif|webp|tiff?|bmp|heic)", re.IGNORECASE)


def _file_alone(name: str, given: Given, text: str) -> tuple[str, Given, Hint]:
    """A file's name where a credit or the fields of an image are wanted."""
    node = given.node
    written = text[node.start : node.end]
    words = f"write `{name}:`, and on the next line, two spaces further right, `file: {written}`"
    message = f"A text right after `{name}:` is a credit, and “{written}” is the name of a file."
    if given.key is None or "\n" in text[given.key.start : node.end]:
        return message, given, Hint(words)
    colon = text.find(":", given.key.end) + 1
    lead = cures.newline(text) + " " * (cures.column(text, given.key.start) + 2)
    return message, given, Hint(words, (Edit(colon, node.start, f"{lead}file: "),), safe=True)


def _mapping_of(name: str) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": {"anyOf": [TEXT_SCHEMA, {"$ref": f"#/$defs/{name}"}]}}


class SectionSyntax(Syntax):
    """A part of the lesson: a heading on the page, a slide or more in the deck."""

    NAME: ClassVar[str] = "section"
    NOUN: ClassVar[str] = "a section"

    heading: InlineText = any_number("the heading on the page")
    headline: InlineText = any_number("the title of its slide, a sentence that says the main point")
    minutes: Minutes = one_or_none("how long it takes")
    content: Annotated[tuple[BlockSyntax, ...], BLOCKS] = any_number("the blocks, in order")
    notes: ProseText = any_number("for the teacher’s edition and the speaker notes only")


def _sections(given: Given, reader: Reader) -> tuple[SectionSyntax, ...]:
    from builders.outline.sections import read_sections

    return read_sections(SectionSyntax, given, reader)


class LessonSyntax(Syntax):
    """One file. Only the title is needed."""

    NAME: ClassVar[str] = "lesson"
    NOUN: ClassVar[str] = "a lesson"
    REQUIRED: ClassVar[tuple[str, ...]] = ("title",)

    title: InlineText = any_number("the title")
    essential_question: InlineText = any_number("the question that the lesson answers")
    level: Text = one_or_none("for whom it is, as in `Grades 9–12`")
    minutes: Minutes = one_or_none("how long it takes")
    standards: Texts = any_number("the standards it meets")
    language: LanguageField = one_or_none("the language of the lesson: en (when left out), es, fr, de, ru")
    paper: PaperField = one_or_none("letter or a4; when left out, the paper of the language’s country")
    theme: ThemeReference = one_or_none(
        "how it looks: editorial (when left out), clean, classroom, or the name of a theme’s file"
    )
    authors: Texts = any_number("who wrote the lesson")
    license: OwnLicenseField = one_or_none("the licence of the lesson, as in `CC BY 4.0`")
    subject: Text = one_or_none("the subject")
    keywords: Texts = any_number("words to find it by")
    updated: DateField = one_or_none("when it was last changed")
    figure: Annotated[Reference | None, REFERENCE] = one_or_none(
        "the image that opens the lesson: a name from `images:`"
    )
    objectives: Annotated[tuple[Item, ...], ITEMS] = any_number(
        "what students can do afterwards; “I can” is printed above"
    )
    terms: Annotated[tuple[Pair, ...], read_pairs("Terms")] = any_number(
        "key terms: the term, a colon, a space, what it means"
    )
    people: Annotated[tuple[Pair, ...], read_pairs("People")] = any_number(
        "people: the name, a colon, a space, who it is"
    )
    sources: Annotated[
        tuple[SourceGiven, ...], Kind("mapping name → source", _sources, _mapping_of("source"))
    ] = any_number("works cited: a name of your choice, and the source")
    images: Annotated[tuple[ImageGiven, ...], Kind("mapping name → image", _images, _mapping_of("image"))] = (
        any_number("pictures: a name of your choice, and the image")
    )
    sections: Annotated[
        tuple[SectionSyntax, ...],
        Kind("list of sections", _sections, {"type": "array", "items": {"$ref": "#/$defs/section"}}),
    ] = any_number("the parts of the lesson")
    quiz: Annotated[tuple[QuizSyntax, ...], QUIZ] = any_number("the quiz, a sheet of its own")
    discussion: Annotated[tuple[Item, ...], ITEMS] = any_number("questions to talk about")
    exit: Annotated[ExitSyntax | None, text_or(ExitSyntax, "question", "prose")] = one_or_none(
        "the question answered on the way out"
    )
    further_reading: Annotated[tuple[Reference, ...], list_of(REFERENCE, "list of names")] = any_number(
        "names from `sources:`, or sentences"
    )
    timing: Annotated[tuple[StepSyntax, ...], models(StepSyntax, "steps")] = any_number(
        "the steps of the lesson; their minutes must sum to `minutes`; teacher’s edition only"
    )
    misconceptions: Annotated[
        tuple[MisconceptionSyntax, ...], models(MisconceptionSyntax, "misconceptions")
    ] = any_number("what students may believe; teacher’s edition only")
    sensitivity: Annotated[SensitivitySyntax | None, text_or(SensitivitySyntax, "flag", "prose")] = (
        one_or_none("how to go about hard content; a text alone is its `flag`")
    )
    notes: ProseText = any_number("for the teacher’s edition, and the notes of the title slide")


class CourseSyntax(Syntax):
    """A file that puts lessons in order."""

    NAME: ClassVar[str] = "course"
    NOUN: ClassVar[str] = "a course"
    REQUIRED: ClassVar[tuple[str, ...]] = ("title", "lessons")

    title: InlineText = any_number("the title")
    lessons: Annotated[tuple[Reference, ...], list_of(REFERENCE, "list of names")] = any_number(
        "the lessons in order: the names of their files without .yaml"
    )
    authors: Texts = any_number("who wrote the course")
    license: OwnLicenseField = one_or_none("the licence of lessons that name none")
    language: LanguageField = one_or_none("the language of lessons that name none")
    paper: PaperField = one_or_none("the paper of lessons that name none")
    theme: ThemeReference = one_or_none("the look of lessons that name none")
    subject: Text = one_or_none("the subject")
    description: ProseText = any_number("what it is about")
    level: Text = one_or_none("for whom it is")


MODELS: tuple[type[Syntax], ...] = (
    LessonSyntax,
    SectionSyntax,
    *BLOCK_MODELS.values(),
    PointSyntax,
    EventSyntax,
    *ENTRY_MODELS.values(),
    CellSyntax,
    SourceSyntax,
    ImageSyntax,
    *QUIZ_MODELS,
    ChoiceSyntax,
    ExitSyntax,
    StepSyntax,
    MisconceptionSyntax,
    SensitivitySyntax,
    CourseSyntax,
)
"""Every mapping of the language."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of lessons, courses and themes, for editors that complete YAML."""
    from builders.outline.syntax_theme import THEME_MODELS

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "lessonpress outline",
        "description": "A lesson, a course (a file with `lessons`), or a theme (a file with `based_on`).",
        "if": {"required": ["lessons"]},
        "then": {"$ref": "#/$defs/course"},
        "else": {
            "if": {"required": ["based_on"]},
            "then": {"$ref": "#/$defs/theme"},
            "else": {"$ref": "#/$defs/lesson"},
        },
        "$defs": {
            **{model.NAME: _object(model) for model in (*MODELS, *THEME_MODELS)},
            "points_list": POINTS_LIST,
        },
    }


def _object(model: type[Syntax]) -> dict[str, Any]:
    properties = {}
    for name, kind in fields(model).items():
        words = described(model, name)
        schema = kind.schema if name in model.REQUIRED else nullable(kind.schema)
        properties[name] = {"description": f"{words[:1].upper()}{words[1:]}.", **schema}
    return {
        "type": "object",
        "description": (model.__doc__ or "").strip(),
        "properties": properties,
        **({"required": list(model.REQUIRED)} if model.REQUIRED else {}),
        "additionalProperties": False,
    }


def field_names() -> frozenset[str]:
    """Every name that the language knows, for telling YAML's mistakes apart."""
    return frozenset(name for model in MODELS for name in fields(model))


__all__ = [
    "CourseSyntax",
    "LessonSyntax",
    "Mapping",
    "SectionSyntax",
    "field_names",
    "json_schema",
    "list_given",
]
