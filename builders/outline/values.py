"""Single values: a node in, text, inline text, a number, a date, a licence, a language out."""

from __future__ import annotations

import re
from typing import Annotated, assert_never

from builders.diagnostics import Edit, Hint, Severity
from builders.lesson.dates import Date, DateProblem, parse_date, second_reading
from builders.lesson.inline import LANGUAGE, InlineProblem, parse_inline, parse_prose
from builders.lesson.licenses import FAIR_USE, NO_KNOWN, PERMISSION, UNKNOWN, LicenseProblem, read_license
from builders.lesson.model import Inline, License, Paper, Prose, plain
from builders.outline import cures
from builders.outline.characters import bad_characters
from builders.outline.kinds import TEXT_SCHEMA, Kind
from builders.outline.reader import Given, Reader
from builders.outline.teacher_only import answer_cure, is_teacher_only, question_before_answer, shows_answer
from builders.source.nodes import Mapping, Scalar, Sequence

_NO_OWN = frozenset({UNKNOWN.id, PERMISSION.id, FAIR_USE.id, NO_KNOWN.id})
_NOTES = frozenset({"unbalanced-emphasis", "unsupported-markup", "list-in-text"})


def raw_text(given: Given, reader: Reader) -> str:
    """The text of a scalar, its characters checked; "" and an error for anything else."""
    node = given.node
    match node:
        case Scalar():
            _check_characters(node, given, reader)
            if shows_answer(node.value, given.loc):
                message = "This text has an answer in it, and would be printed for students."
                cure = answer_cure(given.key.value if given.key and "table" in given.loc else None)
                reader.error("answer-shown", message, given, Hint(cure))
            return node.value
        case Sequence():
            _list_for_text(node, given, reader)
        case Mapping():
            hint = cures.quoted(node, reader.text)
            teachers = [e.key.value for e in node.entries if is_teacher_only(e.key.value)]
            if teachers:
                cure = f"take the dash away and indent `{teachers[0]}:` under the question above, if it belongs to one"
                if question_before_answer(teachers[0]) is not None:
                    cure = "leave the answer out, or make this a `- question:` in `content` with `answer:` below it"
                message = f"`{teachers[0]}:` can’t stand here, where a text is wanted."
                reader.error("wrong-type", message, given, Hint(cure))
                return ""
            reader.error(
                "wrong-type",
                "Here a text is wanted, and this is a name with a value.",
                given,
                *(
                    (hint,)
                    if hint
                    else (Hint("write the text alone, in quotation marks if a colon is in it"),)
                ),
            )
    return ""


def _list_for_text(node: Sequence, given: Given, reader: Reader) -> None:
    texts = [item for item in node.items if isinstance(item, Scalar)]
    hint = Hint("write one text")
    if texts and len(texts) == len(node.items):
        whole = reader.text[texts[0].start : texts[0].end]
        if len(texts) > 1:
            whole = cures.scalar("; ".join(item.value for item in texts))
        hint = cures.replace(node, whole, "write it as one text, without the dash", safe=len(texts) == 1)
    reader.error("wrong-type", "Here one text is wanted, and this is a list.", given, hint)


def _check_characters(node: Scalar, given: Given, reader: Reader) -> None:
    for bad in bad_characters(node.value, reader.language):
        at = given
        written = reader.text.find(bad.char, node.start, node.end)
        if written >= 0:
            at = Given(Scalar(bad.char, written, written + 1), given.loc)
        match bad.why:
            case "right-to-left":
                message = f"{bad.name} belongs to a script that runs from right to left, which can’t be printed yet."
                reader.error(
                    "right-to-left", message, at, Hint("write it in Latin letters: [shalom]{lang=he-Latn}")
                )
            case "direction":
                edits = (Edit(written, written + 1, ""),) if written >= 0 else ()
                message = f"An invisible mark that turns the direction of writing ({bad.name}) stands here."
                reader.error("right-to-left", message, at, Hint("delete it", edits, safe=bool(edits)))
            case "uncovered":
                hint = Hint("write it in another way, or leave it out")
                reader.error("uncovered-character", f"No font here has the character {bad.name}.", at, hint)
            case _:
                assert_never(bad.why)


def _report_inline(problems: tuple[InlineProblem, ...], given: Given, reader: Reader) -> None:
    for problem in problems:
        at = given
        if problem.text and isinstance(given.node, Scalar):
            written = reader.text.find(problem.text, given.node.start, given.node.end)
            if written >= 0:
                at = Given(Scalar(problem.text, written, written + len(problem.text)), given.loc)
        severity = Severity.NOTE if problem.code in _NOTES else Severity.WARNING
        reader.report(severity, problem.code, problem.message, at, (Hint(problem.cure),))


def read_text(given: Given, reader: Reader) -> str | None:
    """Plain text on one line; None when it is empty."""
    return " ".join(raw_text(given, reader).split(" ")).strip() or None


