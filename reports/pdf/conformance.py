"""Conformance 长期保存: what a file says of itself and of its colours, so that it is PDF/A-2u (ISO 19005-2, level U).

Everything else that the standard asks is kept where it is written: fonts are embedded and mean something, nothing is
transparent, encrypted or fetched from elsewhere.
"""

from __future__ import annotations

import resources
from reports.pdf.pdf_file import PdfFile

PRODUCER = "优抚一人一档"
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<xmpMM:DocumentID>uuid:{name}</xmpMM:DocumentID>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def add_conformance(pdf: PdfFile, title: str, author: str) -> str:
    """Write the metadata (ISO 16684-1) and the profile of the colours; returns their entries for the catalog."""
    from xml.sax.saxutils import escape  # when wanted: with it comes all that speaks to networks

    packet = PACKET.format(
        title=escape(title), author=escape(author), producer=PRODUCER, name=pdf.name()
    ).encode()
    metadata = pdf.add_packed(packet, "/Type /Metadata /Subtype /XML")  # plain, to be found without a reader
    profile = pdf.add_stream(resources.path("colour/sRGB.icc").read_bytes(), "/N 3")
    intent = pdf.add(
        f"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile {profile} >>"
    )
    return f"/Metadata {metadata} /OutputIntents [{intent}]"
