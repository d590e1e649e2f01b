"""SVG in, drawings and located diagnostics out: the subset, its edges, and what is refused."""

from __future__ import annotations

import pytest

from builders.diagnostics import Severity
from builders.figures.drawing import Drawing, Ellipse, Label, Line, LineTo, Move, Path, Rect, Stroke
from builders.figures.svg import read_svg
from builders.figures.svg_color import parse_color
from builders.figures.svg_style import family
from builders.figures.svg_tree import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS
from builders.theme.faces import Face, Family

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 400">'


def draw(body: str, head: str = HEAD) -> Drawing:
    """A drawing without complaints. 400 user units are 300 points, so a unit is 0.75."""
    drawing, diagnostics = read_svg(f"{head}\n{body}\n</svg>".encode(), "test.svg")
    assert [d.message for d in diagnostics] == []
    assert drawing is not None
    return drawing


def codes(body: str, head: str = HEAD) -> tuple[Drawing | None, list[tuple[str, Severity, int]]]:
    drawing, diagnostics = read_svg(f"{head}\n{body}\n</svg>".encode(), "test.svg")
    assert all(d.place.file == "test.svg" and d.place.column for d in diagnostics)
    return drawing, [(d.code, d.severity, d.place.line or 0) for d in diagnostics]


def test_shapes_in_painting_order() -> None:
    drawing = draw(
        '<rect x="4" y="8" width="40" height="20" fill="#9E2A2B"/>'
        '<circle cx="100" cy="100" r="20" fill="none" stroke="red" stroke-width="4"/>'
        '<ellipse cx="100" cy="100" rx="20" ry="8"/>'
        '<line x1="0" y1="0" x2="40" y2="80" stroke="#123"/>'
        '<polyline points="0,0 40,0 40,40" fill="none" stroke="black"/>'
        '<polygon points="0,0 40,0 40,40"/>'
    )
    line, path, polygon = drawing.shapes[3:]
    assert drawing.shapes[:3] == (
        Rect(3, 6, 30, 15, "9e2a2b"),
        Ellipse(75, 75, 15, 15, None, Stroke("ff0000", 3)),
        Ellipse(75, 75, 15, 6, "000000"),
    )
    assert line == Line(0, 0, 30, 60, Stroke("112233", 0.75))
    assert isinstance(path, Path)
    assert path.segments == (Move(0, 0), LineTo(30, 0), LineTo(30, 30))
    assert isinstance(polygon, Path)
    assert len(polygon.segments) == 4


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 400 300"', (300, 225)),
        ('width="4in" height="96"', (288, 72)),
        ('width="254mm" viewBox="0 0 100 50"', (720, 360)),
        ('width="100%" height="100%" viewBox="0 0 4 8"', (3, 6)),
        ('height="72pt" viewBox="0 0 10 20"', (36, 72)),
    ],
)
def test_natural_size(attributes: str, size: tuple[float, float]) -> None:
    drawing = draw('<rect width="1" height="1"/>', f"<svg {attributes}>")
    assert (drawing.width, drawing.height) == pytest.approx(size)


@pytest.mark.parametrize(
    ("aspect", "rect"),
    [
        ("", (25, 0, 50, 50)),
        ("xMinYMin meet", (0, 0, 50, 50)),
        ("xMaxYMid", (50, 0, 50, 50)),
        ("none", (0, 0, 100, 50)),
        ("xMidYMid slice", (0, 0, 100, 50)),
    ],
)
def test_aspect_ratio(aspect: str, rect: tuple[float, float, float, float]) -> None:
    head = f'<svg width="100pt" height="50pt" viewBox="10 10 4 4" preserveAspectRatio="{aspect}">'
    (shape,) = draw('<rect x="10" y="10" width="4" height="4"/>', head).shapes
    if isinstance(shape, Path):  # sliced: cut at the edges of the picture
        points = [s for s in shape.segments if isinstance(s, Move | LineTo)]
        xs, ys = [p.x for p in points], [p.y for p in points]
        assert (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) == pytest.approx(rect)
    else:
        assert isinstance(shape, Rect)
        assert (shape.x, shape.y, shape.width, shape.height) == pytest.approx(rect)


