"""SVG bytes in, an element tree with line numbers out; nothing active, external or boundless gets past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from builders.diagnostics import Diagnostic, Hint, Place, Severity

MAX_BYTES = 8_000_000
MAX_ELEMENTS = 20_000
MAX_DEPTH = 64

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_ACTIVE = {
    "script": "runs a script",
    "foreignObject": "holds a foreign document",
    "feImage": "draws another file",
    "handler": "runs a script",
    "listener": "runs a script",
    "iframe": "holds a foreign document",
    "object": "holds a foreign document",
    "embed": "holds a foreign document",
    "video": "plays a film",
    "audio": "plays a sound",
    "animate": "moves",
    "animateMotion": "moves",
    "animateTransform": "moves",
    "animateColor": "moves",
    "set": "moves",
}
_REFERENCE = re.compile(r"@import|url\(\s*[\"']?\s*(?![#\s\"'])", re.IGNORECASE)
_PLAIN = Hint("Open the drawing in its program and save it as plain SVG, with pictures and scripts left out.")


@dataclass(slots=True)
class Element:
    """An element: local name ("" outside SVG), attributes by local name, what it holds in order."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element | str] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """The child elements in document order."""
        return (child for child in self.children if isinstance(child, Element))


class _Refused(Exception):
    """Reading stops here; what was wrong is already noted."""


def read_tree(data: bytes, file: str) -> tuple[Element | None, tuple[Diagnostic, ...]]:
    """The root element, or None with the errors that say why not. Never raises, whatever the bytes."""
    reader = _Reader(file)
    if len(data) > MAX_BYTES:
        reader.note(
            "svg-bounds", f"The drawing has {len(data):,} bytes; at most {MAX_BYTES:,} are read.", 1, 1
        )
    elif data[:2] == b"\x1f\x8b":
        reader.note("svg-malformed", "The drawing is compressed (SVGZ).", 1, 1, _PLAIN)
    else:
        reader.read(data)
    return (None if reader.diagnostics else reader.root), tuple(reader.diagnostics)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.diagnostics: list[Diagnostic] = []
        self.root: Element | None = None
        self.open: list[Element] = []
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = False
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.skipped
        self.parser.ProcessingInstructionHandler = self.instruction

    def read(self, data: bytes) -> None:
        try:
            self.parser.Parse(data, True)
        except _Refused:
            return
        except expat.ExpatError as error:
            message = f"The drawing isn't well-formed XML: {expat.ErrorString(error.code)}."
            self.note("svg-malformed", message, error.lineno, error.offset + 1)
        except (LookupError, ValueError):
            message = "The drawing names an encoding that can't be read."
            self.note("svg-malformed", message, 1, 1, Hint("Save it as UTF-8."))

    def note(self, code: str, message: str, line: int, column: int, hint: Hint | None = None) -> None:
        if any(found.message == message for found in self.diagnostics):
            return
        place = Place(self.file, line=max(1, line), column=max(1, column))
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, message, place, (hint,) if hint else ()))

    def here(self, code: str, message: str, hint: Hint | None = None) -> None:
        self.note(code, message, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1, hint)

    def refuse(self, code: str, message: str, hint: Hint | None = None) -> NoReturn:
        self.here(code, message, hint)
        raise _Refused

    def start(self, qualified: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MAX_ELEMENTS:
            self.refuse("svg-bounds", f"The drawing has more than {MAX_ELEMENTS:,} elements.")
        if len(self.open) >= MAX_DEPTH:
            self.refuse("svg-bounds", f"The drawing is nested more than {MAX_DEPTH} levels deep.")
        space, _, local = qualified.rpartition(" ")
        if local in _ACTIVE and (local != "set" or space in ("", SVG)):
            message = f"<{local}> {_ACTIVE[local]}, which a drawing here may not do."
            self.here("svg-active", message, _PLAIN)
        kept = self.attributes(local, attributes)
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        element = Element(local if space in ("", SVG) else "", kept, line, column)
        if self.open:
            self.open[-1].children.append(element)
        elif element.name == "svg":
            self.root = element
        else:
            self.refuse("svg-malformed", f"The outermost element is <{local}>, not <svg>.")
        self.open.append(element)

    def attributes(self, element: str, attributes: dict[str, str]) -> dict[str, str]:
        """SVG's attributes by local name (xlink:href as href); scripts and links outside are noted."""
        kept: dict[str, str] = {}
        for qualified, value in attributes.items():
            space, _, name = qualified.rpartition(" ")
            if not space and re.match("on[a-z]", name, re.IGNORECASE):
                self.here("svg-active", f'The attribute {name}="…" of <{element}> runs a script.', _PLAIN)
            elif name == "href" and space in ("", _XLINK) and not _stays(element, value.strip()):
                self.here(
                    "svg-external", f"<{element}> points outside the drawing ({_short(value)}).", _PLAIN
                )
            elif not space and _REFERENCE.search(value):
                self.here(
                    "svg-external", f"The attribute {name} of <{element}> points outside the drawing.", _PLAIN
                )
            if space in ("", _XLINK, _XML):
                kept[name] = value
        return kept

    def end(self, _: str) -> None:
        element = self.open.pop()
        if element.name == "style" and _REFERENCE.search(
            "".join(t for t in element.children if isinstance(t, str))
        ):
            message = "The style sheet points outside the drawing."
            self.note("svg-external", message, element.line, element.column, _PLAIN)

    def text(self, text: str) -> None:
        if self.open:
            self.open[-1].children.append(text)

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            self.refuse(
                "svg-active", "The drawing declares its own document type, which may hide entities.", _PLAIN
            )

    def entity(self, *_: object) -> None:
        self.refuse("svg-active", "The drawing declares an entity.", _PLAIN)

    def skipped(self, name: str, _: int) -> None:
        self.refuse(
            "svg-malformed", f"The entity &{name}; is not known.", Hint("Write the character itself.")
        )

    def instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self.here("svg-external", "The drawing asks for a style sheet outside of it.", _PLAIN)


def _stays(element: str, reference: str) -> bool:
    """Whether a reference leads nowhere outside: to the drawing itself, or for <image> to the data of a picture."""
    return reference.startswith("#") or (element == "image" and reference.lower().startswith("data:image/"))


def _short(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= 40 else text[:39] + "…"
