"""The type of a file is told by what it holds; what is not kept is refused in a sentence."""

import pickle
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.store.attachment_kinds import (
    SUFFIXES,
    AttachmentError,
    EmptyFileError,
    MacrosError,
    NotAcceptedError,
    NotAPhotoError,
    OldOfficeError,
    PhonePhotoError,
)
from levers_app.store.attachments import Attachments, _prepared
from levers_app.store.folder import DataFolder
from tests.store.pictures import DOCUMENTS, odf, ooxml, zipped


@pytest.fixture
def kept(data: DataFolder) -> Attachments:
    return Attachments(data.attachments)


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
MACRO_MAIN = "vnd.ms-word.document.macroEnabled"


REFUSED: tuple[tuple[str, bytes, type[AttachmentError]], ...] = (
    ("a.exe", b"MZ\x90\0" + bytes(100), NotAcceptedError),
    ("a.pdf", b"MZ\x90\0" + bytes(100), NotAcceptedError),
    ("a.sh", b"echo\n", NotAcceptedError),
    ("a.bat", b"del *\r\n", NotAcceptedError),
    ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(50), NotAcceptedError),
    ("a.txt", b"#!/bin/sh\nrm -rf /\n", NotAcceptedError),
    ("a.txt", b"\xef\xbb\xbf \n<!DOCTYPE html><p>", NotAcceptedError),
    ("a.txt", b"Bonjour <SCRIPT src=x>", NotAcceptedError),
    ("a.csv", b"<?xml version='1.0'?><svg/>", NotAcceptedError),
    ("a.txt", rb"{\rtf1\ansi}", NotAcceptedError),
    ("a.txt", b"a\0b", NotAcceptedError),
    ("a.txt", "Été".encode("utf-16"), NotAcceptedError),
    ("a.html", b"<html></html>", NotAcceptedError),
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", NotAcceptedError),
    ("a.docx", b"Du texte.", NotAcceptedError),
    ("a.zip", zipped(a_dot_txt=b"a"), NotAcceptedError),
    ("a.docx", zipped(word__document_dot_xml=b"<w/>"), NotAcceptedError),
    ("a.docx", DOCUMENTS["note.docx"][:60], NotAcceptedError),
    ("a.dotx", ooxml("vnd.openxmlformats-officedocument.wordprocessingml.template"), NotAcceptedError),
    ("a.odg", odf("graphics"), NotAcceptedError),
    ("a.jar", zipped(mimetype=b"x", content_dot_xml=b"", **{"META-INF/MANIFEST.MF": b""}), NotAcceptedError),
    ("a.docx", ooxml(MACRO_MAIN), MacrosError),
    ("a.odt", odf("text", Basic__Standard__Module1_dot_xml=b"x"), MacrosError),
    ("a.ods", odf("spreadsheet", Scripts__python__a_dot_py=b"x"), MacrosError),
    ("a.doc", OLE, OldOfficeError),
    ("a.heic", HEIC, PhonePhotoError),
    ("a.jpg", HEIC, PhonePhotoError),
    ("a.jpg", b"Pas une image.", NotAPhotoError),
    ("a.png", b"<svg/>", NotAPhotoError),
    ("a.webp", bytes(100), NotAPhotoError),
    ("a.txt", b"\xff\xd8\xff\xe0 rien de plus", NotAPhotoError),
    ("a.txt", b"", EmptyFileError),
)


@pytest.mark.parametrize(("name", "content", "error"), REFUSED, ids=range(len(REFUSED)))
def test_refused(kept: Attachments, name: str, content: bytes, error: type[AttachmentError]):
    with pytest.raises(error, match=r"n’a pas été ajouté\u00a0: .*L’exemple n’a pas changé\. ") as caught:
        kept.add_bytes(content, name)
    assert type(caught.value) is error
    assert str(caught.value).startswith(f"«\u00a0{name}\u00a0» n’a")
    assert not kept.folder.exists()
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own


def test_the_refusal_says_what_is_accepted(kept: Attachments):
    with pytest.raises(NotAcceptedError) as caught:
        kept.add_bytes(bytes(10), "a\u202egpj.exe")
    assert all(suffix[0][1:].upper() in str(caught.value).replace("JPEG", "JPG") for suffix in SUFFIXES.values())
    assert "«\u00a0a_gpj.exe\u00a0»" in str(caught.value)


@given(st.binary(max_size=200), st.sampled_from(["", "\x89PNG\r\n\x1a\n", "PK\x03\x04", "GIF89a", "BM", "%PDF-"]))
def test_anything_is_kept_or_refused(data: bytes, start: str):
    with suppress(AttachmentError):
        media, _ = _prepared(start.encode("latin-1") + data, "a.txt")
        assert media in SUFFIXES


def test_a_locked_document_is_refused(kept: Attachments):
    data = bytearray(DOCUMENTS["note.docx"])
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1  # the member says to be encrypted
    with pytest.raises(NotAcceptedError):
        kept.add_bytes(bytes(data), "a.docx")


def test_a_zip_that_swells_is_not_unfolded(kept: Attachments):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", bytes(30_000_000))
    with pytest.raises(NotAcceptedError):
        kept.add_bytes(file.getvalue(), "a.docx")
