"""Lines of a paragraph."""

from __future__ import annotations

import pytest

from builders.pdf.blocks import Align, Run
from builders.pdf.lines import STRETCH, Line, set_lines
from builders.theme.faces import SANS, SERIF
from builders.theme.measure import advance, space

TEXT = (
    "On 23 August 1939 the foreign ministers of Germany and the Soviet Union signed a treaty of non-aggression in "
    "Moscow. Newspapers printed it within days."
)


def run(text: str, **more: object) -> Run:
    return Run(text, SERIF, 11.5, "000000", **more)  # type: ignore[arg-type]


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def end_of(line: Line) -> float:
    return line.x + line.width + line.stretch * line.text.count(" ") + line.tracking * (len(line.text) - 1)


def test_justified_lines_end_at_the_measure_and_the_last_does_not() -> None:
    lines = set_lines((run(TEXT),), 330, align="justify", language="en")
    assert len(lines) > 2
    assert all(end_of(line) == pytest.approx(330, abs=0.5) for line in lines[:-1])
    assert end_of(lines[-1]) < 330
    assert lines[-1].stretch == 0


def test_hyphens_come_only_where_spaces_alone_would_be_too_wide() -> None:
    assert not any(line.hyphen for line in set_lines((run(TEXT),), 330, align="justify", language="en"))
    narrow = set_lines((run(TEXT),), 110, align="justify", language="en")
    assert any(line.hyphen for line in narrow)
    assert not any(
        line.hyphen for line in set_lines((run(TEXT),), 110, align="justify", language="en", hyphenate=False)
    )
    assert not any(line.hyphen for line in set_lines((run(TEXT),), 110, align="left", language="en"))
    assert not any(line.hyphen for line in set_lines((run(TEXT),), 110, align="justify", language=None))


def test_a_line_that_would_be_too_loose_is_left_ragged() -> None:
    lines = set_lines((run("Supercalifragilistic NKVD-USSR-DDR, and"),), 90, align="justify", hyphenate=False)
    assert lines[0].stretch == lines[0].tracking == 0


def test_a_line_of_which_nothing_is_painted_is_not_filled_out() -> None:
    width = advance("Poland", SERIF, 11.5) + 1
    lines = set_lines((run("\u200b \u200b Poland fell"),), width, align="justify")
    assert texts(lines) == ["\u200b \u200b", "Poland", "fell"]
    assert lines[0].stretch == lines[0].tracking == 0


def test_an_explicit_hyphen_is_not_doubled() -> None:
    width = advance("the counter-", SERIF, 11.5) + 1
    lines = set_lines((run("the counter-revolution"),), width, language="en")
    assert texts(lines) == ["the counter-", "revolution"]
    assert lines[0].broken
    assert not lines[0].hyphen


def test_soft_hyphens_divide_and_are_not_printed_otherwise() -> None:
    width = advance("the trea-", SERIF, 11.5) + 1
    lines = set_lines((run("the trea\u00adty of"),), width)
    assert texts(lines) == ["the trea\u00ad-", "ty of"]
    assert lines[0].hyphen


def test_hard_spaces_hold_and_are_printed_as_spaces() -> None:
    width = advance("Only on the 23", SERIF, 11.5) + 1
    assert texts(set_lines((run("Only on the 23\u00a0August"),), width)) == ["Only on the", "23 August"]
    # Where what they hold together is wider than a line they give way.
    assert texts(set_lines((run("23\u00a0August"),), advance("August ", SERIF, 11.5))) == ["23", "August"]


def test_newlines_end_lines() -> None:
    assert texts(set_lines((run("one\ntwo\n\nthree"),), 300, align="justify")) == ["one", "two", "", "three"]


def test_runs_keep_their_text_and_spaces() -> None:
    runs = (run("On "), Run("1939", SANS, 11.5, "000000"), run(", later "), run(""), run("still"))
    assert [line.pieces for line in set_lines(runs, 500)] == [
        ((0, "On "), (1, "1939"), (2, ", later "), (4, "still"))
    ]


@pytest.mark.parametrize(("align", "x"), [("left", 10.0), ("center", None), ("right", None)])
def test_alignment(align: Align, x: float | None) -> None:
    (line,) = set_lines((run("word"),), 100, align=align, first_indent=10)
    expected = x if x is not None else (10 + (90 - line.width) / (2 if align == "center" else 1))
    assert line.x == pytest.approx(expected)


def test_a_heading_does_not_end_in_a_lone_word() -> None:
    text = "What the partition of Poland meant for those who lived there"
    width = advance(text.rsplit(" ", 1)[0], SERIF, 11.5) + 2
    assert texts(set_lines((run(text),), width))[-1] == "there"
    even = set_lines((run(text),), width, avoid_runt=True)
    assert len(even) == 2
    assert even[1].width > width / 3


def test_no_text_no_lines() -> None:
    assert set_lines((), 100) == []
    assert set_lines((run("  "),), 100) == []


def test_no_line_begins_with_a_mark_that_a_space_sets_off() -> None:
    text = "Il demande : « Pourquoi la crise ? » Puis il se tait ; la salle attend ! Et enfin « rien »."
    for width in range(90, 300, 3):
        for line in texts(set_lines((run(text),), width, language="fr")):
            assert line[0] not in "»?!:;", (width, line)
            assert line.rstrip()[-1] != "«", (width, line)


def test_letters_that_are_spaced_make_no_space_wider_than_it_may_be() -> None:
    natural, tracked = space(SERIF) * 11.5, 0
    for width in range(90, 330, 2):
        for line in set_lines((run(TEXT),), width, align="justify", language="en")[:-1]:
            assert natural + line.stretch + 2 * line.tracking <= STRETCH * natural + 0.001
            if line.stretch or line.tracking:
                assert end_of(line) == pytest.approx(width, abs=0.01)
            tracked += line.tracking > 0
    assert tracked > 10
