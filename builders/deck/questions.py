"""Questions, activities, discussion and exit ticket in, slides out; answers and rubrics on slides of the teacher's."""

from __future__ import annotations

from dataclasses import replace

from builders.deck.draft import Context, Draft, bounded, cut_short, paged, with_notes
from builders.deck.fit import fit
from builders.deck.rows import Row, row_drafts, steps_scale
from builders.deck.runs import Runs, joined, paragraphs
from builders.deck.slides import Paragraph, TextBox
from builders.deck.speaker import answers_said, led
from builders.deck.tables import table_drafts
from builders.diagnostics import Loc
from builders.lesson.model import Activity, ExitTicket, Inline, ModelAnswer, Prose, Question


def question_drafts(context: Context, question: Question) -> list[Draft]:
    """A question, large; then, for the teacher, each answer."""
    words = context.labels
    minutes = words.minutes(question.minutes) if question.minutes else None
    label = context.label(words.numbered_question(question.number), question.skill, minutes)
    drafts = asked(context, question.stem, label, question.loc, context.runs(question.headline))
    drafts[0] = with_notes(drafts[0], (*_depth(context, question), *answers_said(context, question.answers)))
    return [
        *drafts,
        *answer_drafts(context, question.answers, words.numbered_answer(question.number), question.stem),
    ]


def asked(
    context: Context, stem: Prose, label: Runs, loc: Loc, headline: Runs = (), *, layout: str = "question"
) -> list[Draft]:
    """A stem that fills its slide; under its headline where it has one, under its label when it is too long."""
    text = paragraphs(stem, context.language)
    if not text:
        return [Draft("question", headline or label, loc)]
    if headline:
        return paged(context, "asked", "body", text, headline, loc, label=label)
    holder = context.holder(layout, "title")
    if len(text) == 1 and fit(text, holder, holder.box, context.type):
        top = bounded(context, layout, "label", (Paragraph(label),))[0]
        return [Draft(layout, text[0].runs, loc, (top,))]
    return paged(context, "prompts", "body", text, label, loc)


def answer_drafts(
    context: Context, answers: tuple[ModelAnswer, ...], name: str, stem: Prose = ()
) -> list[Draft]:
    """A slide (or more) for each model answer, titled with the question, or with its number if that is long."""
    drafts: list[Draft] = []
    holder = context.holder("answer", "title")
    for answer in answers:
        head = f"{name} ({answer.level})" if answer.level else name
        first = context.runs(stem[0]) if stem else ()
        title = (*context.say(f"{head}{context.labels.colon} "), *first)
        if fit((Paragraph(title),), holder, holder.box, context.type) is None:
            first = ()
        drafts += answer_slides(
            context, paragraphs(answer.prose, context.language), head, first, answer.loc, whole=True
        )
    return drafts


def answer_slides(
    context: Context, text: tuple[Paragraph, ...], head: str, of: Runs, loc: Loc, *, whole: bool = False
) -> list[Draft]:
    """What answers a question, on the ground that only the teacher's deck has. `head` says that it is an answer, `of`
    to what; `whole` that the question stands on a slide of its own."""
    words = context.labels
    lead = context.say(f"{head}{words.colon} " if of else head, ink="accent")
    label = context.say(words.teacher_edition)
    return paged(
        context,
        "answer",
        "body",
        text,
        (*lead, *of),
        loc,
        label=label,
        audience="teacher",
        whole=whole,
    )


def group_drafts(context: Context, questions: tuple[Question, ...], name: str, loc: Loc) -> list[Draft]:
    """The questions on one document, on as few slides as they need; then their answers."""
    words = context.labels
    if not questions:
        return []
    if len(questions) == 1:  # it has its slide to itself
        only = questions[0]
        label = context.label(name, words.numbered_question(only.number), only.skill)
        drafts = asked(context, only.stem, label, loc)
    else:
        items = tuple(
            Paragraph(
                (*_tag(context, question), *(run for part in question.stem for run in context.runs(part)))
            )
            for question in questions
        )
        title = context.say(f"{words.questions}{words.colon} {name}")
        drafts = paged(context, "prompts", "body", items, title, loc)
    notes = tuple(
        note
        for question in questions
        for note in (*_depth(context, question), *_numbered_answers(context, question, bold=True))
    )
    drafts[0] = with_notes(drafts[0], notes)
    answers = tuple(
        paragraph for question in questions for paragraph in _numbered_answers(context, question, bold=False)
    )
    return [*drafts, *answer_slides(context, answers, words.answers, context.say(name), loc)]


def _tag(context: Context, question: Question) -> Runs:
    """ "3 Source it: " in the accent, before a question."""
    words = (
        f"{question.number} {question.skill}{context.labels.colon} "
        if question.skill
        else f"{question.number}  "
    )
    return context.say(words, ink="accent")


