"""A plan in, readable text out: what goldens hold. Every field of every block is in it but colours that repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from builders.pdf.blocks import (
    Beside,
    Block,
    BulletList,
    Columns,
    Figure,
    Group,
    Lines,
    Paragraph,
    Plan,
    Run,
    Table,
)
from builders.theme.faces import Family

FAMILIES = {Family.SERIF: "serif", Family.SANS: "sans"}
NESTED = {
    "body",
    "runs",
    "label",
    "items",
    "rows",
    "main",
    "side",
    "notes",
    "caption",
    "content",
    "fill",
    "fields",
    "lead",
    "line_number",
}


def dump(plan: Plan) -> str:
    """The whole plan."""
    setup = plan.setup
    margins = " ".join(f"{side:g}" for side in (setup.top, setup.right, setup.bottom, setup.left))
    head = [
        f"page {setup.width:g} x {setup.height:g}, margins {margins}",
        *(f"{field.name}: {getattr(plan.metadata, field.name)}" for field in fields(plan.metadata)),
        *(
            f"{field.name}: {text(getattr(plan.furniture, field.name))}"
            for field in fields(plan.furniture)
            if field.name != "logo"
        ),
    ]
    return "\n".join((*head, "", *lines(plan.blocks, 0), ""))


def text(runs: Iterable[Run]) -> str:
    """Runs with a mark where face, size or colour changes."""
    parts, before = [], ""
    for run in runs:
        weight = ("b" if run.face.bold else "") + ("i" if run.face.italic else "")
        face = "-".join(part for part in (FAMILIES.get(run.face.family, run.face.family), weight) if part)
        style = f"{face} {run.size:g} {run.color}"
        extra = [
            f"{name}={getattr(run, name)}"
            for name in ("link", "language", "spacing", "rise")
            if getattr(run, name)
        ]
        style = " ".join((style, *extra))
        parts.append(f"{{{style}}}{run.text}" if style != before else run.text)
        before = style
    return "".join(parts)


def lines(blocks: Iterable[Block], depth: int) -> Iterator[str]:
    """A line a block, what stands in it indented below."""
    for block in blocks:
        yield "  " * depth + f"{type(block).__name__}{_facts(block)}{_texts(block)}".rstrip()
        match block:
            case Group():
                yield from lines(block.body, depth + 1)
            case Columns():
                yield from lines(block.main, depth + 1)
                yield "  " * depth + "beside"
                yield from lines(block.side, depth + 1)
            case Beside():
                yield from lines(block.main, depth + 1)
                for note in block.notes:
                    yield "  " * depth + "note"
                    yield from lines(note, depth + 1)
            case BulletList():
                for item in block.items:
                    yield "  " * (depth + 1) + f"item {text(item.label)}"
                    yield from lines(item.body, depth + 2)
            case Table():
                for row in block.rows:
                    yield "  " * (depth + 1) + "row"
                    for cell in row:
                        yield "  " * (depth + 2) + f"cell{_facts(cell)}"
                        yield from lines(cell.body, depth + 3)
            case Figure():
                size = f"{block.content.width:.1f} x {block.content.height:.1f}"
                yield "  " * (depth + 1) + f"{type(block.content).__name__} {size}"
                yield from lines(block.caption, depth + 1)
            case Lines():
                for line in block.fill:
                    yield "  " * (depth + 1) + f"| {text(line)}"
            case _:
                continue


def _facts(block: Any) -> str:
    facts = [
        f" {field.name}={_short(getattr(block, field.name))}"
        for field in fields(block)
        if field.name not in NESTED and getattr(block, field.name) != field.default
    ]
    return "".join(facts)


def _short(value: Any) -> str:
    match value:
        case float():
            return f"{value:.2f}".rstrip("0").rstrip(".")
        case tuple():
            return "(" + ", ".join(_short(one) for one in value) + ")"
        case _:
            return str(value)


def _texts(block: Block) -> str:
    match block:
        case Paragraph():
            label = f" [{text(block.label)}]" if block.label else ""
            return f"{label} | {text(block.runs)}"
        case _:
            lead = text(getattr(block, "lead", ()))
            named = "; ".join(f"{text(label)} {share:g}" for label, share in getattr(block, "fields", ()))
            return "".join(f" | {part}" for part in (lead, named) if part)
