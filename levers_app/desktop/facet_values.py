"""What an open filter shows: a field that finds among many values, and the values."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from levers_app.desktop.rows import Facet, FacetValue
from levers_app.desktop.theme import Theme
from levers_app.desktop.value_list import ValueList
from levers_app.search.fields import folded

_MANY = 8
"""With more values than this, a field finds among them."""


class _Finder(QLineEdit):
    """The field; Down and Enter lead to the values, Up back to the chip.

    Signals:
        down, up: the keyboard goes there.
    """

    down = Signal()
    up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.down.emit()
            case Qt.Key.Key_Up:
                self.up.emit()
            case _:
                super().keyPressEvent(event)


class FacetValues(QWidget):
    """The values of the open filter.

    Signals:
        toggled: slug of a value, and whether it is to be chosen.
        left: the keyboard goes back to the chip.
    """

    toggled = Signal(str, bool)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without values."""
        super().__init__(parent)
        self._theme = theme
        self._facet: Facet | None = None
        self._chosen: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._finder = _Finder(self)
        self._finder.setProperty("look", "inline")
        self._finder.setProperty("role", "label")
        self._finder.setMaxLength(80)
        self._finder.textChanged.connect(self._refresh)
        self._finder.down.connect(self._enter_list)
        self._finder.up.connect(self.left)
        self.list = ValueList(theme, self)
        self.list.toggled.connect(self.toggled)
        self.list.left_upwards.connect(self._leave_list)
        self._none = QLabel("Rien de ce nom ici.", self)
        self._none.setProperty("ink", "2")
        self._none.setProperty("role", "label")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._finder, self._none, self.list):
            self._layout.addWidget(widget)

    def show_facet(self, facet: Facet | None, chosen: Sequence[str], theme: Theme) -> None:
        """Show the values of ``facet``, those of ``chosen`` ticked; none of them when there is no facet."""
        if (facet and facet.name) != (self._facet and self._facet.name):
            self._finder.clear()
            self.list.forget_place()
        self._theme, self._facet, self._chosen = theme, facet, chosen
        self._layout.setSpacing(theme.px(4))
        self._finder.setFixedHeight(theme.px(28))
        self._refresh()

    def take_focus(self) -> None:
        """Give the keyboard to the field or, where there is none, to the first value."""
        if self._finder.isHidden():
            self.list.take_focus()
        else:
            self._finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """What Tab reaches here."""
        return [self._finder, self.list]

    def empty_finder(self) -> bool:
        """Empty the field if the keyboard is in it; return whether there was something to empty."""
        typed = self._finder.hasFocus() and bool(self._finder.text())
        if typed:
            self._finder.clear()
        return typed

    @Slot()
    def _refresh(self) -> None:
        facet = self._facet
        if facet is None:
            self.hide()
            return
        self._finder.setVisible(bool(facet.find) and (len(facet.values) > _MANY or bool(self._finder.text())))
        self._finder.setPlaceholderText(facet.find)
        self._finder.setAccessibleName(facet.find)
        found = self._found(facet)
        self.list.setAccessibleName(f"{facet.label}\u00a0: l’un ou l’autre")
        self.list.show_values(facet.name, found, self._chosen, self._theme)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        self.show()  # last: what lies around is laid out at once, for what is in here by now

    def _found(self, facet: Facet) -> Sequence[FacetValue]:
        """Return the values that answer what is typed, then the other chosen ones."""
        wanted = folded(self._finder.text()).split()
        if not wanted:
            return facet.values
        found = [value for value in facet.values if _answers(value, wanted)]
        return found + [value for value in facet.values if value.slug in self._chosen and value not in found]

    @Slot()
    def _enter_list(self) -> None:
        self.list.take_focus()

    @Slot()
    def _leave_list(self) -> None:
        if self._finder.isHidden():
            self.left.emit()
        else:
            self.take_focus()


def _answers(value: FacetValue, wanted: Sequence[str]) -> bool:
    """Tell whether each of ``wanted`` begins a word of one of the names of ``value``."""
    words = folded(" ".join((value.label, *value.names))).split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