def read_inline(given: Given, reader: Reader) -> Inline:
    """Inline text."""
    text = raw_text(given, reader)
    inline, problems = parse_inline(text)
    _report_inline(problems, given, reader)
    return inline


def read_prose(given: Given, reader: Reader) -> Prose:
    """Paragraphs; a list of texts is a list of paragraphs."""
    paragraphs: list[Inline] = []
    for item in given.items():
        text = raw_text(item, reader)
        if isinstance(item.node, Scalar) and item.node.style != "literal":
            # YAML joins lines itself, and leaves one line break where there was a blank line.
            text = text.replace("\n", "\n\n")
        prose, problems = parse_prose(text)
        _report_inline(problems, item, reader)
        paragraphs += prose
    return tuple(paragraphs)


_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fortyfive": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_PARTS_OF_HOURS = {"half an hour": 30, "half hour": 30, "a half hour": 30, "a quarter of an hour": 15}
_HOURS = re.compile(
    r"(?P<n>\d+(?:[.,]\d+)?|an?|one|two)\s*(?:h|hr|hrs|hours?)\b(?:\s*(?P<m>\d+))?", re.IGNORECASE
)


def read_whole(least: int, most: int, what: str) -> Kind[int | None]:
    """A whole number between two bounds; `what` names it in messages."""

    def read(given: Given, reader: Reader) -> int | None:
        words = raw_text(given, reader).strip()
        if not words:
            return None
        if words.isascii() and words.isdigit() and least <= int(words[:9]) <= most and len(words) < 9:
            return int(words)
        meant = _number_meant(words)
        hints = []
        if meant is not None and least <= meant <= most:
            hints.append(cures.replace(given.node, str(meant), f"write {meant}", safe=_sure(words, meant)))
        message = f"{what} is a whole number from {least} to {most}, and this is “{words}”."
        if words.isascii() and words.isdigit() and int(words[:9]) > most:
            message = f"{what} is at most {most}, and this is {words}."
            hints = [Hint(f"write {most} or less")]
        hints = hints or [Hint("write a number in digits, and nothing else")]
        reader.error("wrong-number", message[:1].upper() + message[1:], given, *hints)
        return None

    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Kind(f"whole number, {least}–{most}", read, schema)


def _number_meant(words: str) -> int | None:
    if words.casefold() in _PARTS_OF_HOURS:
        return _PARTS_OF_HOURS[words.casefold()]
    hours = _HOURS.match(words)
    if hours is not None:
        number = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0}.get(hours["n"].lower())
        number = float(hours["n"].replace(",", ".")) if number is None else number
        return round(60 * number) + int(hours["m"] or 0)
    digits = re.search(r"\d+", words)
    if digits is not None:
        return int(digits[0][:9])
    return _NUMBER_WORDS.get(re.sub(r"[\s-]+|minutes?|lines?", "", words.casefold()))


def _sure(words: str, meant: int) -> bool:
    """True when there is one number, and nothing that changes it."""
    return (
        len(re.findall(r"\d+", words)) <= 1 and not re.search(r"[-+.,~<>/–]", words) and str(meant) in words
    )


def read_date(given: Given, reader: Reader) -> Date | None:
    """A date."""
    words = raw_text(given, reader).strip()
    return date_from(words, given, reader) if words else None


def date_from(words: str, given: Given, reader: Reader, *, key: bool = False) -> Date | None:
    """A date from text; with `key` it is the name of an entry."""
    found = parse_date(words, reader.language)
    node = given.key if key and given.key is not None else given.node
    if isinstance(found, DateProblem):
        hints = (
            cures.replace(node, cures.scalar(reading.text), f"write {reading.text} ({reading.words})")
            for reading in found.readings
        )
        reader.report(Severity.ERROR, found.code, f"“{words}”: {found.message}", given, hints, key=key)
        return None
    if other := second_reading(words):
        hint = cures.replace(node, cures.scalar(other.text), f"write {other.text} if you mean {other.words}")
        message = f"“{words}” is read as a season, as EDTF has it."
        reader.report(Severity.WARNING, "ambiguous-date", message, given, (hint,), key=key)
    return found


def read_license_field(given: Given, reader: Reader) -> License | None:
    """The licence of an image."""
    words = raw_text(given, reader).strip()
    found = read_license(words) if words else None
    if isinstance(found, LicenseProblem):
        hints = [cures.replace(given.node, name, f"write {name}, if that is it") for name in found.names]
        cure = Hint("look for the licence where you found the picture, and write its name; or write unknown")
        reader.error("unknown-license", found.message, given, *hints, cure)
        return None
    return found


def read_own_license(given: Given, reader: Reader) -> License | None:
    """The licence of a lesson."""
    words = raw_text(given, reader).strip()
    found = read_license(words) if words else None
    if isinstance(found, LicenseProblem) or (found is not None and found.id in _NO_OWN):
        names = (found.names if isinstance(found, LicenseProblem) and found.of_versions else ()) or (
            "CC BY 4.0",
        )
        hints = [
            cures.replace(given.node, name, f"write {name}, if others may copy and change it")
            for name in names
        ]
        cure = Hint("leave `license` out to keep all rights")
        reader.error(
            "unknown-license", f"“{words}” is no licence that you can give a lesson.", given, *hints, cure
        )
        return None
    return found


