"""What a file says of itself, in its properties and, the same, in its metadata (XMP); and the foot of its pages."""

import datetime
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from levers_app.sheets.wording import full_date

PROGRAM, PRODUCER, LANGUAGE = "Leviers", "Leviers (reportlab)", "fr-FR"
_DASHES = " · "
# The id of the packet is that of every one (XMP specification, 7.3.2); the part is that of PDF/UA (ISO 14289-1, 5).
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself, in characters that print (:func:`fonts.printable`), and its foot."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    printed: datetime.date
    base_line: str
    mention: str = ""

    @property
    def foot(self) -> str:
        """« Base locale · 45 leviers · imprimé le 23 novembre 2026 », which stands after the mention."""
        return _DASHES.join(part for part in (self.base_line, f"imprimé le {full_date(self.printed)}") if part)


def metadata(about: About) -> pdfdoc.PDFObject:
    """Return the metadata of the file, in XMP, left readable for who does not read PDF."""
    told = {
        "title": about.title,
        "subject": about.subject,
        "keywords": ", ".join(about.keywords),
        "author": about.author,
        "program": PROGRAM,
        "producer": PRODUCER,
        "language": LANGUAGE,
        "day": about.printed.isoformat(),
    }
    packet = _PACKET.format_map({key: escape(text) for key, text in told.items()})
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), packet.encode())