def test_groups_transforms_and_inherited_style() -> None:
    drawing = draw(
        '<g transform="translate(40 40) scale(2)" fill="blue" style="stroke: #000; stroke-width: 2">'
        '<rect width="10" height="10"/><rect width="10" height="10" transform="rotate(45)" fill="none"/></g>'
    )
    plain, turned = drawing.shapes
    assert plain == Rect(30, 30, 15, 15, "0000ff", Stroke("000000", 3))
    assert isinstance(turned, Path)
    assert turned.fill is None


def test_text_keeps_face_size_anchor_and_turn() -> None:
    drawing = draw(
        '<text x="200" y="80" font-family="Georgia, serif" font-size="16" font-weight="700" font-style="italic"'
        ' text-anchor="end" fill="#5f5b55" letter-spacing="0.1em">  Baltic\n  Sea </text>'
        '<text transform="translate(40 80) rotate(-30) scale(2)" font-family="sans-serif">turned</text>'
    )
    first, second = drawing.shapes
    assert first == Label(150, 60, "Baltic Sea", Face(Family.SERIF, True, True), 12, "5f5b55", "end", 0, 1.2)
    assert isinstance(second, Label)
    assert (second.x, second.y, second.size, second.rotation) == (30, 60, 24, -30)
    assert second.face == Face(Family.SANS)


def test_tspans_share_a_line_or_begin_one() -> None:
    drawing = draw(
        '<text x="100" y="100" text-anchor="middle" font-size="20">Baltic <tspan font-weight="bold">Sea</tspan></text>'
        '<text x="8" y="200" font-size="20"><tspan x="8">one</tspan><tspan x="8" dy="1.2em">two</tspan></text>'
    )
    left, right, one, two = (shape for shape in drawing.shapes if isinstance(shape, Label))
    assert (left.text, right.text, right.face.bold) == ("Baltic", "Sea", True)
    assert left.x < 75 < right.x + 20
    assert (one.x, one.y, two.x, two.y) == (6, 150, 6, 168)


def test_opacity_is_blended_over_the_ground_and_said() -> None:
    drawing, found = codes('<rect width="40" height="40" fill="#000" fill-opacity=".5"/>')
    assert drawing is not None
    assert drawing.shapes == (Rect(0, 0, 30, 30, "808080"),)
    assert found == [("svg-opacity", Severity.NOTE, 2)]
    over, _ = codes(
        '<rect width="100%" height="100%" fill="#00ff00"/><g opacity=".5">'
        '<rect width="40" height="40" fill="rgba(0,0,0,.5)"/></g>'
    )
    assert over is not None
    assert over.shapes[1] == Rect(0, 0, 30, 30, "00bf00")


def test_use_draws_again_and_symbols_are_placed() -> None:
    drawing = draw(
        '<defs><rect id="a" width="8" height="8"/><symbol id="s" viewBox="0 0 2 2">'
        '<rect width="1" height="1"/></symbol>'
        '</defs><use href="#a" x="8"/><use xlink:href="#a" y="8" fill="red"/><use href="#s" width="80" height="80"/>'
    )
    assert drawing.shapes == (
        Rect(6, 0, 6, 6, "000000"),
        Rect(0, 6, 6, 6, "ff0000"),
        Rect(0, 0, 30, 30, "000000"),
    )


def test_what_lies_outside_is_cut_and_words_stay_whole() -> None:
    drawing, found = codes(
        '<rect x="-40" y="40" width="80" height="40"/><rect x="500" width="9" height="9"/>'
        '<line x1="-40" y1="10" x2="440" y2="10" stroke="red"/>'
        '<text x="390" y="40">half out</text><text y="999">far</text>'
    )
    assert drawing is not None
    assert found == [("svg-words-outside", Severity.WARNING, 2)] * 2
    shape, line, label = drawing.shapes
    assert isinstance(shape, Path)
    assert {(s.x, s.y) for s in shape.segments if isinstance(s, Move | LineTo)} == {
        (0, 30),
        (30, 30),
        (30, 60),
        (0, 60),
    }
    assert line == Line(0, 7.5, 300, 7.5, Stroke("ff0000", 0.75))
    assert isinstance(label, Label)
    assert label.text == "half out"


