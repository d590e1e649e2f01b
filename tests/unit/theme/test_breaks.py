"""Where a line may end within a word."""

from __future__ import annotations

import pytest

from builders.theme.breaks import bound, opportunities


def shown(word: str) -> str:
    places = opportunities(word)
    return "".join(("|" if index in places else "") + char for index, char in enumerate(word))


@pytest.mark.parametrize(
    "expected",
    [
        "treaty",
        "counter-|revolutionary",
        "non-|aggression",
        "Ribbentrop–|Molotov",
        "peace—|and",
        "1939–1941",
        "9-12",
        "-5",
        "end-",
        "“who-|ever”",
        "non\u2011stop",
        "a\u200b|b",
        "https://example.|org/|a/|b-|c?|d=|e",
        "www.|archives.|gov/|x",
        "name@|example.|org",
        "and/or",
        "東|京|は、|大|き|い。",
        "（東|京）",
    ],
)
def test_opportunities(expected: str) -> None:
    assert shown(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit : « Quoi ? » Puis ; rien !", "Il dit~: «~Quoi~?~» Puis~; rien~!"),
        ("le « mot », dit-il", "le «~mot~», dit-il"),
        ("Er sagte »Nein« und »Ja« laut", "Er sagte »Nein« und »Ja« laut"),
        ("(a) [b] « c", "(a) [b] «~c"),
        ("a (sic ) b", "a (sic~) b"),
        ("? b", "? b"),
        ("on 22 June 1941, 20 km off", "on 22~June 1941, 20~km off"),
        ("(23–25 August) or June 22, 1941", "(23–25~August) or June~22, 1941"),
        ("am 23. August, Nr. 227", "am 23.~August, Nr.~227"),
        ("le 1er septembre et le 17 septembre", "le 1er~septembre et le 17~septembre"),
        ("el 23 de agosto de 1939", "el 23~de~agosto de 1939"),
        ("23 августа, приказ № 227", "23~августа, приказ №~227"),
        ("Order No. 227, CC BY-SA 4.0", "Order No.~227, CC~BY-SA~4.0"),
        ("No. They may; 1941 June; 12 kmers; 1941 May", "No. They may; 1941 June; 12 kmers; 1941 May"),
    ],
)
def test_a_space_that_sets_off_a_mark_is_bound(text: str, expected: str) -> None:
    assert bound([text]) == [expected.replace("~", "\u00a0")]


def test_marks_are_bound_over_several_texts() -> None:
    assert bound(["« ", "mot", "", " »"]) == ["«\u00a0", "mot", "", "\u00a0»"]


def test_no_line_begins_or_ends_at_a_no_break_space() -> None:
    assert shown("«\u00a0東京\u00a0»") == "«\u00a0東|京\u00a0»"
