"""The bar at the top: name, back and forward, search, and the menu."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from levers_app.desktop import first_sight
from levers_app.desktop.icons import icon_pixmap, themed_icon
from levers_app.desktop.search_field import SearchField
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import counted, number

PLACEHOLDER = "Rechercher un levier, une situation, un exemple…"


class TopBar(QFrame):
    """Name, history, search field and menu; it only tells what was asked.

    Signals:
        back_requested, forward_requested: steps in the history.
        new_requested: an example is to be written.
        note_requested: the note is to be opened.
    """

    back_requested = Signal()
    forward_requested = Signal()
    new_requested = Signal()
    note_requested = Signal()

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        """``menu`` opens under the button at right."""
        super().__init__(parent)
        self.setProperty("look", "top")
        self.search = SearchField(theme, PLACEHOLDER, self)
        self._logo = QLabel(self)
        self._name = QLabel("Leviers", self)
        self._name.setProperty("role", "bar_title")
        self._back = self._button("back", "Page précédente")
        self._forward = self._button("forward", "Page suivante")
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        self._menu = QPushButton("Menu", self)
        self._menu.setProperty("look", "plain")
        self._menu.setProperty("focusPolicy", first_sight.TAB_FOCUS)
        self._menu.setAccessibleName("Menu\u00a0: affichage et aide")
        self._menu.setToolTip(f"Menu\u00a0: affichage et aide ({shown_keys('menu')})")
        self._menu.setMenu(menu)
        self._new = QPushButton("Exemple", self)
        self._new.setProperty("look", "plain")
        self._new.setProperty("focusPolicy", first_sight.TAB_FOCUS)
        self._new.setAccessibleName("Ajouter un exemple")
        self._new.setToolTip(f"Ajouter un exemple ({shown_keys('new_case')})")
        self._new.clicked.connect(self.new_requested)
        self._note = QPushButton(self)
        self._note.setProperty("look", "plain")
        self._note.setProperty("focusPolicy", first_sight.TAB_FOCUS)
        self._note.clicked.connect(self.note_requested)
        self._items: int | None = None
        self._brand = QWidget(self)
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(0, 0, 0, 0)
        brand.setSpacing(8)
        brand.addWidget(self._logo)
        brand.addWidget(self._name)
        brand.addStretch()
        self._layout = QHBoxLayout(self)
        for widget in (self._brand, self._back, self._forward):
            self._layout.addWidget(widget)
        self._layout.addWidget(self.search, 100)
        self._layout.addStretch(1)
        self._layout.addWidget(self._new)
        self._layout.addWidget(self._note)
        self._layout.addWidget(self._menu)
        QWidget.setTabOrder(self.search, self._back)
        QWidget.setTabOrder(self._back, self._forward)
        QWidget.setTabOrder(self._forward, self._new)
        QWidget.setTabOrder(self._new, self._note)
        QWidget.setTabOrder(self._note, self._menu)
        self._narrow = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.setFixedHeight(theme.px(56))
        self._layout.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self._layout.setSpacing(theme.px(4))
        self._logo.setPixmap(icon_pixmap("leviers", theme.colour("accent"), theme.px(20), self.devicePixelRatioF()))
        self._back.setIcon(themed_icon("arrow-left", theme, token="ink"))
        self._forward.setIcon(themed_icon("arrow-right", theme, token="ink"))
        self._menu.setIcon(themed_icon("adjustments", theme, token="ink"))
        self._new.setIcon(themed_icon("plus", theme, token="ink"))
        self._note.setIcon(themed_icon("file-text", theme, token="ink"))
        for button in (self._back, self._forward, self._new, self._note, self._menu):
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.search.set_theme(theme)
        self.search.setMaximumWidth(theme.px(560))
        self.set_narrow(narrow=self._narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        """In a narrow window the logo stands alone, above the rail."""
        self._narrow = narrow
        self._name.setVisible(not narrow)
        self._brand.setFixedWidth(self._theme.px(32 if narrow else 164))
        self._menu.setText("" if narrow else " Menu")
        self._new.setText("" if narrow else " Exemple")
        self.show_note(self._items)

    def show_note(self, items: int | None, name: str = "") -> None:
        """Say how many items the present note has; None when there is no note."""
        self._items = items
        count = "" if items is None else f" · {number(items)}"
        self._note.setText("" if self._narrow else f" Note PDF{count}")
        if name or items is None:
            said = "" if items is None else f"\u00a0: «\u00a0{name}\u00a0», {counted(items, 'élément')}"
            self._note.setAccessibleName(f"Note PDF{said}")
            self._note.setToolTip(f"Note PDF ({shown_keys('open_note')})")

    def set_history(self, *, back: bool, forward: bool) -> None:
        """Enable the steps that exist."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def show_search(self, *, shown: bool) -> None:
        """The home page has its own, larger field."""
        self.search.setVisible(shown)

    @Slot()
    def open_menu(self) -> None:
        """Open the menu with its first entry chosen: a screen reader says it, the arrows go on from there."""
        self._menu.showMenu()
        menu = self._menu.menu()
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

    def _button(self, action: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(f"{name} ({shown_keys(action)})")
        button.setAccessibleName(name)
        button.setProperty("focusPolicy", first_sight.TAB_FOCUS)
        return button
