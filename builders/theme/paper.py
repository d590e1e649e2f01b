"""Which paper a lesson is printed on, and its size."""

from __future__ import annotations

from builders.lesson.model import Lesson, Paper

SIZES = {Paper.LETTER: (612.0, 792.0), Paper.A4: (595.28, 841.89)}
"""Width and height in points."""

LETTER_REGIONS = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE"})
"""Regions that print on Letter (CLDR's paperSize data)."""


def paper_of(lesson: Lesson) -> Paper:
    """The lesson's own paper, else that of its language's region; English without a region: Letter."""
    if lesson.paper is not None:
        return lesson.paper
    subtags = lesson.language.split("-")
    region = next((tag for tag in subtags[1:] if len(tag) == 2 and tag.isalpha()), "")
    if region:
        return Paper.LETTER if region.upper() in LETTER_REGIONS else Paper.A4
    return Paper.LETTER if subtags[0].lower() == "en" else Paper.A4
