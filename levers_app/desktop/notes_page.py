"""All notes: models to begin with, and the notes that are kept."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.row_list import RowList
from levers_app.desktop.rows import ListRow
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme

_NONE = (
    "Aucune note pour l’instant. Choisissez un modèle ci-dessus, ou ouvrez une fiche et ajoutez-la à une note "
    f"avec {shown_keys('add_to_note')}."
)
_COLUMN = 640


class NotesList(RowList):
    """The notes; what is done with one is told by its id.

    Signals:
        rename_wanted, copy_wanted, discard_wanted: id of a note.
    """

    rename_wanted = Signal(str)
    copy_wanted = Signal(str)
    discard_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Suppr throws away."""
        chosen = self.chosen()
        if event.key() == Qt.Key.Key_F2 and chosen:
            self.rename_wanted.emit(chosen)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and chosen:
            self.discard_wanted.emit(chosen)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the mouse, or under the keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self._open_menu(event.globalPos() if by_mouse else below)

    def _open_menu(self, at: QPoint) -> None:
        chosen = self.chosen()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, signal in (
            ("Ouvrir", self.opened),
            ("Renommer…\tF2", self.rename_wanted),
            ("Dupliquer", self.copy_wanted),
            ("Jeter\tSuppr", self.discard_wanted),
        ):
            menu.addAction(label).triggered.connect(lambda _=False, signal=signal: signal.emit(chosen))
        menu.popup(at)


class NotesPage(QScrollArea):
    """One column that scrolls.

    Signals:
        new_wanted: key of a model.
        open_wanted: id of a note.
        file_wanted: a file of a note is to be opened.
        thrown_away_wanted: the notes that were thrown away are to be shown.
    """

    new_wanted = Signal(str)
    open_wanted = Signal(str)
    file_wanted = Signal()
    thrown_away_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin without notes."""
        super().__init__(parent)
        self.setProperty("look", "notes")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.models = RowList(theme, "Modèles de note", self, compact=True)
        self.models.opened.connect(self.new_wanted)
        self.list = NotesList(theme, "Notes", self, compact=True)
        self.list.setAccessibleDescription("Entrée ouvre, F2 renomme, Suppr jette")
        self.list.opened.connect(self.open_wanted)
        self.list.left_upwards.connect(self._enter_models)
        self._none = text_label(_NONE, self)
        self._none.setProperty("ink", "2")
        self._file = plain_button("Ouvrir un fichier de note…", self, look="link")
        self._file.clicked.connect(self.file_wanted)
        self._thrown_away = plain_button("", self, look="link")
        self._thrown_away.setAccessibleDescription("Ce que chacune contient, et comment la rétablir")
        self._thrown_away.clicked.connect(self.thrown_away_wanted)
        self._lay_out(theme)
        for before, after in pairwise((self.models, self._file, self.list, self._thrown_away)):
            QWidget.setTabOrder(before, after)

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        column = QWidget(self)
        column.setMaximumWidth(px(_COLUMN))
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, px(24), 0, px(32))
        stack.setSpacing(px(8))
        title = QLabel("Notes", column)
        title.setProperty("role", "page")
        about = text_label("Des documents prêts à imprimer, faits de fiches et de vos mots.", column)
        about.setProperty("ink", "2")
        stack.addWidget(title)
        stack.addWidget(about)
        stack.addSpacing(px(16))
        stack.addWidget(_heading("Nouvelle note", column))
        stack.addWidget(self.models)
        stack.addSpacing(px(24))
        head = QHBoxLayout()
        self._heading = _heading("Vos notes", column)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._file)
        stack.addLayout(head)
        stack.addWidget(self._none)
        stack.addWidget(self.list)
        stack.addWidget(self._thrown_away, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addStretch(1)
        inside = QWidget(self)
        row = QHBoxLayout(inside)
        row.setContentsMargins(px(40), 0, px(24), 0)
        row.addWidget(column, 1)
        row.addStretch(0)
        self.setWidget(inside)
        for ground in (inside, self.viewport()):
            ground.setAutoFillBackground(False)

    def show_notes(self, models: Iterable[ListRow], notes: Sequence[ListRow], thrown_away: int) -> None:
        """Show the models, the notes with the one changed last first, and how many that were thrown away are kept."""
        self.models.set_rows(tuple(models))
        self.list.set_rows(notes)
        self._none.setVisible(not notes)
        self.list.setVisible(bool(notes))
        self._thrown_away.setText(f"Notes jetées ({thrown_away})…")
        self._thrown_away.setVisible(bool(thrown_away))

    def take_focus(self, note: str = "") -> None:
        """Give the keyboard to the notes, to this one of them, or to the models where there is none."""
        rows = self.models if self.list.isHidden() else self.list
        if note:
            self.list.choose(note)
        rows.choose_first()
        rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _enter_models(self) -> None:
        self.models.setCurrentIndex(self.models.rows.index(self.models.rows.rowCount() - 1))
        self.models.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "ui_strong")
    return label
