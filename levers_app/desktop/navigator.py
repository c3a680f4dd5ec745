"""Goes from place to place: keeps the history, asks for lists and sheets in the background, drops stale answers."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.jobs import Job, Jobs
from levers_app.desktop.place import (
    BRIEF_MARK,
    DRAFT_MARK,
    OWN_PAGES,
    SORTS,
    UNSAVED_MARK,
    Depth,
    History,
    Order,
    Page,
    Place,
    sheet_of,
)

if TYPE_CHECKING:  # the window shows before these are imported: see app.py
    from levers_app.desktop.home_data import HomeData
    from levers_app.desktop.rows import Listing, ListRow
    from levers_app.services import Services
    from levers_app.sheets.document import Document

GLANCE_PAUSE = 80
"""Milliseconds on a row, moving with the arrows, before its sheet opens."""
_TYPING_PAUSE = 150
"""Milliseconds after the answer to a key before its first sheet is laid out: while the next keys come, it would be in
vain, and takes longer than anything else that a key does.
"""


class Navigator(QObject):
    """The one that knows where the person is.

    Signals:
        leaving: the present place is about to be left: the time to :meth:`remember` its scroll positions.
        moved: the new place.
        home_ready: what the home page shows.
        listing_ready: place and its list.
        rows_ready: how many rows of the present list come before further ones, and these.
        sheet_ready: the document of the open sheet.
        sheet_failed: the sentence that says why a sheet cannot be shown.
        base_failed: why the base cannot be read any more.
        own_changed: favourites or visits changed.
        own_failed: the sentence that says why favourites and visits cannot be kept.
        favourite_failed: the record, and whether it was to become a favourite.
        unsaved_wanted: the record about which something was typed and not saved, to go on with that.
        first_shown: home page or list are there for the first time.
    """

    leaving = Signal()
    moved = Signal(object)
    home_ready = Signal(object)
    listing_ready = Signal(object, object)
    rows_ready = Signal(int, object)
    sheet_ready = Signal(object)
    sheet_failed = Signal(str)
    base_failed = Signal(object)
    own_changed = Signal()
    own_failed = Signal(str)
    favourite_failed = Signal(str, bool)
    first_shown = Signal()
    unsaved_wanted = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Begin at home, with nothing to show until :meth:`begin`."""
        super().__init__(parent)
        self._jobs = jobs
        self._history = History(Place())
        self._services: Services | None = None
        self._shown = False
        self._list_is_empty = False
        self._list_waits = False
        self._list_job: Job | None = None
        self._sheet_job: Job | None = None
        self.glance_timer = QTimer(self, singleShot=True)
        self.glance_timer.timeout.connect(self._load_sheet)

    @property
    def place(self) -> Place:
        """Where the person is."""
        return self._history.current

    @property
    def can_go_back(self) -> bool:
        """Whether a place lies behind."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether a place lies ahead."""
        return self._history.can_go_forward

    def begin(self, services: "Services") -> None:
        """Use the open base from now on and show what the person asked for meanwhile."""
        self._services = services
        self._shown = False
        self._show()

    def remember(self, *, list_scroll: int, sheet_scroll: int) -> None:
        """Note the scroll positions of the place about to be left."""
        self._history.update(list_scroll=list_scroll, sheet_scroll=sheet_scroll)

    # -- moves

    @Slot(str)
    def go_page(self, page: str) -> None:
        """Open a page of the navigation, without filters."""
        known = _PAGE_NAMES[page]
        self._go(Place(page=known, sort=default_sort(known), depth=self.place.depth))

    @Slot()
    def go_home(self) -> None:
        """Open the home page."""
        self.go_page("home")

    @Slot(str)
    def go_family(self, family: str) -> None:
        """Open the levers of one family."""
        self._go(Place(page="levers", sort="family", filters={"family": (family,)}, depth=self.place.depth))

    @Slot(object)
    def go(self, place: Place) -> None:
        """Open a list that was kept, at the present depth."""
        self._go(place._replace(depth=self.place.depth))

    @Slot(str)
    def search(self, words: str) -> None:
        """Search ``words``: a new place when coming from elsewhere, the same one while typing."""
        if self.place.page == "search":
            if words != self.place.query:
                self._history.update(query=words, record="", reading=False, list_scroll=0, sheet_scroll=0)
                self._show()
        elif words.strip():
            self._go(Place(page="search", query=words, depth=self.place.depth))

    @Slot(str)
    def open(self, record_id: str) -> None:
        """Open a sheet beside the present list; a situation opens in the list of situations."""
        page = self.place.page
        if record_id.startswith(DRAFT_MARK):
            self._go(Place(page="entry", record=record_id, depth=self.place.depth))
            return
        if record_id.startswith(BRIEF_MARK):
            self._go(Place(page="brief", record=record_id, depth=self.place.depth))
            return
        if record_id.startswith(UNSAVED_MARK):
            self.unsaved_wanted.emit(record_id.removeprefix(UNSAVED_MARK))
            return
        if page == "home" or page in OWN_PAGES or self._list_is_empty:
            page = _home_of(record_id)
        same = page == self.place.page
        start = self.place if same else Place(page=page, sort=default_sort(page), depth=self.place.depth)
        self._go(start._replace(record=record_id, reading=True, sheet_scroll=0), keep_list=same)
        self._note_visit(record_id)

    def forget(self, record_id: str) -> None:
        """Show the present list without a record that is no more."""
        if self.place.record == record_id:
            self._history.update(record="", reading=False)
            self._show()

    def show_instead(self, place: Place) -> None:
        """Go to a place that takes that of the present one, which is no more: back does not lead there."""
        self._history.update(**place._replace(depth=self.place.depth)._asdict())
        self._show()
        if place.record and place.page not in OWN_PAGES:
            self._note_visit(place.record)

    @Slot(str)
    def glance(self, record_id: str) -> None:
        """Show the sheet of the row under the keyboard, once it rests there; the way back stays as it was."""
        self._history.update(record=record_id, sheet_scroll=0)
        self.glance_timer.start(GLANCE_PAUSE)

    @Slot(object)
    def filter(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Choose filters of the present list."""
        self._go(self.place._replace(filters=dict(filters), record="", reading=False, list_scroll=0))

    @Slot(str)
    def sort(self, name: Order) -> None:
        """Choose the order of the present list."""
        self._go(self.place._replace(sort=name, list_scroll=0))

    @Slot(str)
    def set_depth(self, depth: Depth) -> None:
        """Choose *L’essentiel* or the full sheet, for this sheet and the next ones."""
        self._history.update(depth=depth, sheet_scroll=0)

    @Slot()
    def back(self) -> None:
        """One step back."""
        if self._history.can_go_back:
            self.leaving.emit()
            self._history.back()
            self._show()

    @Slot()
    def forward(self) -> None:
        """One step forward."""
        if self._history.can_go_forward:
            self.leaving.emit()
            self._history.forward()
            self._show()

    @Slot()
    def show_list(self) -> None:
        """In a narrow window: the list again, in front of the sheet."""
        if self.place.reading:
            self._go(self.place._replace(reading=False), keep_list=True)

    # -- the person's own lists

    def toggle_favourite(self, record_id: str, *, on: bool) -> None:
        """Add to or take from the favourites."""
        services = self._services
        if services is None:
            return
        personal = services.personal
        change = personal.add_favourite if on else personal.remove_favourite

        def failed(error: Exception) -> None:
            self.favourite_failed.emit(record_id, on)
            self._own_error(error)

        self._jobs.note(lambda: change(record_id), self._own_changed, failed)

    def is_favourite(self, record_id: str) -> bool:
        """Whether a record is among the favourites."""
        return self._services is not None and record_id in self._services.personal.favourites()

    @Slot()
    def refresh(self) -> None:
        """Show the present place again, after a change of the base or of the index."""
        if self._services is not None:
            self._show()

    @Slot(int)
    def load_more(self, offset: int) -> None:
        """Fetch the rows after the first ``offset`` of the present list."""
        services, place = self._services, self.place
        if services is not None:
            self._jobs.read(lambda: (place, offset, _more(services, place, offset)), self._show_more)

    # -- inside

    def _go(self, place: Place, *, keep_list: bool = False) -> None:
        self.leaving.emit()
        self._history.go(place)
        self._show(keep_list=keep_list)

    def _show(self, *, keep_list: bool = False) -> None:
        self.glance_timer.stop()
        self.moved.emit(self.place)
        services, place = self._services, self.place
        if services is None:
            return
        self._list_waits = False
        if place.page in OWN_PAGES:
            return
        if place.page == "home":
            self._jobs.read(lambda: _home(services), self._show_home, self._read_error)
        elif place.record:
            self._list_waits = not keep_list
            self._load_sheet()
        elif not keep_list:
            self._load_list(services, place)

    def _load_waiting_list(self) -> None:
        """After the sheet that was asked for: the list beside it can wait a moment."""
        if self._list_waits and self._services is not None:
            self._list_waits = False
            self._load_list(self._services, self.place)

    def _load_list(self, services: "Services", place: Place) -> None:
        if self._list_job is not None:
            self._list_job.cancel()
        self._list_job = self._jobs.read(lambda: (place, _listing(services, place)), self._show_list, self._read_error)

    @Slot()
    def _load_sheet(self) -> None:
        services, record = self._services, self.place.record
        if services is None or not record:
            return
        if self._sheet_job is not None:
            self._sheet_job.cancel()
        self._sheet_job = self._jobs.read(lambda: services.sheet(sheet_of(record)), self._show_sheet, self._sheet_error)

    def _show_home(self, data: "HomeData") -> None:
        self.home_ready.emit(data)
        self._tell_first()

    def _show_list(self, found: "tuple[Place, Listing]") -> None:
        place, listing = found
        if not place.same_list(self.place):
            return
        self._list_is_empty = not listing.rows
        self.listing_ready.emit(self.place, listing)
        self._tell_first()
        if not self.place.record and listing.rows:
            self._history.update(record=listing.rows[0].id)
            if place.page == "search":
                self.glance_timer.start(_TYPING_PAUSE)
            else:
                self._load_sheet()

    def _tell_first(self) -> None:
        if not self._shown:
            self._shown = True
            self.first_shown.emit()

    def _read_error(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self.base_failed.emit(error)
        else:
            self._jobs.unexpected.emit(error)
        self._tell_first()

    def _show_more(self, found: "tuple[Place, int, tuple[ListRow, ...]]") -> None:
        place, offset, rows = found
        if place.same_list(self.place):
            self.rows_ready.emit(offset, rows)

    def _show_sheet(self, document: "Document") -> None:
        if document.id == sheet_of(self.place.record):
            self.sheet_ready.emit(document)
            self._load_waiting_list()

    def _sheet_error(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self.sheet_failed.emit(str(error))
        else:
            self._jobs.unexpected.emit(error)
        self._load_waiting_list()

    def _note_visit(self, record_id: str) -> None:
        if self._services is not None:
            personal = self._services.personal
            self._jobs.note(lambda: personal.add_visit(record_id), self._own_changed, self._own_error)

    def _own_changed(self, _: object) -> None:
        self.own_changed.emit()

    def _own_error(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self.own_failed.emit(str(error))
        else:
            self._jobs.unexpected.emit(error)


# On workers: the window shows, and fills its home page, before search and lists are imported.


def _home(services: "Services") -> "HomeData":
    from levers_app.desktop.home_data import home_data  # noqa: PLC0415

    return home_data(services)


def _listing(services: "Services", place: Place) -> "Listing":
    from levers_app.desktop.listing import Lister  # noqa: PLC0415

    return Lister(services).listing(place)


def _more(services: "Services", place: Place, offset: int) -> "tuple[ListRow, ...]":
    from levers_app.desktop.listing import Lister  # noqa: PLC0415

    return Lister(services).more(place, offset)


def default_sort(page: Page) -> Order:
    """Return the first order that a page offers."""
    orders: tuple[Order, ...] = (*SORTS.get(page, ()), "title")
    return orders[0]


_PAGE_NAMES: dict[str, Page] = {name: name for name in get_args(Page)}
_PAGES: dict[str, Page] = {
    "problem": "problems",
    "lever": "levers",
    "case": "cases",
    "text": "texts",
    "term": "terms",
}


def _home_of(record_id: str) -> Page:
    kind = record_id.partition(":")[0]
    return _PAGES.get(kind, "search")
