"""The main window at first sight: bar, navigation, home page, status line. What lies behind is the workspace's."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.actions import Actions
from levers_app.desktop.home_page import HomePage
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.look import Look
from levers_app.desktop.nav import Nav
from levers_app.desktop.navigator import Navigator
from levers_app.desktop.place import OWN_PAGES, Place
from levers_app.desktop.screen_room import bring_back, fitted
from levers_app.desktop.status_bar import StatusBar
from levers_app.desktop.theme import Theme
from levers_app.desktop.top_bar import TopBar
from levers_app.desktop.window_state import WindowState
from levers_app.paths import DataFolder

if TYPE_CHECKING:  # the window shows before these are imported: see app.py
    from levers_app.desktop.dialogs import Choice
    from levers_app.desktop.home_data import HomeData, Standing
    from levers_app.desktop.messages import NoticeBar
    from levers_app.desktop.workspace import Workspace
    from levers_app.services import Services

_RAIL_BELOW = 1180
_TURNS_BELOW, _TURNS_BELOW_IN_LARGE = 960, 840
"""Large text makes do with a narrower list: list and sheet still stand side by side at 150 % on 1280 pixels."""


class MainWindow(QMainWindow):
    """The window.

    Signals:
        closing: the window closes; what it remembers is in :meth:`state`.
        undo_wanted: Ctrl+Z, where nothing else undoes.
        base_wanted: the person asked to open the base again after an error.
        base_read: all that is kept of the base in memory has been read.
    """

    closing = Signal()
    undo_wanted = Signal()
    base_wanted = Signal()
    base_read = Signal()

    def __init__(self, look: Look, jobs: Jobs, folder: DataFolder, state: WindowState) -> None:
        """``state`` is what :meth:`state` gave at the end of the last session."""
        super().__init__()
        self.look = look
        self.jobs = jobs
        self.folder = folder
        self._services: Services | None = None
        self._workspace: Workspace | None = None
        self._state = state
        self._notice: NoticeBar | None = None
        self._told_own = ""
        self.setWindowTitle("Leviers")
        self.navigator = Navigator(jobs, self)
        self.keys = Actions(self, look)
        self.top = TopBar(look.theme, self.keys.menu, self)
        self.nav = Nav(look.theme, self)
        self.home = HomePage(look.theme, self)
        self.status = StatusBar(look.theme, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.home)
        self.setCentralWidget(self._compose())
        self._connect()
        self._restore()
        self.show_opening()
        self._show_place(self.navigator.place)

    @property
    def workspace(self) -> "Workspace":
        """Lists, sheets and dialogs: built when first needed, since they cost as much as the rest of the window."""
        return self._workspace or self.build_workspace()

    def build_workspace(self) -> "Workspace":
        """Build the workspace unless it is there already, and return it."""
        if self._workspace is None:
            from levers_app.desktop.workspace import Workspace  # noqa: PLC0415 - behind the window, see app.py

            self._workspace = Workspace(self, self._state.list_width)
            if self._services is not None:
                self._workspace.begin(self._services)
            self._arrange()
        return self._workspace

    def begin(self, services: "Services") -> None:
        """Use the open base: from here on the window is fully alive."""
        self._services = services
        self._drop_notice(only_errors=True)
        if self._workspace is not None:
            self._workspace.begin(services)
        self.navigator.begin(services)
        self.show_counts()

    def state(self) -> WindowState:
        """What is worth finding again at the next start."""
        width = self._workspace.browse.list_width() if self._workspace is not None else 0
        return WindowState(
            geometry=bytes(self.saveGeometry().data()),
            list_width=width or self._state.list_width,
            mode=self.look.mode,
            zoom=self.look.zoom,
        )

    # -- what the base and its index say

    @Slot()
    def show_counts(self) -> None:
        """Tell what the base holds, in the navigation and in the status bar."""
        services = self._services
        if services is not None:
            self.jobs.read(lambda: _standing(services), self._show_standing, self.show_base_error)

    def _show_standing(self, standing: "Standing") -> None:
        self.nav.set_counts(standing.pages)
        self.status.show_base(standing.line)

    def show_opening(self) -> None:
        """Say that the base opens; the window can be used meanwhile."""
        self.status.show_base("Ouverture de la base…")
        self.home.say("Ouverture de la base… Vous pouvez déjà écrire ce que vous cherchez.")

    @Slot(object)
    def show_base_error(self, error: Exception) -> None:
        """Say why the base cannot be used, and offer to try again."""
        if not isinstance(error, LeviersError):
            self.jobs.unexpected.emit(error)
        self.status.show_base("Base fermée")
        self.home.say("La base n’est pas ouverte\u00a0: rien ne peut être cherché ni lu pour l’instant.")
        text = str(error) if isinstance(error, LeviersError) else "La base n’a pas pu être ouverte."
        from levers_app.desktop.dialogs import Choice  # noqa: PLC0415 - behind the window, see app.py

        choices = (Choice("Réessayer", self._try_again), Choice("Journal", self.show_log))
        self._put_notice(text, *choices, look="error", closable=False)

    def show_notice(self, text: str) -> None:
        """Show a remark above the pages until it is taken away."""
        self._put_notice(text)

    def tell_error(self, error: Exception) -> None:
        """Say in a dialog why something that was asked for was not done."""
        from levers_app.desktop.messages import tell  # noqa: PLC0415 - behind the window, see app.py

        if isinstance(error, LeviersError):
            tell(self, error)
        else:
            self.jobs.unexpected.emit(error)

    def notice_error(self, error: Exception, kept: str = "") -> None:
        """Say above the pages why something is not shown, or not done, and what was ``kept``."""
        if isinstance(error, LeviersError):
            self.show_notice(f"{error} {kept}".strip())
        else:
            self.jobs.unexpected.emit(error)

    @Slot(str)
    def _tell_own_failed(self, text: str) -> None:
        """Say once why favourites and visits are not kept, not at each sheet that is opened."""
        if text != self._told_own:
            self._told_own = text
            self.show_notice(text)

    @Slot(int, int)
    def show_index_progress(self, done: int, total: int) -> None:
        """Show how far the index is; the lists are complete once it is done."""
        self.status.show_progress(done, total)

    def index_changed(self) -> None:
        """The index follows the base now: counts and lists are complete."""
        self.show_counts()
        self.navigator.refresh()
        if self._workspace is not None:
            self._workspace.searches.count_again()
            self._workspace.completions.prepare()

    @Slot()
    def show_log(self) -> None:
        """Open the log window."""
        self.workspace.help.show_log()

    @Slot()
    def come_to_front(self) -> None:
        """A second start on the same base asked for this window."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _try_again(self) -> None:
        self.base_wanted.emit()

    def _put_notice(self, text: str, *choices: "Choice", look: str = "warn", closable: bool = True) -> None:
        from levers_app.desktop.messages import NoticeBar  # noqa: PLC0415 - behind the window, see app.py

        self._drop_notice()
        self._notice = notice = NoticeBar(text, *choices, look=look, closable=closable)
        notice.closed.connect(self._forget_notice)
        self._column.insertWidget(1, notice)

    def _drop_notice(self, *, only_errors: bool = False) -> None:
        notice = self._notice
        if notice is not None and (not only_errors or notice.property("look") == "error"):
            notice.hide()
            notice.deleteLater()
            self._notice = None

    @Slot()
    def _forget_notice(self) -> None:
        self._notice = None

    # -- parts

    def _compose(self) -> QWidget:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        middle.addWidget(self.pages, 1)
        whole = QWidget(self)
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self.status)
        return whole

    def _connect(self) -> None:
        # What the person asks for.
        self.nav.page_requested.connect(self.navigator.go_page)
        self.home.page_requested.connect(self.navigator.go_page)
        self.home.family_requested.connect(self.navigator.go_family)
        self.home.record_requested.connect(self.navigator.open)
        self.home.words_typed.connect(self._begin_search)
        self.top.search.edited.connect(self.navigator.search)
        self.top.new_requested.connect(self._write_case)
        self.top.note_requested.connect(self._open_note)
        self.top.back_requested.connect(self.navigator.back)
        self.top.forward_requested.connect(self.navigator.forward)
        # What there is to show.
        self.navigator.moved.connect(self._show_place)
        self.navigator.home_ready.connect(self._show_home)
        self.navigator.own_changed.connect(self.show_counts)
        self.navigator.own_failed.connect(self._tell_own_failed)
        self.navigator.base_failed.connect(self.show_base_error)
        self.look.changed.connect(self._set_theme)
        # Keys.
        self.keys.connect_all(
            {
                "search": self.focus_search,
                "back": self.navigator.back,
                "forward": self.navigator.forward,
                "home": self.navigator.go_home,
                "zoom_in": self.look.zoom_in,
                "zoom_out": self.look.zoom_out,
                "zoom_reset": self.look.reset_zoom,
                "menu": self.top.open_menu,
                "quit": self.close,
            }
        )

    # -- moves

    @Slot(str)
    def _begin_search(self, words: str) -> None:
        """The first letters typed at home go on in the field of the top bar."""
        if not words.strip():
            return
        self.navigator.search(words)
        self.top.search.show_words(words)
        self.top.search.setFocus()
        self.top.search.setCursorPosition(len(words))
        self.home.search.clear()

    @Slot()
    def focus_search(self) -> None:
        """Ctrl+K: the keyboard goes to the search field, its words selected."""
        field = self.home.search if self.navigator.place.page == "home" else self.top.search
        field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    @Slot()
    def _write_case(self) -> None:
        self.workspace.desk.new()

    @Slot()
    def _open_note(self) -> None:
        self.workspace.briefs.open_current()

    # -- what is shown

    @Slot(object)
    def _show_place(self, place: Place) -> None:
        home = place.page == "home"
        self.top.show_search(shown=not home)
        self.top.search.show_words(place.query)
        self.top.set_history(back=self.navigator.can_go_back, forward=self.navigator.can_go_forward)
        self.nav.set_page(place.page)
        opened = bool(place.record) and place.page != "home" and place.page not in OWN_PAGES
        self.keys.set_sheet_open(opened=opened, note=place.page == "brief")
        if home:
            self.pages.setCurrentWidget(self.home)
            self.status.show_page("")
            self.home.search.setFocus()
        else:
            self.workspace.show_place(place)

    @Slot(object)
    def _show_home(self, data: "HomeData") -> None:
        self.home.show_data(data)

    @Slot(object)
    def _set_theme(self, theme: Theme) -> None:
        for part in (self.top, self.nav, self.home, self.status):
            part.set_theme(theme)
        if self._workspace is not None:
            self._workspace.browse.set_theme(theme)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation, then let list and sheet take turns, as the window narrows."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme, browse = self.look.theme, self._workspace.browse if self._workspace is not None else None
        rail = self.width() < theme.px(_RAIL_BELOW) or (browse is not None and browse.enlarged)
        self.nav.set_rail(rail=rail)
        self.top.set_narrow(narrow=rail)
        if browse is not None:
            browse.set_in_turns(in_turns=self.width() < max(_TURNS_BELOW, theme.px(_TURNS_BELOW_IN_LARGE)))

    @Slot()
    def arrange(self) -> None:
        """Fold or unfold after the sheet was enlarged or brought back."""
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does: Qt leaves it to dialogs.

        Ctrl+Z comes here when no field and no page undoes something of its own.
        """
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
            return
        button = self.focusWidget()
        if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter} and isinstance(button, QAbstractButton):
            for kind in (QtCore.QEvent.Type.KeyPress, QtCore.QEvent.Type.KeyRelease):
                space = QKeyEvent(kind, QtCore.Qt.Key.Key_Space, QtCore.Qt.KeyboardModifier.NoModifier, " ")
                QtCore.QCoreApplication.sendEvent(button, space)
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window closes; jobs end before the program does."""
        self.closing.emit()
        super().closeEvent(event)

    def _restore(self) -> None:
        self.setMinimumSize(fitted(QSize(640, 480), self))
        self.resize(fitted(QSize(1280, 800), self))
        if self._state.geometry and self.restoreGeometry(QByteArray(self._state.geometry)):
            bring_back(self)


def _standing(services: "Services") -> "Standing":
    from levers_app.desktop.home_data import standing  # noqa: PLC0415 - on a worker, behind the window: see app.py

    return standing(services)