def _numbered_answers(context: Context, question: Question, *, bold: bool) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for answer in question.answers:
        if not answer.prose:
            continue
        head = f"{question.number} ({answer.level})" if answer.level else f"{question.number}"
        first, *rest = answer.prose
        lead = context.say(f"{head}  ", bold=True, ink=None if bold else "accent")
        found.append(Paragraph((*lead, *context.runs(first))))
        found += [Paragraph(context.runs(part)) for part in rest]
    return tuple(found)


def _depth(context: Context, question: Question) -> tuple[Paragraph, ...]:
    if question.depth is None:
        return ()
    words = context.labels
    return (
        Paragraph(
            context.say(f"{words.numbered_question(question.number)}: {words.depth.format(n=question.depth)}")
        ),
    )


def activity_drafts(context: Context, activity: Activity) -> list[Draft]:
    """The task with its steps; then, for the teacher, the rubric and the model answers."""
    words = context.labels
    name = words.numbered_activity(activity.number)
    title = context.runs(activity.headline or activity.title)
    label = joined(
        (
            context.say(name),
            context.runs(activity.title) if activity.headline else (),
            context.say(words.minutes(activity.minutes)) if activity.minutes else (),
            context.say(activity.grouping or ""),
        ),
        " · ",
        context.language,
    )
    drafts = _steps(context, activity, title, label)
    drafts[0] = _with_materials(context, activity, drafts[0])
    drafts[0] = with_notes(drafts[0], answers_said(context, activity.answers))
    if activity.rubric is not None:
        heading = (
            *context.say(f"{words.rubric}{words.colon} ", ink="accent"),
            *context.runs(activity.title),
        )
        drafts += table_drafts(context, activity.rubric, heading, audience="teacher")
    return [*drafts, *answer_drafts(context, activity.answers, words.model_answer, (activity.title,))]


def _steps(context: Context, activity: Activity, title: Runs, label: Runs) -> list[Draft]:
    """The steps behind large numbers; as a list where one is too long for that."""
    loc = activity.loc
    if not activity.steps:
        return [Draft("activity", title, loc, (_label(context, "activity", label),))]
    rows = [Row(context.say(str(n)), context.runs(step)) for n, step in enumerate(activity.steps, 1)]
    room = context.holder("steps", "table").box
    if not activity.materials:
        room = replace(room, height=context.holder("steps", "note").box.bottom - room.y)
    drafts = row_drafts(context, "steps", rows, steps_scale(context), title, loc, room)
    if drafts is None:
        steps = tuple(Paragraph(row.text) for row in rows)
        return paged(context, "activity", "body", steps, title, loc, label=label)
    top = _label(context, "steps", label)
    return [replace(draft, shapes=(top, *draft.shapes)) for draft in drafts]


def _label(context: Context, layout: str, label: Runs) -> TextBox:
    return bounded(context, layout, "label", (Paragraph(label),))[0]


def _with_materials(context: Context, activity: Activity, draft: Draft) -> Draft:
    if not activity.materials:
        return draft
    lead = context.say(f"{context.labels.materials}{context.labels.colon} ", bold=True)
    listed = joined([context.runs(item) for item in activity.materials], ", ", context.language)
    text = (Paragraph((*lead, *listed)),)
    box, short = bounded(context, draft.layout, "note", text)
    draft = replace(draft, shapes=(*draft.shapes, box))
    if short:
        problem = cut_short(context, (*activity.loc, "materials"), "list of materials")
        draft = with_notes(replace(draft, problems=(problem,)), text)
    return draft


def discussion_drafts(context: Context, prompts: tuple[Inline, ...]) -> list[Draft]:
    """What to talk about; a single prompt fills its slide."""
    words = context.labels
    if len(prompts) == 1:
        return asked(context, prompts, context.say(words.discussion), ("discussion",))
    items = tuple(Paragraph(context.runs(prompt)) for prompt in prompts)
    return paged(context, "prompts", "body", items, context.say(words.discussion_title), ("discussion",))


def exit_drafts(context: Context, ticket: ExitTicket) -> list[Draft]:
    """The exit ticket, and what the teacher looks for."""
    words = context.labels
    drafts = asked(context, ticket.stem, context.say(words.exit_ticket), ticket.loc, layout="exit")
    drafts[0] = with_notes(drafts[0], led(context, words.answer, *ticket.answer))
    answers = (ModelAnswer("", ticket.answer, (*ticket.loc, "answer")),) if ticket.answer else ()
    return [*drafts, *answer_drafts(context, answers, words.answer, ticket.stem)]
