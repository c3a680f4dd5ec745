"""The saved searches below the pages of the navigation: a heading and a list, or one icon that opens it in a rail."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from levers_app.desktop.nav import NavButton, gap_line
from levers_app.desktop.saved_list import ROW_HEIGHT, SavedList, SavedModel, SavedRow
from levers_app.desktop.theme import Theme

_POPUP_WIDTH, _ROWS_SHOWN = 280, 10


class SavedPanel(QWidget):
    """Shows itself as soon as there is a saved search.

    Signals:
        opened, remove_wanted: name of a search.
        renamed: name of a search, and what the person wrote instead.
        left_upwards: the keyboard goes back to the pages above.
    """

    opened = Signal(str)
    remove_wanted = Signal(str)
    renamed = Signal(str, str)
    left_upwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty and hidden."""
        super().__init__(parent)
        self._theme = theme
        self._rail = self._chosen = False
        self.model = SavedModel(self)
        self.model.renamed.connect(self.renamed)
        self._heading = heading("Recherches", self)
        self.list = SavedList(self.model, theme, self)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the navigation scrolls
        self.icon = NavButton("Recherches", "bookmark", theme, self)
        self.icon.setAutoExclusive(False)
        self.icon.let_shrink()
        self.icon.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._popup: _Popup | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (gap_line(self), self._heading, self.list, self.icon):
            layout.addWidget(part)
        self._listen(self.list)
        self.list.left_upwards.connect(self.left_upwards)
        self.icon.clicked.connect(self._open_popup)
        self.icon.stepped.connect(self._step)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._close_popup()
        self._heading.setContentsMargins(theme.px(12), 0, 0, theme.px(4))
        self.list.set_theme(theme)
        self.icon.set_theme(theme)
        if self._popup is not None:
            self._popup.set_theme(theme)

    def set_rail(self, *, rail: bool) -> None:
        """Fold the list into one icon, or unfold it."""
        self._rail = rail
        had_focus = self.list.hasFocus() or self.icon.hasFocus()
        self._close_popup()
        self._heading.setVisible(not rail)
        self.list.setVisible(not rail)
        self.icon.setVisible(rail)
        self.icon.set_rail(rail=True)
        if had_focus:
            self.take_focus()

    def set_rows(self, rows: Sequence[SavedRow]) -> None:
        """Show the saved searches."""
        if not rows:
            self._close_popup()
            if self.list.hasFocus() or self.icon.hasFocus():
                self.left_upwards.emit()
        self.model.set_rows(rows)
        self.icon.show_count(len(rows))
        self._chosen = any(row.chosen for row in rows)
        self.icon.setChecked(self._chosen)
        self.setVisible(bool(rows))

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to the icon."""
        if self.isVisible():
            (self.icon if self._rail else self.list).setFocus(Qt.FocusReason.TabFocusReason)

    def _listen(self, shown: SavedList) -> None:
        shown.opened.connect(self._open)
        shown.remove_wanted.connect(self.remove_wanted)

    @Slot(str)
    def _open(self, name: str) -> None:
        self._close_popup()
        self.opened.emit(name)

    @Slot(int)
    def _step(self, step: int) -> None:
        if step < 0:
            self.left_upwards.emit()

    @Slot()
    def _open_popup(self) -> None:
        """The whole list, beside its icon."""
        self.icon.setChecked(self._chosen)  # a click says nothing about that
        if self._popup is None:
            self._popup = _Popup(self.model, self._theme, self)
            self._listen(self._popup.list)
        self._popup.open_beside(self.icon)

    def _close_popup(self) -> None:
        if self._popup is not None:
            self._popup.hide()


class _Popup(QFrame):
    """The list over the window, where the navigation is a rail; Esc or a click elsewhere closes it."""

    def __init__(self, model: SavedModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self.setAccessibleName("Recherches enregistrées")
        self._theme = theme
        self._heading = heading("Recherches", self)
        self.list = SavedList(model, theme, self)
        model.modelReset.connect(self._fit)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self.list)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._layout.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        self._heading.setContentsMargins(theme.px(12), 0, 0, theme.px(4))
        self.list.set_theme(theme)
        self._fit()

    def open_beside(self, icon: QWidget) -> None:
        self._fit()
        corner = icon.mapToGlobal(QPoint(icon.width() + self._theme.px(4), 0))
        room = self.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _fit(self) -> None:
        rows = max(1, min(self.list.model().rowCount(), _ROWS_SHOWN))
        self.list.setFixedSize(self._theme.px(_POPUP_WIDTH), rows * self._theme.px(ROW_HEIGHT))
        self.adjustSize()


def heading(text: str, parent: QWidget) -> QLabel:
    """Return the quiet heading of a list."""
    label = QLabel(text, parent)
    label.setProperty("role", "label")
    label.setProperty("ink", "3")
    return label
