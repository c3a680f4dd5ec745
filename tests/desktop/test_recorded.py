"""What is done with recorded sheets: review, bin, history, what leaves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QMenu, QStyle, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.profile import ROLES, Profile, Role
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.history_dialog import HistoryDialog
from levers_app.desktop.inside_text import InsideText
from levers_app.desktop.privacy_remark import PrivacyRemark
from levers_app.desktop.profile_dialog import ProfileDialog
from levers_app.desktop.program import Program
from tests.desktop.entries import CTRL, QUICK, drafts, page, write
from tests.desktop.helpers import child, clipboard, open_dialog, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import open_title, press, settle, titles, type_keys

# -- sending, review, history, bin


def test_sending_is_undone_and_the_draft_is_open_again(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    record = program.window.navigator.place.record
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert page(program).form.entry().title == QUICK.title
    assert program.services is not None
    assert record not in program.services.base.reader.ids()


def test_a_reviewer_sends_back_with_a_comment_and_the_author_finds_it(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    program.window.navigator.go_page("review")
    settle(qtbot, program)
    assert titles(program) == [QUICK.title]
    bar = program.window.workspace.browse.sheet.review
    press_button(qtbot, bar, "Renvoyer…")
    type_keys(qtbot, "Ajoutez les dates")
    press(qtbot, program, Qt.Key.Key_Return)
    program.window.navigator.go_page("drafts")
    settle(qtbot, program)
    assert titles(program) == [QUICK.title]
    press_button(qtbot, bar, "Reprendre")
    settle(qtbot, program)
    assert "Ajoutez les dates" in shown_text(page(program))


def test_the_navigation_counts_the_drafts_that_its_page_lists(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    record, services = program.window.navigator.place.record, program.services
    assert services is not None
    recorder, history = services.recorder, services.base.history
    recorder.review(record.partition(":")[2], "brouillon", history.last_seq(record), "Ajoutez les dates")
    recorder.drafts.keep(recorder.change(record.partition(":")[2]))  # its author takes it up again
    recorder.drafts.keep(replace(recorder.begin(), id="abime"))
    with services.personal.connection() as connection, connection:
        connection.execute("UPDATE draft SET fields = '[' WHERE id = 'abime'")
    program.window.navigator.go_page("drafts")
    program.window.show_counts()
    settle(qtbot, program)
    assert titles(program) == [QUICK.title]
    names = [button.accessibleName() for button in program.window.nav.findChildren(QAbstractButton)]
    assert "Brouillons, 1" in names


def test_a_comment_that_names_somebody_is_not_kept_and_can_be_put_right(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    record = program.window.navigator.place.record
    bar = program.window.workspace.browse.sheet.review
    press_button(qtbot, bar, "Renvoyer…")
    type_keys(qtbot, "voir le hall 0612345678")
    press(qtbot, program, Qt.Key.Key_Return)
    assert "n’est pas renvoyé" in shown_text(bar)
    assert "«\u00a00612345678\u00a0» ressemble à un numéro de téléphone. Retirez-le" in shown_text(bar)
    assert program.services is not None
    versions = program.services.base.history.versions(record)
    assert "0612345678" not in str(versions)
    for _ in " 0612345678":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    press_button(qtbot, bar, "Renvoyer")
    settle(qtbot, program)
    assert program.services.base.reader.case(record.partition(":")[2]).review_comment == "voir le hall"


def test_asking_again_to_send_back_leaves_the_comment_and_leaving_takes_it_away(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    bar = program.window.workspace.browse.sheet.review
    press_button(qtbot, bar, "Renvoyer…")
    type_keys(qtbot, "Ajoutez ")
    press_button(qtbot, bar, "Renvoyer…")
    type_keys(qtbot, "les dates")
    press_button(qtbot, bar, "Annuler")
    press_button(qtbot, bar, "Renvoyer…")
    type_keys(qtbot, "Et les dates")
    press_button(qtbot, bar, "Renvoyer…")
    type_keys(qtbot, " exactes")
    record = program.window.navigator.place.record
    press(qtbot, program, Qt.Key.Key_Return)
    assert program.services is not None
    assert program.services.base.reader.case(record.partition(":")[2]).review_comment == "Et les dates exactes"


def declare(qtbot: QtBot, program: Program, role: Role) -> None:
    """Choose a role in the profile, which is open."""
    dialog = open_dialog(ProfileDialog)
    press_button(qtbot, dialog, ROLES[role])
    press_button(qtbot, dialog, "Enregistrer")
    settle(qtbot, program)


def test_a_reviewer_publishes_and_others_are_told_who_may(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    bar = program.window.workspace.browse.sheet.review
    assert "Publier" not in shown_text(bar)
    assert "Seul un relecteur publie." in shown_text(bar)
    press_button(qtbot, bar, "Votre profil…")
    settle(qtbot, program)
    assert "il n’est pas vérifié" in shown_text(open_dialog(ProfileDialog))
    declare(qtbot, program, "relecteur")
    assert "Seul un relecteur" not in shown_text(bar)
    press_button(qtbot, program.window.workspace.browse.sheet.review, "Publier")
    settle(qtbot, program)
    assert program.services is not None
    slug = program.window.navigator.place.record.partition(":")[2]
    assert program.services.base.reader.case(slug).status == "publie"


def test_who_reviews_publishes_at_once(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    program.services.recorder.set_profile(Profile("Nadia", "Office", "relecteur"))
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    slug = program.window.navigator.place.record.partition(":")[2]
    assert program.services.base.reader.case(slug).status == "publie"
    assert program.services.base.history.versions(f"case:{slug}")[0].author == "Nadia (Office)"


def test_a_deleted_example_comes_back(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    record = program.window.navigator.place.record
    program.window.workspace.records.delete()
    settle(qtbot, program)
    assert program.services is not None
    assert record not in program.services.base.reader.ids()
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert record in program.services.base.reader.ids()


@pytest.mark.parametrize("part", ["body", "list"])
def test_ctrl_z_undoes_what_the_message_tells(qtbot: QtBot, program: Program, part: str) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    record = program.window.navigator.place.record
    program.window.workspace.records.delete()
    settle(qtbot, program)
    browse = program.window.workspace.browse
    (browse.sheet.page.body if part == "body" else browse.results.list).setFocus()
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert program.services is not None
    assert record in program.services.base.reader.ids()


def test_ctrl_z_in_a_field_is_that_of_the_field(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    record = program.window.navigator.place.record
    program.window.top.search.setFocus()
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert program.services is not None
    assert record in program.services.base.reader.ids()


def test_what_the_bin_gave_back_is_not_given_back_a_second_time(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    record = program.window.navigator.place.record
    records, services = program.window.workspace.records, program.services
    assert services is not None
    records.delete()
    settle(qtbot, program)
    records.show_bin()
    settle(qtbot, program)
    dialog = open_dialog(HistoryDialog)
    press_button(qtbot, dialog, "Rétablir")
    assert "L’exemple est dans la corbeille." not in shown_text(program.window)
    settle(qtbot, program)
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert record not in services.base.reader.ids()
    assert [version.action for version in services.base.history.versions(record)] == [
        "delete",
        "create",
        "delete",
        "create",
    ]


def test_an_offer_to_undo_goes_when_the_example_is_written_again(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert "L’exemple est envoyé à relire." in shown_text(program.window)
    record = program.window.navigator.place.record
    program.window.workspace.records.recorded.emit("case:un-autre")
    assert "L’exemple est envoyé à relire." in shown_text(program.window)
    program.window.workspace.records.recorded.emit(record)
    assert "L’exemple est envoyé à relire." not in shown_text(program.window)
    settle(qtbot, program)


def test_two_who_change_one_example_both_keep_their_words(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert program.services is not None
    record = program.window.navigator.place.record
    slug = record.partition(":")[2]
    program.window.workspace.edit(record)
    settle(qtbot, program)
    recorder = program.services.recorder
    seq = program.services.base.history.last_seq(record)
    recorder.review(slug, "publie", seq)  # someone else, meanwhile
    page(program).form.boxes["title"].take_focus()
    type_keys(qtbot, " par ici")
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert len(drafts(program)) == 1
    press_button(qtbot, page(program), "Enregistrer la mienne")
    settle(qtbot, program)
    assert program.services.base.reader.case(slug).title.endswith(" par ici")
    assert [version.action for version in program.services.base.history.versions(record)] == [
        "update",
        "update",
        "create",
    ]


@pytest.mark.parametrize("zooms", [0, 4])
def test_the_rows_of_the_history_are_read_whole(qtbot: QtBot, program: Program, zooms: int) -> None:
    services, look = program.services, program.window.look
    assert services is not None
    services.recorder.set_profile(Profile("Marie-Christine de La Tour", "Office public de l’habitat de la métropole"))
    case = services.base.reader.case("reze-chateau-halls-fermes")
    changed = replace(case, title="Halls", context="Un quartier.", cost="12 €", lessons=("Durer",), intensity=5)
    services.base.writer.save(changed, services.recorder.profile.signature)
    for _ in range(zooms):
        look.zoom_in()
    program.window.navigator.open(case.id)
    settle(qtbot, program)
    program.window.workspace.records.show_history()
    settle(qtbot, program)
    dialog = open_dialog(HistoryDialog)
    rows = child(dialog, QListWidget)
    margin = rows.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    for width in range(dialog.minimumWidth(), dialog.minimumWidth() + 300, 20):
        dialog.resize(width, dialog.height())
        rows.doItemsLayout()
        for place in range(rows.count()):
            row = rows.visualItemRect(rows.item(place))
            row.setWidth(rows.viewport().width())  # what lies outside is not seen
            box = row.marginsRemoved(QMargins() + look.theme.px(8))
            line = QRect(0, 0, box.width() - 2 * margin, 0)
            words = rows.fontMetrics().boundingRect(line, Qt.TextFlag.TextWordWrap, rows.item(place).text())
            assert words.height() <= box.height()


def test_a_review_is_undone_unless_somebody_wrote_since(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    recorder, history = program.services.recorder, program.services.base.history
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    record = program.window.navigator.place.record
    slug = record.partition(":")[2]
    program.window.keys.profile_requested.emit()
    settle(qtbot, program)
    declare(qtbot, program, "relecteur")
    press_button(qtbot, program.window.workspace.browse.sheet.review, "Publier")
    settle(qtbot, program)
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert program.services.base.reader.case(slug).status == "a-relire"
    press_button(qtbot, program.window.workspace.browse.sheet.review, "Publier")
    settle(qtbot, program)
    recorder.review(slug, "brouillon", history.last_seq(record), "Un chiffre manque")  # someone else, meanwhile
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert "Rien n’a été annulé" in shown_text(open_dialog(Dialog))
    assert program.services.base.reader.case(slug).review_comment == "Un chiffre manque"


# -- what was changed here


def test_a_shipped_example_changed_here_goes_back_to_the_original(qtbot: QtBot, program: Program) -> None:
    record = "case:reze-chateau-halls-fermes"
    assert program.services is not None
    before = program.services.base.reader.case("reze-chateau-halls-fermes")
    program.window.navigator.open(record)
    settle(qtbot, program)
    program.window.workspace.edit(record)
    settle(qtbot, program)
    page(program).form.boxes["title"].take_focus()
    type_keys(qtbot, " par ici")
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    if page(program).isVisible():  # the guard asks about the words of the shipped text
        for remark in page(program).findChildren(PrivacyRemark):
            remark.kept.emit(remark.words, "source publique")
        settle(qtbot, program)
        press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert open_title(program).endswith(" par ici")
    program.window.workspace.records.compare()
    settle(qtbot, program)
    dialog = open_dialog(HistoryDialog)
    press_button(qtbot, dialog, "Revenir à l’original")
    settle(qtbot, program)
    assert program.services.base.reader.case("reze-chateau-halls-fermes") == before
    assert not program.services.base.reader.origin(record).edited


# -- confidentiality


def test_a_restricted_example_leaves_only_when_the_person_says_so(qtbot: QtBot, program: Program) -> None:
    QGuiApplication.clipboard().setText("rien")
    write(qtbot, program, replace(QUICK, confidentiality="restreint"))
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    press(qtbot, program, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert clipboard() == "rien"
    dialog = open_dialog(Dialog)
    press_button(qtbot, dialog, "Copier quand même")
    assert QUICK.title in clipboard()
    assert "Restreint" in clipboard()


def refuses_to_copy(qtbot: QtBot, inside: QWidget, shown: InsideText) -> None:
    """Nothing that ``shown`` holds is copied by keys or by the menu, which is told; the clipboard stays as it was."""
    QGuiApplication.clipboard().setText("avant")
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_A, CTRL)
    assert shown.textCursor().hasSelection()
    qtbot.keyClick(shown, Qt.Key.Key_C, CTRL)
    assert clipboard() == "avant"
    assert "Rien n’est copié" in shown_text(inside)
    with qtbot.waitSignal(shown.copy_refused):
        QTimer.singleShot(0, lambda: choose_in_menu("Copier"))
        QApplication.sendEvent(shown, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    assert clipboard() == "avant"
    assert not shown.createMimeDataFromSelection().hasText()


def choose_in_menu(label: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.close()


def test_what_is_refused_to_be_copied_leaves_the_clipboard_as_it_was(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(QUICK, confidentiality="restreint"))
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    refuses_to_copy(qtbot, program.window, program.window.workspace.browse.sheet.page.body)
    assert clipboard() == "avant"


@pytest.mark.parametrize("confidentiality", ["restreint", "interne"])
def test_a_restricted_version_is_not_copied_from_its_history_nor_from_the_bin(
    qtbot: QtBot, program: Program, confidentiality: str
) -> None:
    write(qtbot, program, replace(QUICK, confidentiality=confidentiality))
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    records = program.window.workspace.records
    for show, before in ((records.show_history, lambda: None), (records.show_bin, records.delete)):
        before()
        settle(qtbot, program)
        show()
        settle(qtbot, program)
        dialog = open_dialog(HistoryDialog)
        text, rows = child(dialog, InsideText), child(dialog, QListWidget)
        if confidentiality == "restreint":
            refuses_to_copy(qtbot, dialog, text)
            qtbot.keyClick(rows, Qt.Key.Key_C, CTRL)
            assert clipboard() == "avant"
        else:
            text.selectAll()
            qtbot.keyClick(text, Qt.Key.Key_C, CTRL)
            assert "Rondes" in clipboard()
        dialog.close()


def test_a_draft_is_not_copied_from_the_bin(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    program.window.workspace.desk.discard()
    settle(qtbot, program)
    program.window.workspace.records.show_bin()
    settle(qtbot, program)
    dialog = open_dialog(HistoryDialog)
    refuses_to_copy(qtbot, dialog, child(dialog, InsideText))
    assert clipboard() == "avant"


def test_no_title_leaves_by_its_row(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.go_page("cases")
    settle(qtbot, program)
    rows = program.window.workspace.browse.results.list
    rows.choose(rows.rows.rows[0].id)
    assert rows.chosen()
    QApplication.clipboard().setText("avant")
    qtbot.keyClick(rows, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "avant"
