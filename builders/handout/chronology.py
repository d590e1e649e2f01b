"""A timeline in, its figure out: drawn across the page where it goes there, else a list along a vertical axis, or a
table of lanes; or in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from builders.figures.drawing import Drawing
from builders.figures.looks import Look
from builders.figures.ops import mix
from builders.figures.pictures import content
from builders.figures.time_breaks import breaks
from builders.figures.time_scale import Moment, moments
from builders.figures.timeline_entries import TimelineEntry, entries, in_order, lanes_of
from builders.figures.timeline_slides import Horizontal, timeline_strip
from builders.handout.setting import Setting
from builders.handout.text import paragraph, runs, words
from builders.lesson.model import Image, Timeline, plain
from builders.pdf.blocks import (
    Block,
    BulletList,
    Figure,
    Group,
    ListItem,
    Paragraph,
    Raster,
    Rule,
    Run,
    Space,
    Table,
    TableCell,
)
from builders.theme.measure import advance

STRIP = 260.0
"""The height of a drawn timeline in points at most."""

DOT, HOLLOW, NBSP = "●", "○", "\u00a0"
DOT_SIZE, LARGE = 10.5, 15.0
AXIS, BAR = 0.75, 4.0
"""The width of the axis, and of the bar of a stretch of time, in points."""

WIDEST_DATES = 0.3
"""The share of the width that the column of dates may take."""

AIR, MOST_AIR = 2.0, 8.0
"""What the time between events adds to the space between them, in units: on the mean, and at the most."""

STROKES = 12.0
"""The length of the two strokes that break the axis."""

PICTURE = 130.0
"""The size of a picture beside the axis, in points."""


def timeline(shown: Timeline, s: Setting) -> tuple[Block, ...]:
    """The timeline across the page."""
    drawn = strip(shown, s)
    if drawn is not None:
        return _figure(shown, drawn, s)
    table = bool(lanes_of(shown.events))
    return (_head(shown, s), *(_side_by_side(shown, s) if table else _list(shown, s)))


def strip(shown: Timeline, s: Setting) -> Horizontal | None:
    """The timeline as one drawing; None where it doesn't go on the page so, or has links, which only text can have."""
    if any(span.link for event in shown.events for span in event.text):
        return None
    family = s.theme.page.label.family
    return timeline_strip(shown.events, s.width, STRIP, s.theme, s.language, family)


def _figure(shown: Timeline, drawn: Horizontal, s: Setting) -> tuple[Block, ...]:
    [drawing] = drawn.drawings
    note = s.styles.caption
    [said] = drawn.notes
    caption = (paragraph(words(said, note), note, tag="Caption"),) if said else ()
    figure = Figure(drawing, drawing.alt, (Space(s.unit), *caption) if caption else ())
    return (Group((_head(shown, s), figure), keep=True, space_after=3 * s.unit),)


def _head(shown: Timeline, s: Setting) -> Paragraph:
    title = s.styles.subheading
    return paragraph(
        runs(shown.title, title) or words(s.labels.timeline, title),
        title,
        tag="H3",
        space_before=s.unit,
        space_after=s.unit,
        keep_with_next=True,
        bookmark=plain(shown.title) or s.labels.timeline,
    )


def _list(shown: Timeline, s: Setting) -> tuple[Block, ...]:
    """Dates at the left of the axis, events at its right, further apart where more time is between them; the axis ends
    and begins anew where a long stretch is empty."""
    listed = entries(shown.events, s.language)
    items = moments([event.date for event in in_order(shown.events)])
    date = s.styles.small.bold().colored(s.theme.palette.accent)
    widest = max((advance(entry.date_label, date.face, date.size) for entry in listed), default=0.0)
    dates = min(widest, s.width * WIDEST_DATES) + 2 * s.unit
    ends = {low for low, _ in breaks(items)}
    air = _air(items, s)
    pieces: list[list[ListItem]] = [[]]
    for number, (entry, item) in enumerate(zip(listed, items, strict=True)):
        broken = number + 1 < len(items) and _last(items[: number + 1]) in ends
        gap = 0.0 if broken or number + 1 == len(items) else air[number]
        pieces[-1].append(ListItem(words(entry.date_label, date), _told(entry, item, gap, s)))
        if broken:
            pieces.append([])
    blocks: list[Block] = []
    for piece in pieces:
        if blocks:
            blocks += _strokes(dates, s)
        blocks.append(
            Group(
                (BulletList(tuple(piece), numbering="None", indent=dates, keep_items=True),),
                right_indent=s.beside / 2,
                rule=(s.theme.palette.muted, AXIS),
                rule_inset=dates + _middle(s),
                space_after=0.0 if piece is not pieces[-1] else 3 * s.unit,
            )
        )
    return tuple(blocks)


def _last(items: Sequence[Moment]) -> float:
    """The latest time that is drawn of what comes first."""
    return max(
        (item.end if item.ranged and item.end < inf else item.at for item in items if item.at is not None),
        default=inf,
    )


def _air(items: Sequence[Moment], s: Setting) -> list[float]:
    """The space below each item but the last, by the time until the next."""
    cuts = dict(breaks(items))
    times = [item.at for item in items if item.at is not None]
    steps = [
        0.0 if any(before <= low and high <= after for low, high in cuts.items()) else after - before
        for before, after in pairwise(times)
    ]
    total = sum(steps)
    mean = AIR * s.unit * len(steps)
    spaces = [min(mean * step / total, MOST_AIR * s.unit) if total else 0.0 for step in steps]
    return [s.unit / 2 + space for space in spaces] + [s.unit / 2] * (len(items) - len(spaces))


