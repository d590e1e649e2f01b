"""The reference in outlines/README.md and the schema beside it say what syntax.py says; `--update` writes them anew."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from builders.lesson.dates import Date, format_date, parse_date
from builders.outline.mapping import Syntax, described, fields
from builders.outline.read import read_lesson
from builders.outline.read_theme import read_theme
from builders.outline.syntax import MODELS, CourseSyntax, LessonSyntax, json_schema
from builders.outline.syntax_blocks import BLOCK_MODELS
from builders.outline.syntax_quiz import QUIZ_MODELS
from builders.outline.syntax_theme import THEME_MODELS, ThemeSyntax, theme_field_names
from builders.source.tree import parse
from builders.source.world import MemoryWorld
from builders.theme.bundled import NAMES, text_of

OUTLINES = Path(__file__).parents[3] / "outlines"
README = OUTLINES / "README.md"
SCHEMA = OUTLINES / "lesson.schema.json"
MARK = "<!-- reference -->\n"


def reference() -> str:
    """The tables of all fields, in Markdown."""
    parts = ["## A lesson\n", table(LessonSyntax)]
    for model in MODELS:
        if model in BLOCK_MODELS.values() or model in QUIZ_MODELS or model in (LessonSyntax, CourseSyntax):
            continue
        parts += [f"## {title(model)}\n", table(model)]
        if model.NAME == "section":
            parts += ["## Blocks\n", "What stands in `content`. A text alone is a `text`.\n"]
            for block in BLOCK_MODELS.values():
                parts += [f"### {title(block)}\n", table(block)]
        if model.NAME == "image":
            parts += ["## Items of the quiz\n"]
            for item in QUIZ_MODELS:
                parts += [f"### {title(item)}\n", table(item)]
    parts += ["## A course\n", table(CourseSyntax), "## A theme\n", table(ThemeSyntax)]
    for model in THEME_MODELS[1:]:
        parts += [f"### {title(model)}\n", table(model)]
    return "\n".join(parts)


def title(model: type[Syntax]) -> str:
    return f"{model.NOUN[:1].upper()}{model.NOUN[1:]}"


def table(model: type[Syntax]) -> str:
    summary = (model.__doc__ or "").strip()
    rows = [f"{summary}\n", "| field | value | |", "|---|---|---|"]
    for name, kind in fields(model).items():
        needed = " (needed)" if name in model.REQUIRED else ""
        rows.append(f"| `{name}`{needed} | {kind.words} | {described(model, name)} |")
    return "\n".join(rows) + "\n"


def schema_text() -> str:
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def test_the_reference_is_complete(update: bool) -> None:
    text = README.read_text(encoding="utf-8")
    head, mark, tail = text.partition(MARK)
    assert mark
    if update:
        README.write_text(head + mark + "\n" + reference(), encoding="utf-8")
        tail = "\n" + reference()
    assert tail == "\n" + reference()
    for model in (*MODELS, *THEME_MODELS):
        for name in fields(model):
            assert described(model, name), f"{model.NAME}.{name} is not described"
            assert f"| `{name}`" in tail


def test_the_schema_is_fresh(update: bool) -> None:
    if update:
        SCHEMA.write_text(schema_text(), encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()
    jsonschema.Draft202012Validator.check_schema(json_schema())


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates and times of day are text."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def values(text: str) -> Any:
    return texts_as_keys(yaml.load(text, CoreLoader))


def texts_as_keys(value: Any) -> Any:
    """JSON has no other keys than texts."""
    match value:
        case dict():
            return {str(key): texts_as_keys(item) for key, item in value.items()}
        case list():
            return [texts_as_keys(item) for item in value]
        case _:
            return value


@pytest.mark.parametrize("path", sorted(OUTLINES.glob("*.yaml")), ids=lambda path: path.stem)
def test_our_outlines_fit_the_schema(path: Path) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(values(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text",
    [
        "titel: x\n",
        "title: x\nsections:\n  - heading: y\n    points:\n      - z\n",
        "title: x\nminutes: fifty\n",
        "title: x\nsections:\n  - content:\n      - quote: y\n        author: z\n",
        "title: x\nquiz:\n  - statement: y\n",
        "lessons:\n  - a\n",
        "based_on: clean\ncolours:\n  ink: 000000\n",
        "based_on: stripes\n",
    ],
)
def test_the_schema_refuses(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json_schema()).validate(values(text))


EXAMPLES: list[str] = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
THEMES = [block for block in EXAMPLES if block.startswith("based_on:")]
LESSONS = [block for block in EXAMPLES if block.startswith("title:") and "\nlessons:" not in block]


@pytest.mark.parametrize("text", LESSONS, ids=lambda text: text.partition("\n")[0])
def test_the_examples_are_right(text: str) -> None:
    photographs = {
        f"assets/{name}.jpg": b"\xff\xd8\xff the beginning of a picture" for name in ("queue", "bread")
    }
    world = MemoryWorld({"assets/isthmus.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>", **photographs})
    tree = parse(text.encode(), "example.yaml")
    lesson, found = read_lesson(tree, "example", "outlines", world)
    assert lesson is not None
    assert not [*tree.diagnostics, *found]


def test_the_table_of_dates_is_right() -> None:
    """Every spelling of a line is printed as the line says."""
    rows = re.findall(
        r"^\| (`.*?) \| (.*?) \|$", README.read_text(encoding="utf-8").partition(MARK)[0], re.MULTILINE
    )
    assert len(rows) == 10
    for written, printed in rows:
        for spellings, words in zip(written.split(" · "), printed.split(" · "), strict=True):
            for spelling in re.findall(r"`(.*?)`", spellings):
                date = parse_date(spelling)
                assert isinstance(date, Date), spelling
                assert format_date(date, "en").replace("\u00a0", " ") == words


@pytest.mark.parametrize("text", THEMES, ids=["a school's own"])
def test_the_examples_of_themes_are_right(text: str) -> None:
    world = MemoryWorld({"outlines/logo.png": b"\x89PNG\r\n\x1a\n"})
    tree = parse(text.encode(), "example.yaml", fields=theme_field_names())
    theme, found = read_theme(tree, "outlines", world)
    assert theme is not None
    assert theme.logo is not None
    assert not [*tree.diagnostics, *found]
    jsonschema.Draft202012Validator(json_schema()).validate(values(text))


@pytest.mark.parametrize("name", NAMES)
def test_our_themes_fit_the_schema(name: str) -> None:
    text = text_of(name).decode()
    jsonschema.Draft202012Validator(json_schema()).validate(values(text))
