"""What is said above the results, and what leads on where there are none: as read, pressed and followed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from levers_app.desktop.place import Place
from levers_app.desktop.program import Program
from levers_app.desktop.states import WayButton
from tests.desktop.helpers import press as click_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import open_title, press, settle, titles, type_words

NB, NARROW = "\u00a0", "\u202f"


def go(qtbot: QtBot, program: Program, query: str, **filters: tuple[str, ...]) -> None:
    program.window.navigator.go(Place("search", query, filters))
    settle(qtbot, program)


def ways(program: Program) -> dict[str, str]:
    """The ways on: words and what each gives."""
    shown = [w for w in program.window.workspace.browse.findChildren(WayButton) if w.isVisible()]
    return dict(w.accessibleName().rsplit(", ", 1) for w in shown)


def text(program: Program) -> str:
    return shown_text(program.window.workspace.browse)


def words(program: Program) -> str:
    return program.window.top.search.text()


def test_a_corrected_search_says_so_in_french_and_its_words_can_be_taken(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "mediaton sociale ")
    assert f"«{NB}mediaton{NB}» n’est dans aucune fiche." in text(program)
    assert "Voici les résultats pour" in text(program)
    before = titles(program)
    click_button(qtbot, program.window, "médiation sociale")
    settle(qtbot, program)
    assert words(program) == "médiation sociale"
    assert titles(program) == before
    assert "aucune fiche" not in text(program)


def test_a_doubtful_word_asks_what_was_meant(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "amener ")
    assert f"Vouliez-vous dire{NB}:\nmener\n?" in text(program)
    link = next(b for b in program.window.findChildren(QPushButton) if b.text() == "mener")
    assert link.accessibleName() == f"Vouliez-vous dire{NB}: mener{NARROW}?"
    link.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, program, Qt.Key.Key_Space)
    assert words(program) == "mener"


def test_the_links_stand_between_the_order_and_the_list_for_tab(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "amener ")
    program.window.workspace.browse.results.keep.setFocus()
    press(qtbot, program, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "mener"


def test_a_value_that_names_nothing_offers_the_nearest(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "hall famille:suretté")
    assert f"Aucune famille ne s’appelle «{NB}suretté{NB}»." in text(program)
    assert ways(program)["hall famille:sûreté"].endswith("résultats")
    click_button(qtbot, program.window, "hall famille:sûreté")
    settle(qtbot, program)
    assert words(program) == "hall famille:sûreté"
    assert titles(program)


def test_beside_results_a_value_that_names_nothing_is_said_too(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "hall -famille:suretté")
    assert titles(program)
    assert f"Aucune famille ne s’appelle «{NB}suretté{NB}»." in text(program)
    click_button(qtbot, program.window, "sûreté")
    settle(qtbot, program)
    assert words(program) == "hall -famille:sûreté"


def test_near_words_and_the_nearest_lever_are_offered(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "vidaosurveilance ")
    assert f"«{NB}vidaosurveilance{NB}» n’est dans aucune fiche." in text(program)
    assert list(ways(program)) == ["vidéosurveillance", f"Levier le plus proche{NB}: Vidéoprotection"]
    click_button(qtbot, program.window, f"Levier le plus proche{NB}: Vidéoprotection")
    settle(qtbot, program)
    assert open_title(program) == "Vidéoprotection des parties communes"


def test_each_filter_that_can_be_taken_off_says_what_it_gives_back(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "tapage", outcome=("negatif",), family=("surete",))
    offered = ways(program)
    assert list(offered)[:3] == [f"Sans «{NB}N’a pas marché{NB}»", f"Sans «{NB}Sûreté{NB}»", "Sans aucun filtre"]
    click_button(qtbot, program.window, "Sans aucun filtre")
    settle(qtbot, program)
    assert program.window.navigator.place.filters == {}
    assert text(program).splitlines()[0] == offered["Sans aucun filtre"]


def test_one_filter_is_taken_off_and_the_others_stay(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "", kind=("lever",), outcome=("negatif",))
    offered = ways(program)
    assert set(offered) == {f"Sans «{NB}N’a pas marché{NB}»", f"Sans «{NB}Leviers{NB}»"}
    click_button(qtbot, program.window, f"Sans «{NB}Leviers{NB}»")
    settle(qtbot, program)
    assert program.window.navigator.place.filters == {"outcome": ("negatif",)}
    assert offered[f"Sans «{NB}Leviers{NB}»"].startswith(str(len(titles(program))))


def test_a_field_can_be_taken_off_like_a_filter(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "gltd ville:Angers")
    click_button(qtbot, program.window, f"Sans «{NB}ville:Angers{NB}»")
    settle(qtbot, program)
    assert words(program) == "gltd"
    assert titles(program)


def test_every_way_on_leads_to_as_many_results_as_it_says(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "tapage gardien ville:Angers -hall", outcome=("negatif",))
    for label, given in ways(program).items():
        if label.startswith("Levier le plus proche"):
            continue
        go(qtbot, program, "tapage gardien ville:Angers -hall", outcome=("negatif",))
        click_button(qtbot, program.window, label)
        settle(qtbot, program)
        assert text(program).splitlines()[0] == given


def test_a_field_without_a_value_says_what_is_missing(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "famille:")
    assert "Il manque une valeur" in text(program)


@pytest.mark.parametrize("query", ["zzzyx", "\0", "-", "((", '"', "famille:", "-hall -gardien -le", "x" * 500])
def test_anything_else_leads_to_the_pages(qtbot: QtBot, program: Program, query: str) -> None:
    go(qtbot, program, query)
    shown = [w.text() for w in program.window.workspace.browse.findChildren(QPushButton) if w.isVisible()]
    assert titles(program) or "Parcourir les leviers" in shown