def test_title_and_description_are_the_alternative() -> None:
    assert (
        draw("<title>Two lines</title><desc>A  map.</desc><rect width='1' height='1'/>").alt
        == "Two lines. A map."
    )
    assert draw("<title>Two lines</title><rect width='1' height='1'/>").alt == "Two lines"


def test_invisible_things_are_left_out() -> None:
    drawing = draw(
        '<g display="none"><rect width="9" height="9"/></g><rect width="9" height="9" visibility="hidden"/>'
        '<rect width="0" height="9"/><circle r="0"/><path d="M1 1"/><rect width="9" height="9" fill="none"/>'
        '<line x2="9" y2="9"/><text></text><rect width="4" height="4"/>'
    )
    assert drawing.shapes == (Rect(0, 0, 3, 3, "000000"),)


ACTIVE = {
    "script": ("<script>1</script>", "svg-active"),
    "handler": ('<rect width="9" height="9" onclick="x()"/>', "svg-active"),
    "foreign": ("<foreignObject/>", "svg-active"),
    "animation": ("<animate/>" * 500, "svg-active"),
    "motion": (
        '<rect width="9" height="9"><animateTransform attributeName="transform"/></rect>',
        "svg-active",
    ),
    "set": ('<rect width="9" height="9"><set attributeName="fill" to="red"/></rect>', "svg-active"),
    "remote image": ('<image href="http://example.org/a.png"/>', "svg-external"),
    "local image": ('<image xlink:href="photo.png"/>', "svg-external"),
    "image of a document": ('<image href="data:text/html,x"/>', "svg-external"),
    "remote use": ('<use xlink:href="other.svg#a"/>', "svg-external"),
    "data": ('<use href="data:image/svg+xml,x"/>', "svg-external"),
    "link": ('<a href="javascript:alert(1)"><rect width="9" height="9"/></a>', "svg-external"),
    "paint": ('<rect width="9" height="9" fill="url(http://example.org/x#y)"/>', "svg-external"),
    "style": ('<rect width="9" height="9" style="fill: url(\'file:///etc/passwd\')"/>', "svg-external"),
    "sheet": ("<style>@import 'x.css';</style>", "svg-external"),
    "sheet url": ("<style>a { fill: url(x.svg#a) }</style>", "svg-external"),
    "in hiding": ('<defs><g><script href="x.js"/></g></defs>', "svg-active"),
    "foreign script": ('<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>', "svg-active"),
}


@pytest.mark.parametrize("name", ACTIVE)
def test_active_and_external_content_is_an_error(name: str) -> None:
    body, code = ACTIVE[name]
    drawing, found = codes(body)
    assert drawing is None
    assert (code, Severity.ERROR, 2) in found
    assert {severity for _, severity, _ in found} == {Severity.ERROR}


def test_entities_are_refused_before_they_grow() -> None:
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    text = f"<!DOCTYPE svg [{laughs}]>\n<svg><text>&l11;</text></svg>"
    drawing, (found,) = read_svg(text.encode(), "x.svg")
    assert (drawing, found.code, found.place.line) == (None, "svg-active", 1)
    external = b'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg><text>&e;</text></svg>'
    assert read_svg(external, "x.svg")[0] is None


def test_the_doctype_that_drawing_programs_write_does_no_harm() -> None:
    public = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert draw('<rect width="4" height="4"/>', public + HEAD).shapes == (Rect(0, 0, 3, 3, "000000"),)
    drawing, found = codes("<text>&nbsp;</text>", public + HEAD)
    assert drawing is None
    assert found == [("svg-malformed", Severity.ERROR, 2)]


