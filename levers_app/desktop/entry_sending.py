"""Sending an example: what must be there first, what is asked about, and the way back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from levers_app.catalogue.draft import Draft, missing
from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.jobs import ignore
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import DRAFT_MARK, Page, Place
from levers_app.recording import UnfitDraftError
from levers_app.sheets.wording import listed
from levers_app.store.errors import ChangedMeanwhileError

if TYPE_CHECKING:
    from levers_app.desktop.entry_desk import EntryDesk
    from levers_app.desktop.window import MainWindow
    from levers_app.recording import Written


class EntrySending(QObject):
    """Sends the draft in the form of a desk."""

    def __init__(self, window: "MainWindow", toasts: Toasts, desk: "EntryDesk") -> None:
        """Work for ``desk``."""
        super().__init__(desk)
        self._window, self._toasts, self._desk = window, toasts, desk
        self._ready = False
        desk.keeping.written.connect(self._get_ready)

    @Slot()
    def _get_ready(self) -> None:
        """Import what sending needs while the person types: who only reads does not need it."""
        services = self._desk.services
        if services is not None and not self._ready:
            self._ready = True
            self._window.jobs.read(services.recorder.get_ready, ignore)

    @Slot()
    def send(self) -> None:
        """Record the example, unless something that others need is missing: then lead there."""
        page, draft = self._desk.form_page, self._desk.keeping.draft
        if page is None or draft is None or not page.isEnabled():
            return
        if self._desk.adding():
            page.show_notice("Des fichiers s’ajoutent encore\u00a0: envoyez l’exemple quand ils seront là.")
            return
        left = page.form.settle()
        entry = page.judge()
        if left:
            page.go_to(left)
            page.show_notice(page.form.boxes[left].fault)
            return
        if needed := missing(entry):
            name = next(iter(needed))
            page.show_notice(f"Il manque {listed(list(needed.values()))}. Le brouillon est gardé.")
            page.go_to(name)
            return
        faulty = next((name for name, box in page.form.boxes.items() if box.fault), "")
        if faulty:
            page.go_to(faulty)
            page.show_notice(f"{page.form.boxes[faulty].label}\u00a0: {page.form.boxes[faulty].fault}")
            return
        self._send(over=False)

    def _send(self, *, over: bool) -> None:
        desk, services, page = self._desk, self._desk.services, self._desk.form_page
        desk.keeping.keep()
        draft = desk.keeping.draft
        if services is None or page is None or draft is None:
            return
        page.setEnabled(False)  # what would be typed now would be typed into nothing
        recorder = services.recorder
        status = "publie" if recorder.profile.role == "relecteur" else "a-relire"
        self._window.jobs.note(
            lambda: (draft, recorder.send(draft, status, over=over), status),
            self._sent,
            lambda error: self._tell_not_sent(draft.id, error),
        )

    def _sent(self, done: "tuple[Draft, Written, str]") -> None:
        draft, sent, status = done
        self._tell_changed(sent)
        was_open = self._desk.is_open(draft.id)
        self._desk.let_go(draft.id)
        if was_open and self._window.navigator.place.record == DRAFT_MARK + draft.id:
            page: Page = "cases" if status == "publie" else "review"
            place = Place(page=page, sort="date", record=sent.record_id, reading=True)
            self._window.navigator.show_instead(place)
        said = "L’exemple est publié." if status == "publie" else "L’exemple est envoyé à relire."
        self._toasts.show(said, undoing(self._taking_back(sent, draft)), about=sent.record_id)

    def _taking_back(self, sent: "Written", draft: Draft) -> Callable[[], None]:
        """Return what takes a sending back: the example as it was before, and the draft open again."""

        def done(_: object) -> None:
            self._tell_changed(sent)
            if self._window.navigator.place.record == sent.record_id:
                self._window.navigator.show_instead(Place(page="entry", record=DRAFT_MARK + draft.id))
            else:
                self._window.navigator.go(Place(page="entry", record=DRAFT_MARK + draft.id))

        def undo() -> None:
            services = self._desk.services
            if services is not None:
                self._window.jobs.note(lambda: services.recorder.take_back(sent, draft), done, self._window.tell_error)

        return undo

    @Slot()
    def _send_over(self) -> None:
        """Record this version over the one that someone wrote meanwhile: theirs stays in the history."""
        self._send(over=True)

    def _tell_not_sent(self, id_: str, error: Exception) -> None:
        from levers_app.catalogue.guard import PersonalDataError  # noqa: PLC0415 - most days nobody writes
        from levers_app.catalogue.privacy import LIMITS, WHY  # noqa: PLC0415 - the same

        if not isinstance(error, LeviersError):
            self._window.jobs.unexpected.emit(error)
        page = self._desk.form_page
        if page is None or not self._desk.is_open(id_):
            self._window.show_notice(str(error))
            return
        page.setEnabled(True)
        if isinstance(error, PersonalDataError):
            page.form.show_personal_data(error.found)
            page.go_to(next(iter(error.found)))
            page.show_notice(f"{error}\n{WHY} {LIMITS}")
            self._desk.hints.held_back = True
        elif isinstance(error, ChangedMeanwhileError):
            mine = Choice("Enregistrer la mienne", self._send_over)
            theirs = Choice("Voir l’autre", partial(self._window.navigator.open, error.record_id))
            page.show_notice(str(error), mine, theirs)
        elif isinstance(error, UnfitDraftError):
            page.go_to(error.key)
            page.show_notice(str(error))
        else:
            page.show_notice(str(error))

    def _tell_changed(self, sent: "Written") -> None:
        self._desk.recorded.emit(sent.record_id)
        self._desk.drafts_changed.emit()
