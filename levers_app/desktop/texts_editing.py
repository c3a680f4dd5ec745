"""A dialog of texts under way: what is typed is kept at once, and saved when the person wants it; nothing is asked.

What is kept and not saved is there again when the dialog opens the next time, even if the program was killed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.keeping import KEEP_AFTER, RETRY_AFTER, STILL_HERE
from levers_app.sheets.wording import clock, moment
from levers_app.store.errors import ChangedMeanwhileError

if TYPE_CHECKING:
    from levers_app.desktop.jobs import Jobs
    from levers_app.desktop.texts_dialog import TextsDialog
    from levers_app.recording import Written
    from levers_app.store.unsaved import Unsaved

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the texts are about; its functions run on a worker.

    Attributes:
        keep: keeps texts that are not saved, and returns when; no texts forget the earlier ones.
        save: saves texts, maybe over what somebody wrote meanwhile; returns None when that changes nothing.
        lasting: what is kept outlives the program, as it does unless the personal file cannot be written.
    """

    keep: Callable[[Texts], datetime]
    save: "Callable[[Texts, bool], Written | None]"
    lasting: bool


class TextsEditing(QObject):
    """Serves one dialog, from its opening on.

    Signals:
        saved: the texts are saved: what was written, or None when that changed nothing.
        left: the dialog was closed; what is typed is kept, not saved.
        dropped: the texts that the person did not want any more.
        ended: the dialog is closed, and all of it is kept, saved or forgotten.
        lost: texts that could not be kept when the dialog closed, and the error.
    """

    saved = Signal(object)
    left = Signal()
    dropped = Signal(object)
    lost = Signal(object, object)
    ended = Signal()

    def __init__(self, dialog: "TextsDialog", jobs: "Jobs", subject: Subject, parent: QObject) -> None:
        """Begin with what the dialog shows."""
        super().__init__(parent)
        self._dialog, self._jobs, self._subject = dialog, jobs, subject
        self._kept: Texts | None = {}
        self._closed = self._settled = self._failed = False
        self._keep_timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keep_timer.timeout.connect(self.keep)
        self._retry_timer = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._retry_timer.timeout.connect(self.keep)
        dialog.edited.connect(self._edit)
        dialog.save_wanted.connect(self._save)
        dialog.drop_wanted.connect(self._drop)
        dialog.finished.connect(self._finish)

    def resume(self, unsaved: "Unsaved", unkept: str = "") -> None:
        """Go on with what was typed the last time; ``unkept`` says why it is not kept, if it is not."""
        self._dialog.show_texts(unsaved.texts)
        self._keep_timer.stop()
        self._kept = None if unkept else unsaved.texts
        if unkept:
            self._tell_unkept(unkept)
        elif self._dialog.texts():
            when = moment(unsaved.at)
            self._dialog.show_unsaved(f"Modifications non enregistrées, reprises comme vous les avez laissées {when}.")

    @Slot()
    def keep(self) -> None:
        """Keep what is typed, unless it is kept already."""
        self._keep_timer.stop()
        if self._closed or self._settled:
            return
        texts = self._dialog.texts()
        if texts != self._kept:
            self._kept = texts
            self._jobs.keep(partial(self._subject.keep, texts), self._tell_kept, partial(self._tell_not_kept, texts))

    @Slot()
    def _edit(self) -> None:
        if not self._keep_timer.isActive():
            self._keep_timer.start()

    def _tell_kept(self, at: datetime) -> None:
        if self._closed:
            return
        if self._failed:  # what was said of it is no longer true
            self._failed = False
            self._dialog.notice.show_text("")
        until = f"gardées à {clock(at)}" if self._subject.lasting else "gardées jusqu’à la fermeture seulement"
        self._dialog.show_unsaved(f"Modifications non enregistrées, {until}." if self._kept else "")

    def _tell_not_kept(self, texts: Texts, error: Exception) -> None:
        self._tell_if_unexpected(error)
        self._kept = None
        if self._closed:
            self.lost.emit(texts, error)
        else:
            self._tell_unkept(str(error))

    def _tell_unkept(self, why: str) -> None:
        """Say that what is typed is not on the disk, and try again soon, even if no key is pressed any more."""
        self._failed = True
        self._dialog.notice.show_text(f"{why} {STILL_HERE}")
        self._retry_timer.start()

    # -- saving

    @Slot()
    def _save(self) -> None:
        self._write(over=False)

    @Slot()
    def _save_over(self) -> None:
        """Save one's own texts over what somebody wrote meanwhile: that stays in the history."""
        self._write(over=True)

    def _write(self, *, over: bool) -> None:
        if not self._dialog.waits:
            self.keep()  # should the saving fail and the computer too
            self._dialog.wait()  # what would be typed now would not be saved
            work = partial(self._subject.save, self._dialog.texts(), over)
            self._jobs.note(work, self._tell_saved, self._tell_not_saved)

    def _tell_saved(self, written: "Written | None") -> None:
        self._settled = True
        self._dialog.go_on()
        self._dialog.close()
        self.saved.emit(written)

    def _tell_not_saved(self, error: Exception) -> None:
        self._dialog.go_on()
        if not isinstance(error, LeviersError):
            self._jobs.unexpected.emit(error)
            return
        meanwhile = isinstance(error, ChangedMeanwhileError)
        choices = (Choice("Enregistrer la mienne", self._save_over),) if meanwhile else ()
        self._dialog.notice.show_text(str(error), choices)

    # -- the end

    @Slot()
    def _drop(self) -> None:
        texts = self._dialog.texts()
        self._settled = True
        self._jobs.keep(partial(self._subject.keep, {}), self._tell_kept, self._tell_if_unexpected)
        self._dialog.close()
        self.dropped.emit(texts)

    @Slot()
    def _finish(self) -> None:
        left = not self._settled and bool(self._dialog.texts())
        self.keep()
        self._closed = True
        for timer in (self._keep_timer, self._retry_timer):
            timer.stop()
        if left:
            self.left.emit()
        # After the answer to what was kept last: it may have to be told that it was not.
        self._jobs.note(lambda: None, self._end)

    def _end(self, _: object) -> None:
        self.ended.emit()
        self.deleteLater()

    def _tell_if_unexpected(self, error: Exception) -> None:
        if not isinstance(error, LeviersError):
            self._jobs.unexpected.emit(error)
