"""The window's actions: each has its shortcut everywhere, and those of display and help stand in the menu."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from levers_app.desktop.look import Look, Mode
from levers_app.desktop.shortcuts import SHORTCUTS, key_sequences

_MODES: Mapping[Mode, str] = {"system": "Comme le système", "light": "Clair", "dark": "Sombre"}
_MENU = ("zoom_in", "zoom_out", "zoom_reset")
_SHEET = ("edit_case", "compare", "essential", "full", "favourite", "print", "save_pdf", "copy_sheet", "reading_mode")
_PAPER = frozenset({"print", "save_pdf", "copy_sheet"})


class Actions(QObject):
    """Every action by its name in :data:`shortcuts.SHORTCUTS`.

    Signals:
        about_requested, log_requested, forget_requested: entries of the menu without a shortcut.
        profile_requested, bin_requested: the same, of what is written.
    """

    about_requested = Signal()
    log_requested = Signal()
    forget_requested = Signal()
    profile_requested = Signal()
    bin_requested = Signal()

    def __init__(self, window: QWidget, look: Look) -> None:
        """Make the actions, not yet connected, and the menu."""
        super().__init__(window)
        self._look = look
        self._actions = {s.action: self._action(s.action, s.label, window) for s in SHORTCUTS if s.action}
        self.menu = QMenu(window)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._modes = QActionGroup(self)
        self._modes.triggered.connect(self._choose_mode)

    def connect_all(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Connect actions to slots by name."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def names(self) -> frozenset[str]:
        """Names of all actions."""
        return frozenset(self._actions)

    def set_sheet_open(self, *, opened: bool, note: bool = False) -> None:
        """Enable what needs an open sheet, or of it what an open ``note`` can do too."""
        for name in _SHEET:
            self._actions[name].setEnabled(opened or (note and name in _PAPER))

    def _action(self, name: str, label: str, window: QWidget) -> QAction:
        action = QAction(label, window)
        action.setShortcuts(key_sequences(name))
        window.addAction(action)
        return action

    @Slot()
    def _fill_menu(self) -> None:
        """Fill the menu when it opens for the first time."""
        if self._modes.actions():
            self._show_mode()
            return
        self.menu.addAction(_heading("Affichage", self.menu))
        for mode, label in _MODES.items():
            action = QAction(label, self.menu, checkable=True)
            action.setData(mode)
            self._modes.addAction(action)
            self.menu.addAction(action)
        self.menu.addSeparator()
        for name in _MENU:
            self.menu.addAction(self._actions[name])
        self.menu.addSeparator()
        self.menu.addAction(_heading("Écrire", self.menu))
        self.menu.addAction(self._actions["new_case"])
        profile = self.menu.addAction("Votre profil…")
        profile.triggered.connect(self.profile_requested)
        bin_entry = self.menu.addAction("Corbeille…")
        bin_entry.triggered.connect(self.bin_requested)
        self.menu.addSeparator()
        self.menu.addAction(_heading("Aide", self.menu))
        self.menu.addAction(self._actions["shortcuts"])
        self.menu.addAction(self._actions["query_help"])
        log_entry = self.menu.addAction("Journal et diagnostic…")
        log_entry.triggered.connect(self.log_requested)
        about = self.menu.addAction("À propos de Leviers…")
        about.triggered.connect(self.about_requested)
        self.menu.addSeparator()
        forget = self.menu.addAction("Effacer l’historique…")
        forget.triggered.connect(self.forget_requested)
        self.menu.addAction(self._actions["quit"])
        self._show_mode()

    def _show_mode(self) -> None:
        for action in self._modes.actions():
            action.setChecked(action.data() == self._look.mode)

    @Slot(QAction)
    def _choose_mode(self, action: QAction) -> None:
        self._look.set_mode(action.data())


def _heading(text: str, menu: QMenu) -> QAction:
    """Return the title of a part of the menu, which the keyboard passes over (the style sheet hides those of Qt)."""
    heading = QWidgetAction(menu)
    heading.setText(text)
    heading.setDefaultWidget(QLabel(text, menu))
    heading.setEnabled(False)
    return heading