UNSUPPORTED = {
    "rule": ("<style>g > .a { fill: red }</style>", "g > .a"),
    "rule in defs": ("<defs><style>.a:hover { fill: red }</style></defs>", ".a:hover"),
    "condition": ("<style>@media print { .a { fill: red } }</style>", "@media print"),
    "embedded picture": ('<image href="data:image/png;base64,AAAA"/>', "<image>"),
    "style's transform": ('<rect width="9" height="9" style="transform: rotate(3deg)"/>', "transform"),
    "filter": ('<rect width="9" height="9" filter="url(#f)"/>', "filter"),
    "clip": (
        '<clipPath id="c"><circle r="3"/></clipPath><rect width="9" height="9" style="clip-path: url(#c)"/>',
        "clip path",
    ),
    "marker": ('<path d="M0 0 H9" stroke="red" marker-end="url(#no)"/>', "marker “no”"),
    "marker in the middle": ('<path d="M0 0 H9" stroke="red" marker-mid="url(#no)"/>', "marker-mid"),
    "pattern": ('<pattern id="p"/><rect width="9" height="9" fill="url(#p)"/>', "url(#p)"),
    "text path": ('<text x="9" y="20">a<textPath>b</textPath></text>', "<textPath>"),
    "skewed text": ('<text transform="skewX(30)" y="20">a</text>', "skewing"),
    "transform": ('<rect width="9" height="9" transform="turn(3)"/>', "turn(3)"),
    "colour": ('<rect width="9" height="9" fill="reddish"/>', "fill: reddish"),
    "length": ('<rect width="9" height="9" rx="3furlongs"/>', "3furlongs"),
    "points": ('<polygon points="1,2 x"/>', "points"),
    "circle of uses": ('<g id="a"><use href="#a"/></g>', "<use>"),
    "unknown": ("<frobnicate/>", "<frobnicate>"),
    "positions": ('<text x="1 2 3" y="9">abc</text>', "more than one x"),
}


@pytest.mark.parametrize("name", UNSUPPORTED)
def test_what_is_not_supported_is_named_and_located(name: str) -> None:
    body, named = UNSUPPORTED[name]
    text = f'{HEAD}\n<rect width="4" height="4"/>\n{body}\n</svg>'
    drawing, diagnostics = read_svg(text.encode(), "x.svg")
    assert drawing is not None
    assert drawing.shapes[0] == Rect(0, 0, 3, 3, "000000")
    (found,) = diagnostics
    assert (found.code, found.severity, found.place.line) == ("svg-unsupported", Severity.WARNING, 3)
    assert named in found.message


def test_a_gradient_becomes_its_mean() -> None:
    drawing, found = codes(
        '<linearGradient id="a"><stop offset="0" stop-color="#000"/><stop offset="100%" style="stop-color:#fff"/>'
        '</linearGradient><radialGradient id="b" href="#a"/><rect width="4" height="4" fill="url(#b)"/>'
    )
    assert drawing is not None
    assert drawing.shapes == (Rect(0, 0, 3, 3, "808080"),)
    assert found == [("svg-unsupported", Severity.WARNING, 2)]


def test_equal_warnings_are_counted_once() -> None:
    _, diagnostics = read_svg(f'{HEAD}{"<b/>" * 500}<rect width="4" height="4"/></svg>'.encode(), "x.svg")
    assert [("500 times" in d.message) for d in diagnostics] == [True]


def test_characters_without_a_font_are_warned_about() -> None:
    _, found = codes('<text y="20">\U0001f9ff</text>')
    assert found == [("uncovered-character", Severity.WARNING, 2)]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "svg-malformed", 1),
        (b"<svg>\n<g>\n</svg>", "svg-malformed", 3),
        (b"<html/>", "svg-malformed", 1),
        (b'<svg viewBox="0 0 9 9">\n<rect a="1" a="2"/></svg>', "svg-malformed", 2),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "svg-malformed", 1),
        (b'<?xml version="1.0" encoding="idna"?><svg/>', "svg-malformed", 1),
        (b"\x1f\x8b\x08rest", "svg-malformed", 1),
        (b"<svg/>", "svg-size", 1),
        (b'<svg viewBox="0 0 0 9"/>', "svg-size", 1),
        (b'<svg width="-3" height="4"/>', "svg-size", 1),
        (b'<svg viewBox="0 0 1e99 1"/>', "svg-size", 1),
        (b"<svg>" + b"<g>" * MAX_DEPTH + b"</g>" * MAX_DEPTH + b"</svg>", "svg-bounds", 1),
        (b'<svg viewBox="0 0 9 9">' + b"<g/>" * MAX_ELEMENTS + b"</svg>", "svg-bounds", 1),
        (b" " * (MAX_BYTES + 1), "svg-bounds", 1),
        (b'<?xml-stylesheet href="a.css"?><svg viewBox="0 0 9 9"/>', "svg-external", 1),
    ],
)
def test_what_is_no_drawing_is_a_located_error(data: bytes, code: str, line: int) -> None:
    drawing, diagnostics = read_svg(data, "x.svg")
    assert drawing is None
    assert (diagnostics[0].code, diagnostics[0].severity, diagnostics[0].place.line) == (
        code,
        Severity.ERROR,
        line,
    )


