"""Works cited and short references, after MLA 9."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders.lesson.citations import cite, short_cite, sort_key, untold_cite
from builders.lesson.dates import Date, parse_date
from builders.lesson.model import Inline, Source, Span, plain


def date(text: str) -> Date:
    found = parse_date(text)
    assert isinstance(found, Date)
    return found


def styled(text: Inline) -> str:
    return "".join(f"_{span.text}_" if span.italic else span.text for span in text)


ARTICLE = Source(
    "timm",
    (),
    type="article-newspaper",
    authors=("Timm, Leo",),
    title=(Span("Darkness of Victory: The Communist Factor"),),
    publication="The Epoch Times",
    date=date("2017-05-08"),
    url="https://www.example.org/timm/",
    accessed=date("2026-01-05"),
)
BOOK = Source(
    "m",
    (),
    type="book",
    authors=("Moorhouse, Roger", "Smith, Ann"),
    title=(Span("The Devils’ Alliance"),),
    publisher="Basic Books",
    place="New York",
    date=date("2014"),
    pages="12-15",
)
TREATY = Source(
    "t", (), type="treaty", title=(Span("Treaty of Non-Aggression"),), place="Moscow", date=date("1939-08-23")
)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            ARTICLE,
            "Timm, Leo. “Darkness of Victory: The Communist Factor.” _The Epoch Times_, 8 May 2017, "
            "www.example.org/timm. Accessed 5 January 2026.",
        ),
        (
            BOOK,
            "Moorhouse, Roger, and Ann Smith. _The Devils’ Alliance_. New York: Basic Books, 2014, pp. 12–15.",
        ),
        (TREATY, "Treaty of Non-Aggression. Moscow, 23 August 1939."),
        (
            Source(
                "d",
                (),
                title=(Span("Order No. 227"),),
                publication="Documents of the War",
                date=date("1942-07-28"),
            ),
            "“Order No. 227.” _Documents of the War_, 28 July 1942.",
        ),
        (
            Source("d", (), title=(Span("Order No. 227"),), archive="RGASPI, f. 558"),
            "_Order No. 227_. RGASPI, f. 558.",
        ),
        (
            Source(
                "q",
                (),
                type="webpage",
                authors=("A", "B", "C"),
                title=(Span("Who paid?"),),
                date=date("1942~"),
            ),
            "A, et al. “Who paid?” C. 1942.",
        ),
        (Source("s", (), sentence=(Span("Trotter, A Frozen Hell, 1991"),)), "Trotter, A Frozen Hell, 1991."),
    ],
)
def test_entry(source: Source, words: str) -> None:
    assert styled(cite(source, "en")).replace("\u00a0", " ") == words


def test_links() -> None:
    assert {span.link for span in cite(ARTICLE, "en") if span.link} == {"https://www.example.org/timm/"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "Timm, Leo. «Darkness of Victory: The Communist Factor». The Epoch Times, 8 de mayo de 2017"),
        ("fr", "Timm, Leo. « Darkness of Victory: The Communist Factor ». The Epoch Times, 8 mai 2017"),
        ("de", "Timm, Leo. „Darkness of Victory: The Communist Factor“. The Epoch Times, 8. Mai 2017"),
        ("ru", "Timm, Leo. «Darkness of Victory: The Communist Factor». The Epoch Times, 8 мая 2017"),
    ],
)
def test_entry_in_each_language(language: str, words: str) -> None:
    assert plain(cite(ARTICLE, language)).replace("\u00a0", " ").startswith(words)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (ARTICLE, "Timm, “Darkness of Victory,” 2017"),
        (BOOK, "Moorhouse and Smith, The Devils’ Alliance, 2014"),
        (TREATY, "Treaty of Non-Aggression, 1939"),
        (Source("s", (), sentence=(Span("Trotter, William. A Frozen Hell."),)), "Trotter, William"),
        (Source("s", (), sentence=(Span("Order No. 227."),)), "Order No. 227"),
    ],
)
def test_short(source: Source, words: str) -> None:
    assert plain(short_cite(source, "en")) == words


@pytest.mark.parametrize(
    ("by", "when", "words"),
    [
        ("Leo Timm, opinion article", "2017-05-08", "“Darkness of Victory”"),
        ("Leo Timm, opinion article", "2018", "“Darkness of Victory,” 2017"),
        ("Leo Timm, opinion article", None, "“Darkness of Victory,” 2017"),
        ("Timmy, a reader", "2017", "Timm, “Darkness of Victory”"),
    ],
)
def test_what_is_said_already_is_not_said_again(by: str, when: str | None, words: str) -> None:
    assert plain(untold_cite(ARTICLE, "en", (Span(by),), date(when) if when else None)) == words


def test_a_work_of_which_all_is_said_is_still_named() -> None:
    bare = Source("t", (), authors=("Timm, Leo",), date=date("2017"))
    assert plain(untold_cite(bare, "en", (Span("Leo Timm"),), date("2017"))) == "Timm, 2017"


def test_a_short_title_stands_for_a_long_one_beside_things_and_not_among_the_works() -> None:
    source = replace(
        TREATY, title=(Span("Treaty of Non-Aggression between Two States"),), title_short=(Span("Treaty"),)
    )
    assert plain(short_cite(source, "en")) == "Treaty, 1939"
    assert "Treaty of Non-Aggression between Two States" in plain(cite(source, "en"))


def test_sorting() -> None:
    assert [s.id for s in sorted([TREATY, ARTICLE, BOOK], key=sort_key)] == ["m", "timm", "t"]
