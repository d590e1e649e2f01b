"""Events in, a timeline out: for the slide (horizontal), for the page (vertical), and as a list in words."""

from __future__ import annotations

from builders.figures.timeline_entries import TimelineEntry, alternative, entries, in_order
from builders.figures.timeline_page import vertical
from builders.figures.timeline_slides import Horizontal, horizontal, scale_note, timeline_on_slides

__all__ = [
    "Horizontal",
    "TimelineEntry",
    "alternative",
    "entries",
    "horizontal",
    "in_order",
    "scale_note",
    "timeline_on_slides",
    "vertical",
]