@pytest.mark.parametrize("seed", ['<rect id="g0" width="4" height="4"/>', '<g id="g0"/>'])
def test_doublings_by_use_are_bounded(seed: str) -> None:
    chain = "".join(f'<g id="g{i}"><use href="#g{i - 1}"/><use href="#g{i - 1}"/></g>' for i in range(1, 40))
    drawing, found = codes(f'<defs>{seed}{chain}</defs><use href="#g39"/>')
    assert drawing is not None
    assert ("svg-bounds", Severity.WARNING, 2) in found


def test_utf_16_and_latin_1_are_read() -> None:
    text = '<svg viewBox="0 0 99 99"><text y="20">Żółć</text></svg>'
    drawing, _ = read_svg(text.encode("utf-16"), "x.svg")
    assert drawing is not None
    assert [s.text for s in drawing.shapes if isinstance(s, Label)] == ["Żółć"]
    latin = '<?xml version="1.0" encoding="ISO-8859-1"?><svg viewBox="0 0 99 99"><text y="20">é</text></svg>'
    drawing, _ = read_svg(latin.encode("latin-1"), "x.svg")
    assert drawing is not None
    assert [s.text for s in drawing.shapes if isinstance(s, Label)] == ["é"]


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#ABC", ("aabbcc", 1)),
        ("#abcdef", ("abcdef", 1)),
        ("#0008", ("000000", 136 / 255)),
        ("rgb(255, 0, 128)", ("ff0080", 1)),
        ("rgb(100% 0% 50%)", ("ff0080", 1)),
        ("rgba(0,0,0,.25)", ("000000", 0.25)),
        ("rgb(0 0 0 / 50%)", ("000000", 0.5)),
        ("SteelBlue", ("4682b4", 1)),
        ("#12345", None),
        ("rgb(1,2)", None),
        ("hsl(120, 100%, 25%)", ("008000", 1)),
        ("hsla(0deg 100% 50% / 25%)", ("ff0000", 0.25)),
        ("hsl(1, 2)", None),
        ("hotdog", None),
    ],
)
def test_colours(text: str, color: tuple[str, float] | None) -> None:
    assert parse_color(text) == color


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("EB Garamond", Family.SERIF),
        ("'Times New Roman', sans-serif", Family.SERIF),
        ("serif", Family.SERIF),
        ("sans-serif", Family.SANS),
        ("Arial, serif", Family.SANS),
        ("monospace", Family.SANS),
    ],
)
def test_font_families(name: str, expected: Family) -> None:
    assert family(name) is expected


def test_what_style_sheets_say_is_followed() -> None:
    """Class rules as Illustrator writes them, and who wins: attributes, rules by weight, the element's own style."""
    drawing = draw(
        """<defs><style type="text/css"><![CDATA[ /* .a { fill: red } */
        @charset "utf-8"; @font-face { font-family: X }
        rect { fill: #111111 } .a { fill: #222222 } .b, .c { fill: #333333; stroke: none }
        rect.a.b { fill: #444444 } #d { fill: #555555 !important } * { stroke-width: 2 }
        ]]></style></defs>
        <rect width="4" height="4" fill="red"/><rect class="a" width="4" height="4"/>
        <rect class="c a" width="4" height="4"/><rect class="b a" width="4" height="4"/>
        <rect id="d" class="a b" width="4" height="4"/>
        <rect id="e" class="a" style="fill:#666666" width="4" height="4"/>
        <text class="t" y="20"><tspan class="a">x</tspan></text><circle cx="4" cy="4" r="4" stroke="red"/>"""
    )
    fills = [getattr(shape, "fill", getattr(shape, "color", None)) for shape in drawing.shapes]
    assert fills == ["111111", "222222", "333333", "444444", "555555", "666666", "222222", "000000"]
    last = drawing.shapes[-1]
    assert isinstance(last, Ellipse)
    assert last.stroke == Stroke("ff0000", 1.5)


