"""How each language says what CLDR's patterns don't: circa, eras, open ends, decades, centuries, seasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from builders.lesson.dates.points import SPRING, WINTER, Point

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language. `patterns` and `names` are the CLDR locales of the patterns and the month names.

    `since` and `until` get the date in words and the date; `decade` its first year and whether to be short; `century`
    its number and whether it is before the common era. `range_day` writes the first day of 23–25 August;
    `plural_year` follows a range of years ("гг.").
    """

    patterns: str
    names: str
    circa: str
    bce: str
    ce: str
    since: Callable[[str, Point], str]
    until: Callable[[str, Point], str]
    decade: Callable[[int, bool], str]
    century: Callable[[int, bool], str]
    season: Callable[[int, int], str]
    year: Callable[[str], str] = str
    day: Callable[[int], str] = str
    range_day: Callable[[int], str] = str
    plural_year: str = ""


def _seasons(words: tuple[str, str, str, str], between: str, after: str = "") -> Callable[[int, int], str]:
    def season(number: int, year: int) -> str:
        span = f"{year}–{(year + 1) % 100:02}" if number == WINTER else str(year)
        return f"{words[number - 21]}{between}{span}{after}"

    return season


def _roman(number: int) -> str:
    text = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text, number = text + letters, number - value
    return text


def _english_century(number: int, before: bool) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century{' BCE' if before else ''}"


def _french_century(number: int, before: bool) -> str:
    return f"{_roman(number)}{'er' if number == 1 else 'e'} siècle{f' av.{NBSP}J.-C.' if before else ''}"


def _english(words: str, point: Point) -> str:
    return f"the {words}" if point.span > 1 else words


def _spanish(words: str, point: Point) -> str:
    if point.span == 10 or point.season == SPRING:
        return f"la {words}"
    masculine = point.span == 100 or point.day is not None or point.season is not None
    return f"el {words}" if masculine else words


def _french_since(words: str, point: Point) -> str:
    if point.span == 10:
        return f"depuis les {words}"
    if point.season is not None and point.season != SPRING:
        return f"depuis l’{words}"
    masculine = point.span == 100 or point.day is not None or point.season == SPRING
    return f"depuis le {words}" if masculine else f"depuis {words}"


def _french_until(words: str, point: Point) -> str:
    if point.span == 10:
        return f"jusqu’aux {words}"
    if point.season is not None and point.season != SPRING:
        return f"jusqu’à l’{words}"
    masculine = point.span == 100 or point.day is not None or point.season == SPRING
    return f"jusqu’au {words}" if masculine else f"jusqu’en {words}"


def _german_since(words: str, point: Point) -> str:
    if point.span == 10:
        return f"ab den {words.replace('Jahre', 'Jahren')}"
    return f"ab dem {words}" if point.span == 100 else f"ab {words}"


def _german_until(words: str, point: Point) -> str:
    if point.span == 10:
        return f"bis in die {words}"
    return f"bis ins {words}" if point.span == 100 else f"bis {words}"


def _russian_until(words: str, _: Point) -> str:
    # "по" takes the accusative, which only the seasons in -а show.
    return "по " + words.replace("весна", "весну").replace("зима", "зиму")


PHRASES = {
    "en": Phrases(
        patterns="en_GB",
        names="en",
        circa="c.",
        bce="BCE",
        ce="CE",
        since=lambda words, point: f"from {_english(words, point)}",
        until=lambda words, point: f"until {_english(words, point)}",
        decade=lambda year, _: f"{year}s",
        century=_english_century,
        season=_seasons(("spring", "summer", "autumn", "winter"), " "),
    ),
    "es": Phrases(
        patterns="es",
        names="es",
        circa="c.",
        bce=f"a.{NBSP}C.",
        ce=f"d.{NBSP}C.",
        since=lambda words, point: f"desde {_spanish(words, point)}",
        until=lambda words, point: f"hasta {_spanish(words, point)}",
        decade=lambda year, _: f"década de {year}",
        century=lambda number, before: f"siglo {_roman(number)}{f' a.{NBSP}C.' if before else ''}",
        season=_seasons(("primavera", "verano", "otoño", "invierno"), " de "),
    ),
    "fr": Phrases(
        patterns="fr",
        names="fr",
        circa="vers",
        bce=f"av.{NBSP}J.-C.",
        ce=f"apr.{NBSP}J.-C.",
        since=_french_since,
        until=_french_until,
        decade=lambda year, _: f"années {year}",
        century=_french_century,
        season=_seasons(("printemps", "été", "automne", "hiver"), " "),
        day=lambda day: "1er" if day == 1 else str(day),
    ),
    "de": Phrases(
        patterns="de",
        names="de",
        circa="um",
        bce=f"v.{NBSP}Chr.",
        ce=f"n.{NBSP}Chr.",
        since=_german_since,
        until=_german_until,
        decade=lambda year, short: f"{year}er" if short else f"{year}er Jahre",
        century=lambda number, before: f"{number}. Jahrhundert{f' v.{NBSP}Chr.' if before else ''}",
        season=_seasons(("Frühjahr", "Sommer", "Herbst", "Winter"), " "),
        range_day=lambda day: f"{day}.",
    ),
    "ru": Phrases(
        patterns="ru",
        names="ru",
        circa="ок.",
        bce=f"до{NBSP}н.{NBSP}э.",
        ce=f"н.{NBSP}э.",
        since=lambda words, _: f"{words} и далее",
        until=_russian_until,
        decade=lambda year, short: f"{year}-е{NBSP}{'гг.' if short else 'годы'}",
        century=lambda number, before: f"{_roman(number)} век{f' до{NBSP}н.{NBSP}э.' if before else ''}",
        season=_seasons(("весна", "лето", "осень", "зима"), " ", f"{NBSP}г."),
        year=lambda year: f"{year}{NBSP}г.",
        plural_year="гг.",
    ),
}
