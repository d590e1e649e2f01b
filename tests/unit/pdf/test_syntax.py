"""PDF syntax."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.pdf.document import File
from builders.pdf.syntax import Name, Ref, Value, number, string, syntax


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, "1"),
        (100.0, "100"),
        (-0.0001, "0"),
        (0.12349, "0.123"),
        (-2.5, "-2.5"),
        (1e-9, "0"),
        (123456789.0, "123456789"),
    ],
)
def test_numbers(value: float, expected: str) -> None:
    assert number(value) == expected


def test_values() -> None:
    value: Value = {"A": Name("B"), "C": [1, True, Ref(3)], "D": None, "E": "a(b)\\", "F": {"G": b"raw"}}
    assert syntax(value) == b"<</A /B /C [1 true 3 0 R] /E (a\\(b\\)\\\\) /F <</G raw>>>>"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_strings_are_read_back(text: str) -> None:
    assert str(pikepdf.Object.parse(string(text))) == text


def test_a_file_is_read_back() -> None:
    file = File()
    page, tree = file.reserve(), file.reserve()
    contents = file.stream(b"q Q")
    file.put(
        page,
        {
            "Type": Name("Page"),
            "Parent": tree,
            "Contents": contents,
            "MediaBox": [0, 0, 9, 9],
            "Resources": {},
        },
    )
    file.put(tree, {"Type": Name("Pages"), "Kids": [page], "Count": 1})
    data = file.finish(file.add({"Type": Name("Catalog"), "Pages": tree}), file.add({"Title": "Ы"}))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == b"q Q"
        assert str(pdf.docinfo["/Title"]) == "Ы"
        assert not pdf.check_pdf_syntax()
    start = data.index(b"stream\n") + 7
    length = len(zlib.compress(b"q Q", 6))
    assert data[start + length : start + length + 10] == b"\nendstream"


def test_a_reserved_object_must_be_written() -> None:
    file = File()
    ref = file.reserve()
    with pytest.raises(ValueError, match="object 1"):
        file.finish(ref, ref)
