"""F6: the keyboard goes from one part of the window to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from levers_app.desktop.place import ADVICE_PAGES

if TYPE_CHECKING:
    from levers_app.desktop.workspace import Workspace


class Panes(QObject):
    """Knows the parts of the page that is shown."""

    def __init__(self, workspace: "Workspace") -> None:
        """``workspace`` holds the pages."""
        super().__init__(workspace)
        self._workspace = workspace

    @Slot()
    def go_on(self) -> None:
        """F6: a message with something to do first, then search, navigation, list, sheet or form, and round again."""
        focus = QApplication.focusWidget()
        in_message = focus is not None and focus.property("look") == "toast"
        if in_message or not self._workspace.toasts.take_focus():
            self._turn(1)

    @Slot()
    def go_back(self) -> None:
        """Shift+F6: the other way round."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        panes, focus = self._shown(), QApplication.focusWidget() or self._workspace.window
        here = next((n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)), -1)
        for step in range(1, len(panes) + 1):
            pane = panes[(here + direction * step) % len(panes)]
            if pane.isVisible():
                self._enter(pane)
                return

    def _shown(self) -> list[QWidget]:
        work, window = self._workspace, self._workspace.window
        page = window.navigator.place.page
        search = window.home.search if page == "home" else window.top.search
        if page == "home":
            return [search, window.nav]
        if page == "entry":
            return [search, window.nav, work.desk.page]
        if page in ADVICE_PAGES:
            return [search, window.nav, *work.advice.panes]
        if page in {"notes", "brief"}:
            return [search, window.nav, *work.briefs.panes]
        return [search, window.nav, work.browse.results.list, work.browse.sheet]

    def _enter(self, pane: QWidget) -> None:
        work = self._workspace
        if pane is work.browse.sheet:
            work.browse.sheet.focus_text()
        elif pane is work.desk.form_page:
            work.desk.page.take_focus()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
