"""The main window: puts the parts together and connects them. What they do is theirs; where one is, the navigator's."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.actions import Actions
from levers_app.desktop.browse_page import BrowsePage
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.help_menu import Help
from levers_app.desktop.home_page import HomePage
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.listing import HomeData, Listing, page_counts
from levers_app.desktop.look import Look
from levers_app.desktop.messages import NoticeBar, Toasts
from levers_app.desktop.nav import Nav
from levers_app.desktop.navigator import Navigator
from levers_app.desktop.place import Place
from levers_app.desktop.sheet_actions import SheetActions
from levers_app.desktop.status_bar import StatusBar
from levers_app.desktop.theme import Theme
from levers_app.desktop.top_bar import TopBar
from levers_app.paths import DataFolder
from levers_app.sheets.document import Document

if TYPE_CHECKING:  # the window shows before these are imported: see app.py
    from levers_app.services import Services

_RAIL_BELOW = 1180
_TURNS_BELOW = 960


class MainWindow(QMainWindow):
    """The window.

    Signals:
        closing: the window closes; what it remembers is in :meth:`state`.
        base_wanted: the person asked to open the base again after an error.
    """

    closing = Signal()
    base_wanted = Signal()

    def __init__(self, look: Look, jobs: Jobs, folder: DataFolder, state: dict[str, Any] | None = None) -> None:
        """``state`` is what :meth:`state` gave at the end of the last session."""
        super().__init__()
        self._look = look
        self._jobs = jobs
        self._services: Services | None = None
        self._state = state or {}
        self._notice: NoticeBar | None = None
        self.setWindowTitle("Leviers")
        self.navigator = Navigator(jobs, self)
        self.actions_ = Actions(self, look)
        self.top = TopBar(look.theme, self.actions_.menu, self)
        self.nav = Nav(look.theme, self)
        self.home = HomePage(look.theme, self)
        self.browse = BrowsePage(look.theme, self)
        self.status = StatusBar(look.theme, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.home)
        self._pages.addWidget(self.browse)
        self.setCentralWidget(self._compose())
        self.toasts = Toasts(self._pages)
        self.sheet_actions = SheetActions(self, self.browse.sheet, self.navigator, jobs, self.toasts)
        self.help = Help(self, look, folder)
        self._connect()
        self._restore()
        self._show_place(self.navigator.place)

    def begin(self, services: "Services") -> None:
        """Use the open base: from here on the window is fully alive."""
        self._services = services
        if self._notice is not None and not self._notice.property("closable"):
            self._notice.deleteLater()
        self.sheet_actions.begin(services)
        self.help.begin(services)
        self.navigator.begin(services, Place())
        self.show_counts()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list the width it had, or 400 px, once the window has its own."""
        super().showEvent(event)
        self.browse.set_list_width(int(self._state.get("list_width") or self._look.theme.px(400)))

    def state(self) -> dict[str, Any]:
        """What is worth finding again at the next start."""
        return {
            "geometry": bytes(self.saveGeometry().toBase64().data()).decode(),
            "list_width": self.browse.list_width()
            if self.browse.list_width() > 0
            else self._state.get("list_width", 0),
            "mode": self._look.mode,
            "zoom": self._look.zoom,
        }

    @Slot()
    def show_counts(self) -> None:
        """Tell what the base holds, in the navigation and in the status bar."""
        if self._services is None:
            return
        self.nav.set_counts(page_counts(self._services))
        self.status.show_base(self._services.status_line())

    def show_opening(self) -> None:
        """Say that the base opens; the window can be used meanwhile."""
        self.status.show_base("Ouverture de la base…")

    def show_base_error(self, error: Exception) -> None:
        """Say why the base cannot be used, and offer to try again."""
        if not isinstance(error, LeviersError):
            self._jobs.unexpected.emit(error)
        self.status.show_base("Base fermée")
        text = str(error) if isinstance(error, LeviersError) else "La base n’a pas pu être ouverte."
        choices = (Choice("Réessayer", self.base_wanted.emit), Choice("Journal", self.help.show_log))
        self._put_notice(NoticeBar(text, *choices, look="error", closable=False))

    def show_notice(self, text: str) -> None:
        """Show a remark above the pages until it is taken away."""
        self._put_notice(NoticeBar(text))

    def index_changed(self) -> None:
        """The index follows the base now: counts and lists are complete."""
        self.show_counts()
        self.navigator.refresh()

    def _put_notice(self, notice: NoticeBar) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        self._notice.destroyed.connect(self._forget_notice)
        self._column.insertWidget(1, notice)

    @Slot()
    def _forget_notice(self) -> None:
        self._notice = None

    @Slot(int, int)
    def show_index_progress(self, done: int, total: int) -> None:
        """Show how far the index is; the lists are complete once it is done."""
        self.status.show_progress(done, total)

    @Slot()
    def come_to_front(self) -> None:
        """A second start on the same base asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # -- parts

    def _compose(self) -> QWidget:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        middle.addWidget(self._pages, 1)
        whole = QWidget(self)
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self.status)
        return whole

    def _connect(self) -> None:
        """All wiring between the parts."""
        # What the person asks for.
        self.nav.page_requested.connect(self._go_page)
        self.home.page_requested.connect(self._go_page)
        self.home.family_requested.connect(self.navigator.go_family)
        self.home.record_requested.connect(self.navigator.open)
        self.home.words_typed.connect(self._begin_search)
        self.top.search.edited.connect(self.navigator.search)
        self.top.search.list_wanted.connect(self.browse.focus_list)
        self.top.search.escaped.connect(self.browse.focus_list)
        self.top.back_requested.connect(self._back)
        self.top.forward_requested.connect(self._forward)
        self.browse.results.list.opened.connect(self._open)
        self.browse.results.list.glanced.connect(self.navigator.glance)
        self.browse.results.list.left_upwards.connect(self.focus_search)
        self.browse.results.list.rows.more_wanted.connect(self.navigator.load_more)
        self.browse.results.filters_changed.connect(self.navigator.filter)
        self.browse.results.sort_changed.connect(self.navigator.sort)
        self.browse.choice_made.connect(self._take_way_out)
        self.browse.sheet.record_requested.connect(self._open)
        self.browse.sheet.address_requested.connect(self._open_address)
        self.browse.sheet.depth_changed.connect(self.navigator.set_depth)
        self.browse.sheet.reading_toggled.connect(self.toggle_reading)
        # What there is to show.
        self.navigator.moved.connect(self._show_place)
        self.navigator.home_ready.connect(self._show_home)
        self.navigator.listing_ready.connect(self._show_listing)
        self.navigator.rows_ready.connect(self.browse.results.list.rows.add_rows)
        self.navigator.sheet_ready.connect(self._show_sheet)
        self.navigator.sheet_failed.connect(self.browse.sheet.show_error)
        self.navigator.own_changed.connect(self.show_counts)
        self._look.changed.connect(self._set_theme)
        # Keys and the menu.
        self.actions_.about_requested.connect(self.help.show_about)
        self.actions_.log_requested.connect(self.help.show_log)
        self.actions_.connect_all(
            {
                "search": self.focus_search,
                "back": self._back,
                "forward": self._forward,
                "home": self._go_home,
                "next_pane": self.next_pane,
                "previous_pane": self.previous_pane,
                "essential": self._show_essential,
                "full": self._show_full,
                "favourite": self.sheet_actions.toggle_favourite,
                "print": self.sheet_actions.print_sheet,
                "save_pdf": self.sheet_actions.save_pdf,
                "copy_sheet": self.sheet_actions.copy,
                "reading_mode": self.toggle_reading,
                "zoom_in": self._look.zoom_in,
                "zoom_out": self._look.zoom_out,
                "zoom_reset": self._look.reset_zoom,
                "shortcuts": self.help.show_shortcuts,
                "quit": self.close,
            }
        )

    # -- moves

    def _leave(self) -> None:
        """Note where the present place is scrolled to, so that back finds it again."""
        scroll = self.browse.results.list.verticalScrollBar().value()
        self.navigator.remember(list_scroll=scroll, sheet_scroll=self.browse.sheet.scroll_position())

    @Slot(str)
    def _go_page(self, page: Any) -> None:
        self._leave()
        self.navigator.go_page(page)

    @Slot(str)
    def _open(self, record_id: str) -> None:
        self._leave()
        self.navigator.open(record_id)

    @Slot()
    def _back(self) -> None:
        self._leave()
        self.navigator.back()

    @Slot()
    def _forward(self) -> None:
        self._leave()
        self.navigator.forward()

    @Slot()
    def _go_home(self) -> None:
        self._go_page("home")

    @Slot()
    def _show_essential(self) -> None:
        self.browse.sheet.set_depth("essential")
        self.navigator.set_depth("essential")

    @Slot()
    def _show_full(self) -> None:
        self.browse.sheet.set_depth("full")
        self.navigator.set_depth("full")

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
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    @Slot()
    def next_pane(self) -> None:
        """F6: search, navigation, list, sheet, and round again."""
        self._change_pane(1)

    @Slot()
    def previous_pane(self) -> None:
        """Shift+F6: the other way round."""
        self._change_pane(-1)

    def _change_pane(self, direction: int) -> None:
        home = self.navigator.place.page == "home"
        panes: list[QWidget] = [self.home.search if home else self.top.search, self.nav]
        panes += [] if home else [self.browse.results.list, self.browse.sheet]
        focus = QGuiApplication.focusObject()
        here = next((n for n, pane in enumerate(panes) if _inside(focus, pane)), -1)
        for step in range(1, len(panes) + 1):
            pane = panes[(here + direction * step) % len(panes)]
            if pane.isVisible():
                pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    @Slot()
    def toggle_reading(self) -> None:
        """Ctrl+Maj+F: the sheet alone, or beside its list again."""
        self.browse.set_enlarged(enlarged=not self.browse.enlarged)
        self._arrange()

    @Slot()
    def step_back(self) -> None:
        """Esc: one step back (open filter, reading mode, sheet in front, then the list)."""
        if self.browse.results.facets.close_values():
            return
        if self.browse.enlarged:
            self.toggle_reading()
        elif self.navigator.place.reading and self.width() < self._look.theme.px(_TURNS_BELOW):
            self._leave()
            self.navigator.show_list()
        elif self.navigator.place.page != "home":
            self.browse.focus_list()

    @Slot(str)
    def _take_way_out(self, key: str) -> None:
        kind, _, value = key.partition(":")
        if kind == "page":
            self._go_page(value)
        elif kind == "words":
            self.top.search.show_words(value)
            self.navigator.search(value)
        else:
            self.navigator.filter({})

    @Slot(str)
    def _open_address(self, address: str) -> None:
        """Hand a source's address to the system's browser: the person clicked it."""
        QDesktopServices.openUrl(QUrl(address))

    # -- what is shown

    @Slot(object)
    def _show_place(self, place: Place) -> None:
        home = place.page == "home"
        self._pages.setCurrentWidget(self.home if home else self.browse)
        self.top.show_search(shown=not home)
        self.top.search.show_words(place.query)
        self.top.set_history(back=self.navigator.can_go_back, forward=self.navigator.can_go_forward)
        self.nav.set_page(place.page)
        self.actions_.set_sheet_open(opened=bool(place.record) and not home)
        if home:
            self.status.show_page("")
            self.home.search.setFocus()
        else:
            self.browse.show_place(place)

    @Slot(object)
    def _show_home(self, data: HomeData) -> None:
        self.home.show_data(data)

    @Slot(object, object)
    def _show_listing(self, place: Place, listing: Listing) -> None:
        self.browse.show_listing(place, listing)
        time = f" en {listing.milliseconds:.0f} ms" if place.page == "search" and listing.milliseconds else ""
        self.status.show_page(f"{listing.heading}{time}")

    @Slot(object)
    def _show_sheet(self, document: Document) -> None:
        place = self.navigator.place
        favourite = self.navigator.is_favourite(document.id)
        self.browse.sheet.show_document(document, depth=place.depth, favourite=favourite, scroll=place.sheet_scroll)
        self.browse.results.list.choose(document.id)
        self.actions_.set_sheet_open(opened=True)
        if document.origin and place.page != "search":
            self.status.show_page(document.origin)

    @Slot(object)
    def _set_theme(self, theme: Theme) -> None:
        for part in (self.top, self.nav, self.home, self.browse, self.status):
            part.set_theme(theme)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation, then let list and sheet take turns, as the window narrows."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._look.theme
        rail = self.width() < theme.px(_RAIL_BELOW) or self.browse.enlarged
        self.nav.set_rail(rail=rail)
        self.top.set_narrow(narrow=rail)
        self.browse.set_in_turns(in_turns=self.width() < theme.px(_TURNS_BELOW))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window closes; jobs end before the program does."""
        self.closing.emit()
        super().closeEvent(event)

    def _restore(self) -> None:
        self.setMinimumSize(640, 480)
        self.resize(1280, 800)
        geometry = self._state.get("geometry")
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))


def _inside(widget: object, pane: QWidget) -> bool:
    return isinstance(widget, QWidget) and (widget is pane or pane.isAncestorOf(widget))
