"""Type of slides in; the layouts on which a class works out: questions, quiz, activity, answers, exit ticket."""

from __future__ import annotations

from builders.deck.holders import (
    BODY_BOTTOM,
    EDGE,
    FULL,
    HEIGHT,
    LEFT,
    RIGHT,
    body_holder,
    grid_holder,
    grown,
    label_holder,
    large_title,
    list_levels,
    text_holder,
    title_holder,
)
from builders.deck.slides import Box, Layout, Level, Ornament
from builders.theme.tokens import SlideType

TITLE = Box(LEFT, 68, FULL, 84)
ROOM = Box(LEFT, 164, FULL, BODY_BOTTOM - 164)
LABEL = Box(LEFT, 38, FULL, 22)
AT_EDGE = (EDGE,)


def task_layouts(t: SlideType) -> tuple[Layout, ...]:
    """The layouts of questions and tasks."""
    return (*_questions(t), *_choices(t), *_activities(t), _answer(t), _exit(t))


def _questions(t: SlideType) -> tuple[Layout, ...]:
    """Questions that can be read from the last row."""
    stem = (Level("heading", t.question, before=0.5),)
    prompts = (Level("heading", 28, before=0.8), Level("text", 20, "muted", before=0.15))
    largest = grown(t.question)
    return (
        Layout(
            "question",
            "Question",
            "",
            (
                label_holder(LABEL),
                large_title(Box(LEFT, 84, FULL - 24, 384), 28, t.question, largest),
            ),
            AT_EDGE,
        ),
        Layout(
            "asked",
            "Sentence and question",
            "",
            (label_holder(LABEL), title_holder(t, TITLE), body_holder("Question", ROOM, stem, 28, largest)),
            AT_EDGE,
            follows=True,
        ),
        Layout(
            "prompts",
            "Prompts",
            "",
            (
                title_holder(t),
                body_holder("Prompts", Box(LEFT, 128, FULL, 348), prompts, 28, grown(28)),
            ),
            AT_EDGE,
            follows=True,
        ),
    )


def _choices(t: SlideType) -> tuple[Layout, Layout]:
    lettered, counted = list_levels(t, "A."), list_levels(t, "1.")
    half = (FULL - 56) / 2
    ceiling = grown(t.body)
    rule = Ornament(Box(LEFT + half + 27.5, 176, 1, BODY_BOTTOM - 184), "hairline")
    right = Box(LEFT + half + 56, ROOM.y, half, ROOM.height)
    stem = title_holder(t, Box(LEFT, 68, FULL, 120), 22)
    choices = Box(LEFT, 200, FULL, BODY_BOTTOM - 208)
    return (
        Layout(
            "options",
            "Question and choices",
            "",
            (label_holder(LABEL), stem, body_holder("Choices", choices, lettered, t.body_floor, ceiling)),
            AT_EDGE,
            follows=True,
        ),
        Layout(
            "match",
            "Matching",
            "",
            (
                label_holder(LABEL),
                title_holder(t, TITLE, 22),
                text_holder(
                    "left",
                    "Items",
                    15,
                    Box(LEFT, ROOM.y, half, ROOM.height),
                    counted[:1],
                    t.body_floor,
                    ceiling,
                ),
                text_holder("right", "Matches", 16, right, lettered[:1], t.body_floor, ceiling),
            ),
            (EDGE, rule),
        ),
    )


def _activities(t: SlideType) -> tuple[Layout, Layout]:
    """Steps behind large numbers; as a list where a step is too long for that."""
    note = (Level("text", t.body_floor, "muted"),)
    room = Box(LEFT, 152, FULL, 272)
    materials = text_holder("note", "Materials", 14, Box(LEFT, 434, FULL, 50), note, t.body_floor, 18, "b")
    steps = body_holder("Steps", room, list_levels(t, "1."), t.body_floor, t.body + 4)
    head = (label_holder(LABEL), title_holder(t, TITLE))
    return (
        Layout("activity", "Activity", "", (*head, steps, materials), AT_EDGE, follows=True),
        Layout(
            "steps",
            "Activity in steps",
            "",
            (*head, grid_holder("table", "Steps", room, 15), materials),
            AT_EDGE,
            follows=True,
        ),
    )


def _answer(t: SlideType) -> Layout:
    """What only the teacher's deck has stands on a ground of its own. A verdict of a word or two is large."""
    levels = (
        Level("text", t.body, before=0.6),
        Level("text", t.body - 4, "muted", before=0.5),
        Level("heading", round(t.body * 1.7), "accent", before=0.6),
    )
    return Layout(
        "answer",
        "Answer",
        "",
        (
            label_holder(LABEL),
            title_holder(t, Box(LEFT, 68, FULL, 76), 20, t.title - 4, "muted"),
            body_holder("Answer", Box(LEFT, 152, FULL, 324), levels, t.body_floor, grown(t.body)),
        ),
        AT_EDGE,
        "tint",
        follows=True,
    )


def _exit(t: SlideType) -> Layout:
    """The last thing that the class does, on the ground of the cover."""
    band = Ornament(Box(0, 0, 14, HEIGHT), "accent_on_night", "edge")
    return Layout(
        "exit",
        "Exit ticket",
        "",
        (
            label_holder(Box(LEFT, 48, FULL, 22), "accent_on_night"),
            large_title(Box(LEFT, 96, RIGHT - LEFT - 64, 348), 28, t.question, grown(t.question), "on_night"),
        ),
        (band,),
        "night",
        furniture=False,
    )