def test_style_sheets_are_bounded() -> None:
    sheet = "".join(f".c{n} {{ fill: red }}" for n in range(5_000))
    body = f'<style>{sheet}</style><rect class="c1" width="4" height="4"/>' + "<g/>" * 15_000
    drawing, found = codes(body)
    assert drawing is not None
    assert drawing.shapes == (Rect(0, 0, 3, 3, "ff0000"),)
    assert found == [("svg-unsupported", Severity.WARNING, 1)]
    for broken in ("{{{{", "}}}", ".a {", "a { b: c", "@media {", ",,{}", "{}", "<!-- .a{fill:red} -->"):
        codes(f'<style>{broken.replace("<", "&lt;")}</style><rect class="a" width="4" height="4"/>')


def test_what_is_said_of_a_drawing_is_bounded() -> None:
    sheet = ",".join(f"a > b{n}" for n in range(5_000))
    _, found = codes(
        f'<style>{sheet.replace(">", "&gt;")} {{ fill: red }}</style><rect width="4" height="4"/>'
    )
    assert 40 <= len(found) <= 42


def test_a_nested_svg_is_a_picture_of_its_own() -> None:
    """Its percentages are of its own box, it keeps its proportion as it says, and it is cut at its edges."""
    drawing = draw(
        '<svg x="40" y="40" width="80" height="40" viewBox="0 0 10 10" preserveAspectRatio="xMinYMin">'
        '<rect width="50%" height="100%"/><rect x="5" width="90" height="2" fill="red"/></svg>'
        '<svg width="50%" height="10%"><rect width="100%" height="100%" fill="lime"/></svg>'
        '<svg width="8" height="8" overflow="visible"><rect width="16" height="4" fill="blue"/></svg>'
    )
    first, second, third, fourth = drawing.shapes
    assert first == Rect(30, 30, 15, 30, "000000")
    assert isinstance(second, Path)
    assert max(s.x for s in second.segments if isinstance(s, Move | LineTo)) == 90
    assert third == Rect(0, 0, 150, 30, "00ff00")
    assert fourth == Rect(0, 0, 12, 3, "0000ff")


def test_a_clip_that_is_a_rectangle_is_followed() -> None:
    """Figma puts one around everything."""
    drawing = draw(
        '<g clip-path="url(#clip0_1_2)"><rect width="500" height="8"/><circle cx="8" cy="8" r="4"/></g>'
        '<defs><clipPath id="clip0_1_2"><rect width="80" height="300" fill="white" transform="translate(4)"/>'
        "</clipPath></defs>"
    )
    wide, round_ = drawing.shapes
    assert isinstance(wide, Path)
    xs = [s.x for s in wide.segments if isinstance(s, Move | LineTo)]
    assert (min(xs), max(xs)) == (3, 63)
    assert round_ == Ellipse(6, 6, 3, 3, "000000")


def test_a_clip_as_illustrator_writes_it() -> None:
    drawing = draw(
        '<style>.st6{clip-path:url(#B);}</style><g><defs><rect id="A" x="4" width="8" height="8"/></defs>'
        '<clipPath id="B"><use xlink:href="#A" style="overflow:visible;"/></clipPath>'
        '<g class="st6"><rect width="80" height="4"/></g></g>'
    )
    (shape,) = drawing.shapes
    assert isinstance(shape, Path)
    xs = [s.x for s in shape.segments if isinstance(s, Move | LineTo)]
    assert (min(xs), max(xs)) == (3, 9)


