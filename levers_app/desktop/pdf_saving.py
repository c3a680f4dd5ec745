"""« Enregistrer en PDF »: asks where, writes behind the window, tells where the file is."""

import os
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.dialogs import Choice, open_outside
from levers_app.desktop.directions import isolated
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.messages import Toasts, tell
from levers_app.desktop.paper import PaperOrder, PaperStoppedError, PaperWork, file_name
from levers_app.desktop.screen_room import fitted

_LOOK_EVERY = 250
"""Milliseconds between two looks at how far the work is."""


class FolderMemory(Protocol):
    """Where the last PDF went."""

    def __call__(self, folder: Path | None = None, /) -> Path:
        """Return the folder to propose; with ``folder``, remember that one first."""


class PdfSaving(QObject):
    """Saves orders, one question at a time."""

    def __init__(self, window: QWidget, jobs: Jobs, toasts: Toasts, folder: FolderMemory) -> None:
        """``window`` owns the dialogs, ``folder`` remembers where the last PDF went."""
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._toasts = toasts
        self._folder = folder
        self._dialog: QFileDialog | None = None
        self._asked: PaperOrder | None = None

    def ask(self, order: PaperOrder, refused: Path | None = None) -> None:
        """Ask where to save ``order``; does nothing while the question is already open.

        A folder that ``refused`` it is not proposed again, when nothing can be written there.
        """
        if self._dialog is not None:
            return
        folder = self._folder()
        if folder == refused and not os.access(folder, os.W_OK):
            folder = Path.home()
        self._asked = order
        self._dialog = _file_dialog(self._window, folder, order)
        self._dialog.fileSelected.connect(self._choose)
        self._dialog.destroyed.connect(self._forget_dialog)
        self._dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(str)
    def _choose(self, name: str) -> None:
        if self._asked is not None:
            self._save(self._asked, name)

    def _save(self, order: PaperOrder, name: str) -> None:
        path, work = Path(name), order.work
        preparing = f"Préparation de «\N{NO-BREAK SPACE}{isolated(path.name)}\N{NO-BREAK SPACE}»…"
        look = QTimer(self, interval=_LOOK_EVERY)
        if work is None:
            self._toasts.show(preparing)
        else:
            work.begin()
            self._toasts.show(preparing, Choice("Arrêter", work.stop), about=name)
            look.timeout.connect(partial(self._tell_how_far, work, preparing, name))
            look.start()
        self._jobs.read(
            partial(order.write_at, path), partial(self._saved, look), partial(self._failed, look, order, path.parent)
        )

    def _tell_how_far(self, work: PaperWork, preparing: str, name: str) -> None:
        if work.total > 1 and not work.stopped:
            self._toasts.update(f"{preparing} {work.done} sur {work.total}", about=name)

    def _saved(self, look: QTimer, path: Path) -> None:
        look.deleteLater()
        self._folder(path.parent)
        self._toasts.show(
            f"«\N{NO-BREAK SPACE}{isolated(path.name)}\N{NO-BREAK SPACE}» est enregistré.",
            Choice("Ouvrir", partial(self._open, path)),
            Choice("Ouvrir le dossier", partial(self._open, path.parent)),
        )

    def _failed(self, look: QTimer, order: PaperOrder, folder: Path, error: Exception) -> None:
        look.deleteLater()
        self._toasts.clear()
        if isinstance(error, PaperStoppedError):
            self._toasts.show(str(error))
        elif isinstance(error, LeviersError):
            tell(self._window, error, Choice("Choisir un autre dossier", partial(self.ask, order, folder)))
        else:
            self._jobs.unexpected.emit(error)

    def _open(self, path: Path) -> None:
        if not open_outside(path):
            self._toasts.show(
                f"Aucun programme n’a pu ouvrir «\N{NO-BREAK SPACE}{isolated(path.name)}\N{NO-BREAK SPACE}»."
            )


def _file_dialog(window: QWidget, folder: Path, order: PaperOrder) -> QFileDialog:
    dialog = QFileDialog(window, order.form.heading, str(folder), order.form.filter)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(order.form.suffix.removeprefix("."))
    usual = QSize(dialog.fontMetrics().averageCharWidth() * 96, dialog.fontMetrics().height() * 24)
    dialog.resize(fitted(usual, dialog))
    dialog.selectFile(file_name(order.title, order.form.suffix))
    return dialog
