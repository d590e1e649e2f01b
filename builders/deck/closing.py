"""What stands after the sections: discussion, quiz, exit ticket, further reading, sources, credits and licence."""

from __future__ import annotations

from builders.deck.draft import Context, Draft, paged
from builders.deck.finish import Group
from builders.deck.hero import section_image
from builders.deck.questions import discussion_drafts, exit_drafts
from builders.deck.quiz import quiz_drafts
from builders.deck.runs import linked_once
from builders.deck.slides import Paragraph
from builders.figures.pictures import may_be_cropped, pixels
from builders.lesson.citations import cite, sort_key
from builders.lesson.credits import credit_entry
from builders.lesson.dates import format_date
from builders.lesson.model import Image, ImageBlock, Source
from builders.lesson.spans import linked, readable_url, spans


def closing_groups(context: Context) -> list[Group]:
    """The groups after the sections; one without slides is left out by `finish`."""
    lesson, words = context.lesson, context.labels
    return [
        Group(
            words.discussion,
            tuple(discussion_drafts(context, lesson.discussion) if lesson.discussion else ()),
        ),
        Group(words.quiz, tuple(quiz_drafts(context, lesson.quiz))),
        Group(words.exit_ticket, tuple(exit_drafts(context, lesson.exit) if lesson.exit else ())),
        Group(words.sources_and_credits, (*_reading(context), *_sources(context), *_credits(context))),
    ]


def _reading(context: Context) -> list[Draft]:
    language = context.language
    works = tuple(
        Paragraph(linked_once(context.runs(cite(item, language) if isinstance(item, Source) else item)))
        for item in context.lesson.further_reading
    )
    title = context.say(context.labels.further_reading)
    return paged(context, "references", "body", works, title, ("further_reading",))


def _sources(context: Context) -> list[Draft]:
    works = sorted(context.lesson.sources, key=sort_key)
    entries = tuple(Paragraph(linked_once(context.runs(cite(source, context.language)))) for source in works)
    return paged(
        context, "references", "body", entries, context.say(context.labels.works_cited), ("sources",)
    )


def _credits(context: Context) -> list[Draft]:
    """Each picture that the deck shows, once; the licence of the lesson; when it was updated."""
    lesson, words, language = context.lesson, context.labels, context.language
    images = shown_images(context)
    entries = [
        Paragraph(linked_once(context.runs(credit_entry(image, language, cropped=_bleeds(context, image)))))
        for image in images
    ]
    if lesson.license is not None:
        label = lesson.license.label
        text = spans(words.text_license_sentence(label, images=bool(images)))
        if lesson.license.url:
            text = spans(text, " ", linked(spans(readable_url(lesson.license.url)), lesson.license.url))
        entries.append(Paragraph(context.say(lesson_authors(context)) + context.runs(text)))
    if lesson.updated is not None:
        entries.append(
            Paragraph(context.say(f"{words.updated}{words.colon} {format_date(lesson.updated, language)}"))
        )
    title = words.image_credits if images else words.sources_and_credits
    return paged(context, "references", "body", tuple(entries), context.say(title), ("license",))


def lesson_authors(context: Context) -> str:
    """ "By A, B. " or nothing."""
    authors = context.lesson.authors
    return f"{context.labels.authors} {', '.join(authors)}. " if authors else ""


def _bleeds(context: Context, image: Image) -> bool:
    """Whether the cover or the slide that opens a section shows a photograph cut to its panel."""
    lesson = context.lesson
    openers = [section_image(lesson, section) for section in lesson.sections if section.headline]
    opened = any(one is not None and one.id == image.id for one in (lesson.figure, *openers))
    return opened and pixels(image) is not None and may_be_cropped(image)


def shown_images(context: Context) -> list[Image]:
    """The pictures of the deck in order of first use; planned and missing ones are not shown."""
    lesson = context.lesson
    blocks = [b.image for section in lesson.sections for b in section.blocks if isinstance(b, ImageBlock)]
    used = ([lesson.figure] if lesson.figure else []) + blocks
    unique = {image.id: image for image in used if image.picture is not None}
    return list(unique.values())
