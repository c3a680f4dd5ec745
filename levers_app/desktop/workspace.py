"""What lies behind the first sight of the window: lists, sheets, what one does with them, and the help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QShortcut
from PySide6.QtWidgets import QApplication

from levers_app.desktop.advice import Advice
from levers_app.desktop.browse_page import BrowsePage
from levers_app.desktop.completions import Completions
from levers_app.desktop.entry_desk import EntryDesk
from levers_app.desktop.help_menu import Help
from levers_app.desktop.lever_writing import LeverWriting
from levers_app.desktop.messages import Toasts
from levers_app.desktop.notes import Notes
from levers_app.desktop.panes import Panes
from levers_app.desktop.place import ADVICE_PAGES, DRAFT_MARK, OWN_PAGES, Place
from levers_app.desktop.record_actions import RecordActions
from levers_app.desktop.rows import Listing
from levers_app.desktop.saved_searches import SavedSearches
from levers_app.desktop.search_history import SearchHistory
from levers_app.desktop.search_moves import SearchMoves
from levers_app.desktop.sheet_actions import SheetActions
from levers_app.desktop.sheet_finder import SheetFinder
from levers_app.services import Services
from levers_app.sheets.document import Document

if TYPE_CHECKING:
    from levers_app.desktop.window import MainWindow

_LIST_WIDTH = 400


class Workspace(QObject):
    """Joins the list and sheet page, its actions and the help to the window."""

    def __init__(self, window: "MainWindow", list_width: int) -> None:
        """``list_width`` is the width of the list in the last session, 0 for the usual one."""
        super().__init__(window)
        self.window = window
        self._navigator = window.navigator
        self._services: Services | None = None
        self._heading, self._origin = "", ""
        theme = window.look.theme
        self.browse = BrowsePage(theme, window)
        window.pages.addWidget(self.browse)
        self.browse.resize(window.pages.size())
        self.browse.set_list_width(list_width or theme.px(_LIST_WIDTH))
        self.toasts = Toasts(window.status)
        window.undo_wanted.connect(self.toasts.undo)
        self.sheet_actions = SheetActions(window, self.browse.sheet, window.navigator, window.jobs, self.toasts)
        self.finder = SheetFinder(self.browse.sheet, window.jobs)
        self.searches = SavedSearches(window, self.browse, self.toasts)
        self.history = SearchHistory(window, self.browse.results, self.toasts)
        self.completions = Completions(window)
        self.desk = EntryDesk(window, self.toasts)
        self.briefs = Notes(window, self.toasts, self.sheet_actions.pdf_folder)
        self.records = RecordActions(window, self.browse.sheet, self.toasts)
        self.advice = Advice(window, self.toasts, self.sheet_actions.pdf_folder)
        self.levers = LeverWriting(window, self.browse.sheet, self.toasts, self.records)
        self.help = Help(window, window.look, window.folder)
        self._moves, self._panes = SearchMoves(self), Panes(self)
        self._escape = QShortcut(Qt.Key.Key_Escape, self.browse)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._follow_requests()
        self._show_what_comes()
        self._follow_keys()

    def begin(self, services: Services) -> None:
        """Use the open base."""
        self._services = services
        self.sheet_actions.begin(services)
        self.desk.begin(services)
        self.briefs.begin(services)
        self.records.begin(services)
        self.advice.begin(services)
        self.levers.begin(services)
        self.finder.begin(services)
        self.searches.begin(services)
        self.history.begin(services)
        self.completions.begin(services)
        self.help.begin(services)

    def _follow_requests(self) -> None:
        """Do what the person asks for."""
        window, navigator, browse = self.window, self._navigator, self.browse
        window.top.search.list_wanted.connect(browse.focus_list)
        window.top.search.entered.connect(self._moves.enter_results)
        window.top.search.escaped.connect(browse.focus_list)
        browse.results.list.opened.connect(navigator.open)
        navigator.unsaved_wanted.connect(self.levers.resume)
        browse.results.list.entered.connect(self._read_sheet)
        browse.results.list.glanced.connect(navigator.glance)
        browse.results.list.left_upwards.connect(window.focus_search)
        browse.results.list.rows.more_wanted.connect(navigator.load_more)
        browse.results.filters_changed.connect(navigator.filter)
        browse.results.sort_changed.connect(navigator.sort)
        browse.results.remarks.tried.connect(self._moves.search_instead)
        browse.choice_made.connect(self._moves.take_way_out)
        browse.sheet.record_requested.connect(navigator.open)
        browse.sheet.address_requested.connect(self._open_address)
        browse.sheet.edit_requested.connect(self.edit)
        browse.sheet.header.compare_asked.connect(self._compare)
        self.desk.recorded.connect(self._follow)
        self.desk.drafts_changed.connect(self._count_drafts)
        self.briefs.notes_changed.connect(window.show_counts)
        browse.sheet.note_requested.connect(self.briefs.add)
        browse.results.list.note_wanted.connect(self.briefs.add)
        browse.results.list.compare_wanted.connect(self.advice.compare.add)
        self.records.recorded.connect(self._follow)
        self.records.drafts_changed.connect(self._count_drafts)
        self.records.note_wanted_back.connect(self.briefs.book.bring_back)
        self.records.profile_changed.connect(self.desk.show_profile)
        browse.sheet.depth_changed.connect(navigator.set_depth)
        browse.sheet.reading_toggled.connect(self.toggle_reading)
        self._escape.activated.connect(self.step_back)
        self.help.search_wanted.connect(self._moves.try_search)
        for field in (window.home.search, window.top.search):
            field.offer_help().clicked.connect(self.help.show_queries)

    def _show_what_comes(self) -> None:
        navigator, browse = self._navigator, self.browse
        navigator.leaving.connect(self._remember_scroll)
        navigator.listing_ready.connect(self._show_listing)
        navigator.rows_ready.connect(browse.results.list.rows.add_rows)
        navigator.sheet_ready.connect(self._show_sheet)
        navigator.sheet_failed.connect(browse.sheet.show_error)

    def _follow_keys(self) -> None:
        """Follow the keys and the menu."""
        keys = self.window.keys
        keys.profile_requested.connect(self.records.show_profile)
        keys.bin_requested.connect(self.records.show_bin)
        keys.about_requested.connect(self.help.show_about)
        keys.log_requested.connect(self.help.show_log)
        keys.connect_all(
            {
                "new_case": self.desk.new,
                "send_case": self._send,
                "save_search": self._save,
                "next_step": self.desk.turn,
                "previous_step": self.desk.turn_back,
                "edit_case": self._edit_open,
                "compare": self._compare,
                "next_pane": self._panes.go_on,
                "previous_pane": self._panes.go_back,
                "find": self._find,
                "find_next": self.finder.go_next,
                "find_previous": self.finder.go_previous,
                "essential": self._show_essential,
                "full": self._show_full,
                "favourite": self.sheet_actions.toggle_favourite,
                "print": self._print,
                "save_pdf": self._save_pdf,
                "copy_sheet": self._copy,
                "add_to_note": self._add_to_note,
                "open_note": self.briefs.open_current,
                "reading_mode": self.toggle_reading,
                "shortcuts": self.help.show_shortcuts,
                "query_help": self.help.show_queries,
            }
        )

    # -- what is shown

    def show_place(self, place: Place) -> None:
        """Bring list and sheet to the front, choose the row of the open record; the keyboard comes from other pages."""
        if place.page == "entry":
            self.window.status.show_page("")
            self.desk.show_place(place)
            return
        if place.page in ADVICE_PAGES:
            self.advice.show_place(place)
            return
        if place.page in OWN_PAGES:
            self.briefs.show_place(place)
            return
        before, focus = self.window.pages.currentWidget(), QApplication.focusWidget() or self.window
        comes_in = before is not None and before is not self.browse and before.isAncestorOf(focus)
        self.window.pages.setCurrentWidget(self.browse)
        self.browse.show_place(place)
        if comes_in and place.reading:
            self.browse.sheet.focus_text(self.focus_reason())
        elif comes_in:
            self.browse.take_focus(self.focus_reason())

    def focus_reason(self) -> Qt.FocusReason:
        """Return why the keyboard moves: rings show for a person who uses it, not for one with the mouse."""
        by_keys = self.window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return Qt.FocusReason.ShortcutFocusReason if by_keys else Qt.FocusReason.OtherFocusReason

    @Slot(object, object)
    def _show_listing(self, place: Place, listing: Listing) -> None:
        self.browse.show_listing(place, listing)
        time = f" en {listing.milliseconds:.0f}\u00a0ms" if place.page == "search" and listing.milliseconds else ""
        self._heading = f"{listing.heading}{time}"
        self._tell_page(place)
        self._moves.show_found(place.query if place.page == "search" else "")

    @Slot(object)
    def _show_sheet(self, document: Document) -> None:
        place = self._navigator.place
        favourite = self._navigator.is_favourite(document.id)
        self.finder.set_words(place.query if place.page == "search" else "")
        self.browse.sheet.show_document(document, depth=place.depth, favourite=favourite, scroll=place.sheet_scroll)
        self.browse.results.list.choose(document.id)
        self.window.keys.set_sheet_open(opened=True)
        self._origin = document.origin
        self._tell_page(place)

    def _tell_page(self, place: Place) -> None:
        """Say what was found; outside a search, where the open sheet comes from."""
        origin = self._origin if place.record and place.page != "search" else ""
        self.window.status.show_page(origin or self._heading)

    @Slot()
    def _remember_scroll(self) -> None:
        """Note where the place about to be left is scrolled to, so that back finds it again."""
        scroll = self.browse.results.list.verticalScrollBar().value()
        self._navigator.remember(list_scroll=scroll, sheet_scroll=self.browse.sheet.scroll_position())

    # -- writing

    @Slot(str)
    def edit(self, record_id: str) -> None:
        """Open the form on an example or a draft, the dialog on a lever."""
        if record_id.startswith(DRAFT_MARK):
            self._navigator.open(record_id)
        elif record_id.startswith("case:"):
            self.desk.change(record_id.removeprefix("case:"))
        elif record_id.startswith("lever:"):
            self.levers.edit_lever(record_id.removeprefix("lever:"))

    @Slot()
    def _edit_open(self) -> None:
        if (document := self.browse.sheet.document) is not None:
            self.edit(document.id)

    @Slot()
    def _compare(self) -> None:
        """Ctrl+M: the lever of the row under the keyboard, else of the open sheet, is to be compared."""
        place, results = self._navigator.place, self.browse.results.list
        if place.page not in OWN_PAGES and place.page != "home":
            self.advice.compare.add(results.chosen() if results.hasFocus() else place.record)

    @Slot()
    def _send(self) -> None:
        if self._navigator.place.page == "entry":
            self.desk.send()

    @Slot()
    def _save(self) -> None:
        """Ctrl+S: the search that is shown; in the form nothing needs it, and it says so."""
        page = self._navigator.place.page
        if page == "entry":
            self.desk.keeping.keep()
            self.toasts.show("Votre brouillon est gardé à mesure\u00a0: rien n’est à enregistrer.")
        elif page == "brief":
            self.briefs.desk.keep()
            self.toasts.show("Votre note est gardée à mesure\u00a0: rien n’est à enregistrer.")
        elif page == "situation":
            self.toasts.show("Votre description est gardée à mesure\u00a0: rien n’est à enregistrer.")
        elif page not in OWN_PAGES:
            self.searches.ask()

    # -- notes

    @property
    def _in_note(self) -> bool:
        return self._navigator.place.page == "brief"

    @Slot()
    def _add_to_note(self) -> None:
        """Ctrl+B: the row under the keyboard, else the open sheet, goes into the note."""
        place, results = self._navigator.place, self.browse.results.list
        if place.page == "entry" or (place.page not in OWN_PAGES and place.page != "home"):
            self.briefs.add(results.chosen() if results.hasFocus() else place.record)

    @Slot()
    def _print(self) -> None:
        if self._in_note:
            self.briefs.print()
        else:
            self.sheet_actions.print_sheet()

    @Slot()
    def _save_pdf(self) -> None:
        if self._in_note:
            self.briefs.save()
        else:
            self.sheet_actions.save_pdf()

    @Slot()
    def _copy(self) -> None:
        if self._in_note:
            self.briefs.copy_text()
        else:
            self.sheet_actions.copy()

    @Slot(str)
    def _follow(self, record_id: str) -> None:
        """The index takes in what was recorded; then lists and counts show it. What undid an earlier write goes."""
        self.toasts.withdraw(record_id)
        services = self._services
        if services is not None:
            self.window.jobs.write(services.engine.follow, self._followed)

    def _followed(self, _: object) -> None:
        self.window.index_changed()

    @Slot()
    def _count_drafts(self) -> None:
        self.window.show_counts()
        if self._navigator.place.page == "drafts":
            self._navigator.refresh()

    # -- moves

    @Slot()
    def _read_sheet(self) -> None:
        """Enter in the list: the keyboard goes on into the text."""
        self.browse.sheet.focus_text()

    @Slot()
    def toggle_reading(self) -> None:
        """Ctrl+Maj+F: the sheet alone, or beside its list again."""
        self.browse.set_enlarged(enlarged=not self.browse.enlarged)
        self.window.arrange()

    @Slot()
    def step_back(self) -> None:
        """Esc: one step back (search in the sheet, open filter, reading mode, sheet in front, then the list)."""
        in_sheet = self.browse.sheet.isAncestorOf(QApplication.focusWidget() or self.window)
        if (in_sheet and self.finder.close()) or self.browse.results.facets.close_values():
            return
        if self.browse.enlarged:
            self.toggle_reading()
        elif self.browse.sheet_in_front:
            self._navigator.show_list()
        else:
            self.browse.focus_list()

    @Slot()
    def _find(self) -> None:
        """Ctrl+F: in the sheet, or in everything where there is none."""
        if self.browse.sheet.isVisible() and self.browse.sheet.document is not None:
            self.finder.open()
        else:
            self.window.focus_search()

    @Slot()
    def _show_essential(self) -> None:
        self.browse.sheet.set_depth("essential")
        self._navigator.set_depth("essential")

    @Slot()
    def _show_full(self) -> None:
        self.browse.sheet.set_depth("full")
        self._navigator.set_depth("full")

    @Slot(str)
    def _open_address(self, address: str) -> None:
        """Hand a source's address to the system's browser: the person clicked it."""
        QDesktopServices.openUrl(QUrl(address))
