"""Drafts: edits made one after the other, and every offset's way back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from builders.diagnostics import Edit
from builders.fix import apply
from builders.source.draft import Draft


@st.composite
def edited(draw: st.DrawFn) -> Draft:
    draft = Draft(draw(st.text("abc\n", max_size=20)))
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(draft.text)), min_size=2, max_size=6)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        edits = [Edit(a, b, draw(st.text("xyz", max_size=3))) for a, b in pairs]
        before = draft
        draft = draft.apply(edits)
        assert draft.text == apply(before.text, edits)
    return draft


@settings(deadline=None)
@given(edited())
def test_places_are_in_the_original_and_in_order(draft: Draft) -> None:
    last = 0
    for offset in range(len(draft.text) + 1):
        start, end = draft.place(offset, offset)
        assert 0 <= last <= start <= end <= len(draft.original)
        last = start


@settings(deadline=None)
@given(edited(), st.data())
def test_characters_that_were_kept_lead_back_to_themselves(draft: Draft, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(draft.text)))
    end = data.draw(st.integers(start, len(draft.text)))
    first, last = draft.place(start, end)
    assert 0 <= first <= last <= len(draft.original)
    if end == start + 1 and draft.text[start] in "abc\n":
        assert draft.original[first:last] == draft.text[start:end]


@settings(deadline=None)
@given(edited(), st.data())
def test_an_edit_leads_back_to_one_that_holds_what_it_wrote(draft: Draft, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(draft.text)))
    end = data.draw(st.integers(start, len(draft.text)))
    back = draft.back(Edit(start, end, "NEW"))
    assert 0 <= back.start <= back.end <= len(draft.original)
    assert "NEW" in apply(draft.original, [back])
    if not draft.changed:
        assert back == Edit(start, end, "NEW")


def test_a_cure_of_what_was_inserted_takes_it_along() -> None:
    draft = Draft("a b").apply([Edit(1, 2, "--")])
    assert draft.text == "a--b"
    assert draft.back(Edit(2, 3, "x")) == Edit(1, 2, "-x")
    assert draft.back(Edit(0, 2, "x")) == Edit(0, 2, "x-")
