"""The fields of sources and images, and of what stands at the end of a lesson."""

from __future__ import annotations

from typing import Annotated, ClassVar

from builders.outline.chart_rows import ChartField, ChartKindField
from builders.outline.framing import CropField, FitField, FocusField, WidthField
from builders.outline.kinds import TEXT_SCHEMA, Kind, nullable
from builders.outline.many import list_of
from builders.outline.mapping import S, Syntax, any_number, one_or_none, read_model
from builders.outline.reader import Given, Reader
from builders.outline.references import REFERENCE, Reference
from builders.outline.syntax_maps import (
    AREA_WORDS,
    BORDERS_WORDS,
    EXACT_WORDS,
    AreaField,
    BordersField,
    MapField,
)
from builders.outline.values import (
    TEXT,
    DateField,
    InlineText,
    LicenseField,
    Lines,
    Minutes,
    ProseText,
    Text,
)
from builders.source.nodes import Mapping

Texts = Annotated[tuple[str, ...], list_of(TEXT)]


class SourceSyntax(Syntax):
    """A work that is cited; or the work in one sentence."""

    NAME: ClassVar[str] = "source"
    NOUN: ClassVar[str] = "a source"

    type: Text = one_or_none(
        "what it is, in the words of CSL: book, chapter, article-journal, article-newspaper, webpage, document, "
        "legislation, treaty, speech, report …; a document when left out"
    )
    author: Texts = any_number(
        "who wrote it; `Timm, Leo` is sorted by the family name, an institution is written as it is"
    )
    editor: Texts = any_number("who edited it")
    translator: Texts = any_number("who translated it")
    title: InlineText = any_number("its title")
    title_short: InlineText = any_number(
        "a short form of a long title, for where it is cited beside something"
    )
    publication: Text = one_or_none("the newspaper, journal, book or website that it appeared in")
    publisher: Text = one_or_none("who published it")
    place: Text = one_or_none("where it was published")
    date: DateField = one_or_none("when it was made or published")
    volume: Text = one_or_none("the volume")
    pages: Text = one_or_none("the pages, as in 12–15")
    url: Text = one_or_none("its web address")
    accessed: DateField = one_or_none("when you looked at the web address")
    archive: Text = one_or_none("the archive or library that holds it, with the shelf mark")
    note: InlineText = any_number("whatever else a reader needs, printed at the end")


class ImageSyntax(Syntax):
    """A picture and its credit; or the credit alone in one sentence."""

    NAME: ClassVar[str] = "image"
    NOUN: ClassVar[str] = "an image"

    file: Text = one_or_none(
        "the file, beside the outline or in assets/: jpg, png or svg; without it the image is planned, and a labelled "
        "place is printed"
    )
    title: InlineText = any_number("the title that its maker gave it")
    creator: Text = one_or_none("who made it: a name, or `unknown`")
    date: DateField = one_or_none("when it was made")
    source: Text = one_or_none("who holds it, with the shelf mark or image number")
    url: Text = one_or_none("the web address where it was found")
    license: LicenseField = one_or_none(
        "the licence in plain words: CC BY-SA 3.0 DE, CC0, public domain, permission, fair use, unknown …"
    )
    basis: Text = one_or_none("why it is in the public domain, who gave permission, or why the use is fair")
    changes: Text = one_or_none("what you changed, as in `coloured`; that it is cropped is said without this")
    credit: Text = one_or_none(
        "the credit in one sentence, instead of creator, source and license; or `mine`: the authors of the lesson made "
        "it, and it needs neither source nor licence"
    )
    alt: Text = one_or_none("what is to be seen, for those who can’t see it; not the caption")
    caption: InlineText = any_number("what is printed below it")
    width: WidthField = one_or_none(
        "how wide it is printed: `full` (as wide as what stands above and below it), `column` (as the lines of text), "
        "`half`, `margin`, or a length such as `8 cm` or `3 in`; when left out, as wide as it is good to look at"
    )
    crop: CropField = one_or_none(
        "the proportion of width to height that a photograph is cut to, as in `4:3`, `16:9`, `square`; its credit then "
        "says that it is cropped"
    )
    fit: FitField = one_or_none(
        "`contain` shows all of it; `cover` fills its place, on a slide to the edge, and cuts off what hangs over"
    )
    focus: FocusField = one_or_none(
        "the point that stays in view when it is cut: `left`, `right`, `top`, `bottom`, `center`, two of them, or how "
        "far from the left and from the top, as in `30% 40%`"
    )
    map: MapField = any_number("a map to be drawn, in place of `file`: the same list as in a block `map`")
    area: AreaField = one_or_none(f"of a map: {AREA_WORDS}")
    borders: BordersField = one_or_none(f"of a map: {BORDERS_WORDS}")
    exact: InlineText = any_number(f"of a map: {EXACT_WORDS}")
    chart: ChartField = one_or_none(
        "a chart to be drawn, in place of `file`: the same rows as in a block `chart`"
    )
    kind: ChartKindField = one_or_none("of a chart: bar or line")
    unit: InlineText = any_number("of a chart: what is counted")
    highlight: Annotated[Reference | None, REFERENCE] = one_or_none("of a chart: the row that stands out")


class StepSyntax(Syntax):
    """A step of the timing."""

    NAME: ClassVar[str] = "step"
    NOUN: ClassVar[str] = "a step of the timing"
    REQUIRED: ClassVar[tuple[str, ...]] = ("minutes", "step")

    minutes: Minutes = one_or_none("how long it takes")
    step: InlineText = any_number("what happens")


class MisconceptionSyntax(Syntax):
    """What students may believe, and what to say."""

    NAME: ClassVar[str] = "misconception"
    NOUN: ClassVar[str] = "a misconception"
    REQUIRED: ClassVar[tuple[str, ...]] = ("misconception", "answer")

    misconception: InlineText = any_number("what students may believe")
    answer: InlineText = any_number("what to say")


class SensitivitySyntax(Syntax):
    """How to go about hard content."""

    NAME: ClassVar[str] = "sensitivity"
    NOUN: ClassVar[str] = "the note on sensitive content"

    flag: ProseText = any_number("a word of warning, printed for students too")
    prepare: ProseText = any_number("how to prepare the class; opens the teacher’s pages")
    alternative: ProseText = any_number("a task of equal worth for those who opt out; teacher’s pages")


class ExitSyntax(Syntax):
    """The question answered on the way out."""

    NAME: ClassVar[str] = "exit"
    NOUN: ClassVar[str] = "the exit ticket"
    REQUIRED: ClassVar[tuple[str, ...]] = ("question",)

    question: ProseText = any_number("the question")
    lines: Lines = one_or_none("lines to write on; 2 when left out")
    answer: ProseText = any_number("a good answer; teacher’s edition only")


def text_or(model: type[S], field: str, words: str) -> Kind[S | None]:
    """A mapping, or a text alone, which is then the value of one of its fields."""

    def read(given: Given, reader: Reader) -> S | None:
        if isinstance(given.node, Mapping):
            return read_model(model, given, reader)
        return model.model_validate({"given": given, field: given}, context=reader)

    schema = {"anyOf": [TEXT_SCHEMA, {"$ref": f"#/$defs/{model.NAME}"}]}
    return Kind(f"{words}, or a mapping", read, nullable(schema))
