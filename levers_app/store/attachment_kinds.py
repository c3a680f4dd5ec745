"""What may be attached to an example, told by its content, and a sentence for each file that is refused."""

import io
import re
from collections.abc import Mapping
from pathlib import PurePath

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import french, shortened

DOCUMENT_LIMIT = 25_000_000
PHOTO_LIMIT = 40_000_000
"""Bytes of a photo at most, as it comes: what is kept of it is far smaller."""
HEAD = 4096
"""Bytes from which a photo is told from a document."""

JPEG, PNG, TEXT, CSV = "image/jpeg", "image/png", "text/plain", "text/csv"
PDF = "application/pdf"
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

SUFFIXES: Mapping[str, tuple[str, ...]] = {
    JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    PNG: (".png",),
    PDF: (".pdf",),
    f"{_OOXML}wordprocessingml.document": (".docx",),
    f"{_OOXML}spreadsheetml.sheet": (".xlsx",),
    f"{_OOXML}presentationml.presentation": (".pptx",),
    f"{_ODF}text": (".odt",),
    f"{_ODF}spreadsheet": (".ods",),
    f"{_ODF}presentation": (".odp",),
    TEXT: (".txt", ".text", ".md", ".log"),
    CSV: (".csv",),
}
"""By type that is kept, how the names of such files may end; the first is how they are kept."""

_OTHER_PHOTOS = {".webp", ".gif", ".tif", ".tiff", ".bmp", ".dib", ".apng"}
_PHOTO_SUFFIXES = {*SUFFIXES[JPEG], *SUFFIXES[PNG], *_OTHER_PHOTOS}
KNOWN_SUFFIXES = {suffix for suffixes in SUFFIXES.values() for suffix in suffixes} | _OTHER_PHOTOS | {".heic", ".heif"}

