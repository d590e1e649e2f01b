"""The words dates are written with, in English, Spanish, French, German and Russian: word in, meaning out."""

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

_SEASONS = {
    SPRING: "spring primavera printemps frühling frühjahr весна весной весны",
    SUMMER: "summer verano été sommer лето летом лета",
    AUTUMN: "autumn fall otoño automne herbst осень осенью осени",
    WINTER: "winter invierno hiver зима зимой зимы",
}
SEASONS = {word: season for season, words in _SEASONS.items() for word in words.split()}
"""Season names in lower case → 21–24. German Winter is the English word."""

CIRCA = (
    "c.", "ca.", "c", "ca", "circa", "about", "around", "approximately", "approx.", "roughly",
    "hacia", "alrededor de", "cerca de", "vers", "v.", "environ", "env.", "um", "etwa", "около", "ок.", "примерно",
)  # fmt: skip
"""What stands before a date that is approximate."""

BCE = (
    "bce", "bc", "b.c.e.", "b.c.", "a. c.", "a.c.", "a. e. c.", "av. j.-c.", "avant j.-c.", "av. j-c.",
    "v. chr.", "v.chr.", "v. u. z.", "до н. э.", "до н.э.",
)  # fmt: skip
"""What stands after a year before the common era."""

CE = (
    "ce",
    "ad",
    "c.e.",
    "a.d.",
    "d. c.",
    "d.c.",
    "ap. j.-c.",
    "apr. j.-c.",
    "n. chr.",
    "n.chr.",
    "н. э.",
    "н.э.",
)
"""What stands after (or as AD before) a year of the common era."""

SINCE = (
    "since", "from", "starting in", "beginning in", "starting", "after and including", "desde", "depuis",
    "à partir de", "seit", "ab", "с",
)  # fmt: skip
"""What stands before the beginning of an open range."""

UNTIL = (
    "until",
    "till",
    "up to",
    "through",
    "hasta",
    "jusqu’en",
    "jusqu'en",
    "jusqu’au",
    "jusqu'au",
    "bis",
    "до",
)
"""What stands before the end of a range without a beginning."""

ONWARD = (
    "onward", "onwards", "on", "to the present", "to present", "to today", "to now", "– present", "-present",
    "–present", "- present", "— present", "–today", "– today", "- today", "-today", "– now", "–now", "en adelante",
)  # fmt: skip
"""What stands after the beginning of a range that is still open."""

PARTS = {
    "early": 0, "beginning of": 0, "start of": 0, "mid": 1, "mid-": 1, "middle of": 1, "late": 2, "end of": 2,
}  # fmt: skip
"""Parts of a month, year or decade → its first, second, last third."""

RANGE_WORDS = (
    "to",
    "until",
    "till",
    "through",
    "and",
    "a",
    "al",
    "à",
    "au",
    "bis",
    "по",
    "до",
    "y",
    "et",
    "und",
)
"""What stands between the ends of a range."""

DECADE_ENDINGS = ("s", "'s", "’s", "er", "er jahre", "-е", "-е годы", "-е гг.", "-х")
"""What follows a year that stands for its decade."""

DECADE_WORDS = (
    "the",
    "años",
    "los años",
    "década de",
    "la década de",
    "années",
    "les années",
    "die",
    "decade of the",
)
"""What may stand before a decade."""

CENTURY = ("century", "siglo", "siècle", "jahrhundert", "jh.", "век", "в.")
"""The word for a hundred years."""
