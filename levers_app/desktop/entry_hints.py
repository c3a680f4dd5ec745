"""What is said of a draft while it is typed: what the privacy guard points out, and examples that are very like it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from levers_app.catalogue.draft import Draft, Entry

if TYPE_CHECKING:
    from levers_app.catalogue.privacy import Finding
    from levers_app.catalogue.records import Card
    from levers_app.desktop.entry_desk import EntryDesk
    from levers_app.desktop.jobs import Job, Jobs


class EntryHints(QObject):
    """Reads a draft on the workers; a later draft drops the answers for an earlier one.

    Attributes:
        held_back: what was to be sent waits for answers to the privacy guard.
    """

    def __init__(self, jobs: "Jobs", desk: "EntryDesk") -> None:
        """Say it on the form of ``desk``."""
        super().__init__(desk)
        self._jobs, self._desk = jobs, desk
        self._guarding: Job | None = None
        self._comparing: Job | None = None
        self.held_back = False

    def read(self, draft: Draft, *, similar: bool = True) -> None:
        """Have ``draft`` read by the privacy guard, and compared with the examples of the base."""
        services = self._desk.services
        if services is None:
            return
        self._drop(self._guarding)
        entry = draft.entry
        self._guarding = self._jobs.read(lambda: _personal_data(entry), self._point_out)
        if similar:
            self._drop(self._comparing)
            about = (*entry.problems, *entry.levers)
            self._comparing = self._jobs.read(
                lambda: services.engine.similar(entry.title, entry.commune, about, draft.record), self._show_similar
            )

    def forget(self) -> None:
        """Another draft comes into the form."""
        for job in (self._guarding, self._comparing):
            self._drop(job)
        self.held_back = False

    def _drop(self, job: "Job | None") -> None:
        if job is not None:
            job.cancel()

    def _point_out(self, found: "dict[str, list[Finding]]") -> None:
        page = self._desk.form_page
        if page is None:
            return
        page.form.show_personal_data(found)
        if self.held_back and not found:
            self.held_back = False
            page.show_notice("")

    def _show_similar(self, cards: "list[Card]") -> None:
        if (page := self._desk.form_page) is not None:
            page.show_similar(cards)


def _personal_data(entry: Entry) -> "dict[str, list[Finding]]":
    from levers_app.catalogue.guard import personal_data  # noqa: PLC0415 - on a worker: most days nobody writes

    return personal_data(entry)
