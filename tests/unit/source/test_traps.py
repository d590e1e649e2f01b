"""Every trap: found at its place, read past as it was meant, and gone once the shown cure is made."""

from __future__ import annotations

from typing import NamedTuple

import pytest
import yaml

from builders.diagnostics import Severity
from builders.source import events
from builders.source.tree import position
from tests.unit.source.samples import cured, plain, read


class Case(NamedTuple):
    wrong: str
    code: str
    at: tuple[int, int]
    right: str
    safe: bool = True
    severity: Severity = Severity.ERROR


W = Severity.WARNING

CASES = [
    # colons
    Case("title: Pact: the deal\n", "colon-in-text", (1, 12), 'title: "Pact: the deal"\n'),
    Case(
        "points:\n  - He said: no: never\n  - b\n",
        "colon-in-text",
        (2, 12),
        'points:\n  - "He said: no: never"\n  - b\n',
    ),
    Case(
        "quiz:\n  - question: A: or B?\n    answer: A\n",
        "colon-in-text",
        (2, 16),
        'quiz:\n  - question: "A: or B?"\n    answer: A\n',
    ),
    Case(
        "timeline:\n  - 1939-08-23: Pact: signed\n",
        "colon-in-text",
        (2, 21),
        'timeline:\n  - 1939-08-23: "Pact: signed"\n',
    ),
    Case(
        "notes: He came and\n  Said it: go away\n",
        "colon-in-text",
        (2, 10),
        'notes: "He came and\n  Said it: go away"\n',
    ),
    Case('notes: He\'s "here": go\n', "colon-in-text", (1, 19), "notes: 'He''s \"here\": go'\n"),
    Case("exit: question: Why?\n", "colon-in-text", (1, 15), 'exit: "question: Why?"\n', False),
    Case(
        "quiz:\n  - question: Why green? Answer: Chlorophyll.\n    lines: 2\n",
        "colon-in-text",
        (2, 32),
        "quiz:\n  - question: Why green?\n    answer: Chlorophyll.\n    lines: 2\n",
        False,
    ),
    Case(
        "quiz:\n  - question: Why green? KEY: Chlorophyll.\n",
        "colon-in-text",
        (2, 29),
        "quiz:\n  - question: Why green?\n    answer: Chlorophyll.\n",
        False,
    ),
    Case(
        "table:\n  - Plant: Fern\n    Light: answer: much\n",
        "colon-in-text",
        (3, 18),
        "table:\n  - Plant: Fern\n    Light:\n      answer: much\n",
        False,
    ),
    Case(
        "quiz:\n  - question: Why? Answer: Chlorophyll.\n    answer: Light.\n",
        "colon-in-text",
        (2, 26),
        'quiz:\n  - question: "Why? Answer: Chlorophyll."\n    answer: Light.\n',
        False,
    ),
    Case(
        "title: What is the reason: oil\n",
        "colon-in-text",
        (1, 26),
        'title: "What is the reason: oil"\n',
        False,
    ),
    Case(
        "title: *Why* green? Answer: so\n",
        "leading-asterisk",
        (1, 8),
        'title: "*Why* green? Answer: so"\n',
        False,
    ),
    Case("title:Pact\nlevel: y\n", "missing-space-after-colon", (1, 6), "title: Pact\nlevel: y\n"),
    Case(
        "title: x\nlevel:y\nminutes: 5\n",
        "missing-space-after-colon",
        (2, 6),
        "title: x\nlevel: y\nminutes: 5\n",
    ),
    Case("content:\n  - text:Hello\n", "missing-space-after-colon", (2, 9), "content:\n  - text: Hello\n"),
    Case(
        "terms:\n  Secret protocol:The rest\n  Pact: x\n",
        "missing-space-after-colon",
        (2, 18),
        "terms:\n  Secret protocol: The rest\n  Pact: x\n",
        False,
    ),
    Case(
        "timeline:\n  - 1939-08-23:The pact\n",
        "missing-space-after-colon",
        (2, 15),
        "timeline:\n  - 1939-08-23: The pact\n",
    ),
    Case("title:Pact: it\nlevel: y\n", "missing-space-after-colon", (1, 6), 'title: "Pact: it"\nlevel: y\n'),
    Case("title = Pact: it\nlevel: y\n", "equals-for-colon", (1, 6), 'title: "Pact: it"\nlevel: y\n'),
    Case("title Pact\nlevel: y\n", "missing-colon", (1, 1), "title: Pact\nlevel: y\n", False),
    Case("points\n  - a\n  - b\n", "missing-colon", (1, 1), "points:\n  - a\n  - b\n"),
    Case(
        "title: x\npoints\n  - a\nlevel: z\n", "missing-colon", (2, 1), "title: x\npoints:\n  - a\nlevel: z\n"
    ),
    Case("title = Pact\nlevel: y\n", "equals-for-colon", (1, 6), "title: Pact\nlevel: y\n"),
    Case("title：Pact\nlevel: y\n", "wide-colon", (1, 6), "title: Pact\nlevel: y\n"),
    Case("title:\u00a0Pact\nlevel: y\n", "odd-space-after-sign", (1, 6), "title: Pact\nlevel: y\n"),
    # signs at the beginning of a text
    Case("title: *Pravda* was\n", "leading-asterisk", (1, 8), 'title: "*Pravda* was"\n'),
    Case("points:\n  - **Bold** move\n", "leading-asterisk", (2, 5), 'points:\n  - "**Bold** move"\n'),
    Case("title: &c. so\n", "leading-ampersand", (1, 8), 'title: "&c. so"\n'),
    Case("title: &so on\n", "leading-ampersand", (1, 8), 'title: "&so on"\n'),
    Case("title: !Halt now\n", "leading-exclamation", (1, 8), 'title: "!Halt now"\n'),
    Case("title: @home front\n", "leading-at", (1, 8), 'title: "@home front"\n'),
    Case("title: %50 of\n", "leading-percent", (1, 8), 'title: "%50 of"\n'),
    Case("title: `so`\n", "leading-backtick", (1, 8), 'title: "`so`"\n'),
    Case("title: , and\n", "leading-comma", (1, 8), 'title: ", and"\n'),
    Case("title: ] and\n", "leading-bracket", (1, 8), 'title: "] and"\n'),
    Case("title: ? what\n", "leading-question-mark", (1, 8), 'title: "? what"\n'),
    Case("points:\n  - ? what\n  - b\n", "leading-question-mark", (2, 5), 'points:\n  - "? what"\n  - b\n'),
    Case("title: [Stalin] said\n", "leading-bracket", (1, 8), 'title: "[Stalin] said"\n'),
    Case("points:\n  - [Applause.]\n", "leading-bracket", (2, 5), 'points:\n  - "[Applause.]"\n'),
    Case("title: {draft} of it\n", "leading-brace", (1, 8), 'title: "{draft} of it"\n'),
    Case("points:\n  - {a, b}\n", "leading-brace", (2, 5), 'points:\n  - "{a, b}"\n'),
    Case("terms:\n  [a]: b\n", "leading-bracket", (2, 3), 'terms:\n  "[a]": b\n'),
    Case("keywords: [a, b\nlevel: y\n", "unclosed-bracket", (1, 11), "keywords: [a, b]\nlevel: y\n", False),
    Case("quote: > Not one step\n", "text-after-block-sign", (1, 8), "quote: Not one step\n", False),
    Case(
        "points:\n  - > 5 million\n", "text-after-block-sign", (2, 5), 'points:\n  - "> 5 million"\n', False
    ),
    Case("notes: | first\n  second\n", "text-after-block-sign", (1, 8), "notes: |\n  first\n  second\n"),
    Case("notes: >- first\n  second\n", "text-after-block-sign", (1, 8), "notes: >-\n  first\n  second\n"),
    Case("title: !!str 5\n", "yaml-tag", (1, 8), "title: 5\n"),
    # quotation marks
    Case('quote: "Ni shagu" means not\n', "text-after-quote", (1, 8), "quote: '\"Ni shagu\" means not'\n"),
    Case('quote: "He said "no" to it"\n', "text-after-quote", (1, 8), "quote: 'He said \"no\" to it'\n"),
    Case("notes: 'Stalin's order'\n", "text-after-quote", (1, 8), 'notes: "Stalin\'s order"\n'),
    Case(
        'points:\n  - "Not one step" was\n    the name: yes\n',
        "text-after-quote",
        (2, 5),
        "points:\n  - '\"Not one step\" was\n    the name: yes'\n",
    ),
    Case('title: "C:\\Users"\n', "bad-escape", (1, 8), "title: 'C:\\Users'\n"),
    Case('by: "open\ndate: x\n', "unclosed-quote", (1, 5), 'by: "open"\ndate: x\n', False),
    Case("by: \"open'\ndate: x\n", "unclosed-quote", (1, 5), 'by: "open"\ndate: x\n', False),
    Case('title: "Pact\nlevel: "x"\n', "unclosed-quote", (1, 8), 'title: "Pact"\nlevel: "x"\n', False),
    Case(
        "title: 'Twas the night\nlevel: 'y'\n",
        "unclosed-quote",
        (1, 8),
        "title: \"'Twas the night\"\nlevel: 'y'\n",
        False,
    ),
    Case(
        "by: 'open\npoints:\n  - it's\n",
        "unclosed-quote",
        (1, 5),
        "by: \"'open\"\npoints:\n  - it's\n",
        False,
    ),
    Case("title: “Pact: the deal”\n", "smart-quotes", (1, 8), 'title: "Pact: the deal"\n', False),
    Case("“title”: Pact\n", "smart-quotes", (1, 1), "title: Pact\n"),
    # remarks
    Case("title: Question #1\n", "hash-in-text", (1, 17), 'title: "Question #1"\n', True, W),
    Case("title: Question # 1 of 3\n", "hash-in-text", (1, 17), 'title: "Question # 1 of 3"\n', True, W),
    Case("title: The #MeToo years\n", "hash-in-text", (1, 12), 'title: "The #MeToo years"\n', False, W),
    Case("title: Order (see # below)\n", "hash-in-text", (1, 19), 'title: "Order (see # below)"\n', False, W),
    Case("points:\n  - #1 reason\n", "hash-in-text", (2, 5), 'points:\n  - "#1 reason"\n'),
    Case("content:\n  - # A heading\n", "hash-in-text", (2, 5), 'content:\n  - "# A heading"\n', False),
    Case("title: #1 in the world\n", "hash-in-text", (1, 8), 'title: "#1 in the world"\n'),
    Case(
        "points:\n  - We are\n    #1 in it\n",
        "hash-in-text",
        (3, 5),
        'points:\n  - "We are\n    #1 in it"\n',
        True,
        W,
    ),
    # lists
    Case("points:\n  -a\n  -b\n", "missing-space-after-dash", (2, 3), "points:\n  - a\n  - b\n"),
    Case(
        "points:\n  - a\n  -b\n  - c\n", "missing-space-after-dash", (3, 3), "points:\n  - a\n  - b\n  - c\n"
    ),
    Case("points:\n  -\u00a0a\n  -\u00a0b\n", "odd-space-after-sign", (2, 3), "points:\n  - a\n  - b\n"),
    Case("points:\n  -\ta\n  -\tb\n", "tab-after-sign", (2, 3), "points:\n  - a\n  - b\n"),
    Case("points:\n  • a\n  • b\nlevel: x\n", "bullet-for-dash", (2, 3), "points:\n  - a\n  - b\nlevel: x\n"),
    Case("points:\n  * a\n  * b\n", "bullet-for-dash", (2, 3), "points:\n  - a\n  - b\n"),
    Case("points:\n  – a\n  – b\n", "bullet-for-dash", (2, 3), "points:\n  - a\n  - b\n"),
    Case("points:\n  - a\n  – b\n", "bullet-for-dash", (3, 3), "points:\n  - a\n  - b\n", False),
    Case("points: - a\n        - b\n", "list-on-key-line", (1, 9), "points:\n        - a\n        - b\n"),
    Case("points: - a\nlevel: x\n", "list-on-key-line", (1, 9), "points:\n  - a\nlevel: x\n"),
    Case("points:\n  - a\n   - b\n  - c\n", "wrong-indent", (3, 4), "points:\n  - a\n  - b\n  - c\n"),
    Case(
        "points:\n  - a\n    - b\n    - c\n", "wrong-indent", (3, 5), "points:\n  - a\n  - b\n  - c\n", False
    ),
    Case(
        "sections:\n  - heading: A\n    notes: x\n  heading: B\n  notes: y\n",
        "missing-dash",
        (4, 3),
        "sections:\n  - heading: A\n    notes: x\n  - heading: B\n    notes: y\n",
        False,
    ),
    Case(
        "sections:\n  - heading: A\n    content:\n      - x\n  heading: B\n    content:\n      - x\n",
        "missing-dash",
        (5, 3),
        "sections:\n  - heading: A\n    content:\n      - x\n  - heading: B\n    content:\n      - x\n",
        False,
    ),
    Case(
        "notes: |\n    a\n  # 1\n    b\n",
        "hash-in-text",
        (3, 3),
        "notes: |\n    a\n    # 1\n    b\n",
        False,
    ),
    Case(
        "title: x\n@level: y\nminutes: 5\n", "stray-sign", (2, 1), "title: x\nlevel: y\nminutes: 5\n", False
    ),
    Case("points:\n  - a\n & - b\n", "stray-sign", (3, 2), "points:\n  - a\n  - b\n", False),
    # sections
    *(
        Case(
            f"sections:\n  - heading: A\n{' ' * column}- x\n{' ' * column}- y\n  - heading: B\n",
            "missing-content",
            (3, column + 1),
            f"sections:\n  - heading: A\n    content:\n{' ' * goal}- x\n{' ' * goal}- y\n  - heading: B\n",
            False,
        )
        for column, goal in ((2, 6), (3, 6), (4, 4), (6, 6), (8, 8))
    ),
    *(
        Case(
            f"sections:\n  - heading: A\n    content:\n      - x\n{s}- heading: B\n{s}  content:\n{s}    - y\n",
            "wrong-indent",
            (5, len(s) + 1),
            "sections:\n  - heading: A\n    content:\n      - x\n  - heading: B\n    content:\n      - y\n",
            False,
        )
        for s in (" " * 4, " " * 6)
    ),
    *(
        Case(
            f"points:\n  - A\n  - {text}\n    points:\n      - a\n  - C\n",
            "missing-point",
            (3, 5),
            f"points:\n  - A\n  - point: {text}\n    points:\n      - a\n  - C\n",
            False,
        )
        for text in ("Water", '"Water"', "Water and air")
    ),
    Case(
        "content:\n  - Plants need light\n    points:\n      - a\n",
        "missing-dash",
        (3, 5),
        "content:\n  - Plants need light\n  - points:\n      - a\n",
        False,
    ),
    # indentation
    Case("points:\n\t- a\n\t- b\n", "tab-indent", (2, 1), "points:\n  - a\n  - b\n"),
    Case(
        "sections:\n\t- heading: A\n\t  content:\n\t\t- b\n",
        "tab-indent",
        (2, 1),
        "sections:\n  - heading: A\n    content:\n    - b\n",
    ),
    Case("points:\n    - a\n\t- b\n", "tab-indent", (3, 1), "points:\n    - a\n    - b\n", False),
    Case(
        "points:\n\u00a0\u00a0- a\n\u00a0\u00a0- b\n", "odd-space-indent", (2, 1), "points:\n  - a\n  - b\n"
    ),
    Case("points:\n  - a\n\u2003 - b\n", "odd-space-indent", (3, 1), "points:\n  - a\n  - b\n"),
    Case("notes: one\n\u00a0 two\n", "odd-space-indent", (2, 1), "notes: one\n  two\n"),
    Case("points:\n  - a\n - b\n  - c\n", "wrong-indent", (3, 2), "points:\n  - a\n  - b\n  - c\n"),
    Case(
        "title: x\n  level: y\n  minutes: 5\n",
        "wrong-indent",
        (2, 3),
        "title: x\nlevel: y\nminutes: 5\n",
        False,
    ),
    Case(
        "sections:\n  - heading: A\n   content:\n      - x\nexit: z\n",
        "wrong-indent",
        (3, 4),
        "sections:\n  - heading: A\n    content:\n      - x\nexit: z\n",
    ),
    Case(
        "sections:\n  - heading: A\n      content:\n        - x\n",
        "wrong-indent",
        (3, 7),
        "sections:\n  - heading: A\n    content:\n      - x\n",
        False,
    ),
    Case(
        "sections:\n  - heading: A\n  content:\n    - x\n",
        "wrong-indent",
        (3, 3),
        "sections:\n  - heading: A\n    content:\n    - x\n",
        False,
    ),
    Case("  title: x\nlevel: y\n", "wrong-indent", (1, 3), "title: x\nlevel: y\n"),
    Case(
        "sources:\n  a:\n    note: x\n     b:\n    note: y\n",
        "wrong-indent",
        (4, 6),
        "sources:\n  a:\n    note: x\n  b:\n    note: y\n",
        False,
    ),
    Case(
        "notes: A long text\ngoes on here\nand here\n",
        "unindented-text",
        (2, 1),
        "notes: A long text\n  goes on here\n  and here\n",
    ),
    Case(
        "points:\n  - A long text\n  goes on\n  - b\n",
        "unindented-text",
        (3, 3),
        "points:\n  - A long text\n    goes on\n  - b\n",
    ),
    Case("notes: |\n    a\n  b\nlevel: x\n", "unindented-text", (3, 3), "notes: |\n    a\n    b\nlevel: x\n"),
    Case(
        "notes: |\n    a\n  b\n  c\nlevel: x\n", "wrong-indent", (2, 5), "notes: |\n  a\n  b\n  c\nlevel: x\n"
    ),
    # the file
    Case("title: x\n---\nlevel: y\n", "second-document", (2, 1), "title: x\nlevel: y\n"),
    Case("title: x\n...\nlevel: y\n", "second-document", (2, 1), "title: x\nlevel: y\n"),
    Case("```yaml\ntitle: x\nlevel: y\n```\n", "code-fence", (1, 1), "title: x\nlevel: y\n"),
    Case("title: x\n```\nlevel: y\n", "code-fence", (2, 1), "title: x\nlevel: y\n"),
    Case("%YAML 1.2\n---\ntitle: x\n", "yaml-directive", (1, 1), "---\ntitle: x\n"),
    Case(
        "content:\n  - points:\n      - a\n    points:\n      - b\n",
        "duplicate-key",
        (4, 5),
        "content:\n  - points:\n      - a\n  - points:\n      - b\n",
        False,
    ),
    Case("title: x\nlevel: y\ntitle: x\n", "duplicate-key", (3, 1), "title: x\nlevel: y\n"),
    Case(
        "points:\n  - a\nlevel: y\npoints:\n  - b\n",
        "duplicate-key",
        (4, 1),
        "points:\n  - a\n  - b\nlevel: y\n",
        False,
    ),
    # characters
    Case("title: a\x07b\n", "illegal-character", (1, 9), "title: ab\n"),
    Case("title: a\x0bb\n", "illegal-character", (1, 9), "title: a b\n"),
    Case("title: it\x92s\n", "illegal-character", (1, 10), "title: it’s\n"),
    Case("title: a\ufffeb\n", "illegal-character", (1, 9), "title: ab\n"),
    Case("title: x\n\u200blevel: y\n", "invisible-character", (2, 1), "title: x\nlevel: y\n"),
    Case("title: a\ufeffb\n", "invisible-character", (1, 9), "title: ab\n", True, W),
    Case("title: a\u2028b\n", "odd-line-break", (1, 9), "title: a b\n", True, W),
    Case("title: Stalinâ€™s cafÃ©\n", "garbled-letters", (1, 14), "title: Stalin’s café\n", True, W),
]


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML: the second stands in where the library for the first is missing."""
    if request.param == "python":
        monkeypatch.setattr(events, "LOADER", yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{i}" for i, case in enumerate(CASES)])
def test_trap(case: Case) -> None:
    tree = read(case.wrong)
    assert [d.code for d in tree.diagnostics] == [case.code]
    found = tree.diagnostics[0]
    assert found.place.offset is not None
    assert position(tree.text, found.place.offset) == case.at
    assert found.severity is case.severity
    assert cured(tree) == case.right
    assert found.hints[0].safe is case.safe


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{i}" for i, case in enumerate(CASES)])
def test_cure(case: Case) -> None:
    """What is shown can be read without complaint, and an error was read as if it had been made."""
    right = read(case.right)
    assert right.diagnostics == ()
    if case.severity is Severity.ERROR:
        assert plain(read(case.wrong).root) == plain(right.root)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{i}" for i, case in enumerate(CASES)])
def test_windows_line_ends(case: Case) -> None:
    """CRLF changes neither what is found nor where, and the cure keeps it."""
    tree = read(case.wrong.replace("\n", "\r\n"))
    assert [d.code for d in tree.diagnostics] == [case.code]
    offset = tree.diagnostics[0].place.offset
    assert offset is not None
    assert position(tree.text, offset) == case.at
    assert cured(tree) == case.right.replace("\n", "\r\n")


INNOCENT = [
    "notes: |\n  ```\n  not a fence\n  ```\nlevel: y\n",
    "title: It’s 12:30, see https://example.org/a:b\n",
    "title: A#1 and C#\n",
    "# a remark\ntitle: x\n  # another\nlevel: y\n",
    "sections: # the parts\n  - # the first\n    heading: A\n",
    "keywords: [a, b]\n",
    "keywords: []\nlevel: ''\n",
    "notes: |\n  - not a list\n  key: not a key\n  \tnot a tab # not a remark\nlevel: y\n",
    'title: "Pact\n  and more: yes"\n',
    "points:\n- a\n- b\n",
    "---\ntitle: x\n",
    "title: -5 degrees\n",
    "terms:\n  Secret\u00a0protocol: x\n",
    "points:\n  - – he said\n  - -1 or 2\n",
    "quote: “Ni shagu nazad!”\n",
    "points:\n  - a (b)\n  - «c»\n  - …d\n  - ¿e?\n",
    "title: 'It''s'\nlevel: \"a \\\"b\\\"\"\n",
    "notes: one\n\n  two\nlevel: x\n",
    "title: a = b\npoints:\n  - x = 5\n",
    "title: 全角：文字\n",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_nothing_is_found_where_nothing_is_wrong(text: str) -> None:
    assert read(text).diagnostics == ()


def test_a_remark_is_noted_and_left_alone() -> None:
    tree = read("title: Pact # to be checked\n")
    assert [(d.code, d.severity) for d in tree.diagnostics] == [("remark-after-text", Severity.NOTE)]
    assert cured(tree) == tree.text


def test_a_remark_stays_outside_of_the_quotation_marks() -> None:
    assert cured(read("title: Pact: yes # a: b\n")) == 'title: "Pact: yes" # a: b\n'


def test_all_are_reported_at_once_in_the_order_of_their_places() -> None:
    tree = read("title: Pact: it\nlevel:y\npoints:\n  • a\n  • b: c: d\nnotes: [x] y\nquote: *z*\n")
    assert [d.code for d in tree.diagnostics] == [
        "colon-in-text", "missing-space-after-colon", "bullet-for-dash", "colon-in-text", "leading-bracket",
        "leading-asterisk",
    ]  # fmt: skip
    assert plain(read(cured(tree)).root) == plain(tree.root)


def test_a_warning_stands_on_the_text_as_cured() -> None:
    tree = read("points:\n  -One\n  - In #1\n")
    assert cured(tree) == 'points:\n  - One\n  - "In #1"\n'


def test_the_second_of_two_names_is_left_out_and_the_first_related() -> None:
    tree = read("title: x\nlevel: y\ntitle: z\n")
    assert plain(tree.root) == {"title": "x", "level": "y"}
    (related,) = tree.diagnostics[0].related
    assert (related.place.offset, related.place.end) == (0, 5)
    assert tree.diagnostics[0].hints[0].edits == ()


def test_what_fits_no_trap_is_said_in_plain_words_and_left_out() -> None:
    tree = read("- a\n- b\nlevel: x\n")
    assert [d.code for d in tree.diagnostics] == ["yaml-syntax"]
    assert "block" not in tree.diagnostics[0].message
    assert plain(tree.root) == ["a", "b"]


def test_an_escape_cannot_bring_in_what_cannot_be_printed() -> None:
    assert [d.code for d in read('title: "a\\0b"\n').diagnostics] == ["illegal-character"]


def test_names_that_copy_fields_are_refused() -> None:
    assert [d.code for d in read("<<: x\ntitle: y\n").diagnostics] == ["merge-key"]
