"""The profile of the PDF output intent: sRGB by its definition (IEC 61966-2-1), as a small ICC version 2 profile.

    python tests/tools/make_icc.py

Built from the standard's figures alone, so that it is the same on every run and belongs to nobody else: the primaries
(ITU-R BT.709) and the white point D65, adapted to D50 by the Bradford method as ICC.1:2001-04 wants, and the transfer
curve in 1024 steps.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

PROFILE = Path(__file__).parents[2] / "builders" / "pdf" / "srgb.icc"

Vector = tuple[float, float, float]
PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
D65, D50 = (0.3127, 0.3290), (0.9642, 1.0, 0.8249)
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
STEPS = 1024


def xyz(x: float, y: float) -> Vector:
    """Tristimulus values of a chromaticity at luminance 1."""
    return x / y, 1.0, (1 - x - y) / y


def apply(matrix: tuple[Vector, ...], vector: Vector) -> Vector:
    """Matrix times vector."""
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def inverse(matrix: tuple[Vector, ...]) -> tuple[Vector, ...]:
    """The inverse of a 3 × 3 matrix."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    rows = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    determinant = a * rows[0][0] + b * rows[1][0] + c * rows[2][0]
    return tuple((x / determinant, y / determinant, z / determinant) for x, y, z in rows)


def colorants() -> list[Vector]:
    """The primaries' tristimulus values relative to D50."""
    white = xyz(*D65)
    columns = [xyz(*primary) for primary in PRIMARIES]
    rows = tuple((columns[0][k], columns[1][k], columns[2][k]) for k in range(3))
    shares = apply(inverse(rows), white)
    cone_65, cone_50 = apply(BRADFORD, white), apply(BRADFORD, D50)
    adapted = []
    for column, share in zip(columns, shares, strict=True):
        cone = apply(BRADFORD, (column[0] * share, column[1] * share, column[2] * share))
        scaled = (
            cone[0] * cone_50[0] / cone_65[0],
            cone[1] * cone_50[1] / cone_65[1],
            cone[2] * cone_50[2] / cone_65[2],
        )
        adapted.append(apply(inverse(BRADFORD), scaled))
    return adapted


def curve(value: float) -> float:
    """From an encoded value to light."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def fixed(value: float) -> bytes:
    """s15Fixed16Number."""
    return struct.pack(">i", round(value * 65536))


def profile() -> bytes:
    """The bytes of the profile."""
    name = b"sRGB IEC61966-2.1\0"
    values = [round(curve(step / (STEPS - 1)) * 65535) for step in range(STEPS)]
    red, green, blue = colorants()
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": b"XYZ \0\0\0\0" + b"".join(map(fixed, D50)),
        b"rXYZ": b"XYZ \0\0\0\0" + b"".join(map(fixed, red)),
        b"gXYZ": b"XYZ \0\0\0\0" + b"".join(map(fixed, green)),
        b"bXYZ": b"XYZ \0\0\0\0" + b"".join(map(fixed, blue)),
        b"rTRC": b"curv\0\0\0\0" + struct.pack(f">I{STEPS}H", STEPS, *values),
    }
    offset = 128 + 4 + 12 * (len(tags) + 2)
    table, data = [], b""
    for tag, body in tags.items():
        shared = (tag, b"gTRC", b"bTRC") if tag == b"rTRC" else (tag,)
        table += [key + struct.pack(">II", offset + len(data), len(body)) for key in shared]
        data += body + bytes(-len(body) % 4)
    directory = struct.pack(">I", len(table)) + b"".join(table)
    size = 128 + len(directory) + len(data)
    header = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + b"".join(map(fixed, D50))
    return header + bytes(128 - len(header)) + directory + data


if __name__ == "__main__":
    PROFILE.write_bytes(profile())
    sys.stdout.write(f"{PROFILE.name}: {len(profile())} bytes\n")
