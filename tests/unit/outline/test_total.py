"""Whatever is done to an outline, reading it never raises, and every cure can be applied to the text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders.diagnostics import Diagnostic, Hint, has_errors
from builders.fix import apply, fix
from builders.lesson.model import Lesson
from builders.outline.names import BLOCKS, SYNONYMS
from builders.outline.syntax import field_names
from tests.cases.reading import CASES, read_case

STARTER = (Path(__file__).parents[3] / "builders" / "starter.yaml").read_text(encoding="utf-8")
SMALL = sorted(CASES.glob("*/*.yaml"))
TEXTS = [STARTER, *(path.read_bytes().decode("utf-8", "replace") for path in SMALL)]
NAMES = sorted({*field_names(), *BLOCKS, *(name for names in SYNONYMS.values() for name in names)})
PIECES = [
    "", " ", "  ", "- ", ": ", ":", "- - ", "#", "|", "[]", "{}", "x", "true", "12", "1939-08-23", "8/9/1939",
    "**", "___", "[a](b)", "שלום", "\u202e", "é", '"', "'", "\n", "\n\n", "../x.jpg", "map.svg", "CC BY", "unknown",
]  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """An outline after a few careless changes to its lines."""
    lines = draw(st.sampled_from(TEXTS)).splitlines()
    for _ in range(draw(st.integers(1, 4))):
        if not lines:
            break
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.integers(0, 7)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, line)
            case 2:
                lines[at] = " " * draw(st.integers(0, 12)) + line.lstrip()
            case 3:
                head, colon, tail = line.partition(":")
                indent = head[: len(head) - len(head.lstrip(" -"))]
                lines[at] = indent + draw(st.sampled_from(NAMES)) + (colon or ":") + tail
            case 4:
                head, colon, _ = line.partition(":")
                lines[at] = f"{head}{colon} {draw(st.sampled_from(PIECES))}"
            case 5:
                cut = draw(st.integers(0, len(line)))
                lines[at] = line[:cut] + draw(st.sampled_from(PIECES)) + line[cut:]
            case 6:
                lines[at] = line.replace("- ", "", 1)
            case _:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines) + "\n"


def applied(text: str, hint: Hint) -> str:
    edits = sorted(hint.edits, key=lambda edit: (edit.start, edit.end))
    assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
    assert all(one.end <= other.start for one, other in pairwise(edits))
    return apply(text, edits)


@settings(max_examples=250, deadline=None)
@example(
    "title: Light\nsections:\n  - heading: Light\n    content:\n      - Plants use light.\n    - heading: Water\n"
    "      - heading: Air\n        - Plants drink.\n      content:\n        content:\n          - Plants breathe.\n"
)
@given(spoiled())
def test_reading_is_total(text: str) -> None:
    result, found = read_case(text.encode("utf-8", "surrogatepass"))
    assert (result is None) == has_errors(found)
    for diagnostic in found:
        assert diagnostic.message
        assert diagnostic.place.line is not None
        for hint in diagnostic.hints:
            assert applied(text, hint) != text or not hint.edits


@settings(max_examples=100, deadline=None)
@given(spoiled())
def test_safe_cures_come_to_an_end(text: str) -> None:
    """Applying them again and again changes nothing more after a few rounds, and makes no new kind of error."""

    def diagnose(data: bytes) -> tuple[Diagnostic, ...]:
        return read_case(data)[1]

    once = fix(text.encode(), "x.yaml", diagnose)
    assert fix(once.data, "x.yaml", diagnose).data == once.data


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    result, found = read_case(data)
    assert (result is None) == has_errors(found)


def test_a_lesson_without_mistakes() -> None:
    result, found = read_case(STARTER.encode())
    assert isinstance(result, Lesson)
    assert not found
