"""Photos and documents in a sheet: named in every text, and where their files lie is told in none."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from levers_app.catalogue.records import Attachment, CaseStudy
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.sheets.data import to_json
from levers_app.sheets.document import Attached, AttachedItem, Document
from levers_app.sheets.html import to_html
from levers_app.sheets.library import Library
from levers_app.sheets.text import to_markdown, to_text
from levers_app.store.attachments import Attachments
from levers_app.store.opening import Base
from levers_app.store.reading import Reader
from tests.sheets.attached import PDF, sheet
from tests.sheets.test_html import Page
from tests.store.pictures import DOCUMENTS, drawing, saved

HALL = AttachedItem("/prive/ab/hall.jpg", "hall.jpg", "Le hall <b>repeint</b>.", "image/jpeg", 1_234_567, printed=True)
NOTE = AttachedItem("/prive/cd/note.pdf", "note.pdf", "", PDF, 64_000, printed=False)
SHEET = sheet(HALL, NOTE, replace(HALL, path="", name="perdue.jpg", caption=""))


class OneCase(Reader):
    """A reader of a base where every example has the same attachments."""

    attachments: tuple[Attachment, ...] = ()

    def case(self, slug: str) -> CaseStudy:
        return replace(super().case(slug), attachments=self.attachments)


@pytest.fixture
def kept(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path / "pieces-jointes")


def attached(base: Base, vocabulary: Vocabulary, folder: Path | None, *attachments: Attachment) -> Document:
    reader = OneCase(base.path)
    reader.attachments = attachments
    return Library(reader, vocabulary, folder).sheet("case:besancon-planoise-quartier-reconquete")


def items(document: Document) -> tuple[AttachedItem, ...]:
    (block,) = document.sections[-1].blocks
    assert isinstance(block, Attached)
    return block.items


def test_they_come_last_in_the_order_of_their_author(base: Base, vocabulary: Vocabulary, kept: Attachments) -> None:
    note = kept.add_bytes(DOCUMENTS["note.pdf"], "note.pdf")
    photo = replace(kept.add_bytes(saved(drawing(), "JPEG"), "hall.jpg"), caption="Le hall", printed=True)
    document = attached(base, vocabulary, kept.folder, note, photo)
    assert (document.sections[-1].key, document.sections[-1].title) == ("pieces", "Photos et documents")
    shown = items(document)
    assert [(item.name, item.caption, item.is_picture, item.printed) for item in shown] == [
        ("note.pdf", "", False, False),
        ("hall.jpg", "Le hall", True, True),
    ]
    assert [Path(item.path) for item in shown] == [kept.path_of(note), kept.path_of(photo)]


def test_a_file_that_is_gone_stays_in_the_list(base: Base, vocabulary: Vocabulary, kept: Attachments) -> None:
    note = kept.add_bytes(DOCUMENTS["note.pdf"], "note.pdf")
    kept.path_of(note).unlink()
    document = attached(base, vocabulary, kept.folder, note)
    assert [item.path for item in items(document)] == [""]
    assert "– Document\u00a0: note.pdf (fichier absent)" in to_text(document)


def test_what_can_lie_nowhere_is_left_out(base: Base, vocabulary: Vocabulary, kept: Attachments) -> None:
    wrong = Attachment("../../etc/passwd", "passwd", "text/plain", 3), Attachment("a" * 64, "a.exe", "application/x", 3)
    assert attached(base, vocabulary, kept.folder, *wrong).sections[-1].key != "pieces"


def test_without_their_folder_there_are_none(base: Base, vocabulary: Vocabulary, kept: Attachments) -> None:
    note = kept.add_bytes(DOCUMENTS["note.pdf"], "note.pdf")
    assert attached(base, vocabulary, None, note).sections[-1].key != "pieces"


def test_a_text_names_them() -> None:
    assert to_text(SHEET).splitlines()[-3:] == [
        "– Photo\u00a0: Le hall <b>repeint</b> (hall.jpg, 1,2\u00a0Mo)",
        "– Document\u00a0: note.pdf (64\u00a0ko)",
        "– Photo\u00a0: perdue.jpg (fichier absent)",
    ]


def test_a_page_names_them_and_loads_nothing() -> None:
    page = Page(to_html(SHEET))
    assert not {"img", "a", "b"} & page.tags
    assert "Photo\u00a0: Le hall <b>repeint</b>.hall.jpg · 1,2\u00a0Mo" in page.text


def test_data_hold_what_is_known_of_them() -> None:
    (block,) = to_json(sheet(NOTE))["sections"][0]["blocks"]
    assert block == {
        "type": "attachments",
        "items": [{"name": "note.pdf", "caption": "", "media": PDF, "size": 64_000}],
    }


@pytest.mark.parametrize("write", [to_text, to_markdown, to_html, lambda document: json.dumps(to_json(document))])
def test_nothing_tells_where_a_file_lies(write: Callable[[Document], str]) -> None:
    assert "prive" not in write(SHEET)