def _told(entry: TimelineEntry, item: Moment, gap: float, s: Setting) -> tuple[Block, ...]:
    """What happened: a stretch of time with a bar beside it, the turning point on a ground of its own."""
    text = s.styles.body.bold() if entry.highlight else s.styles.body
    dot = _dot(s, hollow=item.vague or item.at is None, large=entry.highlight)
    body: list[Block] = [
        paragraph(
            runs(entry.text, text),
            text,
            indent=s.hang,
            label=dot,
            label_tag=None,
            keep_with_next=bool(entry.image),
        )
    ]
    if entry.image is not None:
        body += _picture(entry.image, s, s.hang)
    if item.ranged:
        color = mix(s.theme.palette.accent, s.theme.palette.paper, 0.4)
        body = [Group(tuple(body), rule=(color, BAR), rule_inset=_middle(s))]
    return (*body, Space(gap)) if gap else tuple(body)


def _picture(image: Image, s: Setting, indent: float) -> tuple[Block, ...]:
    found = content(image, PICTURE, PICTURE, 72, Look(s.theme, s.language, "page"))
    if found is None:
        return ()
    drawn: Drawing | Raster
    drawn = found if isinstance(found, Drawing) else Raster(found.data, found.kind, found.width, found.height)
    return (Group((Figure(drawn, image.spoken, space_before=s.unit / 2),), indent=indent),)


def _strokes(dates: float, s: Setting) -> tuple[Block, ...]:
    """Two strokes across the axis, where it is broken."""
    rule = Rule(s.theme.palette.muted, 1.0, length=STROKES, space_before=s.unit / 2, keep_with_next=True)
    return (Group((rule, rule, Space(s.unit / 2)), indent=dates + _middle(s) - STROKES / 2),)


def _side_by_side(shown: Timeline, s: Setting) -> tuple[Block, ...]:
    """A row for each event, a column for each lane."""
    lanes = lanes_of(shown.events)
    small = s.styles.small
    date = small.bold()
    listed = entries(shown.events, s.language)
    widest = max(advance(entry.date_label, date.face, date.size) for entry in listed)
    share = min(widest + 2.5 * s.unit, s.width * WIDEST_DATES) / s.width

    palette = s.theme.palette
    colors = (palette.accent, palette.second, palette.ink, palette.muted)

    def head(text: str, color: str) -> TableCell:
        return TableCell((paragraph(words(text, small.bold().colored(color)), small),), header="Column")

    def cell(entry: TimelineEntry, lane: str) -> TableCell:
        if entry.lane != lane:
            return TableCell(())
        style = small.bold() if entry.highlight else small
        picture = _picture(entry.image, s, 0.0) if entry.image is not None else ()
        return TableCell((paragraph(runs(entry.text, style), style), *picture))

    rows = tuple(
        (
            TableCell((paragraph(words(entry.date_label, date), date),), header="Row"),
            *(cell(entry, lane) for lane in lanes),
        )
        for entry in listed
    )
    return (
        Table(
            (
                (head(s.labels.date, palette.ink), *map(head, lanes, colors)),
                *rows,
            ),
            (share, *((1 - share) / len(lanes),) * len(lanes)),
            rule_color=s.theme.palette.hairline,
            padding=s.unit / 2,
            space_after=3 * s.unit,
            summary=plain(shown.title) or s.labels.timeline,
        ),
    )


def margin_timeline(shown: Timeline, s: Setting) -> tuple[Block, ...]:
    """The timeline in a narrow column: each date above its event."""
    listed = entries(shown.events, s.language)
    items = moments([event.date for event in in_order(shown.events)])
    rows = tuple(ListItem((), _stacked(entry, item, s)) for entry, item in zip(listed, items, strict=True))
    return (
        Group(
            (BulletList(rows, numbering="None", indent=0.0, item_gap=s.unit, keep_items=True),),
            rule=(s.theme.palette.muted, AXIS),
            rule_inset=_middle(s),
            space_after=s.unit,
        ),
    )


def _stacked(entry: TimelineEntry, item: Moment, s: Setting) -> tuple[Block, ...]:
    small = s.styles.small
    date = small.bold().colored(s.theme.palette.accent)
    text = small.bold() if entry.highlight else small
    lane = words(f"{entry.lane}{s.labels.colon} ", small.bold()) if entry.lane else ()
    event = (*lane, *runs(entry.text, text))
    dot = _dot(s, hollow=item.vague or item.at is None, large=entry.highlight)
    if not entry.date_label:
        return (paragraph(event, text, indent=s.hang, label=dot, label_tag=None),)
    when = words(entry.date_label, date)
    return (
        paragraph(when, date, indent=s.hang, label=dot, label_tag=None, keep_with_next=True),
        paragraph(event, text, indent=s.hang),
    )


def _dot(s: Setting, *, hollow: bool = False, large: bool = False) -> tuple[Run, ...]:
    """A dot in the middle of the axis; hollow where the date is vague."""
    face, accent = s.styles.small.face, s.theme.palette.accent
    mark = HOLLOW if hollow else DOT
    size, rise = (LARGE, -1.25) if large else (DOT_SIZE, 0.0)
    before = _middle(s) - advance(mark, face, size) / 2
    dot = Run(mark, face, size, accent, rise=rise)
    return (Run(NBSP, face, before / advance(NBSP, face, 1.0), accent), dot) if before > 0.01 else (dot,)


def _middle(s: Setting) -> float:
    """Where the middle of a dot stands in the indent of its event: a small one is as far in as a large one."""
    return advance(DOT, s.styles.small.face, LARGE) / 2
