"""Saves searches under a name, shows them in the navigation with their counts, opens, renames and removes them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import quoted
from levers_app.desktop.browse_page import BrowsePage
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import Place
from levers_app.desktop.rows import Listing
from levers_app.desktop.save_popover import Question, SavePopover
from levers_app.desktop.saved_counts import SavedCounts
from levers_app.desktop.saved_list import SavedRow
from levers_app.desktop.saved_panel import SavedPanel
from levers_app.desktop.saved_places import (
    Kept,
    as_saved,
    can_be_saved,
    kept_searches,
    same_search,
    suggested_name,
    told,
)
from levers_app.desktop.theme import Theme
from levers_app.services import Services
from levers_app.store.saved_search import SavedSearch, same_text

if TYPE_CHECKING:
    from levers_app.desktop.window import MainWindow


class SavedSearches(QObject):
    """Joins head of the list, navigation and personal file."""

    def __init__(self, window: "MainWindow", browse: BrowsePage, toasts: Toasts) -> None:
        """``toasts`` tell what was done."""
        super().__init__(window)
        self._window, self._navigator, self._jobs = window, window.navigator, window.jobs
        self._results, self._toasts = browse.results, toasts
        self._services: Services | None = None
        self._kept: tuple[Kept, ...] = ()
        self._counts = SavedCounts(window.jobs, self)
        self._shown, self._listing = Place(), Listing((), 0, "")
        self._origin: Kept | None = None
        self.panel = SavedPanel(window.look.theme, window.nav)
        self.popover = SavePopover(window.look.theme, window)
        window.nav.add_panel(self.panel)
        self._connect()

    def _connect(self) -> None:
        self._results.keep_wanted.connect(self.ask)
        self._counts.changed.connect(self._show)
        self._window.look.changed.connect(self._set_theme)
        self._navigator.moved.connect(self._follow)
        self._navigator.listing_ready.connect(self._note_listing)
        self.panel.opened.connect(self.open)
        self.panel.renamed.connect(self.rename)
        self.panel.remove_wanted.connect(self.remove)
        self.popover.named.connect(self.save)
        self.popover.renamed.connect(self.rename)
        self.popover.remove_wanted.connect(self.remove)

    def begin(self, services: Services) -> None:
        """Use the open base."""
        self._services = services
        self._counts.begin(services)
        self._load(None)

    def count_again(self) -> None:
        """The base or its index changed."""
        self._counts.count_again()

    # -- what the person asks for

    @Slot()
    def ask(self) -> None:
        """Ctrl+S: ask for the name of the present search."""
        place = self._navigator.place
        if self._services is None or not can_be_saved(place):
            self._toasts.show("Rien à enregistrer ici\u00a0: écrivez des mots ou choisissez un filtre.")
            return
        listing = self._listing if place.same_list(self._shown) else Listing((), 0, "")
        present = self._name_of(place)
        name = present or self._name_of_origin(place) or suggested_name(place, listing)
        question = Question(name, told(place, listing), [kept.saved.name for kept in self._kept], present)
        self.popover.ask(question, self._results.keep if self._results.keep.isVisible() else self._window.top.search)

    @Slot(str)
    def save(self, name: str) -> None:
        """Keep the present search under ``name``."""
        place, before = self._navigator.place, self._find(name)
        if self._services is not None:
            save, search = self._services.personal.save_search, as_saved(name, place)
            self._write(lambda: save(search), partial(self._tell_saved, name, before and before.saved))

    @Slot(str, str)
    def rename(self, name: str, new: str) -> None:
        """Give a saved search another name."""
        if self._services is not None:
            rename = self._services.personal.rename_search
            self._write(lambda: rename(name, new), partial(self._tell_renamed, name, new))

    @Slot(str)
    def remove(self, name: str) -> None:
        """Forget a saved search; a message offers to take that back."""
        kept = self._find(name)
        if self._services is not None and kept is not None:
            remove = self._services.personal.remove_search
            self._write(lambda: remove(name), partial(self._tell_removed, kept.saved))

    @Slot(str)
    def open(self, name: str) -> None:
        """Show the list of a saved search."""
        kept = self._find(name)
        if kept is None:
            return
        if kept.place is None:
            self._toasts.show(
                f"{quoted([name])} vient d’une version plus récente de Leviers et ne peut pas être ouverte ici. "
                "Elle est conservée."
            )
            return
        self._navigator.go(kept.place)
        if kept.ignored:
            self._toasts.show(f"Ignoré dans cette recherche, car absent de la base\u00a0: {quoted(kept.ignored)}.")

    # -- the personal file

    def _write(self, change: Callable[[], object], done: Callable[[object], None]) -> None:
        self._jobs.note(change, done, self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self._navigator.own_failed.emit(str(error))
            self._toasts.show("Vos recherches n’ont pas été modifiées.")
        else:
            self._jobs.unexpected.emit(error)

    def _tell_saved(self, name: str, before: SavedSearch | None, _: object) -> None:
        if before is None:
            self._toasts.show(f"La recherche {quoted([name])} est enregistrée.")
        else:
            undo = undoing(partial(self._put_back, before))
            self._toasts.show(f"La recherche {quoted([name])} est remplacée.", undo)
        self._load(None)

    def _tell_renamed(self, name: str, new: str, done: object) -> None:
        if not done:
            self._toasts.show(f"{quoted([new])} existe déjà. {quoted([name])} garde son nom.")
        self._load(None)

    def _tell_removed(self, saved: SavedSearch, _: object) -> None:
        undo = undoing(partial(self._put_back, saved))
        self._toasts.show(f"La recherche {quoted([saved.name])} est supprimée.", undo)
        self._load(None)

    def _put_back(self, saved: SavedSearch) -> None:
        if self._services is not None:
            save = self._services.personal.save_search
            self._write(lambda: save(saved), self._load)

    def _load(self, _: object) -> None:
        services = self._services
        if services is not None:
            self._jobs.read(lambda: kept_searches(services), self._show_kept, self._fail_to_read)

    def _fail_to_read(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self._navigator.own_failed.emit(str(error))
        else:
            self._jobs.unexpected.emit(error)

    # -- what is shown

    def _show_kept(self, kept: tuple[Kept, ...]) -> None:
        self._kept = kept
        self._counts.follow(kept)
        self._show()

    @Slot()
    def _show(self) -> None:
        place = self._navigator.place
        chosen = self._name_of(place)
        names = (kept.saved.name for kept in self._kept)
        self.panel.set_rows([SavedRow(name, self._counts.of(name), chosen=name == chosen) for name in names])
        self._window.nav.set_page("" if chosen else place.page)
        self._results.show_keep(possible=can_be_saved(place), name=chosen)

    @Slot(object)
    def _follow(self, place: Place) -> None:
        if not place.same_list(self._shown):
            self.popover.dismiss()
        if name := self._name_of(place):
            self._origin = self._find(name)
        self._show()

    @Slot(object, object)
    def _note_listing(self, place: Place, listing: Listing) -> None:
        self._shown, self._listing = place, listing

    @Slot(object)
    def _set_theme(self, theme: Theme) -> None:
        self.popover.set_theme(theme)

    # -- by name

    def _find(self, name: str) -> Kept | None:
        wanted = same_text(name)
        return next((kept for kept in self._kept if same_text(kept.saved.name) == wanted), None)

    def _name_of(self, place: Place) -> str:
        """Return the name under which just this search is kept, or an empty string."""
        found = (k.saved.name for k in self._kept if k.place is not None and same_search(k.place, place))
        return next(found, "") if can_be_saved(place) else ""

    def _name_of_origin(self, place: Place) -> str:
        """Return the name of the saved search that ``place`` comes from by other filters or another order."""
        origin = self._origin
        if origin is None or origin.place is None or self._find(origin.saved.name) is None:
            return ""
        same = (origin.place.page, origin.place.query.strip()) == (place.page, place.query.strip())
        return origin.saved.name if same else ""
