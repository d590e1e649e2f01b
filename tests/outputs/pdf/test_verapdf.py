"""Every page is PDF/UA-1 and PDF/A-2a, says veraPDF, which also finds what is wrong with two controls."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders.pdf.blocks import Metadata, Paragraph, Plan
from builders.pdf.render import render
from builders.pdf.reportlab_setup import ttfonts
from tests.conftest import need
from tests.outputs.pdf.demo import everything, heading, serif
from tests.tools.verapdf import faults

pytestmark = pytest.mark.tools


def plain(path: Path) -> None:
    """An untagged file as reportlab writes it by itself."""
    ttfonts()
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 700, "Untagged")
    canvas.save()


def test_everything_is_accessible_and_archivable(tmp_path: Path) -> None:
    need(["java"])
    plan = everything()
    smallest = Plan(plan.setup, Metadata("Smallest", "ru"), replace(plan.furniture, header_left=()), ())
    skipped = replace(plan, blocks=(heading("One", 1), heading("Three", 3), Paragraph((serif("Text."),))))
    written = {
        "everything.pdf": render(plan).data,
        "smallest.pdf": render(smallest).data,
        "skipped.pdf": render(skipped).data,
    }
    for name, data in written.items():
        (tmp_path / name).write_bytes(data)
    plain(tmp_path / "plain.pdf")

    found = faults([tmp_path / name for name in (*written, "plain.pdf")])

    assert found["everything.pdf"] == []
    assert found["smallest.pdf"] == []
    assert [fault.split(":")[0] for fault in found["skipped.pdf"]] == ["PDFUA-1 7.4.2-1"]
    assert any(fault.startswith("PDFUA-1 7.1-3") for fault in found["plain.pdf"])
    assert any(fault.startswith("PDFA-2A 6.") for fault in found["plain.pdf"])
