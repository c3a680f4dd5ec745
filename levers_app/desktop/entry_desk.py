"""Writing examples: opens the form on a draft, and joins what works on it."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from levers_app.desktop.attaching import Attaching
from levers_app.desktop.entry_discarding import EntryDiscarding
from levers_app.desktop.entry_hints import EntryHints
from levers_app.desktop.entry_keeping import EntryKeeping
from levers_app.desktop.entry_knowledge import EntryKnowledge
from levers_app.desktop.entry_removals import EntryRemovals
from levers_app.desktop.entry_sending import EntrySending
from levers_app.desktop.entry_standing import heading, state
from levers_app.desktop.messages import Toasts
from levers_app.desktop.place import DRAFT_MARK, Place
from levers_app.sheets.wording import clock

if TYPE_CHECKING:
    from levers_app.catalogue.draft import Draft
    from levers_app.catalogue.records import Attachment
    from levers_app.desktop.entry_page import EntryPage
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services

READY_AFTER = 4_000
"""Milliseconds after the base was opened before the form is made, unless it is asked for sooner."""
JUDGE_AFTER = 250


class EntryDesk(QObject):
    """Owns the form page, and what works on the draft in it.

    Attributes:
        services: the open base, once it is open.
        form_page: the form, once it was made.
        keeping: the draft in the form.
        hints: what is said of it while it is typed.

    Signals:
        recorded: id of an example that was recorded, changed or deleted: index and lists follow.
        drafts_changed: there are more drafts or fewer.
    """

    recorded = Signal(str)
    drafts_changed = Signal()

    def __init__(self, window: "MainWindow", toasts: Toasts) -> None:
        """Build nothing yet: the form is made when it is first opened."""
        super().__init__(window)
        self._window = window
        self._toasts = toasts
        self.services: Services | None = None
        self.form_page: EntryPage | None = None
        self._coming: Draft | None = None
        self.keeping = EntryKeeping(window.jobs, self)
        self.hints = EntryHints(window.jobs, self)
        self._knowledge = EntryKnowledge(window.jobs, self)
        self._sending = EntrySending(window, toasts, self)
        self._discarding = EntryDiscarding(window, toasts, self)
        self._removals = EntryRemovals(toasts, self)
        self._attaching = Attaching(window.jobs, self.keeping, self._append, self)
        self._judge_timer = QTimer(self, singleShot=True, interval=JUDGE_AFTER)
        self._judge_timer.timeout.connect(self._judge)
        self._ready_timer = QTimer(self, singleShot=True, interval=READY_AFTER)
        self._ready_timer.timeout.connect(self._import_form)
        self.keeping.began.connect(self.drafts_changed)
        self.keeping.written.connect(self.hints.read)
        self.keeping.unkept.connect(self._tell_unkept)
        window.navigator.leaving.connect(self._leave)
        window.closing.connect(self.keeping.keep)
        window.look.changed.connect(self._renew)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self.services = services
        self._attaching.begin(services.attachments, services.copies)
        self._ready_timer.start()

    @property
    def page(self) -> "EntryPage":
        """The form, made now if it was not yet."""
        return self.form_page or self._make_page()

    @property
    def busy(self) -> bool:
        """Whether something that was typed waits to be kept or judged; tests wait for that."""
        return self.keeping.busy or self._judge_timer.isActive()

    def adding(self) -> bool:
        """Whether files are still being added to the draft in the form."""
        return self._attaching.adding(self.keeping.id) > 0

    def is_open(self, id_: str) -> bool:
        """Whether the form holds the draft ``id_``."""
        return self.keeping.id == id_ and self.form_page is not None

    # -- keys

    @Slot()
    def send(self) -> None:
        """Ctrl+Enter."""
        self._sending.send()

    @Slot()
    def discard(self) -> None:
        """Throw the draft in the form away."""
        self._discarding.discard()

    @Slot()
    def turn(self) -> None:
        """Go on to the next step of the form."""
        if self._window.navigator.place.page == "entry":
            self.page.turn()

    @Slot()
    def turn_back(self) -> None:
        """Go back to the step before."""
        if self._window.navigator.place.page == "entry":
            self.page.turn_back()

    # -- opening

    @Slot()
    def new(self) -> None:
        """Ctrl+N: an empty form."""
        self.new_about()

    def new_about(self, *, problems: tuple[str, ...] = (), levers: tuple[str, ...] = ()) -> None:
        """Begin an example, of these problems and levers when the map lacks one."""
        services = self.services
        if services is not None:
            draft = services.recorder.begin()
            self._go_to(replace(draft, entry=replace(draft.entry, problems=problems, levers=levers)))

    def change(self, slug: str) -> None:
        """Open the form on an example of the base."""
        services = self.services
        if services is not None:
            self.keeping.keep()
            self._window.jobs.note(lambda: services.recorder.change(slug), self._go_to, self._window.tell_error)

    def _go_to(self, draft: "Draft") -> None:
        """Go to the place of a draft; the one in the form is left first, with its words."""
        self._coming = draft
        self._window.navigator.go(Place(page="entry", record=DRAFT_MARK + draft.id))

    def show_place(self, place: Place) -> None:
        """Show the draft of a place: the one in the form, one that was just begun, or one read from the file."""
        services, coming = self.services, self._coming
        id_ = place.record.removeprefix(DRAFT_MARK)
        self._window.pages.setCurrentWidget(self.page)
        self._coming = None
        if self.keeping.id == id_:
            self.page.take_focus()
        elif coming is not None and coming.id == id_:
            self._switch_to(coming, is_kept=bool(coming.at))
        elif services is not None:
            self.keeping.keep()
            self.let_go(self.keeping.id)
            self.page.setEnabled(False)  # until its words are there: those of another draft stand in it
            # After what waits to be kept: a draft may be read that was left a moment ago.
            self._window.jobs.note(
                lambda: (id_, services.recorder.drafts.get(id_)), self._open_kept, self._window.tell_error
            )

    def _open_kept(self, found: "tuple[str, Draft | None]") -> None:
        id_, draft = found
        if self._window.navigator.place.record != DRAFT_MARK + id_ or self.keeping.draft is not None:
            return
        if draft is None:
            self._toasts.show("Ce brouillon n’existe plus.")
            self._window.navigator.show_instead(Place(page="drafts"))
            return
        self._switch_to(draft, is_kept=True)

    def _switch_to(self, draft: "Draft", *, is_kept: bool) -> None:
        """Put another draft into the form: from here on what is typed is its."""
        self.hints.forget()
        self._removals.forget()
        self.keeping.hold(draft, is_kept=is_kept)
        self._attaching.forget_refusals()
        self._show()

    def _show(self) -> None:
        draft, services = self.keeping.draft, self.services
        if draft is None or services is None:
            return
        page = self.page
        page.setEnabled(True)
        page.form.show_personal_data({})
        page.show_entry(draft.entry, heading=heading(draft), state=state(draft))
        self.show_profile()
        if draft.at:
            page.show_kept(f"Gardé à {clock(datetime.fromisoformat(draft.at))}")
        if draft.entry.review_comment:
            page.show_notice(f"Demandé à la relecture\u00a0: {draft.entry.review_comment}")
        page.take_focus()
        self._attaching.show_thumbnails()
        self._knowledge.give_names(services)
        self.hints.read(draft, similar=False)

    def let_go(self, id_: str) -> None:
        """The draft ``id_`` is done with: nothing of it is in the form any more."""
        if self.is_open(id_):
            self.keeping.hold(None)
            self._removals.forget()

    # -- what is said of the draft

    @Slot()
    def show_profile(self) -> None:
        """Name what the button does for this person, and who signs."""
        services, page = self.services, self.form_page
        if services is not None and page is not None:
            profile = services.recorder.profile
            page.show_profile(profile.signature, "Publier" if profile.role == "relecteur" else "Envoyer à relire")

    def show_thumbnails(self) -> None:
        """Show the small pictures of what came back into the field of attachments."""
        self._attaching.show_thumbnails()

    @Slot()
    def _edit(self) -> None:
        self.keeping.touch()
        self._judge_timer.start()

    @Slot()
    def _judge(self) -> None:
        if self.form_page is not None:
            self.form_page.judge()

    @Slot()
    def _leave(self) -> None:
        if self._window.navigator.place.page == "entry":
            self.keeping.keep()

    @Slot(str)
    def _tell_unkept(self, text: str) -> None:
        if self.form_page is not None and self._window.pages.currentWidget() is self.form_page:
            self.form_page.show_notice(text)
        else:
            self._window.show_notice(text)

    def _append(self, id_: str, attachment: "Attachment") -> None:
        """Add a file to a draft that is no longer in the form."""
        services = self.services
        if services is not None:
            drafts = services.recorder.drafts
            self._window.jobs.note(lambda: drafts.attach(id_, attachment), self._tell_drafts, self._window.tell_error)

    def _tell_drafts(self, _: object) -> None:
        self.drafts_changed.emit()

    # -- the form

    @Slot()
    def _import_form(self) -> None:
        """Import the form while nobody waits, then make it in another turn: opening it takes half the time."""
        from levers_app.desktop import entry_page, privacy_remark  # noqa: F401, PLC0415 - see above

        QTimer.singleShot(0, self._make_ready)

    @Slot()
    def _make_ready(self) -> None:
        if self.form_page is None and self.services is not None and not self._window.jobs.closing:
            self._make_page()

    def _make_page(self) -> "EntryPage":
        from levers_app.desktop.entry_page import EntryPage  # noqa: PLC0415 - most days nobody writes

        services = self.services
        assert services is not None  # noqa: S101 - places with drafts are shown once the base is open
        self._ready_timer.stop()
        page = self.form_page = EntryPage(self._window.look.theme, services.vocabulary, self._window.pages)
        self._knowledge.give_communes()
        page.form.attached.connect(self._attaching.watch)
        page.form.removed.connect(self._removals.offer)
        page.edited.connect(self._edit)
        page.send_wanted.connect(self._sending.send)
        page.discard_wanted.connect(self._discarding.discard)
        page.record_wanted.connect(self._window.navigator.open)
        page.profile_wanted.connect(self._window.keys.profile_requested)
        self._window.pages.addWidget(page)
        return page

    @Slot()
    def _renew(self) -> None:
        """Make the form anew in another look, with what is in it."""
        old = self.form_page
        if old is None:
            return
        self.keeping.keep()
        shown = self._window.pages.currentWidget() is old
        at = old.form.currentIndex()
        self.form_page = None
        self._attaching.forget()
        self._window.pages.removeWidget(old)
        old.deleteLater()
        if shown:
            self._window.pages.setCurrentWidget(self.page)
            self._show()
            self.page.show_page(at)
