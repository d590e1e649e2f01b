"""An SVG element tree with <style> elements in; what their rules say of an element, written into its own style.

Rules of one simple selector each are followed (`.st0`, `rect`, `#logo`, `text.small`, `*`, several with commas
between): those that drawing programs write. Others are warned about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builders.figures.svg_notes import Notes
from builders.figures.svg_style import PROPERTIES, UNSUPPORTED, declared
from builders.figures.svg_tree import Element

MAX_RULES = 1_000

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"(?P<name>\*|[A-Za-z][\w-]*)?(?P<rest>(?:[.#][\w-]+)*)")
_PART = re.compile(r"([.#])([\w-]+)")
_HARMLESS = ("@charset", "@namespace", "@font-face")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What holds for elements of a name ("" for all), with these classes and this id; later rules weigh more."""

    name: str
    classes: frozenset[str]
    id: str
    weight: tuple[int, int, int, int]
    declarations: dict[str, str]

    def holds(self, element: Element, classes: frozenset[str]) -> bool:
        return (
            self.name in ("", element.name)
            and self.classes <= classes
            and self.id in ("", element.attributes.get("id", ""))
        )


def follow_sheets(root: Element, notes: Notes) -> None:
    """Put what the style sheets of a drawing say before the `style` of each element that they speak of."""
    elements = list(_all(root))
    rules: list[_Rule] = []
    for element in elements:
        if element.name == "style":
            text = "".join(part for part in element.children if isinstance(part, str))
            for selectors, declarations in _blocks(text, element, notes):
                rules += _rules(selectors, declarations, len(rules), element, notes)
    if len(rules) > MAX_RULES:
        notes.unsupported(root, f"a style sheet of more than {MAX_RULES:,} rules")
    # By what an element must have, so that each looks only at rules that can be meant.
    known: dict[str, list[_Rule]] = {}
    for rule in sorted(rules[:MAX_RULES], key=lambda rule: rule.weight):
        key = f"#{rule.id}" if rule.id else f".{min(rule.classes)}" if rule.classes else rule.name
        known.setdefault(key, []).append(rule)
    if known:
        # Elements of one name, class and id have one style: it is put together once.
        styles: dict[tuple[str, str, str], str] = {}
        for element in elements:
            alike = (element.name, element.attributes.get("class", ""), element.attributes.get("id", ""))
            if alike not in styles:
                styles[alike] = _said(element, known)
            if styles[alike]:
                own = element.attributes.get("style", "")
                element.attributes["style"] = f"{styles[alike]};{own}"


def _said(element: Element, known: dict[str, list[_Rule]]) -> str:
    """What the rules say of an element, as it would write it itself."""
    classes = frozenset(element.attributes.get("class", "").split())
    keys = ("", element.name, *(f".{name}" for name in classes), f"#{element.attributes.get('id', '')}")
    found = [
        rule for key in dict.fromkeys(keys) for rule in known.get(key, ()) if rule.holds(element, classes)
    ]
    said: dict[str, str] = {}
    for rule in sorted(found, key=lambda rule: rule.weight):
        said |= rule.declarations
    return ";".join(f"{name}:{value}" for name, value in said.items())


def _blocks(text: str, element: Element, notes: Notes) -> Iterator[tuple[str, str]]:
    """The rules of a sheet: selectors and declarations. Those with a condition are left out."""
    text, at = _COMMENT.sub(" ", text), 0
    while (start := text.find("{", at)) >= 0:
        head = text[at:start].rpartition(";")[2].strip()
        end, depth = start + 1, 1
        while depth and end < len(text):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        if not head.startswith("@"):
            yield head, text[start + 1 : end - 1 if not depth else end]
        elif not head.lower().startswith(_HARMLESS):
            notes.unsupported(element, f"the rule “{head[:40]}” of a style sheet")
        at = end


def _rules(selectors: str, declarations: str, count: int, element: Element, notes: Notes) -> Iterator[_Rule]:
    said = {name: value for name, value in declared(declarations).items() if name in PROPERTIES | UNSUPPORTED}
    for place, selector in enumerate(part.strip() for part in selectors.split(",")):
        found = _SELECTOR.fullmatch(selector)
        if found is None or not selector:
            notes.unsupported(element, f"the rule for “{selector[:40]}” of a style sheet")
            continue
        parts = _PART.findall(found["rest"])
        classes = frozenset(name for mark, name in parts if mark == ".")
        ids = [name for mark, name in parts if mark == "#"]
        name = found["name"] if found["name"] not in (None, "*") else ""
        weight = (len(ids), len(classes), int(bool(name)), count + place)
        yield _Rule(name, classes, ids[0] if ids else "", weight, said)


def _all(root: Element) -> Iterator[Element]:
    yield root
    for child in root.elements():
        yield from _all(child)
