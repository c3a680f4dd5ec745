"""How many results each saved search has now, counted in the background, one after the other."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.place import Place
from levers_app.desktop.saved_places import Kept, count
from levers_app.services import Services


class SavedCounts(QObject):
    """Counts by name. One search at a time: counting leaves the other workers to the person.

    Signals:
        changed: a count is known, or known anew.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._jobs = jobs
        self._services: Services | None = None
        self._places: dict[str, Place] = {}
        self._counts: dict[str, int] = {}
        self._waiting: list[str] = []
        self._counting = self._index_is_known = False

    def begin(self, services: Services) -> None:
        """Count in the open base, once :meth:`count_again` said that its index is there."""
        self._services = services

    def of(self, name: str) -> int | None:
        """Return the count of a saved search, if it is known."""
        return self._counts.get(name)

    def follow(self, kept: Iterable[Kept]) -> None:
        """Count these searches: anew where they are new or changed."""
        places = {one.saved.name: one.place for one in kept if one.place is not None}
        known = list(self._places.items())  # a search under another name keeps its count
        self._counts = {
            name: self._counts[old]
            for name, place in places.items()
            for old, other in known
            if other == place and old in self._counts
        }
        self._places = places
        if self._index_is_known:
            self._count_later(name for name in places if name not in self._counts)

    def count_again(self) -> None:
        """The base or its index changed: count everything anew; what was known stays until then."""
        self._index_is_known = True
        self._count_later(self._places)

    def _count_later(self, names: Iterable[str]) -> None:
        self._waiting += [name for name in names if name not in self._waiting]
        self._count_next()

    def _count_next(self) -> None:
        services = self._services
        self._waiting = [name for name in self._waiting if name in self._places]
        if services is not None and self._waiting and not self._counting:
            self._counting = True
            name = self._waiting.pop(0)
            place = self._places[name]
            self._jobs.read(lambda: count(services, place), partial(self._take, name, place), self._fail)

    def _take(self, name: str, place: Place, number: int) -> None:
        if self._places.get(name) == place:
            self._counts[name] = number
            self.changed.emit()
        self._counting = False
        self._count_next()

    def _fail(self, error: Exception) -> None:
        """Where the base cannot be read the lists say why, and the counts wait for the next change."""
        self._counting = False
        self._waiting = []
        if not isinstance(error, LeviersError):
            self._jobs.unexpected.emit(error)
