"""Objects in, the bytes of a PDF 1.7 file out, as PDF/A-2 wants them and the same whenever they are
written."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from builders.pdf.syntax import Ref, Value, syntax

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@dataclass(slots=True)
class File:
    """Indirect objects in the order they were reserved."""

    bodies: list[bytes | None] = field(default_factory=list)

    def reserve(self) -> Ref:
        """A reference to an object that `put` gives its body later."""
        self.bodies.append(None)
        return Ref(len(self.bodies))

    def put(self, ref: Ref, value: Value) -> None:
        """Give a reserved object its body."""
        self.bodies[ref.number - 1] = syntax(value)

    def add(self, value: Value) -> Ref:
        """A new object."""
        ref = self.reserve()
        self.put(ref, value)
        return ref

    def stream(self, data: bytes, entries: Mapping[str, Value] | None = None, compress: bool = True) -> Ref:
        """A new stream, Flate-compressed unless `data` is encoded already (then `entries` name its
        filter)."""
        entries = dict(entries or {})
        if compress:
            data = zlib.compress(data, 6)
            entries["Filter"] = b"/FlateDecode"
        entries["Length"] = len(data)
        ref = self.reserve()
        # PDF/A wants an end of line before endstream that isn't counted in Length (ISO 19005-2, 6.1.7.1).
        self.bodies[ref.number - 1] = syntax(entries) + b"\nstream\n" + data + b"\nendstream"
        return ref

    def finish(self, catalog: Ref, info: Ref) -> bytes:
        """The file. Its /ID is a digest of its objects: no clock, no path."""
        offsets, position, parts = [], len(_HEADER), [_HEADER]
        for number, body in enumerate(self.bodies, 1):
            if body is None:
                raise ValueError(f"object {number} was reserved and never written")
            part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            offsets.append(position)
            position += len(part)
            parts.append(part)
        digest = hashlib.sha256(b"".join(parts)).digest()[:16].hex().upper().encode("ascii")
        size = len(self.bodies) + 1
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        trailer = {"Size": size, "Root": catalog, "Info": info, "ID": [b"<%b>" % digest, b"<%b>" % digest]}
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table))
        parts.append(b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (syntax(trailer), position))
        return b"".join(parts)