_LANGUAGE_NAMES = {
    "english": "en", "american english": "en-US", "british english": "en-GB", "spanish": "es", "español": "es",
    "french": "fr", "français": "fr", "german": "de", "deutsch": "de", "russian": "ru", "русский": "ru",
    "latin": "la", "polish": "pl", "italian": "it", "japanese": "ja", "chinese": "zh", "korean": "ko",
    "ukrainian": "uk", "finnish": "fi", "czech": "cs", "greek": "el", "ancient greek": "grc", "dutch": "nl",
    "portuguese": "pt", "swedish": "sv", "lithuanian": "lt", "latvian": "lv", "estonian": "et", "romanian": "ro",
    "hungarian": "hu", "turkish": "tr",
}  # fmt: skip


def read_language(given: Given, reader: Reader) -> str | None:
    """A language tag."""
    words = raw_text(given, reader).strip()
    if not words or LANGUAGE.fullmatch(words):
        return words or None
    tag = _LANGUAGE_NAMES.get(words.casefold()) or (words.replace("_", "-") if "_" in words else None)
    hint = Hint("a tag has two or three letters, and where needed the script or the country: sr-Latn, pt-BR")
    if tag and LANGUAGE.fullmatch(tag):
        hint = cures.replace(given.node, tag, f"write {tag}", safe=True)
    reader.error(
        "unknown-language",
        f"“{words}” is not a language tag; write en, es, fr, de, ru or another.",
        given,
        hint,
    )
    return None


def read_paper(given: Given, reader: Reader) -> Paper | None:
    """Letter or A4."""
    words = raw_text(given, reader).strip()
    name = words.casefold().replace("us ", "").replace("din ", "").replace("-", "").replace(" ", "")
    if not words or name in tuple(Paper):
        return Paper(name) if words else None
    hints = cures.did_you_mean(Scalar(words, given.node.start, given.node.end), tuple(Paper))
    message = f"There is no paper “{words}” here; write letter or a4."
    hints = hints or (Hint("leave `paper` out for that of the language’s country"),)
    reader.error("wrong-paper", message, given, *hints)
    return None


TRUE = frozenset({"yes", "t", "y", "correct", "right", "verdadero", "vrai", "richtig", "wahr", "верно", "да"})
FALSE = frozenset({"no", "f", "n", "incorrect", "wrong", "falso", "faux", "falsch", "неверно", "нет"})


def read_boolean(given: Given, reader: Reader) -> bool | None:
    """True or false."""
    words = raw_text(given, reader).strip().casefold()
    if words in ("true", "false", ""):
        return None if not words else words == "true"
    meant = "true" if words in TRUE else "false" if words in FALSE else None
    hints = (
        (cures.replace(given.node, meant, f"write {meant}", safe=True),)
        if meant
        else (Hint("write true or false"),)
    )
    reader.error("wrong-type", "The answer to a statement is true or false.", given, *hints)
    return None


TEXT = Kind("text", read_text, TEXT_SCHEMA)
INLINE = Kind("inline", read_inline, TEXT_SCHEMA)
PROSE = Kind("prose", read_prose, {"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]})
DATE = Kind("date", read_date, {"type": ["string", "number"]})
LICENSE = Kind("licence", read_license_field, {"type": "string"})
OWN_LICENSE = Kind("licence", read_own_license, {"type": "string"})
LANGUAGE_TAG = Kind(
    "language tag", read_language, {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"}
)
PAPER = Kind("letter or a4", read_paper, {"enum": ["letter", "a4", "Letter", "A4"]})
BOOLEAN = Kind("true or false", read_boolean, {"type": "boolean"})
MINUTES = read_whole(1, 600, "the number of minutes")
LINES = read_whole(0, 40, "the number of lines")
DEPTH = read_whole(1, 4, "the depth of knowledge (DOK)")

Text = Annotated[str | None, TEXT]
InlineText = Annotated[Inline, INLINE]
ProseText = Annotated[Prose, PROSE]
DateField = Annotated[Date | None, DATE]
LicenseField = Annotated[License | None, LICENSE]
OwnLicenseField = Annotated[License | None, OWN_LICENSE]
LanguageField = Annotated[str | None, LANGUAGE_TAG]
PaperField = Annotated[Paper | None, PAPER]
BooleanField = Annotated[bool | None, BOOLEAN]
Minutes = Annotated[int | None, MINUTES]
Lines = Annotated[int | None, LINES]
Depth = Annotated[int | None, DEPTH]


def shortened(text: Inline, most: int = 40) -> str:
    """The beginning of a text, for messages."""
    words = plain(text)
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
