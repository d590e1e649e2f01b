"""Everything that can be read out of a PDF or PPTX, as one text: pages, strings, streams, parts, metadata."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pypdfium2

DEEPEST = 8
"""How far direct objects are followed; indirect ones are visited on their own."""


def text_of(data: bytes) -> str:
    """All text in a file's bytes, unpacked and decompressed, with nested archives opened."""
    if data.startswith(b"%PDF"):
        return _pdf(data)
    if data.startswith(b"PK"):
        return _archive(data)
    return _decoded(data)


def _archive(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pieces = [archive.comment.decode("latin-1")]
        for name in archive.namelist():
            pieces += [name, text_of(archive.read(name))]
    return "\n".join(pieces)


def _pdf(data: bytes) -> str:
    pieces = []
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            textpage = page.get_textpage()
            pieces.append(textpage.get_text_range())
            textpage.close()
            page.close()
    finally:
        document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            pieces += _strings(item, 0)
    return "\n".join(pieces)


def _strings(item: object, depth: int) -> list[str]:
    """The strings and decoded streams of a PDF object (indirect ones are visited on their own)."""
    found: list[str] = []
    if depth and isinstance(item, pikepdf.Object) and item.is_indirect:
        return found
    match item:
        case pikepdf.String():
            found.append(str(item))
        case pikepdf.Stream():
            found.append(_decoded(item.read_bytes() if _readable(item) else item.read_raw_bytes()))
            found += _entries(item.stream_dict, depth)
        case pikepdf.Dictionary():
            found += _entries(item, depth)
        case pikepdf.Array():
            for value in list(item) if depth < DEEPEST else []:
                found += _strings(value, depth + 1)
        case _:
            pass
    return found


def _entries(item: pikepdf.Object, depth: int) -> list[str]:
    found: list[str] = []
    for key in map(str, item.keys()):
        found.append(key)
        if depth < DEEPEST:
            found += _strings(item[key], depth + 1)
    return found


def _readable(stream: pikepdf.Stream) -> bool:
    return str(stream.get("/Filter", "")) != "/DCTDecode"


def _decoded(data: bytes) -> str:
    return "\n".join(data.decode(encoding, "replace") for encoding in ("utf-8", "utf-16-be", "utf-16-le"))
