"""Metadata in, the XMP packet out, with the extension schemas that PDF/A-2 wants for what it doesn't know."""

from __future__ import annotations

from builders.pdf.blocks import Metadata

PRODUCER = "lessonpress"

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "cc": "http://creativecommons.org/ns#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


def packet(metadata: Metadata) -> bytes:
    """The packet, UTF-8."""
    properties = [
        _simple("dc:format", "application/pdf"),
        _alternatives("dc:title", metadata.title),
        _array("dc:creator", "Seq", metadata.authors),
        _alternatives("dc:description", metadata.subject),
        _array("dc:subject", "Bag", metadata.keywords),
        _array("dc:language", "Bag", (metadata.language,)),
        _alternatives("dc:rights", metadata.license_label),
        _simple("pdf:Keywords", ", ".join(metadata.keywords)),
        _simple("pdf:Producer", PRODUCER),
        _simple("xmp:CreatorTool", PRODUCER),
        _alternatives("xmpRights:UsageTerms", metadata.license_label),
        _simple("xmpRights:WebStatement", metadata.license_url or ""),
        _simple("cc:license", metadata.license_url or ""),
        _simple("pdfaid:part", "2"),
        _simple("pdfaid:conformance", "A"),
        _simple("pdfuaid:part", "1"),
    ]
    schemas = [
        _schema(
            "PDF/UA identification schema", "pdfuaid", "part", "Integer", "internal", "Part of ISO 14289"
        ),
        _schema("Creative Commons rights", "cc", "license", "URI", "external", "The licence of the work")
        if metadata.license_url
        else "",
    ]
    extensions = f"<pdfaExtension:schemas><rdf:Bag>{''.join(schemas)}</rdf:Bag></pdfaExtension:schemas>"
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    body = "\n".join(part for part in (*properties, extensions) if part)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}>\n<rdf:Description rdf:about="">\n'
        f"{body}\n"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _simple(name: str, value: str) -> str:
    return f"<{name}>{_escaped(value)}</{name}>" if value else ""


def _alternatives(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _array(name: str, kind: str, values: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{_escaped(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if values else ""


def _schema(title: str, prefix: str, name: str, kind: str, category: str, description: str) -> str:
    """A schema with one property."""
    described = (
        f"<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{description}</pdfaProperty:description>"
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{title}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        f'<rdf:li rdf:parseType="Resource">{described}</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>'
    )
