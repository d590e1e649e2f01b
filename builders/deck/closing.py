"""What stands after the sections: discussion, quiz, exit ticket, further reading, sources, credits and licence."""

from __future__ import annotations

from builders.deck.draft import Context, Draft, paged
from builders.deck.finish import Group
from builders.deck.hero import section_image
from builders.deck.questions import discussion_drafts, exit_drafts
from builders.deck.quiz import quiz_drafts
from builders.deck.runs import Runs, closed, linked_once
from builders.deck.slides import Paragraph
from builders.figures.pictures import may_be_cropped, pixels
from builders.lesson.citations import cite, sort_key
from builders.lesson.credits import credit_entry
from builders.lesson.dates import format_date
from builders.lesson.model import Image, Source, pictures
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
        Group(words.sources_and_credits, tuple(_sources_and_credits(context))),
    ]


def _sources_and_credits(context: Context) -> list[Draft]:
    """Further reading, works cited and credits, one after the other under their headings."""
    words = context.labels
    listed = [
        (words.further_reading, _reading(context)),
        (words.works_cited, _sources(context)),
        (words.image_credits if shown_images(context) else words.sources_and_credits, _credits(context)),
    ]
    filled = [(name, entries) for name, entries in listed if entries]
    if len(filled) == 1:
        name, entries = filled[0]
        return paged(context, "references", "body", entries, context.say(name), ("sources",))
    text = tuple(
        paragraph for name, entries in filled for paragraph in (Paragraph(context.say(name)), *entries)
    )
    title = context.say(words.sources_and_credits)
    return paged(context, "references", "body", text, title, ("sources",))


def _entry(items: Runs) -> Paragraph:
    return Paragraph(closed(linked_once(items)), 1)


def _reading(context: Context) -> tuple[Paragraph, ...]:
    language = context.language
    return tuple(
        _entry(context.runs(cite(item, language) if isinstance(item, Source) else item))
        for item in context.lesson.further_reading
    )


def _sources(context: Context) -> tuple[Paragraph, ...]:
    """The works that the lesson cites, but for those that are listed as further reading."""
    lesson = context.lesson
    works = sorted(
        (source for source in lesson.sources if source not in lesson.further_reading), key=sort_key
    )
    return tuple(_entry(context.runs(cite(source, context.language))) for source in works)


def _credits(context: Context) -> tuple[Paragraph, ...]:
    """Each picture that the deck shows, once; the licence of the lesson; when it was updated."""
    lesson, words, language = context.lesson, context.labels, context.language
    images = shown_images(context)
    entries = [
        _entry(context.runs(credit_entry(image, language, cropped=_bleeds(context, image))))
        for image in images
    ]
    if lesson.license is not None:
        label = lesson.license.label
        text = spans(words.text_license_sentence(label, images=bool(images)))
        if lesson.license.url:
            text = spans(text, " ", linked(spans(readable_url(lesson.license.url)), lesson.license.url))
        entries.append(Paragraph(context.say(lesson_authors(context)) + context.runs(text), 1))
    if lesson.updated is not None:
        updated = f"{words.updated}{words.colon} {format_date(lesson.updated, language)}"
        entries.append(Paragraph(context.say(updated), 1))
    return tuple(entries)


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
    shown = [image for section in lesson.sections for b in section.blocks for image in pictures(b)]
    used = ([lesson.figure] if lesson.figure else []) + shown
    unique = {image.id: image for image in used if image.shown}
    return list(unique.values())
