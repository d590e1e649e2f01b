"""The whole pipeline on one screen: an outline's bytes in, artifacts and located diagnostics out.

Pure: no clock, no environment, nothing written. Back-ends are imported when an artifact needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from builders.diagnostics import Diagnostic, Place, Severity, has_errors
from builders.source.tree import Tree, parse, position, span

if TYPE_CHECKING:
    from builders.deck.slides import DeckPlan
    from builders.lesson.model import Course, Lesson, Paper
    from builders.pdf.blocks import Plan
    from builders.source.world import World
    from builders.theme.tokens import Theme

Audience = Literal["student", "teacher"]


class Product(StrEnum):
    """What can be made of a lesson; the values are the names used with --only."""

    HANDOUT = "handout"
    TEACHER = "teacher"
    QUIZ = "quiz"
    SLIDES = "slides"
    SLIDES_STUDENT = "slides-student"


@dataclass(frozen=True, slots=True)
class Options:
    """The whole configuration of a compilation."""

    products: tuple[Product, ...] = tuple(Product)
    paper: Paper | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output: its file name, media type, who may see it, and its bytes."""

    name: str
    media_type: str
    audience: Audience
    data: bytes


@dataclass(frozen=True, slots=True)
class Compiled:
    """The artifacts of a lesson (none when it has errors) and everything that was found in its outline."""

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    text: str