def test_arrow_heads_stand_at_the_ends_of_lines() -> None:
    """Turned as the line goes, as thick as it is, in its colour where they say so."""
    drawing = draw(
        '<defs><marker id="a" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="5" markerHeight="5" '
        'orient="auto-start-reverse"><path d="M0 0 L10 5 L0 10 Z" fill="context-stroke"/></marker>'
        '<marker id="dot" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" refX="4" refY="4">'
        '<circle cx="4" cy="4" r="4" fill="lime"/></marker></defs>'
        '<path d="M40 40 H80" stroke="red" stroke-width="2" fill="none" marker-end="url(#a)"/>'
        '<line x1="40" y1="80" x2="40" y2="160" stroke="blue" style="marker-start:url(#a);marker-end:url(#dot)"/>'
    )
    line, head, down, tail, dot = drawing.shapes
    assert line == Line(30, 30, 60, 30, Stroke("ff0000", 1.5))
    assert isinstance(head, Path)
    assert head.fill == "ff0000"
    points = [(s.x, s.y) for s in head.segments if isinstance(s, Move | LineTo)]
    assert points == [(52.5, 26.25), (60.0, 30.0), (52.5, 33.75)]
    assert isinstance(down, Line)
    assert isinstance(tail, Path)
    assert tail.fill == "0000ff"
    tips = [(s.x, s.y) for s in tail.segments if isinstance(s, Move | LineTo)]
    assert tips[1] == pytest.approx((30, 60)), "its tip is where the line begins, and points up"
    assert min(y for _, y in tips) == 60
    assert dot == Ellipse(30, 120, 3, 3, "00ff00")


def test_chains_end() -> None:
    uses = "".join(f'<g id="u{n}"><use href="#u{n + 1}"/></g>' for n in range(900))
    drawing, found = codes(f'{uses}<rect id="u900" width="4" height="4"/>')
    assert drawing is not None
    assert {code for code, _, _ in found} <= {"svg-unsupported", "svg-bounds", "svg-empty"}
    markers = "".join(
        f'<marker id="m{n}"><path d="M0 0 H1" stroke="red" marker-end="url(#m{n + 1})"/></marker>'
        for n in range(900)
    )
    drawing, found = codes(f'{markers}<path d="M0 0 H9" stroke="red" marker-end="url(#m0)"/>')
    assert drawing is not None
    assert found == [("svg-unsupported", Severity.WARNING, 2)]
    own = '<marker id="m"><path d="M0 0 H1" stroke="red" marker="url(#m)"/></marker>'
    assert codes(f'{own}<path d="M0 0 H9" stroke="red" marker="url(#m)"/>')[0] is not None


def test_a_switch_takes_what_asks_for_nothing() -> None:
    drawing = draw(
        '<switch><rect systemLanguage="xx" width="9" height="9"/><rect width="4" height="4"/></switch>'
    )
    assert drawing.shapes == (Rect(0, 0, 3, 3, "000000"),)


def test_text_as_figma_writes_it() -> None:
    drawing = draw(
        '<text fill="#1E1E1E" xml:space="preserve" style="white-space: pre" font-family="Inter" font-size="12" '
        'letter-spacing="0em"><tspan x="8" y="20.5">First line&#10;</tspan><tspan x="8" y="36">Second</tspan></text>'
    )
    texts = [(s.text.strip(), s.x, s.y) for s in drawing.shapes if isinstance(s, Label)]
    assert texts == [("First line", 6, 15.375), ("Second", 6, 27)]


def test_layers_that_are_hidden_in_inkscape_stay_so() -> None:
    drawing = draw(
        '<g inkscape:groupmode="layer" style="display:none" xmlns:inkscape="http://www.inkscape.org/ns">'
        '<rect width="9" height="9"/></g><g style="display:inline;opacity:1" transform="translate(4)">'
        '<rect style="fill:#336699;fill-opacity:1;stroke:none;stroke-width:0.26;-inkscape-stroke:none" '
        'width="4" height="4"/></g>'
    )
    assert drawing.shapes == (Rect(3, 0, 3, 3, "336699"),)


def test_an_empty_style_sheet_takes_nothing_away() -> None:
    draw('<style>\n</style><rect width="4" height="4"/>')
