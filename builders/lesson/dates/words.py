"""The words dates are written with, in English, Spanish, French, German and Russian; the longest come first."""

from __future__ import annotations

from builders.lesson.dates.points import AUTUMN, SPRING, SUMMER, WINTER

_MONTHS = (
    "january jan | enero ene | janvier janv | januar jänner jän | январь января янв",
    "february feb | febrero | février févr fév | februar | февраль февраля февр фев",
    "march mar | marzo | mars | märz mrz | март марта мар",
    "april apr | abril abr | avril avr | апрель апреля апр",
    "may | mayo | mai | май мая",
    "june jun | junio | juin | juni | июнь июня июн",
    "july jul | julio | juillet juil | juli | июль июля июл",
    "august aug | agosto ago | août aout | август августа авг",
    "september sept sep | septiembre setiembre set | septembre | сентябрь сентября сент сен",
    "october oct | octubre | octobre | oktober okt | октябрь октября окт",
    "november nov | noviembre | novembre | ноябрь ноября нояб ноя",
    "december dec | diciembre dic | décembre déc | dezember dez | декабрь декабря дек",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.replace("|", " ").split()}
"""Month names and abbreviations without their full stop, in lower case → 1–12."""

MONTH_NAMES = tuple(words.split()[0].capitalize() for words in _MONTHS)
"""The English names of the months."""

_SEASONS = {
    SPRING: "spring primavera printemps frühling frühjahr весна весной весны",
    SUMMER: "summer verano été sommer лето летом лета",
    AUTUMN: "autumn fall otoño automne herbst осень осенью осени",
    WINTER: "winter invierno hiver зима зимой зимы",
}
SEASONS = {word: season for season, words in _SEASONS.items() for word in words.split()}
"""Season names in lower case → 21–24. German Winter is the English word."""

CIRCA = (
    "approximately", "alrededor de", "cerca de", "примерно", "approx.", "roughly", "environ", "around",
    "circa", "about", "hacia", "около", "vers", "env.", "etwa", "ca.", "ок.", "c.", "ca", "v.", "um", "c",
)  # fmt: skip
"""What stands before a date that is approximate."""

BCE = (
    "avant j.-c.", "av. j.-c.", "a. e. c.", "av. j-c.", "v. u. z.", "до н. э.", "v. chr.", "до н.э.",
    "b.c.e.", "v.chr.", "a. c.", "b.c.", "a.c.", "bce", "bc",
)  # fmt: skip
"""What stands after a year before the common era."""

CE = (
    "apr. j.-c.", "ap. j.-c.", "n. chr.", "n.chr.", "d. c.", "н. э.", "c.e.", "a.d.", "d.c.", "н.э.", "ce",
    "ad",
)  # fmt: skip
"""What stands after (or as AD before) a year of the common era."""

SINCE = (
    "after and including", "beginning in", "starting in", "à partir de", "starting", "depuis", "since",
    "desde", "from", "seit", "ab", "с",
)  # fmt: skip
"""What stands before the beginning of an open range."""

UNTIL = (
    "jusqu’en", "jusqu'en", "jusqu’au", "jusqu'au", "through", "until", "up to", "hasta", "till", "bis",
    "до",
)  # fmt: skip
"""What stands before the end of a range without a beginning."""

ONWARD = (
    "to the present", "en adelante", "to present", "– present", "- present", "— present", "to today",
    "-present", "–present", "onwards", "– today", "- today", "onward", "to now", "–today", "-today",
    "– now", "–now", "on",
)  # fmt: skip
"""What stands after the beginning of a range that is still open."""

PARTS = {
    "beginning of": 0, "middle of": 1, "start of": 0, "end of": 2, "early": 0, "mid-": 1, "late": 2,
    "mid": 1,
}  # fmt: skip
"""Parts of a month, year or decade → its first, second, last third."""

RANGE_WORDS = (
    "to", "until", "till", "through", "and", "a", "al", "à", "au", "bis", "по", "до", "y", "et", "und",
)  # fmt: skip
"""What stands between the ends of a range."""
