"""A made-up lesson in, the same words out as an outline, as Markdown for pandoc's slides and as Typst."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tests.benchmarks.content import PHOTOGRAPHS, Content, Section

LINES = 3
"""Lines to write on below each question."""


def outline(lesson: Content) -> str:
    """The outline. What a YAML reader may take for something else is quoted as JSON, which YAML reads too."""
    return "\n".join(_outline(lesson)) + "\n"


def _outline(lesson: Content) -> Iterator[str]:
    yield f"title: {lesson.title}"
    yield f"essential_question: {json.dumps(lesson.question)}"
    yield "language: en"
    yield "objectives:"
    yield from (f"  - {text}" for text in lesson.objectives)
    yield "terms:"
    yield from (f"  {json.dumps(name)}: {text}" for name, text in lesson.terms)
    if any(section.photograph for section in lesson.sections):
        yield "images:"
        for name in PHOTOGRAPHS:
            yield f"  {name}:"
            yield f"    file: {name}.jpg"
            yield f"    alt: Slopes of light with grain, called a {name}"
            yield f"    caption: A {name}"
            yield "    creator: A machine"
            yield "    source: Noise"
            yield "    license: CC0"
    yield "sections:"
    for section in lesson.sections:
        yield f"  - heading: {section.heading}"
        yield "    content:"
        yield from (f"      {line}" for line in _blocks(section))
    yield f"exit: {json.dumps(lesson.exit)}"


def _blocks(section: Section) -> Iterator[str]:
    yield from (f"- {text}" for text in section.paragraphs)
    yield "- points:"
    yield from (f"    - {text}" for text in section.points)
    if section.events:
        yield "- timeline:"
        yield from (f"    - {date}: {text}" for date, text in section.events)
    if section.quote:
        yield f"- quote: {section.quote}"
        yield "  by: A witness"
    if section.rows:
        yield "- table:"
        header, *rows = section.rows
        for row in rows:
            dash = "    - "
            for name, cell in zip(_distinct(header), row, strict=True):
                yield f"{dash}{json.dumps(name)}: {cell}"
                dash = "      "
    if section.photograph:
        yield f"- image: {section.photograph}"
    yield f"- question: {json.dumps(section.question)}"
    if section.answer:
        yield f"  answer: {section.answer}"
    yield f"  lines: {LINES}"


def _distinct(header: Iterable[str]) -> list[str]:
    """The names of columns, told apart by their numbers."""
    return [f"{number} {name}" for number, name in enumerate(header, 1)]


def markdown(lesson: Content) -> str:
    """Slides for pandoc: headings of the second level begin one; prose is speaker's notes."""
    return "\n".join(_markdown(lesson)) + "\n"


def _markdown(lesson: Content) -> Iterator[str]:
    yield f"---\ntitle: {json.dumps(lesson.title)}\nsubtitle: {json.dumps(lesson.question)}\nlang: en-US\n---\n"
    yield "## Objectives\n"
    yield from (f"- {text}" for text in lesson.objectives)
    yield "\n## Terms\n"
    yield from (f"- **{name}** {text}" for name, text in lesson.terms)
    for section in lesson.sections:
        notes = "\n\n".join(section.paragraphs)
        yield f"\n## {section.heading}\n"
        yield from (f"- {text}" for text in section.points)
        yield f"\n::: notes\n{notes}\n:::\n"
        if section.events:
            yield "## Timeline\n\n| Date | Event |\n|------|-------|"
            yield from (f"| {date} | {text} |" for date, text in section.events)
            yield ""
        if section.quote:
            yield f"## Quotation\n\n> {section.quote}\n>\n> A witness\n"
        if section.rows:
            header, *rows = section.rows
            yield "## Table\n"
            yield f"| {' | '.join(_distinct(header))} |\n|---|---|---|"
            yield from (f"| {' | '.join(row)} |" for row in rows)
            yield ""
        if section.photograph:
            name = section.photograph
            yield f"## A {name}\n\n![A {name}, A machine, Noise, CC0]({name}.jpg)\n"
        yield f"## Question\n\n{section.question}\n"
        if section.answer:
            yield f"## Answer\n\n{section.answer}\n"
    yield f"## Exit ticket\n\n{lesson.exit}"


_PREAMBLE = """#set document(title: {title})
#set text(lang: "en", size: 11pt)
#set par(justify: true)
#set page(paper: "us-letter", numbering: "1")
#let answer(lines) = for _ in range(lines) { v(22pt); pdf.artifact(line(length: 100%, stroke: 0.5pt + gray)) }
#title()
"""


def typst(lesson: Content) -> str:
    """The handout in Typst, whose document has a title and whose pictures have texts, as PDF/UA wants."""
    return "\n".join(_typst(lesson)) + "\n"


def _typst(lesson: Content) -> Iterator[str]:
    yield _PREAMBLE.replace("{title}", json.dumps(lesson.title))
    yield f"*{lesson.question}*\n\n= Objectives\n"
    yield from (f"- {text}" for text in lesson.objectives)
    yield "\n= Terms\n"
    yield from (f"/ {name}: {text}" for name, text in lesson.terms)
    for section in lesson.sections:
        yield f"\n= {section.heading}\n"
        yield "\n\n".join(section.paragraphs) + "\n"
        yield from (f"- {text}" for text in section.points)
        if section.events:
            yield "\n#table(columns: 2, table.header([Date], [Event]),"
            yield from (f"  [{date}], [{text}]," for date, text in section.events)
            yield ")"
        if section.quote:
            yield f"\n#quote(block: true, attribution: [A witness])[{section.quote}]"
        if section.rows:
            header, *rows = section.rows
            cells = "], [".join(_distinct(header))
            yield f"\n#table(columns: 3, table.header([{cells}]),"
            yield from (f"  [{'], ['.join(row)}]," for row in rows)
            yield ")"
        if section.photograph:
            name = section.photograph
            picture = f'image("{name}.jpg", width: 80%, alt: "A {name}")'
            yield f"\n#figure({picture}, caption: [A {name}, A machine, Noise, CC0])"
        yield f"\n*Question* {section.question}\n#answer({LINES})"
    yield f"\n= Exit ticket\n\n{lesson.exit}\n#answer({LINES})"
