"""The pages of a note beside it, and the note taken out of the window: saved, printed, copied."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pypdf
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QFileDialog, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from levers_app.apart import Workbench
from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem, SheetItem
from levers_app.catalogue.brief_file import to_file
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.catalogue.draft import new_draft
from levers_app.catalogue.records import LocalComplement
from levers_app.desktop.brief_forms import FormsDialog
from levers_app.desktop.brief_proof import import_writer
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.paper import PaperCutShortError
from levers_app.desktop.program import Program
from tests.desktop.entries import QUICK
from tests.desktop.helpers import child, clipboard, open_dialog, open_windows, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import press, settle, type_words
from tests.desktop.notes import (
    ACCESS,
    ALT,
    CTRL,
    GITES,
    SHIFT,
    VIDEO,
    add,
    come_back,
    notes,
    open_note,
    page,
    shown_rows,
)

TITLES = ("Vidéoprotection des parties communes", "Contrôle d’accès et fermeture des parties communes")


def _hold(bench: Workbench, begun: Event, go_on: Event) -> None:
    """Use the process of the preview until ``go_on``."""

    def check() -> None:
        begun.set()
        assert go_on.wait(60)

    bench.run(import_writer, check=check)


def restricted(program: Program) -> str:
    """Record an example that may not leave; return its id."""
    assert program.services is not None
    entry = replace(QUICK, title="Une adresse sensible", confidentiality="restreint")
    sent = program.services.recorder.send(replace(new_draft(), entry=entry), "publie")
    return sent.record_id


def save_as(qtbot: QtBot, program: Program, path: Path, form: str = "PDF") -> None:
    """Answer the two questions: in which form, and where."""
    dialog = open_dialog(FormsDialog)
    next(button for button in dialog.findChildren(QRadioButton) if button.text() == form).click()
    press_button(qtbot, dialog, "Choisir où…")
    (files,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
    files.close()
    files.fileSelected.emit(str(path))
    settle(qtbot, program)
    come_back(qtbot, program)


def pdf_text(path: Path) -> str:
    return " ".join(" ".join(p.extract_text() for p in pypdf.PdfReader(path).pages).split())


# -- preview


def test_the_pages_follow_a_change(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    view = open_note(qtbot, program).preview.view
    before = view.pages
    assert f"page 1 sur {before}" in view.accessibleName()
    page(program).head.model_chosen.emit("dossier")
    settle(qtbot, program)
    assert view.pages > before


def test_the_pages_are_drawn_sharp_and_told_to_screen_readers(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    preview = open_note(qtbot, program).preview
    view = preview.view
    view.zoom(1.0)
    width = round(view.size_of(0)[0] * 96 / 72 * view.devicePixelRatioF())
    qtbot.waitUntil(lambda: preview.rasters.image(0, width) is not None and not preview.rasters.busy)
    image = preview.rasters.image(0, width)
    assert image is not None
    assert image.width() == width
    dark = sum(image.pixelColor(x, y).lightness() < 100 for x in range(0, image.width(), 3) for y in range(60, 300, 3))
    assert dark > 100
    assert "Vidéoprotection" in view.accessibleDescription()


def test_an_item_leads_to_its_page_and_a_thumbnail_to_its_own(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS, GITES)
    shown = open_note(qtbot, program)
    shown.contents.list.choose(2)
    settle(qtbot, program)
    start = program.window.workspace.briefs.desk.board.proof
    assert start is not None
    assert shown.preview.view.page == start.standing.starts[2] - 1
    shown.preview.thumbs.setCurrentIndex(shown.preview.thumbs.model().index(0, 0))
    assert shown.preview.view.page == 0


def test_keys_and_wheel_turn_and_zoom(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    view = open_note(qtbot, program).preview.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    before = view.scale
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale > before
    here, none = view.viewport().rect().center(), QPoint()
    glob = view.viewport().mapToGlobal(here)
    phase, no_button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    wheel = QWheelEvent(here.toPointF(), glob.toPointF(), none, QPoint(0, -120), no_button, CTRL, phase, False)
    larger = view.scale
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.scale < larger
    settle(qtbot, program)


def test_a_narrow_window_shows_contents_and_pages_in_turn(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    shown = open_note(qtbot, program)
    program.window.resize(820, 700)
    settle(qtbot, program)
    assert not shown.preview.isVisible()
    press_button(qtbot, shown, "Aperçu")
    assert shown.preview.isVisible()
    assert not shown.contents.isVisible()
    press_button(qtbot, shown.preview, "Contenu")
    assert shown.contents.isVisible()


def test_pages_that_could_not_be_made_anew_are_told_until_the_next_ones(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    shown = open_note(qtbot, program)
    press_ = program.window.workspace.briefs.desk.board.press
    press_.failed.emit(PaperCutShortError())
    assert "faute de mémoire" in shown_text(shown.preview)
    assert shown.preview.has_pages
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert "faute de mémoire" not in shown_text(shown.preview)


def test_the_title_that_is_printed_stands_in_the_empty_field(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    shown = open_note(qtbot, program)
    fields = {field.accessibleName(): field for field in shown.cover.findChildren(LineEditor)}
    assert fields["Titre"].placeholderText() == TITLES[0]
    shown.show_tab(1)
    shown.cover.take_focus()
    type_words(qtbot, program, "X")
    press(qtbot, program, Qt.Key.Key_Backspace)
    assert fields["Titre"].placeholderText() == TITLES[0]


def test_notes_are_written_while_pages_are_given_up(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    open_note(qtbot, program)
    press_ = program.window.workspace.briefs.desk.board.press
    printing = Event()
    with ThreadPoolExecutor() as pool:
        go_on = Event()
        busy = pool.submit(_hold, press_._bench, printing, go_on)
        assert printing.wait(20)
        press_.rest()
        written = Event()
        program.jobs.note(written.set, lambda _: None)
        assert written.wait(20)
        go_on.set()
        busy.result()
    settle(qtbot, program)


def test_an_empty_note_says_what_to_do(qtbot: QtBot, program: Program) -> None:
    program.window.workspace.briefs.book.new("model:dossier")
    settle(qtbot, program)
    text = shown_text(page(program))
    assert "Cette note est vide" in text
    assert "Rien à imprimer pour l’instant" in text
    press(qtbot, program, Qt.Key.Key_P, CTRL)
    assert "il n’y a rien à imprimer" in shown_text(program.window)


# -- what a note must tell


def test_a_sheet_that_changed_is_told_and_accepted(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    assert program.services is not None
    item = notes(program)[0].items[0]
    assert isinstance(item, SheetItem)
    recorder = program.services.recorder
    lever = program.services.base.reader.lever("videoprotection")
    recorder.edit_lever(replace(lever, summary="Des caméras, autrement dit."), item.seq)
    shown = open_note(qtbot, program)
    assert shown.contents.list.rows.rows[0].note == "Modifiée depuis"
    shown.contents.seen.emit(0)
    settle(qtbot, program)
    assert shown.contents.list.rows.rows[0].note == ""
    assert program.services.changed_in(notes(program)[0]) == {}


def test_what_is_added_here_counts_as_a_change_where_it_is_printed(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    complete = program.services.recorder.complete
    first = complete(LocalComplement("videoprotection", contacts="Anne"), 0)
    add(qtbot, program, VIDEO)
    (brief,) = notes(program)
    with_own = replace(brief, options=replace(brief.options, complements=True))
    assert program.services.changed_in(with_own) == {}
    second = complete(LocalComplement("videoprotection", contacts="Luc"), first.after)
    assert program.services.changed_in(brief) == {}
    assert program.services.changed_in(with_own) == {0: {VIDEO: second.after}}


def test_a_restricted_example_is_left_out_and_told(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    add(qtbot, program, VIDEO, restricted(program))
    shown = open_note(qtbot, program)
    assert "Un exemple restreint est laissé de côté." in shown_text(shown)
    press_button(qtbot, shown, "Voir lequel")
    assert shown_rows(program)[shown.contents.list.current()] == "Une adresse sensible"
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    save_as(qtbot, program, tmp_path / "sans.pdf")
    assert "adresse sensible" not in pdf_text(tmp_path / "sans.pdf")


def test_a_restricted_example_goes_with_its_mention_for_one_saving(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    add(qtbot, program, VIDEO, restricted(program))
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    child(open_dialog(FormsDialog), QCheckBox).click()
    save_as(qtbot, program, tmp_path / "avec.pdf")
    text = pdf_text(tmp_path / "avec.pdf")
    assert "Une adresse sensible" in text
    assert "Restreint" in text
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)  # the next time it is asked again
    save_as(qtbot, program, tmp_path / "sans.pdf")
    assert "adresse sensible" not in pdf_text(tmp_path / "sans.pdf")


def test_a_note_of_restricted_examples_alone_is_written_once_they_are_ticked(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, restricted(program))
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    dialog = open_dialog(FormsDialog)
    box = child(dialog, QCheckBox)
    (go,) = (b for b in dialog.findChildren(QAbstractButton) if b.text() == "Choisir où…")
    assert (box.isChecked(), go.isEnabled()) == (False, False)
    box.click()
    assert go.isEnabled()
    box.click()
    next(b for b in dialog.findChildren(QRadioButton) if b.text() == "Fichier de note").click()
    assert go.isEnabled()
    dialog.close()


def test_printing_asks_what_to_do_with_a_restricted_example(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, restricted(program))
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_P, CTRL)
    (dialog,) = open_windows("Imprimer")
    assert "Une adresse sensible" in shown_text(dialog)
    press_button(qtbot, dialog, "Imprimer sans lui")
    settle(qtbot, program)
    assert "Aucune imprimante" in shown_text(open_windows("Imprimer")[0])


# -- saving


def test_a_note_is_saved_with_its_sheets_in_order(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    save_as(qtbot, program, tmp_path / "note.pdf")
    text = pdf_text(tmp_path / "note.pdf")
    video, access = (text.rindex(title) for title in TITLES)
    assert access < video
    assert "est enregistré" in shown_text(program.window)
    assert "Ouvrir le dossier" in shown_text(program.window)


@pytest.mark.parametrize(("form", "name"), [("Page web accessible", "note.html"), ("Markdown", "note.md")])
def test_a_note_is_saved_as_a_page_and_as_markdown(
    qtbot: QtBot, program: Program, tmp_path: Path, form: str, name: str
) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    for _ in range(2):  # the second time over the first file
        press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
        save_as(qtbot, program, tmp_path / name, form)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.index(TITLES[0]) < text.rindex(TITLES[1])


def test_a_plan_is_saved_for_a_spreadsheet(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    items = (SheetItem(VIDEO), ActionsItem((Action("Réunir le groupe", lever="clspd"),)))
    plan = tmp_path / "plan.note-leviers"
    plan.write_text(to_file(replace(new_brief(MODELS["plan"]), items=items)), encoding="utf-8")
    program.window.workspace.briefs.book.open_file(str(plan))
    settle(qtbot, program)
    for _ in range(2):  # the second time over the first file
        press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
        save_as(qtbot, program, tmp_path / "plan.xlsx", "Tableur (Excel, LibreOffice)")
    table, text = load_workbook(tmp_path / "plan.xlsx").worksheets
    assert "Réunir le groupe" in [row[1] for row in table.iter_rows(values_only=True)]
    assert TITLES[0] in [row[0] for row in text.iter_rows(values_only=True)]


def test_a_note_without_actions_has_nothing_for_a_spreadsheet(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    dialog = open_dialog(FormsDialog)
    assert [b.text() for b in dialog.findChildren(QRadioButton)] == [
        *("PDF", "Page web accessible", "Markdown", "Fichier de note")
    ]
    dialog.close()


def test_the_text_of_a_note_is_copied(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_C, CTRL | SHIFT)
    assert TITLES[0] in clipboard()
    data = QApplication.clipboard().mimeData()
    assert TITLES[1] in data.html()
    assert TITLES[1] in bytes(data.data("text/markdown").data()).decode()


def test_a_note_file_comes_back_as_another_note(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    add(qtbot, program, VIDEO, GITES)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    save_as(qtbot, program, tmp_path / "a.note-leviers", "Fichier de note")
    program.window.workspace.briefs.book.open_file(str(tmp_path / "a.note-leviers"))
    settle(qtbot, program)
    copy, original = notes(program)
    assert copy.records == original.records
    assert copy.id != original.id
    assert len(shown_rows(program)) == 2


def test_a_file_that_is_no_note_is_refused_in_a_sentence(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.note-leviers").write_text("bonjour", encoding="utf-8")
    program.window.workspace.briefs.book.open_file(str(tmp_path / "a.note-leviers"))
    settle(qtbot, program)
    assert "n’est pas une note de Leviers" in shown_text(open_dialog(Dialog))
    assert notes(program) == []


def test_from_a_cold_start_to_a_file_by_the_keyboard_alone(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    press(qtbot, program, Qt.Key.Key_K, CTRL)
    for words in ("videoprotection", "controle d acces"):
        type_words(qtbot, program, words)
        press(qtbot, program, Qt.Key.Key_Return)
        press(qtbot, program, Qt.Key.Key_B, CTRL)
        press(qtbot, program, Qt.Key.Key_K, CTRL)
    press(qtbot, program, Qt.Key.Key_B, CTRL | SHIFT)
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    qtbot.keyClick(open_dialog(FormsDialog).findChildren(QRadioButton)[0], Qt.Key.Key_Return)
    (files,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
    files.close()
    files.fileSelected.emit(str(tmp_path / "note.pdf"))
    settle(qtbot, program)
    text = pdf_text(tmp_path / "note.pdf")
    assert text.index(TITLES[0]) < text.rindex(TITLES[1])


def test_a_logo_is_kept_shown_and_taken_away(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF204080)
    picture.save(str(tmp_path / "logo.png"))
    add(qtbot, program, VIDEO)
    shown = open_note(qtbot, program)
    actions = program.window.workspace.briefs.actions
    assert actions is not None
    actions.take_logo(str(tmp_path / "logo.png"))
    settle(qtbot, program)
    logo = notes(program)[0].cover.logo
    assert logo is not None
    assert logo.media.startswith("image/")
    shown.show_tab(1)
    press_button(qtbot, shown.cover, "Retirer")
    settle(qtbot, program)
    assert notes(program)[0].cover.logo is None


def test_each_form_says_what_it_offers(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    text = shown_text(open_dialog(FormsDialog))
    for words in ("imprimer et envoyer", "lecteur d’écran", "wiki", "rouvrir la note"):
        assert words in text


def test_a_folder_that_refuses_is_told_and_another_offered(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    add(qtbot, program, VIDEO)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT)
    save_as(qtbot, program, tmp_path / "absent" / "note.pdf")
    dialog = open_dialog(Dialog)
    assert "n’existe pas" in shown_text(dialog)
    assert "Choisir un autre dossier" in shown_text(dialog)
    dialog.close()


# -- all notes


def test_notes_are_listed_opened_renamed_copied_and_thrown_away(qtbot: QtBot, start: Callable[..., Program]) -> None:
    program = start()
    add(qtbot, program, VIDEO)
    program.window.navigator.go_page("notes")
    settle(qtbot, program)
    book = program.window.workspace.briefs.book
    (row,) = book.page.list.rows.rows
    assert "Fiche d’une page · 1 élément · modifiée aujourd’hui" in row.meta
    press(qtbot, program, Qt.Key.Key_F2)
    (dialog,) = open_windows("Renommer la note")
    qtbot.keyClicks(child(dialog, QLineEdit), "Comite")
    press_button(qtbot, dialog, "Enregistrer")
    settle(qtbot, program)
    come_back(qtbot, program)
    assert [brief.name for brief in notes(program)] == ["Comite"]
    book.copy(row.id)
    settle(qtbot, program)
    assert sorted(brief.name for brief in notes(program)) == ["Comite", "Comite (copie)"]
    assert page(program).head.name.text() == "Comite (copie)"
    program.window.navigator.go_page("notes")
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Delete)  # the row that was chosen before
    assert [brief.name for brief in notes(program)] == ["Comite (copie)"]
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert len(notes(program)) == len(book.page.list.rows.rows) == 2


def test_ones_own_choices_become_a_model(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, GITES)
    head = open_note(qtbot, program).head
    head.model_kept.emit()
    (dialog,) = open_windows("Enregistrer comme modèle")
    qtbot.keyClicks(child(dialog, QLineEdit), "Notre dossier")
    press_button(qtbot, dialog, "Enregistrer")
    settle(qtbot, program)
    come_back(qtbot, program)
    program.window.navigator.go_page("notes")
    settle(qtbot, program)
    models = program.window.workspace.briefs.book.page.models
    assert models.rows.rows[-1].plain_title == "Notre dossier"
    models.opened.emit(models.rows.rows[-1].id)
    settle(qtbot, program)
    assert notes(program)[0].options.cover
    assert notes(program)[0].name.startswith("Notre dossier du ")
    page(program).head.model_removed.emit(notes(program)[0].model)
    settle(qtbot, program)
    assert "est supprimé" in shown_text(program.window)
    assert program.services is not None
    assert program.services.briefs.models() == []


def test_the_navigation_counts_notes_and_opens_them(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    (button,) = (b for b in program.window.nav.findChildren(QAbstractButton) if b.accessibleName() == "Notes, 1")
    button.click()
    settle(qtbot, program)
    assert program.window.workspace.briefs.book.page.isVisible()
