"""The draft in the form: what is typed is written into the person's own file, never further behind than a second."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from levers_app.catalogue.draft import Draft, Entry
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.records import RESTRICTED
from levers_app.desktop.keeping import KEEP_AFTER, RETRY_AFTER, STILL_HERE
from levers_app.sheets.wording import clock

if TYPE_CHECKING:
    from levers_app.desktop.entry_desk import EntryDesk
    from levers_app.desktop.jobs import Jobs


class EntryKeeping(QObject):
    """Holds the draft of the form of a desk, and keeps it.

    Attributes:
        draft: the draft in the form, as it was kept last; None when there is none.

    Signals:
        began: the draft was written for the first time: there is one more.
        written: the draft as it was handed over to be written.
        unkept: a sentence on a draft that is no longer in the form, and could not be written.
    """

    began = Signal()
    written = Signal(object)
    unkept = Signal(str)

    def __init__(self, jobs: "Jobs", desk: "EntryDesk") -> None:
        """Hold nothing yet."""
        super().__init__(desk)
        self._jobs, self._desk = jobs, desk
        self.draft: Draft | None = None
        self._kept: Entry | None = None
        self._failed = False
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._timer.timeout.connect(self.keep)
        self._retry_timer = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._retry_timer.timeout.connect(self.keep)

    @property
    def busy(self) -> bool:
        """Whether something that was typed waits to be kept; tests wait for that."""
        return self._timer.isActive()

    @property
    def id(self) -> str:
        """Id of the draft, empty when there is none."""
        return self.draft.id if self.draft is not None else ""

    @property
    def is_kept(self) -> bool:
        """Whether anything of the draft is in the file."""
        return self._kept is not None

    @property
    def restricted(self) -> bool:
        """Whether the example in the form is a restricted one, as it stands there."""
        page = self._desk.form_page
        return page is not None and page.form.entry().confidentiality == RESTRICTED

    def hold(self, draft: Draft | None, *, is_kept: bool = False) -> None:
        """From here on what is typed is that of ``draft``, which is in the file already or not."""
        self._timer.stop()
        self.draft, self._kept = draft, draft.entry if draft is not None and is_kept else None

    @Slot()
    def touch(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Write what is typed into the person's own file, unless it is there already or nothing was typed."""
        self._timer.stop()
        page, draft = self._desk.form_page, self.draft
        if draft is None or page is None:
            return
        draft = self.draft = replace(draft, entry=page.form.entry())
        if draft.entry == self._kept or (draft.empty and self._kept is None):
            return
        first, self._kept = self._kept is None, draft.entry
        self.write(draft, first=first)
        self.written.emit(draft)

    def write(self, draft: Draft, *, first: bool) -> None:
        """Write ``draft`` into the person's own file; ``first`` when it was not there."""
        services = self._desk.services
        assert services is not None  # noqa: S101 - a draft is open
        drafts = services.recorder.drafts
        told = self._tell_first_kept if first else self._tell_kept
        self._jobs.keep(
            lambda: (draft.id, drafts.keep(draft)), told, lambda error: self._tell_not_kept(draft.id, error)
        )

    def _tell_kept(self, kept: tuple[str, str]) -> None:
        (id_, at), services = kept, self._desk.services
        if not self._desk.is_open(id_) or self.draft is None or services is None:
            return
        self.draft, page = replace(self.draft, at=at), self._desk.page
        if self._failed:  # what was said of it is no longer true
            self._failed = False
            page.show_notice("")
        if services.personal.refusal is not None:
            page.show_kept("Gardé jusqu’à la fermeture seulement", failed=True)
        else:
            page.show_kept(f"Gardé à {clock(datetime.fromisoformat(at))}")

    def _tell_first_kept(self, kept: tuple[str, str]) -> None:
        self._tell_kept(kept)
        self.began.emit()

    def _tell_not_kept(self, id_: str, error: Exception) -> None:
        """Say that the draft is not on the disk, and try again soon, even if no key is pressed any more."""
        if not isinstance(error, LeviersError):
            self._jobs.unexpected.emit(error)
        if not self._desk.is_open(id_):
            self.unkept.emit(f"{error} Ce qui a été écrit en dernier dans un brouillon n’est pas gardé.")
            return
        self._kept, self._failed, page = None, True, self._desk.page
        page.show_kept("Brouillon non gardé", failed=True)
        page.show_notice(f"{error} {STILL_HERE}")
        self._retry_timer.start()
