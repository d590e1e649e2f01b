"""A timeline in, a list along a vertical axis out: across the page, or in the margin."""

from __future__ import annotations

from builders.figures.timeline_entries import TimelineEntry, entries
from builders.handout.setting import Setting
from builders.handout.text import Style, paragraph, runs, words
from builders.lesson.model import Timeline, plain
from builders.pdf.blocks import Block, BulletList, Group, ListItem, Run
from builders.theme.measure import advance

DOT = "●"
DOT_SIZE = 7.0
AXIS = 0.75
"""The width of the axis in points."""

WIDEST_DATES = 0.3
"""The share of the width that the column of dates may take."""


def timeline(shown: Timeline, s: Setting) -> tuple[Block, ...]:
    """The timeline across the page: dates at the left of the axis, events at its right."""
    listed = entries(shown.events, s.language)
    date, text = s.styles.small.bold().colored(s.theme.palette.accent), s.styles.body
    widest = max((advance(entry.date_label, date.face, date.size) for entry in listed), default=0.0)
    dates = min(widest, s.width * WIDEST_DATES) + 2 * s.unit
    items = tuple(
        ListItem(
            words(entry.date_label, date),
            (paragraph(runs(entry.text, text), text, indent=s.hang, label=_dot(s), label_tag=None),),
        )
        for entry in listed
    )
    title = s.styles.subheading
    head = paragraph(
        runs(shown.title, title) or words(s.labels.timeline, title),
        title,
        tag="H3",
        space_before=s.unit,
        space_after=s.unit,
        keep_with_next=True,
        bookmark=plain(shown.title) or s.labels.timeline,
    )
    axis = Group(
        (BulletList(items, numbering="None", indent=dates, item_gap=s.unit / 2, keep_items=True),),
        right_indent=s.beside / 2,
        rule=(s.theme.palette.hairline, AXIS),
        rule_inset=dates + _middle(s),
        space_after=3 * s.unit,
    )
    return (head, axis)


def margin_timeline(shown: Timeline, s: Setting) -> tuple[Block, ...]:
    """The timeline in a narrow column: each date above its event."""
    listed = entries(shown.events, s.language)
    small = s.styles.small
    date = small.bold().colored(s.theme.palette.accent)
    items = tuple(ListItem((), _stacked(entry, date, small, s)) for entry in listed)
    return (
        Group(
            (BulletList(items, numbering="None", indent=0.0, item_gap=s.unit, keep_items=True),),
            rule=(s.theme.palette.hairline, AXIS),
            rule_inset=_middle(s),
            space_after=s.unit,
        ),
    )


def _stacked(entry: TimelineEntry, date: Style, text: Style, s: Setting) -> tuple[Block, ...]:
    event = runs(entry.text, text)
    if not entry.date_label:
        return (paragraph(event, text, indent=s.hang, label=_dot(s), label_tag=None),)
    when = words(entry.date_label, date)
    return (
        paragraph(when, date, indent=s.hang, label=_dot(s), label_tag=None, keep_with_next=True),
        paragraph(event, text, indent=s.hang),
    )


def _dot(s: Setting) -> tuple[Run, ...]:
    face = s.styles.small.face
    return (Run(DOT, face, DOT_SIZE, s.theme.palette.accent, rise=1.0),)


def _middle(s: Setting) -> float:
    """Where the middle of a dot stands in the indent of its event."""
    return advance(DOT, s.styles.small.face, DOT_SIZE) / 2
