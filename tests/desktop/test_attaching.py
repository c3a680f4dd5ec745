"""Giving files to an example that is being written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from levers_app.catalogue.draft import Entry
from levers_app.desktop import opening
from levers_app.desktop.attachments_field import AttachmentsField
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.program import Program
from tests.desktop.entries import desk, drafts, page, write
from tests.desktop.helpers import open_dialog, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import settle, type_keys


def test_files_are_attached_and_a_false_picture_is_told(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    good, false = tmp_path / "hall.png", tmp_path / "faux.jpg"
    assert QImage(20, 20, QImage.Format.Format_RGB32).save(str(good))
    false.write_bytes(b"pas une image")
    write(qtbot, program)
    page(program).show_page(6)
    field = page(program).form.boxes["attachments"].editor
    assert isinstance(field, AttachmentsField)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, false, tmp_path / "absent.pdf")])
    QGuiApplication.clipboard().setMimeData(mime)
    press_button(qtbot, field, "Coller")
    settle(qtbot, program)
    assert [attachment.name for attachment in field.value()] == ["hall.png"]
    assert "faux.jpg" in shown_text(field)
    assert "absent.pdf" in shown_text(field)
    (draft,) = drafts(program)
    assert len(draft.entry.attachments) == 1


def test_a_file_goes_into_the_draft_that_it_was_given_to(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Une note", encoding="utf-8")
    write(qtbot, program, Entry(title="Avec une note"))
    page(program).show_page(6)
    field = page(program).form.boxes["attachments"].editor
    assert isinstance(field, AttachmentsField)
    field.files_given.emit([note])
    desk(program).new()
    type_keys(qtbot, "Sans note")
    settle(qtbot, program)
    kept = {draft.entry.title: len(draft.entry.attachments) for draft in drafts(program)}
    assert kept == {"Avec une note": 1, "Sans note": 0}


def test_files_come_in_the_order_in_which_they_were_given(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    files = [tmp_path / f"note {number}.txt" for number in range(5)]
    for number, file in enumerate(files):
        file.write_text("x" * (5 - number) * 100_000, encoding="utf-8")
    write(qtbot, program)
    page(program).show_page(6)
    field = page(program).form.boxes["attachments"].editor
    assert isinstance(field, AttachmentsField)
    field.files_given.emit(files)
    settle(qtbot, program)
    assert [attachment.name for attachment in field.value()] == [file.name for file in files]


def test_an_attachment_of_the_form_opens_as_a_copy_or_says_why_not(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.services is not None
    asked: list[Path] = []

    def opens_once(path: Path) -> bool:
        asked.append(path)
        return len(asked) == 1

    monkeypatch.setattr(opening, "open_outside", opens_once)
    note = tmp_path / "note.txt"
    note.write_text("Une note", encoding="utf-8")
    write(qtbot, program, Entry(title="Avec une note"))
    page(program).show_page(6)
    field = page(program).form.boxes["attachments"].editor
    assert isinstance(field, AttachmentsField)
    field.files_given.emit([note])
    settle(qtbot, program)
    (attachment,) = field.value()
    kept = program.services.attachments.path_of(attachment)
    button = next(b for b in field.findChildren(QToolButton) if b.accessibleName() == "Ouvrir note.txt")
    button.click()
    settle(qtbot, program)
    assert (asked[0].name, asked[0].read_bytes(), asked[0] != kept) == ("note.txt", b"Une note", True)
    assert "note.txt ne" not in shown_text(field)
    button.click()
    settle(qtbot, program)
    assert "Aucun programme de cet ordinateur n’ouvre «\u00a0note.txt" in shown_text(field)
    kept.unlink()
    button.click()
    settle(qtbot, program)
    assert "le fichier n’est plus là" in shown_text(field)


def test_a_file_of_a_restricted_draft_is_opened_only_when_the_person_says_so(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(opening, "open_outside", asked.append)
    note = tmp_path / "note.txt"
    note.write_text("Une note", encoding="utf-8")
    write(qtbot, program, Entry(title="Avec une note", confidentiality="restreint"))
    page(program).show_page(6)
    field = page(program).form.boxes["attachments"].editor
    assert isinstance(field, AttachmentsField)
    field.files_given.emit([note])
    settle(qtbot, program)
    next(b for b in field.findChildren(QToolButton) if b.accessibleName() == "Ouvrir note.txt").click()
    settle(qtbot, program)
    assert not asked
    press_button(qtbot, open_dialog(Dialog), "Ouvrir quand même")
    settle(qtbot, program)
    assert len(asked) == 1


def test_all_refusals_stay_until_they_are_read(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Une note", encoding="utf-8")
    write(qtbot, program)
    page(program).show_page(6)
    field = page(program).form.boxes["attachments"].editor
    assert isinstance(field, AttachmentsField)
    field.files_given.emit([note])
    settle(qtbot, program)
    field.files_given.emit([tmp_path / "absent.pdf", note, tmp_path / "parti.pdf", note])
    settle(qtbot, program)
    said = shown_text(field)
    assert all(name in said for name in ("absent.pdf", "parti.pdf", "note.txt\u00a0» est déjà là"))
    press_button(qtbot, field, "Compris")
    settle(qtbot, program)
    assert not any(name in shown_text(field) for name in ("absent.pdf", "parti.pdf", "est déjà là", "Compris"))


def test_what_was_refused_in_one_draft_is_not_told_in_the_next(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    write(qtbot, program)
    page(program).show_page(6)
    field = page(program).form.boxes["attachments"].editor
    assert isinstance(field, AttachmentsField)
    field.files_given.emit([tmp_path / "absent.pdf"])
    settle(qtbot, program)
    desk(program).new()
    settle(qtbot, program)
    page(program).show_page(6)
    assert "absent.pdf" not in shown_text(field)