_BMP = re.compile(rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)
_SIGNATURES: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("GIF", re.compile(rb"GIF8[79]a")),
    ("WEBP", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    ("TIFF", re.compile(rb"II[*+]\0|MM\0[*+]")),
    ("BMP", _BMP),
)
_PHONE_PHOTO = re.compile(rb".{4}ftyp(?:hei|hev|heif|mif1|msf1|avi[fs])", re.DOTALL)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what is locked by a password begins so too
_ZIP = b"PK\x03\x04"
_CONTENT_TYPES, _MOST_CONTENT_TYPES = "[Content_Types].xml", 1_000_000
_ODF_MACROS = re.compile(r"Scripts/.+|Basic/.+/(?!script-lb\.xml$).+")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_ACTIVE_TEXT = re.compile(rb"#!|\{\\rtf|%!PS|<\?|<!|<(?:html|head|body|svg|script)\b", re.IGNORECASE)
_TAGS = re.compile(rb"<(?:!doctype|html|svg|script|iframe)\b", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"


class AttachmentError(LeviersError):
    """A file that was not attached; subclasses say why. Neither the example nor the file has changed."""

    said = (
        "« {name} » n’a pas été ajouté : ce fichier ne peut pas être lu. L’exemple n’a pas changé. "
        "Vérifiez que le fichier s’ouvre et que le disque ou la clé est bien branché, puis recommencez."
    )

    def __init__(self, name: str) -> None:
        """``name`` is what the file is called."""
        super().__init__(french(self.said).format(name=shortened(name, 120)))
        self.name = name


class NotAcceptedError(AttachmentError):
    """A file of a type that is not kept."""

    said = (
        "« {name} » n’a pas été ajouté : son contenu n’est pas d’un type accepté. L’exemple n’a pas changé. "
        "Choisissez une photo (JPEG, PNG, WebP, GIF, TIFF ou BMP) ou un document (PDF, DOCX, XLSX, PPTX, ODT, ODS, "
        "ODP, TXT ou CSV)."
    )


class PhonePhotoError(NotAcceptedError):
    """A photo as recent telephones take them, which cannot be read."""

    said = (
        "« {name} » n’a pas été ajouté : Leviers ne lit pas les photos HEIC ou AVIF. L’exemple n’a pas changé. "
        "Enregistrez la photo en JPEG, ou choisissez sur le téléphone le format « Le plus compatible »."
    )


class OldOfficeError(NotAcceptedError):
    """A document of an old office program, or locked."""

    said = (
        "« {name} » n’a pas été ajouté : ce document est protégé par un mot de passe, ou d’un ancien format (DOC, "
        "XLS, PPT). L’exemple n’a pas changé. Enregistrez-le sans mot de passe en DOCX, XLSX, PPTX ou PDF."
    )


class MacrosError(NotAcceptedError):
    """A document that holds programs."""

    said = (
        "« {name} » n’a pas été ajouté : ce document contient des macros, qui sont des programmes. L’exemple n’a pas "
        "changé. Enregistrez-le sans macros (DOCX, XLSX, PPTX) ou en PDF."
    )


class EmptyFileError(AttachmentError):
    """Nothing is in the file."""

    said = (
        "« {name} » n’a pas été ajouté : ce fichier est vide. L’exemple n’a pas changé. "
        "S’il vient d’un téléphone ou d’un autre poste, copiez-le de nouveau."
    )


class TooLargeError(AttachmentError):
    """The file is larger than what is taken."""

    said = (
        "« {name} » n’a pas été ajouté : il est trop gros. L’exemple n’a pas changé. "
        f"Une photo peut faire {PHOTO_LIMIT // 1_000_000}\u00a0Mo au plus, un document "
        f"{DOCUMENT_LIMIT // 1_000_000}\u00a0Mo : réduisez-le, ou n’en gardez que les pages utiles."
    )


class TooManyPixelsError(AttachmentError):
    """The photo, once opened, would fill the memory."""

    said = (
        "« {name} » n’a pas été ajouté : cette image a trop de points pour être ouverte (80\u00a0millions au plus). "
        "L’exemple n’a pas changé. Réduisez ses dimensions, puis recommencez."
    )


class NotAPhotoError(AttachmentError):
    """The name, or the beginning, is a photo's; the rest is not, or is damaged."""

    said = (
        "« {name} » n’a pas été ajouté : ce n’est pas une image, malgré son nom, ou elle est abîmée. "
        "L’exemple n’a pas changé. Copiez-la de nouveau, ou enregistrez-la en JPEG avec un autre programme."
    )


class SeveralPagesError(AttachmentError):
    """A scan of several pages, of which only one would be kept."""

    said = (
        "« {name} » n’a pas été ajouté : cette image a plusieurs pages, et une seule serait gardée. "
        "L’exemple n’a pas changé. Enregistrez-la en PDF, puis recommencez."
    )


class VanishedError(AttachmentError):
    """The file is not there, or no longer."""

    said = (
        "« {name} » n’a pas été ajouté : ce fichier n’est plus là où il était. L’exemple n’a pas changé. "
        "Vérifiez qu’il n’a pas été déplacé ou renommé et que la clé ou le téléphone est bien branché."
    )


class ForbiddenFileError(AttachmentError):
    """The person may not read the file."""

    said = (
        "« {name} » n’a pas été ajouté : vous n’avez pas le droit de lire ce fichier, ou un autre programme l’occupe. "
        "L’exemple n’a pas changé. Fermez ce programme, ou copiez le fichier dans un de vos dossiers."
    )


class FolderChosenError(AttachmentError):
    """A folder was given where a file is meant."""

    said = (
        "« {name} » n’a pas été ajouté : c’est un dossier. L’exemple n’a pas changé. "
        "Choisissez les fichiers qu’il contient, ou réunissez-les dans un PDF."
    )


def photo_format(head: bytes) -> str | None:
    """Return what Pillow calls the format of the photo that begins with ``head``; None for anything else."""
    return next((name for name, signature in _SIGNATURES if signature.match(head)), None)


def size_limit(head: bytes) -> int:
    """Return how many bytes the file that begins with ``head`` may have."""
    return PHOTO_LIMIT if photo_format(head) else DOCUMENT_LIMIT


def document_media(data: bytes, name: str) -> str:
    """Return the type of a document.

    Raises:
        AttachmentError: it is none that is kept.
    """
    suffix, start = PurePath(name).suffix.lower(), data[:HEAD].removeprefix(_BOM).lstrip()
    if start.startswith(b"%PDF-"):
        return PDF
    if data.startswith(_ZIP) and (media := _office_media(data, name)):
        return media
    if _PHONE_PHOTO.match(data):
        raise PhonePhotoError(name)
    if data.startswith(_OLD_OFFICE):
        raise OldOfficeError(name)
    if suffix in _PHOTO_SUFFIXES:
        raise NotAPhotoError(name)
    text = CSV if suffix in SUFFIXES[CSV] else TEXT  # only its name tells a table, or a script, from a note
    if suffix not in {"", *SUFFIXES[text]} or _CONTROLS.search(data):
        raise NotAcceptedError(name)
    if _ACTIVE_TEXT.match(start) or _TAGS.search(data):
        raise NotAcceptedError(name)
    return text


def _office_media(data: bytes, name: str) -> str | None:
    """Return the type of the document in a ZIP, as the document itself declares it; None when it is no document."""
    import zipfile  # noqa: PLC0415 - start-up time
    import zlib  # noqa: PLC0415 - start-up time

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
            if _CONTENT_TYPES in members:
                with archive.open(_CONTENT_TYPES) as file:
                    return _ooxml_media(file.read(_MOST_CONTENT_TYPES), name)
            if {"mimetype", "content.xml"} <= members:
                with archive.open("mimetype") as file:
                    return _odf_media(file.read(100), members, name)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):  # damaged, or locked
        return None
    return None


def _ooxml_media(content_types: bytes, name: str) -> str | None:
    if b"macroEnabled" in content_types:
        raise MacrosError(name)
    declared = (media for media in SUFFIXES if media.startswith(_OOXML))
    return next((media for media in declared if f"{media}.main+xml".encode() in content_types), None)


def _odf_media(mimetype: bytes, members: set[str], name: str) -> str | None:
    media = mimetype.decode("ascii", "replace").strip()
    if media not in SUFFIXES or not media.startswith(_ODF):
        return None
    if any(map(_ODF_MACROS.fullmatch, members)):
        raise MacrosError(name)
    return media
