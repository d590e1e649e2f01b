"""A seed in, a made-up lesson out: about four pages and fifteen slides of words that mean nothing.

The words of a language and how often each is used are those of a plain text; what is said differs from seed to seed,
so that no round of a benchmark finds its own lines measured already.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

PHOTOGRAPHS = ("harbour", "bridge")
_SECTIONS, _ANSWERED = 3, 2
_TEXT = (
    "the of and to a in that was for it with as on be at by had not are but from or have an they which one were all "
    "their there been if more when would who so no what up out about into than them only some could time these two may "
    "then first any like now such made over our even most after also did many before must through years where much way "
    "well down should because each just those people how too little state good very make world still own see men work "
    "long here get both between life being under never day same another know while last might us great old year off "
    "come since against go came right used take three states himself few house use during without again place "
    "government treaty frontier railway harbour minister council province archive army winter factory village bread "
    "schoolteacher newspaper witness memory evidence historian border alliance prisoner neighbour occupation "
    "resistance transport agreement protocol declaration independence population agriculture industry committee "
    "nevertheless approximately responsibility consequently administration international reconstruction territory"
)
_WORDS = _TEXT.split()
_WEIGHTS = [1 / (rank + 8) for rank in range(len(_WORDS))]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the lesson. `events` are dates with what happened, `rows` a table with its header first."""

    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]
    question: str
    answer: str = ""
    events: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    photograph: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A lesson, whoever sets it."""

    title: str
    question: str
    objectives: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    exit: str


def content(seed: int, *, photographs: bool) -> Content:
    """The lesson of a seed; two of its sections show a photograph where it has them."""
    say = _Speaker(Random(seed))
    return Content(
        say.phrase(5),
        say.asked(11),
        tuple(say.phrase(10) for _ in range(3)),
        tuple((say.phrase(2), say.sentence(9)) for _ in range(6)),
        tuple(_section(say, number, photographs) for number in range(_SECTIONS)),
        say.asked(13),
    )


def _section(say: _Speaker, number: int, photographs: bool) -> Section:
    years = sorted(say.random.sample(range(1900, 1960), 8))
    return Section(
        say.phrase(4),
        tuple(say.paragraph(6) for _ in range(3)),
        tuple(say.sentence(9) for _ in range(4)),
        say.asked(14),
        say.sentence(16) if number < _ANSWERED else "",
        tuple((str(year), say.phrase(6)) for year in years) if number == 0 else (),
        say.sentence(15) if number == 1 else "",
        tuple(tuple(say.phrase(3) for _ in range(3)) for _ in range(5)) if number == 2 else (),
        PHOTOGRAPHS[number] if photographs and number < len(PHOTOGRAPHS) else "",
    )


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Says things of so many words."""

    random: Random

    def words(self, count: int) -> list[str]:
        return self.random.choices(_WORDS, _WEIGHTS, k=count)

    def phrase(self, count: int) -> str:
        return " ".join(self.words(count)).capitalize()

    def sentence(self, count: int) -> str:
        return f"{self.phrase(count)}."

    def asked(self, count: int) -> str:
        return f"{self.phrase(count)}?"

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence(self.random.randint(8, 20)) for _ in range(sentences))
