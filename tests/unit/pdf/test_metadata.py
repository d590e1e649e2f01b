"""XMP and the colour profile."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from PIL import Image, ImageCms

from builders.pdf.blocks import Metadata
from builders.pdf.xmp import packet
from tests.tools.make_icc import PROFILE, profile

NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "cc": "http://creativecommons.org/ns#",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}


def test_metadata_is_said_in_xmp() -> None:
    metadata = Metadata(
        "A <b> & c", "ru", ("One", "Two"), "Why?", ("x", "y"), "CC BY 4.0", "https://e.org/by?a&b"
    )
    root = fromstring(packet(metadata).decode().split("?>", 1)[1].rsplit("<?", 1)[0])

    def items(name: str) -> list[str | None]:
        return [item.text for item in root.findall(f".//{name}//rdf:li", NS)]

    def text(name: str) -> str | None:
        found = root.find(f".//{name}", NS)
        return None if found is None else found.text

    assert items("dc:title") == ["A <b> & c"]
    assert items("dc:creator") == ["One", "Two"]
    assert items("dc:description") == ["Why?"]
    assert items("dc:subject") == ["x", "y"]
    assert items("dc:language") == ["ru"]
    assert items("xmpRights:UsageTerms") == ["CC BY 4.0"]
    assert text("xmpRights:WebStatement") == text("cc:license") == "https://e.org/by?a&b"
    assert text("pdf:Keywords") == "x, y"


def test_what_is_empty_is_left_out() -> None:
    data = packet(Metadata("T", "en"))
    assert b"dc:creator" not in data
    assert b"cc:license" not in data


def test_the_profile_is_fresh_and_is_srgb() -> None:
    assert PROFILE.read_bytes() == profile()
    ours, theirs = ImageCms.getOpenProfile(str(PROFILE)), ImageCms.createProfile("sRGB")
    transform = ImageCms.buildTransform(ours, theirs, "RGB", "RGB")
    ramp = Image.merge("RGB", [Image.linear_gradient("L").rotate(angle) for angle in (0, 90, 180)])
    changed = ImageCms.applyTransform(ramp, transform)
    assert changed is not None
    worst = max(abs(a - b) for a, b in zip(ramp.tobytes(), changed.tobytes(), strict=True))
    assert worst <= 1
