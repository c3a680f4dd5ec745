"""Real photos that tell far more than they show, and documents of each kind."""

import io
import struct
import zipfile
import zlib

from PIL import Image, ImageCms, PngImagePlugin

SECRETS = (
    b"FabricantSecret",
    b"ModeleSecret",
    b"NoteSecrete",
    b"XmpSecret",
    b"IptcSecret",
    b"TexteSecret",
    "sRGB".encode("utf-16-be"),
)
"""What hides in the photos below; the last is the name of a colour profile."""

WIDE = (60, 40)
_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>48,51N XmpSecret</exif:GPSLatitude></x:xmpmeta>'
_IPTC = b"Photoshop 3.0\0008BIM\x04\x04\0\0\0\0\0\x0f\x1c\x02\x78\0\x0aIptcSecret\0"


def exif(orientation: int = 6) -> Image.Exif:
    """Place, device and note, as a telephone writes them."""
    notes = Image.Exif()
    notes[0x010F], notes[0x0110], notes[0x010E] = "FabricantSecret", "ModeleSecret", "NoteSecrete"
    notes[0x0112] = orientation
    notes.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 3.0)})
    return notes


def drawing(size: tuple[int, int] = WIDE, mode: str = "RGB") -> Image.Image:
    """A picture whose upper left corner is red, the rest blue."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    return image.convert(mode)


def saved(image: Image.Image, form: str, **notes: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **notes)
    return file.getvalue()


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def talkative(form: str, size: tuple[int, int] = WIDE) -> bytes:
    """A photo in ``form``, held upright by its notes only, with all the notes that the form takes."""
    notes: dict[str, object] = {"exif": exif(), "icc_profile": profile()}
    match form:
        case "JPEG":
            app13 = b"\xff\xed" + struct.pack(">H", len(_IPTC) + 2) + _IPTC
            notes |= {"xmp": _XMP, "comment": b"TexteSecret", "extra": app13, "quality": 95}
        case "PNG":
            texts = PngImagePlugin.PngInfo()
            texts.add_text("Comment", "TexteSecret")
            texts.add_itxt("XML:com.adobe.xmp", _XMP.decode(), zip=False)
            texts.add_itxt("Title", "TexteSecret" * 20, zip=True)
            notes |= {"pnginfo": texts, "dpi": (72, 72)}
        case "WEBP":
            notes |= {"xmp": _XMP}
        case "GIF":
            notes = {"comment": b"TexteSecret"}
        case "BMP":
            notes = {"dpi": (72, 72)}
    return saved(drawing(size), form, **notes)


def png_of(width: int, height: int) -> bytes:
    """A PNG that says to be of this size, and holds nearly nothing."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), b"IDAT" + zlib.compress(b"\0"), b"IEND"
    framed = (struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def zipped(**members: bytes) -> bytes:
    """A ZIP; ``__`` stands for ``/`` and ``_dot_`` for a point in names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_dot_", ".")), content)
    return file.getvalue()


def ooxml(main: str) -> bytes:
    """A document whose main part is of the type ``main``."""
    types = f'<Types><Override PartName="/a.xml" ContentType="application/{main}.main+xml"/></Types>'
    return zipped(**{"[Content_Types].xml": types.encode(), "word/document.xml": b"<w/>"})


def odf(kind: str, **members: bytes) -> bytes:
    media = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped(mimetype=media, content_dot_xml=b"<office/>", **members)


DOCUMENTS = {
    "note.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\nTexteSecret\n%%EOF\n",
    "note.docx": ooxml("vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "note.xlsx": ooxml("vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "note.pptx": ooxml("vnd.openxmlformats-officedocument.presentationml.presentation"),
    "note.odt": odf("text", **{"Basic/Standard/script-lb.xml": b"<library/>"}),
    "note.ods": odf("spreadsheet"),
    "note.odp": odf("presentation"),
    "note.txt": "\ufeffL’été\u00a0: « réunion » < 20 personnes\n".encode(),
    "note.csv": "Année;Coût\n2023;10 €\n".encode("cp1252"),
}
"""One document of each kind that is kept, under the name it keeps."""
