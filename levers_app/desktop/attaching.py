"""Keeps what is given to the field of attachments, off the GUI thread, and shows small pictures of what is in it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.records import Attachment
from levers_app.desktop.attachments_field import THUMBNAIL, AttachmentsField
from levers_app.desktop.dialogs import open_outside

if TYPE_CHECKING:
    from levers_app.desktop.jobs import Jobs
    from levers_app.store.attachments import Attachments


class Attaching(QObject):
    """Joins one field to the store; it goes with the field."""

    def __init__(self, field: AttachmentsField, store: "Attachments", jobs: "Jobs") -> None:
        """Begin with the thumbnails of what is there, once the field shows it."""
        super().__init__(field)
        self._field, self._store, self._jobs = field, store, jobs
        self._adding = 0
        self._refusals: list[str] = []
        field.files_given.connect(self._add_files)
        field.picture_given.connect(self._add_picture)
        field.open_wanted.connect(self._open)
        QTimer.singleShot(0, self.show_thumbnails)

    @Slot()
    def show_thumbnails(self) -> None:
        """Show a small picture of each attachment."""
        for attachment in self._field.value():
            self._show_thumbnail(attachment)

    @Slot(object)
    def _add_files(self, files: list[Path]) -> None:
        self._refusals = []
        for file in files:
            self._add(partial(self._store.add, file))

    @Slot(object, str)
    def _add_picture(self, data: bytes, name: str) -> None:
        self._refusals = []
        self._add(partial(self._store.add_bytes, data, name))

    def _add(self, work: Callable[[], Attachment]) -> None:
        self._adding += 1
        self._say()
        self._jobs.read(work, self._added, self._not_added)

    def _added(self, attachment: Attachment) -> None:
        self._adding -= 1
        self._say()
        self._field.add(attachment)
        self._show_thumbnail(attachment)

    def _not_added(self, error: Exception) -> None:
        self._adding -= 1
        if isinstance(error, LeviersError):
            self._refusals.append(str(error))
        else:
            self._jobs.unexpected.emit(error)
        self._say()

    def _say(self) -> None:
        files = "un fichier" if self._adding == 1 else f"{self._adding} fichiers"
        adding = [f"Ajout en cours\u00a0: {files}…"] if self._adding else []
        self._field.say("\n".join((*self._refusals, *adding)))

    def _show_thumbnail(self, attachment: Attachment) -> None:
        store, size = self._store, 2 * THUMBNAIL
        self._jobs.read(lambda: (attachment.digest, store.thumbnail(attachment, size)), self._thumbnail_made)

    def _thumbnail_made(self, made: tuple[str, bytes | None]) -> None:
        self._field.show_thumbnail(*made)

    @Slot(object)
    def _open(self, attachment: Attachment) -> None:
        try:
            path = self._store.path_of(attachment)
        except LeviersError as error:
            self._field.say(str(error))
            return
        if not open_outside(path):
            self._field.say("Aucun programme de cet ordinateur n’ouvre ce fichier.")
