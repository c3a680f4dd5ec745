"""Keeps what is given to the field of attachments, off the GUI thread, and shows small pictures of what is in it.

A file belongs to the draft that was open when it was given, whatever is open once it is kept.
"""

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Slot
from PySide6.QtGui import QImage

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.opening import ask_if_restricted, open_copy

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.catalogue.records import Attachment
    from levers_app.desktop.attachments_field import AttachmentsField
    from levers_app.desktop.entry_keeping import EntryKeeping
    from levers_app.desktop.jobs import Jobs
    from levers_app.store.attachments import Attachments
    from levers_app.store.copies import Copies

_THUMBNAIL = 144
"""Pixels of a thumbnail, twice those of ``attachment_row``: sharp on screens of a double ratio."""


class Attaching(QObject):
    """Joins the field of the open form to the store."""

    def __init__(
        self,
        jobs: "Jobs",
        keeping: "EntryKeeping",
        append: "Callable[[str, Attachment], None]",
        parent: QObject,
    ) -> None:
        """``keeping`` holds the draft in the form; ``append`` adds a file to one that no longer is there."""
        super().__init__(parent)
        self._jobs, self._keeping, self._append = jobs, keeping, append
        self._store: Attachments | None = None
        self._copies: Copies | None = None
        self._field: AttachmentsField | None = None
        self._waiting: deque[tuple[str, Callable[[], Attachment]]] = deque()
        self._refusals: list[str] = []

    def begin(self, store: "Attachments", copies: "Copies") -> None:
        """Keep files in ``store`` from now on; other programs get ``copies``."""
        self._store, self._copies = store, copies

    @Slot(object)
    def watch(self, field: "AttachmentsField") -> None:
        """Serve the field of the form, which was just made."""
        self._field = field
        field.files_given.connect(self._add_files)
        field.picture_given.connect(self._add_picture)
        field.open_wanted.connect(self._open)
        field.read.connect(self.forget_refusals)
        QTimer.singleShot(0, self.show_thumbnails)  # once it shows what is in its draft

    def forget(self) -> None:
        """The form goes; another will come."""
        self._field = None

    @Slot()
    def forget_refusals(self) -> None:
        """What was said of files was read, or another draft comes into the form."""
        self._refusals = []
        self._say()

    def adding(self, draft: str) -> int:
        """How many files given to a draft are not yet kept."""
        return sum(waits == draft for waits, _ in self._waiting)

    @Slot()
    def show_thumbnails(self) -> None:
        """Show a small picture of each attachment."""
        for attachment in self._field.value() if self._field is not None else ():
            self._show_thumbnail(attachment)

    @Slot(object)
    def _add_files(self, files: list[Path]) -> None:
        store = self._store
        self._refusals = []
        for file in files if store is not None else ():
            self._add(partial(store.add, file))  # type: ignore[union-attr]

    @Slot(object, str)
    def _add_picture(self, image: QImage, name: str) -> None:
        store = self._store
        self._refusals = []
        if store is not None:
            self._add(lambda: store.add_bytes(_png(image), name))

    def _add(self, work: "Callable[[], Attachment]") -> None:
        draft = self._keeping.id
        self._waiting.append((draft, work))
        self._say()
        if len(self._waiting) == 1:
            self._begin_next()

    def _begin_next(self) -> None:
        """Keep one file after the other: they come in the order in which they were given."""
        if self._waiting:
            draft, work = self._waiting[0]
            self._jobs.read(work, partial(self._added, draft), partial(self._not_added, draft))

    def _added(self, draft: str, attachment: "Attachment") -> None:
        self._end()
        if draft == self._keeping.id and self._field is not None:
            if self._field.add(attachment):
                self._show_thumbnail(attachment)
            else:
                self._refusals.append(f"«\u00a0{attachment.name}\u00a0» est déjà là.")
            self._say()
        else:
            self._append(draft, attachment)

    def _not_added(self, draft: str, error: Exception) -> None:
        self._end()
        if isinstance(error, LeviersError):
            self._refusals.append(str(error))
        else:
            self._jobs.unexpected.emit(error)
        self._say()

    def _end(self) -> None:
        self._waiting.popleft()
        self._begin_next()

    def _say(self) -> None:
        if self._field is None:
            return
        count = self.adding(self._keeping.id)
        files = "un fichier" if count == 1 else f"{count} fichiers"
        adding = [f"Ajout en cours\u00a0: {files}…"] if count else []
        self._field.say("\n".join((*self._refusals, *adding)))

    def _show_thumbnail(self, attachment: "Attachment") -> None:
        store = self._store
        if store is not None:
            self._jobs.read(lambda: (attachment.digest, store.thumbnail(attachment, _THUMBNAIL)), self._thumbnail_made)

    def _thumbnail_made(self, made: tuple[str, bytes | None]) -> None:
        if self._field is not None:
            self._field.show_thumbnail(*made)

    @Slot(object)
    def _open(self, attachment: "Attachment") -> None:
        store, copies, field = self._store, self._copies, self._field
        if store is not None and copies is not None and field is not None:
            name, media = attachment.name, attachment.media
            open_it = partial(
                open_copy, self._jobs, lambda: copies.make(store.path_of(attachment), name, media), name, self._tell
            )
            ask_if_restricted(field.window(), open_it, restricted=self._keeping.restricted)

    def _tell(self, text: str) -> None:
        if self._field is not None:
            self._field.say(text)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
