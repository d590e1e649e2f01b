"""Who may import whom: walks every module's imports (those inside functions too) and enforces the layers."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "builders"

LAYERS = (
    "__main__",
    "cli",
    "report",
    "fix",
    "pack",
    "compile",
    "sheets",
    "deck",
    "handout",
    "audit",
    "pdf",
    "figures",
    "outline",
    "theme",
    "lesson",
    "source",
    "diagnostics",
)
"""From the top down: a module may import only what stands lower, and its own layer."""

STRANGERS = {frozenset({"deck", "handout"}), frozenset({"sheets", "handout"})}
OWNERS = {
    "reportlab": {"pdf"},
    "pptx": {"deck", "audit"},
    "xlsxwriter": {"deck"},
    "yaml": {"source"},
    "pydantic": {"outline", "theme", "pack"},
    "typer": {"cli", "report"},
    "rich": {"cli", "report"},
    "PIL": {"figures"},
    "rendercv_fonts": {"pdf", "theme"},
}


def layer_of(path: Path) -> str:
    part = path.relative_to(PACKAGE).parts[0]
    return part.removesuffix(".py")


def imports(tree: ast.AST) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found += [(name.name, node.lineno) for name in names]
            case ast.ImportFrom(module=str(module), level=0, names=names):
                found += [
                    (f"{module}.{name.name}" if module == "builders" else module, node.lineno)
                    for name in names
                ]
            case ast.ImportFrom():
                found.append((".", node.lineno))
            case _:
                pass
    return found


def faults(layer: str, found: list[tuple[str, int]]) -> list[str]:
    """What is wrong with the imports of a module in a layer."""
    wrong = []
    for name, line in found:
        top, *rest = name.split(".")
        if top == "":
            wrong.append(f"{line}: relative import")
        elif top in OWNERS and layer not in OWNERS[top]:
            wrong.append(f"{line}: {top} belongs to {sorted(OWNERS[top])}")
        elif top == "builders" and rest:
            other = rest[0]
            if other not in LAYERS:
                if other != "__version__":
                    wrong.append(f"{line}: {other} is not a layer")
            elif other != layer and (
                LAYERS.index(other) < LAYERS.index(layer) or frozenset({layer, other}) in STRANGERS
            ):
                wrong.append(f"{line}: {layer} may not import {other}")
    return wrong


MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.name != "__init__.py"
)


def test_imports_keep_the_layers() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE.parent)}:{fault}"
        for path in MODULES
        for fault in faults(layer_of(path), imports(ast.parse(path.read_text(encoding="utf-8"))))
    ]
    sys.stdout.write(f"{len(MODULES)} modules seen\n")
    assert len(MODULES) > 40
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        ("lesson", "from builders.handout.plan import handout"),
        ("deck", "def f():\n    from builders.handout.plan import handout"),
        ("handout", "import reportlab.pdfgen"),
        ("outline", "import yaml"),
        ("pdf", "from builders import compile"),
        ("source", "from . import nodes"),
    ],
)
def test_the_test_sees_a_breach(layer: str, line: str) -> None:
    assert faults(layer, imports(ast.parse(line)))


def test_modules_stay_small() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 350
    }
    assert not long


def test_only_the_command_line_prints_or_exits() -> None:
    wrong = []
    for path in MODULES:
        if layer_of(path) == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="print" | "exit" | "quit" | "input")):
                    wrong.append(f"{path.name}:{node.lineno}")
                case ast.Call(func=ast.Attribute(value=ast.Name(id="sys"), attr="exit")):
                    wrong.append(f"{path.name}:{node.lineno}")
                case _:
                    pass
    assert not wrong
